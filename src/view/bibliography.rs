//! The bibliography, and how a source is cited.

use rayon::prelude::*;
use serde::Serialize;

use super::frame::PageView;
use super::viewer::Viewer;
use crate::citation::{bibtex, csl_json};
use crate::link::indexes::initial;
use crate::link::{BIBLIOGRAPHY_FILES, PageAddress};
use crate::model::{EntityId, fold, slug, vocabulary};

/// All published sources in the style of the site (template `bibliography.html`).
#[derive(Debug, Serialize)]
pub struct BibliographyView {
    /// The entries, under their first letters.
    pub groups: Vec<BibliographyGroup>,
    /// How many in all.
    pub count: usize,
    /// The same as BibTeX, to download.
    pub bibtex_href: String,
    /// The same as CSL-JSON, to download.
    pub csl_json_href: String,
}

/// The entries under one letter.
#[derive(Debug, Clone, Serialize)]
pub struct BibliographyGroup {
    /// "K".
    pub label: String,
    /// The heading's id, unique on the page.
    pub anchor: String,
    /// The entries, by their words.
    pub entries: Vec<BibliographyEntry>,
}

/// One source in the bibliography.
#[derive(Debug, Clone, Serialize)]
pub struct BibliographyEntry {
    /// The source's id; the entry's on the page is `source-ID`.
    pub id: String,
    /// The entry, as HTML; the title leads to the source's page.
    pub html: String,
}

/// How to cite a source.
#[derive(Debug, Clone, Serialize)]
pub struct CiteThisView {
    /// The entry in the style of the site, as HTML.
    pub entry: String,
    /// The source in BibTeX, as text.
    pub bibtex: String,
    /// The source in CSL-JSON, as text.
    pub csl_json: String,
    /// The bibliography.
    pub bibliography_href: String,
}

impl Viewer<'_> {
    /// The bibliography.
    #[must_use]
    pub fn bibliography(&self) -> PageView<BibliographyView> {
        let sources = self.dossier.of_kind(vocabulary::SOURCE);
        let mut entries: Vec<(String, BibliographyEntry)> = sources
            .par_iter()
            .filter_map(|page| {
                let id = &page.facts().id;
                let href = self.href(&PageAddress::Entity(id.clone()));
                let html = self.material.citations.entry(id, Some(&href))?;
                Some((filed_under(&html), BibliographyEntry { id: id.to_string(), html }))
            })
            .collect();
        entries.sort_by_cached_key(|(words, entry)| (fold(words), entry.id.clone()));
        let count = entries.len();
        let mut groups: Vec<BibliographyGroup> = Vec::new();
        for (words, entry) in entries {
            let label = initial(&words);
            match groups.iter_mut().find(|group| group.label == label) {
                Some(group) => group.entries.push(entry),
                None => {
                    let mut anchor = format!("group-{}", slug(&label));
                    if anchor == "group-" || groups.iter().any(|group| group.anchor == anchor) {
                        anchor = format!("group-{}", groups.len() + 1);
                    }
                    groups.push(BibliographyGroup { label, anchor, entries: vec![entry] });
                }
            }
        }
        let [bibtex, csl_json] = BIBLIOGRAPHY_FILES.map(str::to_owned);
        let view = BibliographyView { groups, count, bibtex_href: bibtex, csl_json_href: csl_json };
        let (title, description) =
            (self.words.get("title-bibliography"), self.words.get("description-bibliography"));
        PageView { frame: self.frame("bibliography", title, description), view }
    }

    /// How to cite this source.
    pub(super) fn cite_this(&self, id: &EntityId) -> Option<CiteThisView> {
        let citations = &self.material.citations;
        let record = citations.record(id)?;
        Some(CiteThisView {
            entry: citations.entry(id, None)?,
            bibtex: bibtex::entry(record),
            csl_json: csl_json::entry(record),
            bibliography_href: self.href(&PageAddress::Bibliography),
        })
    }
}

/// The words of an entry by which it is filed: without tags, and without the marks it begins with.
fn filed_under(html: &str) -> String {
    let mut words = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    words.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::filed_under;

    #[test]
    fn an_entry_is_filed_under_its_words() {
        assert_eq!(filed_under("“<a href=\"a.html\">On the <em>Run</em></a>.” 2017"), "On the Run.” 2017");
    }
}
