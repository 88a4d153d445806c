//! How much of a dossier carries a citation, and what does not.
//!
//! Four sorts of statement are counted, by kind of page: *facts* (the dates and further fields of the facts panel),
//! *relations* (on the page that writes them), *claims*, and the *paragraphs* of the text.
//!
//! - What a page names as `sources:` (or, for an event, `documented_by`) covers its facts and relations, never its
//!   text. A relation is also covered by sources of its own.
//! - A claim is covered by one source that reports, supports or contradicts it. That covers its facts and relations
//!   as well: whoever reports a claim reports who made it and when.
//! - Not counted, because it cites or describes and states nothing: relations that lead to evidence, `about`, and
//!   the facts and relations of a source, which describe the source itself.
//! - A paragraph is covered by what is cited in it or attached to it; see [`Paragraph`](crate::parse::paragraph).
//!
//! The home page and the introductions to kinds do not count, nor does a plain page that says by `own_words: true` that
//! it speaks of the dossier itself; such pages are named beside the count. Only what readers can follow covers: a citation of a
//! private source does not.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::link::relations::{OtherEnd, RelationEnd};
use crate::link::{Dossier, PublishedPage, Resolution};
use crate::model::{EntityId, KindId};
use crate::parse::facts::{MentionKey, PageFacts, PageRole, WrittenCitation};
use crate::parse::target::Target;
use crate::text::Span;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A date or a further field.
    Fact,
    /// A relation.
    Relation,
    /// A claim.
    Claim,
    /// A paragraph, an item, a row, a quotation.
    Paragraph,
}

impl Sort {
    /// All, in the order of the columns.
    pub const ALL: [Self; 4] = [Self::Fact, Self::Relation, Self::Claim, Self::Paragraph];

    /// The word for one.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Relation => "relation",
            Self::Claim => "claim",
            Self::Paragraph => "paragraph",
        }
    }

    /// The heading of its column.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Fact => "Facts",
            Self::Relation => "Relations",
            Self::Claim => "Claims",
            Self::Paragraph => "Paragraphs",
        }
    }
}

/// How many there are, and how many of them carry a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// With a citation.
    pub covered: usize,
    /// All.
    pub all: usize,
}

impl Tally {
    /// Per cent, rounded down: only what is whole is 100. `None` where there is nothing to cover.
    #[must_use]
    pub fn percent(self) -> Option<usize> {
        (self.covered * 100).checked_div(self.all)
    }

    fn add(&mut self, other: Self) {
        self.covered += other.covered;
        self.all += other.all;
    }
}

/// One tally for each of [`Sort::ALL`].
pub type Tallies = [Tally; 4];

/// What carries no citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uncovered {
    /// A field of the front matter that holds a fact.
    Fact(Arc<str>),
    /// A relation, by its place among those the page wrote and shows.
    Relation(Box<RelationEnd>),
    /// The claim that the page is.
    Claim,
    /// Words of the body, as a range of its text.
    Paragraph(std::ops::Range<usize>),
}

impl Uncovered {
    /// What it is.
    #[must_use]
    pub fn sort(&self) -> Sort {
        match self {
            Self::Fact(_) => Sort::Fact,
            Self::Relation(_) => Sort::Relation,
            Self::Claim => Sort::Claim,
            Self::Paragraph(_) => Sort::Paragraph,
        }
    }
}

/// What is not covered on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageGaps {
    /// The page.
    pub page: EntityId,
    /// What, and where in its file.
    pub gaps: Vec<(Uncovered, Span)>,
}

/// The coverage of the pages of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindCoverage {
    /// The kind; `None` for plain pages.
    pub kind: Option<KindId>,
    /// How many of each sort.
    pub tallies: Tallies,
    /// What is not covered, by page in the order of the dossier; pages without gaps are left out.
    pub pages: Vec<Arc<PageGaps>>,
}

/// The coverage of a dossier, by kind in the order of the settings, plain pages last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Kinds without pages are left out.
    pub kinds: Vec<KindCoverage>,
    /// The pages that are not counted, because they say that they speak of the dossier itself.
    pub own_words: Vec<EntityId>,
}

