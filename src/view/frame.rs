//! What stands around every page: head, navigation, the dossier as a whole.

use serde::Serialize;

use super::preview::preview_parts;
use super::share::{FollowLink, ShareView};
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::address::{encode, relative, to_top};
use crate::link::ledger::Narrowing;
use crate::link::name_index::HAS_SEARCH;
use crate::model::language::is_right_to_left;
use crate::model::vocabulary;

/// All that one template is given.
#[derive(Debug, Serialize)]
pub struct PageView<T> {
    /// What every page has.
    #[serde(flatten)]
    pub frame: Frame,
    /// What this page alone has.
    pub view: T,
}

/// What every page has around its own matter.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// The dossier.
    pub site: SiteView,
    /// This page.
    pub page: HeadView,
    /// The way from this page to the top folder: empty, `../`, `../../`; on the 404 page the site's own path.
    pub root: String,
    /// What the dossier is about: its kinds of entities.
    pub nav: Vec<NavItem>,
    /// The ways through all of it at once: timeline, network, connections, ledger, tags.
    pub ways: Vec<NavItem>,
    /// The search; none where the program is built without it.
    pub search: Option<String>,
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

/// What stands in the page's head.
#[derive(Debug, Clone, Serialize)]
pub struct HeadView {
    /// Page type, as `data-page` on `<body>`: `home`, `entity-person`, `entity-timeline`, `entity-relations`, `backlinks`, `index`, `tags`, `tag`, `timeline`,
    /// `timeline-filters`, `timeline-order`, `known`, `known-news`, `network`, `ledger`, `ledger-filters`, `search`, `names`,
    /// `corrections`, `coverage`, `chains`, `chain`, `bibliography`, `not-found`, `page`, `redirect`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The page's title, plain text.
    pub title: String,
    /// One sentence, plain text; may be empty.
    pub description: String,
    /// Absolute address, where `base_url` is known.
    pub canonical: Option<String>,
    /// What programs show where somebody shares the page (Open Graph).
    pub share: ShareView,
    /// What the page says, for machines: schema.org as JSON-LD, to be placed as it is; may be empty.
    pub json_ld: String,
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
    /// What stands around this page.
    pub(super) fn frame(&self, kind: &str, title: &str, description: &str) -> Frame {
        let settings = &self.dossier.settings;
        // The further pages of a list are told apart, in tabs as in results of a search engine.
        let nth = self.address.nth();
        let numbered =
            (nth > 1).then(|| self.words.fill("title-nth", &[("title", title.into()), ("page", nth.into())]));
        let (title, description) = match &numbered {
            Some(numbered) => (numbered.as_str(), ""),
            None => (title, description),
        };
        Frame {
            site: SiteView {
                title: settings.title.to_string(),
                description: settings.description.to_string(),
                language: settings.language.to_string(),
                direction: if is_right_to_left(&settings.language) { "rtl" } else { "ltr" },
                generator: concat!("Redstring ", env!("CARGO_PKG_VERSION")).into(),
            },
            page: HeadView {
                kind: kind.into(),
                title: title.into(),
                description: self.description(title, description),
                canonical: match self.address {
                    PageAddress::NotFound => None,
                    // What has moved is found where it is now.
                    PageAddress::Redirect(_, to) => {
                        self.dossier.absolute(&self.dossier.file_of(&PageAddress::Entity(to.clone())))
                    }
                    _ => self.dossier.absolute(&self.file),
                },
                share: self.share(),
                json_ld: self.structured_data(title, description),
            },
            root: self.root(),
            nav: self.kinds(),
            ways: self.ways(),
            search: HAS_SEARCH.then(|| self.rooted(&PageAddress::Search)),
            footer: self.footer(),
            preview_parts: preview_parts(self.dossier),
            follow: self.follow(),
        }
    }

    /// What a search engine shows below the title: a page that has no sentence of its own is at least told apart.
    fn description(&self, title: &str, own: &str) -> String {
        let dossier = &*self.dossier.settings.title;
        if !own.is_empty() || title == dossier {
            return own.to_owned();
        }
        self.words.fill("description-part", &[("title", title.into()), ("dossier", dossier.into())])
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

    fn kinds(&self) -> Vec<NavItem> {
        let dossier = self.dossier;
        let kinds =
            dossier.settings.kinds.iter().filter(|kind| !dossier.of_kind(kind.id.as_str()).is_empty());
        self.items(
            kinds.map(|kind| (kind.plural.to_string(), PageAddress::Index(kind.id.clone(), 1))).collect(),
        )
    }

    fn ways(&self) -> Vec<NavItem> {
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
        self.items(pages)
    }

    fn footer(&self) -> Vec<NavItem> {
        let dossier = self.dossier;
        let mut pages = Vec::new();
        if dossier.has_sources() {
            pages.push((self.words.get("nav-coverage").to_owned(), PageAddress::Coverage));
        }
        if !dossier.corrections.is_empty() || !dossier.all_replies.is_empty() {
            pages.push((self.words.get("nav-corrections").to_owned(), PageAddress::Corrections(1)));
        }
        self.items(pages)
    }

    fn items(&self, pages: Vec<(String, PageAddress)>) -> Vec<NavItem> {
        pages
            .into_iter()
            .map(|(label, page)| NavItem { label, href: self.rooted(&page), current: self.lies_below(&page) })
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

    fn lies_below(&self, page: &PageAddress) -> bool {
        match (page, self.address) {
            (a, b) if a == b => true,
            (PageAddress::Index(kind, _), PageAddress::Index(own, _) | PageAddress::IndexByDate(own, _)) => {
                kind == own
            }
            (PageAddress::Index(kind, _), own) if own.entity().is_some() => {
                let page = own.entity().and_then(|id| self.dossier.page(id));
                page.and_then(|page| page.facts().kind()) == Some(kind)
            }
            (PageAddress::Tags(_), PageAddress::Tags(_) | PageAddress::Tag(..)) => true,
            (PageAddress::Chains, PageAddress::Chain(..)) => true,
            (PageAddress::Ledger(..), PageAddress::Ledger(..) | PageAddress::LedgerFilters(..)) => true,
            (PageAddress::Corrections(_), PageAddress::Corrections(_)) => true,
            (PageAddress::Network(_), PageAddress::Network(_)) => true,
            (PageAddress::Index(kind, _), PageAddress::Bibliography(_)) => {
                kind.as_str() == vocabulary::SOURCE
            }
            (
                PageAddress::Timeline,
                PageAddress::TimelineOfKind(_)
                | PageAddress::TimelineOfEntity(_)
                | PageAddress::TimelineOfTag(_)
                | PageAddress::TimelinePart(..)
                | PageAddress::TimelineFilters(..)
                | PageAddress::TimelineBy(..)
                | PageAddress::Known(..),
            ) => true,
            _ => false,
        }
    }
}

/// The page type of an entity of this kind: `entity-person`.
pub(super) fn page_type(kind: &str) -> String {
    if kind == vocabulary::PAGE { "page".into() } else { format!("entity-{kind}") }
}
