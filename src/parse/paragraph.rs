//! A body's events → its statements, each with the sources that it cites: what coverage is counted on.
//!
//! A statement is what a reader takes for one: a paragraph, an item of a list, a row of a table, a block quote.
//! Headings, code, pictures, transclusions, tasks and what holds links alone state nothing. What a remark or a
//! footnote cites belongs to the statement that it is attached to. A callout's title, a table's head and a lead-in
//! (what ends in a colon before a list, a table or a quotation) cite for all that they introduce.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::citation::CitedItem;
use super::markdown::{BodyEvent, BodyEvents, remark_events};
use super::target::Target;
use crate::model::{FoldedName, RawHtml, fold};
use crate::text::{HashMap, Span};

/// The statements of a body, in order. What is cited once for very many of them, in a table's head or a footnote, is kept
/// once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraphs {
    paragraphs: Box<[Paragraph]>,
    lists: Box<[Box<[Target]>]>,
}

/// One statement of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Paragraph {
    /// Its own words, in the body's text without comments.
    words: Span,
    /// The lists of sources that are cited for it.
    cited: Box<[u32]>,
}

impl Paragraphs {
    /// Where the words of each statement stand in the body's text without comments, and whether a target that `counts` is
    /// cited for it.
    pub fn covered(&self, counts: impl Fn(&Target) -> bool) -> impl Iterator<Item = (Range<usize>, bool)> {
        let lists: Vec<bool> = self.lists.iter().map(|list| list.iter().any(&counts)).collect();
        self.paragraphs.iter().map(move |paragraph| {
            let covered = paragraph.cited.iter().any(|list| lists.get(*list as usize) == Some(&true));
            (paragraph.words.range(), covered)
        })
    }
}

/// The statements of a body, in order.
pub(super) fn read(events: &BodyEvents<'_>, text: &str, folder: &str, raw_html: RawHtml) -> Paragraphs {
    let mut reader = Reader { text, folder, raw_html, ..Reader::default() };
    for (event, range) in &events.events {
        reader.event(event, range);
    }
    reader.end_lead();
    let Reader { found, footnotes, lists, .. } = reader;
    let paragraph = |open: Open| {
        let notes = open.footnotes.iter().filter_map(|label| footnotes.get(label));
        let lists = open.cited.all().chain(notes.copied());
        let cited = lists.map(|list| u32::try_from(list).unwrap_or(u32::MAX)).collect();
        Paragraph { words: open.range.into(), cited }
    };
    Paragraphs {
        paragraphs: found.into_iter().map(paragraph).collect(),
        lists: lists.into_iter().map(Vec::into_boxed_slice).collect(),
    }
}

/// The lists of citations that count for something, by their places among all.
#[derive(Debug, Default)]
struct Cited {
    /// Its own, once there is something in it.
    own: Option<usize>,
    /// Those that others fill.
    inherited: Vec<usize>,
}

impl Cited {
    fn all(&self) -> impl Iterator<Item = usize> {
        self.own.into_iter().chain(self.inherited.iter().copied())
    }

    /// For what stands inside or behind: there it is inherited.
    fn handed_on(self) -> Self {
        Self { inherited: self.all().collect(), own: None }
    }
}

/// A statement that is being read.
#[derive(Debug, Default)]
struct Open {
    range: Range<usize>,
    cited: Cited,
    footnotes: Vec<FoldedName>,
    /// Whether it says anything outside of links.
    states: bool,
    /// Whether its last word is followed by a colon.
    leads: bool,
}

