//! What readers are told of a quotation: who verified it, and when; or that nobody has.

use std::sync::Arc;

use super::body::Renderer;
use super::document::Document;
use super::escape;
use crate::evidence::{Proof, Verdict};
use crate::link::Resolution;
use crate::model::date::DateLanguage;
use crate::model::{EntityId, Words};
use crate::parse::copy::Nature;
use crate::parse::quotation::BodyQuotation;
use crate::parse::target::Target;

/// A quotation in a body, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotationUse {
    /// The source that is quoted.
    pub source: EntityId,
    /// What became of the words.
    pub verdict: Verdict,
}

/// A verdict in words: "Verified by the editors on 21 November 2026".
#[must_use]
pub fn verdict_in_words(verdict: &Verdict, words: &Words, language: &DateLanguage) -> String {
    match verdict {
        Verdict::Verified(Proof::Editors(day)) => {
            words.fill("quotation-verified", &[("day", (&day.words(language)).into())])
        }
        Verdict::Verified(Proof::Copy(Nature::Pdf)) => words.get("quotation-found-in-text").to_owned(),
        Verdict::Verified(Proof::Copy(_)) => words.get("quotation-found").to_owned(),
        Verdict::Unverified => words.get("quotation-unverified").to_owned(),
        Verdict::NotFound => words.get("quotation-missing").to_owned(),
    }
}

impl<'a> Renderer<'a> {
    /// The sources of a quotation, each with its place in the citation.
    fn sources(&self, document: &Document<'a>, quotation: &BodyQuotation) -> Vec<(usize, &'a EntityId)> {
        let cited = document.citation(quotation.citation);
        let items = quotation.items.iter().filter_map(|place| Some((*place, cited.get(*place)?)));
        let source =
            |key: &Arc<str>| match self.dossier.resolve(document.page.facts(), &Target::Name(key.clone())) {
                Resolution::Page(source) => Some(source),
                _ => None,
            };
        items.filter_map(|(place, item)| Some((place, source(&item.key)?))).collect()
    }

    /// What became of a quotation, by each of its sources.
    fn verdicts(
        &self,
        document: &Document<'a>,
        quotation: &BodyQuotation,
    ) -> Vec<(usize, &'a EntityId, &'a Verdict)> {
        let evidence = &self.material.evidence;
        let sources = self.sources(document, quotation).into_iter();
        sources
            .filter_map(|(place, source)| Some((place, source, evidence.verdict(source, &quotation.words)?)))
            .collect()
    }

    /// For each item of the citation at `index`, what has to be said of the words before it: nothing, where they stand
    /// in the source.
    pub(super) fn doubts(&mut self, document: &Document<'a>, index: usize) -> Vec<(usize, String)> {
        let mut doubts: Vec<(usize, String)> = Vec::new();
        let Some((_, range)) = document.events.get(index) else { return doubts };
        for quotation in document.quoted_from(range.start) {
            for (item, source, verdict) in self.verdicts(document, quotation) {
                let doubt = match verdict {
                    Verdict::Verified(_) => None,
                    Verdict::Unverified => Some(self.words().get("quotation-unverified-inside")),
                    Verdict::NotFound => Some(self.words().get("quotation-missing-inside")),
                };
                // A block says so itself, at its end.
                if let Some(words) = doubt
                    && quotation.block.is_none()
                    && doubts.iter().all(|(other, _)| *other != item)
                {
                    doubts.push((item, format!(" <span class=\"doubt\">{}</span>", escape::text(words))));
                }
                self.body.quotations.push(QuotationUse { source: source.clone(), verdict: verdict.clone() });
            }
        }
        doubts
    }

    /// At the end of a block that began at `start`: what became of its words.
    pub(super) fn block_verdict(&mut self, document: &Document<'a>, start: usize) {
        let mut said: Vec<(bool, String)> = Vec::new();
        for quotation in document.block_quotations(start) {
            for (_, _, verdict) in self.verdicts(document, quotation) {
                let verified = matches!(verdict, Verdict::Verified(_));
                let mut words = verdict_in_words(verdict, self.words(), &self.material.language);
                // Readers would take what stands around the quotation for compared as well.
                if verified && quotation.in_part {
                    words = self.words().fill("quotation-in-part", &[("verdict", (&words).into())]);
                }
                let words = (verified, words);
                if !said.contains(&words) {
                    said.push(words);
                }
            }
        }
        // Where one of several is not verified, that alone is worth saying.
        if said.iter().any(|(verified, _)| !verified) {
            said.retain(|(verified, _)| !verified);
        }
        for (verified, words) in said {
            let class = if verified { "verdict" } else { "verdict doubt" };
            self.html.push(&format!("<p class=\"{class}\">{}</p>", escape::text(&words)));
        }
    }

    /// Words, with the brackets among them that the editors put into a quotation.
    pub(super) fn quoted_text(&mut self, document: &Document<'a>, index: usize, words: &str) {
        let opens = words == "[" && self.opens_insertion(document, index);
        if opens {
            self.html.open(
                "insertion",
                &format!(
                    "<span class=\"insertion\" title=\"{}\">",
                    escape::attribute(self.words().get("quotation-insertion"))
                ),
                "</span>",
            );
        }
        self.html.text(words);
        if words == "]" {
            self.html.close("insertion");
        }
    }

    /// Whether an insertion begins at `index`: a bracket that the source does not have, and that stands for nothing
    /// left out.
    fn opens_insertion(&self, document: &Document<'a>, index: usize) -> bool {
        let Some((_, range)) = document.events.get(index) else { return false };
        let start = range.start;
        let Some(inside) = document.in_brackets(start) else { return false };
        if stands_for_omission(inside) {
            return false;
        }
        let end = start + "[".len() + inside.len();
        let mut around = document.quotations_at(start).filter(|(_, quotation)| end < quotation.at.end);
        around.any(|(nth, _)| {
            document.has_insertions(nth, |quotation| {
                let mut sources = self.sources(document, quotation).into_iter();
                sources.any(|(_, source)| self.material.evidence.has_insertions(source, &quotation.words))
            })
        })
    }
}

/// Whether nothing stands in brackets, or what says that words were left out.
fn stands_for_omission(inside: &str) -> bool {
    let inside = inside.trim_start();
    let rest = inside.strip_prefix('…').or_else(|| inside.strip_prefix("...")).unwrap_or(inside);
    rest.trim_start().is_empty()
}
