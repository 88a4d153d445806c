//! A length of time as editors say it: "12 months".

use super::date::Day;

/// A length of time: so many days, weeks, months or years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    count: u16,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

impl Period {
    /// Read "12 months", "1 year", "90 days", "6 weeks"; `None` for anything else, also for no time at all.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let count: u16 = words.next()?.parse().ok().filter(|count| *count > 0)?;
        let unit = match words.next()?.to_lowercase().as_str() {
            "day" | "days" => Unit::Days,
            "week" | "weeks" => Unit::Weeks,
            "month" | "months" => Unit::Months,
            "year" | "years" => Unit::Years,
            _ => return None,
        };
        words.next().is_none().then_some(Self { count, unit })
    }

    /// The day that is this much later. A day that its month does not have becomes the month's last.
    #[must_use]
    pub fn after(self, day: Day) -> Day {
        match self.unit {
            Unit::Days => day.plus_days(i64::from(self.count)),
            Unit::Weeks => day.plus_days(i64::from(self.count) * 7),
            Unit::Months => day.plus_months(i64::from(self.count)),
            Unit::Years => day.plus_months(i64::from(self.count) * 12),
        }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unit = match self.unit {
            Unit::Days => "day",
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::Years => "year",
        };
        write!(f, "{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::EdtfDate;

    fn after(period: &str, day: &str) -> String {
        let day = EdtfDate::parse(day).unwrap().earliest().unwrap();
        Period::parse(period).unwrap().after(day).to_string()
    }

    #[test]
    fn periods_follow_the_calendar() {
        for (period, day, expected) in [
            ("1 day", "2026-12-31", "2027-01-01"),
            ("90 days", "2024-01-01", "2024-03-31"),
            ("6 weeks", "2026-11-21", "2027-01-02"),
            ("1 month", "2026-01-31", "2026-02-28"),
            ("13 months", "2026-12-15", "2028-01-15"),
            ("1 Year", "2024-02-29", "2025-02-28"),
        ] {
            assert_eq!(after(period, day), expected, "{day} + {period}");
        }
    }

    #[test]
    fn only_what_says_a_length_is_one() {
        for text in ["", "12", "months", "0 days", "-1 days", "12 months ago", "1.5 years", "99999 days"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        assert_eq!(
            Period::parse("12  months").map(|period| period.to_string()).as_deref(),
            Some("12 months")
        );
    }
}
