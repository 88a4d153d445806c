//! Quotations in a body: the words, and the citation that says whose they are.
//!
//! Three forms name a source:
//!
//! - **evidence**: a callout `> [!supports] [@report, para. 4]`; what stands in it in double quotation marks, or all
//!   of it where there are none;
//! - **a block quote** that ends with a citation, has one behind a dash in its last paragraph, or is followed by a
//!   paragraph that begins with one;
//! - **words in double quotation marks**, followed by a citation in the same sentence.
//!
//! Single quotation marks quote nothing: they are for terms, and for quotations within quotations. An item with words
//! before it (`see @other`) is no source of the quotation. What stands in `[!translation]` is the translator's, and
//! not compared with anything.
//!
//! [`body_quotations`] works on the events alone, so `parse/` and `markup/` find the same quotations.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};

use self::run::{Cited, Run};
use super::facts::WrittenCitation;
use super::inline::is_inline;
use super::markdown::BodyEvent;
use super::quotation_marks::{Mark, has_words_outside_marks, in_marks, is_all_in_marks, is_mark};
use super::sentence::next_sentence_end;
use crate::model::claim::Stance;
use crate::text::Span;

mod run;

/// The callout that holds a quotation's translation.
pub const TRANSLATION: &str = "translation";

/// Words that a page says are a source's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words, plain, without the marks around them.
    pub words: Arc<str>,
    /// The source, and where in it.
    pub source: WrittenCitation,
    /// Where they stand in the file.
    pub place: Span,
}

/// Words of a body that a citation says are a source's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyQuotation {
    /// The words, plain, without the marks around them; paragraphs have an empty line between.
    pub words: String,
    /// Where they stand.
    pub at: Range<usize>,
    /// The citation, by where it begins.
    pub citation: usize,
    /// Which of its items the words are from.
    pub items: Vec<usize>,
    /// Where the evidence or block quote begins; `None` among other words.
    pub block: Option<usize>,
    /// Whether that block holds words besides, which are compared with nothing.
    pub in_part: bool,
}

/// What is found of quotations in a body.
#[derive(Debug, Default)]
pub struct BodyQuotations {
    /// Those that name a source, in order.
    pub quotations: Vec<BodyQuotation>,
    /// Where marks open that are never closed, with a citation behind them.
    pub unclosed: Vec<Range<usize>>,
}

