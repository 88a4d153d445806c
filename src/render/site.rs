//! Every page of the site.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::link::corrections::CORRECTIONS_ON_A_PAGE;
use crate::link::indexes::pages_for;
use crate::link::knowledge::{NEWS_ON_A_PAGE, PERIODS_ON_A_PAGE};
use crate::link::ledger::{CLAIMS_ON_A_PAGE, LedgerSort};
use crate::link::referrers::Referrers;
use crate::link::selection::{MOST_OPTIONS, OPTIONS_ON_A_PAGE};
use crate::link::tags::TAGS_ON_A_PAGE;
use crate::link::{Dossier, KnownList, PageAddress, ReadingOrder};
use crate::model::vocabulary;
use crate::parse::facts::PageRole;
use crate::view::RELATIONS_ON_A_PAGE;

/// All pages, in the order in which they are made.
#[must_use]
pub fn addresses(dossier: &Dossier) -> Vec<PageAddress> {
    let mut pages = vec![PageAddress::Home, PageAddress::NotFound];
    let tables = dossier.network.edges().len().div_ceil(RELATIONS_ON_A_PAGE);
    pages.extend((1..=tables).map(PageAddress::Network));
    for kind in &dossier.settings.kinds {
        let entities = dossier.of_kind(kind.id.as_str());
        if entities.is_empty() && dossier.intro(&kind.id).is_none() {
            continue;
        }
        let all = 1..=pages_for(entities.len());
        pages.extend(all.clone().map(|nth| PageAddress::Index(kind.id.clone(), nth)));
        if dossier.indexes.has_dates(&kind.id) {
            pages.extend(all.map(|nth| PageAddress::IndexByDate(kind.id.clone(), nth)));
        }
    }
    if !dossier.tags.is_empty() {
        pages.extend((1..=dossier.tags.len().div_ceil(TAGS_ON_A_PAGE)).map(PageAddress::Tags));
        for tag in dossier.tags.iter() {
            let all = 1..=pages_for(tag.pages.len());
            pages.extend(all.map(|nth| PageAddress::Tag(tag.slug.clone(), nth)));
        }
    }
    if !dossier.of_kind(vocabulary::SOURCE).is_empty() {
        let sources = dossier.of_kind(vocabulary::SOURCE).len();
        pages.extend((1..=pages_for(sources)).map(PageAddress::Bibliography));
    }
    if dossier.has_search() {
        pages.push(PageAddress::Search);
        for group in dossier.names().groups.iter().filter(|_| dossier.names().is_split()) {
            pages.extend((1..=group.pages()).map(|nth| PageAddress::Names(group.key.clone(), nth)));
        }
    }
    pages.extend(timelines(dossier));
    for order in [ReadingOrder::Published, ReadingOrder::Retrieved] {
        if dossier.knowledge.dated_entries(order) > 0 {
            let last = dossier.timeline.len().div_ceil(NEWS_ON_A_PAGE);
            pages.extend((1..=last).map(|nth| PageAddress::TimelineBy(order, nth)));
        }
    }
    pages.extend(known(dossier));
    if !dossier.ledger.is_empty() {
        for (narrowing, count) in dossier.ledger_filters.narrowings(dossier.ledger.len()) {
            let last = count.div_ceil(CLAIMS_ON_A_PAGE);
            pages.extend((1..=last).map(|nth| PageAddress::Ledger(narrowing.clone(), nth)));
        }
        for sort in LedgerSort::ALL {
            let count = dossier.ledger_filters.of_sort(sort).len();
            let last = if count > MOST_OPTIONS { count.div_ceil(OPTIONS_ON_A_PAGE) } else { 0 };
            pages.extend((1..=last).map(|nth| PageAddress::LedgerFilters(sort, nth)));
        }
    }
    for page in dossier.pages() {
        let facts = page.facts();
        if matches!(facts.role, PageRole::Plain | PageRole::Entity(_)) {
            pages.push(PageAddress::Entity(facts.id.clone()));
            let last = dossier.referrers(&facts.id).map_or(0, Referrers::pages);
            pages.extend((1..=last).map(|nth| PageAddress::Backlinks(facts.id.clone(), nth)));
            if let Some(lists) = dossier.own_lists(&facts.id) {
                let (entries, relations) = (1..=lists.entry_pages(), 1..=lists.relation_pages());
                pages.extend(entries.map(|nth| PageAddress::EntityTimeline(facts.id.clone(), nth)));
                pages.extend(relations.map(|nth| PageAddress::EntityRelations(facts.id.clone(), nth)));
            }
        }
    }
    if !dossier.corrections.is_empty() || !dossier.all_replies.is_empty() {
        let items = dossier.corrections.len() + dossier.all_replies.len();
        pages.extend((1..=items.div_ceil(CORRECTIONS_ON_A_PAGE)).map(PageAddress::Corrections));
    }
    if dossier.has_sources() {
        pages.push(PageAddress::Coverage);
    }
    if dossier.has_chains() {
        pages.push(PageAddress::Chains);
        let named = dossier.named_chains.iter();
        pages.extend(named.map(|pair| PageAddress::Chain(pair.from.clone(), pair.to.clone())));
    }
    let redirects = dossier.outgoing.redirects.iter();
    pages.extend(redirects.map(|(from, to)| PageAddress::Redirect(from.clone(), to.clone())));
    // What would fall on one file, also where case is ignored, was reported; the first of them stands.
    let files: Vec<_> = pages.par_iter().map(|page| dossier.file_of(page).to_lowercase()).collect();
    let mut known = HashSet::with_capacity(files.len());
    let mut files = files.into_iter();
    pages.retain(|_| files.next().is_some_and(|file| known.insert(file)));
    pages
}

/// What became known, by month, where anything says when.
fn known(dossier: &Dossier) -> Vec<PageAddress> {
    let knowledge = &dossier.knowledge;
    if !knowledge.has_days() {
        return Vec::new();
    }
    let list = |list: KnownList, count: usize, on_a_page: usize| {
        (1..=count.div_ceil(on_a_page)).map(move |nth| PageAddress::Known(list, nth))
    };
    let mut pages = vec![PageAddress::Known(KnownList::Periods, 1)];
    pages.extend(list(KnownList::Periods, knowledge.periods().len(), PERIODS_ON_A_PAGE).skip(1));
    for (period, news) in knowledge.periods() {
        pages.extend(list(KnownList::In(period), news.len(), NEWS_ON_A_PAGE));
    }
    pages.extend(list(KnownList::WithoutDay, knowledge.without_day().len(), NEWS_ON_A_PAGE));
    pages
}

/// The timeline and its narrowings, each with its parts; then the lists of narrowings that are too many for it.
fn timelines(dossier: &Dossier) -> Vec<PageAddress> {
    let filters = &dossier.filters;
    let mut pages = Vec::new();
    for selection in filters.selections() {
        pages.push(selection.address());
        let parts = filters.get(&selection).map_or(&[][..], |selected| &selected.parts);
        pages
            .extend(parts.iter().map(|part| PageAddress::TimelinePart(selection.clone(), part.name.clone())));
    }
    for (sort, count) in filters.long_sorts(dossier) {
        let last = count.div_ceil(OPTIONS_ON_A_PAGE);
        pages.extend((1..=last).map(|nth| PageAddress::TimelineFilters(sort, nth)));
    }
    pages
}
