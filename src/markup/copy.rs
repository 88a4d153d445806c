//! The text of a source's copy → HTML, block by block, with what is annotated marked and the notes beside it.
//!
//! Highlights may overlap and reach over several blocks. Each block is cut wherever one begins or ends ([`Cutting`]), and
//! each piece knows all notes that speak of it (`data-notes="1 2"`), so the marks never cross. Behind the last words of
//! an annotation stands its mark, and the note stands beside the block that holds it.

use super::html::Html;
use std::ops::Range;

use super::body::{Frame, Place, Renderer};
use super::cutting::{Cutting, Piece};
use super::escape;
use super::levels::Levels;
use crate::evidence::annotated::AnnotatedCopy;
use crate::parse::copy::{BlockKind, CopyBlock, CopyText, Nature};
use crate::parse::source_annotation::{BodyAnnotation, source_annotations};

/// How many notes on one word are told apart by the depth of its tint.
const DEEPEST: usize = 3;
/// A line of a plain text that is at least this long was broken because it was full.
const FULL_LINE: usize = 45;

/// The text of a source as its page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CopyHtml {
    /// Safe, balanced HTML.
    pub html: String,
    /// Its annotations, by their numbers, from 1.
    pub annotations: Vec<AnnotationHtml>,
}

/// An annotation of a source's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotationHtml {
    /// The words in the copy's text.
    pub range: Range<usize>,
    /// The note; safe, balanced HTML. Links are as seen from the page.
    pub note: String,
}

impl<'a> Renderer<'a> {
    /// The events of the annotations that have a place in the copy, and so none in the body.
    pub(super) fn placed_callouts(&mut self) -> Vec<Range<usize>> {
        let Some(copy) = self.annotated_copy() else { return Vec::new() };
        let written = source_annotations(&self.document(self.page).events);
        let placed = copy.annotations.iter().filter_map(|placed| written.get(placed.nth));
        placed.map(|annotation| annotation.callout.clone()).collect()
    }

    /// Show the copy of the source that the page is about, if it goes out.
    pub(super) fn copy(&mut self) {
        let Some(copy) = self.annotated_copy() else { return };
        let written = source_annotations(&self.document(self.page).events);
        let mut levels = Levels::below(2);
        let mut shown = CopyHtml::default();
        let mut paragraph = 0;
        let mut cutting = Cutting::new(copy.annotations);
        for block in &copy.text.blocks {
            let start = self.html.len();
            if !matches!(block.kind, BlockKind::Heading(_)) {
                paragraph += 1;
            }
            let pieces = cutting.pieces(&block.range);
            let ending: Vec<usize> = pieces.iter().flat_map(|piece| piece.ending.iter().copied()).collect();
            self.copy_block(copy, block, pieces, paragraph, &mut levels);
            if let (Some(first), Some(last)) = (ending.first().copied(), ending.last().copied()) {
                let label = if first == last {
                    self.words().fill("annotation", &[("number", first.into())])
                } else {
                    let gaps = [("first", first.into()), ("last", last.into())];
                    self.words().fill("annotations", &gaps)
                };
                let label = escape::attribute(&label);
                self.html.insert(start, "<div class=\"noted\">");
                self.html.push(&format!("<aside class=\"margin-notes\" aria-label=\"{label}\">"));
                for number in ending {
                    let annotation = &copy.annotations[number - 1];
                    let note = self.annotation_note(number, written.get(annotation.nth));
                    shown.annotations.push(AnnotationHtml { range: annotation.range.clone(), note });
                }
                // Footnotes in a note stand below it.
                self.waiting_notes();
                self.html.push("</aside></div>");
            }
            self.html.push("\n");
        }
        let words = self.words();
        let html = std::mem::replace(&mut self.html, Html::new(words));
        shown.html = html.finish().trim_end().to_owned();
        self.body.copy = Some(shown);
    }

