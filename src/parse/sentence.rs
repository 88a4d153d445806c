//! The sentences around mentions, for backlinks to show.
//!
//! A [`Sentence`] is plain text with the places of its mentions; a mention without a label stands as one
//! [`PLACEHOLDER`], because only `link/` knows the name it will show. Sentences end where Unicode's sentence
//! boundaries (UAX #29) broadly put them, corrected for what dossiers are full of: initials, titles, numbered
//! references.

use std::ops::Range;

pub(super) use gathering::Words;

use super::quoted::Edge;
use crate::text::Span;

mod gathering;

/// Stands in a sentence for a mention that has no words of its own.
pub const PLACEHOLDER: char = '\u{fffc}';

/// The sentences of a page that mention something, in their order. Their words and mentions lie behind each other, so that
/// the many sentences of a large dossier take little room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentences {
    words: String,
    mentions: Vec<SentenceMention>,
    /// Where each ends: in the words, and among the mentions.
    ends: Vec<(u32, u32)>,
    /// Those that are part of a quotation, by their numbers: what has to stand before and behind each.
    quoted: Vec<(u32, [Edge; 2])>,
    /// The places of the mentions, by their numbers, so that each is found: known once all sentences are.
    by_number: Box<[u32]>,
}

/// A sentence that mentions something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'p> {
    /// Its words, plain.
    pub text: &'p str,
    /// Its mentions, in the order of the words.
    pub mentions: &'p [SentenceMention],
    /// What has to stand before and behind it, where it is part of a quotation.
    pub edges: [Edge; 2],
}

impl Sentences {
    /// The first sentence in which the mention of this number stands, and where in it.
    #[must_use]
    pub fn of_mention(&self, number: u32) -> Option<(Sentence<'_>, Range<usize>)> {
        let number_at = |place: &u32| self.mentions.get(*place as usize).map(|mention| mention.number);
        let found = self.by_number.partition_point(|place| number_at(place) < Some(number));
        let place = *self.by_number.get(found).filter(|place| number_at(place) == Some(number))?;
        let sentence = self.nth(self.ends.partition_point(|(_, mentions)| *mentions <= place))?;
        Some((sentence, self.mentions.get(place as usize)?.range()))
    }

    fn nth(&self, nth: usize) -> Option<Sentence<'_>> {
        let start = nth.checked_sub(1).map_or(Some((0, 0)), |before| self.ends.get(before).copied())?;
        let end = *self.ends.get(nth)?;
        let quoted = self.quoted.binary_search_by_key(&nth, |(of, _)| *of as usize).ok();
        Some(Sentence {
            text: self.words.get(start.0 as usize..end.0 as usize)?,
            mentions: self.mentions.get(start.1 as usize..end.1 as usize)?,
            edges: quoted.and_then(|at| self.quoted.get(at)).map(|(_, edges)| *edges).unwrap_or_default(),
        })
    }

    /// Keep a sentence, if it mentions something; its place among those that are quoted, if it is.
    fn push(
        &mut self,
        text: &str,
        edges: [Edge; 2],
        mentions: impl Iterator<Item = SentenceMention>,
    ) -> Option<usize> {
        let before = self.mentions.len();
        self.mentions.extend(mentions);
        if self.mentions.len() == before {
            return None;
        }
        self.words.push_str(text);
        // There are fewer than bytes in a file, and those can be counted so.
        let count = |length| u32::try_from(length).unwrap_or(u32::MAX);
        let is_quoted = edges != <[Edge; 2]>::default();
        if is_quoted {
            self.quoted.push((count(self.ends.len()), edges));
        }
        self.ends.push((count(self.words.len()), count(self.mentions.len())));
        is_quoted.then(|| self.quoted.len() - 1)
    }

    /// More of the quotation follows the quoted sentence of this place among those.
    fn goes_on(&mut self, place: usize) {
        if let Some((_, [_, behind])) = self.quoted.get_mut(place) {
            *behind = behind.cut();
        }
    }

    /// There are no more: know where each mention stands, and give back the room that the lists took to grow.
    pub(super) fn complete(&mut self) {
        let Self { words, mentions, ends, quoted, by_number } = self;
        let mut places: Vec<u32> = (0..).take(mentions.len()).collect();
        places.sort_by_key(|place| mentions[*place as usize].number);
        *by_number = places.into();
        words.shrink_to_fit();
        mentions.shrink_to_fit();
        ends.shrink_to_fit();
        quoted.shrink_to_fit();
    }
}

