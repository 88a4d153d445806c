//! What of a body is code, what is HTML written by hand, and what its author marked as private.
//!
//! [`comments`](super::comments) asks this anew after everything it takes out. Markers are matched loosely, because
//! one that is misspelt was still meant: a block quote whose first words are `[!private`, however they are spaced,
//! emphasised or escaped, is private as a whole. A marker anywhere else outside code is *stray*: what it was meant to
//! cover cannot be told, so that everything from its block on has to go. A block quote that begins with a word that may
//! have been meant (`[!privat]`, `[!confidential]`) is *doubtful*, and private like the others.

use std::ops::Range;

use memchr::{memchr_iter, memmem};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::inline;
use super::markdown::options;
use super::visibility::{is_private_word, means_private};

/// How many letters of a callout's name are looked at.
const MOST_LETTERS: usize = 40;

/// The stretches of a text; each list in order.
pub(super) struct Outline {
    /// Code, in which nothing is a comment.
    pub(super) code: Vec<Range<usize>>,
    /// Block quotes that are private as a whole; none holds another.
    pub(super) private: Vec<Range<usize>>,
    /// Where the markers stand of those among them that perhaps were not meant to be.
    pub(super) doubtful: Vec<usize>,
    /// Where the block begins in which the first stray marker stands.
    pub(super) stray: Option<usize>,
    html: Vec<Range<usize>>,
    blocks: Vec<Range<usize>>,
}

impl Outline {
    /// Read a text.
    pub(super) fn read(text: &str) -> Self {
        let mut reader = Reader::default();
        for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
            reader.take(&event, range);
        }
        reader.end_leaf();
        reader.finish(text)
    }

    /// Whether this place stands in code.
    pub(super) fn is_code(&self, at: usize) -> bool {
        holds(&self.code, at)
    }

    /// Where an HTML comment begins that a browser would not end where Markdown does: it would be shown, or what
    /// follows would be.
    pub(super) fn open_html_comment(&self, text: &str) -> Option<usize> {
        let mut at = 0;
        while let Some(open) = text[at..].find("<!--").map(|found| at + found) {
            if self.is_code(open) {
                at = open + 1;
                continue;
            }
            let index = self.html.partition_point(|range| range.start <= open);
            let Some(html) = index.checked_sub(1).map(|index| &self.html[index]) else { return Some(open) };
            if !html.contains(&open) {
                return Some(open);
            }
            let inside = &text[open + 4..html.end.max(open + 4)];
            let early = inside.starts_with('>') || inside.starts_with("->");
            let Some(end) = inside.find("-->").filter(|end| !early && !inside[..*end].contains("--!>"))
            else {
                return Some(open);
            };
            at = open + 4 + end + 3;
        }
        None
    }

    fn block_start(&self, text: &str, at: usize) -> usize {
        let index = self.blocks.partition_point(|range| range.start <= at);
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        match index.checked_sub(1).map(|index| &self.blocks[index]) {
            Some(block) if at < block.end => block.start,
            _ => line,
        }
    }
}

/// Whether a text holds a marker.
pub(super) fn has_marker(text: &str) -> bool {
    markers(text).next().is_some()
}

fn markers(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('[').map(|(at, _)| at).filter(|at| is_marker(&text[at + 1..]))
}

/// Whether `!private` follows, with anything between its letters that readers do not see or Markdown takes out.
fn is_marker(rest: &str) -> bool {
    let mut expected = "!private".chars().peekable();
    for c in rest.chars() {
        match expected.peek() {
            // "[!privateer]" is another word; letters after a space are a title.
            None => return !c.is_alphanumeric(),
            Some(next) if next.eq_ignore_ascii_case(&c) => expected.next(),
            Some(_) if is_ignored(c) => continue,
            Some(_) => return false,
        };
    }
    expected.peek().is_none()
}

/// Where what opens a callout stands, or what is typed in its place, and behind it what may have been meant for `!private`.
fn doubts(text: &str) -> impl Iterator<Item = usize> {
    let opens = text.match_indices(['[', '(', '{', '［', '（', '｛']);
    opens.filter(|(at, open)| is_doubtful(&text[at + open.len()..], *open == "[")).map(|(at, _)| at)
}

/// Whether `!` and words follow that may have been meant for `private`, or in a square bracket that word alone.
fn is_doubtful(rest: &str, in_square: bool) -> bool {
    let rest = rest.trim_start_matches(is_ignored);
    let mut letters = rest.chars().take(MOST_LETTERS);
    let Some(sign) = letters.next() else { return false };
    let ends = |c: &char| "])}］）｝".contains(*c);
    if matches!(sign, '!' | '！' | '¡') {
        // `[!note|private]` has the word where other tools have metadata.
        let inside: String = letters.take_while(|c| !ends(c) && *c != '\n').collect();
        let mut parts = inside.split(['|', ':']);
        let name = parts.next().unwrap_or_default().trim();
        let mut words = name.split(char::is_whitespace).filter(|word| word.chars().any(|c| !is_ignored(c)));
        let first = words.next().filter(|word| *word != name);
        return means_private(name) || first.is_some_and(means_private) || parts.any(is_private_word);
    }
    // The sign was left out, or is what stands on its key. A link is none of this.
    let word = rest.strip_prefix('1').unwrap_or(rest);
    let behind = word.get(.."private]".len()).filter(|word| word.eq_ignore_ascii_case("private]"));
    in_square && behind.is_some_and(|marker| !word[marker.len()..].starts_with(['(', '[', ':']))
}

