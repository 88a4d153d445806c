//! Points summed over squares, and squares over larger squares: what lies far away pushes as one body (Barnes and Hut).

use super::{EDGE, Point};

/// The squares, each before those inside it.
#[derive(Debug)]
pub(super) struct Quadtree {
    squares: Vec<Square>,
}

#[derive(Debug, Clone, Copy)]
struct Square {
    /// The centre of mass of what lies in it.
    at: Point,
    mass: f64,
    /// The square of its width; 0 where it holds one place only, which is never too close to count as one body.
    width: f64,
    /// The next square that does not lie inside this one.
    next: usize,
    /// Its only point, or more than there are.
    only: usize,
}

/// So many times a square is cut into four.
const DEPTH: u32 = 20;

/// A square counts as one body from so many of its widths away, squared.
const FAR: f64 = 1.0;

/// Up to about this distance points push by one over the distance, further away by one over its square: what lies far
/// apart need not know of each other.
const REACH: f64 = 12.0 * EDGE;

/// Nearer than this, squared, points push no harder.
const NEAREST: f64 = 1e-4;

impl Quadtree {
    /// The tree of these points.
    pub(super) fn new(points: &[Point], masses: &[f64]) -> Self {
        let first = points.first().copied().unwrap_or_default();
        let (mut low, mut high) = (first, first);
        for point in points {
            low = Point { x: low.x.min(point.x), y: low.y.min(point.y) };
            high = Point { x: high.x.max(point.x), y: high.y.max(point.y) };
        }
        let side = (high.x - low.x).max(high.y - low.y).max(1e-6);
        let cells = f64::from(1_u32 << DEPTH);
        // A cast from a float stops at the largest whole number, so the last column is no cell of its own.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 2^20")]
        let cell = |offset: f64| ((offset / side * cells) as u32).min((1 << DEPTH) - 1);
        let mut order: Vec<(u64, usize)> = points
            .iter()
            .enumerate()
            .map(|(nth, point)| (interleaved(cell(point.x - low.x), cell(point.y - low.y)), nth))
            .collect();
        order.sort_unstable();
        let mut tree = Self { squares: Vec::with_capacity(points.len() * 2) };
        tree.add(&order, DEPTH, side * side, points, masses);
        tree
    }

    /// Add the square of these points, which agree in all but the last `depth` pairs of bits.
    fn add(&mut self, order: &[(u64, usize)], depth: u32, width: f64, points: &[Point], masses: &[f64]) {
        let own = self.squares.len();
        let alone = order.len() == 1 || depth == 0;
        let (mut at, mut mass) = (Point::default(), 0.0);
        for (_, nth) in order {
            at.x += points[*nth].x * masses[*nth];
            at.y += points[*nth].y * masses[*nth];
            mass += masses[*nth];
        }
        if let [(_, nth)] = order {
            at = points[*nth];
        } else if mass > 0.0 {
            at = Point { x: at.x / mass, y: at.y / mass };
        }
        let only = if order.len() == 1 { order[0].1 } else { usize::MAX };
        self.squares.push(Square { at, mass, width: if alone { 0.0 } else { width }, next: 0, only });
        if !alone {
            let shift = 2 * (depth - 1);
            let mut rest = order;
            while let Some((code, _)) = rest.first() {
                let quarter = code >> shift;
                let end = rest.partition_point(|(code, _)| code >> shift == quarter);
                self.add(&rest[..end], depth - 1, width / 4.0, points, masses);
                rest = &rest[end..];
            }
        }
        self.squares[own].next = self.squares.len();
    }

    /// How all other points push the one at this place: the sum of mass over distance, away from each.
    pub(super) fn push(&self, node: usize, from: Point) -> Point {
        let mut sum = Point::default();
        let mut at = 0;
        while let Some(square) = self.squares.get(at) {
            let (x, y) = (from.x - square.at.x, from.y - square.at.y);
            let distance = x * x + y * y;
            if square.width < FAR * distance || square.width == 0.0 {
                if square.only != node {
                    let distance = distance.max(NEAREST);
                    let factor = square.mass * REACH / (distance * (REACH + distance.sqrt()));
                    sum.x += x * factor;
                    sum.y += y * factor;
                }
                at = square.next;
            } else {
                at += 1;
            }
        }
        sum
    }
}

/// The bits of both numbers in turn, so that sorted numbers run through square after square.
fn interleaved(x: u32, y: u32) -> u64 {
    let spread = |number: u32| {
        let mut bits = u64::from(number);
        bits = (bits | (bits << 16)) & 0x0000_FFFF_0000_FFFF;
        bits = (bits | (bits << 8)) & 0x00FF_00FF_00FF_00FF;
        bits = (bits | (bits << 4)) & 0x0F0F_0F0F_0F0F_0F0F;
        bits = (bits | (bits << 2)) & 0x3333_3333_3333_3333;
        (bits | (bits << 1)) & 0x5555_5555_5555_5555
    };
    spread(x) | (spread(y) << 1)
}
