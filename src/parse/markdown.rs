//! A body's text → its events: CommonMark and GFM as `pulldown-cmark` reads them, with Redstring's own syntax
//! recognised in between.
//!
//! 1. [`body_events`] runs the Markdown parser. Its hook for unknown shortcut references is how citations
//!    (`[@report-a, para. 4]`) are found, so that escapes and code behave as everywhere in Markdown.
//! 2. Inline events are gathered into *runs* (a paragraph, a heading, a table cell), and each run goes through
//!    [`inline`](super::inline): links are told apart, annotations paired, bare addresses linked.
//! 3. Block quotes that begin with `[!name]` become callouts of that name.
//!
//! Both readers of a body work on these events: [`body`](super::body) for the facts, `markup/` for the HTML, to which
//! [`kept_events`](super::kept_events) hands them on.
//! A [`BodyEvent::Markdown`] is passed on exactly as the Markdown parser made it.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::citation::{CitedItem, is_citation};
use super::dropped::take_dropped;
use super::inline;
use super::target::Destination;
use super::unclosed::unclosed;
use crate::model::RawHtml;

/// One step through a body. Ranges beside the events are byte offsets into the body's text.
#[derive(Debug, Clone, PartialEq)]
pub enum BodyEvent<'a> {
    /// Markdown as it is.
    Markdown(Event<'a>),
    /// A link into the dossier opens; its label follows, unless it has none (`[[ncsc]]`).
    LinkStart {
        /// Where it leads.
        to: Destination,
        /// Whether a label follows.
        labelled: bool,
        /// As the Markdown parser had it.
        written: Event<'a>,
    },
    /// It closes.
    LinkEnd,
    /// `![[target]]`, or an image of the dossier: `![alt](portrait.jpg)`.
    Embed {
        /// What is shown.
        what: Destination,
        /// The label or alternative text, plain.
        label: Arc<str>,
        /// The title: an image's caption.
        title: Arc<str>,
        /// Whether it was written as a wikilink.
        wiki: bool,
    },
    /// A citation.
    Citation(Vec<CitedItem>),
    /// Annotated words begin.
    AnnotationStart,
    /// They end; the remark's Markdown, if there is one, stands in this range.
    AnnotationEnd(Option<Range<usize>>),
    /// A remark without words of its own.
    Remark(Range<usize>),
    /// A callout opens, named in lower case; its title's events follow, up to [`BodyEvent::CalloutTitleEnd`].
    CalloutStart(Arc<str>),
    /// The title is over; the matter follows.
    CalloutTitleEnd,
    /// The callout closes.
    CalloutEnd,
}

impl BodyEvent<'_> {
    /// The same without the text it was read from.
    #[must_use]
    pub(super) fn into_static(self) -> BodyEvent<'static> {
        match self {
            Self::Markdown(event) => BodyEvent::Markdown(event.into_static()),
            Self::LinkStart { to, labelled, written } => {
                BodyEvent::LinkStart { to, labelled, written: written.into_static() }
            }
            Self::LinkEnd => BodyEvent::LinkEnd,
            Self::Embed { what, label, title, wiki } => BodyEvent::Embed { what, label, title, wiki },
            Self::Citation(items) => BodyEvent::Citation(items),
            Self::AnnotationStart => BodyEvent::AnnotationStart,
            Self::AnnotationEnd(remark) => BodyEvent::AnnotationEnd(remark),
            Self::Remark(range) => BodyEvent::Remark(range),
            Self::CalloutStart(name) => BodyEvent::CalloutStart(name),
            Self::CalloutTitleEnd => BodyEvent::CalloutTitleEnd,
            Self::CalloutEnd => BodyEvent::CalloutEnd,
        }
    }

    /// Whether it opens a block (`true`), closes one (`false`), or neither.
    #[must_use]
    pub fn boundary(&self) -> Option<bool> {
        match self {
            Self::CalloutStart(_) => Some(true),
            Self::CalloutEnd => Some(false),
            Self::Markdown(event @ Event::Start(_)) => (!inline::is_inline(event)).then_some(true),
            Self::Markdown(event @ Event::End(_)) => (!inline::is_inline(event)).then_some(false),
            _ => None,
        }
    }
}

