//! What a timeline has to draw for a date, and how firmly.

use edtf_core::{Date, Edtf, SetKind};

use super::{Dated, day::Day, named};

/// How sure the writer is of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// Nothing is qualified.
    Certain,
    /// Some part is an estimate (`~`).
    Approximate,
    /// Some part comes from a doubtful source (`?`).
    Uncertain,
    /// Both (`%`, or `~` and `?` on different parts).
    ApproximateAndUncertain,
}

impl Certainty {
    pub(super) fn of(edtf: &Edtf) -> Self {
        match (edtf.is_approximate(), edtf.is_uncertain()) {
            (false, false) => Self::Certain,
            (true, false) => Self::Approximate,
            (false, true) => Self::Uncertain,
            (true, true) => Self::ApproximateAndUncertain,
        }
    }
}

/// The stretch of time a date stands for, as a timeline draws it: the narrowest unit that holds all it may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// One day, or a moment of it.
    Day,
    /// One month, or a day of it that is not known (`2017-12-XX`).
    Month,
    /// A season, quarter, four months or half of one year.
    Season,
    /// One year, or a month or day of it that is not known (`2017-XX`).
    Year,
    /// Several years of which it is one: a decade (`156X`), a rounded year (`1950S2`), any unknown year.
    Years,
    /// A stretch from one date to another.
    Interval {
        /// The start is open, unknown or "or earlier": there is no first day to draw from.
        open_start: bool,
        /// The end is open, unknown or "or later": there is no last day to draw to.
        open_end: bool,
    },
    /// One of several dates, not known which (`[…]`).
    OneOf,
    /// All of several dates (`{…}`).
    AllOf,
}

impl Extent {
    pub(super) fn of(date: &Dated) -> Self {
        match &date.parsed {
            Edtf::Date(date) => of_date(date),
            Edtf::DateTime(_) => Self::Day,
            Edtf::Interval(_) => {
                Self::Interval { open_start: date.earliest.is_none(), open_end: date.latest.is_none() }
            }
            Edtf::Set(set) => match set.kind {
                SetKind::OneMember => Self::OneOf,
                SetKind::AllMembers => Self::AllOf,
            },
        }
    }
}

fn of_date(date: &Date) -> Extent {
    if date.year.has_unspecified() || is_rounded(date) {
        Extent::Years
    } else if named::part_of_year(date).is_some() {
        Extent::Season
    } else if named::calendar_month(date).is_none() {
        Extent::Year
    } else if date.day.is_some_and(|day| !day.has_unspecified()) {
        Extent::Day
    } else {
        Extent::Month
    }
}

/// Whether significant digits leave more than one year; `1950S4` is simply 1950.
fn is_rounded(date: &Date) -> bool {
    if date.year.significant_digits.is_none() {
        return false;
    }
    let bounds = Edtf::Date(*date).bounds();
    match (Day::at(bounds.earliest), Day::at(bounds.latest)) {
        (Some(first), Some(last)) => first.year != last.year,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::EdtfDate;

    #[test]
    fn the_extent_is_the_narrowest_unit_that_holds_the_date() {
        let interval = |open_start, open_end| Extent::Interval { open_start, open_end };
        for (text, expected) in [
            ("2017-12-01", Extent::Day),
            ("2004-01-01T10:10:10Z", Extent::Day),
            ("2017-12", Extent::Month),
            ("2017-12-XX", Extent::Month),
            ("2017-04-3X", Extent::Month),
            ("2001-21", Extent::Season),
            ("2001-24", Extent::Season),
            ("2017", Extent::Year),
            ("2017-XX", Extent::Year),
            ("2017-XX-05", Extent::Year),
            ("1950S4", Extent::Year),
            ("Y17E70", Extent::Year),
            ("156X", Extent::Years),
            ("156X-12-25", Extent::Years),
            ("1950S2", Extent::Years),
            ("2017/2018", interval(false, false)),
            ("2017/..", interval(false, true)),
            ("/2017", interval(true, false)),
            ("..2004-06-01/2004-06-20..", interval(true, true)),
            ("[2017,2018]", Extent::OneOf),
            ("{2017,2018}", Extent::AllOf),
        ] {
            assert_eq!(EdtfDate::parse(text).unwrap().extent(), expected, "{text}");
        }
    }

    #[test]
    fn certainty_looks_at_every_part() {
        for (text, expected) in [
            ("2017", Certainty::Certain),
            ("156X", Certainty::Certain),
            ("2017-09~", Certainty::Approximate),
            ("2017-?09-12", Certainty::Uncertain),
            ("2017%", Certainty::ApproximateAndUncertain),
            ("1984?/2004~", Certainty::ApproximateAndUncertain),
            ("[1667?,1668]", Certainty::Uncertain),
        ] {
            assert_eq!(EdtfDate::parse(text).unwrap().certainty(), expected, "{text}");
        }
    }
}
