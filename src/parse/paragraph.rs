//! A body's events → its statements, each with the sources that it cites: what coverage is counted on.
//!
//! A statement is what a reader takes for one: a paragraph, an item of a list, a row of a table, a block quote.
//! Headings, code, pictures, transclusions, tasks and what holds links alone state nothing. What a remark or a
//! footnote cites belongs to the statement that it is attached to. A callout's title, a table's head and a lead-in
//! (what ends in a colon before a list, a table or a quotation) cite for all that they introduce.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::markdown::{BodyEvent, BodyEvents, remark_events};
use super::target::Target;
use crate::model::{FoldedName, RawHtml, fold};
use crate::text::{HashMap, Span};

/// One statement of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its own words, in the body's text without comments.
    words: Span,
    /// The sources that are cited for it.
    pub citations: Box<[Target]>,
}

impl Paragraph {
    /// Its own words, in the body's text without comments.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.words.range()
    }
}

/// The statements of a body, in order.
pub(super) fn read(events: &BodyEvents<'_>, text: &str, folder: &str, raw_html: RawHtml) -> Vec<Paragraph> {
    let mut reader = Reader { text, folder, raw_html, ..Reader::default() };
    for (event, range) in &events.events {
        reader.event(event, range);
    }
    reader.end_lead();
    let Reader { mut found, footnotes, .. } = reader;
    for open in &mut found {
        let notes = open.footnotes.iter().filter_map(|label| footnotes.get(label));
        open.citations.extend(notes.flatten().cloned());
    }
    let paragraph = |open: Open| Paragraph { words: open.range.into(), citations: open.citations.into() };
    found.into_iter().map(paragraph).collect()
}

/// A statement that is being read.
#[derive(Debug, Default)]
struct Open {
    range: Range<usize>,
    citations: Vec<Target>,
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
    Group(Vec<Target>, bool),
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
    /// What footnotes cite, by label.
    footnotes: HashMap<FoldedName, Vec<Target>>,
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
                let cited = items.iter().map(|item| Target::Name(item.key.clone())).collect();
                self.cites(cited);
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
                    open.citations.extend(lead);
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
                    cited.append(&mut item.citations);
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
                open.citations.extend(around.flatten().cloned());
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

    fn take_lead(&mut self) -> Vec<Target> {
        self.lead.take().map(|open| open.citations).unwrap_or_default()
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

    fn cites(&mut self, cited: Vec<Target>) {
        if let Some(quotation) = self.quotation.and_then(|at| self.found.get_mut(at)) {
            // A quotation, and its source at the beginning of what follows it.
            quotation.citations.extend(cited.iter().cloned());
        }
        for block in self.blocks.iter_mut().rev() {
            match block {
                Block::Inner => {}
                Block::Silent => return,
                Block::Statement(open, _) => return open.citations.extend(cited),
                Block::Group(group, true) => return group.extend(cited),
                Block::Group(_, false) => return,
                Block::Footnote(label) => {
                    return self.footnotes.entry(label.clone()).or_default().extend(cited);
                }
            }
        }
    }

    fn remark(&mut self, range: Range<usize>) {
        let remark = remark_events(&self.text[range], self.folder, self.raw_html);
        for (event, _) in &remark.events {
            match event {
                BodyEvent::Citation(items) => {
                    self.cites(items.iter().map(|item| Target::Name(item.key.clone())).collect());
                }
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
mod tests {
    use super::*;
    use crate::parse::markdown::body_events;

    /// Each statement with what it cites: `words < a b`.
    fn statements(text: &str) -> Vec<String> {
        let events = body_events(text, "content", RawHtml::default());
        let found = read(&events, text, "content", RawHtml::default()).into_iter().map(|paragraph| {
            let words = text[paragraph.range()].split_whitespace().take(2).collect::<Vec<_>>().join(" ");
            let cited: Vec<_> = paragraph.citations.iter().map(ToString::to_string).collect();
            format!("{words} < {}", cited.join(" "))
        });
        found.collect()
    }

    #[test]
    fn a_statement_is_what_a_reader_takes_for_one() {
        for (text, expected) in [
            ("One two [@a].\n\nThree four.", &["One two < a", "Three four. < "][..]),
            ("# Head line [@a]\n\n```\ncode words\n```\n\n![[page]]\n\n---", &[]),
            (
                "- One two [@a]\n\n  More of it.\n- Three four\n  - Five six [@b]",
                &["One two < a", "Five six < b", "Three four < "],
            ),
            (
                "- [[one]]\n- [[two|label]], [three](https://a.example)\n- [[one]] with words",
                &["[[one]] with < "],
            ),
            ("- [ ] a task\n- [x] done [@a]", &[]),
            (
                "| a | b |\n|---|---|\n| one two [@a] | three |\n| four five | six |",
                &["one two < a", "four five < "],
            ),
            ("| a [@a] | b |\n|---|---|\n| one two | three [@b] |", &["one two < b a"]),
            ("> One two\n>\n> - three [@a]", &["One two < a"]),
            ("> One two\n\n[@a]", &["One two < a"]),
            ("> One two\n\n[@a] says more.", &["One two < a", "[@a] says < a"]),
            ("> One two\n\nMore words [@a].", &["One two < ", "More words < a"]),
        ] {
            assert_eq!(statements(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_attached_to_a_statement_cites_for_it() {
        for (text, expected) in [
            ("One {==two==}{>>see [@a]<<} three.", &["One {==two==}{>>see < a"][..]),
            ("{==One==}{>>why<<}", &["{==One==}{>>why<<} < "]),
            ("One two.[^n]\n\n[^n]: Why so [@a].\n\n    - and [@b]", &["One two. < a b"]),
            (
                "> [!note] Title [@a]\n> One two.\n>\n> Three four [@b].",
                &["One two. < a", "Three four < b a"],
            ),
            ("> [!supports] [@a]\n> > “One two”", &["“One two” < a"]),
            ("These are listed [@a]:\n\n- One two\n- Three four [@b]", &["One two < a", "Three four < b a"]),
            ("So it stands:\n\n> One two [@a]", &["One two < a"]),
            ("So it stands:\n\nOne two [@a].", &["So it < ", "One two < a"]),
            ("- On this:\n  - one two [@a]", &["one two < a"]),
            ("It ends here:", &["It ends < "]),
        ] {
            assert_eq!(statements(text), expected, "{text}");
        }
    }
}
