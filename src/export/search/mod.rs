//! The search index, and the words that a misspelt query may have meant.
//!
//! ```text
//! published pages ──entry──▶ HTML of what is searched ──index (pagefind)──▶ files in `pagefind/`, part by part
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
use crate::markup::Material;
use crate::view::search_parts::{PART_SIZE, PartSize};

/// All files of the search, handed to `take` some at a time, as they are made: in a large dossier they never are all in
/// memory. None where the settings or the program leave the search out.
///
/// # Errors
/// Where the library fails, which is a fault of the program; and what `take` says.
pub fn make<E: From<IndexError>>(
    material: &Material,
    take: impl FnMut(Vec<SiteFile<'static>>) -> Result<(), E>,
) -> Result<(), E> {
    make_in_parts(material, PART_SIZE, take)
}

/// The same with parts of another size: the page of the search joins those of [`PART_SIZE`].
///
/// # Errors
/// As there.
#[cfg(feature = "search")]
pub fn make_in_parts<E: From<IndexError>>(
    material: &Material,
    size: PartSize,
    mut take: impl FnMut(Vec<SiteFile<'static>>) -> Result<(), E>,
) -> Result<(), E> {
    use std::borrow::Cow;

    if !material.dossier.has_search() {
        return Ok(());
    }
    let site_file = |(path, bytes)| SiteFile::Bytes(path, Cow::Owned(bytes));
    let names = words::script(&material.dossier).into_bytes();
    take(vec![site_file(("search/names.js".to_owned(), names))])?;
    index::build(material, size, |files| take(files.into_iter().map(site_file).collect()))
}

/// A program without the search has no files of it.
///
/// # Errors
/// None.
#[cfg(not(feature = "search"))]
pub fn make_in_parts<E>(
    _: &Material,
    _: PartSize,
    _: impl FnMut(Vec<SiteFile<'static>>) -> Result<(), E>,
) -> Result<(), E> {
    Ok(())
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
