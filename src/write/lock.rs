//! One build at a time: a lock beside the target, which the system releases even if the process dies.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::WriteError;
use super::disk::Disk;
use super::place::Place;

/// Held while a build may write.
pub(super) struct Lock {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    _held: File,
}

impl Lock {
    /// Take the lock, or say that another build has it.
    pub(super) fn take(disk: &Arc<dyn Disk>, place: &Place) -> Result<Self, WriteError> {
        match disk.lock(&place.lock) {
            Ok(Some(held)) => Ok(Self { disk: Arc::clone(disk), path: place.lock.clone(), _held: held }),
            Ok(None) => Err(WriteError::Busy { target: place.target.clone() }),
            Err(error) => Err(WriteError::disk("take the lock", &place.lock, error)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        remove_file(&*self.disk, &self.path);
    }
}

/// Remove the file of a lock that is still held.
pub(super) fn remove_file(disk: &dyn Disk, path: &Path) {
    // Only where taking it notices a lock whose file has gone (see `Disk::lock`). Before the file is
    // closed, so that nobody else holds it yet; that it stays behind would harm nothing.
    if cfg!(unix) {
        let _ = disk.remove_file(path);
    }
}
