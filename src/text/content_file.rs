//! One text file of a dossier, as read.

use std::fmt;
use std::sync::Arc;

/// A file's path inside the dossier, always with `/` and never leading out of it:
/// `content/people/ian-levy.md`, `site.toml`, `templates/entity.html`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentPath(Arc<str>);

impl ContentPath {
    /// A path from its text, with `\` taken as `/`.
    #[must_use]
    pub fn new(path: &str) -> Self {
        if path.contains('\\') { Self(path.replace('\\', "/").into()) } else { Self(path.into()) }
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part: `ian-levy.md`.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The last part without its extension: `ian-levy`.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// Everything before the last part, without the closing `/`; empty at the top.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// What comes after `folder/`, if the path lies below it.
    #[must_use]
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

impl fmt::Display for ContentPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ContentPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// One text file: its path and its text, without byte-order mark and with `\n` line ends
/// (loading sees to both, so that every span counts the same on every system).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentFile {
    /// Where it lies in the dossier.
    pub path: ContentPath,
    /// What it says.
    pub text: Arc<str>,
}
