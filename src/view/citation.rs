//! The numbered list of sources at the foot of a page.

use serde::Serialize;

use super::entity_link::EntityLink;
use super::viewer::Viewer;
use crate::link::PublishedPage;
use crate::link::relations::OtherEnd;
use crate::link::resolution::Resolution;
use crate::markup::{CitationUse, Numbering};
use crate::model::EntityId;
use crate::parse::facts::PageFacts;
/// A number that leads to the page's list of sources.
#[derive(Debug, Clone, Serialize)]
pub struct CitationMark {
    /// 1, 2, …
    pub number: usize,
    /// "para. 4"; may be empty.
    pub locator: String,
    /// `#source-1`.
    pub href: String,
}

/// One entry of the numbered list of sources at the foot of a page.
#[derive(Debug, Clone, Serialize)]
pub struct CitedSource {
    /// Its number on this page; the list item's id is `source-NUMBER`.
    pub number: usize,
    /// The source's page.
    pub link: EntityLink,
    /// Author, publisher and date in words, as far as known; may be empty.
    pub details: String,
    /// The locators cited in front matter: "para. 4"; may be empty.
    pub locators: Vec<String>,
    /// Back to each place in the text that cites it.
    pub marks: Vec<BackMark>,
}

/// A way back from the list of sources into the text.
#[derive(Debug, Clone, Serialize)]
pub struct BackMark {
    /// `a`, `b`, …
    pub label: String,
    /// `#cite-3`.
    pub href: String,
    /// "para. 4"; may be empty.
    pub locator: String,
}

impl Viewer<'_> {
    /// Number the sources that the front matter names for the whole page; where in each of them.
    pub(super) fn number_front_matter(
        &self,
        facts: &PageFacts,
        numbering: &mut Numbering,
    ) -> Vec<(EntityId, String)> {
        let mut locators = Vec::new();
        for citation in &facts.sources {
            if let Resolution::Page(id) = self.dossier.resolve(facts, &citation.source.target)
                && self.dossier.is_source(id)
            {
                numbering.number(id);
                locators.push((id.clone(), citation.locator.to_string()));
            }
        }
        locators
    }

    /// The numbered list at the foot of a page.
    pub(super) fn cited_sources(
        &self,
        numbering: &Numbering,
        front: &[(EntityId, String)],
        uses: &[CitationUse],
    ) -> Vec<CitedSource> {
        numbering
            .sources()
            .iter()
            .enumerate()
            .map(|(index, id)| {
                let marks =
                    uses.iter().filter(|used| used.source == *id).enumerate().map(|(nth, used)| BackMark {
                        label: letters(nth),
                        href: format!("#{}", used.id),
                        locator: used.locator.to_string(),
                    });
                let locators = front.iter().filter(|(source, locator)| source == id && !locator.is_empty());
                CitedSource {
                    number: index + 1,
                    link: self.link(id),
                    details: self.dossier.page(id).map(|page| self.source_details(page)).unwrap_or_default(),
                    locators: locators.map(|(_, locator)| locator.clone()).collect(),
                    marks: marks.collect(),
                }
            })
            .collect()
    }

    /// Author, publisher and date of a source in one line, as far as they are known.
    fn source_details(&self, page: &PublishedPage) -> String {
        let facts = page.facts();
        let mut parts = self.names_of(&facts.id, "author");
        parts.extend(self.names_of(&facts.id, "publisher"));
        let date = facts.date("published").or_else(|| facts.date("date"));
        parts.extend(date.map(|date| date.words(&self.language)));
        parts.join(", ")
    }

    fn names_of(&self, id: &EntityId, relation: &str) -> Vec<String> {
        let ends =
            self.dossier.relations(id).iter().filter(|end| !end.inverse && end.relation.as_str() == relation);
        ends.map(|end| match &end.other {
            OtherEnd::Page(id) => self.link(id).text,
            OtherEnd::Words(text) => text.to_string(),
        })
        .collect()
    }
}

/// 0 → a, 25 → z, 26 → aa.
fn letters(mut nth: usize) -> String {
    let mut out = Vec::new();
    loop {
        out.push(b'a' + (nth % 26) as u8);
        if nth < 26 {
            break;
        }
        nth = nth / 26 - 1;
    }
    out.reverse();
    out.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn back_marks_go_on_after_z() {
        let labels: Vec<_> = [0, 25, 26, 27, 701, 702].into_iter().map(letters).collect();
        assert_eq!(labels, ["a", "z", "aa", "ab", "zz", "aaa"]);
    }
}
