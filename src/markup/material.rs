//! What all pages of a site are made from.

use std::sync::Arc;

use super::Highlighter;
use hayagriva::citationberg::IndependentStyle;

use crate::citation::Citations;
use crate::evidence::Evidence;
use crate::link::Dossier;
use crate::model::date::DateLanguage;

/// What the pages of one edition share: read once, used by all of them, changed by none.
#[derive(Debug)]
pub struct Material {
    /// The linked dossier.
    pub dossier: Dossier,
    /// What its statements rest on.
    pub evidence: Evidence,
    /// How its sources are cited.
    pub citations: Arc<Citations>,
    /// How dates are said.
    pub language: DateLanguage,
    /// For code in bodies.
    pub highlighter: Arc<Highlighter>,
}

impl Material {
    /// A dossier and its evidence, and what is needed to show them; cited in `style`, or by numbers.
    #[must_use]
    pub fn new(dossier: Dossier, evidence: Evidence, style: Option<IndependentStyle>) -> Self {
        let citations = Citations::new(&dossier, style).into();
        let language = DateLanguage::of(&dossier.settings.words);
        Self { dossier, evidence, citations, language, highlighter: Arc::default() }
    }

    /// The material after a change that leaves the sources and the settings: what is needed to show them is shared.
    #[must_use]
    pub fn after(&self, dossier: Dossier, evidence: Evidence) -> Self {
        let (citations, highlighter) = (self.citations.clone(), self.highlighter.clone());
        Self { dossier, evidence, citations, language: self.language.clone(), highlighter }
    }
}
