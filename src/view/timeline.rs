//! The timeline, whole or narrowed.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::date::DateView;
use super::entity_link::{EntityLink, TagView};
use super::frame::PageView;
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::relations::OtherEnd;
use crate::link::timeline::TimelineEntry;
use crate::model::date::{Day, Extent};
use crate::model::{EntityId, KindId, slug, vocabulary};
use crate::parse::facts::PageFacts;
/// The timeline, whole or filtered (template `timeline.html`).
#[derive(Debug, Serialize)]
pub struct TimelineView {
    /// What the list is narrowed to: "Ian Levy"; empty for the whole.
    pub filter: String,
    /// The entity, where the filter is one.
    pub filter_link: Option<EntityLink>,
    /// The whole timeline's address.
    pub all_href: String,
    /// Other narrowings, by sort.
    pub filters: Vec<FilterGroup>,
    /// Entries by year.
    pub years: Vec<TimelineYear>,
    /// How many entries are listed.
    pub count: usize,
    /// How many there are in all.
    pub total: usize,
}

/// Narrowings of one sort.
#[derive(Debug, Clone, Serialize)]
pub struct FilterGroup {
    /// "Kind", "Person", "Organisation", "Tag".
    pub label: String,
    /// The narrowings, by name.
    pub options: Vec<FilterOption>,
}

/// One narrowing of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct FilterOption {
    /// "Ian Levy".
    pub label: String,
    /// Its page.
    pub href: String,
    /// How many entries it has.
    pub count: usize,
    /// Whether this page is it.
    pub current: bool,
}

/// One year of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineYear {
    /// "2017", "45 BCE", "Open or unknown dates".
    pub label: String,
    /// `year-2017`.
    pub anchor: String,
    /// Its months, in the order of the entries.
    pub months: Vec<TimelineMonth>,
}

/// One month of a year.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineMonth {
    /// "December", "November to December"; empty for entries that are written without a month.
    pub label: String,
    /// The entries, those of one day together.
    pub days: Vec<TimelineDay>,
}

/// Entries of a month that follow each other.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineDay {
    /// "1 December", where several are of this very day; else empty.
    pub label: String,
    /// The entries.
    pub entries: Vec<TimelineEntryView>,
}

/// One entry of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineEntryView {
    /// Unique on the timeline: `letter-of-1-december`, `ian-levy-born`.
    pub anchor: String,
    /// The entity.
    pub link: EntityLink,
    /// Its kind.
    pub kind_label: String,
    /// What the date is, where it is not the entity's own `date`: "Published"; may be empty.
    pub label: String,
    /// The date.
    pub date: DateView,
    /// One sentence; may be empty.
    pub summary: String,
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
}

