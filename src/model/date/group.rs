//! The heading a date stands under in a list grouped by year and month.

use super::{DateLanguage, DateOrder, Dated, named};

/// A heading "2017" or "December 2017".
///
/// The year is that of the day by which [`DateOrder`] places the date, so a list that is sorted by order has its
/// years in order too, and each year in one piece: the year it begins in, or, when the start is open, ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateGroup {
    /// The astronomical year; none when the date names no year that can be counted.
    pub year: Option<i64>,
    /// The month, only when it is written and the whole date lies within it.
    pub month: Option<u8>,
}

impl DateGroup {
    pub(super) fn of(date: &Dated) -> Self {
        Self { year: DateOrder::of(date).year(), month: month(date) }
    }

    /// The heading's text; none when there is no year to head.
    #[must_use]
    pub fn words(self, language: &DateLanguage) -> Option<String> {
        let year = language.year(self.year?);
        Some(match self.month.and_then(|month| language.month(month)) {
            Some(month) => language.month_of_year(month, &year),
            None => year,
        })
    }
}

/// A mask that only one month fits (`2017-X5`) is still not a month that was written.
fn month(date: &Dated) -> Option<u8> {
    let (first, last) = (date.earliest?, date.latest?);
    let one_month = (first.year, first.month) == (last.year, last.month);
    let written = named::dates(&date.parsed).into_iter().all(|date| named::calendar_month(date).is_some());
    (one_month && written).then_some(first.month)
}

#[cfg(test)]
mod tests {
    use crate::model::date::{DateLanguage, EdtfDate};

    #[test]
    fn a_date_stands_under_no_more_than_it_says() {
        for (text, year, month, heading) in [
            ("2017-12-01", Some(2017), Some(12), "December 2017"),
            ("2017-12", Some(2017), Some(12), "December 2017"),
            ("2017-12-XX", Some(2017), Some(12), "December 2017"),
            ("2017-12-01/2017-12-03", Some(2017), Some(12), "December 2017"),
            ("[2017-12-01,2017-12-03]", Some(2017), Some(12), "December 2017"),
            ("2017-11-28/2017-12-01", Some(2017), None, "2017"),
            ("2017-12-01/..", Some(2017), None, "2017"),
            ("2017", Some(2017), None, "2017"),
            ("2017-XX", Some(2017), None, "2017"),
            ("2017-X5", Some(2017), None, "2017"),
            ("2001-24", Some(2001), None, "2001"),
            ("-0044-03-15", Some(-44), Some(3), "March 45 BCE"),
            ("../2017", Some(2017), None, "2017"),
            ("..2004-06-01/2004-06-20..", Some(2004), None, "2004"),
            ("Y17E70", None, None, ""),
        ] {
            let group = EdtfDate::parse(text).unwrap().group();
            assert_eq!((group.year, group.month), (year, month), "{text}");
            assert_eq!(group.words(&DateLanguage::english()).unwrap_or_default(), heading, "{text}");
        }
    }
}
