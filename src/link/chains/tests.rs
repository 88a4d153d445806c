//! Chains in small dossiers, and in any web of relations against a search that tries every walk.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::link::attachments::Attachments;
use crate::model::{EntityId, Settings};
use crate::parse::parse_page;
use crate::text::{ContentFile, ContentPath};

fn dossier(files: &[(String, String)]) -> Dossier {
    let settings = Settings::default();
    let pages = files.iter().map(|(path, text)| {
        let path = ContentPath::new(&format!("content/{path}.md"));
        Arc::new(parse_page(&ContentFile { path, text: text.as_str().into() }, &settings).value)
    });
    let pages = pages.collect();
    Dossier::link(settings, pages, Attachments::default(), &[]).value
}

/// The chains between two entities, a line for each.
fn chains(files: &[(&str, &str)], from: &str, to: &str, ties: Ties) -> String {
    let files: Vec<_> = files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
    let dossier = dossier(&files);
    let node = |id: &str| dossier.network.place(&dossier, &EntityId::new(id)).unwrap();
    let found = dossier.chains(node(from), node(to), ties);
    let mut lines = String::new();
    for chain in found.chains {
        let ids: Vec<_> = chain.iter().map(|node| dossier.network.id(*node).unwrap().as_str()).collect();
        let _ = writeln!(lines, "{}", ids.join(" "));
    }
    lines
}

#[test]
fn no_chain_of_relations_goes_through_a_source_but_it_may_end_at_one() {
    let files = [
        ("people/a", "---\n---\n"),
        ("people/b", "---\n---\n"),
        ("claims/c", "---\nsaid_by: a\nreported_by: report\n---\n"),
        ("claims/d", "---\nsaid_by: b\nreported_by: report\n---\n"),
        ("sources/report", "---\n---\n"),
    ];
    assert_eq!(chains(&files, "a", "b", Ties::Relations), "");
    assert_eq!(chains(&files, "a", "b", Ties::All), "a c report d b\n");
    assert_eq!(chains(&files, "a", "report", Ties::Relations), "a c report\n");
}

#[test]
fn mentions_count_where_they_are_asked_for() {
    let files = [
        ("people/a", "---\n---\n[[b]]\n"),
        ("people/b", "---\n---\n"),
        ("people/c", "---\nrelated_to: b\n---\n"),
    ];
    assert_eq!(chains(&files, "a", "c", Ties::Relations), "");
    assert_eq!(chains(&files, "c", "a", Ties::All), "c b a\n");
    assert_eq!(chains(&files, "a", "a", Ties::All), "");
}

#[test]
fn of_equal_chains_those_through_fewer_relations_come_first() {
    let files = [
        ("organisations/hub", "---\n---\n"),
        ("organisations/quiet", "---\n---\n"),
        ("people/a", "---\nmember_of: [hub, quiet]\n---\n"),
        ("people/b", "---\nmember_of: [hub, quiet]\n---\n"),
        ("people/c", "---\nmember_of: hub\n---\n"),
    ];
    assert_eq!(chains(&files, "a", "b", Ties::Relations), "a quiet b\na hub b\n");
}

/// Every shortest walk, found by trying all.
fn naive(edges: &[(u32, u32)], sources: &[u32], from: u32, to: u32) -> Vec<Vec<u32>> {
    let mut walks = vec![vec![from]];
    for _ in 0..9 {
        let ended: Vec<_> = walks.iter().filter(|walk| walk.last() == Some(&to)).cloned().collect();
        if !ended.is_empty() {
            return ended;
        }
        walks = walks
            .into_iter()
            .flat_map(|walk| {
                let last = *walk.last().unwrap();
                let next =
                    (0..9).filter(|next| edges.contains(&(last, *next)) || edges.contains(&(*next, last)));
                let next =
                    next.filter(|next| !walk.contains(next) && (*next == to || !sources.contains(next)));
                next.map(|next| [walk.as_slice(), &[next]].concat()).collect::<Vec<_>>()
            })
            .collect();
    }
    Vec::new()
}

proptest! {
    #[test]
    fn all_shortest_chains_are_found_and_no_other(
        edges in prop::collection::vec((0_u32..9, 0_u32..9), 0..24),
    ) {
        // The pages come by kind and name: six places, then three sources.
        let file = |own: u32| if own < 6 { format!("places/n{own}") } else { format!("sources/n{own}") };
        let files: Vec<_> = (0..9).map(|own| {
            let ends: String = edges.iter().filter(|(from, _)| *from == own).map(|(_, to)| format!("n{to}, ")).collect();
            (file(own), format!("---\npart_of: [{ends}]\n---\n"))
        }).collect();
        let dossier = dossier(&files);
        for from in 0..9 {
            for to in (0..9).filter(|to| *to != from) {
                let found = dossier.chains(from, to, Ties::Relations);
                let mut expected = naive(&edges, &[6, 7, 8], from, to);
                prop_assert_eq!(found.total, expected.len() as u64);
                prop_assert_eq!(found.chains.len(), expected.len().min(MOST_CHAINS));
                for chain in &found.chains {
                    let at = expected.iter().position(|other| other == chain);
                    prop_assert!(at.is_some(), "{chain:?} is not among {expected:?}");
                    expected.remove(at.unwrap());
                    for step in chain.windows(2) {
                        prop_assert!(dossier.edges_between(step[0], step[1]).next().is_some());
                    }
                }
                let back = dossier.chains(to, from, Ties::Relations);
                prop_assert_eq!(back.total, found.total);
                prop_assert_eq!(back.chains.first().map(Vec::len), found.chains.first().map(Vec::len));
            }
        }
    }
}
