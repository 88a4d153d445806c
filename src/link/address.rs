//! Where each page stands in the site, and the way from one to another.
//!
//! Every address inside the site is relative and names a file (`../people/ian-levy.html`), so that the folder works
//! at a domain's root, under a project's path, and opened from disk.

use std::fmt::Write as _;
use std::sync::Arc;

use super::corpus::Corpus;
use super::knowledge::Period;
use super::ledger::{LedgerSort, Narrowing};
use super::selection::Selection;
use crate::model::attachment::goes_out_as_text;
use crate::model::{EntityId, KindId, vocabulary};
use crate::parse::facts::{PageFacts, PageRole};
use crate::text::ContentPath;

/// The bibliography for other programs, as BibTeX and as CSL-JSON, from the site's top.
pub const BIBLIOGRAPHY_FILES: [&str; 2] = ["bibliography.bib", "bibliography.json"];

/// What a script has to know of all entries of a timeline that is too long for one page, from the site's top.
pub const TIMELINE_INDEX_FILE: &str = "timeline/data/index.js";

/// A further part of that index, counted from 1, from the site's top.
#[must_use]
pub fn timeline_index_part_file(nth: usize) -> String {
    format!("timeline/data/index-{nth}.js")
}

/// The words of some of these entries, from the site's top.
#[must_use]
pub fn timeline_words_file(nth: usize) -> String {
    format!("timeline/data/words-{nth}.js")
}
/// The map of the network as a picture, and as data for the script, from the site's top.
pub const NETWORK_FILES: [&str; 2] = ["network.svg", "network/data.js"];
/// The feed of changed pages, from the site's top.
pub const CHANGES_FEED: &str = "feed.xml";
/// The feed of corrections.
pub const CORRECTIONS_FEED: &str = "feed-corrections.xml";
/// The calendar of the dated events.
pub const CALENDAR_FILE: &str = "calendar.ics";

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageAddress {
    /// The home page.
    Home,
    /// The index of a kind, by name, and which page of it, from 1.
    Index(KindId, usize),
    /// The index of a kind, by date, and which page of it, from 1.
    IndexByDate(KindId, usize),
    /// The page of an entity, or a plain page.
    Entity(EntityId),
    /// Who refers to a page, where they are too many to stand on it, and which page of the list, from 1.
    Backlinks(EntityId, usize),
    /// The entries of the timeline that concern an entity, where they are too many for its page, and which page of
    /// the list, from 1.
    EntityTimeline(EntityId, usize),
    /// The relations that an entity wrote, where they are too many for its page, and which page of the list, from 1.
    EntityRelations(EntityId, usize),
    /// All tags, and which page of the list, from 1.
    Tags(usize),
    /// One tag, by its slug, and which page of its list, from 1.
    Tag(Arc<str>, usize),
    /// The whole timeline.
    Timeline,
    /// The timeline of one kind.
    TimelineOfKind(KindId),
    /// The timeline of one person or organisation.
    TimelineOfEntity(EntityId),
    /// The timeline of one tag, by its slug.
    TimelineOfTag(Arc<str>),
    /// The timeline in another order than that of what happened, and which page of it, from 1.
    TimelineBy(ReadingOrder, usize),
    /// What became known when, and which page of it, from 1.
    Known(KnownList, usize),
    /// A part of a timeline that is too long for one page, by its name.
    TimelinePart(Selection, Arc<str>),
    /// What the timeline can be narrowed to, all of one sort, and which page of the list, from 1.
    TimelineFilters(FilterSort, usize),
    /// The ledger of claims, whole or narrowed, and which page of it, from 1.
    Ledger(Narrowing, usize),
    /// What the ledger can be narrowed to, all of one sort, and which page of the list, from 1.
    LedgerFilters(LedgerSort, usize),
    /// The search, with the names from A to Z.
    Search,
    /// One group of those names, by its key, and which page of it, from 1.
    Names(Arc<str>, usize),
    /// The network of entities, and which page of its table, from 1.
    Network(usize),
    /// All sources, as a bibliography, and which page of it, from 1.
    Bibliography(usize),
    /// What has been corrected, and what those concerned reply, and which page of the list, from 1.
    Corrections(usize),
    /// How much of the dossier is cited.
    Coverage,
    /// How two entities of the reader's choice are linked.
    Chains,
    /// How two entities are linked.
    Chain(EntityId, EntityId),
    /// A former address of a page.
    Redirect(Arc<str>, EntityId),
    /// The page for addresses that do not exist.
    NotFound,
}

