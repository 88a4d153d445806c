//! Citations in a style of CSL: what one says hangs on all others of the page ("Smith 2017a", "ibid."), so each leaves a
//! mark in the HTML under way, and the words take its place when the page is done.

use super::body::Renderer;
use super::body::{Frame, Place};
use super::cite::withheld;
use super::document::Document;
use super::escape;
use super::{CitationUse, kept_together};
use crate::citation::{self, Cite, Request, Said, SaidCitation};
use crate::parse::citation::CitedItem;

/// A citation that waits for its words.
pub(super) struct Pending {
    /// Which of the page's requests it is.
    request: usize,
    /// What it shows, in the order written.
    parts: Vec<Part>,
    /// Whether brackets have to be set around what a style of notes says.
    bracketed: bool,
}

enum Part {
    /// One of the sources that the style says.
    Source { id: String, number: usize, prefix: String, doubts: String },
    /// What is shown of anything else.
    Html(String),
}

/// A mark is what an editor cannot write: comments never go out.
const BEFORE: &str = "<!--citation ";
const AFTER: &str = "-->";

fn mark(pending: usize) -> String {
    format!("{BEFORE}{pending}{AFTER}")
}

impl<'a> Renderer<'a> {
    /// `[@report, para. 4; see @other]`, in the style of the site.
    pub(super) fn cite_in_style(
        &mut self,
        frame: &Frame<'a>,
        document: &Document<'a>,
        items: &[CitedItem],
        doubts: &[(usize, String)],
    ) {
        let mut parts = Vec::new();
        let mut cites = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let doubts = doubts.iter().filter(|(doubted, _)| *doubted == place);
            let doubts: String = doubts.map(|(_, words)| words.as_str()).collect();
            let Some(source) = self.cited_source(document, item) else {
                parts.push(Part::Html(withheld(self.dossier, document, item) + &doubts));
                continue;
            };
            let number = self.numbering.number(source);
            let id = format!("cite-{}", self.body.citations.len() + 1);
            cites.push(Cite { source: source.clone(), locator: kept_together(&item.locator).into() });
            parts.push(Part::Source { id: id.clone(), number, prefix: item.prefix.to_string(), doubts });
            let (source, locator) = (source.clone(), item.locator.clone());
            self.body.citations.push(CitationUse { number, source, locator, id });
        }
        if cites.is_empty() {
            let html = bracketed(&parts, &SaidCitation::default());
            return self.html.push_link(&html);
        }
        let notes = self.material.citations.are_notes();
        let own_note = (notes && frame.place != Place::Note).then(|| self.notes.next_number());
        let note = own_note.or_else(|| self.notes.shown()).filter(|_| notes);
        let request = self.numbering.cite(Request { cites, note, place: citation::Place::Text });
        let waiting = mark(self.pending.len());
        self.pending.push(Pending { request, parts, bracketed: notes && own_note.is_none() });
        match own_note {
            Some(number) => self.note_of_citation(number, waiting),
            None => self.html.push_link(&waiting),
        }
    }
}

/// Put the words of all citations in place of their marks; those in notes come in another order than they were met.
pub(super) fn settle(html: &str, pending: &[Pending], said: &Said) -> String {
    let mut pieces = html.split(BEFORE);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (index, rest) = piece.split_once(AFTER).unwrap_or(("", piece));
        if let Some(citation) = index.parse::<usize>().ok().and_then(|index| pending.get(index)) {
            let words = said.citations.get(citation.request).cloned().unwrap_or_default();
            out.push_str(&words_of(citation, &words));
        }
        out.push_str(rest);
    }
    out
}

fn words_of(citation: &Pending, said: &SaidCitation) -> String {
    if citation.bracketed {
        return bracketed(
            &citation.parts,
            &SaidCitation { before: String::new(), after: String::new(), ..said.clone() },
        );
    }
    format!(
        "<span class=\"citations said\">{}{}{}</span>",
        said.before,
        joined(&citation.parts, said),
        said.after
    )
}

fn bracketed(parts: &[Part], said: &SaidCitation) -> String {
    format!("<span class=\"citations\">[{}]</span>", joined(parts, said))
}

fn joined(parts: &[Part], said: &SaidCitation) -> String {
    let mut items = said.items.iter();
    let shown = parts.iter().map(|part| match part {
        Part::Html(html) => html.clone(),
        Part::Source { id, number, prefix, doubts } => {
            let prefix = if prefix.is_empty() { String::new() } else { format!("{} ", escape::text(prefix)) };
            let words = items.next().map_or("", String::as_str);
            format!("{prefix}<a class=\"citation\" id=\"{id}\" href=\"#source-{number}\">{words}</a>{doubts}")
        }
    });
    let between = if said.between.is_empty() { "; " } else { &said.between };
    shown.collect::<Vec<_>>().join(between)
}
