//! The gate that a build writes through, so that another thread can stop it between two of its steps.
//!
//! Every file is put through it, side by side with others; the swap has it to itself. Who stops a build shuts the gate:
//! the files being put come to their end, as does a swap that has begun, and nothing is written after them.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::disk::Disk;
use super::place::Place;
use super::{lock, recover};

/// How far a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Course {
    /// It is writing, and nobody sees any of it yet.
    #[default]
    Writing,
    /// It is over: its site stands, or it failed by itself.
    Over,
}

/// The gate of one build.
#[derive(Debug, Default)]
pub(super) struct Gate(RwLock<Course>);

impl Gate {
    /// Go through for one step, with others.
    pub(super) fn pass(&self) -> RwLockReadGuard<'_, Course> {
        // A course is one word: a thread that panicked has left it whole.
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Have it to oneself.
    pub(super) fn alone(&self) -> RwLockWriteGuard<'_, Course> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Stops a build from another thread, whatever it is at.
pub struct Stopper {
    pub(super) gate: Arc<Gate>,
    pub(super) disk: Arc<dyn Disk>,
    pub(super) place: Place,
}

/// A build that was stopped. For as long as this is kept, its threads wait where they are; the program is meant to end
/// meanwhile.
#[derive(Debug)]
pub struct Stopped<'a> {
    _gate: RwLockWriteGuard<'a, Course>,
}

impl Stopper {
    /// Stop the build and clear away what it has written: the target is as it was. `None` where the build is over.
    #[must_use]
    pub fn stop(&self) -> Option<Stopped<'_>> {
        let gate = self.gate.alone();
        if *gate == Course::Over {
            return None;
        }
        // On threads of its own: those of the build wait at the gate. What cannot be removed, the next build removes.
        if let Ok(threads) = rayon::ThreadPoolBuilder::new().build() {
            let _ = threads.install(|| recover::discard(&*self.disk, &self.place.new));
        }
        lock::remove_file(&*self.disk, &self.place.lock);
        Some(Stopped { _gate: gate })
    }
}
