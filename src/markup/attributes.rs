//! What may be said on an element written by hand.
//!
//! `ammonia` reads the attributes as a browser would and drops addresses of other schemes; what is left is taken
//! by name and checked by value. Ids, classes, styles and handlers never pass.

use std::collections::{HashMap, HashSet};

use ammonia::Builder;

use super::elements::Element;
use super::escape;

/// Reads attributes and words written by hand.
pub(super) struct Cleaner {
    /// Lets through what anybody may write.
    known: Builder<'static>,
    /// Lets every attribute through, for what is trusted.
    all: Builder<'static>,
}

/// On any element.
const EVERYWHERE: [&str; 3] = ["title", "lang", "dir"];
/// On some elements; which may have which, [`check`] says.
const SOMEWHERE: [&str; 7] = ["colspan", "rowspan", "scope", "start", "reversed", "value", "open"];
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

impl Cleaner {
    /// Ready to read.
    pub(super) fn new() -> Self {
        let mut builder = Builder::empty();
        // One element carries the attributes of all those that hold no addresses.
        builder
            .tags(HashSet::from(["span", "a", "img"]))
            .generic_attributes(EVERYWHERE.into_iter().collect())
            .tag_attributes(HashMap::from([
                ("span", SOMEWHERE.into_iter().collect()),
                ("a", HashSet::from(["href"])),
                ("img", HashSet::from(["src", "alt", "width", "height"])),
            ]))
            .url_schemes(SCHEMES.into_iter().collect())
            .link_rel(None);
        let mut all = Builder::empty();
        all.tags(HashSet::from(["span"]))
            .generic_attribute_prefixes(HashSet::from([""]))
            .url_schemes(SCHEMES.into_iter().collect())
            .link_rel(None);
        Self { known: builder, all }
    }

    /// Words between tags, with character references read; escaped.
    pub(super) fn words(&self, words: &str) -> String {
        if words.contains('&') {
            let words: String = words.chars().filter(|c| !escape::is_forbidden(*c)).collect();
            self.known
                .clean(&escape_angles(&words))
                .to_string()
                .chars()
                .filter(|c| !escape::is_forbidden(*c))
                .collect()
        } else {
            escape::text(words)
        }
    }

    /// The attributes of a start tag, `written` being what stands between its name and `>`: names and values, the
    /// values plain.
    pub(super) fn attributes(&self, element: &Element, written: &str) -> Vec<(String, String)> {
        let carrier = if matches!(element.name, "a" | "img") { element.name } else { "span" };
        read(&self.known, carrier, written)
    }

    /// All attributes of a start tag that is trusted.
    pub(super) fn all_attributes(&self, written: &str) -> Vec<(String, String)> {
        read(&self.all, "span", written)
    }

    /// The start tag of an element that holds no address.
    pub(super) fn start(&self, element: &Element, written: &str) -> String {
        let mut attributes: Vec<_> = self
            .attributes(element, written)
            .into_iter()
            .filter_map(|(name, value)| Some((check(element.name, &name, &value)?, name)))
            .collect();
        attributes.sort_by(|(_, a), (_, b)| a.cmp(b));
        let attributes: String = attributes
            .into_iter()
            .map(|(value, name)| format!(" {name}=\"{}\"", escape::attribute(&value)))
            .collect();
        format!("<{}{attributes}>", element.name)
    }
}

/// The attributes that `builder` lets through on this element: names and values, the values plain.
fn read(builder: &Builder<'_>, carrier: &str, written: &str) -> Vec<(String, String)> {
    let clean = builder.clean(&format!("<{carrier} {written}>")).to_string();
    let Some(tag) = clean.strip_prefix('<').and_then(|rest| rest.strip_prefix(carrier)) else {
        return Vec::new();
    };
    let mut rest = tag;
    let mut attributes = Vec::new();
    // Values are written with `"` escaped, so the next one ends the value.
    while let Some((name, after)) =
        rest.strip_prefix(' ').and_then(|rest| rest.split_once("=\"")).filter(|(name, _)| !name.contains('>'))
    {
        let Some((value, after)) = after.split_once('"') else { break };
        attributes.push((name.to_owned(), plain(value)));
        rest = after;
    }
    attributes
}

/// The value of an attribute, where it is one that the element may have.
fn check(element: &str, name: &str, value: &str) -> Option<String> {
    let number =
        || value.parse::<u16>().ok().filter(|number| *number <= 1000).map(|number| number.to_string());
    let one_of = |allowed: &[&str]| allowed.contains(&value).then(|| value.to_owned());
    match (name, element) {
        ("title", _) => Some(value.to_owned()),
        ("lang", _) => {
            let tag = !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            tag.then(|| value.to_owned())
        }
        ("dir", _) => one_of(&["ltr", "rtl", "auto"]),
        ("colspan" | "rowspan", "td" | "th") => number().filter(|number| number != "0"),
        ("scope", "th") => one_of(&["col", "row", "colgroup", "rowgroup"]),
        ("start", "ol") | ("value", "li") => number(),
        ("reversed", "ol") | ("open", "details") => Some(String::new()),
        _ => None,
    }
}

/// What the serialiser escaped, as it was.
fn plain(value: &str) -> String {
    value
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

fn escape_angles(words: &str) -> String {
    words.replace('<', "&lt;").replace('>', "&gt;")
}
