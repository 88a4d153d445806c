//! What to tell an editor whose date cannot be read.
//!
//! The parser says in a few words which rule of the grammar was broken. Here the common slips get a sentence that
//! says what the calendar holds, or how to write what was meant; the rest gets the parser's words in a sentence.

use std::fmt;

use edtf_core::ParseError;

use super::{DateLanguage, day::days_in_month};

/// Why a text is not a date, for the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// One clause without a full stop: "February 2017 has 28 days".
    pub message: String,
    /// The byte of the text at which it went wrong; at most the text's length.
    pub offset: usize,
}

impl fmt::Display for DateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}

impl DateError {
    pub(super) fn explaining(text: &str, error: ParseError) -> Self {
        let mut offset = error.offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let part = Part::around(text, offset);
        let message = slip(text)
            .or_else(|| part.missing_from_calendar(error.message))
            .or_else(|| part.badly_shaped(error.message))
            .unwrap_or_else(|| sentence(error.message));
        Self { message, offset }
    }
}

/// Slips that show in the text as a whole, whatever the parser stumbled over.
fn slip(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some("the date is empty".to_owned());
    }
    if let Some(character) = text.chars().find(|character| !character.is_ascii()) {
        return Some(match character {
            '–' | '—' | '‐' | '‑' | '−' => {
                "a date is written with plain hyphens, and an interval with a slash: 2017-11-28/2017-12-01"
                    .to_owned()
            }
            _ => format!("“{character}” has no meaning in a date"),
        });
    }
    if text.contains('/') && text.bytes().all(|byte| b"./".contains(&byte)) {
        return Some("an interval needs a date at one of its ends at least".to_owned());
    }
    if text.to_ascii_uppercase().contains("BC") {
        return Some(
            "years before the common era are counted from 0000, which is 1 BCE: 45 BCE is -0044".to_owned(),
        );
    }
    if text.chars().any(|character| character.is_alphabetic() && !"XxYESsTZ".contains(character)) {
        return Some("a date is written in digits, the year first: 2017, 2017-12 or 2017-12-01".to_owned());
    }
    if text.matches('/').count() > 1 {
        return Some(
            "a day is written with hyphens, 2017-12-01; a slash stands between the two ends of an interval"
                .to_owned(),
        );
    }
    None
}

const START_WITH_YEAR: &str = "a date starts with a year of four digits: 2017, 2017-12 or 2017-12-01";

/// The single date of an interval or set in which the error lies, cut into its written parts.
struct Part<'a> {
    year: &'a str,
    month: Option<&'a str>,
    day: Option<&'a str>,
}

impl<'a> Part<'a> {
    fn around(text: &'a str, offset: usize) -> Self {
        let apart = |character: char| "/,[]{}.T".contains(character);
        let start = text[..offset].rfind(apart).map_or(0, |at| at + 1);
        let end = text[offset..].find(apart).map_or(text.len(), |at| offset + at);
        let qualifier = |character: char| "?~%".contains(character);
        let date = text[start..end].trim_matches(qualifier);
        let digits = date.strip_prefix('-').unwrap_or(date);
        let sign = date.len() - digits.len();
        let (year, rest) = match digits.find('-') {
            Some(at) => (&date[..sign + at], Some(&digits[at + 1..])),
            None => (date, None),
        };
        let (month, day) =
            match rest.map(|rest| rest.split_once('-').map_or((rest, None), |(m, d)| (m, Some(d)))) {
                Some((month, day)) => (Some(month), day),
                None => (None, None),
            };
        let bare = |part: &'a str| part.trim_matches(qualifier);
        Self { year: bare(year), month: month.map(bare), day: day.map(bare) }
    }

    /// A month or day that no calendar has.
    fn missing_from_calendar(&self, complaint: &str) -> Option<String> {
        let month = self.month?;
        if complaint.starts_with("month must be 01-12") {
            return Some(format!("there is no month {}", unpadded(month)));
        }
        if complaint.starts_with("no calendar month") {
            return Some(format!("there is no month {month}"));
        }
        if complaint != "day is out of range for the month" {
            return None;
        }
        let day = self.day?;
        if day.bytes().all(|byte| byte == b'0') {
            return Some(format!("there is no day {}", unpadded(day)));
        }
        let english = DateLanguage::english();
        let Some((number, name)) =
            month.parse().ok().and_then(|number| Some((number, english.month(number)?)))
        else {
            return Some(format!("no month has a day {day}"));
        };
        let year = self.year.parse::<i64>().ok();
        let days = days_in_month(year, number);
        Some(match year {
            // A day beyond even the longest February is no matter of the year, but the year is what is looked at.
            Some(year) => format!("{} has {days} days", english.month_of_year(name, &english.year(year))),
            None if day.parse::<u8>().is_ok_and(|day| day <= days) => {
                format!("no year {} has a day {day} in {name}", self.year)
            }
            None => format!("{name} has {days} days at most"),
        })
    }