/// What is wrong with the syntax of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyProblem {
    /// `[@…]` that cannot be read.
    MalformedCitation,
    /// `[@…` that is not closed in its paragraph.
    UnclosedCitation,
    /// `[[…` that is not closed in its paragraph.
    UnclosedLink,
    /// `{==` or `{>>` that is not closed in its paragraph.
    UnclosedAnnotation,
    /// An address that is not safe to publish.
    UnsafeAddress(String),
    /// `[^label]` without a definition.
    UndefinedFootnote(String),
    /// An image that would be fetched from elsewhere.
    ForeignImage(String),
}

/// The events of a body and what is wrong with its syntax.
#[derive(Debug, Default)]
pub struct BodyEvents<'a> {
    /// The events, each with its range of the body's text.
    pub events: Vec<(BodyEvent<'a>, Range<usize>)>,
    /// The problems, each with its range.
    pub problems: Vec<(BodyProblem, Range<usize>)>,
}

/// What Markdown is spoken here: CommonMark with GFM's tables, footnotes, strikethrough and task lists, and
/// wikilinks. (Callouts and bare addresses are recognised here; math, smart punctuation and heading attributes are
/// off.)
#[must_use]
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS
}

/// The address under which the hook lets citations through.
pub(super) const CITATION: &str = "redstring:citation";

/// Read a body's text, written in a file of `folder` (`content/people`), where HTML is treated so.
#[must_use]
pub fn body_events<'a>(text: &'a str, folder: &str, raw_html: RawHtml) -> BodyEvents<'a> {
    read(text, folder, raw_html, true)
}

/// Read a remark's text: inline Markdown, without remarks inside.
#[must_use]
pub fn remark_events<'a>(text: &'a str, folder: &str, raw_html: RawHtml) -> BodyEvents<'a> {
    read(text, folder, raw_html, false)
}

fn read<'a>(text: &'a str, folder: &str, raw_html: RawHtml, annotations: bool) -> BodyEvents<'a> {
    let hook = |link: BrokenLink<'a>| -> Option<(CowStr<'a>, CowStr<'a>)> {
        is_citation(&link.reference).then_some((CITATION.into(), "".into()))
    };
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(hook));
    let mut reader = Reader {
        text,
        run: inline::Run::new(text, folder, annotations),
        // About as many as prose gives: a list that grows moves all of its events again and again.
        out: BodyEvents { events: Vec::with_capacity((text.len() / 24).min(1024)), problems: Vec::new() },
        quotes: Vec::new(),
        callout: Callout::None,
        depth: 0,
    };
    for (event, range) in parser.into_offset_iter() {
        reader.take(event, range);
    }
    reader.flush();
    let mut out = reader.out;
    take_dropped(&mut out.events, raw_html);
    let undefined = undefined_footnotes(&out, text);
    out.problems.extend(undefined);
    let unclosed = unclosed(&out.events, text);
    out.problems.extend(unclosed);
    out
}

/// Footnotes that are used and not defined: the Markdown parser leaves them in the text as written.
fn undefined_footnotes(body: &BodyEvents<'_>, text: &str) -> Vec<(BodyProblem, Range<usize>)> {
    let mut found = Vec::new();
    if memchr::memmem::find(text.as_bytes(), b"[^").is_none() {
        return found;
    }
    let mut in_code = false;
    // Text comes in pieces; only what stands in the file without a break between is one.
    let mut stretch = 0..0;
    let mut look = |stretch: Range<usize>| {
        let words = &text[stretch.clone()];
        let opening = |at: &usize| words[at + 1..].starts_with('^');
        for at in memchr::memchr_iter(b'[', words.as_bytes()).filter(opening) {
            let escaped = at == 0 && text[..stretch.start].ends_with('\\');
            let rest = &words[at + 2..];
            let end = rest.find(|c: char| c.is_whitespace() || "[^]".contains(c)).unwrap_or(0);
            if end > 0 && !escaped && rest[end..].starts_with(']') {
                let place = stretch.start + at..stretch.start + at + 2 + end + 1;
                found.push((BodyProblem::UndefinedFootnote(rest[..end].to_owned()), place));
            }
        }
    };
    for (event, range) in &body.events {
        match event {
            BodyEvent::Markdown(Event::Start(Tag::CodeBlock(_))) => in_code = true,
            BodyEvent::Markdown(Event::End(TagEnd::CodeBlock)) => in_code = false,
            _ => {}
        }
        let plain =
            matches!(event, BodyEvent::Markdown(Event::Text(words)) if text[range.clone()] == **words);
        let next = if plain && !in_code { range.clone() } else { range.end..range.end };
        if next.start == stretch.end {
            stretch.end = next.end;
        } else {
            look(std::mem::replace(&mut stretch, next));
        }
    }
    look(stretch);
    found
}

