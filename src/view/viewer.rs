//! One page's view of the dossier: everything is said and addressed as seen from that page.

use crate::link::address::relative;
use crate::link::{Dossier, PageAddress};
use crate::markup::Highlighter;
use crate::model::date::DateLanguage;

/// What the views of one page are made with.
#[derive(Debug, Clone)]
pub struct Viewer<'a> {
    /// The linked dossier.
    pub(super) dossier: &'a Dossier,
    /// For code in bodies.
    pub(super) highlighter: &'a Highlighter,
    /// The page that is being made.
    pub(super) address: &'a PageAddress,
    /// Its file, from the site's top.
    pub(super) file: String,
    /// How dates are said.
    pub(super) language: DateLanguage,
}

impl<'a> Viewer<'a> {
    /// The view from one page.
    #[must_use]
    pub fn new(dossier: &'a Dossier, highlighter: &'a Highlighter, address: &'a PageAddress) -> Self {
        Self {
            dossier,
            highlighter,
            address,
            file: dossier.file_of(address),
            language: DateLanguage::english(),
        }
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
