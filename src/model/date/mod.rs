//! Dates as an editor of sources writes them: in EDTF, with all the doubt that the sources leave.
//!
//! The crate `edtf-core` knows the grammar and the calendar; this module wraps it into what a dossier asks of
//! a date. One written word goes in, and everything else is derived from it, without clock or locale:
//!
//! ```text
//!                            ┌─▶ earliest, latest ─▶ order ─▶ group      where it stands on a timeline
//! "2017-09~" ─parse─▶ EdtfDate ─▶ extent, certainty                       how a timeline draws it
//!      └──▶ DateError        ├─▶ machine                                 <time datetime="…">
//!                            ├─▶ exact                                   feeds, calendars, schema.org
//!                            └─▶ words(language)                         "around September 2017"
//! ```
//!
//! One promise runs through all of it: a date is never shown, placed or marked up more precisely than it was
//! written. Years are astronomical inside (0 is 1 BCE) and days are days of the proleptic Gregorian calendar, as
//! ISO 8601 has them; only [`words`](EdtfDate::words) speaks of eras.

mod day;
mod error;
mod exact;
mod extent;
mod group;
mod language;
mod machine;
mod meant;
mod months;
mod named;
mod order;
mod words;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod strategies;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use edtf_core::Edtf;

pub use day::Day;
pub use error::DateError;
pub use extent::{Certainty, Extent};
pub use group::DateGroup;
pub use language::{DateLanguage, DatePatterns, DoubtPatterns, SeveralPatterns, UnknownPatterns};
pub use meant::meant;
pub use months::Months;
pub use order::{DateOrder, DatePlace};

/// One date, interval or set of dates in EDTF (ISO 8601-2, levels 0 to 2), as written and as understood.
///
/// Equal when written the same: `?2004-?06` and `2004-06?` mean one date, but are two ways of writing it.
///
/// A date is read once and stands in many places: with the facts of its page, on the timeline, among what became known.
/// All of them share one.
#[derive(Clone, PartialEq, Eq)]
pub struct EdtfDate(Arc<Dated>);

/// A date as it was read. Its ends are worked out once, for every list that has the date asks for them.
#[derive(Debug, PartialEq, Eq)]
struct Dated {
    written: Box<str>,
    parsed: Edtf,
    earliest: Option<Day>,
    latest: Option<Day>,
}

impl Hash for EdtfDate {
    /// The rest follows from how it is written.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.written.hash(state);
    }
}

impl fmt::Debug for EdtfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EdtfDate").field(&self.0.written).finish()
    }
}

impl EdtfDate {
    /// Read a date. White space around it is the caller's to trim.
    ///
    /// # Errors
    ///
    /// A [`DateError`] says in a sentence what is wrong, and where.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let parsed = Edtf::parse(text).map_err(|error| DateError::explaining(text, error))?;
        let bounds = parsed.bounds();
        let (earliest, latest) = (Day::at(bounds.earliest), Day::at(bounds.latest));
        Ok(Self(Arc::new(Dated { written: text.into(), parsed, earliest, latest })))
    }

    /// The date exactly as the editor wrote it.
    #[must_use]
    pub fn as_written(&self) -> &str {
        &self.0.written
    }

    /// The first day the date can touch; none where it is open or unknown at the start, or further away than
    /// years can be counted.
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        self.0.earliest
    }

    /// The last day the date can touch; none where it is open or unknown at the end, or further away than
    /// years can be counted.
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        self.0.latest
    }

    /// Where the date stands among others. Dates that tie are equally placed, not equal: break a tie by id.
    #[must_use]
    pub fn order(&self) -> DateOrder {
        DateOrder::of(&self.0)
    }

    /// How sure the writer is, over all parts of the date together.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        Certainty::of(&self.0.parsed)
    }

    /// What a timeline has to draw for it.
    #[must_use]
    pub fn extent(&self) -> Extent {
        Extent::of(&self.0)
    }

    /// The heading it stands under when dates are grouped by year and month.
    #[must_use]
    pub fn group(&self) -> DateGroup {
        DateGroup::of(&self.0)
    }

    /// The words for its year where no one year is written (`156X`, `XXXX`, `1950S2`): no heading may name one.
    #[must_use]
    pub fn vague_year(&self, language: &DateLanguage) -> Option<String> {
        let first = named::dates(&self.0.parsed).into_iter().next()?;
        named::is_vague(&first.year).then(|| words::vague_year(&first.year, language))
    }

    /// The months of its year that it stands for, as a second heading.
    #[must_use]
    pub fn months(&self) -> Months {
        Months::of(&self.0)
    }

    /// A valid value for HTML's `<time datetime="…">`, for what HTML can say: one year, month, day or moment of
    /// the common era, all of its digits known. An "around" or "uncertain" does not matter here, since the words
    /// beside it say so.
    #[must_use]
    pub fn machine(&self) -> Option<String> {
        machine::datetime(&self.0.parsed)
    }

    /// The date in ISO 8601, where it is one year, month, day or moment of the years 1 to 9999 and beyond doubt: for
    /// programs that take it at its word.
    #[must_use]
    pub fn exact(&self) -> Option<String> {
        exact::single(&self.0.parsed)
    }

    /// The start and the end of an interval as [`exact`](Self::exact) says them; of a single date the start alone.
    #[must_use]
    pub fn exact_ends(&self) -> (Option<String>, Option<String>) {
        exact::ends(&self.0.parsed)
    }

    /// The first and the last day, where the date is one day or goes from day to day, beyond doubt.
    #[must_use]
    pub fn exact_days(&self) -> Option<(Day, Day)> {
        exact::days(&self.0.parsed)
    }

    /// The date as a moment (RFC 3339), where it is one day or moment beyond doubt; a day is its first moment in UTC.
    #[must_use]
    pub fn timestamp(&self) -> Option<String> {
        exact::timestamp(&self.0.parsed)
    }

    /// The date as a person would say it.
    #[must_use]
    pub fn words(&self, language: &DateLanguage) -> String {
        words::expression(&self.0.parsed, language)
    }
}
