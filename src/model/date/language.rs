//! How a language says dates: names and patterns, no code.
//!
//! A pattern is a sentence with named gaps (`"{day} {month} {year}"`), so that another language can order its words
//! as it likes; [`words`](super::words) decides which pattern applies, and a gap that a pattern leaves out is
//! simply not said. A new language is one more value of [`DateLanguage`].

/// The names and patterns of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateLanguage {
    /// The months, January first.
    pub months: [&'static str; 12],
    /// EDTF's parts of a year, codes 21 to 41: four seasons, four northern, four southern, four quarters, three
    /// thirds ("quadrimesters"), two halves ("semestrals").
    pub parts: [&'static str; 21],
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatePatterns {
    /// A whole day: `{day} {month} {year}`.
    pub day: &'static str,
    /// A day whose year is said elsewhere: `{day} {month}`.
    pub day_of_month: &'static str,
    /// A whole month: `{month} {year}`.
    pub month: &'static str,
    /// A season of a year: `{part} {year}`.
    pub season: &'static str,
    /// Any other part of a year, and anything in a year that is not known: `{part} {year}`.
    pub part_of_year: &'static str,
    /// A season of the northern hemisphere: `{date}`.
    pub northern: &'static str,
    /// A season of the southern hemisphere: `{date}`.
    pub southern: &'static str,
    /// A year before the common era, counted from 1: `{year}`.
    pub before_common_era: &'static str,
    /// A year of the common era that could be taken for something else, 1 to 999: `{year}`.
    pub common_era: &'static str,
    /// A year of more than four digits, which are grouped: `{year}`.
    pub long_year: &'static str,
    /// A year too far away to write out: `{sign}`, `{significand}`, `{exponent}`.
    pub power_of_ten: &'static str,
    /// What groups the digits of long years.
    pub thousands: &'static str,
    /// A day with its time: `{date}`, `{time}`.
    pub moment: &'static str,
    /// A time in UTC: `{time}`.
    pub utc: &'static str,
    /// A time ahead of UTC or behind it: `{time}`, `{sign}`, `{shift}`.
    pub shifted: &'static str,
}

/// Patterns for what is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownPatterns {
    /// A decade, `156X`: `{year}`, its first.
    pub decade: &'static str,
    /// One year of a decade: `{year}`.
    pub year_of_decade: &'static str,
    /// A year between two: `{first}`, `{last}`.
    pub year_between: &'static str,
    /// A year of which only some digits are known, `1XX3`: `{digits}`.
    pub year_like: &'static str,
    /// A year of which nothing is known.
    pub year: &'static str,
    /// A rounded year, `1950S2`: `{year}`, `{first}`, `{last}`.
    pub rounded: &'static str,
    /// A rounded year too far away to count: `{year}`, `{digits}`.
    pub rounded_far: &'static str,
    /// A month that is not known: `{year}`.
    pub month: &'static str,
    /// One of a run of months: `{first}`, `{last}`.
    pub month_between: &'static str,
    /// A day that is not known: `{date}`, the month or year.
    pub day: &'static str,
    /// One of a run of days of the month: `{first}`, `{last}`.
    pub day_between: &'static str,
    /// A day by its number alone, when the month is not known: `{day}`.
    pub day_number: &'static str,
    /// Such a day with what is known of its month: `{day}`, `{month}`.
    pub day_of: &'static str,
}

/// Patterns for approximate and uncertain dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoubtPatterns {
    /// An approximate date: `{date}`.
    pub around: &'static str,
    /// A remark on a date: `{date}`, `{remark}`.
    pub remark: &'static str,
    /// The remark that all or some of it is approximate.
    pub approximate: &'static str,
    /// The remark that all or some of it is uncertain.
    pub uncertain: &'static str,
    /// The remark that all or some of it is both.
    pub both: &'static str,
    /// A remark on some parts only: `{parts}`, `{remark}`.
    pub of_parts: &'static str,
    /// The year, as a part in doubt.
    pub year: &'static str,
    /// The month, as a part in doubt.
    pub month: &'static str,
    /// The season, as a part in doubt.
    pub season: &'static str,
    /// The quarter, third or half of the year, as a part in doubt.
    pub part_of_year: &'static str,
    /// The day, as a part in doubt.
    pub day: &'static str,
}

