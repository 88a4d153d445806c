//! Who refers to a page, and in what way.

use super::corpus::Corpus;
use super::resolution::Resolution;
use crate::model::{EntityId, RelationId};
use crate::parse::facts::{MentionKey, MentionRole};
use crate::text::HashMap;

/// One page that refers to another, in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backlink {
    /// The page that refers.
    pub from: EntityId,
    /// In what way.
    pub way: Way,
    /// The mentions, by which the sentences around them are found.
    pub mentions: Vec<MentionKey>,
}

/// In what way a page refers to another; the order is that of the groups on a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// By a relation.
    Relation(RelationId),
    /// By asking them for a reply.
    Reply,
    /// By a link or a transclusion in its text.
    Mention,
    /// By citing it.
    Citation,
}

/// All backlinks, by the page referred to; in the order of [`Way`], then of the pages.
#[must_use]
pub(super) fn gather(corpus: &Corpus) -> HashMap<EntityId, Vec<Backlink>> {
    let mut all: HashMap<EntityId, Vec<Backlink>> = HashMap::default();
    for page in corpus.pages() {
        let facts = page.facts();
        for mention in &facts.mentions {
            let way = match &mention.role {
                MentionRole::Link | MentionRole::Transclusion => Way::Mention,
                MentionRole::Citation => Way::Citation,
                MentionRole::Relation(relation) => Way::Relation(relation.clone()),
                MentionRole::Reply => Way::Reply,
                MentionRole::Attachment => continue,
            };
            let Resolution::Page(id) = corpus.resolve(facts, &mention.key.target) else { continue };
            if *id == facts.id {
                continue;
            }
            let links = all.entry(id.clone()).or_default();
            // Pages are visited one after the other, so the same page's links stand at the end.
            let known =
                links.iter_mut().rev().take_while(|link| link.from == facts.id).find(|link| link.way == way);
            match known {
                Some(link) => link.mentions.push(mention.key.clone()),
                None => {
                    links.push(Backlink { from: facts.id.clone(), way, mentions: vec![mention.key.clone()] })
                }
            }
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
    for links in all.values_mut() {
        // Pages were visited in their order, and the sort keeps it.
        links.sort_by(|a, b| a.way.cmp(&b.way));
        links.shrink_to_fit();
        for link in links {
            link.mentions.shrink_to_fit();
        }
    }
    all
}
