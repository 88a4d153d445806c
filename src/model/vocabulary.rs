//! The kinds and relations that every dossier has; `site.toml` adds its own. What readers see for them is among the words
//! of the theme.

use std::collections::BTreeMap;

use super::{DateField, Kind, KindId, Relation, RelationId, Words};

/// Folders of the site that are Redstring's own: no kind has one, and no former address of a page lies there.
pub const RESERVED_FOLDERS: [&str; 11] = [
    "theme", "files", "tags", "timeline", "known", "network", "ledger", "search", "pagefind", "previews",
    "chains",
];

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

/// Relations whose meaning changes when their target is left out: a statement must not lose its speaker. Where the target
/// is private, its `public_name` is shown.
pub const SPEAKERS: [&str; 4] = ["said_by", "said_to", "author", "publisher"];

/// One row: id, folder, and each field that dates the kind, and whether it makes an entry on the timeline.
type KindRow = (&'static str, &'static str, &'static [(&'static str, bool)]);

const KINDS: &[KindRow] = &[
    (PERSON, "people", &[("born", true), ("died", true)]),
    (ORGANISATION, "organisations", &[("founded", true), ("dissolved", true)]),
    (EVENT, "events", &[]),
    ("place", "places", &[]),
    ("product", "products", &[("released", true), ("discontinued", true)]),
    (CLAIM, "claims", &[]),
    (SOURCE, "sources", &[("published", true), ("accessed", false)]),
];

/// The built-in kinds, in the order of the navigation, in these words.
#[must_use]
pub fn kinds(words: &Words) -> Vec<Kind> {
    let kinds = KINDS.iter().map(|(id, folder, dates)| Kind {
        id: KindId::new(id),
        folder: (*folder).into(),
        singular: words.get(&format!("kind-{id}")).into(),
        plural: words.get(&format!("kind-{id}-plural")).into(),
        icon: "".into(),
        template: "entity.html".into(),
        dates: dates
            .iter()
            .map(|(field, on_timeline)| DateField {
                field: (*field).into(),
                label: words.get(&format!("date-{field}")).into(),
                on_timeline: *on_timeline,
            })
            .collect(),
    });
    kinds.collect()
}

/// One row: id, from, to, whether plain words are allowed.
type Row = (&'static str, &'static [&'static str], &'static [&'static str], bool);

const AGENT: &[&str] = &[PERSON, ORGANISATION];

const RELATIONS: &[Row] = &[
    ("works_for", &[PERSON], &[ORGANISATION], false),
    ("leads", &[PERSON], &[ORGANISATION], false),
    ("member_of", AGENT, &[ORGANISATION], false),
    ("trained_at", &[PERSON], &[ORGANISATION], false),
    ("part_of", &[], &[], false),
    ("located_in", &[], &["place"], false),
    ("made_by", &["product"], &[ORGANISATION], false),
    ("owns", AGENT, &[ORGANISATION, "product", "place"], false),
    ("uses", AGENT, &["product"], false),
    ("participants", &[EVENT], AGENT, false),
    ("organiser", &[EVENT], AGENT, false),
    ("place", &[EVENT], &["place"], false),
    ("follows", &[EVENT], &[EVENT], false),
    ("responds_to", &[EVENT, CLAIM], &[EVENT, CLAIM, SOURCE], false),
    ("documented_by", &[EVENT], &[SOURCE], false),
    ("about", &[CLAIM, SOURCE, EVENT], &[], false),
    ("said_by", &[CLAIM], AGENT, false),
    ("said_to", &[CLAIM], AGENT, false),
    ("reported_by", &[CLAIM], &[SOURCE], false),
    ("supported_by", &[CLAIM], &[SOURCE], false),
    ("contradicted_by", &[CLAIM], &[SOURCE], false),
    ("based_on", &[SOURCE], &[SOURCE], false),
    ("publisher", &[SOURCE], AGENT, true),
    ("author", &[SOURCE], AGENT, true),
    ("related_to", &[], &[], false),
];

/// The built-in relations, by id, in these words.
#[must_use]
pub fn relations(words: &Words) -> BTreeMap<RelationId, Relation> {
    RELATIONS
        .iter()
        .map(|(id, from, to, plain_words)| {
            let label = words.get(&format!("relation-{id}")).into();
            let inverse = words.get(&format!("relation-{id}-inverse")).into();
            let id = RelationId::new(id);
            let relation = Relation {
                id: id.clone(),
                label,
                inverse,
                from: from.iter().map(|kind| KindId::new(kind)).collect(),
                to: to.iter().map(|kind| KindId::new(kind)).collect(),
                plain_words: *plain_words,
            };
            (id, relation)
        })
        .collect()
}
