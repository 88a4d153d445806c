//! Pages that transclude each other in a circle, or too deep.

use super::corpus::Corpus;
use super::resolution::Resolution;
use crate::model::EntityId;
use crate::parse::facts::{MentionKey, MentionRole, PageFacts};
use crate::text::{Diagnostic, HashMap, rules};

/// How many transclusions may lie inside each other.
pub const MAX_DEPTH: usize = 16;

/// Report each transclusion that closes a circle.
#[must_use]
pub(super) fn check(corpus: &Corpus) -> Vec<Diagnostic> {
    let mut search = Search { corpus, states: HashMap::default(), diagnostics: Vec::new() };
    for page in corpus.pages() {
        if page.facts().mentions.iter().any(|mention| mention.role == MentionRole::Transclusion) {
            search.from(&page.facts().id);
        }
    }
    search.diagnostics
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Open,
    /// Done, and this many transclusions deep.
    Done(usize),
}

struct Search<'a> {
    corpus: &'a Corpus,
    states: HashMap<&'a EntityId, State>,
    diagnostics: Vec<Diagnostic>,
}

/// A page on the way down: what is left to follow, and how deep the rest has been.
struct Step<'a> {
    facts: &'a PageFacts,
    rest: Vec<(&'a MentionKey, &'a EntityId)>,
    /// The transclusion that was followed last.
    followed: Option<&'a MentionKey>,
    depth: usize,
}

impl<'a> Search<'a> {
    /// Depth first, without recursion: a chain of pages may be longer than the stack.
    fn from(&mut self, id: &'a EntityId) {
        let mut way = Vec::new();
        way.extend(self.step(id));
        while let Some(step) = way.last_mut() {
            let Some((key, target)) = step.rest.pop() else {
                let done = step.depth;
                self.states.insert(&step.facts.id, State::Done(done));
                way.pop();
                if let Some(above) = way.last_mut() {
                    self.deepen(above, done);
                }
                continue;
            };
            step.followed = Some(key);
            match self.states.get(target).copied() {
                Some(State::Open) => {
                    let facts = step.facts;
                    self.circle(facts, key, target);
                }
                Some(State::Done(depth)) => self.deepen(step, depth),
                None => way.extend(self.step(target)),
            }
        }
    }

    /// What was followed last is so many transclusions deep itself.
    fn deepen(&mut self, step: &mut Step<'a>, below: usize) {
        step.depth = step.depth.max(below + 1);
        // Only where the limit is crossed: the pages above would all be too deep for the same reason.
        if below == MAX_DEPTH
            && let Some(key) = step.followed
        {
            self.too_deep(step.facts, key);
        }
    }

    fn step(&mut self, id: &'a EntityId) -> Option<Step<'a>> {
        if self.states.contains_key(id) {
            return None;
        }
        let facts = self.corpus.page(id)?.facts();
        self.states.insert(&facts.id, State::Open);
        let mut rest: Vec<_> = facts
            .mentions
            .iter()
            .filter(|mention| mention.role == MentionRole::Transclusion)
            .filter_map(|mention| match self.corpus.resolve(facts, &mention.key.target) {
                Resolution::Page(id) => Some((&mention.key, id)),
                _ => None,
            })
            .collect();
        rest.reverse();
        Some(Step { facts, rest, followed: None, depth: 0 })
    }

    fn circle(&mut self, facts: &PageFacts, key: &MentionKey, target: &EntityId) {
        let message = if *target == facts.id {
            "this page transcludes itself".to_owned()
        } else {
            format!("this transclusion closes a circle: `{target}` transcludes this page in turn")
        };
        self.report(&rules::links::TRANSCLUSION_CYCLE, facts, key, message);
    }

    fn too_deep(&mut self, facts: &PageFacts, key: &MentionKey) {
        let message = format!("more than {MAX_DEPTH} transclusions lie inside each other here");
        self.report(&rules::links::TRANSCLUSION_TOO_DEEP, facts, key, message);
    }

    fn report(
        &mut self,
        rule: &'static crate::text::Rule,
        facts: &PageFacts,
        key: &MentionKey,
        message: String,
    ) {
        let Some(page) = self.corpus.page(&facts.id) else { return };
        self.diagnostics.push(
            Diagnostic::new(rule, message)
                .at(&facts.path, page.parsed().place(key))
                .help("remove one of the transclusions, or link instead"),
        );
    }
}
