//! One statement of a bundle: the entity that it is about, or a claim or event that is told with it.

use std::sync::Arc;

use std::collections::HashMap;

use serde::Serialize;

use super::PartReference;
use crate::link::grounds::Ground;
use crate::link::relations::OtherEnd;
use crate::markup::Numbering;
use crate::model::EntityId;
use crate::parse::facts::PageFacts;
use crate::view::body::ImageView;
use crate::view::correction::{CorrectionView, ReplyView};
use crate::view::date::{DateFact, DateView};
use crate::view::entity::{ClaimView, SourceView};
use crate::view::fact::FactRow;
use crate::view::viewer::Viewer;

/// The words of the relations by which each is tied to the subject.
pub(super) type Ties<'a> = HashMap<&'a EntityId, Vec<String>>;

/// A statement of a bundle.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// From 1.
    pub number: usize,
    /// "§ 2".
    pub label: String,
    /// The id of its part: `part.section-2`.
    pub anchor: String,
    /// The kind: "Claim".
    pub kind: String,
    /// The name.
    pub title: String,
    /// How it is tied to what the bundle is about, in the words of the relation: "said", "took part in".
    pub ties: Vec<String>,
    /// Other names.
    pub aliases: Vec<Arc<str>>,
    /// One sentence; may be empty.
    pub summary: String,
    /// A picture.
    pub image: Option<ImageView>,
    /// Its dates.
    pub dates: Vec<DateFact>,
    /// Its relations and other facts.
    pub facts: Vec<FactRow>,
    /// What only a claim has.
    pub claim: Option<ClaimView>,
    /// What only a source has.
    pub source: Option<SourceView>,
    /// Its text, safe HTML; may be empty.
    pub html: String,
    /// What was corrected on it, the newest first.
    pub corrections: Vec<CorrectionView>,
    /// What those it concerns reply.
    pub replies: Vec<ReplyView>,
    /// The exhibits that it names.
    pub exhibits: Vec<PartReference>,
    /// When its text last changed.
    pub updated: Option<DateView>,
    /// When it was last checked.
    pub reviewed: Option<DateView>,
}

impl Viewer<'_> {
    /// The `nth` statement of a bundle.
    pub(super) fn section(
        &self,
        nth: usize,
        ground: &Ground,
        ties: &Ties<'_>,
        numbering: &mut Numbering,
    ) -> Option<SectionView> {
        let page = self.dossier.page(&ground.id)?;
        let facts = page.facts();
        let rows = self.facts(facts, numbering);
        let relations = self.evidence_relations(facts, numbering);
        let body = self.body(page, numbering);
        let claim = facts.claim.as_ref().map(|claim| {
            let evidence = |stance| self.evidence(facts, stance, &relations, &body.evidence);
            self.claim(facts, claim, evidence, numbering)
        });
        let place = super::section_place(self.words, nth);
        let kind = facts.kind().and_then(|kind| self.dossier.settings.kind(kind.as_str()));
        Some(SectionView {
            number: nth,
            label: place.label,
            anchor: place.anchor,
            kind: kind.map(|kind| kind.singular.to_string()).unwrap_or_default(),
            title: facts.title.to_string(),
            ties: ties.get(&facts.id).cloned().unwrap_or_default(),
            aliases: self.aliases(facts),
            summary: facts.summary.to_string(),
            image: self.image(facts),
            dates: self.dates(facts),
            facts: rows,
            claim,
            source: facts.source.as_ref().map(|source| self.source(facts, source)),
            // The text of a source is read as the exhibit that it is.
            html: if facts.source.is_some() { String::new() } else { body.view.html },
            corrections: self.corrections(facts),
            replies: self.replies(facts),
            exhibits: self.exhibits_named(&ground.sources, numbering),
            updated: facts.updated.as_ref().map(|date| self.date(date)),
            reviewed: facts.reviewed.as_ref().map(|date| self.date(date)),
        })
    }

    /// How others are tied to the subject of a bundle, as the subject's own page says it.
    pub(super) fn ties(&self, subject: &PageFacts) -> Ties<'_> {
        let mut ties: Ties<'_> = HashMap::new();
        for end in self.dossier.relations(&subject.id) {
            if let OtherEnd::Page(id) = &end.other {
                let label = self.relation_label(end);
                let known = ties.entry(id).or_default();
                if !known.contains(&label) {
                    known.push(label);
                }
            }
        }
        ties
    }
}
