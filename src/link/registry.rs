//! Names → entities: who is meant by `[[NCSC]]`.
//!
//! A name is looked up as an id, then as a title, then as an alias; the first rank that knows it decides. Two
//! entities at that rank make the name ambiguous.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, OnceLock};

use crate::model::{EntityId, FoldedName, fold, folded};
use crate::parse::facts::PageFacts;
use crate::text::{ByPath, ContentPath, HashMap};

/// In what way a name belongs to an entity; the first is the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Its id.
    Id,
    /// Its title.
    Title,
    /// One of its aliases.
    Alias,
}

/// What a name was found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup<'a> {
    /// One entity.
    Found(&'a EntityId),
    /// Several, in id order.
    Ambiguous(&'a [(Rank, EntityId)]),
    /// None.
    Unknown,
}

/// All names of published pages.
#[derive(Debug, Default)]
pub struct Registry {
    /// Who has each name at the strongest rank, the first of several by id.
    names: HashMap<FoldedName, Holder>,
    /// Of the names that several have, all who have them, by rank and id.
    shared: HashMap<FoldedName, Vec<(Rank, EntityId)>>,
    files: Arc<ByPath<EntityId>>,
    /// What each name looks like, in the order of the names; made when something is looked for that nobody is called.
    shapes: OnceLock<Vec<Shape>>,
}

/// What a name looks like from afar: cheap to compare with thousands of others.
#[derive(Debug)]
struct Shape {
    /// How many characters it has.
    length: usize,
    /// How many of each character it has; several share one count.
    counts: [u8; 32],
}

impl Shape {
    fn of(name: &str) -> Self {
        let mut shape = Self { length: 0, counts: [0; 32] };
        for c in name.chars() {
            shape.length += 1;
            let count = &mut shape.counts[u32::from(c) as usize % 32];
            *count = count.saturating_add(1);
        }
        shape
    }

    /// Whether so few changes can make one of the other: each adds or takes away one character, or does both.
    fn may_be_near(&self, other: &Self, changes: usize) -> bool {
        if self.length.abs_diff(other.length) > changes {
            return false;
        }
        let both = self.counts.iter().zip(&other.counts);
        let (more, less) = both.fold((0_u16, 0_u16), |(more, less), (own, other)| {
            (more + u16::from(own.saturating_sub(*other)), less + u16::from(other.saturating_sub(*own)))
        });
        usize::from(more.max(less)) <= changes
    }

    /// How many changes a name of this shape may be away to be one that may have been meant.
    fn limit(&self) -> usize {
        (self.length / 3).clamp(1, 6)
    }
}

/// Who has a name.
#[derive(Debug, Clone)]
struct Holder {
    rank: Rank,
    is_shared: bool,
    id: EntityId,
}

/// The names of a page, each in the strongest way in which it belongs to it.
pub(super) fn names_of(page: &PageFacts) -> BTreeMap<FoldedName, Rank> {
    let mut names = BTreeMap::new();
    for (name, rank) in own_names(page) {
        names.entry(fold(name)).or_insert(rank);
    }
    names
}

/// A name of a page as the page writes it, where it is given folded.
pub(super) fn as_written<'a>(page: &'a PageFacts, name: &'a str) -> &'a str {
    own_names(page).map(|(own, _)| own).find(|own| folded(own) == name).unwrap_or(name)
}

/// The names that a page gives itself, as written, from the strongest on.
pub(super) fn own_names(page: &PageFacts) -> impl Iterator<Item = (&str, Rank)> {
    let aliases = page.aliases.iter().map(|alias| (&**alias, Rank::Alias));
    [(page.id.as_str(), Rank::Id), (&*page.title, Rank::Title)].into_iter().chain(aliases)
}

impl Registry {
    /// The names of these pages. Where two pages have one id, the first keeps it (the clash is reported elsewhere).
    #[must_use]
    pub fn new<'a>(pages: impl Iterator<Item = &'a PageFacts>) -> Self {
        let mut registry = Self::default();
        let mut files = ByPath::default();
        for page in pages {
            files.insert(page.path.clone(), page.id.clone());
            registry.add(page);
        }
        registry.files = files.into();
        registry.shared.values_mut().for_each(|holders| holders.sort());
        registry
    }

    fn add(&mut self, page: &PageFacts) {
        for (name, rank) in own_names(page) {
            self.add_name(name, rank, &page.id);
        }
    }

    fn add_name(&mut self, name: &str, rank: Rank, id: &EntityId) {
        match self.names.entry(fold(name)) {
            Entry::Vacant(slot) => {
                slot.insert(Holder { rank, is_shared: false, id: id.clone() });
            }
            Entry::Occupied(mut slot) => {
                let first = (slot.get().rank, slot.get().id.clone());
                if !slot.get().is_shared && first.1 == *id {
                    return;
                }
                let mut strongest = first.clone();
                let holders = self.shared.entry(slot.key().clone()).or_insert_with(|| vec![first]);
                // Page after page is added, each with its strongest names first.
                if holders.last().is_none_or(|(_, known)| known != id) {
                    holders.push((rank, id.clone()));
                    strongest = strongest.min((rank, id.clone()));
                }
                let (rank, id) = strongest;
                slot.insert(Holder { rank, is_shared: true, id });
            }
        }
    }

    /// The same names, but for those of one page that has others now.
    #[must_use]
    pub(super) fn renamed(&self, was: &PageFacts, is: &PageFacts) -> Self {
        let (names, shared, files) = (self.names.clone(), self.shared.clone(), self.files.clone());
        let mut registry = Self { names, shared, files, shapes: OnceLock::new() };
        for name in names_of(was).into_keys() {
            registry.remove_name(name, &was.id);
        }
        for (name, rank) in names_of(is) {
            registry.add_name(name.as_str(), rank, &is.id);
            if let Some(holders) = registry.shared.get_mut(&name) {
                holders.sort();
            }
        }
        registry
    }

    fn remove_name(&mut self, name: FoldedName, id: &EntityId) {
        let Some(holders) = self.shared.get_mut(&name) else {
            self.names.remove(&name);
            return;
        };
        holders.retain(|(_, other)| other != id);
        let Some((rank, first)) = holders.first().cloned() else { return };
        let is_shared = holders.len() > 1;
        if !is_shared {
            self.shared.remove(&name);
        }
        self.names.insert(name, Holder { rank, is_shared, id: first });
    }

    /// Who is meant by a name.
    #[must_use]
    pub fn look_up(&self, name: &str) -> Lookup<'_> {
        self.look_up_folded(&folded(name))
    }

    /// Who is meant by a name that is folded already.
    #[must_use]
    pub fn look_up_folded(&self, name: &str) -> Lookup<'_> {
        let Some(holder) = self.names.get(name) else { return Lookup::Unknown };
        let shared = if holder.is_shared { self.shared.get(name) } else { None };
        let holders = shared.map_or(&[][..], Vec::as_slice);
        let rivals = &holders[..holders.partition_point(|(rank, _)| *rank <= holder.rank)];
        if rivals.len() > 1 { Lookup::Ambiguous(rivals) } else { Lookup::Found(&holder.id) }
    }

    /// The page in this very file.
    #[must_use]
    pub fn in_file(&self, path: &ContentPath) -> Option<&EntityId> {
        self.files.get(path).map(|(_, id)| id)
    }

    /// The names that are nearest to one that nobody has, best first, each with its entity.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Vec<(&str, &EntityId)> {
        let wanted = fold(name);
        let shape = Shape::of(wanted.as_str());
        let limit = shape.limit();
        // The order of the names does not change once all are known.
        let shapes =
            self.shapes.get_or_init(|| self.names.keys().map(|name| Shape::of(name.as_str())).collect());
        let mut near: Vec<_> = shapes
            .iter()
            .zip(&self.names)
            .filter(|(known, _)| known.may_be_near(&shape, limit))
            .filter_map(|(_, (known, holder))| {
                let distance = strsim::damerau_levenshtein(wanted.as_str(), known.as_str());
                (distance <= limit).then_some((distance, known.as_str(), &holder.id))
            })
            .collect();
        near.sort();
        let mut nearest: Vec<(&str, &EntityId)> = Vec::new();
        for (_, name, id) in near {
            if nearest.len() < 3 && nearest.iter().all(|(_, other)| *other != id) {
                nearest.push((name, id));
            }
        }
        nearest
    }

    /// Whether [`Registry::nearest`] may offer this name in place of that which nobody has; both are folded.
    #[must_use]
    pub(super) fn may_offer(name: &str, wanted: &str) -> bool {
        let shape = Shape::of(wanted);
        let limit = shape.limit();
        Shape::of(name).may_be_near(&shape, limit) && strsim::damerau_levenshtein(wanted, name) <= limit
    }

    /// Titles that several entities share, in order. (An alias may be shared, as surnames are: it is ambiguous only
    /// where a link uses it.)
    #[must_use]
    pub fn shared_titles(&self) -> Vec<(&FoldedName, Vec<&EntityId>)> {
        let titled =
            |entries: &'_ [(Rank, EntityId)]| entries.iter().filter(|(rank, _)| *rank == Rank::Title).count();
        let mut shared: Vec<_> = self.shared.iter().filter(|(_, entries)| titled(entries) > 1).collect();
        shared.sort();
        shared
            .into_iter()
            .map(|(name, entries)| {
                let ids = entries.iter().filter(|(rank, _)| *rank == Rank::Title).map(|(_, id)| id).collect();
                (name, ids)
            })
            .collect()
    }
}
