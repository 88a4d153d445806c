//! What the timeline can be narrowed to.
//!
//! The whole timeline offers all sorts of narrowings, of each sort those with the most entries; where there are more, a
//! page of its own lists them all. Other pages offer the kinds alone: every option on every page would grow with the
//! square of the dossier.

use serde::Serialize;

use super::super::frame::PageView;
use super::super::pager::Pager;
use super::super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::address::FilterSort;
use crate::link::indexes::initial;
use crate::link::selection::{MOST_OPTIONS, OPTIONS_ON_A_PAGE, Selection};
use crate::model::{EntityId, slug, vocabulary};

/// Narrowings of the timeline of one sort.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineFilter {
    /// `kind`, `person`, `organisation`, `tag`.
    pub sort: &'static str,
    /// "Kind", "Person", "Organisation", "Tag".
    pub label: String,
    /// The narrowings, by name; where there are many, those with the most entries.
    pub options: Vec<TimelineFilterOption>,
    /// How many there are in all.
    pub count: usize,
    /// The page that lists all of them, where not all are here.
    pub all_href: Option<String>,
}

/// One narrowing of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineFilterOption {
    /// An id, or a tag's slug.
    pub value: String,
    /// "Ian Levy".
    pub label: String,
    /// Its page.
    pub href: String,
    /// How many entries it has.
    pub count: usize,
    /// Whether this page is it.
    pub current: bool,
}

/// All narrowings of one sort (template `timeline-filters.html`).
#[derive(Debug, Clone, Serialize)]
pub struct TimelineFiltersView {
    /// "Person", "Organisation", "Tag".
    pub label: String,
    /// The whole timeline's address.
    pub all_href: String,
    /// The narrowings by first letter.
    pub groups: Vec<FilterLetter>,
    /// How many there are in all.
    pub count: usize,
    /// The pages of the list; none where it has one alone.
    pub pager: Option<Pager>,
}

/// Narrowings whose names begin alike.
#[derive(Debug, Clone, Serialize)]
pub struct FilterLetter {
    /// "K".
    pub label: String,
    /// The heading's id, unique on the page.
    pub anchor: String,
    /// The narrowings, by name.
    pub options: Vec<TimelineFilterOption>,
}

/// The sorts that can have many options: their word in addresses, the key of their label and of their page's title.
const SORTS: [(FilterSort, &str, &str, &str); 3] = [
    (FilterSort::People, "person", "timeline-person", "timeline-by-person"),
    (FilterSort::Organisations, "organisation", "timeline-organisation", "timeline-by-organisation"),
    (FilterSort::Tags, "tag", "timeline-tag", "timeline-by-tag"),
];

