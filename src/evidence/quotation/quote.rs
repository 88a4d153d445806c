//! The words of a quotation, read: what is quoted, what is left out, what the editor put in.
//!
//! Brackets are read twice by one reader: in the words as they are written, for showing them, and in their normalised
//! form, for finding them and for the key under which a quotation is known.

use std::fmt;
use std::ops::Range;

use super::normalise::Normalised;
use super::pattern::Pattern;

/// The words of a quotation, read.
#[derive(Clone, Debug)]
pub struct Quote {
    written: String,
    parts: Vec<Part>,
    normalised: String,
    /// The pieces with all brackets taken as words of the source.
    pub(super) literal: Vec<Pattern>,
    /// The pieces with brackets as insertions; empty where there is none.
    pub(super) inserted: Vec<Pattern>,
}

/// A part of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words of the source, with the white space around them, as written.
    Words(String),
    /// Words of the source are left out here.
    Ellipsis,
    /// What the editor put in, without its brackets; also a letter whose case the editor changed.
    Insertion(String),
}

/// Why words are no quotation, with the place in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing is quoted: there is no letter and no digit.
    NoWords,
    /// A bracket opens here and is not closed.
    Unclosed(usize),
    /// A bracket closes here and was not opened.
    Unopened(usize),
    /// A bracket opens here inside of another.
    Nested(usize),
    /// Brackets with nothing in them open here.
    EmptyBrackets(usize),
}

impl Quote {
    /// Read the words of a quotation, without quotation marks around the whole.
    ///
    /// # Errors
    ///
    /// If brackets do not pair or nothing is quoted.
    pub fn read(words: &str) -> Result<Self, Unreadable> {
        let parts = spans(words)?;
        // Brackets alone can be quoted as well: the source may have them.
        let inside_words = |span: &Span| match span.kind {
            Kind::Words | Kind::Letter | Kind::Insertion => {
                words[span.range.clone()].contains(char::is_alphanumeric)
            }
            Kind::Ellipsis => false,
        };
        if !parts.iter().any(inside_words) {
            return Err(Unreadable::NoWords);
        }
        let parts = parts.iter().map(|span| match span.kind {
            Kind::Words => Part::Words(words[span.range.clone()].to_owned()),
            Kind::Ellipsis => Part::Ellipsis,
            Kind::Insertion | Kind::Letter => Part::Insertion(span.inside(words).to_owned()),
        });
        let parts = parts.collect();
        let chunks = chunks(Normalised::new(words).as_str())?;
        let literal: Vec<_> = chunks.iter().map(|chunk| Pattern::literal(chunk)).collect();
        let inserted = match chunks.iter().any(|chunk| chunk.contains('[')) {
            true => chunks.iter().filter_map(|chunk| Pattern::with_insertions(chunk)).collect(),
            false => Vec::new(),
        };
        Ok(Self { written: words.to_owned(), parts, normalised: chunks.join(" […] "), literal, inserted })
    }

    /// One canonical form, equal for two spellings of one quotation. Reading it gives the same quotation.
    #[must_use]
    pub fn normalised(&self) -> &str {
        &self.normalised
    }

    /// The parts in order, as written.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The words as written.
    pub(super) fn written(&self) -> &str {
        &self.written
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoWords => "nothing is quoted",
            Self::Unclosed(_) => "a bracket is not closed",
            Self::Unopened(_) => "a bracket is closed that was not opened",
            Self::Nested(_) => "a bracket opens inside of another",
            Self::EmptyBrackets(_) => "there is nothing in the brackets",
        })
    }
}

/// A stretch of a quotation.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) kind: Kind,
    /// With the brackets.
    pub(super) range: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Words,
    Ellipsis,
    Insertion,
    /// A letter whose case was changed.
    Letter,
}

impl Span {
    /// What stands between the brackets.
    pub(super) fn inside<'a>(&self, words: &'a str) -> &'a str {
        words.get(self.range.start + 1..self.range.end - 1).unwrap_or_default()
    }
}

/// Take words apart at their brackets.
pub(super) fn spans(words: &str) -> Result<Vec<Span>, Unreadable> {
    let mut spans = Vec::new();
    let mut start = 0;
    let mut open = None;
    for (at, c) in words.char_indices() {
        match (c, open) {
            ('[', Some(_)) => return Err(Unreadable::Nested(at)),
            (']', None) => return Err(Unreadable::Unopened(at)),
            ('[', None) => {
                if start < at {
                    spans.push(Span { kind: Kind::Words, range: start..at });
                }
                open = Some(at);
            }
            (']', Some(from)) => {
                start = at + 1;
                open = None;
                let kind =
                    bracket(&words[from + 1..at], &words[start..]).ok_or(Unreadable::EmptyBrackets(from))?;
                spans.push(Span { kind, range: from..start });
            }
            _ => {}
        }
    }
    if let Some(at) = open {
        return Err(Unreadable::Unclosed(at));
    }
    if start < words.len() {
        spans.push(Span { kind: Kind::Words, range: start..words.len() });
    }
    Ok(spans)
}

/// What brackets with this in them and this behind them are.
fn bracket(inside: &str, behind: &str) -> Option<Kind> {
    let normalised = Normalised::new(inside);
    let inside = normalised.as_str().trim();
    let dots: String = inside.split(' ').collect();
    let mut letters = inside.chars();
    Some(match (letters.next()?, letters.next()) {
        _ if dots == "…" || dots == "..." => Kind::Ellipsis,
        (letter, None) if has_case(letter) && behind.starts_with(char::is_alphabetic) => Kind::Letter,
        _ => Kind::Insertion,
    })
}

fn has_case(c: char) -> bool {
    c.is_alphabetic() && !c.to_uppercase().eq(c.to_lowercase())
}

/// Normalised words taken apart at ellipses, with other brackets in one spelling. Ellipses at the ends say nothing.
fn chunks(words: &str) -> Result<Vec<String>, Unreadable> {
    let mut chunks = vec![String::new()];
    for span in spans(words)? {
        if span.kind == Kind::Ellipsis {
            chunks.push(String::new());
        } else if let Some(chunk) = chunks.last_mut() {
            if span.kind == Kind::Words {
                chunk.push_str(&words[span.range]);
            } else {
                chunk.extend(["[", span.inside(words).trim(), "]"]);
            }
        }
    }
    let chunks = chunks.iter().map(|chunk| chunk.trim().to_owned());
    Ok(chunks.filter(|chunk| !chunk.is_empty()).collect())
}
