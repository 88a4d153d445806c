//! What stands around pages: the dossier's name, its navigation, its foot.
//!
//! It is not made for each page. Seen from pages of one folder that lie below the same entry of the navigation it is the
//! same, which their [`Standing`] says: what is drawn of it for one of them stands on all.

use serde::Serialize;

use super::preview::preview_parts;
use super::share::FollowLink;
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::address::{encode, relative, to_top};
use crate::link::ledger::Narrowing;
use crate::model::language::is_right_to_left;
use crate::model::{KindId, vocabulary};

/// From where a page sees what stands around it. Two pages with the same one see the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// The folder of the page's file, from the site's top; none for the 404 page, which can be asked for in any.
    folder: Option<Box<str>>,
    /// The page of the navigation that it is, or lies below.
    section: Option<PageAddress>,
}

/// What is the same on all pages of one standing.
#[derive(Debug, Clone, Serialize)]
pub struct Surroundings {
    /// The dossier.
    pub site: SiteView,
    /// The way from these pages to the top folder: empty, `../`, `../../`; on the 404 page the site's own path.
    pub root: String,
    /// What the dossier is about: its kinds of entities.
    pub nav: Vec<NavItem>,
    /// The ways through all of it at once: timeline, network, connections, ledger, tags.
    pub ways: Vec<NavItem>,
    /// The search; none where the settings or the program leave it out.
    pub search: Option<String>,
    /// Whether this is the page of the search.
    pub search_current: bool,
    /// Pages about the dossier itself, for the foot of the page: coverage, corrections.
    pub footer: Vec<NavItem>,
    /// Over how many files the cards are spread that links show when a reader hovers over them.
    pub preview_parts: usize,
    /// What readers can follow in programs of their own: feeds, the calendar.
    pub follow: Vec<FollowLink>,
}

/// The dossier as a whole.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Its name.
    pub title: String,
    /// One sentence on it; may be empty.
    pub description: String,
    /// BCP 47 language tag: `en`.
    pub language: String,
    /// `ltr` or `rtl`: which way that language is written.
    pub direction: &'static str,
    /// `Redstring 0.1.0`.
    pub generator: String,
}

/// One entry of the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavItem {
    /// What it says.
    pub label: String,
    /// Where it leads, relative to this page.
    pub href: String,
    /// Whether this page is it, or lies below it.
    pub current: bool,
}

