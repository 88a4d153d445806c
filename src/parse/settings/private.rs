//! What `site.toml` keeps private beyond single pages: folders, and fields of the front matter.
//!
//! What is written so that it can protect nothing was meant to protect something that cannot be known. It is an
//! error, and until it is mended everything is private.

use toml::Spanned;

use super::Check;
use crate::model::{same_field, vocabulary};
use crate::parse::visibility::looks_like;

/// Fields by which links to a page are recognised, or told what it is: without them a link to a private page would be
/// taken for words.
const IDENTIFYING: [&str; 6] = ["id", "kind", "title", "aliases", "public_name", "to"];

/// Fields without which something else would be said: that a relation goes on, that a source says of itself what the
/// editors assess, that two reports are independent, that someone has not replied.
const TELLING: [&str; 6] = ["until", "derivation", "based_on", "by", "text", "declined"];

impl Check<'_> {
    pub(super) fn private_folders(&mut self, folders: &[Spanned<String>]) {
        for folder in folders {
            let plain = plain_folder(folder.as_ref());
            let file =
                plain.get(plain.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case(".md"));
            let why = if plain.contains(['*', '?']) {
                "no pattern: a folder stands for all that lies in it"
            } else if plain.split('/').any(|part| part == "..") {
                "no path that leads upwards: write it from `content/` on"
            } else if file {
                "no file: write `publish: false` in that file"
            } else {
                self.settings.private_folders.push(plain.into());
                continue;
            };
            let message = format!("`{}` is not a folder to keep private", folder.as_ref());
            let help = format!("write a folder below `content/`, such as `people/confidential`, and {why}");
            self.protects_nothing(folder, message, &help);
        }
    }

    pub(super) fn private_fields(&mut self, fields: &[Spanned<String>]) {
        for field in fields {
            let name = field.as_ref().trim();
            match unfit(name) {
                None => self.settings.private_fields.push(name.into()),
                Some(help) => {
                    let message = format!("`{}` is not a field to keep private", field.as_ref());
                    self.protects_nothing(field, message, help);
                }
            }
        }
    }

    fn protects_nothing(&mut self, setting: &Spanned<String>, message: String, help: &str) {
        self.invalid(setting.span(), message, help);
        if let Some(diagnostic) = self.diagnostics.last_mut() {
            diagnostic.private = true;
        }
        self.settings.publish_by_default = false;
        self.settings.private_folders.push("".into());
    }
}

/// Why a field cannot be kept private by its name, as the advice on what to do instead.
fn unfit(name: &str) -> Option<&'static str> {
    let is_one_of = |names: &[&str]| names.iter().any(|other| same_field(name, other));
    if name.is_empty() || name.contains(['*', '?', '.', '[', ']', ':']) {
        return Some(
            "write the name of one field, such as `phone`: it counts on every page and in every relation",
        );
    }
    if is_one_of(&IDENTIFYING) {
        return Some(
            "Redstring knows by it which page is meant: write `publish: false` on the pages, and `public_name` for what is shown in their place",
        );
    }
    if is_one_of(&vocabulary::SPEAKERS) {
        return Some(
            "no statement may lose its speaker: write `publish: false` on the speaker's own page, and `public_name` for what is shown in the place",
        );
    }
    if is_one_of(&TELLING) {
        return Some(
            "without it the page would say something else, and not only less: write `%% … %%` around what must not go out, or leave out the whole of it",
        );
    }
    if same_field(name, "file") {
        return Some(
            "the copy of a source stays in unless its page says `publish_copy: true`, and `file` says which one it is",
        );
    }
    looks_like(name)
        .map(|_| "it says whether a page goes out, or looks as if it did: give the field another name")
}

/// A folder below `content/`, however it was written: `./content/people\\secret/` is `people/secret`.
fn plain_folder(written: &str) -> String {
    let slashes = written.replace('\\', "/");
    let parts: Vec<_> = slashes.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    match parts.split_first() {
        // As on disks that ignore it, case does not count.
        Some((first, rest)) if first.eq_ignore_ascii_case("content") => rest.join("/"),
        _ => parts.join("/"),
    }
}
