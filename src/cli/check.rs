//! `redstring check`: everything but writing; and what depends on the day.

use std::mem::ManuallyDrop;

use clap::Args;

use super::dossier::{DossierArgs, FormatArg, outcome};
use super::today::today;
use super::tracked::tracked_private;
use super::watch::{TimingsArg, Watch};
use super::{Failure, Outcome, output};
use crate::pipeline::{Edition, Summary, Wishes};
use crate::report;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring check\n  redstring check --coverage\n  redstring check --root ../dossier --format json\n  redstring check --format github   (in GitHub Actions)"
)]
pub(super) struct Check {
    #[command(flatten)]
    dossier: DossierArgs,
    /// Say how many statements carry a citation, and list those that do not
    #[arg(long)]
    coverage: bool,
    /// The day for which it is asked which pages have to be checked again; today, in UTC, by default
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    #[command(flatten)]
    timings: TimingsArg,
}

impl Check {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let watch = Watch::start();
        let outcome = self.run_watched(&watch);
        watch.finish(&self.timings);
        outcome
    }

    fn run_watched(&self, watch: &Watch) -> Result<Outcome, Failure> {
        let today = today(self.today.as_deref())?.earliest();
        let checked = self.dossier.read(&Wishes { today, ..Wishes::default() }, watch)?;
        // The program ends with it. To give its memory back piece by piece would take a while that nobody has any use of.
        let edition = ManuallyDrop::new(checked.value);
        let mut diagnostics = checked.diagnostics;
        diagnostics.extend(edition.check(watch));
        diagnostics.extend(tracked_private(self.dossier.root(), &edition));
        self.dossier.show(&diagnostics, &*edition);
        if self.coverage {
            output::text(&self.coverage(&edition));
        }
        if self.dossier.format == FormatArg::Text {
            let found = report::summary(&diagnostics);
            let found = if found.is_empty() { "no problems".to_owned() } else { found };
            output::remark(&format!("{}: {found}", Summary::of(&edition).in_words(watch.elapsed())));
        }
        Ok(outcome(&diagnostics))
    }

    fn coverage(&self, edition: &Edition) -> String {
        match self.dossier.format {
            FormatArg::Json => report::coverage_json(edition),
            FormatArg::Text | FormatArg::Github => report::coverage_text(edition),
        }
    }
}
