//! What a run amounts to, in figures and in words.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Edition;
use crate::model::language::fallbacks;
use crate::parse::facts::MentionRole;
use crate::text::counted;

/// What is in a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    title: String,
    pages: usize,
    kinds: Vec<(String, usize)>,
    links: usize,
    relations: usize,
    citations: usize,
}

impl Summary {
    /// Count.
    #[must_use]
    pub fn of(edition: &Edition) -> Self {
        let dossier = &edition.material.dossier;
        let kinds = dossier.settings.kinds.iter();
        let mentions = || dossier.pages().flat_map(|page| &page.facts().mentions);
        let links =
            mentions().filter(|m| matches!(m.role, MentionRole::Link | MentionRole::Transclusion)).count();
        let citations = mentions().filter(|m| m.role == MentionRole::Citation).count();
        let english = fallbacks(&dossier.settings.language).iter().any(|tag| tag == "en");
        Self {
            title: dossier.settings.title.to_string(),
            pages: edition.addresses().len(),
            kinds: kinds
                .map(|kind| {
                    let count = dossier.of_kind(kind.id.as_str()).len();
                    let label = if count == 1 { &kind.singular } else { &kind.plural };
                    // German writes its nouns with a capital also in the midst of a line.
                    let label = if english { label.to_lowercase() } else { label.to_string() };
                    (label, count)
                })
                .filter(|(_, count)| *count > 0)
                .collect(),
            links,
            relations: dossier.pages().map(|page| page.facts().relations.len()).sum(),
            citations,
        }
    }

    /// The dossier, its pages and the time it took.
    #[must_use]
    pub fn in_words(&self, time: Duration) -> String {
        format!("{}: {} pages in {:.2} s", self.title, self.pages, time.as_secs_f64())
    }

    /// What is on the pages.
    #[must_use]
    pub fn counts(&self) -> String {
        let kinds =
            self.kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect::<Vec<_>>().join(", ");
        let kinds = if kinds.is_empty() { "no entities yet".to_owned() } else { kinds };
        format!(
            "  {kinds}\n  {}, {}, {}",
            counted(self.links, "link"),
            counted(self.relations, "relation"),
            counted(self.citations, "citation")
        )
    }
}
