//! Every page of the site.

use std::collections::HashSet;

use crate::link::ledger::CLAIMS_ON_A_PAGE;
use crate::link::{Dossier, PageAddress};
use crate::model::vocabulary;
use crate::parse::facts::PageRole;
use crate::view::RELATIONS_ON_A_PAGE;

/// All pages, in the order in which they are made.
#[must_use]
pub fn addresses(dossier: &Dossier) -> Vec<PageAddress> {
    let mut pages = vec![PageAddress::Home, PageAddress::NotFound, PageAddress::Timeline];
    let tables = dossier.network.edges().len().div_ceil(RELATIONS_ON_A_PAGE);
    pages.extend((1..=tables).map(PageAddress::Network));
    for kind in &dossier.settings.kinds {
        let entities = dossier.of_kind(kind.id.as_str());
        if entities.is_empty() && dossier.intro(&kind.id).is_none() {
            continue;
        }
        pages.push(PageAddress::Index(kind.id.clone()));
        if entities.iter().any(|page| !page.facts().dates.is_empty()) {
            pages.push(PageAddress::IndexByDate(kind.id.clone()));
        }
    }
    if !dossier.tags.is_empty() {
        pages.push(PageAddress::Tags);
        pages.extend(dossier.tags.iter().map(|tag| PageAddress::Tag(tag.slug.clone())));
    }
    if !dossier.of_kind(vocabulary::SOURCE).is_empty() {
        pages.push(PageAddress::Bibliography);
    }
    let filters = &dossier.filters;
    pages.extend(filters.kinds.iter().map(|(kind, _)| PageAddress::TimelineOfKind(kind.clone())));
    pages.extend(filters.agents.iter().map(|(id, _)| PageAddress::TimelineOfEntity(id.clone())));
    pages.extend(filters.tags.iter().map(|(slug, _)| PageAddress::TimelineOfTag(slug.clone())));
    if !dossier.ledger.is_empty() {
        for (narrowing, count) in dossier.ledger_filters.narrowings(dossier.ledger.len()) {
            let last = count.div_ceil(CLAIMS_ON_A_PAGE);
            pages.extend((1..=last).map(|nth| PageAddress::Ledger(narrowing.clone(), nth)));
        }
    }
    for page in dossier.pages() {
        let facts = page.facts();
        if matches!(facts.role, PageRole::Plain | PageRole::Entity(_)) {
            pages.push(PageAddress::Entity(facts.id.clone()));
        }
    }
    if !dossier.corrections.is_empty() || !dossier.all_replies.is_empty() {
        pages.push(PageAddress::Corrections);
    }
    if dossier.has_sources() {
        pages.push(PageAddress::Coverage);
    }
    let redirects = dossier.outgoing.redirects.iter();
    pages.extend(redirects.map(|(from, to)| PageAddress::Redirect(from.clone(), to.clone())));
    // What would fall on one file, also where case is ignored, was reported; the first of them stands.
    let mut files = HashSet::new();
    pages.retain(|page| files.insert(dossier.file_of(page).to_lowercase()));
    pages
}
