//! The types of this floor. Field names are what templates write.

use serde::Serialize;

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
    /// The main navigation.
    pub nav: Vec<NavItem>,
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
    /// `Redstring 0.1.0`.
    pub generator: String,
}

/// What stands in the page's head.
#[derive(Debug, Clone, Serialize)]
pub struct HeadView {
    /// Page type, as `data-page` on `<body>`: `home`, `entity-person`, `index`, `tags`, `tag`, `timeline`,
    /// `not-found`, `page`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The page's title, plain text.
    pub title: String,
    /// One sentence, plain text; may be empty.
    pub description: String,
    /// Absolute address, where `base_url` is known.
    pub canonical: Option<String>,
}

/// One entry of the main navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavItem {
    /// What it says.
    pub label: String,
    /// Where it leads, relative to this page.
    pub href: String,
    /// Whether this page is it, or lies below it.
    pub current: bool,
}

/// A link to an entity (or its plain words, where nothing may be linked).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntityLink {
    /// The words.
    pub text: String,
    /// Where it leads; `None` for plain text.
    pub href: Option<String>,
    /// The kind's id (`person`), empty for plain text.
    pub kind: String,
}

/// A kind of entity.
#[derive(Debug, Clone, Serialize)]
pub struct KindView {
    /// `person`.
    pub id: String,
    /// "Person".
    pub singular: String,
    /// "People".
    pub plural: String,
    /// Its index page.
    pub href: String,
    /// A short sign, such as a letter or emoji; may be empty.
    pub icon: String,
}

/// A date, in words and for machines.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// "around September 2017".
    pub words: String,
    /// As written: `2017-09~`.
    pub edtf: String,
    /// A valid `datetime` attribute, where HTML knows one for it.
    pub machine: Option<String>,
    /// `certain`, `approximate`, `uncertain`, `approximate-uncertain`.
    pub certainty: &'static str,
    /// `day`, `month`, `season`, `year`, `years`, `interval`, `one-of`, `all-of`.
    pub extent: &'static str,
    /// `open-start`, `open-end`, both, or nothing: for intervals.
    pub open: &'static str,
}

/// One dated field in the facts panel.
#[derive(Debug, Clone, Serialize)]
pub struct DateFact {
    /// "Born", "Published".
    pub label: String,
    /// The date.
    pub date: DateView,
    /// The entry on the timeline, where it has one.
    pub href: Option<String>,
}

/// One row of the facts panel: a relation with its targets, or a plain field.
#[derive(Debug, Clone, Serialize)]
pub struct FactRow {
    /// "works for".
    pub label: String,
    /// The targets, in order.
    pub values: Vec<FactValue>,
}

/// One target of a relation, with its qualifiers.
#[derive(Debug, Clone, Serialize)]
pub struct FactValue {
    /// The entity, or plain words.
    pub link: EntityLink,
    /// "Technical director, since 2016"; may be empty.
    pub note: String,
    /// Marks of the sources for this very relation.
    pub citations: Vec<CitationMark>,
}

/// A number that leads to the page's list of sources.
#[derive(Debug, Clone, Serialize)]
pub struct CitationMark {
    /// 1, 2, …
    pub number: usize,
    /// "para. 4"; may be empty.
    pub locator: String,
    /// `#source-1`.
    pub href: String,
}

/// One entry of the numbered list of sources at the foot of a page.
#[derive(Debug, Clone, Serialize)]
pub struct CitedSource {
    /// Its number on this page; the list item's id is `source-NUMBER`.
    pub number: usize,
    /// The source's page.
    pub link: EntityLink,
    /// Author, publisher and date in words, as far as known; may be empty.
    pub details: String,
    /// The locators cited in front matter: "para. 4"; may be empty.
    pub locators: Vec<String>,
    /// Back to each place in the text that cites it.
    pub marks: Vec<BackMark>,
}

/// A way back from the list of sources into the text.
#[derive(Debug, Clone, Serialize)]
pub struct BackMark {
    /// `a`, `b`, …
    pub label: String,
    /// `#cite-3`.
    pub href: String,
    /// "para. 4"; may be empty.
    pub locator: String,
}

