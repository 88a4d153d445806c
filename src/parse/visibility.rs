//! Whether a page may go out: read in one place, and failing closed.

use super::fields::{Fields, Text, yes_or_no};
use super::yaml::{Key, Node, Value};
use crate::parse::facts::Visibility;
use crate::text::{ContentPath, Diagnostic, Span, rules};

/// The fields that decide, and what `true` in them means.
const FIELDS: [(&str, Visibility); 3] =
    [("publish", Visibility::Public), ("private", Visibility::Private), ("draft", Visibility::Private)];

/// What else has been written in their place, in this and other tools; small letters without `-`, `_` and `.`.
const LOOKALIKES: [&str; 21] = [
    "published",
    "publishing",
    "unpublished",
    "publishable",
    "nopublish",
    "notpublished",
    "dontpublish",
    "donotpublish",
    "public",
    "notpublic",
    "drafts",
    "privat",
    "privatepage",
    "hidden",
    "hide",
    "visibility",
    "visible",
    "confidential",
    "share",
    "unlisted",
    "secret",
];

/// Take `publish`, `private` and `draft` out of the fields and decide. One field that says "private", or that
/// cannot be understood, is enough; with no field, `default` holds.
pub(super) fn visibility(fields: &mut Fields<'_>, path: &ContentPath, default: Visibility) -> Visibility {
    let mut decided = None;
    for (name, when_true) in FIELDS {
        let spellings: Vec<String> = fields
            .rest()
            .iter()
            .map(|(key, _)| key.text.clone())
            .filter(|key| key.eq_ignore_ascii_case(name))
            .collect();
        for spelling in spellings {
            let Some((_, node)) = fields.take_even_empty(&spelling) else { continue };
            let said = match (&node.value, when_true) {
                (Value::Scalar(text), Visibility::Public) => yes_or_no(text),
                (Value::Scalar(text), Visibility::Private) => yes_or_no(text).map(|yes| !yes),
                _ => None,
            };
            let said = said.unwrap_or_else(|| {
                fields.diagnostics.push(invalid(path, name, &node));
                false
            });
            decided = Some(decided.unwrap_or(true) && said);
        }
    }
    match decided {
        Some(true) => Visibility::Public,
        Some(false) => Visibility::Private,
        None => default,
    }
}

/// A field that nobody knows and that looks like one of those that decide, or holds one.
pub(super) fn misspelt(path: &ContentPath, key: &Key, node: &Node) -> Option<Diagnostic> {
    let (key, name) = deciding(key, node)?;
    Some(
        Diagnostic::new(
            &rules::privacy::MISSPELT_PUBLISH,
            format!("`{}` looks like a misspelt `{name}`", key.text),
        )
        .at(path, key.span)
        .help(format!("write `{name}`, or give the field another name; until then the page is private")),
    )
}

/// The key, of this field or of one inside it, that looks as if it were to decide; and what it looks like.
fn deciding<'a>(key: &'a Key, node: &'a Node) -> Option<(&'a Key, &'static str)> {
    if let Some(name) = looks_like(&key.text) {
        return Some((key, name));
    }
    match &node.value {
        Value::Map(fields) => fields.iter().find_map(|(key, node)| deciding(key, node)),
        Value::List(items) => items.iter().find_map(|item| deciding(key, item)),
        _ => None,
    }
}

/// The deciding field that a name looks like, without the `is` and `dg` that other tools put before it.
fn looks_like(name: &str) -> Option<&'static str> {
    let lower: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let bare = ["is", "dg"].iter().find_map(|before| lower.strip_prefix(before)).unwrap_or(&lower);
    let near = |word: &str| {
        FIELDS.iter().map(|(name, _)| *name).find(|name| {
            let allowed = if name.len() > 5 { 2 } else { 1 };
            strsim::damerau_levenshtein(word, name) <= allowed
        })
    };
    // A short word is near too many others.
    let known = |word: &str| {
        LOOKALIKES
            .iter()
            .any(|other| *other == word || other.len() > 5 && strsim::damerau_levenshtein(word, other) <= 1)
    };
    near(&lower).or_else(|| near(bare)).or((known(&lower) || known(bare)).then_some("publish"))
}

/// A date field such as `published` that holds a yes or no was meant as `publish`.
pub(super) fn flag_as_date(path: &ContentPath, name: &str, text: &Text) -> Option<Diagnostic> {
    let word = text.text.trim();
    let boolean = yes_or_no(word).is_some() && word.parse::<i64>().is_err();
    (boolean && LOOKALIKES.contains(&name)).then(|| {
        Diagnostic::new(
            &rules::privacy::MISSPELT_PUBLISH,
            format!("`{name}: {word}` looks like a misspelt `publish`"),
        )
        .at(path, text.span)
        .help("write `publish: …`, or a date; until then the page is private")
    })
}

fn invalid(path: &ContentPath, name: &str, node: &Node) -> Diagnostic {
    let span: Span = node.span;
    Diagnostic::new(&rules::privacy::INVALID_PUBLISH, format!("`{name}` says neither yes nor no"))
        .at(path, span)
        .help(format!("write `{name}: true` or `{name}: false`; until then the page is private"))
}
