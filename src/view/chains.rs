//! How two entities are linked, as sentences with their sources.
//!
//! A sentence says what an editor wrote, in the direction in which it was written, whichever way the chain goes. Its form
//! comes from the words of the theme, by the relation (`says-works_for`); a relation that has none there, or one whose
//! label the dossier changed, is said by its label.

use serde::Serialize;

use super::citation::{CitationMark, Cited, CitedSource};
use super::entity_link::{EntityLink, words};
use super::frame::PageView;
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::chains::{HUB_RELATIONS, NamedChain, Ties};
use crate::link::network::{Edge, Telling};
use crate::markup::Numbering;
use crate::model::{EntityId, Relation, Words};
use crate::parse::facts::PageFacts;

/// The page on which readers choose two entities (template `chains.html`).
#[derive(Debug, Serialize)]
pub struct ChainsView {
    /// The pairs that have a page, as named.
    pub pairs: Vec<NamedChainView>,
}

/// A pair that has a page.
#[derive(Debug, Clone, Serialize)]
pub struct NamedChainView {
    /// "How is Ian Levy linked to Kaspersky Lab?"
    pub title: String,
    /// Its page.
    pub href: String,
}

/// How two entities are linked (template `chain.html`).
#[derive(Debug, Serialize)]
pub struct ChainPageView {
    /// Where the chains begin.
    pub from: EntityLink,
    /// Where they end.
    pub to: EntityLink,
    /// The shortest chains.
    pub chains: Vec<ChainView>,
    /// How many more are as short.
    pub more: u64,
    /// Whether they are weak: made of mentions as well, because no chain of relations was found.
    pub weak: bool,
    /// The sources of the sentences, numbered.
    pub sources: Vec<CitedSource>,
    /// Where other pairs are chosen.
    pub chains_href: String,
}

/// One chain.
#[derive(Debug, Clone, Serialize)]
pub struct ChainView {
    /// The entities that it goes through, both ends included.
    pub nodes: Vec<ChainNode>,
    /// What links each to the next.
    pub steps: Vec<ChainStep>,
    /// For each entity on the way with very many relations: that it has them.
    pub hubs: Vec<String>,
}

/// An entity in a chain.
#[derive(Debug, Clone, Serialize)]
pub struct ChainNode {
    /// The entity.
    pub link: EntityLink,
    /// For claims: `disputed`; may be empty.
    pub status: String,
    /// The status as a label; may be empty.
    pub status_label: String,
    /// For claims: "said by Ian Levy"; may be empty.
    pub said_by: String,
}

/// What links two entities of a chain.
#[derive(Debug, Clone, Serialize)]
pub struct ChainStep {
    /// One for each relation.
    pub sentences: Vec<ChainSentence>,
}

/// One relation, said.
#[derive(Debug, Clone, Serialize)]
pub struct ChainSentence {
    /// The sentence in its parts, in order.
    pub parts: Vec<SentencePart>,
    /// "Technical director, since 2016"; may be empty.
    pub note: String,
    /// Marks of its sources.
    pub citations: Vec<CitationMark>,
    /// Whether it names no source, and leads to none.
    pub unsourced: bool,
}

/// A part of a sentence: words, or one of the two entities.
#[derive(Debug, Clone, Serialize)]
pub struct SentencePart {
    /// The words; empty where an entity stands.
    pub words: String,
    /// The entity.
    pub node: Option<ChainNode>,
}

/// A piece of the form of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Piece {
    /// 0 for the one that wrote the relation, 1 for the one that it leads to.
    End(u8),
    /// Words.
    Words(String),
}

