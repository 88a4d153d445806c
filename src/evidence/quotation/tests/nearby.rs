//! What comes nearest to a quotation that is not there.

use super::super::{Quote, SearchText};

const COPY: &str = "The committee met in May. In its view the agency did not tell the minister that 1,200 files \
    were lost. The committee then closed. Nobody told the press.";

/// The passage, and the words that part in the quotation and in it.
fn near(copy: &str, words: &str) -> Option<(String, String, String)> {
    let nearest = SearchText::new(copy).nearest(&Quote::read(words).unwrap())?;
    let [passage, there] = [nearest.passage, nearest.in_passage].map(|range| copy[range].to_owned());
    Some((passage, words[nearest.in_quote].to_owned(), there))
}

#[track_caller]
fn check(words: &str, passage: &str, in_quote: &str, in_passage: &str) {
    let expected = (passage.to_owned(), in_quote.to_owned(), in_passage.to_owned());
    assert_eq!(near(COPY, words), Some(expected), "{words}");
}

#[test]
fn the_first_words_that_part_are_told() {
    check("the agency did tell the minister", "the agency did not tell the minister", "tell", "not");
    check("the agency did not tell its minister", "the agency did not tell the minister", "its", "the");
    check("that 1,300 files were lost", "that 1,200 files were lost.", "1,300", "1,200");
    check("that 200 files were", "that 1,200 files were", "200", "1,200");
    check("Its agency did not tell", "the agency did not tell", "Its", "the");
    check("agency did not ever tell the minister", "agency did not tell the minister", "ever", "tell");
    check("The Committee met", "The committee met", "Committee", "committee");
    check("the minister, that", "the minister that", "minister,", "minister");
    check(
        "the agency [really] did [so] tell the minister",
        "the agency did not tell the minister",
        "tell",
        "not",
    );
    check("[i]ts view the agents did", "its view the agency did", "agents", "agency");
}

#[test]
fn the_first_missing_piece_is_told() {
    check("In its view […] that 1,300 files", "that 1,200 files", "1,300", "1,200");
    check("Nobody told […] The committee met", "The committee met", "The committee met", "The committee met");
}

#[test]
fn what_is_not_near_is_not_shown() {
    assert_eq!(near(COPY, "rain fell on seven villages"), None);
    assert_eq!(near("", "rain"), None);
}

#[test]
fn scripts_without_spaces_are_compared_by_letters() {
    let (passage, quoted, there) = near("昨日彼は東京に行った。今日は雨だ。", "彼は京都に行った").unwrap();
    assert!(passage.contains("彼は東京に行った"), "{passage}");
    assert_eq!((quoted.chars().next(), there.chars().next()), (Some('京'), Some('東')));
}

#[test]
fn a_difference_far_inside_is_told() {
    let words: Vec<String> = (0..300).map(|n| format!("w{n}")).collect();
    let copy = format!("before {} after", words.join(" "));
    let mut other = words.clone();
    other[200] = "changed".to_owned();
    let (passage, quoted, there) = near(&copy, &other.join(" ")).unwrap();
    assert_eq!((quoted.as_str(), there.as_str()), ("changed", "w200"));
    assert!(passage.starts_with("w0 ") && passage.ends_with(" w299"), "{passage}");
}
