//! From days to places on a strip: in proportion, but broken where nothing happens for long.
//!
//! ```text
//! 44 BCE          2009                     2021
//! ├──┤   //   ├───────────────────────────────┤      two pieces and the break between them
//! ```

use super::unit::Unit;

/// How much of the strip a break takes, in percent.
const BREAK: f64 = 3.0;

/// How much of the strip every piece has at least, in percent.
const LEAST: f64 = 6.0;

/// How many breaks a strip has at most.
const MOST_BREAKS: usize = 5;

/// How few units a strip shows: a single day does not fill it.
const FEWEST_UNITS: i64 = 12;

/// A scale over all days on which something begins or ends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// What a bar stands for.
    pub unit: Unit,
    /// The pieces in order: whole units, at least one.
    pub pieces: Vec<Piece>,
}

/// A stretch of time without a break.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Piece {
    /// Its first day.
    pub first: i64,
    /// The day after its last.
    pub end: i64,
    /// Where it begins, in percent of the strip.
    pub x: f64,
    /// Where it ends.
    pub x_end: f64,
}

impl Scale {
    /// The scale for these days, in order, with about `most` units; none where there is no day.
    pub(super) fn over(days: &[i64], most: i64) -> Option<Self> {
        let (first, last) = (*days.first()?, *days.last()?);
        let mut stretches = Vec::new();
        let mut start = first;
        for (before, after) in breaks(days) {
            stretches.push((start, before));
            start = after;
        }
        stretches.push((start, last));
        let unit = Unit::covering(stretches.iter().map(|(first, last)| last - first + 1).sum(), most);
        let mut whole: Vec<(i64, i64)> = Vec::new();
        for (first, last) in stretches {
            let (first, end) = (unit.floor(first), unit.next(unit.floor(last)));
            match whole.last_mut().filter(|before| before.1 >= first) {
                Some(before) => before.1 = end,
                None => whole.push((first, end)),
            }
        }
        widen(&mut whole, unit);
        Some(Self { unit, pieces: laid_out(&whole) })
    }

    /// Where a day begins, in percent; a day in a break lies in its middle, one beyond an end at that end.
    pub(super) fn at(&self, day: i64) -> f64 {
        let next = self.pieces.partition_point(|piece| piece.end <= day);
        let Some(piece) = self.pieces.get(next) else { return 100.0 };
        if day >= piece.first {
            return piece.x + (piece.x_end - piece.x) * share(day - piece.first, piece.end - piece.first);
        }
        match next.checked_sub(1).map(|before| self.pieces[before]) {
            Some(before) => f64::midpoint(before.x_end, piece.x),
            None => 0.0,
        }
    }

    /// Where the day before this one ends, in percent: at the end of a piece, not in the break behind it.
    pub(super) fn before(&self, day: i64) -> f64 {
        let ends = self.pieces.iter().find(|piece| piece.end == day);
        ends.map_or_else(|| self.at(day), |piece| piece.x_end)
    }

    /// The first days of all units, in order, each with the day after its last.
    pub(super) fn units(&self) -> Vec<(i64, i64)> {
        let mut units = Vec::new();
        for piece in &self.pieces {
            let mut start = piece.first;
            while start < piece.end {
                let next = self.unit.next(start);
                units.push((start, next));
                start = next;
            }
        }
        units
    }
}

/// The gaps that are left out, each with the days at its two sides, in order.
///
/// A gap is left out when it takes a good part of what is left of the strip, and is far longer than the others are on
/// average: where a few things lie at random, none is.
fn breaks(days: &[i64]) -> Vec<(i64, i64)> {
    let mut gaps: Vec<(i64, i64)> = days.windows(2).map(|pair| (pair[0], pair[1])).collect();
    gaps.retain(|(before, after)| after > before);
    gaps.sort_by_key(|(before, after)| std::cmp::Reverse(after - before));
    let mut rest: i64 = gaps.iter().map(|(before, after)| after - before).sum();
    let mut others = i64::try_from(gaps.len()).unwrap_or(i64::MAX);
    let mut left_out = Vec::new();
    for (before, after) in gaps.into_iter().take(MOST_BREAKS) {
        let gap = after - before;
        others -= 1;
        let long = others > 0 && gap > 2 && gap >= rest / 5 && gap / 10 >= (rest - gap) / others;
        if !long {
            break;
        }
        rest -= gap;
        left_out.push((before, after));
    }
    left_out.sort_unstable();
    left_out
}

