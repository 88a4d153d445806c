//! `redstring serve`: the dossier in a browser, with every change.

use std::sync::Mutex;
use std::time::Duration;

use clap::Args;

use super::dossier::{DossierArgs, FormatArg, outcome};
use super::{Failure, Outcome, output};
use crate::pipeline::{Edition, Summary};
use crate::report;
use crate::serve::{DEFAULT_PORT, Event, Port, Server};
use crate::text::Diagnostic;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring serve\n  redstring serve --root ../dossier --port 8080\n\nOnly this machine can open the address. Nothing is written to disk."
)]
pub(super) struct Serve {
    #[command(flatten)]
    dossier: DossierArgs,
    /// The port to listen on; 4747 by default, or the next that is free
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
}

impl Serve {
    pub(super) fn run(self) -> Result<Outcome, Failure> {
        let server = Server::bind(self.dossier.root(), self.port.map_or(Port::Default, Port::Exactly))?;
        // A browser is shown around, and its pages are what others will see: the terminal says what a page must not.
        let mask_private = !self.dossier.show_private;
        let address = server.address();
        let moved = self.port.is_none() && !address.ends_with(&format!(":{DEFAULT_PORT}/"));
        let teller = Teller { dossier: self.dossier, address, moved, said: Mutex::default() };
        server.run(mask_private, move |event| teller.tell(&event))?;
        if output::is_watched() {
            // The terminal has shown `^C` on this line.
            output::remark("");
        }
        output::remark("Stopped");
        Ok(Outcome::Clean)
    }
}

/// Tells the person at the terminal what happens.
struct Teller {
    dossier: DossierArgs,
    address: String,
    /// Whether another port was taken than the one that the person expects.
    moved: bool,
    /// The problems that were told last: most saves change none of them.
    said: Mutex<Vec<Diagnostic>>,
}

impl Teller {
    fn tell(&self, event: &Event<'_>) {
        match event {
            Event::Read { edition, diagnostics, time, first: true } => {
                self.problems(diagnostics, edition);
                let found = in_words(diagnostics);
                self.line(&format!("{}: {found}", Summary::of(edition).in_words(*time)));
                // For whoever starts this from another program, in any format.
                output::remark(&format!("Serving {} – Ctrl-C stops", self.address));
                if self.moved {
                    self.line(&format!("  port {DEFAULT_PORT} is in use by another program"));
                }
            }
            Event::Read { edition, diagnostics, time, first: false } => {
                self.problems(diagnostics, edition);
                self.line(&read_again(diagnostics, *time));
            }
            Event::Undrawn { edition, diagnostics } => {
                self.problems(diagnostics, edition);
                self.line(&format!(
                    "{}, found in making all pages; a page that cannot be made is shown as it was before",
                    in_words(diagnostics)
                ));
            }
            Event::Unreadable(error) => {
                output::failure(&error.to_string());
                self.line("The last version without errors is still shown");
            }
            Event::Unwatched(problem) => {
                output::failure(&format!(
                    "some changes may not be seen: {problem}\n  stop and start `redstring serve` if a change does not show"
                ));
            }
        }
    }

    /// Show these problems, unless they are the ones that were shown last.
    fn problems(&self, diagnostics: &[Diagnostic], edition: &Edition) {
        let mut said = self.said.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if *said != diagnostics {
            self.dossier.show(diagnostics, edition);
            *said = diagnostics.to_vec();
        }
    }

    fn line(&self, text: &str) {
        if self.dossier.format == FormatArg::Text {
            output::remark(text);
        }
    }
}

fn read_again(diagnostics: &[Diagnostic], time: Duration) -> String {
    let found = in_words(diagnostics);
    let kept = match outcome(diagnostics) {
        Outcome::Clean => "",
        Outcome::Problems => "; the last version without errors is still shown",
    };
    format!("Read again in {:.2} s: {found}{kept}", time.as_secs_f64())
}

fn in_words(diagnostics: &[Diagnostic]) -> String {
    let found = report::summary(diagnostics);
    if found.is_empty() { "no problems".into() } else { found }
}
