//! Diagnostics as text, JSON and GitHub annotations; a rule and its explanation.
//!
//! [`report`] takes what the phases found and returns one string; printing it is for `cli/`. The problems pass
//! through `selection` (what is shown, in which order, what is withheld), their texts through `sources` (fetched
//! and indexed once a file), and each format draws them: `terminal` with the source lines that `excerpt` cuts
//! out, `json` (its schema is documented there), `github`. Whatever a dossier says reaches the output through
//! `visible`, which spells out characters that would steer a terminal. [`explain`] lays out a rule, [`coverage_text`] what is cited and what
//! is not, [`audit_text`] what goes out and what stays in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::load::ContentTree;
use crate::pipeline::Edition;
use crate::text::{ContentPath, Diagnostic, Severity, counted};
use sources::{Sources, Spot};

mod audit;
mod audit_json;
mod coverage;
mod excerpt;
mod explain;
mod github;
mod json;
mod proof;
mod selection;
mod sources;
mod terminal;
#[cfg(test)]
mod tests;
mod visible;

pub use audit::{AuditShown, audit_summary, audit_text};
pub use audit_json::audit_json;
pub use coverage::{coverage_json, coverage_text};
pub use explain::{explain, explain_all};
pub use proof::{Against, findings_text, proof_json, proof_summary};

/// So many characters of a message or an advice are shown to people; a program gets them all.
const MOST_WORDS: usize = 1000;

/// So many further places of one problem are shown to people; a program gets them all.
const MOST_LABELS: usize = 10;

/// In what form diagnostics are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal, as a compiler does it.
    Text,
    /// For programs: JSON Lines, one object a problem.
    Json,
    /// For GitHub Actions: workflow commands that become annotations.
    Github,
}

/// How a report looks, and what it may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Appearance<'a> {
    /// Whether the text is coloured, by terminal escape sequences.
    pub colour: bool,
    /// The terminal's columns; 0 where nobody knows.
    pub width: usize,
    /// Whether others can read this (the log of a public build): then a private problem shows its rule alone,
    /// and the text shows of a source line only the words at fault, not what stands around them.
    pub mask_private: bool,
    /// The dossier's folder in its repository, which GitHub puts before a file's path; empty at its top.
    pub folder: &'a str,
}

/// Where the words of a place are read from.
pub trait Texts {
    /// The text of a file, as its spans count it; `None` where there is none.
    fn text(&self, path: &ContentPath) -> Option<Arc<str>>;
}

impl Texts for BTreeMap<ContentPath, Arc<str>> {
    fn text(&self, path: &ContentPath) -> Option<Arc<str>> {
        self.get(path).cloned()
    }
}

impl Texts for ContentTree {
    fn text(&self, path: &ContentPath) -> Option<Arc<str>> {
        self.text(path).cloned()
    }
}

impl Texts for Edition {
    fn text(&self, path: &ContentPath) -> Option<Arc<str>> {
        self.text(path).cloned()
    }
}

/// Everything that is wrong, in order, in one string that ends with a line end; empty where nothing is.
#[must_use]
pub fn report(
    diagnostics: &[Diagnostic],
    texts: &dyn Texts,
    format: Format,
    appearance: &Appearance<'_>,
) -> String {
    let shown = selection::select(diagnostics, appearance.mask_private);
    let fetched = sources::fetch(&shown, texts);
    let sources = Sources::new(&fetched);
    match format {
        Format::Text => terminal::draw(&shown, &sources, appearance),
        Format::Json => json::draw(&shown, &sources),
        Format::Github => github::draw(&shown, &sources, appearance.folder),
    }
}

/// How much is wrong, for the last line: `3 errors, 1 warning in 2 files`; empty where nothing is.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let of = |severity| diagnostics.iter().filter(move |diagnostic| diagnostic.severity == severity);
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let files: BTreeSet<_> = errors
        .clone()
        .chain(warnings.clone())
        .filter_map(|diagnostic| Some(&diagnostic.place.as_ref()?.path))
        .collect();
    let parts: Vec<_> = [(errors.count(), "error"), (warnings.count(), "warning")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, thing)| counted(count, thing))
        .collect();
    let problems = parts.join(", ");
    if files.is_empty() { problems } else { format!("{problems} in {}", counted(files.len(), "file")) }
}

/// Words of others on one line, made safe to print.
#[must_use]
pub fn one_line(words: &str) -> String {
    visible::one_line(words, MOST_WORDS)
}

/// A place as editors open it: `content/people/x.md:12:5`.
fn address(spot: &Spot<'_>) -> String {
    let path = visible::one_line(spot.path.as_str(), usize::MAX);
    match &spot.found {
        Some(found) => format!("{path}:{}:{}", found.start.line, found.start.column),
        None => path,
    }
}

/// Mentions the labels beyond those that are shown.
fn further_places(diagnostic: &Diagnostic) -> Option<String> {
    let more = diagnostic.labels.len().saturating_sub(MOST_LABELS);
    (more > 0).then(|| format!("and {} more", counted(more, "place")))
}
