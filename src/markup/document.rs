//! A text to be rendered: a page's body or a remark, with what has to be known of it beforehand.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use memchr::memchr_iter;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use crate::link::PublishedPage;
use crate::model::{FoldedName, RawHtml, fold};
use crate::parse::citation::CitedItem;
use crate::parse::facts::Heading;
use crate::parse::markdown::{BodyEvent, remark_events};
use crate::parse::quotation::{BodyQuotation, body_quotations};

/// The events of a text; places in it are places in that list.
pub(super) struct Document<'a> {
    /// The page it belongs to: its links are seen from there.
    pub(super) page: &'a PublishedPage,
    /// Its text.
    pub(super) text: &'a str,
    /// Its events.
    pub(super) events: Vec<(BodyEvent<'a>, Range<usize>)>,
    /// The content of each footnote.
    footnotes: HashMap<FoldedName, Range<usize>>,
    /// Where the headings begin, in the order in which the page's facts have them; none in a remark.
    headings: Vec<usize>,
    /// What it quotes from sources, in the order of the citations.
    quotations: Vec<BodyQuotation>,
    /// Where words stand that are quoted, in order, each place once, and which quotations these are.
    quoted: Vec<(Range<usize>, Vec<usize>)>,
    /// Which quotations are the block that begins at this place.
    blocks: HashMap<usize, Vec<usize>>,
    /// The events of the citations that they name, by where those begin.
    citations: HashMap<usize, usize>,
    /// Whether the editors put words into each quotation, once somebody asked.
    inserted: Vec<OnceCell<bool>>,
    /// Where brackets close in a text that quotes, in order.
    brackets: Vec<usize>,
}