/// A block that is open.
#[derive(Debug)]
enum Block {
    /// What is said in it is one statement.
    Statement(Open, Sort),
    /// What is cited in its title, head or lead-in is cited for all in it; whether that is being read.
    Group(Cited, bool),
    /// What is cited in it belongs to where it is used.
    Footnote(FoldedName),
    /// It belongs to the block around it.
    Inner,
    /// It states nothing.
    Silent,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Sort {
    Paragraph,
    Item,
    /// A quotation or a row: nothing in it is a statement by itself.
    Whole,
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    folder: &'a str,
    raw_html: RawHtml,
    blocks: Vec<Block>,
    /// How many links are open.
    links: usize,
    found: Vec<Open>,
    /// A paragraph that ended in a colon: what follows says whether it is a lead-in.
    lead: Option<Open>,
    /// Where in `found` the quotation stands that was the last block.
    quotation: Option<usize>,
    /// The list of what each footnote cites, by label.
    footnotes: HashMap<FoldedName, usize>,
    /// All lists of citations.
    lists: Vec<Vec<Target>>,
}

impl Reader<'_> {
    fn event(&mut self, event: &BodyEvent<'_>, range: &Range<usize>) {
        match event {
            BodyEvent::Markdown(event) => self.markdown(event, range),
            BodyEvent::LinkStart { .. } => {
                self.links += 1;
                self.reaches(range);
            }
            BodyEvent::LinkEnd => self.links = self.links.saturating_sub(1),
            BodyEvent::Citation(items) => {
                self.cites(items);
                self.reaches(range);
            }
            BodyEvent::AnnotationEnd(Some(remark)) | BodyEvent::Remark(remark) => {
                self.remark(remark.clone());
                self.reaches(&(range.start..range.end.max(remark.end + "<<}".len())));
            }
            BodyEvent::AnnotationStart | BodyEvent::AnnotationEnd(None) => self.reaches(range),
            BodyEvent::CalloutStart(_) => self.open_group(true),
            BodyEvent::CalloutTitleEnd => {
                if let Some(Block::Group(_, heading)) = self.blocks.last_mut() {
                    *heading = false;
                }
            }
            BodyEvent::CalloutEnd => self.close(),
            BodyEvent::Embed { .. } => {}
        }
    }

    fn markdown(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(words) | Event::Code(words) => self.words(words, range),
            Event::FootnoteReference(label) => {
                if let Some(open) = self.current() {
                    open.footnotes.push(fold(label));
                }
            }
            Event::TaskListMarker(_) => {
                if let Some(item) = self.blocks.last_mut() {
                    *item = Block::Silent;
                }
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => self.links += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => self.links = self.links.saturating_sub(1),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {}
            Event::Start(tag) => self.open(tag),
            Event::End(_) => self.close(),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(_) | Tag::Table(_) => self.open_group(false),
            Tag::BlockQuote(_) => {
                let lead = self.take_lead();
                self.open_statement(Sort::Whole);
                if let Some(Block::Statement(open, _)) = self.blocks.last_mut() {
                    open.cited = lead;
                }
            }
            Tag::Item => self.open_statement(Sort::Item),
            Tag::TableRow => self.open_statement(Sort::Whole),
            Tag::TableHead => {
                if let Some(Block::Group(_, heading)) = self.blocks.last_mut() {
                    *heading = true;
                }
                self.blocks.push(Block::Inner);
            }
            Tag::TableCell => self.blocks.push(Block::Inner),
            Tag::Paragraph => {
                self.end_lead();
                self.open_statement(Sort::Paragraph);
            }
            Tag::FootnoteDefinition(label) => {
                self.end_lead();
                self.blocks.push(Block::Footnote(fold(label)));
            }
            _ => {
                self.end_lead();
                self.quotation = None;
                self.blocks.push(Block::Silent);
            }
        }
    }

    /// A statement of its own, unless it is part of one, or of what states nothing.
    fn open_statement(&mut self, sort: Sort) {
        let around = self.blocks.iter().rev().find(|block| !matches!(block, Block::Inner));
        let part = match around {
            Some(Block::Statement(_, Sort::Item)) => sort == Sort::Paragraph,
            Some(Block::Statement(..) | Block::Footnote(_) | Block::Silent) => true,
            Some(Block::Group(..) | Block::Inner) | None => false,
        };
        if sort != Sort::Paragraph || part {
            self.quotation = None;
        }
        self.blocks.push(if part { Block::Inner } else { Block::Statement(Open::default(), sort) });
    }

