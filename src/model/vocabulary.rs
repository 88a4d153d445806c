//! The kinds and relations that every dossier has; `site.toml` adds its own.

use std::collections::BTreeMap;

use super::{DateField, Kind, KindId, Relation, RelationId};

/// The kind of plain pages, which belong to no index.
pub const PAGE: &str = "page";
/// The kind of claims.
pub const CLAIM: &str = "claim";
/// The kind of sources.
pub const SOURCE: &str = "source";
/// The kind of people.
pub const PERSON: &str = "person";
/// The kind of organisations.
pub const ORGANISATION: &str = "organisation";
/// The kind of events.
pub const EVENT: &str = "event";

/// The built-in kinds, in the order of the navigation.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    [
        (PERSON, "people", "Person", "People", &[("born", "Born", true), ("died", "Died", true)][..]),
        (
            ORGANISATION,
            "organisations",
            "Organisation",
            "Organisations",
            &[("founded", "Founded", true), ("dissolved", "Dissolved", true)],
        ),
        (EVENT, "events", "Event", "Events", &[]),
        ("place", "places", "Place", "Places", &[]),
        (
            "product",
            "products",
            "Product",
            "Products",
            &[("released", "Released", true), ("discontinued", "Discontinued", true)],
        ),
        (CLAIM, "claims", "Claim", "Claims", &[]),
        (
            SOURCE,
            "sources",
            "Source",
            "Sources",
            &[("published", "Published", true), ("accessed", "Accessed", false)],
        ),
    ]
    .into_iter()
    .map(|(id, folder, singular, plural, dates)| Kind {
        id: KindId::new(id),
        folder: folder.into(),
        singular: singular.into(),
        plural: plural.into(),
        icon: "".into(),
        template: "entity.html".into(),
        dates: dates
            .iter()
            .map(|(field, label, on_timeline)| DateField {
                field: (*field).into(),
                label: (*label).into(),
                on_timeline: *on_timeline,
            })
            .collect(),
    })
    .collect()
}

/// One row: id, label, inverse, from, to, whether plain words are allowed.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str], bool);

const AGENT: &[&str] = &[PERSON, ORGANISATION];

const RELATIONS: &[Row] = &[
    ("works_for", "works for", "employs", &[PERSON], &[ORGANISATION], false),
    ("leads", "leads", "led by", &[PERSON], &[ORGANISATION], false),
    ("member_of", "member of", "members", AGENT, &[ORGANISATION], false),
    ("trained_at", "trained at", "trained", &[PERSON], &[ORGANISATION], false),
    ("part_of", "part of", "includes", &[], &[], false),
    ("located_in", "located in", "location of", &[], &["place"], false),
    ("made_by", "made by", "makes", &["product"], &[ORGANISATION], false),
    ("owns", "owns", "owned by", AGENT, &[ORGANISATION, "product", "place"], false),
    ("uses", "uses", "used by", AGENT, &["product"], false),
    ("participants", "participants", "took part in", &[EVENT], AGENT, false),
    ("organiser", "organised by", "organised", &[EVENT], AGENT, false),
    ("place", "place", "site of", &[EVENT], &["place"], false),
    ("follows", "follows", "followed by", &[EVENT], &[EVENT], false),
    ("responds_to", "responds to", "answered by", &[EVENT, CLAIM], &[EVENT, CLAIM, SOURCE], false),
    ("documented_by", "documented by", "documents", &[EVENT], &[SOURCE], false),
    ("about", "about", "subject of", &[CLAIM, SOURCE, EVENT], &[], false),
    ("said_by", "said by", "said", &[CLAIM], AGENT, false),
    ("said_to", "said to", "was told", &[CLAIM], AGENT, false),
    ("reported_by", "reported by", "reports", &[CLAIM], &[SOURCE], false),
    ("supported_by", "supported by", "supports", &[CLAIM], &[SOURCE], false),
    ("contradicted_by", "contradicted by", "contradicts", &[CLAIM], &[SOURCE], false),
    ("based_on", "based on", "basis of", &[SOURCE], &[SOURCE], false),
    ("publisher", "published by", "published", &[SOURCE], AGENT, true),
    ("author", "written by", "wrote", &[SOURCE], AGENT, true),
    ("related_to", "related to", "related to", &[], &[], false),
];

/// The built-in relations, by id.
#[must_use]
pub fn relations() -> BTreeMap<RelationId, Relation> {
    RELATIONS
        .iter()
        .map(|(id, label, inverse, from, to, plain_words)| {
            let id = RelationId::new(id);
            let relation = Relation {
                id: id.clone(),
                label: (*label).into(),
                inverse: (*inverse).into(),
                from: from.iter().map(|kind| KindId::new(kind)).collect(),
                to: to.iter().map(|kind| KindId::new(kind)).collect(),
                plain_words: *plain_words,
            };
            (id, relation)
        })
        .collect()
}
