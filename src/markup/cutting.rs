//! The blocks of a source's text, cut wherever an annotation begins or ends: the annotations in the order of their ends
//! and the blocks in order → the pieces of each block, each with the annotations about it. All blocks are cut in one
//! sweep, which knows the annotations that are open.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::evidence::annotated::PlacedAnnotation;

/// A stretch of a block in which no annotation begins or ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    /// The annotations that are about it, by number.
    pub(super) notes: Vec<usize>,
    /// Those that begin with it.
    pub(super) beginning: Vec<usize>,
    /// Those that end with it.
    pub(super) ending: Vec<usize>,
}

/// The sweep.
pub(super) struct Cutting<'a> {
    annotations: &'a [PlacedAnnotation],
    /// The numbers of the annotations, in the order of their beginnings.
    by_beginning: Vec<usize>,
    /// How many of these were met.
    met: usize,
    /// The numbers of those that are open: of the first, the words end first.
    open: BTreeSet<usize>,
}

impl<'a> Cutting<'a> {
    /// `annotations` are in the order of their ends, which gives them their numbers, from 1.
    pub(super) fn new(annotations: &'a [PlacedAnnotation]) -> Self {
        let mut by_beginning: Vec<usize> = (1..=annotations.len()).collect();
        by_beginning.sort_by_key(|number| annotations[number - 1].range.start);
        Self { annotations, by_beginning, met: 0, open: BTreeSet::new() }
    }

    /// The pieces of the next block.
    pub(super) fn pieces(&mut self, block: &Range<usize>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = block.start;
        self.end_by(at);
        while at < block.end {
            let beginning = self.begin_by(at);
            let next = self.by_beginning.get(self.met).map(|number| self.words(*number).start);
            let first_end = self.open.first().map(|number| self.words(*number).end);
            let end = [next, first_end].into_iter().flatten().fold(block.end, usize::min);
            let notes = self.open.iter().copied().collect();
            pieces.push(Piece { range: at..end, notes, beginning, ending: self.end_by(end) });
            at = end;
        }
        pieces
    }

    fn words(&self, number: usize) -> &'a Range<usize> {
        &self.annotations[number - 1].range
    }

    /// Open all that begin up to this place; those that begin at it.
    fn begin_by(&mut self, place: usize) -> Vec<usize> {
        let mut beginning = Vec::new();
        while let Some(number) = self.by_beginning.get(self.met).copied()
            && self.words(number).start <= place
        {
            self.met += 1;
            if self.words(number).end > place {
                self.open.insert(number);
                beginning.extend((self.words(number).start == place).then_some(number));
            }
        }
        beginning
    }

    /// Close all whose words end up to this place.
    fn end_by(&mut self, place: usize) -> Vec<usize> {
        let mut ending = Vec::new();
        while let Some(number) = self.open.first().copied().filter(|number| self.words(*number).end <= place)
        {
            self.open.pop_first();
            ending.push(number);
        }
        ending
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn placed(ranges: &[Range<usize>]) -> Vec<PlacedAnnotation> {
        ranges.iter().enumerate().map(|(nth, range)| PlacedAnnotation { nth, range: range.clone() }).collect()
    }

    #[test]
    fn a_block_is_cut_where_annotations_begin_and_end() {
        let shown: Vec<_> = Cutting::new(&placed(&[2..5, 0..6, 5..6, 4..20, 20..30]))
            .pieces(&(1..10))
            .into_iter()
            .map(|piece| (piece.range, piece.notes, piece.beginning, piece.ending))
            .collect();
        assert_eq!(
            shown,
            [
                (1..2, vec![2], vec![], vec![]),
                (2..4, vec![1, 2], vec![1], vec![]),
                (4..5, vec![1, 2, 4], vec![4], vec![1]),
                (5..6, vec![2, 3, 4], vec![3], vec![2, 3]),
                (6..10, vec![4], vec![], vec![]),
            ]
        );
    }

    proptest! {
        #[test]
        fn each_place_knows_the_annotations_about_it_and_each_begins_and_ends_once(
            ranges in prop::collection::vec((0..60_usize, 1..30_usize), 0..8),
            cuts in prop::collection::vec(1..89_usize, 0..5),
        ) {
            let mut ranges: Vec<_> = ranges.into_iter().map(|(start, length)| start..start + length).collect();
            ranges.sort_by_key(|range| range.end);
            let annotations = placed(&ranges);
            let mut edges: Vec<usize> = cuts.into_iter().chain([0, 90]).collect();
            edges.sort_unstable();
            edges.dedup();
            let mut cutting = Cutting::new(&annotations);
            let pieces: Vec<_> = edges.windows(2).flat_map(|cut| cutting.pieces(&(cut[0]..cut[1]))).collect();
            let mut at = 0;
            for piece in &pieces {
                prop_assert_eq!(piece.range.start, at);
                for place in piece.range.clone() {
                    let about = (1..).zip(&ranges).filter(|(_, range)| range.contains(&place)).map(|(number, _)| number);
                    prop_assert_eq!(about.collect::<Vec<_>>(), piece.notes.clone());
                }
                at = piece.range.end;
            }
            prop_assert_eq!(at, 90);
            for number in 1..=ranges.len() {
                prop_assert_eq!(pieces.iter().filter(|piece| piece.beginning.contains(&number)).count(), 1);
                prop_assert_eq!(pieces.iter().filter(|piece| piece.ending.contains(&number)).count(), 1);
            }
        }
    }
}