/// By what the timeline is ordered where not by what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadingOrder {
    /// When a source for it was first published.
    Published,
    /// When a source for it was first retrieved.
    Retrieved,
}

/// A list of what became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownList {
    /// The months and years in which something did.
    Periods,
    /// What was new in one of them.
    In(Period),
    /// That of which nothing says when.
    WithoutDay,
}

/// A sort of narrowings that can be too many to stand on the timeline itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilterSort {
    /// People.
    People,
    /// Organisations.
    Organisations,
    /// Tags.
    Tags,
}

impl FilterSort {
    /// The word of it in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Organisations => "organisations",
            Self::Tags => "tags",
        }
    }
}

impl PageAddress {
    /// The entity or plain page whose page it is, or to whose page it belongs.
    #[must_use]
    pub fn entity(&self) -> Option<&EntityId> {
        match self {
            Self::Entity(id)
            | Self::Backlinks(id, _)
            | Self::EntityTimeline(id, _)
            | Self::EntityRelations(id, _) => Some(id),
            _ => None,
        }
    }

    /// Which page of its list it is, from 1; 1 where it is no part of a list.
    #[must_use]
    pub fn nth(&self) -> usize {
        match self {
            Self::Index(_, nth)
            | Self::IndexByDate(_, nth)
            | Self::Backlinks(_, nth)
            | Self::EntityTimeline(_, nth)
            | Self::EntityRelations(_, nth)
            | Self::Tags(nth)
            | Self::Tag(_, nth)
            | Self::TimelineBy(_, nth)
            | Self::Known(_, nth)
            | Self::TimelineFilters(_, nth)
            | Self::Ledger(_, nth)
            | Self::LedgerFilters(_, nth)
            | Self::Bibliography(nth)
            | Self::Corrections(nth)
            | Self::Names(_, nth)
            | Self::Network(nth) => (*nth).max(1),
            _ => 1,
        }
    }
}

