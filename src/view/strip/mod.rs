//! The overview strip: when how much happens, on one line, drawn when the site is built.
//!
//! ```text
//! entries ─▶ drawing::Mark ─▶ scale (unit, pieces, breaks) ─▶ drawing (bars, spans) ─▶ StripView: finished values
//! ```
//!
//! Places across are percentages and places down are pixels, so that a strip is as wide as its page and its letters
//! stay as they are. What the picture shows is told in words too: what each bar stands for, and the whole in a sentence.

mod drawing;
mod scale;
mod ticks;
mod unit;

use serde::Serialize;

use super::span::Precision;
use super::timeline::Listed;
use super::viewer::Viewer;
use crate::link::timeline::TimelineEntry;
use crate::model::date::{Day, Extent};
use drawing::{Bar, Mark, Span};
use scale::Scale;
use unit::Unit;

/// The overview strip of a timeline (component `overview_strip`).
#[derive(Debug, Clone, Serialize)]
pub struct StripView {
    /// What it shows, in a sentence: "12 entries, 44 BCE to 2021; most in 2017: 5".
    pub summary: String,
    /// What it leaves out: "Nothing from 44 BCE to 2009".
    pub gaps: Vec<String>,
    /// How many entries could not be drawn, because neither end of their dates is known.
    pub undrawn: usize,
    /// Its height in pixels.
    pub height: u32,
    /// How far down the line lies on which the bars stand.
    pub base: u32,
    /// How far down the letters of the ticks stand.
    pub letters: u32,
    /// The bars.
    pub bars: Vec<StripBar>,
    /// What is wider than a bar, below the line.
    pub spans: Vec<StripSpan>,
    /// The line, in pieces.
    pub pieces: Vec<StripPiece>,
    /// Where it is broken, in percent.
    pub breaks: Vec<String>,
    /// The ticks.
    pub ticks: Vec<StripTick>,
}

/// A bar of a strip.
#[derive(Debug, Clone, Serialize)]
pub struct StripBar {
    /// What it stands for: "March 2017: 5 entries".
    pub label: String,
    /// The first entry of it.
    pub href: String,
    /// Where it begins, in percent.
    pub x: String,
    /// How wide it is, in percent.
    pub width: String,
    /// How far down it begins.
    pub y: u32,
    /// How high it is, in pixels.
    pub height: u32,
    /// How much of that is approximate or uncertain.
    pub doubtful: u32,
    /// Whether it tells how many wide dates lie over it, and hangs from the line.
    pub hangs: bool,
    /// Its first day, counted from 1 January 1970.
    pub from: i64,
    /// Its last day.
    pub until: i64,
}

/// A date that is wider than a bar.
#[derive(Debug, Clone, Serialize)]
pub struct StripSpan {
    /// What it stands for: "2017", "since May 2018".
    pub label: String,
    /// The entry.
    pub href: String,
    /// Where it begins, in percent.
    pub x: String,
    /// How wide it is, in percent.
    pub width: String,
    /// How far down it lies.
    pub y: u32,
    /// `certain`, `approximate`, `uncertain`, `approximate-uncertain`.
    pub certainty: &'static str,
    /// `open-start`, `open-end`, or nothing.
    pub open: &'static str,
}

/// A stretch of a strip without a break.
#[derive(Debug, Clone, Serialize)]
pub struct StripPiece {
    /// Where it begins, in percent.
    pub x: String,
    /// Where it ends.
    pub x_end: String,
    /// Its first day, counted from 1 January 1970.
    pub from: i64,
    /// Its last day.
    pub until: i64,
}

/// A labelled place of a strip.
#[derive(Debug, Clone, Serialize)]
pub struct StripTick {
    /// Where it stands, in percent.
    pub x: String,
    /// What it says.
    pub label: String,
    /// `start`, `middle` or `end`: so that no label leaves the strip.
    pub anchor: &'static str,
    /// Whether there is only room for it on a wide screen.
    pub minor: bool,
}

/// How large a strip is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct StripSize {
    /// How many units it has, about.
    pub units: i64,
    /// How high its bars are at most, in pixels.
    pub bars: u32,
}

/// On the timeline itself.
pub(super) const OVERVIEW: StripSize = StripSize { units: 90, bars: 64 };

/// On the page of an entity.
pub(super) const SMALL: StripSize = StripSize { units: 48, bars: 24 };

/// How many days `XXXX`, any year of four digits, leaves open at least.
const ALL_FOUR_DIGITS: i64 = 9_990 * 365;

