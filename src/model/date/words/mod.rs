//! A date as a person would say it.
//!
//! ```text
//! Edtf ─▶ expression ─▶ interval, set, moment ─▶ single (day, month, season) ─▶ year
//!                              └────────────── pattern: fill the gaps of a language's sentences
//! ```
//!
//! Each step returns a [`Phrase`]: the words, and whether they name one thing ("2017") or are a description
//! ("some day in 2017"), since what can be said around a name cannot always be said around a description.

mod doubt;
mod interval;
pub(super) mod pattern;
mod set;
mod single;
#[cfg(test)]
mod tests;
mod year;

use edtf_core::{DateTime, Edtf, TimeShift};

use super::DateLanguage;
use pattern::fill;

/// Words for one date.
struct Phrase {
    text: String,
    /// Whether they name one day, month, year or decade.
    names: bool,
}

impl Phrase {
    fn description(text: String) -> Self {
        Self { text, names: false }
    }
}

/// A year of which not every digit is written: "the 1560s", "an unknown year".
pub(super) fn vague_year(year: &edtf_core::Year, language: &DateLanguage) -> String {
    year::year(year, language).alone
}

pub(super) fn expression(edtf: &Edtf, language: &DateLanguage) -> String {
    match edtf {
        Edtf::Date(date) => single::date(date, language).text,
        Edtf::DateTime(date_time) => moment(date_time, language),
        Edtf::Interval(interval) => interval::interval(interval, language),
        Edtf::Set(set) => set::set(set, language),
    }
}

/// The day and the clock as written: a shift is told, never applied, or the day might change.
fn moment(moment: &DateTime, language: &DateLanguage) -> String {
    let patterns = &language.date;
    let clock = moment.time;
    let clock_text = format!("{:02}:{:02}:{:02}", clock.hour, clock.minute, clock.second);
    let time = match clock.shift {
        None => clock_text,
        Some(TimeShift::Utc) => fill(&patterns.utc, &[("time", &clock_text)]),
        Some(TimeShift::Offset { minutes, .. }) => {
            let sign = if minutes < 0 { "−" } else { "+" };
            let minutes = minutes.unsigned_abs();
            let shift = format!("{:02}:{:02}", minutes / 60, minutes % 60);
            fill(&patterns.shifted, &[("time", &clock_text), ("sign", sign), ("shift", &shift)])
        }
    };
    let date = single::date(&moment.date, language).text;
    fill(&patterns.moment, &[("date", &date), ("time", &time)])
}
