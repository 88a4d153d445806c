//! What became known when: the list of months, and what was new in each.

use serde::Serialize;

use super::frame::PageView;
use super::known_days::KnownItem;
use super::pager::Pager;
use super::timeline_order::TimelineOrders;
use super::viewer::Viewer;
use crate::link::knowledge::{NEWS_ON_A_PAGE, News, NewsSort, PERIODS_ON_A_PAGE, Period};
use crate::link::{KnownList, PageAddress};
use crate::model::words::{Gap, capitalised};

/// The months in which something became known (template `known.html`).
#[derive(Debug, Serialize)]
pub struct KnownPeriodsView {
    /// The months of this page, by year.
    pub years: Vec<KnownYear>,
    /// How much has a day of becoming known: "3 of 12 dated events and 4 of 7 sources".
    pub counts: String,
    /// How much has none, over all sorts.
    pub without_day: usize,
    /// The list of what has none; none where everything has one.
    pub without_day_href: Option<String>,
    /// The orders of the timeline.
    pub orders: TimelineOrders,
    /// The pages of the list; none where it has one alone.
    pub pager: Option<Pager>,
}

/// One year in which something became known.
#[derive(Debug, Clone, Serialize)]
pub struct KnownYear {
    /// "2017", "45 BCE".
    pub label: String,
    /// `year-2017`, `year-bce-45`.
    pub anchor: String,
    /// Its months in order; what was published without a month stands last.
    pub periods: Vec<KnownPeriod>,
}

/// One month in which something became known, or a year, for what names no month.
#[derive(Debug, Clone, Serialize)]
pub struct KnownPeriod {
    /// "December 2017", "2017".
    pub label: String,
    /// Its page.
    pub href: String,
    /// Whether it is a year.
    pub is_year: bool,
    /// How much was new.
    pub count: usize,
    /// The same by sort: "2 dated events and 1 source".
    pub new: String,
}

/// What was new in one period, or what nobody can say the day of (template `known-news.html`).
#[derive(Debug, Serialize)]
pub struct KnownNewsView {
    /// "December 2017", "2017"; empty for what has no day.
    pub period: String,
    /// Whether the period is a year, for what was published without a month.
    pub is_year: bool,
    /// How much was new.
    pub count: usize,
    /// The same by sort: "2 dated events and 1 source".
    pub new: String,
    /// How much is known at the end of the period, as in the list of periods; empty for what has no day.
    pub counts: String,
    /// How much is never known, because nothing says when.
    pub without_day: usize,
    /// The list of it; none where there is nothing.
    pub without_day_href: Option<String>,
    /// What was new, by sort.
    pub groups: Vec<NewsGroup>,
    /// The period before.
    pub previous: Option<KnownPeriod>,
    /// The period after.
    pub next: Option<KnownPeriod>,
    /// The list of all periods.
    pub all_href: String,
    /// The pages of the list; none where it has one alone.
    pub pager: Option<Pager>,
}

/// News of one sort.
#[derive(Debug, Clone, Serialize)]
pub struct NewsGroup {
    /// `event`, `claim`, `source`, `entity`.
    pub sort: &'static str,
    /// The heading's id.
    pub anchor: String,
    /// The news, by when they came out.
    pub items: Vec<KnownItem>,
}

