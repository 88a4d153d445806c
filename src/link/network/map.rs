//! The network with a place for each entity: what the page of the network and its drawings show.

use super::{Edge, Network};
use crate::layout::{Graph, places};

/// The entities that have relations, each with its place.
#[derive(Debug, Default)]
pub struct NetworkMap {
    /// The entities drawn, in page order.
    pub spots: Vec<Spot>,
    /// How wide it is; all places and sizes lie inside.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// The nodes that have relations and are not drawn, because there are too many; in page order.
    pub left_out: Vec<u32>,
    /// How many entities have no relations.
    pub alone: usize,
    /// The spot of each node of the network, counted from 0; larger than any where it is not drawn.
    spot_of: Vec<u32>,
}

/// An entity on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The node of the network.
    pub node: u32,
    /// Its place.
    pub x: i32,
    /// Its place.
    pub y: i32,
    /// How many relations it has to others that are drawn.
    pub degree: u32,
}

/// Beyond so many entities nobody sees anything: the best connected ones are drawn.
pub const MOST_DRAWN: usize = 20_000;

const NOWHERE: u32 = u32::MAX;

/// The half width of the mark of an entity with so many relations.
#[must_use]
pub fn radius(degree: u32) -> f64 {
    (4.0 + 1.2 * f64::from(degree).sqrt()).min(26.0)
}

impl NetworkMap {
    /// Find a place for every entity of the network that has relations.
    #[must_use]
    pub fn draw(network: &Network) -> Self {
        Self::of_at_most(network, MOST_DRAWN)
    }

    pub(super) fn of_at_most(network: &Network, most: usize) -> Self {
        let all = (0..).zip(network.nodes()).map(|(node, _)| node);
        let (mut linked, alone): (Vec<u32>, Vec<u32>) = all.partition(|node| network.degree(*node) > 0);
        let mut left_out = Vec::new();
        if linked.len() > most {
            linked.sort_by_key(|node| (std::cmp::Reverse(network.degree(*node)), *node));
            left_out = linked.split_off(most);
        }
        let mut degrees = vec![0_u32; network.nodes().len()];
        let mut drawn = vec![false; network.nodes().len()];
        linked.iter().for_each(|node| drawn[*node as usize] = true);
        for edge in network.edges().iter().filter(|edge| drawn[edge.from as usize] && drawn[edge.to as usize])
        {
            degrees[edge.from as usize] += 1;
            degrees[edge.to as usize] += 1;
        }
        // Whose relations all lead to what is left out would hang in the air.
        let (mut linked, in_the_air): (Vec<u32>, Vec<u32>) =
            linked.into_iter().partition(|node| degrees[*node as usize] > 0);
        left_out.extend(in_the_air);
        left_out.sort_unstable();
        linked.sort_unstable();
        let mut spot_of = vec![NOWHERE; network.nodes().len()];
        for (spot, node) in (0..).zip(&linked) {
            spot_of[*node as usize] = spot;
        }
        let mut map = Self { left_out, alone: alone.len(), spot_of, ..Self::default() };
        map.place(network, &linked, &degrees);
        map
    }

    fn place(&mut self, network: &Network, linked: &[u32], degrees: &[u32]) {
        let edges: Vec<(u32, u32)> = self.edges(network).map(|(_, from, to)| (from, to)).collect();
        let seeds: Vec<u32> = linked
            .iter()
            .map(|node| network.id(*node).map_or(0, |id| crc32fast::hash(id.as_str().as_bytes())))
            .collect();
        let radii: Vec<f64> = linked.iter().map(|node| radius(degrees[*node as usize])).collect();
        let places = places(&Graph { edges: &edges, seeds: &seeds, radii: &radii });
        for (node, (x, y)) in linked.iter().zip(places) {
            let degree = degrees[*node as usize];
            #[expect(clippy::cast_possible_truncation, reason = "a radius is at most 26")]
            let edge = radius(degree).ceil() as i32;
            self.width = self.width.max(x + edge);
            self.height = self.height.max(y + edge);
            self.spots.push(Spot { node: *node, x, y, degree });
        }
    }

    /// The relations between entities that are drawn, in the order of the network, with the spots of their ends.
    pub fn edges<'a>(&'a self, network: &'a Network) -> impl Iterator<Item = (&'a Edge, u32, u32)> {
        network.edges().iter().filter_map(|edge| {
            let (from, to) = (self.spot_of[edge.from as usize], self.spot_of[edge.to as usize]);
            (from != NOWHERE && to != NOWHERE).then_some((edge, from, to))
        })
    }

    /// The best connected spots, the best first.
    #[must_use]
    pub fn hubs(&self, most: usize) -> Vec<Spot> {
        let mut spots = self.spots.clone();
        spots.sort_by_key(|spot| (std::cmp::Reverse(spot.degree), spot.node));
        spots.truncate(most);
        spots
    }
}
