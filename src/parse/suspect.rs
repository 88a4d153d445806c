//! What looks like front matter and is read as none, or stands behind it as text.
//!
//! The file is then private: a `publish: false` that went out as text would take the whole page along.

use std::ops::Range;

use super::outline::is_invisible;
use super::value_comments::MARKS;
use crate::model::Settings;
use crate::text::{ContentPath, Diagnostic, Span, rules};

/// How far into a body a field that has slipped out of the front matter is looked for.
const LINES: usize = 30;

/// The fields that decide whether a page goes out.
const DECIDING: [&str; 3] = ["publish", "private", "draft"];

/// What is wrong, where a file without front matter begins as if it had some. A file that opens properly does not
/// come here.
pub(super) fn opening(text: &str) -> Option<Range<usize>> {
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
    opens.then(|| start..start + line.len())
}

/// Where a body sets a field of the front matter outside fenced code: `publish`, `private` or `draft` in its first lines,
/// one that may go out on no page anywhere.
pub(super) fn stray_field(body: &str, settings: &Settings) -> Option<Range<usize>> {
    let last = if settings.private_fields.is_empty() { LINES } else { usize::MAX };
    if last == LINES && !can_set_field(body) {
        return None;
    }
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for (nth, line) in body.split_inclusive(is_line_end).enumerate().take(last) {
        let start = at;
        at += line.len();
        let trimmed = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        let sets = || nth < LINES && sets_field(line) || sets_private_field(line, settings);
        match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, Some(_)) => fence = mark,
            (None, None) if sets() => return Some(start..start + line.trim_end().len()),
            _ => {}
        }
    }
    None
}

/// Where a body opens with a block that would be front matter if it were the first: a line of `---`, fields, and another.
pub(super) fn second_block(body: &str) -> Option<Range<usize>> {
    let start = behind_comments(body);
    let mut lines = body[start..].split_inclusive(is_line_end);
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut has_field = false;
    for line in lines.map(str::trim_end).take(LINES) {
        if matches!(line, "---" | "...") {
            return has_field.then(|| start..start + first.trim_end().len());
        }
        let is_field = line.split_once(':').is_some_and(|(name, value)| {
            is_name(name) && (value.is_empty() || value.starts_with(char::is_whitespace))
        });
        has_field |= is_field;
        if !is_field && !line.is_empty() && !line.starts_with([' ', '\t', '-', '#']) {
            return None;
        }
    }
    None
}

/// A slip: what it looks like, and how it is mended.
pub(super) struct Slip {
    message: &'static str,
    help: &'static str,
}

/// Front matter that does not open as such.
pub(super) const OPENING: Slip = Slip {
    message: "this line looks like the opening line of front matter and is not one",
    help: "begin the file with a line that holds only `---`, and close the front matter with another; until then the page is private",
};

/// A field in the body.
pub(super) const STRAY_FIELD: Slip = Slip {
    message: "this line of the body looks like a field of the front matter",
    help: "move it between the two lines of `---` at the top of the file, or begin the line with other words; until then the page is private",
};

/// Front matter behind front matter.
pub(super) const SECOND_BLOCK: Slip = Slip {
    message: "a second block of front matter begins here, and would go out as text",
    help: "put its fields into the block above; to begin the text with a rule, write `***`. Until then the page is private",
};

/// The report of a slip.
pub(super) fn diagnostic(path: &ContentPath, place: Range<usize>, slip: &Slip) -> Diagnostic {
    Diagnostic::new(&rules::privacy::SUSPECT_FRONT_MATTER, slip.message)
        .at(path, Span::new(place.start, place.end))
        .help(slip.help)
}

/// Whether a line sets `publish`, `private` or `draft`.
pub(super) fn sets_field(line: &str) -> bool {
    let word = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    DECIDING.iter().any(|name| {
        word.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            && word[name.len()..].trim_start_matches(is_behind_name).starts_with([':', '='])
    })
}

/// Whether a line begins with the name of a private field and a colon, or has it as other tools write a field among words:
/// `(phone:: 030)`.
fn sets_private_field(line: &str, settings: &Settings) -> bool {
    let longest = settings.private_fields.iter().map(|field| field.len()).max().unwrap_or_default();
    let is_one = |name: &str| {
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        // Whole sentences need not be compared; there are letters that are long in one form and short in another.
        name.len() <= longest * 32 && settings.is_private_field(name)
    };
    let mut begin = 0;
    line.split_once([':', '=']).is_some_and(|(name, _)| is_one(name))
        || line.match_indices("::").any(|(at, _)| {
            begin += line[begin..at].rfind(['[', '(']).map_or(0, |open| open + 1);
            is_one(&line[begin..at])
        })
}

/// Whether this can be the name of a field.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
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
        let comment = MARKS.into_iter().find_map(|(open, close)| {
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
            assert!(stray_field(body, &Settings::default()).is_some(), "{body:?}");
        }
        for body in ["```\npublish: false\n```", "They publish: a lot", "privately: so", "***\n\nbody"] {
            assert_eq!(stray_field(body, &Settings::default()), None, "{body:?}");
        }
        let private_fields = vec!["phone".into(), "source_contact".into()];
        let private = Settings { private_fields, ..Settings::default() };
        for body in [
            "phone:: 030",
            "Call (Phone:: 030) now",
            "a\n\n- **Source contact**: x",
            "[source-contact:: x]",
            &format!("{}phone: 030", "a\n".repeat(LINES)),
        ] {
            assert!(stray_field(body, &private).is_some(), "{body:?}");
        }
        for body in ["By phone: 030", "the phone rang", "```\nphone: 030\n```", "telephone: 030"] {
            assert_eq!(stray_field(body, &private), None, "{body:?}");
        }
        for body in ["---\ntitle: B\nphone: 1\n---\nText", "\n%% x %%\n---\ntags:\n  - a\n\n---\n"] {
            assert!(second_block(body).is_some(), "{body:?}");
        }
        for body in
            ["---\n\nText: more\n", "---\n\nText\n\n---", "---\nHe said: no\n---", "text\n---\na: b\n---"]
        {
            assert_eq!(second_block(body), None, "{body:?}");
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
