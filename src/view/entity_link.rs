//! Links to entities, kinds and tags, as seen from one page.

use std::sync::Arc;

use serde::Serialize;

use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::address::relative;
use crate::link::relations::OtherEnd;
use crate::link::tags::Tag;
use crate::model::{EntityId, Kind, vocabulary};
/// A link to an entity (or its plain words, where nothing may be linked).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntityLink {
    /// The words.
    pub text: Arc<str>,
    /// Where it leads; `None` for plain text.
    pub href: Option<String>,
    /// The kind's id (`person`), empty for plain text.
    pub kind: Arc<str>,
}

/// A kind of entity.
#[derive(Debug, Clone, Serialize)]
pub struct KindView {
    /// `person`.
    pub id: Arc<str>,
    /// "Person".
    pub singular: Arc<str>,
    /// "People".
    pub plural: Arc<str>,
    /// Its index page.
    pub href: String,
    /// A short sign, such as a letter or emoji; may be empty.
    pub icon: Arc<str>,
}

/// A tag.
#[derive(Debug, Clone, Serialize)]
pub struct TagView {
    /// What it says.
    pub label: Arc<str>,
    /// Its page.
    pub href: String,
    /// How many pages have it.
    pub count: usize,
}

impl Viewer<'_> {
    /// A link to a published page, by its title.
    pub(super) fn link(&self, id: &EntityId) -> EntityLink {
        let Some(page) = self.dossier.page(id) else { return words(id.as_str()) };
        let facts = page.facts();
        let (text, href) = match &self.bundled {
            Some(bundled) => bundled.link(&facts.title, &self.dossier.file_of_facts(facts)),
            None => (facts.title.clone(), Some(relative(&self.file, &self.dossier.file_of_facts(facts)))),
        };
        EntityLink {
            text,
            href,
            kind: facts.kind().map_or_else(|| vocabulary::PAGE.into(), |kind| kind.text().clone()),
        }
    }

    /// The other end of a relation.
    pub(super) fn end_link(&self, end: &OtherEnd) -> EntityLink {
        match end {
            OtherEnd::Page(id) => self.link(id),
            OtherEnd::Words(text) => words(text.clone()),
        }
    }

    /// A kind, with the way to its index.
    pub(super) fn kind(&self, kind: &Kind) -> KindView {
        KindView {
            id: kind.id.text().clone(),
            singular: kind.singular.clone(),
            plural: kind.plural.clone(),
            href: self.rooted(&PageAddress::Index(kind.id.clone(), 1)),
            icon: kind.icon.clone(),
        }
    }

    /// A tag, with the way to its page.
    pub(super) fn tag(&self, tag: &Tag) -> TagView {
        TagView {
            label: tag.label.clone(),
            href: self.href(&PageAddress::Tag(tag.slug.clone(), 1)),
            count: tag.pages.len(),
        }
    }

    /// The tags with these labels.
    pub(super) fn tags<'t>(&self, labels: impl Iterator<Item = &'t str>) -> Vec<TagView> {
        labels.filter_map(|label| self.dossier.tag(label)).map(|tag| self.tag(tag)).collect()
    }
}

/// Plain words where a link would stand.
pub(super) fn words(text: impl Into<Arc<str>>) -> EntityLink {
    EntityLink { text: text.into(), href: None, kind: Arc::default() }
}
