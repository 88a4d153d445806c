//! `redstring audit`: what goes out and why, what stays in and why, and where private names are still spoken.

use clap::{Args, ValueEnum};

use super::dossier::{RootArg, in_public_log};
use super::{Failure, Outcome, output};
use crate::audit::Audit as Found;
use crate::pipeline::{Edition, Unwatched, Wishes};
use crate::report::{self, AuditShown};

#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 if no private name was found in what goes out, 1 if one was, or if the dossier has errors.\n\nExamples:\n  redstring audit\n  redstring audit --all | less\n  redstring audit --root ../dossier --format json"
)]
pub(super) struct Audit {
    #[command(flatten)]
    place: RootArg,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = AuditFormat::Text)]
    format: AuditFormat,
    /// List everything, however long it gets
    #[arg(long)]
    all: bool,
    /// Show more than counts, even where others may read it (with CI set)
    #[arg(long)]
    show_private: bool,
}

/// How an audit is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AuditFormat {
    /// For people
    Text,
    /// One JSON object a line
    Json,
}

/// So much of a list is shown unless all of it is asked for.
const MOST: usize = 50;

impl Audit {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let checked = Edition::read(&self.place.root, &Wishes::default(), &Unwatched)?;
        let errors = checked.diagnostics.iter().filter(|problem| problem.is_error()).count();
        let audit = Found::of(&checked.value);
        let shown = AuditShown {
            mask_private: !self.show_private && in_public_log(),
            most: if self.all { usize::MAX } else { MOST },
        };
        match self.format {
            AuditFormat::Text => output::text(&report::audit_text(&audit, shown)),
            AuditFormat::Json => output::text(&report::audit_json(&audit, shown)),
        }
        if errors > 0 {
            let what = if errors == 1 { "one error" } else { "errors" };
            output::remark(&format!(
                "The dossier has {what}, so this may not be all: `redstring check` says more. Until that is mended no site is built."
            ));
        }
        let looked = audit.spoken.is_empty() && errors == 0;
        Ok(if looked { Outcome::Clean } else { Outcome::Problems })
    }
}
