//! One date in words: day, month, season or year, with unknown digits said as what they leave open.

use edtf_core::{Date, DateField};

use super::{DateLanguage, Phrase, doubt, pattern::fill, pattern::list, year, year::YearWords};
use crate::model::date::{day::days_in_month, named};

/// The date with its doubts.
pub(super) fn date(date: &Date, language: &DateLanguage) -> Phrase {
    doubt::qualified(date, undoubted(date, language), language)
}

/// The date as if nothing about it were qualified.
fn undoubted(date: &Date, language: &DateLanguage) -> Phrase {
    let year = year::year(&date.year, language);
    let Some(month) = date.month else {
        return Phrase { text: year.alone, names: year.names };
    };
    if let Some(code) = named::part_of_year(date) {
        return season(code, &year, language);
    }
    match date.day {
        None => of_month(month, &year, language),
        Some(day) => of_day(date, month, day, &year, language),
    }
}

fn season(code: u8, year: &YearWords, language: &DateLanguage) -> Phrase {
    let patterns = &language.date;
    let part = language.part(code).unwrap_or_default();
    let pattern = match (year.known, code) {
        (true, ..=32) => &patterns.season,
        (true, _) => &patterns.part_of_year,
        (false, _) => &patterns.in_unknown_year,
    };
    let text = fill(pattern, &[("part", part), ("year", &year.inside)]);
    let text = match code {
        25..=28 => fill(&patterns.northern, &[("date", &text)]),
        29..=32 => fill(&patterns.southern, &[("date", &text)]),
        _ => text,
    };
    Phrase { text, names: year.known }
}

fn of_month(month: DateField, year: &YearWords, language: &DateLanguage) -> Phrase {
    match months(month, language) {
        None => Phrase::description(fill(&language.unknown.month, &[("year", &year.alone)])),
        Some(months) => {
            let text = if year.known {
                language.month_of_year(&months, &year.inside)
            } else {
                fill(&language.date.in_unknown_year, &[("part", &months), ("year", &year.inside)])
            };
            Phrase { text, names: year.known && !month.has_unspecified() }
        }
    }
}

fn of_day(
    date: &Date,
    month: DateField,
    day: DateField,
    year: &YearWords,
    language: &DateLanguage,
) -> Phrase {
    let number = named::calendar_month(date);
    let longest = number.map_or(31, |month| days_in_month(date.year.value(), month));
    let Some(days) = days(day, longest, language) else {
        // "Some day in some month in 2017" says nothing more than "some day in 2017".
        let span = match months(month, language) {
            None => year.alone.clone(),
            Some(_) => of_month(month, year, language).text,
        };
        return Phrase::description(fill(&language.unknown.day, &[("date", &span)]));
    };
    let Some(name) = number.and_then(|month| language.month(month)) else {
        let numbered = fill(&language.unknown.day_number, &[("day", &days)]);
        let days = if is_run(&candidates(day, longest)) { days } else { numbered };
        let span = of_month(month, year, language).text;
        return Phrase::description(fill(&language.unknown.day_of, &[("day", &days), ("month", &span)]));
    };
    let text = if year.known {
        fill(&language.date.day, &[("day", &days), ("month", name), ("year", &year.inside)])
    } else {
        let part = fill(&language.date.day_of_month, &[("day", &days), ("month", name)]);
        fill(&language.date.in_unknown_year, &[("part", &part), ("year", &year.inside)])
    };
    Phrase { text, names: year.known && !day.has_unspecified() }
}

/// The months that fit, in words; none when every month does.
fn months(month: DateField, language: &DateLanguage) -> Option<String> {
    let fitting = candidates(month, 12);
    let name = |month: &u8| language.month(*month).unwrap_or_default();
    alternatives(&fitting, 12, name, &language.unknown.month_between, language)
}

/// The days of a month that fit, in words; none when every day does.
fn days(day: DateField, longest: u8, language: &DateLanguage) -> Option<String> {
    let number = |day: &u8| language.day_number(*day);
    alternatives(&candidates(day, longest), longest, number, &language.unknown.day_between, language)
}

fn alternatives<T: AsRef<str>>(
    fitting: &[u8],
    all: u8,
    name: impl Fn(&u8) -> T,
    run: &str,
    language: &DateLanguage,
) -> Option<String> {
    if fitting.len() == usize::from(all) {
        return None;
    }
    if let [first, .., last] = fitting
        && is_run(fitting)
    {
        return Some(fill(run, &[("first", name(first).as_ref()), ("last", name(last).as_ref())]));
    }
    let names: Vec<_> = fitting.iter().map(name).collect();
    Some(list(&names, &language.several.or, language))
}

/// Three or more in a row are said by the first and the last.
fn is_run(numbers: &[u8]) -> bool {
    numbers.len() > 2 && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1])
}

/// The numbers from 1 to `highest` that the known digits leave.
fn candidates(field: DateField, highest: u8) -> Vec<u8> {
    let fits = |digit: Option<u8>, of: u8| digit.is_none_or(|digit| digit == of);
    (1..=highest).filter(|n| fits(field.digits[0], n / 10) && fits(field.digits[1], n % 10)).collect()
}
