//! The small card that a script shows where a reader hovers over or focuses a link to an entity.
//!
//! Pages would grow with every link if they carried these cards. They stand in files of their own instead, a
//! dossier's cards spread over a fixed number of parts: the script asks for the one part that holds the address
//! of the link, when it first needs it.

use serde::Serialize;

use super::viewer::Viewer;
use crate::link::{Dossier, PublishedPage};
use crate::model::vocabulary;
use crate::model::words::capitalised;
use crate::parse::facts::PageRole;

/// How many cards a part holds on average, at most.
const CARDS_IN_A_PART: usize = 64;

/// What a card says. What is empty is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PreviewView {
    /// "Person"; empty for a plain page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The entity's name.
    pub title: String,
    /// For claims: `disputed`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub status: String,
    /// The status as a label: "Disputed".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub status_label: String,
    /// One sentence.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Who says or published it and its dates, each a label and words: "Born", "1970".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<(String, String)>,
}

/// Over how many parts the cards of a dossier are spread: a power of two.
#[must_use]
pub fn preview_parts(dossier: &Dossier) -> usize {
    dossier.all_pages().len().div_ceil(CARDS_IN_A_PART).next_power_of_two()
}

/// The part that holds the card of the page in this file, from the site's top. FNV-1a over the UTF-8 of its name,
/// both halves folded into one: `theme/preview.js` reckons the same.
#[must_use]
pub fn preview_part(file: &str, parts: usize) -> usize {
    let hash =
        file.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 16)) as usize & (parts - 1)
}

impl Viewer<'_> {
    /// The card of a page; none for the home page and the introductions of indexes.
    #[must_use]
    pub fn preview(&self, page: &PublishedPage) -> Option<PreviewView> {
        let facts = page.facts();
        let kind = match &facts.role {
            PageRole::Entity(kind) => self.dossier.settings.kind(kind.as_str())?.singular.to_string(),
            PageRole::Plain => String::new(),
            PageRole::Home | PageRole::KindIntro(_) => return None,
        };
        let (status, status_label) = self.status_words(facts.claim.as_ref().and_then(|claim| claim.status));
        let by = match facts.kind().map(|kind| kind.as_str()) {
            Some(vocabulary::CLAIM) => "said_by",
            Some(vocabulary::SOURCE) => "publisher",
            _ => "",
        };
        let names: Vec<_> = self.ends(facts, by).into_iter().map(|end| end.text).collect();
        let label = self.dossier.settings.relations.get(by).map(|relation| relation.label.to_string());
        let mut rows: Vec<_> = label
            .filter(|_| !names.is_empty())
            .map(|label| (capitalised(label), names.join(", ")))
            .into_iter()
            .collect();
        rows.extend(self.dates(facts).into_iter().map(|fact| (fact.label, fact.date.words)));
        Some(PreviewView {
            kind,
            title: facts.title.to_string(),
            status,
            status_label,
            summary: facts.summary.to_string(),
            rows,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_spread_evenly() {
        for parts in [1, 2, 64, 256] {
            let mut cards = vec![0_usize; parts];
            for nth in 0..parts * CARDS_IN_A_PART {
                cards[preview_part(&format!("people/person-{nth:05}.html"), parts)] += 1;
            }
            assert!(
                cards.iter().all(|count| *count > 0 && *count < 2 * CARDS_IN_A_PART),
                "{parts}: {cards:?}"
            );
        }
    }
}