impl Coverage {
    /// Count over a dossier.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        let kinds = dossier.settings.kinds.iter().map(|kind| Some(kind.id.clone())).chain([None]);
        let kinds = kinds.filter_map(|kind| {
            let pages: Vec<&PublishedPage> = match &kind {
                Some(kind) => dossier.of_kind(kind.as_str()).iter().collect(),
                None => plain_pages(dossier).filter(|page| !page.facts().own_words).collect(),
            };
            let counted: Vec<_> = pages.par_iter().map(|page| PageCount::of(dossier, page)).collect();
            let mut tallies = Tallies::default();
            for count in &counted {
                for (tally, own) in tallies.iter_mut().zip(count.tallies) {
                    tally.add(own);
                }
            }
            let pages = counted
                .into_iter()
                .map(|count| count.gaps)
                .filter(|gaps| !gaps.gaps.is_empty())
                .map(Arc::new);
            let any = tallies.iter().any(|tally| tally.all > 0);
            any.then(|| KindCoverage { kind, tallies, pages: pages.collect() })
        });
        let own = plain_pages(dossier).map(|page| page.facts()).filter(|facts| facts.own_words);
        Self { kinds: kinds.collect(), own_words: own.map(|facts| facts.id.clone()).collect() }
    }

    /// The count over the same dossier after a change of words or names: `before` is what was counted, and shares its
    /// statements with `dossier`.
    #[must_use]
    pub(super) fn after(&self, before: &Dossier, dossier: &Dossier) -> Self {
        let mut coverage = self.clone();
        let mut changed = dossier.changed_since(before);
        changed.retain(|(_, page)| match page.facts().role {
            PageRole::Entity(_) => true,
            PageRole::Plain => !page.facts().own_words,
            PageRole::Home | PageRole::KindIntro(_) => false,
        });
        // Where they stand now is looked for among those that kept their order.
        let ids: BTreeSet<_> = changed.iter().map(|(_, page)| &page.facts().id).collect();
        for kind in &mut coverage.kinds {
            kind.pages.retain(|gaps| !ids.contains(&gaps.page));
        }
        for (was, page) in changed {
            let facts = page.facts();
            let kind = coverage.kinds.iter_mut().find(|kind| kind.kind.as_ref() == facts.kind());
            if !kind.is_some_and(|kind| kind.recount(before, dossier, was, page)) {
                // A kind that had nothing to cover, or has nothing any more.
                return Self::of(dossier);
            }
        }
        coverage
    }

    /// Over all kinds.
    #[must_use]
    pub fn total(&self) -> Tallies {
        let mut total = Tallies::default();
        for kind in &self.kinds {
            for (tally, own) in total.iter_mut().zip(kind.tallies) {
                tally.add(own);
            }
        }
        total
    }

    /// Of everything that is counted, how much is covered.
    #[must_use]
    pub fn overall(&self) -> Tally {
        let mut overall = Tally::default();
        self.total().into_iter().for_each(|tally| overall.add(tally));
        overall
    }

    /// Every gap, with its page.
    pub fn gaps(&self) -> impl Iterator<Item = (&EntityId, &Uncovered, Span)> {
        let pages = self.kinds.iter().flat_map(|kind| &kind.pages);
        pages.flat_map(|page| page.gaps.iter().map(|(gap, place)| (&page.page, gap, *place)))
    }
}

impl KindCoverage {
    /// Count a page anew that is none of those with gaps; whether anything is left to cover.
    fn recount(
        &mut self,
        before: &Dossier,
        dossier: &Dossier,
        was: &PublishedPage,
        page: &PublishedPage,
    ) -> bool {
        let (was, now) = (PageCount::of(before, was), PageCount::of(dossier, page));
        for (tally, (was, now)) in self.tallies.iter_mut().zip(was.tallies.into_iter().zip(now.tallies)) {
            tally.all = tally.all + now.all - was.all;
            tally.covered = tally.covered + now.covered - was.covered;
        }
        let rank = dossier.rank(&now.gaps.page);
        if !now.gaps.gaps.is_empty() {
            let place = self.pages.partition_point(|gaps| dossier.rank(&gaps.page) < rank);
            self.pages.insert(place, now.gaps.into());
        }
        self.tallies.iter().any(|tally| tally.all > 0)
    }
}

fn plain_pages(dossier: &Dossier) -> impl Iterator<Item = &PublishedPage> {
    dossier.pages().filter(|page| page.facts().role == PageRole::Plain)
}

