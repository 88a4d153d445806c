//! The indexes of a kind, by name and by date: their groups, over as many pages as they take.
//!
//! A group is found by where it begins, so that one page of a long index is made without a look at the others. An index is
//! put in order when the first of its pages is made.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use super::corpus::Corpus;
use crate::model::date::{DateLanguage, EdtfDate};
use crate::model::words::capitalised;
use crate::model::{KindId, slug};
use crate::parse::facts::PageFacts;

/// How many entities stand on one page of an index, or of a tag.
pub const ENTITIES_ON_A_PAGE: usize = 400;

/// The order of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndexOrder {
    /// By name.
    Name,
    /// By date; what has none comes last.
    Date,
}

/// A list in groups, over as many pages as it takes.
#[derive(Debug, Default)]
pub struct GroupedList {
    /// Where each stands in what is listed.
    order: Vec<usize>,
    /// The groups, in order.
    pub groups: Vec<IndexedGroup>,
}

/// Those that follow each other under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexedGroup {
    /// "K", "2017", "Undated".
    pub label: String,
    /// The heading's id, unique in the whole list.
    pub anchor: String,
    /// Where in the list it begins.
    pub start: usize,
}

impl GroupedList {
    /// A list in this order, each under the heading that `label` gives for its place in what is listed.
    #[must_use]
    pub fn new(order: Vec<usize>, label: impl Fn(usize) -> String) -> Self {
        let mut groups = Groups::default();
        for (start, place) in order.iter().enumerate() {
            groups.add(label(*place), start);
        }
        Self { order, groups: groups.groups }
    }

    /// Which stand on the `nth` page, from 1, with the groups that they stand in.
    #[must_use]
    pub fn on_page(&self, nth: usize) -> Vec<(&IndexedGroup, &[usize])> {
        let start = nth.saturating_sub(1).saturating_mul(ENTITIES_ON_A_PAGE).min(self.order.len());
        let end = (start + ENTITIES_ON_A_PAGE).min(self.order.len());
        let first = self.groups.partition_point(|group| group.start <= start).saturating_sub(1);
        let mut found = Vec::new();
        for (place, group) in self.groups.iter().enumerate().skip(first) {
            if group.start >= end {
                break;
            }
            let next = self.groups.get(place + 1).map_or(self.order.len(), |next| next.start);
            let range: Range<usize> = group.start.max(start)..next.min(end);
            found.push((group, self.order.get(range).unwrap_or_default()));
        }
        found
    }

    /// Where in what is listed the one stands with which the `nth` page begins.
    #[must_use]
    pub fn first_of(&self, nth: usize) -> Option<usize> {
        self.order.get(nth.saturating_sub(1) * ENTITIES_ON_A_PAGE).copied()
    }
}

/// The page of an index on which its `place`-th entry stands, from 1.
#[must_use]
pub fn page_at(place: usize) -> usize {
    place / ENTITIES_ON_A_PAGE + 1
}

/// Groups under headings whose ids no other has.
#[derive(Debug, Default)]
struct Groups {
    groups: Vec<IndexedGroup>,
    anchors: HashSet<String>,
}

impl Groups {
    fn add(&mut self, label: String, start: usize) {
        if self.groups.last().is_some_and(|group| group.label == label) {
            return;
        }
        let mut anchor = format!("group-{}", slug(&label));
        if self.anchors.contains(&anchor) || anchor == "group-" {
            anchor = format!("group-{}", self.groups.len() + 1);
        }
        self.anchors.insert(anchor.clone());
        self.groups.push(IndexedGroup { label, anchor, start });
    }
}

/// The indexes of all kinds.
#[derive(Debug, Default)]
pub struct KindIndexes {
    by_name: HashMap<KindId, OnceLock<GroupedList>>,
    by_date: HashMap<KindId, OnceLock<GroupedList>>,
}

impl KindIndexes {
    /// Indexes of every kind that has entities; one by date where any of them has a date.
    #[must_use]
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mut indexes = Self::default();
        for kind in &corpus.settings.kinds {
            let pages = corpus.of_kind(kind.id.as_str());
            if !pages.is_empty() {
                indexes.by_name.insert(kind.id.clone(), OnceLock::new());
            }
            if pages.iter().any(|page| main_date(page.facts()).is_some()) {
                indexes.by_date.insert(kind.id.clone(), OnceLock::new());
            }
        }
        indexes
    }

    /// Whether there is an index of this kind by date.
    #[must_use]
    pub fn has_dates(&self, kind: &KindId) -> bool {
        self.by_date.contains_key(kind)
    }

    /// An index; none where nothing of the kind stands in it.
    #[must_use]
    pub fn get(&self, corpus: &Corpus, kind: &KindId, order: IndexOrder) -> Option<&GroupedList> {
        let indexes = match order {
            IndexOrder::Name => &self.by_name,
            IndexOrder::Date => &self.by_date,
        };
        indexes.get(kind).map(|index| index.get_or_init(|| kind_index(corpus, kind, order)))
    }
}

fn kind_index(corpus: &Corpus, kind: &KindId, order: IndexOrder) -> GroupedList {
    let pages = corpus.of_kind(kind.as_str());
    let mut places: Vec<usize> = (0..pages.len()).collect();
    if order == IndexOrder::Date {
        places.sort_by_cached_key(|place| {
            let order = main_date(pages[*place].facts()).map(EdtfDate::order);
            (order.is_none(), order)
        });
    }
    let language = DateLanguage::of(&corpus.settings.words);
    GroupedList::new(places, |place| match order {
        IndexOrder::Name => initial(&pages[place].facts().title),
        IndexOrder::Date => year(corpus, &language, pages[place].facts()),
    })
}

/// How many pages a list of so many entities takes; one where it is empty.
#[must_use]
pub fn pages_for(entities: usize) -> usize {
    entities.div_ceil(ENTITIES_ON_A_PAGE).max(1)
}

/// The date that stands for an entity in lists: `date`, or the first that its kind knows.
#[must_use]
pub fn main_date(facts: &PageFacts) -> Option<&EdtfDate> {
    facts.dates.first().map(|dated| &dated.date)
}

/// The heading under which a name stands: its first letter, or `#`.
#[must_use]
pub fn initial(title: &str) -> String {
    let first = title.chars().find(|c| c.is_alphanumeric());
    match first {
        Some(c) if c.is_alphabetic() => c.to_uppercase().collect(),
        _ => "#".to_owned(),
    }
}

/// The heading under which a date stands.
fn year(corpus: &Corpus, language: &DateLanguage, facts: &PageFacts) -> String {
    let words = &corpus.settings.words;
    match main_date(facts) {
        None => words.get("index-undated").to_owned(),
        Some(date) => match (date.vague_year(language), date.group().year) {
            (Some(words), _) => capitalised(words),
            (None, Some(year)) => language.year(year),
            (None, None) => words.get("index-open-dates").to_owned(),
        },
    }
}
