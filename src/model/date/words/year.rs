//! Years in words: eras, decades, unknown digits, rounded and very long years.

use edtf_core::{Date, Edtf, Year, YearKind};

use super::{DateLanguage, pattern::fill};
use crate::model::date::day::Day;

/// A year, said by itself and as where something else happened.
pub(super) struct YearWords {
    /// By itself, and where something unknown lies in it: "2017", "the 1560s".
    pub(super) alone: String,
    /// Where it is the year of something known, "December of …": "2017", "some year in the 1560s".
    pub(super) inside: String,
    /// Whether every digit is known, so that a month can stand right beside it.
    pub(super) known: bool,
    /// Whether `alone` names a year or decade, and does not describe it.
    pub(super) names: bool,
}

impl YearWords {
    fn known(text: String) -> Self {
        Self { alone: text.clone(), inside: text, known: true, names: true }
    }

    fn described(text: String) -> Self {
        Self { alone: text.clone(), inside: text, known: false, names: false }
    }
}

impl DateLanguage {
    /// An astronomical year as this language says it: "2017", "79 CE", "45 BCE", "the year 170,000,002".
    #[must_use]
    pub fn year(&self, year: i64) -> String {
        let count = if year > 0 { year.unsigned_abs() } else { year.unsigned_abs() + 1 };
        let digits = if count > 9999 { self.grouped(count) } else { count.to_string() };
        let pattern = match year {
            ..=0 => &self.date.before_common_era,
            1..=999 => &self.date.common_era,
            1000..=9999 => return digits,
            _ => &self.date.long_year,
        };
        fill(pattern, &[("year", &digits)])
    }

    /// A day as this language says it: "1 December 2017", "15 March 45 BCE".
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        let month = self.month(day.month).unwrap_or_default();
        let parts = [("day", &*self.day_number(day.day)), ("month", month), ("year", &self.year(day.year))];
        fill(&self.date.day, &parts)
    }

    /// A day without its year, as a heading within one.
    #[must_use]
    pub fn day_of_month(&self, day: Day) -> String {
        let month = self.month(day.month).unwrap_or_default();
        fill(&self.date.day_of_month, &[("day", &self.day_number(day.day)), ("month", month)])
    }

    /// A month's name with the words of a year.
    pub(in crate::model::date) fn month_of_year(&self, month: &str, year: &str) -> String {
        fill(&self.date.month, &[("month", month), ("year", year)])
    }

    fn grouped(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(&self.date.thousands);
            }
            text.push(digit);
        }
        text
    }
}

pub(super) fn year(year: &Year, language: &DateLanguage) -> YearWords {
    match year.kind {
        YearKind::Standard { digits, .. } if year.has_unspecified() => masked(digits, language),
        YearKind::Standard { .. } | YearKind::Big { .. } | YearKind::Exponential { .. } => {
            let text = counted(year, language);
            match year.significant_digits {
                Some(significant) => rounded(year, text, significant, language),
                None => YearWords::known(text),
            }
        }
    }
}

/// A year with all its digits.
fn counted(year: &Year, language: &DateLanguage) -> String {
    match (year.value(), year.kind) {
        (None, YearKind::Exponential { significand, exponent }) => {
            let sign = if significand < 0 { "−" } else { "" };
            let significand = significand.unsigned_abs().to_string();
            let gaps = [("sign", sign), ("significand", &significand), ("exponent", &exponent.to_string())];
            fill(&language.date.power_of_ten, &gaps)
        }
        (value, _) => language.year(value.unwrap_or_default()),
    }
}

fn rounded(year: &Year, text: String, significant: u32, language: &DateLanguage) -> YearWords {
    let bounds = Edtf::Date(Date { year: *year, month: None, day: None }).bounds();
    match (Day::at(bounds.earliest), Day::at(bounds.latest)) {
        (Some(first), Some(last)) if first.year == last.year => YearWords::known(text),
        (Some(first), Some(last)) => {
            let (first, last) = (language.year(first.year), language.year(last.year));
            let gaps = [("year", text.as_str()), ("first", &first), ("last", &last)];
            YearWords::described(fill(&language.unknown.rounded, &gaps))
        }
        _ => {
            let gaps = [("year", text.as_str()), ("digits", &significant.to_string())];
            YearWords::described(fill(&language.unknown.rounded_far, &gaps))
        }
    }
}

/// "The 1500s" could be ten years or a hundred, and "the 16th century" begins in 1501: only decades that can be
/// taken for nothing else are called by name, all other stretches by their first and last year.
fn masked(digits: [Option<u8>; 4], language: &DateLanguage) -> YearWords {
    let patterns = &language.unknown;
    let with =
        |unknown: u8| digits.iter().fold(0, |year, digit| year * 10 + i64::from(digit.unwrap_or(unknown)));
    let (first, last) = (with(0), with(9));
    let known = digits.iter().take_while(|digit| digit.is_some()).count();
    let only_the_end = digits[known..].iter().all(Option::is_none);
    if known == 0 && only_the_end {
        YearWords::described(patterns.year.to_string())
    } else if known == 3 && first >= 1000 && first % 100 != 0 {
        let first = first.to_string();
        let gaps = [("year", first.as_str())];
        YearWords {
            alone: fill(&patterns.decade, &gaps),
            inside: fill(&patterns.year_of_decade, &gaps),
            known: false,
            names: true,
        }
    } else if only_the_end {
        let (first, last) = (language.year(first), language.year(last));
        YearWords::described(fill(&patterns.year_between, &[("first", &first), ("last", &last)]))
    } else {
        let written: String =
            digits.iter().map(|digit| digit.map_or('X', |digit| char::from(b'0' + digit))).collect();
        YearWords::described(fill(&patterns.year_like, &[("digits", &written)]))
    }
}
