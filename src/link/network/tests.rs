//! Small dossiers and their networks; and the network of any web of relations, against the relations themselves.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::link::attachments::Attachments;
use crate::model::Settings;
use crate::parse::parse_page;
use crate::text::{ContentFile, ContentPath};

fn dossier(files: &[(&str, &str)]) -> Dossier {
    let settings = Settings::default();
    let pages = files.iter().map(|(path, text)| {
        let path = ContentPath::new(&format!("content/{path}.md"));
        Arc::new(parse_page(&ContentFile { path, text: (*text).into() }, &settings).value)
    });
    let pages = pages.collect();
    Dossier::link(settings, pages, Attachments::default(), &[]).value
}

/// Every edge as a sentence, with its sources.
fn sentences(dossier: &Dossier) -> Vec<String> {
    let network = &dossier.network;
    let name = |node: u32| network.id(node).map_or_else(String::new, ToString::to_string);
    let sentence = |edge: &Edge| {
        let sources = dossier.sources_of(edge).into_iter();
        let sources: Vec<_> = sources.map(|on| format!("{} {}", on.source, on.locator)).collect();
        let label = dossier.edge_label(edge, edge.from);
        let told = dossier.tellings(edge).count();
        let sentence =
            format!("{} {label} {} ×{told} [{}]", name(edge.from), name(edge.to), sources.join("; "));
        sentence.replace(" ]", "]")
    };
    network.edges().iter().map(sentence).collect()
}

#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(sentences(&dossier(files)), expected);
}

const SOURCE: (&str, &str) = ("sources/report", "---\n---\n");

#[test]
fn what_contradicts_a_claim_is_no_source_for_who_said_it() {
    check(
        &[
            ("people/a", "---\n---\n"),
            SOURCE,
            (
                "claims/c",
                "---\nsaid_by: a\ncontradicted_by: report\n---\n> [!contradicts] [@report]\n> No.\n",
            ),
        ],
        &["c said by a ×1 []", "c contradicted by report ×2 [report]"],
    );
}

#[test]
fn a_relation_is_one_edge_with_its_sources() {
    let office = ("organisations/office", "---\n---\n");
    check(
        &[
            office,
            SOURCE,
            ("people/a", "---\nworks_for: {to: office, from: 2016, sources: [\"report, para. 4\"]}\n---\n"),
            ("people/b", "---\nworks_for: office\nsources: [report]\n---\n"),
            ("people/c", "---\nworks_for: office\n---\nIt is said in [@report].\n"),
        ],
        &[
            "a works for office ×1 [report para. 4]",
            "b works for office ×1 [report]",
            "c works for office ×1 []",
        ],
    );
}

#[test]
fn what_is_written_twice_is_one_edge() {
    check(
        &[
            SOURCE,
            ("people/a", "---\nrelated_to: b\n---\n"),
            ("people/b", "---\nrelated_to: {to: a, sources: [report]}\n---\n"),
            (
                "claims/c",
                "---\nreported_by: report\nsaid_by: a\n---\n> [!reports] [@report, p. 2]\n> Words.\n",
            ),
        ],
        &[
            "a related to b ×2 [report]",
            "c reported by report ×2 [report p. 2]",
            "c said by a ×1 [report p. 2]",
        ],
    );
}

#[test]
fn what_is_private_or_no_entity_is_in_no_edge() {
    let files = [
        (
            "people/a",
            "---\nrelated_to: [secret, a, nobody, plain]\n---\n[[secret]] [[plain]] [[b]] [[b]] [[a]]\n",
        ),
        ("people/b", "---\nrelated_to: {to: a, sources: [hidden]}\n---\n"),
        ("people/secret", "---\npublish: false\nrelated_to: a\n---\n[[a]]\n"),
        ("sources/hidden", "---\npublish: false\n---\n"),
        ("plain", "---\nrelated_to: a\n---\n[[a]]\n"),
    ];
    check(&files, &["b related to a ×1 []"]);
    let dossier = dossier(&files);
    let network = &dossier.network;
    assert_eq!(network.nodes().len(), 2);
    assert_eq!(network.mentions(), [MentionEdge { from: 0, to: 1, times: 2 }]);
    assert_eq!(network.place(&dossier, &EntityId::new("plain")), None);
}

