//! `redstring explain`: what a rule means.

use clap::Args;

use super::{Failure, Outcome, output};
use crate::parse::suggest::nearest;
use crate::report;
use crate::text::rules;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring explain broken-link\n  redstring explain R501\n  redstring explain"
)]
pub(super) struct Explain {
    /// A rule's name or code; without it, all rules are listed
    rule: Option<String>,
}

impl Explain {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let Some(name) = &self.rule else {
            output::result(report::explain_all().trim_end());
            return Ok(Outcome::Clean);
        };
        match rules::find(name) {
            Some(rule) => {
                output::result(report::explain(rule).trim_end());
                Ok(Outcome::Clean)
            }
            None => {
                let near = nearest(name, rules::all().map(|rule| rule.name));
                let help = near.map_or_else(
                    || "`redstring explain` lists all of them".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                Err(Failure(format!("there is no rule `{name}`\n  {help}")))
            }
        }
    }
}
