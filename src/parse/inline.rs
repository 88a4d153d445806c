//! One run of inline events → the same with links, citations, annotations and bare addresses recognised.

use std::ops::Range;
use std::sync::Arc;

use linkify::{LinkFinder, LinkKind};
use memchr::memchr_iter;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::annotation::{self, Marks};
use super::citation::parse_citation;
use super::markdown::{BodyEvent, BodyEvents, BodyProblem, CITATION};
use super::target::{Address, address, wikilink};

/// Whether an event belongs to a run of text, and not to the structure of blocks.
pub(super) fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineHtml(_)
        | Event::FootnoteReference(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::InlineMath(_)
        | Event::DisplayMath(_) => true,
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(tag) => {
            matches!(
                tag,
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
            )
        }
        Event::Html(_) | Event::Rule | Event::TaskListMarker(_) => false,
    }
}

/// The run that is being gathered, and what is needed to read it.
pub(super) struct Run<'a, 'f> {
    text: &'a str,
    folder: &'f str,
    annotations: bool,
    events: Vec<(Event<'a>, Range<usize>)>,
    /// Events before this offset are passed over: the marker of a callout.
    skip_to: usize,
}

impl<'a, 'f> Run<'a, 'f> {
    pub(super) fn new(text: &'a str, folder: &'f str, annotations: bool) -> Self {
        let annotations = annotations && annotation::can_be_in(text);
        Self { text, folder, annotations, events: Vec::new(), skip_to: 0 }
    }

    pub(super) fn push(&mut self, event: Event<'a>, range: Range<usize>) {
        if range.end <= self.skip_to {
            return;
        }
        if range.start < self.skip_to || (range.start == self.skip_to && self.skip_to > 0) {
            // The marker's last bytes may share an event with the title's first words; the space between them
            // belongs to neither.
            if let Event::Text(_) = event {
                let rest = self.text[self.skip_to..range.end].trim_start();
                if !rest.is_empty() {
                    self.events.push((Event::Text(rest.into()), range.end - rest.len()..range.end));
                }
                return;
            }
            if range.start < self.skip_to {
                return;
            }
        }
        self.events.push((event, range));
    }

    pub(super) fn skip_to(&mut self, offset: usize) {
        self.skip_to = offset;
    }

