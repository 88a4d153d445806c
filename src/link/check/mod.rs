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
use super::registry::as_written;
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

/// A list for a message, cut where nobody would read on; only what is shown is named.
fn list<T>(mut items: impl Iterator<Item = T>, name: impl Fn(T) -> String) -> String {
    const MOST: usize = 6;
    let first: Vec<_> = items.by_ref().take(MOST).map(|item| format!("`{}`", name(item))).collect();
    let more = items.count();
    let mut words = first.join(", ");
    if more > 0 {
        words.push_str(&format!(" and {more} more"));
    }
    words
}

/// Help that offers a name which is known, in the way its page writes it; it is given folded.
pub(super) fn suggestion(corpus: &Corpus, known: &str, id: &EntityId) -> String {
    match corpus.page(id).map(|page| as_written(page.facts(), known)) {
        Some(name) if name != id.as_str() => format!("did you mean `{name}` (`{id}`)?"),
        _ => format!("did you mean `{id}`?"),
    }
}
