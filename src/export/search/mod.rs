//! The search index, and the words that a misspelt query may have meant.
//!
//! ```text
//! published pages ──entry──▶ HTML of what is searched ──index (pagefind)──▶ files in `pagefind/`, part by part
//!                                               └──Part, by its hash──▶ does it stay as it was made before?
//! names ──words──▶ `search/names.js`
//! ```
//!
//! What is searched is the same finished values that the templates get: nothing else can enter the index. Pages are
//! fed one after the other in the order of the dossier, so the same dossier gives the same files.

#[cfg(feature = "search")]
mod entry;
#[cfg(feature = "search")]
mod index;
#[cfg(feature = "search")]
mod runs;
#[cfg(feature = "search")]
mod words;

use std::fmt;

use super::SiteFile;
use super::manifest::Hash;
use crate::markup::Material;
use crate::view::search_parts::{PART_SIZE, PartSize};

/// A part of the index, before it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Which, from 0.
    pub nth: usize,
    /// The hash of all that goes into it: its files follow from that and from the program.
    pub holds: Hash,
}

impl Part {
    /// Whether it holds what it held among these, the parts of an index that was made.
    #[must_use]
    pub fn is_among(&self, made: &[Hash]) -> bool {
        made.get(self.nth) == Some(&self.holds)
    }

    /// Whether the file at `path` is one of its files.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        let folder = folder_of(self.nth);
        // The others lie below the first.
        path.starts_with(&folder) && (self.nth > 0 || !path.starts_with(&format!("{folder}part-")))
    }
}

/// Where the files of a part lie.
fn folder_of(nth: usize) -> String {
    if nth == 0 { FOLDER.to_owned() } else { format!("{FOLDER}part-{}/", nth + 1) }
}

/// Where all of the index lies, from the site's top.
pub const FOLDER: &str = "pagefind/";

/// All files of the search, handed to `take` some at a time, as they are made: in a large dossier they never are all in
/// memory. A part that `stays` is not made. What each part holds, in order; none where the settings or the program leave
/// the search out.
///
/// # Errors
/// Where the library fails, which is a fault of the program; and what `stays` and `take` say.
pub fn make<E: From<IndexError> + Send>(
    material: &Material,
    stays: impl Fn(Part) -> Result<bool, E> + Sync,
    take: impl FnMut(Vec<SiteFile<'static>>) -> Result<(), E>,
) -> Result<Vec<Hash>, E> {
    make_in_parts(material, PART_SIZE, stays, take)
}

/// The same with parts of another size: the page of the search joins those of [`PART_SIZE`].
///
/// # Errors
/// As there.
#[cfg(feature = "search")]
pub fn make_in_parts<E: From<IndexError> + Send>(
    material: &Material,
    size: PartSize,
    stays: impl Fn(Part) -> Result<bool, E> + Sync,
    mut take: impl FnMut(Vec<SiteFile<'static>>) -> Result<(), E>,
) -> Result<Vec<Hash>, E> {
    use std::borrow::Cow;

    if !material.dossier.has_search() {
        return Ok(Vec::new());
    }
    let site_file = |(path, bytes)| SiteFile::Bytes(path, Cow::Owned(bytes));
    let names = words::script(&material.dossier).into_bytes();
    take(vec![site_file(("search/names.js".to_owned(), names))])?;
    index::build(material, size, stays, |files| take(files.into_iter().map(site_file).collect()))
}

/// A program without the search has no files of it.
///
/// # Errors
/// None.
#[cfg(not(feature = "search"))]
pub fn make_in_parts<E>(
    _: &Material,
    _: PartSize,
    _: impl Fn(Part) -> Result<bool, E> + Sync,
    _: impl FnMut(Vec<SiteFile<'static>>) -> Result<(), E>,
) -> Result<Vec<Hash>, E> {
    Ok(Vec::new())
}

/// Why there is no index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexError(String);

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the search index could not be made: {}", self.0)
    }
}

impl std::error::Error for IndexError {}
