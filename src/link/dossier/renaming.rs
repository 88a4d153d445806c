//! A dossier after a change of names: what others say of each other stays as it was linked.
//!
//! A title or an alias changes three things, and each is worked out for the pages that it touches:
//!
//! 1. *What names mean.* The pages that point at one of the names are looked for; where one of them does more than link or
//!    transclude in its text, everything is linked anew. Of the others the backlinks are exchanged.
//! 2. *The order of the pages.* Only the renamed page moves among all. What is listed in page order and holds it is put in
//!    order again; all other lists stay.
//! 3. *What says the names themselves*: the index of names, the findings that offer one.
//!
//! Nothing here decides who may be named: the private pages are the same, and a page of which anything else has changed
//! (its kind, its relations, whether it may go out) is none of these ([`PageFacts::differ_in_names_and_links_alone`]).

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::super::backlinks;
use super::super::corpus::Corpus;
use super::super::indexes::KindIndexes;
use super::super::registry::{Registry, as_written, names_of};
use super::super::relations::{self, OtherEnd};
use super::super::{
    PublishedPage, Resolution, chains, changes, check, corrections, knowledge, ledger, network, origins,
    outgoing, referrers, tags, timeline,
};
use super::{Dossier, Findings, Timed};
use crate::model::{EntityId, FoldedName, folded};
use crate::parse::ParsedPage;
use crate::parse::facts::PageFacts;
use crate::parse::target::Target;
use crate::text::{ContentPath, HashSet};

/// A dossier after a change of names.
#[derive(Debug)]
pub struct Renamed {
    /// The dossier.
    pub dossier: Dossier,
    /// What is wrong between its pages.
    pub findings: Findings,
    /// The pages on which something else may be wrong than before.
    pub touched: BTreeSet<EntityId>,
}

/// The names that are not what they were.
struct Names {
    /// They mean something else than before.
    turned: HashSet<FoldedName>,
    /// They mean the same, and are written in another way: `NCSC` for `Ncsc`.
    respelt: HashSet<FoldedName>,
}

impl Names {
    fn between(before: &Corpus, after: &Corpus, pages: &[Arc<ParsedPage>]) -> Self {
        let mut names = Self { turned: HashSet::default(), respelt: HashSet::default() };
        for page in pages {
            let [was, is] =
                [before, after].map(|corpus| corpus.page(&page.facts.id).map(PublishedPage::facts));
            let of = |facts: Option<&PageFacts>| facts.map(names_of).unwrap_or_default();
            let spellings = |facts: Option<&PageFacts>, name: &FoldedName| {
                facts.map(|facts| as_written(facts, name.as_str()).to_owned())
            };
            let (old, new) = (of(was), of(is));
            for (name, rank) in &old {
                if new.get(name) != Some(rank) {
                    names.turned.insert(name.clone());
                } else if spellings(was, name) != spellings(is, name) {
                    names.respelt.insert(name.clone());
                }
            }
            names.turned.extend(new.into_keys().filter(|name| !old.contains_key(name)));
        }
        names
    }

    fn mean(&self, target: &Target) -> bool {
        match target {
            // A name of a file that is none may be a page's.
            Target::Name(name) | Target::AttachmentName(name) => self.turned.contains(&*folded(name)),
            Target::Here | Target::File(_) | Target::Attachment(_) => false,
        }
    }

    /// The pages whose text leads elsewhere now; none where more than links may mean something else.
    fn turned(&self, corpus: &Corpus) -> Option<BTreeSet<EntityId>> {
        if self.turned.is_empty() {
            return Some(BTreeSet::new());
        }
        // All that a page points at is among its mentions: what is cited in a paragraph, and what is quoted, too.
        let turned = |page: &PublishedPage| -> Option<Option<EntityId>> {
            let facts = page.facts();
            let mut own = facts.mentions.iter().filter(|mention| self.mean(&mention.key.target)).peekable();
            let turns = own.peek().is_some();
            own.all(|mention| mention.role.is_of_text()).then(|| turns.then(|| facts.id.clone()))
        };
        let found: Option<Vec<_>> = corpus.all_pages().par_iter().map(turned).collect();
        Some(found?.into_iter().flatten().collect())
    }

