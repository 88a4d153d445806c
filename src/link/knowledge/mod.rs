//! What was known when: the day something happened, the day a source for it was published, and the day it was
//! retrieved, kept apart.
//!
//! ```text
//! relations, front matter ─▶ grounds: which sources tell of it, and the first of them ─▶ Days
//! Days of all entries and pages ─▶ News, by Period ─▶ the pages of "known/", the slider of the timeline
//! ```
//!
//! The reading is the careful one: a reader of a day can have known something only if a source for it was certainly out
//! by then. So a vague date counts as the last day that it leaves open, a doubtful one does not count, and what has no
//! dated source is never known; how much that is, is told. Nothing depends on the day on which the site is built.

mod grounds;
mod period;
mod stops;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use super::address::ReadingOrder;
use super::corpus::Corpus;
use super::relations::Relations;
use super::timeline::TimelineEntry;
use crate::model::date::{Day, EdtfDate};
use crate::model::{EntityId, vocabulary};
use crate::parse::facts::{PageFacts, PageRole};
use crate::text::HashMap;

pub use grounds::{Days, FirstSource, Publication, Unknown};
pub use period::Period;

/// How many pieces of news one page holds at most.
pub const NEWS_ON_A_PAGE: usize = 200;

/// How many periods one page lists at most.
pub const PERIODS_ON_A_PAGE: usize = 1200;

/// What became known is of one of these sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewsSort {
    /// A dated event, or another date of an entity on the timeline: born, founded.
    Event,
    /// A claim.
    Claim,
    /// A source came out.
    Source,
    /// An entity was first named; events without a date among them.
    Entity,
}

impl NewsSort {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Event, Self::Claim, Self::Source, Self::Entity];
}

/// What became known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An entry of the timeline, by its place there.
    Entry(usize),
    /// An entity.
    Entity(EntityId),
}

/// One thing that became known, or of which nothing says when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// What.
    pub subject: Subject,
    /// Of what sort.
    pub sort: NewsSort,
    /// Its days.
    pub days: Days,
}

impl News {
    /// The period in which it became known.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.days.first(ReadingOrder::Published).map(FirstSource::period)
    }
}

/// What became known when, over the whole dossier.
#[derive(Debug, Clone, Default)]
pub struct Knowledge {
    /// By period, then sort, date and page order; what has no day comes last.
    news: Vec<News>,
    /// The periods in which something became known, in order, with where their news stands.
    periods: Vec<(Period, Range<usize>)>,
    /// Where the news without a day begins.
    without_day: usize,
    /// The days of each sort on which something became known, in order.
    days: [Vec<Day>; 4],
    /// How much of each sort there is, known or not.
    totals: [usize; 4],
    /// The days of each entry of the timeline.
    entries: Arc<Vec<Days>>,
    /// The entries of the timeline, by place, in each other order; those without such a day come last.
    by_published: Arc<Ordered>,
    by_retrieved: Arc<Ordered>,
    pages: Arc<HashMap<EntityId, Days>>,
    /// Where one who goes through time stops, with how many entries are known there.
    stops: Vec<(Period, usize)>,
}

/// Entries of the timeline in another order, by place, and how many have a day in it.
type Ordered = (Vec<usize>, usize);

/// Find out what became known when.
#[must_use]
pub(super) fn gather(corpus: &Corpus, relations: &Relations, timeline: &[TimelineEntry]) -> Knowledge {
    let grounds = grounds::Grounds::new(corpus, relations);
    let mut news = Vec::new();
    let mut entries = Vec::with_capacity(timeline.len());
    for (place, entry) in timeline.iter().enumerate() {
        let Some(page) = corpus.page(&entry.entity) else { continue };
        let days = grounds.of_entry(page.facts(), &entry.field, &entry.date);
        if !grounds::is_claim_or_source(page.facts()) {
            news.push(News { subject: Subject::Entry(place), sort: NewsSort::Event, days: days.clone() });
        }
        entries.push(days);
    }
    let mut pages = HashMap::default();
    for page in corpus.pages().filter(|page| matches!(page.facts().role, PageRole::Entity(_))) {
        let facts = page.facts();
        let days = grounds.of_page(facts);
        if let Some(sort) = sort(facts) {
            news.push(News { subject: Subject::Entity(facts.id.clone()), sort, days: days.clone() });
        }
        pages.insert(facts.id.clone(), days);
    }
    news.sort_by_cached_key(|piece| order(corpus, timeline, piece));
    Knowledge::of(news, entries, pages)
}

/// Of what sort it is that an entity became known; none where its entry on the timeline says the same.
fn sort(facts: &PageFacts) -> Option<NewsSort> {
    match facts.kind()?.as_str() {
        vocabulary::CLAIM => Some(NewsSort::Claim),
        vocabulary::SOURCE => Some(NewsSort::Source),
        _ => facts.date("date").is_none().then_some(NewsSort::Entity),
    }
}

/// By period, sort, when it came out, when it happened, and page order.
fn order(corpus: &Corpus, timeline: &[TimelineEntry], piece: &News) -> impl Ord + use<> {
    let (happened, id) = match &piece.subject {
        Subject::Entry(place) => (Some(&timeline[*place].date), &timeline[*place].entity),
        Subject::Entity(id) => (corpus.page(id).and_then(|page| page.facts().date("date")), id),
    };
    let out = piece.days.first(ReadingOrder::Published).map(|first| first.date.order());
    let period = piece.period();
    let happened = happened.map(EdtfDate::order);
    ((period.is_none(), period), piece.sort, out, (happened.is_none(), happened), corpus.rank(id))
}

