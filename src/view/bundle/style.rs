//! The style sheet of a bundle, which stands in the file itself, and by what a browser knows that it is the one meant.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// The style sheet of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StyleView {
    /// What stands between `<style>` and `</style>`, to be placed as it is.
    pub css: String,
    /// Its hash for the policy of the page: `sha256-…`.
    pub hash: String,
}

impl StyleView {
    /// This style sheet, with the names of the dossier and of what the bundle is about at the head of each printed page.
    pub(super) fn new(sheet: &str, dossier: &str, subject: &str) -> Self {
        let running = format!(
            "@page {{ @top-left {{ content: {}; }} @top-right {{ content: {}; }} }}\n",
            quoted(dossier),
            quoted(&shortened(subject))
        );
        // Line breaks are what they will be when a browser has read them: the hash is of that.
        let css = format!("{sheet}\n{running}").replace("\r\n", "\n").replace(['\r', '\0'], "\n");
        // Nothing in a style sheet ends the element that holds it.
        let css = css.replace("</", "<\\/");
        let hash = format!("sha256-{}", STANDARD.encode(Sha256::digest(css.as_bytes())));
        Self { css, hash }
    }
}

/// As many characters of a name as fit beside another one.
const LONGEST: usize = 64;

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let short: String = name.chars().take(LONGEST).collect();
    let words = short.rsplit_once(' ').map_or(short.as_str(), |(words, _)| words);
    format!("{words} …")
}

/// Words as a string of CSS.
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' | '<' => out.push_str(&format!("\\{:x} ", u32::from(c))),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_leave_their_strings_nor_the_element() {
        let style = StyleView::new("p { content: '</style>' }\r\n", "A \"b\\ c\n", "</style><script>");
        assert!(!style.css.contains("</style"), "{}", style.css);
        assert!(style.css.contains("content: \"A \\22 b\\5c  c \";"), "{}", style.css);
        assert!(style.css.contains("content: \"\\3c /style>\\3c script>\";"), "{}", style.css);
        assert!(!style.css.contains('\r'));
        // Of the empty text, by another implementation.
        let empty = STANDARD.encode(Sha256::digest(b""));
        assert_eq!(empty, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_long_name_ends_at_a_word() {
        assert_eq!(shortened("short"), "short");
        let long = shortened(&"word ".repeat(40));
        assert!(long.ends_with("word …") && long.chars().count() <= LONGEST + 2, "{long}");
        assert!(shortened(&"x".repeat(100)).ends_with("x …"));
    }
}
