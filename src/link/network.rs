//! The network: published entities as nodes, what is said between them as edges.
//!
//! An [`Edge`] is one relation between two entities, whoever wrote it and however often; a [`MentionEdge`] is the
//! weaker sort: the text of one links to the other, and nothing is said of how they are related. Both are made from
//! what [`relations`](super::relations) and [`backlinks`](super::backlinks) gathered, so what may not be shown there
//! (a private page, a withheld name) is in neither.
//!
//! How to use it, from a [`Dossier`]:
//!
//! ```text
//! let network = &dossier.network;
//! let node = network.place(dossier, &id)?;                 // a dense u32, in page order; good for this value alone
//! for edge in network.edges_of(node) {             // both directions, in a fixed order
//!     let other = network.id(edge.other(node));
//!     let label = dossier.edge_label(edge, node);  // "works for" or "employs", as read from `node`
//!     for telling in dossier.tellings(edge) {      // who wrote it: role, from, until, note, quotation
//!         telling.written();
//!     }
//!     dossier.sources_of(edge);                    // what it rests on, each with its locator
//! }
//! network.mentions_of(node);                       // apart
//! ```
//!
//! Nodes are numbered by page order (kind, name, id), edges by the node that wrote them first and then as written,
//! so a walk in these orders is the same in every build.

pub mod map;
mod telling;

use rayon::prelude::*;

use super::backlinks::{Backlinks, Way};
use super::corpus::Corpus;
use super::dossier::Dossier;
use super::relations::{self, OtherEnd, Relations};
use super::resolution::Resolution;
use crate::model::{EntityId, RelationId};
use crate::text::HashMap;

pub use map::{NetworkMap, radius};
use telling::Place;
pub use telling::{RestsOn, Telling};

/// The published entities and what is said between them.
#[derive(Debug, Default)]
pub struct Network {
    nodes: Vec<EntityId>,
    edges: Vec<Edge>,
    edges_at: Touching,
    mentions: Vec<MentionEdge>,
    mentions_at: Touching,
    /// By their nodes, the sources that entities name for themselves as a whole by a relation.
    named: Vec<(u32, EntityId)>,
}

/// A relation between two entities: one line of the network, once however often it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The node that wrote it; of a symmetric relation that both wrote, the first in page order.
    pub from: u32,
    /// The node it leads to.
    pub to: u32,
    /// Which relation.
    pub relation: RelationId,
    /// Whether it reads the same from both ends: "related to".
    pub symmetric: bool,
    /// Where it is written.
    told: Vec<(u32, Place)>,
}

/// The text of one entity links to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MentionEdge {
    /// The node whose text it is.
    pub from: u32,
    /// The node it links to.
    pub to: u32,
    /// How often.
    pub times: u32,
}

impl Edge {
    /// The node at the other end.
    #[must_use]
    pub fn other(&self, node: u32) -> u32 {
        if self.from == node { self.to } else { self.from }
    }
}

impl MentionEdge {
    /// The node at the other end.
    #[must_use]
    pub fn other(&self, node: u32) -> u32 {
        if self.from == node { self.to } else { self.from }
    }
}

impl Network {
    /// Whether one map shows both: it has the entities and their relations, and knows nothing of mentions.
    #[must_use]
    pub fn has_map_of(&self, other: &Self) -> bool {
        self.nodes == other.nodes && self.edges == other.edges
    }

    /// The entities, in page order; a node is the place in this list.
    #[must_use]
    pub fn nodes(&self) -> &[EntityId] {
        &self.nodes
    }

    /// The node of an entity.
    #[must_use]
    pub fn place(&self, corpus: &Corpus, id: &EntityId) -> Option<u32> {
        place(&self.nodes, corpus, id)
    }

    /// All relations, by the node that wrote them and then as written.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// All mentions, by the two nodes.
    #[must_use]
    pub fn mentions(&self) -> &[MentionEdge] {
        &self.mentions
    }

    /// The entity of a node.
    #[must_use]
    pub fn id(&self, node: u32) -> Option<&EntityId> {
        self.nodes.get(node as usize)
    }

    /// The relations of a node, in both directions, in the order of [`Network::edges`].
    pub fn edges_of(&self, node: u32) -> impl ExactSizeIterator<Item = &Edge> {
        self.edges_at.at(node).iter().map(|edge| &self.edges[*edge as usize])
    }

    /// The mentions of and by a node, in the order of [`Network::mentions`].
    pub fn mentions_of(&self, node: u32) -> impl ExactSizeIterator<Item = &MentionEdge> {
        self.mentions_at.at(node).iter().map(|edge| &self.mentions[*edge as usize])
    }

    /// The sources that the entity of a node names for itself as a whole by a relation, as written: `documented_by`, and
    /// what reports or supports a claim.
    pub fn named_by(&self, node: u32) -> impl Iterator<Item = &EntityId> {
        let first = self.named.partition_point(|(by, _)| *by < node);
        self.named[first..].iter().take_while(move |(by, _)| *by == node).map(|(_, source)| source)
    }

    /// How many relations a node has.
    #[must_use]
    pub fn degree(&self, node: u32) -> usize {
        self.edges_at.at(node).len()
    }
}

/// Nodes stand in page order, and entities stand before all other pages.
fn place(nodes: &[EntityId], corpus: &Corpus, id: &EntityId) -> Option<u32> {
    let rank = corpus.rank(id);
    nodes.get(rank).filter(|known| *known == id).and_then(|_| u32::try_from(rank).ok())
}

