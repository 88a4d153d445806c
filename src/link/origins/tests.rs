//! Origins counted on drawn webs of sources, against the definition spelled out.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::model::{Derivation, RelationId};
use crate::parse::facts::MentionKey;
use crate::parse::target::Target;

const SOURCES: usize = 9;
/// Withheld sources are numbered on from the published ones.
const WITHHELD: usize = 3;

fn id(nth: usize) -> EntityId {
    EntityId::new(&format!("source-{nth}"))
}

fn step(to: usize) -> Step {
    let to = if to < SOURCES {
        Basis::Page(id(to))
    } else {
        Basis::Withheld {
            path: ContentPath::new(&format!("content/sources/{to}.md")),
            shown: "withheld".into(),
        }
    };
    let nothing: Arc<str> = "".into();
    let written = WrittenRelation {
        relation: RelationId::new(BASED_ON),
        to: MentionKey { target: Target::Here, nth: 0 },
        role: nothing.clone(),
        from: None,
        until: None,
        note: nothing.clone(),
        quote: nothing.clone(),
        translation: nothing.clone(),
        translator: nothing,
        sources: Vec::new(),
        derivation: Derivation::Stated,
        first_hand: false,
    };
    Step { to, written, writer: id(0) }
}

fn web(steps: &[(usize, usize)]) -> Derivations {
    let mut web = Derivations::default();
    for (from, to) in steps {
        web.add(&id(*from), step(*to));
    }
    web
}

fn reports(sources: &[(usize, bool)]) -> Vec<Report> {
    let mut told = BTreeSet::new();
    let first = sources.iter().filter(|(source, _)| told.insert(*source));
    first.map(|(source, first_hand)| Report { source: id(*source), first_hand: *first_hand }).collect()
}

fn groups(steps: &[(usize, usize)], sources: &[(usize, bool)]) -> BTreeSet<BTreeSet<EntityId>> {
    let groups = independent(&web(steps), &reports(sources));
    groups.into_iter().map(|group| group.into_iter().collect()).collect()
}

/// The definition: the report itself and all its forebears, and whoever shares one of them, over and over.
fn by_definition(steps: &[(usize, usize)], sources: &[(usize, bool)]) -> BTreeSet<BTreeSet<EntityId>> {
    let reports = reports(sources);
    let at_first_hand =
        |nth: usize| nth < SOURCES && reports.iter().any(|r| r.first_hand && r.source == id(nth));
    let forebears = |of: usize| {
        let mut all = BTreeSet::from([of]);
        while let Some((_, to)) =
            steps.iter().find(|(from, to)| all.contains(from) && !at_first_hand(*from) && !all.contains(to))
        {
            all.insert(*to);
        }
        all
    };
    let mut groups: Vec<(BTreeSet<usize>, BTreeSet<EntityId>)> = (0..SOURCES)
        .filter(|nth| reports.iter().any(|report| report.source == id(*nth)))
        .map(|nth| (forebears(nth), BTreeSet::from([id(nth)])))
        .collect();
    let mut merged = true;
    while merged {
        merged = false;
        for one in (0..groups.len()).rev() {
            if let Some(other) = (0..one).find(|other| !groups[*other].0.is_disjoint(&groups[one].0)) {
                let (forebears, own) = groups.remove(one);
                groups[other].0.extend(forebears);
                groups[other].1.extend(own);
                merged = true;
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn any_steps() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..SOURCES, 0..SOURCES + WITHHELD), 0..14)
}

fn any_reports() -> impl Strategy<Value = Vec<(usize, bool)>> {
    prop::collection::vec((0..SOURCES, prop::bool::weighted(0.2)), 0..SOURCES)
}

#[test]
fn a_rewrite_is_no_second_origin() {
    let count = |steps: &[(usize, usize)], sources: &[usize]| {
        groups(steps, &sources.iter().map(|source| (*source, false)).collect::<Vec<_>>()).len()
    };
    assert_eq!(count(&[], &[0, 1]), 2, "nothing is known of how they hang together");
    assert_eq!(count(&[(1, 0)], &[0, 1]), 1, "one was made from the other");
    assert_eq!(count(&[(0, 2), (1, 2)], &[0, 1]), 1, "both were made from a third");
    assert_eq!(count(&[(0, 2), (2, 3), (1, 4), (4, 3)], &[0, 1]), 1, "far back");
    assert_eq!(count(&[(0, 9), (1, 9)], &[0, 1]), 1, "both rest on one withheld source");
    assert_eq!(count(&[(0, 9), (1, 10)], &[0, 1]), 2, "each rests on a withheld source of its own");
    assert_eq!(count(&[(0, 2), (0, 3)], &[0]), 1, "a report with two forebears is one report");
    assert_eq!(count(&[(0, 1), (1, 0)], &[0, 1]), 1, "a circle is one origin");
    assert_eq!(count(&[(2, 0), (2, 1)], &[0, 1]), 2, "what was made from both does not join them by itself");
    assert_eq!(count(&[(2, 0), (2, 1)], &[0, 1, 2]), 1, "where it reports as well, it does");
}

#[test]
fn at_first_hand_forebears_do_not_count() {
    assert_eq!(groups(&[(1, 0)], &[(0, false), (1, true)]).len(), 2);
    assert_eq!(
        groups(&[(1, 0), (2, 1)], &[(0, false), (1, true), (2, false)]).len(),
        2,
        "2 rests on 1 alone"
    );
}

proptest! {
    #[test]
    fn groups_are_those_of_the_definition(steps in any_steps(), sources in any_reports()) {
        prop_assert_eq!(groups(&steps, &sources), by_definition(&steps, &sources));
    }

    #[test]
    fn order_does_not_matter(
        (steps, mixed_steps) in any_steps().prop_flat_map(|steps| (Just(steps.clone()), Just(steps).prop_shuffle())),
        sources in any_reports(),
    ) {
        let sources: BTreeSet<usize> = sources.into_iter().map(|(source, _)| source).collect();
        let sources: Vec<_> = sources.into_iter().map(|source| (source, source % 4 == 3)).collect();
        let backwards: Vec<_> = sources.iter().rev().copied().collect();
        prop_assert_eq!(groups(&steps, &sources), groups(&mixed_steps, &backwards));
    }

    #[test]
    fn a_rewrite_never_raises_the_count(steps in any_steps(), sources in any_reports(), of in 0..SOURCES) {
        // The last source is a new one: nothing else is known of it.
        let new = SOURCES - 1;
        let known = |source: &usize| *source != new;
        let steps: Vec<_> = steps.into_iter().filter(|(from, to)| known(from) && known(to)).collect();
        let sources: Vec<_> = sources.into_iter().filter(|(source, _)| known(source)).collect();
        prop_assume!(sources.iter().any(|(source, _)| *source == of));
        let before = groups(&steps, &sources).len();
        let with = |list: &[(usize, usize)]| [list, &[(new, of)]].concat();
        let reports = [&sources[..], &[(new, false)]].concat();
        prop_assert_eq!(groups(&with(&steps), &reports).len(), before);
    }

    #[test]
    fn one_more_derivation_never_raises_the_count(
        steps in any_steps(),
        more in (0..SOURCES, 0..SOURCES + WITHHELD),
        sources in any_reports(),
    ) {
        let before = groups(&steps, &sources).len();
        prop_assert!(groups(&[&steps[..], &[more]].concat(), &sources).len() <= before);
    }
}
