//! The order of dates on a timeline: every EDTF expression has one place, the same on every run.
//!
//! A date stands where it begins. Among those that begin on one day the broader comes first, as a heading comes
//! before what it covers: `2017/..`, `2017`, `2017-01`, `2017-01-01`, then the moments of that day. What has no
//! known start stands where it ends, before what begins there. What is definitely earlier always comes first.

use std::cmp::Reverse;

use edtf_core::{Edtf, Time, TimeShift};

use super::{Dated, day::Day, named};

/// A key to sort dates by; see [`EdtfDate::order`](super::EdtfDate::order).
///
/// By the first day; on one day open starts first, then the later end first, then the clock. Times of one day are
/// compared as moments (a time without a shift counts as UTC), but a shift never moves a date to another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateOrder {
    place: DatePlace,
    start: Start,
    end: Reverse<End>,
    clock: Option<i32>,
}

/// Where on the line of days a date stands; the variants stand in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DatePlace {
    /// In a past too far away to count its years.
    BeforeAllDays,
    /// On this day: the first that it can touch, or the last where it has no known start.
    On(Day),
    /// In a future too far away to count its years.
    AfterAllDays,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Start {
    Open,
    Known,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum End {
    On(Day),
    Open,
}

impl DateOrder {
    pub(super) fn of(date: &Dated) -> Self {
        let Dated { parsed: edtf, earliest, latest, .. } = date;
        Self {
            place: match earliest.or(*latest).or_else(|| first_named_day(edtf)) {
                Some(day) => DatePlace::On(day),
                None => beyond_all_days(edtf),
            },
            start: if earliest.is_some() { Start::Known } else { Start::Open },
            end: Reverse(latest.map_or(End::Open, End::On)),
            clock: match edtf {
                Edtf::DateTime(moment) => Some(seconds(moment.time)),
                Edtf::Date(_) | Edtf::Interval(_) | Edtf::Set(_) => None,
            },
        }
    }

    /// Where it stands on the line of days.
    #[must_use]
    pub fn place(self) -> DatePlace {
        self.place
    }

    /// The year of the day it stands on, so that headings come in the order of what is under them.
    pub(super) fn year(self) -> Option<i64> {
        match self.place {
            DatePlace::On(day) => Some(day.year),
            DatePlace::BeforeAllDays | DatePlace::AfterAllDays => None,
        }
    }
}

/// What is open at both ends (`..2004-06-01/2004-06-20..`) still names days.
fn first_named_day(edtf: &Edtf) -> Option<Day> {
    named::dates(edtf).into_iter().filter_map(|date| Day::at(Edtf::Date(*date).bounds().earliest)).min()
}

/// No day can be named only when the years are too many to count.
fn beyond_all_days(edtf: &Edtf) -> DatePlace {
    if named::dates(edtf).iter().any(|date| named::is_negative(&date.year)) {
        DatePlace::BeforeAllDays
    } else {
        DatePlace::AfterAllDays
    }
}

fn seconds(time: Time) -> i32 {
    let shift = match time.shift {
        Some(TimeShift::Offset { minutes, .. }) => i32::from(minutes) * 60,
        Some(TimeShift::Utc) | None => 0,
    };
    i32::from(time.hour) * 3600 + i32::from(time.minute) * 60 + i32::from(time.second) - shift
}

#[cfg(test)]
mod tests {
    use crate::model::date::EdtfDate;

    #[test]
    fn a_timeline_reads_in_this_order() {
        let expected = [
            "Y-17E70",
            "Y-17E7",
            "-0044-03-15",
            "0000",
            "156X",
            "1560",
            "../2016",
            "2017/..",
            "2017/2018",
            "2017",
            "2017-01",
            "2017-01-01",
            "2017-01-01T09:00:00+02:00",
            "2017-01-01T08:00:00Z",
            "2017-12",
            "[2017-12-01,2017-12-03]",
            "2017-12-01",
            "/2017",
            "2017-12-31",
            "2018-XX",
            "Y170000002",
            "Y17E70",
        ];
        let mut dates: Vec<_> = expected.iter().rev().map(|text| EdtfDate::parse(text).unwrap()).collect();
        dates.sort_by_key(EdtfDate::order);
        assert_eq!(dates.iter().map(EdtfDate::as_written).collect::<Vec<_>>(), expected);
    }
}
