//! Tags.

use serde::Serialize;

use super::entity_link::TagView;
use super::frame::PageView;
use super::index::{IndexGroup, title};
use super::pager::{Jump, Pager};
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::indexes::{ENTITIES_ON_A_PAGE, page_at, pages_for};
use crate::link::selection::Selection;
use crate::link::tags::{TAGS_ON_A_PAGE, Tag};
use crate::model::vocabulary;
/// All tags (template `tags.html`).
#[derive(Debug, Serialize)]
pub struct TagsView {
    /// The tags of this page, by name.
    pub tags: Vec<TagView>,
    /// How many there are in all.
    pub count: usize,
    /// The pages of the list; none where it has one alone.
    pub pager: Option<Pager>,
}

/// One tag (template `tag.html`).
#[derive(Debug, Serialize)]
pub struct TagPageView {
    /// The tag.
    pub tag: TagView,
    /// Its entities on this page, by kind.
    pub groups: Vec<IndexGroup>,
    /// Jumps to all kinds, also to those on other pages.
    pub jumps: Vec<Jump>,
    /// The pages of the list; none where it has one alone.
    pub pager: Option<Pager>,
    /// The timeline with this tag alone, where it has entries.
    pub timeline_href: Option<String>,
}

impl Viewer<'_> {
    /// One page of all tags.
    #[must_use]
    pub fn tags_page(&self, nth: usize) -> PageView<TagsView> {
        let all = &self.dossier.tags;
        let on_page = |nth: usize| all.chunks(TAGS_ON_A_PAGE).nth(nth.saturating_sub(1)).unwrap_or_default();
        let begins = |nth: usize| on_page(nth).first().map(|tag| tag.label.to_string());
        let view = TagsView {
            tags: on_page(nth).iter().map(|tag| self.tag(tag)).collect(),
            count: all.len(),
            pager: self.pager_with(nth, all.len().div_ceil(TAGS_ON_A_PAGE), PageAddress::Tags, begins),
        };
        PageView { frame: self.frame("tags", self.words.get("title-tags"), ""), view }
    }

    /// One page of a tag.
    #[must_use]
    pub fn tag_page(&self, tag: &Tag, nth: usize) -> PageView<TagPageView> {
        let on_page =
            |nth: usize| tag.pages.chunks(ENTITIES_ON_A_PAGE).nth(nth.saturating_sub(1)).unwrap_or_default();
        let mut groups: Vec<IndexGroup> = Vec::new();
        for page in on_page(nth).iter().filter_map(|id| self.dossier.page(id)) {
            let kind = page.facts().kind().map_or(vocabulary::PAGE, |kind| kind.as_str());
            let label = self.kind_label(kind);
            let card = self.card(page);
            match groups.iter_mut().find(|group| group.label == label) {
                Some(group) => group.items.push(card),
                None => groups.push(IndexGroup { label, anchor: anchor(kind), items: vec![card] }),
            }
        }
        let on_timeline = self.dossier.filters.get(&Selection::Tag(tag.slug.clone())).is_some();
        let begins = |nth: usize| on_page(nth).first().and_then(|id| self.dossier.page(id)).map(title);
        let pages = pages_for(tag.pages.len());
        let view = TagPageView {
            tag: self.tag(tag),
            jumps: self.tag_jumps(tag, nth, &groups),
            groups,
            pager: self.pager_with(nth, pages, |nth| PageAddress::Tag(tag.slug.clone(), nth), begins),
            timeline_href: on_timeline.then(|| self.href(&PageAddress::TimelineOfTag(tag.slug.clone()))),
        };
        PageView { frame: self.frame("tag", &tag.label, ""), view }
    }

    /// Jumps to the kinds of what has a tag: those of this page where it has one alone, or to where each begins.
    fn tag_jumps(&self, tag: &Tag, nth: usize, groups: &[IndexGroup]) -> Vec<Jump> {
        let here =
            |group: &IndexGroup| Jump { label: group.label.clone(), href: format!("#{}", group.anchor) };
        if tag.pages.len() <= ENTITIES_ON_A_PAGE {
            return groups.iter().map(here).collect();
        }
        let mut jumps: Vec<Jump> = Vec::new();
        let mut place = 0;
        while let Some(page) = tag.pages.get(place).and_then(|id| self.dossier.page(id)) {
            let kind = page.facts().kind();
            let name = kind.map_or(vocabulary::PAGE, |kind| kind.as_str());
            let label = self.kind_label(name);
            let on = page_at(place);
            let file = if on == nth.max(1) {
                String::new()
            } else {
                self.href(&PageAddress::Tag(tag.slug.clone(), on))
            };
            if jumps.iter().all(|jump| jump.label != label) {
                jumps.push(Jump { label, href: format!("{file}#{}", anchor(name)) });
            }
            // All of a kind stand together.
            let last = kind.and_then(|kind| self.dossier.of_kind(kind.as_str()).last());
            let Some(last) = last.map(|page| self.dossier.rank(&page.facts().id)) else { break };
            place += tag.pages[place..].partition_point(|id| self.dossier.rank(id) <= last);
        }
        jumps
    }

    /// What the pages of a kind are called together.
    fn kind_label(&self, kind: &str) -> String {
        let kind = self.dossier.settings.kind(kind);
        kind.map_or_else(|| self.words.get("pages").to_owned(), |kind| kind.plural.to_string())
    }
}

fn anchor(kind: &str) -> String {
    format!("kind-{kind}")
}
