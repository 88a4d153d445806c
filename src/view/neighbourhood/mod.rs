//! The neighbourhood of an entity: a small drawing of whom it is related to, on its own page.
//!
//! All that it shows stands in words on the page as well; the drawing is for the eye. Which neighbours are shown is
//! decided here, where they stand by [`ring`], how their names are broken by [`lines`].

mod lines;
mod ring;

use serde::Serialize;

use self::ring::{Line, Ring, WIDTH, half_width};
use super::shape::mark;
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::address::encode;
use crate::link::network::Edge;
use crate::model::claim::Stance;
use crate::parse::facts::PageFacts;

/// A drawing of an entity and its neighbours.
#[derive(Debug, Clone, Serialize)]
pub struct NeighbourhoodView {
    /// What it shows, in words.
    pub title: String,
    /// Its size.
    pub width: i32,
    /// Its size.
    pub height: i32,
    /// The entity itself.
    pub centre: CentreView,
    /// The lines from the middle to the neighbours, as data of an SVG path.
    pub spokes: String,
    /// The lines between neighbours, as data of an SVG path; may be empty.
    pub chords: String,
    /// The neighbours, those of the same relation together.
    pub neighbours: Vec<NeighbourView>,
    /// How many more there are.
    pub more: usize,
    /// Where they are listed.
    pub more_href: String,
    /// The whole network.
    pub network_href: String,
}

/// What stands in the middle.
#[derive(Debug, Clone, Serialize)]
pub struct CentreView {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its size.
    pub width: i32,
    /// Its size.
    pub height: i32,
    /// The name, broken into lines.
    pub lines: Vec<LineView>,
}

/// One neighbour.
#[derive(Debug, Clone, Serialize)]
pub struct NeighbourView {
    /// Its page.
    pub href: String,
    /// Its whole name.
    pub name: String,
    /// The middle of its mark.
    pub x: i32,
    /// The middle of its mark.
    pub y: i32,
    /// The mark of its kind, as data of an SVG path around 0.
    pub shape: &'static str,
    /// Which of the colours for kinds, from 1.
    pub colour: usize,
    /// Whether its name ends at its mark: it stands on the left.
    pub left: bool,
    /// What the relation is called as seen from the entity, above the first neighbour that has it on either side.
    pub label: Vec<LineView>,
    /// The name, broken into lines.
    pub lines: Vec<LineView>,
}

/// A line of words in a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineView {
    /// Where it begins, or ends on the left side.
    pub x: i32,
    /// Its base line.
    pub y: i32,
    /// The words.
    pub text: String,
}

impl From<Line> for LineView {
    fn from(line: Line) -> Self {
        Self { x: line.x, y: line.y, text: line.text }
    }
}

/// How many neighbours are drawn at most.
const MOST: usize = 14;

/// A neighbour with more relations than this is not searched for those to other neighbours, or drawing all pages would
/// take the square of what the largest hub has.
const MOST_SEARCHED: usize = 200;

/// One neighbour and what is between the entity and it.
struct Neighbour<'a> {
    node: u32,
    edges: Vec<&'a Edge>,
    weight: usize,
}

