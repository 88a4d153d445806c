//! The index of a kind, by name or by date.

use serde::Serialize;

use super::body::PlainView;
use super::date::DateView;
use super::entity_link::{EntityLink, KindView};
use super::frame::PageView;
use super::timeline::capitalised;
use super::viewer::Viewer;
use crate::link::ledger::Narrowing;
use crate::link::{PageAddress, PublishedPage};
use crate::model::date::EdtfDate;
use crate::model::{Kind, slug, vocabulary};
use crate::parse::facts::PageFacts;
/// An entity in a list.
#[derive(Debug, Clone, Serialize)]
pub struct CardView {
    /// The entity.
    pub link: EntityLink,
    /// Its other names.
    pub aliases: Vec<String>,
    /// One sentence; may be empty.
    pub summary: String,
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
    /// Groups: by first letter, or by year.
    pub groups: Vec<IndexGroup>,
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
    /// The index of a kind, by name.
    #[must_use]
    pub fn index_by_name(&self, kind: &Kind) -> PageView<IndexView> {
        let pages: Vec<_> = self.dossier.of_kind(kind.id.as_str()).iter().collect();
        let mut groups: Vec<IndexGroup> = Vec::new();
        for page in &pages {
            let label = initial(&page.facts().title);
            self.push(&mut groups, label, page);
        }
        let intro = self.dossier.intro(&kind.id).map(|page| self.plain(page));
        self.index(kind, "name", intro, groups, pages.len())
    }

    /// The index of a kind, by date; what has none comes last.
    #[must_use]
    pub fn index_by_date(&self, kind: &Kind) -> PageView<IndexView> {
        let mut pages: Vec<_> = self.dossier.of_kind(kind.id.as_str()).iter().collect();
        pages.sort_by_cached_key(|page| {
            let order = self.main_date(page.facts()).map(EdtfDate::order);
            (order.is_none(), order)
        });
        let mut groups: Vec<IndexGroup> = Vec::new();
        for page in &pages {
            let label = match self.main_date(page.facts()) {
                None => self.words.get("index-undated").to_owned(),
                Some(date) => match (date.vague_year(self.language), date.group().year) {
                    (Some(words), _) => capitalised(words),
                    (None, Some(year)) => self.language.year(year),
                    (None, None) => self.words.get("index-open-dates").to_owned(),
                },
            };
            self.push(&mut groups, label, page);
        }
        self.index(kind, "date", None, groups, pages.len())
    }

    fn index(
        &self,
        kind: &Kind,
        order: &'static str,
        intro: Option<PlainView>,
        groups: Vec<IndexGroup>,
        count: usize,
    ) -> PageView<IndexView> {
        let dated =
            self.dossier.of_kind(kind.id.as_str()).iter().any(|page| self.main_date(page.facts()).is_some());
        let description = intro.as_ref().map(|intro| intro.summary.clone()).unwrap_or_default();
        let frame = self.frame("index", &kind.plural, &description);
        let view = IndexView {
            kind: self.kind(kind),
            intro,
            order,
            by_name_href: self.href(&PageAddress::Index(kind.id.clone())),
            by_date_href: dated.then(|| self.href(&PageAddress::IndexByDate(kind.id.clone()))),
            ledger_href: (kind.id.as_str() == vocabulary::CLAIM && count > 0)
                .then(|| self.href(&PageAddress::Ledger(Narrowing::Whole, 1))),
            bibliography_href: (kind.id.as_str() == vocabulary::SOURCE)
                .then(|| self.href(&PageAddress::Bibliography)),
            groups,
            count,
        };
        PageView { frame, view }
    }

    fn push(&self, groups: &mut Vec<IndexGroup>, label: String, page: &PublishedPage) {
        let card = self.card(page);
        match groups.last_mut().filter(|group| group.label == label) {
            Some(group) => group.items.push(card),
            None => {
                let mut anchor = format!("group-{}", slug(&label));
                if groups.iter().any(|group| group.anchor == anchor) || anchor == "group-" {
                    anchor = format!("group-{}", groups.len() + 1);
                }
                groups.push(IndexGroup { label, anchor, items: vec![card] });
            }
        }
    }

    /// An entity in a list.
    pub(super) fn card(&self, page: &PublishedPage) -> CardView {
        let facts = page.facts();
        let (status, status_label) = self.status_words(facts.claim.as_ref().and_then(|claim| claim.status));
        let by = if facts.claim.is_some() { "said_by" } else { "publisher" };
        CardView {
            link: self.link(&facts.id),
            aliases: self.aliases(facts),
            summary: facts.summary.to_string(),
            date: self.main_date(facts).map(|date| self.date(date)),
            status,
            status_label,
            by: self.ends(facts, by),
            references: self.dossier.references(&facts.id),
        }
    }

    /// The date that stands for an entity in lists: `date`, or the first that its kind knows.
    pub(super) fn main_date<'f>(&self, facts: &'f PageFacts) -> Option<&'f EdtfDate> {
        facts.dates.first().map(|dated| &dated.date)
    }
}

/// The heading under which a name stands: its first letter, or `#`.
pub(super) fn initial(title: &str) -> String {
    let first = title.chars().find(|c| c.is_alphanumeric());
    match first {
        Some(c) if c.is_alphabetic() => c.to_uppercase().collect(),
        _ => "#".to_owned(),
    }
}
