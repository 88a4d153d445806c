//! A dossier as it lies on disk, and looking at it again.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::content::{CONTENT, Content, Item};
use super::{
    AttachmentFile, Changes, Different, EVIDENCE_LOCK, LoadError, SETTINGS, SettingsFile, ThemeFile,
    embedded, is_link, misnamed, own,
};
use crate::text::{Checked, ContentFile, ContentPath, Diagnostic};

/// All of a dossier that lies on disk.
#[derive(Debug)]
pub struct ContentTree {
    root: PathBuf,
    content: Content,
    settings: Checked<SettingsFile>,
    templates: Checked<Vec<ContentFile>>,
    styles: Checked<Vec<ContentFile>>,
    theme: Checked<Theme>,
    evidence_lock: Checked<Option<ContentFile>>,
    /// Folders that are passed over, by a name that is nearly right.
    misnamed: Vec<Diagnostic>,
}

#[derive(Debug, PartialEq, Eq)]
struct Theme {
    words: Vec<ContentFile>,
    files: Arc<Vec<ThemeFile>>,
}

impl ContentTree {
    /// Read the dossier in `root`.
    pub(super) fn read(root: &Path) -> Result<Self, LoadError> {
        is_there(root)?;
        Ok(Self {
            root: root.to_owned(),
            content: Content::read(root),
            settings: own::settings(root),
            templates: templates(root),
            styles: own::texts(root, STYLES),
            theme: theme(root),
            evidence_lock: own::evidence_lock(root),
            misnamed: misnamed::folders(root),
        })
    }

    /// Look again wherever something may have changed: what is different now.
    ///
    /// # Errors
    /// As when it is read for the first time. What was read before then stays.
    pub fn look_again(&mut self, changes: &Changes) -> Result<Different, LoadError> {
        is_there(&self.root)?;
        let root = &self.root;
        let mut different = Different::default();
        let everywhere =
            [CONTENT, SETTINGS, TEMPLATES, STYLES, THEME, EVIDENCE_LOCK].map(PathBuf::from).into();
        let places: &BTreeSet<PathBuf> = match changes {
            Changes::Anywhere => &everywhere,
            Changes::At(places) => places,
        };
        let mut tops = BTreeSet::new();
        for place in places {
            match in_dossier(place) {
                Some(place) if place == CONTENT || place.starts_with("content/") => {
                    self.content.look_again(root, &place, &mut different);
                }
                Some(place) => {
                    tops.insert(place.split('/').next().unwrap_or_default().to_owned());
                }
                None => {}
            }
        }
        // What stands for them where they are not there may lie under many names.
        if !matches!(self.settings.value, SettingsFile::Read(_)) {
            tops.insert(SETTINGS.to_owned());
        }
        for top in tops {
            match top.as_str() {
                SETTINGS => different.settings |= replace(&mut self.settings, own::settings(root)),
                EVIDENCE_LOCK => {
                    different.evidence_lock = replace(&mut self.evidence_lock, own::evidence_lock(root));
                }
                TEMPLATES => different.templates = replace(&mut self.templates, templates(root)),
                STYLES => different.styles = replace(&mut self.styles, own::texts(root, STYLES)),
                THEME => {
                    let now = theme(root);
                    different.settings |= self.theme.value.words != now.value.words;
                    different.theme = replace(&mut self.theme, now);
                }
                _ => {}
            }
        }
        self.misnamed = misnamed::folders(root);
        Ok(different)
    }

    /// The dossier's folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// `site.toml`.
    #[must_use]
    pub fn settings(&self) -> &SettingsFile {
        &self.settings.value
    }

    /// The Markdown files below `content/`, in order.
    #[must_use]
    pub fn pages(&self) -> Vec<ContentFile> {
        let pages = self.content.items().filter_map(|(_, item)| match &item.value {
            Item::Page(file) => Some(file.clone()),
            Item::Attachment(_) | Item::Unreadable => None,
        });
        pages.collect()
    }

    /// The Markdown file of this path.
    #[must_use]
    pub fn page(&self, path: &ContentPath) -> Option<&ContentFile> {
        match &self.content.get(path)?.value {
            Item::Page(file) => Some(file),
            Item::Attachment(_) | Item::Unreadable => None,
        }
    }

