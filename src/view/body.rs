//! Texts: bodies, and the plain pages that are little else.

use serde::Serialize;

use super::backlink::BacklinkGroup;
use super::citation::{Cited, CitedSource};
use super::correction::{CorrectionView, ReplyView};
use super::date::DateView;
use super::entity_link::TagView;
use super::frame::PageView;
use super::viewer::Viewer;
use crate::link::{PublishedPage, Resolution};
use crate::markup::{CopyHtml, LiftedEvidence, Numbering, render_body};
use crate::parse::facts::PageFacts;
/// A picture with its words.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    /// Relative address.
    pub src: String,
    /// Alternative text; may be empty.
    pub alt: String,
    /// Credit line; may be empty.
    pub credit: String,
}

/// A body as HTML.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BodyView {
    /// Safe HTML, to be placed as it is; may be empty.
    pub html: String,
    /// Headings of level 2 and 3, for a table of contents.
    pub contents: Vec<HeadingView>,
}

/// One heading.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingView {
    /// 2 to 6.
    pub level: u8,
    /// Plain text.
    pub text: String,
    /// `#background`.
    pub href: String,
}

/// A body, and what else was met in it.
pub(super) struct ReadBody {
    pub(super) view: BodyView,
    pub(super) cited: Cited,
    pub(super) evidence: Vec<LiftedEvidence>,
    /// Of a source whose copy goes out: its text.
    pub(super) copy: Option<CopyHtml>,
}

/// A plain page or an introduction (template `page.html`).
#[derive(Debug, Serialize)]
pub struct PlainView {
    /// Its name.
    pub title: String,
    /// One sentence; may be empty.
    pub summary: String,
    /// Its text.
    pub body: BodyView,
    /// The sources cited on this page, numbered.
    pub sources: Vec<CitedSource>,
    /// Its tags.
    pub tags: Vec<TagView>,
    /// Who refers to it.
    pub backlinks: Vec<BacklinkGroup>,
    /// What was corrected on it, the newest first.
    pub corrections: Vec<CorrectionView>,
    /// What those it concerns reply.
    pub replies: Vec<ReplyView>,
    /// When its text last changed.
    pub updated: Option<DateView>,
    /// When it was last checked.
    pub reviewed: Option<DateView>,
}

impl Viewer<'_> {
    /// A page's body, the citations in it, the evidence that was lifted out of it, and the text of a source.
    pub(super) fn body(&self, page: &PublishedPage, numbering: &mut Numbering) -> ReadBody {
        let mut body = render_body(self.material, page, numbering);
        for html in body.pieces() {
            *html = self.placed(std::mem::take(html));
        }
        let contents = body
            .contents
            .into_iter()
            .map(|entry| HeadingView {
                level: entry.level,
                text: entry.text,
                href: format!("#{}", entry.anchor),
            })
            .collect();
        let view = BodyView { html: body.html, contents };
        let cited = Cited { uses: body.citations, quotations: body.quotations, said: body.said };
        ReadBody { view, cited, evidence: body.evidence, copy: body.copy }
    }

    /// A page's picture.
    pub(super) fn image(&self, facts: &PageFacts) -> Option<ImageView> {
        let image = facts.image.as_ref()?;
        let Resolution::Attachment(path) = self.dossier.resolve(facts, &image.file.target) else {
            return None;
        };
        Some(ImageView {
            src: self.picture(path)?,
            alt: image.alt.to_string(),
            credit: image.credit.to_string(),
        })
    }

    /// A page that is little else but its text.
    pub(super) fn plain(&self, page: &PublishedPage) -> PlainView {
        let facts = page.facts();
        let mut numbering = Numbering::new();
        let front = self.number_front_matter(facts, &mut numbering);
        let body = self.body(page, &mut numbering);
        PlainView {
            title: facts.title.to_string(),
            summary: facts.summary.to_string(),
            body: body.view,
            sources: self.cited_sources(&numbering, &front, &body.cited),
            tags: self.tags(facts.tags.iter().map(|tag| &**tag)),
            backlinks: self.backlinks(facts),
            corrections: self.corrections(facts),
            replies: self.replies(facts),
            updated: facts.updated.as_ref().map(|date| self.date(date)),
            reviewed: facts.reviewed.as_ref().map(|date| self.date(date)),
        }
    }
}

impl Viewer<'_> {
    /// A plain page with its frame.
    #[must_use]
    pub fn plain_page(&self, page: &PublishedPage) -> PageView<PlainView> {
        let view = self.plain(page);
        PageView { frame: self.frame("page", &view.title, &view.summary), view }
    }
}

impl PlainView {
    /// A page that nobody has written.
    pub(super) fn unwritten(title: &str) -> Self {
        Self {
            title: title.into(),
            summary: String::new(),
            body: BodyView::default(),
            sources: Vec::new(),
            tags: Vec::new(),
            backlinks: Vec::new(),
            corrections: Vec::new(),
            replies: Vec::new(),
            updated: None,
            reviewed: None,
        }
    }
}
