//! The nearest known word to one that nobody knows.

/// The candidate nearest to `word`, if any is near enough to be worth suggesting.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    candidates
        .filter_map(|candidate| {
            let known = candidate.to_lowercase();
            let limit = (lower.chars().count().max(known.chars().count()) / 3).max(1);
            let distance = strsim::damerau_levenshtein(&lower, &known);
            (distance <= limit).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}
