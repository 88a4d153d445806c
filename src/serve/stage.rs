//! What is shown now.
//!
//! Two things change it: a round of reading, and the drawing of all pages that follows in the background. Each request
//! is answered from one [`Shown`], which never changes: it cannot see half of a change.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use axum::body::Bytes;
use tokio::sync::watch;

use super::search_index::SearchIndex;
use crate::export::search::FOLDER;
use crate::export::{FileGroup, SiteFile};
use crate::link::{PageAddress, PublishedPage};
use crate::model::EntityId;
use crate::parse::facts::PageRole;
use crate::pipeline::{Edition, Reach};
use crate::text::{ContentPath, HashMap};

/// What is shown of an edition: what stands at each address, made when it is asked for.
///
/// What a change does not reach is shared with the edition before.
#[derive(Debug)]
pub(super) struct Prepared {
    /// The edition.
    pub(super) edition: Edition,
    pages: Arc<OnceLock<HashMap<String, PageAddress>>>,
    files: [Files; FileGroup::ALL.len()],
    search: SearchIndex,
}

/// The files of one group, once they are asked for.
type Files = Arc<OnceLock<BTreeMap<String, Item>>>;

/// What stands at an address.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A page, drawn when it is asked for.
    Page(PageAddress),
    /// A file whose bytes are at hand.
    Bytes(Bytes),
    /// A file of the dossier, read and cleaned when it is asked for.
    Attachment(ContentPath),
}

impl Item {
    pub(super) fn of(file: SiteFile<'_>) -> (String, Self) {
        match file {
            SiteFile::Bytes(path, bytes) => (path, Self::Bytes(Bytes::from(bytes.into_owned()))),
            SiteFile::Attachment(path, from) => (path, Self::Attachment(from)),
        }
    }
}

impl Prepared {
    /// Nothing is made yet.
    pub(super) fn new(edition: Edition) -> Self {
        Self { edition, pages: Arc::default(), files: Default::default(), search: SearchIndex::default() }
    }

    /// The edition after this one: what was made of facts stays, where the change reaches some pages alone.
    pub(super) fn after(&self, edition: Edition, reach: &Reach) -> Self {
        if *reach == Reach::Everything {
            return Self { search: self.search.after(), ..Self::new(edition) };
        }
        let mut files = self.files.clone();
        for (group, files) in FileGroup::ALL.into_iter().zip(&mut files) {
            if !group.follows_from_facts() {
                *files = Files::default();
            }
        }
        let search = if reach.is_nothing() { self.search.clone() } else { self.search.after() };
        Self { edition, pages: self.pages.clone(), files, search }
    }

    fn page(&self, file: &str) -> Option<PageAddress> {
        let dossier = &self.edition.material.dossier;
        // Where an entity's page stands follows from its id: after each change one is asked for, and perhaps no other.
        let id = EntityId::new(file.trim_end_matches(".html").rsplit('/').next().unwrap_or_default());
        let entity = PageAddress::Entity(id.clone());
        let is_own =
            |page: &PublishedPage| matches!(page.facts().role, PageRole::Plain | PageRole::Entity(_));
        if dossier.page(&id).is_some_and(is_own) && dossier.file_of(&entity) == file {
            return Some(entity);
        }
        let pages = self.edition.addresses().iter();
        let places = || pages.map(|page| (dossier.file_of(page), page.clone())).collect();
        self.pages.get_or_init(places).get(file).cloned()
    }

    /// What stands at the path `file`, from the site's top.
    pub(super) fn at(&self, file: &str) -> Option<Item> {
        if let Some(page) = self.page(file) {
            return Some(Item::Page(page));
        }
        let of_group = |(group, files): (FileGroup, &Files)| {
            let made = || self.edition.files_of(group).into_iter().map(Item::of).collect();
            group.may_hold(file).then(|| files.get_or_init(made).get(file).cloned()).flatten()
        };
        let of_search = || file.starts_with(FOLDER) || file.starts_with("search/");
        let found = FileGroup::ALL.into_iter().zip(&self.files).find_map(of_group);
        found.or_else(|| of_search().then(|| self.search.files(&self.edition).get(file).cloned()).flatten())
    }
}

/// What is wrong, in words for a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problems {
    /// How much: `2 errors in 1 file`.
    pub(super) summary: String,
    /// Each of them, as at a terminal.
    pub(super) report: String,
}

/// What is shown at one moment.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// Counts what browsers would see differently.
    revision: u64,
    /// Counts rounds of reading.
    round: u64,
    /// The last edition without errors.
    pub(super) current: Option<Arc<Prepared>>,
    /// The last edition of which all pages could be drawn.
    pub(super) drawn: Option<Arc<Prepared>>,
    /// What is wrong in the dossier as it is on disk.
    pub(super) problems: Option<Problems>,
}

