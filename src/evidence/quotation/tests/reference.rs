//! The same answers as a matcher that tries every stretch of a small text, and knows nothing of maps and searches.

use std::ops::Range;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::super::{Quote, SearchText};

/// The text in normal form, by the words of the rule.
fn normal(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !"\u{AD}\u{200B}\u{2060}\u{FEFF}".contains(*c)).collect();
    let mut out = String::new();
    for c in kept.nfc() {
        let c = match c {
            _ if "“”„‟«»″".contains(c) => '"',
            _ if "‘’‚‛‹›′".contains(c) => '\'',
            _ if "‐‑‒–—―−".contains(c) => '-',
            _ if c.is_whitespace() => ' ',
            _ => c,
        };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// Whether nothing that belongs together is cut between these, for the characters of `texts`.
fn parts(before: &str, after: &str) -> bool {
    let [before, after]: [Vec<char>; 2] = [before, after].map(|text| {
        text.chars()
            .filter(|c| *c != '\u{AD}')
            .flat_map(|c| if c == 'é' { vec!['e', '\u{301}'] } else { vec![c] })
            .collect()
    });
    let left = |nth: usize| before.len().checked_sub(nth).map_or('\0', |at| before[at]);
    let right = |nth: usize| after.get(nth - 1).copied().unwrap_or('\0');
    let letter = |c: char| "abnste\u{301}".contains(c);
    let digit = |c: char| "12".contains(c);
    let word = |c: char| letter(c) || digit(c);
    let space = |c: char| " \n\u{A0}".contains(c);
    let mark = right(1) == '\u{301}';
    let inside = word(left(1)) && word(right(1));
    let point = |c: char| ".,’".contains(c);
    let number = digit(left(1)) && point(right(1)) && digit(right(2))
        || digit(left(2)) && point(left(1)) && digit(right(1))
        || "-–—.".contains(left(1)) && " \n\u{A0}’\0".contains(left(2)) && digit(right(1));
    let dash = |c: char| "-–—".contains(c);
    // `x-y`, and `x-` at the end of a line before `y`: the cut is before or behind the hyphen or the line break.
    let tail: String = before.iter().collect();
    let head: String = after.iter().collect();
    let (tail_cut, head_cut) = (tail.trim_end_matches(space), head.trim_start_matches(space));
    let (tail_space, head_space) = (&tail[tail_cut.len()..], &head[..head.len() - head_cut.len()]);
    let run =
        |mut chars: Box<dyn Iterator<Item = char> + '_>| chars.by_ref().take_while(|c| digit(*c)).count();
    let grouped = tail_space.len() + head_space.len() > 0
        && (1..=3).contains(&run(Box::new(tail_cut.chars().rev())))
        && run(Box::new(head_cut.chars())) == 3;
    let compound = {
        let in_front = tail_cut.strip_suffix('-').is_some_and(|start| start.ends_with(word))
            && head_cut.starts_with(word)
            && match (tail_space, head_space) {
                ("", "") => true,
                (a, b) => a.contains('\n') || b.contains('\n'),
            };
        let behind = head.strip_prefix('-').is_some_and(|rest| {
            let trimmed = rest.trim_start_matches(space);
            let gap = &rest[..rest.len() - trimmed.len()];
            trimmed.starts_with(word) && (gap.is_empty() || gap.contains('\n'))
        }) && word(left(1));
        in_front || behind
    };
    // The same between two numbers, with a dash of any length.
    let range = {
        let gap = |space: &str| space.is_empty() || space.contains('\n');
        let in_front = tail_cut.strip_suffix(dash).is_some_and(|start| start.ends_with(digit))
            && head_cut.starts_with(digit)
            && (tail_space.len() + head_space.len() == 0
                || tail_space.contains('\n')
                || head_space.contains('\n'));
        let behind = digit(left(1))
            && head.strip_prefix(dash).is_some_and(|rest| {
                let trimmed = rest.trim_start_matches(space);
                trimmed.starts_with(digit) && gap(&rest[..rest.len() - trimmed.len()])
            });
        in_front || behind
    };
    let dotted = word(left(1)) && right(1) == '.' && letter(right(2))
        || word(left(2)) && left(1) == '.' && letter(right(1));
    let not = letter(left(1)) && right(1) == '’' && right(2) == 't' && !word(right(3))
        || letter(left(2)) && left(1) == '’' && right(1) == 't' && !word(right(2));
    let ne = left(1) == 'n' && !word(left(2)) && right(1) == '’' && letter(right(2))
        || left(2) == 'n' && !word(left(3)) && left(1) == '’' && letter(right(1));
    before.is_empty()
        || after.is_empty()
        || !(mark || inside || number || range || grouped || compound || dotted || not || ne)
}

/// Every stretch of the text that is the piece, without invisible characters and half runs of space at its ends.
fn places(text: &str, piece: &str) -> Vec<Range<usize>> {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut found = Vec::new();
    for &from in &ends {
        for &to in ends.iter().filter(|to| **to > from) {
            let stretch = &text[from..to];
            let hidden = stretch.starts_with('\u{AD}') || stretch.ends_with('\u{AD}');
            if !hidden
                && normal(stretch) == piece
                && parts(&text[..from], &text[from..])
                && parts(&text[..to], &text[to..])
            {
                found.push(from..to);
            }
        }
    }
    found
}

const TEXTS: &str = "([a-b]|n|s|t|1|2|[ab]| | |  |\n|\u{A0}|’|\\.|,|-|–|—|e\u{301}|é|\u{AD}){0,20}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn one_piece_is_found_where_the_reference_finds_it_first(text in TEXTS, cut in any::<[prop::sample::Index; 2]>()) {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let [one, other] = cut.map(|index| ends[index.index(ends.len())]);
        let Ok(quote) = Quote::read(&text[one.min(other)..one.max(other)]) else { return Ok(()) };
        let expected = places(&text, quote.normalised()).into_iter().min_by_key(|place| (place.start, place.end));
        let found = SearchText::new(&text).find(&quote).map(|places| places[0].clone());
        prop_assert_eq!(found, expected, "{:?}", quote.normalised());
    }

    #[test]
    fn a_place_in_a_range_is_the_first_one_there(text in TEXTS, piece in "[ab12n](’[ts]|e\u{301})?", cut in any::<[prop::sample::Index; 2]>()) {
        let [one, other] = cut.map(|index| index.index(text.len() + 1));
        let within = one.min(other)..one.max(other);
        let places = places(&text, &normal(&piece));
        let inside = places.iter().find(|place| place.start >= within.start && place.end <= within.end);
        let expected = inside.or(places.first()).map(|place| vec![place.clone()]);
        prop_assert_eq!(SearchText::new(&text).find_within(&Quote::read(&piece).unwrap(), within), expected);
    }

    #[test]
    fn two_pieces_are_found_where_the_reference_finds_them_closest(text in TEXTS, pieces in "[ab12n](’[ts])?") {
        let second = "a";
        let quote = Quote::read(&format!("{pieces} […] {second}")).unwrap();
        let (firsts, seconds) = (places(&text, &normal(&pieces)), places(&text, second));
        let last = seconds.iter().filter(|last| firsts.iter().any(|first| first.end <= last.start)).min_by_key(|last| last.end);
        let expected = last.map(|last| {
            let first = firsts.iter().filter(|first| first.end <= last.start).max_by_key(|first| first.start).unwrap();
            vec![first.clone(), last.clone()]
        });
        prop_assert_eq!(SearchText::new(&text).find(&quote), expected);
    }

    #[test]
    fn the_normal_form_is_the_references(text in super::properties::TRICKY) {
        let normalised = super::super::normalise::Normalised::new(&text);
        prop_assert_eq!(normalised.as_str(), normal(&text));
    }
}
