//! One day of the calendar: what the bounds of every date come down to.

use edtf_core::Bound;

/// A day of the proleptic Gregorian calendar; earlier days come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The astronomical year: 0 is 1 BCE, -1 is 2 BCE.
    pub year: i64,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// The day of a bound that has one.
    pub(super) fn at(bound: Bound) -> Option<Self> {
        match bound {
            Bound::Date(date) => Some(Self { year: date.year, month: date.month, day: date.day }),
            Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
        }
    }
}

/// How many days a month has. A year that is not known counts as a leap year: its 29 February is possible.
pub(super) fn days_in_month(year: Option<i64>, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_none_or(is_leap) => 29,
        2 => 28,
        _ => 31,
    }
}

fn is_leap(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::EdtfDate;

    type Plain = Option<(i64, u8, u8)>;

    fn bounds(text: &str) -> (Plain, Plain) {
        let date = EdtfDate::parse(text).unwrap();
        let plain = |day: Day| (day.year, day.month, day.day);
        (date.earliest().map(plain), date.latest().map(plain))
    }

    #[test]
    fn every_date_touches_a_first_and_a_last_day() {
        assert_eq!(bounds("2017-12-01"), (Some((2017, 12, 1)), Some((2017, 12, 1))));
        assert_eq!(bounds("2016-02"), (Some((2016, 2, 1)), Some((2016, 2, 29))));
        assert_eq!(bounds("156X"), (Some((1560, 1, 1)), Some((1569, 12, 31))));
        assert_eq!(bounds("-0044-03-15"), (Some((-44, 3, 15)), Some((-44, 3, 15))));
        assert_eq!(bounds("2017/2018-03"), (Some((2017, 1, 1)), Some((2018, 3, 31))));
        assert_eq!(bounds("[2017-11,2016]"), (Some((2016, 1, 1)), Some((2017, 11, 30))));
        assert_eq!(bounds("Y-17E7"), (Some((-170_000_000, 1, 1)), Some((-170_000_000, 12, 31))));
    }

    #[test]
    fn an_open_or_unknown_side_has_no_day() {
        assert_eq!(bounds("2017-12-01/.."), (Some((2017, 12, 1)), None));
        assert_eq!(bounds("/2017"), (None, Some((2017, 12, 31))));
        assert_eq!(bounds("[..1672]"), (None, Some((1672, 12, 31))));
        assert_eq!(bounds("Y17E70"), (None, None));
    }

    #[test]
    fn leap_years_follow_the_gregorian_rule_before_year_one_too() {
        let february = |year| days_in_month(Some(year), 2);
        assert_eq!([2016, 2017, 1900, 2000, 0, -4, -1].map(february), [29, 28, 28, 29, 29, 29, 28]);
        assert_eq!(days_in_month(None, 2), 29);
    }
}
