//! What became known when: the list of months, and what was new in each.

use serde::Serialize;

use super::frame::PageView;
use super::known_days::KnownItem;
use super::ledger::Pager;
use super::timeline::capitalised;
use super::timeline_order::TimelineOrders;
use super::viewer::Viewer;
use crate::link::knowledge::{NEWS_ON_A_PAGE, News, NewsSort, PERIODS_ON_A_PAGE, Period};
use crate::link::{KnownList, PageAddress};
use crate::model::date::Day;

/// The months in which something became known (template `known.html`).
#[derive(Debug, Serialize)]
pub struct KnownPeriodsView {
    /// The months of this page, by year.
    pub years: Vec<KnownYear>,
    /// How much has a day of becoming known, by sort.
    pub counts: Vec<KnownCount>,
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
    /// The same by sort; sorts without news are left out.
    pub counts: Vec<KnownCount>,
}

/// How much of one sort is known.
#[derive(Debug, Clone, Serialize)]
pub struct KnownCount {
    /// `event`, `claim`, `source`, `entity`.
    pub sort: &'static str,
    /// How much is known, or new.
    pub known: usize,
    /// How much of the sort there is in all.
    pub total: usize,
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
    /// The same by sort; sorts without news are left out.
    pub new: Vec<KnownCount>,
    /// How much is known at the end of the period, by sort; empty for what has no day.
    pub counts: Vec<KnownCount>,
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
        PageView { frame: self.frame("known", "What was known when", ""), view }
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
        let view = KnownNewsView {
            is_year: period.is_year(),
            counts: self.counts_on(period.last_day()),
            previous: beside(previous),
            next: beside(next),
            period: words.clone(),
            ..self.news_view(KnownList::In(period), knowledge.news_of(period), nth)
        };
        PageView { frame: self.frame("known-news", &format!("Known in {words}"), ""), view }
    }

    /// One page of what has no day of becoming known.
    #[must_use]
    pub fn without_day(&self, nth: usize) -> PageView<KnownNewsView> {
        let view = self.news_view(KnownList::WithoutDay, self.dossier.knowledge.without_day(), nth);
        PageView { frame: self.frame("known-news", "Known, nobody can say when", ""), view }
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
            counts: Vec::new(),
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
            counts: self.new_counts(news),
        }
    }

    fn new_counts(&self, news: &[News]) -> Vec<KnownCount> {
        let new = |sort: NewsSort| news.iter().filter(|news| news.sort == sort).count();
        self.counts(new).into_iter().filter(|count| count.known > 0).collect()
    }

    /// How much of each sort is known at the end of a day.
    fn counts_on(&self, day: Day) -> Vec<KnownCount> {
        self.counts(|sort| self.dossier.knowledge.known_on(sort, day))
    }

    /// How much of each sort there is that this counts; sorts that the dossier does not have are left out.
    fn counts(&self, known: impl Fn(NewsSort) -> usize) -> Vec<KnownCount> {
        let count = |sort| KnownCount {
            sort: word(sort),
            known: known(sort),
            total: self.dossier.knowledge.count(sort),
        };
        NewsSort::ALL.into_iter().map(count).filter(|count| count.total > 0).collect()
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