impl Viewer<'_> {
    /// What this page of the timeline offers.
    pub(super) fn timeline_filters(&self, selection: &Selection, is_part: bool) -> Vec<TimelineFilter> {
        let kinds = self.dossier.filters.kinds.iter().map(|(kind, count)| {
            let label = self.dossier.settings.kind(kind.as_str()).map(|kind| kind.plural.to_string());
            self.option(selection, Selection::Kind(kind.clone()), label.unwrap_or_default(), *count)
        });
        let mut filters = vec![self.filter("kind", "timeline-kind", kinds.collect(), None)];
        if *selection == Selection::Whole && !is_part {
            for (sort, word, label, _) in SORTS {
                let all = Some(PageAddress::TimelineFilters(sort, 1));
                filters.push(self.filter(word, label, self.options(selection, sort), all));
            }
        }
        filters.retain(|filter| !filter.options.is_empty());
        filters
    }

    /// All narrowings of one sort, a page of them.
    #[must_use]
    pub fn timeline_filters_page(&self, sort: FilterSort, nth: usize) -> PageView<TimelineFiltersView> {
        let all = self.options(&Selection::Whole, sort);
        let count = all.len();
        let mut groups: Vec<FilterLetter> = Vec::new();
        for option in all.into_iter().skip((nth.max(1) - 1) * OPTIONS_ON_A_PAGE).take(OPTIONS_ON_A_PAGE) {
            let label = initial(&option.label);
            match groups.last_mut().filter(|group| group.label == label) {
                Some(group) => group.options.push(option),
                None => {
                    let mut anchor = format!("group-{}", slug(&label));
                    if anchor == "group-" || groups.iter().any(|group| group.anchor == anchor) {
                        anchor = format!("group-{}", groups.len() + 1);
                    }
                    groups.push(FilterLetter { label, anchor, options: vec![option] });
                }
            }
        }
        let (label, title) = SORTS
            .iter()
            .find(|(own, ..)| *own == sort)
            .map_or(("", ""), |(_, _, label, title)| (self.words.get(label), self.words.get(title)));
        let pages = count.div_ceil(OPTIONS_ON_A_PAGE);
        let page = |nth: usize| self.href(&PageAddress::TimelineFilters(sort, nth));
        let view = TimelineFiltersView {
            label: label.to_owned(),
            all_href: self.href(&PageAddress::Timeline),
            groups,
            count,
            pager: Pager::of(nth, pages, page),
        };
        PageView { frame: self.frame("timeline-filters", title, ""), view }
    }

    /// Narrowings of one sort; of too many, those with the most entries, in the order of their names all the same.
    fn filter(
        &self,
        sort: &'static str,
        label: &str,
        mut options: Vec<TimelineFilterOption>,
        all: Option<PageAddress>,
    ) -> TimelineFilter {
        let count = options.len();
        let all_href = all.filter(|_| count > MOST_OPTIONS).map(|all| self.href(&all));
        if all_href.is_some() {
            let mut most: Vec<usize> = options.iter().map(|option| option.count).collect();
            most.sort_unstable_by_key(|count| std::cmp::Reverse(*count));
            let least = most[MOST_OPTIONS - 1];
            let mut ties = most[..MOST_OPTIONS].iter().filter(|count| **count == least).count();
            options.retain(|option| {
                let tied = option.count == least && ties > 0;
                ties -= usize::from(tied);
                option.count > least || tied
            });
        }
        TimelineFilter { sort, label: self.words.get(label).to_owned(), options, count, all_href }
    }

    fn options(&self, selection: &Selection, sort: FilterSort) -> Vec<TimelineFilterOption> {
        let filters = &self.dossier.filters;
        let agents = |kind: &'static str| {
            let of_kind = move |id: &EntityId| self.dossier.kind_of(id) == Some(kind);
            let agents = filters.agents.iter().filter(move |(id, _)| of_kind(id));
            let option = |(id, count): &(EntityId, usize)| {
                self.option(selection, Selection::Agent(id.clone()), self.link(id).text.to_string(), *count)
            };
            agents.map(option).collect()
        };
        match sort {
            FilterSort::People => agents(vocabulary::PERSON),
            FilterSort::Organisations => agents(vocabulary::ORGANISATION),
            FilterSort::Tags => {
                let tags = self.dossier.tags.iter();
                let options = tags.filter_map(|tag| {
                    let to = Selection::Tag(tag.slug.clone());
                    let count = filters.get(&to)?.places.len();
                    Some(self.option(selection, to, tag.label.to_string(), count))
                });
                options.collect()
            }
        }
    }

    fn option(
        &self,
        selection: &Selection,
        to: Selection,
        label: String,
        count: usize,
    ) -> TimelineFilterOption {
        TimelineFilterOption {
            value: match &to {
                Selection::Whole => String::new(),
                Selection::Kind(kind) => kind.to_string(),
                Selection::Agent(id) => id.to_string(),
                Selection::Tag(slug) => slug.to_string(),
            },
            label,
            href: self.href(&to.address()),
            count,
            current: to == *selection,
        }
    }
}
