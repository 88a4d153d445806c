//! What never leaves the content folder: `%% private %%` comments and `[!private]` callouts, taken out before
//! anything else looks at a body.
//!
//! A comment is inert in code, so what is code has to be known first; but a comment can hold back-ticks, and
//! taking it out can change what is code, also before it. The rule is therefore: parse, take out what is private up
//! to the first cut that can change how the rest reads, and begin again, until a parse finds nothing. Many comments
//! in the middle of their lines so go in one round.
//!
//! Whatever is unsure is hidden, with everything after it: an unclosed comment, also one in HTML; a marker that
//! stands where it makes no callout; so many comments that looking again would take too long.

use std::ops::Range;

use memchr::{memchr2, memmem};

use super::outline::{self, Outline, may_be_doubtful};
use crate::text::Span;

/// How often a body is parsed again to tell comments from code, at most.
const MAX_PARSES: usize = 200;

/// How often what is left may be cut shorter; after that nothing of it is kept.
const MAX_ENDINGS: usize = 20;

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
    /// An HTML comment that Markdown or a browser ends elsewhere.
    UnclosedHtml(Span),
    /// A `[!private]` near here that makes no callout, or half of which is in a comment.
    StrayMarker(Span),
    /// A callout that may have been meant to be private, and was taken out.
    DoubtfulCallout(Span),
    /// From here on too many to tell apart.
    TooMany(Span),
}

impl BodyText {
    /// The body in `range` of `file`, with its comments taken out, and what was wrong with them: of what hid the rest the
    /// first alone.
    #[must_use]
    pub fn new(file: &str, range: Range<usize>) -> (Self, Vec<CommentProblem>) {
        let body = &file[range.clone()];
        if !can_be_private(body) {
            return (Self { cleaned: None, range, cuts: Vec::new() }, Vec::new());
        }
        let mut cleaning = Cleaning::new(body, range.start);
        let text = cleaning.run();
        let Cleaning { kept, problems, .. } = cleaning;
        if text.len() == body.len() {
            return (Self { cleaned: None, range, cuts: Vec::new() }, problems);
        }
        let mut cuts = Vec::new();
        let mut offset = 0;
        for part in kept {
            if part.start > offset {
                cuts.push((offset, part.start - offset));
            }
            offset += part.len();
        }
        (Self { cleaned: Some(text.into()), range, cuts }, problems)
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

    /// How many bytes of the file the body takes, comments included; it ends where the file does.
    #[must_use]
    pub fn length(&self) -> usize {
        self.range.len()
    }

    /// The stretches of the file that were taken out, in order; what lay side by side is one.
    #[must_use]
    pub fn taken_out(&self) -> Vec<Span> {
        let before = std::iter::once(0).chain(self.cuts.iter().map(|(_, removed)| *removed));
        let cuts = self.cuts.iter().zip(before);
        let mut taken: Vec<_> = cuts
            .map(|((at, removed), before)| {
                let start = self.range.start + at + before;
                Span::new(start, start + removed - before)
            })
            .collect();
        // What ends the body leaves nothing behind it to be cut off.
        if let Some(cleaned) = &self.cleaned {
            let end = self.in_file(cleaned.len(), false);
            if end < self.range.end {
                taken.push(Span::new(end, self.range.end));
            }
        }
        taken
    }

    /// An offset of the text in the file. What ends exactly where a cut was made ends before the cut.
    fn in_file(&self, offset: usize, is_end: bool) -> usize {
        let index = self.cuts.partition_point(|(at, _)| if is_end { *at < offset } else { *at <= offset });
        let removed = if index == 0 { 0 } else { self.cuts[index - 1].1 };
        self.range.start + offset + removed
    }
}

/// Whether anything in a body can be a comment or a marker. Nearly all hold `%%` or an exclamation mark, which can be written
/// as a character reference; a body without any of them, as most are, need not be parsed to be told.
fn can_be_private(body: &str) -> bool {
    let bytes = body.as_bytes();
    memchr2(b'!', b'&', bytes).is_some() || memmem::find(bytes, b"%%").is_some() || may_be_doubtful(body)
}

/// A body while things are taken out of it.
struct Cleaning<'a> {
    body: &'a str,
    /// Where the body begins in the file.
    start: usize,
    /// What is left of the body, in order.
    kept: Vec<Range<usize>>,
    problems: Vec<CommentProblem>,
    /// Whether the rest was hidden before its end.
    ended: bool,
}

