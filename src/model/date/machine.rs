//! Dates for machines: the value of HTML's `<time datetime="…">`.
//!
//! HTML knows years from 1 on, months, days and moments. What it cannot say exactly is not said at all: there is no
//! value for a season, an unknown digit, a rounded year, an interval or a set.

use edtf_core::{Date, DateTime, Edtf, TimeShift};

use super::named;

pub(super) fn datetime(edtf: &Edtf) -> Option<String> {
    match edtf {
        Edtf::Date(date) => of_date(date),
        Edtf::DateTime(moment) => of_moment(moment),
        Edtf::Interval(_) | Edtf::Set(_) => None,
    }
}

fn of_date(date: &Date) -> Option<String> {
    if date.has_unspecified() || date.year.significant_digits.is_some() {
        return None;
    }
    let year = date.year.value().filter(|year| *year >= 1)?;
    if date.month.is_none() {
        return Some(format!("{year:04}"));
    }
    let month = named::calendar_month(date)?;
    Some(match date.day.and_then(edtf_core::DateField::value) {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    })
}

fn of_moment(moment: &DateTime) -> Option<String> {
    let date = of_date(&moment.date)?;
    let time = moment.time;
    // HTML has no leap second; the day is still true.
    if time.second > 59 {
        return Some(date);
    }
    let shift = match time.shift {
        None => String::new(),
        Some(TimeShift::Utc) => "Z".to_owned(),
        Some(TimeShift::Offset { minutes, .. }) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    };
    Some(format!("{date}T{:02}:{:02}:{:02}{shift}", time.hour, time.minute, time.second))
}

#[cfg(test)]
mod tests {
    use crate::model::date::EdtfDate;

    #[test]
    fn html_gets_only_what_it_can_say() {
        for (text, expected) in [
            ("2017-12-01", Some("2017-12-01")),
            ("2017-12", Some("2017-12")),
            ("2017", Some("2017")),
            ("0079-08-24", Some("0079-08-24")),
            ("2017-09~", Some("2017-09")),
            ("2017-?09-12", Some("2017-09-12")),
            ("Y170000002", Some("170000002")),
            ("2004-01-01T10:10:10Z", Some("2004-01-01T10:10:10Z")),
            ("2004-01-01T10:10:10", Some("2004-01-01T10:10:10")),
            ("2004-01-01T10:10:10+02", Some("2004-01-01T10:10:10+02:00")),
            ("2004-01-01T10:10:10-05:30", Some("2004-01-01T10:10:10-05:30")),
            ("2016-12-31T23:59:60Z", Some("2016-12-31")),
            ("0000", None),
            ("-0044-03-15", None),
            ("Y17E70", None),
            ("1950S2", None),
            ("156X", None),
            ("2017-12-XX", None),
            ("2001-21", None),
            ("2017/2018", None),
            ("[2017]", None),
        ] {
            assert_eq!(EdtfDate::parse(text).unwrap().machine().as_deref(), expected, "{text}");
        }
    }
}
