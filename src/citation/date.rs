//! Dates for bibliographies: what other programs take of EDTF, and what a style may say of it.

use serde_json::{Value, json};

use crate::model::date::{Certainty, DateLanguage, Day, EdtfDate, Extent};

/// The years that CSL and the styles can handle.
const YEARS: std::ops::RangeInclusive<i64> = -9999..=9999;

/// A year, a month or a day, as far as it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    /// The astronomical year: 0 is 1 BCE.
    pub(super) year: i16,
    /// 1 to 12.
    pub(super) month: Option<u8>,
    /// 1 to 31.
    pub(super) day: Option<u8>,
}

/// The parts of a date that is one year, month or day, whatever doubt there is of it.
fn single(date: &EdtfDate) -> Option<Parts> {
    let first = date.earliest().filter(|day| YEARS.contains(&day.year))?;
    let year = i16::try_from(first.year).ok()?;
    match date.extent() {
        Extent::Year => Some(Parts { year, month: None, day: None }),
        Extent::Month => Some(Parts { year, month: Some(first.month), day: None }),
        Extent::Day => Some(Parts { year, month: Some(first.month), day: Some(first.day) }),
        _ => None,
    }
}

/// The parts of a date that a style may say as it says dates: one year, month or day, and no doubt of it. Most styles
/// have no words for doubt, and would make "around 2017" into 2017.
pub(super) fn plain(date: &EdtfDate) -> Option<Parts> {
    single(date).filter(|_| date.certainty() == Certainty::Certain)
}

/// The year under which a style files any other date; what is shown in its place are the date's own words.
pub(super) fn filed_under(date: &EdtfDate) -> Option<i16> {
    let day: Day = date.earliest().or_else(|| date.latest()).filter(|day| YEARS.contains(&day.year))?;
    i16::try_from(day.year).ok()
}

/// A date as CSL-JSON has it. What its parts cannot say is said in words.
pub(super) fn csl(date: &EdtfDate) -> Value {
    let doubtful = date.certainty() != Certainty::Certain;
    let ends: Option<Vec<Parts>> = match date.extent() {
        Extent::Interval { open_start: false, open_end: false } => date
            .as_written()
            .split('/')
            .map(|end| EdtfDate::parse(end).ok().as_ref().and_then(single))
            .collect(),
        _ => single(date).map(|parts| vec![parts]),
    };
    let Some(ends) = ends else {
        return json!({ "literal": date.words(&DateLanguage::english()) });
    };
    let parts: Vec<Value> = ends.iter().map(csl_parts).collect();
    if doubtful { json!({ "date-parts": parts, "circa": true }) } else { json!({ "date-parts": parts }) }
}

/// CSL counts without a year 0: 1 BCE is -1.
fn csl_parts(parts: &Parts) -> Value {
    let year = if parts.year > 0 { parts.year } else { parts.year - 1 };
    let rest = [parts.month, parts.day].into_iter().flatten().map(Value::from);
    std::iter::once(Value::from(year)).chain(rest).collect()
}

/// A date as BibLaTeX takes it: EDTF of level 1. `None` for what goes beyond.
pub(super) fn biblatex(date: &EdtfDate) -> Option<&str> {
    let written = date.as_written();
    let mut ends = written.split('/');
    let valid = ends.clone().count() <= 2 && ends.all(is_level_1);
    (valid && !["", "/", "..", "../.."].contains(&written)).then_some(written)
}

/// The one year of a date, for programs that know no more; only of our era.
pub(super) fn year(date: &EdtfDate) -> Option<String> {
    let years: Vec<_> = [date.earliest()?, date.latest()?].map(|day| day.year).into();
    (years[0] == years[1] && (1..=9999).contains(&years[0])).then(|| format!("{:04}", years[0]))
}

/// Whether this end of an interval, or this date, is one that BibLaTeX knows.
fn is_level_1(end: &str) -> bool {
    if end.is_empty() || end == ".." {
        return true;
    }
    let bare = end.strip_suffix(['?', '~', '%']).unwrap_or(end);
    let positive = bare.strip_prefix('-').unwrap_or(bare);
    let parts: Vec<_> = positive.split('-').collect();
    let all_digits = |part: &&str| part.chars().all(|c| c.is_ascii_digit());
    let year = parts[0].len() == 4 && {
        let known = parts[0].trim_end_matches('X');
        known.len() >= 2 && all_digits(&known) && (known.len() == 4 || parts.len() == 1)
    };
    let rest = &parts[1..];
    year && rest.len() <= 2 && rest.iter().all(|part| part.len() == 2 && (all_digits(part) || *part == "XX"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> EdtfDate {
        EdtfDate::parse(text).unwrap()
    }

    #[test]
    fn csl_has_parts_doubt_and_words() {
        for (written, expected) in [
            ("2017-12-01", r#"{"date-parts":[[2017,12,1]]}"#),
            ("2017-12", r#"{"date-parts":[[2017,12]]}"#),
            ("2017-09~", r#"{"circa":true,"date-parts":[[2017,9]]}"#),
            ("2017?", r#"{"circa":true,"date-parts":[[2017]]}"#),
            ("2017-11-28/2017-12-01", r#"{"date-parts":[[2017,11,28],[2017,12,1]]}"#),
            ("2016~/2018", r#"{"circa":true,"date-parts":[[2016],[2018]]}"#),
            ("-0044-03-15", r#"{"date-parts":[[-45,3,15]]}"#),
            ("0000", r#"{"date-parts":[[-1]]}"#),
            ("156X", r#"{"literal":"the 1560s"}"#),
            ("2017/..", r#"{"literal":"since 2017"}"#),
        ] {
            assert_eq!(csl(&date(written)).to_string(), expected, "{written}");
        }
    }

    #[test]
    fn a_style_says_only_dates_without_doubt() {
        for written in ["2017~", "2017?", "156X", "2016/2018", "2001-21", "[2016,2018]", "../2017"] {
            assert_eq!(plain(&date(written)), None, "{written}");
        }
        assert_eq!(plain(&date("2017-12")), Some(Parts { year: 2017, month: Some(12), day: None }));
        assert_eq!(filed_under(&date("156X")), Some(1560));
    }

    #[test]
    fn biblatex_takes_level_1() {
        for written in
            ["2017", "2017-12-01", "2017-09~", "156X", "15XX", "2017-XX", "2016/2018", "2017/..", "-0044"]
        {
            assert_eq!(biblatex(&date(written)), Some(written));
        }
        for written in ["2017-?09-12", "{2016,2018}", "Y17E7", "1950S2", "2004-01-01T10:10:10Z", "156X-12-25"]
        {
            assert_eq!(biblatex(&date(written)), None, "{written}");
        }
        assert_eq!(year(&date("2017-12~")).as_deref(), Some("2017"));
        assert_eq!(year(&date("2016/2018")), None);
    }
}
