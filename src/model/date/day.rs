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

impl Day {
    /// The day so many days after 1 January 1970.
    #[must_use]
    pub fn since_1970(days: i64) -> Self {
        // Counted from 1 March of year 0, so that a leap day ends its year; 400 years have 146 097 days.
        let days = days + 719_468;
        let (era, in_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year + year / 4 - year / 100);
        let month = (5 * in_year + 2) / 153;
        let day = in_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year + i64::from(month <= 2);
        Self { year, month: u8::try_from(month).unwrap_or(1), day: u8::try_from(day).unwrap_or(1) }
    }

    /// How many days after 1 January 1970 it lies, before it negative; days further away than 2^53 are all told as
    /// that many, which is the most that scripts can count without error.
    #[must_use]
    pub fn days_since_1970(self) -> i64 {
        const MOST: i128 = (1 << 53) - 1;
        let (year, month) = (i128::from(self.year) - i128::from(self.month <= 2), i128::from(self.month));
        let (era, in_era) = (year.div_euclid(400), year.rem_euclid(400));
        let in_year =
            (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + i128::from(self.day) - 1;
        let days = era * 146_097 + in_era * 365 + in_era / 4 - in_era / 100 + in_year - 719_468;
        i64::try_from(days.clamp(-MOST, MOST)).unwrap_or_default()
    }

    /// The day so many days later.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self::since_1970(self.days_since_1970() + days)
    }

    /// The same day so many months later, or the last of a month that does not have it.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let all = i64::from(self.month) - 1 + months;
        let year = self.year + all.div_euclid(12);
        let month = u8::try_from(all.rem_euclid(12) + 1).unwrap_or(1);
        Self { year, month, day: self.day.min(days_in_month(Some(year), month)) }
    }
}

/// As `2026-11-21`.
impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
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

    proptest::proptest! {
        /// Day by day the calendar goes on without a gap, and one way undoes the other.
        #[test]
        fn days_are_counted_as_the_calendar_has_them(days in -1_000_000_i64..1_000_000, more in 0_i64..1_000) {
            let (day, next) = (Day::since_1970(days), Day::since_1970(days + 1));
            proptest::prop_assert!(day < next);
            proptest::prop_assert!((1..=12).contains(&day.month) && day.day >= 1);
            proptest::prop_assert!(day.day <= days_in_month(Some(day.year), day.month));
            proptest::prop_assert_eq!(day.days_since_1970(), days);
            proptest::prop_assert_eq!(day.plus_days(more), Day::since_1970(days + more));
        }
    }

    #[test]
    fn known_days_since_1970() {
        for (days, expected) in
            [(0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (20_778, "2026-11-21")]
        {
            assert_eq!(Day::since_1970(days).to_string(), expected);
        }
    }

    #[test]
    fn days_too_far_away_to_count_are_told_as_the_furthest() {
        let far = |year| Day { year, month: 6, day: 1 }.days_since_1970();
        assert_eq!([far(i64::MIN), far(i64::MAX)], [1 - (1 << 53), (1 << 53) - 1]);
        assert!(far(-4_540_000_000) < far(-4_000_000_000));
    }

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
