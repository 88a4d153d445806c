//! How many independent origins reports have: which of them go back to one source.
//!
//! Sources say, or the editors assess, that one was made from another (`based_on`): [`Derivations`] are all of these
//! steps. Two reports are *not* independent where one is among the other's forebears, or where they share a forebear.
//! Reports that hang together so, also by way of others, are one origin ([`independent`]): a rewrite adds none.
//!
//! This counts with care and not with cleverness. That two reports share a source does not prove that this very claim
//! came from it; where it did not, the editors say so (`first_hand: true`).

mod same_copy;

use std::sync::Arc;

use super::corpus::Corpus;
use super::relations::nameless;
use super::resolution::Resolution;
use crate::model::EntityId;
use crate::parse::facts::{PageFacts, WrittenRelation};
use crate::text::{ContentPath, Diagnostic, HashMap, HashSet, rules};

/// The relation that leads from a source to what it was made from.
pub const BASED_ON: &str = "based_on";

/// What a source rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// A published source.
    Page(EntityId),
    /// One that may not be named. What lies behind it is not known here; that two reports share it is.
    Withheld {
        /// Which: never shown.
        path: ContentPath,
        /// What stands in its place.
        shown: Arc<str>,
    },
}

/// One step from a source to what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// To what.
    pub to: Basis,
    /// As written: who says so, and on what grounds. Without its words where the basis is withheld.
    pub written: WrittenRelation,
    /// The page that says it.
    pub writer: EntityId,
}

/// What every source rests on.
#[derive(Debug, Default)]
pub struct Derivations(HashMap<EntityId, Vec<Step>>);

impl Derivations {
    /// All steps of a dossier, in the order written.
    #[must_use]
    pub(super) fn gather(corpus: &Corpus) -> Self {
        let mut all = Self::default();
        for page in corpus.pages() {
            let facts = page.facts();
            for written in facts.relations.iter().filter(|written| written.relation.as_str() == BASED_ON) {
                if let Some(to) = basis(corpus, facts, written) {
                    all.add(
                        &facts.id,
                        Step { to, written: nameless(corpus, facts, written), writer: facts.id.clone() },
                    );
                }
            }
        }
        all
    }

    fn add(&mut self, from: &EntityId, step: Step) {
        let steps = self.0.entry(from.clone()).or_default();
        let itself = matches!(&step.to, Basis::Page(id) if id == from);
        if !itself && !steps.iter().any(|known| known.to == step.to) {
            steps.push(step);
        }
    }

    /// What a source rests on, in the order written.
    #[must_use]
    pub fn of(&self, source: &EntityId) -> &[Step] {
        self.0.get(source).map_or(&[], Vec::as_slice)
    }
}

fn basis(corpus: &Corpus, facts: &PageFacts, written: &WrittenRelation) -> Option<Basis> {
    match corpus.resolve(facts, &written.to.target) {
        Resolution::Page(id) => Some(Basis::Page(id.clone())),
        Resolution::Private(private) => Some(Basis::Withheld {
            path: private.path.clone(),
            shown: private.shown(&corpus.settings.words).into(),
        }),
        _ => None,
    }
}

/// A source that reports or supports a claim, or contradicts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The source.
    pub source: EntityId,
    /// Whether it has the claim at first hand: what else it rests on does not count for this claim.
    pub first_hand: bool,
}