/// What these events of a page quote; most pages quote nothing, and are not asked.
fn quotations(page: &PublishedPage, events: &[(BodyEvent<'_>, Range<usize>)]) -> Vec<BodyQuotation> {
    if page.parsed().quotations.is_empty() {
        return Vec::new();
    }
    let mut quotations = body_quotations(events).quotations;
    quotations.sort_by_key(|quotation| quotation.citation);
    quotations
}

/// Where words stand that are quoted, in order; what overlaps is one, with all that quote there.
fn quoted(quotations: &[BodyQuotation]) -> Vec<(Range<usize>, Vec<usize>)> {
    let mut order: Vec<usize> = (0..quotations.len()).collect();
    order.sort_by_key(|nth| quotations[*nth].at.start);
    let mut quoted: Vec<(Range<usize>, Vec<usize>)> = Vec::new();
    for nth in order {
        let place = quotations[nth].at.clone();
        match quoted.last_mut().filter(|(last, _)| place.start < last.end) {
            Some((last, all)) => {
                last.end = last.end.max(place.end);
                all.push(nth);
            }
            None => quoted.push((place, vec![nth])),
        }
    }
    quoted
}

/// The quotations that are blocks, by where these begin.
fn quoted_blocks(quotations: &[BodyQuotation]) -> HashMap<usize, Vec<usize>> {
    let mut blocks: HashMap<usize, Vec<usize>> = HashMap::new();
    for (nth, quotation) in quotations.iter().enumerate() {
        if let Some(block) = quotation.block {
            blocks.entry(block).or_default().push(nth);
        }
    }
    blocks
}

/// Where the citations stand that quotations name.
fn citations(
    quotations: &[BodyQuotation],
    events: &[(BodyEvent<'_>, Range<usize>)],
) -> HashMap<usize, usize> {
    if quotations.is_empty() {
        return HashMap::new();
    }
    let all = events.iter().enumerate().filter(|(_, (event, _))| matches!(event, BodyEvent::Citation(_)));
    all.map(|(index, (_, range))| (range.start, index)).collect()
}

impl<'a> Document<'a> {
    /// The body of a page.
    pub(super) fn body(page: &'a PublishedPage) -> Self {
        let text = page.parsed().body_text();
        let events: Vec<_> = page.parsed().events.all(text).collect();
        let mut document = Self::new(page, text, events);
        for (index, (event, _)) in document.events.iter().enumerate() {
            match event {
                BodyEvent::Markdown(Event::Start(Tag::Heading { .. })) => document.headings.push(index),
                BodyEvent::Markdown(Event::Start(Tag::FootnoteDefinition(label))) => {
                    // Of several the first counts.
                    let content = index + 1..document.block_end(index) - 1;
                    document.footnotes.entry(fold(label)).or_insert(content);
                }
                _ => {}
            }
        }
        document
    }

    /// A remark on a page's body.
    pub(super) fn remark(page: &'a PublishedPage, text: &'a str, raw_html: RawHtml) -> Self {
        let events = remark_events(text, page.facts().path.folder(), raw_html).events;
        Self::new(page, text, events)
    }

    /// A text with what it quotes, and without footnotes and headings.
    fn new(page: &'a PublishedPage, text: &'a str, events: Vec<(BodyEvent<'a>, Range<usize>)>) -> Self {
        let quotations = quotations(page, &events);
        let brackets = match quotations.is_empty() {
            true => Vec::new(),
            false => memchr_iter(b']', text.as_bytes()).collect(),
        };
        Self {
            page,
            text,
            footnotes: HashMap::new(),
            headings: Vec::new(),
            quoted: quoted(&quotations),
            blocks: quoted_blocks(&quotations),
            citations: citations(&quotations, &events),
            inserted: quotations.iter().map(|_| OnceCell::new()).collect(),
            brackets,
            quotations,
            events,
        }
    }

    /// The top-level blocks, in order.
    pub(super) fn blocks(&self) -> Vec<Range<usize>> {
        let mut blocks = Vec::new();
        let mut start = 0;
        while start < self.events.len() {
            let end = self.block_end(start);
            blocks.push(start..end);
            start = end;
        }
        blocks
    }

    /// Where the block that begins at `index` is over; for anything else, the next place.
    pub(super) fn block_end(&self, index: usize) -> usize {
        let mut depth = 0_usize;
        for (at, (event, _)) in self.events.iter().enumerate().skip(index) {
            match event.boundary() {
                Some(true) => depth += 1,
                Some(false) => depth = depth.saturating_sub(1),
                None => {}
            }
            if depth == 0 {
                return at + 1;
            }
        }
        self.events.len()
    }

    /// What the page's facts know of the heading that begins at `index`.
    pub(super) fn heading(&self, index: usize) -> Option<&'a Heading> {
        let nth = self.headings.binary_search(&index).ok()?;
        self.page.facts().headings.get(nth)
    }

    /// The words of the heading with this anchor.
    pub(super) fn heading_words(&self, anchor: &str) -> Option<Range<usize>> {
        let start = self.heading_place(anchor)?;
        Some(start + 1..self.block_end(start) - 1)
    }

    /// The section under a heading, with the heading itself: up to the next of the same or a higher level, or to
    /// the end of the block that holds it.
    pub(super) fn section(&self, anchor: &str) -> Option<Range<usize>> {
        let start = self.heading_place(anchor)?;
        let level = self.heading(start)?.level;
        let mut at = self.block_end(start);
        while let Some((event, _)) = self.events.get(at) {
            match event {
                BodyEvent::Markdown(Event::Start(Tag::Heading { level: next, .. }))
                    if *next as u8 <= level =>
                {
                    break;
                }
                event if event.boundary() == Some(false) => break,
                _ => at = self.block_end(at),
            }
        }
        Some(start..at)
    }

    /// The content of a footnote.
    pub(super) fn footnote(&self, label: &str) -> Option<Range<usize>> {
        self.footnotes.get(&fold(label)).cloned()
    }

    /// The items of the citation that begins here.
    pub(super) fn citation(&self, start: usize) -> &[CitedItem] {
        match self.citations.get(&start).and_then(|index| self.event(*index)) {
            Some(BodyEvent::Citation(items)) => items,
            _ => &[],
        }
    }

    /// The quotations from the sources of the citation that begins here.
    pub(super) fn quoted_from(&self, citation: usize) -> &[BodyQuotation] {
        let first = self.quotations.partition_point(|quotation| quotation.citation < citation);
        let last = self.quotations.partition_point(|quotation| quotation.citation <= citation);
        &self.quotations[first..last]
    }

    /// Whether the event at `index` stands among words that are quoted from a source.
    pub(super) fn is_quoted(&self, index: usize) -> bool {
        self.events.get(index).is_some_and(|(_, range)| self.quotations_at(range.start).next().is_some())
    }

    /// The quotations that a place in the text belongs to, each with its number.
    pub(super) fn quotations_at(&self, place: usize) -> impl Iterator<Item = (usize, &BodyQuotation)> {
        let after = self.quoted.partition_point(|(quoted, _)| quoted.start <= place);
        let here = after.checked_sub(1).and_then(|last| self.quoted.get(last));
        let all = here.into_iter().flat_map(|(_, all)| all);
        all.filter_map(move |nth| {
            let quotation = self.quotations.get(*nth).filter(|quotation| quotation.at.contains(&place))?;
            Some((*nth, quotation))
        })
    }

    /// Whether the editors put words into the quotation of this number: `ask` is called for the first of its brackets.
    pub(super) fn has_insertions(&self, nth: usize, ask: impl FnOnce(&BodyQuotation) -> bool) -> bool {
        let (answer, quotation) = (self.inserted.get(nth), self.quotations.get(nth));
        answer.zip(quotation).is_some_and(|(answer, quotation)| *answer.get_or_init(|| ask(quotation)))
    }

    /// The words in brackets that open at this place of a text that quotes.
    pub(super) fn in_brackets(&self, place: usize) -> Option<&'a str> {
        let nth = self.brackets.partition_point(|bracket| *bracket <= place);
        let words = self.text.get(place..*self.brackets.get(nth)?)?;
        words.strip_prefix('[')
    }

    /// The quotations that are the block which begins at this place.
    pub(super) fn block_quotations(&self, start: usize) -> impl Iterator<Item = &BodyQuotation> {
        let all = self.blocks.get(&start).into_iter().flatten();
        all.filter_map(|nth| self.quotations.get(*nth))
    }

    /// How many bytes of text these events stand for.
    pub(super) fn bytes(&self, events: &Range<usize>) -> usize {
        let ranges = self.events.get(events.clone()).unwrap_or_default();
        let start = ranges.iter().map(|(_, range)| range.start).min().unwrap_or(0);
        let end = ranges.iter().map(|(_, range)| range.end).max().unwrap_or(0);
        end.saturating_sub(start)
    }

    /// The event at `index`.
    pub(super) fn event(&self, index: usize) -> Option<&BodyEvent<'a>> {
        self.events.get(index).map(|(event, _)| event)
    }

    /// Whether the event at `index` is all there is in its list item.
    pub(super) fn is_alone_in_item(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.event(before));
        matches!(before, Some(BodyEvent::Markdown(Event::Start(Tag::Item))))
            && matches!(self.event(index + 1), Some(BodyEvent::Markdown(Event::End(TagEnd::Item))))
    }

    fn heading_place(&self, anchor: &str) -> Option<usize> {
        self.headings.get(self.page.facts().headings.place_of(anchor)?).copied()
    }
}

/// A heading's level as written, 1 to 6.
pub(super) fn level(level: HeadingLevel) -> u8 {
    level as u8
}
