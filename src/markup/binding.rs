//! The HTML of one page of the site → the same as a part of one file that holds many, and that has nothing beside it.
//!
//! A page's HTML counts its ids from one, links to other pages, and shows pictures that lie beside it. In a bundle each
//! page has a place ([`Bound`]): its ids stand below that place's, links lead to the places of other pages and say
//! their numbers, pictures are in the file itself. What is not in the bundle loses its link and keeps its words, so no
//! address of the site is left.
//!
//! What comes in was written by this floor: every `<` opens a tag, every value stands in double quotes.

use std::collections::{HashMap, HashSet};

use percent_encoding::percent_decode_str;

use super::escape;
use crate::model::Words;

/// Where the pages of a site, and their pictures, stand in one file.
#[derive(Debug, Clone, Default)]
pub struct Binding {
    /// By the page's file in the site.
    places: HashMap<String, Bound>,
    /// The pictures as `data:` addresses, by their files in the site.
    pictures: HashMap<String, String>,
}

/// The place of a page in a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The id of the part that shows it: `part.section-2`.
    pub anchor: String,
    /// How it is referred to: "§ 2", "Exhibit 3".
    pub label: String,
    /// Whether a link to it needs no number: what the bundle is about is on every page of it.
    pub unnumbered: bool,
}

/// How an exhibit is referred to: "Exhibit 3".
#[must_use]
pub fn exhibit_label(words: &Words, number: usize) -> String {
    words.fill("bundle-exhibit-label", &[("number", number.into())])
}

/// The id of the part of a bundle that shows an exhibit.
#[must_use]
pub fn exhibit_anchor(number: usize) -> String {
    format!("part.exhibit-{number}")
}

impl Binding {
    /// Give the page in this file of the site its place. The first place of a page is the one that links lead to.
    pub fn place(&mut self, file: String, bound: Bound) {
        self.places.entry(file).or_insert(bound);
    }

    /// Bring the picture in this file of the site along.
    pub fn bring(&mut self, file: String, address: String) {
        self.pictures.insert(file, address);
    }

    /// The place of the page in this file of the site.
    #[must_use]
    pub fn at(&self, file: &str) -> Option<&Bound> {
        self.places.get(file)
    }

    /// The picture in this file of the site.
    #[must_use]
    pub fn picture(&self, file: &str) -> Option<&str> {
        self.pictures.get(file).map(String::as_str)
    }

    /// HTML of the page in `file`, which stands in the part `here`.
    #[must_use]
    pub fn bind(&self, html: &str, file: &str, here: &Bound) -> String {
        let out = String::with_capacity(html.len() + html.len() / 4);
        let mut rewriting = Rewriting {
            binding: self,
            file,
            here,
            out,
            links: Vec::new(),
            dropping: false,
            told: HashSet::new(),
        };
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            let (words, tag) = rest.split_at(start);
            rewriting.words(words);
            let (tag, after) = tag.split_at(tag_length(tag));
            rewriting.tag(tag);
            rest = after;
        }
        rewriting.words(rest);
        rewriting.out
    }
}

/// HTML on its way into a bundle.
struct Rewriting<'a> {
    binding: &'a Binding,
    file: &'a str,
    here: &'a Bound,
    out: String,
    /// What ends each link that is open.
    links: Vec<String>,
    /// Whether what comes is left out, up to the end of the link.
    dropping: bool,
    /// The places whose numbers have been told: once in a text is enough.
    told: HashSet<&'a str>,
}

impl<'a> Rewriting<'a> {
    fn words(&mut self, words: &str) {
        if !self.dropping {
            self.out.push_str(words);
        }
    }

    fn tag(&mut self, tag: &str) {
        let inner = tag.trim_start_matches('<').trim_end_matches('>');
        let (name, written) = inner.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((inner, ""));
        match name {
            "a" => self.link(attributes(written)),
            "/a" => {
                let end = self.links.pop().unwrap_or_default();
                self.out.push_str(&end);
                self.dropping = false;
            }
            _ if self.dropping => {}
            "img" => self.picture(attributes(written)),
            // In one file with many others a note is no landmark.
            "aside" => {
                let mut attributes = attributes(written);
                attributes.retain(|(name, _)| *name != "aria-label");
                self.write("div", attributes);
            }
            "/aside" => self.out.push_str("</div>"),
            // What is folded away cannot be read on paper.
            "details" => {
                let mut attributes = attributes(written);
                attributes.retain(|(name, _)| *name != "open");
                attributes.push(("open", None));
                self.write("details", attributes);
            }
            _ => match lower_heading(name) {
                Some(name) if name.starts_with('/') => self.out.push_str(&format!("<{name}>")),
                Some(name) => self.write(&name, attributes(written)),
                None if name.starts_with('/') => self.out.push_str(tag),
                None => self.write(name, attributes(written)),
            },
        }
    }