    fn open_group(&mut self, heading: bool) {
        let mut cited = self.take_lead();
        self.quotation = None;
        let around = self.blocks.iter_mut().rev().find(|block| !matches!(block, Block::Inner));
        let inner = match around {
            Some(Block::Statement(item, Sort::Item)) => {
                if item.leads {
                    cited.inherited.extend(std::mem::take(&mut item.cited).all());
                    item.states = false;
                }
                false
            }
            Some(Block::Statement(..) | Block::Footnote(_)) => true,
            // The list below a task is as little a statement as the task.
            Some(Block::Silent) => true,
            Some(Block::Group(..) | Block::Inner) | None => false,
        };
        self.blocks.push(if inner { Block::Inner } else { Block::Group(cited, heading) });
    }

    fn close(&mut self) {
        match self.blocks.pop() {
            Some(Block::Statement(mut open, sort)) => {
                let around = self.blocks.iter().filter_map(|block| match block {
                    Block::Group(cited, _) => Some(cited),
                    _ => None,
                });
                open.cited.inherited.extend(around.flat_map(Cited::all));
                if sort == Sort::Paragraph && open.leads {
                    self.lead = Some(open);
                } else if open.states {
                    self.quotation = (sort == Sort::Whole).then_some(self.found.len());
                    self.found.push(open);
                }
            }
            Some(Block::Inner) => {
                // The head of a table is over.
                if let Some(Block::Group(_, heading)) = self.blocks.last_mut() {
                    *heading = false;
                }
            }
            _ => self.end_lead(),
        }
    }

    /// What followed the colon was neither list nor quotation: it was a statement.
    fn end_lead(&mut self) {
        if let Some(open) = self.lead.take().filter(|open| open.states) {
            self.found.push(open);
        }
    }

    fn take_lead(&mut self) -> Cited {
        self.lead.take().map(|open| open.cited.handed_on()).unwrap_or_default()
    }

    fn words(&mut self, words: &str, range: &Range<usize>) {
        let in_link = self.links > 0;
        let says = words.contains(char::is_alphanumeric);
        if let Some(open) = self.current() {
            open.states |= says && !in_link;
            if !words.trim().is_empty() {
                open.leads = words.trim_end().ends_with(':');
                self.quotation = None;
            }
        }
        self.reaches(range);
    }

    fn reaches(&mut self, range: &Range<usize>) {
        if let Some(open) = self.current() {
            let start = if open.range.is_empty() { range.start } else { open.range.start };
            open.range = start..range.end.max(open.range.end);
        }
    }

    fn cites(&mut self, items: &[CitedItem]) {
        let Self { blocks, found, footnotes, lists, .. } = self;
        let mut add = |own: &mut Option<usize>| {
            let list = *own.get_or_insert_with(|| {
                lists.push(Vec::new());
                lists.len() - 1
            });
            lists[list].extend(items.iter().map(|item| Target::Name(item.key.clone())));
        };
        if let Some(quotation) = self.quotation.and_then(|at| found.get_mut(at)) {
            // A quotation, and its source at the beginning of what follows it.
            add(&mut quotation.cited.own);
        }
        for block in blocks.iter_mut().rev() {
            match block {
                Block::Inner => {}
                Block::Silent | Block::Group(_, false) => return,
                Block::Statement(open, _) => return add(&mut open.cited.own),
                Block::Group(cited, true) => return add(&mut cited.own),
                Block::Footnote(label) => {
                    let mut own = footnotes.get(label).copied();
                    add(&mut own);
                    footnotes.extend(own.map(|list| (label.clone(), list)));
                    return;
                }
            }
        }
    }

    fn remark(&mut self, range: Range<usize>) {
        let remark = remark_events(&self.text[range], self.folder, self.raw_html);
        for (event, _) in &remark.events {
            match event {
                BodyEvent::Citation(items) => self.cites(items),
                BodyEvent::Markdown(Event::FootnoteReference(label)) => {
                    if let Some(open) = self.current() {
                        open.footnotes.push(fold(label));
                    }
                }
                _ => {}
            }
        }
    }

    /// The statement that is being read.
    fn current(&mut self) -> Option<&mut Open> {
        for block in self.blocks.iter_mut().rev() {
            match block {
                Block::Inner => {}
                Block::Statement(open, _) => return Some(open),
                Block::Group(..) | Block::Footnote(_) | Block::Silent => return None,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
