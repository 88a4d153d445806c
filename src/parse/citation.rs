//! The grammar of a citation, Pandoc's bracketed form and only that.
//!
//! ```text
//! citation = "[" item *( ";" item ) "]"
//! item     = [ prefix SP ] [ "-" ] "@" key [ "," locator ]
//! key      = 1*( letter / digit / one of "_-:.#$%&+?<>~/" ), not ending in punctuation
//! ```

use std::sync::Arc;

/// One cited source, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedItem {
    /// Words before it: "see".
    pub prefix: Arc<str>,
    /// The source's id.
    pub key: Arc<str>,
    /// Where in the source: "para. 4"; may be empty.
    pub locator: Arc<str>,
    /// Where the key stands in the citation's text, as byte offsets.
    pub key_at: (usize, usize),
}

/// Whether the words between brackets are meant as a citation: some item has an `@` at the start of a word.
#[must_use]
pub fn is_citation(inside: &str) -> bool {
    inside.split(';').any(|item| key_start(item).is_some())
}

/// The items of the words between the brackets; `None` where one of them is no item.
#[must_use]
pub fn parse_citation(inside: &str) -> Option<Vec<CitedItem>> {
    let mut items = Vec::new();
    let mut start = 0;
    for item in inside.split(';') {
        items.push(parse_item(item, start)?);
        start += item.len() + 1;
    }
    Some(items)
}

/// A source named in front matter: `report-a`, `report-a, para. 4`, `@report-a, para. 4`, `[[report-a]], para. 4`.
#[must_use]
pub fn parse_source(written: &str) -> CitedItem {
    let written = written.trim();
    let (key, locator) = match written.strip_prefix("[[").and_then(|rest| rest.split_once("]]")) {
        Some((key, rest)) => (key, rest.trim().trim_start_matches(',')),
        None => written.split_once(',').unwrap_or((written, "")),
    };
    let key = key.split('|').next().unwrap_or(key).trim();
    let key = key.strip_prefix('@').unwrap_or(key);
    CitedItem {
        prefix: "".into(),
        key: key.into(),
        locator: locator.trim().into(),
        key_at: (0, written.len()),
    }
}

fn parse_item(item: &str, offset: usize) -> Option<CitedItem> {
    let at = key_start(item)?;
    let rest = &item[at + 1..];
    let length = rest.find(|c: char| !is_key_char(c)).unwrap_or(rest.len());
    let key = rest[..length].trim_end_matches(|c: char| !c.is_alphanumeric());
    if key.is_empty() {
        return None;
    }
    let after = rest[key.len()..].trim_start();
    let locator = match after.strip_prefix(',') {
        Some(locator) => locator.trim(),
        None if after.is_empty() => "",
        None => return None,
    };
    let prefix = item[..at].trim().trim_end_matches('-').trim_end();
    let key_at = (offset + at, offset + at + 1 + key.len());
    Some(CitedItem { prefix: prefix.into(), key: key.into(), locator: locator.into(), key_at })
}

/// Where the `@` of an item's key stands: at its start or after a space, possibly behind a `-`.
fn key_start(item: &str) -> Option<usize> {
    item.match_indices('@').map(|(at, _)| at).find(|at| {
        let before = item[..*at].strip_suffix('-').unwrap_or(&item[..*at]);
        before.is_empty() || before.ends_with(char::is_whitespace)
    })
}

fn is_key_char(c: char) -> bool {
    c.is_alphanumeric() || "_-:.#$%&+?<>~/".contains(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(inside: &str) -> Vec<(String, String, String)> {
        let items = parse_citation(inside).unwrap_or_default();
        items.iter().map(|i| (i.prefix.to_string(), i.key.to_string(), i.locator.to_string())).collect()
    }

    fn item(prefix: &str, key: &str, locator: &str) -> (String, String, String) {
        (prefix.into(), key.into(), locator.into())
    }

    #[test]
    fn bracketed_citations() {
        assert_eq!(read("@report-a"), [item("", "report-a", "")]);
        assert_eq!(read("@a, para. 4; @b"), [item("", "a", "para. 4"), item("", "b", "")]);
        assert_eq!(read("see @a, pp. 3, 5"), [item("see", "a", "pp. 3, 5")]);
        assert_eq!(read("-@a."), [], "words after the key need a comma");
        assert!(is_citation("see @a") && is_citation("@; para. 4"));
        assert!(!is_citation("someone@example.org"));
        assert!(!is_citation("!note"));
    }

    #[test]
    fn sources_in_front_matter() {
        for written in
            ["report-a, para. 4", "@report-a, para. 4", "[[report-a]], para. 4", "[[report-a|A]], para. 4"]
        {
            let item = parse_source(written);
            assert_eq!((&*item.key, &*item.locator), ("report-a", "para. 4"), "{written}");
        }
    }

    proptest! {
        #[test]
        fn keys_stand_where_they_are_said_to(inside in "[@a-z;, -]{0,30}") {
            for item in parse_citation(&inside).unwrap_or_default() {
                prop_assert_eq!(&inside[item.key_at.0..item.key_at.1], format!("@{}", item.key));
            }
        }
    }
}
