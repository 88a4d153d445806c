//! The page of an entity.

use std::sync::Arc;

use super::scale::Scale;
use serde::Serialize;

use super::backlink::BacklinkGroup;
use super::bibliography::CiteThisView;
use super::body::{BodyView, ImageView, ReadBody};
use super::citation::CitedSource;
use super::copy::CopyView;
use super::correction::{CorrectionView, ReplyView};
use super::date::{DateFact, DateView};
use super::entity_link::{EntityLink, KindView, TagView, words};
use super::evidence::EvidenceEntry;
use super::fact::{FactRow, FactValue};
use super::frame::{PageView, page_type};
use super::known_days::DaysView;
use super::neighbourhood::NeighbourhoodView;
use super::origins::OriginsView;
use super::own_lists::MoreView;
use super::scale::EstimateView;
use super::strip::{SMALL, StripView};
use super::timeline::TimelineEntryView;
use super::viewer::Viewer;
use crate::link::address::relative;
use crate::link::ledger::{LedgerLine, Narrowing};
use crate::link::name_index::other_names;
use crate::link::own_lists::FIRST_OF_OWN;
use crate::link::relations::RelationEnd;
use crate::link::{Corpus, PageAddress, PublishedPage};
use crate::markup::{AnnotationHtml, Numbering};
use crate::model::claim::Stance;
use crate::model::{EntityId, Kind};
use crate::parse::facts::{ClaimFacts, PageFacts, SourceFacts};
/// An entity's page (template of its kind, or `entity.html`).
#[derive(Debug, Serialize)]
pub struct EntityView {
    /// Its id.
    pub id: Arc<str>,
    /// Its kind.
    pub kind: KindView,
    /// Its name.
    pub title: Arc<str>,
    /// Its other names.
    pub aliases: Vec<Arc<str>>,
    /// One sentence; may be empty.
    pub summary: Arc<str>,
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
    /// Of a source whose copy goes out: the copy's own text with the annotations in it.
    pub copy: Option<CopyView>,
    /// The sources cited on this page, numbered.
    pub sources: Vec<CitedSource>,
    /// Where a reader asks how it is linked to another; none where it has no relations.
    pub chains_href: Option<String>,
    /// A drawing of it and those it is related to; none where there are none.
    pub neighbourhood: Option<NeighbourhoodView>,
    /// Who refers to it.
    pub backlinks: Vec<BacklinkGroup>,
    /// The timeline's entries that concern it, in order; of very many the first.
    pub timeline: Vec<TimelineEntryView>,
    /// All of them, where some are left out.
    pub timeline_more: Option<MoreView>,
    /// When a source for it was published and retrieved; none where none says so, and for sources.
    pub days: Option<DaysView>,
    /// The same drawn, where there are several.
    pub strip: Option<StripView>,
    /// What was corrected on it, the newest first.
    pub corrections: Vec<CorrectionView>,
    /// What those it concerns reply.
    pub replies: Vec<ReplyView>,
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
    /// A word of estimate with its scale: "highly likely (PHIA: 80–90 %)"; may be empty.
    pub likelihood: String,
    /// The same on its scale; none where no likelihood is given.
    pub estimate: Option<EstimateView>,
    /// Who says it.
    pub said_by: Vec<EntityLink>,
    /// What it is about.
    pub about: Vec<EntityLink>,
    /// When it was said.
    pub date: Option<DateView>,
    /// Sources that report it.
    pub reported_by: Vec<EvidenceEntry>,
    /// Sources that support it.
    pub supported_by: Vec<EvidenceEntry>,
    /// Sources that contradict it.
    pub contradicted_by: Vec<EvidenceEntry>,
    /// The independent origins of the sources that report or support it; none without such a source.
    pub origins: Option<OriginsView>,
    /// The independent origins of the sources that contradict it; none without such a source.
    pub opposing_origins: Option<OriginsView>,
    /// All relations of the claim, where some of its evidence is left out.
    pub evidence_more: Option<MoreView>,
    /// The ledger of all claims.
    pub ledger_href: String,
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
    /// How to cite it.
    pub cite: Option<CiteThisView>,
    /// How many pages cite it.
    pub cited_by: usize,
}

