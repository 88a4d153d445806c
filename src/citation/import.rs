//! A BibTeX file of somebody else → pages of sources. Nothing of it is lost: a field that a page has no place for goes
//! into a comment, which never goes out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use biblatex::{Bibliography, ChunksExt, Entry, ParseError, ParseErrorKind, Person, RawBibliography};
use serde_json::Value;

use super::unfolding;
use crate::model::date::EdtfDate;
use crate::model::slug;
use crate::parse::bibliographic::doi;

/// An entry as the page of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedSource {
    /// Its key in the file.
    pub key: String,
    /// Its id here; empty where the key holds no letter or digit.
    pub id: String,
    /// The text of its page.
    pub text: String,
    /// The fields that went into the comment.
    pub kept: Vec<String>,
}

/// Why a file cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BibtexError {
    /// The byte at which reading stopped.
    pub offset: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// Read a BibTeX or BibLaTeX file; each entry once, in its order.
///
/// # Errors
/// Where the file is not BibTeX: the rest cannot be told apart from the entry that is not closed.
pub fn sources(text: &str) -> Result<Vec<ImportedSource>, BibtexError> {
    let raw = RawBibliography::parse(text).map_err(|error| unread(text, &error))?;
    unfolding::check(&raw)?;
    let bibliography = Bibliography::from_raw(raw).map_err(|error| unread(text, &error))?;
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let sources = bibliography.iter().map(|entry| {
        let mut source = source(entry);
        let count = taken.entry(source.id.clone()).or_default();
        *count += 1;
        if *count > 1 && !source.id.is_empty() {
            source.id = format!("{}-{count}", source.id);
        }
        source
    });
    Ok(sources.collect())
}

/// What the library says of a file that it cannot read.
fn unread(text: &str, error: &ParseError) -> BibtexError {
    let help = match &error.kind {
        ParseErrorKind::DuplicateKey(_) => "give one of the two entries another key",
        ParseErrorKind::UnknownAbbreviation(_) => {
            "put the value into braces, or define the abbreviation with `@string`"
        }
        ParseErrorKind::ResolutionError(_) => "mend the `crossref` or `xdata` of this entry",
        _ => "look for a brace, a comma or a quotation mark that is missing here or just before",
    };
    // Of places inside commands the library is not always sure.
    let offset = (0..=error.span.start.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    BibtexError { offset: offset.unwrap_or_default(), message: error.kind.to_string(), help }
}

/// One entry.
fn source(entry: &Entry) -> ImportedSource {
    let id = slug(&entry.key);
    let mut fields = Taken { entry, rest: entry.fields.keys().cloned().collect() };
    let mut page = String::from("---\n");
    let mut set = |field: &str, value: Value| {
        let empty = match &value {
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            _ => false,
        };
        if !empty {
            // A JSON value is a YAML value, whatever stands in it. What would be a comment there would not go out.
            // Writing to a string cannot fail.
            let _ = writeln!(page, "{field}: {}", uncommented(&value.to_string()));
        }
    };
    let mut title = fields.text(&["title"]);
    let subtitle = fields.text(&["subtitle"]);
    if !subtitle.is_empty() {
        title = if title.is_empty() { subtitle } else { format!("{title}: {subtitle}") };
    }
    set("title", if title.is_empty() { entry.key.clone() } else { title }.into());
    if id != entry.key {
        set("aliases", vec![Value::from(entry.key.clone())].into());
    }
    let authors: Vec<Person> = fields.authors();
    set("author", authors.iter().map(in_order).map(Value::from).collect());
    if authors.iter().any(|author| !author.given_name.is_empty()) {
        set("author_names", authors.iter().map(family_first).map(Value::from).collect());
    }
    set("publisher", fields.text(&["publisher", "institution", "school", "organization"]).into());
    set("published", fields.published().into());
    set("accessed", fields.date("urldate").into());
    set("url", fields.web_address().into());
    set("source_type", source_type(&entry.entry_type.to_string(), entry).into());
    set("container", fields.text(&["journaltitle", "journal", "booktitle", "maintitle"]).into());
    set("publisher_place", fields.text(&["location", "address"]).into());
    for (field, names) in [
        ("volume", &["volume"][..]),
        ("issue", &["number", "issue"]),
        ("pages", &["pages"]),
        ("edition", &["edition"]),
    ] {
        set(field, fields.text(names).into());
    }
    set("doi", fields.doi().into());
    set("isbn", fields.text(&["isbn"]).into());
    set("issn", fields.text(&["issn"]).into());
    page.push_str("---\n");
    let kept = fields.rest;
    if !kept.is_empty() {
        let _ = write!(page, "\n%%\nNot taken over from the entry `{}`:\n\n", uncommented(&entry.key));
        for field in &kept {
            let words = entry.get(field).map(|chunks| chunks.format_verbatim()).unwrap_or_default();
            let _ = writeln!(page, "{} = {{{}}}", uncommented(field), uncommented(&words));
        }
        page.push_str("%%\n");
    }
    ImportedSource { key: entry.key.clone(), id, text: page, kept }
}

/// The fields of an entry, and which of them nobody has asked for yet.
struct Taken<'a> {
    entry: &'a Entry,
    rest: Vec<String>,
}