impl Corpus {
    /// The file of a page, from the site's top: `people/ian-levy.html`.
    #[must_use]
    pub fn file_of(&self, page: &PageAddress) -> String {
        match page {
            PageAddress::Home => "index.html".into(),
            PageAddress::Index(kind, nth) => nth_file(&format!("{}/index", self.folder(kind)), *nth),
            PageAddress::IndexByDate(kind, nth) => nth_file(&format!("{}/by-date", self.folder(kind)), *nth),
            PageAddress::Entity(id) => {
                self.page(id).map_or_else(String::new, |page| self.file_of_facts(page.facts()))
            }
            PageAddress::Backlinks(id, nth) => self.file_below(id, "backlinks", *nth),
            PageAddress::EntityTimeline(id, nth) => self.file_below(id, "timeline", *nth),
            PageAddress::EntityRelations(id, nth) => self.file_below(id, "relations", *nth),
            PageAddress::Tags(nth) => nth_file("tags/index", *nth),
            PageAddress::Tag(slug, nth) => nth_file(&format!("tags/{slug}"), *nth),
            PageAddress::Timeline => "timeline.html".into(),
            PageAddress::TimelineOfKind(kind) => {
                format!("timeline/kind-{}.html", kind.as_str().replace('_', "-"))
            }
            PageAddress::TimelineOfEntity(id) => {
                let kind = self.page(id).and_then(|page| page.facts().kind()).map_or("page", KindId::as_str);
                format!("timeline/{kind}-{id}.html")
            }
            PageAddress::TimelineOfTag(slug) => format!("timeline/tag-{slug}.html"),
            PageAddress::TimelineBy(ReadingOrder::Published, nth) => nth_file("timeline/by-published", *nth),
            PageAddress::TimelineBy(ReadingOrder::Retrieved, nth) => nth_file("timeline/by-retrieved", *nth),
            PageAddress::Known(KnownList::Periods, nth) if *nth <= 1 => "known/index.html".into(),
            PageAddress::Known(KnownList::Periods, nth) => format!("known/page-{nth}.html"),
            PageAddress::Known(KnownList::In(period), nth) => nth_file(&format!("known/{period}"), *nth),
            PageAddress::Known(KnownList::WithoutDay, nth) => nth_file("known/without-day", *nth),
            PageAddress::TimelinePart(Selection::Whole, name) => format!("timeline/{name}.html"),
            PageAddress::TimelinePart(selection, name) => {
                let first = self.file_of(&selection.address());
                format!("{}/{name}.html", first.trim_end_matches(".html"))
            }
            PageAddress::TimelineFilters(sort, nth) => match nth {
                0 | 1 => format!("timeline/{}.html", sort.word()),
                _ => format!("timeline/{}-{nth}.html", sort.word()),
            },
            PageAddress::Ledger(narrowing, nth) => self.file_of_ledger(narrowing, *nth),
            PageAddress::LedgerFilters(sort, nth) => nth_file(&format!("ledger/{}", sort.word()), *nth),
            PageAddress::Search => "search.html".into(),
            PageAddress::Names(key, 1) => format!("search/{key}.html"),
            PageAddress::Names(key, nth) => format!("search/{key}-{nth}.html"),
            PageAddress::Network(1) => "network.html".into(),
            PageAddress::Network(nth) => format!("network/page-{nth}.html"),
            PageAddress::Bibliography(nth) => nth_file("bibliography", *nth),
            PageAddress::Corrections(nth) => nth_file("corrections", *nth),
            PageAddress::Coverage => "coverage.html".into(),
            PageAddress::Chains => "chains.html".into(),
            PageAddress::Chain(from, to) => format!("chains/{from}--{to}.html"),
            PageAddress::Redirect(path, _) => path.to_string(),
            PageAddress::NotFound => "404.html".into(),
        }
    }

    /// The file of one page of a list that belongs to a page: `people/ian-levy/backlinks.html`.
    fn file_below(&self, id: &EntityId, list: &str, nth: usize) -> String {
        let own = self.page(id).map_or_else(String::new, |page| self.file_of_facts(page.facts()));
        nth_file(&format!("{}/{list}", own.trim_end_matches(".html")), nth)
    }

    fn file_of_ledger(&self, narrowing: &Narrowing, nth: usize) -> String {
        let name = match narrowing {
            Narrowing::Whole => "ledger".to_owned(),
            Narrowing::Status(status) => format!("ledger/status-{}", status.word()),
            Narrowing::SaidBy(id) => {
                let kind = self.page(id).and_then(|page| page.facts().kind()).map(KindId::as_str);
                match kind.filter(|kind| [vocabulary::PERSON, vocabulary::ORGANISATION].contains(kind)) {
                    Some(kind) => format!("ledger/{kind}-{id}"),
                    None => format!("ledger/said-by-{id}"),
                }
            }
            Narrowing::About(id) => format!("ledger/about-{id}"),
            Narrowing::Source(id) => format!("ledger/source-{id}"),
        };
        nth_file(&name, nth)
    }

    /// The absolute address of a file of the site, where `base_url` is known; the home page is the site itself.
    #[must_use]
    pub fn absolute(&self, file: &str) -> Option<String> {
        let base = self.settings.base_url.as_deref()?;
        Some(if file == "index.html" { base.to_owned() } else { format!("{base}{}", encode(file)) })
    }

