//! The months of its year that a date is written to lie in: the second heading of a timeline.

use super::words::pattern::fill;
use super::{DateLanguage, DateOrder, Dated, named};

/// The months of one year that a date stands for, no more precisely than it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Months {
    /// Some part of the date is written without a month.
    Unwritten,
    /// The whole date lies in one month.
    Within(u8),
    /// It touches several, from the first to the last of these.
    Between(u8, u8),
    /// It begins in this month and goes on beyond the year, or nobody knows how long.
    From(u8),
    /// It ends in this month, and nobody knows when it began.
    Until(u8),
}

impl Months {
    pub(super) fn of(date: &Dated) -> Self {
        let vague =
            |date: &edtf_core::Date| date.year.has_unspecified() || date.year.significant_digits.is_some();
        if named::dates(&date.parsed)
            .into_iter()
            .any(|date| vague(date) || named::calendar_month(date).is_none())
        {
            return Self::Unwritten;
        }
        let year = DateOrder::of(date).year();
        match (date.earliest, date.latest) {
            (Some(first), Some(last)) if (first.year, first.month) == (last.year, last.month) => {
                Self::Within(first.month)
            }
            (Some(first), Some(last)) if first.year == last.year => Self::Between(first.month, last.month),
            (Some(first), _) => Self::From(first.month),
            (None, Some(last)) if year == Some(last.year) => Self::Until(last.month),
            (None, _) => Self::Unwritten,
        }
    }

    /// The heading's text; none where no month is written.
    #[must_use]
    pub fn words(self, language: &DateLanguage) -> Option<String> {
        let name = |month| language.month(month).unwrap_or_default();
        match self {
            Self::Unwritten => None,
            Self::Within(month) => Some(name(month).to_owned()),
            Self::Between(first, last) => {
                Some(fill(&language.several.span, &[("start", name(first)), ("end", name(last))]))
            }
            Self::From(month) => Some(fill(&language.several.since, &[("start", name(month))])),
            Self::Until(month) => Some(fill(&language.several.until, &[("end", name(month))])),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::date::{DateLanguage, EdtfDate};

    #[test]
    fn a_heading_says_no_more_than_the_date() {
        for (text, heading) in [
            ("2017-12-01", Some("December")),
            ("2017-12-XX", Some("December")),
            ("2017", None),
            ("2017-XX", None),
            ("2001-24", None),
            ("[2017-11,2017-12]", Some("November to December")),
            ("2017-11-28/2017-12-01", Some("November to December")),
            ("2017-12-01/..", Some("since December")),
            ("2017-12/2018-01", Some("since December")),
            ("[..2017-10]", Some("until October")),
            ("../2017-10", Some("until October")),
            ("2017/2018", None),
            ("1X17-12-01", None),
            ("201X-12", None),
            ("XXXX-12-25", None),
        ] {
            let words = EdtfDate::parse(text).unwrap().months().words(&DateLanguage::english());
            assert_eq!(words.as_deref(), heading, "{text}");
        }
    }
}
