//! What templates see: finished values in a fixed order, never functions that fetch.
//!
//! Every page hands its template one [`PageView`]: the [`Frame`] that all pages have, and the page's own
//! value under `view`. What stands around many pages and is the same on them ([`Surroundings`]) is made once for all that
//! have one [`Standing`]. Everything is decided (addresses relative to this very page, dates in words,
//! HTML made safe), so a template only places things. These are the only types that serialise for templates;
//! changing one is changing the interface of every dossier's own templates (`docs/templates.md`).
//!
//! A [`Viewer`] is one page's view of the linked dossier; each file here holds the types of one part of a page
//! and how they are made.

mod as_of;
mod backlink;
mod bibliography;
mod body;
mod bundle;
mod chains;
mod citation;
mod copy;
mod correction;
mod coverage;
mod date;
mod entity;
mod entity_link;
mod evidence;
mod fact;
mod frame;
mod home;
mod index;
mod known;
mod known_days;
mod ledger;
mod ledger_filters;
mod neighbourhood;
mod network;
mod not_found;
mod origins;
mod own_lists;
mod pager;
mod preview;
mod scale;
mod schema_org;
mod search;
pub mod search_parts;
mod shape;
mod share;
mod span;
mod strip;
mod surroundings;
mod tag;
mod timeline;
mod timeline_order;
mod viewer;

pub use as_of::{AsOfStop, AsOfView};
pub use backlink::{BacklinkGroup, BacklinkRun, BacklinkView, BacklinksView};
pub use bibliography::{BibliographyEntry, BibliographyGroup, BibliographyView, CiteThisView};
pub use body::{BodyView, HeadingView, ImageView, PlainView};
pub use bundle::{
    Belongings, BundleView, ExhibitView, NamedGroup, NamedView, PartReference, SectionView, StyleView, bundle,
};
pub use chains::{
    ChainNode, ChainPageView, ChainSentence, ChainStep, ChainView, ChainsView, NamedChainView, Piece,
    SentencePart, by_label, phrase, phrase_of_mentions,
};
pub use citation::{BackMark, CitationMark, CitedPlace, CitedSource};
pub use copy::{AnnotationView, CopyView};
pub use correction::{CorrectionView, CorrectionsView, PageCorrection, PageReply, ReplySource, ReplyView};
pub use coverage::{CoverageRow, CoverageSummary, CoverageView, GapView, KindGaps, PageGapsView, TallyView};
pub use date::{DateFact, DateView};
pub use entity::{ClaimView, EntityView, SourceView};
pub use entity_link::{EntityLink, KindView, TagView};
pub use evidence::{EvidenceEntry, RatedSource};
pub use fact::{FactRow, FactValue};
pub use frame::{Frame, HeadView, PageView};
pub use home::{HomeView, KindCount};
pub use index::{CardView, IndexGroup, IndexView};
pub use known::{KnownNewsView, KnownPeriod, KnownPeriodsView, KnownYear, NewsGroup};
pub use known_days::{DaysView, KnownItem, SourceDay};
pub use ledger::{LedgerMark, LedgerRow, LedgerView, StanceGroup};
pub use ledger_filters::{FilterGroup, FilterOption, LedgerFiltersView};
pub use neighbourhood::{CentreView, LineView, NeighbourView, NeighbourhoodView};
pub use network::{
    NetworkHub, NetworkKind, NetworkMapView, NetworkRow, NetworkSort, NetworkSource, NetworkView,
    RELATIONS_ON_A_PAGE,
};
pub use not_found::{NotFoundView, RedirectView};
pub use origins::{ChainLink, OriginGroup, OriginsView};
pub use own_lists::{EntityRelationsView, EntityTimelineView, MoreView};
pub use pager::{Jump, PageJump, Pager};
pub use preview::{PreviewView, preview_part, preview_parts};
pub use scale::{EstimateView, ScaleStep};
pub use search::{LetterView, NameGroupView, NameView, SearchKind, SearchView};
pub use shape::{Mark, mark};
pub use share::{FollowLink, ShareImage, ShareView};
pub use strip::{StripBar, StripPiece, StripSpan, StripTick, StripView};
pub use surroundings::{NavItem, SiteView, Standing, Surroundings};
pub use tag::{TagPageView, TagsView};
pub use timeline::{
    EntryData, EntryWords, FilterLetter, IndexPart, IndexedEntry, PeriodPager, PeriodView, TimelineDay,
    TimelineEntryView, TimelineFilter, TimelineFilterOption, TimelineFiltersView, TimelineIndex,
    TimelineMonth, TimelineView, TimelineYear,
};
pub use timeline_order::{OrderedMonth, OrderedYear, TimelineOrderView, TimelineOrders};
pub use viewer::Viewer;