/// How many names stand in one line of a list.
const MOST_IN_A_LINE: usize = 40;

/// All of a page that cites.
struct CitedPage<'a> {
    numbering: Numbering,
    /// The sources of the page as a whole, and where in each.
    front: Vec<(EntityId, String)>,
    rows: Vec<FactRow>,
    /// The relations to sources that speak for a claim or against it.
    relations: Vec<(&'a RelationEnd, FactValue)>,
    body: ReadBody,
}

impl Viewer<'_> {
    /// The page of an entity.
    #[must_use]
    pub fn entity(&self, page: &PublishedPage, kind: &Kind) -> PageView<EntityView> {
        let facts = page.facts();
        let CitedPage { mut numbering, front, mut rows, mut relations, body } = self.cited_page(page);
        let values = rows.iter_mut().flat_map(|row| &mut row.values);
        let values = values.chain(relations.iter_mut().map(|(_, value)| value));
        values.flat_map(|value| &mut value.citations).for_each(|mark| body.cited.say(mark));
        let claim = facts.claim.as_ref().map(|claim| {
            let evidence = |stance| self.evidence(facts, stance, &relations, &body.evidence);
            self.claim(facts, claim, evidence, &mut numbering)
        });
        let concerning = self.entries_concerning(facts);
        let many = self.dossier.own_lists(&facts.id).is_some_and(|lists| !lists.entries.is_empty());
        let shown = if many { FIRST_OF_OWN } else { concerning.len() };
        let backlinks = self.backlinks(facts);
        let listed = if !backlinks.is_empty() {
            "#part.backlinks"
        } else if !rows.is_empty() {
            "#part.facts"
        } else {
            "#part.main"
        };
        let view = EntityView {
            id: facts.id.text().clone(),
            kind: self.kind(kind),
            title: facts.title.clone(),
            aliases: self.aliases(facts),
            summary: facts.summary.clone(),
            image: self.image(facts),
            dates: self.dates(facts),
            facts: rows,
            claim,
            source: facts.source.as_ref().map(|source| self.source(facts, source)),
            tags: self.tags(facts.tags.iter().map(|tag| &**tag)),
            body: body.view,
            copy: body.copy.and_then(|copy| self.copy(facts, copy)),
            sources: self.cited_sources(&numbering, &front, &body.cited),
            chains_href: self.chains_from(&facts.id),
            neighbourhood: self.neighbourhood(facts, listed),
            backlinks,
            timeline: concerning.iter().take(shown).map(|entry| self.entry(entry)).collect(),
            timeline_more: (shown < concerning.len()).then(|| MoreView {
                count: concerning.len(),
                href: self.href(&PageAddress::EntityTimeline(facts.id.clone(), 1)),
            }),
            strip: (concerning.len() > 1)
                .then(|| self.strip(&concerning, SMALL, |nth, _| self.entry_href(concerning[nth])))
                .flatten(),
            days: self.page_days(facts),
            corrections: self.corrections(facts),
            replies: self.replies(facts),
            updated: facts.updated.as_ref().map(|date| self.date(date)),
            reviewed: facts.reviewed.as_ref().map(|date| self.date(date)),
        };
        let frame = self.frame(&page_type(kind.id.as_str()), &view.title, &view.summary);
        PageView { frame, view }
    }

    /// The annotations of the text of a source, as its page shows them: with the page's numbers of sources.
    #[must_use]
    pub fn annotations(&self, page: &PublishedPage) -> Vec<AnnotationHtml> {
        self.cited_page(page).body.copy.map(|copy| copy.annotations).unwrap_or_default()
    }

    /// All of a page that cites, in the order in which sources get their numbers.
    fn cited_page(&self, page: &PublishedPage) -> CitedPage<'_> {
        let facts = page.facts();
        let mut numbering = Numbering::new();
        let front = self.number_front_matter(facts, &mut numbering);
        let rows = self.facts(facts, &mut numbering);
        let relations = self.evidence_relations(facts, &mut numbering);
        let body = self.body(page, &mut numbering);
        CitedPage { numbering, front, rows, relations, body }
    }

    /// The other names of an entity.
    #[must_use]
    pub fn aliases(&self, facts: &PageFacts) -> Vec<Arc<str>> {
        other_names(facts).cloned().collect()
    }

    pub(super) fn claim(
        &self,
        facts: &PageFacts,
        claim: &ClaimFacts,
        evidence: impl Fn(Stance) -> Vec<EvidenceEntry>,
        numbering: &mut Numbering,
    ) -> ClaimView {
        let (status, status_label) = self.status_words(claim.status);
        let line = self.dossier.ledger_line(&facts.id);
        let mut origins = |groups: fn(&LedgerLine) -> &[Vec<EntityId>]| {
            line.map(|line| self.origins(line, groups(line), numbering)).filter(|origins| origins.reports > 0)
        };
        ClaimView {
            status,
            status_label,
            credibility: self.rating(Scale::Credibility, claim.credibility.as_deref()),
            likelihood: claim.likelihood.map(|estimate| estimate.words(self.words)).unwrap_or_default(),
            estimate: claim.likelihood.as_ref().map(|estimate| EstimateView::new(estimate, self.words)),
            said_by: self.own_ends(facts, "said_by"),
            about: self.own_ends(facts, "about"),
            date: facts.date("date").map(|date| self.date(date)),
            reported_by: evidence(Stance::Reports),
            supported_by: evidence(Stance::Supports),
            contradicted_by: evidence(Stance::Contradicts),
            origins: origins(|line| &line.origins),
            opposing_origins: origins(|line| &line.opposing),
            evidence_more: self.more_evidence(facts),
            ledger_href: self.href(&PageAddress::Ledger(Narrowing::Whole, 1)),
        }
    }

    pub(super) fn source(&self, facts: &PageFacts, source: &SourceFacts) -> SourceView {
        let copy = self.dossier.published_copy(&facts.id);
        let copy = copy.map(|path| relative(&self.file, &Corpus::file_of_attachment(path)));
        let cited_by = self.dossier.backlinks(&facts.id).iter();
        SourceView {
            author: self.own_ends(facts, "author"),
            publisher: self.own_ends(facts, "publisher"),
            published: facts.date("published").map(|date| self.date(date)),
            url: source.url.to_string(),
            archived: source.archived.to_string(),
            accessed: facts.date("accessed").map(|date| self.date(date)),
            copy,
            sha256: source.sha256.to_string(),
            rights: source.rights.to_string(),
            reliability: self.rating(Scale::Reliability, source.reliability.as_deref()),
            cite: self.cite_this(&facts.id),
            cited_by: cited_by.filter(|link| link.way == crate::link::backlinks::Way::Citation).count(),
        }
    }

    /// The other ends of one relation that the page itself wrote, for a line in a list; of many the first, and how many
    /// more there are.
    pub(super) fn ends(&self, facts: &PageFacts, relation: &str) -> Vec<EntityLink> {
        self.first_ends(facts, relation, MOST_IN_A_LINE)
    }

    /// The same on the page of the entity itself.
    pub(super) fn own_ends(&self, facts: &PageFacts, relation: &str) -> Vec<EntityLink> {
        self.first_ends(facts, relation, self.shown_of_each(&facts.id))
    }

    fn first_ends(&self, facts: &PageFacts, relation: &str, most: usize) -> Vec<EntityLink> {
        let ends = self.dossier.relations(&facts.id).iter().take_while(|end| !end.inverse);
        let mut ends = ends.filter(|end| end.relation.as_str() == relation);
        let mut links: Vec<_> = ends.by_ref().take(most).map(|end| self.end_link(&end.other)).collect();
        let more = ends.count();
        if more > 0 {
            let listed = self.has_relation_list(&facts.id);
            let all = if listed { PageAddress::EntityRelations } else { |id, _| PageAddress::Entity(id) };
            let href = Some(self.href(&all(facts.id.clone(), 1)));
            links.push(EntityLink { href, ..words(self.words.count("facts-more", more)) });
        }
        links
    }
}
