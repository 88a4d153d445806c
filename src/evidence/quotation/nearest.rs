//! The passage nearest to a quotation that a copy does not have: for the message, never for a match.
//!
//! One pass over the copy finds the stretch that shares most words with the piece that is missing, rare words counting
//! more than common ones. There the first words of the piece are aligned with the copy, and what differs first is told.

use std::collections::HashMap;
use std::ops::Range;

use super::SearchText;
use super::normalise::Normalised;
use super::quote::{Kind, Quote, spans};
use super::words::{is_same, key, words};

/// How many words of a piece are aligned. What is longer is compared word by word from there.
const ALIGNED: usize = 64;
/// How many words of the copy they are aligned with.
const REGION: usize = 400;

/// Where a copy comes nearest to a quotation that it does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The passage, in the copy.
    pub passage: Range<usize>,
    /// The first words that part, in the quotation as written.
    pub in_quote: Range<usize>,
    /// What the copy has there.
    pub in_passage: Range<usize>,
}

/// A word of the quotation.
struct Quoted {
    text: String,
    /// In the quotation as written.
    range: Range<usize>,
}

impl SearchText {
    /// The passage nearest to a quotation that is not there; none if nothing is near. Of several pieces, the first that
    /// is missing counts.
    #[must_use]
    pub fn nearest(&self, quote: &Quote) -> Option<Nearest> {
        let mut pieces = quoted_pieces(quote);
        let missing = self.missing(quote).min(pieces.len().checked_sub(1)?);
        let quoted = pieces.swap_remove(missing);
        let shared = self.most_shared(&quoted)?;
        self.compare(&quoted, &shared)
    }

    /// The first piece that is not there behind the pieces before it.
    fn missing(&self, quote: &Quote) -> usize {
        let patterns = if quote.inserted.is_empty() { &quote.literal } else { &quote.inserted };
        let mut from = 0;
        let is_missing = |pattern: &_| match self.first(pattern, &(from..self.normalised.as_str().len())) {
            Some(place) => {
                from = place.end;
                false
            }
            None => true,
        };
        patterns.iter().position(is_missing).unwrap_or(0)
    }

    /// The normalised stretch that shares most words with the quoted ones.
    fn most_shared(&self, quoted: &[Quoted]) -> Option<Range<usize>> {
        // A word's number here is the place in these lists.
        let mut numbers = HashMap::new();
        let mut wanted: Vec<usize> = Vec::new();
        for key in quoted.iter().filter_map(|word| key(&word.text)) {
            let number = *numbers.entry(key).or_insert(wanted.len());
            match wanted.get_mut(number) {
                Some(wanted) => *wanted += 1,
                None => wanted.push(1),
            }
        }
        let text = self.normalised.as_str();
        let mut count = 0;
        let mut hits = Vec::new();
        let mut frequency = vec![0; wanted.len()];
        for word in words(text) {
            count += 1;
            if let Some(&number) = key(&text[word.clone()]).and_then(|key| numbers.get(&key)) {
                frequency[number] += 1;
                hits.push(Hit { nth: count, word, number });
            }
        }
        let weights: Vec<_> =
            frequency.iter().map(|often| 1 + (count / often.max(&1)).checked_ilog2().unwrap_or(0)).collect();
        let all: u32 = weights.iter().zip(&wanted).map(|(weight, wanted)| weight * to_u32(*wanted)).sum();
        let length = quoted.len() + quoted.len() / 4 + 1;
        let (stretch, score) = best_window(&hits, length, &wanted, &weights)?;
        (score >= all.div_ceil(4)).then_some(stretch)
    }

    /// Align the quoted words with the copy around a stretch, and tell what differs.
    fn compare(&self, quoted: &[Quoted], shared: &Range<usize>) -> Option<Nearest> {
        let text = self.normalised.as_str();
        let aligned = &quoted[..quoted.len().min(ALIGNED)];
        let slack = aligned.iter().map(|word| word.text.len() + 1).sum::<usize>() + 32;
        let mut from = shared.start.saturating_sub(slack);
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        let copied: Vec<Range<usize>> = words(&text[from..])
            .map(|word| from + word.start..from + word.end)
            // What begins before the region may be cut.
            .skip_while(|word| from > 0 && word.start == from)
            .take_while(|word| word.start < shared.end + slack)
            .take(REGION)
            .collect();
        let same = |quote: usize, copy: usize| {
            is_same(&quoted[quote].text, &text[copied[copy].clone()], quote == 0, quote + 1 == quoted.len())
        };
        let near = |quote: usize, copy: usize| key(&quoted[quote].text) == key(&text[copied[copy].clone()]);
        let steps = align(aligned.len(), copied.len(), |quote, copy| match () {
            () if same(quote, copy) => 0,
            () if near(quote, copy) => 1,
            () => 2,
        });
        let taken = steps.iter().filter_map(|step| step.copy);
        let (first, last) = (taken.clone().min()?, taken.max()?);
        let mut passage = copied[first].start..copied[last].end;

        let is_exact =
            |step: &Step| matches!((step.quote, step.copy), (Some(quote), Some(copy)) if same(quote, copy));
        let mut parting = parting(&steps, is_exact).and_then(|(quote, copy)| {
            Some((
                quoted.get(quote.start)?.range.start..quoted.get(quote.end.checked_sub(1)?)?.range.end,
                copied.get(copy.start)?.start..copied.get(copy.end.checked_sub(1)?)?.end,
            ))
        });
        if parting.is_none() {
            let further =
                words(&text[passage.end..]).map(|word| passage.end + word.start..passage.end + word.end);
            let mut further = (aligned.len()..quoted.len()).zip(further);
            parting = further
                .find(|(nth, word)| {
                    !is_same(&quoted[*nth].text, &text[word.clone()], false, nth + 1 == quoted.len())
                })
                .map(|(nth, word)| (quoted[nth].range.clone(), word));
        }
        let whole = || (quoted[0].range.start..quoted[quoted.len() - 1].range.end, passage.clone());
        let (in_quote, in_passage) = parting.unwrap_or_else(whole);
        passage.end = passage.end.max(in_passage.end);
        if quoted.len() > aligned.len() {
            passage.end = passage.end.max(shared.end);
        }
        Some(Nearest {
            passage: self.normalised.original(&passage)?,
            in_quote,
            in_passage: self.normalised.original(&in_passage)?,
        })
    }
}

