//! A record as CSL-JSON, for Zotero, Pandoc and whatever else speaks CSL.

use serde_json::Value;

use super::date;
use super::record::{Name, Record};

/// One record as a JSON object, a variable to a line.
#[must_use]
pub fn entry(record: &Record) -> String {
    let lines =
        variables(record).into_iter().map(|(name, value)| format!("  {}: {value}", Value::from(name)));
    format!("{{\n{}\n}}", lines.collect::<Vec<_>>().join(",\n"))
}

/// Records as a file that programs import: a list.
#[must_use]
pub fn file<'a>(records: impl Iterator<Item = &'a Record>) -> String {
    format!("[\n{}\n]\n", records.map(entry).collect::<Vec<_>>().join(",\n"))
}

/// What is known of a record, in the order in which people look for it.
fn variables(record: &Record) -> Vec<(&'static str, Value)> {
    let mut all = vec![("id", record.id.as_str().into()), ("type", (&*record.source_type).into())];
    if !record.authors.is_empty() {
        all.push(("author", record.authors.iter().map(name).collect()));
    }
    let known = texts(record).into_iter().filter(|(_, text)| !text.is_empty());
    all.extend(known.map(|(variable, text)| (variable, text.into())));
    let dates = [("issued", &record.issued), ("accessed", &record.accessed)];
    all.extend(dates.into_iter().filter_map(|(variable, date)| Some((variable, date::csl(date.as_ref()?)))));
    all
}

/// The variables of CSL that are plain texts.
pub(super) fn texts(record: &Record) -> [(&'static str, &str); 12] {
    let more = &record.bibliographic;
    [
        ("title", &record.title),
        ("container-title", &more.container),
        ("publisher", &record.publisher),
        ("publisher-place", &more.publisher_place),
        ("volume", &more.volume),
        ("issue", &more.issue),
        ("page", &more.pages),
        ("edition", &more.edition),
        ("DOI", &more.doi),
        ("ISBN", &more.isbn),
        ("ISSN", &more.issn),
        ("URL", &record.url),
    ]
}

fn name(name: &Name) -> Value {
    match name {
        Name::Literal(literal) => serde_json::json!({ "literal": **literal }),
        Name::Parts { family, given } if given.is_empty() => serde_json::json!({ "family": **family }),
        Name::Parts { family, given } => serde_json::json!({ "family": **family, "given": **given }),
    }
}
