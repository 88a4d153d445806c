//! Linked nodes pull, all nodes push, and with every round each may go less far (Fruchterman and Reingold, with masses).

use rayon::prelude::*;

use super::levels::Level;
use super::quadtree::Quadtree;
use super::{EDGE, Point};

/// How long the nodes may look for their places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rounds {
    count: usize,
    /// How far a node may go in the first round.
    step: f64,
    /// By how much less in each further one.
    cooling: f64,
}

impl Rounds {
    /// For the few nodes that a graph has been drawn together to.
    pub(super) fn from_scratch() -> Self {
        Self { count: 220, step: EDGE * 8.0, cooling: 0.97 }
    }

    /// For nodes that are near their places. The more there are, the longer a round takes.
    pub(super) fn unfolding(nodes: usize) -> Self {
        match nodes {
            0..=2_000 => Self { count: 100, step: EDGE * 2.0, cooling: 0.955 },
            2_001..=8_000 => Self { count: 70, step: EDGE * 2.0, cooling: 0.94 },
            _ => Self { count: 50, step: EDGE * 2.0, cooling: 0.92 },
        }
    }
}

/// Nodes are summed by one thread in runs of so many: for few nodes, handing out work costs more than the work.
const RUN: usize = 256;

/// Let the nodes find their places.
pub(super) fn settle(level: &Level, points: &mut Vec<Point>, rounds: Rounds) {
    let mut step = rounds.step;
    for _ in 0..rounds.count {
        let tree = Quadtree::new(points, &level.masses);
        let old: &[Point] = points;
        let moved = |node: usize| {
            let at = old[node];
            let push = tree.push(node, at);
            let mass = level.masses[node] * EDGE * EDGE;
            let mut force = Point { x: push.x * mass, y: push.y * mass };
            for (other, weight) in level.neighbours(node) {
                let (x, y) = (old[*other].x - at.x, old[*other].y - at.y);
                let pull = weight * (x * x + y * y).sqrt() / EDGE;
                force.x += x * pull;
                force.y += y * pull;
            }
            let length = (force.x * force.x + force.y * force.y).sqrt();
            if length < 1e-9 {
                return at;
            }
            // The last bit of the way is walked more slowly, or neighbours would go on changing places.
            let far = (length / (level.masses[node] * EDGE)).min(step) / length;
            Point { x: at.x + force.x * far, y: at.y + force.y * far }
        };
        *points = (0..level.len()).into_par_iter().with_min_len(RUN).map(moved).collect();
        step *= rounds.cooling;
    }
}
