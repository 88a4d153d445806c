//! What a page is and how it is known: its role from its path, its id from its fields or its file's name.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::facts::PageRole;
use super::page::PageReader;
use super::suggest::nearest;
use crate::load::unsafe_name;
use crate::model::{EntityId, slug, vocabulary};
use crate::text::{Diagnostic, Span, rules};

impl PageReader<'_> {
    pub(super) fn role(&mut self) -> PageRole {
        let below = self.file.path.below("content").unwrap_or(self.file.path.as_str());
        let (folder, rest) = below.split_once('/').unwrap_or(("", below));
        let named = self.fields.text("kind");
        if below == "index.md" {
            return PageRole::Home;
        }
        let of_folder = self.settings.kind_of_folder(folder).map(|kind| kind.id.clone());
        if rest == "index.md"
            && let Some(kind) = &of_folder
        {
            return PageRole::KindIntro(kind.clone());
        }
        if let Some(named) = named {
            if &*named.text == vocabulary::PAGE && folder.is_empty() {
                return PageRole::Plain;
            }
            if let Some(kind) = self.settings.kind(&named.text) {
                return PageRole::Entity(kind.id.clone());
            }
            let kinds = self.settings.kinds.iter().map(|kind| kind.id.as_str());
            let allowed = kinds.map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ");
            self.fields.invalid(
                "kind",
                &named,
                &format!("one of {allowed}, or declare the kind in `site.toml`"),
            );
        }
        match (of_folder, folder) {
            (Some(kind), _) => PageRole::Entity(kind),
            (None, "") => PageRole::Plain,
            (None, folder) => {
                self.unknown_folder(folder);
                PageRole::Plain
            }
        }
    }

    fn unknown_folder(&mut self, folder: &str) {
        if self.settings.is_in_private_folder(&self.file.path) {
            return;
        }
        let mut diagnostic = Diagnostic::new(
            &rules::files::UNKNOWN_FOLDER,
            format!("the folder `content/{folder}` belongs to no kind"),
        )
        .in_file(&self.file.path);
        if let Some(near) = nearest(folder, self.settings.kinds.iter().map(|kind| &*kind.folder)) {
            diagnostic = diagnostic.help(format!("did you mean `content/{near}`?"));
        }
        self.fields.diagnostics.push(
            diagnostic.help(format!("add to `site.toml`: `[kinds.NAME]` with `folder = \"{folder}\"`")),
        );
    }

    pub(super) fn id(&mut self, role: &PageRole, names: &mut Vec<(Arc<str>, Span)>) -> EntityId {
        let written = self.fields.text("id");
        match role {
            PageRole::Home => return EntityId::new("index"),
            PageRole::KindIntro(kind) => {
                let folder = self.settings.kind(kind.as_str()).map_or("", |kind| &*kind.folder);
                return EntityId::new(folder);
            }
            _ => {}
        }
        let Some(mut written) = written else { return self.id_from_file() };
        // However the editor's keyboard composes letters, an id has one form.
        written.text = written.text.nfc().collect::<String>().into();
        if slug(&written.text) != *written.text.to_lowercase() || written.text.is_empty() {
            let safe = slug(&written.text);
            let diagnostic =
                Diagnostic::new(&rules::identity::INVALID_ID, format!("`{}` cannot be an id", written.text))
                    .at(&self.file.path, written.span)
                    .help(format!(
                        "write letters, digits and single hyphens{}",
                        if safe.is_empty() { String::new() } else { format!(": `{safe}`") }
                    ));
            self.fields.diagnostics.push(diagnostic);
            return if safe.is_empty() { self.id_from_file() } else { EntityId::new(&safe) };
        }
        if let Some(problem) = unfit(&written.text) {
            self.fields.diagnostics.push(
                Diagnostic::new(&rules::identity::INVALID_ID, format!("this id {problem}"))
                    .at(&self.file.path, written.span)
                    .help("the id names the page's file: choose another, or a shorter one"),
            );
            return self.id_from_file();
        }
        names.push((written.text.clone(), written.span));
        EntityId::new(&written.text)
    }

    fn id_from_file(&mut self) -> EntityId {
        let id = slug(self.file.path.stem());
        if id.is_empty() {
            let diagnostic = Diagnostic::new(
                &rules::identity::INVALID_ID,
                "the name of this file holds no letter or digit, so it gives no id",
            )
            .in_file(&self.file.path)
            .help("rename the file, or set `id:` in its front matter");
            self.fields.diagnostics.push(diagnostic);
            return EntityId::new("untitled");
        }
        if let Some(problem) = unfit(&id) {
            let diagnostic = Diagnostic::new(
                &rules::identity::INVALID_ID,
                format!("the name of this file gives an id that {problem}"),
            )
            .in_file(&self.file.path)
            .help("rename the file, or set `id:` in its front matter");
            self.fields.diagnostics.push(diagnostic);
            return EntityId::new("untitled");
        }
        EntityId::new(&id)
    }
}

/// The longest id, in bytes: file systems take names of 255, and a suffix follows.
const MAX_ID: usize = 200;

/// Why the page of an id could not be a file on every system.
fn unfit(id: &str) -> Option<String> {
    if id.len() > MAX_ID {
        return Some(format!("has {} bytes; {MAX_ID} is the most", id.len()));
    }
    unsafe_name(Some(id))
}
