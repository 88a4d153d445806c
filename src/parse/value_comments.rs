//! Comments in the values of front matter: `%%…%%` and `<!--…-->`, as in bodies.

use std::borrow::Cow;

use memchr::memchr2;

use super::yaml::{Node, Value};

/// How each sort of comment opens and closes.
pub(super) const MARKS: [(&str, &str); 2] = [("%%", "%%"), ("<!--", "-->")];

/// A text without its comments, and how one opens and would close that is never closed: what follows it is left out.
pub(super) fn without_comments(text: &str) -> (Cow<'_, str>, Option<(&'static str, &'static str)>) {
    // Nearly no value holds one.
    if memchr2(b'%', b'<', text.as_bytes()).is_none() {
        return (text.into(), None);
    }
    let Some(mut found) = first_comment(text) else { return (text.into(), None) };
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    loop {
        let (at, open, close) = found;
        out.push_str(&rest[..at]);
        let inside = &rest[at + open.len()..];
        let Some(end) = inside.find(close) else { return (out.into(), Some((open, close))) };
        rest = &inside[end + close.len()..];
        match first_comment(rest) {
            Some(next) => found = next,
            None => break,
        }
    }
    out.push_str(rest);
    (out.into(), None)
}

fn first_comment(text: &str) -> Option<(usize, &'static str, &'static str)> {
    MARKS.into_iter().filter_map(|(open, close)| Some((text.find(open)?, open, close))).min()
}

/// Take out what follows a comment that is opened in a value and not closed in it; whether there is one. In a list or
/// a map it may have been meant to close in a later value, and what stands between is then private.
pub(super) fn end_at_open_comment(node: &mut Node) -> bool {
    match &mut node.value {
        Value::Scalar(text) => without_comments(text).1.is_some(),
        Value::Null => false,
        Value::List(items) => {
            let open = items.iter_mut().position(end_at_open_comment);
            items.truncate(open.map_or(items.len(), |at| at + 1));
            open.is_some()
        }
        Value::Map(fields) => {
            let open = fields.iter_mut().position(|(_, node)| end_at_open_comment(node));
            fields.truncate(open.map_or(fields.len(), |at| at + 1));
            open.is_some()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_are_left_out_of_values() {
        for (text, left, open) in [
            ("a clerk", "a clerk", None),
            ("a %%x%% b <!-- y --> c", "a  b  c", None),
            ("a <!-- %% --> b", "a  b", None),
            ("a %% <!-- %% b", "a  b", None),
            ("a %% b", "a ", Some("%%")),
            ("a %%x%% b <!-- c", "a  b ", Some("<!--")),
            ("%%%%a", "a", None),
        ] {
            let (words, mark) = without_comments(text);
            assert_eq!((&*words, mark.map(|(open, _)| open)), (left, open), "{text}");
        }
    }
}
