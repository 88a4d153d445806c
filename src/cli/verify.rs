//! `redstring verify`: all quotations against the copies of their sources, and what was found into `evidence.lock`.

use std::path::PathBuf;

use clap::Args;

use super::dossier::{DossierArgs, FormatArg, outcome};
use super::interruption::Interruption;
use super::today::today;
use super::{Failure, Outcome, output};
use crate::evidence::Tally;
use crate::load::EVIDENCE_LOCK;
use crate::parse::lock_file;
use crate::pipeline::{Unwatched, Wishes};
use crate::report;
use crate::text::{Diagnostic, rules};
use crate::write::replace_file;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring verify\n  redstring verify --copies ~/sources --copies /media/archive\n\nA copy is found by its hash (`sha256` on the source's page), whatever its name. evidence.lock is to be committed; it\nlets a machine that has no copies know what was verified, and when."
)]
pub(super) struct Verify {
    #[command(flatten)]
    dossier: DossierArgs,
    /// A folder with copies of sources, besides those in the dossier; can be given several times
    #[arg(long, value_name = "DIR")]
    copies: Vec<PathBuf>,
    /// The day to write for what is verified for the first time; today by default
    #[arg(long, value_name = "DAY")]
    today: Option<String>,
}

impl Verify {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let interruption = Interruption::listen(|| {});
        let day = today(self.today.as_deref())?;
        let checked =
            self.dossier.read(&Wishes { copies: self.copies.clone(), ..Wishes::default() }, &Unwatched)?;
        let edition = checked.value;
        let evidence = &edition.material.evidence;
        self.dossier.show(&checked.diagnostics, &edition);
        if let Some(reason) = unsafe_to_write(&checked.diagnostics) {
            self.say(&format!(
                "{}; {EVIDENCE_LOCK} stays as it was\n  {reason}",
                report::summary(&checked.diagnostics)
            ));
            return Ok(Outcome::Problems);
        }
        let lock = evidence.renewed_lock(&day);
        let path = self.dossier.root().join(EVIDENCE_LOCK);
        let entries = lock.entries.len();
        // A dossier that quotes nothing needs no lock.
        let write = || replace_file(&path, lock_file(&lock).as_bytes());
        let written = (entries > 0 || path.exists()) && interruption.undisturbed(write)?;
        if self.dossier.format == FormatArg::Text {
            output::result(&in_words(evidence.tally()));
            output::result(&if written {
                let quotations = if entries == 1 {
                    "1 quotation".into()
                } else {
                    format!("{entries} different quotations")
                };
                format!("Wrote {EVIDENCE_LOCK}: {quotations}; the next build says so on the site")
            } else {
                format!("{EVIDENCE_LOCK} is as it was")
            });
        }
        Ok(outcome(&checked.diagnostics))
    }

    fn say(&self, words: &str) {
        if self.dossier.format == FormatArg::Text {
            output::remark(words);
        }
    }
}

/// Why what is known now must not take the place of what was: a page that cannot be read would lose its entries, and
/// so would every source without a copy here if the lock itself could not be read.
fn unsafe_to_write(diagnostics: &[Diagnostic]) -> Option<&'static str> {
    let of_evidence = [
        rules::evidence::QUOTATION_NOT_FOUND.name,
        rules::evidence::COPY_CHANGED.name,
        rules::evidence::UNVERIFIED_QUOTATION.name,
    ];
    let errors = || diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    if errors().any(|error| error.rule.name == rules::evidence::INVALID_LOCK.name) {
        return Some("mend it, or delete it and verify with all copies at hand");
    }
    errors()
        .any(|error| !of_evidence.contains(&error.rule.name))
        .then_some("mend the errors first: what is quoted on a page that cannot be read would be lost")
}

fn in_words(tally: Tally) -> String {
    let Tally { verified, unverified, not_found } = tally;
    let quotations =
        if verified == 1 { "1 quotation stands in its source" } else { "quotations stand in their sources" };
    let mut words = if verified == 1 { quotations.to_owned() } else { format!("{verified} {quotations}") };
    if unverified > 0 {
        words.push_str(&format!(", {unverified} could not be compared with anything"));
    }
    if not_found > 0 {
        words.push_str(&format!(", {not_found} not found"));
    }
    words
}
