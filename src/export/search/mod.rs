//! The search index, and the words that a misspelt query may have meant.
//!
//! ```text
//! published pages ──entry──▶ HTML of what is searched ──index (pagefind)──▶ files in `pagefind/`
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

/// All files of the search.
///
/// # Errors
/// Where the library fails, which is a fault of the program.
#[cfg(feature = "search")]
pub fn files(material: &Material) -> Result<Vec<SiteFile<'static>>, IndexError> {
    use std::borrow::Cow;

    let mut files = index::build(material)?;
    files.insert(0, ("search/names.js".to_owned(), words::script(&material.dossier).into_bytes()));
    Ok(files.into_iter().map(|(path, bytes)| SiteFile::Bytes(path, Cow::Owned(bytes))).collect())
}

/// A program without the search has no files of it.
///
/// # Errors
/// None.
#[cfg(not(feature = "search"))]
pub fn files(_: &Material) -> Result<Vec<SiteFile<'static>>, IndexError> {
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
