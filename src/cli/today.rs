//! The day of the run, for what may hang on it: a build never does.

#![expect(
    clippy::disallowed_methods,
    reason = "the day of a verification or a check is the one thing that hangs on a clock"
)]

use std::time::{SystemTime, UNIX_EPOCH};

use super::Failure;
use crate::model::date::{EdtfDate, Extent};

/// The day that the person gave, or that of the system's clock in UTC (`SOURCE_DATE_EPOCH`, where it is set, stands in
/// for the clock: <https://reproducible-builds.org/specs/source-date-epoch/>).
pub(super) fn today(given: Option<&str>) -> Result<EdtfDate, Failure> {
    let written = match given {
        Some(day) => day.to_owned(),
        None => day_of(seconds()),
    };
    let date = EdtfDate::parse(&written).ok().filter(|date| date.extent() == Extent::Day);
    date.ok_or_else(|| Failure(format!("`{written}` is no day\n  write one such as 2026-11-21")))
}

fn seconds() -> u64 {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    fixed.unwrap_or_else(clock)
}

/// The civil day of a moment of Unix time (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
/// `civil_from_days`, for days after 1970).
fn day_of(seconds: u64) -> String {
    let days = seconds / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_fall_on_their_days() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_512_086_400, "2017-12-01"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(day_of(seconds), day, "{seconds}");
        }
    }

    #[test]
    fn a_day_that_is_given_is_a_day() {
        assert_eq!(today(Some("2026-11-21")).map_err(|Failure(why)| why).unwrap().as_written(), "2026-11-21");
        assert!(today(Some("2026-11")).is_err() && today(Some("soon")).is_err());
    }
}
