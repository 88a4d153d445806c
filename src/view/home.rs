//! The home page.

use serde::Serialize;

use super::body::PlainView;
use super::coverage::CoverageSummary;
use super::entity_link::KindView;
use super::frame::PageView;
use super::index::CardView;
use super::timeline::TimelineEntryView;
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::model::{EntityId, vocabulary};
/// The home page (template `home.html`).
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// The text of `content/index.md`.
    pub intro: PlainView,
    /// How many of each kind, in the order of the kinds; kinds without entities are left out.
    pub counts: Vec<KindCount>,
    /// The people that matter most.
    pub people: Vec<CardView>,
    /// The organisations that matter most.
    pub organisations: Vec<CardView>,
    /// The latest events, latest first.
    pub events: Vec<TimelineEntryView>,
    /// How much of the dossier is cited; none where it has no sources.
    pub coverage: Option<CoverageSummary>,
    /// The timeline's address.
    pub timeline_href: String,
}

/// How many entities of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct KindCount {
    /// The kind.
    pub kind: KindView,
    /// How many.
    pub count: usize,
}

/// How many people, organisations and events the home page shows.
const MOST: usize = 6;

impl Viewer<'_> {
    /// The home page.
    #[must_use]
    pub fn home(&self) -> PageView<HomeView> {
        let dossier = self.dossier;
        let settings = &dossier.settings;
        let intro = match dossier.home() {
            Some(page) => self.plain(page),
            None => PlainView::unwritten(&settings.title),
        };
        let counts = settings
            .kinds
            .iter()
            .map(|kind| KindCount { kind: self.kind(kind), count: dossier.of_kind(kind.id.as_str()).len() });
        let mut events: Vec<_> =
            dossier.timeline.iter().filter(|entry| dossier.is_event(&entry.entity)).collect();
        events.reverse();
        let description =
            if intro.summary.is_empty() { settings.description.to_string() } else { intro.summary.clone() };
        let frame = self.frame("home", &settings.title, &description);
        let view = HomeView {
            counts: counts.filter(|count| count.count > 0).collect(),
            people: self.key_entities(&settings.key_people, vocabulary::PERSON),
            organisations: self.key_entities(&settings.key_organisations, vocabulary::ORGANISATION),
            events: events.into_iter().take(MOST).map(|entry| self.entry(entry)).collect(),
            coverage: self.coverage_summary(),
            timeline_href: self.href(&PageAddress::Timeline),
            intro,
        };
        PageView { frame, view }
    }

    /// The entities that the settings name, or those of the kind that most pages refer to.
    fn key_entities(&self, chosen: &[EntityId], kind: &str) -> Vec<CardView> {
        let dossier = self.dossier;
        if !chosen.is_empty() {
            return chosen.iter().filter_map(|id| dossier.page(id)).map(|page| self.card(page)).collect();
        }
        let mut pages: Vec<_> = dossier.of_kind(kind).iter().collect();
        pages.sort_by_cached_key(|page| std::cmp::Reverse(dossier.references(&page.facts().id)));
        pages.into_iter().take(MOST).map(|page| self.card(page)).collect()
    }
}
