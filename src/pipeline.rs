//! The program on one screen: load → parse → link → evidence → markup → view → render → write.
//!
//! A [`Workspace`](crate::workspace) goes as far as everything is known of the whole dossier, and hands an [`Edition`]
//! on. That can make any of its pages, alone ([`Edition::page`]) or all of them as a stream ([`Edition::publish`],
//! [`Edition::check`]): each page is rendered, handed on and dropped, so memory does not grow with the size of the site.

mod last_site;
mod progress;
mod reach;
mod summary;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::export::limits::Excess;
use crate::export::manifest::{Checksum, Hash, MANIFEST, Manifest};
use crate::export::search::{IndexError, Part};
use crate::export::{self, Content, FileGroup, SiteFile};
use crate::link::PageAddress;
use crate::link::grounds::Grounds;
use crate::load::{self, ContentTree, ThemeFile};
use crate::markup::Material;
use crate::model::EntityId;
use crate::model::date::Day;
use crate::render::{self, Frames, Page, Templates};
use crate::text::{ContentFile, ContentPath, Diagnostic, Severity};
use crate::view::Belongings;
use crate::write::{Staging, WriteError};
use last_site::Work;

pub use last_site::LastSite;
pub use progress::{Phase, Unwatched, Watcher};
pub use reach::Reach;
pub use summary::Summary;

/// So many pages are made one after the other: many threads would first need what is worked out for all pages.
const FEW: usize = 32;

/// What became of a site that was put into its staging folder.
#[derive(Debug)]
pub struct Made {
    /// What could not be made, and what a host may not take.
    pub problems: Vec<Diagnostic>,
    /// What the parts of the search's index hold.
    pub search_parts: Vec<Hash>,
}

/// What one run is asked for, over what `site.toml` says.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// Where the site will stand.
    pub base_url: Option<Arc<str>>,
    /// Further folders in which copies of sources lie.
    pub copies: Vec<PathBuf>,
    /// The day on which it is asked, where that matters: nothing that is written may depend on it.
    pub today: Option<Day>,
}

/// A dossier, read and linked, and all that is needed to make its pages.
#[derive(Debug)]
pub struct Edition {
    /// The linked dossier, its evidence, and what is needed to show them.
    pub material: Arc<Material>,
    root: PathBuf,
    templates: Arc<Templates>,
    /// Every page, in order, once somebody asked for them.
    addresses: OnceLock<Vec<PageAddress>>,
    /// What stands around many pages, as far as it was drawn: of this edition alone.
    frames: Frames,
    theme: Arc<Vec<ThemeFile>>,
    texts: Vec<ContentFile>,
}

impl Edition {
    /// What was read of a dossier, ready to be shown.
    #[must_use]
    pub fn new(tree: &ContentTree, material: Arc<Material>, templates: Arc<Templates>) -> Self {
        let (root, theme, texts) = (tree.root().to_owned(), tree.theme().clone(), tree.texts());
        Self {
            material,
            root,
            templates,
            addresses: OnceLock::new(),
            frames: Frames::default(),
            theme,
            texts,
        }
    }

    /// Every page, in order.
    #[must_use]
    pub fn addresses(&self) -> &[PageAddress] {
        self.addresses.get_or_init(|| render::addresses(&self.material.dossier))
    }

    /// One page.
    ///
    /// # Errors
    /// A diagnostic at the place in the template that could not be drawn.
    pub fn page(&self, address: &PageAddress) -> Result<Page, Box<Diagnostic>> {
        render::render(&self.material, &self.templates, &self.frames, address)
    }

