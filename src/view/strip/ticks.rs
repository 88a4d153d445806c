//! The ticks below a strip: round days, months or years, as many as there is room to label.

use super::scale::{Piece, Scale};
use super::unit::Unit;
use crate::model::date::Day;
use crate::view::span::Precision;

/// A place that is labelled.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    /// Where it stands, in percent.
    pub x: f64,
    /// How wide its label is on a narrow screen, in percent.
    pub width: f64,
    /// How much of that the letters take on either side of the middle.
    pub half: f64,
    /// What it says.
    pub label: String,
    /// Whether there is only room for it on a wide screen.
    pub minor: bool,
}

/// How wide the narrowest strip is, and the one that shows minor ticks too, in pixels.
const WIDTHS: [f64; 2] = [280.0, 640.0];

/// How wide a letter of a label is, and the room around a label, in pixels.
const LETTER: f64 = 6.5;
const ROOM: f64 = 14.0;

/// The ticks of a scale, labelled by `words`.
pub(super) fn ticks(scale: &Scale, words: impl Fn(Day, Precision) -> String) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    for piece in &scale.pieces {
        // The finest unit whose labels have room on a wide screen.
        let fits = |unit: &Unit| -> Option<Vec<(f64, String)>> {
            let days = starts(piece, *unit)?;
            let labelled: Vec<_> = days
                .into_iter()
                .map(|day| (scale.at(day), words(Day::since_1970(day), precision(*unit))))
                .collect();
            let room = |label: &str| width(label, WIDTHS[1]);
            let apart = labelled
                .windows(2)
                .all(|pair| pair[1].0 - pair[0].0 >= room(&pair[0].1).max(room(&pair[1].1)));
            apart.then_some(labelled)
        };
        let mut own = Unit::all().find_map(|unit| fits(&unit)).unwrap_or_default();
        if own.is_empty() {
            let precision = precision(scale.unit);
            own.push((piece.x, words(Day::since_1970(piece.first), precision)));
        }
        ticks.extend(own.into_iter().map(|(x, label)| Tick {
            x,
            width: width(&label, WIDTHS[0]),
            half: (width(&label, WIDTHS[0]) - ROOM / WIDTHS[0] * 100.0) / 2.0,
            label,
            minor: false,
        }));
    }
    thin_out(&mut ticks);
    ticks
}

/// Drop what even a wide screen has no room for; keep for narrow ones what fits them.
fn thin_out(ticks: &mut Vec<Tick>) {
    let narrow_to_wide = WIDTHS[0] / WIDTHS[1];
    let mut wide_end = f64::NEG_INFINITY;
    let mut narrow_end = f64::NEG_INFINITY;
    ticks.retain_mut(|tick| {
        // A label begins left of its tick, but not beyond the strip.
        let begins = |width: f64| (tick.x - width / 2.0).min(100.0 - width).max(0.0);
        let wide = tick.width * narrow_to_wide;
        if begins(wide) < wide_end {
            return false;
        }
        wide_end = begins(wide) + wide;
        tick.minor = begins(tick.width) < narrow_end;
        if !tick.minor {
            narrow_end = begins(tick.width) + tick.width;
        }
        true
    });
}

#[expect(clippy::cast_precision_loss, reason = "labels are short")]
fn width(label: &str, strip: f64) -> f64 {
    (label.chars().count() as f64 * LETTER + ROOM) / strip * 100.0
}

fn precision(unit: Unit) -> Precision {
    match unit {
        Unit::Days(_) => Precision::Day,
        Unit::Months(_) => Precision::Month,
        Unit::Years(_) => Precision::Year,
    }
}

/// The first days of the units in a piece; none where they are too many to be labelled anyway.
fn starts(piece: &Piece, unit: Unit) -> Option<Vec<i64>> {
    if (piece.end - piece.first) / unit.days() > 40 {
        return None;
    }
    let mut days = Vec::new();
    let mut start = unit.floor(piece.first);
    while start < piece.end {
        let day = round(unit, start);
        if (piece.first..piece.end).contains(&day) && days.last() != Some(&day) {
            days.push(day);
        }
        start = unit.next(start);
    }
    Some(days)
}

/// Years before the common era are round as they are counted there: 100 BCE is the astronomical year -99. There is no
/// year 0 to label, so the first year of the era takes its place.
fn round(unit: Unit, start: i64) -> i64 {
    match unit {
        Unit::Years(count) if count > 1 => {
            let year = Day::since_1970(start).year;
            if year > 0 { start } else { Day { year: year + 1, month: 1, day: 1 }.days_since_1970() }
        }
        _ => start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::{DateLanguage, EdtfDate};
    use crate::view::span::words;

    fn labels(dates: &[&str]) -> Vec<String> {
        let days: Vec<i64> = dates
            .iter()
            .map(|date| EdtfDate::parse(date).unwrap().earliest().unwrap().days_since_1970())
            .collect();
        let scale = Scale::over(&days, 80).unwrap();
        let language = DateLanguage::english();
        let ticks = ticks(&scale, |day, precision| words(&language, day, day, precision));
        ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round_in_their_era_and_have_room() {
        for (dates, expected) in [
            (&["-0999", "1000"][..], "1000 BCE, 500 BCE, 1 CE, 500 CE, 1000"),
            (&["1901", "1950"], "1905, 1910, 1915, 1920, 1925, 1930, 1935, 1940, 1945, 1950"),
            (&["Y12000", "Y20000"], "the year 12,000, the year 16,000, the year 18,000, the year 20,000"),
        ] {
            assert_eq!(labels(dates).join(", "), expected);
        }
    }
}
