//! What the files of a dossier look like from outside: whether any of them changed while they were read.
//!
//! A site is made of many files, read one after the other. Where one is saved meanwhile (or a sync program is at work),
//! the pages would tell of two states of the dossier at once; where it was half saved, of none.
//!
//! This is kept for as long as a build lasts, when memory is wanted most. So a file takes 24 bytes: its path is kept as a
//! hash, and the second look goes along the files and not along what is kept.

use std::fs::Metadata;
use std::hash::BuildHasher as _;
use std::path::Path;
use std::time::UNIX_EPOCH;

use foldhash::quality::RandomState;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::content::CONTENT;
use super::tree::{STYLES, TEMPLATES, THEME};
use super::walk::{inside, is_hidden};
use super::{EVIDENCE_LOCK, SETTINGS};
use crate::text::ContentPath;

/// So many files are looked at together.
const TOGETHER: usize = 4096;

/// Every file of a dossier, with its size and the time of its last change.
#[derive(Debug)]
pub struct Stamps {
    /// By the hashes of their paths.
    files: Vec<Stamp>,
    /// Another one in every run: should two paths have one hash, they have two in the next.
    hasher: RandomState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    /// The hash of the path.
    path: u64,
    bytes: u64,
    /// In nanoseconds, as the file system tells it; only ever compared with itself. 0 where it tells nothing.
    changed: u64,
}

/// What happened to a dossier between two looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// This file changed, or came.
    Of(ContentPath),
    /// A file is gone.
    Gone,
}

/// Look at every file of the dossier in `root` that its site is made of.
#[must_use]
pub fn stamps(root: &Path) -> Stamps {
    let (hasher, mut files) = (RandomState::default(), Vec::new());
    each(root, &hasher, |some| files.extend(some.into_iter().map(|(_, stamp)| stamp)));
    files.sort_unstable_by_key(|stamp| stamp.path);
    files.shrink_to_fit();
    Stamps { files, hasher }
}

impl Stamps {
    /// Look again: what changed first, in the order of the files' names, if anything did.
    #[must_use]
    pub fn first_change(&self, root: &Path) -> Option<Change> {
        let mut changed: Option<ContentPath> = None;
        let mut same = 0;
        each(root, &self.hasher, |some| {
            for (entry, stamp) in some {
                let known = self.files.binary_search_by_key(&stamp.path, |known| known.path);
                if known.is_ok_and(|at| self.files.get(at) == Some(&stamp)) {
                    same += 1;
                } else {
                    let path = inside(root, entry.path());
                    if changed.as_ref().is_none_or(|first| path < *first) {
                        changed = Some(path);
                    }
                }
            }
        });
        match changed {
            Some(path) => Some(Change::Of(path)),
            None => (same != self.files.len()).then_some(Change::Gone),
        }
    }
}

/// Look at every file, some at a time.
fn each(root: &Path, hasher: &RandomState, mut take: impl FnMut(Vec<(DirEntry, Stamp)>)) {
    // What cannot be listed or looked at is reported by who reads it.
    let entries = [CONTENT, TEMPLATES, STYLES, THEME, SETTINGS, EVIDENCE_LOCK].into_iter().flat_map(|top| {
        let walk = WalkDir::new(root.join(top)).into_iter();
        walk.filter_entry(|entry| !is_hidden(entry)).filter_map(Result::ok)
    });
    let mut files = entries.filter(|entry| !entry.file_type().is_dir());
    loop {
        let some: Vec<_> = files.by_ref().take(TOGETHER).collect();
        if some.is_empty() {
            return;
        }
        let stamp = |entry: DirEntry| {
            let stamp = Stamp::of(
                hasher.hash_one(entry.path().as_os_str().as_encoded_bytes()),
                &entry.metadata().ok()?,
            );
            Some((entry, stamp))
        };
        take(some.into_par_iter().filter_map(stamp).collect());
    }
}

impl Stamp {
    fn of(path: u64, metadata: &Metadata) -> Self {
        let changed = metadata.modified().ok().map(|changed| changed.duration_since(UNIX_EPOCH));
        // Before 1970 as well as after: a time that is wrong is as good as any other to be compared.
        let changed = changed.map(|since| since.unwrap_or_else(|before| before.duration()).as_nanos());
        let changed = changed.and_then(|nanos| u64::try_from(nanos).ok()).unwrap_or_default();
        Self { path, bytes: metadata.len(), changed }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_file_that_changes_comes_or_goes_is_seen_and_a_hidden_one_is_not() {
        let root = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let change = |before: &Stamps| before.first_change(root.path());
        write("content/a.md", "a");
        write("content/b/scan.pdf", "b");
        write("site.toml", "");
        write("public/index.html", "not of the dossier");
        let first = stamps(root.path());
        assert_eq!(first.files.len(), 3);
        assert_eq!(change(&first), None);
        for (path, text) in [
            ("content/b/scan.pdf", "longer"),
            ("content/c.md", "new"),
            ("site.toml", "title = \"x\""),
            ("theme/style.css", "a{}"),
            ("evidence.lock", "version = 1"),
        ] {
            let before = stamps(root.path());
            write(path, text);
            assert_eq!(change(&before), Some(Change::Of(ContentPath::new(path))));
        }
        let before = stamps(root.path());
        write("content/.a.md.swp", "an editor's own");
        write("public/index.html", "another");
        assert_eq!(change(&before), None);
        std::fs::remove_file(root.path().join("content/c.md")).unwrap();
        assert_eq!(change(&before), Some(Change::Gone));
        let a = root.path().join("content/a.md");
        std::fs::rename(&a, root.path().join("content/z.md")).unwrap();
        assert_eq!(change(&before), Some(Change::Of(ContentPath::new("content/z.md"))));
        std::fs::write(&a, "another").unwrap();
        assert_eq!(change(&before), Some(Change::Of(ContentPath::new("content/a.md"))), "the first of two");
    }

    #[test]
    fn words_of_the_same_length_are_another_file() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("site.toml");
        std::fs::write(&path, "a").unwrap();
        let before = stamps(root.path());
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        // Also where the clock was set back.
        file.set_modified(UNIX_EPOCH + Duration::from_secs(5)).unwrap();
        assert!(before.first_change(root.path()).is_some());
    }
}
