//! Which words of a block stand in quotation marks, so that a part of them can be shown as what it is.
//!
//! Other than in [`quotation`](super::quotation), where words are compared with a source, single marks count too, and
//! marks that are never closed: whoever reads a sentence elsewhere must not take another's words for the page's own.

use std::ops::Range;

use super::quotation_marks::{Mark, closing, marks};
use super::sentence::PLACEHOLDER;

/// Words in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// From the opening mark to behind the closing one; without end where that is missing.
    range: Range<usize>,
    /// The mark that opens them.
    pub open: char,
    /// The mark that closes them.
    pub close: char,
}

/// The words of a text that stand in quotation marks.
#[derive(Debug, Default)]
pub struct QuotedWords {
    double: Vec<Quoted>,
    single: Vec<Quoted>,
}

impl QuotedWords {
    /// Those of this text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // The first bytes of all marks: most texts have none of them.
        if !text.bytes().any(|byte| matches!(byte, b'"' | b'\'' | 0xc2 | 0xe2 | 0xe3)) {
            return Self::default();
        }
        Self { double: in_double_marks(text), single: in_single_marks(text) }
    }

    /// The outermost quotation around this place.
    #[must_use]
    pub fn around(&self, at: usize) -> Option<&Quoted> {
        let find = |quoted: &'_ [Quoted]| {
            let nth = quoted.partition_point(|quoted| quoted.range.end <= at);
            quoted.get(nth).is_some_and(|quoted| quoted.range.start < at).then_some(nth)
        };
        let double = find(&self.double).map(|nth| &self.double[nth]);
        let single = find(&self.single).map(|nth| &self.single[nth]);
        [double, single].into_iter().flatten().min_by_key(|quoted| quoted.range.start)
    }

    /// Whether one quotation holds all the words between these places, whatever punctuation stands around them.
    pub(super) fn hold(&self, text: &str, sentence: &Range<usize>) -> bool {
        let is_word = |c: char| c.is_alphanumeric() || c == PLACEHOLDER;
        let words = &text[sentence.clone()];
        let Some(first) = words.find(is_word) else { return false };
        let last = words.rfind(is_word).unwrap_or(first);
        let around = self.around(sentence.start + first);
        around.is_some_and(|quoted| sentence.start + last < quoted.range.end)
    }
}

fn in_double_marks(text: &str) -> Vec<Quoted> {
    let mut found = Vec::new();
    for Mark { at, words, end } in marks(text) {
        let Some(open) = text[at..].chars().next() else { break };
        let close = text[words.end..].chars().next().or_else(|| closing(open).chars().next());
        let range = at..end.unwrap_or(usize::MAX);
        found.push(Quoted { range, open, close: close.unwrap_or(open) });
        // What follows stands in the one that is never closed.
        if end.is_none() {
            break;
        }
    }
    found
}

/// What closes a single mark; empty for what is none.
fn closing_single(open: char) -> &'static str {
    match open {
        '‘' => "’",
        '‚' => "‘’",
        '‹' => "›",
        '›' => "‹›",
        '\'' => "'",
        _ => "",
    }
}

/// Pairs of single marks: what stands between two letters, or opens and never closes, is an apostrophe.
fn in_single_marks(text: &str) -> Vec<Quoted> {
    let mut found = Vec::new();
    // Marks of which no other will be closed: they are not looked for to the end again and again.
    let mut never = String::new();
    let mut from = 0;
    let is_word = |c: char| c.is_alphanumeric() || c == PLACEHOLDER;
    for (at, open) in text.char_indices() {
        let closing = closing_single(open);
        let start = at + open.len_utf8();
        if at < from || closing.is_empty() || never.contains(open) || text[..at].ends_with(is_word) {
            continue;
        }
        if open == '\'' && !text[start..].starts_with(is_word) {
            continue;
        }
        let closes = |(at, c): &(usize, char)| {
            closing.contains(*c)
                && !text[start + at + c.len_utf8()..].starts_with(char::is_alphanumeric)
                && (*c != '\'' || !text[..start + at].ends_with(char::is_whitespace))
        };
        match text[start..].char_indices().find(closes) {
            Some((length, close)) => {
                from = start + length + close.len_utf8();
                found.push(Quoted { range: at..from, open, close });
            }
            None => never.push(open),
        }
    }
    found
}

