//! What speaks for and against a claim: its relations to sources, and the evidence that its body quotes.

use std::collections::HashSet;

use super::scale::Scale;
use serde::Serialize;

use super::entity_link::EntityLink;
use super::fact::FactValue;
use super::own_lists::MoreView;
use super::viewer::Viewer;
use crate::link::relations::{OtherEnd, RelationEnd};
use crate::markup::{LiftedEvidence, Numbering};
use crate::model::EntityId;
use crate::model::claim::Stance;
use crate::parse::facts::PageFacts;

/// One piece of evidence: a relation to a source, or quoted words of one.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceEntry {
    /// The relation as a fact: `link`, `note`, `quote`, `citations`. Of quoted words the link alone.
    #[serde(flatten)]
    pub value: FactValue,
    /// The sources, each with its reliability; empty where the words name none that may be named.
    pub sources: Vec<RatedSource>,
    /// Whether a source has the claim at first hand.
    pub first_hand: bool,
    /// Of quoted words: the citations and what else stands beside them, safe HTML; may be empty.
    pub title_html: String,
    /// The quoted words with their margin notes, safe HTML; may be empty.
    pub html: String,
}

/// A source with its rating.
#[derive(Debug, Clone, Serialize)]
pub struct RatedSource {
    /// The source.
    pub link: EntityLink,
    /// The letter of its Admiralty reliability: "B"; may be empty.
    pub reliability: String,
    /// What the letter means: "usually reliable"; may be empty.
    pub reliability_words: String,
}

impl Viewer<'_> {
    /// The evidence of one stance: relations first, then quoted words, each in the order written. A relation that says
    /// no more than that there is such evidence gives way to the words of the same source.
    pub(super) fn evidence(
        &self,
        facts: &PageFacts,
        stance: Stance,
        relations: &[(&RelationEnd, FactValue)],
        lifted: &[LiftedEvidence],
    ) -> Vec<EvidenceEntry> {
        let lifted: Vec<_> = lifted.iter().filter(|evidence| evidence.stance == stance).collect();
        let quoted: HashSet<&EntityId> = lifted.iter().flat_map(|evidence| &evidence.sources).collect();
        let mut entries = Vec::new();
        for (end, value) in relations.iter().filter(|(end, _)| end.relation.as_str() == stance.relation()) {
            let source = match &end.other {
                OtherEnd::Page(id) => Some(id),
                OtherEnd::Words(_) => None,
            };
            let bare = value.note.is_empty() && value.quote.is_empty() && value.citations.is_empty();
            if bare && source.is_some_and(|id| quoted.contains(id)) {
                continue;
            }
            entries.push(EvidenceEntry {
                value: value.clone(),
                sources: source.map(|id| self.rated(id)).into_iter().collect(),
                first_hand: end.written.first_hand,
                title_html: String::new(),
                html: String::new(),
            });
        }
        let line = self.dossier.ledger_line(&facts.id);
        let told = line.into_iter().flat_map(|line| &line.testimonies);
        let told = told.filter(|told| told.stance == stance && told.first_hand);
        let first_hand: HashSet<&EntityId> = told.map(|told| &told.source).collect();
        for evidence in lifted {
            let sources: Vec<_> = evidence.sources.iter().map(|id| self.rated(id)).collect();
            let link =
                sources.first().map_or_else(|| super::entity_link::words(""), |first| first.link.clone());
            entries.push(EvidenceEntry {
                value: FactValue::of(link),
                sources,
                first_hand: evidence.sources.iter().any(|id| first_hand.contains(id)),
                title_html: evidence.title.clone(),
                html: evidence.html.clone(),
            });
        }
        entries
    }

    /// The relations of a claim to its sources, as facts; their citations are numbered as they are met.
    pub(super) fn evidence_relations(
        &self,
        facts: &PageFacts,
        numbering: &mut Numbering,
    ) -> Vec<(&RelationEnd, FactValue)> {
        let own = self.dossier.relations(&facts.id).iter().filter(|end| !end.inverse);
        let most = self.shown_of_each(&facts.id);
        let mut shown = [0; Stance::ALL.len()];
        let ends = own.filter(|end| {
            Stance::of_relation(end.relation.as_str()).is_some_and(|stance| {
                shown[stance as usize] += 1;
                shown[stance as usize] <= most
            })
        });
        ends.map(|end| (end, self.fact_value(end, numbering))).collect()
    }

    /// All relations of a claim, where its page leaves some of its evidence out.
    pub(super) fn more_evidence(&self, facts: &PageFacts) -> Option<MoreView> {
        let most = self.shown_of_each(&facts.id);
        let own = self.dossier.relations(&facts.id).iter().take_while(|end| !end.inverse);
        let mut counts = [0; Stance::ALL.len()];
        for stance in own.filter_map(|end| Stance::of_relation(end.relation.as_str())) {
            counts[stance as usize] += 1;
        }
        let some_left_out = counts.iter().any(|count| *count > most);
        some_left_out.then(|| self.more_relations(&facts.id, 0, counts.iter().sum())).flatten()
    }

    /// A source with its rating.
    pub(super) fn rated(&self, id: &EntityId) -> RatedSource {
        let source = self.dossier.page(id).and_then(|page| page.facts().source.as_ref());
        let rating = source.and_then(|source| source.reliability.as_deref()).unwrap_or_default();
        let (letter, reliability_words) = self.rating_parts(Scale::Reliability, rating);
        RatedSource { link: self.link(id), reliability: letter.into(), reliability_words }
    }
}
