//! Dates for programs that have no words beside them: feeds, calendars, schema.org.
//!
//! What reads these takes a date at its word, so a date with any doubt (`~`, `?`, unknown digits, an open end, a set)
//! gives none, and neither does a year that such formats cannot write: before 1 or after 9999.

use edtf_core::{Date, Edtf, IntervalEndpoint};

use super::{Certainty, Day, machine};

/// A year, month, day or moment without doubt, in ISO 8601.
pub(super) fn single(edtf: &Edtf) -> Option<String> {
    let day = Day::at(edtf.bounds().earliest).filter(|day| day.year <= 9999);
    machine::datetime(edtf).filter(|_| day.is_some() && Certainty::of(edtf) == Certainty::Certain)
}

/// The start and the end of an interval, each where it is without doubt; of a single date the start alone.
pub(super) fn ends(edtf: &Edtf) -> (Option<String>, Option<String>) {
    let end = |endpoint: &IntervalEndpoint| dated(endpoint).and_then(|date| single(&Edtf::Date(date)));
    match edtf {
        Edtf::Interval(interval) => (end(&interval.start), end(&interval.end)),
        Edtf::Date(_) | Edtf::DateTime(_) => (single(edtf), None),
        Edtf::Set(_) => (None, None),
    }
}

/// The first and the last day of a date that says both without doubt.
pub(super) fn days(edtf: &Edtf) -> Option<(Day, Day)> {
    let whole = |date: &Date| {
        let edtf = Edtf::Date(*date);
        single(&edtf).filter(|_| date.day.is_some()).and_then(|_| Day::at(edtf.bounds().earliest))
    };
    match edtf {
        Edtf::Date(date) | Edtf::DateTime(edtf_core::DateTime { date, .. }) => {
            whole(date).map(|day| (day, day))
        }
        Edtf::Interval(interval) => {
            let (start, end) = (dated(&interval.start)?, dated(&interval.end)?);
            Some((whole(&start)?, whole(&end)?)).filter(|(start, end)| start <= end)
        }
        Edtf::Set(_) => None,
    }
}

/// A moment as RFC 3339 has it. A day stands for its first moment in UTC, because some formats know moments alone.
pub(super) fn timestamp(edtf: &Edtf) -> Option<String> {
    match edtf {
        Edtf::DateTime(moment) => {
            let written = single(edtf)?;
            let zoned = moment.time.shift.is_some() && written.contains('T');
            if zoned { Some(written) } else { timestamp(&Edtf::Date(moment.date)) }
        }
        _ => days(edtf).filter(|(first, last)| first == last).map(|(day, _)| format!("{day}T00:00:00Z")),
    }
}

fn dated(endpoint: &IntervalEndpoint) -> Option<Date> {
    match endpoint {
        IntervalEndpoint::Date(date) => Some(*date),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::model::date::{Certainty, EdtfDate, strategies};

    type Said = (Option<&'static str>, (Option<&'static str>, Option<&'static str>), Option<&'static str>);

    #[test]
    fn only_what_is_beyond_doubt_is_said() {
        let table: [(&str, Said); 21] = [
            ("2017-12-01", (Some("2017-12-01"), (Some("2017-12-01"), None), Some("2017-12-01T00:00:00Z"))),
            ("2017-12", (Some("2017-12"), (Some("2017-12"), None), None)),
            ("2017", (Some("2017"), (Some("2017"), None), None)),
            ("2017-11-28/2017-12-01", (None, (Some("2017-11-28"), Some("2017-12-01")), None)),
            ("2016~/2018", (None, (None, Some("2018")), None)),
            ("2017-12-01/..", (None, (Some("2017-12-01"), None), None)),
            ("/2017", (None, (None, Some("2017")), None)),
            ("..2004-06-01/2004-06-20", (None, (None, Some("2004-06-20")), None)),
            ("2017-12-01~", (None, (None, None), None)),
            ("2017-?09-12", (None, (None, None), None)),
            ("2017-12-XX", (None, (None, None), None)),
            ("156X", (None, (None, None), None)),
            ("2001-21", (None, (None, None), None)),
            ("[2017-12-01,2017-12-03]", (None, (None, None), None)),
            ("{2017,2018}", (None, (None, None), None)),
            ("-0044-03-15", (None, (None, None), None)),
            ("0000", (None, (None, None), None)),
            ("Y12345", (None, (None, None), None)),
            (
                "2004-01-01T10:10:10+02",
                (
                    Some("2004-01-01T10:10:10+02:00"),
                    (Some("2004-01-01T10:10:10+02:00"), None),
                    Some("2004-01-01T10:10:10+02:00"),
                ),
            ),
            (
                "2004-01-01T10:10:10",
                (
                    Some("2004-01-01T10:10:10"),
                    (Some("2004-01-01T10:10:10"), None),
                    Some("2004-01-01T00:00:00Z"),
                ),
            ),
            (
                "2016-12-31T23:59:60Z",
                (Some("2016-12-31"), (Some("2016-12-31"), None), Some("2016-12-31T00:00:00Z")),
            ),
        ];
        for (written, expected) in table {
            let date = EdtfDate::parse(written).unwrap();
            let ends = date.exact_ends();
            let said = (date.exact(), (ends.0, ends.1), date.timestamp());
            let said = (said.0.as_deref(), (said.1.0.as_deref(), said.1.1.as_deref()), said.2.as_deref());
            assert_eq!(said, expected, "{written}");
        }
    }

    #[test]
    fn days_are_those_of_one_day_or_of_an_interval_between_days() {
        for (written, expected) in [
            ("2017-12-01", Some("2017-12-01 2017-12-01")),
            ("2004-01-01T10:10:10Z", Some("2004-01-01 2004-01-01")),
            ("2017-11-28/2017-12-01", Some("2017-11-28 2017-12-01")),
            ("2017-11/2017-12-01", None),
            ("2017-11-28/2017-12-01?", None),
            ("2017-11-28/..", None),
            ("2017-12", None),
            ("0001-01-01", Some("0001-01-01 0001-01-01")),
            ("-0001-01-01/0001-01-01", None),
        ] {
            let days = EdtfDate::parse(written).unwrap().exact_days();
            let days = days.map(|(first, last)| format!("{first} {last}"));
            assert_eq!(days.as_deref(), expected, "{written}");
        }
    }

    proptest! {
        /// What has doubt anywhere gives nothing that hides it, and days are always the whole extent of the date.
        #[test]
        fn a_date_is_never_said_more_exactly_than_it_was_written(text in strategies::expression()) {
            let date = EdtfDate::parse(&text).unwrap();
            if date.certainty() != Certainty::Certain || text.contains('X') {
                prop_assert_eq!((date.exact(), date.exact_days(), date.timestamp()), (None, None, None));
            }
            if let Some((first, last)) = date.exact_days() {
                prop_assert_eq!((date.earliest(), date.latest()), (Some(first), Some(last)));
            }
            if let Some(said) = date.exact().filter(|said| !said.contains('T') && !text.contains('T')) {
                prop_assert_eq!(EdtfDate::parse(&said).unwrap().earliest(), date.earliest());
                prop_assert_eq!(EdtfDate::parse(&said).unwrap().latest(), date.latest());
            }
        }
    }
}
