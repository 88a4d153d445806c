//! What all pages of a site are made from.

use super::Highlighter;
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
    /// How dates are said.
    pub language: DateLanguage,
    /// For code in bodies.
    pub highlighter: Highlighter,
}

impl Material {
    /// A dossier and its evidence, and what is needed to show them.
    #[must_use]
    pub fn new(dossier: Dossier, evidence: Evidence) -> Self {
        Self { dossier, evidence, language: DateLanguage::english(), highlighter: Highlighter::default() }
    }
}