/// Where in a callout the reader stands.
enum Callout {
    /// In none that has just begun.
    None,
    /// A block quote has begun: if its first paragraph opens with `[!name]`, it is a callout.
    Maybe,
    /// In the title line, up to this offset.
    Title(usize),
}

struct Reader<'a, 'f> {
    text: &'a str,
    run: inline::Run<'a, 'f>,
    out: BodyEvents<'a>,
    /// For each open block quote, whether it is a callout.
    quotes: Vec<bool>,
    callout: Callout,
    /// How many inline elements are open.
    depth: usize,
}

impl<'a> Reader<'a, '_> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        // What began in a callout's title ends in it: emphasis or a link that reaches into the next line takes that
        // part of the line along.
        if let Callout::Title(end) = self.callout
            && ((range.start >= end && self.depth == 0) || !inline::is_inline(&event))
        {
            self.end_title(end);
            if matches!(event, Event::SoftBreak | Event::HardBreak) {
                return;
            }
        }
        if inline::is_inline(&event) {
            match event {
                Event::Start(_) => self.depth += 1,
                Event::End(_) => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            self.run.push(event, range);
            return;
        }
        self.flush();
        self.depth = 0;
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                self.quotes.push(false);
                self.callout = Callout::Maybe;
                self.push(BodyEvent::Markdown(event), range);
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                let callout = self.quotes.pop().unwrap_or(false);
                self.push(if callout { BodyEvent::CalloutEnd } else { BodyEvent::Markdown(event) }, range);
            }
            Event::Start(Tag::Paragraph) if matches!(self.callout, Callout::Maybe) => {
                self.callout = Callout::None;
                match callout_name(&self.text[range.clone()]) {
                    Some((name, marker)) => self.open_callout(&name, range.start + marker, range),
                    None => self.push(BodyEvent::Markdown(event), range),
                }
            }
            _ => {
                if matches!(self.callout, Callout::Maybe) {
                    self.callout = Callout::None;
                }
                self.push(BodyEvent::Markdown(event), range);
            }
        }
    }

    /// The block quote that was just passed on is a callout after all.
    fn open_callout(&mut self, name: &str, title: usize, paragraph: Range<usize>) {
        self.out.events.pop();
        if let Some(quote) = self.quotes.last_mut() {
            *quote = true;
        }
        self.push(BodyEvent::CalloutStart(name.to_ascii_lowercase().into()), paragraph.clone());
        self.run.skip_to(title);
        let line = self.text[paragraph.clone()].find('\n').map_or(paragraph.end, |at| paragraph.start + at);
        self.callout = Callout::Title(line);
    }

    /// The title is over; its line ends at `line`.
    fn end_title(&mut self, line: usize) {
        self.callout = Callout::None;
        self.flush();
        let end = match self.out.events.last() {
            // The callout's own range is that of its whole first paragraph.
            Some((BodyEvent::CalloutStart(_), _)) | None => line,
            Some((_, range)) => range.end,
        };
        let at = end..end;
        self.push(BodyEvent::CalloutTitleEnd, at.clone());
        // The rest of the paragraph, if any, is the matter's first: its end will come, so it gets its start.
        self.push(BodyEvent::Markdown(Event::Start(Tag::Paragraph)), at);
    }

    fn push(&mut self, event: BodyEvent<'a>, range: Range<usize>) {
        // A callout whose title fills its paragraph leaves an empty one behind.
        let empty = matches!(event, BodyEvent::Markdown(Event::End(TagEnd::Paragraph)))
            && matches!(self.out.events.last(), Some((BodyEvent::Markdown(Event::Start(Tag::Paragraph)), _)));
        if empty {
            self.out.events.pop();
        } else {
            self.out.events.push((event, range));
        }
    }

    fn flush(&mut self) {
        self.run.finish(&mut self.out);
    }
}

/// The name of the callout that a block quote's first paragraph opens, and how long `[!name]±` is.
fn callout_name(paragraph: &str) -> Option<(String, usize)> {
    let rest = paragraph.strip_prefix("[!")?;
    let (name, after) = rest.split_once(']')?;
    let valid = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    // Obsidian's sign for "folded" and "unfolded": all callouts are open here, for print and for search.
    let fold = usize::from(after.starts_with(['+', '-']));
    valid.then(|| (name.to_owned(), 2 + name.len() + 1 + fold))
}
