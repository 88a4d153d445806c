//! One page's view of the dossier: everything is said and addressed as seen from that page.

use crate::link::address::relative;
use crate::link::{Dossier, PageAddress};
use crate::markup::Material;
use crate::model::Words;
use crate::model::date::DateLanguage;

/// What the views of one page are made with.
#[derive(Debug, Clone)]
pub struct Viewer<'a> {
    /// The linked dossier.
    pub(super) dossier: &'a Dossier,
    /// All that pages are made from.
    pub(super) material: &'a Material,
    /// The page that is being made.
    pub(super) address: &'a PageAddress,
    /// Its file, from the site's top.
    pub(super) file: String,
    /// What pages say of their own.
    pub(super) words: &'a Words,
    /// How dates are said.
    pub(super) language: &'a DateLanguage,
}

impl<'a> Viewer<'a> {
    /// The view from one page.
    #[must_use]
    pub fn new(material: &'a Material, address: &'a PageAddress) -> Self {
        let dossier = &material.dossier;
        let (words, language) = (&dossier.settings.words, &material.language);
        Self { dossier, material, address, file: dossier.file_of(address), words, language }
    }

    /// The page's file, from the site's top.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The way to another page.
    pub(super) fn href(&self, page: &PageAddress) -> String {
        relative(&self.file, &self.dossier.file_of(page))
    }
}
