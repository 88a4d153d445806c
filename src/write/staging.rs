//! A site while it is written: begun, filled from many threads, and published or dropped.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::WriteError;
use super::claims::{Claims, Put};
use super::disk::{Disk, RealDisk};
use super::gate::{Course, Gate, Stopper};
use super::ledger::{self, MARKER};
use super::lock::Lock;
use super::place::Place;
use super::survey::Survey;
use super::{guard, recover, swap};
use crate::export::manifest::Checksum;
use crate::text::one_form;

/// Whether a build may delete what Redstring did not write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// Only what it wrote itself.
    OwnOnly,
    /// Whatever is in the target, because the user said so.
    Force,
}

/// What publishing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Published {
    /// Files that are new or have changed.
    pub written: usize,
    /// Files that were published already, byte for byte.
    pub unchanged: usize,
    /// Files (and, with force, foreign entries) that were there and no longer are.
    pub removed: usize,
    /// The size of the whole site.
    pub bytes: u64,
    /// Whether a signature went with the site that it signed.
    pub signature_gone: bool,
}

/// A site while it is written. Dropped without [`Staging::commit`], it leaves the target as it was.
pub struct Staging {
    disk: Arc<dyn Disk>,
    place: Place,
    overwrite: Overwrite,
    before: Survey,
    claims: Mutex<Claims>,
    gate: Arc<Gate>,
    /// The folders that are in the staging folder already.
    folders: Mutex<HashSet<PathBuf>>,
    /// Whether dropping removes the staging folder: not if it is published, or waits to be.
    discard: bool,
    // Last, so that the lock is released last.
    _lock: Lock,
}

impl Staging {
    /// Begin to write a site to `target`, for the dossier at `root`.
    ///
    /// Finishes what an interrupted build left, and makes sure that replacing the target loses nothing.
    ///
    /// # Errors
    ///
    /// If the target may not be replaced, another build is writing to it, or the disk refuses.
    pub fn begin(target: &Path, root: &Path, overwrite: Overwrite) -> Result<Self, WriteError> {
        Self::begin_on(Arc::new(RealDisk), target, root, overwrite)
    }

    /// [`Staging::begin`], on a disk that a test may let fail.
    pub(super) fn begin_on(
        disk: Arc<dyn Disk>,
        target: &Path,
        root: &Path,
        overwrite: Overwrite,
    ) -> Result<Self, WriteError> {
        let place = Place::of(target)?;
        guard::check(&*disk, &place, root)?;
        let parent = place.parent_on_disk();
        disk.create_folders(parent).map_err(|error| WriteError::disk("create", parent, error))?;
        let lock = Lock::take(&disk, &place)?;
        recover::recover(&*disk, &place)?;
        let before = Survey::of(&*disk, &place.target)?;
        before.may_be_replaced(&place.target, overwrite)?;
        let staging = Self {
            disk,
            place,
            overwrite,
            before,
            claims: Mutex::default(),
            gate: Arc::default(),
            folders: Mutex::default(),
            discard: true,
            _lock: lock,
        };
        staging.open()?;
        Ok(staging)
    }

    /// Make the staging folder, marked as unfinished before anything else is in it.
    fn open(&self) -> Result<(), WriteError> {
        let new = &self.place.new;
        // Messages name the site: the staging folder means nothing to the user.
        let failed = |error| WriteError::disk("write", &self.place.target, error);
        self.disk.create_folder(new).map_err(failed)?;
        self.disk.write_new(&new.join(MARKER), ledger::UNFINISHED.as_bytes()).map_err(failed)
    }

