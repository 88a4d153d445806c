//! The index of a kind, by name or by date.

use std::sync::Arc;

use serde::Serialize;

use super::body::PlainView;
use super::date::DateView;
use super::entity_link::{EntityLink, KindView};
use super::frame::PageView;
use super::pager::{Jump, Pager, thinned};
use super::viewer::Viewer;
use crate::link::indexes::{GroupedList, IndexOrder, main_date, page_at, pages_for};
use crate::link::ledger::Narrowing;
use crate::link::{PageAddress, PublishedPage};
use crate::model::{Kind, vocabulary};
/// An entity in a list.
#[derive(Debug, Clone, Serialize)]
pub struct CardView {
    /// The entity.
    pub link: EntityLink,
    /// Its other names.
    pub aliases: Vec<Arc<str>>,
    /// One sentence; may be empty.
    pub summary: Arc<str>,
    /// Its main date.
    pub date: Option<DateView>,
    /// For claims: status; may be empty.
    pub status: String,
    /// The status as a label; may be empty.
    pub status_label: String,
    /// For claims: who says it. For sources: who published it.
    pub by: Vec<EntityLink>,
    /// How many pages refer to it.
    pub references: usize,
}

/// The index of one kind (template `index.html`), also of claims and sources.
#[derive(Debug, Serialize)]
pub struct IndexView {
    /// The kind.
    pub kind: KindView,
    /// The text of the kind's `index.md`.
    pub intro: Option<PlainView>,
    /// `name` or `date`.
    pub order: &'static str,
    /// The same list by name.
    pub by_name_href: String,
    /// The same list by date; `None` where nothing of this kind is dated.
    pub by_date_href: Option<String>,
    /// Of claims: the ledger that lays them against all sources.
    pub ledger_href: Option<String>,
    /// The bibliography, where this is the index of the sources.
    pub bibliography_href: Option<String>,
    /// The groups of this page: by first letter, or by year.
    pub groups: Vec<IndexGroup>,
    /// Jumps to all groups, also to those on other pages; of very many groups, to some.
    pub jumps: Vec<Jump>,
    /// The pages of the index; none where it has one alone.
    pub pager: Option<Pager>,
    /// How many in all.
    pub count: usize,
}

/// A run of an index under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct IndexGroup {
    /// "K", "2017", "Undated".
    pub label: String,
    /// The heading's id, unique on the page.
    pub anchor: String,
    /// The entities.
    pub items: Vec<CardView>,
}

impl Viewer<'_> {
    /// One page of the index of a kind, by name.
    #[must_use]
    pub fn index_by_name(&self, kind: &Kind, nth: usize) -> PageView<IndexView> {
        let intro = self.dossier.intro(&kind.id).filter(|_| nth <= 1).map(|page| self.plain(page));
        self.index(kind, IndexOrder::Name, intro, nth)
    }

    /// One page of the index of a kind, by date; what has none comes last.
    #[must_use]
    pub fn index_by_date(&self, kind: &Kind, nth: usize) -> PageView<IndexView> {
        self.index(kind, IndexOrder::Date, None, nth)
    }

    fn index(
        &self,
        kind: &Kind,
        order: IndexOrder,
        intro: Option<PlainView>,
        nth: usize,
    ) -> PageView<IndexView> {
        let dossier = self.dossier;
        let pages = dossier.of_kind(kind.id.as_str());
        let (index, count) = (dossier.indexes.get(dossier, &kind.id, order), pages.len());
        let page = |place: usize| pages.get(place);
        let groups = index.map(|index| index.on_page(nth)).unwrap_or_default();
        let groups = groups.into_iter().map(|(group, places)| IndexGroup {
            label: group.label.clone(),
            anchor: group.anchor.clone(),
            items: places.iter().filter_map(|place| page(*place)).map(|page| self.card(page)).collect(),
        });
        let address = |nth: usize| match order {
            IndexOrder::Name => PageAddress::Index(kind.id.clone(), nth),
            IndexOrder::Date => PageAddress::IndexByDate(kind.id.clone(), nth),
        };
        let begins = |nth: usize| index.and_then(|index| page(index.first_of(nth)?)).map(title);
        let description = intro.as_ref().map(|intro| intro.summary.clone()).unwrap_or_default();
        let frame = self.frame("index", &kind.plural, &description);
        let view = IndexView {
            kind: self.kind(kind),
            intro,
            order: match order {
                IndexOrder::Name => "name",
                IndexOrder::Date => "date",
            },
            by_name_href: self.href(&PageAddress::Index(kind.id.clone(), 1)),
            by_date_href: dossier
                .indexes
                .has_dates(&kind.id)
                .then(|| self.href(&PageAddress::IndexByDate(kind.id.clone(), 1))),
            ledger_href: (kind.id.as_str() == vocabulary::CLAIM && count > 0)
                .then(|| self.href(&PageAddress::Ledger(Narrowing::Whole, 1))),
            bibliography_href: (kind.id.as_str() == vocabulary::SOURCE)
                .then(|| self.href(&PageAddress::Bibliography(1))),
            groups: groups.collect(),
            jumps: index.map(|index| self.jumps_of(index, nth, address)).unwrap_or_default(),
            pager: self.pager_with(nth, pages_for(count), address, begins),
            count,
        };
        PageView { frame, view }
    }

    /// Jumps to the groups of a list, also to those on its other pages.
    pub(super) fn jumps_of(
        &self,
        index: &GroupedList,
        nth: usize,
        address: impl Fn(usize) -> PageAddress,
    ) -> Vec<Jump> {
        let jumps = thinned(&index.groups).map(|group| {
            let page = page_at(group.start);
            let file = if page == nth.max(1) { String::new() } else { self.href(&address(page)) };
            Jump { label: group.label.clone(), href: format!("{file}#{}", group.anchor) }
        });
        jumps.collect()
    }

    /// An entity in a list.
    pub(super) fn card(&self, page: &PublishedPage) -> CardView {
        let facts = page.facts();
        let (status, status_label) = self.status_words(facts.claim.as_ref().and_then(|claim| claim.status));
        let by = if facts.claim.is_some() { "said_by" } else { "publisher" };
        CardView {
            link: self.link(&facts.id),
            aliases: self.aliases(facts),
            summary: facts.summary.clone(),
            date: main_date(facts).map(|date| self.date(date)),
            status,
            status_label,
            by: self.ends(facts, by),
            references: self.dossier.references(&facts.id),
        }
    }
}

/// What an entity is called.
pub(super) fn title(page: &PublishedPage) -> String {
    page.facts().title.to_string()
}
