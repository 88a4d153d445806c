//! What hosts take: GitHub Pages serves sites of up to 1 GB, and GitHub takes no file over 100 MiB from git.

use std::fmt;

use crate::model::Settings;
use crate::text::{Diagnostic, rules};

/// The largest file, in bytes.
const LARGEST_FILE: u64 = 100 << 20;

/// The largest site, in bytes.
const LARGEST_SITE: u64 = 1_000_000_000;

/// Something that is larger than hosts take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Excess {
    /// A file of the site.
    File {
        /// Its path in the site.
        path: String,
        /// Its size in bytes.
        size: u64,
    },
    /// All of it.
    Site {
        /// Its size in bytes.
        size: u64,
    },
}

impl Excess {
    /// What of these files, by path and size, is too large.
    #[must_use]
    pub fn of<'a>(files: impl Iterator<Item = (&'a str, u64)>) -> Vec<Self> {
        let mut found = Vec::new();
        let mut all = 0;
        for (path, size) in files {
            all += size;
            if size > LARGEST_FILE {
                found.push(Self::File { path: path.to_owned(), size });
            }
        }
        if all > LARGEST_SITE {
            found.push(Self::Site { size: all });
        }
        found
    }

    /// As a problem of the dossier, as bad as its settings say.
    pub(crate) fn diagnostic(&self, settings: &Settings) -> Diagnostic {
        let (rule, help) = match self {
            Self::File { .. } => (
                &rules::site::LARGE_FILE,
                "publish a smaller version, or `publish_copy: false` and a link to where it lies",
            ),
            Self::Site { .. } => (
                &rules::site::LARGE_SITE,
                "publish fewer or smaller attachments, or choose a host that takes more",
            ),
        };
        let mut diagnostic = Diagnostic::new(rule, self.to_string()).help(help);
        if let Some(severity) = settings.severities.get(rule.name) {
            diagnostic.severity = *severity;
        }
        diagnostic
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, size } => {
                write!(f, "{path} has {:.0} MB, and GitHub takes no file over 100 MiB", mega(*size))
            }
            Self::Site { size } => {
                write!(f, "the site has {:.0} MB, and GitHub Pages serves no more than 1 GB", mega(*size))
            }
        }
    }
}

fn mega(size: u64) -> f64 {
    size as f64 / 1_000_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_hosts_refuse_is_told() {
        let fits = (0..10).map(|_| ("a.mp4", 100_000_000));
        assert_eq!(Excess::of(fits), []);
        let found =
            Excess::of([("a.mp4", 104_857_601), ("b.mp4", 104_857_600), ("c.zip", 900_000_000)].into_iter());
        let words: Vec<_> = found.iter().map(Excess::to_string).collect();
        assert_eq!(
            words,
            [
                "a.mp4 has 105 MB, and GitHub takes no file over 100 MiB",
                "c.zip has 900 MB, and GitHub takes no file over 100 MiB",
                "the site has 1110 MB, and GitHub Pages serves no more than 1 GB"
            ]
        );
        let diagnostic = found[2].diagnostic(&Settings::default());
        assert_eq!((diagnostic.rule.name, diagnostic.is_error()), ("large-site", false));
    }
}
