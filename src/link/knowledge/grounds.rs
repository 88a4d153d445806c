//! By which published sources something can have been known.
//!
//! The same sources count as for coverage: those that a page names for itself, the evidence of a claim, and those of a
//! relation for both its ends. What is cited in the text does not: a paragraph may cite a book on the background that
//! never heard of the event.

use super::period::Period;
use crate::link::address::ReadingOrder;
use crate::link::corpus::Corpus;
use crate::link::relations::{self, OtherEnd, RelationEnd, Relations};
use crate::link::resolution::Resolution;
use crate::model::claim::Stance;
use crate::model::date::{Certainty, Day, EdtfDate};
use crate::model::{EntityId, vocabulary};
use crate::parse::facts::{MentionKey, PageFacts};
use crate::text::HashMap;

/// The first source of some sort, and the day by which it was certainly there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstSource {
    /// The day by which it was published, or retrieved: the last that its date leaves open.
    pub by: Day,
    /// The date as it is written.
    pub date: EdtfDate,
    /// The source.
    pub source: EntityId,
}

/// Why nothing says by when something was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unknown {
    /// No published source is named for it.
    Unsourced,
    /// Its sources do not say when they were published, or not with certainty.
    Undated,
    /// All its sources whose date is certain were published before it happened, and so cannot tell of it.
    Earlier,
}

/// When its first source was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Publication {
    /// By this day.
    First(FirstSource),
    /// Nothing says when.
    Unknown(Unknown),
}

/// The days of one thing besides the day on which it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    /// When a source for it was first published.
    pub published: Publication,
    /// When a source for it was first retrieved.
    pub retrieved: Option<FirstSource>,
}

impl FirstSource {
    /// The month or year to which it belongs.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::of(&self.date, self.by)
    }
}

impl Days {
    /// The first source by this order.
    #[must_use]
    pub fn first(&self, order: ReadingOrder) -> Option<&FirstSource> {
        match (order, &self.published) {
            (ReadingOrder::Published, Publication::First(first)) => Some(first),
            (ReadingOrder::Published, Publication::Unknown(_)) => None,
            (ReadingOrder::Retrieved, _) => self.retrieved.as_ref(),
        }
    }

    /// The day from which a reader can have known it; none where nothing says so.
    #[must_use]
    pub fn known_by(&self) -> Option<Day> {
        self.first(ReadingOrder::Published).map(|first| first.by)
    }

    /// Whether somebody who read all sources on this day can have known it.
    #[must_use]
    pub fn is_known_on(&self, day: Day) -> bool {
        self.known_by().is_some_and(|by| by <= day)
    }
}

/// The sources for each page, and what follows from them.
pub(super) struct Grounds<'a> {
    corpus: &'a Corpus,
    relations: &'a Relations,
    /// The source of each page that names one alone for itself.
    sole: HashMap<&'a EntityId, EntityId>,
}

impl<'a> Grounds<'a> {
    pub(super) fn new(corpus: &'a Corpus, relations: &'a Relations) -> Self {
        let sole = corpus.pages().filter_map(|page| {
            let sources = named_for_itself(corpus, page.facts());
            let (first, others) = sources.split_first()?;
            others.iter().all(|other| other == first).then(|| (&page.facts().id, first.clone()))
        });
        Self { corpus, relations, sole: sole.collect() }
    }

    /// The days of what happened on this date, by one of the page's date fields.
    pub(super) fn of_entry(&self, facts: &PageFacts, field: &str, happened: &EdtfDate) -> Days {
        let sources = match field {
            // That it happened is known to whoever tells of it.
            "date" => self.telling_of(facts),
            // That a source is out, it shows itself.
            "published" if facts.source.is_some() => vec![facts.id.clone()],
            _ => named_for_itself(self.corpus, facts),
        };
        days(self.corpus, &sources, Some(happened))
    }

    /// The days of a page as a whole: by which somebody can have read of it.
    pub(super) fn of_page(&self, facts: &PageFacts) -> Days {
        if facts.source.is_some() {
            return days(self.corpus, std::slice::from_ref(&facts.id), None);
        }
        let mut sources = self.telling_of(facts);
        let happened = facts.date("date");
        if facts.claim.is_none() && happened.is_none() {
            // What a page names as its sources shows its relations, and so names whom they lead to. Where it names
            // several, nothing says which of them does.
            let others = self.ends(facts).filter(|end| end.inverse && end.written.sources.is_empty());
            let others = others.filter(|end| !is_evidence(end) && !self.corpus.is_source(&end.writer));
            sources.extend(others.filter_map(|end| self.sole.get(&end.writer)).cloned());
        }
        days(self.corpus, &sources, happened)
    }

