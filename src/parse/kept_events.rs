//! The events of a body, kept with its page in little room, so that Markdown is read once.
//!
//! Most events are words that stand in the text as they are, or one of the few that say all by their name: each of
//! these is a number and a place. Of the others, links are most, and only they are kept piece by piece.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::markdown::BodyEvent;
use super::target::Destination;
use crate::text::Span;

/// The events of a body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeptEvents {
    steps: Box<[Step]>,
    /// The events that need more than a number.
    particular: Box<[Particular]>,
}

/// One event.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    /// [`WORDS`], a place in [`COMMON`], or behind those a place among the particular ones.
    what: u32,
    /// Its range of the text.
    at: Span,
}

/// An event that needs more than a number.
#[derive(Debug, Clone, PartialEq)]
enum Particular {
    Link { to: Destination, labelled: bool, link_type: LinkType, address: Kept, more: Option<Box<More>> },
    Other(Box<BodyEvent<'static>>),
}

/// What few links have.
#[derive(Debug, Clone, PartialEq)]
struct More {
    title: Box<str>,
    id: Box<str>,
}

/// Words that stand in the text, or do not.
#[derive(Debug, Clone, PartialEq)]
enum Kept {
    At(Span),
    Own(Box<str>),
}

/// The words at the event's place, as they are.
const WORDS: u32 = 0;

/// The events that say all by their name; the most frequent first.
static COMMON: [BodyEvent<'static>; 42] = [
    BodyEvent::Markdown(Event::SoftBreak),
    BodyEvent::LinkEnd,
    start(Tag::Paragraph),
    end(TagEnd::Paragraph),
    start(Tag::Item),
    end(TagEnd::Item),
    start(Tag::TableCell),
    end(TagEnd::TableCell),
    start(Tag::Strong),
    end(TagEnd::Strong),
    start(Tag::Emphasis),
    end(TagEnd::Emphasis),
    heading(HeadingLevel::H2),
    end(TagEnd::Heading(HeadingLevel::H2)),
    start(Tag::TableRow),
    end(TagEnd::TableRow),
    start(Tag::List(None)),
    end(TagEnd::List(false)),
    start(Tag::List(Some(1))),
    end(TagEnd::List(true)),
    heading(HeadingLevel::H3),
    end(TagEnd::Heading(HeadingLevel::H3)),
    end(TagEnd::Link),
    start(Tag::BlockQuote(None)),
    end(TagEnd::BlockQuote(None)),
    BodyEvent::AnnotationStart,
    BodyEvent::AnnotationEnd(None),
    BodyEvent::CalloutTitleEnd,
    BodyEvent::CalloutEnd,
    end(TagEnd::FootnoteDefinition),
    end(TagEnd::CodeBlock),
    start(Tag::TableHead),
    end(TagEnd::TableHead),
    end(TagEnd::Table),
    start(Tag::Strikethrough),
    end(TagEnd::Strikethrough),
    start(Tag::HtmlBlock),
    end(TagEnd::HtmlBlock),
    BodyEvent::Markdown(Event::HardBreak),
    BodyEvent::Markdown(Event::Rule),
    BodyEvent::Markdown(Event::TaskListMarker(false)),
    BodyEvent::Markdown(Event::TaskListMarker(true)),
];

const fn start(tag: Tag<'static>) -> BodyEvent<'static> {
    BodyEvent::Markdown(Event::Start(tag))
}

const fn end(tag: TagEnd) -> BodyEvent<'static> {
    BodyEvent::Markdown(Event::End(tag))
}

const fn heading(level: HeadingLevel) -> BodyEvent<'static> {
    start(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() })
}

