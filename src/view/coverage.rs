//! How much of the dossier carries a citation, and what does not.

use crate::parse::facts::PageFacts;
use serde::Serialize;

use super::entity_link::{EntityLink, words};
use super::frame::PageView;
use super::viewer::Viewer;
use crate::evidence::coverage::{Coverage, KindCoverage, Sort, Tallies, Tally, Uncovered};
use crate::link::PageAddress;
use crate::link::relations::OtherEnd;
use crate::markup::opening;
use crate::model::EntityId;

/// How many statements of one sort there are, and how many are cited.
#[derive(Debug, Clone, Serialize)]
pub struct TallyView {
    /// "Facts", "Relations", "Claims", "Paragraphs".
    pub label: String,
    /// How many carry a citation.
    pub covered: usize,
    /// How many there are.
    pub all: usize,
    /// The share in per cent, rounded down; `None` where there are none.
    pub percent: Option<usize>,
}

/// The panel on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageSummary {
    /// One for each sort of statement.
    pub tallies: Vec<TallyView>,
    /// Over all sorts.
    pub overall: TallyView,
    /// The page that says more.
    pub href: String,
}

/// How much is cited (template `coverage.html`).
#[derive(Debug, Serialize)]
pub struct CoverageView {
    /// One row for each kind, in the order of the kinds, plain pages last.
    pub rows: Vec<CoverageRow>,
    /// The last row: over all kinds.
    pub total: Vec<TallyView>,
    /// Over all kinds and sorts.
    pub overall: TallyView,
    /// The pages that are not counted, because they speak of the dossier itself.
    pub own_words: Vec<EntityLink>,
    /// What is not cited, by kind; kinds without gaps are left out.
    pub gaps: Vec<KindGaps>,
}

/// One kind's row.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageRow {
    /// "People".
    pub label: String,
    /// The list of its gaps on this page: `#part.gaps-person`; `None` where there are none.
    pub href: Option<String>,
    /// One for each sort of statement.
    pub tallies: Vec<TallyView>,
}

/// What is not cited on the pages of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct KindGaps {
    /// "People".
    pub label: String,
    /// The list's id: `part.gaps-person`.
    pub anchor: String,
    /// How many statements.
    pub count: usize,
    /// By page, in the order of the dossier.
    pub pages: Vec<PageGapsView>,
    /// How many pages are left out of a very long list.
    pub more: usize,
}

/// What is not cited on one page.
#[derive(Debug, Clone, Serialize)]
pub struct PageGapsView {
    /// The page.
    pub page: EntityLink,
    /// What is not.
    pub gaps: Vec<GapView>,
    /// How many statements are left out of a very long list.
    pub more: usize,
}

/// One statement without a citation.
#[derive(Debug, Clone, Serialize)]
pub struct GapView {
    /// "fact", "relation", "claim", "paragraph".
    pub sort: String,
    /// What it says, in a few words.
    pub words: String,
}

/// How many pages are listed of one kind, how many statements of one page, and how many of one kind; the command lists
/// all.
const MOST_PAGES: usize = 200;
const MOST_GAPS: usize = 25;
const MOST_OF_KIND: usize = 500;
/// How many pages are named that are not counted.
const MOST_OWN_WORDS: usize = 100;

