//! The days of one thing: when it happened, when a source for it was published, when one was retrieved.

use serde::Serialize;

use super::date::DateView;
use super::entity_link::EntityLink;
use super::viewer::Viewer;
use crate::link::knowledge::{Days, FirstSource, Publication, Subject, Unknown};
use crate::link::timeline::TimelineEntry;
use crate::model::EntityId;
use crate::model::date::{EdtfDate, Extent};
use crate::parse::facts::PageFacts;

/// The days of one thing.
#[derive(Debug, Clone, Serialize)]
pub struct DaysView {
    /// When it happened, or was said; none where nothing says so.
    pub happened: Option<DateView>,
    /// When its first source was published.
    pub published: Option<SourceDay>,
    /// When its first source was retrieved.
    pub retrieved: Option<SourceDay>,
    /// Why `published` is none: `unsourced`, `undated`, `earlier`; else empty.
    pub unknown: &'static str,
}

/// When a source was published or retrieved.
#[derive(Debug, Clone, Serialize)]
pub struct SourceDay {
    /// As it is written.
    pub date: DateView,
    /// The day by which that certainly was, in words; empty where the date is a day.
    pub by: String,
    /// The source; none where it is the thing itself.
    pub source: Option<EntityLink>,
}

/// One thing in a list of what became known.
#[derive(Debug, Clone, Serialize)]
pub struct KnownItem {
    /// The entity.
    pub link: EntityLink,
    /// Its kind.
    pub kind_label: String,
    /// What the date is, where it is not the entity's own `date`: "Born"; may be empty.
    pub label: String,
    /// One sentence; may be empty.
    pub summary: String,
    /// Its days.
    pub days: DaysView,
    /// The entry on the timeline, where it has one.
    pub href: Option<String>,
}

impl Viewer<'_> {
    /// The days of something about this entity that happened then.
    fn days_view(&self, id: &EntityId, happened: Option<&EdtfDate>, days: &Days) -> DaysView {
        let (published, unknown) = match &days.published {
            Publication::First(first) => (Some(self.source_day(id, first)), ""),
            Publication::Unknown(Unknown::Unsourced) => (None, "unsourced"),
            Publication::Unknown(Unknown::Undated) => (None, "undated"),
            Publication::Unknown(Unknown::Earlier) => (None, "earlier"),
        };
        DaysView {
            happened: happened.map(|date| self.date(date)),
            published,
            retrieved: days.retrieved.as_ref().map(|first| self.source_day(id, first)),
            unknown,
        }
    }

    fn source_day(&self, of: &EntityId, first: &FirstSource) -> SourceDay {
        SourceDay {
            date: self.date(&first.date),
            by: if first.date.extent() == Extent::Day { String::new() } else { self.language.day(first.by) },
            source: (first.source != *of).then(|| self.link(&first.source)),
        }
    }

    /// The days of an entity, where they say more than its own dates; a source's stand among those.
    pub(super) fn page_days(&self, facts: &PageFacts) -> Option<DaysView> {
        if facts.source.is_some() {
            return None;
        }
        let days = self.dossier.knowledge.of_page(&facts.id)?;
        let view = self.days_view(&facts.id, facts.date("date"), days);
        (view.published.is_some() || view.retrieved.is_some()).then_some(view)
    }

    /// An entry of the timeline with its days.
    pub(super) fn known_entry(&self, entry: &TimelineEntry, days: &Days) -> KnownItem {
        let facts = self.dossier.page(&entry.entity).map(crate::link::PublishedPage::facts);
        // That a source came out is its day of publication, and nothing else happened.
        let happened = (*entry.field != *"published").then_some(&entry.date);
        let item = self.known_item(&entry.entity, happened, days);
        let field = facts.filter(|_| *entry.field != *"date");
        KnownItem {
            label: field.map(|facts| self.field_label(facts, &entry.field)).unwrap_or_default(),
            href: Some(self.entry_href(entry)),
            ..item
        }
    }

    /// What became known.
    pub(super) fn known_subject(&self, subject: &Subject, days: &Days) -> KnownItem {
        match subject {
            Subject::Entry(place) => self.known_entry(&self.dossier.timeline[*place], days),
            Subject::Entity(id) => {
                let facts = self.dossier.page(id).map(crate::link::PublishedPage::facts);
                let entry = self.dossier.entries_of(id).find(|entry| *entry.field == *"date");
                let href = entry.map(|entry| self.entry_href(entry));
                KnownItem { href, ..self.known_item(id, facts.and_then(|facts| facts.date("date")), days) }
            }
        }
    }

    fn known_item(&self, id: &EntityId, happened: Option<&EdtfDate>, days: &Days) -> KnownItem {
        let facts = self.dossier.page(id).map(crate::link::PublishedPage::facts);
        let kind = facts.and_then(PageFacts::kind).and_then(|kind| self.dossier.settings.kind(kind.as_str()));
        KnownItem {
            link: self.link(id),
            kind_label: kind.map(|kind| kind.singular.to_string()).unwrap_or_default(),
            label: String::new(),
            summary: facts.map(|facts| facts.summary.to_string()).unwrap_or_default(),
            days: self.days_view(id, happened, days),
            href: None,
        }
    }
}
