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
    let next_from = |at: usize, open: &str| text[at..].find(open).map(|found| at + found);
    // Where each sort opens next: looked for again only once that is passed, so that each sort is sought once.
    let mut next = MARKS.map(|(open, _)| next_from(0, open));
    let (mut out, mut at) = (String::new(), 0);
    while let Some((start, (open, close))) =
        next.into_iter().zip(MARKS).filter_map(|(place, marks)| Some((place?, marks))).min()
    {
        out.push_str(&text[at..start]);
        let inside = start + open.len();
        let Some(end) = next_from(inside, close) else { return (out.into(), Some((open, close))) };
        at = end + close.len();
        for (place, (open, _)) in next.iter_mut().zip(MARKS) {
            if place.is_some_and(|place| place < at) {
                *place = next_from(at, open);
            }
        }
    }
    if at == 0 {
        return (text.into(), None);
    }
    out.push_str(&text[at..]);
    (out.into(), None)
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
            ("a <!-- x --> b %%y%% c <!-- z --> d %%", "a  b  c  d ", Some("%%")),
            ("<!-- a --> b <!-- c -->", " b ", None),
        ] {
            let (words, mark) = without_comments(text);
            assert_eq!((&*words, mark.map(|(open, _)| open)), (left, open), "{text}");
        }
    }
}
