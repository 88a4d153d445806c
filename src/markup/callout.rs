//! Callouts, and those among them that hold evidence for a claim.

use super::body::Renderer;
use super::document::Document;
use super::escape;
use crate::parse::markdown::BodyEvent;
use crate::parse::quotation::TRANSLATION;

/// The callouts that hold what a source says, and how they are headed with and without a source.
const EVIDENCE: [(&str, &str, &str); 3] = [
    ("reports", "Reported by ", "Reported"),
    ("supports", "Supported by ", "Supported"),
    ("contradicts", "Contradicted by ", "Contradicted"),
];

/// A callout that is open.
pub(super) struct Callout {
    is_evidence: bool,
    /// Whether the quoted words are open.
    in_quotation: bool,
    /// Where it begins in its text.
    start: usize,
}

impl<'a> Renderer<'a> {
    /// A callout opens at `index`, and its title.
    pub(super) fn open_callout(&mut self, document: &Document<'a>, index: usize, name: &str) {
        let titled = !matches!(document.event(index + 1), Some(BodyEvent::CalloutTitleEnd));
        let class = escape::attribute(&class(name));
        let evidence = EVIDENCE.iter().find(|(evidence, _, _)| *evidence == name);
        let (opening, words) = match evidence {
            Some((_, by, bare)) => (
                format!("<div class=\"callout evidence evidence-{class}\">"),
                if titled { (*by).to_owned() } else { (*bare).to_owned() },
            ),
            None if name == TRANSLATION => (
                "<div class=\"callout translation\">".to_owned(),
                if titled { "Translation by " } else { "Translation" }.to_owned(),
            ),
            None => (
                format!("<div class=\"callout callout-{class}\" role=\"note\">"),
                if titled { String::new() } else { capitalised(name) },
            ),
        };
        self.html.open_block("callout", &opening, "</div>");
        self.html.open("callout-title", "<p class=\"callout-title\">", "</p>");
        self.html.text(&words);
        let start = document.events.get(index).map_or(0, |(_, range)| range.start);
        self.callouts.push(Callout { is_evidence: evidence.is_some(), in_quotation: false, start });
    }

    /// The title is over at `index`: what follows in evidence is quoted.
    pub(super) fn end_callout_title(&mut self, document: &Document<'a>, index: usize) {
        self.html.close("callout-title");
        let empty = matches!(document.event(index + 1), Some(BodyEvent::CalloutEnd));
        if let Some(callout) = self.callouts.last_mut().filter(|callout| callout.is_evidence && !empty) {
            callout.in_quotation = true;
            self.html.open("quotation", "<blockquote>", "</blockquote>");
        }
    }

    /// The callout closes.
    pub(super) fn close_callout(&mut self, document: &Document<'a>) {
        if let Some(callout) = self.callouts.pop() {
            if callout.in_quotation {
                self.html.close("quotation");
            }
            if callout.is_evidence {
                self.block_verdict(document, callout.start);
            }
        }
        self.html.close("callout");
    }
}

/// A name as one class: a callout's name holds letters, digits, `-` and `_` alone, and this keeps it so.
fn class(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' }).collect()
}

/// "see-also" → "See also".
fn capitalised(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