    /// Whether one of them may be offered, or was, in place of a name on this page that nobody has.
    fn may_be_offered(&self, facts: &PageFacts) -> bool {
        facts.mentions.iter().any(|mention| match &mention.key.target {
            Target::Name(name) => {
                let wanted = folded(name);
                let mut names = self.turned.iter().chain(&self.respelt);
                names.any(|name| Registry::may_offer(name.as_str(), &wanted))
            }
            _ => false,
        })
    }
}

impl Dossier {
    /// The same dossier with these pages in the place of those that they were, and what is wrong in it; `findings` are those
    /// of this dossier, and in the files `wrong` something was wrong by itself. None where more has changed
    /// than names and links in texts: then everything is to be linked anew.
    #[must_use]
    pub fn renamed(
        &self,
        pages: &[Arc<ParsedPage>],
        findings: &Findings,
        wrong: &[&ContentPath],
    ) -> Option<Renamed> {
        let is_one_of_them = |path: &_| pages.iter().any(|page| page.facts.path == *path);
        if !findings.can_be_kept(is_one_of_them) {
            return None;
        }
        let (corpus, moved) = self.corpus.renamed(pages)?;
        let names = Names::between(&self.corpus, &corpus, pages);
        let mut touched = names.turned(&corpus)?;
        touched.extend(pages.iter().map(|page| page.facts.id.clone()));
        let mut dossier = Self {
            facts: Arc::default(),
            names: Arc::new(OnceLock::new()),
            indexes: KindIndexes::of(&corpus).into(),
            corpus,
            ..self.clone()
        };
        let linked = dossier.exchange_links(self, &touched, &moved);
        if !moved.is_empty() {
            dossier.reorder(self, &moved, findings)?;
        }
        let named_chains = dossier.name_chains();
        let (network, (changes, findings)) = rayon::join(
            || {
                let drawn = linked || !moved.is_empty();
                drawn.then(|| network::gather(&dossier, &dossier.relations, &dossier.backlinks))
            },
            || {
                touched.extend(dossier.in_doubt(self, pages, &names, wrong));
                let findings = Findings {
                    identity: findings.identity.clone(),
                    outgoing: findings.outgoing.clone(),
                    whole: check::check(&dossier),
                    chains: named_chains,
                    origins: origins::check(&dossier, &dossier.derivations),
                    ledger: ledger::check(&dossier, &dossier.ledger),
                };
                (changes::gather(&dossier, &dossier.timeline, &dossier.corrections), findings)
            },
        );
        dossier.changes = changes.into();
        if let Some(network) = network {
            dossier.network = network.into();
            dossier.network_map = Arc::default();
        }
        Some(Renamed { dossier, findings, touched })
    }

    /// Exchange what these pages say of others; whether that changes anything.
    fn exchange_links(&mut self, before: &Self, from: &BTreeSet<EntityId>, moved: &[EntityId]) -> bool {
        self.relations = relations::reordered(&before.relations, &self.corpus, moved);
        let (backlinks, mut others) = backlinks::exchange(&before.backlinks, (before, &self.corpus), from);
        self.backlinks = backlinks;
        let linked = others.iter().any(|id| before.backlinks(id) != self.backlinks(id));
        if !linked {
            self.backlinks = before.backlinks.clone();
            others.clear();
        }
        let ends = moved.iter().flat_map(|id| relations::of(&self.relations, id));
        others.extend(ends.filter_map(|end| match &end.other {
            OtherEnd::Page(id) => Some(id.clone()),
            OtherEnd::Words(_) => None,
        }));
        let known = (&self.corpus, &*self.relations, &*self.backlinks);
        self.referrers = referrers::exchange(&before.referrers, known, others.iter()).into();
        linked
    }

