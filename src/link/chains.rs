//! How one entity is linked to another: the shortest chains of relations between them.
//!
//! A chain is a walk through the [`network`](super::network) from entity to entity. All chains here are shortest ones,
//! and of those that are equally short the first [`MOST_CHAINS`] are given and the others counted. There are two sorts
//! of [`Ties`]: relations alone, and, where these lead nowhere, mentions as well.
//!
//! No chain of relations goes through a source. That one report speaks of both says nothing of how they are linked, and
//! in a dossier on few reports would link everybody with everybody.

mod named;

use std::collections::VecDeque;

use super::dossier::Dossier;
use super::network::{Edge, MentionEdge};

pub use named::NamedChain;
pub(super) use named::gather;

/// How many chains are given at most.
pub const MOST_CHAINS: usize = 10;

/// How many relations make an entity a hub: that two are linked through it may say little.
pub const HUB_RELATIONS: usize = 25;

/// What a chain may be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ties {
    /// Relations between entities, not by way of a source.
    Relations,
    /// Everything: also mentions in texts, and sources on the way.
    All,
}

/// The shortest chains between two entities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chains {
    /// The first of them, as the nodes that they go through, both ends included.
    pub chains: Vec<Vec<u32>>,
    /// How many there are in all; at the highest number that can be said, there are more.
    pub total: u64,
}

impl Dossier {
    /// The shortest chains from one node to another. Those through entities with few relations come first, then
    /// those earlier in page order.
    #[must_use]
    pub fn chains(&self, from: u32, to: u32, ties: Ties) -> Chains {
        if from == to {
            return Chains::default();
        }
        let search = Search { dossier: self, from, to, ties };
        let (steps_left, reached) = search.distances();
        if steps_left.get(from as usize).is_none_or(|left| *left == u32::MAX) {
            return Chains::default();
        }
        Chains { total: search.count(&steps_left, &reached), chains: search.first(&steps_left) }
    }

    /// Whether there is something to ask for: a relation, or a pair that `site.toml` names.
    #[must_use]
    pub fn has_chains(&self) -> bool {
        !self.network.edges().is_empty() || !self.named_chains.is_empty()
    }

    /// The relations between two nodes, in either direction.
    pub fn edges_between(&self, one: u32, other: u32) -> impl Iterator<Item = &Edge> {
        let network = &self.network;
        // One of the two may be a hub.
        let near = if network.degree(one) <= network.degree(other) { one } else { other };
        network.edges_of(near).filter(move |edge| edge.other(near) == if near == one { other } else { one })
    }

    /// The mentions between two nodes, in either direction.
    pub fn mentions_between(&self, one: u32, other: u32) -> impl Iterator<Item = &MentionEdge> {
        self.network.mentions_of(one).filter(move |mention| mention.other(one) == other)
    }
}

struct Search<'a> {
    dossier: &'a Dossier,
    from: u32,
    to: u32,
    ties: Ties,
}

impl Search<'_> {
    /// How many steps each node is from the end, as far as it matters, and the nodes in that order.
    fn distances(&self) -> (Vec<u32>, Vec<u32>) {
        let mut steps_left = vec![u32::MAX; self.dossier.network.nodes().len()];
        let mut reached = Vec::new();
        let mut waiting = VecDeque::new();
        if let Some(end) = steps_left.get_mut(self.to as usize) {
            *end = 0;
            waiting.push_back(self.to);
        }
        while let Some(node) = waiting.pop_front() {
            reached.push(node);
            let next = steps_left[node as usize] + 1;
            if next > steps_left[self.from as usize] || !(node == self.to || self.may_go_through(node)) {
                continue;
            }
            for neighbour in self.neighbours(node) {
                if steps_left[neighbour as usize] == u32::MAX {
                    steps_left[neighbour as usize] = next;
                    waiting.push_back(neighbour);
                }
            }
        }
        (steps_left, reached)
    }

    /// How many shortest chains there are: for each node as many as for those that are one step nearer.
    fn count(&self, steps_left: &[u32], reached: &[u32]) -> u64 {
        let mut counts = vec![0_u64; steps_left.len()];
        for node in reached {
            counts[*node as usize] = match steps_left[*node as usize] {
                0 => 1,
                _ => self
                    .nearer(steps_left, *node)
                    .fold(0, |sum, next| sum.saturating_add(counts[next as usize])),
            };
        }
        counts[self.from as usize]
    }

    /// The first chains, by walking towards the end.
    fn first(&self, steps_left: &[u32]) -> Vec<Vec<u32>> {
        let mut chains = Vec::new();
        let mut chain = vec![self.from];
        let onward = |node| self.nearer(steps_left, node).collect::<Vec<_>>().into_iter();
        let mut ways = vec![onward(self.from)];
        while let Some(way) = ways.last_mut() {
            let Some(next) = way.next() else {
                ways.pop();
                chain.pop();
                continue;
            };
            chain.push(next);
            if next == self.to {
                chains.push(chain.clone());
                if chains.len() == MOST_CHAINS {
                    break;
                }
                chain.pop();
            } else {
                ways.push(onward(next));
            }
        }
        chains
    }

    /// The neighbours that are one step nearer to the end.
    fn nearer<'s>(&'s self, steps_left: &'s [u32], node: u32) -> impl Iterator<Item = u32> + 's {
        let left = steps_left[node as usize];
        self.neighbours(node).into_iter().filter(move |next| {
            steps_left[*next as usize].checked_add(1) == Some(left)
                && (*next == self.to || self.may_go_through(*next))
        })
    }

    /// Each neighbour once, those with few relations first.
    fn neighbours(&self, node: u32) -> Vec<u32> {
        let network = &self.dossier.network;
        let mut found: Vec<u32> = network.edges_of(node).map(|edge| edge.other(node)).collect();
        if self.ties == Ties::All {
            found.extend(network.mentions_of(node).map(|mention| mention.other(node)));
        }
        found.sort_unstable_by_key(|other| (network.degree(*other), *other));
        found.dedup();
        found
    }

    fn may_go_through(&self, node: u32) -> bool {
        let is_source = self.dossier.network.id(node).is_some_and(|id| self.dossier.is_source(id));
        self.ties == Ties::All || !is_source
    }
}

#[cfg(test)]
mod tests;
