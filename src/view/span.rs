//! A stretch of days in words: "1990 to 1994", "March 2017", "44 BCE".

use super::viewer::Viewer;
use crate::model::date::{DateLanguage, Day, EdtfDate};
use crate::model::words::capitalised;

/// How precisely the ends of a stretch are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Precision {
    /// By years.
    Year,
    /// By months.
    Month,
    /// By days.
    Day,
}

impl Viewer<'_> {
    /// The stretch from one day to another in words, as a heading.
    pub(super) fn span_words(&self, first: Day, last: Day, precision: Precision) -> String {
        capitalised(words(self.language, first, last, precision))
    }
}

/// The stretch from one day to another in words.
pub(super) fn words(language: &DateLanguage, first: Day, last: Day, precision: Precision) -> String {
    let (first, last) = (written(first, precision), written(last, precision));
    let text = if first == last { first } else { format!("{first}/{last}") };
    EdtfDate::parse(&text).map_or(text, |date| date.words(language))
}

/// In EDTF, which has no months and days of years with more than four digits.
fn written(Day { year, month, day }: Day, precision: Precision) -> String {
    let sign = if year < 0 { "-" } else { "" };
    let digits = year.unsigned_abs();
    if digits > 9999 {
        return format!("Y{year}");
    }
    match precision {
        Precision::Year => format!("{sign}{digits:04}"),
        Precision::Month => format!("{sign}{digits:04}-{month:02}"),
        Precision::Day => format!("{sign}{digits:04}-{month:02}-{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_said_as_a_date_would_be() {
        let day = |year, month, day| Day { year, month, day };
        for (first, last, precision, expected) in [
            (day(1990, 1, 1), day(1994, 5, 1), Precision::Year, "1990 to 1994"),
            (day(2017, 1, 1), day(2017, 1, 31), Precision::Month, "January 2017"),
            (day(2017, 12, 4), day(2017, 12, 10), Precision::Day, "4 to 10 December 2017"),
            (day(-43, 1, 1), day(-43, 12, 31), Precision::Year, "44 BCE"),
            (day(12_000, 1, 1), day(12_999, 1, 1), Precision::Year, "the year 12,000 to the year 12,999"),
            (day(12_000, 1, 1), day(12_000, 2, 1), Precision::Month, "the year 12,000"),
        ] {
            assert_eq!(words(&DateLanguage::english(), first, last, precision), expected);
        }
    }
}
