//! The sentence around a mention, for "Referred to by".

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::escape;
use super::links::name;
use crate::link::{Dossier, PublishedPage};
use crate::parse::quoted::{Edge, EdgeMark, QuotedWords};
use crate::parse::sentence::PLACEHOLDER;

/// How many characters are shown, about.
const LENGTH: usize = 280;
/// How many bytes on either side of a mention are looked at: more than can be shown.
const NEAR: usize = 4 * (LENGTH + WORD);
/// How far a cut may move to fall between words.
const WORD: usize = 32;

/// The sentence of `page` around its mention of this number, as HTML with the mention in `<b>`; `None` where it stands
/// in no sentence. A long one is cut at word ends around the mention.
#[must_use]
pub fn excerpt(dossier: &Dossier, page: &PublishedPage, number: u32) -> Option<String> {
    let (sentence, place) = page.parsed().sentences.of_mention(number)?;
    // Of a very long sentence only what is near is looked at.
    let text = sentence.text;
    let near = boundary(text, place.start.saturating_sub(NEAR))..boundary(text, place.end + NEAR);
    // The marks of the quotation itself are words like the others, of which a long sentence keeps only what is near.
    let [before, behind] = sentence.edges.map(own_mark);
    let mut words = String::with_capacity(near.len() + 32);
    if let Some(mark) = before {
        words.push(mark);
        words.push_str("… ");
    }
    let mut asked = 0..0;
    let mut at = near.start;
    let first = sentence.mentions.partition_point(|mention| mention.range().end < near.start);
    let near_mentions = sentence.mentions.iter().skip(first);
    for mention in near_mentions.take_while(|mention| mention.range().start <= near.end) {
        let range = mention.range();
        let range = range.start.max(at)..range.end.clamp(at, near.end);
        words.push_str(text.get(at..range.start)?);
        if range.is_empty() {
            close_gap(&mut words, text.get(range.end..)?);
        }
        let start = words.len();
        let own = text.get(range.clone())?;
        if own.starts_with(PLACEHOLDER) {
            let meant = page.facts().mentions.get(mention.number as usize)?;
            words.push_str(&name(dossier, page.facts(), &meant.key.target));
        } else {
            words.push_str(own);
        }
        if mention.number == number {
            asked = start..words.len();
        }
        at = range.end;
    }
    words.push_str(text.get(at..near.end)?);
    if let Some(mark) = behind {
        words.push_str(" …");
        words.push(mark);
    }
    // A mention that stands alone, as in a list, is no sentence: it would only repeat a name.
    let around = [words.get(..asked.start)?, words.get(asked.end..)?];
    if !around.into_iter().any(|words| words.contains(char::is_alphanumeric)) {
        return None;
    }
    Some(quoted(dossier, sentence.edges, clip(&words, asked)))
}

/// The last place at or before `at` that is not inside a character.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Where a citation stood nothing is shown, nor the space before it if what follows needs none.
fn close_gap(words: &mut String, rest: &str) {
    let joins = |c: char| c.is_whitespace() || ".,;:!?…)]”’»".contains(c);
    if rest.chars().next().is_none_or(joins) {
        words.truncate(words.trim_end().len());
    }
}

/// What the marks of the quotation itself, out of which a sentence was cut, add to an end of it.
fn own_mark(edge: Edge) -> Option<char> {
    match edge.mark() {
        Some(EdgeMark::Own(mark)) => Some(mark),
        Some(EdgeMark::Language) | None => None,
    }
}

/// A sentence out of a block that is quoted, in the marks of the dossier's language.
fn quoted(dossier: &Dossier, [before, behind]: [Edge; 2], html: String) -> String {
    if before.mark() != Some(EdgeMark::Language) {
        return html;
    }
    let (open, close) = dossier.settings.words.around("excerpt-quoted", "words");
    // Where it is too long, an ellipsis stands there already.
    let lead = if before.is_cut() && !html.starts_with('…') { "… " } else { "" };
    let tail = if behind.is_cut() && !html.ends_with('…') { " …" } else { "" };
    format!("{}{lead}{html}{tail}{}", escape::text(&open), escape::text(&close))
}

/// The words around `asked`, escaped, `asked` in `<b>`. What is cut out of a quotation keeps its marks.
fn clip(words: &str, asked: Range<usize>) -> String {
    let shown = shown(words, &asked);
    let start_cut = shown.start > 0;
    let end_cut = shown.end < words.len();
    let marks = if start_cut || end_cut { QuotedWords::of(words) } else { QuotedWords::default() };
    let mut html = String::with_capacity(shown.len() + 16);
    if start_cut {
        html.extend(marks.around(shown.start).map(|quoted| quoted.open));
        html.push('…');
    }
    let lead = &words[shown.start..asked.start];
    escape::push_text(&mut html, if start_cut { lead.trim_start() } else { lead });
    if !asked.is_empty() {
        html.push_str("<b>");
        escape::push_text(&mut html, &words[asked.clone()]);
        html.push_str("</b>");
    }
    let tail = &words[asked.end..shown.end];
    escape::push_text(&mut html, if end_cut { tail.trim_end() } else { tail });
    if end_cut {
        html.push('…');
        html.extend(marks.around(shown.end).map(|quoted| quoted.close));
    }
    html
}

/// What is shown of the words.
fn shown(words: &str, asked: &Range<usize>) -> Range<usize> {
    if words.len() <= LENGTH {
        return 0..words.len();
    }
    let (before, after) = (&words[..asked.start], &words[asked.end..]);
    let (before_count, after_count) = (before.chars().count(), after.chars().count());
    let room = LENGTH.saturating_sub(words[asked.clone()].chars().count());
    // Each side gets half of the room, and what the other leaves over.
    let lead = before_count.min((room / 2).max(room.saturating_sub(after_count)));
    let tail = after_count.min(room - lead);
    let start = first_kept(before, before_count - lead).unwrap_or(asked.start);
    let end = if tail < after_count { asked.end + end_of_kept(after, tail) } else { words.len() };
    start..end
}

/// Where to begin, at this character or at the next word after it; `None` where nothing is left.
fn first_kept(words: &str, from: usize) -> Option<usize> {
    let mut chars = words.char_indices().skip(from);
    if from == 0 {
        return chars.next().map(|_| 0);
    }
    let space = chars.clone().take(WORD).find(|(_, c)| c.is_whitespace());
    // A script without spaces, or a very long word: between two letters, but not inside one.
    let start = space.or_else(|| chars.find(|(_, c)| !is_combining_mark(*c)));
    start.map(|(at, _)| at)
}

/// Where to end, at this character or at the last word before it.
fn end_of_kept(words: &str, to: usize) -> usize {
    let until = words.char_indices().nth(to).map_or(words.len(), |(at, c)| at + c.len_utf8());
    let mut back = words[..until].char_indices().rev();
    let space = back.clone().take(WORD + 1).find(|(_, c)| c.is_whitespace());
    let end = space.or_else(|| back.find(|(_, c)| !is_combining_mark(*c)));
    end.map_or(0, |(at, _)| at)
}
