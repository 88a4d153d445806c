//! Words of normalised text, for finding what is near: what stands between spaces. Scripts that write no spaces give one
//! word for each letter.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::boundary::{is_word, writes_no_spaces};

/// The places of the words of a normalised text.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + (rest.len() - rest.trim_start().len());
        let mut chars = text.get(start..)?.char_indices();
        let (_, first) = chars.next()?;
        let alone = writes_no_spaces(first);
        let ends =
            |c: char| c.is_whitespace() || if alone { !is_combining_mark(c) } else { writes_no_spaces(c) };
        at = chars.find(|(_, c)| ends(*c)).map_or(text.len(), |(offset, _)| start + offset);
        Some(start..at)
    })
}

/// What near words have in common: a number for a word without regard to case and to punctuation around it. None if
/// it has no letter and no digit. Two words can have one number; then a passage only looks nearer than it is.
pub(super) fn key(word: &str) -> Option<u64> {
    let word = word.trim_matches(|c| !is_word(c));
    // FNV-1a.
    let hash = |hash: u64, c: char| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01B3);
    (!word.is_empty()).then(|| word.chars().flat_map(char::to_lowercase).fold(0xCBF2_9CE4_8422_2325, hash))
}

/// Whether a copy's word is the quoted one. At the ends of a piece the copy's word may have punctuation around it that
/// the quotation leaves out.
pub(super) fn is_same(quoted: &str, copied: &str, is_first: bool, is_last: bool) -> bool {
    let silent = |words: &str| !words.contains(is_word);
    copied == quoted
        || copied.match_indices(quoted).any(|(at, _)| {
            let (before, behind) = (&copied[..at], &copied[at + quoted.len()..]);
            (before.is_empty() || is_first && silent(before))
                && (behind.is_empty() || is_last && silent(behind))
        })
}