impl Viewer<'_> {
    /// From where this page sees what stands around it.
    pub(super) fn standing(&self) -> Standing {
        let folder = self.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        Standing {
            folder: (*self.address != PageAddress::NotFound).then(|| folder.into()),
            section: self.place_in_navigation(),
        }
    }

    /// What stands around this page, and around all that have its standing.
    #[must_use]
    pub fn surroundings(&self) -> Surroundings {
        let settings = &self.dossier.settings;
        let section = self.place_in_navigation();
        Surroundings {
            site: SiteView {
                title: settings.title.to_string(),
                description: settings.description.to_string(),
                language: settings.language.to_string(),
                direction: if is_right_to_left(&settings.language) { "rtl" } else { "ltr" },
                generator: concat!("Redstring ", env!("CARGO_PKG_VERSION")).into(),
            },
            root: self.root(),
            nav: self.items(self.kinds(), section.as_ref()),
            ways: self.items(self.ways(), section.as_ref()),
            search: self.dossier.has_search().then(|| self.rooted(&PageAddress::Search)),
            search_current: section == Some(PageAddress::Search),
            footer: self.items(self.footer(), section.as_ref()),
            preview_parts: preview_parts(self.dossier),
            follow: self.follow(),
        }
    }

    /// The way to the site's top. A page that does not exist can be asked for at any depth, so the page that says
    /// so needs the site's own path; without a `base_url` that is the domain's root.
    pub(super) fn root(&self) -> String {
        if *self.address != PageAddress::NotFound {
            return to_top(&self.file);
        }
        let base = self.dossier.settings.base_url.as_deref().unwrap_or_default();
        let path =
            base.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
        format!("/{path}")
    }

    fn kinds(&self) -> Vec<(String, PageAddress)> {
        let dossier = self.dossier;
        let kinds = dossier.kinds_in_use();
        kinds.map(|kind| (kind.plural.to_string(), PageAddress::Index(kind.id.clone(), 1))).collect()
    }

    fn ways(&self) -> Vec<(String, PageAddress)> {
        let dossier = self.dossier;
        let mut pages = vec![(self.words.get("nav-timeline").to_owned(), PageAddress::Timeline)];
        if !dossier.network.edges().is_empty() {
            pages.push((self.words.get("nav-network").to_owned(), PageAddress::Network(1)));
        }
        if dossier.has_chains() {
            pages.push((self.words.get("nav-chains").to_owned(), PageAddress::Chains));
        }
        if !dossier.ledger.is_empty() {
            pages.push((self.words.get("nav-ledger").to_owned(), PageAddress::Ledger(Narrowing::Whole, 1)));
        }
        if !dossier.tags.is_empty() {
            pages.push((self.words.get("nav-tags").to_owned(), PageAddress::Tags(1)));
        }
        pages
    }

    fn footer(&self) -> Vec<(String, PageAddress)> {
        let dossier = self.dossier;
        let mut pages = Vec::new();
        if dossier.has_sources() {
            pages.push((self.words.get("nav-coverage").to_owned(), PageAddress::Coverage));
        }
        if !dossier.corrections.is_empty() || !dossier.all_replies.is_empty() {
            pages.push((self.words.get("nav-corrections").to_owned(), PageAddress::Corrections(1)));
        }
        pages
    }

    fn items(&self, pages: Vec<(String, PageAddress)>, section: Option<&PageAddress>) -> Vec<NavItem> {
        pages
            .into_iter()
            .map(|(label, page)| NavItem { label, href: self.rooted(&page), current: section == Some(&page) })
            .collect()
    }

    /// The way to a page of the navigation, which the 404 page has as well.
    pub(super) fn rooted(&self, page: &PageAddress) -> String {
        self.rooted_file(&self.dossier.file_of(page))
    }

    /// The same for a file of the site.
    pub(super) fn rooted_file(&self, file: &str) -> String {
        if *self.address == PageAddress::NotFound {
            return format!("{}{}", self.root(), encode(file));
        }
        relative(&self.file, file)
    }

    /// The page of the navigation that this page is, or lies below.
    fn place_in_navigation(&self) -> Option<PageAddress> {
        Some(match self.address {
            PageAddress::Home | PageAddress::Redirect(..) | PageAddress::NotFound => return None,
            PageAddress::Entity(id)
            | PageAddress::Backlinks(id, _)
            | PageAddress::EntityTimeline(id, _)
            | PageAddress::EntityRelations(id, _) => {
                PageAddress::Index(self.dossier.page(id)?.facts().kind()?.clone(), 1)
            }
            PageAddress::Index(kind, _) | PageAddress::IndexByDate(kind, _) => {
                PageAddress::Index(kind.clone(), 1)
            }
            PageAddress::Bibliography(_) => PageAddress::Index(KindId::new(vocabulary::SOURCE), 1),
            PageAddress::Tags(_) | PageAddress::Tag(..) => PageAddress::Tags(1),
            PageAddress::Chains | PageAddress::Chain(..) => PageAddress::Chains,
            PageAddress::Ledger(..) | PageAddress::LedgerFilters(..) => {
                PageAddress::Ledger(Narrowing::Whole, 1)
            }
            PageAddress::Network(_) => PageAddress::Network(1),
            PageAddress::Timeline
            | PageAddress::TimelineOfKind(_)
            | PageAddress::TimelineOfEntity(_)
            | PageAddress::TimelineOfTag(_)
            | PageAddress::TimelinePart(..)
            | PageAddress::TimelineFilters(..)
            | PageAddress::TimelineBy(..)
            | PageAddress::Known(..) => PageAddress::Timeline,
            PageAddress::Search => PageAddress::Search,
            // Below the search, which is marked on its own page alone.
            PageAddress::Names(..) => return None,
            PageAddress::Corrections(_) => PageAddress::Corrections(1),
            PageAddress::Coverage => PageAddress::Coverage,
        })
    }
}
