//! Where a piece of a quotation may begin and end in a copy: at places where a cut cannot turn the meaning.
//!
//! A place is judged by what stands on both sides of it in the normalised copy, whatever the piece is. It is refused
//!
//! - inside a word. Han, Kana, Thai, Lao, Khmer and Myanmar write no spaces: there any place between letters will do;
//! - inside a number: `1.5`, `1,012`, `12:30`, `10 000`, between a sign and its number. `5` is not `-5`;
//! - inside a hyphenated compound, also where a line ended in the hyphen: `existent` is not `non-existent`. En and em
//!   dashes part words, but not two numbers: `20 people` is not `10–20 people`;
//! - inside a name with dots: `example.org` is not `mail.example.org`. A stop before a capital ends a sentence whose
//!   space was lost;
//! - at `'t` and after the French `n'`, which negate. Other apostrophes part: `Kaspersky` stands in `Kaspersky's`,
//!   `accord` in `l'accord`. In other scripts than Latin an apostrophe is a letter;
//! - before a combining mark, and around joiners.

use unicode_normalization::char::is_combining_mark;

use super::normalise::Normalised;

/// Whether a piece may begin or end here.
pub(super) fn is_boundary(copy: &Normalised, at: usize) -> bool {
    let text = copy.as_str();
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let (Some(left), Some(right)) = (last(before), first(after)) else { return true };
    if is_combining_mark(right) || is_joiner(right) || is_joiner(left) {
        return false;
    }
    let in_word = is_word(left) && is_word(right) && !writes_no_spaces(left) && !writes_no_spaces(right);
    !in_word
        && !in_number(before, after)
        && !in_compound(copy, at)
        && !in_dotted_name(before, after)
        && !in_contraction(before, after)
}

/// Whether a character is part of words or numbers.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining_mark(c) || is_joiner(c)
}

/// Whether a character is of a script that writes words without spaces between them.
pub(super) fn writes_no_spaces(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{EFF}'                           // Thai, Lao
        | '\u{1000}'..='\u{109F}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}' // Myanmar
        | '\u{1780}'..='\u{17FF}'                       // Khmer
        | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}'
        | '\u{3038}'..='\u{303B}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'                         // Han
        | '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}'
        | '\u{1B000}'..='\u{1B16F}'                     // Kana
    )
}

fn in_number(before: &str, after: &str) -> bool {
    let (left, second_left) = (last(before), before.chars().rev().nth(1));
    let (right, second_right) = (first(after), after.chars().nth(1));
    let digit = |c: Option<char>| c.is_some_and(is_digit);
    let joins = |c: Option<char>| {
        c.is_some_and(|c| matches!(c, '.' | ',' | ':' | '/' | '\'' | '·' | '\u{66B}' | '\u{66C}'))
    };
    // A sign, or the point of a fraction below one, has nothing before it that it could belong to.
    let opens = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([\"'=<>~≈$€£".contains(c));
    let signed = matches!(left, Some('-' | '.')) && opens(second_left);
    let grouped = match (left, right) {
        (Some(' '), _) => is_grouped(&before[..before.len() - 1], after),
        (_, Some(' ')) => is_grouped(before, &after[1..]),
        _ => false,
    };
    digit(left) && digit(right)
        || digit(left) && joins(right) && digit(second_right)
        || digit(right) && (joins(left) && digit(second_left) || signed)
        || grouped
}

/// Whether a space between these is within a number: `10 000`.
fn is_grouped(before: &str, after: &str) -> bool {
    let digits = before.chars().rev().take(4).take_while(|c| c.is_numeric()).count();
    (1..=3).contains(&digits) && after.chars().take(4).take_while(|c| c.is_numeric()).count() == 3
}

/// Digits of any script; of Han numerals, those that are only numerals.
fn is_digit(c: char) -> bool {
    c.is_numeric() || "一二三四五六七八九十百千万萬億亿兆零".contains(c)
}

fn in_compound(copy: &Normalised, at: usize) -> bool {
    let text = copy.as_str();
    let joins = |hyphen: usize| {
        let (before, rest) = text.split_at(hyphen);
        let Some(after) = rest.strip_prefix('-') else { return false };
        let after = if copy.breaks_line(hyphen + 1) { after.trim_start_matches(' ') } else { after };
        let (left, right) = (last(before), first(after));
        let in_range = left.is_some_and(is_digit) && right.is_some_and(is_digit);
        (in_range || !copy.parts_words(hyphen)) && left.is_some_and(is_word) && right.is_some_and(is_word)
    };
    let before = &text[..at];
    if before.ends_with("- ") {
        return copy.breaks_line(at - 1) && joins(at - 2);
    }
    text[at..].starts_with('-') && joins(at) || before.ends_with('-') && joins(at - 1)
}

fn in_dotted_name(before: &str, after: &str) -> bool {
    let dotted = |before: &str, after: &str| {
        last(before).is_some_and(is_word) && first(after).is_some_and(char::is_lowercase)
    };
    after.strip_prefix('.').is_some_and(|after| dotted(before, after))
        || before.strip_suffix('.').is_some_and(|before| dotted(before, after))
}

fn in_contraction(before: &str, after: &str) -> bool {
    let negates = |before: &str, after: &str| {
        let (Some(left), Some(right)) = (last(before), first(after)) else { return false };
        if !left.is_alphabetic() && !is_combining_mark(left) || !right.is_alphabetic() {
            return false;
        }
        let ends = |mut rest: std::str::Chars<'_>| !rest.next().is_some_and(is_word);
        let not = matches!(right, 't' | 'T') && ends(after[1..].chars());
        let ne =
            matches!(left, 'n' | 'N') && !before[..before.len() - 1].chars().next_back().is_some_and(is_word);
        not || ne || !is_latin(left) || !is_latin(right)
    };
    after.strip_prefix('\'').is_some_and(|after| negates(before, after))
        || before.strip_suffix('\'').is_some_and(|before| negates(before, after))
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{AA}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
        || is_combining_mark(c)
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

fn last(text: &str) -> Option<char> {
    text.chars().next_back()
}
