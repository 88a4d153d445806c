//! The annotations of a source beside its page: as W3C Web Annotations, for other programs, and as a style sheet that
//! shows which words a note speaks of.

use std::fmt::Write as _;
use std::ops::Range;

use serde_json::{Value, json};

use super::SiteFile;
use crate::evidence::annotated::AnnotatedCopy;
use crate::link::address::{encode, relative};
use crate::link::{Corpus, Dossier, PageAddress, PublishedPage, Resolution};
use crate::markup::{AnnotationHtml, Material};
use crate::parse::copy::Nature;
use crate::view::Viewer;

/// How many characters before and behind the words tell two places apart.
const AROUND: usize = 32;

/// Two files for each source that has annotations, by page.
pub(super) fn files(material: &Material) -> Vec<SiteFile<'static>> {
    let dossier = &material.dossier;
    let mut files = Vec::new();
    for id in material.evidence.shown_sources() {
        let (Some(page), Some(copy)) = (dossier.page(id), material.evidence.annotated(id)) else { continue };
        if copy.annotations.is_empty() {
            continue;
        }
        let shown = Viewer::new(material, &PageAddress::Entity(id.clone())).annotations(page);
        let json = collection(dossier, page, copy, &shown);
        let styles = styles(shown.len());
        files.push(SiteFile::text(dossier.file_of_annotation_styles(page.facts()), styles));
        files.push(SiteFile::text(dossier.file_of_annotations(page.facts()), format!("{json:#}\n")));
    }
    files
}

/// A `:target` is one element, and the words of an annotation are many: so each note has rules of its own. They say
/// what belongs together; the theme says what it looks like.
fn styles(count: usize) -> String {
    let mut css = String::new();
    for n in 1..=count {
        let _ = write!(
            css,
            ":root:has(#part\\.words-{n}:target, #part\\.annotation-{n}:is(:target, :hover, :focus-within), \
             #part\\.mark-{n}:is(:hover, :focus)) [data-notes~=\"{n}\"] {{ background: var(--words-lit); }}\n\
             :root:has([data-notes~=\"{n}\"]:hover) #part\\.annotation-{n} {{ background: var(--thread-tint); }}\n"
        );
    }
    css
}

fn collection(
    dossier: &Dossier,
    page: &PublishedPage,
    copy: AnnotatedCopy<'_>,
    annotations: &[AnnotationHtml],
) -> Value {
    let facts = page.facts();
    let own = dossier.file_of_annotations(facts);
    let site = Site { base: dossier.settings.base_url.as_deref(), from: &own };
    let file = facts.source.as_ref().and_then(|source| source.file.as_ref());
    let source = file.and_then(|file| match dossier.resolve(facts, &file.target) {
        Resolution::Attachment(path) => Some(site.address(&Corpus::file_of_attachment(path))),
        _ => None,
    });
    let shown_on = site.address(&dossier.file_of_facts(facts));
    let id = site.address(&own);
    let language = &*dossier.settings.language;
    let items: Vec<Value> = (1..)
        .zip(annotations)
        .map(|(number, annotation)| {
            let mut item = json!({
                "id": format!("{shown_on}#part.annotation-{number}"),
                "type": "Annotation",
                "motivation": "highlighting",
                "target": {
                    "source": source.as_deref().unwrap_or(&shown_on),
                    "selector": selectors(copy, &annotation.range),
                },
            });
            if !annotation.note.is_empty() {
                item["motivation"] = json!("commenting");
                item["body"] = json!({
                    "type": "TextualBody",
                    "value": site.with_addresses(&annotation.note, &shown_on),
                    "format": "text/html",
                    "language": language,
                });
            }
            item
        })
        .collect();
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": id,
        "type": "AnnotationCollection",
        "label": &*facts.title,
        "total": items.len(),
        "first": {
            "id": format!("{id}#page-1"),
            "type": "AnnotationPage",
            "partOf": id,
            "startIndex": 0,
            "items": items,
        },
    })
}

/// Where the files of the site are, as seen from one of them.
struct Site<'a> {
    /// Where the site stands, if that is known.
    base: Option<&'a str>,
    /// The file that names the others.
    from: &'a str,
}

impl Site<'_> {
    /// The address of a file: absolute where that can be said.
    fn address(&self, file: &str) -> String {
        self.base.map_or_else(|| relative(self.from, file), |base| format!("{base}{}", encode(file)))
    }

    /// HTML of a page beside this file whose links hold also where the HTML is read elsewhere.
    fn with_addresses(&self, html: &str, page: &str) -> String {
        let mut out = String::with_capacity(html.len());
        // In text every `<` is escaped: what stands behind one is a tag.
        for (nth, piece) in html.split('<').enumerate() {
            if nth > 0 {
                out.push('<');
            }
            let attribute =
                [" href=\"", " src=\""].into_iter().find_map(|name| Some(piece.find(name)? + name.len()));
            match attribute.filter(|at| nth > 0 && !piece[..*at].contains('>')) {
                Some(at) => {
                    let length = piece[at..].find('"').unwrap_or(0);
                    out.push_str(&piece[..at]);
                    out.push_str(&self.led_from(&piece[at..at + length], page));
                    out.push_str(&piece[at + length..]);
                }
                None => out.push_str(piece),
            }
        }
        out
    }

    /// An address as a page says it, said from anywhere.
    fn led_from(&self, address: &str, page: &str) -> String {
        if address.starts_with('#') {
            return format!("{page}{address}");
        }
        // Inside the site a colon is encoded, so what has one leads out of it.
        let (Some(base), None) = (self.base, address.find(':')) else { return address.to_owned() };
        let mut folders: Vec<&str> = self.from.split('/').collect();
        folders.pop();
        let mut rest = address;
        while let Some(below) = rest.strip_prefix("../") {
            folders.pop();
            rest = below;
        }
        folders.push(rest);
        format!("{base}{}", folders.join("/"))
    }
}

/// The words, quoted with what stands around them, and in a text also counted in characters.
fn selectors(copy: AnnotatedCopy<'_>, range: &Range<usize>) -> Value {
    let text = &copy.text.text;
    let (before, behind) =
        (text.get(..range.start).unwrap_or_default(), text.get(range.end..).unwrap_or_default());
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
    let exact = text.get(range.clone()).unwrap_or_default();
    let quote = json!({
        "type": "TextQuoteSelector",
        "prefix": &before[start..],
        "exact": exact,
        "suffix": &behind[..end],
    });
    if copy.text.nature != Nature::Text {
        return quote;
    }
    let first = before.chars().count();
    json!([quote, { "type": "TextPositionSelector", "start": first, "end": first + exact.chars().count() }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_in_a_note_hold_also_where_it_is_read_elsewhere() {
        let html = "a &lt; b <a class=\"x\" href=\"../people/a.html#b\">href=\"#no\"</a> <a href=\"#source-1\">1</a>\
                    <img src=\"../files/p.png\" alt=\"\"><a href=\"https://example.org/?a=../b\">e</a>";
        let from = "sources/report.annotations.jsonld";
        let nowhere = Site { base: None, from };
        assert_eq!(
            nowhere.with_addresses(html, "report.html"),
            html.replace("#source-1", "report.html#source-1")
        );
        let site = Site { base: Some("https://example.net/d/"), from };
        let page = site.address("sources/report.html");
        let expected = html
            .replace("../people", "https://example.net/d/people")
            .replace("../files", "https://example.net/d/files")
            .replace("#source-1", "https://example.net/d/sources/report.html#source-1");
        assert_eq!(site.with_addresses(html, &page), expected);
    }
}
