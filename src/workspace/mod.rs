//! A dossier that stays read between edits: a change costs what it touches, and gives what a reading from scratch gives.
//!
//! ```text
//! Changes ──look again──▶ Different ──parse──▶ pages ──link──▶ Dossier ──gather──▶ Evidence ──▶ Edition
//! ```
//!
//! Each step keeps what it made. What comes to the next one unchanged is the same object as before, and what was made of
//! it stays:
//!
//! 1. [`ContentTree::look_again`](crate::load::ContentTree::look_again) reads what lies at the places that changed.
//! 2. [`pages`] parses the files whose text is another.
//! 3. [`linked`] links: all anew where the facts of a page changed, or which pages and files there are. Where names and
//!    links in texts alone changed, what these touch is exchanged; where no fact did, only words are, for whatever lies
//!    between pages follows from facts.
//! 4. The evidence is tested again where it rests on a page or a copy that is another.
//! 5. [`Reach`] says what of the site can look different then; nothing else has to be drawn again.
//!
//! There is no second way to read a dossier: whoever reads it once opens a workspace and keeps the first [`Edition`]
//! ([`Edition::read`]). `tests/suite/incremental.rs` holds every later one equal to it.

mod linked;
mod pages;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use hayagriva::citationberg::IndependentStyle;

use crate::citation::style;
use crate::evidence::Evidence;
use crate::evidence::copies::{CopyShelf, add_found};
use crate::link::check;
use crate::load::{self, Changes, ContentTree, Different, LoadError};
use crate::markup::Material;
use crate::model::{EvidenceLock, Settings};
use crate::parse::{parse_lock, parse_settings};
use crate::pipeline::{Edition, Phase, Reach, Unwatched, Watcher, Wishes};
use crate::render::{Templates, unused};
use crate::text::{Checked, Diagnostic, Severity};
use linked::Linked;
use pages::Pages;

/// A dossier, read, with all that was made of it on the way to its last edition.
#[derive(Debug)]
pub struct Workspace {
    wishes: Wishes,
    tree: ContentTree,
    settings: Checked<Arc<Settings>>,
    templates: Checked<Arc<Templates>>,
    style: Checked<Option<IndependentStyle>>,
    evidence_lock: Checked<Arc<EvidenceLock>>,
    pages: Pages,
    linked: Linked,
    shelf: CopyShelf,
    material: Checked<Arc<Material>>,
    /// Whether the disk could not be followed: then everything is read anew.
    lost: bool,
}

impl Edition {
    /// Read the dossier in `root`, once, and tell `watcher` how far it is.
    ///
    /// # Errors
    /// Where there is no dossier, or its folder cannot be listed. What is wrong in its files are diagnostics.
    pub fn read(root: &Path, wishes: &Wishes, watcher: &dyn Watcher) -> Result<Checked<Self>, LoadError> {
        Workspace::open(root, wishes, watcher).map(|workspace| workspace.edition())
    }

    /// The same of a dossier of which all is at hand that lies on disk, but for its attachments.
    ///
    /// # Errors
    /// Where a folder with copies cannot be listed.
    pub fn of(tree: ContentTree, wishes: &Wishes, watcher: &dyn Watcher) -> Result<Checked<Self>, LoadError> {
        Workspace::of(tree, wishes, watcher).map(|workspace| workspace.edition())
    }
}

impl Workspace {
    /// Read the dossier in `root`, and tell `watcher` how far it is.
    ///
    /// # Errors
    /// Where there is no dossier, or its folder cannot be listed. What is wrong in its files are diagnostics.
    pub fn open(root: &Path, wishes: &Wishes, watcher: &dyn Watcher) -> Result<Self, LoadError> {
        watcher.begins(Phase::Load, 0);
        Self::of(load::load(root)?, wishes, watcher)
    }

    /// Take apart and link what was read.
    fn of(tree: ContentTree, wishes: &Wishes, watcher: &dyn Watcher) -> Result<Self, LoadError> {
        let settings = settings(&tree, wishes);
        let pages = Pages::read(&tree, &settings.value, watcher);
        watcher.begins(Phase::Templates, 0);
        let templates = templates(&tree, &settings.value);
        let style = style::chosen(tree.settings(), tree.styles());
        let evidence_lock = evidence_lock(&tree);
        watcher.begins(Phase::Link, 0);
        let linked = Linked::all(&tree, &settings.value, &pages);
        watcher.begins(Phase::Evidence, 0);
        let mut shelf = CopyShelf::default();
        let (evidence, found) = gather(&linked, &mut shelf, &tree, wishes, &evidence_lock.value, None)?;
        let material = Material::new(linked.dossier().clone(), evidence, style.value.clone());
        let material = Checked::new(material.into(), found);
        let wishes = wishes.clone();
        Ok(Self {
            wishes,
            tree,
            settings,
            templates,
            style,
            evidence_lock,
            pages,
            linked,
            shelf,
            material,
            lost: false,
        })
    }

    /// Bring it up to date where something may have changed; how far that reaches into the site.
    ///
    /// # Errors
    /// As when it is opened. The next update then reads everything anew.
    pub fn update(&mut self, changes: &Changes) -> Result<Reach, LoadError> {
        if self.lost {
            *self = Self::open(self.tree.root(), &self.wishes, &Unwatched)?;
            return Ok(Reach::Everything);
        }
        self.follow(changes).inspect_err(|_| self.lost = true)
    }

