//! The published pages of a dossier, with all names by which they are known: what links can be resolved against.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::attachments::Attachments;
use super::name_index::HAS_SEARCH;
use super::publication::{PrivateNames, PrivatePage, PublishedPage, publish};
use super::registry::{Registry, names_of};
use crate::model::{EntityId, Kind, KindId, Settings, fold, vocabulary};
use crate::parse::ParsedPage;
use crate::parse::facts::PageRole;
use crate::parse::target::Target;
use crate::text::{ContentPath, HashMap};

/// All published pages, in order, and who is who among them.
#[derive(Debug, Clone)]
pub struct Corpus {
    /// The dossier's settings.
    pub settings: Arc<Settings>,
    /// By kind in the order of the settings, then by name.
    pages: Vec<PublishedPage>,
    places: Arc<HashMap<EntityId, usize>>,
    /// Whether pages were left out because others have their ids: by their names it was decided which.
    has_doubles: bool,
    /// Where the entities of each kind stand among the pages.
    kinds: Arc<HashMap<KindId, Range<usize>>>,
    pub(super) registry: Arc<Registry>,
    pub(super) private: Arc<PrivateNames>,
    /// The files that pages can use.
    pub attachments: Arc<Attachments>,
    /// The local copies of sources, whether they go out or not.
    copies: Arc<HashMap<EntityId, ContentPath>>,
}

/// The order of pages: by kind in the order of the settings, then by name.
fn order(ranks: &HashMap<KindId, usize>, page: &PublishedPage) -> impl Ord + use<> {
    let facts = page.facts();
    let rank = facts.kind().and_then(|kind| ranks.get(kind)).copied().unwrap_or(usize::MAX);
    (rank, fold(&facts.title), facts.id.clone())
}

fn kind_ranks(settings: &Settings) -> HashMap<KindId, usize> {
    settings.kinds.iter().enumerate().map(|(rank, kind)| (kind.id.clone(), rank)).collect()
}

impl Corpus {
    /// Part these pages into published and private, and know the published ones by name. `unreadable` are content
    /// files that are there but could not be read: they count as private.
    #[must_use]
    pub(super) fn new(
        settings: Arc<Settings>,
        pages: Vec<Arc<ParsedPage>>,
        attachments: Attachments,
        unreadable: &[ContentPath],
    ) -> Self {
        let (mut pages, private) = publish(pages, unreadable);
        let ranks = kind_ranks(&settings);
        pages.par_sort_by_cached_key(|page| order(&ranks, page));
        let published = pages.len();
        // Of pages with one id the first stays; the clash has been reported.
        let mut places = HashMap::with_capacity_and_hasher(pages.len(), Default::default());
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
        let mut kinds: HashMap<KindId, Range<usize>> = HashMap::default();
        for (place, page) in pages.iter().enumerate() {
            if let Some(kind) = page.facts().kind() {
                kinds.entry(kind.clone()).or_insert(place..place).end = place + 1;
            }
        }
        let registry = Registry::new(pages.iter().map(PublishedPage::facts));
        let mut corpus = Self {
            settings,
            has_doubles: pages.len() < published,
            pages,
            places: places.into(),
            kinds: kinds.into(),
            registry: registry.into(),
            private: private.into(),
            attachments: attachments.into(),
            copies: Arc::default(),
        };
        let found: Vec<_> =
            corpus.of_kind(vocabulary::SOURCE).iter().filter_map(|page| corpus.copy(page)).collect();
        let mut copies = HashMap::default();
        copies.reserve(found.len());
        // The copy of a source that does not go out stays in as well, whoever else links to it.
        let withheld = corpus.private.copies.iter().flat_map(|(page, file)| corpus.copies_meant(page, file));
        let withheld: Vec<_> = withheld.collect();
        for path in &withheld {
            Arc::make_mut(&mut corpus.attachments).withhold(path);
        }
        for (id, path, goes_out) in found {
            if !goes_out {
                Arc::make_mut(&mut corpus.attachments).withhold(&path);
            }
            copies.insert(id, path);
        }
        corpus.copies = copies.into();
        corpus
    }

    /// Put these pages in place of those whose facts they have; none where one of them has facts of its own.
    pub(super) fn exchange(&mut self, pages: &[Arc<ParsedPage>]) -> Option<()> {
        for page in pages {
            let known = self.pages.get_mut(*self.places.get(&page.facts.id)?)?;
            *known = known.with_text(page.clone())?;
        }
        Some(())
    }

