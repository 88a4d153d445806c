//! A record as BibTeX, of the kind that BibLaTeX reads: UTF-8, dates in EDTF beside the plain year.

use std::fmt::Write as _;

use super::date;
use super::record::{Name, Record};

/// One record as an entry.
#[must_use]
pub fn entry(record: &Record) -> String {
    let more = &record.bibliographic;
    let mut out = format!("@{}{{{},\n", entry_type(&record.source_type), key(record.id.as_str()));
    let mut field = |name: &str, value: String| {
        if !value.is_empty() {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "  {name} = {{{value}}},");
        }
    };
    field("author", record.authors.iter().map(name).collect::<Vec<_>>().join(" and "));
    // Braces of its own keep a style from changing the case of names in it.
    field("title", braced(&record.title));
    field(container(&record.source_type), words(&more.container));
    field(publisher(&record.source_type), words(&record.publisher));
    field("location", words(&more.publisher_place));
    field("volume", words(&more.volume));
    field("number", words(&more.issue));
    field("pages", pages(&more.pages));
    field("edition", words(&more.edition));
    if let Some(issued) = &record.issued {
        field("date", date::biblatex(issued).unwrap_or_default().to_owned());
        field("year", date::year(issued).unwrap_or_default());
    }
    field("doi", verbatim(&more.doi));
    field("isbn", words(&more.isbn));
    field("issn", words(&more.issn));
    field("url", verbatim(&record.url));
    if let Some(accessed) = &record.accessed {
        field("urldate", date::biblatex(accessed).unwrap_or_default().to_owned());
    }
    out.push_str("}\n");
    out
}

/// Records as a file.
#[must_use]
pub fn file<'a>(records: impl Iterator<Item = &'a Record>) -> String {
    records.map(entry).collect::<Vec<_>>().join("\n")
}

/// The entry type of BibLaTeX for a type of CSL.
fn entry_type(csl: &str) -> &'static str {
    match csl {
        "article" | "article-journal" | "article-magazine" | "article-newspaper" | "review"
        | "review-book" => "article",
        "webpage" | "post" | "post-weblog" => "online",
        "book" | "classic" => "book",
        "chapter" => "incollection",
        "entry" | "entry-dictionary" | "entry-encyclopedia" => "inreference",
        "paper-conference" => "inproceedings",
        "report" => "report",
        "thesis" => "thesis",
        "dataset" => "dataset",
        "software" => "software",
        "patent" => "patent",
        "pamphlet" => "booklet",
        "manuscript" | "speech" => "unpublished",
        _ => "misc",
    }
}

/// What the field is called that holds what a source appeared in.
fn container(csl: &str) -> &'static str {
    match entry_type(csl) {
        "article" => "journaltitle",
        "incollection" | "inproceedings" | "inreference" => "booktitle",
        _ => "maintitle",
    }
}

/// What the field is called that holds who published it.
fn publisher(csl: &str) -> &'static str {
    match entry_type(csl) {
        "online" | "misc" | "dataset" | "software" => "organization",
        "report" | "thesis" => "institution",
        "unpublished" => "howpublished",
        _ => "publisher",
    }
}

/// A key without what separates things in BibTeX.
#[must_use]
pub fn key(id: &str) -> String {
    id.chars().map(|c| if c.is_whitespace() || "\"#%'(),={}\\~^$&@".contains(c) { '-' } else { c }).collect()
}

fn name(name: &Name) -> String {
    match name {
        Name::Literal(literal) => braced(literal),
        Name::Parts { family, given } if given.is_empty() => braced(family),
        Name::Parts { family, given } => format!("{}, {}", braced(family), braced(given)),
    }
}

fn braced(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{{{}}}", words(text)) }
}

/// Words that TeX reads as these words. Braces are named: classic BibTeX counts them even behind a backslash.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.trim().chars() {
        match c {
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            // Two hyphens would become a dash, and two marks a quotation mark.
            '-' | '`' | '\'' | '<' | '>' | '?' | '!' if before == c => {
                out.push_str("{}");
                out.push(c);
            }
            c if c.is_whitespace() => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// Pages: a range has two hyphens in BibTeX.
fn pages(text: &str) -> String {
    words(&text.replace(['–', '—'], "-")).replace("{}-", "-").replace('-', "--").replace("----", "--")
}

/// What TeX takes as it stands: an address. Only braces could end it.
fn verbatim(text: &str) -> String {
    text.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

#[cfg(test)]
mod tests {
    use biblatex::{Bibliography, ChunksExt};
    use proptest::prelude::*;

    use super::*;
    use crate::model::EntityId;
    use crate::parse::bibliographic::BibliographicFacts;

    fn record(title: &str, author: Name) -> Record {
        Record {
            id: EntityId::new("report"),
            source_type: "report".into(),
            title: title.into(),
            authors: vec![author],
            publisher: "A & B".into(),
            issued: None,
            accessed: None,
            url: "https://example.org/a_b?c=1%20&d={e}".into(),
            bibliographic: BibliographicFacts { pages: "4–6, 9".into(), ..BibliographicFacts::default() },
        }
    }

    fn read_back(bibtex: &str) -> biblatex::Entry {
        let read = Bibliography::parse(bibtex).unwrap_or_else(|error| panic!("{error}\n{bibtex}"));
        assert_eq!(read.len(), 1, "{bibtex}");
        read.into_vec().remove(0)
    }

    fn one_line(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_separates_things_in_bibtex_is_written_as_words() {
        let entry = read_back(&super::entry(&record(
            "50 % of {x}_1 \\ ~y^2 -- ``z''",
            Name::Literal("A and B, Inc.".into()),
        )));
        assert_eq!(entry.get("title").unwrap().format_verbatim(), "50 % of {x}_1 \\ ~y^2 -- ``z''");
        assert_eq!(entry.author().unwrap().len(), 1);
        assert_eq!(entry.author().unwrap()[0].name, "A and B, Inc.");
        assert_eq!(entry.get("url").unwrap().format_verbatim(), "https://example.org/a_b?c=1%20&d=%7Be%7D");
        assert_eq!(entry.get("pages").unwrap().format_verbatim(), "4–6, 9");
        assert_eq!(key("a,b c{"), "a-b-c-");
    }

    proptest! {
        #[test]
        fn any_title_and_author_are_read_back(title in "\\PC{1,40}", author in "\\PC{1,20}", given in "\\PC{0,10}") {
            let (title, author) = (one_line(&title), one_line(&author));
            prop_assume!(!title.is_empty() && !author.is_empty());
            let entry = read_back(&entry(&record(&title, Name::Literal(author.as_str().into()))));
            prop_assert_eq!(one_line(&entry.get("title").unwrap().format_verbatim()), title.as_str());
            prop_assert_eq!(one_line(&entry.get("author").unwrap().format_verbatim()), author.as_str());
            let parts = Name::Parts { family: author.as_str().into(), given: given.as_str().into() };
            let people = read_back(&super::entry(&record(&title, parts))).author().unwrap();
            prop_assert_eq!(people.len(), 1);
        }
    }
}
