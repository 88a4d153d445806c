//! The words of one block, gathered and cut into sentences at its end.

use std::ops::Range;

use super::{PLACEHOLDER, SentenceMention, Sentences, sentence_ends};
use crate::parse::quoted::{Edge, QuotedWords};
use crate::text::Span;

/// Gathers the words of one block and cuts them into sentences at its end.
#[derive(Debug, Default)]
pub(in crate::parse) struct Words {
    text: String,
    mentions: Vec<(u32, Range<usize>)>,
    /// How many stretches of struck words are open: nobody says those any more.
    struck: usize,
    /// Whether struck words were left out right before.
    gap: bool,
    quotation: Quotation,
}

/// The block quote or evidence that is open.
#[derive(Debug, Default)]
struct Quotation {
    /// How many lie within each other; none is open where there are none.
    depth: usize,
    /// Whether there were words of it before this block.
    began: bool,
    /// The sentence that ended the block before, by its place among those that are quoted.
    last: Option<usize>,
}

impl Words {
    /// More words.
    pub(in crate::parse) fn push(&mut self, words: &str) {
        if self.struck > 0 {
            return;
        }
        let words = if std::mem::take(&mut self.gap) { self.close_gap(words) } else { words };
        // Whoever writes the placeholder by hand gets a plain space: it must stay ours.
        if words.contains(PLACEHOLDER) {
            self.text.push_str(&words.replace(PLACEHOLDER, " "));
        } else {
            self.text.push_str(words);
        }
    }

    /// Where the next words will stand.
    pub(in crate::parse) fn position(&self) -> usize {
        self.text.len()
    }

    /// A mention whose label was pushed since `start`.
    pub(in crate::parse) fn labelled(&mut self, number: u32, start: usize) {
        if self.struck == 0 {
            let end = self.text.len();
            self.mentions.push((number, start.min(end)..end));
        }
    }

    /// A mention that will show the name of its target.
    pub(in crate::parse) fn unlabelled(&mut self, number: u32) {
        if self.struck == 0 {
            let start = self.text.len();
            self.text.push(PLACEHOLDER);
            self.mentions.push((number, start..self.text.len()));
        }
    }

    /// A mention that shows no words.
    pub(in crate::parse) fn silent(&mut self, number: u32) {
        if self.struck > 0 {
            return;
        }
        // "the letter [@a]." reads "the letter." without its citation.
        self.text.truncate(self.text.trim_end().len());
        let at = self.text.len();
        self.mentions.push((number, at..at));
    }

    /// Words that follow are struck out.
    pub(in crate::parse) fn strike(&mut self) {
        self.struck += 1;
    }

    /// Words that follow no longer are.
    pub(in crate::parse) fn end_strike(&mut self) {
        self.struck = self.struck.saturating_sub(1);
        self.gap = true;
    }

    /// The blocks that follow are a quotation.
    pub(in crate::parse) fn open_quotation(&mut self) {
        self.quotation.depth += 1;
    }

    /// They no longer are.
    pub(in crate::parse) fn close_quotation(&mut self) {
        self.quotation.depth = self.quotation.depth.saturating_sub(1);
        if self.quotation.depth == 0 {
            self.quotation = Quotation::default();
        }
    }

    /// The words behind struck ones, without the space that would stand there twice or before a full stop.
    fn close_gap<'w>(&mut self, words: &'w str) -> &'w str {
        if words.starts_with(['.', ',', ';', ':', '!', '?']) {
            self.text.truncate(self.text.trim_end().len());
        }
        let spaced = self.text.is_empty() || self.text.ends_with(char::is_whitespace);
        if spaced { words.trim_start() } else { words }
    }

    /// The block is over: its sentences that mention something.
    pub(in crate::parse) fn finish(&mut self, sentences: &mut Sentences) {
        let in_quotation = self.quotation.depth > 0
            && (!self.mentions.is_empty() || self.text.contains(char::is_alphanumeric));
        if in_quotation && let Some(last) = self.quotation.last.take() {
            sentences.goes_on(last);
        }
        if !self.mentions.is_empty() {
            self.mentions.sort_by_key(|(_, at)| at.start);
            let ends = sentence_ends(&self.text);
            // A sentence that is all there is of its block stands with all of its marks.
            let whole = ends.len() == 1 && !in_quotation;
            let quoted = if whole { QuotedWords::default() } else { QuotedWords::of(&self.text) };
            let mut start = 0;
            for end in ends {
                self.cut(start, end, &quoted, sentences);
                start = end;
            }
        }
        self.quotation.began |= in_quotation;
        self.text.clear();
        self.mentions.clear();
        self.struck = 0;
        self.gap = false;
    }

    fn cut(&mut self, start: usize, end: usize, quoted: &QuotedWords, sentences: &mut Sentences) {
        let last = end == self.text.len();
        // They are in order, so that a long paragraph's are not all looked at for every sentence.
        let first = self.mentions.partition_point(|(_, at)| at.start < start);
        let whole = &self.text[start..end];
        let lead = whole.len() - whole.trim_start().len();
        let text = whole.trim();
        let place = start + lead..start + lead + text.len();
        let shift = |at: usize| at.saturating_sub(place.start).min(text.len());
        let mentions =
            self.mentions[first..].iter().take_while(|(_, at)| at.start < end || last).map(|(number, at)| {
                SentenceMention { number: *number, words: Span::new(shift(at.start), shift(at.end)) }
            });
        let of_block = self.quotation.depth > 0 && !quoted.hold(&self.text, &place);
        let edges = if of_block {
            [Edge::of_block(start > 0 || self.quotation.began), Edge::of_block(!last)]
        } else {
            let before = quoted.around(place.start).map(|quoted| Edge::own(quoted.open));
            let behind = quoted.around(place.end).map(|quoted| Edge::own(quoted.close));
            [before.unwrap_or_default(), behind.unwrap_or_default()]
        };
        let place = sentences.push(text, edges, mentions);
        if of_block && last {
            self.quotation.last = place;
        }
    }
}