impl<'a> Cleaning<'a> {
    fn new(body: &'a str, start: usize) -> Self {
        let kept = std::iter::once(0..body.len()).collect();
        Self { body, start, kept, problems: Vec::new(), ended: false }
    }

    fn run(&mut self) -> String {
        let mut round = 1;
        loop {
            let text: String = self.kept.iter().map(|part| &self.body[part.clone()]).collect();
            match next(&text) {
                Found::Nothing => return text,
                Found::Cuts { cuts, doubtful } if round < MAX_PARSES => {
                    for at in doubtful {
                        self.problems.push(CommentProblem::DoubtfulCallout(self.place(at)));
                    }
                    self.cut(&cuts);
                }
                Found::Cuts { cuts, .. } => {
                    let from = cuts.first().map_or(0, |cut| cut.start);
                    self.end(from, from, round, CommentProblem::TooMany);
                }
                Found::Problem { problem, at, from } => self.end(from, at, round, problem),
            }
            round += 1;
        }
    }

    /// Take these stretches of what is left out.
    fn cut(&mut self, cuts: &[Range<usize>]) {
        let mut left = Vec::with_capacity(self.kept.len() + cuts.len());
        let mut cuts = cuts.iter().peekable();
        let mut offset = 0;
        for part in &self.kept {
            let mut at = part.start;
            let end = offset + part.len();
            while let Some(cut) = cuts.peek().filter(|cut| cut.start < end) {
                let first = part.start + cut.start.max(offset) - offset;
                if first > at {
                    left.push(at..first);
                }
                at = part.start + cut.end.min(end) - offset;
                if cut.end > end {
                    break;
                }
                cuts.next();
            }
            if at < part.end {
                left.push(at..part.end);
            }
            offset = end;
        }
        self.kept = left;
    }

    /// Hide everything from `from` on, because of what stands at `at`. Only the first problem is reported: the
    /// others follow from it as often as not.
    fn end(&mut self, from: usize, at: usize, round: usize, problem: fn(Span) -> CommentProblem) {
        if !self.ended {
            self.problems.push(problem(self.place(at)));
            self.ended = true;
        }
        let from = if round > MAX_PARSES + MAX_ENDINGS { 0 } else { from };
        let length = self.kept.iter().map(Range::len).sum();
        self.cut(std::slice::from_ref(&(from..length)));
    }

    /// The file's two characters here.
    fn place(&self, at: usize) -> Span {
        let at = self.in_body(at);
        let mut ends = at + 2..self.body.len();
        let end = ends.find(|end| self.body.is_char_boundary(*end)).unwrap_or(self.body.len());
        Span::new(self.start + at, self.start + end)
    }

    fn in_body(&self, at: usize) -> usize {
        let mut offset = 0;
        for part in &self.kept {
            if at < offset + part.len() {
                return part.start + at - offset;
            }
            offset += part.len();
        }
        self.body.len()
    }
}

/// What is found in a text.
enum Found {
    Nothing,
    /// To be taken out, in order; and where among it something may not have been meant to be private.
    Cuts {
        cuts: Vec<Range<usize>>,
        doubtful: Vec<usize>,
    },
    /// Everything from `from` on is to be hidden, because of what stands at `at`.
    Problem {
        problem: fn(Span) -> CommentProblem,
        at: usize,
        from: usize,
    },
}

