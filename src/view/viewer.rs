//! One page's view of the dossier: everything is said and addressed as seen from that page.

use std::sync::Arc;

use crate::link::address::relative;
use crate::link::{Corpus, Dossier, PageAddress};
use crate::markup::{Binding, Bound, Material};
use crate::model::Words;
use crate::model::date::DateLanguage;
use crate::text::ContentPath;

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
    /// Where the page stands in a bundle, if it is made for one.
    pub(super) bundled: Option<Bundled<'a>>,
}

/// The place of a page in a bundle, and the places of the others.
#[derive(Debug, Clone)]
pub(super) struct Bundled<'a> {
    binding: &'a Binding,
    here: Bound,
}

impl<'a> Viewer<'a> {
    /// The view from one page.
    #[must_use]
    pub fn new(material: &'a Material, address: &'a PageAddress) -> Self {
        let dossier = &material.dossier;
        let (words, language) = (&dossier.settings.words, &material.language);
        let file = dossier.file_of(address);
        Self { dossier, material, address, file, words, language, bundled: None }
    }

    /// The same page as a part of a bundle, at this place.
    pub(super) fn in_bundle(self, binding: &'a Binding, here: Bound) -> Self {
        Self { bundled: Some(Bundled { binding, here }), ..self }
    }

    /// HTML of this page, as it stands in the file that is made.
    pub(super) fn placed(&self, html: String) -> String {
        match &self.bundled {
            Some(bundled) => bundled.binding.bind(&html, &self.file, &bundled.here),
            None => html,
        }
    }

    /// The address of a picture; none where a bundle does not bring it.
    pub(super) fn picture(&self, path: &ContentPath) -> Option<String> {
        let file = Corpus::file_of_attachment(path);
        match &self.bundled {
            Some(bundled) => bundled.binding.picture(&file).map(str::to_owned),
            None => Some(relative(&self.file, &file)),
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

impl Bundled<'_> {
    /// What a link to the page in this file of the site says and where it leads: the number of its part stands behind
    /// its name, and what has no part is only named.
    pub(super) fn link(&self, name: &Arc<str>, file: &str) -> (Arc<str>, Option<String>) {
        match self.binding.at(file) {
            Some(bound) if bound.unnumbered || *bound == self.here => {
                (name.clone(), Some(format!("#{}", bound.anchor)))
            }
            Some(bound) => (format!("{name} ({})", bound.label).into(), Some(format!("#{}", bound.anchor))),
            None => (name.clone(), None),
        }
    }
}
