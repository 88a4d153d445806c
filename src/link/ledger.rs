//! The ledger of claims: every claim with the published sources that speak of it, and with what can be counted.

use std::sync::Arc;

use super::corpus::Corpus;
use super::origins::{Derivations, Report, independent};
use super::publication::PublishedPage;
use super::resolution::Resolution;
use crate::model::claim::{Stance, Status};
use crate::model::{EntityId, vocabulary};
use crate::parse::facts::{MentionKey, PageFacts, WrittenRelation};
use crate::text::{Diagnostic, HashMap, HashSet, rules};

/// One claim and what sources say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    /// The claim.
    pub claim: EntityId,
    /// Where it stands.
    pub status: Option<Status>,
    /// Who says it, where they have a page; in page order.
    pub speakers: Vec<EntityId>,
    /// What it is about, in page order.
    pub subjects: Vec<EntityId>,
    /// What each source says of it: by source in page order, then by stance.
    pub testimonies: Vec<Testimony>,
    /// The sources that report or support it, grouped by independent origin.
    pub origins: Vec<Vec<EntityId>>,
    /// The sources that contradict it, grouped by independent origin.
    pub opposing: Vec<Vec<EntityId>>,
    /// How many sources report or support it.
    pub reports: usize,
}

/// What one source says of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Testimony {
    /// The source.
    pub source: EntityId,
    /// For or against.
    pub stance: Stance,
    /// Where in it: "para. 4"; each once, in the order written.
    pub locators: Vec<Arc<str>>,
    /// Whether it has the claim at first hand.
    pub first_hand: bool,
}

/// What the ledger can be narrowed to, each with how many claims, in page order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerFilters {
    /// Where claims stand.
    pub statuses: Vec<(Status, usize)>,
    /// Who says them.
    pub speakers: Vec<(EntityId, usize)>,
    /// What they are about.
    pub subjects: Vec<(EntityId, usize)>,
    /// The sources that speak of them.
    pub sources: Vec<(EntityId, usize)>,
    /// Which claims each leaves, by their places in the ledger.
    left: HashMap<Narrowing, Vec<usize>>,
}

/// What the ledger can be narrowed to that there can be very many of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LedgerSort {
    /// Who says a claim.
    Speakers,
    /// What a claim is about.
    Subjects,
    /// The sources that speak of a claim.
    Sources,
}

impl LedgerSort {
    /// All sorts, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Speakers, Self::Subjects, Self::Sources];

    /// The word of it in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Speakers => "speakers",
            Self::Subjects => "subjects",
            Self::Sources => "sources",
        }
    }

    /// The ledger narrowed to one of this sort.
    #[must_use]
    pub fn narrowing(self, id: EntityId) -> Narrowing {
        match self {
            Self::Speakers => Narrowing::SaidBy(id),
            Self::Subjects => Narrowing::About(id),
            Self::Sources => Narrowing::Source(id),
        }
    }
}

/// What a page of the ledger is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Narrowing {
    /// Nothing: all claims.
    Whole,
    /// Claims that stand so.
    Status(Status),
    /// Claims that one person or organisation makes.
    SaidBy(EntityId),
    /// Claims about one entity.
    About(EntityId),
    /// Claims of which one source speaks.
    Source(EntityId),
}

/// How many claims one page of the ledger holds at most.
pub const CLAIMS_ON_A_PAGE: usize = 200;

/// All claims, by title as in their index.
#[must_use]
pub(super) fn gather(corpus: &Corpus, derivations: &Derivations) -> Vec<LedgerLine> {
    corpus.of_kind(vocabulary::CLAIM).iter().map(|page| line(corpus, derivations, page.facts())).collect()
}

fn line(corpus: &Corpus, derivations: &Derivations, facts: &PageFacts) -> LedgerLine {
    let testimonies = testimonies(corpus, facts);
    let reports = |against: bool| -> Vec<Report> {
        let mut reports: Vec<Report> = Vec::new();
        for told in testimonies.iter().filter(|told| (told.stance == Stance::Contradicts) == against) {
            // What one source says stands together.
            match reports.last_mut().filter(|report| report.source == told.source) {
                Some(report) => report.first_hand |= told.first_hand,
                None => {
                    reports.push(Report { source: told.source.clone(), first_hand: told.first_hand });
                }
            }
        }
        reports
    };
    let origins = independent(derivations, &reports(false));
    LedgerLine {
        claim: facts.id.clone(),
        status: facts.claim.as_ref().and_then(|claim| claim.status),
        speakers: ends(corpus, facts, "said_by"),
        subjects: ends(corpus, facts, "about"),
        reports: origins.iter().map(Vec::len).sum(),
        origins,
        opposing: independent(derivations, &reports(true)),
        testimonies,
    }
}

