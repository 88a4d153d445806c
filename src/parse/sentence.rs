//! The sentences around mentions, for backlinks to show.
//!
//! A [`Sentence`] is plain text with the places of its mentions; a mention without a label stands as one
//! [`PLACEHOLDER`], because only `link/` knows the name it will show. Sentences end where Unicode's sentence
//! boundaries (UAX #29) broadly put them, corrected for what dossiers are full of: initials, titles, numbered
//! references.

use std::ops::Range;

use crate::text::Span;

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
}

/// A sentence that mentions something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'p> {
    /// Its words, plain.
    pub text: &'p str,
    /// Its mentions, in the order of the words.
    pub mentions: &'p [SentenceMention],
}

impl Sentences {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Sentence<'_>> {
        let starts = [(0, 0)].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| Sentence {
            text: self.words.get(start.0 as usize..end.0 as usize).unwrap_or_default(),
            mentions: self.mentions.get(start.1 as usize..end.1 as usize).unwrap_or_default(),
        })
    }

    fn push(&mut self, text: &str, mentions: impl Iterator<Item = SentenceMention>) {
        let before = self.mentions.len();
        self.mentions.extend(mentions);
        if self.mentions.len() > before {
            self.words.push_str(text);
            // There are fewer than bytes in a file, and those can be counted so.
            let count = |length| u32::try_from(length).unwrap_or(u32::MAX);
            self.ends.push((count(self.words.len()), count(self.mentions.len())));
        }
    }

    /// Give back the room that they took to grow.
    pub(super) fn shrink_to_fit(&mut self) {
        let Self { words, mentions, ends } = self;
        words.shrink_to_fit();
        mentions.shrink_to_fit();
        ends.shrink_to_fit();
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

/// Gathers the words of one block and cuts them into sentences at its end.
#[derive(Debug, Default)]
pub(super) struct Words {
    text: String,
    mentions: Vec<(u32, Range<usize>)>,
}

impl Words {
    /// More words.
    pub(super) fn push(&mut self, words: &str) {
        // Whoever writes the placeholder by hand gets a plain space: it must stay ours.
        if words.contains(PLACEHOLDER) {
            self.text.push_str(&words.replace(PLACEHOLDER, " "));
        } else {
            self.text.push_str(words);
        }
    }

    /// Where the next words will stand.
    pub(super) fn position(&self) -> usize {
        self.text.len()
    }

    /// A mention whose label was pushed since `start`.
    pub(super) fn labelled(&mut self, number: u32, start: usize) {
        let end = self.text.len();
        self.mentions.push((number, start.min(end)..end));
    }

    /// A mention that will show the name of its target.
    pub(super) fn unlabelled(&mut self, number: u32) {
        let start = self.text.len();
        self.text.push(PLACEHOLDER);
        self.mentions.push((number, start..self.text.len()));
    }

    /// A mention that shows no words.
    pub(super) fn silent(&mut self, number: u32) {
        // "the letter [@a]." reads "the letter." without its citation.
        self.text.truncate(self.text.trim_end().len());
        let at = self.text.len();
        self.mentions.push((number, at..at));
    }

    /// The block is over: its sentences that mention something.
    pub(super) fn finish(&mut self, sentences: &mut Sentences) {
        if !self.mentions.is_empty() {
            self.mentions.sort_by_key(|(_, at)| at.start);
            let mut start = 0;
            for end in sentence_ends(&self.text) {
                self.cut(start, end, sentences);
                start = end;
            }
        }
        self.text.clear();
        self.mentions.clear();
    }

    fn cut(&self, start: usize, end: usize, sentences: &mut Sentences) {
        let last = end == self.text.len();
        // They are in order, so that a long paragraph's are not all looked at for every sentence.
        let first = self.mentions.partition_point(|(_, at)| at.start < start);
        let whole = &self.text[start..end];
        let lead = whole.len() - whole.trim_start().len();
        let text = whole.trim();
        let shift = |at: usize| at.saturating_sub(start + lead).min(text.len());
        let mentions =
            self.mentions[first..].iter().take_while(|(_, at)| at.start < end || last).map(|(number, at)| {
                SentenceMention { number: *number, words: Span::new(shift(at.start), shift(at.end)) }
            });
        sentences.push(text, mentions);
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
    let mut end = 0;
    while let Some((at, c)) = next_stop(text, end) {
        end = at + c.len_utf8();
        if matches!(c, '。' | '！' | '？') {
            ends.push(end);
            continue;
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
            ends.push(end);
        }
    }
    if ends.last() != Some(&text.len()) {
        ends.push(text.len());
    }
    ends
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
