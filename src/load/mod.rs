//! Disk → [`ContentTree`]: the only place of the program that reads a dossier.
//!
//! 1. [`walk`](mod@walk) lists `content/`, `templates/`, `styles/` and `theme/` in a fixed order, following no link and
//!    skipping names that begin with a dot.
//! 2. [`decode`] turns the bytes of a text file into a [`ContentFile`]: UTF-8, no byte-order mark, `\n` line ends.
//! 3. [`embedded`] holds the templates and theme that the binary brings; a dossier's own file of the same name
//!    takes the place of one.
//! 4. [`read_copy_file`] reads the local copy of a source, with its hash.
//! 5. [`read_attachment`] reads a file that pages use, when it is about to go out.
//!
//! A file that cannot be read is reported and left out, never guessed at: what cannot be read cannot be known to
//! be public.

#![expect(clippy::disallowed_methods, reason = "this floor is the one that reads the disk")]

mod attachment;
mod copy;
mod decode;
pub mod embedded;
mod walk;

pub use walk::unsafe_name;

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

pub use attachment::read_attachment;
pub use copy::{CopyFile, MAX_COPY_BYTES, files_below, read_copy_file};
pub use embedded::{BUNDLE_STYLE, STYLE};

use crate::text::{Checked, ContentFile, ContentPath, Diagnostic, rules};

/// The largest text file that is read, in bytes.
pub const MAX_TEXT_BYTES: u64 = 32 * 1024 * 1024;

/// The file that holds a dossier's settings.
pub const SETTINGS: &str = "site.toml";

/// The file that holds what was verified.
pub const EVIDENCE_LOCK: &str = "evidence.lock";

/// All of a dossier that lies on disk, in path order.
#[derive(Debug)]
pub struct ContentTree {
    /// The dossier's folder.
    pub root: PathBuf,
    /// `site.toml`.
    pub settings: SettingsFile,
    /// The Markdown files below `content/`.
    pub pages: Vec<ContentFile>,
    /// All other files below `content/`; only those that a published page uses go out.
    pub attachments: Vec<AttachmentFile>,
    /// Templates by name: the built-in ones, and the dossier's own in their place.
    pub templates: Vec<ContentFile>,
    /// Citation styles of the dossier's own, in `styles/`.
    pub styles: Vec<ContentFile>,
    /// Theme files by name: the built-in ones, and the dossier's own in their place.
    pub theme: Vec<ThemeFile>,
    /// The dossier's own words of the theme, in `theme/words/`; they do not go out.
    pub words: Vec<ContentFile>,
    /// What was verified where the copies lie.
    pub evidence_lock: Option<ContentFile>,
    /// Content files, and the settings, that are there but could not be read.
    pub unreadable: Vec<ContentPath>,
}

/// What there is of `site.toml`.
#[derive(Debug, Clone)]
pub enum SettingsFile {
    /// There is none: the defaults hold.
    Absent,
    /// It was read.
    Read(ContentFile),
    /// It is there and cannot be read: what it keeps private cannot be known.
    Unreadable,
}

/// A file that pages can use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentFile {
    /// Where it lies in the dossier: `content/people/portrait.jpg`.
    pub path: ContentPath,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A file of the theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// Its name below `theme/`: `style.css`.
    pub name: Arc<str>,
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
}

/// Why a dossier could not be loaded at all.
#[derive(Debug)]
pub enum LoadError {
    /// There is no `content/` folder.
    NotADossier(PathBuf),
    /// The `content/` folder is a symbolic link.
    Linked(PathBuf),
    /// The folder could not be read.
    Io(PathBuf, io::Error),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADossier(root) => write!(
                f,
                "{} holds no `content` folder, so it is no dossier\n  \
                 go to the dossier's folder, name it with `--root`, or make one with `redstring init`",
                root.display()
            ),
            Self::Linked(path) => write!(
                f,
                "{} is a symbolic link, and none is followed: it can lead to what was never meant to go out\n  \
                 put the folder itself there, or name the dossier's own folder with `--root`",
                path.display()
            ),
            Self::Io(path, error) => write!(f, "cannot read {}: {error}", path.display()),
        }
    }
}

impl std::error::Error for LoadError {}

