//! Who refers to a page, and in what way.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::corpus::Corpus;
use super::publication::PublishedPage;
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
pub(super) type Backlinks = HashMap<EntityId, Arc<Vec<Backlink>>>;

/// Gather them from all pages.
#[must_use]
pub(super) fn gather(corpus: &Corpus) -> Backlinks {
    let pages = corpus.all_pages();
    // Whom they refer to is looked up here, by many threads: one alone hands the links out.
    let from_page = |page: &PublishedPage| -> Vec<(usize, Backlink)> {
        let links = from_page(corpus, page.facts()).into_iter();
        links.map(|(to, link)| (corpus.rank(to), link)).collect()
    };
    let from: Vec<_> = pages.par_iter().map(from_page).collect();
    let mut all: Vec<Vec<Backlink>> = Vec::new();
    all.resize_with(pages.len(), Vec::new);
    for (to, link) in from.into_iter().flatten() {
        if let Some(links) = all.get_mut(to) {
            links.push(link);
        }
    }
    let sorted = all.into_par_iter().zip(pages).filter(|(links, _)| !links.is_empty());
    let sorted = sorted.map(|(mut links, to)| {
        // Pages were visited in their order, and the sort keeps it.
        links.sort_by(|a, b| a.way.cmp(&b.way));
        links.shrink_to_fit();
        (to.facts().id.clone(), links.into())
    });
    sorted.collect::<Vec<_>>().into_iter().collect()
}

/// What was gathered before, with what these pages say exchanged: all others say what they said, and stand in the same
/// order. The pages of which that changes something, too.
#[must_use]
pub(super) fn exchange(
    gathered: &Arc<Backlinks>,
    (before, after): (&Corpus, &Corpus),
    from: &BTreeSet<EntityId>,
) -> (Arc<Backlinks>, BTreeSet<EntityId>) {
    let mut all = gathered.clone();
    let mut others = BTreeSet::new();
    for page in from.iter().filter_map(|id| before.page(id)) {
        for (to, _) in from_page(before, page.facts()) {
            if others.insert(to.clone()) {
                let all = Arc::make_mut(&mut all);
                let Some(links) = all.get_mut(to) else { continue };
                Arc::make_mut(links).retain(|link| !from.contains(&link.from));
            }
        }
    }
    for page in from.iter().filter_map(|id| after.page(id)) {
        let rank = after.rank(&page.facts().id);
        for (to, link) in from_page(after, page.facts()) {
            others.insert(to.clone());
            let links = Arc::make_mut(Arc::make_mut(&mut all).entry(to.clone()).or_default());
            let earlier = |other: &Backlink| (&other.way, after.rank(&other.from)) < (&link.way, rank);
            links.insert(links.partition_point(earlier), link);
        }
    }
    for id in &others {
        if all.get(id).is_some_and(|links| links.is_empty()) {
            Arc::make_mut(&mut all).remove(id);
        }
    }
    (all, others)
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
