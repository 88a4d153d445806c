//! Intervals in words, and ranges, which are said the same way.

use edtf_core::{Date, Interval, IntervalEndpoint};

use super::{DateLanguage, pattern::fill, single, year};
use crate::model::date::named;

pub(super) fn interval(interval: &Interval, language: &DateLanguage) -> String {
    use IntervalEndpoint::{Date as Plain, OnOrAfter, OnOrBefore, Open, Unknown};
    let several = &language.several;
    let starting = |pattern, start: &str| fill(pattern, &[("start", start)]);
    let ending = |pattern, end: &str| fill(pattern, &[("end", end)]);
    if let (Plain(start), Plain(end)) = (&interval.start, &interval.end) {
        return range(start, end, language);
    }
    let start = endpoint(&interval.start, language);
    let end = endpoint(&interval.end, language);
    match (&interval.start, &interval.end) {
        (Plain(_) | OnOrBefore(_) | OnOrAfter(_), Open) => starting(&several.since, &start),
        (Plain(_) | OnOrBefore(_) | OnOrAfter(_), Unknown) => starting(&several.end_unknown, &start),
        (Open, _) => ending(&several.until, &end),
        (Unknown, _) => ending(&several.start_unknown, &end),
        _ => fill(&several.long_span, &[("start", &start), ("end", &end)]),
    }
}

fn endpoint(endpoint: &IntervalEndpoint, language: &DateLanguage) -> String {
    let qualified = |pattern, date| fill(pattern, &[("date", &single::date(date, language).text)]);
    match endpoint {
        IntervalEndpoint::Date(date) => single::date(date, language).text,
        IntervalEndpoint::OnOrBefore(date) => qualified(&language.several.or_earlier, date),
        IntervalEndpoint::OnOrAfter(date) => qualified(&language.several.or_later, date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::new(),
    }
}

/// From one date to another; what both share is said once when both are known and beyond doubt.
pub(super) fn range(start: &Date, end: &Date, language: &DateLanguage) -> String {
    if is_plain(start) && is_plain(end) {
        if start == end {
            return single::date(start, language).text;
        }
        if let Some(text) = within_one_year(start, end, language) {
            return text;
        }
    }
    let (start, end) = (single::date(start, language), single::date(end, language));
    let several = &language.several;
    let pattern = if start.names && end.names { &several.span } else { &several.long_span };
    fill(pattern, &[("start", &start.text), ("end", &end.text)])
}

fn is_plain(date: &Date) -> bool {
    !(date.has_unspecified() || date.is_uncertain() || date.is_approximate())
}

/// "28 November to 1 December 2017", "1 to 3 December 2017", "November to December 2017".
fn within_one_year(start: &Date, end: &Date, language: &DateLanguage) -> Option<String> {
    if start.year != end.year {
        return None;
    }
    let (first_month, last_month) = (named::calendar_month(start)?, named::calendar_month(end)?);
    let names = (language.month(first_month)?, language.month(last_month)?);
    let year = year::year(&start.year, language).inside;
    let days =
        (start.day.and_then(edtf_core::DateField::value), end.day.and_then(edtf_core::DateField::value));
    let (pattern, first, last) = match days {
        (Some(first), Some(last)) if first_month == last_month => {
            (&language.several.days_of_month, language.day_number(first), language.day_number(last))
        }
        (Some(first), Some(last)) => {
            let day = |day: u8, month| {
                fill(&language.date.day_of_month, &[("day", &language.day_number(day)), ("month", month)])
            };
            (&language.several.within_year, day(first, names.0), day(last, names.1))
        }
        (None, None) => (&language.several.within_year, names.0.to_owned(), names.1.to_owned()),
        _ => return None,
    };
    Some(fill(pattern, &[("start", &first), ("end", &last), ("month", names.0), ("year", &year)]))
}
