//! What looks like front matter and is read as none, or stands behind it as text.
//!
//! The file is then private: a `publish: false` that went out as text would take the whole page along.

use std::ops::Range;

use super::outline::is_invisible;
use crate::text::{ContentPath, Diagnostic, Span, rules};

/// How far into a body a field that has slipped out of the front matter is looked for.
const LINES: usize = 30;

/// The fields that decide whether a page goes out.
const DECIDING: [&str; 3] = ["publish", "private", "draft"];

/// What is wrong, where a file without front matter begins as if it had some. A file that opens properly does not
/// come here.
pub(super) fn opening(text: &str) -> Option<(Range<usize>, &'static str)> {
    let start = behind_comments(text);
    let rest = &text[start..];
    let line = rest.split(is_line_end).next().unwrap_or(rest);
    let lower = line.trim_start_matches(['`', '~']).to_ascii_lowercase();
    let fenced = line.starts_with("```") || line.starts_with("~~~");
    let data = ["yaml", "yml", "toml", "json"].iter().any(|name| lower.trim_start().starts_with(name));
    let annotation = ["{==", "{>>", "{++", "{--", "{~~"].iter().any(|mark| line.starts_with(mark));
    let opens = ["---", "—", "–", "%YAML", "%TAG", "+++", ";;;"].iter().any(|mark| line.starts_with(mark))
        || (fenced && data)
        || (line.starts_with('{') && !annotation);
    opens.then(|| {
        (start..start + line.len(), "this line looks like the opening line of front matter and is not one")
    })
}

/// Where a body's first lines set `publish`, `private` or `draft` outside fenced code.
pub(super) fn stray_field(body: &str) -> Option<Range<usize>> {
    if !can_set_field(body) {
        return None;
    }
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for line in body.split_inclusive(is_line_end).take(LINES) {
        let start = at;
        at += line.len();
        let trimmed = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, Some(_)) => fence = mark,
            (None, None) if sets_field(line) => return Some(start..start + line.trim_end().len()),
            _ => {}
        }
    }
    None
}

/// The report of either.
pub(super) fn diagnostic(path: &ContentPath, place: Range<usize>, message: &str) -> Diagnostic {
    Diagnostic::new(&rules::privacy::SUSPECT_FRONT_MATTER, message)
        .at(path, Span::new(place.start, place.end))
        .help("begin the file with a line that holds only `---`, and close the front matter with another; until then the page is private")
}

fn sets_field(line: &str) -> bool {
    let word = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    DECIDING.iter().any(|name| {
        word.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            && word[name.len()..].trim_start_matches(is_behind_name).starts_with([':', '='])
    })
}

/// What may stand between the name of a field and its sign.
fn is_behind_name(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || c == '"' || c == '\''
}

/// Whether the name of such a field stands before any `:` or `=`. Few texts hold that, and only they are read by line.
fn can_set_field(body: &str) -> bool {
    memchr::memchr2_iter(b':', b'=', body.as_bytes()).any(|at| {
        let before = body[..at].trim_end_matches(is_behind_name).as_bytes();
        DECIDING.iter().any(|name| {
            let start = before.len().checked_sub(name.len());
            start.is_some_and(|start| before[start..].eq_ignore_ascii_case(name.as_bytes()))
        })
    })
}

/// Where the first thing stands that is neither invisible nor a comment.
fn behind_comments(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
        let comment = [("%%", "%%"), ("<!--", "-->")].into_iter().find_map(|(open, close)| {
            rest.strip_prefix(open).and_then(|inside| inside.split_once(close)).map(|(_, after)| after)
        });
        match comment {
            Some(after) => rest = after,
            None => return text.len() - rest.len(),
        }
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_slipped_into_the_body_is_found() {
        for body in [
            "publish: false\n---\nbody",
            "a\n\n> private : yes",
            "\"publish\": false",
            "- Draft = true",
            "a\u{2028}publish: false",
            "```\nx\n```\npublish: no",
        ] {
            assert!(stray_field(body).is_some(), "{body:?}");
        }
        for body in ["```\npublish: false\n```", "They publish: a lot", "privately: so", "***\n\nbody"] {
            assert_eq!(stray_field(body), None, "{body:?}");
        }
        assert_eq!(opening("***\n\nbody"), None);
        assert_eq!(opening("{==words==}"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_that_is_passed_over_sets_a_field(body in "(publish|Draft|private|[a:=\"' \n\u{200b}\u{2028}>é-]){0,12}") {
            let sets = body.split_inclusive(is_line_end).any(sets_field);
            proptest::prop_assert!(!sets || can_set_field(&body), "{body:?}");
        }
    }
}