fn ends(corpus: &Corpus, facts: &PageFacts, relation: &str) -> Vec<EntityId> {
    let written = facts.relations.iter().filter(|written| written.relation.as_str() == relation);
    let pages = written.filter_map(|written| page(corpus, facts, &written.to).cloned());
    let mut ids: Vec<EntityId> = pages.collect();
    ids.sort_by_key(|id| corpus.rank(id));
    ids.dedup();
    ids
}

fn page<'a>(corpus: &'a Corpus, facts: &'a PageFacts, key: &MentionKey) -> Option<&'a EntityId> {
    match corpus.resolve(facts, &key.target) {
        Resolution::Page(id) => Some(id),
        _ => None,
    }
}

fn testimonies(corpus: &Corpus, facts: &PageFacts) -> Vec<Testimony> {
    let mut all: Vec<Testimony> = Vec::new();
    let mut places: HashMap<(EntityId, Stance), usize> = HashMap::default();
    let mut known: HashSet<(usize, Arc<str>)> = HashSet::default();
    let mut add = |source: &EntityId, stance: Stance, locators: &[Arc<str>], first_hand: bool| {
        let place = *places.entry((source.clone(), stance)).or_insert_with(|| {
            all.push(Testimony { source: source.clone(), stance, locators: Vec::new(), first_hand: false });
            all.len() - 1
        });
        let told = &mut all[place];
        told.first_hand |= first_hand;
        for locator in locators.iter().filter(|locator| !locator.is_empty()) {
            if known.insert((place, locator.clone())) {
                told.locators.push(locator.clone());
            }
        }
    };
    for written in &facts.relations {
        let Some(stance) = Stance::of_relation(written.relation.as_str()) else { continue };
        let Some(source) = page(corpus, facts, &written.to).filter(|id| corpus.is_source(id)) else {
            continue;
        };
        add(source, stance, &locators(corpus, facts, written, source), written.first_hand);
    }
    for evidence in &facts.evidence {
        let Some(source) = page(corpus, facts, &evidence.source.source).filter(|id| corpus.is_source(id))
        else {
            continue;
        };
        add(source, evidence.stance, std::slice::from_ref(&evidence.source.locator), false);
    }
    all.sort_by_key(|told| (corpus.rank(&told.source), told.stance));
    all
}

/// Where in the source itself a relation says that it stands; its other citations show the relation, not the claim.
fn locators(
    corpus: &Corpus,
    facts: &PageFacts,
    written: &WrittenRelation,
    source: &EntityId,
) -> Vec<Arc<str>> {
    let own = written.sources.iter().filter(|cited| page(corpus, facts, &cited.source) == Some(source));
    own.map(|cited| cited.locator.clone()).collect()
}

/// Find out what the ledger can be narrowed to, and which claims each leaves.
#[must_use]
pub(super) fn filters(corpus: &Corpus, lines: &[LedgerLine]) -> LedgerFilters {
    let mut left: HashMap<Narrowing, Vec<usize>> = HashMap::default();
    for (place, line) in lines.iter().enumerate() {
        let status = line.status.map(Narrowing::Status);
        let said_by = line.speakers.iter().cloned().map(Narrowing::SaidBy);
        let about = line.subjects.iter().cloned().map(Narrowing::About);
        let told = line.sources().into_iter().map(Narrowing::Source);
        for narrowing in [Narrowing::Whole].into_iter().chain(status).chain(said_by).chain(about).chain(told)
        {
            left.entry(narrowing).or_default().push(place);
        }
    }
    let mut filters = LedgerFilters::default();
    #[expect(clippy::iter_over_hash_type, reason = "each list is sorted below")]
    for (narrowing, places) in &left {
        match narrowing {
            Narrowing::Whole => {}
            Narrowing::Status(status) => filters.statuses.push((*status, places.len())),
            Narrowing::SaidBy(id) => filters.speakers.push((id.clone(), places.len())),
            Narrowing::About(id) => filters.subjects.push((id.clone(), places.len())),
            Narrowing::Source(id) => filters.sources.push((id.clone(), places.len())),
        }
    }
    filters.statuses.sort_by_key(|(status, _)| Status::ALL.iter().position(|other| other == status));
    for list in [&mut filters.speakers, &mut filters.subjects, &mut filters.sources] {
        list.sort_by_key(|(id, _)| corpus.rank(id));
    }
    LedgerFilters { left, ..filters }
}

