//! A graph → places on a plane. Numbers alone: this floor knows neither a dossier nor how its result is drawn.
//!
//! 1. [`components`] parts the graph into what hangs together; each part is placed by itself.
//! 2. [`levels`] draws a part together step by step, until a few nodes are left. These find their places quickly, and
//!    every step back starts from where the step before came to rest: large graphs unfold instead of tangling.
//! 3. [`forces`] lets linked nodes pull and all nodes push, summed over a [`quadtree`], for a fixed number of rounds.
//! 4. [`spacing`] moves apart what still lies on each other, and turns the part so that it is wider than high.
//! 5. [`packing`] lays the parts side by side.
//!
//! The same graph gives the same places, whatever the number of threads and the machine: each node's force is summed
//! in a fixed order; only `+ - * /` and `sqrt` are used, which IEEE 754 defines to the last bit; and the result is
//! rounded to whole numbers. That is why this is not done by a crate (`ARCHITECTURE.md`).

mod components;
mod forces;
mod levels;
mod packing;
mod quadtree;
mod spacing;

use rayon::prelude::*;

use components::components;
use forces::settle;
use levels::Level;

/// The wished length of an edge between two nodes that have no other.
pub const EDGE: f64 = 40.0;

/// What is to be placed.
#[derive(Debug, Clone, Copy)]
pub struct Graph<'a> {
    /// The pairs of nodes that are linked; further ones of the same pair and loops count nothing.
    pub edges: &'a [(u32, u32)],
    /// A number of its own for each node, from which its start is drawn: where it hangs on the node's name, a further
    /// node moves the others less.
    pub seeds: &'a [u32],
    /// The half width of each node.
    pub radii: &'a [f64],
}

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Point {
    x: f64,
    y: f64,
}

/// The place of each node, in whole units; all are positive, and the first row and column begin at 0.
#[must_use]
pub fn places(graph: &Graph<'_>) -> Vec<(i32, i32)> {
    let parts = components(graph);
    let placed: Vec<Vec<Point>> = parts
        .par_iter()
        .map(|part| {
            let mut points =
                place(Level::finest(part.nodes.iter().map(|node| graph.seeds[*node]), &part.edges));
            let radii: Vec<f64> = part.nodes.iter().map(|node| graph.radii[*node]).collect();
            spacing::lay_wide(&mut points);
            spacing::part(&mut points, &radii);
            points
        })
        .collect();
    let extent = |(part, points): (&components::Component, &Vec<Point>)| {
        packing::Extent::of(points, part.nodes.iter().map(|node| graph.radii[*node]))
    };
    let sizes: Vec<packing::Extent> = parts.iter().zip(&placed).map(extent).collect();
    let corners = packing::pack(&sizes.iter().map(packing::Extent::size).collect::<Vec<_>>());
    let mut all = vec![(0, 0); graph.seeds.len()];
    for (((part, points), extent), corner) in parts.iter().zip(&placed).zip(&sizes).zip(corners) {
        for (node, point) in part.nodes.iter().zip(points) {
            all[*node] = extent.moved_to(corner, *point);
        }
    }
    all
}

/// The places of a connected graph: those of the graph drawn together, unfolded.
fn place(level: Level) -> Vec<Point> {
    let mut finer: Vec<(Level, Vec<usize>)> = Vec::new();
    let mut level = level;
    while let Some((coarser, parents)) = level.drawn_together() {
        finer.push((level, parents));
        level = coarser;
    }
    let mut points = level.start();
    settle(&level, &mut points, forces::Rounds::from_scratch());
    while let Some((next, parents)) = finer.pop() {
        points = next.unfold(&points, &parents);
        settle(&next, &mut points, forces::Rounds::unfolding(next.len()));
    }
    points
}

#[cfg(test)]
mod tests;