    /// Read what was gathered into `out`, and begin anew.
    pub(super) fn finish(&mut self, out: &mut BodyEvents<'a>) {
        if self.events.is_empty() {
            return;
        }
        let mut events = std::mem::take(&mut self.events);
        let marks = if self.annotations {
            Marks::find(&events, self.text, &mut out.problems)
        } else {
            Marks::default()
        };
        let mut reader = Inline { run: self, marks, out, open_links: Vec::new() };
        let mut index = 0;
        while index < events.len() {
            index = reader.take(&events, index);
        }
        // The room is used again for the next run.
        events.clear();
        self.events = events;
    }
}

struct Inline<'r, 'a, 'f, 'o> {
    run: &'r Run<'a, 'f>,
    marks: Marks,
    out: &'o mut BodyEvents<'a>,
    /// For each open link, how its end is passed on.
    open_links: Vec<LinkKindOpen>,
}

#[derive(Clone, Copy, PartialEq)]
enum LinkKindOpen {
    Inside,
    Markdown,
    Dropped,
}

impl<'a> Inline<'_, 'a, '_, '_> {
    /// Pass on the event at `index`; the index of the next one.
    fn take(&mut self, events: &[(Event<'a>, Range<usize>)], index: usize) -> usize {
        let (event, range) = &events[index];
        match event {
            Event::Text(words) => {
                self.words(words, range.clone(), self.covered().end);
                skip_covered(events, index + 1, &self.covered())
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.link(events, index, *link_type, dest_url)
            }
            Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                self.image(events, index, *link_type, dest_url, title)
            }
            Event::End(TagEnd::Image) => index + 1,
            Event::End(TagEnd::Link) => {
                match self.open_links.pop() {
                    Some(LinkKindOpen::Inside) => self.push(BodyEvent::LinkEnd, range.clone()),
                    Some(LinkKindOpen::Dropped) => {}
                    _ => self.push(BodyEvent::Markdown(event.clone()), range.clone()),
                }
                index + 1
            }
            _ => {
                self.push(BodyEvent::Markdown(event.clone()), range.clone());
                index + 1
            }
        }
    }

    /// Pass on the link that begins at `index`; the index of the next event.
    fn link(
        &mut self,
        events: &[(Event<'a>, Range<usize>)],
        index: usize,
        link_type: LinkType,
        dest: &CowStr<'a>,
    ) -> usize {
        let (event, range) = &events[index];
        if &**dest == CITATION && matches!(link_type, LinkType::ShortcutUnknown) {
            let inside = &self.run.text[range.start + 1..range.end - 1];
            match parse_citation(inside) {
                Some(items) => self.push(BodyEvent::Citation(items), range.clone()),
                None => {
                    self.out.problems.push((BodyProblem::MalformedCitation, range.clone()));
                    let words = Event::Text(self.run.text[range.clone()].into());
                    self.push(BodyEvent::Markdown(words), range.clone());
                }
            }
            return matching_end(events, index) + 1;
        }
        if let LinkType::WikiLink { has_pothole } = link_type {
            let link =
                BodyEvent::LinkStart { to: wikilink(dest), labelled: has_pothole, written: event.clone() };
            self.push(link, range.clone());
            if has_pothole {
                self.open_links.push(LinkKindOpen::Inside);
                return index + 1;
            }
            self.push(BodyEvent::LinkEnd, range.clone());
            return matching_end(events, index) + 1;
        }
        let kind = match address(dest, self.run.folder) {
            _ if matches!(link_type, LinkType::Email) => LinkKindOpen::Markdown,
            Address::Inside(to) => {
                self.push(BodyEvent::LinkStart { to, labelled: true, written: event.clone() }, range.clone());
                self.open_links.push(LinkKindOpen::Inside);
                return index + 1;
            }
            Address::Outside => LinkKindOpen::Markdown,
            Address::Unsafe => {
                self.out.problems.push((BodyProblem::UnsafeAddress(dest.to_string()), range.clone()));
                LinkKindOpen::Dropped
            }
        };
        if kind == LinkKindOpen::Markdown {
            self.push(BodyEvent::Markdown(event.clone()), range.clone());
        }
        self.open_links.push(kind);
        index + 1
    }

    /// Pass on the image that begins at `index` as an embed; where it lies elsewhere, only its words are shown. The index
    /// of the next event.
    fn image(
        &mut self,
        events: &[(Event<'a>, Range<usize>)],
        index: usize,
        link_type: LinkType,
        dest: &CowStr<'a>,
        title: &CowStr<'a>,
    ) -> usize {
        let (_, range) = &events[index];
        let wiki = matches!(link_type, LinkType::WikiLink { .. });
        let what = match link_type {
            LinkType::WikiLink { .. } => Some(wikilink(dest)),
            _ => match address(dest, self.run.folder) {
                Address::Inside(what) => Some(what),
                Address::Outside | Address::Unsafe => None,
            },
        };
        let Some(what) = what else {
            self.out.problems.push((BodyProblem::ForeignImage(dest.to_string()), range.clone()));
            // Its words are read like any others: a link in them may be private.
            return index + 1;
        };
        let end = matching_end(events, index);
        let has_label = !matches!(link_type, LinkType::WikiLink { has_pothole: false });
        let label: Arc<str> = if has_label { plain(&events[index + 1..=end]).into() } else { "".into() };
        self.push(BodyEvent::Embed { what, label, title: (&**title).into(), wiki }, range.clone());
        end + 1
    }

    /// Words: annotations split them, bare addresses in them become links.
    fn words(&mut self, words: &CowStr<'a>, range: Range<usize>, covered: usize) {
        if self.run.text[range.clone()] != **words {
            // An escape or an entity: the words are not the text, so nothing in them is syntax.
            self.push(BodyEvent::Markdown(Event::Text(words.clone())), range);
            return;
        }
        let mut at = range.start.max(covered.min(range.end));
        while at < range.end {
            let cut = self.marks.next(at).filter(|(mark, _, _)| *mark < range.end);
            let until = cut.as_ref().map_or(range.end, |(mark, _, _)| *mark);
            self.plain_words(at..until);
            let Some((mark, event, after)) = cut else { break };
            self.push(event, mark..after);
            at = after;
        }
    }

    fn plain_words(&mut self, range: Range<usize>) {
        let words: &'a str = &self.run.text[range.clone()];
        if words.is_empty() {
            return;
        }
        let in_link = !self.open_links.is_empty();
        if in_link || !can_hold_address(words) {
            self.push(BodyEvent::Markdown(Event::Text(words.into())), range);
            return;
        }
        let mut finder = LinkFinder::new();
        finder.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
        for span in finder.spans(words) {
            let place = range.start + span.start()..range.start + span.end();
            let text = span.as_str();
            let with_scheme = text.starts_with("http://") || text.starts_with("https://");
            if span.kind().is_some() && (with_scheme || text.starts_with("www.")) {
                // GFM's own rule for addresses without a scheme.
                let address = if with_scheme { text.into() } else { format!("http://{text}").into() };
                let tag = Tag::Link {
                    link_type: LinkType::Autolink,
                    dest_url: address,
                    title: "".into(),
                    id: "".into(),
                };
                self.push(BodyEvent::Markdown(Event::Start(tag)), place.clone());
                self.push(BodyEvent::Markdown(Event::Text(text.into())), place.clone());
                self.push(BodyEvent::Markdown(Event::End(TagEnd::Link)), place);
            } else {
                self.push(BodyEvent::Markdown(Event::Text(text.into())), place);
            }
        }
    }

    /// Where the remark stands that was passed on last, if one was: it covers the events of its words.
    fn covered(&self) -> Range<usize> {
        match self.out.events.last() {
            Some((BodyEvent::AnnotationEnd(Some(_)) | BodyEvent::Remark(_), range)) => range.clone(),
            _ => 0..0,
        }
    }

    fn push(&mut self, event: BodyEvent<'a>, range: Range<usize>) {
        self.out.events.push((event, range));
    }
}

/// Whether bare addresses can stand among these words.
fn can_hold_address(words: &str) -> bool {
    let bytes = words.as_bytes();
    memchr_iter(b':', bytes).any(|at| bytes[at + 1..].starts_with(b"//"))
}

/// The index of the end of the link or image that starts at `index`.
fn matching_end(events: &[(Event<'_>, Range<usize>)], index: usize) -> usize {
    let mut depth = 0;
    for (at, (event, _)) in events.iter().enumerate().skip(index) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    events.len() - 1
}

/// The first event at or after `index` that the remark at `covered` does not hold. Of words that reach beyond it, the rest
/// is passed on; a link that does so belongs to the remark it began in, emphasis that began before it does not.
fn skip_covered(events: &[(Event<'_>, Range<usize>)], mut index: usize, covered: &Range<usize>) -> usize {
    let hidden = |event: &Event<'_>, range: &Range<usize>| match event {
        Event::Text(_) => range.start < covered.end && range.end <= covered.end,
        _ => covered.contains(&range.start),
    };
    while events.get(index).is_some_and(|(event, range)| hidden(event, range)) {
        index += 1;
    }
    index
}

/// The words of an image, plain. A name that a link or a citation among them stands for may be private, and no link
/// can stand there: nothing of it is shown.
fn plain(events: &[(Event<'_>, Range<usize>)]) -> String {
    let mut out = String::new();
    let mut hidden = false;
    for (event, _) in events {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. })
                if &**dest_url == CITATION
                    || matches!(link_type, LinkType::WikiLink { has_pothole: false }) =>
            {
                out.push('…');
                hidden = true;
            }
            Event::End(TagEnd::Link) => hidden = false,
            _ if hidden => {}
            Event::Text(words) | Event::Code(words) => out.push_str(words),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    out
}