/// Patterns for intervals and sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeveralPatterns {
    /// From one date to another: `{start}`, `{end}`.
    pub span: &'static str,
    /// The same, when an end is itself a phrase ("some day in 2017"): `{start}`, `{end}`.
    pub long_span: &'static str,
    /// From day to day of one month: `{start}`, `{end}`, `{month}`, `{year}`.
    pub days_of_month: &'static str,
    /// From day to day, or month to month, of one year: `{start}`, `{end}`, `{year}`.
    pub within_year: &'static str,
    /// A start with an open end: `{start}`.
    pub since: &'static str,
    /// An end with an open start: `{end}`.
    pub until: &'static str,
    /// A start with an unknown end: `{start}`.
    pub end_unknown: &'static str,
    /// An end with an unknown start: `{end}`.
    pub start_unknown: &'static str,
    /// A date or any before it: `{date}`.
    pub or_earlier: &'static str,
    /// A date or any after it: `{date}`.
    pub or_later: &'static str,
    /// A date and all before it: `{date}`.
    pub and_earlier: &'static str,
    /// A date and all after it: `{date}`.
    pub and_later: &'static str,
    /// One year, month or day of a range: `{range}`, in this order.
    pub one_of: [&'static str; 3],
    /// Every year, month or day of a range: `{range}`, in this order.
    pub every: [&'static str; 3],
    /// Between the members of a list but the last two.
    pub comma: &'static str,
    /// Between the last two alternatives.
    pub or: &'static str,
    /// Between the last two of a list that all apply.
    pub and: &'static str,
}

impl DateLanguage {
    /// English, days before months.
    ///
    /// Years 1 to 999 carry "CE", because "24 August 79" reads as a year of the last century.
    #[must_use]
    pub const fn english() -> Self {
        Self {
            months: [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
            parts: [
                "spring",
                "summer",
                "autumn",
                "winter",
                "spring",
                "summer",
                "autumn",
                "winter",
                "spring",
                "summer",
                "autumn",
                "winter",
                "first quarter",
                "second quarter",
                "third quarter",
                "fourth quarter",
                "first third",
                "second third",
                "last third",
                "first half",
                "second half",
            ],
            date: DatePatterns {
                day: "{day} {month} {year}",
                day_of_month: "{day} {month}",
                month: "{month} {year}",
                season: "{part} {year}",
                part_of_year: "{part} of {year}",
                northern: "{date} (Northern Hemisphere)",
                southern: "{date} (Southern Hemisphere)",
                before_common_era: "{year} BCE",
                common_era: "{year} CE",
                long_year: "the year {year}",
                power_of_ten: "the year {sign}{significand} × 10^{exponent}",
                thousands: ",",
                moment: "{date}, {time}",
                utc: "{time} UTC",
                shifted: "{time} UTC{sign}{shift}",
            },
            unknown: UnknownPatterns {
                decade: "the {year}s",
                year_of_decade: "some year in the {year}s",
                year_between: "some year between {first} and {last}",
                year_like: "some year matching {digits}",
                year: "an unknown year",
                rounded: "{year} (an estimate between {first} and {last})",
                rounded_far: "{year} (significant digits: {digits})",
                month: "some month in {year}",
                month_between: "some month from {first} to {last}",
                day: "some day in {date}",
                day_between: "some day from {first} to {last}",
                day_number: "day {day}",
                day_of: "{day} of {month}",
            },
            doubt: DoubtPatterns {
                around: "around {date}",
                remark: "{date} ({remark})",
                approximate: "approximate",
                uncertain: "uncertain",
                both: "approximate and uncertain",
                of_parts: "{parts} {remark}",
                year: "year",
                month: "month",
                season: "season",
                part_of_year: "part of the year",
                day: "day",
            },
            several: SeveralPatterns {
                span: "{start} to {end}",
                long_span: "from {start} to {end}",
                days_of_month: "{start} to {end} {month} {year}",
                within_year: "{start} to {end} {year}",
                since: "since {start}",
                until: "until {end}",
                end_unknown: "from {start}, end unknown",
                start_unknown: "until {end}, start unknown",
                or_earlier: "{date} or earlier",
                or_later: "{date} or later",
                and_earlier: "{date} and earlier",
                and_later: "{date} and later",
                one_of: ["some year from {range}", "some month from {range}", "some day from {range}"],
                every: ["every year from {range}", "every month from {range}", "every day from {range}"],
                comma: ", ",
                or: " or ",
                and: " and ",
            },
        }
    }

    /// The name of a month, 1 to 12.
    #[must_use]
    pub fn month(&self, month: u8) -> Option<&'static str> {
        self.months.get(usize::from(month).checked_sub(1)?).copied()
    }

    /// The name of a part of the year by its EDTF code, 21 to 41.
    #[must_use]
    pub fn part(&self, code: u8) -> Option<&'static str> {
        self.parts.get(usize::from(code).checked_sub(21)?).copied()
    }
}
