//! Every bundled style says every sort of source, and changes no word of it.

use crate::model::Words;
use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::json::Item;
use hayagriva::{BibliographyDriver, CitationItem};

use super::fitted::Known;
use super::form::{finish, request};
use super::item::prepare;
use super::style::Style;
use rayon::prelude::*;

use super::{Citations, Cite, Name, Place, Record, Request, style};
use crate::model::EntityId;
use crate::model::date::{DateLanguage, EdtfDate};
use crate::parse::bibliographic::BibliographicFacts;

const TITLE: &str = "The BBC's report on iOS and GCHQ";

fn record(id: &str, source_type: &str, issued: Option<&str>) -> Record {
    Record {
        id: EntityId::new(id),
        source_type: source_type.into(),
        title: TITLE.into(),
        authors: vec![
            Name::Parts { family: "Doe".into(), given: "Jane".into() },
            Name::Literal("ACME <Ltd>".into()),
        ],
        publisher: "Example Press".into(),
        issued: issued.map(|date| EdtfDate::parse(date).unwrap()),
        accessed: Some(EdtfDate::parse("2018-01-03").unwrap()),
        url: "https://example.org/?a=1&b=2".into(),
        bibliographic: BibliographicFacts {
            container: "The Example".into(),
            volume: "3".into(),
            pages: "4–6".into(),
            doi: "10.1000/182".into(),
            ..BibliographicFacts::default()
        },
    }
}

fn records() -> Vec<Record> {
    vec![
        record("newspaper", "article-newspaper", Some("2017-12-01")),
        record("web", "webpage", Some("156X")),
        record("book", "book", Some("-0044")),
        record("document", "document", Some("2016~/2018")),
        record("undated", "legal_case", None),
    ]
}

fn words(html: &str) -> String {
    let text = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, rest)| rest));
    text.collect::<String>().replace("’", "'")
}

#[test]
fn no_bundled_style_loses_or_changes_a_word() {
    for archived in ArchivedStyle::all() {
        let name = archived.names()[0];
        let Some(csl) = style::bundled(name) else { continue };
        let citations = Citations::of(records(), Some(csl), Words::english());
        for record in citations.records() {
            let entry = citations.entry(&record.id, Some("a.html")).unwrap();
            let said = words(&entry);
            let shown = said.contains(TITLE) || entry.contains("Source page");
            assert!(shown && !entry.contains("<Ltd>") && !entry.contains("style="), "{name}: {entry}");
            assert!(said.split(|c: char| !c.is_alphanumeric()).all(|word| word != "und"), "{name}: {entry}");
            assert!(!said.to_lowercase().contains("bbc") || said.contains("BBC"), "{name}: {entry}");
        }
        let cites =
            ["newspaper", "web"].map(|id| Cite { source: EntityId::new(id), locator: "para. 4711".into() });
        let request = Request { cites: cites.to_vec(), note: Some(1), place: Place::Text };
        let said = citations.said(&[request], &|id| format!("{id}.html"));
        assert_eq!(said.entries.len(), 2, "{name}");
        assert_eq!(said.citations[0].items.len(), 2, "{name}");
        for item in &said.citations[0].items {
            assert!(words(item).contains("4711"), "{name}: {item}");
            assert!(!item.contains("<a "), "{name}: {item}");
        }
    }
}

/// A style fitted to some sources says of them, alone and together, what the whole style says.
#[test]
fn a_fitted_style_says_the_same() {
    let full = record("full", "book", Some("2017-12-01"));
    let bare = Record {
        authors: Vec::new(),
        publisher: "".into(),
        issued: None,
        accessed: None,
        url: "".into(),
        bibliographic: BibliographicFacts::default(),
        ..record("bare", "book", None)
    };
    let kinds =
        ["article-journal", "book", "chapter", "hearing", "interview", "legal_case", "map", "no such"];
    let of_kinds = kinds.iter().flat_map(|kind| {
        [&full, &bare].map(|like| Record {
            id: EntityId::new(&format!("{}-{kind}", like.id)),
            source_type: (*kind).into(),
            ..like.clone()
        })
    });
    let language = DateLanguage::of(&Words::english());
    let items: Vec<_> = of_kinds.map(|record| prepare(&record, &language).item).collect();
    ArchivedStyle::all().par_iter().for_each(|archived| {
        let name = archived.names()[0];
        let Some(csl) = style::bundled(name) else { return };
        let style = Style::new(csl, "en");
        let all = style.fitted(&Known::of(&items));
        assert_eq!(cited(&items, &style), cited(&items, &all), "{name}");
        for item in &items {
            let one = std::slice::from_ref(item);
            let known = Known::of(one);
            assert_eq!(cited(one, &style), cited(one, &all.fitted(&known)), "{name}: {item:?}");
            let entry = style.of_entries();
            assert_eq!(cited(one, &entry), cited(one, &entry.fitted(&known)), "{name}: {item:?}");
        }
    });
}

fn cited(items: &[Item], style: &Style) -> String {
    let mut driver = BibliographyDriver::new();
    for (note, item) in items.iter().chain(items.first()).enumerate() {
        driver.citation(request(style, vec![CitationItem::with_entry(item)], Some(note)));
    }
    format!("{:?}", finish(driver, style))
}

#[test]
fn a_date_with_doubt_is_never_said_as_a_year() {
    for name in ["apa", "chicago-author-date", "ieee", "vancouver", "modern-language-association"] {
        let citations = Citations::of(records(), style::bundled(name), Words::english());
        let entry = |id: &str| words(&citations.entry(&EntityId::new(id), None).unwrap());
        // IEEE leaves the date of a web page out; what it must not do is to say a part of it.
        let (web, document) = (entry("web"), entry("document"));
        assert!(web.contains("the 1560s") || !web.contains("1560"), "{name}: {web}");
        assert!(document.contains("around 2016") && document.contains("2018"), "{name}: {document}");
    }
}
