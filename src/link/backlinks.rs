//! Who refers to a page, and in what way.

use rayon::prelude::*;

use super::corpus::Corpus;
use super::resolution::Resolution;
use crate::model::{EntityId, RelationId};
use crate::parse::facts::{MentionRole, PageFacts};
use crate::text::HashMap;

/// One page that refers to another, in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backlink {
    /// The page that refers.
    pub from: EntityId,
    /// In what way.
    pub way: Way,
    /// The numbers of the mentions among those of that page, by which the sentences around them are found.
    pub mentions: Vec<u32>,
}

/// In what way a page refers to another; the order is that of the groups on a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    let from: Vec<_> = corpus.all_pages().par_iter().map(|page| from_page(corpus, page.facts())).collect();
    let mut all: HashMap<EntityId, Vec<Backlink>> = HashMap::default();
    for (to, link) in from.into_iter().flatten() {
        match all.get_mut(to) {
            Some(links) => links.push(link),
            None => {
                all.insert(to.clone(), vec![link]);
            }
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
    for links in all.values_mut() {
        // Pages were visited in their order, and the sort keeps it.
        links.sort_by(|a, b| a.way.cmp(&b.way));
        links.shrink_to_fit();
    }
    all
}

/// To whom a page refers, and in what ways, in the order in which it does so first.
fn from_page<'a>(corpus: &'a Corpus, facts: &'a PageFacts) -> Vec<(&'a EntityId, Backlink)> {
    let mut links: Vec<(&EntityId, Backlink)> = Vec::new();
    // Where each stands among them: a page may refer to thousands.
    let mut places: HashMap<(&EntityId, Way), usize> = HashMap::default();
    for (number, mention) in (0_u32..).zip(&facts.mentions) {
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
        let place = *places.entry((id, way.clone())).or_insert(links.len());
        match links.get_mut(place) {
            Some((_, link)) => link.mentions.push(number),
            None => {
                links.push((id, Backlink { from: facts.id.clone(), way, mentions: vec![number] }));
            }
        }
    }
    for (_, link) in &mut links {
        link.mentions.shrink_to_fit();
    }
    links
}
