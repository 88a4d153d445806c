//! `redstring check`: everything but writing.

use std::time::Instant;

use clap::Args;

use super::dossier::{DossierArgs, FormatArg, outcome};
use super::summary::{Progress, Summary};
use super::{Failure, Outcome, output};
use crate::pipeline::Wishes;
use crate::report;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring check\n  redstring check --root ../dossier --format json\n  redstring check --format github   (in GitHub Actions)"
)]
pub(super) struct Check {
    #[command(flatten)]
    dossier: DossierArgs,
}

impl Check {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let start = Instant::now();
        let checked = self.dossier.read(&Wishes::default())?;
        let edition = checked.value;
        let mut diagnostics = checked.diagnostics;
        let progress = Progress::start(edition.addresses().len(), "Checking");
        diagnostics.extend(edition.check(|| progress.step()));
        progress.finish();
        self.dossier.show(&diagnostics, &edition);
        if self.dossier.format == FormatArg::Text {
            let found = report::summary(&diagnostics);
            let found = if found.is_empty() { "no problems".to_owned() } else { found };
            output::remark(&format!("{}: {found}", Summary::of(&edition).in_words(start.elapsed())));
        }
        Ok(outcome(&diagnostics))
    }
}