impl Viewer<'_> {
    /// The page on which readers choose two entities.
    #[must_use]
    pub fn chains_page(&self) -> PageView<ChainsView> {
        let pairs = self.dossier.named_chains.iter().map(|NamedChain { from, to }| NamedChainView {
            title: self.chain_title(from, to),
            href: self.href(&PageAddress::Chain(from.clone(), to.clone())),
        });
        let view = ChainsView { pairs: pairs.collect() };
        PageView {
            frame: self.frame("chains", self.words.get("chains-title"), self.words.get("chains-caution")),
            view,
        }
    }

    /// How two entities are linked; none where one of them is not there.
    #[must_use]
    pub fn chain_page(&self, from: &EntityId, to: &EntityId) -> Option<PageView<ChainPageView>> {
        let network = &self.dossier.network;
        let (start, end) = (network.place(self.dossier, from)?, network.place(self.dossier, to)?);
        let strong = self.dossier.chains(start, end, Ties::Relations);
        let weak = strong.chains.is_empty();
        let found = if weak { self.dossier.chains(start, end, Ties::All) } else { strong };
        let mut numbering = Numbering::new();
        let mut chains: Vec<_> = found.chains.iter().map(|chain| self.chain(chain, &mut numbering)).collect();
        let href = |id: &EntityId| self.href(&PageAddress::Entity(id.clone()));
        let said = self.material.citations.said(numbering.requests(), &href);
        let cited = Cited { said, ..Cited::default() };
        let steps = chains.iter_mut().flat_map(|chain| &mut chain.steps);
        let sentences = steps.flat_map(|step| &mut step.sentences);
        sentences.flat_map(|sentence| &mut sentence.citations).for_each(|mark| cited.say(mark));
        let view = ChainPageView {
            from: self.link(from),
            to: self.link(to),
            more: found.total - chains.len() as u64,
            weak: weak && !chains.is_empty(),
            chains,
            sources: self.cited_sources(&numbering, &[], &cited),
            chains_href: self.href(&PageAddress::Chains),
        };
        let frame = self.frame("chain", &self.chain_title(from, to), self.words.get("chains-caution"));
        Some(PageView { frame, view })
    }

    /// Where a reader asks how an entity is linked to another; none where it has no relations.
    pub(super) fn chains_from(&self, id: &EntityId) -> Option<String> {
        let node = self.dossier.network.place(self.dossier, id)?;
        let has_relations = self.dossier.network.degree(node) > 0;
        has_relations.then(|| {
            format!("{}?from={}", self.href(&PageAddress::Chains), crate::link::address::encode(id.as_str()))
        })
    }

    fn chain_title(&self, from: &EntityId, to: &EntityId) -> String {
        let (from, to) = (self.link(from).text, self.link(to).text);
        self.words.fill("chains-question", &[("from", (&from).into()), ("to", (&to).into())])
    }

    fn chain(&self, chain: &[u32], numbering: &mut Numbering) -> ChainView {
        let inner = chain.get(1..chain.len() - 1).unwrap_or_default();
        let hubs = inner.iter().filter_map(|node| {
            let count = self.dossier.network.degree(*node);
            let name = self.dossier.network.id(*node).map(|id| self.link(id).text)?;
            (count >= HUB_RELATIONS)
                .then(|| self.words.fill("chains-hub", &[("name", (&name).into()), ("count", count.into())]))
        });
        ChainView {
            nodes: chain.iter().map(|node| self.chain_node(*node)).collect(),
            hubs: hubs.collect(),
            steps: chain.windows(2).map(|step| self.step(step[0], step[1], numbering)).collect(),
        }
    }

    fn chain_node(&self, node: u32) -> ChainNode {
        let page = self.dossier.network.id(node).and_then(|id| self.dossier.page(id));
        let claim = page.and_then(|page| page.facts().claim.as_ref());
        let (status, status_label) = self.status_words(claim.and_then(|claim| claim.status));
        let speakers = page.map(|page| self.speakers(page.facts())).unwrap_or_default();
        let said_by = if speakers.is_empty() {
            speakers
        } else {
            self.words.fill("chains-said-by", &[("names", (&speakers).into())])
        };
        let link = page.map_or_else(|| words(""), |page| self.link(&page.facts().id));
        ChainNode { link, status, status_label, said_by }
    }

    /// Who says a claim, by name: a claim never stands in a chain without its speaker.
    #[must_use]
    pub fn speakers(&self, facts: &PageFacts) -> String {
        let names: Vec<_> = self.ends(facts, "said_by").into_iter().map(|end| end.text).collect();
        names.join(", ")
    }

    fn step(&self, one: u32, other: u32, numbering: &mut Numbering) -> ChainStep {
        let mut sentences: Vec<_> =
            self.dossier.edges_between(one, other).map(|edge| self.sentence(edge, one, numbering)).collect();
        if sentences.is_empty() {
            let mentions = self.dossier.mentions_between(one, other);
            let form = phrase_of_mentions(self.words);
            sentences.extend(mentions.map(|mention| ChainSentence {
                parts: self.parts(&form, mention.from, mention.to),
                note: String::new(),
                citations: Vec::new(),
                unsourced: false,
            }));
        }
        ChainStep { sentences }
    }

    /// One relation as a sentence. A symmetric one is said from where the chain comes.
    fn sentence(&self, edge: &Edge, from: u32, numbering: &mut Numbering) -> ChainSentence {
        let (first, second) = if edge.symmetric { (from, edge.other(from)) } else { (edge.from, edge.to) };
        let form = match self.dossier.settings.relations.get(&edge.relation) {
            Some(relation) => phrase(relation, self.words),
            None => by_label(edge.relation.as_str()),
        };
        let cited: Vec<_> = self
            .dossier
            .sources_behind(edge)
            .into_iter()
            .map(|on| (on.source, on.locator.to_string()))
            .collect();
        let is_source = |node| self.dossier.network.id(node).is_some_and(|id| self.dossier.is_source(id));
        ChainSentence {
            parts: self.parts(&form, first, second),
            note: self.edge_note(edge),
            unsourced: cited.is_empty() && !is_source(edge.from) && !is_source(edge.to),
            citations: self.marks(&cited, numbering),
        }
    }

    /// What qualifies a relation, wherever it is written: "Technical director, since 2016".
    #[must_use]
    pub fn edge_note(&self, edge: &Edge) -> String {
        let mut notes: Vec<String> = Vec::new();
        for written in self.dossier.tellings(edge).filter_map(|telling: Telling<'_>| telling.written()) {
            let note = self.qualifiers(written);
            if !note.is_empty() && !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes.join("; ")
    }

    fn parts(&self, form: &[Piece], first: u32, second: u32) -> Vec<SentencePart> {
        let part = |piece: &Piece| match piece {
            Piece::Words(words) => SentencePart { words: words.clone(), node: None },
            Piece::End(end) => SentencePart {
                words: String::new(),
                node: Some(self.chain_node(if *end == 0 { first } else { second })),
            },
        };
        form.iter().map(part).collect()
    }
}

