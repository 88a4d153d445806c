//! The page for addresses that do not exist, and pages at former addresses.

use std::sync::Arc;

use serde::Serialize;

use super::entity_link::KindView;
use super::frame::PageView;
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::model::EntityId;
/// The page for addresses that do not exist (template `404.html`).
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    /// The home page.
    pub home_href: String,
    /// The indexes.
    pub kinds: Vec<KindView>,
}

/// A page at a former address (template `redirect.html`).
#[derive(Debug, Serialize)]
pub struct RedirectView {
    /// Where the page is now.
    pub href: String,
    /// What it is called.
    pub title: Arc<str>,
}

impl Viewer<'_> {
    /// The page for addresses that do not exist.
    #[must_use]
    pub fn not_found(&self) -> PageView<NotFoundView> {
        let kinds = self.dossier.kinds_in_use();
        let view = NotFoundView {
            home_href: self.rooted(&PageAddress::Home),
            kinds: kinds.map(|kind| self.kind(kind)).collect(),
        };
        PageView { frame: self.frame("not-found", self.words.get("title-not-found"), ""), view }
    }

    /// The page at a former address of another.
    #[must_use]
    pub fn redirect(&self, to: &EntityId) -> PageView<RedirectView> {
        let link = self.link(to);
        let view = RedirectView { href: link.href.unwrap_or_default(), title: link.text };
        PageView { frame: self.frame("redirect", &view.title, ""), view }
    }
}