/// Whether a text may hold what is doubtful in this way without an `!`.
pub(super) fn may_be_doubtful(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends_word = |at: usize| {
        bytes[..at].last_chunk().is_some_and(|word: &[u8; 7]| word.eq_ignore_ascii_case(b"private"))
    };
    memchr_iter(b']', bytes).any(ends_word)
        || ["！", "¡"].iter().any(|sign| memmem::find(bytes, sign.as_bytes()).is_some())
}

fn is_ignored(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, '*' | '_' | '\\' | '~')
}

/// Whether a character takes no room on the screen.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}')
        || matches!(c, '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    let index = ranges.partition_point(|range| range.start <= at);
    index > 0 && at < ranges[index - 1].end
}

/// Whether only marks, white space and HTML comments stand here.
fn is_wordless(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        if before.chars().any(char::is_alphanumeric) {
            return false;
        }
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    !rest.chars().any(char::is_alphanumeric)
}

#[derive(Default)]
struct Reader {
    code: Vec<Range<usize>>,
    /// Code that is not meant as such: the marker of a block quote, set in too far in a quote or a list.
    indented: Vec<Range<usize>>,
    html: Vec<Range<usize>>,
    blocks: Vec<Range<usize>>,
    quotes: Vec<Range<usize>>,
    /// How many blocks and inline elements are open, how many block quotes and lists, and whether it is code.
    depth: usize,
    open_quotes: usize,
    open_lists: usize,
    in_code: bool,
    /// What readers see of the block that is being read, and where it begins.
    seen: String,
    seen_from: usize,
    /// Where blocks begin in which readers see a marker.
    seen_markers: Vec<usize>,
}

impl Reader {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        if self.depth == 0 {
            self.blocks.push(range.clone());
        }
        if !inline::is_inline(event) {
            self.end_leaf();
        }
        match event {
            Event::Code(_) => {
                self.see("x", range.start);
                self.code.push(range.clone());
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                self.in_code = true;
                if matches!(kind, CodeBlockKind::Indented) && self.open_quotes + self.open_lists > 0 {
                    self.indented.push(range.clone());
                }
                self.code.push(range.clone());
            }
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Start(Tag::BlockQuote(_)) => {
                self.open_quotes += 1;
                self.quotes.push(range.clone());
            }
            Event::End(TagEnd::BlockQuote(_)) => self.open_quotes = self.open_quotes.saturating_sub(1),
            Event::Start(Tag::List(_)) => self.open_lists += 1,
            Event::End(TagEnd::List(_)) => self.open_lists = self.open_lists.saturating_sub(1),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => self.html.push(range.clone()),
            Event::Text(words) if !self.in_code => self.see(words, range.start),
            Event::SoftBreak | Event::HardBreak => self.see(" ", range.start),
            _ => {}
        }
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn see(&mut self, words: &str, at: usize) {
        if self.seen.is_empty() {
            self.seen_from = at;
        }
        self.seen.push_str(words);
    }

    fn end_leaf(&mut self) {
        if has_marker(&self.seen) {
            self.seen_markers.push(self.seen_from);
        }
        self.seen.clear();
    }

    fn finish(mut self, text: &str) -> Outline {
        for ranges in [&mut self.code, &mut self.html, &mut self.quotes, &mut self.indented] {
            ranges.sort_by_key(|range| range.start);
        }
        let markers: Vec<usize> =
            markers(text).filter(|at| !holds(&self.code, *at) || holds(&self.indented, *at)).collect();
        // They count where a block quote begins with one.
        let doubts = doubts(text).filter(|at| !holds(&self.code, *at));
        let doubts: Vec<usize> = if self.quotes.is_empty() { Vec::new() } else { doubts.collect() };
        let mut private: Vec<Range<usize>> = Vec::new();
        let mut doubtful = Vec::new();
        for quote in self.quotes {
            if private.last().is_some_and(|outer| quote.start < outer.end) {
                continue;
            }
            let begins_with = |markers: &[usize]| {
                let first = markers.get(markers.partition_point(|at| *at < quote.start)).copied();
                first.filter(|at| *at < quote.end && is_wordless(&text[quote.start..*at]))
            };
            if begins_with(&markers).is_some() {
                private.push(quote);
            } else if let Some(doubt) = begins_with(&doubts) {
                doubtful.push(doubt);
                private.push(quote);
            }
        }
        let stray = markers.into_iter().chain(self.seen_markers).filter(|at| !holds(&private, *at)).min();
        let mut outline =
            Outline { code: self.code, private, doubtful, stray: None, html: self.html, blocks: self.blocks };
        outline.stray = stray.map(|at| outline.block_start(text, at));
        outline
    }
}