/// Add units at both ends until there are enough of them.
fn widen(whole: &mut [(i64, i64)], unit: Unit) {
    let units: i64 = whole.iter().map(|(first, end)| (end - first) / unit.days().max(1)).sum();
    for nth in units..FEWEST_UNITS {
        if nth % 2 == 0 {
            if let Some((_, end)) = whole.last_mut() {
                *end = unit.next(*end);
            }
        } else if let Some((first, _)) = whole.first_mut() {
            *first = unit.floor(*first - 1);
        }
    }
}

fn laid_out(whole: &[(i64, i64)]) -> Vec<Piece> {
    let days: i64 = whole.iter().map(|(first, end)| end - first).sum();
    let gaps = whole.len().saturating_sub(1);
    let free = 100.0 - BREAK * count(gaps) - LEAST * count(whole.len());
    let mut x = 0.0;
    let pieces = whole.iter().map(|&(first, end)| {
        let piece = Piece { first, end, x, x_end: x + LEAST + free * share(end - first, days) };
        x = piece.x_end + BREAK;
        piece
    });
    pieces.collect()
}

#[expect(clippy::cast_precision_loss, reason = "a place on a strip is good to a thousandth")]
fn share(part: i64, whole: i64) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::EdtfDate;
    use proptest::prelude::*;

    fn days() -> impl Strategy<Value = Vec<i64>> {
        let cluster = (-(1_i64 << 43)..(1_i64 << 43), 1_i64..100_000, 1_usize..40);
        let near = (-200_000_i64..40_000, 1_i64..5_000, 1_usize..40);
        let any = prop_oneof![cluster, near];
        prop::collection::vec(any, 1..8).prop_flat_map(|clusters| {
            let all: Vec<_> = clusters
                .into_iter()
                .map(|(around, spread, count)| prop::collection::vec(around..around + spread, count))
                .collect();
            all.prop_map(|days| {
                let mut days: Vec<i64> = days.into_iter().flatten().collect();
                days.sort_unstable();
                days
            })
        })
    }

    proptest! {
        #[test]
        fn every_day_that_counts_lies_on_a_piece_and_in_order(days in days(), most in 24_i64..120) {
            let scale = Scale::over(&days, most).expect("there are days");
            for pair in scale.pieces.windows(2) {
                prop_assert!(pair[0].end < pair[1].first && pair[0].x_end < pair[1].x);
            }
            prop_assert!(scale.pieces.iter().all(|piece| piece.first < piece.end && piece.x < piece.x_end));
            prop_assert!((scale.pieces.last().map_or(0.0, |piece| piece.x_end) - 100.0).abs() < 1e-6);
            let on_piece = |day: i64| scale.pieces.iter().any(|piece| (piece.first..piece.end).contains(&day));
            prop_assert!(days.iter().all(|day| on_piece(*day)));
            let places: Vec<f64> = days.iter().map(|day| scale.at(*day)).collect();
            prop_assert!(places.windows(2).all(|pair| pair[0] <= pair[1]));
            prop_assert!(places.iter().all(|place| (0.0..=100.0).contains(place)));
            let units = scale.units();
            prop_assert!(units.len() <= 2 * usize::try_from(most).unwrap_or(0) + 40, "{} units", units.len());
            prop_assert!(units.windows(2).all(|pair| pair[0].1 <= pair[1].0));
        }
    }

    fn broken(dates: &[&str]) -> usize {
        let mut days: Vec<i64> = dates
            .iter()
            .map(|date| EdtfDate::parse(date).unwrap().earliest().unwrap().days_since_1970())
            .collect();
        days.sort_unstable();
        Scale::over(&days, 80).unwrap().pieces.len() - 1
    }

    #[test]
    fn only_a_gap_out_of_all_proportion_is_left_out() {
        for (dates, breaks) in [
            (&["2017"][..], 0),
            (&["-0043", "2017"], 0),
            (&["-0043", "2009", "2012", "2017"], 1),
            (&["2010", "2011", "2013", "2016", "2020"], 0),
            (&["Y-4540000000", "-0043", "-0040", "2009", "2012", "2017"], 2),
            (&["2017-01-01", "2017-01-02", "2017-01-03", "2017-12-01", "2017-12-02"], 1),
        ] {
            assert_eq!(broken(dates), breaks, "{dates:?}");
        }
    }
}
