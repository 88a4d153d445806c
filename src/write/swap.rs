//! The finished staging folder in the target's place, in one step or under a journal.
//!
//! ```text
//! no target:        new → target
//! exchange:         new ⇄ target, discard what is now under `new`
//! by the journal:   write it, target → old, new → target, discard old, remove it
//! ```
//!
//! The journal goes last, because the replaced folder may be one that carries no marker (`--force`): until
//! it is gone, the journal is what says that it may go. For the same reason an exchange that replaces such
//! a folder is done under a journal too.

use std::io;

use super::WriteError;
use super::disk::Disk;
use super::place::Place;
use super::recover::{JOURNAL, discard, remove_journal};
use super::survey::Survey;

/// Why a swap did not happen, and what that means for the staging folder.
pub(super) struct Failed {
    /// What went wrong.
    pub(super) error: WriteError,
    /// Whether the staging folder must stay where it is, for the next build to finish the swap.
    pub(super) leave: bool,
}

impl From<WriteError> for Failed {
    fn from(error: WriteError) -> Self {
        Self { error, leave: false }
    }
}

/// Put the finished folder in the target's place. Once that is done, nothing can fail any more: what cannot
/// be cleared away now, the next build clears away, and says so if it cannot.
pub(super) fn swap(disk: &dyn Disk, place: &Place, before: &Survey) -> Result<(), Failed> {
    let replacing = |error| WriteError::disk("replace", &place.target, error);
    if !before.exists {
        return Ok(disk.rename(&place.new, &place.target).map_err(replacing)?);
    }
    if !before.discardable {
        begin_journal(disk, place)?;
    }
    match disk.exchange(&place.new, &place.target) {
        Ok(()) => {
            if discard(disk, &place.new).is_ok() && !before.discardable {
                let _ = remove_journal(disk, place);
            }
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::Unsupported => by_journal(disk, place, before),
        Err(error) => {
            if !before.discardable {
                let _ = remove_journal(disk, place);
            }
            Err(replacing(error).into())
        }
    }
}

/// Two renames, with a journal that tells the next build of them should they be interrupted.
fn by_journal(disk: &dyn Disk, place: &Place, before: &Survey) -> Result<(), Failed> {
    let replacing = |error| WriteError::disk("replace", &place.target, error);
    if before.discardable {
        begin_journal(disk, place)?;
    }
    if let Err(error) = disk.rename(&place.target, &place.old) {
        let _ = remove_journal(disk, place);
        return Err(replacing(error).into());
    }
    if let Err(error) = disk.rename(&place.new, &place.target) {
        // Back at once, rather than leave a hole until the next build.
        let back = disk.rename(&place.old, &place.target).is_ok();
        if back {
            let _ = remove_journal(disk, place);
        }
        return Err(Failed { error: replacing(error), leave: !back });
    }
    if discard(disk, &place.old).is_ok() {
        let _ = remove_journal(disk, place);
    }
    Ok(())
}

/// Write the journal; one cut short is taken away again as well as may be.
fn begin_journal(disk: &dyn Disk, place: &Place) -> Result<(), WriteError> {
    disk.write_mark(&place.journal, JOURNAL.as_bytes()).map_err(|error| {
        let _ = remove_journal(disk, place);
        WriteError::disk("write", &place.journal, error)
    })
}
