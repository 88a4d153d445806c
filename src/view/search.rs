//! The search, and the names from A to Z below it.

use serde::Serialize;

use super::entity_link::EntityLink;
use super::frame::PageView;
use super::pager::Pager;
use super::search_parts::{PART_SIZE, SearchParts};
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::name_index::{IndexedName, NameGroup};
use crate::model::vocabulary;
use crate::model::words::Gap;
use crate::parse::facts::PageRole;

/// The page of the search (template `search.html`), and one page of a large index of names (`names.html`).
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// What results can be narrowed to, in the order of the kinds; kinds without pages are left out.
    pub kinds: Vec<SearchKind>,
    /// The way to the folder of the index, from this page: `pagefind/`.
    pub index_href: String,
    /// The parts of the index; none where it has but one.
    pub index_parts: Option<IndexParts>,
    /// The way to the script with the words of all names, from this page.
    pub names_href: String,
    /// All groups of names, for jumping to them.
    pub letters: Vec<LetterView>,
    /// The groups of names that stand on this page.
    pub groups: Vec<NameGroupView>,
    /// How many names there are in all.
    pub count: usize,
    /// The other pages of this group; none where it has but one.
    pub pager: Option<Pager>,
    /// The page of the search.
    pub search_href: String,
}

/// The parts of an index that has several.
#[derive(Debug, Clone, Serialize)]
pub struct IndexParts {
    /// How many there are.
    pub count: usize,
    /// How many of them, from the first on, have pages with dates, in the order of these.
    pub dated: usize,
}

/// A kind among the filters of the search.
#[derive(Debug, Clone, Serialize)]
pub struct SearchKind {
    /// `person`.
    pub id: String,
    /// "Person".
    pub singular: String,
    /// "People".
    pub plural: String,
}

/// A way to a group of names.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView {
    /// What its names begin with.
    pub label: String,
    /// Where it is.
    pub href: String,
    /// Whether it stands on this page.
    pub current: bool,
}

/// Names that begin alike.
#[derive(Debug, Clone, Serialize)]
pub struct NameGroupView {
    /// What they begin with.
    pub label: String,
    /// Where the group stands on the page; begins with `part.`.
    pub anchor: String,
    /// The names.
    pub names: Vec<NameView>,
}

/// One name in the index.
#[derive(Debug, Clone, Serialize)]
pub struct NameView {
    /// The name.
    pub name: String,
    /// Whose it is.
    pub link: EntityLink,
    /// The kind in words: "Person"; empty for plain pages.
    pub kind: String,
    /// Whether it is another name than the title.
    pub is_alias: bool,
}

impl Viewer<'_> {
    /// The page of the search.
    #[must_use]
    pub fn search(&self) -> PageView<SearchView> {
        let index = &self.dossier.names();
        let groups = if index.is_split() {
            Vec::new()
        } else {
            index.groups.iter().map(|group| self.name_group(group, &group.names)).collect()
        };
        let frame = self.frame("search", self.words.get("nav-search"), self.words.get("search-description"));
        let SearchParts { parts, dated } = SearchParts::of(self.dossier, PART_SIZE);
        let index_parts = (parts.len() > 1).then_some(IndexParts { count: parts.len(), dated });
        PageView { frame, view: SearchView { index_parts, ..self.search_view(groups, None) } }
    }

    /// One page of a group of names, in a dossier that has too many of them for one page.
    #[must_use]
    pub fn names_page(&self, group: &NameGroup, nth: usize) -> PageView<SearchView> {
        let page = |nth| self.href(&PageAddress::Names(group.key.clone(), nth));
        let begins = |nth: usize| group.on_page(nth).first().map(|first| first.name.to_string());
        let pager = Pager::beginning(nth, group.pages(), page, begins);
        let groups = vec![self.name_group(group, group.on_page(nth))];
        let title = self.words.fill("names-group", &[("letter", Gap::Text(&group.label))]);
        let frame = self.frame("names", &title, "");
        PageView { frame, view: self.search_view(groups, pager) }
    }

    fn search_view(&self, groups: Vec<NameGroupView>, pager: Option<Pager>) -> SearchView {
        let dossier = self.dossier;
        let index = &dossier.names();
        let mut kinds: Vec<_> = dossier
            .kinds_in_use()
            .map(|kind| SearchKind {
                id: kind.id.to_string(),
                singular: kind.singular.to_string(),
                plural: kind.plural.to_string(),
            })
            .collect();
        if dossier.pages().any(|page| !matches!(page.facts().role, PageRole::Entity(_))) {
            kinds.push(SearchKind {
                id: vocabulary::PAGE.to_owned(),
                singular: self.words.get("kind-page").to_owned(),
                plural: self.words.get("pages").to_owned(),
            });
        }
        SearchView {
            kinds,
            index_href: format!("{}pagefind/", self.root()),
            index_parts: None,
            names_href: format!("{}search/names.js", self.root()),
            letters: index.groups.iter().map(|group| self.letter(group)).collect(),
            groups,
            count: index.count,
            pager,
            search_href: self.href(&PageAddress::Search),
        }
    }

    fn letter(&self, group: &NameGroup) -> LetterView {
        let (href, current) = if self.dossier.names().is_split() {
            let current = matches!(self.address, PageAddress::Names(key, _) if *key == group.key);
            (self.href(&PageAddress::Names(group.key.clone(), 1)), current)
        } else {
            (format!("#{}", anchor(group)), false)
        };
        LetterView { label: group.label.clone(), href, current }
    }

    fn name_group(&self, group: &NameGroup, names: &[IndexedName]) -> NameGroupView {
        NameGroupView {
            label: group.label.clone(),
            anchor: anchor(group),
            names: names.iter().map(|name| self.indexed_name(name)).collect(),
        }
    }

    fn indexed_name(&self, entry: &IndexedName) -> NameView {
        let link = self.link(&entry.id);
        let kind = self.dossier.settings.kind(&link.kind);
        NameView {
            name: entry.name.to_string(),
            kind: kind.map(|kind| kind.singular.to_string()).unwrap_or_default(),
            link,
            is_alias: entry.is_alias,
        }
    }
}

fn anchor(group: &NameGroup) -> String {
    format!("part.names-{}", group.key)
}
