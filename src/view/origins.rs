//! Where the reports of a claim come from: their independent origins, each with the chains that lead to it.

use std::collections::HashSet;

use serde::Serialize;

use super::citation::CitationMark;
use super::entity_link::{EntityLink, words};
use super::viewer::Viewer;
use crate::link::ledger::LedgerLine;
use crate::link::origins::{Basis, Step};
use crate::markup::Numbering;
use crate::model::EntityId;
use crate::model::claim::Stance;

/// The independent origins of some reports.
#[derive(Debug, Clone, Serialize)]
pub struct OriginsView {
    /// How many independent origins the reports have.
    pub count: usize,
    /// How many reports there are.
    pub reports: usize,
    /// The origins; of very many the first.
    pub groups: Vec<OriginGroup>,
    /// How many reports are left out.
    pub more: usize,
}

/// Reports of one origin.
#[derive(Debug, Clone, Serialize)]
pub struct OriginGroup {
    /// How many of the reports have this origin.
    pub reports: usize,
    /// The chains: each begins with a report and leads back. A report in the chain of another has none of its own.
    pub chains: Vec<ChainLink>,
}

/// One source of a chain, and what it rests on.
#[derive(Debug, Clone, Serialize)]
pub struct ChainLink {
    /// The source; plain words where it may not be named.
    pub link: EntityLink,
    /// Whether it is itself one of the reports.
    pub reports: bool,
    /// How it is known that the one before was made from it: `stated` or `assessed`; empty at the head of a chain.
    pub derivation: &'static str,
    /// The same in words: "as assessed by the editors"; empty at the head of a chain.
    pub derivation_words: String,
    /// The grounds; may be empty.
    pub grounds: String,
    /// Marks of the sources that show it.
    pub citations: Vec<CitationMark>,
    /// Whether it has the claim at first hand, so that what it rests on is left out.
    pub first_hand: bool,
    /// Whether what it rests on stands elsewhere: it is already told, closes a circle, or lies too far back.
    pub cut: bool,
    /// What it rests on, in the order written.
    pub based_on: Vec<ChainLink>,
}

/// How many steps back a chain is told; what lies behind stands on the pages of the sources.
const FARTHEST: usize = 12;

/// How many sources the chains of one page tell, and how many chains there are.
const MOST: usize = 200;

impl Viewer<'_> {
    /// The independent origins of a claim's reports: those for it, or those against it.
    pub(super) fn origins(
        &self,
        line: &LedgerLine,
        groups: &[Vec<EntityId>],
        numbering: &mut Numbering,
    ) -> OriginsView {
        let told = line.testimonies.iter().filter(|told| told.stance != Stance::Contradicts);
        let first_hand = told.filter(|told| told.first_hand).map(|told| &told.source).collect();
        let (mut left, mut heads) = (MOST, MOST);
        let mut told = Vec::new();
        let mut more = 0;
        for group in groups {
            if heads == 0 {
                more += group.len();
                continue;
            }
            let mut chains = Chains {
                viewer: self,
                first_hand: &first_hand,
                group: group.iter().collect(),
                told: HashSet::new(),
                left: &mut left,
                heads: &mut heads,
                numbering,
            };
            let shown = chains.all(group);
            more += group.iter().filter(|id| !chains.told.contains(*id)).count();
            told.push(OriginGroup { reports: group.len(), chains: shown });
        }
        OriginsView { count: groups.len(), reports: groups.iter().map(Vec::len).sum(), groups: told, more }
    }
}

/// Tells the chains of one group.
struct Chains<'a> {
    viewer: &'a Viewer<'a>,
    /// The sources that have the claim at first hand.
    first_hand: &'a HashSet<&'a EntityId>,
    group: HashSet<&'a EntityId>,
    told: HashSet<EntityId>,
    /// How many more steps may be told.
    left: &'a mut usize,
    /// How many more chains may begin.
    heads: &'a mut usize,
    numbering: &'a mut Numbering,
}

impl<'a> Chains<'a> {
    /// Reports that nothing else in the group rests on come first: the others mostly stand in their chains.
    fn all(&mut self, group: &[EntityId]) -> Vec<ChainLink> {
        let bases: HashSet<&EntityId> =
            group.iter().flat_map(|id| self.steps(id)).filter_map(|step| page_of(&step.to)).collect();
        let (behind, ahead): (Vec<_>, Vec<_>) = group.iter().partition(|id| bases.contains(id));
        let mut chains = Vec::new();
        for id in ahead.into_iter().chain(behind) {
            if *self.heads > 0 && !self.told.contains(id) {
                *self.heads -= 1;
                chains.push(self.source(id, 0));
            }
        }
        chains
    }

    fn steps(&self, id: &EntityId) -> &'a [Step] {
        if self.is_at_first_hand(id) { &[] } else { self.viewer.dossier.derivations.of(id) }
    }

    fn is_at_first_hand(&self, id: &EntityId) -> bool {
        self.first_hand.contains(id)
    }

    fn source(&mut self, id: &EntityId, depth: usize) -> ChainLink {
        let new = self.told.insert(id.clone());
        let steps = self.steps(id);
        let far = depth >= FARTHEST || *self.left == 0;
        let cut = !steps.is_empty() && (!new || far);
        let based_on =
            if cut { Vec::new() } else { steps.iter().map(|step| self.step(step, depth)).collect() };
        ChainLink {
            link: self.viewer.link(id),
            reports: self.group.contains(id),
            derivation: "",
            derivation_words: String::new(),
            grounds: String::new(),
            citations: Vec::new(),
            first_hand: self.is_at_first_hand(id) && !self.viewer.dossier.derivations.of(id).is_empty(),
            cut,
            based_on,
        }
    }

    fn step(&mut self, step: &Step, depth: usize) -> ChainLink {
        *self.left = self.left.saturating_sub(1);
        let basis = match &step.to {
            Basis::Page(id) => {
                let citations = self.viewer.citation_marks(&step.writer, &step.written, self.numbering);
                let link = self.source(id, depth + 1);
                ChainLink { grounds: step.written.note.to_string(), citations, ..link }
            }
            // What is said beside a name that may not go out could give it away.
            Basis::Withheld { shown, .. } => ChainLink {
                link: words(shown.clone()),
                reports: false,
                derivation: "",
                derivation_words: String::new(),
                grounds: String::new(),
                citations: Vec::new(),
                first_hand: false,
                cut: false,
                based_on: Vec::new(),
            },
        };
        let derivation = step.written.derivation;
        let derivation_words = self.viewer.words.get(derivation.key()).to_owned();
        ChainLink { derivation: derivation.word(), derivation_words, ..basis }
    }
}

fn page_of(basis: &Basis) -> Option<&EntityId> {
    match basis {
        Basis::Page(id) => Some(id),
        Basis::Withheld { .. } => None,
    }
}