    /// Put in order again what holds one of these pages, which stand elsewhere among all; none where what goes out may
    /// have other paths.
    fn reorder(&mut self, before: &Self, moved: &[EntityId], findings: &Findings) -> Option<()> {
        let holds = |ids: &[EntityId]| ids.iter().any(|id| moved.contains(id));
        let facts: Vec<&PageFacts> =
            moved.iter().filter_map(|id| self.corpus.page(id)).map(PublishedPage::facts).collect();
        if facts.iter().any(|facts| !facts.tags.is_empty()) {
            let tags = tags::gather(&self.corpus);
            self.tag_places = tags::places(&tags).into();
            self.tags = tags.into();
        }
        // The entries of a tag are known by the name of its page.
        let named = |tags: &[super::Tag]| -> Vec<_> {
            tags.iter().map(|tag| (tag.name.clone(), tag.slug.clone())).collect()
        };
        let retagged = named(&self.tags) != named(&before.tags);
        let on_timeline = moved.iter().any(|id| !before.entry_places_of(id).is_empty());
        let concerned = |entry: &super::TimelineEntry| {
            holds(&entry.people) || holds(&entry.organisations) || holds(&entry.sources)
        };
        let mut timed = retagged;
        if !retagged && (on_timeline || before.timeline.iter().any(concerned)) {
            match timeline::reordered(&before.timeline, &self.corpus, moved) {
                Some(timeline) => self.timeline = timeline.into(),
                None => timed = true,
            }
        }
        if timed {
            let timed = Timed::gather(&self.corpus, &self.relations, &self.tags);
            self.timeline = timed.timeline;
            self.entry_places = timed.entry_places;
            self.own_lists = timed.own_lists;
            self.filters = timed.filters;
        } else {
            self.filters = before.filters.reordered(&self.corpus, moved);
        }
        // Of sources that came out on one day, the first by name counts.
        let knowledge = if timed || moved.iter().any(|id| self.corpus.is_source(id)) {
            knowledge::gather(&self.corpus, &self.relations, &self.timeline)
        } else {
            before.knowledge.reordered(&self.corpus, &self.timeline, moved)
        };
        self.knowledge = knowledge.into();
        let listed = |line: &super::LedgerLine| {
            let sources = line.testimonies.iter().any(|told| moved.contains(&told.source));
            moved.contains(&line.claim) || holds(&line.speakers) || holds(&line.subjects) || sources
        };
        if before.ledger.iter().any(listed) {
            self.ledger = ledger::gather(&self.corpus, &self.derivations).into();
            self.ledger_filters = ledger::filters(&self.corpus, &self.ledger).into();
        }
        if facts.iter().any(|facts| !facts.redirects_from.is_empty()) || !findings.outgoing.is_empty() {
            // Of two that want one path, the first gets it.
            let out = outgoing::gather(&self.corpus);
            if *findings.outgoing != *out.diagnostics {
                return None;
            }
            self.outgoing = out.value.into();
        }
        if facts.iter().any(|facts| !facts.corrections.is_empty()) {
            self.corrections = corrections::corrections(&self.corpus).into();
        }
        if facts.iter().any(|facts| !facts.replies.is_empty()) {
            self.all_replies = corrections::replies(&self.corpus).into();
        }
        Some(())
    }

    /// Find the pairs anew that the settings name; what is wrong with them.
    fn name_chains(&mut self) -> Vec<crate::text::Diagnostic> {
        let named = chains::gather(&self.corpus);
        if *self.named_chains != named.value {
            self.named_chains = named.value.into();
        }
        named.diagnostics
    }

    /// The pages on which something else may be wrong, though they mean what they meant.
    fn in_doubt(
        &self,
        before: &Self,
        pages: &[Arc<ParsedPage>],
        names: &Names,
        wrong: &[&ContentPath],
    ) -> Vec<EntityId> {
        let offered = wrong.iter().filter_map(|path| self.corpus.page(self.corpus.registry.in_file(path)?));
        let offered = offered.map(PublishedPage::facts);
        let offered = offered.filter(|facts| names.may_be_offered(facts)).map(|facts| facts.id.clone());
        // Whoever names a heading that is no more, or is there for the first time.
        let headed = pages
            .iter()
            .map(|page| &page.facts)
            .filter(|facts| before.page(&facts.id).is_none_or(|was| was.facts().headings != facts.headings));
        let headed: Vec<_> = headed.map(|facts| &facts.id).collect();
        let names_one = |page: &&PublishedPage| {
            let mut named = page.facts().mentions.iter().filter(|mention| mention.heading.is_some());
            named.any(|mention| match self.corpus.resolve(page.facts(), &mention.key.target) {
                Resolution::Page(id) => headed.contains(&id),
                _ => false,
            })
        };
        let of_headings = self.corpus.pages().filter(|_| !headed.is_empty()).filter(names_one);
        offered.chain(of_headings.map(|page| page.facts().id.clone())).collect()
    }
}
