//! What has been corrected over the whole dossier, and what those concerned reply, as it may be shown: of one who may
//! not be named nothing goes out but what became of the question.

use std::cmp::Reverse;

use super::corpus::Corpus;
use super::relations::OtherEnd;
use super::resolution::{Resolution, WITHHELD};
use crate::model::EntityId;
use crate::parse::facts::{Answer, Correction, PageFacts, Reply};
use crate::parse::target::Target;

/// How many corrections and replies stand on one page of the list.
pub const CORRECTIONS_ON_A_PAGE: usize = 200;

/// All corrections, each with its page, the newest first.
#[must_use]
pub(super) fn corrections(corpus: &Corpus) -> Vec<(EntityId, Correction)> {
    let mut all: Vec<_> = corpus.pages().flat_map(|page| of_page(page.facts())).collect();
    all.sort_by_key(|(_, correction)| Reverse(correction.date.order()));
    all
}

fn of_page(facts: &PageFacts) -> impl Iterator<Item = (EntityId, Correction)> {
    facts.corrections.iter().map(|correction| (facts.id.clone(), correction.clone()))
}

/// All replies, each with its page, the newest first; those without a date come last.
#[must_use]
pub(super) fn replies(corpus: &Corpus) -> Vec<(EntityId, PublicReply)> {
    let pages = corpus.pages().map(|page| page.facts()).filter(|facts| !facts.replies.is_empty());
    let mut all: Vec<_> = pages
        .flat_map(|facts| corpus.replies(facts).into_iter().map(|reply| (facts.id.clone(), reply)))
        .collect();
    all.sort_by_key(|(_, public)| {
        Reverse(public.reply.date.as_ref().or(public.reply.asked.as_ref()).map(|date| date.order()))
    });
    all
}

/// A reply, and who gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicReply {
    /// Who was asked: a page, or words.
    pub by: OtherEnd,
    /// What may be shown of it.
    pub reply: Reply,
    /// Whether they replied in words that are kept back, because they could name who speaks.
    pub withheld: bool,
}

impl Corpus {
    /// The replies on a page, in the order written.
    #[must_use]
    pub fn replies(&self, facts: &PageFacts) -> Vec<PublicReply> {
        let replies = facts.replies.iter();
        replies
            .map(|reply| match self.resolve(facts, &reply.by.target) {
                Resolution::Page(id) => {
                    PublicReply { by: OtherEnd::Page(id.clone()), reply: reply.clone(), withheld: false }
                }
                Resolution::Private(private) => nameless(private.shown(&self.settings.words), reply),
                Resolution::PrivateFile => nameless(self.settings.words.get(WITHHELD), reply),
                Resolution::Attachment(_) | Resolution::Ambiguous(_) | Resolution::Broken => {
                    let words = match &reply.by.target {
                        Target::Name(name) => name.clone(),
                        other => other.to_string().into(),
                    };
                    PublicReply { by: OtherEnd::Words(words), reply: reply.clone(), withheld: false }
                }
            })
            .collect()
    }
}

fn nameless(shown: &str, reply: &Reply) -> PublicReply {
    let (withheld, answer) = match &reply.answer {
        Answer::Text(_) => (true, Answer::None),
        other => (false, other.clone()),
    };
    let reply = Reply { by: reply.by.clone(), asked: None, date: None, answer, sources: Vec::new() };
    PublicReply { by: OtherEnd::Words(shown.into()), reply, withheld }
}
