//! A long timeline divided into pages, at the borders of years where that is possible.
//!
//! ```text
//! entries in order ─▶ whole years, as many as fit a page
//!                        └─ a year that does not fit ─▶ its months ─▶ their days ─▶ entries of one day by number
//! ```
//!
//! Each part is named after the period it begins with, so what is added to one period leaves the addresses of the
//! others as they are.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::model::date::{DatePlace, Day};

/// How much one page of the timeline holds at most, an ordinary entry counting 1.
pub const MOST_ON_A_PAGE: usize = 400;

/// One page of a divided timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// `from-2017`, `from-2017-03`, `from-bce-44`: unique in its timeline.
    pub name: Arc<str>,
    /// Which of the entries it holds.
    pub entries: Range<usize>,
    /// Where its first entry stands.
    pub first: DatePlace,
    /// Where its last entry stands.
    pub last: DatePlace,
    /// What it holds whole.
    pub unit: PartUnit,
}

/// What a part begins and ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartUnit {
    /// Whole years.
    Years,
    /// Whole months of one year.
    Months,
    /// Whole days of one month.
    Days,
    /// Entries of one day, from this one, counted from 1.
    Entries(usize),
}

impl PartUnit {
    fn finer(self) -> Self {
        match self {
            Self::Years => Self::Months,
            Self::Months => Self::Days,
            Self::Days | Self::Entries(_) => Self::Entries(1),
        }
    }

    /// Whether two places lie in one of it.
    fn holds_both(self, a: DatePlace, b: DatePlace) -> bool {
        let (DatePlace::On(a), DatePlace::On(b)) = (a, b) else { return a == b };
        match self {
            Self::Years => a.year == b.year,
            Self::Months => (a.year, a.month) == (b.year, b.month),
            Self::Days | Self::Entries(_) => a == b,
        }
    }
}

/// Divide entries that stand at these places and weigh so much; nothing where one page holds them all.
#[must_use]
pub fn divide(places: &[DatePlace], weights: &[usize]) -> Vec<Part> {
    if weights.iter().sum::<usize>() <= MOST_ON_A_PAGE {
        return Vec::new();
    }
    let mut division = Division { places, weights, parts: Vec::new(), names: HashSet::new() };
    division.divide(0..places.len(), PartUnit::Years);
    division.parts
}

struct Division<'a> {
    places: &'a [DatePlace],
    weights: &'a [usize],
    parts: Vec<Part>,
    names: HashSet<String>,
}

impl Division<'_> {
    /// Put as many whole units as fit into each part; a unit that fits none is divided further.
    fn divide(&mut self, range: Range<usize>, unit: PartUnit) {
        if let PartUnit::Entries(_) = unit {
            return self.divide_by_number(range);
        }
        let mut open = range.start..range.start;
        let mut at = range.start;
        while at < range.end {
            let end = (at + 1..range.end)
                .find(|next| !unit.holds_both(self.places[at], self.places[*next]))
                .unwrap_or(range.end);
            if self.weight(&(open.start..end)) > MOST_ON_A_PAGE {
                self.close(open.clone(), unit);
                open = at..at;
                if self.weight(&(at..end)) > MOST_ON_A_PAGE {
                    self.divide(at..end, unit.finer());
                    open = end..end;
                }
            }
            open.end = end;
            at = end;
        }
        self.close(open, unit);
    }

    fn divide_by_number(&mut self, range: Range<usize>) {
        let mut open = range.start..range.start;
        for at in range.clone() {
            if !open.is_empty() && self.weight(&(open.start..at + 1)) > MOST_ON_A_PAGE {
                self.close(open.clone(), PartUnit::Entries(open.start - range.start + 1));
                open = at..at;
            }
            open.end = at + 1;
        }
        self.close(open.clone(), PartUnit::Entries(open.start - range.start + 1));
    }

    fn weight(&self, range: &Range<usize>) -> usize {
        self.weights[range.clone()].iter().sum()
    }

    fn close(&mut self, entries: Range<usize>, unit: PartUnit) {
        if entries.is_empty() {
            return;
        }
        let (first, last) = (self.places[entries.start], self.places[entries.end - 1]);
        let base = name(first, unit);
        let mut unique = base.clone();
        let mut nth = 1;
        while !self.names.insert(unique.clone()) {
            nth += 1;
            unique = format!("{base}-{nth}");
        }
        self.parts.push(Part { name: unique.into(), entries, first, last, unit });
    }
}

