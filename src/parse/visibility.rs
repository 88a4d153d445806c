//! Whether a page may go out: read in one place, and failing closed.

use super::fields::{Fields, Text, yes_or_no};
use super::yaml::{Key, Node, Value};
use crate::parse::facts::Visibility;
use crate::text::{ContentPath, Diagnostic, Span, rules};

/// The fields that decide, and what `true` in them means.
const FIELDS: [(&str, Visibility); 3] =
    [("publish", Visibility::Public), ("private", Visibility::Private), ("draft", Visibility::Private)];

/// What else has been written in their place, in this and other tools.
const LOOKALIKES: [&str; 8] =
    ["published", "publishing", "unpublished", "publishable", "public", "drafts", "privat", "hidden"];

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

/// A field that nobody knows and that looks like one of those that decide.
pub(super) fn misspelt(path: &ContentPath, key: &Key, node: &Node) -> Option<Diagnostic> {
    let lower = key.text.to_lowercase();
    let near = FIELDS.iter().map(|(name, _)| *name).find(|name| {
        let allowed = if name.len() > 5 { 2 } else { 1 };
        strsim::damerau_levenshtein(&lower, name) <= allowed
    });
    let boolean = matches!(&node.value, Value::Scalar(text) if yes_or_no(text).is_some());
    let lookalike = boolean && LOOKALIKES.contains(&lower.as_str());
    let name = near.or(lookalike.then_some("publish"))?;
    Some(
        Diagnostic::new(
            &rules::privacy::MISSPELT_PUBLISH,
            format!("`{}` looks like a misspelt `{name}`", key.text),
        )
        .at(path, key.span)
        .help(format!("write `{name}`, or give the field another name; until then the page is private")),
    )
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