/// A mention in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentenceMention {
    /// Which of the page's mentions, by its number among them.
    pub number: u32,
    /// The bytes of the sentence's text that show it: none for a citation.
    words: Span,
}

impl SentenceMention {
    /// The bytes of the sentence's text that show it: none for a citation.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.words.range()
    }
}

/// Short words with a full stop that end no sentence.
const ABBREVIATIONS: [&str; 34] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "sir", "rev", "hon", "gen", "col", "lt", "sgt", "capt", "no",
    "nos", "art", "para", "paras", "p", "pp", "vol", "ed", "eds", "cf", "vs", "v", "approx", "ca", "inc",
    "ltd", "co", "etc", "al",
];

/// How many letters the longest of them has.
const LONGEST_ABBREVIATION: usize = 6;

/// Where sentences end, in bytes, the last at the end of the text.
pub(super) fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    while let Some(found) = next_sentence_end(text, ends.last().copied().unwrap_or(0)) {
        ends.push(found.end);
    }
    if ends.last() != Some(&text.len()) {
        ends.push(text.len());
    }
    ends
}

/// The first end of a sentence in a text, other than the text's own, whose mark stands at or behind `from`: from that mark to
/// behind what closes with it. To look for one in each of many pieces that lie behind each other, hand on the place of the
/// last: a text is read once then.
pub(super) fn next_sentence_end(text: &str, from: usize) -> Option<Range<usize>> {
    let mut end = from;
    while let Some((at, c)) = next_stop(text, end) {
        end = at + c.len_utf8();
        if matches!(c, '。' | '！' | '？') {
            return Some(at..end);
        }
        // Closing marks and brackets belong to the sentence they close.
        while let Some(mark) = text[end..].chars().next().filter(|mark| ".!?…\"'”’»)]".contains(*mark))
        {
            end += mark.len_utf8();
        }
        let rest = &text[end..];
        let spaced = rest.starts_with(char::is_whitespace);
        let next = rest.trim_start().chars().next();
        let opens = next.is_some_and(|c| {
            c.is_uppercase() || c.is_numeric() || "“\"‘'«([".contains(c) || c == PLACEHOLDER
        }) || next.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
        if spaced && opens && !(c == '.' && is_abbreviation(&text[..at])) {
            return Some(at..end);
        }
    }
    None
}

/// The next mark at or behind `from` with which a sentence can end.
fn next_stop(text: &str, from: usize) -> Option<(usize, char)> {
    let mut at = from;
    // Most words are passed over by the byte: other marks than the first three begin with one of the others.
    let can_begin = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | 0xe2 | 0xe3 | 0xef);
    while let Some(found) = text.as_bytes()[at..].iter().position(can_begin) {
        at += found;
        let c = text[at..].chars().next()?;
        if matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？') {
            return Some((at, c));
        }
        at += c.len_utf8();
    }
    None
}

/// Whether the word before a full stop is an initial or an abbreviation.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '.')).next().unwrap_or_default();
    let letters = word.chars().count();
    let initial = letters == 1 && word.chars().all(char::is_uppercase);
    let is_short = letters <= LONGEST_ABBREVIATION;
    initial || word.contains('.') || (is_short && ABBREVIATIONS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let mut start = 0;
        let mut found = Vec::new();
        for end in sentence_ends(text) {
            found.push(text[start..end].trim());
            start = end;
        }
        found
    }

    #[test]
    fn sentences_end_where_a_reader_hears_it() {
        for (text, expected) in [
            ("One. Two! Three?", &["One.", "Two!", "Three?"][..]),
            ("Dr. Ian B. Levy met Mr. Smith. He left.", &["Dr. Ian B. Levy met Mr. Smith.", "He left."]),
            ("He said “stop.” Then he left.", &["He said “stop.”", "Then he left."]),
            ("See para. 4 of it, e.g. the end. 2017 was", &["See para. 4 of it, e.g. the end.", "2017 was"]),
            ("It cost 3.5 million. Yes", &["It cost 3.5 million.", "Yes"]),
            ("网络。安全", &["网络。", "安全"]),
            ("no end", &["no end"]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }
}
