//! What is broken, ambiguous, withheld or out of place: page by page ([`page`]), and over the whole ([`whole`]); what
//! was changed and not checked again ([`review`]).
//!
//! Each finding is decided on facts; its place is joined from the parsed page by mention key.

mod page;
mod review;
mod whole;

pub use review::as_of;

use rayon::prelude::*;

use super::corpus::Corpus;
use super::cycles;
use crate::model::EntityId;
use crate::text::Diagnostic;

/// All findings about published pages, page by page, then those about the dossier.
#[must_use]
pub(super) fn check(corpus: &Corpus) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<_> =
        corpus.all_pages().par_iter().flat_map_iter(|page| page::check(corpus, page)).collect();
    diagnostics.extend(corpus.pages().filter_map(review::changed_since));
    diagnostics.extend(cycles::check(corpus));
    diagnostics.extend(whole::check(corpus));
    diagnostics
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
