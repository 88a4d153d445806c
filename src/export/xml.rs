//! XML as it is put together: elements within elements. Names are ours, words are whoever's.

use std::fmt::Write as _;

use quick_xml::escape::escape;

/// An element.
#[derive(Debug, Clone)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    words: String,
    children: Vec<Element>,
}

impl Element {
    /// An empty element.
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), words: String::new(), children: Vec::new() }
    }

    /// An element that holds words.
    pub(super) fn of(name: &'static str, words: &str) -> Self {
        Self { words: words.into(), ..Self::new(name) }
    }

    /// With an attribute.
    pub(super) fn attribute(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With elements in it.
    pub(super) fn with(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// The document of which this is the root.
    pub(super) fn document(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.push(&mut out);
        out
    }

    fn push(&self, out: &mut String) {
        let _ = write!(out, "<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", text(value));
        }
        if self.words.is_empty() && self.children.is_empty() {
            out.push_str("/>\n");
            return;
        }
        out.push('>');
        out.push_str(&text(&self.words));
        if !self.children.is_empty() {
            out.push('\n');
        }
        for child in &self.children {
            child.push(out);
        }
        let _ = writeln!(out, "</{}>", self.name);
    }
}

/// Words as text or as the value of an attribute. What XML 1.0 cannot hold in any form is left out.
fn text(words: &str) -> String {
    let held = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    let held: String = words.chars().filter(held).collect();
    escape(&held).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::*;

    proptest! {
        /// A reader of XML gets the words back, whatever they are.
        #[test]
        fn any_words_are_read_as_they_were_written(words in "[\\PC<>&\"'\\]\\[!\u{1}\u{b}\u{fffe}\u{2028}-]{1,30}") {
            let document = Element::new("a").attribute("b", &words).with([Element::of("c", &words)]).document();
            let mut reader = Reader::from_str(&document);
            let (mut read, mut attribute) = (String::new(), String::new());
            let mut inside = false;
            loop {
                match reader.read_event().unwrap() {
                    Event::Eof => break,
                    Event::Start(start) => {
                        inside = start.name().as_ref() == b"c";
                        if let Some(found) = start.attributes().next() {
                            attribute = found.unwrap().unescape_value().unwrap().into_owned();
                        }
                    }
                    Event::End(_) => inside = false,
                    Event::Text(found) if inside => read.push_str(&found.decode().unwrap()),
                    Event::GeneralRef(found) if inside => {
                        let entity = format!("&{};", found.decode().unwrap());
                        read.push_str(&quick_xml::escape::unescape(&entity).unwrap());
                    }
                    _ => {}
                }
            }
            let held: String =
                words.chars().filter(|c| !matches!(c, '\u{1}' | '\u{b}' | '\u{fffe}' | '\u{ffff}')).collect();
            prop_assert_eq!(&read, &held);
            prop_assert_eq!(&attribute, &held);
        }
    }
}
