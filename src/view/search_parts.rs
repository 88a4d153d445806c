//! In how many parts the search index of a dossier is made, and which pages are in each.
//!
//! The library that makes the index holds all of its pages in memory, some forty times over; so a large dossier has
//! an index of several parts, and the page of the search joins them. The parts follow the dates: in an order by date all
//! results of one part stand before those of the next, and the page need not know the rank of any.

use crate::link::Dossier;

/// The parts of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchParts {
    /// The pages of each: their places among all pages of the dossier, in order.
    pub parts: Vec<Vec<usize>>,
    /// How many parts have pages with dates: the first ones, the oldest first. The pages of the others have none.
    pub dated: usize,
}

/// How large a part may be.
#[derive(Debug, Clone, Copy)]
pub struct PartSize {
    /// How many pages it may have.
    pub pages: usize,
    /// How many bytes of text; a longer page is a part by itself.
    pub bytes: usize,
}

/// A part of this size takes the library about half a gigabyte.
pub const PART_SIZE: PartSize = PartSize { pages: 3_000, bytes: 6_000_000 };

impl SearchParts {
    /// The parts of a dossier's index: a single one, in the order of the dossier, where that is not too large.
    #[must_use]
    pub fn of(dossier: &Dossier, size: PartSize) -> Self {
        if !Self::are_several(dossier, size) {
            return Self { parts: vec![(0..dossier.all_pages().len()).collect()], dated: 1 };
        }
        let bytes: Vec<usize> = bytes(dossier).collect();
        let (dated, undated) = by_date(dossier, 0..dossier.all_pages().len());
        let mut parts = cut(&dated, &bytes, size);
        let dated = parts.len();
        parts.extend(cut(&undated, &bytes, size));
        Self { parts, dated }
    }

    /// Whether there is more than one.
    #[must_use]
    pub fn are_several(dossier: &Dossier, size: PartSize) -> bool {
        dossier.all_pages().len() > size.pages || bytes(dossier).sum::<usize>() > size.bytes
    }
}

/// How long the text of each page is.
fn bytes(dossier: &Dossier) -> impl Iterator<Item = usize> {
    dossier.all_pages().iter().map(|page| page.parsed().body_text().len())
}

/// Of these places those of pages that have dates, the oldest first, and those of pages that have none.
#[must_use]
pub fn by_date(dossier: &Dossier, places: impl Iterator<Item = usize>) -> (Vec<usize>, Vec<usize>) {
    let pages = dossier.all_pages();
    let date = |place: &usize| pages.get(*place).and_then(|page| page.facts().dates.first());
    let (mut dated, undated): (Vec<usize>, Vec<usize>) = places.partition(|place| date(place).is_some());
    dated.sort_by_cached_key(|place| date(place).map(|dated| dated.date.order()));
    (dated, undated)
}

/// Cut a list of pages into parts.
fn cut(places: &[usize], bytes: &[usize], size: PartSize) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut filled = 0;
    for place in places {
        let more = bytes.get(*place).copied().unwrap_or_default();
        match parts.last_mut() {
            Some(part) if part.len() < size.pages && filled + more <= size.bytes => {
                part.push(*place);
                filled += more;
            }
            _ => {
                parts.push(vec![*place]);
                filled = more;
            }
        }
    }
    // Within a part the order is the dossier's.
    parts.iter_mut().for_each(|part| part.sort_unstable());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_hold_every_page_once_and_no_more_than_they_may() {
        let size = PartSize { pages: 3, bytes: 100 };
        let bytes = [10, 90, 5, 5, 300, 1, 1, 1, 1];
        let parts = cut(&[8, 1, 0, 4, 2, 3, 5, 6, 7], &bytes, size);
        assert_eq!(parts, [vec![1, 8], vec![0], vec![4], vec![2, 3, 5], vec![6, 7]]);
        assert!(cut(&[], &bytes, size).is_empty());
    }
}
