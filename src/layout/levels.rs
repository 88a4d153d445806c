//! A connected graph, and the same graph drawn together: each hub with the neighbours that no other hub has taken.

use super::{EDGE, Point};

/// A graph at one step of being drawn together.
#[derive(Debug)]
pub(super) struct Level {
    /// Where each node's neighbours begin among `ends`.
    starts: Vec<usize>,
    /// The neighbours, and how strongly the edges that lead there pull.
    ends: Vec<(usize, f64)>,
    /// How many nodes of the finest graph each node is.
    pub(super) masses: Vec<f64>,
    seeds: Vec<u32>,
}

/// A graph of so few nodes is not drawn together any further.
const FEW: usize = 24;

impl Level {
    /// The graph as it is.
    pub(super) fn finest(seeds: impl Iterator<Item = u32>, edges: &[(usize, usize)]) -> Self {
        let seeds: Vec<u32> = seeds.collect();
        let mut degrees = vec![0_u32; seeds.len()];
        edges.iter().flat_map(|(a, b)| [*a, *b]).for_each(|node| degrees[node] += 1);
        // What hangs on one thread is held closer, or it would be blown far out.
        let weight = |a: usize, b: usize| 1.0 + 4.0 / f64::from(degrees[a].min(degrees[b]));
        let edges = edges.iter().map(|(a, b)| (*a, *b, weight(*a, *b))).collect();
        Self::new(vec![1.0; seeds.len()], seeds, edges)
    }

    fn new(masses: Vec<f64>, seeds: Vec<u32>, edges: Vec<(usize, usize, f64)>) -> Self {
        let mut starts = vec![0_usize; masses.len() + 1];
        for (a, b, _) in &edges {
            starts[a + 1] += 1;
            starts[b + 1] += 1;
        }
        for node in 0..masses.len() {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut ends = vec![(0, 0.0); edges.len() * 2];
        for (a, b, weight) in edges {
            for (node, other) in [(a, b), (b, a)] {
                ends[next[node]] = (other, weight);
                next[node] += 1;
            }
        }
        Self { starts, ends, masses, seeds }
    }

    /// How many nodes it has.
    pub(super) fn len(&self) -> usize {
        self.masses.len()
    }

    /// The neighbours of a node, with the weight of the edge.
    pub(super) fn neighbours(&self, node: usize) -> &[(usize, f64)] {
        &self.ends[self.starts[node]..self.starts[node + 1]]
    }

    /// The graph with fewer nodes, and of which of them each node has become part. `None` where that would gain little.
    pub(super) fn drawn_together(&self) -> Option<(Self, Vec<usize>)> {
        const NONE: usize = usize::MAX;
        if self.len() <= FEW {
            return None;
        }
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_unstable_by_key(|node| {
            (std::cmp::Reverse(self.neighbours(*node).len()), self.seeds[*node], *node)
        });
        let mut parents = vec![NONE; self.len()];
        let (mut masses, mut seeds) = (Vec::new(), Vec::new());
        for hub in order {
            if parents[hub] != NONE {
                continue;
            }
            parents[hub] = masses.len();
            let mut mass = self.masses[hub];
            for (other, _) in self.neighbours(hub) {
                if parents[*other] == NONE {
                    parents[*other] = masses.len();
                    mass += self.masses[*other];
                }
            }
            masses.push(mass);
            seeds.push(self.seeds[hub]);
        }
        if masses.len() * 10 > self.len() * 9 {
            return None;
        }
        let mut edges: Vec<(usize, usize, f64)> = Vec::new();
        for node in 0..self.len() {
            let own = parents[node];
            let outward = self.neighbours(node).iter().map(|(other, weight)| (parents[*other], *weight));
            edges.extend(
                outward.filter(|(other, _)| own < *other).map(|(other, weight)| (own, other, weight)),
            );
        }
        // Equal pairs stay in the order of the nodes, so their weights are summed in a fixed order.
        edges.sort_by_key(|(a, b, _)| (*a, *b));
        edges.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            if same {
                kept.2 += next.2;
            }
            same
        });
        Some((Self::new(masses, seeds, edges), parents))
    }

    /// Places drawn from the nodes' seeds.
    pub(super) fn start(&self) -> Vec<Point> {
        let total: f64 = self.masses.iter().sum();
        let side = EDGE * total.sqrt();
        let point = |(nth, seed): (usize, &u32)| {
            let (x, y) = scattered(*seed, nth);
            Point { x: x * side, y: y * side }
        };
        self.seeds.iter().enumerate().map(point).collect()
    }

    /// Places around those of the nodes that these have been part of.
    pub(super) fn unfold(&self, points: &[Point], parents: &[usize]) -> Vec<Point> {
        let around = |(nth, (seed, parent)): (usize, (&u32, &usize))| {
            let (x, y) = scattered(*seed, nth);
            let at = points[*parent];
            Point { x: at.x + (x - 0.5) * EDGE, y: at.y + (y - 0.5) * EDGE }
        };
        self.seeds.iter().zip(parents).enumerate().map(around).collect()
    }
}

/// Two numbers from 0 to 1 that look like chance and are none (splitmix64).
fn scattered(seed: u32, nth: usize) -> (f64, f64) {
    let mut mixed = (u64::from(seed) << 24) ^ (nth as u64);
    mixed = mixed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 31;
    let part = |bits: u64| f64::from(u32::try_from(bits & 0xFFFF_FFFF).unwrap_or(0)) / 4_294_967_296.0;
    (part(mixed), part(mixed >> 32))
}