impl Viewer<'_> {
    /// The timeline, narrowed as this page's address says.
    #[must_use]
    pub fn timeline(&self) -> PageView<TimelineView> {
        let dossier = self.dossier;
        let (filter, filter_link) = match self.address {
            PageAddress::TimelineOfKind(kind) => (
                dossier.settings.kind(kind.as_str()).map(|kind| kind.plural.to_string()).unwrap_or_default(),
                None,
            ),
            PageAddress::TimelineOfEntity(id) => {
                let link = self.link(id);
                (link.text.clone(), Some(link))
            }
            PageAddress::TimelineOfTag(slug) => {
                let tag = dossier.tags.iter().find(|tag| tag.slug == *slug);
                (tag.map(|tag| tag.label.to_string()).unwrap_or_default(), None)
            }
            _ => (String::new(), None),
        };
        let entries: Vec<_> = dossier.timeline.iter().filter(|entry| self.passes(entry)).collect();
        let title = if filter.is_empty() { "Timeline".to_owned() } else { format!("Timeline: {filter}") };
        let view = TimelineView {
            filter,
            filter_link,
            all_href: self.href(&PageAddress::Timeline),
            filters: self.filters(),
            count: entries.len(),
            total: dossier.timeline.len(),
            years: self.years(&entries),
        };
        PageView { frame: self.frame("timeline", &title, ""), view }
    }

    fn passes(&self, entry: &TimelineEntry) -> bool {
        match self.address {
            PageAddress::TimelineOfKind(kind) => {
                self.dossier.page(&entry.entity).and_then(|page| page.facts().kind()) == Some(kind)
            }
            PageAddress::TimelineOfEntity(id) => entry.agents.contains(id),
            PageAddress::TimelineOfTag(slug) => entry
                .tags
                .iter()
                .any(|name| self.dossier.tag(name.as_str()).is_some_and(|tag| tag.slug == *slug)),
            _ => true,
        }
    }

    /// All narrowings on the whole timeline. A narrowed one offers the kinds alone: every option on every page would
    /// grow with the square of the dossier.
    fn filters(&self) -> Vec<FilterGroup> {
        let filters = &self.dossier.filters;
        let option = |label: String, page: PageAddress, count: usize| FilterOption {
            label,
            href: self.href(&page),
            count,
            current: page == *self.address,
        };
        let kinds = filters.kinds.iter().map(|(kind, count)| {
            let label = self.dossier.settings.kind(kind.as_str()).map(|kind| kind.plural.to_string());
            option(label.unwrap_or_default(), PageAddress::TimelineOfKind(kind.clone()), *count)
        });
        let mut groups = vec![FilterGroup { label: "Kind".into(), options: kinds.collect() }];
        if *self.address == PageAddress::Timeline {
            for (label, kind) in [("Person", vocabulary::PERSON), ("Organisation", vocabulary::ORGANISATION)]
            {
                let agents = filters.agents.iter().filter(|(id, _)| self.link(id).kind == kind);
                let options = agents.map(|(id, count)| {
                    option(self.link(id).text, PageAddress::TimelineOfEntity(id.clone()), *count)
                });
                groups.push(FilterGroup { label: label.into(), options: options.collect() });
            }
            let tags = filters.tags.iter().map(|(slug, count)| {
                let label =
                    self.dossier.tags.iter().find(|tag| tag.slug == *slug).map(|tag| tag.label.to_string());
                option(label.unwrap_or_default(), PageAddress::TimelineOfTag(slug.clone()), *count)
            });
            groups.push(FilterGroup { label: "Tag".into(), options: tags.collect() });
        }
        groups.retain(|group| !group.options.is_empty());
        groups
    }

    /// Entries by year and month.
    fn years(&self, entries: &[&TimelineEntry]) -> Vec<TimelineYear> {
        let mut years: Vec<TimelineYear> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for entry in entries {
            let vague = entry.date.vague_year(self.language).map(capitalised);
            let (label, anchor) = match (vague, entry.date.group().year) {
                (Some(words), _) => (words.clone(), format!("year-{}", slug(&words))),
                (None, Some(year)) if year > 0 => (self.language.year(year), format!("year-{year}")),
                (None, Some(year)) => (self.language.year(year), format!("year-bce-{}", 1 - year)),
                (None, None) => ("Open or unknown dates".to_owned(), "year-open".to_owned()),
            };
            // A vague date may stand between two of one year; the year keeps its one heading all the same.
            let place = *places.entry(anchor.clone()).or_insert_with(|| {
                years.push(TimelineYear { label, anchor, months: Vec::new() });
                years.len() - 1
            });
            let year = &mut years[place];
            // Months follow each other as the entries do; the order of the entries is never changed for a heading.
            let label = entry.date.months().words(self.language).map(capitalised).unwrap_or_default();
            match year.months.last_mut().filter(|month| month.label == label) {
                Some(month) => self.add_to_month(&mut month.days, entry),
                None => {
                    let days =
                        vec![TimelineDay { label: self.day_label(entry), entries: vec![self.entry(entry)] }];
                    year.months.push(TimelineMonth { label, days });
                }
            }
        }
        for month in years.iter_mut().flat_map(|year| &mut year.months) {
            month.days = headed(std::mem::take(&mut month.days));
        }
        years
    }

    fn add_to_month(&self, days: &mut Vec<TimelineDay>, entry: &TimelineEntry) {
        let label = self.day_label(entry);
        match days.last_mut().filter(|day| day.label == label) {
            Some(day) => day.entries.push(self.entry(entry)),
            None => days.push(TimelineDay { label, entries: vec![self.entry(entry)] }),
        }
    }

    /// "1 December" of an entry on one day; of anything wider nothing, since no day is written.
    fn day_label(&self, entry: &TimelineEntry) -> String {
        let day = entry.date.earliest().filter(|_| entry.date.extent() == Extent::Day);
        day.map(|day| self.language.day_of_month(day)).unwrap_or_default()
    }

    /// One entry.
    pub(super) fn entry(&self, entry: &TimelineEntry) -> TimelineEntryView {
        let facts = self.dossier.page(&entry.entity).map(crate::link::PublishedPage::facts);
        let kind = facts.and_then(PageFacts::kind).and_then(|kind| self.dossier.settings.kind(kind.as_str()));
        let field = kind.and_then(|kind| kind.dates.iter().find(|field| field.field == entry.field));
        let agents = |kind: &str| -> Vec<EntityLink> {
            let others = entry.agents.iter().filter(|id| **id != entry.entity);
            others.map(|id| self.link(id)).filter(|link| link.kind == kind).collect()
        };
        TimelineEntryView {
            anchor: entry.anchor.to_string(),
            link: self.link(&entry.entity),
            kind_label: kind.map(|kind| kind.singular.to_string()).unwrap_or_default(),
            label: field.map(|field| field.label.to_string()).unwrap_or_default(),
            date: self.date(&entry.date),
            summary: facts.map(|facts| facts.summary.to_string()).unwrap_or_default(),
            people: agents(vocabulary::PERSON),
            organisations: agents(vocabulary::ORGANISATION),
            sources: entry.sources.iter().map(|id| self.link(id)).collect(),
            tags: self.tags(facts.into_iter().flat_map(|facts| facts.tags.iter().map(|tag| &**tag))),
            href: format!("{}#{}", self.href(&PageAddress::Timeline), entry.anchor),
            data: self.entry_data(entry),
        }
    }

    fn entry_data(&self, entry: &TimelineEntry) -> EntryData {
        let of_kind = |kind: &str| {
            let ids =
                entry.agents.iter().filter(|id| self.kind_of(id).is_some_and(|own| own.as_str() == kind));
            ids.map(EntityId::as_str).collect::<Vec<_>>().join(" ")
        };
        let tags = entry.tags.iter().filter_map(|name| self.dossier.tag(name.as_str()));
        EntryData {
            kind: self.kind_of(&entry.entity).map(ToString::to_string).unwrap_or_default(),
            people: of_kind(vocabulary::PERSON),
            organisations: of_kind(vocabulary::ORGANISATION),
            tags: tags.map(|tag| &*tag.slug).collect::<Vec<_>>().join(" "),
            from: entry.date.earliest().map(Day::days_since_1970),
            until: entry.date.latest().map(Day::days_since_1970),
        }
    }

    fn kind_of(&self, id: &EntityId) -> Option<&KindId> {
        self.dossier.page(id).and_then(|page| page.facts().kind())
    }

    /// The entries that concern an entity: its own, those that name it among the people and organisations, and those
    /// of events, claims and the like that it is related to.
    pub(super) fn entries_concerning(&self, facts: &PageFacts) -> Vec<TimelineEntryView> {
        let dossier = self.dossier;
        let mut related = HashSet::from([&facts.id]);
        if !dossier.is_source(&facts.id) {
            related.extend(dossier.relations(&facts.id).iter().filter_map(|end| match &end.other {
                OtherEnd::Page(id) if !dossier.is_agent(id) && !dossier.is_source(id) => Some(id),
                _ => None,
            }));
        }
        let mut entries: Vec<usize> = Vec::new();
        #[expect(clippy::iter_over_hash_type, reason = "the entries are put in the timeline's order below")]
        for id in related {
            entries.extend_from_slice(dossier.entry_places_of(id));
        }
        entries.sort_unstable();
        entries.dedup();
        entries.into_iter().map(|place| self.entry(&dossier.timeline[place])).collect()
    }
}

/// A day with one entry alone needs no heading: its date stands beside it.
fn headed(days: Vec<TimelineDay>) -> Vec<TimelineDay> {
    let mut runs: Vec<TimelineDay> = Vec::new();
    for mut day in days {
        if day.entries.len() == 1 {
            day.label.clear();
        }
        match runs.last_mut().filter(|run| run.label.is_empty() && day.label.is_empty()) {
            Some(run) => run.entries.append(&mut day.entries),
            None => runs.push(day),
        }
    }
    runs
}

pub(super) fn capitalised(words: String) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
