//! The map of the network as files: a picture that needs no script, and the data for the one that does.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::link::address::encode;
use crate::link::network::radius;
use crate::link::{Dossier, NETWORK_FILES, PageAddress};
use crate::model::KindId;
use crate::text::escape;
use crate::view::{Mark, mark};

/// The picture and the data; nothing where nobody has relations.
pub(super) fn files(dossier: &Dossier) -> Vec<(String, Vec<u8>)> {
    if dossier.network.edges().is_empty() {
        return Vec::new();
    }
    let texts = [picture(dossier), data(dossier)];
    NETWORK_FILES.into_iter().zip(texts).map(|(path, text)| (path.to_owned(), text.into_bytes())).collect()
}

/// How many of the best connected entities are named in the picture, if nothing else stands there: a fifth of all.
const NAMED: std::ops::RangeInclusive<usize> = 12..=60;

/// Of more marks than this nobody sees the shape: they are dots, which takes a fifth of the bytes.
const MOST_SHAPED: usize = 3000;

/// The colours of the theme, for a picture that no style sheet of the site reaches.
const STYLE: &str = "\
:root{--paper:#fbf9f4;--ink:#1e1b17;--line:#8a8173;--k1:#a81c2d;--k2:#2b5080;--k3:#85500c;--k4:#2d6043;--k5:#6b3f86;\
--k6:#8f2340;--k7:#5e574c;--k8:#1f6f78}\
@media(prefers-color-scheme:dark){:root{--paper:#181613;--ink:#e8e2d6;--line:#7d7466;--k1:#f2747a;--k2:#9dbfe8;\
--k3:#e3b873;--k4:#9ccf9f;--k5:#cfa5e6;--k6:#f08fa0;--k7:#a9a092;--k8:#6fc3d3}}\
.l{fill:none;stroke:var(--line);stroke-opacity:.45}\
text{font-family:sans-serif;text-anchor:middle;fill:var(--ink);stroke:var(--paper);paint-order:stroke;\
stroke-linejoin:round}\
.k1{fill:var(--k1)}.k2{fill:var(--k2)}.k3{fill:var(--k3)}.k4{fill:var(--k4)}.k5{fill:var(--k5)}.k6{fill:var(--k6)}\
.k7{fill:var(--k7)}.k8{fill:var(--k8)}\
.d{stroke-linecap:round}.s1{stroke:var(--k1)}.s2{stroke:var(--k2)}.s3{stroke:var(--k3)}.s4{stroke:var(--k4)}\
.s5{stroke:var(--k5)}.s6{stroke:var(--k6)}.s7{stroke:var(--k7)}.s8{stroke:var(--k8)}";

fn picture(dossier: &Dossier) -> String {
    let map = dossier.network_map();
    // A margin for the names of what stands at the edge.
    let unit = (map.width.max(map.height) / 1000).max(1);
    let (width, height, margin) = (map.width + 80 * unit, map.height + 60 * unit, 40 * unit);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{margin} -{} {width} {height}\"><style>{STYLE}</style>",
        30 * unit
    );
    let _ = write!(svg, "<path class=\"l\" stroke-width=\"{}\" d=\"", unit);
    for (_, from, to) in map.edges(&dossier.network) {
        let (a, b) = (map.spots[from as usize], map.spots[to as usize]);
        let _ = write!(svg, "M{} {}l{} {}", a.x, a.y, b.x - a.x, b.y - a.y);
    }
    svg.push_str("\"/>");
    for kind in &dossier.settings.kinds {
        let Mark { path, colour } = mark(&dossier.settings, kind.id.as_str());
        let own: Vec<_> =
            map.spots.iter().filter(|spot| kind_of(dossier, spot.node) == Some(&kind.id)).collect();
        if own.is_empty() {
            continue;
        }
        if map.spots.len() > MOST_SHAPED {
            let dots: String = own.iter().map(|spot| format!("M{} {}h0", spot.x, spot.y)).collect();
            let _ = write!(svg, "<path class=\"d s{colour}\" stroke-width=\"{}\" d=\"{dots}\"/>", 6 * unit);
            continue;
        }
        let _ = write!(svg, "<g class=\"k{colour}\">");
        for spot in own {
            let size = radius(spot.degree);
            let _ = write!(
                svg,
                "<path d=\"{path}\" transform=\"translate({} {})scale({size:.1})\"/>",
                spot.x, spot.y
            );
        }
        svg.push_str("</g>");
    }
    svg.push_str(&names(dossier, unit, margin));
    svg.push_str("</svg>\n");
    svg
}

