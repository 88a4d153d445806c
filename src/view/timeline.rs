//! The timeline: its entries, here; its pages, their headings and what they can be narrowed to, below.
//!
//! ```text
//! PageAddress ─▶ page ─▶ periods   the pages of a long timeline
//!                 ├────▶ years     entries under year, month, day
//!                 └────▶ filters   the narrowings, and all of one sort
//! data: a long timeline for scripts
//! ```

mod data;
mod filters;
mod page;
mod periods;
mod years;

use std::sync::Arc;

use serde::Serialize;

use super::date::DateView;
use super::entity_link::{EntityLink, TagView, words};
use super::viewer::Viewer;
use crate::link::relations::OtherEnd;
use crate::link::timeline::TimelineEntry;
use crate::link::{PageAddress, ReadingOrder};
use crate::model::EntityId;
use crate::model::date::Day;
use crate::parse::facts::PageFacts;

pub use data::{EntryWords, IndexPart, IndexedEntry, TimelineIndex};
pub use filters::{FilterLetter, TimelineFilter, TimelineFilterOption, TimelineFiltersView};
pub(super) use page::Listed;
pub use page::TimelineView;
pub use periods::{PeriodPager, PeriodView};
pub use years::{TimelineDay, TimelineMonth, TimelineYear};

/// One entry of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineEntryView {
    /// Unique on the timeline: `letter-of-1-december`, `ian-levy-born`.
    pub anchor: String,
    /// The entity.
    pub link: EntityLink,
    /// Its kind.
    pub kind_label: Arc<str>,
    /// What the date is, where it is not the entity's own `date`: "Published"; may be empty.
    pub label: Arc<str>,
    /// The date.
    pub date: DateView,
    /// One sentence; may be empty.
    pub summary: Arc<str>,
    /// People involved.
    pub people: Vec<EntityLink>,
    /// Organisations involved.
    pub organisations: Vec<EntityLink>,
    /// Sources for it.
    pub sources: Vec<EntityLink>,
    /// Its tags.
    pub tags: Vec<TagView>,
    /// This entry on the whole timeline, from this page.
    pub href: String,
    /// The same for scripts.
    pub data: EntryData,
}

/// What scripts narrow the timeline by, each a list of words parted by spaces, as attributes of the entry's item.
#[derive(Debug, Clone, Serialize)]
pub struct EntryData {
    /// The id of its kind.
    pub kind: String,
    /// The ids of the people concerned.
    pub people: String,
    /// The ids of the organisations concerned.
    pub organisations: String,
    /// The slugs of its tags.
    pub tags: String,
    /// The first day that its date can touch, counted from 1 January 1970; none where it is open.
    pub from: Option<i64>,
    /// The last day that its date can touch; none where it is open.
    pub until: Option<i64>,
    /// The day by which a source for it was published; none where none says so.
    pub published: Option<i64>,
    /// The day by which a source for it was retrieved; none where none says so.
    pub retrieved: Option<i64>,
}

/// How many people, organisations or sources of one entry are named.
const MOST_LINKS: usize = 40;

impl Viewer<'_> {
    /// One entry.
    pub(super) fn entry(&self, entry: &TimelineEntry) -> TimelineEntryView {
        let facts = self.dossier.page(&entry.entity).map(crate::link::PublishedPage::facts);
        let kind = facts.and_then(PageFacts::kind).and_then(|kind| self.dossier.settings.kind(kind.as_str()));
        let field = kind.and_then(|kind| kind.dates.iter().find(|field| field.field == entry.field));
        // An entry can concern thousands, and stand on the page of each of them.
        let first_of = |ids: &[EntityId]| -> Vec<EntityLink> {
            let others = match ids {
                [own] if *own == entry.entity => &[],
                others => others,
            };
            let mut links: Vec<_> = others.iter().take(MOST_LINKS).map(|id| self.link(id)).collect();
            let more = others.len() - links.len();
            if more > 0 {
                let href = Some(self.href(&PageAddress::Entity(entry.entity.clone())));
                links.push(EntityLink { href, ..words(self.words.count("facts-more", more)) });
            }
            links
        };
        // A claim must not lose a speaker who may not be named, least of all beside one who may.
        let unnamed = facts.into_iter().flat_map(|facts| self.unnamed_speakers(facts));
        TimelineEntryView {
            anchor: entry.anchor.to_string(),
            link: self.link(&entry.entity),
            kind_label: kind.map(|kind| kind.singular.clone()).unwrap_or_default(),
            label: field.map(|field| field.label.clone()).unwrap_or_default(),
            date: self.date(&entry.date),
            summary: facts.map(|facts| facts.summary.clone()).unwrap_or_default(),
            people: first_of(&entry.people).into_iter().chain(unnamed).collect(),
            organisations: first_of(&entry.organisations),
            sources: first_of(&entry.sources),
            tags: self.tags(facts.into_iter().flat_map(|facts| facts.tags.iter().map(|tag| &**tag))),
            href: self.entry_href(entry),
            // People are only narrowed to on the whole timeline.
            data: self.entry_data(
                entry,
                if *self.address == PageAddress::Timeline { usize::MAX } else { MOST_LINKS },
            ),
        }
    }

    /// What is shown for those who said a claim and have no page that may be seen.
    fn unnamed_speakers(&self, facts: &PageFacts) -> Vec<EntityLink> {
        let own = self.dossier.relations(&facts.id).iter().take_while(|end| !end.inverse);
        let said = own.filter(|end| facts.claim.is_some() && end.relation.as_str() == "said_by");
        said.filter(|end| matches!(end.other, OtherEnd::Words(_)))
            .map(|end| self.end_link(&end.other))
            .collect()
    }

    /// The way to an entry on the whole timeline.
    pub(super) fn entry_href(&self, entry: &TimelineEntry) -> String {
        format!("{}#{}", self.href(&entry.address()), entry.anchor)
    }

    /// What an entry can be narrowed by: so many of those concerned.
    fn entry_data(&self, entry: &TimelineEntry, most: usize) -> EntryData {
        let first_of =
            |ids: &[EntityId]| ids.iter().take(most).map(EntityId::as_str).collect::<Vec<_>>().join(" ");
        let tags = entry.tags.iter().filter_map(|name| self.dossier.tag(name.as_str()));
        let days = self.dossier.days_of(entry);
        let first = |order| days.and_then(|days| days.first(order)).map(|first| first.by.days_since_1970());
        EntryData {
            kind: self.dossier.kind_of(&entry.entity).unwrap_or_default().to_owned(),
            people: first_of(&entry.people),
            organisations: first_of(&entry.organisations),
            tags: tags.map(|tag| &*tag.slug).collect::<Vec<_>>().join(" "),
            from: entry.date.earliest().map(Day::days_since_1970),
            until: entry.date.latest().map(Day::days_since_1970),
            published: first(ReadingOrder::Published),
            retrieved: first(ReadingOrder::Retrieved),
        }
    }

    /// The entries that concern an entity.
    pub(super) fn entries_concerning(&self, facts: &PageFacts) -> Vec<&TimelineEntry> {
        let places = match self.dossier.own_lists(&facts.id).filter(|lists| !lists.entries.is_empty()) {
            Some(lists) => lists.entries.clone(),
            None => self.dossier.entries_concerning(&facts.id),
        };
        places.into_iter().map(|place| &self.dossier.timeline[place]).collect()
    }
}
