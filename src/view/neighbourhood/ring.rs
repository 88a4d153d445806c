//! Where the parts of a neighbourhood stand: the entity in the middle, its neighbours on a ring to the left and right of
//! it, each with its name outside the ring. One row for each neighbour, so that no name lies on another.

use super::lines::wrapped;

/// The width of the drawing. It is drawn as wide as the column it stands in, on the smallest screens at four fifths.
pub(super) const WIDTH: i32 = 360;
/// The size of the names.
const SIZE: f64 = 13.0;
/// The size of what a relation is called.
const LABEL_SIZE: f64 = 12.0;
/// From one line of a name to the next.
const LINE: i32 = 16;
/// Between two neighbours: a finger must hit one of them.
const GAP: i32 = 14;
/// How far the ring is from the middle, to either side.
const ACROSS: f64 = 62.0;
/// Between a mark and its name.
const OFF: i32 = 10;
/// The half width of what stands in the middle.
const HALF: i32 = 46;

/// The most lines of a name.
const LINES: usize = 3;

/// A line of words; `x` is where it begins, or ends on the left side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) text: String,
}

/// Where a neighbour stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seat {
    /// The middle of its mark.
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) name: Vec<Line>,
    /// Whether it stands to the left of the middle.
    pub(super) left: bool,
    /// What the relation is called, above the first neighbour of its group on either side.
    pub(super) label: Vec<Line>,
}

/// Where everything stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ring {
    pub(super) height: i32,
    /// Half the height of what stands in the middle.
    pub(super) half_height: i32,
    pub(super) centre: Vec<Line>,
    /// The neighbours, in the order given.
    pub(super) seats: Vec<Seat>,
}

/// The half width of what stands in the middle.
pub(super) const fn half_width() -> i32 {
    HALF
}

/// How high the parts of a neighbour are.
#[derive(Clone, Copy)]
struct Height {
    label: i32,
    name: i32,
}

/// Seat these neighbours, each with what its relation is called and its name; equal calls stand together.
pub(super) fn seat(centre: &str, neighbours: &[(&str, &str)]) -> Ring {
    let narrow = f64::from(WIDTH / 2 - OFF - 2) - ACROSS;
    let height = |(call, name): &(&str, &str)| Height {
        label: rows(wrapped(call, 2, narrow, LABEL_SIZE).len()),
        name: rows(wrapped(name, LINES, narrow, SIZE).len()),
    };
    let heights: Vec<Height> = neighbours.iter().map(height).collect();
    let right_from = cut(neighbours, &heights);
    let left = column(neighbours, &heights, 0..right_from);
    let right = column(neighbours, &heights, right_from..neighbours.len());
    let names = wrapped(centre, 3, f64::from(2 * HALF - 8), SIZE);
    let half_height = rows(names.len()) / 2 + 6;
    let height = left.height.max(right.height).max(half_height * 2) + 16;
    let centre = (0..).zip(names).map(|(nth, text)| Line {
        x: WIDTH / 2,
        y: height / 2 - half_height + 18 + nth * LINE,
        text,
    });
    let mut seats = Vec::with_capacity(neighbours.len());
    for (column, is_left) in [(left, true), (right, false)] {
        let top = (height - column.height) / 2;
        for row in &column.rows {
            seats.push(take(neighbours[row.neighbour], row, top, height, is_left));
        }
    }
    Ring { height, half_height, centre: centre.collect(), seats }
}

fn rows(lines: usize) -> i32 {
    i32::try_from(lines).unwrap_or(1) * LINE
}

/// From which neighbour on they stand on the right: where the two sides are most alike.
fn cut(neighbours: &[(&str, &str)], heights: &[Height]) -> usize {
    let tall = |range| column(neighbours, heights, range).height;
    let all = neighbours.len();
    (0..=all).min_by_key(|cut| (tall(0..*cut).max(tall(*cut..all)), *cut)).unwrap_or(0)
}

/// One side.
struct Column {
    height: i32,
    rows: Vec<Row>,
}

struct Row {
    neighbour: usize,
    /// The upper edge of its name, from that of the column.
    top: i32,
    /// How much of what stands above it is what its relation is called.
    label: i32,
}

