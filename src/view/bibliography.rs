//! The bibliography, and how a source is cited.

use serde::Serialize;

use super::frame::PageView;
use super::index::title;
use super::pager::{Jump, Pager};
use super::viewer::Viewer;
use crate::citation::{bibtex, csl_json};
use crate::link::address::relative;
use crate::link::indexes::pages_for;
use crate::link::{BIBLIOGRAPHY_FILES, PageAddress};
use crate::model::EntityId;

/// All published sources in the style of the site (template `bibliography.html`).
#[derive(Debug, Serialize)]
pub struct BibliographyView {
    /// The entries of this page, under their first letters.
    pub groups: Vec<BibliographyGroup>,
    /// Jumps to all letters, also to those on other pages.
    pub jumps: Vec<Jump>,
    /// The pages of the bibliography; none where it has one alone.
    pub pager: Option<Pager>,
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
    /// One page of the bibliography.
    #[must_use]
    pub fn bibliography(&self, nth: usize) -> PageView<BibliographyView> {
        let citations = &self.material.citations;
        let filed = citations.filed();
        let entry = |place: usize| {
            let id = filed.ids.get(place)?;
            let href = self.href(&PageAddress::Entity(id.clone()));
            Some(BibliographyEntry { id: id.to_string(), html: citations.entry(id, Some(&href))? })
        };
        let groups = filed.list.on_page(nth).into_iter().map(|(group, places)| BibliographyGroup {
            label: group.label.clone(),
            anchor: group.anchor.clone(),
            entries: places.iter().filter_map(|place| entry(*place)).collect(),
        });
        let begins = |nth: usize| {
            let first = self.dossier.page(filed.ids.get(filed.list.first_of(nth)?)?)?;
            Some(title(first))
        };
        let count = filed.ids.len();
        let view = BibliographyView {
            groups: groups.collect(),
            jumps: self.jumps_of(&filed.list, nth, PageAddress::Bibliography),
            pager: self.pager_with(nth, pages_for(count), PageAddress::Bibliography, begins),
            count,
            bibtex_href: relative(&self.file, BIBLIOGRAPHY_FILES[0]),
            csl_json_href: relative(&self.file, BIBLIOGRAPHY_FILES[1]),
        };
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
            bibliography_href: self.href(&PageAddress::Bibliography(1)),
        })
    }
}
