//! Ctrl-C, and the system's word that the program is to end: taken at any moment, with a word on what became of it.
//!
//! ```text
//! listen ──▶ nothing written yet ──▶ a site is being written ──▶ over: the program ends by itself
//!                    │ signal                  │ signal                     │ signal
//!                    ▼                         ▼                            ▼
//!            ends, nothing written   stopped, cleared away, ends    heard, and too late
//! ```
//!
//! A second signal ends the program where it stands; what it leaves beside the site, the next build clears away.

use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::output;
use crate::write::{Staging, Stopper, WriteError};

/// What is at stake when a signal comes.
enum Work {
    /// Nothing is written yet.
    Nothing,
    /// A site is being written for this target.
    Site(Stopper, PathBuf),
    /// All that was to be written is.
    Done,
}

/// Listens for signals for as long as the program runs.
pub(super) struct Interruption {
    work: Arc<Mutex<Work>>,
}

impl Interruption {
    /// Listen from now on; `clear` takes away what stands on the terminal's last line. Where the system lets nobody listen,
    /// a signal ends the program as it always does.
    pub(super) fn listen(clear: impl Fn() + Send + 'static) -> Self {
        let work = Arc::new(Mutex::new(Work::Nothing));
        if let Some(signals) = Signals::new() {
            let work = Arc::clone(&work);
            thread::spawn(move || hear(signals, &work, clear));
        }
        Self { work }
    }

    /// Begin a site. A signal that comes meanwhile waits for it.
    pub(super) fn site(
        &self,
        target: &Path,
        begin: impl FnOnce() -> Result<Staging, WriteError>,
    ) -> Result<Staging, WriteError> {
        let mut work = held(&self.work);
        let staging = begin()?;
        *work = Work::Site(staging.stopper(), target.to_owned());
        Ok(staging)
    }

    /// Write something that takes but a moment. A signal that comes meanwhile comes too late.
    pub(super) fn undisturbed<T>(&self, write: impl FnOnce() -> T) -> T {
        let mut work = held(&self.work);
        let written = write();
        *work = Work::Done;
        written
    }
}

/// What a build leaves that did not come to its end.
pub(super) fn as_it_was(target: &Path) -> String {
    let site =
        if target.exists() { format!(", and {} is as it was", target.display()) } else { String::new() };
    format!("nothing was published{site}")
}

/// What is at stake is one word, whole whatever became of the thread that held it.
fn held(work: &Mutex<Work>) -> MutexGuard<'_, Work> {
    work.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Wait for signals; the first stops what can be stopped, the second ends the program.
fn hear(mut signals: Signals, work: &Arc<Mutex<Work>>, clear: impl Fn() + Send + 'static) {
    let Some(status) = signals.next() else { return };
    let first = Arc::clone(work);
    // Apart, for it may have to wait for a disk that does not answer.
    thread::spawn(move || stop(&held(&first), status, clear));
    if let Some(status) = signals.next() {
        process::exit(status);
    }
}

fn stop(work: &Work, status: i32, clear: impl Fn()) {
    let end = |words: &str| {
        clear();
        // The terminal has shown `^C` on this line.
        let line = if output::is_watched() { "\n" } else { "" };
        output::remark(&format!("{line}Stopped: {words}"));
        process::exit(status);
    };
    match work {
        Work::Done => {}
        Work::Nothing => end("nothing was written"),
        Work::Site(stopper, target) => {
            // Kept until the end, so that nothing more is written.
            if let Some(_stopped) = stopper.stop() {
                end(&as_it_was(target));
            }
        }
    }
}

/// The signals by which a program is told to end, and the status it then ends with.
struct Signals {
    runtime: tokio::runtime::Runtime,
    #[cfg(unix)]
    signals: [(tokio::signal::unix::Signal, i32); 2],
}

impl Signals {
    fn new() -> Option<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let signals = {
                let _entered = runtime.enter();
                [(signal(SignalKind::interrupt()).ok()?, 130), (signal(SignalKind::terminate()).ok()?, 143)]
            };
            Some(Self { runtime, signals })
        }
        #[cfg(not(unix))]
        Some(Self { runtime })
    }

    /// Wait for the next: the status that it stands for.
    #[cfg(unix)]
    fn next(&mut self) -> Option<i32> {
        let [(interrupt, interrupted), (terminate, terminated)] = &mut self.signals;
        self.runtime.block_on(async {
            tokio::select! {
                heard = interrupt.recv() => heard.map(|()| *interrupted),
                heard = terminate.recv() => heard.map(|()| *terminated),
            }
        })
    }

    /// Wait for the next: the status that it stands for.
    #[cfg(not(unix))]
    fn next(&mut self) -> Option<i32> {
        self.runtime.block_on(tokio::signal::ctrl_c()).ok().map(|()| 130)
    }
}
