//! How far a change reaches: what of the site can look different after it.

use std::collections::BTreeSet;

use crate::link::referrers::Referrers;
use crate::link::{Dossier, PageAddress, PublishedPage, Resolution};
use crate::markup::Material;
use crate::parse::facts::{Mention, MentionRole, PageRole};
use crate::text::ContentPath;
use crate::view::search_parts::{PART_SIZE, SearchParts};

/// What can look different than before; all else has the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Anything.
    Everything,
    /// What these hold.
    Only {
        /// Pages of the site.
        pages: BTreeSet<PageAddress>,
        /// Files of the dossier that go out as they are, or cleaned.
        attachments: BTreeSet<ContentPath>,
    },
}

impl Default for Reach {
    fn default() -> Self {
        Self::Only { pages: BTreeSet::new(), attachments: BTreeSet::new() }
    }
}

impl Reach {
    /// Whether nothing can look different.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// As far as either.
    pub fn join(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::Only { pages, attachments }, Self::Only { pages: more, attachments: further }) => {
                pages.extend(more);
                attachments.extend(further);
            }
            _ => *self = Self::Everything,
        }
    }

    /// From one state of the dossier to the next. Where facts are others, anything may be: a title stands on every page
    /// that links there, a count in the frame of all.
    pub(crate) fn between(before: &Material, after: &Material) -> Self {
        if !after.dossier.shares_facts_with(&before.dossier) || !after.evidence.agrees_with(&before.evidence)
        {
            return Self::Everything;
        }
        let dossier = &after.dossier;
        let both = before.dossier.all_pages().iter().zip(dossier.all_pages());
        let changed: Vec<_> = both.filter(|(was, page)| !was.is(page)).map(|(_, page)| page).collect();
        let mut reach = Self::of_texts(dossier, &changed);
        if let Self::Only { pages, .. } = &mut reach {
            // Into how many parts the index of the search is cut hangs on how long all texts are.
            let is_cut = |material: &Material| SearchParts::are_several(&material.dossier, PART_SIZE);
            if !is_cut(before) && !is_cut(after) {
                pages.remove(&PageAddress::Search);
            }
        }
        reach
    }

    /// Of a change of the texts of these pages, where all facts and what is known of the evidence stayed.
    ///
    /// Who draws what another page says, and not only what is known of it, has to be named here: the sentence around a
    /// mention, what is transcluded, the words of a heading in a link that brings none, what counts all text.
    #[must_use]
    pub fn of_texts(dossier: &Dossier, changed: &[&PublishedPage]) -> Self {
        let mut pages = BTreeSet::new();
        if !changed.is_empty() {
            // They say how much of all text is cited, and how many parts the index of the search has.
            pages.insert(PageAddress::Home);
            pages.extend(dossier.has_sources().then_some(PageAddress::Coverage));
            pages.extend(dossier.has_search().then_some(PageAddress::Search));
        }
        let says_heading = |mention: &Mention| mention.heading.is_some() && !mention.labelled;
        for page in following(dossier, changed.to_vec(), says_heading) {
            for mentioned in mentioned(dossier, page) {
                let id = &mentioned.facts().id;
                pages.extend(addresses_of(mentioned));
                let more = 1..=dossier.referrers(id).map_or(0, Referrers::pages);
                pages.extend(more.map(|nth| PageAddress::Backlinks(id.clone(), nth)));
            }
            let shows = |mention: &Mention| mention.role == MentionRole::Transclusion;
            for shows in following(dossier, vec![page], shows) {
                pages.extend(addresses_of(shows));
            }
        }
        Self::Only { pages, attachments: BTreeSet::new() }
    }
}

/// The pages that this one points at: each shows the sentence that does.
fn mentioned<'a>(dossier: &'a Dossier, page: &'a PublishedPage) -> impl Iterator<Item = &'a PublishedPage> {
    let facts = page.facts();
    facts.mentions.iter().filter_map(move |mention| match dossier.resolve(facts, &mention.key.target) {
        Resolution::Page(id) => dossier.page(id),
        _ => None,
    })
}

/// These pages, all that mention one of them in such a way, and all that mention these so.
fn following<'a>(
    dossier: &'a Dossier,
    mut pages: Vec<&'a PublishedPage>,
    follows: impl Fn(&Mention) -> bool,
) -> Vec<&'a PublishedPage> {
    let mut known: BTreeSet<_> = pages.iter().map(|page| &page.facts().id).collect();
    let mut next = 0;
    while let Some(page) = pages.get(next).copied() {
        next += 1;
        for backlink in dossier.backlinks(&page.facts().id) {
            let Some(from) = dossier.page(&backlink.from) else { continue };
            let mut mentions = from.facts().mentions.iter().filter(|mention| follows(mention));
            let follows = mentions.any(|mention| {
                dossier.resolve(from.facts(), &mention.key.target) == Resolution::Page(&page.facts().id)
            });
            if follows && known.insert(&from.facts().id) {
                pages.push(from);
            }
        }
    }
    pages
}

/// Where the text of a page is shown as its own.
fn addresses_of(page: &PublishedPage) -> Vec<PageAddress> {
    let facts = page.facts();
    match &facts.role {
        PageRole::Home => vec![PageAddress::Home],
        PageRole::KindIntro(kind) => {
            vec![PageAddress::Index(kind.clone(), 1)]
        }
        PageRole::Plain | PageRole::Entity(_) => vec![PageAddress::Entity(facts.id.clone())],
    }
}
