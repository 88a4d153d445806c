//! The facts panel: relations and further fields, row by row.

use std::collections::BTreeMap;

use serde::Serialize;

use super::citation::CitationMark;
use super::entity_link::{EntityLink, words};
use super::own_lists::MoreView;
use super::viewer::Viewer;
use crate::citation::{Cite, Place, Request};
use crate::evidence::Verdict;
use crate::link::origins::BASED_ON;
use crate::link::referrers::{InverseCounts, MOST_INVERSES};
use crate::link::relations::RelationEnd;
use crate::link::resolution::Resolution;
use crate::markup::{Numbering, kept_together, verdict_in_words};
use crate::model::EntityId;
use crate::parse::facts::{PageFacts, WrittenRelation};
/// One row of the facts panel: a relation with its targets, or a plain field.
#[derive(Debug, Clone, Serialize)]
pub struct FactRow {
    /// "works for".
    pub label: String,
    /// The targets, in order; of very many the first.
    pub values: Vec<FactValue>,
    /// All of them, where some are left out.
    pub more: Option<MoreView>,
}

/// One target of a relation, with its qualifiers.
#[derive(Debug, Clone, Serialize)]
pub struct FactValue {
    /// The entity, or plain words.
    pub link: EntityLink,
    /// "Technical director, since 2016"; may be empty.
    pub note: String,
    /// The words of the source that show it; may be empty.
    pub quote: String,
    /// What became of them: "Verified by the editors on 21 November 2026"; empty where nothing is quoted.
    pub verdict: String,
    /// Whether they are known to stand in the source.
    pub verified: bool,
    /// The same words in the dossier's language; may be empty.
    pub translation: String,
    /// Who translated them; may be empty.
    pub translator: String,
    /// Marks of the sources for this very relation.
    pub citations: Vec<CitationMark>,
}

impl FactValue {
    /// A target without qualifiers.
    pub(super) fn of(link: EntityLink) -> Self {
        Self {
            link,
            note: String::new(),
            quote: String::new(),
            verdict: String::new(),
            verified: false,
            translation: String::new(),
            translator: String::new(),
            citations: Vec::new(),
        }
    }
}

/// The evidence of a claim, which stands by itself.
const EVIDENCE: [&str; 3] = ["reported_by", "supported_by", "contradicted_by"];

/// What stands at the head of a claim or a source, without qualifiers; one that has any stands in the panel too.
const HEAD: [&str; 4] = ["said_by", "about", "author", "publisher"];

