//! What the script of `chains.html` needs to find how any two entities are linked, and to say it.
//!
//! Three sorts of files, so that nobody loads more than a question needs: the names, when a reader begins to choose; the
//! bare graph, when both are chosen; and what is to be said of the relations, in parts, when chains are found. They are
//! classic scripts, because a page that is opened from a disk cannot fetch.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::SiteFile;
use crate::link::PageAddress;
use crate::link::chains::{HUB_RELATIONS, MOST_CHAINS};
use crate::link::network::Edge;
use crate::markup::{Material, kept_together};
use crate::model::claim::Status;
use crate::model::{RelationId, vocabulary};
use crate::view::{Viewer, by_label, phrase, phrase_of_mentions};

/// How many relations one part speaks of.
const RELATIONS_IN_A_PART: usize = 256;

/// All of them; none where nothing is linked.
pub(super) fn files(material: &Material) -> Vec<SiteFile<'static>> {
    if !material.dossier.has_chains() {
        return Vec::new();
    }
    let viewer = Viewer::new(material, &PageAddress::Chains);
    let mut files = vec![
        file("chains/names.js".into(), "names", &names(material, &viewer)),
        file("chains/ties.js".into(), "ties", &ties(material)),
    ];
    let parts = material.dossier.network.edges().par_chunks(RELATIONS_IN_A_PART);
    let parts: Vec<Value> =
        parts.map(|edges| edges.iter().map(|edge| said(material, &viewer, edge)).collect()).collect();
    files.extend((0..).zip(&parts).map(|(nth, part)| {
        let named = json!({ "part": nth, "of": part });
        file(format!("chains/said-{nth}.js"), "said", &named)
    }));
    files
}

fn file(path: String, what: &str, value: &Value) -> SiteFile<'static> {
    SiteFile::text(path, format!("window.redstring.chains.{what}({value});\n"))
}

/// The entities in the order of the network: id, name and kind; where there are any, other names; of claims the status
/// and who says them.
fn names(material: &Material, viewer: &Viewer<'_>) -> Value {
    let dossier = &material.dossier;
    let kinds: Vec<_> = dossier.kinds_in_use().collect();
    let statuses: Vec<_> = Status::ALL.iter().map(|status| viewer.status_words(Some(*status))).collect();
    let nodes = dossier.network.nodes().par_iter().filter_map(|id| dossier.page(id)).map(|page| {
        let facts = page.facts();
        let kind = kinds.iter().position(|kind| Some(&kind.id) == facts.kind());
        let mut node = vec![json!(facts.id.as_str()), json!(facts.title), json!(kind)];
        let aliases = viewer.aliases(facts);
        let status = facts.claim.as_ref().and_then(|claim| claim.status);
        let status = status.and_then(|status| Status::ALL.iter().position(|known| *known == status));
        let speakers = viewer.speakers(facts);
        if !aliases.is_empty() || facts.claim.is_some() {
            node.push(json!(aliases));
        }
        if facts.claim.is_some() {
            node.extend([json!(status), json!(speakers)]);
        }
        Value::Array(node)
    });
    let nodes: Vec<_> = nodes.collect();
    json!({
        "kinds": kinds.iter().map(|kind| json!([kind.id.as_str(), kind.folder, kind.singular])).collect::<Vec<_>>(),
        "source": kinds.iter().position(|kind| kind.id.as_str() == vocabulary::SOURCE),
        "claim": kinds.iter().position(|kind| kind.id.as_str() == vocabulary::CLAIM),
        "statuses": statuses,
        "nodes": nodes,
    })
}

/// The relations and the mentions as bare numbers, three and two for each.
fn ties(material: &Material) -> Value {
    let dossier = &material.dossier;
    let network = &dossier.network;
    let settings = &dossier.settings;
    let mut places: BTreeMap<&RelationId, usize> = BTreeMap::new();
    let mut relations = Vec::new();
    let mut edges = Vec::with_capacity(network.edges().len() * 3);
    for edge in network.edges() {
        let place = *places.entry(&edge.relation).or_insert_with(|| {
            let form = match settings.relations.get(&edge.relation) {
                Some(relation) => phrase(relation, &settings.words),
                None => by_label(edge.relation.as_str()),
            };
            relations.push(json!({ "form": form, "symmetric": edge.symmetric }));
            relations.len() - 1
        });
        edges.extend([edge.from as usize, edge.to as usize, place]);
    }
    let mentions: Vec<u32> =
        network.mentions().iter().flat_map(|mention| [mention.from, mention.to]).collect();
    json!({
        "most": MOST_CHAINS,
        "hub": HUB_RELATIONS,
        "part": RELATIONS_IN_A_PART,
        "relations": relations,
        "mention": phrase_of_mentions(&settings.words),
        "edges": edges,
        "mentions": mentions,
    })
}

/// What is to be said of a relation besides: its qualifiers, and its sources, each with the place in it; 0 where there is
/// neither.
fn said(material: &Material, viewer: &Viewer<'_>, edge: &Edge) -> Value {
    let dossier = &material.dossier;
    let note = viewer.edge_note(edge);
    let cited = dossier.sources_behind(edge);
    if note.is_empty() && cited.is_empty() {
        return json!(0);
    }
    let sources = cited
        .iter()
        .map(|on| json!([dossier.network.place(dossier, &on.source), kept_together(&on.locator)]));
    json!([note, sources.collect::<Vec<_>>()])
}