/// The quotations among these events; all ranges are those of the events.
#[must_use]
pub fn body_quotations(events: &[(BodyEvent<'_>, Range<usize>)]) -> BodyQuotations {
    // All that is found names a source, or would name one if a mark were closed.
    if !events.iter().any(|(event, _)| matches!(event, BodyEvent::Citation(_))) {
        return BodyQuotations::default();
    }
    let mut reader = Reader::default();
    for (event, range) in events {
        reader.take(event, range);
    }
    reader.end_of_run();
    reader.found
}

/// A block quote or a callout that is open.
#[derive(Debug)]
struct Block {
    /// Where it begins.
    start: usize,
    kind: BlockKind,
    in_title: bool,
    /// The citation of the title.
    title: Option<Cited>,
    /// What is quoted in it.
    runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BlockKind {
    Evidence,
    Quote,
    Translation,
    /// Any other callout: words like all others.
    Other,
}

#[derive(Debug, Default)]
struct Reader {
    run: Run,
    blocks: Vec<Block>,
    in_code: bool,
    /// A block quote that has just closed and named no source: where it began, and what it holds.
    waiting: Option<(usize, Vec<Run>)>,
    found: BodyQuotations,
}

impl Reader {
    fn take(&mut self, event: &BodyEvent<'_>, range: &Range<usize>) {
        match event {
            BodyEvent::Markdown(event) => self.markdown(event, range),
            BodyEvent::LinkStart { to, labelled: false, .. } => {
                self.run.push(&to.target.to_string(), range);
            }
            BodyEvent::Citation(items) => {
                let plain = items.iter().enumerate().filter(|(_, item)| item.prefix.is_empty());
                let items = plain.map(|(index, _)| index).collect();
                self.run.cited.push(Cited { offset: self.run.text.len(), at: range.start, items });
            }
            BodyEvent::CalloutStart(name) => {
                let kind = match &**name {
                    TRANSLATION => BlockKind::Translation,
                    name if Stance::of_callout(name).is_some() => BlockKind::Evidence,
                    _ => BlockKind::Other,
                };
                self.open(kind, range.start);
            }
            BodyEvent::CalloutTitleEnd => {
                if let Some(block) = self.blocks.last_mut() {
                    block.in_title = false;
                    let mut title = std::mem::take(&mut self.run);
                    block.title = title.cited.pop();
                    // In a block quote, the title of a callout is shown among the words of the source.
                    if block.kind == BlockKind::Other {
                        block.runs.push(Run { cited: Vec::new(), ..title });
                    }
                }
            }
            BodyEvent::CalloutEnd => self.close(),
            // What is shown among a source's words has to be one of them.
            BodyEvent::Embed { what, wiki, label, .. } => {
                let shown = if *wiki { format!("![[{}]]", what.target) } else { label.to_string() };
                self.run.push(&shown.replace(is_mark, "'"), range);
            }
            BodyEvent::LinkStart { .. }
            | BodyEvent::LinkEnd
            | BodyEvent::AnnotationStart
            | BodyEvent::AnnotationEnd(_)
            | BodyEvent::Remark(_) => {}
        }
    }

    fn markdown(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(words) if !self.in_code => self.run.push(words, range),
            // A mark in code opens no quotation. In a block, readers see code and HTML among the source's words.
            Event::Text(words) | Event::Html(words) if self.is_quoting() => {
                self.run.push(&words.replace(is_mark, "'"), range);
            }
            Event::Code(words) => self.run.push(&words.replace(is_mark, "'"), range),
            Event::SoftBreak | Event::HardBreak => self.run.push(" ", range),
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Start(Tag::BlockQuote(_)) => self.open(BlockKind::Quote, range.start),
            Event::End(TagEnd::BlockQuote(_)) => self.close(),
            Event::Start(_) | Event::End(_) if !is_inline(event) => self.end_of_run(),
            _ => {}
        }
    }

    /// Whether what comes stands in a block whose words are a source's.
    fn is_quoting(&self) -> bool {
        self.blocks.last().is_some_and(|block| {
            !block.in_title && matches!(block.kind, BlockKind::Quote | BlockKind::Evidence)
        })
    }

    fn open(&mut self, kind: BlockKind, start: usize) {
        self.end_of_run();
        self.waiting = None;
        let in_title = kind != BlockKind::Quote;
        self.blocks.push(Block { start, kind, in_title, title: None, runs: Vec::new() });
    }

    fn close(&mut self) {
        self.end_of_run();
        let Some(block) = self.blocks.pop() else { return };
        match (block.kind, block.title) {
            (BlockKind::Evidence, Some(title)) => self.evidence(block.start, &block.runs, &title),
            (BlockKind::Evidence | BlockKind::Quote, _) => {
                self.quote(block.start, block.runs);
                // Words that name no source of their own are the outer block's.
                if self.is_quoting()
                    && let Some((_, runs)) = self.waiting.take()
                    && let Some(outer) = self.blocks.last_mut()
                {
                    outer.runs.extend(runs);
                }
            }
            (BlockKind::Other, _) => {
                if let Some(outer) = self.blocks.last_mut().filter(|outer| outer.kind == BlockKind::Quote) {
                    outer.runs.extend(block.runs);
                }
            }
            (BlockKind::Translation, _) => {}
        }
    }

    fn end_of_run(&mut self) {
        if self.run.text.trim().is_empty() && self.run.cited.is_empty() {
            return self.run = Run::default();
        }
        let run = std::mem::take(&mut self.run);
        if self.blocks.iter().any(|block| block.kind == BlockKind::Translation) {
            return;
        }
        let quoted = self
            .blocks
            .last_mut()
            .filter(|block| !block.in_title && matches!(block.kind, BlockKind::Quote | BlockKind::Evidence));
        if let Some(block) = quoted {
            return block.runs.push(run);
        }
        if let Some((start, runs)) = self.waiting.take()
            && let Some(first) = run.cited.first()
            && is_attribution(&run.text[..first.offset])
        {
            self.whole(start, &runs, first);
        }
        self.among_words(&run, None, None);
        if let Some(callout) = self.blocks.last_mut().filter(|block| block.kind == BlockKind::Other) {
            callout.runs.push(Run { cited: Vec::new(), ..run });
        }
    }

    /// Everything in a callout of evidence is from the source in its title.
    fn evidence(&mut self, start: usize, runs: &[Run], title: &Cited) {
        let marked = runs.iter().any(|run| !in_marks(&run.text).is_empty());
        if marked && !is_all_in_marks(&joined(runs)) {
            let first = self.found.quotations.len();
            for run in runs {
                self.among_words(run, Some(title), Some(start));
            }
            self.mark_partial(first, runs);
        } else {
            self.whole(start, runs, title);
        }
    }

    /// A block quote: up to each citation that ends a paragraph of it.
    fn quote(&mut self, start: usize, runs: Vec<Run>) {
        let mut gathered: Vec<Run> = Vec::new();
        for run in runs {
            let Some(cited) = run.last().cloned() else {
                gathered.push(run);
                continue;
            };
            // "— Ian Levy [@report]" says who speaks, and is not quoted.
            if !is_attribution(&run.text[..cited.offset]) {
                let in_part = !in_marks(&run.text).is_empty() && !is_all_in_marks(&run.text[..cited.offset]);
                if in_part && gathered.is_empty() {
                    let first = self.found.quotations.len();
                    self.among_words(&run, None, Some(start));
                    self.mark_partial(first, std::slice::from_ref(&run));
                    continue;
                }
                gathered.push(Run { text: run.text[..cited.offset].to_owned(), ..run });
            }
            self.whole(start, &std::mem::take(&mut gathered), &cited);
        }
        if !gathered.is_empty() {
            self.waiting = Some((start, gathered));
        }
    }

    /// The quotations from this one on are what is compared of these words; where there are others, they are only part.
    fn mark_partial(&mut self, first: usize, runs: &[Run]) {
        if runs.iter().any(|run| has_words_outside_marks(&run.text)) {
            self.found.quotations[first..].iter_mut().for_each(|quotation| quotation.in_part = true);
        }
    }

    /// All of these words are quoted, but for one pair of marks around them.
    fn whole(&mut self, start: usize, runs: &[Run], cited: &Cited) {
        let text = joined(runs);
        let inside = if is_all_in_marks(&text) { in_marks(&text) } else { Vec::new() };
        let words = inside.first().map_or(text.as_str(), |mark| &text[mark.words.clone()]).trim();
        let place = |run: Option<&Run>| run.map(|run| run.place(&(0..run.text.len())));
        if let (Some(first), Some(last), false) = (place(runs.first()), place(runs.last()), words.is_empty())
        {
            self.push(words, first.start..last.end, cited, Some(start));
        }
    }

    /// Words in quotation marks, each with the citation that follows in its sentence, or with this one.
    fn among_words(&mut self, run: &Run, source: Option<&Cited>, block: Option<usize>) {
        if source.is_none() && run.cited.is_empty() {
            return;
        }
        let mut between = Between::default();
        for mark in in_marks(&run.text) {
            let Mark { at, words, end } = mark;
            let Some(end) = end else {
                if source.is_some() || run.cited.last().is_some_and(|cited| cited.offset > words.start) {
                    self.found.unclosed.push(run.place(&(at..words.start)));
                }
                continue;
            };
            let following = run.cited.get(run.cited.partition_point(|cited| cited.offset < end));
            let cited = source
                .or_else(|| following.filter(|cited| between.is_one_sentence(&run.text, end, cited.offset)));
            if let Some(cited) = cited {
                self.push(&run.text[words.clone()], run.place(&words), cited, block);
            }
        }
    }

    fn push(&mut self, words: &str, at: Range<usize>, cited: &Cited, block: Option<usize>) {
        if !cited.items.is_empty() && !words.trim().is_empty() {
            let (citation, items) = (cited.at, cited.items.clone());
            let (words, in_part) = (words.to_owned(), false);
            self.found.quotations.push(BodyQuotation { words, at, citation, items, block, in_part });
        }
    }
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.trim()).collect::<Vec<_>>().join("\n\n")
}

/// What lies between quotations and the citations that follow them, in one run of words. Many quotations may have one citation
/// far behind them, so what was found for one is kept for the next.
#[derive(Default)]
struct Between {
    /// The citation up to which it was looked, by its offset.
    cited: usize,
    /// Where the first sentence ends before it, behind the quotation that was asked for last; none where none does.
    ends_at: Option<usize>,
}

impl Between {
    /// Whether no sentence ends between a quotation that ends here and a citation that follows it, other than right between
    /// them. Quotations are asked for in their order.
    fn is_one_sentence(&mut self, text: &str, end: usize, cited: usize) -> bool {
        let between = &text[end..cited];
        if is_punctuation(between) {
            return true;
        }
        let closed = text[..end].chars().rev().find(|c| c.is_alphanumeric() || ".!?…".contains(*c));
        let opens = between.trim_start().starts_with(char::is_uppercase);
        let ended_inside = closed.is_some_and(|c| ".!?…".contains(c)) && opens;
        !ended_inside && self.first_end(text, end, cited).is_none()
    }

    /// Where the first sentence ends between the two.
    fn first_end(&mut self, text: &str, end: usize, cited: usize) -> Option<usize> {
        let passed = self.ends_at.is_some_and(|at| at < end);
        if self.cited != cited || passed {
            let found = next_sentence_end(&text[..cited], end).filter(|found| found.end < cited);
            *self = Self { cited, ends_at: found.map(|found| found.start) };
        }
        self.ends_at
    }
}

fn is_punctuation(words: &str) -> bool {
    !words.contains(char::is_alphanumeric)
}

/// What may stand between a block quote and its citation: a dash and a name, or nothing.
fn is_attribution(words: &str) -> bool {
    let words = words.trim_start();
    is_punctuation(words) || words.starts_with(['—', '–', '―']) || words.starts_with("--")
}

#[cfg(test)]
mod tests;
