//! A record as the citation processor takes it.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{
    DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};

use super::csl_json;
use super::date::{self, Parts};
use super::record::{Name, Record};
use crate::model::date::{DateLanguage, EdtfDate};

/// A record, ready for a style.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Prepared {
    /// What the processor reads.
    pub(super) item: Item,
    /// Where the date of issue is more than a style can say: the year that it is given, and the words to put in its
    /// place.
    pub(super) date_words: Option<(String, String)>,
}

/// Prepare a record.
pub(super) fn prepare(record: &Record, language: &DateLanguage) -> Prepared {
    let mut item = BTreeMap::new();
    let mut set = |variable: &str, value: Value| item.insert(variable.to_owned(), value);
    set("id", Value::String(record.id.to_string()));
    set("type", Value::String(record.source_type.to_string()));
    // Styles put English titles into title case, and the processor makes "The Bbc's Report" of "The BBC's report". Of a
    // title in no known language the words stay as the editor wrote them.
    set("language", Value::String("und".into()));
    for (variable, text) in csl_json::texts(record).into_iter().filter(|(_, text)| !text.is_empty()) {
        set(variable, Value::String(text.to_owned()));
    }
    if !record.authors.is_empty() {
        set("author", Value::Names(record.authors.iter().map(name).collect()));
    }
    let mut date_words = None;
    if let Some(issued) = &record.issued {
        let parts = date::plain(issued).or_else(|| {
            let year = date::filed_under(issued)?;
            date_words = Some((shown_year(year), issued.words(language)));
            Some(Parts { year, month: None, day: None })
        });
        if let Some(parts) = parts {
            set("issued", value(parts));
        }
    }
    // A doubtful day of access says nothing that a reader could use.
    if let Some(accessed) = record.accessed.as_ref().and_then(|accessed: &EdtfDate| date::plain(accessed)) {
        set("accessed", value(accessed));
    }
    Prepared { item: Item(item), date_words }
}

/// The digits of a year as every style writes them.
fn shown_year(year: i16) -> String {
    let year = i32::from(year);
    if year > 0 { year.to_string() } else { (1 - year).to_string() }
}

fn value(parts: Parts) -> Value {
    let rest = [parts.month, parts.day].into_iter().flatten().map(i16::from);
    let parts = VecDate(std::iter::once(parts.year).chain(rest).collect());
    Value::Date(DateValue::DateParts {
        date_parts: VecDateRange(vec![parts]),
        literal: None,
        season: None,
        circa: false,
    })
}

fn name(name: &Name) -> NameValue {
    match name {
        Name::Literal(literal) => NameValue::Literal(LiteralName { literal: literal.to_string() }),
        Name::Parts { family, given } => NameValue::Item(NameItem {
            family: family.to_string(),
            given: (!given.is_empty()).then(|| given.to_string()),
            non_dropping_particle: None,
            dropping_particle: None,
            suffix: None,
            comma_suffix: None,
        }),
    }
}
