//! How a language says dates: names and patterns, no code.
//!
//! A pattern is a sentence with named gaps (`"{day} {month} {year}"`), so that another language can order its words
//! as it likes; [`words`](super::words) decides which pattern applies, and a gap that a pattern leaves out is
//! simply not said. The patterns are among the words of the theme, under keys that begin with `when-`; they are read
//! once for all dates.

use std::sync::LazyLock;

use super::words::pattern::fill;
use crate::model::Words;
use crate::model::words::Gap;

/// The names and patterns of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateLanguage {
    /// The months, January first.
    pub months: [Box<str>; 12],
    /// EDTF's parts of a year, codes 21 to 41: four seasons, four northern, four southern, four quarters, three
    /// thirds ("quadrimesters"), two halves ("semestrals").
    pub parts: Vec<Box<str>>,
    /// How dates with all their digits are put together.
    pub date: DatePatterns,
    /// How unknown digits are said.
    pub unknown: UnknownPatterns,
    /// How doubt is said.
    pub doubt: DoubtPatterns,
    /// How intervals and sets are said.
    pub several: SeveralPatterns,
}

/// Patterns for dates with all their digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatePatterns {
    /// A whole day: `{day} {month} {year}`.
    pub day: Box<str>,
    /// A day whose year is said elsewhere: `{day} {month}`.
    pub day_of_month: Box<str>,
    /// The number of a day: `{day}`; German puts a full stop behind it.
    pub day_number: Box<str>,
    /// A whole month: `{month} {year}`.
    pub month: Box<str>,
    /// A season of a year: `{part} {year}`.
    pub season: Box<str>,
    /// Any other part of a year: `{part} {year}`.
    pub part_of_year: Box<str>,
    /// Anything in a year that is not known: `{part} {year}`.
    pub in_unknown_year: Box<str>,
    /// A season of the northern hemisphere: `{date}`.
    pub northern: Box<str>,
    /// A season of the southern hemisphere: `{date}`.
    pub southern: Box<str>,
    /// A year before the common era, counted from 1: `{year}`.
    pub before_common_era: Box<str>,
    /// A year of the common era that could be taken for something else, 1 to 999: `{year}`.
    pub common_era: Box<str>,
    /// A year of more than four digits, which are grouped: `{year}`.
    pub long_year: Box<str>,
    /// A year too far away to write out: `{sign}`, `{significand}`, `{exponent}`.
    pub power_of_ten: Box<str>,
    /// What groups the digits of long years.
    pub thousands: Box<str>,
    /// A day with its time: `{date}`, `{time}`.
    pub moment: Box<str>,
    /// A time in UTC: `{time}`.
    pub utc: Box<str>,
    /// A time ahead of UTC or behind it: `{time}`, `{sign}`, `{shift}`.
    pub shifted: Box<str>,
}

/// Patterns for what is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPatterns {
    /// A decade, `156X`: `{year}`, its first.
    pub decade: Box<str>,
    /// One year of a decade: `{year}`.
    pub year_of_decade: Box<str>,
    /// A year between two: `{first}`, `{last}`.
    pub year_between: Box<str>,
    /// A year of which only some digits are known, `1XX3`: `{digits}`.
    pub year_like: Box<str>,
    /// A year of which nothing is known.
    pub year: Box<str>,
    /// A rounded year, `1950S2`: `{year}`, `{first}`, `{last}`.
    pub rounded: Box<str>,
    /// A rounded year too far away to count: `{year}`, `{digits}`.
    pub rounded_far: Box<str>,
    /// A month that is not known: `{year}`.
    pub month: Box<str>,
    /// One of a run of months: `{first}`, `{last}`.
    pub month_between: Box<str>,
    /// A day that is not known: `{date}`, the month or year.
    pub day: Box<str>,
    /// One of a run of days of the month: `{first}`, `{last}`.
    pub day_between: Box<str>,
    /// A day by its number alone, when the month is not known: `{day}`.
    pub day_number: Box<str>,
    /// Such a day with what is known of its month: `{day}`, `{month}`.
    pub day_of: Box<str>,
}

