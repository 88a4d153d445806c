//! Where an edge of the network is written, and what it rests on.

use std::sync::Arc;

use super::super::corpus::Corpus;
use super::super::publication::PublishedPage;
use super::super::relations::{OtherEnd, RelationEnd};
use super::super::resolution::Resolution;
use super::{Dossier, Edge};
use crate::model::EntityId;
use crate::model::claim::Stance;
use crate::parse::facts::{PageFacts, WrittenCitation, WrittenEvidence, WrittenRelation};
use crate::text::{HashMap, HashSet};

/// Where on its writer's page an edge is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Among the relations that the writer shows.
    Relation(usize),
    /// Among the evidence in a claim's text.
    Evidence(usize),
}

/// One place where an edge is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling<'a> {
    /// In front matter: the writer's own end of the relation.
    Relation(&'a RelationEnd),
    /// In the text of a claim: `> [!supports] [@report, para. 4]`.
    Evidence(&'a EntityId, &'a WrittenEvidence),
}

impl<'a> Telling<'a> {
    /// The page that wrote it.
    #[must_use]
    pub fn writer(&self) -> &'a EntityId {
        match self {
            Self::Relation(end) => &end.writer,
            Self::Evidence(writer, _) => writer,
        }
    }

    /// Its qualifiers: role, from, until, note, quotation. Evidence in a text has none.
    #[must_use]
    pub fn written(&self) -> Option<&'a WrittenRelation> {
        match self {
            Self::Relation(end) => Some(&end.written),
            Self::Evidence(..) => None,
        }
    }
}

/// A source that an edge rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestsOn {
    /// The source: a published page.
    pub source: EntityId,
    /// Where in it: "para. 4"; may be empty.
    pub locator: Arc<str>,
}

/// The relation by which an event names a source for itself.
const DOCUMENTED_BY: &str = "documented_by";

/// Relations that state nothing of the world, and so need no source besides: what describes a source, and what a page is
/// about.
const NO_STATEMENTS: [&str; 5] = [DOCUMENTED_BY, "based_on", "about", "publisher", "author"];

impl Dossier {
    /// Where an edge is written, in page order and as written.
    pub fn tellings<'a>(&'a self, edge: &'a Edge) -> impl Iterator<Item = Telling<'a>> {
        edge.told.iter().filter_map(|(writer, place)| {
            let writer = self.network.id(*writer)?;
            match place {
                Place::Relation(nth) => self.relations(writer).get(*nth).map(Telling::Relation),
                Place::Evidence(nth) => {
                    let evidence = self.page(writer)?.facts().evidence.get(*nth)?;
                    Some(Telling::Evidence(writer, evidence))
                }
            }
        })
    }

    /// The sources for an edge, each once, in the order written: those that it names itself, else those that its
    /// writer's page names as a whole (`sources:`, `documented_by`, and what reports or supports a claim). None for what
    /// needs none, such as that a source reports a claim.
    #[must_use]
    pub fn sources_of(&self, edge: &Edge) -> Vec<RestsOn> {
        let mut found = Grounds::default();
        for telling in self.tellings(edge) {
            let Some(facts) = self.page(telling.writer()).map(PublishedPage::facts) else { continue };
            match telling {
                Telling::Relation(end) => self.cite(facts, &end.written.sources, &mut found),
                Telling::Evidence(_, evidence) => {
                    self.cite(facts, std::slice::from_ref(&evidence.source), &mut found);
                }
            }
        }
        let relation = edge.relation.as_str();
        let needs_none = NO_STATEMENTS.contains(&relation) || Stance::of_relation(relation).is_some();
        if !found.list.is_empty() || needs_none {
            return found.list;
        }
        self.cite_writers(edge, &mut found);
        found.list
    }

    /// The sources for an edge, also where it states nothing that needs one: that a claim is about somebody is read off
    /// what reports the claim. None where an end of the edge is a source and it names no other.
    #[must_use]
    pub fn sources_behind(&self, edge: &Edge) -> Vec<RestsOn> {
        let found = self.sources_of(edge);
        let is_source = |node| self.network.id(node).is_some_and(|id| self.is_source(id));
        if !found.is_empty() || is_source(edge.from) || is_source(edge.to) {
            return found;
        }
        let mut found = Grounds::default();
        self.cite_writers(edge, &mut found);
        found.list
    }