/// The furthest day that is drawn.
const FURTHEST: i64 = 1 << 52;

/// The widest bar, in percent: what stands alone is no block.
const WIDEST: f64 = 3.5;

/// How high a row of spans is, in pixels, and the bars that hang from the line where they are too many.
const ROW: u32 = 8;
const HANGING: u32 = 20;

impl Viewer<'_> {
    /// The strip of these entries; none where no day of theirs is known. `href` says where the n-th of
    /// them is to be found.
    pub(super) fn strip(
        &self,
        entries: &[&TimelineEntry],
        size: StripSize,
        href: impl Fn(usize, Listed) -> String,
    ) -> Option<StripView> {
        let marks: Vec<Mark> = entries.iter().map(|entry| mark(entry)).collect();
        let mut days: Vec<i64> = marks.iter().flat_map(|mark| mark.days()).collect();
        days.sort_unstable();
        let scale = Scale::over(&days, size.units)?;
        let drawing = drawing::draw(&scale, &marks);
        let listed = match scale.unit {
            Unit::Years(_) => Listed::Year,
            Unit::Months(_) | Unit::Days(_) => Listed::Entry,
        };
        let base = size.bars + 4;
        let rows = drawing.spans.iter().map(|span| span.row + 1).max().unwrap_or(0);
        let below =
            u32::try_from(rows).unwrap_or(0) * ROW + if drawing.covering.is_empty() { 0 } else { HANGING };
        let letters = base + below + 20;
        let placed = |bars: &[Bar], room: u32, hangs: bool| -> Vec<StripBar> {
            let most = bars.iter().map(|bar| bar.count).max().unwrap_or(1);
            let place = |bar: &Bar| {
                let height = portion(room, bar.count, most).max(4);
                let (x, x_end) = (scale.at(bar.first), scale.before(bar.end));
                let width = ((x_end - x) * 0.86).min(WIDEST);
                StripBar {
                    label: self.bar_words(scale.unit, bar),
                    href: href(bar.mark, listed),
                    x: percent(f64::midpoint(x, x_end) - width / 2.0),
                    width: percent(width),
                    y: if hangs { base + 3 } else { base - height },
                    height,
                    doubtful: portion(height, bar.doubtful, bar.count),
                    hangs,
                    from: bar.first,
                    until: bar.end - 1,
                }
            };
            bars.iter().map(place).collect()
        };
        let mut bars = placed(&drawing.bars, size.bars, false);
        bars.extend(placed(&drawing.covering, HANGING, true));
        let undrawn = marks.iter().filter(|mark| mark.days().next().is_none()).count();
        Some(StripView {
            summary: self.strip_summary(&scale, &drawing.bars, &days, entries.len()),
            gaps: self.gaps(&scale, &days),
            undrawn,
            height: letters + 8,
            base,
            letters,
            bars,
            spans: drawing.spans.iter().map(|span| self.strip_span(span, entries, base, &href)).collect(),
            pieces: scale.pieces.iter().map(piece).collect(),
            breaks: scale
                .pieces
                .windows(2)
                .map(|pair| percent(f64::midpoint(pair[0].x_end, pair[1].x)))
                .collect(),
            ticks: self.strip_ticks(&scale),
        })
    }

    fn strip_span(
        &self,
        span: &Span,
        entries: &[&TimelineEntry],
        base: u32,
        href: &impl Fn(usize, Listed) -> String,
    ) -> StripSpan {
        let entry = entries[span.mark];
        let date = self.date(&entry.date);
        let title = self.link(&entry.entity).text;
        let what = ("what", (&date.words).into());
        let label = match span.count {
            1 => self.words.fill("strip-entry", &[what, ("title", (&title).into())]),
            count => {
                let entries = self.words.count("timeline-entries", count);
                self.words.fill("strip-bar", &[what, ("entries", (&entries).into())])
            }
        };
        StripSpan {
            label,
            href: href(span.mark, Listed::Entry),
            x: percent(span.x.0),
            width: percent(span.x.1 - span.x.0),
            y: base + 4 + u32::try_from(span.row).unwrap_or(0) * ROW,
            certainty: date.certainty,
            open: match (entry.date.earliest(), entry.date.latest()) {
                (None, _) => "open-start",
                (_, None) => "open-end",
                _ => "",
            },
        }
    }

    fn strip_ticks(&self, scale: &Scale) -> Vec<StripTick> {
        let ticks =
            ticks::ticks(scale, |day, precision| super::span::words(self.language, day, day, precision));
        let ticks = ticks.into_iter().map(|tick| StripTick {
            x: percent(tick.x),
            anchor: match tick.x {
                x if x < tick.half => "start",
                x if x > 100.0 - tick.half => "end",
                _ => "middle",
            },
            label: tick.label,
            minor: tick.minor,
        });
        ticks.collect()
    }

    /// What one unit is called.
    fn unit_words(&self, unit: Unit, first: i64, end: i64) -> String {
        let precision = match unit {
            Unit::Days(_) => Precision::Day,
            Unit::Months(_) => Precision::Month,
            Unit::Years(_) => Precision::Year,
        };
        self.span_words(Day::since_1970(first), Day::since_1970(end - 1), precision)
    }

    /// What a bar stands for: "March 2017: 5 entries".
    fn bar_words(&self, unit: Unit, bar: &Bar) -> String {
        let what = self.unit_words(unit, bar.first, bar.end);
        let entries = self.words.count("timeline-entries", bar.count);
        let (what, entries) = (("what", (&what).into()), ("entries", (&entries).into()));
        match bar.doubtful {
            0 => self.words.fill("strip-bar", &[what, entries]),
            doubtful => {
                self.words.fill("strip-bar-doubtful", &[what, entries, ("doubtful", doubtful.into())])
            }
        }
    }

    fn strip_summary(&self, scale: &Scale, bars: &[Bar], days: &[i64], count: usize) -> String {
        let (first, last) = (days.first().copied().unwrap_or(0), days.last().copied().unwrap_or(0));
        let span = super::span::words(
            self.language,
            Day::since_1970(first),
            Day::since_1970(last),
            precision_over(last - first),
        );
        let entries = self.words.count("timeline-entries", count);
        let (entries, span) = (("entries", (&entries).into()), ("span", (&span).into()));
        let most = bars.iter().max_by_key(|bar| (bar.count, std::cmp::Reverse(bar.first)));
        match most.filter(|most| most.count > 1 && bars.len() > 1) {
            Some(most) => {
                let unit = self.unit_words(scale.unit, most.first, most.end);
                let most = [entries, span, ("most", (&unit).into()), ("number", most.count.into())];
                self.words.fill("strip-summary-most", &most)
            }
            None => self.words.fill("strip-summary", &[entries, span]),
        }
    }

    /// What the breaks leave out.
    fn gaps(&self, scale: &Scale, days: &[i64]) -> Vec<String> {
        let gap = |end: i64, first: i64| -> Option<String> {
            let before = days[..days.partition_point(|day| *day < end)].last()?;
            let after = days.get(days.partition_point(|day| *day < first))?;
            let (before, after) = (Day::since_1970(*before), Day::since_1970(*after));
            let words = super::span::words(self.language, before, after, precision_over(first - end));
            Some(self.words.fill("strip-gap", &[("span", (&words).into())]))
        };
        scale.pieces.windows(2).filter_map(|pair| gap(pair[0].end, pair[1].first)).collect()
    }
}

