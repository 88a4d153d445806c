//! The whole of a dossier, linked: what every later floor reads.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use super::attachments::Attachments;
use super::backlinks::{self, Backlink};
use super::changes::{self, Changes};
use super::corpus::Corpus;
use super::corrections::{self, PublicReply};
use super::ledger::{self, LedgerFilters, LedgerLine};
use super::network::{self, Network};
use super::origins::{self, Derivations};
use super::outgoing::{self, Outgoing};
use super::relations::{self, RelationEnd, Relations};
use super::tags::{self, Tag};
use super::timeline::{self, TimelineEntry, TimelineFilters};
use super::{check, identity};
use crate::model::{EntityId, Settings, fold, vocabulary};
use crate::parse::ParsedPage;
use crate::parse::facts::Correction;
use crate::text::{Checked, ContentPath};

/// A linked dossier: published pages only.
///
/// It can be asked all that its [`Corpus`] can be asked (who is who), and what pages say of each other besides.
#[derive(Debug)]
pub struct Dossier {
    corpus: Corpus,
    relations: Relations,
    backlinks: HashMap<EntityId, Vec<Backlink>>,
    /// The entities and what is said between them.
    pub network: Network,
    /// The timeline, in order.
    pub timeline: Vec<TimelineEntry>,
    entry_places: HashMap<EntityId, Vec<usize>>,
    /// What the timeline can be narrowed to.
    pub filters: TimelineFilters,
    /// The tags, by name.
    pub tags: Vec<Tag>,
    /// What every source rests on.
    pub derivations: Derivations,
    /// All claims, by title, with what sources say of them.
    pub ledger: Vec<LedgerLine>,
    /// What the ledger can be narrowed to.
    pub ledger_filters: LedgerFilters,
    /// Former addresses and attachments that go out.
    pub outgoing: Outgoing,
    /// What has been corrected and where, the newest first.
    pub corrections: Vec<(EntityId, Correction)>,
    /// What those concerned reply and where, the newest first.
    pub all_replies: Vec<(EntityId, PublicReply)>,
    /// What a reader can follow.
    pub changes: Changes,
}

impl Deref for Dossier {
    type Target = Corpus;

    fn deref(&self) -> &Corpus {
        &self.corpus
    }
}

impl Dossier {
    /// Link these pages. `unreadable` are content files that are there but could not be read: they count as private.
    #[must_use]
    pub fn link(
        settings: Settings,
        pages: Vec<Arc<ParsedPage>>,
        attachments: Attachments,
        unreadable: &[ContentPath],
    ) -> Checked<Self> {
        let mut diagnostics = identity::check(&settings, &pages);
        let corpus = Corpus::new(settings, pages, attachments, unreadable);
        let outgoing = outgoing::gather(&corpus).into_value(&mut diagnostics);
        let relations = relations::gather(&corpus);
        let backlinks = backlinks::gather(&corpus);
        let network = network::gather(&corpus, &relations, &backlinks);
        let tags = tags::gather(&corpus);
        let timeline = timeline::gather(&corpus, &relations);
        let entry_places = timeline::places(&timeline);
        let filters = timeline::filters(&corpus, &timeline, &tags);
        diagnostics.extend(check::check(&corpus));
        let derivations = Derivations::gather(&corpus);
        diagnostics.extend(origins::circles(&corpus, &derivations));
        let ledger = ledger::gather(&corpus, &derivations);
        diagnostics.extend(ledger::check(&corpus, &ledger));
        let ledger_filters = ledger::filters(&corpus, &ledger);
        let corrections = corrections::corrections(&corpus);
        let all_replies = corrections::replies(&corpus);
        let changes = changes::gather(&corpus, &timeline, &corrections);
        let dossier = Self {
            corpus,
            relations,
            backlinks,
            network,
            timeline,
            entry_places,
            filters,
            tags,
            derivations,
            ledger,
            ledger_filters,
            outgoing,
            corrections,
            all_replies,
            changes,
        };
        Checked::new(dossier, diagnostics)
    }

    /// The tag of this name.
    #[must_use]
    pub fn tag(&self, label: &str) -> Option<&Tag> {
        let name = fold(label);
        self.tags.binary_search_by(|tag| tag.name.cmp(&name)).ok().map(|index| &self.tags[index])
    }

    /// The relations of an entity: its own first, then those that others wrote.
    #[must_use]
    pub fn relations(&self, id: &EntityId) -> &[RelationEnd] {
        self.relations.get(id).map_or(&[], Vec::as_slice)
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
        self.backlinks.get(id).map_or(&[], Vec::as_slice)
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

    /// How many pages refer to a page.
    #[must_use]
    pub fn references(&self, id: &EntityId) -> usize {
        let links = self.backlinks(id);
        let mut from: Vec<_> = links.iter().map(|link| self.rank(&link.from)).collect();
        from.sort_unstable();
        from.dedup();
        from.len()
    }
}