    /// The published sources that the pages which write an edge name for themselves as a whole.
    fn cite_writers(&self, edge: &Edge, found: &mut Grounds) {
        let mut last = None;
        // What one page writes stands together.
        for writer in self.tellings(edge).map(|telling| telling.writer()) {
            if last.replace(writer) != Some(writer)
                && let Some(page) = self.page(writer)
            {
                self.cite_page(page.facts(), found);
            }
        }
    }

    /// The published sources that a page names for itself as a whole. What contradicts a claim is none: it need not have
    /// heard of the claim.
    fn cite_page(&self, facts: &PageFacts, found: &mut Grounds) {
        self.cite(facts, &facts.sources, found);
        for source in self.network.place(self, &facts.id).iter().flat_map(|node| self.network.named_by(*node))
        {
            found.add(source, &"".into());
        }
        if facts.claim.is_some() {
            for evidence in facts.evidence.iter().filter(|found| found.stance != Stance::Contradicts) {
                self.cite(facts, std::slice::from_ref(&evidence.source), found);
            }
        }
    }

    fn cite(&self, facts: &PageFacts, citations: &[WrittenCitation], found: &mut Grounds) {
        for citation in citations {
            if let Resolution::Page(source) = self.resolve(facts, &citation.source.target)
                && self.is_source(source)
            {
                found.add(source, &citation.locator);
            }
        }
    }
}

/// The published source that this relation names for the whole page that writes it.
pub(super) fn named_by<'a>(corpus: &Corpus, end: &'a RelationEnd) -> Option<&'a EntityId> {
    let relation = end.relation.as_str();
    let tells = Stance::of_relation(relation).is_some_and(|stance| stance != Stance::Contradicts);
    match &end.other {
        OtherEnd::Page(other) if (tells || relation == DOCUMENTED_BY) && corpus.is_source(other) => {
            Some(other)
        }
        _ => None,
    }
}

/// Sources as they are found: each once for each place in it; one without a place says nothing beside one with.
#[derive(Default)]
struct Grounds {
    /// All of them, in the order found.
    list: Vec<RestsOn>,
    known: HashMap<EntityId, Known>,
}

/// What was found of one source.
struct Known {
    /// Where it stands first in the list.
    first: usize,
    /// The places in it besides that one.
    further: HashSet<Arc<str>>,
}

impl Grounds {
    fn add(&mut self, source: &EntityId, locator: &Arc<str>) {
        let Some(Known { first, further }) = self.known.get_mut(source) else {
            self.known.insert(source.clone(), Known { first: self.list.len(), further: HashSet::default() });
            self.list.push(RestsOn { source: source.clone(), locator: locator.clone() });
            return;
        };
        let first = &mut self.list[*first].locator;
        if first.is_empty() {
            *first = locator.clone();
        } else if !locator.is_empty() && first != locator && further.insert(locator.clone()) {
            self.list.push(RestsOn { source: source.clone(), locator: locator.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_stands_once_for_each_place_and_without_one_only_alone() {
        for (added, expected) in [
            (&["a", "a"][..], &["a"][..]),
            (&["a", "b", "a 1", "a 2", "a 1", "a"], &["a 1", "b", "a 2"]),
            (&["a 1", "a", "a 2", "b 1", "a 2"], &["a 1", "a 2", "b 1"]),
        ] {
            let mut found = Grounds::default();
            for words in added {
                let (source, locator) = words.split_once(' ').unwrap_or((words, ""));
                found.add(&EntityId::new(source), &locator.into());
            }
            let list: Vec<_> = found.list.iter().map(|on| format!("{} {}", on.source, on.locator)).collect();
            assert_eq!(list.iter().map(|words| words.trim()).collect::<Vec<_>>(), expected);
        }
    }
}