    /// All other files below `content/`, in order; only those that a published page uses go out.
    pub fn attachments(&self) -> impl Iterator<Item = AttachmentFile> {
        self.content.items().filter_map(|(path, item)| match item.value {
            Item::Attachment(bytes) => Some(AttachmentFile { path: path.clone(), bytes }),
            Item::Page(_) | Item::Unreadable => None,
        })
    }

    /// What is there below `content/` and could not be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &ContentPath> {
        self.content.items().filter(|(_, item)| item.value == Item::Unreadable).map(|(path, _)| path)
    }

    /// Templates by name: the built-in ones, and the dossier's own in their place.
    #[must_use]
    pub fn templates(&self) -> &[ContentFile] {
        &self.templates.value
    }

    /// Citation styles of the dossier's own, in `styles/`.
    #[must_use]
    pub fn styles(&self) -> &[ContentFile] {
        &self.styles.value
    }

    /// Theme files by name: the built-in ones, and the dossier's own in their place.
    #[must_use]
    pub fn theme(&self) -> &Arc<Vec<ThemeFile>> {
        &self.theme.value.files
    }

    /// The dossier's own words of the theme, in `theme/words/`; they do not go out.
    #[must_use]
    pub fn words(&self) -> &[ContentFile] {
        &self.theme.value.words
    }

    /// What was verified where the copies lie.
    #[must_use]
    pub fn evidence_lock(&self) -> Option<&ContentFile> {
        self.evidence_lock.value.as_ref()
    }

    /// Every text that a problem can stand in, in no order that means anything: pages, templates, words, settings, lock.
    #[must_use]
    pub fn texts(&self) -> Vec<ContentFile> {
        let mut texts = self.pages();
        texts.extend(self.own_texts().cloned());
        texts
    }

    /// The text of one of them.
    #[must_use]
    pub fn text(&self, path: &ContentPath) -> Option<&Arc<str>> {
        let own = || self.own_texts().find(|file| file.path == *path);
        self.page(path).or_else(own).map(|file| &file.text)
    }

    fn own_texts(&self) -> impl Iterator<Item = &ContentFile> {
        let settings = match self.settings() {
            SettingsFile::Read(file) => Some(file),
            SettingsFile::Absent | SettingsFile::Unreadable => None,
        };
        self.templates().iter().chain(self.words()).chain(settings).chain(self.evidence_lock())
    }

    /// What could not be read.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        let own = [&self.templates.diagnostics, &self.theme.diagnostics, &self.styles.diagnostics];
        let content = self.content.items().flat_map(|(_, item)| &item.diagnostics);
        self.settings
            .diagnostics
            .iter()
            .chain(content)
            .chain(own.into_iter().flatten())
            .chain(&self.evidence_lock.diagnostics)
            .chain(&self.misnamed)
    }
}

pub(super) const TEMPLATES: &str = "templates";
pub(super) const STYLES: &str = "styles";
pub(super) const THEME: &str = "theme";

fn templates(root: &Path) -> Checked<Vec<ContentFile>> {
    own::texts(root, TEMPLATES).map(embedded::templates)
}

fn theme(root: &Path) -> Checked<Theme> {
    own::theme(root).map(|(words, files)| Theme { words, files: embedded::theme(files).into() })
}

/// Put `now` in the place of what was there; whether it is something else.
fn replace<T: PartialEq>(there: &mut Checked<T>, now: Checked<T>) -> bool {
    let other = *there != now;
    if other {
        *there = now;
    }
    other
}

fn is_there(root: &Path) -> Result<(), LoadError> {
    let content = root.join(CONTENT);
    // The folder that a link leads to may be anybody's, and hold what was never meant to go out.
    if is_link(&content) {
        return Err(LoadError::Linked(content));
    }
    if !content.is_dir() {
        return Err(LoadError::NotADossier(root.to_owned()));
    }
    Ok(())
}

/// A place as the dossier names it. Of one with a name that it cannot name, the folder that it lies in.
fn in_dossier(place: &Path) -> Option<String> {
    let mut parts = Vec::new();
    for part in place.components() {
        match part {
            Component::Normal(name) => match name.to_str() {
                // A path in a dossier has `/` alone.
                Some(name) if !name.contains('\\') => parts.push(name),
                _ => break,
            },
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}
