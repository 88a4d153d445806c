//! Parts of a picture side by side: the largest first, each as high up as it fits (a skyline).

use super::{EDGE, Point};

/// The box around a part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    low: Point,
    high: Point,
}

impl Extent {
    /// The box around these nodes, with some air.
    pub(super) fn of(points: &[Point], radii: impl Iterator<Item = f64>) -> Self {
        let first = points.first().copied().unwrap_or_default();
        let (mut low, mut high) = (first, first);
        for (point, radius) in points.iter().zip(radii) {
            let radius = radius + EDGE / 2.0;
            low = Point { x: low.x.min(point.x - radius), y: low.y.min(point.y - radius) };
            high = Point { x: high.x.max(point.x + radius), y: high.y.max(point.y + radius) };
        }
        Self { low, high }
    }

    /// Its width and height, in whole units.
    pub(super) fn size(&self) -> (i64, i64) {
        (whole(self.high.x - self.low.x) + 1, whole(self.high.y - self.low.y) + 1)
    }

    /// Where a point of the part comes to lie, when the box is moved to this corner.
    pub(super) fn moved_to(&self, corner: (i64, i64), point: Point) -> (i32, i32) {
        let fit = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        (fit(corner.0 + whole(point.x - self.low.x)), fit(corner.1 + whole(point.y - self.low.y)))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a cast from a float stops at the largest whole number")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

/// A stretch of the lower edge of what has been laid: from here to the next one, it is so low.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    from: i64,
    low: i64,
}

/// The upper left corner of each box. No two of them share a place.
pub(super) fn pack(sizes: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let area: f64 = sizes.iter().map(|(width, height)| *width as f64 * *height as f64).sum();
    let widest = sizes.iter().map(|(width, _)| *width).max().unwrap_or(0);
    // One and a half times as wide as high.
    let width = widest.max(whole((area * 1.5).sqrt()));
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|nth| (std::cmp::Reverse((sizes[*nth].1, sizes[*nth].0)), *nth));
    let mut skyline = vec![Stretch { from: 0, low: 0 }];
    let mut corners = vec![(0, 0); sizes.len()];
    for nth in order {
        let (own_width, own_height) = sizes[nth];
        let mut best: Option<(i64, i64)> = None;
        for at in 0..skyline.len() {
            let from = skyline[at].from;
            if from + own_width > width {
                break;
            }
            let under = skyline[at..].iter().take_while(|stretch| stretch.from < from + own_width);
            let low = under.map(|stretch| stretch.low).max().unwrap_or(0);
            if best.is_none_or(|(best, _)| low < best) {
                best = Some((low, from));
            }
        }
        let (low, from) = best.unwrap_or_default();
        corners[nth] = (from, low);
        lower(&mut skyline, from, from + own_width, low + own_height);
    }
    corners
}

/// Between these columns, the skyline is now so low.
fn lower(skyline: &mut Vec<Stretch>, from: i64, until: i64, low: i64) {
    let before = skyline.partition_point(|stretch| stretch.from < from);
    let after = skyline.partition_point(|stretch| stretch.from < until);
    let continued = skyline[..after].last().map_or(0, |stretch| stretch.low);
    let ends_there = skyline.get(after).is_some_and(|stretch| stretch.from == until);
    let mut with = vec![Stretch { from, low }];
    if !ends_there {
        with.push(Stretch { from: until, low: continued });
    }
    skyline.splice(before..after, with);
}