/// Relations that are evidence.
const EVIDENCE: [&str; 3] = ["reported_by", "supported_by", "contradicted_by"];

/// Relations that state nothing of the world: evidence, and what a page is about.
const NO_STATEMENTS: [&str; 3] = ["documented_by", "based_on", "about"];

/// One page, counted.
struct PageCount {
    tallies: Tallies,
    gaps: PageGaps,
}

impl PageCount {
    fn of(dossier: &Dossier, page: &PublishedPage) -> Self {
        let facts = page.facts();
        let gaps = PageGaps { page: facts.id.clone(), gaps: Vec::new() };
        let mut count = Self { tallies: Tallies::default(), gaps };
        let whole = is_covered_as_a_whole(dossier, facts);
        if facts.source.is_none() {
            let fields =
                facts.dates.iter().map(|date| &date.field).chain(facts.further.iter().map(|(f, _)| f));
            for field in fields {
                count.count(
                    whole,
                    || (Uncovered::Fact(field.clone()), page.parsed().field(field)),
                    Sort::Fact,
                );
            }
            for end in statements(dossier, &facts.id) {
                let covered = whole || cites(dossier, facts, &end.written.sources);
                let gap =
                    || (Uncovered::Relation(Box::new(end.clone())), page.parsed().place(&end.written.to));
                count.count(covered, gap, Sort::Relation);
            }
        }
        if facts.claim.is_some() {
            let covered = has_evidence(dossier, facts);
            count.count(covered, || (Uncovered::Claim, page.parsed().field("title")), Sort::Claim);
        }
        let shown = |target: &Target| is_shown_source(dossier, facts, target);
        for (range, covered) in page.parsed().paragraphs.covered(shown) {
            let place = page.parsed().body.place(range.clone());
            count.count(covered, || (Uncovered::Paragraph(range), place), Sort::Paragraph);
        }
        count.gaps.gaps.shrink_to_fit();
        count
    }

    fn count(&mut self, covered: bool, gap: impl FnOnce() -> (Uncovered, Span), sort: Sort) {
        let tally = &mut self.tallies[sort as usize];
        tally.all += 1;
        if covered {
            tally.covered += 1;
        } else {
            self.gaps.gaps.push(gap());
        }
    }
}

/// The relations that a page wrote and shows, and that state something.
fn statements<'a>(dossier: &'a Dossier, id: &EntityId) -> impl Iterator<Item = &'a RelationEnd> {
    dossier.relations(id).iter().filter(|end| {
        let relation = end.relation.as_str();
        !end.inverse && !EVIDENCE.contains(&relation) && !NO_STATEMENTS.contains(&relation)
    })
}

/// Whether its front matter names a source for the page as a whole.
fn is_covered_as_a_whole(dossier: &Dossier, facts: &PageFacts) -> bool {
    cites(dossier, facts, &facts.sources)
        || leads_to_source(dossier, &facts.id, &["documented_by"])
        || has_evidence(dossier, facts)
}

/// Whether a claim has a source that reports, supports or contradicts it, in front matter or in its text.
#[must_use]
pub fn has_evidence(dossier: &Dossier, facts: &PageFacts) -> bool {
    facts.claim.is_some()
        && (leads_to_source(dossier, &facts.id, &EVIDENCE)
            || facts.evidence.iter().any(|found| shown(dossier, facts, &found.source.source)))
}

fn leads_to_source(dossier: &Dossier, id: &EntityId, relations: &[&str]) -> bool {
    dossier.relations(id).iter().any(|end| {
        !end.inverse
            && relations.contains(&end.relation.as_str())
            && matches!(&end.other, OtherEnd::Page(other) if dossier.is_source(other))
    })
}

fn cites(dossier: &Dossier, facts: &PageFacts, citations: &[WrittenCitation]) -> bool {
    citations.iter().any(|citation| shown(dossier, facts, &citation.source))
}

fn shown(dossier: &Dossier, facts: &PageFacts, key: &MentionKey) -> bool {
    is_shown_source(dossier, facts, &key.target)
}

fn is_shown_source(dossier: &Dossier, facts: &PageFacts, target: &Target) -> bool {
    matches!(dossier.resolve(facts, target), Resolution::Page(id) if dossier.is_source(id))
}
