//! What is broken, ambiguous, withheld or out of place: page by page ([`page`]), and over the whole ([`whole`]); what
//! was changed and not checked again ([`review`]).
//!
//! Each finding is decided on facts; its place is joined from the parsed page by mention key.

mod page;
mod review;
mod whole;

pub use review::as_of;
pub(super) use whole::private_fields;

use rayon::prelude::*;

use super::corpus::Corpus;
use super::cycles;
use super::publication::PublishedPage;
use crate::model::EntityId;
use crate::text::{ContentPath, Diagnostic};

/// All findings about the dossier as a whole.
#[must_use]
pub(super) fn check(corpus: &Corpus) -> Vec<Diagnostic> {
    let mut diagnostics = cycles::check(corpus);
    diagnostics.extend(whole::check(corpus));
    diagnostics
}

/// All findings about published pages, page by page: the file of each that has any, and what they are. Each stands
/// on the page itself and on no other.
#[must_use]
pub fn pages(corpus: &Corpus) -> Vec<(ContentPath, Vec<Diagnostic>)> {
    let found = corpus.all_pages().par_iter().map(|page| (page.facts().path.clone(), of_page(corpus, page)));
    found.filter(|(_, found)| !found.is_empty()).collect()
}

/// All findings about one page.
#[must_use]
pub fn of_page(corpus: &Corpus, page: &PublishedPage) -> Vec<Diagnostic> {
    let mut found = page::check(corpus, page);
    found.extend(review::changed_since(page));
    found
}

/// A list for a message, cut where nobody would read on.
fn list(names: impl Iterator<Item = String>) -> String {
    const MOST: usize = 6;
    let names: Vec<_> = names.collect();
    let mut words = names.iter().take(MOST).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if names.len() > MOST {
        words.push_str(&format!(" and {} more", names.len() - MOST));
    }
    words
}

/// Help that offers a name which is known.
pub(super) fn suggestion(known: &str, id: &EntityId) -> String {
    if known == id.as_str() {
        format!("did you mean `{id}`?")
    } else {
        format!("did you mean `{known}` (`{id}`)?")
    }
}
