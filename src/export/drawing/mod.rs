//! An SVG drawing's bytes → the same drawing, able to do nothing but be looked at.
//!
//! Opened by itself, an SVG file is a document: its scripts run in the name of the site, and it asks other servers for
//! whatever it names. It also carries what nobody sees: the editor's notes, its author, layers of the program that drew
//! it. None of that stays. What goes out is written anew, element by element, from the lists in [`names`]:
//!
//! 1. [`clean`] reads the file as XML and refuses what is not well-formed: what cannot be read for certain is not published.
//! 2. Elements and attributes of other vocabularies, comments and instructions are left out, with all that is in them.
//! 3. Addresses may lead to a part of the drawing; a link may also lead to the web ([`values`]).
//! 4. Style sheets are read token by token, and lose whatever names a file ([`style`]).
//! 5. Pictures held in the drawing are cleaned as pictures are.
//!
//! Shown on a page by `<img>`, a drawing runs and asks for nothing anyhow, so none of this changes how it looks there.
//! The exception are words as HTML (`foreignObject`): a diagram without its labels would say something else, so such a
//! drawing is refused.

mod names;
mod style;
#[cfg(test)]
mod tests;
mod uses;
mod values;

use std::fmt;

use quick_xml::NsReader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use names::Element;
use uses::Uses;

/// The largest drawing that is read, in bytes.
pub(super) const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// How deep elements may be nested.
const MAX_DEPTH: usize = 200;
/// How many namespaces may be named at one place.
const MAX_NAMESPACES: usize = 200;

const SVG: &[u8] = b"http://www.w3.org/2000/svg";
const XLINK: &[u8] = b"http://www.w3.org/1999/xlink";
const XML: &[u8] = b"http://www.w3.org/XML/1998/namespace";

/// Why a drawing does not go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    /// What is wrong, as the end of a sentence.
    pub(super) reason: String,
    /// What to do.
    pub(super) help: &'static str,
}

impl Refused {
    fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            help: "save it anew as plain SVG, or as PNG; it is not published as it is",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this SVG drawing cannot be published: {}", self.reason)
    }
}

/// Whether a file claims, by its name or by how it begins, to be an SVG drawing.
#[must_use]
pub(super) fn claims_to_be_drawing(name: &str, opening: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let opening = opening.trim_ascii_start();
    name.ends_with(".svg")
        || name.ends_with(".svgz")
        || opening.get(..4).is_some_and(|tag| tag.eq_ignore_ascii_case(b"<svg"))
}

/// The same drawing, able to do nothing but be looked at.
///
/// # Errors
/// What cannot be read for certain, or would lose words that it shows.
pub(super) fn clean(bytes: &[u8]) -> Result<String, Refused> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.starts_with(b"\x1F\x8B") {
        return Err(Refused::new("it is compressed (SVGZ)"));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refused::new("it is not UTF-8"))?;
    let mut cleaner = Cleaner::default();
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    loop {
        let event = reader.read_event().map_err(|error| malformed(&error))?;
        match event {
            // Of a tag that closes itself, two are made.
            Event::Start(tag) | Event::Empty(tag) => cleaner.start(&reader, &tag)?,
            Event::End(_) => cleaner.end(),
            Event::Text(text) => cleaner.text(&text.xml_content().map_err(|error| malformed(&error))?)?,
            Event::CData(text) => cleaner.text(&text.xml_content().map_err(|error| malformed(&error))?)?,
            Event::GeneralRef(reference) => {
                let c = match reference.resolve_char_ref().map_err(|error| malformed(&error))? {
                    Some(c) => c,
                    None => named_character(&reference)?,
                };
                cleaner.text(c.encode_utf8(&mut [0; 4]))?;
            }
            // Without declarations of its own it says nothing that a browser needs.
            Event::DocType(declared) if declared.contains(&b'[') => {
                return Err(Refused {
                    reason: "it declares entities of its own".into(),
                    help: "save it anew as plain SVG (in Illustrator: File > Export As, not Save As)",
                });
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => return cleaner.finish(),
        }
    }
}

fn malformed(error: &dyn fmt::Display) -> Refused {
    let reason = error.to_string();
    Refused::new(format!("it is not well-formed XML ({})", reason.lines().next().unwrap_or_default()))
}

fn named_character(name: &[u8]) -> Result<char, Refused> {
    Ok(match name {
        b"lt" => '<',
        b"gt" => '>',
        b"amp" => '&',
        b"quot" => '"',
        b"apos" => '\'',
        _ => return Err(Refused::new(format!("it uses the entity `&{};`", String::from_utf8_lossy(name)))),
    })
}

/// An element that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// What it is; `None` where it is left out.
    element: Option<&'static Element>,
    /// How many namespaces its tag names.
    namespaces: usize,
    /// Whether it can be used again.
    is_part: bool,
}

/// What has been written so far, and where in the drawing that is.
#[derive(Debug, Default)]
struct Cleaner {
    out: String,
    /// The elements around this place.
    open: Vec<Open>,
    /// How many of the elements around this place are left out.
    left_out: usize,
    namespaces: usize,
    uses: Uses,
    /// The style sheet that is being read.
    sheet: String,
    /// Whether the drawing has been closed.
    closed: bool,
}

