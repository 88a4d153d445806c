//! What an entity rests on, for a bundle that is to be read by itself: the claims and events that are told with it,
//! and every source behind all of them.
//!
//! 1. The *statements*. With a claim come the claims that it names. With an event, and with a source, come the claims
//!    that are tied to it by a relation. With anything else (a person, an organisation, a place) come the claims and
//!    the events that are tied to it, whoever wrote the relation. Every claim brings the claims that it names in turn.
//! 2. The *exhibits*: the sources that the subject and its statements cite or name by a relation, what those are based
//!    on, and what their own pages cite, until nothing is added. They are numbered as they are first named.
//! 3. The people and organisations that are *named* on these pages and are neither.
//!
//! A statement brings no events and no people of its own: a bundle is about one thing, and would otherwise be the whole
//! dossier. `docs/bundle.md` says the same for who reads a bundle.

use std::collections::BTreeSet;

use super::corpus::Corpus;
use super::dossier::Dossier;
use super::origins::BASED_ON;
use super::relations::{OtherEnd, RelationEnd};
use super::resolution::Resolution;
use crate::model::{EntityId, KindId, vocabulary};
use crate::parse::facts::{MentionKey, MentionRole, PageFacts, PageRole};
use crate::text::{ContentPath, HashSet};

/// What an entity rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// The entity itself, then its statements: claims, then events, each by date and name.
    pub sections: Vec<Ground>,
    /// The sources, in the order in which the sections, and then the sources themselves, first name them.
    pub exhibits: Vec<Ground>,
    /// The people and organisations that are named besides, in page order.
    pub named: Vec<EntityId>,
    /// The files that these pages use, as far as they go out.
    pub attachments: BTreeSet<ContentPath>,
}

/// One page of a bundle, and the sources that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The page.
    pub id: EntityId,
    /// The sources that it cites or rests on, each once, in the order written.
    pub sources: Vec<EntityId>,
}

impl Dossier {
    /// What an entity rests on; none where there is no such entity.
    #[must_use]
    pub fn grounds(&self, subject: &EntityId) -> Option<Grounds> {
        let subject = self.page(subject).filter(|page| matches!(page.facts().role, PageRole::Entity(_)))?;
        let mut gathering =
            Gathering { dossier: self, named: HashSet::default(), attachments: BTreeSet::new() };
        let ids = std::iter::once(subject.facts().id.clone()).chain(self.statements(subject.facts()));
        let sections: Vec<Ground> = ids.map(|id| gathering.ground(id)).collect();
        let mut known = HashSet::default();
        let first = sections.first().filter(|ground| self.is_source(&ground.id)).map(|ground| &ground.id);
        let named = first.into_iter().chain(sections.iter().flat_map(|ground| &ground.sources));
        let mut waiting: Vec<EntityId> = named.filter(|id| known.insert((*id).clone())).cloned().collect();
        let mut exhibits = Vec::new();
        let mut next = 0;
        while let Some(id) = waiting.get(next).cloned() {
            next += 1;
            let ground = gathering.ground(id);
            waiting.extend(ground.sources.iter().filter(|id| known.insert((*id).clone())).cloned());
            exhibits.push(ground);
        }
        let Gathering { named, attachments, .. } = gathering;
        let told: HashSet<&EntityId> =
            sections.iter().chain(&exhibits).map(|ground: &Ground| &ground.id).collect();
        let mut named: Vec<EntityId> = named.into_iter().filter(|id| !told.contains(id)).collect();
        named.sort_by_key(|id| self.rank(id));
        Some(Grounds { sections, exhibits, named, attachments })
    }

    /// The claims and events that are told with an entity.
    fn statements(&self, subject: &PageFacts) -> Vec<EntityId> {
        let kind = subject.kind().map_or("", KindId::as_str);
        let wanted: &[&str] = match kind {
            vocabulary::CLAIM | vocabulary::EVENT | vocabulary::SOURCE => &[vocabulary::CLAIM],
            _ => &[vocabulary::CLAIM, vocabulary::EVENT],
        };
        let mut known = HashSet::from_iter([&subject.id]);
        let mut found: Vec<&EntityId> = Vec::new();
        for end in self.relations(&subject.id) {
            let told = !(end.inverse && kind == vocabulary::CLAIM);
            if told
                && let Some((id, kind)) = self.other_page(end)
                && wanted.contains(&kind)
                && known.insert(id)
            {
                found.push(id);
            }
        }
        let mut next = 0;
        while let Some(id) = found.get(next).copied() {
            next += 1;
            if self.page(id).is_none_or(|page| page.facts().claim.is_none()) {
                continue;
            }
            for end in self.relations(id).iter().filter(|end| !end.inverse) {
                if let Some((id, vocabulary::CLAIM)) = self.other_page(end)
                    && known.insert(id)
                {
                    found.push(id);
                }
            }
        }
        let facts = found.into_iter().filter_map(|id| self.page(id)).map(|page| page.facts());
        let mut statements: Vec<&PageFacts> = facts.collect();
        statements.sort_by_cached_key(|facts| {
            let date = facts.date("date").map(|date| date.order());
            (facts.claim.is_none(), date.is_none(), date, self.rank(&facts.id))
        });
        statements.into_iter().map(|facts| facts.id.clone()).collect()
    }