/// Patterns for approximate and uncertain dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubtPatterns {
    /// An approximate date: `{date}`.
    pub around: Box<str>,
    /// A remark on a date: `{date}`, `{remark}`.
    pub remark: Box<str>,
    /// The remark that all or some of it is approximate.
    pub approximate: Box<str>,
    /// The remark that all or some of it is uncertain.
    pub uncertain: Box<str>,
    /// The remark that all or some of it is both.
    pub both: Box<str>,
    /// A remark on some parts only: `{parts}`, `{remark}`.
    pub of_parts: Box<str>,
    /// The year, as a part in doubt.
    pub year: Box<str>,
    /// The month, as a part in doubt.
    pub month: Box<str>,
    /// The season, as a part in doubt.
    pub season: Box<str>,
    /// The quarter, third or half of the year, as a part in doubt.
    pub part_of_year: Box<str>,
    /// The day, as a part in doubt.
    pub day: Box<str>,
}

/// Patterns for intervals and sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeveralPatterns {
    /// From one date to another: `{start}`, `{end}`.
    pub span: Box<str>,
    /// The same, when an end is itself a phrase ("some day in 2017"): `{start}`, `{end}`.
    pub long_span: Box<str>,
    /// From day to day of one month: `{start}`, `{end}`, `{month}`, `{year}`.
    pub days_of_month: Box<str>,
    /// From day to day, or month to month, of one year: `{start}`, `{end}`, `{year}`.
    pub within_year: Box<str>,
    /// A start with an open end: `{start}`.
    pub since: Box<str>,
    /// An end with an open start: `{end}`.
    pub until: Box<str>,
    /// A start with an unknown end: `{start}`.
    pub end_unknown: Box<str>,
    /// An end with an unknown start: `{end}`.
    pub start_unknown: Box<str>,
    /// A date or any before it: `{date}`.
    pub or_earlier: Box<str>,
    /// A date or any after it: `{date}`.
    pub or_later: Box<str>,
    /// A date and all before it: `{date}`.
    pub and_earlier: Box<str>,
    /// A date and all after it: `{date}`.
    pub and_later: Box<str>,
    /// One year, month or day of a range: `{range}`, in this order.
    pub one_of: [Box<str>; 3],
    /// Every year, month or day of a range: `{range}`, in this order.
    pub every: [Box<str>; 3],
    /// Two members of a list but the last two: `{first}`, `{last}`.
    pub comma: Box<str>,
    /// The last two alternatives: `{first}`, `{last}`.
    pub or: Box<str>,
    /// The last two of a list that all apply: `{first}`, `{last}`.
    pub and: Box<str>,
}

static ENGLISH: LazyLock<DateLanguage> = LazyLock::new(|| DateLanguage::of(&Words::english()));

/// The gaps that patterns have.
const GAPS: [&str; 18] = [
    "date",
    "day",
    "digits",
    "end",
    "exponent",
    "first",
    "last",
    "month",
    "part",
    "parts",
    "range",
    "remark",
    "shift",
    "sign",
    "significand",
    "start",
    "time",
    "year",
];

