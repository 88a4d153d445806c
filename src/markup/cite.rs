//! Citations in the text: the number of each source, and where in it.

use super::CitationUse;
use super::binding::exhibit_label;
use super::body::{Frame, Renderer};
use super::document::Document;
use super::escape;
use crate::link::{Dossier, Resolution};
use crate::model::EntityId;
use crate::parse::citation::CitedItem;
use crate::parse::target::Target;

/// A short locator, for a line that must not end within it: "para." on one and "4" on the next reads badly. A long
/// one has to break somewhere.
pub fn kept_together(locator: &str) -> String {
    const LONG: usize = 20;
    if locator.chars().count() > LONG { locator.to_owned() } else { locator.replace(' ', "\u{a0}") }
}

impl<'a> Renderer<'a> {
    /// `[@report, para. 4; see @other]`.
    pub(super) fn cite(
        &mut self,
        frame: &Frame<'a>,
        document: &Document<'a>,
        index: usize,
        items: &[CitedItem],
    ) {
        let doubts = self.doubts(document, index);
        if self.material.citations.are_styled() && !self.numbering.is_of_exhibits() {
            return self.cite_in_style(frame, document, items, &doubts);
        }
        let mut cited = Vec::with_capacity(items.len());
        for (place, item) in items.iter().enumerate() {
            let mut html = self.cited(document, item);
            html.extend(
                doubts.iter().filter(|(doubted, _)| *doubted == place).map(|(_, words)| words.as_str()),
            );
            cited.push(html);
        }
        let html = format!("<span class=\"citations\">[{}]</span>", cited.join("; "));
        self.html.push_link(&html);
    }

    fn cited(&mut self, document: &Document<'a>, item: &CitedItem) -> String {
        let shown = match self.cited_source(document, item) {
            Some(source) => {
                let number = self.numbering.number(source);
                let exhibit = self.numbering.is_of_exhibits();
                let shown = if exhibit {
                    exhibit_label(&self.dossier.settings.words, number)
                } else {
                    number.to_string()
                };
                let id = format!("cite-{}", self.body.citations.len() + 1);
                let locator = if item.locator.is_empty() {
                    String::new()
                } else {
                    format!(",\u{a0}{}", escape::text(&kept_together(&item.locator)))
                };
                let link = format!(
                    "<a class=\"citation\" id=\"{id}\" href=\"#source-{number}\">{shown}{locator}</a>"
                );
                self.body.citations.push(CitationUse {
                    number,
                    source: source.clone(),
                    locator: item.locator.clone(),
                    id,
                });
                link
            }
            None => withheld(self.dossier, document, item),
        };
        if item.prefix.is_empty() { shown } else { format!("{} {shown}", escape::text(&item.prefix)) }
    }

    /// The published source that an item names.
    pub(super) fn cited_source(&self, document: &Document<'a>, item: &CitedItem) -> Option<&'a EntityId> {
        let target = Target::Name(item.key.clone());
        match self.dossier.resolve(document.page.facts(), &target) {
            Resolution::Page(source) if self.dossier.is_source(source) => Some(source),
            _ => None,
        }
    }
}

/// What is shown of an item that names no published source. Where in a source that is withheld something stands says
/// too much of it.
pub(super) fn withheld(dossier: &Dossier, document: &Document<'_>, item: &CitedItem) -> String {
    match dossier.resolve(document.page.facts(), &Target::Name(item.key.clone())) {
        Resolution::Private(private) => {
            format!(
                "<span class=\"withheld\">{}</span>",
                escape::text(private.shown(&dossier.settings.words))
            )
        }
        _ => format!("<span class=\"broken\">@{}</span>", escape::text(&item.key)),
    }
}