/// The words of each piece, without insertions.
fn quoted_pieces(quote: &Quote) -> Vec<Vec<Quoted>> {
    let written = quote.written();
    let mut pieces = vec![(0, String::new())];
    for span in spans(written).unwrap_or_default() {
        match (span.kind, pieces.last_mut()) {
            (Kind::Ellipsis, _) => pieces.push((span.range.end, String::new())),
            // As long as what was written, so that places stay.
            (Kind::Insertion, Some((_, words))) => words.extend(span.range.map(|_| ' ')),
            (_, Some((_, words))) => words.push_str(&written[span.range]),
            (_, None) => {}
        }
    }
    let pieces = pieces.iter().map(|(from, piece)| {
        let piece = Normalised::new(piece);
        let quoted = words(piece.as_str()).filter_map(|word| {
            let range = piece.original(&word)?;
            let text = piece.as_str()[word].replace(['[', ']'], "");
            Some(Quoted { text, range: from + range.start..from + range.end })
        });
        quoted.collect::<Vec<_>>()
    });
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// A word of the copy that is quoted, too.
struct Hit {
    /// The how many-th word of the copy.
    nth: usize,
    word: Range<usize>,
    number: usize,
}

/// The stretch of at most `length` words that has most of what is wanted, and how much.
fn best_window(
    hits: &[Hit],
    length: usize,
    wanted: &[usize],
    weights: &[u32],
) -> Option<(Range<usize>, u32)> {
    let mut had = vec![0; wanted.len()];
    let mut left = hits.iter().peekable();
    let mut score = 0;
    let mut best = None;
    for hit in hits {
        had[hit.number] += 1;
        if had[hit.number] <= wanted[hit.number] {
            score += weights[hit.number];
        }
        // What is too far away goes, and what is there more often than quoted.
        while let Some(out) =
            left.next_if(|out| out.nth + length <= hit.nth || had[out.number] > wanted[out.number])
        {
            if had[out.number] <= wanted[out.number] {
                score -= weights[out.number];
            }
            had[out.number] -= 1;
        }
        let start = left.peek().map_or(hit.word.start, |first| first.word.start);
        if best.as_ref().is_none_or(|(_, most)| score > *most) {
            best = Some((start..hit.word.end, score));
        }
    }
    best
}

/// One step of an alignment: a word of either side, or one of each.
struct Step {
    quote: Option<usize>,
    copy: Option<usize>,
}

/// Align all words of the quotation with some of the copy that follow each other, at the least cost.
fn align(quoted: usize, copied: usize, cost: impl Fn(usize, usize) -> u32) -> Vec<Step> {
    const GAP: u32 = 2;
    let width = copied + 1;
    // Where the copy's part begins is free: the first row is nothing.
    let mut least = vec![0; (quoted + 1) * width];
    for quote in 1..=quoted {
        for copy in 0..=copied {
            let skip = least[(quote - 1) * width + copy] + GAP;
            least[quote * width + copy] = match copy.checked_sub(1) {
                None => skip,
                Some(before) => {
                    let pair = least[(quote - 1) * width + before] + cost(quote - 1, before);
                    pair.min(skip).min(least[quote * width + before] + GAP)
                }
            };
        }
    }
    // Of ends that cost the same, the last: a changed word at the end is shown rather than left out.
    let end = (0..=copied).rev().min_by_key(|copy| least[quoted * width + copy]).unwrap_or(0);
    let (mut quote, mut copy) = (quoted, end);
    let mut steps = Vec::new();
    while quote > 0 {
        let here = least[quote * width + copy];
        if copy > 0 && here == least[(quote - 1) * width + copy - 1] + cost(quote - 1, copy - 1) {
            (quote, copy) = (quote - 1, copy - 1);
            steps.push(Step { quote: Some(quote), copy: Some(copy) });
        } else if copy > 0 && here == least[quote * width + copy - 1] + GAP {
            copy -= 1;
            steps.push(Step { quote: None, copy: Some(copy) });
        } else {
            quote -= 1;
            steps.push(Step { quote: Some(quote), copy: None });
        }
    }
    steps.reverse();
    steps
}

/// The first words that part, on both sides. Where one side has none, its next word is taken, or its last.
fn parting(steps: &[Step], is_exact: impl Fn(&Step) -> bool) -> Option<(Range<usize>, Range<usize>)> {
    let start = steps.iter().position(|step| !is_exact(step))?;
    let end = steps[start..].iter().position(is_exact).map_or(steps.len(), |length| start + length);
    let side = |of: fn(&Step) -> Option<usize>| {
        let own: Vec<_> = steps[start..end].iter().filter_map(of).collect();
        let next = steps[end..].iter().find_map(of);
        let near = || next.or_else(|| steps[..start].iter().rev().find_map(of));
        let first = own.first().copied().or_else(near)?;
        Some(first..own.last().copied().unwrap_or(first) + 1)
    };
    Some((side(|step| step.quote)?, side(|step| step.copy)?))
}

fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
