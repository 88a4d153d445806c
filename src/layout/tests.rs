//! Any graph is placed, without overlap, and the same on any number of threads.

use proptest::prelude::*;

use super::*;

/// A graph with hubs: node `n` is linked to some earlier one, and sometimes to a second.
fn grown(nodes: u32) -> Vec<(u32, u32)> {
    let mut state = 7_u32;
    let mut next = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    let mut edges = Vec::new();
    for node in 1..nodes {
        for _ in 0..=next(5) {
            // Among few first nodes more often: they become hubs.
            let below = next(node) + 1;
            edges.push((node, next(below)));
        }
    }
    edges
}

fn placed(nodes: u32, edges: &[(u32, u32)], threads: usize) -> Vec<(i32, i32)> {
    let seeds: Vec<u32> = (0..nodes).map(|node| node.wrapping_mul(2_654_435_761)).collect();
    let radii = vec![4.0; nodes as usize];
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| places(&Graph { edges, seeds: &seeds, radii: &radii }))
}

#[test]
fn threads_change_nothing() {
    let edges = grown(1500);
    let alone = placed(1500, &edges, 1);
    assert_eq!(alone, placed(1500, &edges, 5));
    // Known on every machine: a change here moves every network that has been published.
    let sum = alone.iter().fold(0_u32, |sum, (x, y)| {
        let bytes = [x.to_le_bytes(), y.to_le_bytes()].concat();
        crc32fast::hash(&[&sum.to_le_bytes()[..], &bytes].concat())
    });
    assert_eq!(sum, 570_983_491);
}

#[test]
fn what_is_linked_lies_together() {
    let edges = grown(600);
    let at = placed(600, &edges, 2);
    let distance = |a: u32, b: u32| {
        let ((ax, ay), (bx, by)) = (at[a as usize], at[b as usize]);
        f64::from(ax - bx).hypot(f64::from(ay - by))
    };
    let linked: f64 = edges.iter().map(|(a, b)| distance(*a, *b)).sum::<f64>() / edges.len() as f64;
    let pairs = (0..600).flat_map(|a| (0..a).map(move |b| (a, b)));
    let all: f64 = pairs.map(|(a, b)| distance(a, b)).sum::<f64>() / (600.0 * 599.0 / 2.0);
    assert!(linked * 2.0 < all, "linked {linked}, all {all}");
}

proptest! {
    #[test]
    fn any_graph_is_placed_without_overlap(
        nodes in 1_u32..60,
        edges in prop::collection::vec((0_u32..60, 0_u32..60), 0..120),
        seed in 0_u32..3,
    ) {
        let edges: Vec<_> = edges.into_iter().filter(|(a, b)| *a < nodes && *b < nodes).collect();
        // Seeds may clash: names are hashed.
        let seeds: Vec<u32> = (0..nodes).map(|node| node % (seed + 1)).collect();
        let radii: Vec<f64> = (0..nodes).map(|node| 3.0 + f64::from(node % 7)).collect();
        let at = places(&Graph { edges: &edges, seeds: &seeds, radii: &radii });
        prop_assert_eq!(at.len(), nodes as usize);
        for a in 0..at.len() {
            prop_assert!((0..100_000).contains(&at[a].0) && (0..100_000).contains(&at[a].1));
            for b in 0..a {
                let distance = f64::from(at[a].0 - at[b].0).hypot(f64::from(at[a].1 - at[b].1));
                prop_assert!(distance >= radii[a] + radii[b], "{a} and {b} overlap: {distance}");
            }
        }
    }
}
