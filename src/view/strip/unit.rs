//! The units of the calendar in which a strip is drawn: its bars and its ticks.
//!
//! Days are counted from 1 January 1970 throughout.

use crate::model::date::Day;

/// A stretch of the calendar, aligned to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum Unit {
    /// So many days; of seven, weeks that begin on Monday.
    Days(i64),
    /// So many months.
    Months(i64),
    /// So many years.
    Years(i64),
}

impl Unit {
    /// All units, from the finest: a day, a week, a month, a quarter, then 1, 2, 5, 10 … years.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let years = (0..12).flat_map(|power| [1, 2, 5].map(|digit| Self::Years(digit * 10_i64.pow(power))));
        [Self::Days(1), Self::Days(7), Self::Months(1), Self::Months(3)].into_iter().chain(years)
    }

    /// The finest unit of which about `most` cover so many days.
    pub(super) fn covering(days: i64, most: i64) -> Self {
        Self::all()
            .find(|unit| unit.days().saturating_mul(most) >= days)
            .unwrap_or(Self::Years(5 * 10_i64.pow(12)))
    }

    /// How many days it has, about.
    pub(super) fn days(self) -> i64 {
        match self {
            Self::Days(count) => count,
            Self::Months(count) => count * 30,
            Self::Years(count) => count * 365,
        }
    }

    /// The first day of the unit that holds a day.
    pub(super) fn floor(self, day: i64) -> i64 {
        match self {
            Self::Days(1) => day,
            // The epoch was a Thursday.
            Self::Days(count) => day - (day + 3).rem_euclid(count),
            Self::Months(count) => {
                let Day { year, month, .. } = Day::since_1970(day);
                let months = (year * 12 + i64::from(month) - 1).div_euclid(count) * count;
                first_of(months.div_euclid(12), months.rem_euclid(12) + 1)
            }
            Self::Years(count) => first_of(Day::since_1970(day).year.div_euclid(count) * count, 1),
        }
    }

    /// The first day of the unit after the one that begins on this day.
    pub(super) fn next(self, start: i64) -> i64 {
        let next = match self {
            Self::Days(count) => start + count,
            Self::Months(count) => Day::since_1970(start).plus_months(count).days_since_1970(),
            Self::Years(count) => first_of(Day::since_1970(start).year + count, 1),
        };
        next.max(start + 1)
    }
}

fn first_of(year: i64, month: i64) -> i64 {
    Day { year, month: u8::try_from(month).unwrap_or(1), day: 1 }.days_since_1970()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// As far away as a strip is drawn.
    fn any_day() -> impl Strategy<Value = i64> {
        prop_oneof![-1_000_000_i64..1_000_000, -(1_i64 << 44)..(1_i64 << 44)]
    }

    proptest! {
        #[test]
        fn units_follow_each_other_without_gap(day in any_day(), nth in 0_usize..40) {
            let unit = Unit::all().nth(nth).unwrap_or(Unit::Days(1));
            let start = unit.floor(day);
            prop_assert!(start <= day);
            prop_assert!(unit.next(start) > day);
            prop_assert_eq!(unit.floor(start), start);
            prop_assert_eq!(unit.floor(unit.next(start)), unit.next(start));
        }

        #[test]
        fn few_units_cover_any_span(days in 0_i64..(1 << 44), most in 12_i64..100) {
            prop_assert!(days / Unit::covering(days, most).days() <= most);
        }
    }
}
