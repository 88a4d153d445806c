//! Citations in the text: the number of each source, and where in it.

use super::CitationUse;
use super::body::Renderer;
use super::document::Document;
use super::escape;
use crate::link::Resolution;
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
    pub(super) fn cite(&mut self, document: &Document<'a>, index: usize, items: &[CitedItem]) {
        let doubts = self.doubts(document, index);
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
        let target = Target::Name(item.key.clone());
        let shown = match self.dossier.resolve(document.page.facts(), &target) {
            Resolution::Page(source) if self.dossier.is_source(source) => {
                let number = self.numbering.number(source);
                let id = format!("cite-{}", self.body.citations.len() + 1);
                let locator = if item.locator.is_empty() {
                    String::new()
                } else {
                    format!(",\u{a0}{}", escape::text(&kept_together(&item.locator)))
                };
                let link = format!(
                    "<a class=\"citation\" id=\"{id}\" href=\"#source-{number}\">{number}{locator}</a>"
                );
                self.body.citations.push(CitationUse {
                    number,
                    source: source.clone(),
                    locator: item.locator.clone(),
                    id,
                });
                link
            }
            // Where in a source that is withheld something stands says too much of it.
            Resolution::Private(private) => {
                format!("<span class=\"withheld\">{}</span>", escape::text(private.shown()))
            }
            _ => format!("<span class=\"broken\">@{}</span>", escape::text(&item.key)),
        };
        if item.prefix.is_empty() { shown } else { format!("{} {shown}", escape::text(&item.prefix)) }
    }
}
