//! The whole of a dossier, linked: what every later floor reads.

mod findings;
mod renaming;
mod timed;

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use super::attachments::Attachments;
use super::backlinks::{self, Backlink, Backlinks};
use super::chains::{self, NamedChain};
use super::changes::{self, Changes};
use super::corpus::Corpus;
use super::corrections::{self, PublicReply};
use super::indexes::KindIndexes;
use super::knowledge::{self, Days, Knowledge};
use super::ledger::{self, LedgerFilters, LedgerLine};
use super::name_index::{self, NameIndex};
use super::network::{self, Network, NetworkMap};
use super::origins::{self, Derivations};
use super::outgoing::{self, Outgoing};
use super::own_lists::OwnLists;
use super::publication::PublishedPage;
use super::referrers::{self, AllReferrers, Referrers};
use super::relations::{self, RelationEnd, Relations};
use super::selection::TimelineFilters;
use super::tags::{self, Tag};
use super::timeline::TimelineEntry;
use super::{check, identity};
use crate::model::{EntityId, Settings, fold, vocabulary};
use crate::parse::ParsedPage;
use crate::parse::facts::Correction;
use crate::text::{Checked, ContentPath, HashMap};
pub use findings::Findings;
pub use renaming::Renamed;
use timed::Timed;

/// A linked dossier: published pages only.
///
/// It can be asked all that its [`Corpus`] can be asked (who is who), and what pages say of each other besides. What
/// follows from facts alone is shared between a dossier and the one after a change of words
/// ([`Dossier::with_texts`]), and most of it with the one after a change of names ([`Dossier::renamed`]).
#[derive(Debug, Clone)]
pub struct Dossier {
    /// One and the same as long as all facts are.
    facts: Arc<()>,
    /// One and the same as long as all facts are but for names, links in texts and headings.
    statements: Arc<()>,
    corpus: Corpus,
    relations: Arc<Relations>,
    backlinks: Arc<Backlinks>,
    referrers: Arc<AllReferrers>,
    own_lists: Arc<HashMap<EntityId, OwnLists>>,
    /// The entities and what is said between them.
    pub network: Arc<Network>,
    /// The pairs that have a page of how they are linked.
    pub named_chains: Arc<Vec<NamedChain>>,
    network_map: Arc<OnceLock<NetworkMap>>,
    /// The timeline, in order.
    pub timeline: Arc<Vec<TimelineEntry>>,
    entry_places: Arc<HashMap<EntityId, Vec<usize>>>,
    /// What the timeline can be narrowed to.
    pub filters: Arc<TimelineFilters>,
    /// What became known when.
    pub knowledge: Arc<Knowledge>,
    /// The tags, by name.
    pub tags: Arc<Vec<Tag>>,
    tag_places: Arc<HashMap<Arc<str>, usize>>,
    /// All entities of each kind, by name and by date.
    pub indexes: Arc<KindIndexes>,
    names: Arc<OnceLock<NameIndex>>,
    /// What every source rests on.
    pub derivations: Arc<Derivations>,
    /// All claims, by title, with what sources say of them.
    pub ledger: Arc<Vec<LedgerLine>>,
    /// What the ledger can be narrowed to.
    pub ledger_filters: Arc<LedgerFilters>,
    /// Former addresses and attachments that go out.
    pub outgoing: Arc<Outgoing>,
    /// What has been corrected and where, the newest first.
    pub corrections: Arc<Vec<(EntityId, Correction)>>,
    /// What those concerned reply and where, the newest first.
    pub all_replies: Arc<Vec<(EntityId, PublicReply)>>,
    /// What a reader can follow.
    pub changes: Arc<Changes>,
}

impl Deref for Dossier {
    type Target = Corpus;

    fn deref(&self) -> &Corpus {
        &self.corpus
    }
}

impl Dossier {
    /// Link these pages; what is wrong between them is reported, but for what [`check::pages`] says of each by itself.
    /// `unreadable` are content files that are there but could not be read: they count as private.
    #[must_use]
    pub fn link(
        settings: impl Into<Arc<Settings>>,
        pages: Vec<Arc<ParsedPage>>,
        attachments: Attachments,
        unreadable: &[ContentPath],
    ) -> Checked<Self> {
        let (dossier, findings) = Self::link_with_findings(settings, pages, attachments, unreadable);
        Checked::new(dossier, findings.all().cloned().collect())
    }

