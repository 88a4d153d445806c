//! The whole of a dossier, linked: what every later floor reads.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::attachments::Attachments;
use super::backlinks::{self, Backlink};
use super::publication::{PrivateNames, PublishedPage, publish};
use super::registry::Registry;
use super::relations::{self, RelationEnd};
use super::resolution::Resolution;
use super::tags::{self, Tag};
use super::timeline::{self, TimelineEntry, TimelineFilters};
use super::{check, identity};
use crate::model::{EntityId, KindId, Settings, fold, vocabulary};
use crate::parse::ParsedPage;
use crate::parse::facts::PageRole;
use crate::text::{Checked, ContentPath};

/// A linked dossier: published pages only.
#[derive(Debug)]
pub struct Dossier {
    /// Its settings.
    pub settings: Settings,
    /// By kind in the order of the settings, then by name.
    pages: Vec<PublishedPage>,
    places: HashMap<EntityId, usize>,
    /// Where the entities of each kind stand among the pages.
    kinds: HashMap<KindId, Range<usize>>,
    pub(super) registry: Registry,
    pub(super) private: PrivateNames,
    /// The files that pages can use.
    pub attachments: Attachments,
    relations: HashMap<EntityId, Vec<RelationEnd>>,
    backlinks: HashMap<EntityId, Vec<Backlink>>,
    /// The timeline, in order.
    pub timeline: Vec<TimelineEntry>,
    entry_places: HashMap<EntityId, Vec<usize>>,
    /// What the timeline can be narrowed to.
    pub filters: TimelineFilters,
    /// The tags, by name.
    pub tags: Vec<Tag>,
}

impl Dossier {
    /// Link these pages. `unreadable` are content files that are there but could not be read: they count as private.
    #[must_use]
    pub fn link(
        settings: Settings,
        pages: Vec<Arc<ParsedPage>>,
        attachments: Attachments,
        unreadable: &[ContentPath],
    ) -> Checked<Self> {
        let mut diagnostics = identity::check(&settings, &pages);
        let (mut pages, private) = publish(pages, unreadable);
        let kind_rank: HashMap<KindId, usize> =
            settings.kinds.iter().enumerate().map(|(rank, kind)| (kind.id.clone(), rank)).collect();
        pages.sort_by_cached_key(|page| {
            let facts = page.facts();
            let rank = facts.kind().and_then(|kind| kind_rank.get(kind)).copied().unwrap_or(usize::MAX);
            (rank, fold(&facts.title), facts.id.clone())
        });
        // Of pages with one id the first stays; the clash has been reported.
        let mut places = HashMap::with_capacity(pages.len());
        pages.retain(|page| {
            let place = places.len();
            match places.entry(page.facts().id.clone()) {
                std::collections::hash_map::Entry::Occupied(_) => false,
                std::collections::hash_map::Entry::Vacant(slot) => {
                    slot.insert(place);
                    true
                }
            }
        });
        let mut kinds: HashMap<KindId, Range<usize>> = HashMap::new();
        for (place, page) in pages.iter().enumerate() {
            if let Some(kind) = page.facts().kind() {
                kinds.entry(kind.clone()).or_insert(place..place).end = place + 1;
            }
        }
        let registry = Registry::new(pages.iter().map(PublishedPage::facts));
        let mut dossier = Self {
            settings,
            pages,
            places,
            kinds,
            registry,
            private,
            attachments,
            relations: HashMap::new(),
            backlinks: HashMap::new(),
            timeline: Vec::new(),
            entry_places: HashMap::new(),
            filters: TimelineFilters::default(),
            tags: Vec::new(),
        };
        for path in dossier.withheld_copies() {
            dossier.attachments.withhold(&path);
        }
        dossier.relations = relations::gather(&dossier);
        dossier.backlinks = backlinks::gather(&dossier);
        dossier.tags = tags::gather(&dossier);
        dossier.timeline = timeline::gather(&dossier);
        dossier.entry_places = timeline::places(&dossier);
        dossier.filters = timeline::filters(&dossier);
        diagnostics.extend(check::check(&dossier));
        Checked::new(dossier, diagnostics)
    }

