#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic, also in its own functions")]

mod nearby;
mod properties;
mod reading;
mod reference;
mod rules;

use super::{Quote, SearchText};

/// The words of the copy that bear a quotation out, piece by piece.
fn found<'a>(copy: &'a str, words: &str) -> Option<Vec<&'a str>> {
    let pieces = SearchText::new(copy).find(&Quote::read(words).unwrap())?;
    Some(pieces.into_iter().map(|piece| &copy[piece]).collect())
}

/// A quotation of one piece stands in the copy as these words.
#[track_caller]
fn stands(copy: &str, words: &str, as_words: &str) {
    assert_eq!(found(copy, words), Some(vec![as_words]), "`{words}` in `{copy}`");
}

/// A quotation is not in the copy.
#[track_caller]
fn refused(copy: &str, words: &str) {
    assert_eq!(found(copy, words), None, "`{words}` in `{copy}`");
}