    /// The file of the page with these facts.
    #[must_use]
    pub fn file_of_facts(&self, facts: &PageFacts) -> String {
        match &facts.role {
            PageRole::Home => "index.html".into(),
            PageRole::KindIntro(kind) => format!("{}/index.html", self.folder(kind)),
            PageRole::Plain => format!("{}.html", facts.id),
            PageRole::Entity(kind) => [self.folder(kind), "/", facts.id.as_str(), ".html"].concat(),
        }
    }

    /// The file under which an attachment goes out. What would run in a browser is given a name by which it is text.
    #[must_use]
    pub fn file_of_attachment(path: &ContentPath) -> String {
        let ending = if goes_out_as_text(path.file_name()) { ".txt" } else { "" };
        format!("files/{}{ending}", path.below("content").unwrap_or(path.as_str()))
    }

    /// The file of the annotations of the source with these facts, for other programs.
    #[must_use]
    pub fn file_of_annotations(&self, facts: &PageFacts) -> String {
        format!("{}.annotations.jsonld", self.file_of_facts(facts).trim_end_matches(".html"))
    }

    /// The file of the style sheet that ties those annotations to their words.
    #[must_use]
    pub fn file_of_annotation_styles(&self, facts: &PageFacts) -> String {
        format!("{}.annotations.css", self.file_of_facts(facts).trim_end_matches(".html"))
    }

    fn folder<'a>(&'a self, kind: &'a KindId) -> &'a str {
        self.settings.kind(kind.as_str()).map_or(kind.as_str(), |kind| &kind.folder)
    }
}

/// The file of one page of a list that goes over several.
fn nth_file(name: &str, nth: usize) -> String {
    if nth <= 1 { format!("{name}.html") } else { format!("{name}/page-{nth}.html") }
}

/// The way from the file `from` to the file `to`, both from the site's top, ready for an `href`: percent-encoded.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let folder = from.rfind('/').map_or(0, |at| at + 1);
    let alike = from.bytes().take(folder).zip(to.bytes()).take_while(|(a, b)| a == b).count();
    // Folders are shared as far as they are whole.
    let shared = from.as_bytes()[..alike].iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
    let up = from.as_bytes()[shared..folder].iter().filter(|byte| **byte == b'/').count();
    let down = &to[shared..];
    let mut way = String::with_capacity(up * UP.len() + down.len());
    for _ in 0..up {
        way.push_str(UP);
    }
    push_encoded(&mut way, down);
    way
}

/// The way to the folder above.
const UP: &str = "../";

/// The way from a file to the site's top folder: empty, `../`, `../../`.
#[must_use]
pub fn to_top(from: &str) -> String {
    UP.repeat(from.matches('/').count())
}

/// Percent-encode a path for an address (RFC 3986 §3.3): unreserved characters and `/` stay.
#[must_use]
pub fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    push_encoded(&mut out, path);
    out
}

fn push_encoded(out: &mut String, path: &str) {
    let stays = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(byte);
    if path.bytes().all(|byte| stays(&byte)) {
        return out.push_str(path);
    }
    for byte in path.bytes() {
        if stays(&byte) {
            out.push(byte as char);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_relative_and_name_files() {
        for (from, to, way) in [
            ("index.html", "people/ian-levy.html", "people/ian-levy.html"),
            ("people/ian-levy.html", "people/eve.html", "eve.html"),
            ("people/ian-levy.html", "index.html", "../index.html"),
            ("people/ian-levy.html", "events/a.html", "../events/a.html"),
            ("a/b/c.html", "a/d.html", "../d.html"),
            ("a/b/c.html", "a/bc/d.html", "../bc/d.html"),
            ("a/b/c.html", "a/b/c/d.html", "c/d.html"),
            ("a/b/c.html", "a/b", "../b"),
            ("index.html", "people/łukasz.html", "people/%C5%82ukasz.html"),
        ] {
            assert_eq!(relative(from, to), way, "{from} → {to}");
        }
    }
}
