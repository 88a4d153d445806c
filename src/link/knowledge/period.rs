//! The month in which something became known, or the year, where no source says in which month of it.

use crate::model::date::{DateGroup, DateLanguage, Day, EdtfDate};

/// A stretch of time that has a page of its own. Periods stand in the order in which they end; a year stands behind its
/// months, because what some source published "in 2017" was certainly out only when the year was over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: i64,
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Month(u8),
    Whole,
}

impl Period {
    /// The period of something that was published then, and was certainly out on `by`: the month that is written, or
    /// the year in which it was certainly out.
    #[must_use]
    pub(super) fn of(published: &EdtfDate, by: Day) -> Self {
        let part = published.group().month.map_or(Part::Whole, Part::Month);
        Self { year: by.year, part }
    }

    /// The month of a day; the year, where it is so far away that nobody can write its months.
    #[must_use]
    pub fn month_of(day: Day) -> Self {
        let part = if day.year.unsigned_abs() > 9999 { Part::Whole } else { Part::Month(day.month) };
        Self { year: day.year, part }
    }

    /// A whole year.
    #[must_use]
    pub fn year_of(year: i64) -> Self {
        Self { year, part: Part::Whole }
    }

    /// The year of a period.
    #[must_use]
    pub fn year(self) -> i64 {
        self.year
    }

    /// The id of its year's heading: `year-2017`, `year-bce-45`.
    #[must_use]
    pub fn year_anchor(self) -> String {
        format!("year-{}", Self::year_of(self.year))
    }

    /// Whether it is a year, for what is written without a month.
    #[must_use]
    pub fn is_year(self) -> bool {
        self.part == Part::Whole
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        let month = match self.part {
            Part::Month(month) => month,
            Part::Whole => 12,
        };
        Day::last_of_month(self.year, month)
    }

    /// "December 2017", "March 45 BCE", "2017".
    #[must_use]
    pub fn words(self, language: &DateLanguage) -> String {
        let month = match self.part {
            Part::Month(month) => Some(month),
            Part::Whole => None,
        };
        DateGroup { year: Some(self.year), month }.words(language).unwrap_or_default()
    }
}

/// As in the name of its page: `2017-12`, `2017`, `bce-45-03`.
impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.year > 0 {
            write!(f, "{:04}", self.year)?;
        } else {
            write!(f, "bce-{}", self.year.unsigned_abs() + 1)?;
        }
        match self.part {
            Part::Month(month) => write!(f, "-{month:02}"),
            Part::Whole => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(published: &str) -> Period {
        let date = EdtfDate::parse(published).unwrap();
        Period::of(&date, date.latest().unwrap())
    }

    #[test]
    fn a_period_says_no_more_than_the_date() {
        for (published, file, words, last) in [
            ("2017-12-01", "2017-12", "December 2017", "2017-12-31"),
            ("2016-02", "2016-02", "February 2016", "2016-02-29"),
            ("2017-12-XX", "2017-12", "December 2017", "2017-12-31"),
            ("2017", "2017", "2017", "2017-12-31"),
            ("2017-XX", "2017", "2017", "2017-12-31"),
            ("2001-21", "2001", "2001", "2001-12-31"),
            ("[..2017-10]", "2017", "2017", "2017-12-31"),
            ("2016-11/2017-02-03", "2017", "2017", "2017-12-31"),
            ("156X", "1569", "1569", "1569-12-31"),
            ("0079-08-24", "0079-08", "August 79 CE", "0079-08-31"),
            ("Y12017", "12017", "the year 12,017", "12017-12-31"),
        ] {
            let period = period(published);
            assert_eq!(period.to_string(), file, "{published}");
            assert_eq!(period.words(&DateLanguage::english()), words, "{published}");
            assert_eq!(period.last_day().to_string(), last, "{published}");
        }
        assert_eq!(period("-0044-03-15").to_string(), "bce-45-03");
        assert_eq!(period("-0044-03-15").words(&DateLanguage::english()), "March 45 BCE");
    }

    #[test]
    fn a_year_stands_behind_its_months() {
        let expected = ["-0044-03", "-0044", "2017-11", "2017-12", "2017", "2018-01"].map(period);
        let mut sorted = expected;
        sorted.sort_unstable();
        assert_eq!(sorted, expected);
    }
}
