//! Pairs of double quotation marks in a run of words.

use std::ops::Range;

/// A quotation mark that opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where the mark stands.
    pub(super) at: usize,
    /// The words inside; where the mark is never closed, all up to the end.
    pub(super) words: Range<usize>,
    /// Where the closing mark is over.
    pub(super) end: Option<usize>,
}

/// What closes a mark; empty for what opens none. English, German, French, Danish and East Asian usage (Unicode
/// Standard, chapter 6.2, "Quotation Marks").
pub(super) fn closing(open: char) -> &'static str {
    match open {
        '“' => "”",
        '„' => "“”",
        '«' => "»",
        '»' => "«»",
        '「' => "」",
        '『' => "』",
        '"' => "\"",
        _ => "",
    }
}

/// Whether this can open or close a quotation.
pub(super) fn is_mark(c: char) -> bool {
    !closing(c).is_empty() || "”」』".contains(c)
}

/// The outermost words in double quotation marks, in order.
pub(super) fn in_marks(text: &str) -> Vec<Mark> {
    marks(text).collect()
}

/// The same one after the other.
pub(super) fn marks(text: &str) -> impl Iterator<Item = Mark> {
    let mut from = 0;
    let mut pairs: Vec<Pairs> = Vec::new();
    std::iter::from_fn(move || {
        loop {
            let (at, open) = next_opening(text, from)?;
            let start = at + open.len_utf8();
            from = start;
            // `5"` are inches.
            if open == '"' && text[..at].ends_with(char::is_alphanumeric) {
                continue;
            }
            let closing = match pairs.iter().find(|pairs| pairs.open == open) {
                Some(pairs) => pairs.closing(start),
                None => close(text, start, open).or_else(|| {
                    pairs.push(Pairs::from(text, start, open));
                    None
                }),
            };
            let Some((words, end)) = closing else {
                return Some(Mark { at, words: start..text.len(), end: None });
            };
            from = end;
            return Some(Mark { at, words: start..words, end: Some(end) });
        }
    })
}

/// Where all marks of one kind close behind one of them that does not: found in one pass, so that very many open ones do
/// not look for their ends one after the other.
struct Pairs {
    /// The mark that opens.
    open: char,
    /// Where the words of each pair begin and end, and where the closing mark is over; in the order of their beginnings.
    closed: Vec<(usize, usize, usize)>,
}

impl Pairs {
    fn from(text: &str, from: usize, open: char) -> Self {
        let (mut waiting, mut closed) = (Vec::new(), Vec::new());
        for (at, c) in text[from..].char_indices() {
            let (words, end) = (from + at, from + at + c.len_utf8());
            if closing(open).contains(c) {
                closed.extend(waiting.pop().map(|start| (start, words, end)));
            } else if c == open {
                waiting.push(end);
            }
        }
        closed.sort_unstable();
        Self { open, closed }
    }

    /// As [`close`], for a mark before `start`.
    fn closing(&self, start: usize) -> Option<(usize, usize)> {
        let nth = self.closed.binary_search_by_key(&start, |(start, ..)| *start).ok()?;
        self.closed.get(nth).map(|(_, words, end)| (*words, *end))
    }
}

/// The next mark at or behind `from` that can open a quotation.
fn next_opening(text: &str, from: usize) -> Option<(usize, char)> {
    let mut at = from;
    // All marks but one are no ASCII, so most words are passed over by the byte.
    while let Some(found) = text.as_bytes()[at..].iter().position(|byte| *byte == b'"' || !byte.is_ascii()) {
        at += found;
        let c = text[at..].chars().next()?;
        if !closing(c).is_empty() {
            return Some((at, c));
        }
        at += c.len_utf8();
    }
    None
}

/// Where the words end that a mark opened before `start`, and where its closing mark is over.
fn close(text: &str, start: usize, open: char) -> Option<(usize, usize)> {
    let mut depth = 1_usize;
    for (at, c) in text[start..].char_indices() {
        if closing(open).contains(c) {
            depth -= 1;
            if depth == 0 {
                return Some((start + at, start + at + c.len_utf8()));
            }
        } else if c == open {
            depth += 1;
        }
    }
    None
}

/// Whether words stand before, between or behind those in marks.
pub(super) fn has_words_outside_marks(text: &str) -> bool {
    let mut from = 0;
    for mark in marks(text) {
        if text[from..mark.at].contains(char::is_alphanumeric) {
            return true;
        }
        let Some(end) = mark.end else { break };
        from = end;
    }
    text[from..].contains(char::is_alphanumeric)
}

/// Whether one pair of marks stands around all of it.
pub(super) fn is_all_in_marks(text: &str) -> bool {
    let trimmed = text.trim();
    let lead = text.len() - text.trim_start().len();
    match in_marks(text).as_slice() {
        [Mark { at, end: Some(end), .. }] => *at == lead && *end == lead + trimmed.len(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        in_marks(text).into_iter().filter(|mark| mark.end.is_some()).map(|mark| &text[mark.words]).collect()
    }

    #[test]
    fn the_outermost_pair_counts_in_every_usage() {
        for (text, expected) in [
            ("He said “no” and “no”.", &["no", "no"][..]),
            ("“a “b” c” d", &["a “b” c"]),
            ("„nein“ und „nie”", &["nein", "nie"]),
            ("« non » »nein«", &[" non ", "nein"]),
            ("a 5\" disk, \"rather weak\"", &["rather weak"]),
            ("「不」", &["不"]),
            ("‘term’ isn't “it”", &["it"]),
            ("“never closed", &[]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
        assert!(
            is_all_in_marks(" “all of it” ") && !is_all_in_marks("“a” and “b”") && !is_all_in_marks("a “b”")
        );
    }

    proptest::proptest! {
        #[test]
        fn ranges_hold_words(text in "[a “”„«»\"5é]{0,30}") {
            for mark in in_marks(&text) {
                let inside = &text[mark.words];
                proptest::prop_assert!(mark.end.is_none_or(|end| text.is_char_boundary(end)), "{inside}");
            }
        }

        #[test]
        fn all_at_once_the_pairs_are_those_found_one_by_one(text in "[a“”„«»「」]{0,40}") {
            for (at, open) in text.char_indices().filter(|(_, c)| "“„«「".contains(*c)) {
                let pairs = Pairs::from(&text, 0, open);
                let start = at + open.len_utf8();
                proptest::prop_assert_eq!(pairs.closing(start), close(&text, start, open));
            }
        }
    }
}