impl Viewer<'_> {
    /// The facts panel's rows: own relations, then inverse ones that are few and about the entity's standing, then
    /// further fields.
    pub(super) fn facts(&self, facts: &PageFacts, numbering: &mut Numbering) -> Vec<FactRow> {
        let mut rows: Vec<FactRow> = Vec::new();
        let most = self.shown_of_each(&facts.id);
        let mut left_out: BTreeMap<String, usize> = BTreeMap::new();
        let counts = self.dossier.inverse_counts(&facts.id);
        let apart = facts.claim.is_some() || facts.source.is_some();
        for end in self.dossier.relations(&facts.id) {
            let shown = if end.inverse {
                self.is_panel_inverse(facts, end, &counts)
            } else {
                !(apart && self.is_shown_apart(end))
            };
            if !shown {
                continue;
            }
            let label = self.relation_label(end);
            let row = rows.iter_mut().find(|row| row.label == label);
            if row.as_ref().is_some_and(|row| row.values.len() >= most) {
                *left_out.entry(label).or_default() += 1;
                continue;
            }
            let value = self.fact_value(end, numbering);
            match row {
                Some(row) => row.values.push(value),
                None => rows.push(FactRow { label, values: vec![value], more: None }),
            }
        }
        for row in &mut rows {
            let count = row.values.len() + left_out.get(&row.label).copied().unwrap_or_default();
            row.more = self.more_relations(&facts.id, row.values.len(), count);
        }
        for (field, text) in &facts.further {
            let label = self.field_label(facts, field);
            rows.push(FactRow { label, values: vec![FactValue::of(words(text.clone()))], more: None });
        }
        rows
    }

    /// One end of a relation, with its qualifiers and sources.
    pub(super) fn fact_value(&self, end: &RelationEnd, numbering: &mut Numbering) -> FactValue {
        let verdict = self.relation_verdict(end);
        FactValue {
            link: self.end_link(&end.other),
            note: self.qualifiers(&end.written),
            quote: end.written.quote.to_string(),
            verdict: verdict
                .map(|verdict| verdict_in_words(verdict, self.words, self.language))
                .unwrap_or_default(),
            verified: matches!(verdict, Some(Verdict::Verified(_))),
            translation: end.written.translation.to_string(),
            translator: end.written.translator.to_string(),
            citations: self.citation_marks(&end.writer, &end.written, numbering),
        }
    }

    /// What became of the words that a relation quotes: the worst of it, where it names several sources.
    fn relation_verdict(&self, end: &RelationEnd) -> Option<&Verdict> {
        if end.written.quote.is_empty() {
            return None;
        }
        let writer = self.dossier.page(&end.writer)?;
        let sources = end.written.sources_quoted().into_iter();
        let verdicts =
            sources.filter_map(|cited| match self.dossier.resolve(writer.facts(), &cited.source.target) {
                Resolution::Page(source) => self.material.evidence.verdict(source, &end.written.quote),
                _ => None,
            });
        verdicts.min_by_key(|verdict| matches!(verdict, Verdict::Verified(_)))
    }

    fn is_shown_apart(&self, end: &RelationEnd) -> bool {
        let relation = end.relation.as_str();
        let written = &end.written;
        let bare =
            self.qualifiers(written).is_empty() && written.quote.is_empty() && written.sources.is_empty();
        EVIDENCE.contains(&relation) || (HEAD.contains(&relation) && bare)
    }

    /// Whether an inverse end stands in the facts panel (and so not among the backlinks): what employs, includes or
    /// took part is a fact about the entity; what claims and sources say is not.
    pub(super) fn is_panel_inverse(
        &self,
        facts: &PageFacts,
        end: &RelationEnd,
        counts: &InverseCounts<'_>,
    ) -> bool {
        let alike = counts.get(&end.relation).copied().unwrap_or_default();
        // What a source is good for elsewhere does not belong to it as an exhibit.
        let exhibited = self.bundled.is_some() && facts.source.is_some();
        self.dossier.is_of_standing(end)
            && !exhibited
            // In a bundle there is no other place for them.
            && (self.bundled.is_some() || alike <= MOST_INVERSES)
    }

    /// What this side of a relation shows.
    pub(super) fn relation_label(&self, end: &RelationEnd) -> String {
        let relation = self.dossier.settings.relations.get(&end.relation);
        relation.map_or_else(
            || end.relation.to_string(),
            |relation| if end.inverse { relation.inverse.to_string() } else { relation.label.to_string() },
        )
    }

    /// The qualifiers of a relation in words: "Technical director, since 2016".
    pub(super) fn qualifiers(&self, written: &WrittenRelation) -> String {
        let mut parts = Vec::new();
        if written.relation.as_str() == BASED_ON {
            parts.push(self.words.get(written.derivation.key()).to_owned());
        }
        if !written.role.is_empty() {
            parts.push(written.role.to_string());
        }
        let from = written.from.as_ref().map(|date| date.words(self.language));
        let until = written.until.as_ref().map(|date| date.words(self.language));
        match (from, until) {
            (Some(from), Some(until)) => {
                let gaps = [("from", (&from).into()), ("until", (&until).into())];
                parts.push(self.words.fill("facts-from-until", &gaps));
            }
            (Some(from), None) => parts.push(self.words.fill("facts-since", &[("from", (&from).into())])),
            (None, Some(until)) => parts.push(self.words.fill("facts-until", &[("until", (&until).into())])),
            (None, None) => {}
        }
        if !written.note.is_empty() {
            parts.push(written.note.to_string());
        }
        parts.join(", ")
    }

    /// Marks of the sources that a relation, written on the page `writer`, names for itself.
    pub(super) fn citation_marks(
        &self,
        writer: &EntityId,
        written: &WrittenRelation,
        numbering: &mut Numbering,
    ) -> Vec<CitationMark> {
        let Some(writer) = self.dossier.page(writer) else { return Vec::new() };
        let cited = written.sources.iter().filter_map(|citation| {
            match self.dossier.resolve(writer.facts(), &citation.source.target) {
                Resolution::Page(id) if self.dossier.is_source(id) => {
                    Some((id.clone(), citation.locator.to_string()))
                }
                _ => None,
            }
        });
        self.marks(&cited.collect::<Vec<_>>(), numbering)
    }

    /// Marks of these sources, each with the place in it, as one citation.
    pub(super) fn marks(&self, cited: &[(EntityId, String)], numbering: &mut Numbering) -> Vec<CitationMark> {
        if cited.is_empty() {
            return Vec::new();
        }
        let cites =
            cited.iter().map(|(id, locator)| Cite { source: id.clone(), locator: locator.as_str().into() });
        let request = numbering.cite(Request { cites: cites.collect(), note: None, place: Place::Panel });
        let marks = cited.iter().enumerate().map(|(index, (id, locator))| {
            let number = numbering.number(id);
            let mut mark = CitationMark {
                number,
                locator: kept_together(locator),
                href: format!("#source-{number}"),
                before: String::new(),
                html: String::new(),
                after: String::new(),
                asked: (request, index),
            };
            if numbering.is_of_exhibits() {
                mark.say_exhibit(self.words, index == 0, index + 1 == cited.len());
            }
            mark
        });
        marks.collect()
    }
}
