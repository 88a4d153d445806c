//! The page of the network: the map, and the table of all that it shows.

use serde::Serialize;

use super::entity_link::{EntityLink, words};
use super::frame::PageView;
use super::pager::Pager;
use super::shape::mark;
use super::viewer::Viewer;
use crate::link::address::relative;
use crate::link::network::{Edge, RestsOn};
use crate::link::{NETWORK_FILES, PageAddress};
use crate::markup::kept_together;

/// How many relations one page of the table holds at most.
pub const RELATIONS_ON_A_PAGE: usize = 250;

/// How many of the best connected entities are named.
const HUBS: usize = 12;
/// How many sources stand in one row of the table at most.
const MOST_SOURCES: usize = 40;

/// The network (template `network.html`), or a further page of its table.
#[derive(Debug, Serialize)]
pub struct NetworkView {
    /// How many entities have relations.
    pub entities: usize,
    /// How many relations there are.
    pub relations: usize,
    /// How many entities have none.
    pub alone: usize,
    /// The drawing; none on further pages of the table.
    pub map: Option<NetworkMapView>,
    /// The relations of this page of the table.
    pub rows: Vec<NetworkRow>,
    /// The pages of the table; none where it has one alone.
    pub pager: Option<Pager>,
}

/// The drawing of the network and what belongs to it.
#[derive(Debug, Serialize)]
pub struct NetworkMapView {
    /// The drawing, as a picture.
    pub src: String,
    /// Its size.
    pub width: i32,
    /// Its size.
    pub height: i32,
    /// The same as data, for the script.
    pub data: String,
    /// The kinds on the map, in the order of the navigation.
    pub kinds: Vec<NetworkKind>,
    /// The sorts of relation on the map, by name.
    pub sorts: Vec<NetworkSort>,
    /// The best connected entities, the best first.
    pub hubs: Vec<NetworkHub>,
    /// How many entities are not drawn because there are too many, by kind.
    pub left_out: Vec<NetworkKind>,
}

/// A kind of entity on the map.
#[derive(Debug, Serialize)]
pub struct NetworkKind {
    /// Its id.
    pub id: String,
    /// "People".
    pub label: String,
    /// Its mark, as data of an SVG path around 0.
    pub shape: &'static str,
    /// Which of the colours for kinds, from 1.
    pub colour: usize,
    /// How many.
    pub count: usize,
}

/// A sort of relation on the map.
#[derive(Debug, Serialize)]
pub struct NetworkSort {
    /// Its id.
    pub id: String,
    /// "works for".
    pub label: String,
    /// How many.
    pub count: usize,
}

/// A well connected entity.
#[derive(Debug, Serialize)]
pub struct NetworkHub {
    /// The entity.
    pub link: EntityLink,
    /// How many relations it has.
    pub count: usize,
}

/// One relation, as a row of the table.
#[derive(Debug, Serialize)]
pub struct NetworkRow {
    /// Who wrote it.
    pub from: EntityLink,
    /// "works for".
    pub label: String,
    /// To whom.
    pub to: EntityLink,
    /// "Technical director, since 2016"; may be empty.
    pub note: String,
    /// What it rests on; may be empty.
    pub sources: Vec<NetworkSource>,
}

/// A source of a relation.
#[derive(Debug, Serialize)]
pub struct NetworkSource {
    /// The source.
    pub link: EntityLink,
    /// Where in it: "para. 4"; may be empty.
    pub locator: String,
}

