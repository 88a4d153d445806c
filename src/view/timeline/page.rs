//! One page of the timeline, whole or narrowed: all entries, or the overview of a long one, or a part of it.

use serde::Serialize;

use super::super::as_of::AsOfView;
use super::super::entity_link::EntityLink;
use super::super::frame::PageView;
use super::super::strip::{OVERVIEW, StripView};
use super::super::timeline_order::TimelineOrders;
use super::super::viewer::Viewer;
use super::filters::TimelineFilter;
use super::periods::{PeriodPager, PeriodView};
use super::years::TimelineYear;
use crate::link::PageAddress;
use crate::link::address::{TIMELINE_INDEX_FILE, relative};
use crate::link::parts::Part;
use crate::link::selection::{Selected, Selection};
use crate::link::timeline::TimelineEntry;

/// The timeline, whole or filtered (template `timeline.html`).
#[derive(Debug, Serialize)]
pub struct TimelineView {
    /// What the list is narrowed to: "Ian Levy"; empty for the whole.
    pub filter: String,
    /// The entity, where the filter is one.
    pub filter_link: Option<EntityLink>,
    /// The whole timeline's address.
    pub all_href: String,
    /// The same entries in other orders.
    pub orders: TimelineOrders,
    /// The slider through what was known when; only on the whole timeline and its parts.
    pub as_of: Option<AsOfView>,
    /// Other narrowings, by sort.
    pub filters: Vec<TimelineFilter>,
    /// When how much happens, drawn; none where nothing has a day.
    pub strip: Option<StripView>,
    /// The period that this page shows: "1990 to 1994"; empty where it is no part of a divided timeline.
    pub period: String,
    /// The parts that a long timeline is divided into, on its first page; empty where one page holds it all.
    pub periods: Vec<PeriodView>,
    /// The ways to the parts before and after this one; none where this page is none.
    pub pager: Option<PeriodPager>,
    /// Entries by year.
    pub years: Vec<TimelineYear>,
    /// How many entries this timeline has, narrowed as it is.
    pub count: usize,
    /// How many of them this page shows.
    pub shown: usize,
    /// How many there are in all.
    pub total: usize,
    /// The data for scripts, where the whole timeline is too long for this page; else none.
    pub data_href: Option<String>,
    /// Whether this is the first page of the whole timeline, which a script can narrow in every way.
    pub whole: bool,
}

/// Where on a page of the timeline a link should lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum Listed {
    /// To the heading of the entry's year.
    Year,
    /// To the entry.
    Entry,
}

impl Viewer<'_> {
    /// A page of the timeline, as its address says.
    #[must_use]
    pub fn timeline(&self, selection: &Selection, part: Option<&str>) -> PageView<TimelineView> {
        let dossier = self.dossier;
        let nothing = Selected::default();
        let selected = dossier.filters.get(selection).unwrap_or(&nothing);
        let part = part.and_then(|name| selected.parts.iter().find(|part| *part.name == *name));
        let shown = match part {
            Some(part) => &selected.places[part.entries.clone()],
            None => &selected.places,
        };
        let shown: Vec<&TimelineEntry> = shown.iter().map(|place| &dossier.timeline[*place]).collect();
        // The first page of a long timeline shows its overview; its entries stand on its parts.
        let listed = if part.is_none() && !selected.parts.is_empty() { &[][..] } else { &shown[..] };
        let filter = self.selection_name(selection);
        let period = part.map(|part| self.part_words(part)).unwrap_or_default();
        let mut title = match &*filter {
            "" => self.words.get("timeline").to_owned(),
            name => self.words.fill("timeline-of", &[("name", name.into())]),
        };
        if !period.is_empty() {
            let gaps = [("timeline", (&title).into()), ("period", (&period).into())];
            title = self.words.fill("timeline-part", &gaps);
        }
        let view = TimelineView {
            filter_link: match selection {
                Selection::Agent(id) => Some(self.link(id)),
                _ => None,
            },
            filter,
            all_href: self.href(&PageAddress::Timeline),
            orders: self.timeline_orders(),
            as_of: if *selection == Selection::Whole { self.as_of() } else { None },
            filters: self.timeline_filters(selection, part.is_some()),
            strip: self.strip(&shown, OVERVIEW, |nth, listed| {
                self.way(selection, selected, part, nth, shown[nth], listed)
            }),
            period,
            periods: self.periods(selection, selected, part),
            pager: part.map(|part| self.period_pager(selection, selected, part)),
            years: self.years(listed),
            count: selected.places.len(),
            shown: listed.len(),
            total: dossier.timeline.len(),
            data_href: (*self.address == PageAddress::Timeline && !selected.parts.is_empty())
                .then(|| relative(self.file(), TIMELINE_INDEX_FILE)),
            whole: *self.address == PageAddress::Timeline,
        };
        PageView { frame: self.frame("timeline", &title, ""), view }
    }

    /// What a timeline is narrowed to, in words; nothing for the whole.
    fn selection_name(&self, selection: &Selection) -> String {
        let dossier = self.dossier;
        match selection {
            Selection::Whole => String::new(),
            Selection::Kind(kind) => {
                dossier.settings.kind(kind.as_str()).map(|kind| kind.plural.to_string()).unwrap_or_default()
            }
            Selection::Agent(id) => self.link(id).text.to_string(),
            Selection::Tag(slug) => dossier.tag_at(slug).map(|tag| tag.label.to_string()).unwrap_or_default(),
        }
    }

    /// The way from this page to the n-th entry of the same timeline, wherever it stands.
    fn way(
        &self,
        selection: &Selection,
        selected: &Selected,
        part: Option<&Part>,
        nth: usize,
        entry: &TimelineEntry,
        listed: Listed,
    ) -> String {
        let anchor = match listed {
            Listed::Year => self.year_heading(entry).1,
            Listed::Entry => entry.anchor.to_string(),
        };
        let holds = selected.parts.get(selected.parts.partition_point(|part| part.entries.end <= nth));
        match holds.filter(|_| part.is_none()) {
            None => format!("#{anchor}"),
            Some(part) => {
                let page = PageAddress::TimelinePart(selection.clone(), part.name.clone());
                format!("{}#{anchor}", self.href(&page))
            }
        }
    }
}