fn name(first: DatePlace, unit: PartUnit) -> String {
    let Day { year, month, day } = match first {
        DatePlace::BeforeAllDays => return "from-the-beginning".to_owned(),
        DatePlace::AfterAllDays => return "to-the-end".to_owned(),
        DatePlace::On(day) => day,
    };
    let year = if year > 0 { year.to_string() } else { format!("bce-{}", 1 - i128::from(year)) };
    match unit {
        PartUnit::Years => format!("from-{year}"),
        PartUnit::Months => format!("from-{year}-{month:02}"),
        PartUnit::Days | PartUnit::Entries(1) => format!("from-{year}-{month:02}-{day:02}"),
        PartUnit::Entries(nth) => format!("from-{year}-{month:02}-{day:02}-entry-{nth}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places() -> impl Strategy<Value = Vec<DatePlace>> {
        let place = prop_oneof![
            1 => Just(DatePlace::BeforeAllDays),
            1 => Just(DatePlace::AfterAllDays),
            20 => (-3_i64..3, 1_u8..4, 1_u8..4).prop_map(|(year, month, day)| {
                DatePlace::On(Day { year: year * 5_000, month, day })
            }),
        ];
        (prop::collection::vec(place, 0..60), 1_usize..40).prop_map(|(places, times)| {
            let mut all: Vec<_> =
                places.iter().flat_map(|place| std::iter::repeat_n(*place, times)).collect();
            all.sort_unstable();
            all
        })
    }

    proptest! {
        #[test]
        fn every_entry_stands_in_exactly_one_part_in_order(places in places(), weight in 1_usize..60) {
            let weights = vec![weight; places.len()];
            let parts = divide(&places, &weights);
            if places.len() * weight <= MOST_ON_A_PAGE {
                prop_assert_eq!(parts, Vec::new());
                return Ok(());
            }
            let covered: Vec<usize> = parts.iter().flat_map(|part| part.entries.clone()).collect();
            prop_assert_eq!(covered, (0..places.len()).collect::<Vec<_>>());
            let names: HashSet<_> = parts.iter().map(|part| part.name.clone()).collect();
            prop_assert_eq!(names.len(), parts.len());
            for part in &parts {
                prop_assert!(part.entries.len() * weight <= MOST_ON_A_PAGE);
            }
            for pair in parts.windows(2) {
                // A border lies between two entries of one period only where that period fits no page.
                let (before, after) = (pair[0].last, pair[1].first);
                let coarsest = pair[0].unit.min(pair[1].unit);
                prop_assert!(!coarsest.holds_both(before, after) || coarsest >= PartUnit::Entries(1));
            }
        }
    }

    #[test]
    fn a_year_that_fits_no_page_is_divided_into_months() {
        let day = |year, month, day| DatePlace::On(Day { year, month, day });
        let mut places = vec![day(-43, 3, 15)];
        places.extend(std::iter::repeat_n(day(2017, 1, 1), 300));
        places.extend(std::iter::repeat_n(day(2017, 2, 1), 900));
        places.push(day(2018, 1, 1));
        let parts = divide(&places, &vec![1; places.len()]);
        let names: Vec<_> = parts.iter().map(|part| (&*part.name, part.entries.len())).collect();
        assert_eq!(
            names,
            [
                ("from-bce-44", 1),
                ("from-2017-01", 300),
                ("from-2017-02-01", 400),
                ("from-2017-02-01-entry-401", 400),
                ("from-2017-02-01-entry-801", 100),
                ("from-2018", 1)
            ]
        );
    }
}
