//! Which fields the front matter of a page may have; what is none of them is reported, or makes the page private where
//! it looks like a misspelt decision on that.

use super::page::PageReader;
use super::suggest::nearest;
use super::{bibliographic, visibility};
use crate::model::vocabulary;
use crate::text::{Diagnostic, rules};

const COMMON: [&str; 17] = [
    "kind",
    "id",
    "title",
    "aliases",
    "summary",
    "tags",
    "date",
    "updated",
    "reviewed",
    "image",
    "image_alt",
    "image_credit",
    "sources",
    "public_name",
    "redirects_from",
    "corrections",
    "replies",
];
const DECIDING: [&str; 3] = ["publish", "private", "draft"];
const OF_PAGES: [&str; 1] = ["own_words"];
const OF_CLAIMS: [&str; 3] = ["status", "credibility", "likelihood"];
const OF_SOURCES: [&str; 7] = ["url", "archived", "file", "sha256", "publish_copy", "rights", "reliability"];

/// The fields that only pages of this kind have.
fn of_kind(kind: &str) -> Vec<&'static [&'static str]> {
    match kind {
        vocabulary::PAGE => vec![&OF_PAGES],
        vocabulary::CLAIM => vec![&OF_CLAIMS],
        vocabulary::SOURCE => vec![&OF_SOURCES, &bibliographic::OF_SOURCES],
        vocabulary::PERSON => vec![&bibliographic::OF_PEOPLE],
        _ => Vec::new(),
    }
}

impl PageReader<'_> {
    /// Report what is left of the fields when all that are known have been read.
    pub(super) fn unknown(&mut self, kind: &str) {
        let settings = self.settings;
        let rest: Vec<_> = self.fields.rest().to_vec();
        for (key, node) in rest {
            if let Some(diagnostic) = visibility::misspelt(&self.file.path, &key, &node) {
                self.fields.diagnostics.push(diagnostic);
                self.decision.doubt(key.span);
                continue;
            }
            let own_dates =
                settings.kind(kind).into_iter().flat_map(|kind| kind.dates.iter().map(|date| &*date.field));
            let known = (COMMON.iter().chain(&DECIDING).chain(of_kind(kind).into_iter().flatten()).copied())
                .chain(own_dates)
                .chain(settings.relations.keys().map(|id| id.as_str()))
                .chain(settings.fields.keys().map(|field| &**field));
            let mut diagnostic = Diagnostic::new(
                &rules::front_matter::UNKNOWN_FIELD,
                format!("`{}` is not a field of the kind `{kind}`", key.text),
            )
            .at(&self.file.path, key.span);
            diagnostic = match nearest(&key.text, known) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help(format!(
                    "remove it, or declare it in `site.toml`: `[fields] {} = \"…\"` or `[relations.{}]`",
                    key.text, key.text
                )),
            };
            self.fields.diagnostics.push(diagnostic);
        }
    }
}
