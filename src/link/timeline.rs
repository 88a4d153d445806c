//! The timeline: every dated entity, in order, with those it concerns.

use std::sync::Arc;

use super::address::PageAddress;
use super::corpus::Corpus;
use super::relations::{self, OtherEnd, Relations};
use super::resolution::Resolution;
use super::selection::Selection;
use crate::model::date::EdtfDate;
use crate::model::{EntityId, FoldedName, fold, vocabulary};
use crate::parse::facts::PageFacts;
use crate::text::{HashMap, HashSet};

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The entity that is dated.
    pub entity: EntityId,
    /// The field that dates it: `date`, `born`.
    pub field: Arc<str>,
    /// The date.
    pub date: EdtfDate,
    /// The entry's anchor, unique on the timeline.
    pub anchor: Arc<str>,
    /// The people concerned, in page order; the entity itself, alone, where it is one.
    pub people: Vec<EntityId>,
    /// The organisations concerned, in page order; the entity itself, alone, where it is one.
    pub organisations: Vec<EntityId>,
    /// The sources for it, in page order.
    pub sources: Vec<EntityId>,
    /// Its tags' names.
    pub tags: Vec<FoldedName>,
    /// The name of the part of the whole timeline that it stands on, where that is divided.
    pub part: Option<Arc<str>>,
}

/// How many links of an entry count as much as one entry more.
const LINKS_PER_WEIGHT: usize = 8;

impl TimelineEntry {
    /// How much of a page it takes: 1, and more where it has many links.
    #[must_use]
    pub fn weight(&self) -> usize {
        1 + (self.agents().count() + self.sources.len() + self.tags.len()) / LINKS_PER_WEIGHT
    }

    /// The people and organisations concerned.
    pub fn agents(&self) -> impl Iterator<Item = &EntityId> {
        self.people.iter().chain(&self.organisations)
    }

    /// Whether its anchor is what its entity and field make of it, and no other entry wanted the same.
    fn has_own_anchor(&self) -> bool {
        match self.anchor.strip_prefix(self.entity.as_str()) {
            Some("") => *self.field == *"date",
            Some(rest) => *self.field != *"date" && rest.strip_prefix('-') == Some(&self.field),
            None => false,
        }
    }

    /// The page of the whole timeline that it stands on.
    #[must_use]
    pub fn address(&self) -> PageAddress {
        match &self.part {
            Some(name) => PageAddress::TimelinePart(Selection::Whole, name.clone()),
            None => PageAddress::Timeline,
        }
    }
}

/// All entries: by date, then kind and name, then field.
#[must_use]
pub(super) fn gather(corpus: &Corpus, relations: &Relations) -> Vec<TimelineEntry> {
    let mut entries = Vec::new();
    let mut anchors = HashSet::default();
    for page in corpus.pages() {
        let facts = page.facts();
        let Some(kind) = facts.kind().and_then(|kind| corpus.settings.kind(kind.as_str())) else { continue };
        for dated in &facts.dates {
            let on_timeline = *dated.field == *"date"
                || kind.dates.iter().any(|field| field.field == dated.field && field.on_timeline);
            if !on_timeline {
                continue;
            }
            let [people, organisations] = agents(corpus, relations, facts);
            let base = if *dated.field == *"date" {
                facts.id.to_string()
            } else {
                format!("{}-{}", facts.id, dated.field)
            };
            let mut anchor = base.clone();
            let mut nth = 1;
            while !anchors.insert(anchor.clone()) {
                nth += 1;
                anchor = format!("{base}-{nth}");
            }
            entries.push(TimelineEntry {
                entity: facts.id.clone(),
                field: dated.field.clone(),
                date: dated.date.clone(),
                anchor: anchor.into(),
                people,
                organisations,
                sources: sources(corpus, facts),
                tags: facts.tags.iter().map(|tag| fold(tag)).collect(),
                part: None,
            });
        }
    }
    entries.sort_by_cached_key(|entry: &TimelineEntry| order(corpus, entry));
    entries
}

fn order(corpus: &Corpus, entry: &TimelineEntry) -> impl Ord + use<> {
    (entry.date.order(), corpus.rank(&entry.entity), entry.field.clone())
}

/// The same entries after these pages have got other places among all, where all entries keep theirs; otherwise none.
#[must_use]
pub(super) fn reordered(
    timeline: &[TimelineEntry],
    corpus: &Corpus,
    moved: &[EntityId],
) -> Option<Vec<TimelineEntry>> {
    // Of two entries with one anchor, the page that comes first has it.
    if timeline.iter().any(|entry| !entry.has_own_anchor()) {
        return None;
    }
    let stays = |two: &[TimelineEntry]| match two {
        [one, other] if moved.contains(&one.entity) || moved.contains(&other.entity) => {
            order(corpus, one) <= order(corpus, other)
        }
        _ => true,
    };
    if !timeline.windows(2).all(stays) {
        return None;
    }
    let mut entries = timeline.to_vec();
    let lists = entries.iter_mut();
    for ids in lists.flat_map(|entry| [&mut entry.people, &mut entry.organisations, &mut entry.sources]) {
        if ids.iter().any(|id| moved.contains(id)) {
            ids.sort_by_key(|id| corpus.rank(id));
        }
    }
    Some(entries)
}

/// Where each entity's entries stand on the timeline.
#[must_use]
pub(super) fn places(timeline: &[TimelineEntry]) -> HashMap<EntityId, Vec<usize>> {
    let mut places: HashMap<EntityId, Vec<usize>> = HashMap::default();
    for (place, entry) in timeline.iter().enumerate() {
        places.entry(entry.entity.clone()).or_default().push(place);
    }
    places
}

/// The people whom an entry concerns, and the organisations.
fn agents(corpus: &Corpus, relations: &Relations, facts: &PageFacts) -> [Vec<EntityId>; 2] {
    let related = relations::of(relations, &facts.id).iter().filter_map(|end| match &end.other {
        OtherEnd::Page(id) => Some(id),
        OtherEnd::Words(_) => None,
    });
    // A person's or organisation's own entry concerns itself; whom it is related to has nothing to do with it.
    let concerned = if corpus.is_agent(&facts.id) { vec![&facts.id] } else { related.collect() };
    [vocabulary::PERSON, vocabulary::ORGANISATION].map(|kind| {
        let of_kind = concerned.iter().filter(|id| corpus.kind_of(id) == Some(kind));
        in_page_order(corpus, of_kind.copied().cloned().collect())
    })
}

fn sources(corpus: &Corpus, facts: &PageFacts) -> Vec<EntityId> {
    let cited = facts.sources.iter().chain(&facts.citations).map(|citation| &citation.source.target);
    let related = facts.relations.iter().map(|relation| &relation.to.target);
    let ids = cited
        .chain(related)
        .filter_map(|target| match corpus.resolve(facts, target) {
            Resolution::Page(id) if corpus.is_source(id) && *id != facts.id => Some(id.clone()),
            _ => None,
        })
        .collect();
    in_page_order(corpus, ids)
}

fn in_page_order(corpus: &Corpus, mut ids: Vec<EntityId>) -> Vec<EntityId> {
    ids.sort_by_key(|id| corpus.rank(id));
    ids.dedup();
    ids
}