impl DateLanguage {
    /// The patterns among these words.
    #[must_use]
    pub fn of(words: &Words) -> Self {
        let open: Vec<String> = GAPS.iter().map(|gap| format!("{{{gap}}}")).collect();
        let gaps: Vec<(&str, Gap<'_>)> = GAPS.into_iter().zip(open.iter().map(Gap::from)).collect();
        let say = |key: &str| words.fill(key, &gaps).into_boxed_str();
        let seasons = ["when-spring", "when-summer", "when-autumn", "when-winter"];
        let others = [
            "when-quarter-1",
            "when-quarter-2",
            "when-quarter-3",
            "when-quarter-4",
            "when-third-1",
            "when-third-2",
            "when-third-3",
            "when-half-1",
            "when-half-2",
        ];
        Self {
            months: [
                "when-month-1",
                "when-month-2",
                "when-month-3",
                "when-month-4",
                "when-month-5",
                "when-month-6",
                "when-month-7",
                "when-month-8",
                "when-month-9",
                "when-month-10",
                "when-month-11",
                "when-month-12",
            ]
            .map(say),
            // Seasons of no hemisphere, of the northern and of the southern one have the same names.
            parts: [seasons, seasons, seasons].concat().into_iter().chain(others).map(say).collect(),
            date: DatePatterns {
                day: say("when-day"),
                day_of_month: say("when-day-of-month"),
                day_number: say("when-day-number"),
                month: say("when-month"),
                season: say("when-season"),
                part_of_year: say("when-part-of-year"),
                in_unknown_year: say("when-in-unknown-year"),
                northern: say("when-northern"),
                southern: say("when-southern"),
                before_common_era: say("when-before-common-era"),
                common_era: say("when-common-era"),
                long_year: say("when-long-year"),
                power_of_ten: say("when-power-of-ten"),
                thousands: say("when-thousands"),
                moment: say("when-moment"),
                utc: say("when-utc"),
                shifted: say("when-shifted"),
            },
            unknown: UnknownPatterns {
                decade: say("when-unknown-decade"),
                year_of_decade: say("when-unknown-year-of-decade"),
                year_between: say("when-unknown-year-between"),
                year_like: say("when-unknown-year-like"),
                year: say("when-unknown-year"),
                rounded: say("when-unknown-rounded"),
                rounded_far: say("when-unknown-rounded-far"),
                month: say("when-unknown-month"),
                month_between: say("when-unknown-month-between"),
                day: say("when-unknown-day"),
                day_between: say("when-unknown-day-between"),
                day_number: say("when-unknown-day-number"),
                day_of: say("when-unknown-day-of"),
            },
            doubt: DoubtPatterns {
                around: say("when-doubt-around"),
                remark: say("when-doubt-remark"),
                approximate: say("when-doubt-approximate"),
                uncertain: say("when-doubt-uncertain"),
                both: say("when-doubt-both"),
                of_parts: say("when-doubt-of-parts"),
                year: say("when-doubt-year"),
                month: say("when-doubt-month"),
                season: say("when-doubt-season"),
                part_of_year: say("when-doubt-part-of-year"),
                day: say("when-doubt-day"),
            },
            several: SeveralPatterns {
                span: say("when-span"),
                long_span: say("when-long-span"),
                days_of_month: say("when-days-of-month"),
                within_year: say("when-within-year"),
                since: say("when-since"),
                until: say("when-until"),
                end_unknown: say("when-end-unknown"),
                start_unknown: say("when-start-unknown"),
                or_earlier: say("when-or-earlier"),
                or_later: say("when-or-later"),
                and_earlier: say("when-and-earlier"),
                and_later: say("when-and-later"),
                one_of: [say("when-one-of-years"), say("when-one-of-months"), say("when-one-of-days")],
                every: [say("when-every-years"), say("when-every-months"), say("when-every-days")],
                comma: say("when-comma"),
                or: say("when-or"),
                and: say("when-and"),
            },
        }
    }

    /// English, days before months.
    ///
    /// Years 1 to 999 carry "CE", because "24 August 79" reads as a year of the last century.
    #[must_use]
    pub fn english() -> Self {
        ENGLISH.clone()
    }

    /// The name of a month, 1 to 12.
    #[must_use]
    pub fn month(&self, month: u8) -> Option<&str> {
        self.months.get(usize::from(month).checked_sub(1)?).map(AsRef::as_ref)
    }

    /// The number of a day of the month.
    #[must_use]
    pub fn day_number(&self, day: u8) -> String {
        fill(&self.date.day_number, &[("day", &day.to_string())])
    }

    /// The name of a part of the year by its EDTF code, 21 to 41.
    #[must_use]
    pub fn part(&self, code: u8) -> Option<&str> {
        self.parts.get(usize::from(code).checked_sub(21)?).map(AsRef::as_ref)
    }
}