#[test]
fn beyond_the_bound_the_best_connected_are_drawn_and_none_hangs_in_the_air() {
    let star = |hub: &str, leaves: std::ops::Range<u32>| -> Vec<(String, String)> {
        let leaf = |nth: u32| (format!("people/p{nth}"), format!("---\nrelated_to: {hub}\n---\n"));
        leaves.map(leaf).chain([(format!("people/{hub}"), "---\n---\n".to_owned())]).collect()
    };
    let mut texts = star("a", 0..6);
    texts.extend(star("b", 6..8));
    texts.push(("people/zoe".into(), "---\n---\n".into()));
    let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (&**path, &**text)).collect();
    let dossier = dossier(&files);
    let network = &dossier.network;
    let whole = NetworkMap::draw(network);
    assert_eq!((whole.spots.len(), whole.left_out.len(), whole.alone), (10, 0, 1));
    assert_eq!(whole.edges(network).count(), 8);
    assert_eq!(whole.hubs(1).first().and_then(|hub| network.id(hub.node)), Some(&EntityId::new("a")));
    let inside =
        |spot: &map::Spot| (0..=whole.width).contains(&spot.x) && (0..=whole.height).contains(&spot.y);
    assert!(whole.spots.iter().all(inside));
    // The two hubs and one leaf of `a`; `b` has no leaf left to be drawn with.
    let part = NetworkMap::of_at_most(network, 3);
    let names: Vec<_> =
        part.spots.iter().filter_map(|spot| network.id(spot.node)).map(EntityId::as_str).collect();
    assert_eq!(names, ["a", "p0"]);
    assert_eq!((part.left_out.len(), part.alone, part.edges(network).count()), (8, 1, 1));
}

proptest! {
    #[test]
    fn every_edge_touches_its_two_ends_and_no_other(
        written in prop::collection::vec((0_u32..9, 0_u32..9, prop::bool::ANY), 0..40),
    ) {
        let texts: Vec<(String, String)> = (0..9).map(|own| {
            let list = |wanted: bool| -> String {
                let own = written.iter().filter(|(from, _, symmetric)| *from == own && *symmetric == wanted);
                own.map(|(_, to, _)| format!("n{to}, ")).collect()
            };
            let text = format!("---\nrelated_to: [{}]\npart_of: [{}]\n---\n", list(true), list(false));
            (format!("places/n{own}"), text)
        }).collect();
        let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (&**path, &**text)).collect();
        let dossier = dossier(&files);
        let network = &dossier.network;
        for node in 0..9 {
            let id = network.id(node).unwrap();
            prop_assert_eq!(network.place(&dossier, id), Some(node));
            let touching: Vec<_> = network.edges_of(node).collect();
            let all: Vec<_> =
                network.edges().iter().filter(|edge| edge.from == node || edge.to == node).collect();
            prop_assert_eq!(&touching, &all);
            prop_assert_eq!(touching.len(), network.degree(node));
            // What the page shows is what the network knows.
            let shown = dossier.relations(id).iter();
            let mut shown: Vec<_> = shown.filter_map(|end| match &end.other {
                OtherEnd::Page(other) if other != id => {
                    Some((other.clone(), dossier.settings.relations[&end.relation].label.clone(), end.inverse))
                }
                _ => None,
            }).collect();
            let mut known: Vec<_> = touching.iter().map(|edge| {
                let other = network.id(edge.other(node)).unwrap().clone();
                let label = dossier.settings.relations[&edge.relation].label.clone();
                let inverse = dossier.tellings(edge).all(|telling| telling.writer() != id);
                (other, label, inverse)
            }).collect();
            shown.sort();
            known.sort();
            prop_assert_eq!(shown, known);
        }
    }
}