    fn follow(&mut self, changes: &Changes) -> Result<Reach, LoadError> {
        let different = self.tree.look_again(changes)?;
        if different == Different::default() {
            return Ok(Reach::default());
        }
        if different.settings {
            let before = std::mem::replace(&mut self.settings, settings(&self.tree, &self.wishes));
            if !before.value.read_alike(&self.settings.value) {
                self.pages = Pages::read(&self.tree, &self.settings.value, &Unwatched);
            }
        }
        if different.templates || different.settings {
            self.templates = templates(&self.tree, &self.settings.value);
        }
        let styles = different.styles || different.settings;
        if styles {
            self.style = style::chosen(self.tree.settings(), self.tree.styles());
        }
        if different.evidence_lock {
            self.evidence_lock = evidence_lock(&self.tree);
        }
        for path in &different.attachments {
            self.shelf.doubt(path);
        }
        let parsed = self.pages.renew(&self.tree, &self.settings.value, &different.pages);
        let all = different.settings || different.listing;
        if all || !self.linked.renew(&parsed) {
            let linked = Linked::all(&self.tree, &self.settings.value, &self.pages);
            self.linked = linked.with_map_of(&self.linked);
        }
        let before = &self.material.value;
        let (evidence, found) = gather(
            &self.linked,
            &mut self.shelf,
            &self.tree,
            &self.wishes,
            &self.evidence_lock.value,
            Some(before),
        )?;
        let dossier = self.linked.dossier().clone();
        let same_sources = dossier.shares_facts_with(&before.dossier) || before.citations.are_of(&dossier);
        let material = if !styles && same_sources {
            before.after(dossier, evidence)
        } else {
            Material::new(dossier, evidence, self.style.value.clone())
        };
        let mut reach = Reach::between(before, &material);
        if different.templates || different.theme || different.settings {
            reach = Reach::Everything;
        }
        let used = &material.dossier.outgoing.attachments;
        let attachments = different.attachments.into_iter().filter(|path| used.contains(path)).collect();
        reach.join(Reach::Only { pages: BTreeSet::new(), attachments });
        self.material = Checked::new(material.into(), found);
        Ok(reach)
    }

    /// The dossier as it stands, and all that is wrong with it.
    #[must_use]
    pub fn edition(&self) -> Checked<Edition> {
        let edition = Edition::new(&self.tree, self.material.value.clone(), self.templates.value.clone());
        let mut diagnostics: Vec<_> = self.tree.diagnostics().cloned().collect();
        diagnostics.extend(self.settings.diagnostics.iter().cloned());
        diagnostics.extend(self.pages.diagnostics().cloned());
        diagnostics.extend(self.templates.diagnostics.iter().cloned());
        diagnostics.extend(self.style.diagnostics.iter().cloned());
        diagnostics.extend(self.linked.diagnostics().cloned());
        diagnostics.extend(self.evidence_lock.diagnostics.iter().cloned());
        diagnostics.extend(self.material.diagnostics.iter().cloned());
        let today = self.wishes.today.into_iter();
        diagnostics.extend(today.flat_map(|today| check::as_of(self.linked.dossier(), today)));
        Checked::new(edition, weighed(diagnostics, &self.settings.value))
    }
}

/// As bad as the settings say, without those that they turn off.
fn weighed(mut diagnostics: Vec<Diagnostic>, settings: &Settings) -> Vec<Diagnostic> {
    for diagnostic in &mut diagnostics {
        // The name of a file in a private folder must not stand in a public log.
        let place = diagnostic.place.as_ref();
        diagnostic.private |= place.is_some_and(|place| settings.is_in_private_folder(&place.path));
        if let Some(severity) = settings.severities.get(diagnostic.rule.name) {
            // What guards privacy may be worse than its rule is, as where a name is nearly right: settings cannot make it less.
            let least = if diagnostic.rule.locked { diagnostic.severity } else { Severity::Off };
            diagnostic.severity = least.max(*severity);
        }
    }
    diagnostics.retain(|diagnostic| diagnostic.severity != Severity::Off);
    diagnostics
}

fn settings(tree: &ContentTree, wishes: &Wishes) -> Checked<Arc<Settings>> {
    parse_settings(tree.settings(), tree.words()).map(|mut settings| {
        settings.base_url = wishes.base_url.clone().or(settings.base_url);
        settings.into()
    })
}

fn templates(tree: &ContentTree, settings: &Settings) -> Checked<Arc<Templates>> {
    let mut templates = Templates::new(tree.templates(), settings).map(Arc::new);
    templates.diagnostics.extend(unused(tree.templates(), tree.words(), settings));
    templates
}

fn evidence_lock(tree: &ContentTree) -> Checked<Arc<EvidenceLock>> {
    tree.evidence_lock().map_or_else(|| Checked::clean(EvidenceLock::default()), parse_lock).map(Arc::new)
}

fn gather(
    linked: &Linked,
    shelf: &mut CopyShelf,
    tree: &ContentTree,
    wishes: &Wishes,
    lock: &Arc<EvidenceLock>,
    before: Option<&Arc<Material>>,
) -> Result<(Evidence, Vec<Diagnostic>), LoadError> {
    let mut diagnostics = Vec::new();
    let dossier = linked.dossier();
    let mut copies = shelf.copies(dossier, tree.root()).into_value(&mut diagnostics);
    add_found(&mut copies, dossier, &wishes.copies)?;
    let before = before.map(|material| (&material.dossier, &material.evidence));
    let evidence = Evidence::gather(dossier, copies, lock.clone(), before).into_value(&mut diagnostics);
    Ok((evidence, diagnostics))
}