    /// The same, with what is wrong by where it was found.
    #[must_use]
    pub fn link_with_findings(
        settings: impl Into<Arc<Settings>>,
        pages: Vec<Arc<ParsedPage>>,
        attachments: Attachments,
        unreadable: &[ContentPath],
    ) -> (Self, Findings) {
        let settings = settings.into();
        let all = pages.clone();
        let (identity, corpus) = rayon::join(
            || {
                let mut found = identity::check(&settings, &pages);
                found.extend(check::private_fields(&settings, &pages));
                found
            },
            || Corpus::new(settings.clone(), all, attachments, unreadable),
        );
        // Each of these follows from what stands above it, and whoever has nothing to do takes the next.
        let ((relations, tags, timed, knowledge), (backlinks, (names, (indexes, (out, checked))))) =
            rayon::join(
                || {
                    let relations = relations::gather(&corpus);
                    let tags = tags::gather(&corpus);
                    let timed = Timed::gather(&corpus, &relations, &tags);
                    let knowledge = knowledge::gather(&corpus, &relations, &timed.timeline);
                    (relations, tags, timed, knowledge)
                },
                || {
                    let checks = || (outgoing::gather(&corpus), check::check(&corpus));
                    let indexes = || rayon::join(|| KindIndexes::of(&corpus), checks);
                    let names = || rayon::join(|| name_index::gather(&corpus), indexes);
                    rayon::join(|| backlinks::gather(&corpus), names)
                },
            );
        let ((referrers, network), (derivations, ledger)) = rayon::join(
            || {
                let referrers = || referrers::gather(&corpus, &relations, &backlinks);
                rayon::join(referrers, || network::gather(&corpus, &relations, &backlinks))
            },
            || {
                let derivations = Derivations::gather(&corpus);
                let ledger = ledger::gather(&corpus, &derivations);
                (derivations, ledger)
            },
        );
        let named_chains = chains::gather(&corpus);
        let findings = Findings {
            identity: identity.into(),
            outgoing: out.diagnostics.into(),
            whole: checked,
            chains: named_chains.diagnostics,
            origins: origins::check(&corpus, &derivations),
            ledger: ledger::check(&corpus, &ledger),
        };
        let tag_places = tags::places(&tags);
        let ledger_filters = ledger::filters(&corpus, &ledger);
        let corrections = corrections::corrections(&corpus);
        let all_replies = corrections::replies(&corpus);
        let changes = changes::gather(&corpus, &timed.timeline, &corrections);
        let dossier = Self {
            facts: Arc::default(),
            statements: Arc::default(),
            corpus,
            relations: relations.into(),
            backlinks: backlinks.into(),
            referrers: referrers.into(),
            own_lists: timed.own_lists,
            network: network.into(),
            named_chains: named_chains.value.into(),
            network_map: Arc::default(),
            timeline: timed.timeline,
            entry_places: timed.entry_places,
            filters: timed.filters,
            knowledge: knowledge.into(),
            tags: tags.into(),
            tag_places: tag_places.into(),
            indexes: indexes.into(),
            names: Arc::new(names.into()),
            derivations: derivations.into(),
            ledger: ledger.into(),
            ledger_filters: ledger_filters.into(),
            outgoing: out.value.into(),
            corrections: corrections.into(),
            all_replies: all_replies.into(),
            changes: changes.into(),
        };
        (dossier, findings)
    }

    /// The same dossier with other words on these pages; none where more than that is different.
    ///
    /// All that is known between pages follows from their facts, so all of it is shared.
    #[must_use]
    pub fn with_texts(&self, pages: &[Arc<ParsedPage>]) -> Option<Self> {
        let mut dossier = self.clone();
        dossier.corpus.exchange(pages)?;
        Some(dossier)
    }

    /// The same dossier, with the map of `before` where it shows the same: to find the places takes long.
    #[must_use]
    pub fn with_map_of(mut self, before: &Self) -> Self {
        if self.network.has_map_of(&before.network) {
            self.network_map = before.network_map.clone();
        }
        self
    }

