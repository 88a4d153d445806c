//! The sentence around a mention, for "Referred to by".

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::escape;
use super::links::name;
use crate::link::{Dossier, PublishedPage};
use crate::parse::facts::MentionKey;
use crate::parse::sentence::PLACEHOLDER;

/// How many characters are shown, about.
const LENGTH: usize = 280;
/// How far a cut may move to fall between words.
const WORD: usize = 32;

/// The sentence of `page` around a mention, as HTML with the mention in `<b>`; `None` where the mention stands in
/// no sentence. A long one is cut at word ends around the mention.
#[must_use]
pub fn excerpt(dossier: &Dossier, page: &PublishedPage, key: &MentionKey) -> Option<String> {
    let in_sentence = |(other, _): &(MentionKey, Range<usize>)| other == key;
    let sentence =
        page.parsed().sentences.iter().find(|sentence| sentence.mentions.iter().any(in_sentence))?;
    let mut words = String::with_capacity(sentence.text.len());
    let mut asked = 0..0;
    let mut at = 0;
    for (mention, range) in &sentence.mentions {
        let range = range.start.max(at)..range.end.max(at);
        words.push_str(sentence.text.get(at..range.start)?);
        let start = words.len();
        let own = sentence.text.get(range.clone())?;
        if own.starts_with(PLACEHOLDER) {
            words.push_str(&name(dossier, page.facts(), &mention.target));
        } else {
            words.push_str(own);
        }
        if mention == key {
            asked = start..words.len();
        }
        at = range.end;
    }
    words.push_str(sentence.text.get(at..)?);
    if words.trim().is_empty() {
        return None;
    }
    Some(clip(&words, asked))
}

/// The words around `asked`, escaped, `asked` in `<b>`.
fn clip(words: &str, asked: Range<usize>) -> String {
    let before: Vec<(usize, char)> = words[..asked.start].char_indices().collect();
    let after: Vec<(usize, char)> = words[asked.end..].char_indices().collect();
    let room = LENGTH.saturating_sub(words[asked.clone()].chars().count());
    // Each side gets half of the room, and what the other leaves over.
    let lead = before.len().min((room / 2).max(room.saturating_sub(after.len())));
    let tail = after.len().min(room - lead);
    let start = first_kept(&before, before.len() - lead).map_or(asked.start, |at| before[at].0);
    let end = last_kept(&after, tail).map_or(words.len(), |at| asked.end + after[at].0);
    let start_cut = start > 0;
    let end_cut = end < words.len();
    let mut html = String::new();
    if start_cut {
        html.push('…');
    }
    let lead = &words[start..asked.start];
    html.push_str(&escape::text(if start_cut { lead.trim_start() } else { lead }));
    if !asked.is_empty() {
        html.push_str("<b>");
        html.push_str(&escape::text(&words[asked.clone()]));
        html.push_str("</b>");
    }
    let tail = &words[asked.end..end];
    html.push_str(&escape::text(if end_cut { tail.trim_end() } else { tail }));
    if end_cut {
        html.push('…');
    }
    html
}

/// Where to begin, at `from` or at the next word after it; `None` where nothing is left.
fn first_kept(chars: &[(usize, char)], from: usize) -> Option<usize> {
    if from == 0 {
        return (!chars.is_empty()).then_some(0);
    }
    let space = (from..chars.len().min(from + WORD)).find(|at| chars[*at].1.is_whitespace());
    // A script without spaces, or a very long word: between two letters, but not inside one.
    let start = space.unwrap_or_else(|| {
        (from..chars.len()).find(|at| !is_combining_mark(chars[*at].1)).unwrap_or(chars.len())
    });
    (start < chars.len()).then_some(start)
}

/// Where to end, at `to` or at the last word before it; `None` where all is kept.
fn last_kept(chars: &[(usize, char)], to: usize) -> Option<usize> {
    if to >= chars.len() {
        return None;
    }
    let space = (to.saturating_sub(WORD)..=to).rev().find(|at| chars[*at].1.is_whitespace());
    Some(space.unwrap_or_else(|| (0..=to).rev().find(|at| !is_combining_mark(chars[*at].1)).unwrap_or(0)))
}