/// The names of the best connected, each where none lies on another.
fn names(dossier: &Dossier, unit: i32, margin: i32) -> String {
    let map = dossier.network_map();
    let size = 13 * unit;
    let mut taken: Vec<[i32; 4]> = Vec::new();
    let mut out = format!("<g font-size=\"{size}\" stroke-width=\"{}\">", 3 * unit);
    let most = (map.spots.len() / 5).clamp(*NAMED.start(), *NAMED.end());
    for spot in map.hubs(most * 2) {
        let Some(page) = dossier.network.id(spot.node).and_then(|id| dossier.page(id)) else { continue };
        let name = shortened(&page.facts().title);
        #[expect(clippy::cast_possible_truncation, reason = "a radius is at most 26")]
        let y = spot.y - radius(spot.degree) as i32 - size / 3;
        let half = i32::try_from(name.chars().count()).unwrap_or(i32::MAX) * size / 3;
        // What would reach over the edge is moved in.
        let x = spot.x.max(half - margin).min(map.width + margin - half);
        let own = [x - half, y - size, x + half, y + size / 3];
        let clear = |other: &[i32; 4]| {
            own[2] <= other[0] || other[2] <= own[0] || own[3] <= other[1] || other[3] <= own[1]
        };
        if !taken.iter().all(clear) {
            continue;
        }
        taken.push(own);
        let _ = write!(out, "<text x=\"{x}\" y=\"{y}\">{}</text>", escape::text(&name));
        if taken.len() == most {
            break;
        }
    }
    out.push_str("</g>");
    out
}

/// As much of a name as a map has room for.
fn shortened(name: &str) -> String {
    const MOST: usize = 28;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let kept: String = name.chars().take(MOST - 1).collect();
    format!("{}…", kept.trim_end())
}

fn kind_of(dossier: &Dossier, node: u32) -> Option<&KindId> {
    dossier.page(dossier.network.id(node)?)?.facts().kind()
}

/// What `theme/network.js` draws: names and addresses, and all numbers in two long lists.
fn data(dossier: &Dossier) -> String {
    let map = dossier.network_map();
    let settings = &dossier.settings;
    let (mut ids, mut names, mut files) = (Vec::new(), Vec::new(), Vec::new());
    let (mut nodes, mut edges) = (Vec::new(), Vec::new());
    let kinds: Vec<_> = dossier.kinds_in_use().collect();
    for spot in &map.spots {
        let Some(page) = dossier.network.id(spot.node).and_then(|id| dossier.page(id)) else { continue };
        let facts = page.facts();
        let kind = facts.kind().and_then(|own| kinds.iter().position(|kind| kind.id == *own));
        ids.push(facts.id.as_str());
        names.push(&*facts.title);
        files.push(encode(&dossier.file_of(&PageAddress::Entity(facts.id.clone()))));
        let kind = kind.and_then(|kind| i32::try_from(kind).ok()).unwrap_or(-1);
        nodes.extend([kind, spot.x, spot.y]);
    }
    let used: BTreeSet<_> = map.edges(&dossier.network).map(|(edge, ..)| &edge.relation).collect();
    let relations: Vec<_> =
        settings.relations.values().filter(|relation| used.contains(&relation.id)).collect();
    for (edge, from, to) in map.edges(&dossier.network) {
        let relation = relations.iter().position(|relation| relation.id == edge.relation).unwrap_or(0);
        edges.extend([relation as u64, u64::from(from), u64::from(to)]);
    }
    let kinds: Vec<_> = kinds
        .iter()
        .map(|kind| {
            let mark = mark(settings, kind.id.as_str());
            (kind.id.as_str(), &*kind.singular, mark.path, mark.colour)
        })
        .collect();
    let relations: Vec<_> = relations
        .iter()
        .map(|relation| (relation.id.as_str(), &*relation.label, &*relation.inverse))
        .collect();
    let value = serde_json::json!({
        "size": [map.width, map.height],
        "kinds": kinds,
        "relations": relations,
        "ids": ids,
        "names": names,
        "files": files,
        "nodes": nodes,
        "edges": edges,
    });
    format!("window.redstringNetwork = {value};\n")
}
