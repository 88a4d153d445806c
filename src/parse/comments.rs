//! `%% private %%` comments: taken out before anything else looks at a body.
//!
//! A comment is inert in code, so what is code has to be known first; but a comment can hold back-ticks, and
//! taking it out can change what is code. The rule is therefore: parse, take the first `%%` that stands outside
//! code, take everything up to the next `%%` out, and look again from there. Where only a few words in the middle
//! of a line went, nothing about code can have changed and the parse is kept.
//!
//! Whatever is unsure is hidden: an unclosed comment hides the rest of the body, and so does a body with so many
//! structural comments that looking again would take too long.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::markdown::options;
use crate::text::Span;

/// How often a body is parsed again to tell comments from code, at most.
const MAX_PARSES: usize = 200;

/// A body without its comments, and how to find its words in the file again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyText {
    /// The text, where something was taken out; otherwise the file's own is used.
    cleaned: Option<Box<str>>,
    /// Where the body begins and ends in the file.
    range: Range<usize>,
    /// Cuts in order: (offset in the cleaned text, bytes taken out up to there).
    cuts: Vec<(usize, usize)>,
}

/// What was wrong with the comments of a body; places are spans of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommentProblem {
    /// Opened here, never closed.
    Unclosed(Span),
    /// From here on too many to tell apart.
    TooMany(Span),
}

impl BodyText {
    /// The body in `range` of `file`, with its comments taken out.
    #[must_use]
    pub fn new(file: &str, range: Range<usize>) -> (Self, Option<CommentProblem>) {
        let whole = Self { cleaned: None, range: range.clone(), cuts: Vec::new() };
        let body = &file[range];
        if body.contains("%%") || has_private_callout(body) {
            whole.without_comments(body)
        } else {
            (whole, None)
        }
    }

    /// The text without comments; `file` is the text it was made from.
    #[must_use]
    pub fn text<'a>(&'a self, file: &'a str) -> &'a str {
        self.cleaned.as_deref().unwrap_or_else(|| &file[self.range.clone()])
    }

    /// The place in the file of a range of the text.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Span {
        let start = self.in_file(range.start, false);
        let end = self.in_file(range.end, true);
        Span::new(start, end.max(start))
    }

    /// An offset of the text in the file. What ends exactly where a cut was made ends before the cut.
    fn in_file(&self, offset: usize, is_end: bool) -> usize {
        let index = self.cuts.partition_point(|(at, _)| if is_end { *at < offset } else { *at <= offset });
        let removed = if index == 0 { 0 } else { self.cuts[index - 1].1 };
        self.range.start + offset + removed
    }

    fn without_comments(mut self, body: &str) -> (Self, Option<CommentProblem>) {
        let mut text = body.to_owned();
        let mut removed = 0;
        let mut from = 0;
        let mut problem = None;
        let mut inert = code_ranges(&text);
        let mut parses = 1;
        while let Some((open, end)) = next_comment(&text, from, &inert) {
            let place = Span::new(self.range.start + removed + open, self.range.start + removed + open + 2);
            let Some(end) = end else {
                problem = Some(CommentProblem::Unclosed(place));
                text.truncate(open);
                break;
            };
            let cut = whole_lines(&text, open..end);
            let structural = is_structural(&text, &cut);
            if structural && parses == MAX_PARSES {
                problem = Some(CommentProblem::TooMany(place));
                text.truncate(open);
                break;
            }
            text.replace_range(cut.clone(), "");
            removed += cut.len();
            self.cuts.push((cut.start, removed));
            from = cut.start;
            if structural {
                inert = code_ranges(&text);
                parses += 1;
            } else {
                for range in inert.iter_mut().filter(|range| range.code.start >= cut.end) {
                    range.code = range.code.start - cut.len()..range.code.end - cut.len();
                }
            }
        }
        self.cleaned = Some(text.into());
        (self, problem)
    }
}

/// A stretch that is code, or that is private as a whole.
struct Marked {
    code: Range<usize>,
    private: bool,
}

/// The next stretch to take out at or after `from`: a comment (its end is `None` when it never closes) or a
/// private callout.
fn next_comment(text: &str, from: usize, marked: &[Marked]) -> Option<(usize, Option<usize>)> {
    let callout =
        marked.iter().find(|range| range.private && range.code.start >= from).map(|range| range.code.clone());
    let comment = text[from..]
        .match_indices("%%")
        .map(|(at, _)| from + at)
        .find(|at| !marked.iter().any(|range| !range.private && range.code.contains(at)));
    match (comment, callout) {
        (Some(comment), Some(callout)) if callout.start < comment => Some((callout.start, Some(callout.end))),
        (None, Some(callout)) => Some((callout.start, Some(callout.end))),
        (Some(open), _) => Some((open, text[open + 2..].find("%%").map(|at| open + 2 + at + 2))),
        (None, None) => None,
    }
}

