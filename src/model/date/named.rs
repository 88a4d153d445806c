//! The single dates that an expression names, whatever stands around them: its own, those at the ends of an
//! interval, those of a set. What asks "do all parts say a month?" or "does any name a year?" walks these.

use edtf_core::{Date, Edtf, IntervalEndpoint, SetElement, Year, YearKind};

/// All single dates in written order; there is always at least one.
pub(super) fn dates(edtf: &Edtf) -> Vec<&Date> {
    match edtf {
        Edtf::Date(date) => vec![date],
        Edtf::DateTime(moment) => vec![&moment.date],
        Edtf::Interval(interval) => [&interval.start, &interval.end].into_iter().filter_map(dated).collect(),
        Edtf::Set(set) => set.elements.iter().flat_map(elements).collect(),
    }
}

fn dated(endpoint: &IntervalEndpoint) -> Option<&Date> {
    match endpoint {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn elements(element: &SetElement) -> Vec<&Date> {
    match element {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => vec![date],
        SetElement::Range(first, last) => vec![first, last],
    }
}

/// Whether a year is written with unknown digits, or as an estimate.
pub(super) fn is_vague(year: &Year) -> bool {
    year.has_unspecified() || year.significant_digits.is_some()
}

/// The month of a date that names exactly one: no season, no unspecified digit.
pub(super) fn calendar_month(date: &Date) -> Option<u8> {
    date.month?.value().filter(|month| (1..=12).contains(month))
}

/// The season, quarter or other part of the year (EDTF's codes 21 to 41) that a date names.
pub(super) fn part_of_year(date: &Date) -> Option<u8> {
    date.month?.value().filter(|code| (21..=41).contains(code))
}

/// Whether a year lies before year 0, however far away it is.
pub(super) fn is_negative(year: &Year) -> bool {
    match year.kind {
        YearKind::Standard { negative, .. } => negative,
        YearKind::Big { value } => value < 0,
        YearKind::Exponential { significand, .. } => significand < 0,
    }
}
