//! The search index, and the words that a misspelt query may have meant.
//!
//! ```text
//! published pages ──entry──▶ HTML of what is searched ──index (pagefind)──▶ files in `pagefind/`
//! names ──words──▶ `search/names.js`
//! ```
//!
//! What is searched is the same finished values that the templates get: nothing else can enter the index. Pages are
//! fed one after the other in the order of the dossier, so the same dossier gives the same files.

mod entry;
mod index;
mod runs;
mod words;

use std::borrow::Cow;

pub use index::IndexError;

use super::SiteFile;
use crate::markup::Material;

/// All files of the search.
///
/// # Errors
/// Where the library fails, which is a fault of the program.
pub fn files(material: &Material) -> Result<Vec<SiteFile<'static>>, IndexError> {
    let mut files = index::build(material)?;
    files.insert(0, ("search/names.js".to_owned(), words::script(&material.dossier).into_bytes()));
    Ok(files.into_iter().map(|(path, bytes)| SiteFile::Bytes(path, Cow::Owned(bytes))).collect())
}
