//! Tags.

use serde::Serialize;

use super::entity_link::TagView;
use super::frame::PageView;
use super::index::IndexGroup;
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::tags::Tag;
use crate::model::vocabulary;
/// All tags (template `tags.html`).
#[derive(Debug, Serialize)]
pub struct TagsView {
    /// By name.
    pub tags: Vec<TagView>,
}

/// One tag (template `tag.html`).
#[derive(Debug, Serialize)]
pub struct TagPageView {
    /// The tag.
    pub tag: TagView,
    /// Its entities by kind.
    pub groups: Vec<IndexGroup>,
    /// The timeline with this tag alone, where it has entries.
    pub timeline_href: Option<String>,
}

impl Viewer<'_> {
    /// All tags.
    #[must_use]
    pub fn tags_page(&self) -> PageView<TagsView> {
        let tags = self.dossier.tags.iter().map(|tag| self.tag(tag)).collect();
        PageView { frame: self.frame("tags", self.words.get("title-tags"), ""), view: TagsView { tags } }
    }

    /// One tag.
    #[must_use]
    pub fn tag_page(&self, tag: &Tag) -> PageView<TagPageView> {
        let mut groups: Vec<IndexGroup> = Vec::new();
        for page in tag.pages.iter().filter_map(|id| self.dossier.page(id)) {
            let kind = page.facts().kind().map_or(vocabulary::PAGE, |kind| kind.as_str());
            let label = self
                .dossier
                .settings
                .kind(kind)
                .map_or_else(|| self.words.get("pages").to_owned(), |kind| kind.plural.to_string());
            let card = self.card(page);
            match groups.iter_mut().find(|group| group.label == label) {
                Some(group) => group.items.push(card),
                None => groups.push(IndexGroup { label, anchor: format!("kind-{kind}"), items: vec![card] }),
            }
        }
        let on_timeline = self.dossier.filters.tags.iter().any(|(slug, _)| *slug == tag.slug);
        let view = TagPageView {
            tag: self.tag(tag),
            groups,
            timeline_href: on_timeline.then(|| self.href(&PageAddress::TimelineOfTag(tag.slug.clone()))),
        };
        PageView { frame: self.frame("tag", &tag.label, ""), view }
    }
}
