//! Code → HTML with classes, where its language is known.

use std::fmt;
use std::sync::OnceLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

/// Code that is longer stays plain: colour is not worth seconds.
const MAX_BYTES: usize = 128 << 10;
/// So does code with a longer line: it was made for machines.
const MAX_LINE: usize = 4 << 10;

/// Names of what has no language: for these none is read.
const PLAIN: [&str; 4] = ["text", "txt", "plain", "plaintext"];

/// Highlights code. One for a whole build: the languages are read when the first code is met.
#[derive(Default)]
pub struct Highlighter {
    languages: OnceLock<SyntaxSet>,
}

impl Highlighter {
    /// Nothing is read yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The code as HTML; `None` where the language is not known or the code cannot be read.
    pub(super) fn highlight(&self, language: &str, code: &str) -> Option<String> {
        let plain = language.is_empty() || PLAIN.contains(&language);
        if plain || code.len() > MAX_BYTES || code.lines().any(|line| line.len() > MAX_LINE) {
            return None;
        }
        let languages = self.languages.get_or_init(two_face::syntax::extra_newlines);
        let syntax = languages.find_syntax_by_token(language)?;
        if syntax.name == "Plain Text" {
            return None;
        }
        let style = ClassStyle::SpacedPrefixed { prefix: "hl-" };
        let mut html = ClassedHTMLGenerator::new_with_class_style(syntax, languages, style);
        for line in LinesWithEndings::from(code) {
            html.parse_html_for_line_which_includes_newline(line).ok()?;
        }
        Some(html.finalize())
    }
}

impl fmt::Debug for Highlighter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Highlighter").field("loaded", &self.languages.get().is_some()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_for_plain_is_no_language() {
        let languages = two_face::syntax::extra_newlines();
        for name in PLAIN {
            let known = languages.find_syntax_by_token(name);
            assert!(known.is_none_or(|syntax| syntax.name == "Plain Text"), "{name}");
        }
    }
}