impl Viewer<'_> {
    /// One page of the list of months.
    #[must_use]
    pub fn known_periods(&self, nth: usize) -> PageView<KnownPeriodsView> {
        let knowledge = &self.dossier.knowledge;
        let first = nth.saturating_sub(1) * PERIODS_ON_A_PAGE;
        let mut years: Vec<KnownYear> = Vec::new();
        for (period, news) in knowledge.periods().skip(first).take(PERIODS_ON_A_PAGE) {
            let anchor = period.year_anchor();
            if years.last().is_none_or(|year| year.anchor != anchor) {
                years.push(KnownYear {
                    label: capitalised(self.language.year(period.year())),
                    anchor,
                    periods: vec![],
                });
            }
            if let Some(year) = years.last_mut() {
                year.periods.push(self.known_period(period, news));
            }
        }
        let view = KnownPeriodsView {
            years,
            counts: self.counts(|sort| knowledge.known_in_all(sort)),
            without_day: knowledge.without_day().len(),
            without_day_href: self.without_day_href(),
            orders: self.timeline_orders(),
            pager: self.list_pager(KnownList::Periods, nth, knowledge.periods().len(), PERIODS_ON_A_PAGE),
        };
        PageView { frame: self.frame("known", self.words.get("known"), ""), view }
    }

    /// One page of what was new in a period.
    #[must_use]
    pub fn known_in(&self, period: Period, nth: usize) -> PageView<KnownNewsView> {
        let knowledge = &self.dossier.knowledge;
        let words = period.words(self.language);
        let (previous, next) = knowledge.beside(period);
        let beside = |period: Option<Period>| {
            period.map(|period| self.known_period(period, knowledge.news_of(period)))
        };
        let title = self.words.fill("known-in", &[("period", Gap::Text(&words))]);
        let view = KnownNewsView {
            is_year: period.is_year(),
            counts: self.counts(|sort| knowledge.known_on(sort, period.last_day())),
            previous: beside(previous),
            next: beside(next),
            period: words.clone(),
            ..self.news_view(KnownList::In(period), knowledge.news_of(period), nth)
        };
        PageView { frame: self.frame("known-news", &title, ""), view }
    }

    /// One page of what has no day of becoming known.
    #[must_use]
    pub fn without_day(&self, nth: usize) -> PageView<KnownNewsView> {
        let view = self.news_view(KnownList::WithoutDay, self.dossier.knowledge.without_day(), nth);
        PageView { frame: self.frame("known-news", self.words.get("known-without-day"), ""), view }
    }

    fn news_view(&self, list: KnownList, news: &[News], nth: usize) -> KnownNewsView {
        let shown = news.chunks(NEWS_ON_A_PAGE).nth(nth.saturating_sub(1)).unwrap_or_default();
        let groups = shown.chunk_by(|a, b| a.sort == b.sort).map(|group| {
            let sort = group.first().map_or("", |news| word(news.sort));
            NewsGroup {
                sort,
                anchor: format!("part.{sort}"),
                items: group.iter().map(|news| self.known_subject(&news.subject, &news.days)).collect(),
            }
        });
        KnownNewsView {
            period: String::new(),
            is_year: false,
            count: news.len(),
            new: self.new_counts(news),
            counts: String::new(),
            without_day: self.dossier.knowledge.without_day().len(),
            without_day_href: self.without_day_href(),
            groups: groups.collect(),
            previous: None,
            next: None,
            all_href: self.href(&PageAddress::Known(KnownList::Periods, 1)),
            pager: self.list_pager(list, nth, news.len(), NEWS_ON_A_PAGE),
        }
    }

    fn known_period(&self, period: Period, news: &[News]) -> KnownPeriod {
        KnownPeriod {
            label: capitalised(period.words(self.language)),
            href: self.href(&PageAddress::Known(KnownList::In(period), 1)),
            is_year: period.is_year(),
            count: news.len(),
            new: self.new_counts(news),
        }
    }

    /// How much is new, by sort: "2 dated events and 1 source".
    fn new_counts(&self, news: &[News]) -> String {
        let count = |sort: NewsSort| news.iter().filter(|news| news.sort == sort).count();
        let counts =
            NewsSort::ALL.into_iter().map(|sort| (sort, count(sort))).filter(|(_, count)| *count > 0);
        let phrase =
            |(sort, count): (NewsSort, usize)| self.words.fill(keys(sort).1, &[("known", Gap::Count(count))]);
        self.listed(counts.map(phrase).collect())
    }

    /// How much of each sort is known, of how much there is: "3 of 12 dated events and 4 of 7 sources".
    fn counts(&self, known: impl Fn(NewsSort) -> usize) -> String {
        let knowledge = &self.dossier.knowledge;
        let sorts = NewsSort::ALL.into_iter().filter(|sort| knowledge.count(*sort) > 0);
        let phrase = |sort| {
            let gaps = [("known", Gap::Count(known(sort))), ("total", Gap::Count(knowledge.count(sort)))];
            self.words.fill(keys(sort).0, &gaps)
        };
        self.listed(sorts.map(phrase).collect())
    }

    /// "a, b and c".
    fn listed(&self, mut phrases: Vec<String>) -> String {
        let Some(last) = phrases.pop() else { return String::new() };
        if phrases.is_empty() {
            return last;
        }
        let list = phrases.join(", ");
        self.words.fill("known-list-and", &[("list", Gap::Text(&list)), ("last", Gap::Text(&last))])
    }

    fn without_day_href(&self) -> Option<String> {
        let some = !self.dossier.knowledge.without_day().is_empty();
        some.then(|| self.href(&PageAddress::Known(KnownList::WithoutDay, 1)))
    }

    fn list_pager(&self, list: KnownList, nth: usize, count: usize, on_a_page: usize) -> Option<Pager> {
        let href = |nth| self.href(&PageAddress::Known(list, nth));
        Pager::of(nth, count.div_ceil(on_a_page), href)
    }
}

/// A sort of news, for templates.
fn word(sort: NewsSort) -> &'static str {
    match sort {
        NewsSort::Event => "event",
        NewsSort::Claim => "claim",
        NewsSort::Source => "source",
        NewsSort::Entity => "entity",
    }
}

/// The words for how much of a sort is known, and for how much is new.
fn keys(sort: NewsSort) -> (&'static str, &'static str) {
    match sort {
        NewsSort::Event => ("known-events-of", "known-events-new"),
        NewsSort::Claim => ("known-claims-of", "known-claims-new"),
        NewsSort::Source => ("known-sources-of", "known-sources-new"),
        NewsSort::Entity => ("known-names-of", "known-names-new"),
    }
}
