//! Which problems are shown, in what order, and how much of each.
//!
//! This is the one place that decides what a public log may see. A withheld problem keeps nothing but its rule
//! and severity: the formats get a type that has no message or place to print by mistake.

use std::borrow::Cow;

use crate::text::{Diagnostic, Rule, Severity};

/// One problem as the formats may show it.
#[derive(Debug, Clone)]
pub(super) enum Shown<'a> {
    /// With its words and places; the help is all that this log may have of it.
    Open {
        /// The problem.
        diagnostic: &'a Diagnostic,
        /// What to do.
        help: Cow<'a, [String]>,
    },
    /// With its rule alone.
    Withheld {
        /// The rule that was broken.
        rule: &'static Rule,
        /// How bad it is.
        severity: Severity,
    },
}

/// What is to be shown, in order: by file, place, rule and words; then what is withheld, by rule. Withheld
/// problems do not stand among the others, because even the neighbourhood would tell which file they are in.
pub(super) fn select(diagnostics: &[Diagnostic], mask_private: bool) -> Vec<Shown<'_>> {
    let (mut withheld, mut open): (Vec<_>, Vec<_>) = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity != Severity::Off)
        .partition(|diagnostic| mask_private && diagnostic.private);
    open.sort_by(|a, b| a.order().cmp(&b.order()));
    withheld.sort_by_key(|diagnostic| (diagnostic.rule.code, diagnostic.severity));
    let withheld = withheld
        .into_iter()
        .map(|diagnostic| Shown::Withheld { rule: diagnostic.rule, severity: diagnostic.severity });
    open.into_iter().map(|diagnostic| open_to(diagnostic, mask_private)).chain(withheld).collect()
}

/// A problem with the help that may be shown: words that are not published come first, but in no public log.
fn open_to(diagnostic: &Diagnostic, mask_private: bool) -> Shown<'_> {
    let help = if mask_private || diagnostic.private_help.is_empty() {
        Cow::Borrowed(&*diagnostic.help)
    } else {
        Cow::Owned([&*diagnostic.private_help, &*diagnostic.help].concat())
    };
    Shown::Open { diagnostic, help }
}

/// What stands in place of a withheld message.
pub(super) fn withheld_message(rule: &Rule) -> String {
    format!(
        "{} (details withheld where others may read: see your own terminal, or add --show-private)",
        rule.what
    )
}
