//! Which files of the dossier have changed.
//!
//! Editors save in many ways: in place, by a temporary file that is renamed over the old one, by moving the old one
//! away first. Each is over within milliseconds, so a file counts as changed once it has been quiet for a moment.

use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify_debouncer_full::notify::{self, EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};

/// How long a file must have been quiet.
const QUIET: Duration = Duration::from_millis(50);

/// How long many files that change together (a checkout) are waited for.
const SETTLING: Duration = Duration::from_millis(150);

/// A disk that is never quiet does not keep the dossier from being read.
const LONGEST: Duration = Duration::from_secs(3);

/// From so many files on it was not one save.
const MANY: usize = 4;

/// The folders that are watched all the way down.
const FOLDERS: [&str; 3] = ["content", "templates", "theme"];

/// What changed together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// How many files.
    files: usize,
    /// Whether one of the watched folders itself came or went.
    folders: bool,
    /// What the system could not watch.
    pub(super) problem: Option<String>,
}

/// A watched dossier.
pub(super) struct Watch {
    root: PathBuf,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    changes: Receiver<Batch>,
}

impl Watch {
    /// Begin to watch the dossier in `root`.
    pub(super) fn start(root: &Path) -> notify::Result<Self> {
        // Events bear absolute paths, and a folder that was reached by a link is told by its real name.
        let root = root.canonicalize()?;
        let (sender, changes) = channel();
        let from = root.clone();
        let debouncer =
            new_debouncer(QUIET, None, move |result: DebounceEventResult| note(&from, &sender, result))?;
        let mut watch = Self { root, debouncer, changes };
        // Not all the way down: build output and version control would be watched as well.
        watch.debouncer.watch(&watch.root, RecursiveMode::NonRecursive)?;
        watch.folders()?;
        Ok(watch)
    }

    /// Wait for the next change; `None` when there can be no more.
    pub(super) fn next(&mut self) -> Option<Batch> {
        let mut batch = self.changes.recv().ok()?;
        let begun = Instant::now();
        // One save is shown at once; of a checkout, the end is waited for.
        let mut wait = if batch.files < MANY { Duration::ZERO } else { SETTLING };
        while let Ok(more) = self.changes.recv_timeout(wait) {
            batch.files += more.files;
            batch.folders |= more.folders;
            batch.problem = batch.problem.or(more.problem);
            if batch.files >= MANY {
                wait = SETTLING;
            }
            if begun.elapsed() > LONGEST {
                break;
            }
        }
        // A folder that was replaced by another of its name is another folder to the system. It is watched before
        // the dossier is read, so that nothing falls between.
        if batch.folders
            && let Err(error) = self.folders()
        {
            batch.problem.get_or_insert_with(|| error.to_string());
        }
        Some(batch)
    }

    fn folders(&mut self) -> notify::Result<()> {
        for folder in FOLDERS.map(|folder| self.root.join(folder)) {
            // It may be watched or not, and may be there no more: both are no failure.
            let _ = self.debouncer.unwatch(&folder);
            if folder.is_dir() {
                self.debouncer.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

fn note(root: &Path, changes: &Sender<Batch>, result: DebounceEventResult) {
    let batch = match result {
        Ok(events) => {
            let mut batch = Batch::default();
            for event in events.iter().filter(|event| changes_something(event)) {
                let places = event.paths.iter().filter_map(|path| place(root, path));
                for place in places {
                    batch.files += 1;
                    batch.folders |= place == Place::Folder;
                }
                batch.folders |= event.need_rescan();
            }
            batch
        }
        Err(errors) => Batch {
            problem: Some(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
            ..Batch::default()
        },
    };
    if batch.files > 0 || batch.folders || batch.problem.is_some() {
        // Nobody listens any more when the program ends.
        let _ = changes.send(batch);
    }
}

/// Reading is no change, and the dossier is read after each one: it would never end.
fn changes_something(event: &DebouncedEvent) -> bool {
    !matches!(event.kind, EventKind::Access(_))
}

#[derive(Debug, PartialEq, Eq)]
enum Place {
    Folder,
    File,
}

/// What of the dossier a path is; `None` for what is never read.
fn place(root: &Path, path: &Path) -> Option<Place> {
    let below = path.strip_prefix(root).ok()?;
    let mut parts = below.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name),
        _ => None,
    });
    let first = parts.next()?;
    let rest: Vec<_> = parts.collect();
    let is_folder = FOLDERS.iter().any(|folder| first == *folder);
    let hidden = rest.iter().any(|name| name.as_encoded_bytes().starts_with(b"."));
    match rest.is_empty() {
        true if is_folder => Some(Place::Folder),
        true if first == "site.toml" => Some(Place::File),
        false if is_folder && !hidden => Some(Place::File),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_read_counts() {
        let root = Path::new("/d");
        for (path, expected) in [
            ("/d/content", Some(Place::Folder)),
            ("/d/content/people/a.md", Some(Place::File)),
            ("/d/site.toml", Some(Place::File)),
            ("/d/theme/style.css", Some(Place::File)),
            ("/d/content/people/.a.md.swp", None),
            ("/d/content/.obsidian/workspace.json", None),
            ("/d/public/index.html", None),
            ("/d/.public.redstring-new", None),
            ("/d/.git/index", None),
            ("/d", None),
            ("/elsewhere/content/a.md", None),
        ] {
            assert_eq!(place(root, Path::new(path)), expected, "{path}");
        }
    }
}
