//! The copies of sources: plain text, published with every second of them, and what pages quote from it.

use super::chance::Chance;
use super::plan::{Entity, Kind, Plan};
use super::prose::plain_sentence;

/// Every so many sources there is a copy.
const EVERY: usize = 3;

/// Whether there is a copy of this source.
pub(crate) fn has_copy(plan: &Plan<'_>, page: Entity) -> bool {
    plan.kind(page) == Kind::Source && plan.nth(page).is_multiple_of(EVERY)
}

/// The text of the copy: paragraphs of a few sentences.
pub(crate) fn copy(plan: &Plan<'_>, source: Entity) -> String {
    let paragraphs: Vec<_> =
        (1..=paragraphs(plan, source)).map(|number| sentences(plan, source, number)).collect();
    let texts: Vec<_> = paragraphs.iter().map(|sentences| format!("{}.\n", sentences.join(". "))).collect();
    texts.join("\n")
}

/// A sentence of a copy, and where it stands: source, paragraph, words.
pub(crate) fn passage(plan: &Plan<'_>, chance: &mut Chance) -> Option<(Entity, usize, String)> {
    if plan.options.profile == super::Profile::Plain || plan.count(Kind::Source) == 0 {
        return None;
    }
    let drawn = plan.one(Kind::Source, chance)?;
    let source = plan.entity(Kind::Source, plan.nth(drawn) / EVERY * EVERY);
    let number = chance.between(1, paragraphs(plan, source));
    let sentences = sentences(plan, source, number);
    let sentence = chance.below(sentences.len());
    sentences.into_iter().nth(sentence).map(|sentence| (source, number, sentence))
}

fn paragraphs(plan: &Plan<'_>, source: Entity) -> usize {
    Chance::of(plan.options.seed, &[2, source.0 as u64]).between(6, 20)
}

fn sentences(plan: &Plan<'_>, source: Entity, paragraph: usize) -> Vec<String> {
    let mut chance = Chance::of(plan.options.seed, &[3, source.0 as u64, paragraph as u64]);
    (0..chance.between(3, 6))
        .map(|_| {
            let words = chance.between(8, 18);
            plain_sentence(plan, &mut chance, words)
        })
        .collect()
}
