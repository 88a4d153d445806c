//! Whether a page may go out: read in one place, and failing closed.

use unicode_normalization::UnicodeNormalization as _;

use super::fields::{Fields, Text, yes_or_no};
use super::suggest::is_near;
use super::yaml::{Key, Node, Value};
use crate::model::Settings;
use crate::parse::facts::Visibility;
use crate::text::{ContentFile, ContentPath, Diagnostic, Span, rules};

/// The fields that decide, and what `true` in them means.
const FIELDS: [(&str, Visibility); 3] =
    [("publish", Visibility::Public), ("private", Visibility::Private), ("draft", Visibility::Private)];

/// What else has been written in their place, in this and other tools; small letters without `-`, `_` and `.`.
const LOOKALIKES: [&str; 23] = [
    "published",
    "publishing",
    "publishable",
    "notpublished",
    "public",
    "drafts",
    "privat",
    "privatepage",
    "visibility",
    "visible",
    "confidential",
    "share",
    "unlisted",
    "keepprivate",
    "makeprivate",
    "pageprivate",
    "priv",
    "publishtoweb",
    "obsidianpublish",
    "embargoed",
    "embargountil",
    "veröffentlichen",
    "entwurf",
];

/// Those that stand over a callout as well.
const PRIVATE_WORDS: [&str; 12] = [
    "secret",
    "hidden",
    "hide",
    "unpublished",
    "nopublish",
    "notpublic",
    "dontpublish",
    "donotpublish",
    "notforpublication",
    "offtherecord",
    "vertraulich",
    "geheim",
];

/// What may stand over a callout alone: as a field, each of them can be something else.
const OVER_CALLOUTS: [&str; 6] = ["draft", "internal", "topsecret", "privatenote", "privatenotes", "intern"];

/// Whether a page goes out, and what says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether it does.
    pub visibility: Visibility,
    /// What says so.
    pub ground: Ground,
}

/// What says whether a page goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Nothing on the page: `publish_by_default` holds.
    Default,
    /// This field of it.
    Field(Span),
    /// It lies in a private folder, whatever it says.
    Folder,
    /// Its front matter cannot be read.
    Unreadable,
    /// These words may have been meant to keep it private.
    Unclear(Span),
}

impl Decision {
    /// What stands here may have been meant to keep the page private; so it is.
    pub(super) fn doubt(&mut self, place: Span) {
        *self = Self { visibility: Visibility::Private, ground: Ground::Unclear(place) };
    }
}

/// Take `publish`, `private` and `draft` out of the fields and decide.
pub(super) fn decide(
    file: &ContentFile,
    fields: &mut Fields<'_>,
    readable: bool,
    settings: &Settings,
) -> Decision {
    let said = said(fields, &file.path);
    let private = |ground| Decision { visibility: Visibility::Private, ground };
    if !readable {
        return private(Ground::Unreadable);
    }
    if settings.is_in_private_folder(&file.path) {
        return private(Ground::Folder);
    }
    said.unwrap_or_else(|| {
        let visibility = if settings.publish_by_default { Visibility::Public } else { Visibility::Private };
        Decision { visibility, ground: Ground::Default }
    })
}

/// What the deciding fields say. One that says "private", or that cannot be understood, is enough.
fn said(fields: &mut Fields<'_>, path: &ContentPath) -> Option<Decision> {
    let mut decided: Option<Decision> = None;
    for (name, when_true) in FIELDS {
        let spellings: Vec<String> = fields
            .rest()
            .iter()
            .map(|(key, _)| key.text.clone())
            .filter(|key| key.eq_ignore_ascii_case(name))
            .collect();
        for spelling in spellings {
            let Some((key, node)) = fields.take_even_empty(&spelling) else { continue };
            let yes = match &node.value {
                Value::Scalar(text) => yes_or_no(text),
                _ => None,
            };
            let now = match yes.map(|yes| yes == (when_true == Visibility::Public)) {
                Some(true) => Decision { visibility: Visibility::Public, ground: Ground::Field(key.span) },
                Some(false) => Decision { visibility: Visibility::Private, ground: Ground::Field(key.span) },
                None => {
                    fields.diagnostics.push(invalid(path, name, &node));
                    Decision { visibility: Visibility::Private, ground: Ground::Unclear(node.span) }
                }
            };
            decided = decided.filter(|before| before.visibility == Visibility::Private).or(Some(now));
        }
    }
    decided
}

