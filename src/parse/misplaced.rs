//! What keeps a page private where it decides nothing: `publish: false` one step too far to the right, or `[!private]`
//! over words of the front matter.
//!
//! Whoever wrote it meant it; so the page is private until it stands where it counts.

use super::outline::has_marker;
use super::suspect::sets_field;
use super::visibility::{is_private_word, looks_like};
use super::yaml::{Key, Node, Value};
use crate::text::rules::{self, Rule};
use crate::text::{ContentFile, Diagnostic, Span};

/// What is found in these fields, each with its place.
pub(super) fn misplaced(file: &ContentFile, fields: &[(Key, Node)]) -> Vec<(Diagnostic, Span)> {
    let mut search = Search { file, field: "", found: Vec::new() };
    for (key, node) in fields {
        search.field = &key.text;
        search.node(node);
    }
    search.found
}

struct Search<'a> {
    file: &'a ContentFile,
    /// The field that is looked through.
    field: &'a str,
    found: Vec<(Diagnostic, Span)>,
}

impl Search<'_> {
    fn node(&mut self, node: &Node) {
        match &node.value {
            Value::Null => {}
            Value::Scalar(text) => self.text(text, node.span),
            Value::List(items) => items.iter().for_each(|item| self.node(item)),
            Value::Map(fields) => {
                for (key, node) in fields {
                    if let Some(name) = looks_like(&key.text) {
                        self.inside(&key.text, name, key.span);
                    }
                    self.node(node);
                }
            }
        }
    }

    fn inside(&mut self, written: &str, name: &str, place: Span) {
        let message = format!("`{written}` stands inside `{}`, where it decides nothing", self.field);
        let help = format!(
            "write `{name}` at the beginning of a line of its own, without spaces before it; until then the page is private"
        );
        self.report(&rules::privacy::MISSPELT_PUBLISH, message, help, place);
    }

    fn text(&mut self, text: &str, place: Span) {
        let tag = text.trim_start_matches('#');
        if self.field == "tags" && is_private_word(tag.rsplit('/').next().unwrap_or(tag)) {
            let message = format!("the tag `{text}` keeps nothing private");
            let help = "write `private: true`, or another word for the tag; until then the page is private";
            self.report(&rules::privacy::MISSPELT_PUBLISH, message, help.to_owned(), place);
        }
        // A text over several lines can take in the line that was to be the next field.
        let written = self.file.text.get(place.range()).unwrap_or_default();
        let swallowed = written.contains('\n') && written.lines().skip(1).any(sets_field);
        if swallowed {
            let message = format!("a line of the text in `{}` looks like a field", self.field);
            let help = "write the field without spaces before it, below the whole text; until then the page is private";
            self.report(&rules::privacy::MISSPELT_PUBLISH, message, help.to_owned(), place);
        }
        if has_marker(text) {
            let message = "`[!private]` hides nothing in the front matter";
            let help = "write `%% … %%` around what must not go out; until then the page is private";
            self.report(&rules::privacy::STRAY_PRIVATE_MARKER, message.to_owned(), help.to_owned(), place);
        }
    }

    fn report(&mut self, rule: &'static Rule, message: String, help: String, place: Span) {
        let diagnostic = Diagnostic::new(rule, message).at(&self.file.path, place).help(help);
        self.found.push((diagnostic, place));
    }
}