/// A comment that fills its lines goes with them, so that it leaves no gap in a paragraph.
fn whole_lines(text: &str, cut: Range<usize>) -> Range<usize> {
    if text[cut.clone()].ends_with('\n') {
        return cut;
    }
    let line_start = text[..cut.start].rfind('\n').map_or(0, |at| at + 1);
    let alone_before = text[line_start..cut.start].trim().is_empty();
    let rest = &text[cut.end..];
    let line_end = rest.find('\n').map_or(rest.len(), |at| at + 1);
    let alone_after = rest[..line_end].trim().is_empty();
    if alone_before && alone_after { line_start..cut.end + line_end } else { cut }
}

/// Whether taking this out can change what is code elsewhere.
fn is_structural(text: &str, cut: &Range<usize>) -> bool {
    let line_start = text[..cut.start].rfind('\n').map_or(0, |at| at + 1);
    let begins_line = text[line_start..cut.start].trim().is_empty();
    begins_line || text[cut.clone()].contains(['\n', '`', '~', '<', '>', '[', ']', '|', '\\', '*', '_'])
}

fn has_private_callout(body: &str) -> bool {
    body.as_bytes().windows(10).any(|window| window.eq_ignore_ascii_case(b"[!private]"))
}

fn code_ranges(text: &str) -> Vec<Marked> {
    let mut ranges = Vec::new();
    let mut quotes = Vec::new();
    let mut after_quote = false;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let opens_quote = matches!(event, Event::Start(Tag::BlockQuote(_)));
        match event {
            Event::Code(_) => ranges.push(Marked { code: range, private: false }),
            Event::Start(Tag::CodeBlock(_)) => ranges.push(Marked { code: range, private: false }),
            Event::Start(Tag::BlockQuote(_)) => quotes.push(range),
            Event::End(TagEnd::BlockQuote(_)) => {
                quotes.pop();
            }
            Event::Start(Tag::Paragraph) if after_quote => {
                let private =
                    text[range].get(..10).is_some_and(|start| start.eq_ignore_ascii_case("[!private]"));
                if private && let Some(quote) = quotes.last() {
                    ranges.push(Marked { code: quote.clone(), private: true });
                }
            }
            _ => {}
        }
        after_quote = opens_quote;
    }
    ranges.sort_by_key(|marked| marked.code.start);
    ranges
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cleaned(body: &str) -> String {
        let (text, _) = BodyText::new(body, 0..body.len());
        text.text(body).to_owned()
    }

    #[test]
    fn comments_go_and_code_stays() {
        for (body, expected) in [
            ("a %%secret%% b", "a  b"),
            ("one\n%% secret %%\ntwo", "one\ntwo"),
            ("one\n\n%%\nsecret\n\nmore\n%%\n\ntwo", "one\n\n\ntwo"),
            ("`%%` and %%secret%% and `%%`", "`%%` and  and `%%`"),
            ("```\n%%kept%%\n```\n%%gone%%", "```\n%%kept%%\n```\n"),
            ("%%a ` b%% `%%kept%%`", " `%%kept%%`"),
            ("` %%secret%%\n\n`", "` \n\n`"),
            ("a %%secret\n\nrest", "a "),
            ("> [!private] x\n> secret\n\nb", "\nb"),
            ("> a\n> > [!PRIVATE]\n> > secret\n\nb", "> a\n> \nb"),
        ] {
            assert_eq!(cleaned(body), expected, "{body:?}");
        }
    }

    #[test]
    fn places_lead_back_into_the_file() {
        let file = "---\n---\na %%x%% bcd %%y%% ef";
        let (text, problem) = BodyText::new(file, 8..file.len());
        assert_eq!(problem, None);
        let clean = text.text(file).to_owned();
        for word in ["a", "bcd", "ef"] {
            let at = clean.find(word).unwrap();
            let place = text.place(at..at + word.len());
            assert_eq!(&file[place.range()], word);
        }
    }

    #[test]
    fn an_unclosed_comment_hides_the_rest() {
        let file = "kept %% secret";
        let (text, problem) = BodyText::new(file, 0..file.len());
        assert_eq!(text.text(file), "kept ");
        assert_eq!(problem, Some(CommentProblem::Unclosed(Span::new(5, 7))));
    }

    proptest! {
        /// Whatever stands between, nothing outside code in the result can still be a comment.
        #[test]
        fn no_comment_survives_outside_code(body in "[%`~ a\n>*\\[\\]|-]{0,60}") {
            let clean = cleaned(&body);
            let code = code_ranges(&clean);
            for (at, _) in clean.match_indices("%%") {
                prop_assert!(code.iter().any(|range| range.code.contains(&at)), "{clean:?}");
            }
        }
    }
}
