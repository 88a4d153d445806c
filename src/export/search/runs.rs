//! Stretches of text without spaces between the words: Chinese, Japanese, Korean.
//!
//! pagefind finds words by their beginnings, and parts words by spaces. It knows where words begin in a Chinese or
//! Japanese dossier, but not in a Korean one, nor where such words stand in a text of another language. Every ending
//! of a run then counts as a word of its own, so that any part of the run is the beginning of one.

use std::collections::BTreeSet;

/// How many characters of an ending are kept: what is looked for is seldom longer.
const LONGEST: usize = 12;

/// Whether pagefind parts the text of a dossier in this language into words itself.
pub(super) fn has_segmenter(language: &str) -> bool {
    let base = language.split('-').next().unwrap_or_default();
    ["zh", "ja", "th"].iter().any(|segmented| base.eq_ignore_ascii_case(segmented))
}

/// The endings of all runs in `text` that the index would not find by itself, in a dossier of this language.
pub(super) fn endings(text: &str, language: &str, found: &mut BTreeSet<String>) {
    let has_segmenter = has_segmenter(language);
    let wanted = |c: char| is_hangul(c) || (!has_segmenter && is_ideograph_or_kana(c));
    let mut run: Vec<char> = Vec::new();
    let mut behind_a_word = false;
    let mut last = ' ';
    for c in text.chars().chain([' ']) {
        if wanted(c) {
            if run.is_empty() {
                behind_a_word = last.is_alphanumeric();
            }
            run.push(c);
        } else if !run.is_empty() {
            // The whole run is a word already, unless something stands right before it.
            let first = usize::from(!behind_a_word);
            for start in first..run.len().saturating_sub(1) {
                found.insert(run[start..].iter().take(LONGEST).collect());
            }
            run.clear();
        }
        last = c;
    }
}

/// The endings as one value, without those that begin a longer one.
pub(super) fn joined(endings: &BTreeSet<String>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut all = endings.iter().peekable();
    while let Some(ending) = all.next() {
        if all.peek().is_none_or(|next| !next.starts_with(ending.as_str())) {
            kept.push(ending);
        }
    }
    kept.join(" ")
}

fn is_hangul(c: char) -> bool {
    matches!(u32::from(c), 0xAC00..=0xD7A3)
}

fn is_ideograph_or_kana(c: char) -> bool {
    matches!(
        u32::from(c),
        0x3005..=0x3007 | 0x3041..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF
            | 0x20000..=0x323AF
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_part_of_a_run_begins_a_word() {
        for (text, language, expected) in [
            ("한국은행은 서울에", "ko", "국은행은 울에 은행은 행은"),
            ("a Chinese firm, 华为技术", "en", "为技术 技术"),
            ("NCSC中央", "en", "中央"),
            ("华为技术", "zh-hans", ""),
            ("東京の한국은행", "ja", "국은행 은행 한국은행"),
            ("plain words", "en", ""),
        ] {
            let mut found = BTreeSet::new();
            endings(text, language, &mut found);
            let mut joined: Vec<_> = joined(&found).split(' ').map(String::from).collect();
            joined.sort();
            let mut expected: Vec<_> = expected.split(' ').map(String::from).collect();
            expected.sort();
            assert_eq!(joined, expected, "{text}");
        }
    }

    #[test]
    fn a_long_run_stays_in_proportion() {
        let mut found = BTreeSet::new();
        endings(&"한국은행".repeat(500), "ko", &mut found);
        assert!(found.iter().all(|ending| ending.chars().count() <= LONGEST));
        assert!(found.len() <= 2 * LONGEST + 4, "{}", found.len());
    }
}