    /// What stops this build from another thread.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        Stopper { gate: Arc::clone(&self.gate), disk: Arc::clone(&self.disk), place: self.place.clone() }
    }

    /// Put a file into the site; `path` is relative, with `/`: `people/ian-levy.html`.
    ///
    /// # Errors
    ///
    /// If the path is impossible or taken, or the disk refuses.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let _passing = self.gate.pass();
        locked(&self.claims).claim(path)?;
        let published = self.place.target.join(path);
        let sum = Checksum::of(bytes);
        // A published file that cannot be read is as good as changed.
        if self.is_published(path) && self.disk.holds(&published, bytes).unwrap_or(false) {
            locked(&self.claims).settle(path, Put::Kept(sum));
            return Ok(());
        }
        // The same here: the file's place in the site.
        self.folders_above(path)
            .and_then(|to| self.disk.write_new(&to, bytes))
            .map_err(|error| WriteError::disk("write", &published, error))?;
        locked(&self.claims).settle(path, Put::Written(sum));
        Ok(())
    }

    /// Put a copy of the file `from` into the site, without holding it in memory.
    ///
    /// # Errors
    ///
    /// If the path is impossible or taken, `from` is no readable file, or the disk refuses.
    pub fn put_copy(&self, path: &str, from: &Path) -> Result<(), WriteError> {
        let _passing = self.gate.pass();
        locked(&self.claims).claim(path)?;
        let mut source = self.disk.open(from).map_err(|error| WriteError::disk("read", from, error))?;
        let published = self.place.target.join(path);
        if self.is_published(path)
            && let Some(sum) = self.disk.holds_same(&published, &mut source).unwrap_or(None)
        {
            locked(&self.claims).settle(path, Put::Kept(sum));
            return Ok(());
        }
        let sum = self.copy_in(&mut source, path, &published)?;
        locked(&self.claims).settle(path, Put::Written(sum));
        Ok(())
    }

    /// Leave these published files as they stand, if each of them still is what it is known by; whether that is so. If it is
    /// not, none of them is put.
    ///
    /// # Errors
    ///
    /// If a path is impossible or taken.
    pub fn leave(&self, files: &[(&str, Checksum)]) -> Result<bool, WriteError> {
        let _passing = self.gate.pass();
        if !files.iter().all(|(path, sum)| self.stands(path, sum)) {
            return Ok(false);
        }
        let mut claims = locked(&self.claims);
        for (path, sum) in files {
            claims.claim(path)?;
            claims.settle(path, Put::Kept(*sum));
        }
        Ok(true)
    }

    /// By what each file is known that was put so far, by its path.
    #[must_use]
    pub fn checksums(&self) -> BTreeMap<String, Checksum> {
        locked(&self.claims).settled()
    }

    /// By what one of them is known.
    #[must_use]
    pub fn checksum(&self, path: &str) -> Option<Checksum> {
        locked(&self.claims).settled_as(path)
    }

    fn copy_in(
        &self,
        from: &mut std::fs::File,
        path: &str,
        published: &Path,
    ) -> Result<Checksum, WriteError> {
        self.folders_above(path)
            .and_then(|to| self.disk.copy_new(from, &to))
            .map_err(|error| WriteError::disk("write", published, error))
    }

    /// What a published file holds, if it still is what it is known by.
    #[must_use]
    pub fn published(&self, path: &str, sum: &Checksum) -> Option<Vec<u8>> {
        // Looked at before it is read as a whole: another file there may be of any size.
        let bytes = self.stands(path, sum).then(|| self.disk.read(&self.place.target.join(path)).ok())?;
        bytes.filter(|bytes| Checksum::of(bytes) == *sum)
    }

    /// Whether a published file still is what it is known by.
    fn stands(&self, path: &str, sum: &Checksum) -> bool {
        let published = self.place.target.join(path);
        self.is_published(path) && self.disk.checksum(&published).is_ok_and(|found| found == *sum)
    }

    /// Whether the target holds this path as a file that Redstring wrote: only such a file may be kept, for
    /// another could be a symlink, or lie behind one.
    fn is_published(&self, path: &str) -> bool {
        self.before.files.contains(&*one_form(path))
    }

    /// Where `path` goes in the staging folder, with the folders above it made.
    fn folders_above(&self, path: &str) -> std::io::Result<PathBuf> {
        let to = self.place.new.join(path);
        if let Some(folder) = to.parent()
            && !locked(&self.folders).contains(folder)
        {
            // Outside the lock: to make one twice does no harm, to make all others wait would.
            self.disk.create_folders(folder)?;
            locked(&self.folders).insert(folder.to_path_buf());
        }
        Ok(to)
    }

    /// Publish the site: from one moment to the next, the target is what was put.
    ///
    /// If that is what it was before, nothing is written at all.
    ///
    /// # Errors
    ///
    /// If a put had failed, the target has got foreign files since, or the disk refuses. The target is then
    /// as it was.
    pub fn commit(mut self) -> Result<Published, WriteError> {
        let files = std::mem::take(&mut *locked(&self.claims)).into_files();
        let mut published = count(&files)?;
        let marker = ledger::compose(files.keys().map(String::as_str));
        // Once more, at the last moment: a file laid into the target during the build must not vanish.
        let now = Survey::of(&*self.disk, &self.place.target)?;
        now.may_be_replaced(&self.place.target, self.overwrite)?;
        let put: BTreeSet<_> = files.keys().map(|path| one_form(path)).collect();
        let gone = now.files.iter().filter(|path| !put.contains(path.as_str()));
        published.removed = gone.count() + now.strangers.len();
        let same = published.written == 0 && now.strangers.is_empty();
        if same && now.marker.as_deref() == Some(&marker) && now.files.len() == put.len() {
            return Ok(published);
        }
        published.signature_gone = now.signed;
        self.complete(&files)?;
        let gate = Arc::clone(&self.gate);
        let mut course = gate.alone();
        *course = Course::Over;
        let failed = |error| WriteError::disk("write", &self.place.target.join(MARKER), error);
        self.disk.write_mark(&self.place.new.join(MARKER), &marker).map_err(failed)?;
        if now.exists {
            // The folder keeps who may enter it; where that is refused, the site is readable all the same.
            let _ = self.disk.same_permissions(&self.place.target, &self.place.new);
        }
        let swapped = swap::swap(&*self.disk, &self.place, &now);
        self.discard = matches!(&swapped, Err(failed) if !failed.leave);
        swapped.map(|()| published).map_err(|failed| failed.error)
    }

    /// Give the staging folder the files that have not changed.
    fn complete(&self, files: &BTreeMap<String, Put>) -> Result<(), WriteError> {
        let kept: Vec<_> = files.iter().filter(|(_, put)| matches!(put, Put::Kept(_))).collect();
        kept.par_iter().try_for_each(|(path, _)| self.keep(path))
    }

    fn keep(&self, path: &str) -> Result<(), WriteError> {
        let _passing = self.gate.pass();
        let published = self.place.target.join(path);
        let linked = self.folders_above(path).and_then(|to| self.disk.hard_link(&published, &to));
        if linked.is_ok() {
            return Ok(());
        }
        // Some disks know no hard links (memory sticks), and some files have too many.
        let opened = self.disk.open(&published);
        let mut source = opened.map_err(|error| WriteError::disk("read", &published, error))?;
        self.copy_in(&mut source, path, &published).map(|_| ())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Where the build was stopped, this waits for the end of the program.
        *self.gate.alone() = Course::Over;
        if self.discard {
            // What cannot be removed now, the next build removes.
            let _ = recover::discard(&*self.disk, &self.place.new);
        }
    }
}

/// What was put, counted; an error if a file that was begun was never written.
fn count(files: &BTreeMap<String, Put>) -> Result<Published, WriteError> {
    let mut published = Published::default();
    for (path, put) in files {
        match put {
            Put::Begun => return Err(WriteError::Incomplete { path: path.clone() }),
            Put::Kept(sum) => {
                published.unchanged += 1;
                published.bytes += sum.size;
            }
            Put::Written(sum) => {
                published.written += 1;
                published.bytes += sum.size;
            }
        }
    }
    Ok(published)
}

/// What a lock guards. That another thread panicked while it held it says nothing about maps that are
/// only ever added to.
fn locked<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
}