/// How precisely a stretch of so many days is told.
fn precision_over(days: i64) -> Precision {
    match days {
        ..=60 => Precision::Day,
        61..=1_000 => Precision::Month,
        _ => Precision::Year,
    }
}

/// What is too far away to be drawn in proportion counts as open, and so does a date that names no year at all.
fn mark(entry: &TimelineEntry) -> Mark {
    let near = |day: Day| Some(day.days_since_1970()).filter(|day| day.abs() < FURTHEST);
    let (from, until) = (entry.date.earliest().and_then(near), entry.date.latest().and_then(near));
    let any_year = entry.date.extent() == Extent::Years
        && from.zip(until).is_some_and(|(from, until)| until - from >= ALL_FOUR_DIGITS);
    Mark {
        from: from.filter(|_| !any_year),
        until: until.filter(|_| !any_year),
        certainty: entry.date.certainty(),
    }
}

fn piece(piece: &scale::Piece) -> StripPiece {
    StripPiece { x: percent(piece.x), x_end: percent(piece.x_end), from: piece.first, until: piece.end - 1 }
}

/// To a hundredth: finer than a screen, and short.
fn percent(value: f64) -> String {
    format!("{value:.2}")
}

/// The portion `part / whole` of a room, in whole pixels; at least one of anything.
fn portion(room: u32, part: usize, whole: usize) -> u32 {
    if part == 0 {
        return 0;
    }
    let pixels = u64::from(room) * part as u64 / whole.max(1) as u64;
    u32::try_from(pixels).unwrap_or(room).clamp(1, room.max(1))
}
