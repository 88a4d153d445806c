//! `site.toml` as written, before anything in it is checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// `site.toml` as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Written {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) language: Option<Spanned<String>>,
    pub(super) author: Option<String>,
    pub(super) base_url: Option<Spanned<String>>,
    pub(super) publish_by_default: Option<bool>,
    pub(super) search: Option<bool>,
    pub(super) private_folders: Vec<Spanned<String>>,
    pub(super) private_fields: Vec<Spanned<String>>,
    pub(super) home: WrittenHome,
    pub(super) citations: WrittenCitations,
    pub(super) review: WrittenReview,
    pub(super) rules: BTreeMap<Spanned<String>, Spanned<String>>,
    pub(super) kinds: BTreeMap<Spanned<String>, WrittenKind>,
    pub(super) relations: BTreeMap<Spanned<String>, WrittenRelation>,
    pub(super) fields: BTreeMap<String, String>,
    pub(super) chains: Vec<WrittenChain>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenChain {
    pub(super) from: Spanned<String>,
    pub(super) to: Spanned<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenHome {
    pub(super) key_people: Vec<String>,
    pub(super) key_organisations: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenCitations {
    pub(super) style: Option<Spanned<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenReview {
    pub(super) every: Option<Spanned<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenKind {
    pub(super) folder: Option<Spanned<String>>,
    pub(super) singular: Option<String>,
    pub(super) plural: Option<String>,
    pub(super) icon: Option<String>,
    pub(super) template: Option<String>,
    /// Fields that date an entity of the kind and stand on the timeline.
    pub(super) dates: Option<Vec<String>>,
    /// Fields that date it and stay off the timeline.
    pub(super) other_dates: Option<Vec<String>>,
    /// What readers see for date fields.
    pub(super) labels: BTreeMap<String, String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenRelation {
    pub(super) label: Option<String>,
    pub(super) inverse: Option<String>,
    pub(super) from: Option<Vec<Spanned<String>>>,
    pub(super) to: Option<Vec<Spanned<String>>>,
    pub(super) plain_words: Option<bool>,
}
