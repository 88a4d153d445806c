//! What an interrupted build left beside the target, finished or cleared away.
//!
//! Nothing is trusted but the names and what is there. With a journal, a swap had begun, and which of the
//! three folders exist tells how far it came; without one, a folder is only removed if it is known as ours.

use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::WriteError;
use super::disk::{Disk, Entry};
use super::ledger::{self, MARKER};
use super::place::Place;
use super::survey::discardable;

/// What a journal says. Its presence is what counts: the steps are read off the folders.
pub(super) const JOURNAL: &str = "redstring-journal 1\n\
    A build is replacing the site beside this file. If no build is running, the next one will finish it.\n";

/// Finish or roll back what an earlier build began, and clear what it left.
pub(super) fn recover(disk: &dyn Disk, place: &Place) -> Result<(), WriteError> {
    if let Some(entry) = look(disk, &place.journal)? {
        let text = match entry {
            Entry::File => read(disk, &place.journal)?,
            _ => return Err(in_the_way(&place.journal)),
        };
        if text == JOURNAL.as_bytes() {
            settle(disk, place)?;
        } else if !JOURNAL.as_bytes().starts_with(&text) {
            return Err(in_the_way(&place.journal));
        }
        // A journal cut short was never acted on: what lies beside it is as without one.
        clear_known(disk, &place.new)?;
        clear_known(disk, &place.old)?;
        return remove_journal(disk, place);
    }
    clear_known(disk, &place.new)?;
    clear_known(disk, &place.old)
}

/// A swap had begun: bring one whole site to its place, and discard what is not needed.
fn settle(disk: &dyn Disk, place: &Place) -> Result<(), WriteError> {
    let new = look(disk, &place.new)?.is_some();
    let old = look(disk, &place.old)?.is_some();
    let mut target = look(disk, &place.target)?.is_some();
    if target && new && old {
        // No swap passes through this: somebody made the target anew. An empty folder is no loss.
        if disk.remove_folder(&place.target).is_err() {
            return Err(WriteError::Unfinished { target: place.target.clone(), old: place.old.clone() });
        }
        target = false;
    }
    if !target {
        let from = if new && finished(disk, &place.new)? { &place.new } else { &place.old };
        if look(disk, from)?.is_some() {
            disk.rename(from, &place.target)
                .map_err(|error| WriteError::disk("put the interrupted build in place:", from, error))?;
        }
    }
    // What is left is the staging folder or the site that was replaced, and to delete that one was agreed
    // before the journal was written, even if it carries no marker.
    for folder in [&place.new, &place.old] {
        if look(disk, folder)? == Some(Entry::Folder) {
            discard(disk, folder)?;
        }
    }
    Ok(())
}

/// Whether a folder holds a whole site: its marker is written last.
fn finished(disk: &dyn Disk, folder: &Path) -> Result<bool, WriteError> {
    let marker = folder.join(MARKER);
    Ok(look(disk, &marker)? == Some(Entry::File) && ledger::parse(&read(disk, &marker)?).is_some())
}

/// Remove a leftover folder if it is one of ours; anything else under that name is in the way.
fn clear_known(disk: &dyn Disk, folder: &Path) -> Result<(), WriteError> {
    match look(disk, folder)? {
        None => Ok(()),
        Some(Entry::Folder) => {
            let names = disk.list(folder).map_err(|error| WriteError::disk("list", folder, error))?;
            if discardable(&names) { discard(disk, folder) } else { Err(in_the_way(folder)) }
        }
        Some(_) => Err(in_the_way(folder)),
    }
}

/// Remove a folder with all it holds, its marker last: whatever interrupts this, what is left is still
/// known as ours. A site that was made read-only is as replaceable as any other.
pub(super) fn discard(disk: &dyn Disk, folder: &Path) -> Result<(), WriteError> {
    match empty(disk, folder) {
        Err(WriteError::Disk { source, .. }) if source.kind() == io::ErrorKind::PermissionDenied => {
            let _ = disk.allow_removal(folder);
            empty(disk, folder)
        }
        emptied => emptied,
    }
}

fn empty(disk: &dyn Disk, folder: &Path) -> Result<(), WriteError> {
    let failed = |path: &Path, error| WriteError::disk("remove", path, error);
    let names = disk.list(folder).map_err(|error| failed(folder, error))?;
    let (marker, others): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|(name, entry)| *entry == Entry::File && name == MARKER);
    // Side by side: to remove a large site one file after the other takes about as long as to write it.
    others.par_iter().try_for_each(|(name, entry)| {
        let path = folder.join(name);
        let removed = match entry {
            Entry::Folder => disk.remove_tree(&path),
            Entry::File | Entry::Other => disk.remove_file(&path),
        };
        removed.map_err(|error| failed(&path, error))
    })?;
    if !marker.is_empty() {
        let path = folder.join(MARKER);
        disk.remove_file(&path).map_err(|error| failed(&path, error))?;
    }
    disk.remove_folder(folder).map_err(|error| failed(folder, error))
}

/// The swap is over.
pub(super) fn remove_journal(disk: &dyn Disk, place: &Place) -> Result<(), WriteError> {
    disk.remove_file(&place.journal).map_err(|error| WriteError::disk("remove", &place.journal, error))
}

fn look(disk: &dyn Disk, path: &Path) -> Result<Option<Entry>, WriteError> {
    disk.entry(path).map_err(|error| WriteError::disk("look at", path, error))
}

fn read(disk: &dyn Disk, path: &Path) -> Result<Vec<u8>, WriteError> {
    disk.read(path).map_err(|error| WriteError::disk("read", path, error))
}

fn in_the_way(path: &Path) -> WriteError {
    WriteError::InTheWay { path: path.to_path_buf() }
}
