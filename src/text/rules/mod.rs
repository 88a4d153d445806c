//! Every rule that content can break, documented where it is declared.
//!
//! A rule has a stable code and name, a severity that `site.toml` may change (unless it is *locked*: rules about
//! privacy and identity hold for everyone), and the four things an editor wants to know: what, why, an example,
//! the fix. `redstring explain NAME` prints them.

use std::fmt;

pub mod annotations;
pub mod body;
pub mod citation;
pub mod evidence;
pub mod files;
pub mod front_matter;
pub mod identity;
pub mod links;
pub mod privacy;
pub mod review;
pub mod site;
pub mod words;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Not reported at all; only by `site.toml`.
    Off,
    /// Reported; the site is written.
    Warning,
    /// Reported; nothing is written (unless `--keep-going`).
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Off => "off",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable code: `R501`.
    pub code: &'static str,
    /// Stable name: `broken-link`.
    pub name: &'static str,
    /// Severity unless `site.toml` changes it.
    pub severity: Severity,
    /// Whether `site.toml` may not turn it down.
    pub locked: bool,
    /// What is wrong, in one sentence.
    pub what: &'static str,
    /// Why it matters to the person who publishes.
    pub why: &'static str,
    /// The smallest text that breaks it.
    pub example: &'static str,
    /// How to mend it.
    pub fix: &'static str,
}

/// All rules, by code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        files::ALL,
        front_matter::ALL,
        privacy::ALL,
        identity::ALL,
        links::ALL,
        body::ALL,
        site::ALL,
        words::ALL,
        evidence::ALL,
        review::ALL,
        annotations::ALL,
        citation::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rule of this name or code, in any case.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name.eq_ignore_ascii_case(name) || rule.code.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_unique_and_in_order() {
        let codes: Vec<_> = all().map(|rule| rule.code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        let mut names: Vec<_> = all().map(|rule| rule.name).collect();
        names.sort_unstable();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }

    #[test]
    fn rules_about_privacy_and_identity_are_locked() {
        for rule in privacy::ALL {
            assert!(rule.locked, "{}", rule.name);
        }
        for rule in identity::ALL.iter().filter(|rule| rule.severity == Severity::Error) {
            assert!(rule.locked, "{}", rule.name);
        }
    }
}
