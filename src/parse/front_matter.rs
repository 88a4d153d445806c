//! Where front matter ends and the body begins.
//!
//! Whether a file is private stands in its front matter; so anything that looks like front matter and cannot be
//! read makes the file private. That includes front matter behind blank lines, and other tools' `+++` and `{`.

use std::ops::Range;

use super::suspect;
use super::yaml::{self, Key, Node};
use crate::text::{ContentFile, Diagnostic, Span, rules};

/// A file split in two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    /// The fields, in the order written; empty where there is no front matter.
    pub fields: Vec<(Key, Node)>,
    /// Whether the file begins with front matter at all.
    pub present: bool,
    /// Whether it could be read. What could not is private.
    pub readable: bool,
    /// Where the body stands.
    pub body: Range<usize>,
}

/// Split a file and read its front matter.
#[must_use]
pub fn split(file: &ContentFile) -> (FrontMatter, Option<Diagnostic>) {
    let text = &*file.text;
    let blank = text.len() - text.trim_start().len();
    let first_line_end = text[blank..].find('\n').map_or(text.len(), |at| blank + at);
    let first_line = text[blank..first_line_end].trim_end();
    match first_line {
        "---" => {}
        "+++" | "{" | ";;;" => {
            let diagnostic = Diagnostic::new(
                &rules::front_matter::YAML_SYNTAX,
                format!("the file begins with `{first_line}`, which is another tool's front matter"),
            )
            .at(&file.path, Span::new(blank, first_line_end))
            .help("write the front matter as YAML between two lines `---`");
            return (FrontMatter::unreadable(text), Some(diagnostic));
        }
        _ => {
            if let Some(place) = suspect::opening(text) {
                let diagnostic = suspect::diagnostic(&file.path, place, &suspect::OPENING);
                return (FrontMatter::unreadable(text), Some(diagnostic));
            }
            let none =
                FrontMatter { fields: Vec::new(), present: false, readable: true, body: 0..text.len() };
            return (none, None);
        }
    }
    let start = (first_line_end + 1).min(text.len());
    let Some((end, body)) = closing_line(text, start) else {
        let diagnostic = Diagnostic::new(
            &rules::front_matter::UNCLOSED_FRONT_MATTER,
            "the front matter opens here and never closes",
        )
        .at(&file.path, Span::new(blank, blank + 3))
        .help("close it with a line that holds only `---`");
        return (FrontMatter::unreadable(text), Some(diagnostic));
    };
    match yaml::parse(&text[start..end], start) {
        Ok(fields) => (FrontMatter { fields, present: true, readable: true, body: body..text.len() }, None),
        Err(error) => {
            let mut diagnostic = Diagnostic::new(error.rule, error.message).at(&file.path, error.span);
            if !error.help.is_empty() {
                diagnostic = diagnostic.help(error.help);
            }
            (FrontMatter::unreadable(text), Some(diagnostic))
        }
    }
}

impl FrontMatter {
    fn unreadable(text: &str) -> Self {
        Self { fields: Vec::new(), present: true, readable: false, body: text.len()..text.len() }
    }
}

/// The line that closes front matter begun before `start`: where it begins, and where the body does.
fn closing_line(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut at = start;
    while at < text.len() {
        let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
        if matches!(text[at..end].trim_end(), "---" | "...") {
            return Some((at, (end + 1).min(text.len())));
        }
        at = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ContentPath;

    fn read(text: &str) -> (FrontMatter, Option<Diagnostic>, String) {
        let file = ContentFile { path: ContentPath::new("content/a.md"), text: text.into() };
        let (front, diagnostic) = split(&file);
        let body = text[front.body.clone()].to_owned();
        (front, diagnostic, body)
    }

    #[test]
    fn the_body_begins_after_the_closing_line() {
        for (text, body) in [
            ("---\ntitle: A\n---\nB\n", "B\n"),
            ("---\n---\nB", "B"),
            ("---\ntitle: A\n---", ""),
            ("---  \ntitle: A\n--- \nB", "B"),
            ("\n\n---\npublish: false\n---\nB", "B"),
            ("no front matter", "no front matter"),
            ("", ""),
        ] {
            let (front, diagnostic, found) = read(text);
            assert!(diagnostic.is_none() && front.readable, "{text:?}: {diagnostic:?}");
            assert_eq!(found, body, "{text:?}");
        }
        assert_eq!(read("\n---\npublish: false\n---\nB").0.fields.len(), 1);
    }

    #[test]
    fn what_cannot_be_read_gives_no_body() {
        for text in [
            "---\ntitle: A\n\nbody",
            "+++\ndraft = true\n+++\nbody",
            "--- # notes\npublish: false\n---\nbody",
            "--- yaml\npublish: false\n---\nbody",
            "---yaml\npublish: false\n---\nbody",
            "----\npublish: false\n----\nbody",
            "%YAML 1.2\n---\npublish: false\n---\nbody",
            "%% note %%\n---\npublish: false\n---\nbody",
            "<!-- note -->\n---\npublish: false\n---\nbody",
            "\u{200b}---\npublish: false\n---\nbody",
            "\u{2060}---\npublish: false\n---\nbody",
            "\u{feff}---\npublish: false\n---\nbody",
            "```yaml\npublish: false\n```\nbody",
            "{\"publish\": false}\nbody",
            "---\u{85}publish: false\u{85}---\nbody",
            "---\u{2028}publish: false\u{2028}---\nbody",
            "—\npublish: false\n—\nbody",
            "{\n\"draft\": true\n}\nbody",
            "---\n\tx\n---\nbody",
        ] {
            let (front, diagnostic, body) = read(text);
            assert!(!front.readable && diagnostic.is_some(), "{text:?}");
            assert_eq!(body, "", "{text:?}");
        }
    }
}
