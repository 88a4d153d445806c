//! Callouts, and those among them that hold evidence for a claim.

use super::body::Renderer;
use super::document::Document;
use super::escape;
use crate::parse::markdown::BodyEvent;
use crate::parse::quotation::TRANSLATION;

/// The callouts that hold what a source says, and the keys of how they are headed with and without a source.
const EVIDENCE: [(&str, &str, &str); 3] = [
    ("reports", "callout-reports", "callout-reports-bare"),
    ("supports", "callout-supports", "callout-supports-bare"),
    ("contradicts", "callout-contradicts", "callout-contradicts-bare"),
];

/// The callouts that everybody uses, and the keys of their names; all others are headed by the word an editor wrote.
const KNOWN: [(&str, &str); 8] = [
    ("note", "callout-note"),
    ("tip", "callout-tip"),
    ("important", "callout-important"),
    ("warning", "callout-warning"),
    ("caution", "callout-caution"),
    ("info", "callout-info"),
    ("example", "callout-example"),
    ("question", "callout-question"),
];

/// A callout that is open.
pub(super) struct Callout {
    is_evidence: bool,
    /// Whether the quoted words are open.
    in_quotation: bool,
    /// Where it begins in its text.
    start: usize,
    /// What stands behind the title.
    behind_title: String,
}

impl<'a> Renderer<'a> {
    /// A callout opens at `index`, and its title.
    pub(super) fn open_callout(&mut self, document: &Document<'a>, index: usize, name: &str) {
        let titled = !matches!(document.event(index + 1), Some(BodyEvent::CalloutTitleEnd));
        let class = escape::attribute(&class(name));
        let evidence = EVIDENCE.iter().find(|(evidence, _, _)| *evidence == name);
        let words = self.words();
        let (opening, (before, behind_title)) = match evidence {
            Some((_, by, bare)) => (
                format!("<div class=\"callout evidence evidence-{class}\">"),
                if titled { words.around(by, "source") } else { alone(words.get(bare)) },
            ),
            None if name == TRANSLATION => (
                "<div class=\"callout translation\">".to_owned(),
                if titled {
                    words.around("callout-translation", "translator")
                } else {
                    alone(words.get("translation"))
                },
            ),
            None => {
                let known = KNOWN.iter().find(|(known, _)| *known == name);
                let title = known.map_or_else(|| capitalised(name), |(_, key)| words.get(key).to_owned());
                (
                    format!("<div class=\"callout callout-{class}\" role=\"note\">"),
                    alone(if titled { "" } else { &title }),
                )
            }
        };
        self.html.open_block("callout", &opening, "</div>");
        self.html.open("callout-title", "<p class=\"callout-title\">", "</p>");
        self.html.text(&before);
        let start = document.events.get(index).map_or(0, |(_, range)| range.start);
        self.callouts.push(Callout {
            is_evidence: evidence.is_some(),
            in_quotation: false,
            start,
            behind_title,
        });
    }

    /// The title will stand by itself: what the words before it have behind it is left out with them.
    pub(super) fn drop_words_behind_title(&mut self) {
        if let Some(callout) = self.callouts.last_mut() {
            callout.behind_title.clear();
        }
    }

    /// The title is over at `index`: what follows in evidence is quoted.
    pub(super) fn end_callout_title(&mut self, document: &Document<'a>, index: usize) {
        if let Some(callout) = self.callouts.last() {
            self.html.text(&callout.behind_title);
        }
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

/// Words with nothing behind the title.
fn alone(words: &str) -> (String, String) {
    (words.to_owned(), String::new())
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
