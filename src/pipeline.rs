//! The program on one screen: load → parse → link → markup → view → render → write.
//!
//! [`Edition::read`] goes as far as everything is known of the whole dossier; an [`Edition`] can then make any of
//! its pages, alone ([`Edition::page`]) or all of them as a stream ([`Edition::publish`], [`Edition::check`]): each
//! page is rendered, handed on and dropped, so memory does not grow with the size of the site.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::export::{self, SiteFile};
use crate::link::attachments::Attachments;
use crate::link::{Dossier, PageAddress};
use crate::load::{self, LoadError, ThemeFile};
use crate::markup::Highlighter;
use crate::model::Settings;
use crate::parse::{parse_page, parse_settings};
use crate::render::{self, Page, Templates};
use crate::text::{Checked, ContentFile, ContentPath, Diagnostic, Severity};
use crate::write::{Staging, WriteError};

/// What one run is asked for, over what `site.toml` says.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// Where the site will stand.
    pub base_url: Option<Arc<str>>,
}

/// A dossier, read and linked, and all that is needed to make its pages.
#[derive(Debug)]
pub struct Edition {
    /// The linked dossier.
    pub dossier: Dossier,
    root: PathBuf,
    templates: Templates,
    highlighter: Highlighter,
    theme: Vec<ThemeFile>,
    texts: Vec<ContentFile>,
}

impl Edition {
    /// Read the dossier in `root`.
    ///
    /// # Errors
    /// Where there is no dossier, or its folder cannot be listed. What is wrong in its files are diagnostics.
    pub fn read(root: &Path, wishes: &Wishes) -> Result<Checked<Self>, LoadError> {
        let mut diagnostics = Vec::new();
        let tree = load::load(root)?.into_value(&mut diagnostics);
        let mut settings = if tree.unreadable.iter().any(|path| path.as_str() == load::SETTINGS) {
            Settings::unreadable()
        } else {
            parse_settings(tree.settings.as_ref()).into_value(&mut diagnostics)
        };
        settings.base_url = wishes.base_url.clone().or(settings.base_url);
        let severities = settings.severities.clone();

        let parsed: Vec<_> = tree.pages.par_iter().map(|file| parse_page(file, &settings)).collect();
        let pages = parsed.into_iter().map(|page| Arc::new(page.into_value(&mut diagnostics))).collect();
        let attachments =
            tree.attachments.into_iter().filter(|file| !settings.is_in_private_folder(&file.path));
        let attachments = Attachments::new(attachments.map(|file| (file.path, file.bytes)));
        let templates = Templates::new(&tree.templates, &settings).into_value(&mut diagnostics);
        let dossier =
            Dossier::link(settings, pages, attachments, &tree.unreadable).into_value(&mut diagnostics);

        for diagnostic in &mut diagnostics {
            if let Some(severity) = severities.get(diagnostic.rule.name) {
                diagnostic.severity = *severity;
            }
        }
        diagnostics.retain(|diagnostic| diagnostic.severity != Severity::Off);
        let texts = tree.pages.into_iter().chain(tree.templates).chain(tree.settings).collect();
        let highlighter = Highlighter::default();
        let edition = Self { dossier, root: tree.root, templates, highlighter, theme: tree.theme, texts };
        Ok(Checked::new(edition, diagnostics))
    }

    /// Every page, in order.
    #[must_use]
    pub fn addresses(&self) -> Vec<PageAddress> {
        render::addresses(&self.dossier)
    }

    /// One page.
    ///
    /// # Errors
    /// A diagnostic at the place in the template that could not be drawn.
    pub fn page(&self, address: &PageAddress) -> Result<Page, Box<Diagnostic>> {
        render::render(&self.dossier, &self.highlighter, &self.templates, address)
    }

    /// Every file that is not a page.
    #[must_use]
    pub fn files(&self) -> Vec<SiteFile<'_>> {
        export::files(&self.dossier, &self.theme, &self.root)
    }

    /// The text of a page, a template or the settings, as read.
    #[must_use]
    pub fn text(&self, path: &ContentPath) -> Option<&Arc<str>> {
        self.texts.iter().find(|file| file.path == *path).map(|file| &file.text)
    }

    /// Make all pages and keep none; what could not be drawn.
    pub fn check(&self, made: impl Fn() + Sync) -> Vec<Diagnostic> {
        self.each_page(|_| {
            made();
            Ok(())
        })
        .unwrap_or_else(|never: std::convert::Infallible| match never {})
    }

    /// Make all pages and put them, with the other files, into `staging`; what could not be drawn.
    ///
    /// # Errors
    /// What the disk did not take.
    pub fn publish(&self, staging: &Staging, made: impl Fn() + Sync) -> Result<Vec<Diagnostic>, WriteError> {
        for file in self.files() {
            match file {
                SiteFile::Bytes(path, bytes) => staging.put(&path, &bytes)?,
                SiteFile::Attachment(path, from) => staging.put_copy(&path, &from)?,
            }
        }
        self.each_page(|page| {
            made();
            staging.put(&page.file, page.html.as_bytes())
        })
    }

    /// Make the pages in parallel and hand each to `take`; what could not be drawn, each problem once.
    fn each_page<E: Send>(&self, take: impl Fn(Page) -> Result<(), E> + Sync) -> Result<Vec<Diagnostic>, E> {
        let made = |address: &PageAddress| match self.page(address) {
            Ok(page) => take(page).map(|()| None),
            Err(diagnostic) => Ok(Some(*diagnostic)),
        };
        let results: Result<Vec<_>, E> = self.addresses().par_iter().map(made).collect();
        let mut problems: Vec<_> = results?.into_iter().flatten().collect();
        problems.sort_by(|a, b| a.order().cmp(&b.order()));
        problems.dedup();
        Ok(problems)
    }
}
