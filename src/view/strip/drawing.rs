//! What is drawn on a strip: bars for what lies within one unit of its scale, spans for what is wider.
//!
//! A date is never drawn more narrowly than it is written: a year on a strip of months is a span of twelve. Where spans
//! are too many to be told apart, how many of them lie over each unit is drawn instead.

use std::collections::BTreeMap;

use super::scale::Scale;
use crate::model::date::Certainty;

/// One dated entry, as far as a strip knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The first day; none where it is open.
    pub from: Option<i64>,
    /// The last day; none where it is open.
    pub until: Option<i64>,
    /// How sure the writer is.
    pub certainty: Certainty,
}

impl Mark {
    /// Every day at which it begins or ends.
    pub(super) fn days(self) -> impl Iterator<Item = i64> {
        self.from.into_iter().chain(self.until)
    }
}

/// Marks within one unit, or over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bar {
    /// The first day of the unit.
    pub first: i64,
    /// The day after its last.
    pub end: i64,
    /// The first mark in it.
    pub mark: usize,
    /// How many there are.
    pub count: usize,
    /// How many of them are approximate or uncertain.
    pub doubtful: usize,
}

/// Marks over the same days, wider than a unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    /// The first of them.
    pub mark: usize,
    /// How many there are.
    pub count: usize,
    /// Where it begins and ends, in percent.
    pub x: (f64, f64),
    /// In which row it lies.
    pub row: usize,
}

/// All that is drawn of some marks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drawing {
    /// What lies within a unit, in order; units without any are left out.
    pub bars: Vec<Bar>,
    /// What is wider.
    pub spans: Vec<Span>,
    /// The same by unit, where the spans are too many.
    pub covering: Vec<Bar>,
}

/// How many rows of spans a strip has at most.
const MOST_ROWS: usize = 4;

/// The narrowest span, in percent: as much as can be seen and hit.
const NARROWEST: f64 = 1.0;

/// Draw the marks on the scale.
pub(super) fn draw(scale: &Scale, marks: &[Mark]) -> Drawing {
    let units = scale.units();
    // What lies in a break touches no unit; nothing begins or ends there.
    let unit_of = |day: i64| units.partition_point(|(_, end)| *end <= day).min(units.len().saturating_sub(1));
    let mut bars: BTreeMap<usize, Bar> = BTreeMap::new();
    let mut wide: BTreeMap<(Option<i64>, Option<i64>, bool), (usize, usize)> = BTreeMap::new();
    for (at, mark) in marks.iter().enumerate() {
        let doubtful = mark.certainty != Certainty::Certain;
        match (mark.from, mark.until) {
            (None, None) => {}
            (Some(from), Some(until)) if unit_of(from) == unit_of(until) => {
                let (first, end) = units[unit_of(from)];
                let bar =
                    bars.entry(unit_of(from)).or_insert(Bar { first, end, mark: at, count: 0, doubtful: 0 });
                bar.count += 1;
                bar.doubtful += usize::from(doubtful);
            }
            (from, until) => wide.entry((from, until, doubtful)).or_insert((at, 0)).1 += 1,
        }
    }
    let mut drawing = Drawing { bars: bars.into_values().collect(), spans: Vec::new(), covering: Vec::new() };
    let mut rows = [f64::NEG_INFINITY; MOST_ROWS];
    for (&(from, until, _), &(mark, count)) in &wide {
        let start = from.map_or(0.0, |day| scale.at(day));
        let end = until.map_or(100.0, |day| scale.before(day + 1)).max(start + NARROWEST);
        let Some(row) = rows.iter().position(|taken| *taken <= start) else {
            drawing.spans.clear();
            drawing.covering = covering(&units, &wide, unit_of);
            return drawing;
        };
        rows[row] = end;
        drawing.spans.push(Span { mark, count, x: (start, end.min(100.0)), row });
    }
    drawing
}

