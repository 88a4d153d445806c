//! What the timeline can be narrowed to: one kind, one person or organisation, one tag.
//!
//! Each narrowing that has entries is gathered once, with the pages it is divided into, so that each of its pages can
//! be made alone without a look at all entries.

use std::sync::Arc;

use super::address::{FilterSort, PageAddress};
use super::corpus::Corpus;
use super::parts::{Part, divide};
use super::tags::Tag;
use super::timeline::TimelineEntry;
use crate::model::{EntityId, FoldedName, Kind, KindId, vocabulary};
use crate::text::HashMap;

/// What a timeline is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selection {
    /// Nothing: all entries.
    Whole,
    /// Entries of one kind.
    Kind(KindId),
    /// Entries that concern one person or organisation.
    Agent(EntityId),
    /// Entries with one tag, by its slug.
    Tag(Arc<str>),
}

impl Selection {
    /// The first page of this timeline.
    #[must_use]
    pub fn address(&self) -> PageAddress {
        match self.clone() {
            Self::Whole => PageAddress::Timeline,
            Self::Kind(kind) => PageAddress::TimelineOfKind(kind),
            Self::Agent(id) => PageAddress::TimelineOfEntity(id),
            Self::Tag(slug) => PageAddress::TimelineOfTag(slug),
        }
    }
}

/// How many narrowings of one sort stand on the timeline itself; of more, those with the most entries.
pub const MOST_OPTIONS: usize = 40;

/// How many a page that lists all of a sort holds.
pub const OPTIONS_ON_A_PAGE: usize = 1_000;

/// The entries of one narrowing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selected {
    /// Where they stand on the whole timeline, in order.
    pub places: Vec<usize>,
    /// The pages they are divided into; none where one page holds them all.
    pub parts: Vec<Part>,
}

/// All narrowings that have entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimelineFilters {
    /// Kinds, in the order of the settings, each with how many entries.
    pub kinds: Vec<(KindId, usize)>,
    /// People and organisations, in page order.
    pub agents: Vec<(EntityId, usize)>,
    /// Tags by slug, in the order of their names.
    pub tags: Vec<(Arc<str>, usize)>,
    selected: HashMap<Selection, Selected>,
}

impl TimelineFilters {
    /// The entries of a narrowing; none where it has no entries.
    #[must_use]
    pub fn get(&self, selection: &Selection) -> Option<&Selected> {
        self.selected.get(selection)
    }

    /// The same after these pages have got other places among all, and the entries none.
    #[must_use]
    pub(super) fn reordered(self: &Arc<Self>, corpus: &Corpus, moved: &[EntityId]) -> Arc<Self> {
        let mut filters = self.clone();
        if self.agents.iter().any(|(id, _)| moved.contains(id)) {
            Arc::make_mut(&mut filters).agents.sort_by_key(|(id, _)| corpus.rank(id));
        }
        filters
    }

    /// The sorts of which there are more than stand on the timeline itself, and how many.
    pub fn long_sorts(&self, corpus: &Corpus) -> Vec<(FilterSort, usize)> {
        let agents =
            |kind: &str| self.agents.iter().filter(|(id, _)| corpus.kind_of(id) == Some(kind)).count();
        let mut sorts = vec![
            (FilterSort::People, agents(vocabulary::PERSON)),
            (FilterSort::Organisations, agents(vocabulary::ORGANISATION)),
            (FilterSort::Tags, self.tags.len()),
        ];
        sorts.retain(|(_, count)| *count > MOST_OPTIONS);
        sorts
    }

    /// All narrowings, the whole first, in the order in which they are offered.
    pub fn selections(&self) -> impl Iterator<Item = Selection> {
        let kinds = self.kinds.iter().map(|(kind, _)| Selection::Kind(kind.clone()));
        let agents = self.agents.iter().map(|(id, _)| Selection::Agent(id.clone()));
        let tags = self.tags.iter().map(|(slug, _)| Selection::Tag(slug.clone()));
        std::iter::once(Selection::Whole).chain(kinds).chain(agents).chain(tags)
    }
}

/// Gather all narrowings, and tell each entry on which page of the whole timeline it stands.
#[must_use]
pub(super) fn filters(corpus: &Corpus, timeline: &mut [TimelineEntry], all_tags: &[Tag]) -> TimelineFilters {
    let slugs: HashMap<&FoldedName, &Arc<str>> = all_tags.iter().map(|tag| (&tag.name, &tag.slug)).collect();
    let mut found: HashMap<Selection, Vec<usize>> = HashMap::default();
    for (place, entry) in timeline.iter().enumerate() {
        let kind = corpus.page(&entry.entity).and_then(|page| page.facts().kind());
        let tags = entry.tags.iter().filter_map(|name| slugs.get(name));
        let selections = kind
            .map(|kind| Selection::Kind(kind.clone()))
            .into_iter()
            .chain(entry.agents().map(|id| Selection::Agent(id.clone())))
            .chain(tags.map(|slug| Selection::Tag((*slug).clone())))
            .chain([Selection::Whole]);
        for selection in selections {
            let places = found.entry(selection).or_default();
            // A tag can be written twice on one page.
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }
    let select = |places: Vec<usize>| {
        let stands = places.iter().map(|place| timeline[*place].date.order().place()).collect::<Vec<_>>();
        let weights = places.iter().map(|place| timeline[*place].weight()).collect::<Vec<_>>();
        Selected { parts: divide(&stands, &weights), places }
    };
    // In no order: what is made of each goes under its own key again.
    let selected: HashMap<Selection, Selected> =
        found.into_iter().map(|(selection, places)| (selection, select(places))).collect();
    for part in selected.get(&Selection::Whole).into_iter().flat_map(|whole| &whole.parts) {
        for entry in &mut timeline[part.entries.clone()] {
            entry.part = Some(part.name.clone());
        }
    }
    let count = |selection: Selection| selected.get(&selection).map(|found| found.places.len());
    let kinds = corpus.settings.kinds.iter();
    let agents = corpus.pages().map(|page| &page.facts().id);
    TimelineFilters {
        kinds: kinds
            .filter_map(|Kind { id, .. }| count(Selection::Kind(id.clone())).map(|count| (id.clone(), count)))
            .collect(),
        agents: agents
            .filter_map(|id| count(Selection::Agent(id.clone())).map(|count| (id.clone(), count)))
            .collect(),
        tags: all_tags
            .iter()
            .filter_map(|tag| count(Selection::Tag(tag.slug.clone())).map(|count| (tag.slug.clone(), count)))
            .collect(),
        selected,
    }
}
