//! A change on disk → a new edition on the stage.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::Event;
use super::stage::{Prepared, Problems, Stage};
use super::watch::Watch;
use crate::load::{Changes, LoadError};
use crate::pipeline::{Edition, Reach, Unwatched, Wishes};
use crate::report::{self, Appearance, Format};
use crate::text::{Checked, Diagnostic};
use crate::workspace::Workspace;

/// How long the drawing of all pages waits for browsers to ask for the one that they show.
const AFTER_READERS: Duration = Duration::from_millis(100);

type Tell = Arc<dyn Fn(Event<'_>) + Send + Sync>;

/// Reads the dossier, again and again.
#[derive(Clone)]
pub(super) struct Rounds {
    root: PathBuf,
    wishes: Wishes,
    stage: Arc<Stage>,
    mask_private: bool,
    tell: Tell,
}

/// An edition, and how much of it is to be drawn.
struct ToDraw {
    round: u64,
    prepared: Arc<Prepared>,
    reach: Reach,
}

impl fmt::Debug for Rounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rounds").field("root", &self.root).finish_non_exhaustive()
    }
}

impl Rounds {
    /// Rounds over the dossier in `root`.
    pub(super) fn new(
        root: &Path,
        wishes: Wishes,
        stage: Arc<Stage>,
        mask_private: bool,
        tell: Tell,
    ) -> Self {
        Self { root: root.to_owned(), wishes, stage, mask_private, tell }
    }

    /// The first round now, all others in threads of their own, which end with the program.
    pub(super) fn start(self, mut watch: Watch) -> Result<(), LoadError> {
        let (sender, to_draw) = channel();
        let start = Instant::now();
        let mut follower = Follower {
            workspace: Workspace::open(&self.root, &self.wishes, &Unwatched)?,
            unshown: Reach::Everything,
            rounds: self.clone(),
            to_draw: sender,
        };
        follower.show(start, true);
        std::thread::spawn(move || self.draw(&to_draw));
        std::thread::spawn(move || {
            while let Some(batch) = watch.next() {
                if let Some(problem) = &batch.problem {
                    (follower.rounds.tell)(Event::Unwatched(problem));
                }
                follower.follow(&batch.changes);
            }
        });
        Ok(())
    }

    /// Draw all that a change reaches, to find what cannot be drawn on pages that nobody looks at.
    fn draw(&self, to_draw: &Receiver<ToDraw>) {
        // What is not drawn yet, since all could be.
        let mut undrawn = Reach::Everything;
        while let Ok(mut next) = to_draw.recv() {
            undrawn.join(std::mem::take(&mut next.reach));
            while let Ok(later) = to_draw.try_recv() {
                next = later;
                undrawn.join(std::mem::take(&mut next.reach));
            }
            let ToDraw { round, prepared, .. } = next;
            // Whoever looks at a page shall have it first.
            std::thread::sleep(AFTER_READERS);
            let edition = &prepared.edition;
            let wanted = || self.stage.is_last(round);
            let diagnostics = match &undrawn {
                _ if !wanted() => continue,
                Reach::Only { pages, attachments } => edition.check_some(pages, attachments),
                Reach::Everything => match edition.check_while(wanted) {
                    Some(diagnostics) => diagnostics,
                    None => continue,
                },
            };
            if diagnostics.is_empty() {
                undrawn = Reach::default();
                self.stage.drawn(&prepared);
                continue;
            }
            // What is amiss now is looked at again, wherever it comes from.
            undrawn = Reach::Everything;
            let problems = problems(&diagnostics, edition, self.mask_private);
            if self.stage.undrawn(round, problems) {
                (self.tell)(Event::Undrawn { edition, diagnostics: &diagnostics });
            }
        }
    }
}

/// Follows the disk with its workspace.
struct Follower {
    rounds: Rounds,
    workspace: Workspace,
    /// How far all reaches that changed since the edition that is shown.
    unshown: Reach,
    to_draw: Sender<ToDraw>,
}

impl Follower {
    fn follow(&mut self, changes: &Changes) {
        let start = Instant::now();
        self.rounds.stage.reads(true);
        let followed = self.workspace.update(changes);
        self.rounds.stage.reads(false);
        match followed {
            Ok(reach) => {
                self.unshown.join(reach);
                self.show(start, false);
            }
            Err(error) => {
                self.unshown = Reach::Everything;
                self.rounds.stage.bad(Problems {
                    summary: "The dossier cannot be read".into(),
                    report: error.to_string(),
                });
                (self.rounds.tell)(Event::Unreadable(&error));
            }
        }
    }

    fn show(&mut self, start: Instant, first: bool) {
        let Rounds { stage, tell, mask_private, .. } = &self.rounds;
        let Checked { value: edition, diagnostics } = self.workspace.edition();
        let told = |edition: &Edition| {
            let time = start.elapsed();
            tell(Event::Read { edition, diagnostics: &diagnostics, time, first });
        };
        if diagnostics.iter().any(Diagnostic::is_error) {
            stage.bad(problems(&diagnostics, &edition, *mask_private));
            told(&edition);
            return;
        }
        let reach = std::mem::take(&mut self.unshown);
        let (round, prepared) = stage.good(edition, &reach);
        told(&prepared.edition);
        // Nobody draws any more when the program ends.
        let _ = self.to_draw.send(ToDraw { round, prepared, reach });
    }
}

/// The errors among these diagnostics, in words. Warnings stay at the terminal: they do not keep a page from showing.
pub(super) fn problems(diagnostics: &[Diagnostic], edition: &Edition, mask_private: bool) -> Problems {
    let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).cloned().collect();
    let appearance = Appearance { mask_private, ..Appearance::default() };
    Problems {
        summary: report::summary(&errors),
        report: report::report(&errors, edition, Format::Text, &appearance),
    }
}
