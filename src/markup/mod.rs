//! A published page's body, its links known → HTML with margin notes and citations; excerpts.
//!
//! 1. `document` reads a body's events and knows its footnotes, headings and sections.
//! 2. `body` walks them into `html`, which keeps every element balanced; `block`, `links`, `embed`, `cite`,
//!    `styled`, `notes` and `callout` each render their own part, with `highlight` for code; `lift` takes a claim's
//!    evidence out of its text.
//! 3. `raw` lets through what is harmless of HTML written by hand: `elements` says what may stand where,
//!    `attributes` what may be said on it.
//! 4. `copy` shows the text of a source with the annotations that its page's body holds; `cutting` parts its blocks where
//!    these begin and end.
//! 5. `binding` makes what was rendered for a page of the site a part of one file that holds many.
//! 6. [`excerpt`] gives the sentence around a mention, for "Referred to by"; [`opening`] the first words of a
//!    statement.
//!
//! This floor sees [`PublishedPage`](crate::link::PublishedPage) values only: of a private page there is nothing
//! to render but what may be shown in its place. `<` goes out from `html` and the code here alone, never from
//! what an editor wrote.

mod attributes;
mod binding;
mod block;
mod body;
mod callout;
mod cite;
mod copy;
mod cutting;
mod document;
mod elements;
mod embed;
use crate::text::escape;
mod excerpt;
mod highlight;
mod html;
mod levels;
mod lift;
mod links;
mod material;
mod notes;
mod numbering;
mod opening;
mod raw;
mod styled;
#[cfg(test)]
mod tests;
mod trusted;
mod verdict;

use std::sync::Arc;

pub use binding::{Binding, Bound, exhibit_anchor, exhibit_label};
pub use body::render_body;
pub use cite::kept_together;
pub use copy::{AnnotationHtml, CopyHtml};
pub use excerpt::excerpt;
pub use highlight::Highlighter;
pub use material::Material;
pub use numbering::Numbering;
pub use opening::opening;
pub use verdict::{QuotationUse, verdict_in_words};

use crate::citation::Said;
use crate::model::EntityId;
use crate::model::claim::Stance;
use crate::text::ContentPath;

/// A body, ready to be placed on its page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// Safe, balanced HTML.
    pub html: String,
    /// The headings of the shown levels 2 and 3, for a table of contents.
    pub contents: Vec<ContentsEntry>,
    /// Each place that cites a source, in order.
    pub citations: Vec<CitationUse>,
    /// On the page of a claim: the evidence that its body holds, in order, which does not stand in `html`.
    pub evidence: Vec<LiftedEvidence>,
    /// What the page cites, in the style of the site; nothing where sources have numbers.
    pub said: Said,
    /// Each quotation that names a source, in order.
    pub quotations: Vec<QuotationUse>,
    /// The files that the body shows or links to, each once, in order; also those of transcluded text.
    pub attachments: Vec<ContentPath>,
    /// Of a source whose copy goes out: the copy's text with the annotations in it.
    pub copy: Option<CopyHtml>,
}

impl Body {
    /// Every piece of HTML in it.
    pub fn pieces(&mut self) -> impl Iterator<Item = &mut String> {
        let evidence =
            self.evidence.iter_mut().flat_map(|evidence| [&mut evidence.title, &mut evidence.html]);
        let copy = self.copy.iter_mut().flat_map(|copy| {
            std::iter::once(&mut copy.html)
                .chain(copy.annotations.iter_mut().map(|annotation| &mut annotation.note))
        });
        std::iter::once(&mut self.html).chain(evidence).chain(copy)
    }
}

/// A callout of evidence, lifted out of the body of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiftedEvidence {
    /// For or against.
    pub stance: Stance,
    /// The sources that its title cites, each once, in order.
    pub sources: Vec<EntityId>,
    /// Its title, safe HTML: the citations, and what else stands there.
    pub title: String,
    /// The quoted words and the notes on them, safe HTML; may be empty.
    pub html: String,
}

/// A heading, for a table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentsEntry {
    /// As shown: 2 or 3.
    pub level: u8,
    /// Its plain words, not escaped.
    pub text: String,
    /// Its id on the page, not encoded.
    pub anchor: Arc<str>,
}

/// A place in the text that cites a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationUse {
    /// The source's number on this page.
    pub number: usize,
    /// The source.
    pub source: EntityId,
    /// Where in it: "para. 4"; may be empty.
    pub locator: Arc<str>,
    /// The id of the place: `cite-3`.
    pub id: String,
}