/// The reports, grouped so that each group is one independent origin; groups and reports keep the order given.
#[must_use]
pub fn independent(derivations: &Derivations, reports: &[Report]) -> Vec<Vec<EntityId>> {
    let at_first_hand: HashSet<&EntityId> =
        reports.iter().filter(|report| report.first_hand).map(|report| &report.source).collect();
    let mut kin = Kin::default();
    let mut seen = HashSet::default();
    let mut left: Vec<&EntityId> = reports.iter().map(|report| &report.source).collect();
    while let Some(source) = left.pop() {
        if !seen.insert(source) || at_first_hand.contains(source) {
            continue;
        }
        for step in derivations.of(source) {
            match &step.to {
                Basis::Page(id) => {
                    kin.join(Node::Page(source), Node::Page(id));
                    left.push(id);
                }
                Basis::Withheld { path, .. } => kin.join(Node::Page(source), Node::Withheld(path)),
            }
        }
    }
    let mut groups: Vec<(usize, Vec<EntityId>)> = Vec::new();
    let mut told = HashSet::default();
    for report in reports.iter().filter(|report| told.insert(&report.source)) {
        let head = kin.head_of(Node::Page(&report.source));
        match groups.iter_mut().find(|(other, _)| *other == head) {
            Some((_, group)) => group.push(report.source.clone()),
            None => groups.push((head, vec![report.source.clone()])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Node<'a> {
    Page(&'a EntityId),
    Withheld(&'a ContentPath),
}

/// Sources that hang together: a forest in which each tree is one group.
#[derive(Default)]
struct Kin<'a> {
    places: HashMap<Node<'a>, usize>,
    above: Vec<usize>,
}

impl<'a> Kin<'a> {
    fn place(&mut self, node: Node<'a>) -> usize {
        let next = self.above.len();
        let place = *self.places.entry(node).or_insert(next);
        if place == next {
            self.above.push(next);
        }
        place
    }

    fn head(&mut self, mut place: usize) -> usize {
        while self.above[place] != place {
            // Halving the way keeps it short for who comes next.
            self.above[place] = self.above[self.above[place]];
            place = self.above[place];
        }
        place
    }

    fn head_of(&mut self, node: Node<'a>) -> usize {
        let place = self.place(node);
        self.head(place)
    }

    fn join(&mut self, one: Node<'a>, other: Node<'a>) {
        let (one, other) = (self.head_of(one), self.head_of(other));
        self.above[one] = other;
    }
}

/// What is doubtful of where sources come from.
#[must_use]
pub(super) fn check(corpus: &Corpus, derivations: &Derivations) -> Vec<Diagnostic> {
    let mut found = circles(corpus, derivations);
    found.extend(same_copy::check(corpus, derivations));
    found
}

/// Report each circle of derivations once, at the field that closes it.
fn circles(corpus: &Corpus, derivations: &Derivations) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut done: HashSet<&EntityId> = HashSet::default();
    for page in corpus.pages() {
        // Depth first, without recursion: a chain of reports may be longer than the stack.
        let start = &page.facts().id;
        if derivations.of(start).is_empty() || done.contains(start) {
            continue;
        }
        let mut way = vec![(start, derivations.of(start).iter())];
        let mut open = HashMap::from_iter([(start, 0)]);
        while let Some((source, steps)) = way.last_mut() {
            let source: &EntityId = source;
            let Some(step) = steps.next() else {
                done.insert(source);
                open.remove(source);
                way.pop();
                continue;
            };
            let Basis::Page(id) = &step.to else { continue };
            if let Some(at) = open.get(id) {
                let circle: Vec<&EntityId> = way[*at..].iter().map(|(source, _)| *source).collect();
                found.extend(circle_found(corpus, source, step, &circle));
            } else if !done.contains(id) {
                open.insert(id, way.len());
                way.push((id, derivations.of(id).iter()));
            }
        }
    }
    found
}

fn circle_found(
    corpus: &Corpus,
    closing: &EntityId,
    step: &Step,
    circle: &[&EntityId],
) -> Option<Diagnostic> {
    const MOST: usize = 6;
    let page = corpus.page(closing)?;
    let mut words: Vec<_> = circle.iter().take(MOST).map(|id| format!("`{id}`")).collect();
    if circle.len() > MOST {
        words.push(format!("{} more in turn", circle.len() - MOST));
    }
    words.extend(circle.first().map(|id| format!("`{id}` again")));
    let message = format!("sources rest on each other in a circle: {}", words.join(" on "));
    Some(
        Diagnostic::new(&rules::evidence::CIRCULAR_REPORTING, message)
            .at(&page.facts().path, page.parsed().place(&step.written.to))
            .help("find out which came first, and remove the `based_on` that leads the wrong way"),
    )
}

#[cfg(test)]
mod tests;