impl Viewer<'_> {
    /// The panel on the home page; none where there is nothing to cite.
    pub(super) fn coverage_summary(&self) -> Option<CoverageSummary> {
        self.dossier.has_sources().then(|| CoverageSummary {
            tallies: self.tallies(self.coverage().total()),
            overall: self.tally("coverage-statements", self.coverage().overall()),
            href: self.href(&PageAddress::Coverage),
        })
    }

    /// The page on coverage.
    #[must_use]
    pub fn coverage_page(&self) -> PageView<CoverageView> {
        let coverage = self.coverage();
        let view = CoverageView {
            rows: coverage.kinds.iter().map(|kind| self.coverage_row(kind)).collect(),
            total: self.tallies(coverage.total()),
            overall: self.tally("coverage-statements", coverage.overall()),
            own_words: self.own_words(&coverage.own_words),
            gaps: coverage
                .kinds
                .iter()
                .filter(|kind| !kind.pages.is_empty())
                .map(|kind| self.kind_gaps(kind))
                .collect(),
        };
        let (title, description) = (self.words.get("title-coverage"), self.words.get("description-coverage"));
        PageView { frame: self.frame("coverage", title, description), view }
    }

    fn own_words(&self, pages: &[EntityId]) -> Vec<EntityLink> {
        let mut links: Vec<_> = pages.iter().take(MOST_OWN_WORDS).map(|id| self.link(id)).collect();
        let more = pages.len().saturating_sub(MOST_OWN_WORDS);
        links.extend((more > 0).then(|| words(self.words.count("facts-more", more))));
        links
    }

    /// What a statement without a citation says, in a few words.
    #[must_use]
    pub fn gap_words(&self, page: &EntityId, gap: &Uncovered) -> String {
        let Some(page) = self.dossier.page(page) else { return String::new() };
        let facts = page.facts();
        match gap {
            Uncovered::Claim => facts.title.to_string(),
            Uncovered::Paragraph(range) => opening(self.dossier, page, range),
            Uncovered::Relation(end) => {
                let other = match &end.other {
                    OtherEnd::Page(id) => self.link(id).text,
                    OtherEnd::Words(words) => words.clone(),
                };
                format!("{} {other}", self.relation_label(end))
            }
            Uncovered::Fact(field) => {
                let dated = facts.dates.iter().find(|dated| dated.field == *field);
                match dated {
                    Some(dated) => self.gap_fact(facts, field, &dated.date.words(self.language)),
                    None => {
                        let value = facts.further.iter().find(|(name, _)| name == field);
                        let value = value.map_or("", |(_, value)| &**value);
                        self.gap_fact(facts, field, value)
                    }
                }
            }
        }
    }

    fn gap_fact(&self, facts: &PageFacts, field: &str, value: &str) -> String {
        let label = self.field_label(facts, field);
        self.words.fill("coverage-gap-fact", &[("field", (&label).into()), ("value", value.into())])
    }

    /// What the pages of a kind are called together.
    #[must_use]
    pub fn coverage_label(&self, kind: &KindCoverage) -> String {
        let known = kind.kind.as_ref().and_then(|kind| self.dossier.settings.kind(kind.as_str()));
        known.map_or_else(|| self.words.get("pages").to_owned(), |kind| kind.plural.to_string())
    }

    fn coverage(&self) -> &Coverage {
        &self.material.evidence.coverage
    }

    fn coverage_row(&self, kind: &KindCoverage) -> CoverageRow {
        CoverageRow {
            label: self.coverage_label(kind),
            href: (!kind.pages.is_empty()).then(|| format!("#{}", anchor(kind))),
            tallies: self.tallies(kind.tallies),
        }
    }

    fn tallies(&self, tallies: Tallies) -> Vec<TallyView> {
        Sort::ALL.into_iter().zip(tallies).map(|(sort, of)| self.tally(plural(sort), of)).collect()
    }

    fn tally(&self, key: &str, tally: Tally) -> TallyView {
        let label = self.words.get(key).to_owned();
        TallyView { label, covered: tally.covered, all: tally.all, percent: tally.percent() }
    }

    fn kind_gaps(&self, kind: &KindCoverage) -> KindGaps {
        let mut left = MOST_OF_KIND;
        let listed = kind.pages.iter().take(MOST_PAGES).take_while(|page| {
            let fits = left > 0;
            left = left.saturating_sub(page.gaps.len().min(MOST_GAPS));
            fits
        });
        let pages = listed.map(|page| PageGapsView {
            page: self.link(&page.page),
            gaps: page
                .gaps
                .iter()
                .take(MOST_GAPS)
                .map(|(gap, _)| GapView {
                    sort: self.words.get(singular(gap.sort())).to_owned(),
                    words: self.gap_words(&page.page, gap),
                })
                .collect(),
            more: page.gaps.len().saturating_sub(MOST_GAPS),
        });
        let pages: Vec<_> = pages.collect();
        KindGaps {
            label: self.coverage_label(kind),
            anchor: anchor(kind),
            count: kind.pages.iter().map(|page| page.gaps.len()).sum(),
            more: kind.pages.len() - pages.len(),
            pages,
        }
    }
}

/// An id that no heading has, because it holds a full stop.
fn anchor(kind: &KindCoverage) -> String {
    format!("part.gaps-{}", kind.kind.as_ref().map_or("page", |kind| kind.as_str()))
}

/// The key of what statements of a sort are called together.
fn plural(sort: Sort) -> &'static str {
    match sort {
        Sort::Fact => "coverage-facts",
        Sort::Relation => "coverage-relations",
        Sort::Claim => "coverage-claims",
        Sort::Paragraph => "coverage-paragraphs",
    }
}

/// The key of what one statement of a sort is called.
fn singular(sort: Sort) -> &'static str {
    match sort {
        Sort::Fact => "coverage-fact",
        Sort::Relation => "coverage-relation",
        Sort::Claim => "coverage-claim",
        Sort::Paragraph => "coverage-paragraph",
    }
}