    /// The local copies of sources that do not publish them.
    fn withheld_copies(&self) -> Vec<ContentPath> {
        let copies = self.of_kind(vocabulary::SOURCE).iter().filter_map(|page| {
            let source = page.facts().source.as_ref().filter(|source| !source.publish_copy)?;
            match self.resolve(page.facts(), &source.file.as_ref()?.target) {
                Resolution::Attachment(path) => Some(path.clone()),
                _ => None,
            }
        });
        copies.collect()
    }

    /// All pages, by kind and name.
    pub fn pages(&self) -> impl Iterator<Item = &PublishedPage> {
        self.pages.iter()
    }

    /// All pages as a slice, for parallel work.
    #[must_use]
    pub fn all_pages(&self) -> &[PublishedPage] {
        &self.pages
    }

    /// The entities of a kind, by name.
    #[must_use]
    pub fn of_kind(&self, kind: &str) -> &[PublishedPage] {
        self.kinds.get(kind).map_or(&[], |range| &self.pages[range.clone()])
    }

    /// The page of this id.
    #[must_use]
    pub fn page(&self, id: &EntityId) -> Option<&PublishedPage> {
        self.places.get(id).map(|place| &self.pages[*place])
    }

    /// Where a page stands among all, for sorting lists of pages.
    #[must_use]
    pub fn rank(&self, id: &EntityId) -> usize {
        self.places.get(id).copied().unwrap_or(usize::MAX)
    }

    /// `content/index.md`.
    #[must_use]
    pub fn home(&self) -> Option<&PublishedPage> {
        self.pages.iter().find(|page| page.facts().role == PageRole::Home)
    }

    /// The introduction to a kind's index.
    #[must_use]
    pub fn intro(&self, kind: &KindId) -> Option<&PublishedPage> {
        let folder = &self.settings.kind(kind.as_str())?.folder;
        self.page(&EntityId::new(folder)).filter(|page| matches!(page.facts().role, PageRole::KindIntro(_)))
    }

    /// The relations of an entity: its own first, then those that others wrote.
    #[must_use]
    pub fn relations(&self, id: &EntityId) -> &[RelationEnd] {
        self.relations.get(id).map_or(&[], Vec::as_slice)
    }

    /// Who refers to a page.
    #[must_use]
    pub fn backlinks(&self, id: &EntityId) -> &[Backlink] {
        self.backlinks.get(id).map_or(&[], Vec::as_slice)
    }

    /// Where the entries of an entity stand on the timeline, in order.
    #[must_use]
    pub fn entry_places_of(&self, id: &EntityId) -> &[usize] {
        self.entry_places.get(id).map_or(&[], Vec::as_slice)
    }

    /// The entries of an entity on the timeline, in order.
    pub fn entries_of(&self, id: &EntityId) -> impl Iterator<Item = &TimelineEntry> {
        self.entry_places_of(id).iter().map(|place| &self.timeline[*place])
    }

    /// How many pages refer to a page.
    #[must_use]
    pub fn references(&self, id: &EntityId) -> usize {
        let links = self.backlinks(id);
        let mut from: Vec<_> = links.iter().map(|link| self.rank(&link.from)).collect();
        from.sort_unstable();
        from.dedup();
        from.len()
    }

    /// Whether the page is of one of the two kinds that act.
    #[must_use]
    pub fn is_agent(&self, id: &EntityId) -> bool {
        self.page(id)
            .and_then(|page| page.facts().kind())
            .is_some_and(|kind| matches!(kind.as_str(), vocabulary::PERSON | vocabulary::ORGANISATION))
    }

    /// Whether the page is a source.
    #[must_use]
    pub fn is_source(&self, id: &EntityId) -> bool {
        self.page(id)
            .and_then(|page| page.facts().kind())
            .is_some_and(|kind| kind.as_str() == vocabulary::SOURCE)
    }
}