impl Viewer<'_> {
    /// One page of the network, from 1.
    #[must_use]
    pub fn network(&self, nth: usize) -> PageView<NetworkView> {
        let network = &self.dossier.network;
        let edges = network.edges();
        let first = (nth - 1) * RELATIONS_ON_A_PAGE;
        let own = edges.iter().skip(first).take(RELATIONS_ON_A_PAGE);
        let pages = edges.len().div_ceil(RELATIONS_ON_A_PAGE);
        let alone = (0..).zip(network.nodes()).filter(|(node, _)| network.degree(*node) == 0).count();
        let view = NetworkView {
            entities: network.nodes().len() - alone,
            relations: edges.len(),
            alone,
            map: (nth == 1).then(|| self.network_map()),
            rows: own.map(|edge| self.network_row(edge)).collect(),
            pager: Pager::of(nth, pages, |nth| self.href(&PageAddress::Network(nth))),
        };
        let (title, description) = (self.words.get("title-network"), self.words.get("description-network"));
        PageView { frame: self.frame("network", title, description), view }
    }

    fn network_map(&self) -> NetworkMapView {
        let dossier = self.dossier;
        let map = dossier.network_map();
        let mut sorts: Vec<NetworkSort> = Vec::new();
        for (id, relation) in &dossier.settings.relations {
            let of_sort = map.edges(&dossier.network).filter(|(edge, ..)| edge.relation == *id);
            let count = of_sort.count();
            if count > 0 {
                sorts.push(NetworkSort { id: id.to_string(), label: relation.label.to_string(), count });
            }
        }
        sorts.sort_by(|a, b| (&a.label, &a.id).cmp(&(&b.label, &b.id)));
        let hubs = map.hubs(HUBS).into_iter().filter_map(|spot| {
            let link = self.link(dossier.network.id(spot.node)?);
            Some(NetworkHub { link, count: spot.degree as usize })
        });
        NetworkMapView {
            src: relative(&self.file, NETWORK_FILES[0]),
            width: map.width,
            height: map.height,
            data: relative(&self.file, NETWORK_FILES[1]),
            kinds: self.network_kinds(map.spots.iter().map(|spot| spot.node)),
            sorts,
            hubs: hubs.collect(),
            left_out: self.network_kinds(map.left_out.iter().copied()),
        }
    }

    /// How many of each kind these nodes are; kinds without any are left out.
    fn network_kinds(&self, nodes: impl Iterator<Item = u32> + Clone) -> Vec<NetworkKind> {
        let settings = &self.dossier.settings;
        let kind_of = |node: u32| {
            let page = self.dossier.page(self.dossier.network.id(node)?)?;
            page.facts().kind()
        };
        let kinds = settings.kinds.iter().map(|kind| {
            let mark = mark(settings, kind.id.as_str());
            NetworkKind {
                id: kind.id.to_string(),
                label: kind.plural.to_string(),
                shape: mark.path,
                colour: mark.colour,
                count: nodes.clone().filter(|node| kind_of(*node) == Some(&kind.id)).count(),
            }
        });
        kinds.filter(|kind| kind.count > 0).collect()
    }

    fn network_row(&self, edge: &Edge) -> NetworkRow {
        let network = &self.dossier.network;
        let end = |node: u32| network.id(node).map(|id| self.link(id));
        let nobody = || words("");
        let mut notes: Vec<String> = Vec::new();
        for telling in self.dossier.tellings(edge) {
            let note = telling.written().map(|written| self.qualifiers(written)).unwrap_or_default();
            if !note.is_empty() && !notes.contains(&note) {
                notes.push(note);
            }
        }
        let source =
            |on: RestsOn| NetworkSource { link: self.link(&on.source), locator: kept_together(&on.locator) };
        let mut rests_on = self.dossier.sources_of(edge);
        let more = rests_on.len().saturating_sub(MOST_SOURCES);
        rests_on.truncate(MOST_SOURCES);
        let mut sources: Vec<_> = rests_on.into_iter().map(source).collect();
        if more > 0 {
            // All of them stand on the page that wrote the relation.
            let href = network.id(edge.from).map(|id| self.href(&PageAddress::Entity(id.clone())));
            let link = EntityLink { href, ..words(self.words.count("facts-more", more)) };
            sources.push(NetworkSource { link, locator: String::new() });
        }
        NetworkRow {
            from: end(edge.from).unwrap_or_else(nobody),
            label: self.dossier.edge_label(edge, edge.from).to_owned(),
            to: end(edge.to).unwrap_or_else(nobody),
            note: notes.join("; "),
            sources,
        }
    }
}
