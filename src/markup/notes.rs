//! Margin notes: remarks and footnotes, numbered together in the order in which a reader meets their marks.
//!
//! A note stands beside the top-level block that marks it first. Notes marked inside notes follow them.

use super::escape;
use std::collections::{HashMap, VecDeque};
use std::ops::Range;
use std::rc::Rc;

use super::body::{Frame, Place, Renderer};
use super::document::Document;
use super::levels::Levels;

/// The notes of a page.
#[derive(Default)]
pub(super) struct Notes<'a> {
    count: usize,
    /// The footnotes that have a number, each known by the text it belongs to and its place there: its number, and
    /// how often it was marked.
    footnotes: HashMap<(usize, usize), (usize, usize)>,
    /// Marked, but not yet shown.
    waiting: VecDeque<Note<'a>>,
    /// The number of the one that is being shown.
    shown: Option<usize>,
}

struct Note<'a> {
    number: usize,
    words: Words<'a>,
}

/// What a note says.
enum Words<'a> {
    /// These events of a text.
    Events { document: Rc<Document<'a>>, instance: usize, events: Range<usize> },
    /// A citation, in a style that cites in notes.
    Citation(String),
}

impl Notes<'_> {
    /// The number of one note more.
    pub(super) fn next_number(&mut self) -> usize {
        self.count += 1;
        self.count
    }

    /// The number of the note that is being shown.
    pub(super) fn shown(&self) -> Option<usize> {
        self.shown
    }
}

impl<'a> Renderer<'a> {
    /// `[^label]`.
    pub(super) fn footnote(&mut self, frame: &Frame<'a>, document: &Document<'a>, label: &str) {
        let Some(events) = document.footnote(label) else {
            return self.html.text(&format!("[^{label}]"));
        };
        if let Some((number, marks)) = self.notes.footnotes.get_mut(&(frame.instance, events.start)) {
            *marks += 1;
            let (number, marks) = (*number, *marks);
            return self.mark(number, &format!("-{marks}"));
        }
        if frame.instance > 0 && !self.may_transclude(document.bytes(&events)) {
            return;
        }
        let number = self.notes.next_number();
        self.notes.footnotes.insert((frame.instance, events.start), (number, 1));
        let document = frame.document.clone();
        let words = Words::Events { document, instance: frame.instance, events };
        self.notes.waiting.push_back(Note { number, words });
        self.mark(number, "");
    }

    /// `{>>remark<<}`.
    pub(super) fn remark(&mut self, document: &Document<'a>, remark: &Range<usize>) {
        let Some(text) = document.text.get(remark.clone()) else { return };
        if text.trim().is_empty() {
            return;
        }
        let document = Rc::new(Document::remark(document.page, text, self.dossier.settings.raw_html));
        let number = self.notes.next_number();
        let events = 0..document.events.len();
        let instance = self.next_instance();
        self.notes.waiting.push_back(Note { number, words: Words::Events { document, instance, events } });
        self.mark(number, "");
    }

    /// A citation in a note of its own, which has this number.
    pub(super) fn note_of_citation(&mut self, number: usize, html: String) {
        self.notes.waiting.push_back(Note { number, words: Words::Citation(html) });
        self.html.take_space_back();
        self.mark(number, "");
    }

    fn mark(&mut self, number: usize, again: &str) {
        let label = escape::attribute(&self.words().fill("note", &[("number", number.into())]));
        self.html.push_link(&format!(
            "<a class=\"note-mark\" id=\"note-mark-{number}{again}\" href=\"#note-{number}\" \
             aria-label=\"{label}\"><sup>{number}</sup></a>"
        ));
    }

    /// Show the notes that wait, beside the block that was rendered since `start`.
    pub(super) fn flush_notes(&mut self, start: usize) {
        if self.aside() {
            self.html.push("</div>");
            self.html.insert(start, "<div class=\"noted\">");
        }
    }

    /// Write the notes that wait; whether there were any.
    pub(super) fn aside(&mut self) -> bool {
        let aside = self.html.len();
        let Some((first, last)) = self.waiting_notes() else { return false };
        let label = match last {
            last if last == first => self.words().fill("note", &[("number", first.into())]),
            last => self.words().fill("notes", &[("first", first.into()), ("last", last.into())]),
        };
        let label = escape::attribute(&label);
        self.html.push("</aside>");
        self.html.insert(aside, &format!("<aside class=\"margin-notes\" aria-label=\"{label}\">"));
        true
    }

    /// Write the notes that wait, and those marked in them; the numbers of the first and the last.
    pub(super) fn waiting_notes(&mut self) -> Option<(usize, usize)> {
        let first = self.notes.waiting.front().map(|note| note.number)?;
        let mut last = first;
        while let Some(note) = self.notes.waiting.pop_front() {
            last = note.number;
            let number = note.number;
            let label = escape::attribute(&self.words().fill("note-back", &[("number", number.into())]));
            self.html.open_block(
                "note",
                &format!(
                    "<div class=\"margin-note\" id=\"note-{number}\"><a class=\"note-number\" \
                     href=\"#note-mark-{number}\" aria-label=\"{label}\">{number}</a> "
                ),
                "</div>",
            );
            self.notes.shown = Some(number);
            match note.words {
                Words::Citation(html) => self.html.push(&html),
                Words::Events { document, instance, events } => {
                    let levels = Levels::below(1);
                    let mut frame = Frame { document, instance, place: Place::Note, levels };
                    self.walk(&mut frame, events);
                }
            }
            self.html.close("note");
        }
        self.notes.shown = None;
        Some((first, last))
    }
}
