//! Names → entities: who is meant by `[[NCSC]]`.
//!
//! A name is looked up as an id, then as a title, then as an alias; the first rank that knows it decides. Two
//! entities at that rank make the name ambiguous.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{EntityId, FoldedName, fold};
use crate::parse::facts::PageFacts;

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
    Ambiguous(Vec<&'a EntityId>),
    /// None.
    Unknown,
}

/// All names of published pages.
#[derive(Debug, Default)]
pub struct Registry {
    names: HashMap<FoldedName, Vec<(Rank, EntityId)>>,
    files: HashMap<Arc<str>, EntityId>,
}

impl Registry {
    /// The names of these pages. Where two pages have one id, the first keeps it (the clash is reported elsewhere).
    #[must_use]
    pub fn new<'a>(pages: impl Iterator<Item = &'a PageFacts>) -> Self {
        let mut registry = Self::default();
        for page in pages {
            registry.add(page);
        }
        registry
    }

    fn add(&mut self, page: &PageFacts) {
        self.files.insert(page.path.as_str().into(), page.id.clone());
        self.add_name(page.id.as_str(), Rank::Id, &page.id);
        self.add_name(&page.title, Rank::Title, &page.id);
        for alias in &page.aliases {
            self.add_name(alias, Rank::Alias, &page.id);
        }
    }

    fn add_name(&mut self, name: &str, rank: Rank, id: &EntityId) {
        let entries = self.names.entry(fold(name)).or_default();
        if !entries.iter().any(|(_, known)| known == id) {
            entries.push((rank, id.clone()));
            entries.sort();
        }
    }

    /// Who is meant by a name.
    #[must_use]
    pub fn look_up(&self, name: &str) -> Lookup<'_> {
        let Some(entries) = self.names.get(&fold(name)) else { return Lookup::Unknown };
        let Some((best, first)) = entries.first() else { return Lookup::Unknown };
        let rivals: Vec<_> = entries.iter().take_while(|(rank, _)| rank == best).map(|(_, id)| id).collect();
        if rivals.len() == 1 { Lookup::Found(first) } else { Lookup::Ambiguous(rivals) }
    }

    /// The page in this very file.
    #[must_use]
    pub fn in_file(&self, path: &str) -> Option<&EntityId> {
        self.files.get(path)
    }

    /// The names that are nearest to one that nobody has, best first, each with its entity.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Vec<(&str, &EntityId)> {
        let wanted = fold(name);
        let limit = (wanted.as_str().chars().count() / 3).clamp(1, 6);
        let length = wanted.as_str().chars().count();
        let mut near: Vec<_> = self
            .names
            .iter()
            .filter(|(known, _)| known.as_str().chars().count().abs_diff(length) <= limit)
            .filter_map(|(known, entries)| {
                let distance = strsim::damerau_levenshtein(wanted.as_str(), known.as_str());
                let (_, id) = entries.first()?;
                (distance <= limit).then_some((distance, known.as_str(), id))
            })
            .collect();
        near.sort();
        let mut seen = Vec::new();
        near.retain(|(_, _, id)| {
            let new = !seen.contains(id);
            seen.push(*id);
            new
        });
        near.into_iter().take(3).map(|(_, name, id)| (name, id)).collect()
    }

    /// Titles that several entities share, in order. (An alias may be shared, as surnames are: it is ambiguous only
    /// where a link uses it.)
    #[must_use]
    pub fn shared_titles(&self) -> Vec<(&FoldedName, Vec<&EntityId>)> {
        let titled =
            |entries: &'_ [(Rank, EntityId)]| entries.iter().filter(|(rank, _)| *rank == Rank::Title).count();
        let mut shared: Vec<_> = self.names.iter().filter(|(_, entries)| titled(entries) > 1).collect();
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
