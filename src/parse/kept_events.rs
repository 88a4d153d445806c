//! The events of a body, kept with its page in little room, so that Markdown is read once.
//!
//! Most events are words that stand in the text as they are, or say all by their name: these need a word and a place,
//! and are packed as [`steps`]. Of the others, links are most, and only they are kept piece by piece.

mod steps;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use self::steps::{Packing, Step, Steps, What};
use super::markdown::BodyEvent;
use super::target::Destination;
use crate::text::Span;

/// The events of a body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeptEvents {
    steps: Steps,
    /// The events that need more than a word, in their order.
    particular: Box<[Particular]>,
}

/// An event that needs more than a word.
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

impl KeptEvents {
    /// Keep the events of this text.
    pub(super) fn new(events: &[(BodyEvent<'_>, Range<usize>)], text: &str) -> Self {
        let mut particular = Vec::new();
        let mut steps = Packing::default();
        for (event, range) in events {
            let at = range.clone().into();
            let packed = word(event, range, text).and_then(|what| steps.push(Step { what, at }));
            if packed.is_none() {
                particular.push(Particular::new(event, range, text));
                steps.push(Step { what: What::Particular, at });
            }
        }
        Self { steps: steps.finish(), particular: particular.into() }
    }

    /// All of them, each with its range of the text they were made from.
    pub fn all<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (BodyEvent<'a>, Range<usize>)> {
        self.steps.all().map(move |(step, nth)| (self.event(step, nth, text), step.at.range()))
    }

    /// Those that take place in a stretch of the text.
    pub fn within<'a>(
        &'a self,
        stretch: &Range<usize>,
        text: &'a str,
    ) -> impl Iterator<Item = BodyEvent<'a>> {
        let stretch = Span::from(stretch.clone());
        let steps = self.steps.at_least(stretch.start);
        steps
            .take_while(move |(step, _)| step.place() < stretch.end)
            .map(|(step, nth)| self.event(step, nth, text))
    }

    fn event<'a>(&'a self, step: Step, nth: u32, text: &'a str) -> BodyEvent<'a> {
        let markdown = match step.what {
            What::Words => Event::Text(text.get(step.at.range()).unwrap_or_default().into()),
            What::SoftBreak => Event::SoftBreak,
            What::HardBreak => Event::HardBreak,
            What::Rule => Event::Rule,
            What::Task(done) => Event::TaskListMarker(done),
            What::Start(end) => match tag(end) {
                Some(tag) => Event::Start(tag),
                None => Event::End(end),
            },
            What::End(end) => Event::End(end),
            What::LinkEnd => return BodyEvent::LinkEnd,
            What::AnnotationStart => return BodyEvent::AnnotationStart,
            What::AnnotationEnd => return BodyEvent::AnnotationEnd(None),
            What::CalloutTitleEnd => return BodyEvent::CalloutTitleEnd,
            What::CalloutEnd => return BodyEvent::CalloutEnd,
            What::Particular => match self.particular.get(nth as usize) {
                Some(particular) => return particular.event(text),
                None => Event::SoftBreak,
            },
        };
        BodyEvent::Markdown(markdown)
    }
}

/// An event in a word; none where it needs more.
fn word(event: &BodyEvent<'_>, range: &Range<usize>, text: &str) -> Option<What> {
    Some(match event {
        BodyEvent::Markdown(Event::Text(words)) if text.get(range.clone()) == Some(words) => What::Words,
        BodyEvent::Markdown(Event::SoftBreak) => What::SoftBreak,
        BodyEvent::Markdown(Event::HardBreak) => What::HardBreak,
        BodyEvent::Markdown(Event::Rule) => What::Rule,
        BodyEvent::Markdown(Event::TaskListMarker(done)) => What::Task(*done),
        BodyEvent::Markdown(Event::Start(start)) => {
            let end = start.to_end();
            return tag(end).filter(|tag| tag == start).map(|_| What::Start(end));
        }
        BodyEvent::Markdown(Event::End(end)) => What::End(*end),
        BodyEvent::LinkEnd => What::LinkEnd,
        BodyEvent::AnnotationStart => What::AnnotationStart,
        BodyEvent::AnnotationEnd(None) => What::AnnotationEnd,
        BodyEvent::CalloutTitleEnd => What::CalloutTitleEnd,
        BodyEvent::CalloutEnd => What::CalloutEnd,
        _ => return None,
    })
}

/// The start tag that says no more than this end tag, if there is one.
fn tag(end: TagEnd) -> Option<Tag<'static>> {
    Some(match end {
        TagEnd::Paragraph => Tag::Paragraph,
        TagEnd::Heading(level) => Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() },
        TagEnd::BlockQuote(kind) => Tag::BlockQuote(kind),
        TagEnd::HtmlBlock => Tag::HtmlBlock,
        TagEnd::List(numbered) => Tag::List(numbered.then_some(1)),
        TagEnd::Item => Tag::Item,
        TagEnd::TableHead => Tag::TableHead,
        TagEnd::TableRow => Tag::TableRow,
        TagEnd::TableCell => Tag::TableCell,
        TagEnd::Emphasis => Tag::Emphasis,
        TagEnd::Strong => Tag::Strong,
        TagEnd::Strikethrough => Tag::Strikethrough,
        _ => return None,
    })
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::RawHtml;
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
            let read = body_events(&text, "content/people", RawHtml::default()).events;
            let kept = KeptEvents::new(&read, &text);
            prop_assert_eq!(kept.all(&text).collect::<Vec<_>>(), read);
        }
    }

    #[test]
    fn the_common_is_kept_in_little_room() {
        let text = "*One* [[ncsc]] and [[a|b]].\n\n- two\n";
        let kept = KeptEvents::new(&body_events(text, "content", RawHtml::default()).events, text);
        let is_link =
            |kept: &Particular| matches!(kept, Particular::Link { address: Kept::At(_), more: None, .. });
        assert!(kept.particular.len() == 2 && kept.particular.iter().all(is_link), "{kept:?}");
    }
}