    /// Every file that is not a page.
    #[must_use]
    pub fn files(&self) -> Vec<SiteFile<'_>> {
        export::files(&self.material, &self.theme)
    }

    /// The files of one group.
    #[must_use]
    pub fn files_of(&self, group: FileGroup) -> Vec<SiteFile<'_>> {
        group.files(&self.material, &self.theme)
    }

    /// What one of these files holds.
    ///
    /// # Errors
    /// A diagnostic, when it is an attachment that may not go out.
    pub fn content<'a>(&self, file: &'a SiteFile<'_>) -> Result<Content<'a>, Box<Diagnostic>> {
        file.content(&self.root)
    }

    /// The files of the search at once, but for those of parts that stay, and what each part holds. In a large dossier they
    /// take long, so they are made apart from other files.
    ///
    /// # Errors
    /// Where the library that makes them fails.
    pub fn search_files(
        &self,
        stays: impl Fn(Part) -> bool + Sync,
    ) -> Result<(Vec<SiteFile<'static>>, Vec<Hash>), IndexError> {
        let mut all = Vec::new();
        let take = |files| -> Result<(), IndexError> {
            all.extend::<Vec<_>>(files);
            Ok(())
        };
        let parts = export::search::make(&self.material, |part| Ok(stays(part)), take)?;
        Ok((all, parts))
    }

    /// The bundle of an entity, as a page by itself; none where it is not published.
    ///
    /// # Errors
    /// A diagnostic: a template that cannot be drawn, or a picture that cannot go out.
    pub fn bundle(&self, subject: &EntityId) -> Result<Option<(Page, Grounds)>, Box<Diagnostic>> {
        let Some(grounds) = self.material.dossier.grounds(subject) else { return Ok(None) };
        let mut belongings = Belongings { style: self.bundle_style(), ..Belongings::default() };
        for path in &grounds.attachments {
            if let Some(picture) = export::picture(&self.root, path)? {
                belongings.pictures.insert(path.clone(), picture);
            }
        }
        let page =
            render::render_bundle(&self.material, &self.templates, &self.frames, &grounds, &belongings)?;
        Ok(page.map(|page| (page, grounds)))
    }

    /// The style sheet of pages, and on top of it that of bundles.
    fn bundle_style(&self) -> String {
        let sheets = [load::STYLE, load::BUNDLE_STYLE];
        let sheets = sheets.map(|name| self.theme.iter().find(|file| *file.name == *name));
        let texts = sheets.into_iter().flatten().map(|file| String::from_utf8_lossy(&file.bytes));
        texts.collect::<Vec<_>>().join("\n")
    }

    /// The text of a page, a template or the settings, as read.
    #[must_use]
    pub fn text(&self, path: &ContentPath) -> Option<&Arc<str>> {
        self.texts.iter().find(|file| file.path == *path).map(|file| &file.text)
    }

    /// The folder of the dossier.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The text of every page, template and file of words, and of the settings, as read; private pages are among them.
    #[must_use]
    pub fn texts(&self) -> &[ContentFile] {
        &self.texts
    }

    /// The files of the theme, the dossier's own in place of built-in ones.
    #[must_use]
    pub fn theme(&self) -> &[ThemeFile] {
        &self.theme
    }

    /// Make all pages and files and keep none; what could not be made.
    pub fn check(&self, watcher: &dyn Watcher) -> Vec<Diagnostic> {
        self.make(&Work::all(self), |_, _| Ok(()), |_| Ok(()), watcher)
            .unwrap_or_else(|never: std::convert::Infallible| match never {})
    }

    /// The same for as long as it is `wanted`; none where it is not any more.
    pub fn check_while(&self, wanted: impl Fn() -> bool + Sync) -> Option<Vec<Diagnostic>> {
        let goes_on = || if wanted() { Ok(()) } else { Err(()) };
        self.make(&Work::all(self), |_, _| goes_on(), |_| goes_on(), &Unwatched).ok()
    }

    /// Make these pages and attachments alone and keep none; what could not be made.
    #[must_use]
    pub fn check_some(
        &self,
        pages: &BTreeSet<PageAddress>,
        attachments: &BTreeSet<ContentPath>,
    ) -> Vec<Diagnostic> {
        let pages = pages.iter().filter_map(|address| self.page(address).err());
        let files = attachments.iter().map(|path| SiteFile::Attachment(String::new(), path.clone()));
        let files = files.filter_map(|file| self.content(&file).err());
        sorted(pages.chain(files).map(|problem| *problem).collect())
    }

    /// Make the whole site and put it into `staging`, its manifest last. What can stay of the last site is left as it
    /// stands.
    ///
    /// # Errors
    /// What the disk did not take.
    pub fn publish(
        &self,
        staging: &Staging,
        last: Option<&LastSite>,
        watcher: &dyn Watcher,
    ) -> Result<Made, WriteError> {
        let work = last.map_or_else(|| Ok(Work::all(self)), |last| last.leave(self, staging))?;
        let put = |path: &str, content: Content<'_>| match content {
            Content::Bytes(bytes) => staging.put(path, &bytes),
            Content::CopyOf(from) => staging.put_copy(path, &from),
        };
        let stays = |part: Part| last.map_or(Ok(false), |last| last.leave_part(part, staging));
        let (mut problems, search_parts) = self.hand_over_of(&work, put, stays, watcher)?;
        let manifest = self.manifest(staging.checksums());
        staging.put(MANIFEST, manifest.to_json().as_bytes())?;
        let settings = &self.material.dossier.settings;
        let sizes = manifest.files.iter().map(|file| (file.path.as_str(), file.size));
        problems.extend(Excess::of(sizes).iter().map(|excess| excess.diagnostic(settings)));
        problems.retain(|problem| problem.severity != Severity::Off);
        Ok(Made { problems, search_parts })
    }

    /// The manifest of the site, of which these are the files.
    #[must_use]
    pub fn manifest(&self, files: BTreeMap<String, Checksum>) -> Manifest {
        Manifest::of(files, self.material.dossier.settings.base_url.as_deref())
    }

    /// Make all pages and files, and those of the search, and hand each to `take`, from many threads; what could not
    /// be made. The manifest is not among them: it is known when all others are.
    ///
    /// # Errors
    /// What `take` says.
    pub fn hand_over<E: Send + From<IndexError>>(
        &self,
        take: impl Fn(&str, Content<'_>) -> Result<(), E> + Sync,
        watcher: &dyn Watcher,
    ) -> Result<Vec<Diagnostic>, E> {
        self.hand_over_of(&Work::all(self), take, |_| Ok(false), watcher).map(|(problems, _)| problems)
    }

    /// The same of this work alone, and of the search what does not stay; with it what its parts hold.
    fn hand_over_of<E: Send + From<IndexError>>(
        &self,
        work: &Work<'_>,
        take: impl Fn(&str, Content<'_>) -> Result<(), E> + Sync,
        stays: impl Fn(Part) -> Result<bool, E> + Sync,
        watcher: &dyn Watcher,
    ) -> Result<(Vec<Diagnostic>, Vec<Hash>), E> {
        let bytes = |path: &str, bytes: &[u8]| take(path, Content::Bytes(Cow::Borrowed(bytes)));
        let problems = self.make(work, &take, |page| bytes(&page.file, page.html.as_bytes()), watcher)?;
        watcher.begins(Phase::Search, 0);
        let of_search = |file: &SiteFile<'_>| match file {
            SiteFile::Bytes(path, content) => bytes(path, content),
            SiteFile::Attachment(..) => Ok(()),
        };
        let parts =
            export::search::make(&self.material, stays, |files| files.par_iter().try_for_each(of_search))?;
        Ok((problems, parts))
    }

    /// Make these files and hand each to `take_file`, then these pages, each to `take_page`, in parallel; what could
    /// not be made, each problem once.
    fn make<E: Send>(
        &self,
        work: &Work<'_>,
        take_file: impl Fn(&str, Content<'_>) -> Result<(), E> + Sync,
        take_page: impl Fn(Page) -> Result<(), E> + Sync,
        watcher: &dyn Watcher,
    ) -> Result<Vec<Diagnostic>, E> {
        let Work { pages, groups } = work;
        watcher.begins(Phase::Network, 0);
        let few = pages.len() <= FEW;
        if !few {
            // Before the pages, which are made by many threads: see there.
            rayon::join(|| self.material.dossier.network_map(), || self.material.citations.filed());
        }
        watcher.begins(Phase::Files, 0);
        let file = |file: &SiteFile<'_>| taken(self.content(file), |content| take_file(file.path(), content));
        let page = |address: &PageAddress| {
            let problem = taken(self.page(address), &take_page);
            watcher.step();
            problem
        };
        // Each group by itself: not all of them are held at once.
        let group = |group: &FileGroup| self.files_of(*group).par_iter().map(file).collect();
        let files: Result<Vec<Vec<_>>, E> = groups.par_iter().map(group).collect();
        let files = files?;
        watcher.begins(Phase::Pages, pages.len());
        let pages: Result<Vec<_>, E> = match few {
            true => pages.iter().map(page).collect(),
            false => pages.par_iter().map(page).collect(),
        };
        Ok(sorted(files.into_iter().flatten().chain(pages?).flatten().collect()))
    }
}

/// In order, each once.
fn sorted(mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    problems.sort_by(|a, b| a.order().cmp(&b.order()));
    problems.dedup();
    problems
}

/// Hand on what was made, or say why it was not.
fn taken<T, E>(
    made: Result<T, Box<Diagnostic>>,
    take: impl FnOnce(T) -> Result<(), E>,
) -> Result<Option<Diagnostic>, E> {
    match made {
        Ok(made) => take(made).map(|()| None),
        Err(diagnostic) => Ok(Some(*diagnostic)),
    }
}