    fn annotated_copy(&self) -> Option<AnnotatedCopy<'a>> {
        self.material.evidence.annotated(&self.page.facts().id)
    }

    /// One note, and its HTML by itself.
    fn annotation_note(&mut self, number: usize, written: Option<&BodyAnnotation>) -> String {
        let label = escape::attribute(&self.words().fill("annotation-back", &[("number", number.into())]));
        let start = format!(
            "<div class=\"margin-note annotation-note\" id=\"part.annotation-{number}\"><a class=\"note-number\" \
             href=\"#part.words-{number}\" aria-label=\"{label}\">{number}</a> "
        );
        self.html.open_block("annotation", &start, "</div>");
        let from = self.html.len();
        if let Some(written) = written {
            let document = self.document(self.page);
            let mut frame = Frame { document, instance: 0, place: Place::Note, levels: Levels::below(2) };
            self.walk(&mut frame, written.note.clone());
            self.html.close_inside("annotation");
        }
        let note = self.html.since(from).trim().to_owned();
        if note.is_empty() {
            let words = escape::text(self.words().get("annotation-without-note"));
            self.html.push(&format!("<p>{words}</p>"));
        }
        self.html.close("annotation");
        note
    }

    fn copy_block(
        &mut self,
        copy: AnnotatedCopy<'_>,
        block: &CopyBlock,
        pieces: Vec<Piece>,
        paragraph: usize,
        levels: &mut Levels,
    ) {
        let label = escape::attribute(&self.words().fill("paragraph", &[("number", paragraph.into())]));
        let number = format!(
            "<a class=\"para-number\" href=\"#part.para-{paragraph}\" aria-label=\"{label}\">\
             {paragraph}</a>"
        );
        let id = format!("id=\"part.para-{paragraph}\"");
        let (start, end) = match block.kind {
            BlockKind::Heading(written) => {
                let level = levels.open(written);
                (format!("<h{level} class=\"copy-heading\">"), format!("</h{level}>"))
            }
            BlockKind::Paragraph => (format!("<p class=\"copy-block\" {id}>{number}"), "</p>".into()),
            BlockKind::ListItem => {
                (format!("<p class=\"copy-block copy-item\" {id}>{number}"), "</p>".into())
            }
            BlockKind::Row => (format!("<p class=\"copy-block copy-row\" {id}>{number}"), "</p>".into()),
            BlockKind::Quote => {
                (format!("<blockquote class=\"copy-block\" {id}><p>{number}"), "</p></blockquote>".into())
            }
            BlockKind::Code => (
                format!("<div class=\"copy-block copy-code\" {id}>{number}<pre tabindex=\"0\"><code>"),
                "</code></pre></div>".into(),
            ),
        };
        self.html.push(&start);
        self.copy_words(copy, block, pieces);
        self.html.push(&end);
    }

    /// The words of a block, with marks.
    fn copy_words(&mut self, copy: AnnotatedCopy<'_>, block: &CopyBlock, pieces: Vec<Piece>) {
        let breaks = line_break(copy.text, block);
        for piece in pieces {
            // Where words begin, so that a note leads back to them, also where several begin at once.
            for number in piece.beginning {
                self.html.push(&format!("<span class=\"words-start\" id=\"part.words-{number}\"></span>"));
            }
            let words = copy.text.text.get(piece.range).unwrap_or_default();
            let words = escape::text(words).replace('\n', breaks);
            if piece.notes.is_empty() {
                self.html.push(&words);
            } else {
                let depth = piece.notes.len().min(DEEPEST);
                let notes: Vec<String> = piece.notes.iter().map(ToString::to_string).collect();
                self.html.push(&format!(
                    "<mark class=\"annotated depth-{depth}\" data-notes=\"{}\">{words}</mark>",
                    notes.join(" ")
                ));
            }
            for number in piece.ending {
                let label = escape::attribute(&self.words().fill("annotation", &[("number", number.into())]));
                self.html.push(&format!(
                    "<a class=\"note-mark annotation-mark\" id=\"part.mark-{number}\" \
                     href=\"#part.annotation-{number}\" aria-label=\"{label}\"><sup>{number}</sup></a>"
                ));
            }
        }
    }
}

/// How a line break in a block is shown. The lines of Markdown and HTML were broken on purpose; those of a plain text
/// or a PDF only where one of them was not full.
fn line_break(copy: &CopyText, block: &CopyBlock) -> &'static str {
    if block.kind == BlockKind::Code {
        return "\n";
    }
    let reflows = match copy.nature {
        Nature::Markdown | Nature::Html => false,
        Nature::Text | Nature::Pdf => {
            let words = copy.text.get(block.range.clone()).unwrap_or_default();
            let mut lines = words.lines().rev().skip(1);
            lines.all(|line| line.trim().chars().count() >= FULL_LINE)
        }
    };
    if reflows { "\n" } else { "<br>\n" }
}