impl Narrowing {
    /// To whom or what it narrows the ledger, where that is of this sort.
    #[must_use]
    pub fn of_sort(&self, sort: LedgerSort) -> Option<&EntityId> {
        match (self, sort) {
            (Self::SaidBy(id), LedgerSort::Speakers)
            | (Self::About(id), LedgerSort::Subjects)
            | (Self::Source(id), LedgerSort::Sources) => Some(id),
            _ => None,
        }
    }
}

impl LedgerFilters {
    /// The claims that are left where the ledger is narrowed so, by their places in it.
    #[must_use]
    pub fn left(&self, narrowing: &Narrowing) -> &[usize] {
        self.left.get(narrowing).map_or(&[], Vec::as_slice)
    }

    /// What it can be narrowed to of one sort, each with how many claims that leaves.
    #[must_use]
    pub fn of_sort(&self, sort: LedgerSort) -> &[(EntityId, usize)] {
        match sort {
            LedgerSort::Speakers => &self.speakers,
            LedgerSort::Subjects => &self.subjects,
            LedgerSort::Sources => &self.sources,
        }
    }

    /// Everything that the ledger can be narrowed to, with how many claims that leaves; the whole ledger first.
    pub fn narrowings(&self, claims: usize) -> impl Iterator<Item = (Narrowing, usize)> {
        let whole = std::iter::once((Narrowing::Whole, claims));
        let statuses = self.statuses.iter().map(|(status, count)| (Narrowing::Status(*status), *count));
        let speakers = self.speakers.iter().map(|(id, count)| (Narrowing::SaidBy(id.clone()), *count));
        let subjects = self.subjects.iter().map(|(id, count)| (Narrowing::About(id.clone()), *count));
        let sources = self.sources.iter().map(|(id, count)| (Narrowing::Source(id.clone()), *count));
        whole.chain(statuses).chain(speakers).chain(subjects).chain(sources)
    }
}

impl LedgerLine {
    /// The sources that speak of the claim, each once, in page order.
    #[must_use]
    pub fn sources(&self) -> Vec<EntityId> {
        let mut sources: Vec<_> = self.testimonies.iter().map(|told| told.source.clone()).collect();
        sources.dedup();
        sources
    }
}

/// Report claims that are rated as if they were confirmed, and have fewer than two independent origins.
#[must_use]
pub(super) fn check(corpus: &Corpus, lines: &[LedgerLine]) -> Vec<Diagnostic> {
    let found = lines.iter().filter(|line| line.origins.len() < 2);
    found.filter_map(|line| single_origin(corpus.page(&line.claim)?, line)).collect()
}

fn single_origin(page: &PublishedPage, line: &LedgerLine) -> Option<Diagnostic> {
    let facts = page.facts();
    let credibility = facts.claim.as_ref()?.credibility.as_deref().unwrap_or_default();
    let rated = if line.status == Some(Status::Supported) {
        "is said to be supported".to_owned()
    } else if credibility.starts_with(['1', '2']) {
        format!("has the credibility {credibility}")
    } else {
        return None;
    };
    let rests = match line.reports {
        0 => "no published source reports or supports it".to_owned(),
        1 => "it rests on one report".to_owned(),
        reports => format!("its {reports} reports go back to one origin"),
    };
    let diagnostic =
        Diagnostic::new(&rules::evidence::SINGLE_ORIGIN, format!("this claim {rated}, and {rests}"));
    let title = page.parsed().names.iter().find(|(name, _)| *name == facts.title).map(|(_, span)| *span);
    let diagnostic = match title {
        Some(span) => diagnostic.at(&facts.path, span),
        None => diagnostic.in_file(&facts.path),
    };
    Some(diagnostic.help(
        "add a source of another origin, lower the rating, or write `first_hand: true` for a source that has it at first hand",
    ))
}
