//! What the ledger can be narrowed to: a choice of it on the ledger itself, and all of it on pages of its own.

use serde::Serialize;

use super::frame::PageView;
use super::pager::Pager;
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::ledger::{LedgerSort, Narrowing};
use crate::link::selection::{MOST_OPTIONS, OPTIONS_ON_A_PAGE};
use crate::model::EntityId;

/// Narrowings of one sort.
#[derive(Debug, Clone, Serialize)]
pub struct FilterGroup {
    /// "Status", "Said by".
    pub label: String,
    /// The narrowings, by name; where there are many, those with the most claims.
    pub options: Vec<FilterOption>,
    /// How many there are in all.
    pub count: usize,
    /// The page that lists all of them, where not all are here.
    pub all_href: Option<String>,
}

/// One narrowing of a list.
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

/// One page of all narrowings of one sort (template `ledger-filters.html`).
#[derive(Debug, Serialize)]
pub struct LedgerFiltersView {
    /// The whole ledger.
    pub all_href: String,
    /// The narrowings of this page, by kind and name.
    pub options: Vec<FilterOption>,
    /// How many there are in all.
    pub count: usize,
    /// The pages of the list; none where it has one alone.
    pub pager: Option<Pager>,
}

impl Viewer<'_> {
    /// What this page of the ledger offers: on the first page of the whole ledger something of every sort. Others offer
    /// the statuses, and what they are themselves: every option on every page would grow with the square of the dossier.
    pub(super) fn ledger_filters(&self, narrowing: &Narrowing, nth: usize) -> Vec<FilterGroup> {
        let filters = &self.dossier.ledger_filters;
        let whole = *narrowing == Narrowing::Whole && nth == 1;
        let statuses = filters.statuses.iter().map(|(status, count)| {
            let to = Narrowing::Status(*status);
            self.ledger_option(self.status_words(Some(*status)).1, to, *count, narrowing)
        });
        let options: Vec<_> = statuses.collect();
        let label = self.words.get("claim-status").to_owned();
        let mut groups = vec![FilterGroup { label, count: options.len(), options, all_href: None }];
        for sort in LedgerSort::ALL {
            let label = self.words.get(label_of(sort)).to_owned();
            if whole {
                groups.push(self.most_claims(label, sort, narrowing));
            } else if let Some(id) = narrowing.of_sort(sort) {
                let count = filters.left(narrowing).len();
                let option =
                    self.ledger_option(self.link(id).text.to_string(), narrowing.clone(), count, narrowing);
                groups.push(FilterGroup { label, options: vec![option], count: 1, all_href: None });
            }
        }
        groups.retain(|group| !group.options.is_empty());
        groups
    }

    /// Narrowings of one sort; of too many, those with the most claims, in the order of their names all the same.
    fn most_claims(&self, label: String, sort: LedgerSort, current: &Narrowing) -> FilterGroup {
        let all = self.dossier.ledger_filters.of_sort(sort);
        let mut places: Vec<usize> = (0..all.len()).collect();
        if places.len() > MOST_OPTIONS {
            places.sort_by_key(|place| (std::cmp::Reverse(all[*place].1), *place));
            places.truncate(MOST_OPTIONS);
            places.sort_unstable();
        }
        FilterGroup {
            label,
            options: places.into_iter().map(|place| self.sorted_option(sort, &all[place], current)).collect(),
            count: all.len(),
            all_href: (all.len() > MOST_OPTIONS).then(|| self.href(&PageAddress::LedgerFilters(sort, 1))),
        }
    }

    /// One page of all narrowings of one sort.
    #[must_use]
    pub fn ledger_filters_page(&self, sort: LedgerSort, nth: usize) -> PageView<LedgerFiltersView> {
        let all = self.dossier.ledger_filters.of_sort(sort);
        let on_page =
            |nth: usize| all.chunks(OPTIONS_ON_A_PAGE).nth(nth.saturating_sub(1)).unwrap_or_default();
        let option = |entity| self.sorted_option(sort, entity, &Narrowing::Whole);
        let begins = |nth: usize| on_page(nth).first().map(|(id, _)| self.link(id).text.to_string());
        let address = |nth: usize| PageAddress::LedgerFilters(sort, nth);
        let view = LedgerFiltersView {
            all_href: self.href(&PageAddress::Ledger(Narrowing::Whole, 1)),
            options: on_page(nth).iter().map(option).collect(),
            count: all.len(),
            pager: self.pager_with(nth, all.len().div_ceil(OPTIONS_ON_A_PAGE), address, begins),
        };
        let filter = self.words.get(label_of(sort));
        let title = self.words.fill("title-ledger-part", &[("filter", filter.into())]);
        PageView { frame: self.frame("ledger-filters", &title, ""), view }
    }

    fn sorted_option(&self, sort: LedgerSort, of: &(EntityId, usize), current: &Narrowing) -> FilterOption {
        let (id, count) = of;
        self.ledger_option(self.link(id).text.to_string(), sort.narrowing(id.clone()), *count, current)
    }

    fn ledger_option(&self, label: String, to: Narrowing, count: usize, current: &Narrowing) -> FilterOption {
        let is_current = to == *current;
        FilterOption { label, count, current: is_current, href: self.href(&PageAddress::Ledger(to, 1)) }
    }
}

/// The key of what the narrowings of a sort are called.
fn label_of(sort: LedgerSort) -> &'static str {
    match sort {
        LedgerSort::Speakers => "claim-said-by",
        LedgerSort::Subjects => "claim-about",
        LedgerSort::Sources => "ledger-source",
    }
}