    /// A part with too few or too many digits.
    fn badly_shaped(&self, complaint: &str) -> Option<String> {
        let padded = |part: &str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_digit());
        if self.year.contains('x')
            || [self.month, self.day].into_iter().flatten().any(|part| part.contains('x'))
        {
            return Some("an unknown digit is written with a capital X".to_owned());
        }
        match complaint {
            "year must have exactly four digits (or X)" => Some(START_WITH_YEAR.to_owned()),
            "month must be two digits (or X)" => Some(match self.month {
                Some(month) if padded(month) => format!("a month has two digits: {}-0{month}", self.year),
                _ => "a month has two digits, as in 2017-09".to_owned(),
            }),
            "day must be two digits (or X)" => Some(match (self.month, self.day) {
                (Some(month), Some(day)) if padded(day) => {
                    format!("a day has two digits: {}-{month}-0{day}", self.year)
                }
                _ => "a day has two digits, as in 2017-09-01".to_owned(),
            }),
            "expected '-' before month" => Some(match self.year.strip_suffix("0s") {
                Some(decade) => format!("a decade is written with an X for the unknown digit: {decade}X"),
                None => "after the year comes a hyphen and the month, as in 2017-09".to_owned(),
            }),
            "expected '-' before day" => {
                Some("after the month comes a hyphen and the day, as in 2017-09-01".to_owned())
            }
            _ => None,
        }
    }
}

/// The parser's own words, made into a clause for those it can say well enough.
fn sentence(complaint: &str) -> String {
    match complaint {
        "whitespace is not allowed" => {
            "a date has no spaces inside; a time follows the day after a T: 2017-12-01T10:30:00Z".to_owned()
        }
        "interval end precedes interval start" => "the interval ends before it begins".to_owned(),
        "set range end precedes range start" => "the range ends before it begins".to_owned(),
        "sub-year groupings cannot carry a day" => "a season or quarter cannot have a day".to_owned(),
        "-0000 is not a valid year" => "there is no year -0000; 1 BCE is 0000, and 2 BCE is -0001".to_owned(),
        "unterminated set" => "the set is not closed: [2016,2017] or {2016,2017}".to_owned(),
        "time must be hh:mm:ss" => {
            "a time is written in full, hours, minutes and seconds: 10:30:00".to_owned()
        }
        "unexpected characters after day" => {
            "nothing can follow the day but ?, ~, % or a time: 2017-12-01T10:30:00Z".to_owned()
        }
        "Y-prefixed years require |year| > 9999" => {
            "Y is for years beyond 9999; write others with four digits: 1985".to_owned()
        }
        other => format!("this is not a date in EDTF: {other}"),
    }
}

fn unpadded(digits: &str) -> &str {
    match digits.trim_start_matches('0') {
        "" => "0",
        number => number,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::date::EdtfDate;

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, message, offset) in [
            ("2017-02-30", "February 2017 has 28 days", 8),
            ("1900-02-29", "February 1900 has 28 days", 8),
            ("2017-?02-30", "February 2017 has 28 days", 9),
            ("2016/2017-06-31", "June 2017 has 30 days", 13),
            ("[2016,2017-06-31]", "June 2017 has 30 days", 14),
            ("-0044-02-30", "February 45 BCE has 29 days", 9),
            ("2017-02-30T10:00:00Z", "February 2017 has 28 days", 8),
            ("2017-02-3X", "February 2017 has 28 days", 8),
            ("XXXX-02-30", "February has 29 days at most", 8),
            ("X900-02-29", "no year X900 has a day 29 in February", 8),
            ("2017-XX-32", "no month has a day 32", 8),
            ("2017-12-00", "there is no day 0", 8),
            ("2017-13", "there is no month 13", 5),
            ("2017-00-01", "there is no month 0", 5),
            ("2017-2X", "there is no month 2X", 5),
            ("2017-13-01T10:00:00Z", "there is no month 13", 5),
            ("", "the date is empty", 0),
            ("2017-1-5", "a month has two digits: 2017-01", 6),
            ("2017-01-5", "a day has two digits: 2017-01-05", 8),
            ("156x", "an unknown digit is written with a capital X", 3),
            ("1560s", "a decade is written with an X for the unknown digit: 156X", 4),
            ("2018/2017", "the interval ends before it begins", 5),
            ("../..", "an interval needs a date at one of its ends at least", 0),
            ("2017-21-05", "a season or quarter cannot have a day", 8),
            ("December", "a date is written in digits, the year first: 2017, 2017-12 or 2017-12-01", 0),
            ("c1900", "a date is written in digits, the year first: 2017, 2017-12 or 2017-12-01", 0),
            (
                "44 BC",
                "years before the common era are counted from 0000, which is 1 BCE: 45 BCE is -0044",
                2,
            ),
            ("01-12-2017", "a date starts with a year of four digits: 2017, 2017-12 or 2017-12-01", 2),
        ] {
            let error = EdtfDate::parse(text).unwrap_err();
            assert_eq!((error.message.as_str(), error.offset), (message, offset), "{text}");
        }
    }

    #[test]
    fn points_at_whole_characters() {
        let error = EdtfDate::parse("2017–2018").unwrap_err();
        assert_eq!(error.offset, 4);
        assert!(error.message.contains("hyphens"), "{error}");
        assert!(EdtfDate::parse("2017/12/01").unwrap_err().message.contains("slash"));
        assert!(EdtfDate::parse("2017-12-01 10:00").unwrap_err().message.contains("spaces"));
    }
}