    /// The page at the other end of a relation, and its kind.
    fn other_page<'a>(&'a self, end: &'a RelationEnd) -> Option<(&'a EntityId, &'a str)> {
        let OtherEnd::Page(id) = &end.other else { return None };
        Some((id, self.page(id)?.facts().kind()?.as_str()))
    }
}

/// Gathers what the pages of a bundle name.
struct Gathering<'a> {
    dossier: &'a Dossier,
    named: HashSet<EntityId>,
    attachments: BTreeSet<ContentPath>,
}

impl<'a> Gathering<'a> {
    /// The sources that a page names; who else it names and which files it uses is noted.
    fn ground(&mut self, id: EntityId) -> Ground {
        let mut sources = Sources { corpus: self.dossier, list: Vec::new(), known: HashSet::default() };
        let Some(page) = self.dossier.page(&id) else { return Ground { id, sources: Vec::new() } };
        let facts = page.facts();
        sources.cite(facts, facts.sources.iter().map(|cited| &cited.source));
        for end in self.dossier.relations(&id) {
            // What a source is good for elsewhere is no ground of anything here.
            if end.inverse && (facts.source.is_some() || !self.dossier.is_of_standing(end)) {
                continue;
            }
            if let OtherEnd::Page(other) = &end.other {
                if !end.inverse && (facts.source.is_none() || end.relation.as_str() == BASED_ON) {
                    sources.add(other);
                }
                self.name(other);
            }
            if let Some(writer) = self.dossier.page(&end.writer) {
                sources.cite(writer.facts(), end.written.sources.iter().map(|cited| &cited.source));
            }
        }
        sources.cite(facts, facts.evidence.iter().map(|evidence| &evidence.source.source));
        self.text(facts, &mut sources, &mut HashSet::default());
        let replies = facts.replies.iter().flat_map(|reply| &reply.sources);
        sources.cite(facts, replies.map(|cited| &cited.source));
        let list = sources.list.into_iter().filter(|source| **source != id).cloned().collect();
        Ground { id, sources: list }
    }

    /// What a page's text names, with the texts of others that it shows.
    fn text(&mut self, facts: &'a PageFacts, sources: &mut Sources<'a>, seen: &mut HashSet<&'a EntityId>) {
        let mut waiting = vec![facts];
        while let Some(facts) = waiting.pop() {
            if !seen.insert(&facts.id) {
                continue;
            }
            sources.cite(facts, facts.citations.iter().map(|cited| &cited.source));
            for mention in &facts.mentions {
                match (&mention.role, self.dossier.resolve(facts, &mention.key.target)) {
                    (MentionRole::Attachment, Resolution::Attachment(path)) => {
                        self.attachments.insert(path.clone());
                    }
                    (MentionRole::Transclusion, Resolution::Page(id)) => {
                        waiting.extend(self.dossier.page(id).map(|page| page.facts()));
                        self.name(id);
                    }
                    (MentionRole::Link | MentionRole::Reply, Resolution::Page(id)) => self.name(id),
                    _ => {}
                }
            }
        }
    }

    fn name(&mut self, id: &EntityId) {
        if !self.named.contains(id) && self.dossier.is_agent(id) {
            self.named.insert(id.clone());
        }
    }
}

/// The sources that a page names, each once.
struct Sources<'a> {
    corpus: &'a Corpus,
    list: Vec<&'a EntityId>,
    known: HashSet<&'a EntityId>,
}

impl<'a> Sources<'a> {
    fn add(&mut self, id: &'a EntityId) {
        if self.corpus.is_source(id) && self.known.insert(id) {
            self.list.push(id);
        }
    }

    fn cite(&mut self, from: &'a PageFacts, keys: impl Iterator<Item = &'a MentionKey>) {
        for key in keys {
            if let Resolution::Page(id) = self.corpus.resolve(from, &key.target) {
                self.add(id);
            }
        }
    }
}
