//! Who refers to a page, in which words.

use serde::Serialize;

use super::entity_link::EntityLink;
use super::viewer::Viewer;
use crate::link::backlinks::{Backlink, Way};
use crate::link::relations::{OtherEnd, RelationEnd};
use crate::markup::excerpt;
use crate::model::RelationId;
use crate::parse::facts::PageFacts;
/// Who refers to this page, grouped by relation.
#[derive(Debug, Clone, Serialize)]
pub struct BacklinkGroup {
    /// "employs", "mentioned by", "cited by".
    pub label: String,
    /// The pages, by kind and name.
    pub items: Vec<BacklinkView>,
}

/// One page that refers to this one.
#[derive(Debug, Clone, Serialize)]
pub struct BacklinkView {
    /// The page.
    pub link: EntityLink,
    /// The sentences around the mentions, safe HTML with the mention in `<b>`; may be empty.
    pub excerpts: Vec<String>,
    /// Qualifiers of the relation; may be empty.
    pub note: String,
}

/// How many sentences one page contributes to one group.
const MOST_EXCERPTS: usize = 3;
/// How many mentions are looked at for them: in a list or a table none may stand in a sentence.
const MOST_LOOKED_AT: usize = 100;

impl Viewer<'_> {
    /// Who refers to a page: by relation, then in their text, then by citing it. Relations that stand in the facts
    /// panel are not repeated.
    pub(super) fn backlinks(&self, facts: &PageFacts) -> Vec<BacklinkGroup> {
        let mut groups: Vec<BacklinkGroup> = Vec::new();
        for backlink in self.dossier.backlinks(&facts.id) {
            let (label, note) = match &backlink.way {
                Way::Reply => (self.words.get("backlinks-reply").to_owned(), String::new()),
                Way::Mention => (self.words.get("backlinks-mention").to_owned(), String::new()),
                Way::Citation => (self.words.get("backlinks-citation").to_owned(), String::new()),
                Way::Relation(relation) => {
                    let Some(end) = self.inverse_end(facts, relation, backlink) else { continue };
                    if self.is_panel_inverse(facts, end) {
                        continue;
                    }
                    (self.relation_label(end), self.qualifiers(&end.written))
                }
            };
            let item =
                BacklinkView { link: self.link(&backlink.from), excerpts: self.excerpts(backlink), note };
            match groups.last_mut().filter(|group| group.label == label) {
                Some(group) => group.items.push(item),
                None => groups.push(BacklinkGroup { label, items: vec![item] }),
            }
        }
        groups
    }

    fn inverse_end(&self, facts: &PageFacts, relation: &RelationId, link: &Backlink) -> Option<&RelationEnd> {
        self.dossier.relations(&facts.id).iter().find(|end| {
            end.inverse
                && end.relation == *relation
                && matches!(&end.other, OtherEnd::Page(id) if *id == link.from)
        })
    }

    fn excerpts(&self, backlink: &Backlink) -> Vec<String> {
        let Some(page) = self.dossier.page(&backlink.from) else { return Vec::new() };
        let mut excerpts: Vec<String> = Vec::new();
        for key in backlink.mentions.iter().take(MOST_LOOKED_AT) {
            if excerpts.len() == MOST_EXCERPTS {
                break;
            }
            if let Some(sentence) = excerpt(self.dossier, page, key)
                && !excerpts.contains(&sentence)
            {
                excerpts.push(sentence);
            }
        }
        excerpts
    }
}