impl Viewer<'_> {
    /// The neighbourhood of an entity; none where it has no relations. All of them stand in words at the address `listed`.
    pub(super) fn neighbourhood(&self, facts: &PageFacts, listed: &str) -> Option<NeighbourhoodView> {
        let node = self.dossier.network.place(self.dossier, &facts.id)?;
        let mut neighbours = self.neighbours(node);
        if neighbours.is_empty() {
            return None;
        }
        neighbours.sort_by_key(|found| {
            let degree = self.dossier.network.degree(found.node);
            (std::cmp::Reverse((found.weight, degree)), found.node)
        });
        let more = neighbours.len().saturating_sub(MOST);
        neighbours.truncate(MOST);
        let labelled = self.labelled(node, neighbours);
        let calls: Vec<(&str, &str)> =
            labelled.iter().map(|(label, found)| (&**label, self.title_of(found.node))).collect();
        let ring = ring::seat(&facts.title, &calls);
        let chords = self.chords(&labelled, &ring);
        let neighbours = labelled.iter().zip(&ring.seats).filter_map(|((_, found), seat)| {
            let page = self.dossier.page(self.dossier.network.id(found.node)?)?.facts();
            let mark = mark(&self.dossier.settings, page.kind()?.as_str());
            Some(NeighbourView {
                href: self.href(&PageAddress::Entity(page.id.clone())),
                name: page.title.to_string(),
                x: seat.x,
                y: seat.y,
                shape: mark.path,
                colour: mark.colour,
                left: seat.left,
                label: seat.label.iter().cloned().map(Into::into).collect(),
                lines: seat.name.iter().cloned().map(Into::into).collect(),
            })
        });
        let (x, y) = (WIDTH / 2, ring.height / 2);
        Some(NeighbourhoodView {
            title: self.words.fill("neighbourhood-of", &[("name", (&*facts.title).into())]),
            width: WIDTH,
            height: ring.height,
            spokes: ring.seats.iter().map(|seat| format!("M{x} {y}L{} {}", seat.x, seat.y)).collect(),
            chords,
            neighbours: neighbours.collect(),
            centre: CentreView {
                x: x - half_width(),
                y: y - ring.half_height,
                width: half_width() * 2,
                height: ring.half_height * 2,
                lines: ring.centre.into_iter().map(Into::into).collect(),
            },
            more,
            more_href: listed.to_owned(),
            network_href: format!(
                "{}?at={}#part.network-map",
                self.href(&PageAddress::Network(1)),
                encode(facts.id.as_str())
            ),
        })
    }

    /// Everyone with a relation to a node, by node.
    fn neighbours(&self, node: u32) -> Vec<Neighbour<'_>> {
        let mut edges: Vec<&Edge> = self.dossier.network.edges_of(node).collect();
        edges.sort_by_key(|edge| edge.other(node));
        let mut found: Vec<Neighbour<'_>> = Vec::new();
        for edge in edges {
            let other = edge.other(node);
            match found.last_mut().filter(|last| last.node == other) {
                Some(last) => {
                    last.edges.push(edge);
                    last.weight += weight(edge);
                }
                None => found.push(Neighbour { node: other, edges: vec![edge], weight: weight(edge) }),
            }
        }
        found
    }

    /// Each neighbour with what is between the entity and it; equal calls together, what the entity itself wrote first.
    fn labelled<'n>(&self, node: u32, neighbours: Vec<Neighbour<'n>>) -> Vec<(String, Neighbour<'n>)> {
        let rank = |edge: &Edge| (edge.from != node, edge.relation.clone());
        let mut labelled: Vec<(String, Neighbour<'n>)> = neighbours
            .into_iter()
            .map(|mut found| {
                found.edges.sort_by_key(|edge| rank(edge));
                let mut labels: Vec<&str> =
                    found.edges.iter().map(|edge| self.dossier.edge_label(edge, node)).collect();
                labels.dedup();
                (labels.join(", "), found)
            })
            .collect();
        labelled.sort_by(|(a_label, a), (b_label, b)| {
            let first = |found: &Neighbour<'_>| found.edges.first().map(|edge| rank(edge));
            (first(a), a_label, a.node).cmp(&(first(b), b_label, b.node))
        });
        labelled
    }

    /// The relations among the neighbours themselves.
    fn chords(&self, shown: &[(String, Neighbour<'_>)], ring: &Ring) -> String {
        let network = &self.dossier.network;
        let mut pairs = Vec::new();
        for (nth, (_, found)) in shown.iter().enumerate() {
            if network.degree(found.node) > MOST_SEARCHED {
                continue;
            }
            for edge in network.edges_of(found.node) {
                let other = edge.other(found.node);
                if let Some(other) = shown.iter().position(|(_, shown)| shown.node == other) {
                    pairs.push((nth.min(other), nth.max(other)));
                }
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let line = |(a, b): (usize, usize)| {
            let (a, b) = (&ring.seats[a], &ring.seats[b]);
            // Bent towards the middle, so that it does not run through the neighbours between the two.
            let (x, y) = ((a.x + b.x + WIDTH) / 4, (a.y + b.y + ring.height) / 4);
            format!("M{} {}Q{x} {y} {} {}", a.x, a.y, b.x, b.y)
        };
        pairs.into_iter().map(line).collect()
    }

    fn title_of(&self, node: u32) -> &str {
        let id = self.dossier.network.id(node);
        id.and_then(|id| self.dossier.page(id)).map_or("", |page| &*page.facts().title)
    }
}

/// How much a relation counts for being drawn: what is known of the world before what speaks of what.
fn weight(edge: &Edge) -> usize {
    const OF_TEXTS: [&str; 5] = ["documented_by", "based_on", "about", "publisher", "author"];
    let relation = edge.relation.as_str();
    if OF_TEXTS.contains(&relation) || Stance::of_relation(relation).is_some() { 1 } else { 3 }
}
