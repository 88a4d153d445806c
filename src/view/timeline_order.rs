//! The timeline in another order than that of what happened: by when a source was published, or retrieved.

use serde::Serialize;

use super::frame::PageView;
use super::known_days::KnownItem;
use super::pager::Pager;
use super::viewer::Viewer;
use crate::link::knowledge::NEWS_ON_A_PAGE;
use crate::link::{KnownList, PageAddress, ReadingOrder};
use crate::model::words::capitalised;

/// The timeline in another order (template `timeline-order.html`).
#[derive(Debug, Serialize)]
pub struct TimelineOrderView {
    /// `published` or `retrieved`.
    pub order: &'static str,
    /// The entries of this page, by year and month of that day.
    pub years: Vec<OrderedYear>,
    /// How many entries there are.
    pub count: usize,
    /// How many of them have such a day; the others come last.
    pub dated: usize,
    /// The orders of the timeline.
    pub orders: TimelineOrders,
    /// The pages of the list; none where it has one alone.
    pub pager: Option<Pager>,
}

/// One year of that order.
#[derive(Debug, Clone, Serialize)]
pub struct OrderedYear {
    /// "2017"; empty for what has no such day.
    pub label: String,
    /// `year-2017`, `year-bce-45`, `year-none`.
    pub anchor: String,
    /// Its months.
    pub months: Vec<OrderedMonth>,
}

/// One month of such a year.
#[derive(Debug, Clone, Serialize)]
pub struct OrderedMonth {
    /// "December"; empty where no month is given.
    pub label: String,
    /// The entries.
    pub items: Vec<KnownItem>,
}

/// The ways to the same entries in every order, and to what became known when.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineOrders {
    /// The order of this page: `happened`, `published`, `retrieved`; empty for other pages.
    pub current: &'static str,
    /// By when it happened: the timeline.
    pub happened: String,
    /// By when a source for it was published; none where no entry has such a day.
    pub published: Option<String>,
    /// By when a source for it was retrieved; none where no entry has such a day.
    pub retrieved: Option<String>,
    /// The months in which something became known; none where nothing has a day of becoming known.
    pub known: Option<String>,
}

impl Viewer<'_> {
    /// One page of the timeline in another order.
    #[must_use]
    pub fn timeline_by(&self, order: ReadingOrder, nth: usize) -> PageView<TimelineOrderView> {
        let places = self.dossier.knowledge.entries_by(order);
        let shown = places.chunks(NEWS_ON_A_PAGE).nth(nth.saturating_sub(1)).unwrap_or_default();
        let mut years: Vec<OrderedYear> = Vec::new();
        for place in shown {
            let entry = &self.dossier.timeline[*place];
            let Some(days) = self.dossier.knowledge.of_entry(*place) else { continue };
            let (label, anchor, month) = match days.first(order) {
                None => (String::new(), "year-none".to_owned(), String::new()),
                Some(first) => {
                    let period = first.period();
                    let month = first.date.months().words(self.language).filter(|_| !period.is_year());
                    (
                        capitalised(self.language.year(period.year())),
                        period.year_anchor(),
                        month.unwrap_or_default(),
                    )
                }
            };
            if years.last().is_none_or(|year| year.anchor != anchor) {
                years.push(OrderedYear { label, anchor, months: Vec::new() });
            }
            let Some(year) = years.last_mut() else { continue };
            let item = self.known_entry(entry, days);
            let label = capitalised(month);
            match year.months.last_mut().filter(|month| month.label == label) {
                Some(month) => month.items.push(item),
                None => year.months.push(OrderedMonth { label, items: vec![item] }),
            }
        }
        let (word, key) = match order {
            ReadingOrder::Published => ("published", "order-published-title"),
            ReadingOrder::Retrieved => ("retrieved", "order-retrieved-title"),
        };
        let view = TimelineOrderView {
            order: word,
            years,
            count: places.len(),
            dated: self.dossier.knowledge.dated_entries(order),
            orders: self.timeline_orders(),
            pager: Pager::of(nth, places.len().div_ceil(NEWS_ON_A_PAGE), |nth| {
                self.href(&PageAddress::TimelineBy(order, nth))
            }),
        };
        PageView { frame: self.frame("timeline-order", self.words.get(key), ""), view }
    }

    /// The ways to the timeline in every order.
    pub(super) fn timeline_orders(&self) -> TimelineOrders {
        let knowledge = &self.dossier.knowledge;
        let by = |order: ReadingOrder| {
            let some = knowledge.dated_entries(order) > 0;
            some.then(|| self.href(&PageAddress::TimelineBy(order, 1)))
        };
        let known = || self.href(&PageAddress::Known(KnownList::Periods, 1));
        TimelineOrders {
            current: match self.address {
                PageAddress::Timeline => "happened",
                PageAddress::TimelineBy(ReadingOrder::Published, _) => "published",
                PageAddress::TimelineBy(ReadingOrder::Retrieved, _) => "retrieved",
                _ => "",
            },
            happened: self.href(&PageAddress::Timeline),
            published: by(ReadingOrder::Published),
            retrieved: by(ReadingOrder::Retrieved),
            known: knowledge.has_days().then(known),
        }
    }
}