/// How many wide marks lie over each unit.
fn covering(
    units: &[(i64, i64)],
    wide: &BTreeMap<(Option<i64>, Option<i64>, bool), (usize, usize)>,
    unit_of: impl Fn(i64) -> usize,
) -> Vec<Bar> {
    // What begins in each unit, and what ended in the one before.
    let mut begun = vec![(0, 0); units.len() + 1];
    let mut ended = begun.clone();
    let mut firsts = vec![usize::MAX; units.len()];
    for (&(from, until, doubtful), &(mark, count)) in wide {
        let start = from.map_or(0, &unit_of);
        let end = until.map_or(units.len(), |day| unit_of(day) + 1);
        for (edge, at) in [(&mut begun, start), (&mut ended, end)] {
            edge[at].0 += count;
            edge[at].1 += if doubtful { count } else { 0 };
        }
        firsts[start] = firsts[start].min(mark);
    }
    let (mut count, mut doubtful, mut mark) = (0, 0, usize::MAX);
    let mut bars = Vec::new();
    for (at, &(first, end)) in units.iter().enumerate() {
        count = count + begun[at].0 - ended[at].0;
        doubtful = doubtful + begun[at].1 - ended[at].1;
        if firsts[at] != usize::MAX {
            mark = firsts[at];
        }
        if count > 0 && mark != usize::MAX {
            bars.push(Bar { first, end, mark, count, doubtful });
        }
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::EdtfDate;
    use proptest::prelude::*;

    fn marks(dates: &[&str]) -> Vec<Mark> {
        let mark = |text: &&str| {
            let date = EdtfDate::parse(text).unwrap();
            Mark {
                from: date.earliest().map(|day| day.days_since_1970()),
                until: date.latest().map(|day| day.days_since_1970()),
                certainty: date.certainty(),
            }
        };
        dates.iter().map(mark).collect()
    }

    fn drawn(marks: &[Mark]) -> Drawing {
        let mut days: Vec<i64> = marks.iter().flat_map(|mark| mark.days()).collect();
        days.sort_unstable();
        draw(&Scale::over(&days, 60).unwrap(), marks)
    }

    #[test]
    fn what_is_wider_than_a_bar_is_a_span() {
        let drawing = drawn(&marks(&["2016-01-01", "2017", "2017-03-05~", "2018/..", "../2016-06"]));
        assert_eq!(drawing.bars.len(), 2);
        assert_eq!((drawing.bars[1].count, drawing.bars[1].doubtful), (1, 1));
        assert_eq!(drawing.spans.len(), 3);
        assert!(drawing.spans[0].x.0 < 0.001 && drawing.spans[2].x.1 > 99.999);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_drawn_twice(
            marks in prop::collection::vec((0_i64..9_000, 0_i64..900, any::<bool>(), 0_u8..9), 1..300)
        ) {
            let marks: Vec<Mark> = marks
                .into_iter()
                .map(|(from, length, certain, open)| Mark {
                    from: (open != 0).then_some(from),
                    until: (open != 1).then_some(from + length),
                    certainty: if certain { Certainty::Certain } else { Certainty::Approximate },
                })
                .collect();
            let drawing = drawn(&marks);
            let narrow: usize = drawing.bars.iter().map(|bar| bar.count).sum();
            let wide: usize = drawing.spans.iter().map(|span| span.count).sum();
            if drawing.covering.is_empty() {
                prop_assert_eq!(narrow + wide, marks.len());
            } else {
                prop_assert!(drawing.spans.is_empty() && narrow < marks.len());
                prop_assert!(drawing.covering.iter().all(|bar| bar.count <= marks.len() - narrow));
            }
            for bar in drawing.bars.iter().chain(&drawing.covering) {
                prop_assert!(bar.doubtful <= bar.count && bar.count > 0);
            }
            for span in &drawing.spans {
                prop_assert!(0.0 <= span.x.0 && span.x.0 < span.x.1 && span.x.1 <= 100.0 + 1e-9);
            }
        }
    }
}
