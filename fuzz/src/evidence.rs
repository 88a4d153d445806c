//! Quotations, copies of sources, and the lock: what is said to be found is there.

use std::ops::Range;

use redstring::evidence::quotation::{Quote, SearchText};
use redstring::parse::copy::read_copy;
use redstring::parse::{lock_file, parse_lock};
use unicode_normalization::UnicodeNormalization;

use super::dossier::{file, have_places};
use super::text;

/// A copy and, behind the first `\0`, words that are said to stand in it.
pub fn quotation(data: &[u8]) {
    let Some((copy, words)) = text(data).and_then(|text| text.split_once('\0')) else { return };
    let Ok(quote) = Quote::read(words) else { return };
    let search = SearchText::new(copy);
    let found = search.find(&quote);
    if let Some(places) = &found {
        stand_in(copy, places);
        if !words.contains(['[', ']']) {
            let there: String = places.iter().map(|place| letters(&copy[place.clone()])).collect();
            assert_eq!(there, letters(words), "other words are taken for the quotation");
        }
        // Where it ends with a hyphen, say, the next word may belong to its last.
        if copy.ends_with(char::is_alphanumeric) {
            let longer = format!("{copy}\n\nAnd some words behind it.");
            assert!(SearchText::new(&longer).find(&quote).is_some(), "not found in a longer copy");
        }
    }
    let half = copy.len() / 2;
    let within = search.find_within(&quote, half..copy.len());
    assert_eq!(within.is_some(), found.is_some(), "the paragraph decides whether words are found");
    for places in within.iter() {
        stand_in(copy, places);
    }
    if let Some(near) = search.nearest(&quote) {
        assert!(copy.get(near.passage).is_some() && copy.get(near.in_passage).is_some());
        assert!(words.get(near.in_quote).is_some());
    }
    for place in search.select("", words, "") {
        assert_eq!(letters(&copy[place]), letters(words), "other words are annotated");
    }
}

/// The places are in the copy, in order, and do not overlap.
fn stand_in(copy: &str, places: &[Range<usize>]) {
    assert!(!places.is_empty());
    for place in places {
        assert!(copy.get(place.clone()).is_some_and(|words| !words.is_empty()), "{place:?}");
    }
    assert!(places.windows(2).all(|pair| pair[0].end <= pair[1].start), "{places:?}");
}

/// The letters and digits alone: what no typesetter changes.
fn letters(words: &str) -> String {
    words.nfc().filter(|c| c.is_alphanumeric()).collect()
}

/// A copy of a source; its first byte says what it is called.
pub fn copies(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = ["copy.html", "copy.pdf", "copy.md", "copy.txt"][usize::from(first % 4)];
    let Ok(copy) = read_copy(name, bytes) else { return };
    let mut end = 0;
    for block in &copy.blocks {
        assert!(block.range.start >= end, "blocks overlap: {block:?}");
        assert!(copy.text.get(block.range.clone()).is_some_and(|words| !words.is_empty()), "{block:?}");
        end = block.range.end;
    }
    for (nth, _) in copy.blocks.iter().enumerate().take(50) {
        if let Some(paragraph) = copy.paragraph(nth + 1) {
            assert_eq!(copy.paragraph_at(paragraph.start), Some(nth + 1));
        }
    }
    assert!(read_copy(name, bytes).as_ref() == Ok(&copy), "read the same twice");
}

/// `evidence.lock`: what is read from it is written again and says the same.
pub fn evidence_lock(data: &[u8]) {
    let Some(written) = text(data) else { return };
    let written = file("evidence.lock", written);
    let lock = parse_lock(&written);
    have_places(&lock.diagnostics, std::slice::from_ref(&written));
    let again = file("evidence.lock", &lock_file(&lock.value));
    let read = parse_lock(&again);
    assert!(read.diagnostics.is_empty(), "{:?} of {}", read.diagnostics, again.text);
    assert_eq!(read.value, lock.value);
    assert_eq!(lock_file(&read.value), *again.text);
}
