//! One source of a bundle, as the exhibit that it is: what it is, where it was found, its text where that may go out.

use serde::Serialize;

use super::PartReference;
use crate::link::grounds::Ground;
use crate::markup::Numbering;
use crate::model::EntityId;
use crate::view::correction::{CorrectionView, ReplyView};
use crate::view::date::{DateFact, DateView};
use crate::view::entity_link::EntityLink;
use crate::view::fact::FactRow;
use crate::view::viewer::Viewer;

/// A source of a bundle.
#[derive(Debug, Serialize)]
pub struct ExhibitView {
    /// From 1.
    pub number: usize,
    /// "Exhibit 3".
    pub label: String,
    /// The id of its part: `part.exhibit-3`.
    pub anchor: String,
    /// The name.
    pub title: String,
    /// One sentence; may be empty.
    pub summary: String,
    /// Its entry in the style of the site, as HTML; may be empty.
    pub entry: String,
    /// Authors; may be empty.
    pub author: Vec<EntityLink>,
    /// Publishers; may be empty.
    pub publisher: Vec<EntityLink>,
    /// When it was published.
    pub published: Option<DateView>,
    /// Its other dates.
    pub dates: Vec<DateFact>,
    /// The address it was found at; safe to link; may be empty.
    pub url: String,
    /// An archived copy's address; may be empty.
    pub archived: String,
    /// When it was looked at.
    pub accessed: Option<DateView>,
    /// SHA-256 of the copy that the editors read, in hexadecimal; may be empty.
    pub sha256: String,
    /// Who holds what rights; may be empty.
    pub rights: String,
    /// Admiralty reliability with its meaning; may be empty.
    pub reliability: String,
    /// Its relations and other facts: what it is based on.
    pub facts: Vec<FactRow>,
    /// What the editors say of it, safe HTML; may be empty.
    pub html: String,
    /// The copy's own text with the annotations in it, safe HTML; empty where it is not shown.
    pub copy: String,
    /// Whether that text was extracted from a file that need not say which words belong together.
    pub is_extracted: bool,
    /// The copy, where it is a picture, as a `data:` address; may be empty.
    pub picture: String,
    /// What is shown of the copy: `text`, `picture`; or why none is: `file`, `kept`, `none`.
    pub copy_state: &'static str,
    /// What was corrected on its page, the newest first.
    pub corrections: Vec<CorrectionView>,
    /// What those it concerns reply.
    pub replies: Vec<ReplyView>,
    /// The parts that name it.
    pub cited_in: Vec<PartReference>,
    /// The exhibits that it names.
    pub exhibits: Vec<PartReference>,
}

impl Viewer<'_> {
    /// The `nth` exhibit of a bundle.
    pub(super) fn exhibit(
        &self,
        nth: usize,
        ground: &Ground,
        cited_in: Vec<PartReference>,
        numbering: &mut Numbering,
    ) -> Option<ExhibitView> {
        let page = self.dossier.page(&ground.id)?;
        let facts = page.facts();
        let source = facts.source.as_ref()?;
        let rows = self.facts(facts, numbering);
        let body = self.body(page, numbering);
        let picture = self.picture_of_copy(&facts.id);
        let copy = body.copy.map(|copy| copy.html).unwrap_or_default();
        let goes_out = self.dossier.published_copy(&facts.id).is_some();
        let known = self.material.evidence.copy(&facts.id).filter(|_| goes_out);
        let sha256 = known.map_or(&source.sha256, |copy| &copy.sha256);
        let place = super::exhibit_place(self.words, nth);
        Some(ExhibitView {
            number: nth,
            label: place.label,
            anchor: place.anchor,
            title: facts.title.to_string(),
            summary: facts.summary.to_string(),
            entry: self.material.citations.entry(&facts.id, None).unwrap_or_default(),
            author: self.ends(facts, "author"),
            publisher: self.ends(facts, "publisher"),
            published: facts.date("published").map(|date| self.date(date)),
            dates: self.dates(facts),
            url: source.url.to_string(),
            archived: source.archived.to_string(),
            accessed: facts.date("accessed").map(|date| self.date(date)),
            rights: source.rights.to_string(),
            reliability: source.reliability.as_deref().unwrap_or_default().to_owned(),
            facts: rows,
            html: body.view.html,
            is_extracted: !copy.is_empty() && self.is_extracted(facts),
            copy_state: if !copy.is_empty() {
                "text"
            } else if !picture.is_empty() {
                "picture"
            } else if goes_out {
                "file"
            } else if !sha256.is_empty() {
                "kept"
            } else {
                "none"
            },
            sha256: sha256.to_string(),
            copy,
            picture,
            corrections: self.corrections(facts),
            replies: self.replies(facts),
            cited_in,
            exhibits: self.exhibits_named(&ground.sources, numbering),
        })
    }

    /// The copy of a source, where it goes out and is a picture.
    fn picture_of_copy(&self, source: &EntityId) -> String {
        self.dossier.published_copy(source).and_then(|path| self.picture(path)).unwrap_or_default()
    }
}