    /// The same with these pages in the place of those that they were, and the ids of those that stand elsewhere among all
    /// for it; none where more than names and links is another.
    #[must_use]
    pub(super) fn renamed(&self, pages: &[Arc<ParsedPage>]) -> Option<(Self, Vec<EntityId>)> {
        if self.has_doubles {
            return None;
        }
        let ranks = kind_ranks(&self.settings);
        let mut corpus = self.clone();
        let mut moved = Vec::new();
        for page in pages {
            let from = *corpus.places.get(&page.facts.id)?;
            let known = corpus.pages.get(from)?.clone();
            let renamed = known.renamed(page.clone())?;
            if names_of(known.facts()) != names_of(renamed.facts()) {
                corpus.registry = corpus.registry.renamed(known.facts(), renamed.facts()).into();
            }
            let key = order(&ranks, &renamed);
            corpus.pages.remove(from);
            let to = corpus.pages.partition_point(|other| order(&ranks, other) < key);
            corpus.pages.insert(to, renamed);
            if from != to {
                moved.push(page.facts.id.clone());
                let between = from.min(to)..=from.max(to);
                let places = Arc::make_mut(&mut corpus.places);
                for (place, page) in between.clone().zip(&corpus.pages[between]) {
                    places.insert(page.facts().id.clone(), place);
                }
            }
        }
        Some((corpus, moved))
    }

    /// The local copy of a source, and whether it goes out.
    fn copy(&self, page: &PublishedPage) -> Option<(EntityId, ContentPath, bool)> {
        let facts = page.facts();
        let source = facts.source.as_ref()?;
        let path = self.file_meant(&facts.path, &source.file.as_ref()?.target)?;
        Some((facts.id.clone(), path.clone(), source.publish_copy))
    }

    /// The files that a private source may mean by its copy: to be safe, in any case of their names.
    fn copies_meant(&self, page: &ContentPath, file: &Target) -> Vec<ContentPath> {
        let (path, anywhere) = match file {
            Target::Attachment(path) | Target::File(path) => (ContentPath::new(path), false),
            Target::AttachmentName(name) => (ContentPath::new(&format!("{}/{name}", page.folder())), true),
            Target::Name(_) | Target::Here => return Vec::new(),
        };
        let named = self.attachments.named(path.file_name());
        let folder = fold(path.folder());
        let there: Vec<_> = named.iter().filter(|other| fold(other.folder()) == folder).copied().collect();
        let meant = if there.is_empty() && anywhere { named } else { there };
        meant.into_iter().cloned().collect()
    }

    /// Where the local copy of a source lies that anybody may read: it is to go out, does not lie in a private folder, and
    /// is no copy of another source that keeps it in.
    #[must_use]
    pub fn published_copy(&self, source: &EntityId) -> Option<&ContentPath> {
        self.copy_of(source).filter(|path| !self.attachments.is_private(path))
    }

    /// Where the local copy of a source lies, whether it goes out or not.
    #[must_use]
    pub fn copy_of(&self, source: &EntityId) -> Option<&ContentPath> {
        self.copies.get(source)
    }

    /// All pages, by kind and name.
    pub fn pages(&self) -> impl Iterator<Item = &PublishedPage> {
        self.pages.iter()
    }

    /// What is known of the pages that may not go out, in no order that means anything: for whoever tells the editors.
    #[must_use]
    pub fn private_pages(&self) -> &[PrivatePage] {
        &self.private.pages
    }

    /// All pages as a slice, for parallel work.
    #[must_use]
    pub fn all_pages(&self) -> &[PublishedPage] {
        &self.pages
    }

    /// The kinds of which anything is published, in the order of the settings; what others are called may give away what
    /// is not.
    pub fn kinds_in_use(&self) -> impl Iterator<Item = &Kind> {
        self.settings.kinds.iter().filter(|kind| self.kinds.contains_key(&kind.id))
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

    /// The kind of the entity of this id.
    #[must_use]
    pub fn kind_of(&self, id: &EntityId) -> Option<&str> {
        self.page(id).and_then(|page| page.facts().kind()).map(KindId::as_str)
    }

    /// Whether the page is of one of the two kinds that act.
    #[must_use]
    pub fn is_agent(&self, id: &EntityId) -> bool {
        matches!(self.kind_of(id), Some(vocabulary::PERSON | vocabulary::ORGANISATION))
    }

    /// Whether the page is an event.
    #[must_use]
    pub fn is_event(&self, id: &EntityId) -> bool {
        self.kind_of(id) == Some(vocabulary::EVENT)
    }

    /// Whether the site has a search, and with it the names from A to Z.
    #[must_use]
    pub fn has_search(&self) -> bool {
        HAS_SEARCH && self.settings.search
    }

    /// Whether there is a source that can be cited.
    #[must_use]
    pub fn has_sources(&self) -> bool {
        !self.of_kind(vocabulary::SOURCE).is_empty()
    }

    /// Whether the page is a source.
    #[must_use]
    pub fn is_source(&self, id: &EntityId) -> bool {
        self.kind_of(id) == Some(vocabulary::SOURCE)
    }
}