    /// The sources that the page names for itself, those of each relation in which it stands, and those that are about
    /// it.
    fn telling_of(&self, facts: &PageFacts) -> Vec<EntityId> {
        let mut sources = named_for_itself(self.corpus, facts);
        for end in self.ends(facts).filter(|end| end.relation.as_str() != "contradicted_by") {
            if end.inverse && end.relation.as_str() == "about" && self.corpus.is_source(&end.writer) {
                sources.push(end.writer.clone());
            }
            let Some(writer) = self.corpus.page(&end.writer) else { continue };
            let shown = end.written.sources.iter();
            sources.extend(shown.filter_map(|cited| source(self.corpus, writer.facts(), &cited.source)));
        }
        sources
    }

    /// The relations in which a page stands with another that goes out. One with somebody who may not be named is left
    /// out, with its sources.
    fn ends(&self, facts: &PageFacts) -> impl Iterator<Item = &'a RelationEnd> {
        relations::of(self.relations, &facts.id).iter().filter(|end| matches!(end.other, OtherEnd::Page(_)))
    }
}

/// What the page names for itself as a whole: for a claim also its evidence, except what speaks against it, which need
/// not tell of it.
fn named_for_itself(corpus: &Corpus, facts: &PageFacts) -> Vec<EntityId> {
    let itself = facts.source.is_some().then(|| facts.id.clone());
    let named = facts.sources.iter().map(|cited| &cited.source);
    let related = facts.relations.iter().filter(|written| {
        let stance = Stance::of_relation(written.relation.as_str());
        written.relation.as_str() == "documented_by" || stance.is_some_and(|stance| stance.tells())
    });
    let evidence = facts.evidence.iter().filter(|evidence| evidence.stance.tells());
    let keys = named
        .chain(related.map(|written| &written.to))
        .chain(evidence.map(|evidence| &evidence.source.source));
    itself.into_iter().chain(keys.filter_map(|key| source(corpus, facts, key))).collect()
}

/// The published source that is meant.
fn source(corpus: &Corpus, from: &PageFacts, key: &MentionKey) -> Option<EntityId> {
    match corpus.resolve(from, &key.target) {
        Resolution::Page(id) if corpus.is_source(id) => Some(id.clone()),
        _ => None,
    }
}

fn is_evidence(end: &RelationEnd) -> bool {
    end.relation.as_str() == "documented_by" || Stance::of_relation(end.relation.as_str()).is_some()
}

/// The first of these sources that can tell of what happened then.
fn days(corpus: &Corpus, sources: &[EntityId], happened: Option<&EdtfDate>) -> Days {
    let start = happened.and_then(EdtfDate::earliest);
    let mut unknown = if sources.is_empty() { Unknown::Unsourced } else { Unknown::Undated };
    let mut published: Option<FirstSource> = None;
    let mut retrieved: Option<FirstSource> = None;
    let keep = |first: &mut Option<FirstSource>, new: FirstSource| {
        if first.as_ref().is_none_or(|old| order(corpus, &new) < order(corpus, old)) {
            *first = Some(new);
        }
    };
    for id in sources {
        let Some(facts) = corpus.page(id).map(crate::link::PublishedPage::facts) else { continue };
        let by = |field: &str| {
            let date = facts.date(field)?;
            Some(FirstSource { by: certainly_by(date)?, date: date.clone(), source: id.clone() })
        };
        let is_before = |first: &FirstSource| start.is_some_and(|start| first.by < start);
        let out = by("published");
        if out.as_ref().is_some_and(is_before) {
            unknown = Unknown::Earlier;
            continue;
        }
        if let Some(out) = out {
            keep(&mut published, out);
        }
        if let Some(seen) = by("accessed").filter(|seen| !is_before(seen)) {
            keep(&mut retrieved, seen);
        }
    }
    let published = published.map_or(Publication::Unknown(unknown), Publication::First);
    Days { published, retrieved }
}

/// The last day that a date leaves open; none where its end is open, or where the date itself is in doubt: what was
/// published "around September" may have come out in October.
fn certainly_by(date: &EdtfDate) -> Option<Day> {
    date.latest().filter(|_| date.certainty() == Certainty::Certain)
}

fn order<'f>(corpus: &Corpus, first: &'f FirstSource) -> impl Ord + use<'f> {
    (first.by, first.date.order(), corpus.rank(&first.source))
}

/// Whether news of this kind of page is that it was claimed, or that it came out, and not that it happened.
pub(super) fn is_claim_or_source(facts: &PageFacts) -> bool {
    facts.kind().is_some_and(|kind| [vocabulary::CLAIM, vocabulary::SOURCE].contains(&kind.as_str()))
}