impl Taken<'_> {
    /// The first of these fields that says something; it counts as taken.
    fn text(&mut self, names: &[&str]) -> String {
        let found = names.iter().find_map(|name| {
            let text = clean(&self.entry.get(name)?.format_verbatim());
            (!text.is_empty()).then_some((name, text))
        });
        let Some((name, text)) = found else { return String::new() };
        self.take(name);
        text
    }

    fn take(&mut self, name: &str) {
        self.rest.retain(|field| field != name);
    }

    /// A field that is a date; anything else stays in the comment.
    fn date(&mut self, name: &str) -> String {
        let written = self.entry.get(name).map(|chunks| clean(&chunks.format_verbatim())).unwrap_or_default();
        if EdtfDate::parse(&written).is_err() {
            return String::new();
        }
        self.take(name);
        written
    }

    /// `date`, or `year` with `month` and `day`.
    fn published(&mut self) -> String {
        let date = self.date("date");
        if !date.is_empty() {
            // The same again, in parts.
            let year = self.words("year");
            if !year.is_empty() && date.contains(&year) {
                self.take("year");
            }
            return date;
        }
        let year = self.words("year");
        let month = month(&self.words("month"));
        let day = self.words("day").parse::<u8>().ok();
        let with_day = month.zip(day).map(|(month, day)| (format!("{year}-{month:02}-{day:02}"), 3));
        let with_month = month.map(|month| (format!("{year}-{month:02}"), 2));
        let dates = [with_day, with_month, Some((year.clone(), 1))];
        let Some((date, parts)) = dates.into_iter().flatten().find(|(date, _)| EdtfDate::parse(date).is_ok())
        else {
            return String::new();
        };
        ["year", "month", "day"].into_iter().take(parts).for_each(|name| self.take(name));
        date
    }

    /// `url`, or an address in `howpublished`.
    fn web_address(&mut self) -> String {
        for name in ["url", "howpublished"] {
            let written = self.words(name);
            let web = written.starts_with("https://") || written.starts_with("http://");
            if web && !written.contains(char::is_whitespace) {
                self.take(name);
                return written;
            }
        }
        String::new()
    }

    fn doi(&mut self) -> String {
        let written = self.words("doi");
        let Some(doi) = doi(&written) else { return String::new() };
        self.take("doi");
        doi.to_owned()
    }

    fn authors(&mut self) -> Vec<Person> {
        let Ok(authors) = self.entry.author() else { return Vec::new() };
        // "and others" names nobody; that there are more stays in the comment.
        let is_named = |author: &Person| author.name != "others" || !author.given_name.is_empty();
        if authors.iter().all(is_named) {
            self.take("author");
        }
        authors.into_iter().filter(|author| is_named(author) && !author.name.trim().is_empty()).collect()
    }

    fn words(&self, name: &str) -> String {
        self.entry.get(name).map(|chunks| clean(&chunks.format_verbatim())).unwrap_or_default()
    }
}

/// One line, without control characters and without TeX's spaces and hints for breaking lines, which the reader of BibTeX
/// leaves. Two per cent signs would open a comment.
fn clean(text: &str) -> String {
    let text =
        ["\\,", "\\;", "\\:", "\\ "].iter().fold(text.to_owned(), |text, space| text.replace(space, " "));
    let text = ["\\/", "\\-"].iter().fold(text, |text, hint| text.replace(hint, ""));
    let words: Vec<_> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    uncommented(words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim())
}

fn uncommented(text: &str) -> String {
    text.replace("%%", "% %").replace("%%", "% %").replace("<!--", "<! --")
}

