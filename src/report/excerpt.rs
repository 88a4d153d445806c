//! The few source lines that show a problem, cut to what a screen can hold.
//!
//! Lines of prose are long, and a file can be one line of ten megabytes. So of every line only the surroundings
//! of the marked words are kept, `…` stands for the rest, and the marks move along. What comes out is small
//! whatever went in, and costs as much.

use std::ops::Range;

use super::sources::Found;
use super::visible;
use crate::text::LineIndex;

/// Characters kept on either side of marked words; the renderer cuts them to the terminal.
const AROUND: usize = 200;

/// Marked words over more lines than this show only the first of them.
const MOST_LINES: usize = 100;

/// Lines after the first marked one that the renderer may draw.
const FIRST_LINES: usize = 4;

/// How much of the lines is cut out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    /// Characters that stay of long marked words, at either end.
    pub inside: usize,
    /// Characters that stay before and after marked words.
    pub around: usize,
}

impl Cut {
    /// The cut for a terminal of so many columns; `bare` shows nothing but the marked words.
    pub(super) fn new(width: usize, bare: bool) -> Self {
        Self { inside: (width / 4).max(8), around: if bare { 0 } else { AROUND } }
    }
}

/// Consecutive lines with marks on them.
#[derive(Debug, Default)]
pub(super) struct Excerpt {
    /// The lines, safe to print. The ones that nothing shows are empty.
    pub source: String,
    /// The number of the first line.
    pub first_line: usize,
    /// The number of the last line.
    pub last_line: usize,
    /// Where the given words stand in `source`, in the order given.
    pub marks: Vec<Range<usize>>,
}

/// Words shortened to their first line where they run over too many, with the last line's number in that case.
pub(super) fn shortened(found: Found<'_>) -> (Found<'_>, Option<usize>) {
    if found.end.line - found.start.line < MOST_LINES {
        return (found, None);
    }
    let first = found.start.line;
    let end = found.index.line(first).end;
    (Found::new(found.index, found.range.start..end), Some(found.end.line))
}

/// Whether two marked words of one file fit into one excerpt.
pub(super) fn near(one: &Found<'_>, other: &Found<'_>) -> bool {
    std::ptr::eq(one.index, other.index)
        && one.start.line.abs_diff(other.start.line) <= MOST_LINES
        && one.end.line.abs_diff(other.end.line) <= MOST_LINES
}

