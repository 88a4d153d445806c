//! Exact quotations: whether a copy has the words that a dossier quotes, and where.
//!
//! Strings in, byte ranges out. [`SearchText`] is a copy made ready to be searched, [`Quote`] the words of a quotation
//! as read. There is no score and no threshold: the words are there or they are not. What comes closest
//! ([`SearchText::nearest`]) is for the message to the editor, and confirms nothing.
//!
//! ```text
//! copy ──normalise──▶ SearchText ─┐
//!                                 ├─ find ──▶ ranges of the copy, or none ─▶ nearest
//! words ──quote, pattern──▶ Quote ┘
//! ```
//!
//! # What counts as equal
//!
//! Only what a typesetter, a browser or an editor's keyboard changes without a thought (`normalise`):
//!
//! - runs of white space, line and paragraph breaks among them, are one space;
//! - NFC: a letter with its accent is one, however it is stored. Never NFKC: `②` is not `2`, `m²` not `m2`;
//! - double quotation marks of any shape are one, so are single ones with apostrophes, so are hyphens with dashes;
//! - soft hyphens, zero width spaces, word joiners and byte order marks are nothing: nobody sees them.
//!
//! Case counts, punctuation counts, accents count. Nothing else is forgiven.
//!
//! # Brackets
//!
//! - `[…]` or `[...]` stands for words left out. It parts the quotation into pieces that follow each other in the copy
//!   and do not overlap. An ellipsis without brackets is the source's own.
//! - Other words in brackets are the editor's. They are taken out, and what stood around them has to be adjacent in the
//!   copy: an insertion never stands for words of the source, or `did [not] tell` would be borne out by `did certainly
//!   tell`. Before a comma or full stop the space goes with them: `he [Smith], who` is `he, who`.
//! - One letter in brackets at the head of letters, `[T]he`, is that letter in either case.
//! - A source has brackets of its own (`[sic]`). So the words are first looked for as they are written, and only then
//!   with insertions; also then a bracket that the copy has is the copy's.
//!
//! # Where a piece may begin and end
//!
//! A quotation that cuts a word can say the contrary of its source. So a piece stands between boundaries (`boundary`):
//! never inside a word, a number, a hyphenated compound, a name with dots, before a combining mark, or in a negation
//! that hangs on an apostrophe.
//!
//! # Cost
//!
//! A search reads the copy once for each piece and back once; `nearest` reads it once and aligns a few dozen words.

mod boundary;
mod find;
mod nearest;
mod normalise;
mod pattern;
mod quote;
mod select;
mod words;

#[cfg(test)]
mod tests;

pub use nearest::Nearest;
pub use quote::{Part, Quote, Unreadable};

use normalise::Normalised;

/// A copy's text, ready to be searched.
#[derive(Clone, Debug)]
pub struct SearchText {
    normalised: Normalised,
}

impl SearchText {
    /// Make a copy's text ready. All ranges that searches give are bytes of this text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { normalised: Normalised::new(text) }
    }
}