/// By period and date of the first source, then as on the timeline.
fn ordered(entries: &[Days], order: ReadingOrder) -> Ordered {
    let mut places: Vec<usize> = (0..entries.len()).collect();
    places.sort_by_cached_key(|place| {
        let first = entries[*place].first(order);
        (first.is_none(), first.map(FirstSource::period), first.map(|first| first.date.order()), *place)
    });
    let dated = entries.iter().filter(|days| days.first(order).is_some()).count();
    (places, dated)
}

/// Each stop with how many of these are known at its end.
fn counted(entries: &[Days]) -> Vec<(Period, usize)> {
    let mut days: Vec<Day> = entries.iter().filter_map(Days::known_by).collect();
    days.sort_unstable();
    let known = |stop: Period| (stop, days.partition_point(|day| *day <= stop.last_day()));
    stops::stops(&days).into_iter().map(known).collect()
}

impl Knowledge {
    fn of(news: Vec<News>, entries: Vec<Days>, pages: HashMap<EntityId, Days>) -> Self {
        let mut knowledge = Self {
            by_published: ordered(&entries, ReadingOrder::Published).into(),
            by_retrieved: ordered(&entries, ReadingOrder::Retrieved).into(),
            stops: counted(&entries),
            entries: entries.into(),
            pages: pages.into(),
            ..Self::default()
        };
        for piece in &news {
            knowledge.totals[piece.sort as usize] += 1;
        }
        for (place, piece) in news.iter().enumerate() {
            let Some(period) = piece.period() else { break };
            match knowledge.periods.last_mut().filter(|(last, _)| *last == period) {
                Some((_, range)) => range.end = place + 1,
                None => knowledge.periods.push((period, place..place + 1)),
            }
            knowledge.without_day = place + 1;
            knowledge.days[piece.sort as usize].extend(piece.days.known_by());
        }
        for days in &mut knowledge.days {
            days.sort_unstable();
        }
        knowledge.news = news;
        knowledge
    }

    /// The same after these pages, none of them a source, have got other places among all: the timeline is the same.
    pub(super) fn reordered(&self, corpus: &Corpus, timeline: &[TimelineEntry], moved: &[EntityId]) -> Self {
        let is_of_them = |piece: &News| match &piece.subject {
            Subject::Entry(place) => moved.contains(&timeline[*place].entity),
            Subject::Entity(id) => moved.contains(id),
        };
        let (own, mut news): (Vec<News>, Vec<News>) = self.news.iter().cloned().partition(is_of_them);
        for piece in own {
            let key = order(corpus, timeline, &piece);
            let place = news.partition_point(|other| order(corpus, timeline, other) <= key);
            news.insert(place, piece);
        }
        Self { news, ..self.clone() }
    }

    /// Whether anything has a day of becoming known. Without one there is nothing to tell.
    #[must_use]
    pub fn has_days(&self) -> bool {
        !self.periods.is_empty()
    }

    /// The periods in which something became known, in order, each with what was new.
    pub fn periods(&self) -> impl ExactSizeIterator<Item = (Period, &[News])> {
        self.periods.iter().map(|(period, range)| (*period, &self.news[range.clone()]))
    }

    /// What was new in a period.
    #[must_use]
    pub fn news_of(&self, period: Period) -> &[News] {
        self.place(period).map_or(&[], |place| &self.news[self.periods[place].1.clone()])
    }

    /// The period before and the one after.
    #[must_use]
    pub fn beside(&self, period: Period) -> (Option<Period>, Option<Period>) {
        let Some(place) = self.place(period) else { return (None, None) };
        let at =
            |place: Option<usize>| place.and_then(|place| self.periods.get(place)).map(|(period, _)| *period);
        (at(place.checked_sub(1)), at(place.checked_add(1)))
    }

    fn place(&self, period: Period) -> Option<usize> {
        self.periods.binary_search_by(|(other, _)| other.cmp(&period)).ok()
    }

    /// What has no day of becoming known.
    #[must_use]
    pub fn without_day(&self) -> &[News] {
        &self.news[self.without_day..]
    }

    /// How much of a sort is known at the end of this day.
    #[must_use]
    pub fn known_on(&self, sort: NewsSort, day: Day) -> usize {
        self.days[sort as usize].partition_point(|known| *known <= day)
    }

    /// How much of a sort has a day of becoming known.
    #[must_use]
    pub fn known_in_all(&self, sort: NewsSort) -> usize {
        self.days[sort as usize].len()
    }

    /// How much of a sort there is, known or not.
    #[must_use]
    pub fn count(&self, sort: NewsSort) -> usize {
        self.totals[sort as usize]
    }

    /// The entries of the timeline in another order, by their places there.
    #[must_use]
    pub fn entries_by(&self, order: ReadingOrder) -> &[usize] {
        &self.ordered(order).0
    }

    /// How many entries have a day in this order.
    #[must_use]
    pub fn dated_entries(&self, order: ReadingOrder) -> usize {
        self.ordered(order).1
    }

    fn ordered(&self, order: ReadingOrder) -> &Ordered {
        match order {
            ReadingOrder::Published => &self.by_published,
            ReadingOrder::Retrieved => &self.by_retrieved,
        }
    }

    /// Where one who goes through time stops: the ends of the months in which an entry of the timeline became known,
    /// each with how many entries are known there. Where the months are many, the years, the decades and so on.
    pub fn stops(&self) -> impl Iterator<Item = &(Period, usize)> {
        self.stops.iter()
    }

    /// The days of an entry of the timeline, by its place there.
    #[must_use]
    pub fn of_entry(&self, place: usize) -> Option<&Days> {
        self.entries.get(place)
    }

    /// The days of an entity as a whole.
    #[must_use]
    pub fn of_page(&self, id: &EntityId) -> Option<&Days> {
        self.pages.get(id)
    }
}