/// The form of the sentence that says a relation.
#[must_use]
pub fn phrase(relation: &Relation, words: &Words) -> Vec<Piece> {
    let named = format!("relation-{}", relation.id);
    let built_in = words.get(&named);
    // A key that nobody knows stands for itself: of the dossier's own relations there is no other label.
    let unchanged = built_in == &*relation.label || built_in == named;
    let key = format!("says-{}", relation.id);
    let said = unchanged.then(|| pieces(words, &key)).flatten();
    said.unwrap_or_else(|| by_label(&relation.label))
}

/// The form of the sentence that says a mention.
#[must_use]
pub fn phrase_of_mentions(words: &Words) -> Vec<Piece> {
    pieces(words, "says-mention").unwrap_or_else(|| by_label("…"))
}

/// The form of a sentence that has none but a label between its ends.
#[must_use]
pub fn by_label(label: &str) -> Vec<Piece> {
    vec![Piece::End(0), Piece::Words(format!(" {label} ")), Piece::End(1)]
}

/// A message with the gaps `from` and `to`, cut at them.
fn pieces(words: &Words, key: &str) -> Option<Vec<Piece>> {
    // No text of a person holds these: they are characters without a meaning.
    const ENDS: [char; 2] = ['\u{FDD0}', '\u{FDD1}'];
    let text = words.say(key, &[("from", "\u{FDD0}".into()), ("to", "\u{FDD1}".into())]).ok()?;
    let mut pieces = Vec::new();
    for piece in text.split_inclusive(ENDS) {
        let plain = piece.trim_end_matches(ENDS);
        if !plain.is_empty() {
            pieces.push(Piece::Words(plain.to_owned()));
        }
        let end = piece.chars().next_back().and_then(|last| ENDS.iter().position(|end| *end == last));
        pieces.extend(end.map(|end| Piece::End(if end == 0 { 0 } else { 1 })));
    }
    let ends = |end| pieces.iter().filter(|piece| **piece == Piece::End(end)).count();
    (ends(0) == 1 && ends(1) == 1).then_some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::vocabulary;

    /// Every built-in relation is said in a sentence of its own in each built-in language.
    #[test]
    fn every_relation_has_a_sentence() {
        for language in ["en", "de"] {
            let words = Words::new(language, &[]);
            for relation in vocabulary::relations(&words).values() {
                assert!(
                    pieces(&words, &format!("says-{}", relation.id)).is_some(),
                    "{language}: {}",
                    relation.id
                );
            }
            assert!(pieces(&words, "says-mention").is_some());
        }
    }

    #[test]
    fn a_label_of_the_dossier_comes_before_the_built_in_sentence() {
        let words = Words::english();
        let mut relation = vocabulary::relations(&words).remove("works_for").unwrap();
        let said = |text: &str| Piece::Words(text.into());
        assert_eq!(phrase(&relation, &words), [Piece::End(0), said(" works for "), Piece::End(1)]);
        relation.label = "is paid by".into();
        assert_eq!(phrase(&relation, &words), [Piece::End(0), said(" is paid by "), Piece::End(1)]);
    }
}