/// A field that nobody knows and that looks like one of those that decide, or says the same: `status: draft`.
pub(super) fn misspelt(path: &ContentPath, key: &Key, node: &Node) -> Option<Diagnostic> {
    let rule = &rules::privacy::MISSPELT_PUBLISH;
    if let Some(word) = private_status(&key.text, node) {
        let message = format!("`{}: {word}` decides nothing", key.text);
        let help = "write `private: true` or `draft: true`; until then the page is private";
        return Some(Diagnostic::new(rule, message).at(path, key.span).help(help));
    }
    let name = looks_like(&key.text)?;
    let message = format!("`{}` looks like a misspelt `{name}`", key.text);
    let help = format!("write `{name}`, or give the field another name; until then the page is private");
    Some(Diagnostic::new(rule, message).at(path, key.span).help(help))
}

/// The word in `status: draft`, by which other tools keep a page in.
fn private_status<'a>(key: &str, node: &'a Node) -> Option<&'a str> {
    let Value::Scalar(text) = &node.value else { return None };
    (bare_letters(key) == "status" && is_private_word(text)).then_some(text)
}

/// Whether a word says by itself that a page is not to go out: as a status, or as a tag.
pub(super) fn is_private_word(word: &str) -> bool {
    let word = bare_letters(word);
    ["private", "privat", "draft", "unpublished", "confidential"].contains(&&*word)
}

/// The deciding field that a name looks like, without the `is` and `dg` that other tools put before it.
pub(super) fn looks_like(name: &str) -> Option<&'static str> {
    // `{publish:false}` without a space is one word to YAML.
    let lower = bare_letters(name.split(':').next().unwrap_or(name));
    let bare = ["is", "dg"].iter().find_map(|before| lower.strip_prefix(before)).unwrap_or(&lower);
    let near = |word: &str| {
        FIELDS.iter().map(|(name, _)| *name).find(|name| {
            let allowed = if name.len() > 5 { 2 } else { 1 };
            is_near(word, name, allowed)
        })
    };
    // A short word is near too many others.
    let known =
        |word: &str| lookalikes().any(|other| other == word || other.len() > 5 && is_near(word, other, 1));
    let forms = || [&*lower].into_iter().chain((bare != lower).then_some(bare));
    forms().find_map(near).or_else(|| forms().any(known).then_some("publish"))
}

/// Whether the first word of a callout may have been meant to keep it private.
pub(super) fn means_private(kind: &str) -> bool {
    let lower = bare_letters(kind);
    // "Privateer" is another word.
    let near = |word: &str, most: usize| {
        let other = lower.strip_prefix(word).is_some_and(|rest| rest.len() > 1);
        !other && is_near(&lower, word, most)
    };
    near("private", 1)
        || near("confidential", 2)
        || PRIVATE_WORDS.contains(&&*lower)
        || OVER_CALLOUTS.contains(&&*lower)
}

/// What has been written in place of the fields that decide.
fn lookalikes() -> impl Iterator<Item = &'static str> {
    LOOKALIKES.into_iter().chain(PRIVATE_WORDS)
}

/// In small letters, without what parts words; letters of double width are the others' like.
fn bare_letters(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// A date field such as `published` that holds a yes or no was meant as `publish`.
pub(super) fn flag_as_date(path: &ContentPath, name: &str, text: &Text) -> Option<Diagnostic> {
    let word = text.text.trim();
    let boolean = yes_or_no(word).is_some() && word.parse::<i64>().is_err();
    (boolean && lookalikes().any(|other| other == name)).then(|| {
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
