//! What an entity has so much of that it does not fit its page: entries of the timeline, and relations that it wrote
//! itself. They have lists over pages of their own; the page of the entity shows the first of them.

use super::corpus::Corpus;
use super::dossier::Dossier;
use super::relations::{OtherEnd, RelationEnd, Relations};
use crate::model::EntityId;
use crate::text::HashMap;

/// How many entries, or relations, stand on the page of an entity at most, and on one page of the list of more.
pub const OWN_ON_A_PAGE: usize = 200;

/// How many of them, or of one relation, stand on the page of an entity that has more.
pub const FIRST_OF_OWN: usize = 40;

/// The lists of one entity; empty where its page holds all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnLists {
    /// The places on the timeline of the entries that concern it, in order.
    pub entries: Vec<usize>,
    /// Its own relations, as places among all that it shows: equal ones together, in the order first written.
    pub relations: Vec<usize>,
}

impl OwnLists {
    /// How many pages the list of entries takes.
    #[must_use]
    pub fn entry_pages(&self) -> usize {
        self.entries.len().div_ceil(OWN_ON_A_PAGE)
    }

    /// How many pages the list of relations takes.
    #[must_use]
    pub fn relation_pages(&self) -> usize {
        self.relations.len().div_ceil(OWN_ON_A_PAGE)
    }
}

/// One page of such a list.
#[must_use]
pub fn on_page(list: &[usize], nth: usize) -> &[usize] {
    list.chunks(OWN_ON_A_PAGE).nth(nth.saturating_sub(1)).unwrap_or_default()
}

impl Dossier {
    /// The places on the timeline of the entries that concern an entity: its own, those that name it among the people
    /// and organisations, and those of events, claims and the like that it is related to.
    #[must_use]
    pub fn entries_concerning(&self, id: &EntityId) -> Vec<usize> {
        concerning(self, self.relations(id), id, |id| self.entry_places_of(id))
    }
}

fn concerning<'a>(
    corpus: &Corpus,
    ends: &[RelationEnd],
    id: &EntityId,
    places: impl Fn(&EntityId) -> &'a [usize],
) -> Vec<usize> {
    let mut entries: Vec<usize> = places(id).to_vec();
    if !corpus.is_source(id) {
        for end in ends {
            if let OtherEnd::Page(id) = &end.other
                && !corpus.is_agent(id)
                && !corpus.is_source(id)
            {
                entries.extend_from_slice(places(id));
            }
        }
    }
    entries.sort_unstable();
    entries.dedup();
    entries
}

/// The lists of those entities that need one.
#[must_use]
pub(super) fn gather(
    corpus: &Corpus,
    relations: &Relations,
    entry_places: &HashMap<EntityId, Vec<usize>>,
) -> HashMap<EntityId, OwnLists> {
    let places = |id: &EntityId| entry_places.get(id).map_or(&[][..], Vec::as_slice);
    let most = entry_places.values().map(Vec::len).max().unwrap_or_default();
    let lists = relations.iter().filter_map(|(id, ends)| {
        let mut lists = OwnLists::default();
        // Most entities are related to too few to be looked at.
        if (ends.len() + 1) * most > OWN_ON_A_PAGE {
            lists.entries = concerning(corpus, ends, id, places);
            if lists.entries.len() <= OWN_ON_A_PAGE {
                lists.entries = Vec::new();
            }
        }
        let own = ends.partition_point(|end| !end.inverse);
        if own > OWN_ON_A_PAGE {
            lists.relations = alike_together(&ends[..own]);
        }
        (lists != OwnLists::default()).then(|| (id.clone(), lists))
    });
    lists.collect()
}

fn alike_together(own: &[RelationEnd]) -> Vec<usize> {
    let mut first = HashMap::default();
    for (place, end) in own.iter().enumerate() {
        first.entry(&end.relation).or_insert(place);
    }
    let mut places: Vec<usize> = (0..own.len()).collect();
    places.sort_by_key(|place| (first.get(&own[*place].relation).copied(), *place));
    places
}