    fn link(&mut self, attributes: Vec<Attribute<'_>>) {
        if value(&attributes, "class") == Some("heading-anchor") {
            self.dropping = true;
            self.links.push(String::new());
            self.out.truncate(self.out.trim_end_matches(' ').len());
            return;
        }
        let address = value(&attributes, "href").map(plain).unwrap_or_default();
        if is_external(&address) {
            self.write("a", attributes);
            self.links.push("</a>".into());
            return;
        }
        let class = value(&attributes, "class").unwrap_or_default().to_owned();
        let Some((href, label)) = self.lead(&address) else {
            self.out.push_str("<span class=\"unlinked\">");
            self.links.push("</span>".into());
            return;
        };
        let href = escape::attribute(&href);
        self.write("a", leading(("href", &href), &attributes));
        // A citation says its number itself.
        let end = match label.filter(|_| class != "citation") {
            Some(label) => format!(" <span class=\"see\">({})</span></a>", escape::text(label)),
            None => "</a>".into(),
        };
        self.links.push(end);
    }

    /// Where an address leads in the bundle, and the number of the place, where that has to be told.
    fn lead(&mut self, address: &str) -> Option<(String, Option<&'a str>)> {
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        if path.is_empty() {
            let source = fragment.strip_prefix("source-").and_then(|number| number.parse().ok());
            let href = match source {
                Some(number) => format!("#{}", exhibit_anchor(number)),
                None => format!("#{}.{fragment}", self.here.anchor),
            };
            return Some((href, None));
        }
        let bound = self.binding.at(&joined(self.file, path)?)?;
        let href = if fragment.is_empty() {
            format!("#{}", bound.anchor)
        } else {
            format!("#{}.{fragment}", bound.anchor)
        };
        let new = *bound != *self.here && !bound.unnumbered && self.told.insert(&bound.anchor);
        Some((href, new.then_some(bound.label.as_str())))
    }

    fn picture(&mut self, mut attributes: Vec<Attribute<'_>>) {
        let binding = self.binding;
        let address = value(&attributes, "src").map(plain).unwrap_or_default();
        let file = joined(self.file, &address);
        let Some(picture) = file.and_then(|file| binding.picture(&file)) else {
            let words = value(&attributes, "alt").unwrap_or_default();
            self.out.push_str(&format!("<span class=\"unlinked\">{words}</span>"));
            return;
        };
        // What waits for the reader to scroll there may not be printed.
        attributes.retain(|(name, _)| *name != "loading");
        self.write("img", leading(("src", picture), &attributes));
    }

    fn write(&mut self, name: &str, attributes: Vec<Attribute<'_>>) {
        let is_region = value(&attributes, "role") == Some("region");
        self.out.push_str(&format!("<{name}"));
        for (name, value) in attributes {
            let Some(value) = value else {
                self.out.push_str(&format!(" {name}"));
                continue;
            };
            let value = match name {
                "id" | "aria-labelledby" | "aria-describedby" => {
                    let ids = value.split_ascii_whitespace().map(|id| format!("{}.{id}", self.here.anchor));
                    ids.collect::<Vec<_>>().join(" ")
                }
                // Two regions of one file must not have one name.
                "aria-label" if is_region => format!("{}, {value}", escape::attribute(&self.here.label)),
                _ => value.to_owned(),
            };
            self.out.push_str(&format!(" {name}=\"{value}\""));
        }
        self.out.push('>');
    }
}

/// A name, and its value as it is written between the quotes.
type Attribute<'a> = (&'a str, Option<&'a str>);

fn value<'a>(attributes: &[Attribute<'a>], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(own, _)| *own == name).and_then(|(_, value)| *value)
}

/// These attributes, one of them with another value and before the others.
fn leading<'a>((name, value): (&'a str, &'a str), attributes: &[Attribute<'a>]) -> Vec<Attribute<'a>> {
    let others = attributes.iter().filter(|(other, _)| *other != name);
    std::iter::once((name, Some(value))).chain(others.copied()).collect()
}

fn attributes(written: &str) -> Vec<Attribute<'_>> {
    let mut attributes = Vec::new();
    let mut rest = written.trim_start();
    while let Some(end) = rest.find(|c: char| c == '=' || c.is_ascii_whitespace()) {
        let (name, after) = rest.split_at(end);
        match after.strip_prefix("=\"").and_then(|after| after.split_once('"')) {
            Some((value, after)) => {
                attributes.push((name, Some(value)));
                rest = after.trim_start();
            }
            None => {
                attributes.push((name, None));
                rest = after.trim_start_matches('=').trim_start();
            }
        }
    }
    if !rest.is_empty() && rest != "/" {
        attributes.push((rest, None));
    }
    attributes
}

/// How long the tag is that this begins with: a value may hold `>`.
fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

/// A heading one level lower: the part has a heading of its own above it.
fn lower_heading(name: &str) -> Option<String> {
    let (slash, name) = name.strip_prefix('/').map_or(("", name), |name| ("/", name));
    let level = name.strip_prefix('h')?.parse::<u8>().ok().filter(|level| (1..=6).contains(level))?;
    Some(format!("{slash}h{}", (level + 1).min(6)))
}

fn is_external(address: &str) -> bool {
    ["http:", "https:", "mailto:", "tel:"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

fn plain(value: &str) -> String {
    value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The file of the site that a relative address means, seen from another file.
fn joined(from: &str, way: &str) -> Option<String> {
    let way = percent_decode_str(way).decode_utf8().ok()?;
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in way.split('/') {
        match part {
            ".." => {
                parts.pop()?;
            }
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests;