impl Cleaner {
    fn start(&mut self, reader: &NsReader<&[u8]>, tag: &BytesStart<'_>) -> Result<(), Refused> {
        if self.closed {
            return Err(Refused::new("it holds two drawings"));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(Refused::new(format!("its elements are nested more than {MAX_DEPTH} levels deep")));
        }
        let attributes = attributes(reader, tag)?;
        let named = attributes.iter().filter(|attribute| attribute.declares).count();
        self.namespaces += named;
        if self.namespaces > MAX_NAMESPACES {
            return Err(Refused::new(format!("it names more than {MAX_NAMESPACES} namespaces at one place")));
        }
        let (namespace, local) = reader.resolve_element(tag.name());
        let is_svg = namespace == ResolveResult::Bound(Namespace(SVG));
        let is_outermost = self.open.is_empty();
        let element = std::str::from_utf8(local.as_ref()).ok().filter(|_| is_svg && self.left_out == 0);
        if is_outermost && element != Some("svg") {
            return Err(Refused::new(
                "its outermost element is no `<svg xmlns=\"http://www.w3.org/2000/svg\">`, so no browser shows it",
            ));
        }
        if element == Some("foreignObject") {
            return Err(Refused {
                reason: "it holds words as HTML (`foreignObject`), which would be missing".into(),
                help: "export it with plain text (Mermaid: `htmlLabels: false`; draw.io: no formatted text), or as PNG",
            });
        }
        let element = element.and_then(names::element);
        let written = element.and_then(|element| values::start(element, &attributes, is_outermost));
        match (element, written) {
            (Some(element), Some(written)) => {
                let value = |wanted: &str| {
                    let found = attributes.iter().find(|attribute| attribute.name == wanted);
                    found.map(|attribute| attribute.value.trim())
                };
                let used = value("href").filter(|_| element.name == "use");
                let is_part = self.uses.start(value("id"), used);
                self.out.push_str(&written);
                self.open.push(Open { element: Some(element), namespaces: named, is_part });
            }
            _ => {
                self.left_out += 1;
                self.open.push(Open { element: None, namespaces: named, is_part: false });
            }
        }
        Ok(())
    }

    fn end(&mut self) {
        let Some(Open { element, namespaces, is_part }) = self.open.pop() else { return };
        self.namespaces -= namespaces;
        if is_part {
            self.uses.end();
        }
        match element {
            Some(element) => {
                if element.name == "style" {
                    let sheet = std::mem::take(&mut self.sheet);
                    self.out.push_str(&escape(style::clean(&sheet).unwrap_or_default()));
                }
                self.out.push_str("</");
                self.out.push_str(element.name);
                self.out.push('>');
            }
            None => self.left_out -= 1,
        }
        self.closed = self.open.is_empty();
    }

    fn text(&mut self, text: &str) -> Result<(), Refused> {
        let text: String = text.chars().filter(|c| names::is_character(*c)).collect();
        match self.open.last().map(|open| open.element) {
            None if text.trim().is_empty() => {}
            None => return Err(Refused::new("words stand outside of the drawing")),
            Some(Some(element)) if element.name == "style" => self.sheet.push_str(&text),
            Some(Some(element)) if element.shows_words => self.out.push_str(&escape(&*text)),
            // Nobody sees words elsewhere; of them, only the line breaks stay.
            Some(Some(_)) if text.trim().is_empty() => self.out.push_str(&text),
            Some(_) => {}
        }
        Ok(())
    }

    fn finish(mut self) -> Result<String, Refused> {
        if !self.closed {
            return Err(Refused::new("it breaks off before its end"));
        }
        if self.uses.are_too_many() {
            return Err(Refused::new("it uses its own parts so often that no browser could draw it"));
        }
        self.out.push('\n');
        Ok(self.out)
    }
}

/// An attribute as it was written, with its value read.
#[derive(Debug)]
pub(super) struct Attribute {
    /// `href` of `xlink` is called `href`, `space` of `xml` is `xml:space`; of another namespace, it has no name.
    name: String,
    value: String,
    /// Whether it names a namespace.
    declares: bool,
}

fn attributes(reader: &NsReader<&[u8]>, tag: &BytesStart<'_>) -> Result<Vec<Attribute>, Refused> {
    let mut read = Vec::new();
    let mut written = tag.attributes();
    // The check compares each with all before it; below, each name is taken once.
    written.with_checks(false);
    for attribute in written {
        let attribute = attribute.map_err(|error| malformed(&error))?;
        let declares = attribute.key.as_namespace_binding().is_some();
        let value = attribute.unescape_value().map_err(|error| malformed(&error))?;
        let value: String = value.chars().filter(|c| names::is_character(*c)).collect();
        let (namespace, local) = reader.resolve_attribute(attribute.key);
        let local = std::str::from_utf8(local.as_ref()).unwrap_or_default();
        let name = match namespace {
            _ if declares => String::new(),
            ResolveResult::Unbound => local.to_owned(),
            ResolveResult::Bound(Namespace(XLINK)) if local == "href" => local.to_owned(),
            ResolveResult::Bound(Namespace(XML)) => format!("xml:{local}"),
            ResolveResult::Bound(_) | ResolveResult::Unknown(_) => String::new(),
        };
        read.push(Attribute { name, value, declares });
    }
    Ok(read)
}
