//! The timeline with all that is known by the places on it.

use std::sync::Arc;

use super::super::corpus::Corpus;
use super::super::own_lists::{self, OwnLists};
use super::super::relations::Relations;
use super::super::selection::{self, TimelineFilters};
use super::super::tags::Tag;
use super::super::timeline::{self, TimelineEntry};
use crate::model::EntityId;
use crate::text::HashMap;

/// The timeline, and what goes with it.
pub(super) struct Timed {
    pub(super) timeline: Arc<Vec<TimelineEntry>>,
    pub(super) entry_places: Arc<HashMap<EntityId, Vec<usize>>>,
    pub(super) own_lists: Arc<HashMap<EntityId, OwnLists>>,
    pub(super) filters: Arc<TimelineFilters>,
}

impl Timed {
    pub(super) fn gather(corpus: &Corpus, relations: &Relations, tags: &[Tag]) -> Self {
        let mut timeline = timeline::gather(corpus, relations);
        let entry_places = timeline::places(&timeline);
        let own_lists = own_lists::gather(corpus, relations, &entry_places);
        let filters = selection::filters(corpus, &mut timeline, tags);
        let (timeline, entry_places) = (timeline.into(), entry_places.into());
        Self { timeline, entry_places, own_lists: own_lists.into(), filters: filters.into() }
    }
}
