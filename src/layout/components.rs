//! What of a graph hangs together.

use super::Graph;

/// A part of a graph in which every node can be reached from every other.
#[derive(Debug)]
pub(super) struct Component {
    /// Its nodes, as numbered in the whole graph; ascending.
    pub(super) nodes: Vec<usize>,
    /// Its edges, each once, as places in `nodes`.
    pub(super) edges: Vec<(usize, usize)>,
}

/// The components, by their first node.
pub(super) fn components(graph: &Graph<'_>) -> Vec<Component> {
    let count = graph.seeds.len();
    let mut leaders: Vec<usize> = (0..count).collect();
    let mut edges: Vec<(usize, usize)> = Vec::with_capacity(graph.edges.len());
    for (a, b) in graph.edges {
        let (a, b) = (*a.min(b) as usize, *a.max(b) as usize);
        if a == b || b >= count {
            continue;
        }
        edges.push((a, b));
        let (a, b) = (leader(&mut leaders, a), leader(&mut leaders, b));
        leaders[a.max(b)] = a.min(b);
    }
    edges.sort_unstable();
    edges.dedup();
    let mut components: Vec<Component> = Vec::new();
    // Where each node stands: in which component, and at which place of it. A leader is the first of its own.
    let mut stands: Vec<(usize, usize)> = Vec::with_capacity(count);
    for node in 0..count {
        let leader = leader(&mut leaders, node);
        if leader == node {
            stands.push((components.len(), 0));
            components.push(Component { nodes: vec![node], edges: Vec::new() });
        } else {
            let component = stands[leader].0;
            stands.push((component, components[component].nodes.len()));
            components[component].nodes.push(node);
        }
    }
    for (a, b) in edges {
        components[stands[a].0].edges.push((stands[a].1, stands[b].1));
    }
    components
}

/// The first node of the component as known so far; the way there is made shorter.
fn leader(leaders: &mut [usize], node: usize) -> usize {
    let mut node = node;
    while leaders[node] != node {
        leaders[node] = leaders[leaders[node]];
        node = leaders[node];
    }
    node
}
