//! What readers are told of a quotation: who verified it, and when; or that nobody has.

use super::body::Renderer;
use super::document::Document;
use super::escape;
use crate::evidence::{Proof, Verdict};
use crate::link::Resolution;
use crate::model::EntityId;
use crate::model::date::DateLanguage;
use crate::parse::copy::Nature;
use crate::parse::markdown::BodyEvent;
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
pub fn verdict_in_words(verdict: &Verdict, language: &DateLanguage) -> String {
    match verdict {
        Verdict::Verified(Proof::Editors(day)) => {
            format!("Verified by the editors on {}", day.words(language))
        }
        Verdict::Verified(Proof::Copy(Nature::Pdf)) => {
            "Found in the text extracted from the copy of the source".to_owned()
        }
        Verdict::Verified(Proof::Copy(_)) => "Found in the copy of the source".to_owned(),
        Verdict::Unverified => "Quotation not verified".to_owned(),
        Verdict::NotFound => "Not found in the source".to_owned(),
    }
}

impl<'a> Renderer<'a> {
    /// What became of the words that an item of a citation is the source of.
    fn verdict(&self, document: &Document<'a>, quotation: &BodyQuotation, key: &str) -> Option<QuotationUse> {
        let target = Target::Name(key.into());
        let Resolution::Page(source) = self.dossier.resolve(document.page.facts(), &target) else {
            return None;
        };
        let verdict = self.material.evidence.verdict(source, &quotation.words)?.clone();
        Some(QuotationUse { source: source.clone(), verdict })
    }

    /// The quotations of the citation at `index`, with the item that each is from.
    fn verdicts(&self, document: &Document<'a>, index: usize) -> Vec<(usize, Option<usize>, QuotationUse)> {
        let Some((BodyEvent::Citation(items), range)) = document.events.get(index) else { return Vec::new() };
        let mut found = Vec::new();
        for quotation in document.quoted_from(range.start) {
            for item in &quotation.items {
                let used = items.get(*item).and_then(|cited| self.verdict(document, quotation, &cited.key));
                found.extend(used.map(|used| (*item, quotation.block, used)));
            }
        }
        found
    }

    /// For each item of the citation at `index`, what has to be said of the words before it: nothing, where they stand
    /// in the source.
    pub(super) fn doubts(&mut self, document: &Document<'a>, index: usize) -> Vec<(usize, String)> {
        let mut doubts: Vec<(usize, String)> = Vec::new();
        for (item, block, used) in self.verdicts(document, index) {
            let doubtful = !matches!(used.verdict, Verdict::Verified(_));
            // A block says so itself, at its end.
            if doubtful && block.is_none() && doubts.iter().all(|(other, _)| *other != item) {
                let words = verdict_in_words(&used.verdict, &self.material.language).to_lowercase();
                doubts.push((item, format!(" <span class=\"doubt\">{}</span>", escape::text(&words))));
            }
            self.body.quotations.push(used);
        }
        doubts
    }

    /// At the end of a block that began at `start`: what became of its words.
    pub(super) fn block_verdict(&mut self, document: &Document<'a>, start: usize) {
        let mut said: Vec<(bool, String)> = Vec::new();
        for quotation in document.quotations.iter().filter(|quotation| quotation.block == Some(start)) {
            let items = document.events.iter().find_map(|(event, range)| match event {
                BodyEvent::Citation(items) if range.start == quotation.citation => Some(items),
                _ => None,
            });
            for item in
                items.into_iter().flat_map(|items| quotation.items.iter().filter_map(|at| items.get(*at)))
            {
                let Some(used) = self.verdict(document, quotation, &item.key) else { continue };
                let verified = matches!(used.verdict, Verdict::Verified(_));
                let words = (verified, verdict_in_words(&used.verdict, &self.material.language));
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
                "<span class=\"insertion\" title=\"Put in by the editors\">",
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
        let rest = document.text.get(range.start..).unwrap_or_default();
        let inside =
            rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or("", |(inside, _)| inside);
        if matches!(inside.trim(), "" | "…" | "...") {
            return false;
        }
        let here = document.quotations.iter().filter(|quotation| quotation.at.contains(&range.start));
        here.into_iter().any(|quotation| {
            let cited = document.events.iter().find_map(|(event, at)| match event {
                BodyEvent::Citation(items) if at.start == quotation.citation => Some(items),
                _ => None,
            });
            let keys = cited
                .into_iter()
                .flat_map(|items| quotation.items.iter().filter_map(|item| items.get(*item)));
            let mut sources =
                keys.map(|item| self.dossier.resolve(document.page.facts(), &Target::Name(item.key.clone())));
            sources.any(|source| match source {
                Resolution::Page(source) => self.material.evidence.has_insertions(source, &quotation.words),
                _ => false,
            })
        })
    }
}
