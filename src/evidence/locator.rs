//! What a locator says of paragraphs: "para. 4", "paras. 4–6, 9".

use std::ops::RangeInclusive;

/// The words by which a locator counts paragraphs, in the languages in which dossiers have been written so far.
const WORDS: [&str; 11] =
    ["paragraphs", "paragraph", "paras.", "para.", "paras", "para", "¶¶", "¶", "absätze", "absatz", "abs."];

/// The paragraphs that a locator names, counted from 1; none where it counts something else, or says more.
#[must_use]
pub(super) fn paragraphs(locator: &str) -> Vec<RangeInclusive<usize>> {
    let lower = locator.trim().to_lowercase();
    let Some(rest) = WORDS.iter().find_map(|word| lower.strip_prefix(word)) else { return Vec::new() };
    let parts: Option<Vec<_>> = rest.replace(" and ", ",").split(',').map(range).collect();
    parts.unwrap_or_default()
}

fn range(part: &str) -> Option<RangeInclusive<usize>> {
    let part = part.trim();
    let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (1 <= first && first <= last).then_some(first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_counted_in_words_and_numbers() {
        for (locator, expected) in [
            ("para. 4", &[4..=4][..]),
            ("paras. 4–6, 9", &[4..=6, 9..=9]),
            ("Paragraphs 4 and 6", &[4..=4, 6..=6]),
            ("¶ 12", &[12..=12]),
            ("Abs. 3", &[3..=3]),
            ("p. 4", &[]),
            ("para. 4 of the annex", &[]),
            ("para. 0", &[]),
            ("paras. 6–4", &[]),
            ("", &[]),
        ] {
            assert_eq!(paragraphs(locator), expected, "{locator}");
        }
    }
}