/// Cut out the lines of these words, all of one text and near each other.
pub(super) fn cut_out(words: &[Found<'_>], cut: Cut) -> Excerpt {
    let Some(index) = words.first().map(|found| found.index) else { return Excerpt::default() };
    let first_line = words.iter().map(|found| found.start.line).min().unwrap_or(1);
    let last_line = words.iter().map(|found| found.end.line).max().unwrap_or(1);
    let mut excerpt = Excerpt { first_line, last_line, ..Excerpt::default() };
    let mut marks = vec![(0, 0); words.len()];
    for number in first_line..=last_line {
        if number > first_line {
            excerpt.source.push('\n');
        }
        if !is_drawn(number, words) {
            continue;
        }
        let line = Line::cut(index, number, words, cut);
        let at = excerpt.source.len();
        for (found, mark) in words.iter().zip(&mut marks) {
            if found.start.line == number {
                mark.0 = at + line.shown_until(found.range.start).len();
            }
            if found.end.line == number {
                mark.1 = at + line.shown_until(found.range.end).len();
            }
        }
        excerpt.source.push_str(&line.shown_until(line.whole.end));
    }
    if excerpt.source.is_empty() || excerpt.source.ends_with('\n') {
        // An empty last line is no line for the renderer: it would point at the one before.
        excerpt.source.push(' ');
    }
    excerpt.marks = marks.into_iter().map(|(start, end)| start..end.max(start)).collect();
    excerpt
}

/// Whether the renderer may draw this line: it draws the first and the last marked ones, a few inside, and a
/// single line between two drawn ones.
fn is_drawn(number: usize, words: &[Found<'_>]) -> bool {
    words.iter().any(|found| {
        let (start, end) = (found.start.line, found.end.line);
        (start.saturating_sub(1)..=(start + FIRST_LINES).min(end + 1)).contains(&number)
            || (end.saturating_sub(1)..=end + 1).contains(&number)
    })
}

/// One line as the pieces that are kept.
struct Line<'a> {
    text: &'a str,
    whole: Range<usize>,
    pieces: Vec<Range<usize>>,
}

impl<'a> Line<'a> {
    fn cut(index: &LineIndex<'a>, number: usize, words: &[Found<'_>], cut: Cut) -> Self {
        let text = index.text();
        let whole = index.line(number);
        let mut pieces = Vec::new();
        for found in words.iter().filter(|found| found.start.line <= number && number <= found.end.line) {
            let start = found.range.start.max(whole.start);
            let end = found.range.end.min(whole.end).max(start);
            pieces.push(
                back(text, start, cut.around).max(whole.start)..forth(text, start, cut.inside).min(end),
            );
            pieces.push(back(text, end, cut.inside).max(start)..forth(text, end, cut.around).min(whole.end));
        }
        if pieces.is_empty() && cut.around > 0 {
            pieces.push(whole.start..forth(text, whole.start, cut.around).min(whole.end));
        }
        pieces.sort_by_key(|piece| (piece.start, piece.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for piece in pieces {
            match joined.last_mut() {
                Some(last) if piece.start <= last.end => last.end = last.end.max(piece.end),
                _ => joined.push(piece),
            }
        }
        Self { text, whole, pieces: joined }
    }

    /// The line as it is shown, as far as a byte of the text that is its end or in one of the pieces: the pieces,
    /// with `…` for what lies before, between and after them.
    fn shown_until(&self, until: usize) -> String {
        let mut shown = String::new();
        let mut at = self.whole.start;
        for piece in self.pieces.iter().take_while(|piece| piece.start <= until) {
            if piece.start > at {
                shown.push('…');
            }
            at = piece.end.min(until);
            shown.push_str(&visible::source(&self.text[piece.start..at]));
        }
        if at < until {
            shown.push('…');
        }
        shown
    }
}

/// The place so many characters before `at`.
fn back(text: &str, at: usize, characters: usize) -> usize {
    if characters == 0 {
        return at;
    }
    text[..at].char_indices().rev().nth(characters - 1).map_or(0, |(at, _)| at)
}

/// The place so many characters after `at`.
fn forth(text: &str, at: usize, characters: usize) -> usize {
    text[at..].char_indices().nth(characters).map_or(text.len(), |(by, _)| at + by)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut_one(text: &str, range: Range<usize>, cut: Cut) -> Excerpt {
        cut_out(&[Found::new(&LineIndex::new(text), range)], cut)
    }

    #[test]
    fn keeps_the_ends_of_long_words_and_a_little_around() {
        let text = "0123456789 abcdefghijklmnopqrstuvwxyz 0123456789";
        let excerpt = cut_one(text, 11..37, Cut { inside: 3, around: 4 });
        assert_eq!(excerpt.source, "…789 abc…xyz 012…");
        assert_eq!(&excerpt.source[excerpt.marks[0].clone()], "abc…xyz");
    }

    #[test]
    fn shows_nothing_but_the_words_when_bare() {
        let excerpt = cut_one("secret [[a]] secret", 7..12, Cut::new(80, true));
        assert_eq!(excerpt.source, "…[[a]]…");
    }

    #[test]
    fn an_empty_last_line_is_a_line() {
        let excerpt = cut_one("a\n", 2..2, Cut::new(80, false));
        assert_eq!((excerpt.source.as_str(), excerpt.first_line, excerpt.marks[0].clone()), (" ", 2, 0..0));
    }

    proptest! {
        #[test]
        fn the_marks_stand_on_the_words(
            before in "[a é\u{1b}\n]{0,40}",
            words in "[b東\u{202e}]{1,12}",
            after in "[a é\u{1b}\n]{0,40}",
            around in 0usize..20,
        ) {
            let text = format!("{before}{words}{after}");
            let excerpt = cut_one(&text, before.len()..before.len() + words.len(), Cut { inside: 12, around });
            prop_assert_eq!(&excerpt.source[excerpt.marks[0].clone()], &*visible::source(&words));
            prop_assert_eq!(excerpt.first_line, before.matches('\n').count() + 1);
        }
    }
}