/// What has to go first.
fn next(text: &str) -> Found {
    let outline = Outline::read(text);
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let mut quotes = outline.private.iter().peekable();
    let mut at = 0;
    let mut comment = next_open(text, 0, &outline);
    let trouble = loop {
        while quotes.next_if(|quote| quote.start < at).is_some() {}
        if comment.is_some_and(|open| open < at) {
            comment = next_open(text, at, &outline);
        }
        if let Some(quote) = quotes.next_if(|quote| comment.is_none_or(|open| quote.start < open)) {
            // A comment that goes on behind the callout hides what follows it, whichever was meant to end first.
            if let Some(open) = left_open(text, quote, &outline) {
                break Some((CommentProblem::Unclosed as fn(Span) -> _, open, quote.start));
            }
            cuts.push(quote.clone());
            at = quote.end;
            continue;
        }
        let Some(open) = comment else { break None };
        let Some(end) = end_of(text, open) else { break Some((CommentProblem::Unclosed as _, open, open)) };
        if outline::has_marker(&text[open..end]) {
            break Some((CommentProblem::StrayMarker as _, open, open));
        }
        let cut = whole_lines(text, open..end);
        let cut = cut.start.max(at)..cut.end;
        let structural = is_structural(text, &cut);
        at = cut.end;
        cuts.push(cut);
        if structural {
            break None;
        }
    };
    if !cuts.is_empty() {
        let is_cut = |at: &usize| {
            let nth = cuts.partition_point(|cut| cut.end <= *at);
            cuts.get(nth).is_some_and(|cut| cut.contains(at))
        };
        let doubtful = outline.doubtful.into_iter().filter(is_cut).collect();
        return Found::Cuts { cuts, doubtful };
    }
    let trouble = trouble
        .or_else(|| outline.stray.map(|at| (CommentProblem::StrayMarker as _, at, at)))
        .or_else(|| outline.open_html_comment(text).map(|at| (CommentProblem::UnclosedHtml as _, at, at)));
    trouble.map_or(Found::Nothing, |(problem, at, from)| Found::Problem { problem, at, from })
}

/// The next `%%` at or after `at` that stands outside code.
fn next_open(text: &str, at: usize, outline: &Outline) -> Option<usize> {
    text[at..].match_indices("%%").map(|(found, _)| at + found).find(|found| !outline.is_code(*found))
}

/// Where the comment that opens here ends.
fn end_of(text: &str, open: usize) -> Option<usize> {
    text[open + 2..].find("%%").map(|at| open + 2 + at + 2)
}

/// A comment that opens in this stretch and does not end in it.
fn left_open(text: &str, stretch: &Range<usize>, outline: &Outline) -> Option<usize> {
    let text = &text[..stretch.end];
    let mut at = stretch.start;
    while let Some(open) = next_open(text, at, outline) {
        match end_of(text, open) {
            Some(end) => at = end,
            None => return Some(open),
        }
    }
    None
}

/// A comment that fills its lines goes with them, so that it leaves no gap in a paragraph.
fn whole_lines(text: &str, cut: Range<usize>) -> Range<usize> {
    let before = before_blanks(text, cut.start);
    let after = text[cut.end..].trim_start_matches(is_blank);
    let alone =
        (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'));
    if alone { before.len()..(text.len() - after.len() + 1).min(text.len()) } else { cut }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

fn before_blanks(text: &str, at: usize) -> &str {
    text[..at].trim_end_matches(is_blank)
}

/// Whether taking this out can change how anything else reads: by what it holds, or by what then stands side by side.
fn is_structural(text: &str, cut: &Range<usize>) -> bool {
    const INSIDE: &[char] = &['\n', '`', '~', '<', '>', '[', ']', '|', '\\', '*', '_'];
    const BESIDE: &[char] = &['!', '%', '&', '#', '-', '+', '=', '{', '}'];
    let before = before_blanks(text, cut.start);
    let stands_by = |c: char| INSIDE.contains(&c) || BESIDE.contains(&c);
    before.is_empty()
        || before.ends_with('\n')
        || text[cut.clone()].contains(INSIDE)
        || text[..cut.start].ends_with(stands_by)
        || text[cut.end..].starts_with(stands_by)
}

#[cfg(test)]
mod tests;
