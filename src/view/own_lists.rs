//! What an entity has so much of that it does not fit its page, over pages of its own: its entries on the timeline, and
//! the relations that it wrote.

use serde::Serialize;

use super::citation::{Cited, CitedSource};
use super::entity_link::EntityLink;
use super::fact::FactRow;
use super::frame::PageView;
use super::pager::Pager;
use super::timeline::TimelineEntryView;
use super::viewer::Viewer;
use crate::link::address::relative;
use crate::link::own_lists::{FIRST_OF_OWN, OWN_ON_A_PAGE, on_page};
use crate::link::{PageAddress, PublishedPage};
use crate::markup::Numbering;
use crate::model::EntityId;

/// One page of the entries that concern an entity (template `entity-timeline.html`).
#[derive(Debug, Serialize)]
pub struct EntityTimelineView {
    /// The entity.
    pub subject: EntityLink,
    /// The entries of this page, in order.
    pub entries: Vec<TimelineEntryView>,
    /// How many there are in all.
    pub count: usize,
    /// The pages of the list.
    pub pager: Option<Pager>,
}

/// One page of the relations that an entity wrote (template `entity-relations.html`).
#[derive(Debug, Serialize)]
pub struct EntityRelationsView {
    /// The entity.
    pub subject: EntityLink,
    /// The relations of this page.
    pub rows: Vec<FactRow>,
    /// The sources cited on this page, numbered.
    pub sources: Vec<CitedSource>,
    /// How many relations there are in all.
    pub count: usize,
    /// The pages of the list.
    pub pager: Option<Pager>,
}

/// The rest of a list of which the page of an entity shows the first.
#[derive(Debug, Clone, Serialize)]
pub struct MoreView {
    /// How many there are in all.
    pub count: usize,
    /// The list of them all.
    pub href: String,
}

impl Viewer<'_> {
    /// One page of the entries that concern an entity; none where its own page holds them.
    #[must_use]
    pub fn entity_timeline(&self, page: &PublishedPage, nth: usize) -> Option<PageView<EntityTimelineView>> {
        let facts = page.facts();
        let list = &self.dossier.own_lists(&facts.id)?.entries;
        let entry = |place: usize| &self.dossier.timeline[place];
        let begins = |nth: usize| Some(self.date(&entry(*on_page(list, nth).first()?).date).words);
        let address = |nth: usize| PageAddress::EntityTimeline(facts.id.clone(), nth);
        let view = EntityTimelineView {
            subject: self.link(&facts.id),
            entries: on_page(list, nth).iter().map(|place| self.entry(entry(*place))).collect(),
            count: list.len(),
            pager: self.pager_with(nth, list.len().div_ceil(OWN_ON_A_PAGE), address, begins),
        };
        let title = self.words.fill("title-entity-timeline", &[("name", (&*facts.title).into())]);
        Some(PageView { frame: self.frame("entity-timeline", &title, ""), view })
    }

    /// One page of the relations that an entity wrote; none where its own page holds them.
    #[must_use]
    pub fn entity_relations(
        &self,
        page: &PublishedPage,
        nth: usize,
    ) -> Option<PageView<EntityRelationsView>> {
        let facts = page.facts();
        let list = &self.dossier.own_lists(&facts.id)?.relations;
        let ends = self.dossier.relations(&facts.id);
        let mut numbering = Numbering::new();
        let mut rows: Vec<FactRow> = Vec::new();
        for end in on_page(list, nth).iter().filter_map(|place| ends.get(*place)) {
            let label = self.relation_label(end);
            let value = self.fact_value(end, &mut numbering);
            match rows.last_mut().filter(|row| row.label == label) {
                Some(row) => row.values.push(value),
                None => rows.push(FactRow { label, values: vec![value], more: None }),
            }
        }
        let href =
            |id: &EntityId| relative(&self.file, &self.dossier.file_of(&PageAddress::Entity(id.clone())));
        let said = self.material.citations.said(numbering.requests(), &href);
        let cited = Cited { said, ..Cited::default() };
        let values = rows.iter_mut().flat_map(|row| &mut row.values);
        values.flat_map(|value| &mut value.citations).for_each(|mark| cited.say(mark));
        let begins = |nth: usize| {
            let end = ends.get(*on_page(list, nth).first()?)?;
            Some(format!("{}: {}", self.relation_label(end), self.end_link(&end.other).text))
        };
        let address = |nth: usize| PageAddress::EntityRelations(facts.id.clone(), nth);
        let view = EntityRelationsView {
            subject: self.link(&facts.id),
            rows,
            sources: self.cited_sources(&numbering, &[], &cited),
            count: list.len(),
            pager: self.pager_with(nth, list.len().div_ceil(OWN_ON_A_PAGE), address, begins),
        };
        let title = self.words.fill("title-entity-relations", &[("name", (&*facts.title).into())]);
        Some(PageView { frame: self.frame("entity-relations", &title, ""), view })
    }

    /// The list of an entity's own relations, where they are too many for its page and a part is left out.
    pub(super) fn more_relations(&self, id: &EntityId, shown: usize, count: usize) -> Option<MoreView> {
        let href = || self.href(&PageAddress::EntityRelations(id.clone(), 1));
        (count > shown).then(|| MoreView { count, href: href() })
    }

    /// How many of one relation the page of an entity shows.
    pub(super) fn shown_of_each(&self, id: &EntityId) -> usize {
        if self.has_relation_list(id) { FIRST_OF_OWN } else { usize::MAX }
    }

    /// Whether an entity has a list of its relations apart from its page; a part of a bundle holds them all.
    pub(super) fn has_relation_list(&self, id: &EntityId) -> bool {
        self.bundled.is_none() && self.dossier.own_lists(id).is_some_and(|lists| !lists.relations.is_empty())
    }
}
