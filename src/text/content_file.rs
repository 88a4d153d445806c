//! One text file of a dossier, as read.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::maps::HashMap;

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

/// Files by path; one whose name is composed otherwise is found as well. An `ü` is one character or two, as the system has
/// it on which the file was made, and nobody can see which.
#[derive(Debug, Clone)]
pub struct ByPath<T> {
    exact: HashMap<ContentPath, T>,
    /// By the composed form of their paths, those that have another.
    composed: HashMap<ContentPath, ContentPath>,
}

impl<T> Default for ByPath<T> {
    fn default() -> Self {
        Self { exact: HashMap::default(), composed: HashMap::default() }
    }
}

impl<T> ByPath<T> {
    /// Add a file; one of the same path is replaced.
    pub fn insert(&mut self, path: ContentPath, value: T) {
        if let Some(composed) = composed(&path) {
            self.composed.entry(composed).or_insert_with(|| path.clone());
        }
        self.exact.insert(path, value);
    }

    /// What is known of the file of this path.
    #[must_use]
    pub fn get(&self, path: &ContentPath) -> Option<(&ContentPath, &T)> {
        self.exact.get_key_value(path).or_else(|| {
            // The path that is asked for may be the one that is composed otherwise, or the one on disk, or both.
            let composed = composed(path);
            let path = composed.as_ref().unwrap_or(path);
            let path = self.composed.get(path).unwrap_or(path);
            self.exact.get_key_value(path)
        })
    }
}

/// A path in the one Unicode form in which paths are compared, the composed one (NFC): some file systems give names back
/// decomposed.
#[must_use]
pub fn one_form(path: &str) -> Cow<'_, str> {
    if path.is_ascii() || is_nfc(path) { path.into() } else { path.nfc().collect() }
}

/// A path in that form, where it is written in another.
fn composed(path: &ContentPath) -> Option<ContentPath> {
    match one_form(&path.0) {
        Cow::Borrowed(_) => None,
        Cow::Owned(composed) => Some(ContentPath(composed.into())),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_in_either_form_of_its_name() {
        let (one, two) = ("content/M\u{fc}ller.png", "content/Mu\u{308}ller.png");
        for (disk, asked) in [(one, one), (one, two), (two, one), (two, two)] {
            let mut files = ByPath::default();
            files.insert(ContentPath::new(disk), 1);
            let found = files.get(&ContentPath::new(asked)).map(|(path, _)| path.as_str());
            assert_eq!(found, Some(disk));
        }
        let mut both = ByPath::default();
        both.insert(ContentPath::new(one), 1);
        both.insert(ContentPath::new(two), 2);
        let found = [one, two].map(|path| both.get(&ContentPath::new(path)).map(|(_, nth)| *nth));
        assert_eq!(found, [Some(1), Some(2)]);
    }
}
