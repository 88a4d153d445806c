//! Disk → [`ContentTree`]: the only place of the program that reads a dossier.
//!
//! 1. [`walk`](mod@walk) lists `content/`, `templates/`, `styles/` and `theme/` in a fixed order, following no link and
//!    skipping names that begin with a dot. `content` reads what lies in the first, `own` the rest, `misnamed` tells what
//!    nearly has the name of something that is read; the [`tree`](ContentTree)
//!    is all of it, and can look again at the places of [`Changes`].
//! 2. [`decode`] turns the bytes of a text file into a [`ContentFile`]: UTF-8, no byte-order mark, `\n` line ends.
//! 3. [`embedded`] holds the templates and theme that the binary brings; a dossier's own file of the same name
//!    takes the place of one.
//! 4. [`read_copy_file`] reads the local copy of a source, with its hash.
//! 5. [`read_attachment`] reads a file that pages use, when it is about to go out.
//! 6. [`ContentTree::digests_of_pages`] and [`ContentTree::digest_beside_texts`] tell whether what was read is what it was at
//!    another time, [`stamps`] whether anything changed while it was read.
//!
//! A file that cannot be read is reported and left out, never guessed at: what cannot be read cannot be known to
//! be public.

#![expect(clippy::disallowed_methods, reason = "this floor is the one that reads the disk")]

mod attachment;
mod changes;
mod content;
mod copy;
mod decode;
mod digest;
pub mod embedded;
mod misnamed;
mod own;
mod stamps;
mod tree;
mod walk;

pub use changes::{Changes, Different};
pub use digest::digest_of_file;
pub use misnamed::looks_like_settings;
pub use stamps::{Change, Stamps, stamps};
pub use tree::ContentTree;
pub use walk::unsafe_name;

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

/// What there is of `site.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
pub fn load(root: &Path) -> Result<ContentTree, LoadError> {
    ContentTree::read(root)
}

fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.file_type().is_symlink())
}

/// A file at the top of the dossier that need not be there; a link in its place is reported and not followed.
fn read_own(root: &Path, name: &str) -> Option<Checked<Option<ContentFile>>> {
    let path = ContentPath::new(name);
    let here = root.join(name);
    if is_link(&here) {
        return Some(Checked::new(None, vec![walk::not_followed(&path)]));
    }
    match std::fs::metadata(&here) {
        Ok(_) => Some(read_text(root, &path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => Some(Checked::new(None, vec![unreadable(&path, &error)])),
    }
}

fn read_text(root: &Path, path: &ContentPath) -> Checked<Option<ContentFile>> {
    match read_bytes(root, path, MAX_TEXT_BYTES) {
        Ok(bytes) => decode::decode(path, bytes),
        Err(diagnostic) => Checked::new(None, vec![*diagnostic]),
    }
}

/// What a file holds, of `most` bytes at most. It is asked for its size once it is open: to look at each file beside
/// reading it takes a quarter of the time that reading takes.
fn read_bytes(root: &Path, path: &ContentPath, most: u64) -> Result<Vec<u8>, Box<Diagnostic>> {
    let read = || {
        let file = File::open(root.join(path.as_str()))?;
        read_rest(file, Vec::new(), most)
    };
    match read() {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(size)) => Err(too_large(path, size, most).into()),
        Err(error) => Err(unreadable(path, &error).into()),
    }
}

/// What an open file holds, of which these `bytes` were read: if there are no more than `most` in all; else how many.
fn read_rest(file: File, mut bytes: Vec<u8>, most: u64) -> io::Result<Result<Vec<u8>, u64>> {
    let size = file.metadata()?.len();
    if size > most {
        return Ok(Err(size));
    }
    let opened = bytes.len() as u64;
    bytes.reserve_exact(usize::try_from(size.saturating_sub(opened)).unwrap_or_default() + 1);
    // It may have grown since.
    file.take(most.saturating_add(1).saturating_sub(opened)).read_to_end(&mut bytes)?;
    let size = bytes.len() as u64;
    Ok(if size > most { Err(size) } else { Ok(bytes) })
}

fn too_large(path: &ContentPath, bytes: u64, most: u64) -> Diagnostic {
    let message = format!("this file has {} MiB; {} MiB is the most", bytes >> 20, most >> 20);
    Diagnostic::new(&rules::files::FILE_TOO_LARGE, message).in_file(path)
}

fn unreadable(path: &ContentPath, error: &io::Error) -> Diagnostic {
    Diagnostic::new(&rules::files::UNREADABLE_FILE, format!("this file cannot be read: {error}"))
        .in_file(path)
        .help("give yourself read permission, or move it out of the dossier")
}