    /// Whether both know the same of their pages, and differ in words alone.
    #[must_use]
    pub fn shares_facts_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.facts, &other.facts)
    }

    /// Whether both know the same of their pages but for names, links in texts and headings.
    #[must_use]
    pub fn shares_statements_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.statements, &other.statements)
    }

    /// The pages that were read anew since `before`, which has pages of the same ids: each as it was and as it is.
    #[must_use]
    pub fn changed_since<'a>(&'a self, before: &'a Self) -> Vec<(&'a PublishedPage, &'a PublishedPage)> {
        let both = before.all_pages().iter().zip(self.all_pages());
        let other = both.filter(|(was, page)| !was.is(page)).map(|(_, page)| page);
        let other = other.filter_map(|page| Some((before.page(&page.facts().id)?, page)));
        // Of those that only stand elsewhere, nothing has changed.
        other.filter(|(was, page)| !was.is(page)).collect()
    }

    /// All names, from A to Z. After a change of names they are put in order when they are first asked for.
    #[must_use]
    pub fn names(&self) -> &NameIndex {
        self.names.get_or_init(|| name_index::gather(self))
    }

    /// The tag of this name.
    #[must_use]
    pub fn tag(&self, label: &str) -> Option<&Tag> {
        let name = fold(label);
        self.tags.binary_search_by(|tag| tag.name.cmp(&name)).ok().map(|index| &self.tags[index])
    }

    /// The tag whose page has this slug.
    #[must_use]
    pub fn tag_at(&self, slug: &str) -> Option<&Tag> {
        self.tag_places.get(slug).map(|place| &self.tags[*place])
    }

    /// The network with a place for each entity, found when it is first asked for.
    ///
    /// Many threads look for the places together. So whoever makes many pages at once on rayon's threads asks for the map
    /// before: a thread that waits there for the others may begin a page that waits for the map.
    pub fn network_map(&self) -> &NetworkMap {
        self.network_map.get_or_init(|| NetworkMap::draw(&self.network))
    }

    /// The relations of an entity: its own first, then those that others wrote.
    #[must_use]
    pub fn relations(&self, id: &EntityId) -> &[RelationEnd] {
        relations::of(&self.relations, id)
    }

    /// What sources say of a claim.
    #[must_use]
    pub fn ledger_line(&self, claim: &EntityId) -> Option<&LedgerLine> {
        let first = self.of_kind(vocabulary::CLAIM).first()?;
        self.rank(claim).checked_sub(self.rank(&first.facts().id)).and_then(|nth| self.ledger.get(nth))
    }

    /// Who refers to a page.
    #[must_use]
    pub fn backlinks(&self, id: &EntityId) -> &[Backlink] {
        self.backlinks.get(id).map_or(&[], |links| links)
    }

    /// The list of those who refer to a page, where they are too many to stand on it.
    #[must_use]
    pub fn referrers(&self, id: &EntityId) -> Option<&Referrers> {
        self.referrers.get(id).map(|list| &**list)
    }

    /// What an entity has so much of that it does not fit its page; none for most.
    #[must_use]
    pub fn own_lists(&self, id: &EntityId) -> Option<&OwnLists> {
        self.own_lists.get(id)
    }

    /// Where the entries of an entity stand on the timeline, in order.
    #[must_use]
    pub fn entry_places_of(&self, id: &EntityId) -> &[usize] {
        self.entry_places.get(id).map_or(&[], Vec::as_slice)
    }

    /// The entries of an entity on the timeline, in order.
    pub fn entries_of(&self, id: &EntityId) -> impl Iterator<Item = &TimelineEntry> {
        self.entry_places_of(id).iter().map(|place| &self.timeline[*place])
    }

    /// The days of an entry of the timeline: when a source for it was published, and when one was retrieved.
    #[must_use]
    pub fn days_of(&self, entry: &TimelineEntry) -> Option<&Days> {
        let mut places = self.entry_places_of(&entry.entity).iter();
        let place = places.find(|place| self.timeline[**place].field == entry.field)?;
        self.knowledge.of_entry(*place)
    }

    /// How many pages refer to a page.
    #[must_use]
    pub fn references(&self, id: &EntityId) -> usize {
        let links = self.backlinks(id);
        // In one way each page refers once.
        if links.first().map(|link| &link.way) == links.last().map(|link| &link.way) {
            return links.len();
        }
        let mut from: Vec<_> = links.iter().map(|link| self.rank(&link.from)).collect();
        from.sort_unstable();
        from.dedup();
        from.len()
    }
}
