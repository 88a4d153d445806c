//! The texts that the problems lie in, fetched and indexed once each.
//!
//! Ten thousand problems in one file cost one index of its lines. A place becomes a [`Spot`]: its path and, where
//! the text is at hand, the lines and columns. Spans are not trusted: beyond the end, or inside a character,
//! they are moved to the nearest place that exists.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::Texts;
use super::selection::Shown;
use crate::text::{ContentPath, LineColumn, LineIndex, Place, Span};

/// The texts of all files in which something shown stands.
pub(super) fn fetch<'a>(shown: &[Shown<'a>], texts: &dyn Texts) -> BTreeMap<&'a ContentPath, Arc<str>> {
    let mut fetched = BTreeMap::new();
    for shown in shown {
        // What is withheld has no place here: its text is not even asked for.
        let Shown::Open { diagnostic, .. } = shown else { continue };
        let labels = diagnostic.labels.iter().map(|label| &label.place);
        for place in diagnostic.place.iter().chain(labels).filter(|place| place.span.is_some()) {
            if !fetched.contains_key(&place.path)
                && let Some(text) = texts.text(&place.path)
            {
                fetched.insert(&place.path, text);
            }
        }
    }
    fetched
}

/// The indexed texts.
#[derive(Debug)]
pub(super) struct Sources<'a> {
    indices: BTreeMap<&'a ContentPath, LineIndex<'a>>,
}

/// A place with its line and column, as far as they are known.
#[derive(Debug)]
pub(super) struct Spot<'a> {
    /// The file.
    pub path: &'a ContentPath,
    /// The words; `None` where the whole file is meant or its text is not at hand.
    pub found: Option<Found<'a>>,
}

/// Words found in a text.
#[derive(Debug, Clone)]
pub(super) struct Found<'a> {
    /// The text.
    pub index: &'a LineIndex<'a>,
    /// The bytes, whole characters inside the text.
    pub range: Range<usize>,
    /// The place of the first character.
    pub start: LineColumn,
    /// The place just after the last.
    pub end: LineColumn,
}

impl<'a> Sources<'a> {
    /// Index all fetched texts.
    pub(super) fn new(fetched: &'a BTreeMap<&'a ContentPath, Arc<str>>) -> Self {
        Self { indices: fetched.iter().map(|(path, text)| (*path, LineIndex::new(text))).collect() }
    }

    /// Find a place.
    pub(super) fn spot(&'a self, place: &'a Place) -> Spot<'a> {
        let index = self.indices.get(&place.path);
        let found = index.zip(place.span).map(|(index, span)| Found::new(index, fit(index.text(), span)));
        Spot { path: &place.path, found }
    }
}

impl<'a> Found<'a> {
    /// The words at these bytes, which must be whole characters inside the text.
    pub(super) fn new(index: &'a LineIndex<'a>, range: Range<usize>) -> Self {
        let (start, end) = (index.locate(range.start), index.locate(range.end));
        Self { index, range, start, end }
    }

    /// The words without the line ends that close them: a whole line ends where it ends, not on the next.
    pub(super) fn without_line_end(self) -> Self {
        let words = &self.index.text()[self.range.clone()];
        let kept = words.trim_end_matches('\n').len();
        if kept == words.len() {
            return self;
        }
        Self::new(self.index, self.range.start..self.range.start + kept)
    }
}

/// A span moved to whole characters inside the text.
fn fit(text: &str, span: Span) -> Range<usize> {
    let range = span.range();
    let mut start = range.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = range.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        // The text's end is a boundary: this stops.
        end += 1;
    }
    start..end
}