/// A picture with its words.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    /// Relative address.
    pub src: String,
    /// Alternative text; may be empty.
    pub alt: String,
    /// Credit line; may be empty.
    pub credit: String,
}

/// A body as HTML.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BodyView {
    /// Safe HTML, to be placed as it is; may be empty.
    pub html: String,
    /// Headings of level 2 and 3, for a table of contents.
    pub contents: Vec<HeadingView>,
}

/// One heading.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingView {
    /// 2 to 6.
    pub level: u8,
    /// Plain text.
    pub text: String,
    /// `#background`.
    pub href: String,
}

/// Who refers to this page, grouped by relation.
#[derive(Debug, Clone, Serialize)]
pub struct BacklinkGroup {
    /// "employs", "mentioned by", "cited by".
    pub label: String,
    /// The pages, by kind and name.
    pub items: Vec<BacklinkView>,
}

/// One page that refers to this one.
#[derive(Debug, Clone, Serialize)]
pub struct BacklinkView {
    /// The page.
    pub link: EntityLink,
    /// The sentences around the mentions, safe HTML with the mention in `<b>`; may be empty.
    pub excerpts: Vec<String>,
    /// Qualifiers of the relation; may be empty.
    pub note: String,
}

/// An entity's page (template of its kind, or `entity.html`).
#[derive(Debug, Serialize)]
pub struct EntityView {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: KindView,
    /// Its name.
    pub title: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// One sentence; may be empty.
    pub summary: String,
    /// A picture.
    pub image: Option<ImageView>,
    /// Its dates.
    pub dates: Vec<DateFact>,
    /// Its relations and other facts.
    pub facts: Vec<FactRow>,
    /// What only a claim has.
    pub claim: Option<ClaimView>,
    /// What only a source has.
    pub source: Option<SourceView>,
    /// Its tags.
    pub tags: Vec<TagView>,
    /// Its text.
    pub body: BodyView,
    /// The sources cited on this page, numbered.
    pub sources: Vec<CitedSource>,
    /// Who refers to it.
    pub backlinks: Vec<BacklinkGroup>,
    /// The timeline's entries that concern it, in order.
    pub timeline: Vec<TimelineEntryView>,
    /// When its text last changed, by its own front matter.
    pub updated: Option<DateView>,
    /// When it was last checked.
    pub reviewed: Option<DateView>,
}

/// What only a claim has.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimView {
    /// `unverified`, `supported`, `disputed`, `denied`, `refuted`; empty where not given.
    pub status: String,
    /// The status as a label: "Disputed".
    pub status_label: String,
    /// Admiralty credibility with its meaning: "2 – probably true"; may be empty.
    pub credibility: String,
    /// A word of estimate with its scale: "highly likely (PHIA)"; may be empty.
    pub likelihood: String,
    /// Who says it.
    pub said_by: Vec<EntityLink>,
    /// What it is about.
    pub about: Vec<EntityLink>,
    /// When it was said.
    pub date: Option<DateView>,
    /// Sources that report it.
    pub reported_by: Vec<EntityLink>,
    /// Sources that support it.
    pub supported_by: Vec<EntityLink>,
    /// Sources that contradict it.
    pub contradicted_by: Vec<EntityLink>,
}

/// What only a source has.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Authors; may be empty.
    pub author: Vec<EntityLink>,
    /// Publishers; may be empty.
    pub publisher: Vec<EntityLink>,
    /// When it was published.
    pub published: Option<DateView>,
    /// The address it was found at; safe to link; may be empty.
    pub url: String,
    /// An archived copy's address; may be empty.
    pub archived: String,
    /// When it was looked at.
    pub accessed: Option<DateView>,
    /// The local copy, where it is published.
    pub copy: Option<String>,
    /// SHA-256 of the local copy, in hexadecimal; may be empty.
    pub sha256: String,
    /// Who holds what rights; may be empty.
    pub rights: String,
    /// Admiralty reliability with its meaning: "B – usually reliable"; may be empty.
    pub reliability: String,
    /// How many pages cite it.
    pub cited_by: usize,
}

