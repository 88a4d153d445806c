//! Where a quotation stands in a copy.
//!
//! Whether it is there is decided from the left: each piece at its first place behind the piece before. Then all pieces
//! but the last move right as far as they can, so that an ellipsis skips no more of the copy than it has to.

use std::ops::Range;

use memchr::memmem::{Finder, FinderRev};

use super::boundary::is_boundary;
use super::pattern::Pattern;
use super::{Quote, SearchText};

impl SearchText {
    /// Where the quotation stands: one range of the original text for each piece, in order. None if the copy does not
    /// have it.
    #[must_use]
    pub fn find(&self, quote: &Quote) -> Option<Vec<Range<usize>>> {
        self.find_between(quote, &(0..self.normalised.as_str().len()))
    }

    /// The same; a place inside `within` (bytes of the original: the paragraph that is cited) is taken before others.
    #[must_use]
    pub fn find_within(&self, quote: &Quote, within: Range<usize>) -> Option<Vec<Range<usize>>> {
        self.find_between(quote, &self.normalised.within(&within)).or_else(|| self.find(quote))
    }

    fn find_between(&self, quote: &Quote, between: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let pieces = [&quote.literal, &quote.inserted]
            .into_iter()
            .filter(|patterns| !patterns.is_empty())
            .find_map(|patterns| self.pieces(patterns, between))?;
        pieces.iter().map(|piece| self.normalised.original(piece)).collect()
    }

    /// One normalised range for each pattern.
    fn pieces(&self, patterns: &[Pattern], between: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let mut found: Vec<Range<usize>> = Vec::with_capacity(patterns.len());
        for pattern in patterns {
            let from = found.last().map_or(between.start, |piece| piece.end);
            found.push(self.first(pattern, &(from..between.end))?);
        }
        let mut end = found.last()?.start;
        for (pattern, piece) in patterns.iter().zip(&mut found).rev().skip(1) {
            if let Some(later) = self.last(pattern, &(piece.start..end)) {
                *piece = later;
            }
            end = piece.start;
        }
        Some(found)
    }

    /// The first place of a pattern inside a normalised range.
    pub(super) fn first(&self, pattern: &Pattern, between: &Range<usize>) -> Option<Range<usize>> {
        let bytes = self.normalised.as_str().as_bytes();
        let finder = Finder::new(pattern.anchor());
        let mut from = between.start;
        // Places can overlap, and only one of them be at boundaries: each is tried.
        while let Some(offset) = finder.find(bytes.get(from..between.end)?) {
            let place = self.place(pattern, from + offset, between);
            if place.is_some() {
                return place;
            }
            from += offset + 1;
        }
        None
    }

    /// The last one.
    fn last(&self, pattern: &Pattern, between: &Range<usize>) -> Option<Range<usize>> {
        let bytes = self.normalised.as_str().as_bytes();
        let finder = FinderRev::new(pattern.anchor());
        let mut end = between.end;
        while let Some(offset) = finder.rfind(bytes.get(between.start..end)?) {
            let place = self.place(pattern, between.start + offset, between);
            if place.is_some() {
                return place;
            }
            end = between.start + offset + pattern.anchor().len().saturating_sub(1);
        }
        None
    }

    /// The place of a pattern around its anchor, if nothing is cut there.
    fn place(&self, pattern: &Pattern, anchor: usize, between: &Range<usize>) -> Option<Range<usize>> {
        let place = pattern.around(self.normalised.as_str(), anchor)?;
        (place.start >= between.start && place.end <= between.end && self.is_uncut(&place)).then_some(place)
    }

    /// Whether a normalised range may be quoted by itself.
    pub(super) fn is_uncut(&self, place: &Range<usize>) -> bool {
        is_boundary(&self.normalised, place.start)
            && is_boundary(&self.normalised, place.end)
            && self.normalised.original(place).is_some()
    }
}