/// The marks that can stand at the end of a part of a quotation.
const MARKS: [char; 16] =
    ['“', '”', '„', '«', '»', '「', '」', '『', '』', '"', '‘', '’', '‚', '‹', '›', '\''];

/// What has to stand at one end of a sentence that is part of a quotation. There are many sentences: it takes a byte.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Edge(u8);

/// The mark at such an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EdgeMark {
    /// That of the dossier's language: around words of a block, which has no marks of its own.
    Language,
    /// That of the quotation itself.
    Own(char),
}

impl Edge {
    const CUT: u8 = 0x80;
    const LANGUAGE: u8 = 1;

    /// The end of a sentence out of a block that is quoted.
    pub(super) fn of_block(cut: bool) -> Self {
        Self(Self::LANGUAGE | if cut { Self::CUT } else { 0 })
    }

    /// Where a sentence was cut out of words in these marks.
    pub(super) fn own(mark: char) -> Self {
        let place = MARKS.iter().position(|known| *known == mark).and_then(|place| u8::try_from(place).ok());
        Self(Self::CUT | place.map_or(Self::LANGUAGE, |place| place + Self::LANGUAGE + 1))
    }

    /// The same, where more of the quotation follows.
    pub(super) fn cut(self) -> Self {
        Self(self.0 | Self::CUT)
    }

    /// Whether words of the quotation are left out here.
    #[must_use]
    pub fn is_cut(self) -> bool {
        self.0 & Self::CUT != 0
    }

    /// The mark that stands here, if any.
    #[must_use]
    pub fn mark(self) -> Option<EdgeMark> {
        match self.0 & !Self::CUT {
            0 => None,
            Self::LANGUAGE => Some(EdgeMark::Language),
            place => MARKS.get(usize::from(place - Self::LANGUAGE - 1)).map(|mark| EdgeMark::Own(*mark)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_marks_are_quoted_and_apostrophes_are_none() {
        for (text, expected) in [
            ("He said “no. She”", Some(('“', '”'))),
            ("He said “no. She did", Some(('“', '”'))),
            ("„Nein. She“ sagte er", Some(('„', '“'))),
            ("« Non. She »", Some(('«', '»'))),
            ("‘No. She’s guilty’, he said", Some(('‘', '’'))),
            ("'No. She's guilty', he said", Some(('\'', '\''))),
            ("‘It is “no. She”’", Some(('‘', '’'))),
            ("‚Nein. She‘ sagte", Some(('‚', '‘'))),
            ("the students’ books. She’s", None),
            ("'tis the students' fault. She", None),
            ("a ‘term’. She has ‘another’", None),
            ("“Done.” She left. “So.”", None),
            ("it's. She's", None),
        ] {
            let at = text.find("She").unwrap();
            let found = QuotedWords::of(text);
            assert_eq!(found.around(at).map(|quoted| (quoted.open, quoted.close)), expected, "{text}");
        }
    }

    #[test]
    fn an_edge_keeps_its_mark() {
        for mark in MARKS {
            assert_eq!(Edge::own(mark).mark(), Some(EdgeMark::Own(mark)));
        }
        assert!(Edge::own('“').is_cut() && !Edge::of_block(false).is_cut());
        assert_eq!((Edge::default().mark(), Edge::of_block(true).mark()), (None, Some(EdgeMark::Language)));
    }

    proptest::proptest! {
        #[test]
        fn every_place_can_be_asked_for(text in "[a “”„«»‘’‚'\"é\u{fffc}]{0,30}") {
            let found = QuotedWords::of(&text);
            for at in 0..=text.len() {
                let _ = found.around(at);
            }
            let _ = found.hold(&text, &(0..text.len()));
        }
    }
}
