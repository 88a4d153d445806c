//! A change on disk → a new edition on the stage.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use super::Event;
use super::stage::{Prepared, Problems, Stage};
use super::watch::Watch;
use crate::load::LoadError;
use crate::pipeline::{Edition, Unwatched, Wishes};
use crate::report::{self, Appearance, Format};
use crate::text::Diagnostic;

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

/// An edition whose pages are all to be drawn.
struct ToDraw {
    round: u64,
    prepared: Arc<Prepared>,
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
        self.read(true, &sender)?;
        let drawing = self.clone();
        std::thread::spawn(move || drawing.draw(&to_draw));
        std::thread::spawn(move || {
            while let Some(batch) = watch.next() {
                if let Some(problem) = &batch.problem {
                    (self.tell)(Event::Unwatched(problem));
                }
                if let Err(error) = self.read(false, &sender) {
                    self.stage.bad(Problems {
                        summary: "The dossier cannot be read".into(),
                        report: error.to_string(),
                    });
                    (self.tell)(Event::Unreadable(&error));
                }
            }
        });
        Ok(())
    }

    fn read(&self, first: bool, to_draw: &Sender<ToDraw>) -> Result<(), LoadError> {
        let start = Instant::now();
        let checked = Edition::read(&self.root, &self.wishes, &Unwatched)?;
        let (edition, diagnostics) = (checked.value, checked.diagnostics);
        let told = |edition: &Edition| {
            let time = start.elapsed();
            (self.tell)(Event::Read { edition, diagnostics: &diagnostics, time, first });
        };
        if diagnostics.iter().any(Diagnostic::is_error) {
            self.stage.bad(problems(&diagnostics, &edition, self.mask_private));
            told(&edition);
            return Ok(());
        }
        let (round, prepared) = self.stage.good(edition);
        told(&prepared.edition);
        // Nobody draws any more when the program ends.
        let _ = to_draw.send(ToDraw { round, prepared });
        Ok(())
    }

    /// Draw all pages of each edition, to find what cannot be drawn on pages that nobody looks at.
    fn draw(&self, to_draw: &Receiver<ToDraw>) {
        while let Ok(mut next) = to_draw.recv() {
            while let Ok(later) = to_draw.try_recv() {
                next = later;
            }
            let ToDraw { round, prepared } = next;
            if !self.stage.is_last(round) {
                continue;
            }
            let diagnostics = prepared.edition.check(&Unwatched);
            if diagnostics.is_empty() {
                self.stage.drawn(&prepared);
                continue;
            }
            let problems = problems(&diagnostics, &prepared.edition, self.mask_private);
            if self.stage.undrawn(round, problems) {
                (self.tell)(Event::Undrawn { edition: &prepared.edition, diagnostics: &diagnostics });
            }
        }
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