fn column(neighbours: &[(&str, &str)], heights: &[Height], range: std::ops::Range<usize>) -> Column {
    let mut column = Column { height: 0, rows: Vec::new() };
    let first = range.start;
    for neighbour in range {
        let labelled = neighbour == first || neighbours[neighbour].0 != neighbours[neighbour - 1].0;
        let label = if labelled { heights[neighbour].label } else { 0 };
        let gap = if neighbour == first { 0 } else { GAP };
        let top = column.height + gap + label;
        column.rows.push(Row { neighbour, top, label });
        column.height = top + heights[neighbour].name;
    }
    column
}

fn take((call, name): (&str, &str), row: &Row, top: i32, height: i32, left: bool) -> Seat {
    let y = top + row.top + LINE / 2;
    // On an ellipse somewhat higher than the drawing.
    let up = f64::from(y - height / 2) / (f64::from(height) / 2.0 + 24.0);
    let across = ACROSS * (1.0 - up * up).max(0.0).sqrt();
    #[expect(clippy::cast_possible_truncation, reason = "it lies inside the drawing")]
    let across = across.round() as i32;
    let side = if left { -1 } else { 1 };
    let x = WIDTH / 2 + side * across;
    let room = f64::from(WIDTH / 2 - across - OFF - 2);
    let line = |(nth, text): (i32, String)| Line { x: x + side * OFF, y: y + 4 + nth * LINE, text };
    let name = (0..).zip(wrapped(name, LINES, room, SIZE)).map(line).collect();
    let label = match row.label / LINE {
        0 => Vec::new(),
        lines => {
            // From below, so that it stands on the name.
            let words = wrapped(call, usize::try_from(lines).unwrap_or(1), room, LABEL_SIZE);
            let first = -i32::try_from(words.len()).unwrap_or(1);
            (first..).zip(words).map(line).collect()
        }
    };
    Seat { x, y, name, left, label }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::lines::width;
    use super::*;

    /// A box: left, top, right, bottom.
    type Area = [f64; 4];

    fn of(line: &Line, size: f64, left: bool) -> Area {
        let (x, y) = (f64::from(line.x), f64::from(line.y));
        let width = width(&line.text, size);
        let (from, to) = if left { (x - width, x) } else { (x, x + width) };
        [from, y - 11.0, to, y + 3.0]
    }

    fn apart(a: Area, b: Area) -> bool {
        a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1]
    }

    proptest! {
        #[test]
        fn nothing_lies_on_anything_else(
            centre in "[A-Za-z ]{1,50}",
            neighbours in prop::collection::vec(("[a-d]{1,20}|works for|[a-z ]{30}", "\\PC{1,60}|[A-Z][a-z]{2,12} [A-Z][a-z]{2,12}"), 1..15),
        ) {
            let neighbours: Vec<(&str, &str)> = neighbours.iter().map(|(a, b)| (&**a, &**b)).collect();
            let ring = seat(&centre, &neighbours);
            prop_assert_eq!(ring.seats.len(), neighbours.len());
            let (middle, height) = (f64::from(WIDTH / 2), f64::from(ring.height));
            let half = f64::from(ring.half_height);
            let own = [middle - f64::from(HALF), height / 2.0 - half, middle + f64::from(HALF), height / 2.0 + half];
            let mut areas = vec![own];
            for seat in &ring.seats {
                areas.extend(seat.name.iter().map(|line| of(line, SIZE, seat.left)));
                areas.extend(seat.label.iter().map(|line| of(line, LABEL_SIZE, seat.left)));
                let (x, y) = (f64::from(seat.x), f64::from(seat.y));
                areas.push([x - 6.0, y - 6.0, x + 6.0, y + 6.0]);
            }
            for (nth, a) in areas.iter().enumerate() {
                prop_assert!(a[0] >= 0.0 && a[2] <= f64::from(WIDTH) && a[1] >= 0.0 && a[3] <= height, "{a:?}");
                prop_assert!(areas[..nth].iter().all(|b| apart(*a, *b)), "{a:?} of {areas:?}");
            }
            for line in &ring.centre {
                prop_assert!(width(&line.text, SIZE) <= own[2] - own[0]);
                prop_assert!(f64::from(line.y) - 11.0 >= own[1] && f64::from(line.y) + 3.0 <= own[3]);
            }
        }
    }
}
