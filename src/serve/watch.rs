//! Which files of the dossier have changed.
//!
//! Editors save in many ways: in place, by a temporary file that is renamed over the old one, by moving the old one
//! away first. Where the system says that a file was closed after writing, or has got its name, it is whole; otherwise it
//! counts as changed once it has been quiet for a moment.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::load::{Changes, EVIDENCE_LOCK, SETTINGS, looks_like_settings};

/// How long nothing more must have happened where every file is known to be whole: one save can be of several.
const AFTER_CLOSING: Duration = Duration::from_millis(5);

/// How long a file must have been quiet of which that is not known, or which is gone: another may take its place.
const QUIET: Duration = Duration::from_millis(50);

/// How long many files that change together (a checkout) are waited for.
const SETTLING: Duration = Duration::from_millis(150);

/// A disk that is never quiet does not keep the dossier from being read.
const LONGEST: Duration = Duration::from_secs(3);

/// From so many files on it was not one save.
const MANY: usize = 4;

/// The folders that are watched all the way down.
const FOLDERS: [&str; 4] = ["content", "templates", "theme", "styles"];

/// The files beside them that are read.
const FILES: [&str; 2] = [SETTINGS, EVIDENCE_LOCK];

/// What changed together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Where.
    pub(super) changes: Changes,
    /// What the system could not watch.
    pub(super) problem: Option<String>,
}

/// What the system tells.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    /// Something happened at a place, seen from the dossier's folder; `whole` where a file is known to be there and closed.
    At { place: PathBuf, whole: bool },
    /// More happened than it can tell.
    TooMuch,
    /// It could not watch something.
    Problem(String),
}

/// A watched dossier.
pub(super) struct Watch {
    root: PathBuf,
    watcher: RecommendedWatcher,
    told: Receiver<Told>,
}

impl Watch {
    /// Begin to watch the dossier in `root`.
    pub(super) fn start(root: &Path) -> notify::Result<Self> {
        // Events bear absolute paths, and a folder that was reached by a link is told by its real name.
        let root = root.canonicalize()?;
        let (sender, told) = channel();
        let from = root.clone();
        let watcher = notify::recommended_watcher(move |event| note(&from, &sender, event))?;
        let mut watch = Self { root, watcher, told };
        // Not all the way down: build output and version control would be watched as well.
        watch.watcher.watch(&watch.root, RecursiveMode::NonRecursive)?;
        watch.folders()?;
        Ok(watch)
    }

    /// Wait for the next change; `None` when there can be no more.
    pub(super) fn next(&mut self) -> Option<Batch> {
        let mut batch = Batch::default();
        let mut places: BTreeMap<PathBuf, bool> = BTreeMap::new();
        let mut told = self.told.recv().ok()?;
        let begun = Instant::now();
        loop {
            match told {
                Told::At { place, whole } => {
                    places.insert(place, whole);
                }
                Told::TooMuch => batch.changes = Changes::Anywhere,
                Told::Problem(problem) => {
                    batch.problem.get_or_insert(problem);
                }
            }
            // One save is shown at once; of a checkout, the end is waited for.
            let wait = match places.len() {
                _ if batch.changes == Changes::Anywhere => SETTLING,
                MANY.. => SETTLING,
                _ if places.values().all(|whole| *whole) => AFTER_CLOSING,
                _ => QUIET,
            };
            match self.told.recv_timeout(wait) {
                Ok(more) if begun.elapsed() <= LONGEST => told = more,
                Ok(Told::At { place, whole }) => {
                    places.insert(place, whole);
                    break;
                }
                Ok(_) => {
                    batch.changes = Changes::Anywhere;
                    break;
                }
                Err(_) => break,
            }
        }
        // A folder that was replaced by another of its name is another folder to the system. It is watched before
        // the dossier is read, so that nothing falls between.
        let folders = FOLDERS.iter().any(|folder| places.contains_key(Path::new(folder)));
        if (folders || batch.changes == Changes::Anywhere)
            && let Err(error) = self.folders()
        {
            batch.problem.get_or_insert_with(|| error.to_string());
        }
        places.into_keys().for_each(|place| batch.changes.add(place));
        Some(batch)
    }

    fn folders(&mut self) -> notify::Result<()> {
        for folder in FOLDERS.map(|folder| self.root.join(folder)) {
            // It may be watched or not, and may be there no more: both are no failure.
            let _ = self.watcher.unwatch(&folder);
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

fn note(root: &Path, sender: &Sender<Told>, event: notify::Result<notify::Event>) {
    let event = match event {
        Ok(event) => event,
        Err(error) => {
            // Nobody listens any more when the program ends.
            let _ = sender.send(Told::Problem(error.to_string()));
            return;
        }
    };
    if event.need_rescan() {
        let _ = sender.send(Told::TooMuch);
    }
    let Some(whole) = change(event.kind) else { return };
    let last = event.paths.len().saturating_sub(1);
    for (nth, path) in event.paths.iter().enumerate() {
        if let Some(place) = place(root, path) {
            // Of two paths, the first is the name that a file has lost.
            let _ = sender.send(Told::At { place, whole: whole && nth == last });
        }
    }
}

/// Whether something changed, and then whether what is there is whole. Reading is no change, and the dossier is read
/// after each one: it would never end.
fn change(kind: EventKind) -> Option<bool> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(true),
        EventKind::Access(_) => None,
        EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => Some(true),
        _ => Some(false),
    }
}

/// A path as seen from the dossier's folder; `None` for what is never read.
fn place(root: &Path, path: &Path) -> Option<PathBuf> {
    let below = path.strip_prefix(root).ok()?;
    let mut parts = below.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name),
        _ => None,
    });
    let first = parts.next()?;
    let rest: Vec<_> = parts.collect();
    let hidden = rest.iter().any(|name| name.as_encoded_bytes().starts_with(b"."));
    let is_read = match FOLDERS.iter().any(|folder| first == *folder) {
        true => !hidden,
        false => rest.is_empty() && is_own_file(first),
    };
    is_read.then(|| below.to_owned())
}

/// Whether a file of this name beside `content/` is read, or tells that the settings are misnamed.
fn is_own_file(name: &OsStr) -> bool {
    FILES.iter().any(|file| name == *file) || name.to_str().is_some_and(looks_like_settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_read_counts() {
        let root = Path::new("/d");
        for (path, expected) in [
            ("/d/content", Some("content")),
            ("/d/content/people/a.md", Some("content/people/a.md")),
            ("/d/site.toml", Some("site.toml")),
            ("/d/Site.toml.txt", Some("Site.toml.txt")),
            ("/d/notes.toml", None),
            ("/d/evidence.lock", Some("evidence.lock")),
            ("/d/theme/style.css", Some("theme/style.css")),
            ("/d/styles/own.csl", Some("styles/own.csl")),
            ("/d/content/people/.a.md.swp", None),
            ("/d/content/.obsidian/workspace.json", None),
            ("/d/public/index.html", None),
            ("/d/site.toml/x", None),
            ("/d/.public.redstring-new", None),
            ("/d/.git/index", None),
            ("/d/.redstring/last-build", None),
            ("/d", None),
            ("/elsewhere/content/a.md", None),
        ] {
            assert_eq!(place(root, Path::new(path)), expected.map(PathBuf::from), "{path}");
        }
    }
}
