//! HTML written by hand: what is harmless of it stays, tag by tag.
//!
//! A body's HTML comes in pieces: one tag among words, or the lines of a block. They are read tag by tag, and every
//! tag that goes out is written anew, by name from [`Element`]'s list and with what [`Cleaner`] lets through. Links
//! and images go the way of those in Markdown, so that one to a private page is withheld like any other.
//!
//! `site.toml` can believe less ([`RawHtml::Off`]: only the words stay) or more ([`trusted`](super::trusted)).

use std::rc::Rc;

use super::attributes::Cleaner;
use super::body::Renderer;
use super::document::Document;
use super::elements::{Base, Element};
use super::embed::is_image;
use crate::link::Resolution;
use crate::model::RawHtml;
use crate::parse::target::{Address, address};

/// A piece of HTML as it was written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Words(&'t str),
    Start {
        name: &'t str,
        attributes: &'t str,
    },
    End(&'t str),
    /// A comment, a declaration, an instruction; or a tag that never ends.
    Nothing,
}

impl<'a> Renderer<'a> {
    /// The lines of an HTML block.
    pub(super) fn raw_block(&mut self, document: &Document<'a>, html: &str) {
        self.raw(document, html, Base::Flow);
        // Words do not reach over a block's end; `<details>` and other holders of blocks do.
        self.html.end_words();
    }

    /// A tag or a comment among words.
    pub(super) fn raw_inline(&mut self, document: &Document<'a>, html: &str) {
        self.raw(document, html, Base::Words);
    }

    fn raw(&mut self, document: &Document<'a>, html: &str, base: Base) {
        let belief = self.dossier.settings.raw_html;
        if belief == RawHtml::Trusted {
            return self.trusted(document, html, base);
        }
        let element = |name: &str| Element::named(name).filter(|_| belief == RawHtml::AllowList);
        for piece in pieces(html, belief.dropped_whole()) {
            match piece {
                Piece::Words(words) => {
                    let words = self.cleaner().words(words);
                    self.html.raw_words(&words, base);
                }
                Piece::Start { name, attributes } => {
                    if let Some(element) = element(name) {
                        self.raw_start(document, element, attributes, base);
                    }
                }
                Piece::End(name) => {
                    if let Some(element) = element(name) {
                        self.html.close_raw(element.name);
                    }
                }
                Piece::Nothing => {}
            }
        }
    }

    fn raw_start(&mut self, document: &Document<'a>, element: &'static Element, written: &str, base: Base) {
        let start = match element.name {
            "a" => self.raw_link(document, element, written),
            "img" => self.raw_image(document, element, written),
            _ => Some(self.cleaner().start(element, written)),
        };
        if let Some(start) = start {
            self.html.open_raw(element, base, &start);
        }
    }

    /// The start tag of a link that leads somewhere.
    fn raw_link(&mut self, document: &Document<'a>, element: &Element, written: &str) -> Option<String> {
        if self.html.in_link() {
            return None;
        }
        let attributes = self.cleaner().attributes(element, written);
        let (_, href) = attributes.iter().find(|(name, _)| name == "href")?;
        let start = match address(href.trim(), document.page.facts().path.folder()) {
            Address::Inside(to) => {
                let shown = self.shown(document, &to, true, "");
                if shown.end == "</a>" { shown.start } else { String::new() }
            }
            Address::Outside => Self::external_start(href.trim(), "").unwrap_or_default(),
            Address::Unsafe => String::new(),
        };
        (!start.is_empty()).then_some(start)
    }

    /// An image that lies in the dossier.
    fn raw_image(&mut self, document: &Document<'a>, element: &Element, written: &str) -> Option<String> {
        let attributes = self.cleaner().attributes(element, written);
        let value =
            |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| &**value);
        let facts = document.page.facts();
        let Address::Inside(what) = address(value("src")?.trim(), facts.path.folder()) else { return None };
        match self.dossier.resolve(facts, &what.target) {
            // Only what Markdown uses goes out; an image that is used here alone would be a broken one.
            Resolution::Attachment(file)
                if is_image(file) && self.dossier.outgoing.attachments.contains(file) =>
            {
                self.uses(file);
                Some(self.image(file, value("alt").unwrap_or_default(), false))
            }
            _ => None,
        }
    }

    pub(super) fn cleaner(&mut self) -> Rc<Cleaner> {
        self.cleaner.get_or_insert_with(|| Rc::new(Cleaner::new())).clone()
    }
}

/// The pieces of this HTML, but for elements that are dropped with all that is in them.
pub(super) fn pieces(html: &str, is_dropped: fn(&str) -> bool) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (piece, after) = next(rest);
            rest = after;
            match piece {
                Piece::Start { name, .. } if is_dropped(name) => rest = after_end(name, rest),
                piece => return Some(piece),
            }
        }
        None
    })
}

/// The first piece, and what comes after it. Whatever is not closed reaches to the end, and so is hidden: an
/// unclosed comment must not show.
fn next(html: &str) -> (Piece<'_>, &str) {
    let Some(inside) = html.strip_prefix('<') else {
        let (words, rest) = html.split_at(html.find('<').unwrap_or(html.len()));
        return (Piece::Words(words), rest);
    };
    let hidden = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>"), ("!", ">")].into_iter().find_map(
        |(start, end)| {
            let inside = inside.strip_prefix(start)?;
            Some(inside.split_once(end).map_or("", |(_, rest)| rest))
        },
    );
    if let Some(rest) = hidden {
        return (Piece::Nothing, rest);
    }
    let (closing, named) = match inside.strip_prefix('/') {
        Some(named) => (true, named),
        None => (false, inside),
    };
    let length = named.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(named.len());
    if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
        let (words, rest) = html.split_at(1);
        return (Piece::Words(words), rest);
    }
    let (name, attributes) = named.split_at(length);
    let Some(end) = tag_end(attributes) else { return (Piece::Nothing, "") };
    let (attributes, rest) = (&attributes[..end], &attributes[end + 1..]);
    let piece = if closing { Piece::End(name) } else { Piece::Start { name, attributes } };
    (piece, rest)
}

/// Where the `>` of a tag stands, outside of quoted values.
fn tag_end(attributes: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in attributes.char_indices() {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return Some(at),
            (None, _) => {}
        }
    }
    None
}

/// What comes after the end tag of this name.
fn after_end<'t>(name: &str, html: &'t str) -> &'t str {
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("</") {
        let named = after.get(..name.len()).is_some_and(|other| other.eq_ignore_ascii_case(name));
        if named && after[name.len()..].starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()) {
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = after;
    }
    ""
}
