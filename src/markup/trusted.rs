//! HTML written by hand where `site.toml` trusts it: as it is, but for what may not go out.
//!
//! Any element and attribute stays that the pages' policy lets work. What it forbids anyhow (scripts, styles, frames,
//! handlers of events) is left out, and so are comments. Addresses go the way of all others: one that runs something is
//! dropped, and so is one of a page or a file that does not go out, because it says its name. Whether the elements are
//! closed is the editor's to see to.

use super::body::Renderer;
use super::document::Document;
use super::elements::Base;
use super::escape;
use super::raw::{Piece, pieces};
use crate::link::address::relative;
use crate::link::{Corpus, Resolution};
use crate::model::{RawHtml, is_one_of};
use crate::parse::target::{Address, address};

/// Tags that concern the page as a whole.
const LEFT_OUT: [&str; 7] = ["base", "meta", "link", "html", "body", "embed", "frame"];
/// Attributes that hold one address.
const ADDRESSES: [&str; 10] =
    ["href", "src", "poster", "cite", "data", "action", "formaction", "xlink:href", "background", "longdesc"];
/// Attributes that hold several addresses, or a document, or what the policy forbids.
const NEVER: [&str; 8] =
    ["srcset", "imagesrcset", "ping", "srcdoc", "style", "archive", "manifest", "profile"];

impl<'a> Renderer<'a> {
    /// A piece of trusted HTML.
    pub(super) fn trusted(&mut self, document: &Document<'a>, html: &str, base: Base) {
        if base == Base::Flow {
            self.html.end_words();
        }
        for piece in pieces(html, RawHtml::Trusted.dropped_whole()) {
            match piece {
                Piece::Words(words) => {
                    let words = self.cleaner().words(words);
                    self.html.push(&words);
                }
                Piece::Start { name, attributes } if !is_one_of(name, &LEFT_OUT) => {
                    let start = self.trusted_start(document, name, attributes);
                    self.html.push(&start);
                }
                Piece::End(name)
                    if !is_one_of(name, &LEFT_OUT) && !RawHtml::Trusted.dropped_whole()(name) =>
                {
                    self.html.push(&format!("</{}>", name.to_ascii_lowercase()));
                }
                Piece::Start { .. } | Piece::End(_) | Piece::Nothing => {}
            }
        }
    }

    fn trusted_start(&mut self, document: &Document<'a>, name: &str, written: &str) -> String {
        let mut start = format!("<{}", name.to_ascii_lowercase());
        for (name, value) in self.cleaner().all_attributes(written) {
            let lower = name.to_ascii_lowercase();
            let value = match () {
                () if lower.starts_with("on") || is_one_of(&lower, &NEVER) => None,
                () if is_one_of(&lower, &ADDRESSES) => self.trusted_address(document, value.trim()),
                () => Some(value),
            };
            if let Some(value) = value {
                start.push_str(&format!(" {name}=\"{}\"", escape::attribute(&value)));
            }
        }
        // In a drawing, this closes the element.
        let closes = ["/", " /", "\"/", "'/"].iter().any(|end| written.trim_end().ends_with(end));
        start.push_str(if closes { "/>" } else { ">" });
        start
    }

    /// The address as it may go out.
    fn trusted_address(&mut self, document: &Document<'a>, written: &str) -> Option<String> {
        let facts = document.page.facts();
        let to = match address(written, facts.path.folder()) {
            Address::Outside => return Some(escape::address(written)),
            Address::Unsafe => return None,
            Address::Inside(to) => to,
        };
        match self.dossier.resolve(facts, &to.target) {
            Resolution::Page(id) => {
                let target = self.dossier.page(id)?.facts();
                let anchor = to.heading.as_ref().and_then(|heading| Corpus::heading(target, heading));
                match (anchor, &to.heading) {
                    // A place of the page that is no heading: something with an id.
                    (None, Some(place)) => {
                        Some(format!("{}#{}", self.href(target, None), escape::fragment(place)))
                    }
                    (anchor, _) => Some(self.href(target, anchor.map(|anchor| &**anchor))),
                }
            }
            Resolution::Attachment(file) if self.dossier.outgoing.attachments.contains(file) => {
                self.uses(file);
                Some(relative(&self.file, &Corpus::file_of_attachment(file)))
            }
            _ => None,
        }
    }
}