fn family(person: &Person) -> String {
    let parts = [&person.prefix, &person.name, &person.suffix].map(|part| clean(part));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn in_order(person: &Person) -> String {
    clean(&format!("{} {}", person.given_name, family(person)))
}

fn family_first(person: &Person) -> String {
    if person.given_name.is_empty() {
        let name = family(person);
        return if name.contains(',') { format!("{{{name}}}") } else { name };
    }
    format!("{}, {}", family(person), clean(&person.given_name))
}

fn month(written: &str) -> Option<u8> {
    const NAMES: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = written.to_lowercase();
    let named =
        NAMES.iter().position(|name| lower.starts_with(name)).and_then(|at| u8::try_from(at + 1).ok());
    named.or_else(|| lower.parse().ok().filter(|month| (1..=12).contains(month)))
}

/// The type of CSL for a type of BibLaTeX; empty where the page's own default says it.
fn source_type(bibtex: &str, entry: &Entry) -> &'static str {
    match bibtex {
        "article" => match entry.get("entrysubtype").map(|chunks| chunks.format_verbatim()).as_deref() {
            Some("newspaper") => "article-newspaper",
            Some("magazine") => "article-magazine",
            _ => "article-journal",
        },
        "book" | "mvbook" | "collection" | "mvcollection" | "proceedings" | "mvproceedings" | "manual"
        | "reference" | "mvreference" => "book",
        "inbook" | "bookinbook" | "suppbook" | "incollection" | "suppcollection" => "chapter",
        "inreference" => "entry",
        "inproceedings" | "conference" => "paper-conference",
        "report" | "techreport" => "report",
        "thesis" | "phdthesis" | "mastersthesis" => "thesis",
        "booklet" => "pamphlet",
        "unpublished" => "manuscript",
        "online" | "electronic" | "www" => "webpage",
        "dataset" => "dataset",
        "software" => "software",
        "patent" => "patent",
        "periodical" => "periodical",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(bibtex: &str) -> String {
        sources(bibtex).unwrap().remove(0).text
    }

    #[test]
    fn an_entry_becomes_a_page() {
        let text = page(
            "@article{Smith:2017, author = {Smith, Jane and {ACME, Inc.} and M{\\\"u}ller, J{\\'o}zef},\n \
             title = {{\\'E}tude of 50\\% \\& more}, journal = {The Journal}, year = 2017, month = dec,\n \
             pages = {4--6}, doi = {https://doi.org/10.1000/182}, note = {100%% sure}}",
        );
        assert_eq!(
            text,
            "---\n\
             title: \"Étude of 50% & more\"\n\
             aliases: [\"Smith:2017\"]\n\
             author: [\"Jane Smith\",\"ACME, Inc.\",\"Józef Müller\"]\n\
             author_names: [\"Smith, Jane\",\"{ACME, Inc.}\",\"Müller, Józef\"]\n\
             published: \"2017-12\"\n\
             source_type: \"article-journal\"\n\
             container: \"The Journal\"\n\
             pages: \"4–6\"\n\
             doi: \"10.1000/182\"\n\
             ---\n\
             \n%%\nNot taken over from the entry `Smith:2017`:\n\nnote = {100% % sure}\n%%\n"
        );
    }

    #[test]
    fn what_would_be_a_comment_in_a_field_is_kept() {
        let text = page("@book{k%%l, publisher = {One %%two%% three}}");
        assert!(text.contains("title: \"k% %l\"\naliases: [\"k% %l\"]\n"), "{text}");
        assert!(text.contains("publisher: \"One % %two% % three\"\n"), "{text}");
        assert!(!page("@book{k, title = {a <!-- b}, url = {https://a.example/<!--}}").contains("<!--"));
    }

    #[test]
    fn and_others_names_nobody() {
        let text = page("@book{k, title = {T}, author = {Doe, Jane and others}}");
        assert!(text.contains("author: [\"Jane Doe\"]\nauthor_names: [\"Doe, Jane\"]\n"), "{text}");
        assert!(text.contains("author = {Doe, Jane and others}"), "{text}");
    }

    #[test]
    fn what_is_no_bibtex_is_refused_at_its_place() {
        let error = sources("@article{a, title = {x}\n@book{b, title = {y}}").unwrap_err();
        assert_eq!(error.offset, 24, "{error:?}");
        assert!(sources("no entries at all").unwrap().is_empty());
    }

    #[test]
    fn keys_that_make_one_id_are_told_apart() {
        let ids: Vec<_> = sources("@misc{A:b, title={x}}\n@misc{a-b, title={y}}")
            .unwrap()
            .into_iter()
            .map(|s| s.id)
            .collect();
        assert_eq!(ids, ["a-b", "a-b-2"]);
    }
}