impl KeptEvents {
    /// Keep the events of this text.
    pub(super) fn new(events: &[(BodyEvent<'_>, Range<usize>)], text: &str) -> Self {
        let mut particular = Vec::new();
        let steps = events.iter().map(|(event, range)| {
            let what = match event {
                BodyEvent::Markdown(Event::Text(words)) if text.get(range.clone()) == Some(words) => WORDS,
                event => match COMMON.iter().position(|common| common == event) {
                    Some(place) => 1 + number(place),
                    None => {
                        particular.push(Particular::new(event, range, text));
                        number(COMMON.len() + particular.len())
                    }
                },
            };
            Step { what, at: range.clone().into() }
        });
        Self { steps: steps.collect(), particular: particular.into() }
    }

    /// All of them, each with its range of the text they were made from.
    pub fn all<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (BodyEvent<'a>, Range<usize>)> {
        self.steps.iter().map(move |step| (self.event(*step, text), step.at.range()))
    }

    fn event<'a>(&'a self, step: Step, text: &'a str) -> BodyEvent<'a> {
        let Some(place) = step.what.checked_sub(1) else { return words(text, step.at) };
        let place = place as usize;
        match COMMON.get(place) {
            Some(common) => common.clone(),
            None => match self.particular.get(place - COMMON.len()) {
                Some(particular) => particular.event(text),
                // It was made with the numbers.
                None => words(text, step.at),
            },
        }
    }
}

impl Particular {
    fn new(event: &BodyEvent<'_>, range: &Range<usize>, text: &str) -> Self {
        match event {
            BodyEvent::LinkStart {
                to,
                labelled,
                written: Event::Start(Tag::Link { link_type, dest_url, title, id }),
            } => {
                let more = More { title: (&**title).into(), id: (&**id).into() };
                Self::Link {
                    to: to.clone(),
                    labelled: *labelled,
                    link_type: *link_type,
                    address: Kept::new(dest_url, range, text),
                    more: (!more.is_empty()).then(|| Box::new(more)),
                }
            }
            event => Self::Other(Box::new(event.clone().into_static())),
        }
    }

    fn event<'a>(&'a self, text: &'a str) -> BodyEvent<'a> {
        match self {
            Self::Link { to, labelled, link_type, address, more } => {
                let (title, id) = more.as_ref().map_or(("", ""), |more| (&more.title, &more.id));
                let written = Event::Start(Tag::Link {
                    link_type: *link_type,
                    dest_url: address.words(text).into(),
                    title: title.into(),
                    id: id.into(),
                });
                BodyEvent::LinkStart { to: to.clone(), labelled: *labelled, written }
            }
            Self::Other(event) => (**event).clone(),
        }
    }
}

impl More {
    fn is_empty(&self) -> bool {
        self.title.is_empty() && self.id.is_empty()
    }
}

impl Kept {
    /// Words of what stands in this range of the text.
    fn new(words: &str, range: &Range<usize>, text: &str) -> Self {
        let written = text.get(range.clone()).unwrap_or_default();
        // Most links are `[[ncsc]]`.
        let wiki = written.get(2..).filter(|name| name.starts_with(words)).map(|_| 2);
        match wiki.or_else(|| written.find(words)) {
            Some(at) => Self::At(Span::new(range.start + at, range.start + at + words.len())),
            None => Self::Own(words.into()),
        }
    }

    fn words<'a>(&'a self, text: &'a str) -> &'a str {
        match self {
            Self::At(place) => text.get(place.range()).unwrap_or_default(),
            Self::Own(words) => words,
        }
    }
}

fn words(text: &str, at: Span) -> BodyEvent<'_> {
    BodyEvent::Markdown(Event::Text(text.get(at.range()).unwrap_or_default().into()))
}

/// A file holds fewer events than bytes, and those fit.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::markdown::body_events;

    /// Everything that a body can hold, to be put together in any way.
    const PIECES: [&str; 36] = [
        "\n",
        "\n\n",
        "  \n",
        "> ",
        "> [!note] ",
        "> [!evidence-for]+ t\n> ",
        "- ",
        "- [x] ",
        "1. ",
        "7. ",
        "    ",
        "# ",
        "### ",
        "| a | b |\n|---|:-:|\n| ",
        " | ",
        "```py\n",
        "`",
        "*",
        "**",
        "~~",
        "words &amp; ",
        "\\* ",
        "[[ncsc]]",
        "[[ncsc\\|",
        "[[a|",
        "]]",
        "![[p.png|30]]",
        "[l](x.md \"t\")",
        "[r][ref]",
        "\n\n[ref]: https://a.example 'x'\n\n",
        "https://b.example/c",
        "[@a, p. 3; @b]",
        "{==",
        "==}{>>r [[x]]<<}",
        "[^1]\n\n[^1]: note\n\n",
        "<b>",
    ];

    proptest! {
        #[test]
        fn what_was_kept_is_what_was_read(pieces in proptest::collection::vec(0..PIECES.len(), 0..24)) {
            let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
            let read = body_events(&text, "content/people").events;
            let kept = KeptEvents::new(&read, &text);
            prop_assert_eq!(kept.all(&text).collect::<Vec<_>>(), read);
        }
    }

    #[test]
    fn the_common_is_kept_in_little_room() {
        assert_eq!(size_of::<Step>(), 12);
        let text = "*One* [[ncsc]] and [[a|b]].\n\n- two\n";
        let kept = KeptEvents::new(&body_events(text, "content").events, text);
        let is_link =
            |kept: &Particular| matches!(kept, Particular::Link { address: Kept::At(_), more: None, .. });
        assert!(kept.particular.len() == 2 && kept.particular.iter().all(is_link), "{kept:?}");
    }
}