impl Shown {
    /// The name of this state: no other state, also of another run of the server, has it.
    pub(super) fn name(&self) -> StateName {
        StateName(self.revision)
    }
}

/// The name of a state, for browsers to compare with the one that they show.
#[derive(Debug, Clone, Copy)]
pub(super) struct StateName(u64);

impl fmt::Display for StateName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", std::process::id(), self.0)
    }
}

/// Holds what is shown, and tells who listens when it changes.
#[derive(Debug)]
pub(super) struct Stage {
    /// Whether the dossier is being read: then whatever can wait does.
    reading: AtomicBool,
    shown: Mutex<Arc<Shown>>,
    revisions: watch::Sender<u64>,
}

impl Stage {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { reading: AtomicBool::new(false), shown: Mutex::default(), revisions: watch::Sender::new(0) }
    }

    /// What is shown now.
    pub(super) fn now(&self) -> Arc<Shown> {
        self.lock().clone()
    }

    /// The names of the states, from the present one on.
    pub(super) fn names(&self) -> impl tokio_stream::Stream<Item = StateName> + use<> {
        use tokio_stream::StreamExt;
        tokio_stream::wrappers::WatchStream::new(self.revisions.subscribe()).map(StateName)
    }

    /// A round gave an edition without errors, which differs from the one that is shown by so much. The number of the
    /// round, and the edition.
    pub(super) fn good(&self, edition: Edition, reach: &Reach) -> (u64, Arc<Prepared>) {
        let prepared = Arc::new(match &self.now().current {
            Some(current) => current.after(edition, reach),
            None => Prepared::new(edition),
        });
        let round = self.change(|shown| {
            shown.round += 1;
            let same = reach.is_nothing() && shown.problems.is_none();
            // What may not go out any more is not shown in place of a page that cannot be drawn.
            shown.drawn = shown.drawn.take().filter(|drawn| publishes_all_of(&prepared, drawn));
            shown.current = Some(prepared.clone());
            shown.problems = None;
            !same
        });
        (round, prepared)
    }

    /// A round found problems.
    pub(super) fn bad(&self, problems: Problems) {
        self.change(|shown| {
            shown.round += 1;
            shown.report(problems)
        });
    }

    /// All pages of an edition could be drawn.
    pub(super) fn drawn(&self, prepared: &Arc<Prepared>) {
        self.change(|shown| {
            if shown.current.as_ref().is_some_and(|current| Arc::ptr_eq(current, prepared)) {
                shown.drawn = Some(prepared.clone());
            }
            false
        });
    }

    /// Some pages of the edition of this round could not be drawn. Whether that is still of interest.
    pub(super) fn undrawn(&self, round: u64, problems: Problems) -> bool {
        let now = self.change(|shown| shown.round == round && shown.report(problems));
        now == round
    }

    /// The dossier is read from now on, or not any more.
    pub(super) fn reads(&self, reading: bool) {
        self.reading.store(reading, Ordering::Relaxed);
    }

    /// Whether no round has begun since this one.
    pub(super) fn is_last(&self, round: u64) -> bool {
        !self.reading.load(Ordering::Relaxed) && self.lock().round == round
    }

    /// Change what is shown; where `change` says that browsers see it, they are told. The number of the round.
    fn change(&self, change: impl FnOnce(&mut Shown) -> bool) -> u64 {
        let mut held = self.lock();
        let mut shown = Shown::clone(&held);
        let visible = change(&mut shown);
        shown.revision += u64::from(visible);
        let (round, revision) = (shown.round, shown.revision);
        let before = std::mem::replace(&mut *held, Arc::new(shown));
        // Told while it is held: two changes cannot be told in the wrong order.
        if visible {
            self.revisions.send_replace(revision);
        }
        drop(held);
        // To give back the memory of a large dossier takes longer than to change it, and nobody has to wait.
        std::thread::spawn(move || drop(before));
        round
    }

    /// That another thread panicked while it held this says nothing about a value that is replaced as a whole.
    fn lock(&self) -> MutexGuard<'_, Arc<Shown>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether every page of `before` is still one.
fn publishes_all_of(now: &Prepared, before: &Prepared) -> bool {
    let (now, before) = (&now.edition.material.dossier, &before.edition.material.dossier);
    let is_still = |page: &PublishedPage| {
        now.page(&page.facts().id).is_some_and(|now| now.facts().path == page.facts().path)
    };
    now.shares_facts_with(before) || before.pages().all(is_still)
}

impl Shown {
    /// Set the problems; whether they are others than before.
    fn report(&mut self, problems: Problems) -> bool {
        let other = self.problems.as_ref() != Some(&problems);
        self.problems = Some(problems);
        other
    }
}
