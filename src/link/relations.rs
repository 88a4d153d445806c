//! Relations, seen from both ends. An editor writes one once; the other side shows the inverse by itself.

use std::sync::Arc;

use super::corpus::Corpus;
use super::resolution::Resolution;
use crate::model::{EntityId, KindId, RelationId, vocabulary};
use crate::parse::facts::WrittenRelation;
use crate::parse::target::Target;
use crate::text::{HashMap, HashSet};

/// One end of a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationEnd {
    /// Which relation.
    pub relation: RelationId,
    /// Whether this is the end that did not write it.
    pub inverse: bool,
    /// Who stands at the other end.
    pub other: OtherEnd,
    /// As written, with its qualifiers.
    pub written: Arc<WrittenRelation>,
    /// The page that wrote it.
    pub writer: EntityId,
}

/// All relations, by the entity that shows them.
pub type Relations = HashMap<EntityId, Arc<Vec<RelationEnd>>>;

/// Those of one entity.
pub(super) fn of<'a>(relations: &'a Relations, id: &EntityId) -> &'a [RelationEnd] {
    relations.get(id).map_or(&[], |ends| ends)
}

/// Who stands at the other end of a relation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OtherEnd {
    /// A published page.
    Page(EntityId),
    /// Words only: an author without a page, or what is shown for a private one.
    Words(Arc<str>),
}

impl Corpus {
    /// Whether an inverse end is a fact about the entity that shows it: what employs, includes or took part is one; what
    /// claims and sources say is not.
    #[must_use]
    pub fn is_of_standing(&self, end: &RelationEnd) -> bool {
        let writer = self.page(&end.writer).and_then(|page| page.facts().kind()).map(KindId::as_str);
        !matches!(writer, Some(vocabulary::CLAIM | vocabulary::SOURCE)) && end.relation.as_str() != "about"
    }
}

/// All relations, by the entity that shows them: its own first, in the order written, then those of others, by page.
#[must_use]
pub(super) fn gather(corpus: &Corpus) -> Relations {
    let mut ends: HashMap<EntityId, Vec<RelationEnd>> = HashMap::default();
    let mut inverses = Vec::new();
    let mut symmetric: HashSet<(EntityId, RelationId, EntityId)> = HashSet::default();
    for page in corpus.pages() {
        let facts = page.facts();
        let mut seen = HashSet::default();
        for written in &facts.relations {
            let Some(other) = other_end(corpus, facts, written) else { continue };
            if !seen.insert((&written.relation, other.clone())) {
                continue;
            }
            let end = RelationEnd {
                relation: written.relation.clone(),
                inverse: false,
                other: other.clone(),
                written: if matches!(other, OtherEnd::Words(_)) {
                    nameless(corpus, facts, written).into()
                } else {
                    written.clone()
                },
                writer: facts.id.clone(),
            };
            if let OtherEnd::Page(target) = &other {
                if is_symmetric(corpus, &written.relation) {
                    symmetric.insert((facts.id.clone(), written.relation.clone(), target.clone()));
                }
                let back =
                    RelationEnd { inverse: true, other: OtherEnd::Page(facts.id.clone()), ..end.clone() };
                inverses.push((target.clone(), back));
            }
            ends.entry(facts.id.clone()).or_default().push(end);
        }
    }
    for (target, back) in inverses {
        // A symmetric relation that both sides wrote shows once.
        let told = is_symmetric(corpus, &back.relation)
            && symmetric.contains(&(target.clone(), back.relation.clone(), back.writer.clone()));
        if !told {
            ends.entry(target).or_default().push(back);
        }
    }
    // In no order: each list stays under its own key.
    ends.into_iter().map(|(id, ends)| (id, ends.into())).collect()
}

/// The same after these pages have got other places among all: what they wrote stands elsewhere among what others did.
#[must_use]
pub(super) fn reordered(relations: &Arc<Relations>, corpus: &Corpus, moved: &[EntityId]) -> Arc<Relations> {
    let mut all = relations.clone();
    for writer in moved {
        for end in of(relations, writer).iter().filter(|end| !end.inverse) {
            let OtherEnd::Page(other) = &end.other else { continue };
            let Some(ends) = Arc::make_mut(&mut all).get_mut(other) else { continue };
            // Stable: what one page wrote stays in the order written, and the own ends before all others.
            Arc::make_mut(ends).sort_by_cached_key(|end| end.inverse.then(|| corpus.rank(&end.writer)));
        }
    }
    all
}

/// Whether a relation reads the same from both ends.
fn is_symmetric(corpus: &Corpus, relation: &RelationId) -> bool {
    corpus.settings.relations.get(relation).is_some_and(|relation| relation.label == relation.inverse)
}

/// A relation to one who may not be named: what is said of them beside the name could name them.
pub(super) fn nameless(
    corpus: &Corpus,
    facts: &crate::parse::facts::PageFacts,
    written: &WrittenRelation,
) -> WrittenRelation {
    let mut shown = written.clone();
    if matches!(corpus.resolve(facts, &written.to.target), Resolution::Private(_)) {
        let nothing: Arc<str> = "".into();
        (shown.role, shown.note, shown.quote) = (nothing.clone(), nothing.clone(), nothing.clone());
        (shown.translation, shown.translator) = (nothing.clone(), nothing);
        (shown.from, shown.until) = (None, None);
    }
    shown
}

fn other_end(
    corpus: &Corpus,
    facts: &crate::parse::facts::PageFacts,
    written: &WrittenRelation,
) -> Option<OtherEnd> {
    match corpus.resolve(facts, &written.to.target) {
        Resolution::Page(id) => Some(OtherEnd::Page(id.clone())),
        Resolution::Private(private) if vocabulary::SPEAKERS.contains(&written.relation.as_str()) => {
            Some(OtherEnd::Words(private.shown(&corpus.settings.words).into()))
        }
        Resolution::Broken | Resolution::Ambiguous(_) => {
            let words =
                corpus.settings.relations.get(&written.relation).is_some_and(|relation| relation.plain_words);
            match (&written.to.target, words) {
                (Target::Name(name), true) => Some(OtherEnd::Words(name.clone())),
                _ => None,
            }
        }
        Resolution::Private(_) | Resolution::Attachment(_) | Resolution::PrivateFile => None,
    }
}