/// Read the dossier in `root`.
///
/// # Errors
/// When `root` holds no `content/` folder of its own or cannot be listed. A single file that cannot be read is a diagnostic.
pub fn load(root: &Path) -> Result<Checked<ContentTree>, LoadError> {
    // The folder that a link leads to may be anybody's, and hold what was never meant to go out.
    if is_link(&root.join("content")) {
        return Err(LoadError::Linked(root.join("content")));
    }
    if !root.join("content").is_dir() {
        return Err(LoadError::NotADossier(root.to_owned()));
    }
    let mut diagnostics = Vec::new();
    let settings = read_settings(root).into_value(&mut diagnostics);
    let mut unreadable = Vec::new();
    let content = walk::walk(root, "content").into_value(&mut diagnostics);
    let (pages, others): (Vec<_>, Vec<_>) =
        content.files.into_iter().partition(|file| is_markdown(&file.path));
    unreadable.extend(content.unreadable);
    let mut read = Vec::with_capacity(pages.len());
    let checked: Vec<_> = pages.par_iter().map(|file| (file, read_text(root, file))).collect();
    for (file, checked) in checked {
        match checked.into_value(&mut diagnostics) {
            Some(text) => read.push(text),
            None => unreadable.push(file.path.clone()),
        }
    }
    let templates = embedded::templates(own_files(root, "templates", &mut diagnostics));
    let (words, theme) = own_theme(root, &mut diagnostics);
    let styles = own_files(root, "styles", &mut diagnostics);
    let tree = ContentTree {
        root: root.to_owned(),
        settings,
        evidence_lock: read_lock(root).into_value(&mut diagnostics),
        pages: read,
        attachments: others
            .into_iter()
            .map(|file| AttachmentFile { path: file.path, bytes: file.bytes })
            .collect(),
        templates,
        styles,
        theme: embedded::theme(theme),
        words,
        unreadable,
    };
    // What cannot be read may be private, and then its name is, too.
    for diagnostic in &mut diagnostics {
        let page = diagnostic.place.iter().map(|place| &place.path).find(|path| path.as_str() != SETTINGS);
        diagnostic.private |= page.is_some_and(|path| tree.unreadable.contains(path));
    }
    Ok(Checked::new(tree, diagnostics))
}

fn is_markdown(path: &ContentPath) -> bool {
    Path::new(path.as_str()).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

fn own_files(root: &Path, folder: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<ContentFile> {
    if !is_own_folder(root, folder, diagnostics) {
        return Vec::new();
    }
    let found = walk::walk(root, folder).into_value(diagnostics);
    found.files.iter().filter_map(|file| read_text(root, file).into_value(diagnostics)).collect()
}

/// The dossier's own files of `theme/`: the words, which are read, and all others, which go out.
fn own_theme(root: &Path, diagnostics: &mut Vec<Diagnostic>) -> (Vec<ContentFile>, Vec<ThemeFile>) {
    if !is_own_folder(root, "theme", diagnostics) {
        return (Vec::new(), Vec::new());
    }
    let found = walk::walk(root, "theme").into_value(diagnostics);
    let (words, others): (Vec<_>, Vec<_>) =
        found.files.iter().partition(|file| file.path.below("theme/words").is_some());
    let words = words.iter().filter_map(|file| read_text(root, file).into_value(diagnostics)).collect();
    let mut files = Vec::with_capacity(others.len());
    for file in others {
        match std::fs::read(root.join(file.path.as_str())) {
            Ok(bytes) => {
                let name = file.path.below("theme").unwrap_or_default().into();
                files.push(ThemeFile { name, bytes: Cow::Owned(bytes) });
            }
            Err(error) => diagnostics.push(unreadable(&file.path, &error)),
        }
    }
    (words, files)
}

fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.file_type().is_symlink())
}

/// Whether a folder that need not be there is; a link in its place is reported and not followed.
fn is_own_folder(root: &Path, folder: &str, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let here = root.join(folder);
    if is_link(&here) {
        diagnostics.push(walk::not_followed(&ContentPath::new(folder)));
        return false;
    }
    here.is_dir()
}

fn read_settings(root: &Path) -> Checked<SettingsFile> {
    match read_own(root, SETTINGS) {
        None => Checked::clean(SettingsFile::Absent),
        Some(read) => read.map(|file| file.map_or(SettingsFile::Unreadable, SettingsFile::Read)),
    }
}

fn read_lock(root: &Path) -> Checked<Option<ContentFile>> {
    read_own(root, EVIDENCE_LOCK).unwrap_or_else(|| Checked::clean(None))
}

/// A file at the top of the dossier that need not be there; a link in its place is reported and not followed.
fn read_own(root: &Path, name: &str) -> Option<Checked<Option<ContentFile>>> {
    let path = ContentPath::new(name);
    let here = root.join(name);
    if is_link(&here) {
        return Some(Checked::new(None, vec![walk::not_followed(&path)]));
    }
    match std::fs::metadata(&here) {
        Ok(metadata) => Some(read_text(root, &walk::Found { path, bytes: metadata.len() })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => Some(Checked::new(None, vec![unreadable(&path, &error)])),
    }
}

fn read_text(root: &Path, file: &walk::Found) -> Checked<Option<ContentFile>> {
    if file.bytes > MAX_TEXT_BYTES {
        let message =
            format!("this file has {} MiB; {} MiB is the most", file.bytes >> 20, MAX_TEXT_BYTES >> 20);
        return Checked::new(
            None,
            vec![Diagnostic::new(&rules::files::FILE_TOO_LARGE, message).in_file(&file.path)],
        );
    }
    match std::fs::read(root.join(file.path.as_str())) {
        Ok(bytes) => decode::decode(&file.path, bytes),
        Err(error) => Checked::new(None, vec![unreadable(&file.path, &error)]),
    }
}

fn unreadable(path: &ContentPath, error: &io::Error) -> Diagnostic {
    Diagnostic::new(&rules::files::UNREADABLE_FILE, format!("this file cannot be read: {error}"))
        .in_file(path)
        .help("give yourself read permission, or move it out of the dossier")
}
