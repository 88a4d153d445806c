//! The words of all names, for a query that finds nothing: the nearest of them may have been meant.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::link::Dossier;
use crate::model::{FoldedName, fold};

/// Words with fewer letters are not worth a suggestion.
const SHORTEST: usize = 3;

/// How many bytes of words go out at most; the longest words are left out first, for they are the rarest.
const MOST_BYTES: usize = 900_000;

/// A script that assigns the words, each once, parted by spaces: they hold none themselves, nor quotation marks.
pub(super) fn script(dossier: &Dossier) -> String {
    let mut words: BTreeMap<FoldedName, String> = BTreeMap::new();
    for entry in dossier.names().groups.iter().flat_map(|group| &group.names) {
        let name: String = entry.name.nfc().collect();
        for word in name.split(|c: char| !c.is_alphanumeric() && !is_mark(c)) {
            if word.chars().count() >= SHORTEST {
                words.entry(fold(word)).or_insert_with(|| word.to_owned());
            }
        }
    }
    let mut words: Vec<String> = words.into_values().collect();
    if words.iter().map(|word| word.len() + 1).sum::<usize>() > MOST_BYTES {
        words.sort_by_key(String::len);
        let mut left = MOST_BYTES;
        words.retain(|word| {
            left = left.saturating_sub(word.len() + 1);
            left > 0
        });
        words.sort();
    }
    format!("window.redstringWords = \"{}\";\n", words.join(" "))
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}
