//! Whatever is changed in a quotation, it is refused; whatever only looks different, is found.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::super::normalise::Normalised;
use super::super::{Quote, SearchText};

/// A text of words that occur once each, and a stretch of it: the words, where the stretch begins, how long it is.
fn texts() -> impl Strategy<Value = (Vec<String>, usize, usize)> {
    let word =
        prop::sample::select(vec!["été", "Not", "mur", "ça", "straße", "x", "naïve", "Ωmega", "слово"]);
    let words = prop::collection::vec(word, 4..40);
    words
        .prop_flat_map(|words| {
            let count = words.len();
            // A letter at the end makes each word the only one: `a`, `b`, … after the word and a mark of its own.
            let words: Vec<_> =
                words.iter().enumerate().map(|(nth, word)| format!("{word}{}", letters(nth))).collect();
            (Just(words), 0..count - 3, 3..count)
        })
        .prop_map(|(words, from, length)| {
            let length = length.min(words.len() - from);
            (words, from, length)
        })
}

/// A number in letters, so that it is part of the word and no digit.
fn letters(number: usize) -> String {
    number.to_string().chars().map(|digit| char::from(b'a' + digit as u8 - b'0')).chain(['z']).collect()
}

/// Other spellings of the same: spaces, forms, marks.
fn respelt(words: &str, how: u8) -> String {
    let words: String = if how & 1 == 0 { words.nfd().collect() } else { words.to_owned() };
    let words = if how & 2 == 0 { words.replace(' ', "\u{A0}\n ") } else { words };
    if how & 4 == 0 { words.replace('z', "z\u{AD}") } else { words }
}

fn finds(copy: &str, words: &str) -> bool {
    SearchText::new(copy).find(&Quote::read(words).unwrap()).is_some()
}

fn normal(words: &str) -> String {
    Normalised::new(words).as_str().to_owned()
}

proptest! {
    #[test]
    fn what_was_cut_out_is_found_where_it_was((words, from, length) in texts(), how in any::<[u8; 2]>()) {
        let copy = respelt(&words.join(" "), how[0]);
        let quoted = words[from..from + length].join(" ");
        let quote = Quote::read(&respelt(&quoted, how[1])).unwrap();
        let text = SearchText::new(&copy);
        let places = text.find(&quote).unwrap();
        prop_assert_eq!(places.len(), 1);
        prop_assert_eq!(normal(&copy[places[0].clone()]), normal(&quoted));
        let before = normal(&copy[..places[0].start]);
        prop_assert_eq!(before.split_whitespace().count(), from);
    }

    #[test]
    fn a_changed_word_is_refused((words, from, length) in texts(), nth in any::<prop::sample::Index>(), change in 0..8) {
        let copy = words.join(" ");
        let mut quoted = words[from..from + length].to_vec();
        let at = nth.index(length);
        let inner = 1 + nth.index(length - 2);
        match change {
            0 => quoted[at] = "other".to_owned(),
            1 => { quoted.remove(inner); }
            2 => quoted.insert(inner, "other".to_owned()),
            3 => quoted.swap(inner, inner - 1),
            4 => quoted.insert(inner, "not".to_owned()),
            5 => quoted[at] = format!("{}\u{301}", quoted[at]),
            6 => quoted[at] = quoted[at].replace('z', "Z"),
            _ => _ = quoted[at].pop(),
        }
        prop_assert!(!finds(&copy, &quoted.join(" ")));
    }

    #[test]
    fn a_changed_digit_is_refused(numbers in prop::collection::btree_set(10_000u32..99_999, 3..20), place in 0..5u32, to in 1..10u32) {
        let words = |numbers: &[u32]| numbers.iter().map(|n| format!("{} has {n}", letters(*n as usize))).collect::<Vec<_>>().join(" and ");
        let numbers: Vec<_> = numbers.into_iter().collect();
        let copy = words(&numbers);
        let number = numbers[1];
        let name = letters(number as usize);
        let unit = 10u32.pow(place);
        let changed = number - number / unit % 10 * unit + (number / unit + to) % 10 * unit;
        let (right, wrong) = (format!("{name} has {number}"), format!("{name} has {changed}"));
        prop_assert!(finds(&copy, &right));
        prop_assert!(!finds(&copy, &wrong));
        let shorter = &right[..right.len() - 1];
        prop_assert!(!finds(&copy, shorter));
    }

    #[test]
    fn a_dropped_negation_is_refused((words, from, length) in texts(), nth in any::<prop::sample::Index>(), which in 0..4usize) {
        let inner = from + 1 + nth.index(length - 2);
        let [mut copy, mut quoted] = [words.clone(), words];
        let (there, here) = [(" not", ""), ("n't", ""), (" non-", " "), (" n’", " ")][which];
        let join = |words: &mut Vec<String>, with: &str| {
            let word = words.remove(inner);
            words[inner - 1] = format!("{}{with}{}{word}", words[inner - 1], if which < 2 { " " } else { "" });
        };
        join(&mut copy, there);
        join(&mut quoted, here);
        let quoted = quoted[from..from + length - 1].join(" ");
        prop_assert!(!finds(&copy.join(" "), &quoted));
        let head = quoted.split(' ').skip(inner - from).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(finds(&copy.join(" "), &head), which < 2);
    }

    #[test]
    fn pieces_in_order_are_found_and_out_of_order_are_not((words, from, length) in texts()) {
        let (copy, quoted) = (words.join(" "), &words[from..from + length]);
        let (first, last) = (&quoted[0], &quoted[length - 1]);
        let words = format!("{first} […] {last}");
        prop_assert!(finds(&copy, &words));
        let words = format!("{last} […] {first}");
        prop_assert!(!finds(&copy, &words));
        let words = format!("{first} [was] {last}");
        prop_assert!(!finds(&copy, &words));
    }

    #[test]
    fn nothing_panics(copy in "\\PC{0,60}", words in "\\PC{0,30}", tricky in TRICKY, other in TRICKY, at in 0..70usize, to in 0..70usize) {
        for copy in [copy, tricky] {
            let text = SearchText::new(&copy);
            for words in [&words, &other] {
                for place in text.select("", words, "").into_iter().chain(text.select(words, "a", words)) {
                    prop_assert!(copy.get(place).is_some());
                }
                let Ok(quote) = Quote::read(words) else { continue };
                for place in text.find(&quote).into_iter().chain(text.find_within(&quote, at..to)).flatten() {
                    prop_assert!(copy.get(place).is_some());
                }
                if let Some(near) = text.nearest(&quote) {
                    prop_assert!(copy.get(near.passage).is_some() && copy.get(near.in_passage).is_some());
                    prop_assert!(words.get(near.in_quote).is_some());
                }
            }
        }
    }

    #[test]
    fn normalising_twice_is_normalising_once(text in TRICKY, other in "\\PC{0,40}") {
        for words in [text, other] {
            prop_assert_eq!(normal(&normal(&words)), normal(&words));
            if let Ok(quote) = Quote::read(&words) {
                let again = Quote::read(quote.normalised()).unwrap();
                prop_assert_eq!(again.normalised(), quote.normalised());
            }
        }
    }
}

/// Texts of what the rules speak of.
pub(super) const TRICKY: &str = "([a-bnst1-2 ]|[ '’.,\\-–—\n]|\u{301}|\u{323}|é|\u{AD}|\u{A0}|\u{1100}|\u{1161}|\\[|\\]|\\[…\\]|\\[a\\]|”|東|す|کि|\u{200D}|\u{344}|\u{FB1D}|ß){0,24}";
