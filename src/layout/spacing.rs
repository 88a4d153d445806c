//! The last touches to a placed part: wider than high, and nothing on top of another.

use rayon::prelude::*;

use super::{EDGE, Point};

/// Turn the points so that they spread most from side to side, as screens and sheets do.
pub(super) fn lay_wide(points: &mut [Point]) {
    let count = points.len() as f64;
    let sum =
        points.iter().fold(Point::default(), |sum, point| Point { x: sum.x + point.x, y: sum.y + point.y });
    let middle = Point { x: sum.x / count, y: sum.y / count };
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for point in points.iter() {
        let (x, y) = (point.x - middle.x, point.y - middle.y);
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    // The direction of the widest spread, by the half-angle of (xx − yy, 2 xy); no angle is needed.
    let length = ((xx - yy) * (xx - yy) + 4.0 * xy * xy).sqrt();
    let cosine = if length > 1e-9 { ((1.0 + (xx - yy) / length) / 2.0).max(0.0).sqrt() } else { 1.0 };
    let sine = (1.0 - cosine * cosine).max(0.0).sqrt() * if xy < 0.0 { -1.0 } else { 1.0 };
    for point in points {
        let (x, y) = (point.x - middle.x, point.y - middle.y);
        *point = Point { x: x * cosine + y * sine, y: y * cosine - x * sine };
    }
}

/// The gap between two nodes, beyond their half widths.
const GAP: f64 = EDGE / 5.0;

/// Enough to part what the forces left together; what is still too close then touches, and no more.
const ROUNDS: usize = 40;

/// Move nodes apart that lie on each other.
pub(super) fn part(points: &mut Vec<Point>, radii: &[f64]) {
    let widest = radii.iter().fold(0.0_f64, |widest, radius| widest.max(*radius));
    let reach = widest * 2.0 + GAP;
    for _ in 0..ROUNDS {
        let rows = Rows::new(points, reach);
        let old: &[Point] = points;
        let moved: Vec<(Point, bool)> = (0..old.len())
            .into_par_iter()
            .with_min_len(256)
            .map(|node| {
                let (mut at, mut touched) = (old[node], false);
                for other in rows.around(old[node]).filter(|other| *other != node) {
                    let (mut x, mut y) = (old[node].x - old[other].x, old[node].y - old[other].y);
                    let wanted = radii[node] + radii[other] + GAP;
                    let mut distance = (x * x + y * y).sqrt();
                    if distance >= wanted - 0.25 {
                        continue;
                    }
                    touched = true;
                    if distance < 1e-3 {
                        (x, y, distance) = (if node < other { 1.0 } else { -1.0 }, 0.0, 1.0);
                    }
                    let far = (wanted - distance.min(wanted)) / distance / 2.0;
                    at.x += x * far;
                    at.y += y * far;
                }
                (at, touched)
            })
            .collect();
        let done = moved.iter().all(|(_, touched)| !touched);
        *points = moved.into_iter().map(|(at, _)| at).collect();
        if done {
            break;
        }
    }
}

/// The points by rows and columns of one width, so that near ones are found without looking at all.
struct Rows {
    width: f64,
    cells: Vec<(i64, i64, usize)>,
}

impl Rows {
    fn new(points: &[Point], width: f64) -> Self {
        let mut rows = Self { width, cells: Vec::with_capacity(points.len()) };
        for (nth, point) in points.iter().enumerate() {
            let (column, row) = rows.cell(*point);
            rows.cells.push((row, column, nth));
        }
        rows.cells.sort_unstable();
        rows
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast from a float stops at the largest whole number"
    )]
    fn cell(&self, point: Point) -> (i64, i64) {
        ((point.x / self.width).floor() as i64, (point.y / self.width).floor() as i64)
    }

    /// The points of the nine cells around this place, in a fixed order.
    fn around(&self, point: Point) -> impl Iterator<Item = usize> {
        let (column, row) = self.cell(point);
        (row.saturating_sub(1)..=row.saturating_add(1)).flat_map(move |row| {
            let start = self.cells.partition_point(|cell| (cell.0, cell.1) < (row, column.saturating_sub(1)));
            let run = self.cells[start..].iter();
            run.take_while(move |cell| cell.0 == row && cell.1 <= column.saturating_add(1)).map(|cell| cell.2)
        })
    }
}
