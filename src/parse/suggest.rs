//! Words that are near to each other, and the nearest known one to one that nobody knows.

use strsim::damerau_levenshtein;

/// Whether at most so many letters have to change, go, come or swap places to make one word of the other. Most words are told
/// apart by their lengths.
pub(super) fn is_near(word: &str, other: &str, most: usize) -> bool {
    let lengths = word.chars().count().abs_diff(other.chars().count());
    lengths <= most && damerau_levenshtein(word, other) <= most
}

/// The candidate nearest to `word`, if any is near enough to be worth suggesting.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    candidates
        .filter_map(|candidate| {
            let known = candidate.to_lowercase();
            let limit = (lower.chars().count().max(known.chars().count()) / 3).max(1);
            let distance = damerau_levenshtein(&lower, &known);
            (distance <= limit).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}
