//! What the files of a dossier look like from outside: whether any of them changed while they were read.
//!
//! A site is made of many files, read one after the other. Where one is saved meanwhile (or a sync program is at work),
//! the pages would tell of two states of the dossier at once; where it was half saved, of none.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::content::CONTENT;
use super::tree::{STYLES, TEMPLATES, THEME};
use super::{EVIDENCE_LOCK, SETTINGS};
use crate::text::ContentPath;

/// Every file of a dossier, with its size and the time of its last change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamps(BTreeMap<ContentPath, Stamp>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    /// As the file system tells it, which is only ever compared with itself.
    changed: Option<Duration>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        let changed = metadata.modified().ok().map(|changed| changed.duration_since(UNIX_EPOCH));
        // Before 1970 as well as after: a time that is wrong is as good as any other to be compared.
        let changed = changed.map(|since| since.unwrap_or_else(|before| before.duration()));
        Self { bytes: metadata.len(), changed }
    }
}

/// Look at every file of the dossier in `root` that its site is made of.
#[must_use]
pub fn stamps(root: &Path) -> Stamps {
    let hidden = |entry: &DirEntry| entry.file_name().to_string_lossy().starts_with('.');
    // What cannot be listed or looked at is reported by who reads it.
    let entries = [CONTENT, TEMPLATES, STYLES, THEME, SETTINGS, EVIDENCE_LOCK].into_iter().flat_map(|top| {
        let walk = WalkDir::new(root.join(top)).into_iter();
        walk.filter_entry(|entry| !hidden(entry)).filter_map(Result::ok)
    });
    let files: Vec<_> = entries.filter(|entry| !entry.file_type().is_dir()).collect();
    let stamp = |entry: &DirEntry| {
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        Some((ContentPath::new(&path.to_string_lossy()), Stamp::of(&entry.metadata().ok()?)))
    };
    Stamps(files.par_iter().filter_map(stamp).collect())
}

impl Stamps {
    /// The first file that changed, came or went until `now`.
    #[must_use]
    pub fn first_change<'a>(&'a self, now: &'a Self) -> Option<&'a ContentPath> {
        let differs = |(path, stamp): &(&ContentPath, &Stamp)| now.0.get(*path) != Some(*stamp);
        let gone = self.0.iter().find(differs).map(|(path, _)| path);
        let come = now.0.keys().find(|path| !self.0.contains_key(*path));
        gone.into_iter().chain(come).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changes_comes_or_goes_is_seen_and_a_hidden_one_is_not() {
        let root = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("content/a.md", "a");
        write("content/b/scan.pdf", "b");
        write("site.toml", "");
        write("public/index.html", "not of the dossier");
        let first = stamps(root.path());
        assert_eq!(first.0.len(), 3);
        assert_eq!(first.first_change(&stamps(root.path())), None);
        for (path, text) in [
            ("content/b/scan.pdf", "longer"),
            ("content/c.md", "new"),
            ("site.toml", "title = \"x\""),
            ("theme/style.css", "a{}"),
            ("evidence.lock", "version = 1"),
        ] {
            let before = stamps(root.path());
            write(path, text);
            let now = stamps(root.path());
            assert_eq!(before.first_change(&now).map(ContentPath::as_str), Some(path));
        }
        let before = stamps(root.path());
        write("content/.a.md.swp", "an editor's own");
        write("public/index.html", "another");
        assert_eq!(before.first_change(&stamps(root.path())), None);
        std::fs::remove_file(root.path().join("content/a.md")).unwrap();
        assert_eq!(before.first_change(&stamps(root.path())).map(ContentPath::as_str), Some("content/a.md"));
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
        assert!(before.first_change(&stamps(root.path())).is_some());
    }
}
