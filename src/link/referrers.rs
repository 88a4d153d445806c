//! Who refers to a page, where they are too many to stand on it: the list of them over pages of its own.
//!
//! A page lists its backlinks but for those that its facts say already: what few others write of it as a fact stands among
//! the facts. Of what many write the facts would be too long, so it stands in the list.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::backlinks::{Backlink, Backlinks, Way};
use super::corpus::Corpus;
use super::dossier::Dossier;
use super::relations::{self, OtherEnd, RelationEnd, Relations};
use crate::model::{EntityId, KindId, RelationId};
use crate::text::HashMap;

/// How many backlinks stand on the page itself at most, and on one page of the list of more.
pub const BACKLINKS_ON_A_PAGE: usize = 200;

/// How many inverse ends of one relation stand among the facts at most.
pub const MOST_INVERSES: usize = 8;

/// The list of those who refer to a page, where they are too many to stand on it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Referrers {
    /// Which of the page's backlinks are listed.
    listed: Vec<usize>,
    /// What follows each other in the list alike.
    pub runs: Vec<Run>,
}

/// Backlinks that follow each other: in one way, by pages of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// In what way they refer.
    pub way: Way,
    /// Of which kind the pages are; none for plain pages.
    pub kind: Option<KindId>,
    /// Where in the list it begins.
    pub start: usize,
}

impl Referrers {
    /// How many are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.listed.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// How many pages the list takes.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.listed.len().div_ceil(BACKLINKS_ON_A_PAGE)
    }

    /// The page of the list on which its `place`-th stands, from 1.
    #[must_use]
    pub fn page_at(place: usize) -> usize {
        place / BACKLINKS_ON_A_PAGE + 1
    }

    /// Where in the list the run behind this one begins, or the list ends.
    #[must_use]
    pub fn end_of(&self, run: usize) -> usize {
        self.runs.get(run + 1).map_or(self.listed.len(), |next| next.start)
    }

    /// Some of the list, as places among the backlinks of the page.
    #[must_use]
    pub fn listed(&self, from: usize, to: usize) -> &[usize] {
        self.listed.get(from..to.min(self.listed.len())).unwrap_or_default()
    }

    /// The runs that have a part on the `nth` page, each with which of the backlinks stand there.
    #[must_use]
    pub fn on_page(&self, nth: usize) -> Vec<(usize, &Run, &[usize])> {
        let start = nth.saturating_sub(1).saturating_mul(BACKLINKS_ON_A_PAGE);
        let end = (start + BACKLINKS_ON_A_PAGE).min(self.listed.len());
        let runs = self.runs.iter().enumerate();
        let here = runs.map(|(place, run)| (place, run, run.start.max(start), self.end_of(place).min(end)));
        let here = here.filter(|(.., from, to)| from < to);
        here.map(|(place, run, from, to)| (place, run, self.listed(from, to))).collect()
    }
}

/// How many others wrote each relation of one entity.
pub type InverseCounts<'a> = BTreeMap<&'a RelationId, usize>;

impl Dossier {
    /// How many others wrote each relation of an entity.
    #[must_use]
    pub fn inverse_counts(&self, id: &EntityId) -> InverseCounts<'_> {
        inverse_counts(self.relations(id))
    }

    /// The inverse end of a relation that one page wrote of another.
    #[must_use]
    pub fn inverse_end(&self, of: &EntityId, relation: &RelationId, from: &EntityId) -> Option<&RelationEnd> {
        inverse_end(self, self.relations(of), relation, from)
    }
}

fn inverse_counts(ends: &[RelationEnd]) -> InverseCounts<'_> {
    let mut counts = InverseCounts::new();
    for end in ends.iter().filter(|end| end.inverse) {
        *counts.entry(&end.relation).or_default() += 1;
    }
    counts
}

/// The ends of a page are its own first, then those that others wrote, in the order of their pages.
fn inverse_end<'a>(
    corpus: &Corpus,
    ends: &'a [RelationEnd],
    relation: &RelationId,
    from: &EntityId,
) -> Option<&'a RelationEnd> {
    let inverses = ends.get(ends.partition_point(|end| !end.inverse)..)?;
    let rank = corpus.rank(from);
    let first = inverses.partition_point(|end| corpus.rank(&end.writer) < rank);
    let own = inverses.get(first..)?.iter().take_while(|end| end.writer == *from);
    own.into_iter().find(|end| end.relation == *relation && matches!(&end.other, OtherEnd::Page(_)))
}

/// The lists of those pages that need one.
pub(super) type AllReferrers = HashMap<EntityId, Arc<Referrers>>;

/// Gather them from all pages.
#[must_use]
pub(super) fn gather(corpus: &Corpus, relations: &Relations, backlinks: &Backlinks) -> AllReferrers {
    backlinks.keys().filter_map(|id| Some((id.clone(), of(corpus, relations, backlinks, id)?))).collect()
}

/// What was gathered before, with the lists of these pages made anew.
#[must_use]
pub(super) fn exchange<'a>(
    gathered: &AllReferrers,
    (corpus, relations, backlinks): (&Corpus, &Relations, &Backlinks),
    others: impl Iterator<Item = &'a EntityId>,
) -> AllReferrers {
    let mut all = gathered.clone();
    for id in others {
        match of(corpus, relations, backlinks, id) {
            Some(list) => all.insert(id.clone(), list),
            None => all.remove(id),
        };
    }
    all
}

fn of(
    corpus: &Corpus,
    relations: &Relations,
    backlinks: &Backlinks,
    id: &EntityId,
) -> Option<Arc<Referrers>> {
    let links = backlinks.get(id).filter(|links| links.len() > BACKLINKS_ON_A_PAGE)?;
    let list = referrers(corpus, relations::of(relations, id), links);
    (list.len() > BACKLINKS_ON_A_PAGE).then(|| list.into())
}

fn referrers(corpus: &Corpus, ends: &[RelationEnd], links: &[Backlink]) -> Referrers {
    let counts = inverse_counts(ends);
    let mut list = Referrers::default();
    for (place, link) in links.iter().enumerate() {
        if let Way::Relation(relation) = &link.way {
            let Some(end) = inverse_end(corpus, ends, relation, &link.from) else { continue };
            if corpus.is_of_standing(end) && counts.get(relation).is_none_or(|count| *count <= MOST_INVERSES)
            {
                continue;
            }
        }
        let kind = corpus.page(&link.from).and_then(|page| page.facts().kind());
        if list.runs.last().is_none_or(|run| run.way != link.way || run.kind.as_ref() != kind) {
            let start = list.listed.len();
            list.runs.push(Run { way: link.way.clone(), kind: kind.cloned(), start });
        }
        list.listed.push(place);
    }
    list
}
