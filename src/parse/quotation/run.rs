//! Words without a break between, with their places and what they cite.

use std::ops::Range;

use super::is_punctuation;

/// A citation among words.
#[derive(Debug, Clone)]
pub(super) struct Cited {
    /// Behind how many bytes of the words.
    pub(super) offset: usize,
    /// Where it begins in the body.
    pub(super) at: usize,
    /// The items that have no words before them.
    pub(super) items: Vec<usize>,
}

/// Words without a break between: a paragraph, a heading, a cell of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    pub(super) text: String,
    /// Pieces of the text, by where they begin, with their ranges of the body.
    pub(super) pieces: Vec<(usize, Range<usize>)>,
    pub(super) cited: Vec<Cited>,
}

impl Run {
    pub(super) fn push(&mut self, words: &str, range: &Range<usize>) {
        self.pieces.push((self.text.len(), range.clone()));
        self.text.push_str(words);
    }

    /// The place in the body of a range of the text.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let offset = |at: usize| {
            let index = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            let Some((start, body)) = self.pieces.get(index) else { return 0 };
            let end = self.pieces.get(index + 1).map_or(self.text.len(), |(next, _)| *next);
            // A piece that is written otherwise than it reads (`&amp;`) has no places within.
            if body.len() == end - start { body.start + (at - start) } else { body.start }
        };
        let start = offset(range.start);
        start..(offset(range.end.saturating_sub(1)) + 1).max(start)
    }

    /// The citation that ends the run: nothing but punctuation stands behind it.
    pub(super) fn last(&self) -> Option<&Cited> {
        self.cited.last().filter(|cited| is_punctuation(&self.text[cited.offset..]))
    }
}
