//! The day of the run, for what may hang on it: a build never does.

#![expect(
    clippy::disallowed_methods,
    reason = "the day of a verification or a check is the one thing that hangs on a clock"
)]

use std::time::{SystemTime, UNIX_EPOCH};

use super::Failure;
use crate::model::date::{Day, EdtfDate, Extent};

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

/// The moment of the run, as Unix time; `SOURCE_DATE_EPOCH` stands in for the clock here too.
pub(super) fn seconds() -> u64 {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    fixed.unwrap_or_else(clock)
}

/// The day of a moment of Unix time, in UTC.
fn day_of(seconds: u64) -> String {
    let Day { year, month, day } = Day::since_1970(i64::try_from(seconds / 86_400).unwrap_or_default());
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