impl Dossier {
    /// What the relation reads as from one of its ends: "works for", "employs".
    #[must_use]
    pub fn edge_label<'a>(&'a self, edge: &'a Edge, from: u32) -> &'a str {
        let relation = self.settings.relations.get(&edge.relation);
        relation.map_or(edge.relation.as_str(), |relation| {
            if edge.from == from { &relation.label } else { &relation.inverse }
        })
    }
}

/// Draw the network of what has been gathered.
#[must_use]
pub(super) fn gather(corpus: &Corpus, relations: &Relations, backlinks: &Backlinks) -> Network {
    let entities = corpus.pages().map(super::PublishedPage::facts).filter(|facts| facts.kind().is_some());
    let nodes: Vec<EntityId> = entities.map(|facts| facts.id.clone()).collect();
    let edges = edges(corpus, relations, &nodes);
    let mentions = mentions(corpus, backlinks, &nodes);
    let edges_at = Touching::new(nodes.len(), edges.iter().map(|edge| (edge.from, edge.to)));
    let mentions_at = Touching::new(nodes.len(), mentions.iter().map(|edge| (edge.from, edge.to)));
    let named = named(corpus, relations, &nodes);
    Network { nodes, edges, edges_at, mentions, mentions_at, named }
}

fn edges(corpus: &Corpus, relations: &Relations, nodes: &[EntityId]) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::new();
    // A statement that is written twice, at both ends or in front matter and text, is one edge.
    let mut known: HashMap<(u32, u32, RelationId), usize> = HashMap::default();
    let mut add = |writer: u32, to: u32, relation: &RelationId, symmetric: bool, place: Place| {
        let (low, high) = if symmetric { (writer.min(to), writer.max(to)) } else { (writer, to) };
        let edge = *known.entry((low, high, relation.clone())).or_insert_with(|| {
            edges.push(Edge {
                from: writer,
                to,
                relation: relation.clone(),
                symmetric,
                told: Vec::with_capacity(1),
            });
            edges.len() - 1
        });
        edges[edge].told.push((writer, place));
    };
    for (writer, id) in (0..).zip(nodes) {
        let ends = relations::of(relations, id);
        for (nth, end) in ends.iter().enumerate().filter(|(_, end)| !end.inverse) {
            let OtherEnd::Page(other) = &end.other else { continue };
            let Some(to) = place(nodes, corpus, other).filter(|to| *to != writer) else { continue };
            let relation = corpus.settings.relations.get(&end.relation);
            let symmetric = relation.is_some_and(|relation| relation.label == relation.inverse);
            add(writer, to, &end.relation, symmetric, Place::Relation(nth));
        }
        let Some(facts) = corpus.page(id).map(super::PublishedPage::facts) else { continue };
        if facts.claim.is_none() {
            continue;
        }
        for (nth, evidence) in facts.evidence.iter().enumerate() {
            let Resolution::Page(source) = corpus.resolve(facts, &evidence.source.source.target) else {
                continue;
            };
            let Some(to) = place(nodes, corpus, source).filter(|_| corpus.is_source(source)) else {
                continue;
            };
            let relation = RelationId::new(evidence.stance.relation());
            add(writer, to, &relation, false, Place::Evidence(nth));
        }
    }
    edges
}

fn named(corpus: &Corpus, relations: &Relations, nodes: &[EntityId]) -> Vec<(u32, EntityId)> {
    let of_node = |(node, id)| {
        let ends = relations::of(relations, id).iter().filter(|end| !end.inverse);
        ends.filter_map(move |end| Some((node, telling::named_by(corpus, end)?.clone())))
    };
    (0..).zip(nodes).flat_map(of_node).collect()
}

fn mentions(corpus: &Corpus, backlinks: &Backlinks, nodes: &[EntityId]) -> Vec<MentionEdge> {
    let of_node = |(to, id): (usize, &EntityId)| {
        let links = backlinks.get(id).map_or(&[][..], |links| links);
        let links = links.iter().filter(|link| link.way == Way::Mention);
        links.filter_map(move |link| {
            let (from, to) = (place(nodes, corpus, &link.from)?, u32::try_from(to).ok()?);
            let times = u32::try_from(link.mentions.len()).unwrap_or(u32::MAX);
            Some(MentionEdge { from, to, times })
        })
    };
    let mut mentions: Vec<_> = nodes.par_iter().enumerate().flat_map_iter(of_node).collect();
    mentions.par_sort_unstable_by_key(|mention| (mention.from, mention.to));
    mentions
}

/// The edges that touch each node: one list, cut by node.
#[derive(Debug, Default)]
struct Touching {
    starts: Vec<u32>,
    edges: Vec<u32>,
}

impl Touching {
    fn new(nodes: usize, ends: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; nodes + 1];
        for node in ends.clone().flat_map(|(from, to)| [from, to]) {
            starts[node as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut edges = vec![0; starts[nodes] as usize];
        for (edge, (from, to)) in (0..).zip(ends) {
            for node in [from, to] {
                let slot = &mut next[node as usize];
                edges[*slot as usize] = edge;
                *slot += 1;
            }
        }
        Self { starts, edges }
    }

    fn at(&self, node: u32) -> &[u32] {
        let node = node as usize;
        match (self.starts.get(node), self.starts.get(node + 1)) {
            (Some(start), Some(end)) => &self.edges[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests;