/// A tag.
#[derive(Debug, Clone, Serialize)]
pub struct TagView {
    /// What it says.
    pub label: String,
    /// Its page.
    pub href: String,
    /// How many pages have it.
    pub count: usize,
}

/// A plain page or an introduction (template `page.html`).
#[derive(Debug, Serialize)]
pub struct PlainView {
    /// Its name.
    pub title: String,
    /// One sentence; may be empty.
    pub summary: String,
    /// Its text.
    pub body: BodyView,
    /// The sources cited on this page, numbered.
    pub sources: Vec<CitedSource>,
    /// Its tags.
    pub tags: Vec<TagView>,
    /// Who refers to it.
    pub backlinks: Vec<BacklinkGroup>,
    /// When its text last changed.
    pub updated: Option<DateView>,
    /// When it was last checked.
    pub reviewed: Option<DateView>,
}

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

/// All tags (template `tags.html`).
#[derive(Debug, Serialize)]
pub struct TagsView {
    /// By name.
    pub tags: Vec<TagView>,
}

/// One tag (template `tag.html`).
#[derive(Debug, Serialize)]
pub struct TagPageView {
    /// The tag.
    pub tag: TagView,
    /// Its entities by kind.
    pub groups: Vec<IndexGroup>,
    /// The timeline with this tag alone, where it has entries.
    pub timeline_href: Option<String>,
}

/// The timeline, whole or filtered (template `timeline.html`).
#[derive(Debug, Serialize)]
pub struct TimelineView {
    /// What the list is narrowed to: "Ian Levy"; empty for the whole.
    pub filter: String,
    /// The entity, where the filter is one.
    pub filter_link: Option<EntityLink>,
    /// The whole timeline's address.
    pub all_href: String,
    /// Other narrowings, by sort.
    pub filters: Vec<FilterGroup>,
    /// Entries by year.
    pub years: Vec<TimelineYear>,
    /// How many entries are listed.
    pub count: usize,
    /// How many there are in all.
    pub total: usize,
}

/// Narrowings of one sort.
#[derive(Debug, Clone, Serialize)]
pub struct FilterGroup {
    /// "Kind", "Person", "Organisation", "Tag".
    pub label: String,
    /// The narrowings, by name.
    pub options: Vec<FilterOption>,
}

/// One narrowing of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct FilterOption {
    /// "Ian Levy".
    pub label: String,
    /// Its page.
    pub href: String,
    /// How many entries it has.
    pub count: usize,
    /// Whether this page is it.
    pub current: bool,
}

/// One year of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineYear {
    /// "2017", "45 BCE", "Undated start".
    pub label: String,
    /// `year-2017`.
    pub anchor: String,
    /// Its months; entries known only to the year come first, under an empty label.
    pub months: Vec<TimelineMonth>,
}

/// One month of a year.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineMonth {
    /// "December"; empty for entries that are dated no closer than the year.
    pub label: String,
    /// The entries.
    pub entries: Vec<TimelineEntryView>,
}

/// One entry of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineEntryView {
    /// Unique on the timeline: `letter-of-1-december`, `ian-levy-born`.
    pub anchor: String,
    /// The entity.
    pub link: EntityLink,
    /// Its kind.
    pub kind_label: String,
    /// What the date is, where it is not the entity's own `date`: "Published"; may be empty.
    pub label: String,
    /// The date.
    pub date: DateView,
    /// One sentence; may be empty.
    pub summary: String,
    /// People involved.
    pub people: Vec<EntityLink>,
    /// Organisations involved.
    pub organisations: Vec<EntityLink>,
    /// Sources for it.
    pub sources: Vec<EntityLink>,
    /// Its tags.
    pub tags: Vec<TagView>,
    /// This entry on the whole timeline, from this page.
    pub href: String,
}

/// The page for addresses that do not exist (template `404.html`).
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    /// The home page.
    pub home_href: String,
    /// The indexes.
    pub kinds: Vec<KindView>,
}
