//! What was wrong and has been corrected, and what those concerned reply: on their page, and gathered on one.

use serde::Serialize;

use super::date::DateView;
use super::entity_link::EntityLink;
use super::frame::PageView;
use super::pager::Pager;
use super::viewer::Viewer;
use crate::link::corrections::{CORRECTIONS_ON_A_PAGE, PublicReply};
use crate::link::{PageAddress, Resolution};
use crate::parse::facts::{Answer, Correction, PageFacts};

/// One correction.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionView {
    /// When.
    pub date: DateView,
    /// What changed, by paragraph.
    pub what: Vec<String>,
    /// Why, by paragraph; may be empty.
    pub why: Vec<String>,
}

/// One reply, or the lack of it.
#[derive(Debug, Clone, Serialize)]
pub struct ReplyView {
    /// Who was asked.
    pub by: EntityLink,
    /// `replied`, `declined`, `silent`, `withheld`.
    pub state: &'static str,
    /// The same in words that follow the name: "declined to comment".
    pub state_label: String,
    /// When they were asked.
    pub asked: Option<DateView>,
    /// When they replied.
    pub date: Option<DateView>,
    /// Their words, by paragraph.
    pub text: Vec<String>,
    /// The sources for it.
    pub sources: Vec<ReplySource>,
}

/// A source for a reply.
#[derive(Debug, Clone, Serialize)]
pub struct ReplySource {
    /// The source's page.
    pub link: EntityLink,
    /// "para. 4"; may be empty.
    pub locator: String,
}

/// All corrections and replies (template `corrections.html`).
#[derive(Debug, Serialize)]
pub struct CorrectionsView {
    /// The corrections of this page, the newest first.
    pub corrections: Vec<PageCorrection>,
    /// The replies of this page, the newest first; they follow the corrections.
    pub replies: Vec<PageReply>,
    /// The pages of the list; none where it has one alone.
    pub pager: Option<Pager>,
}

/// A correction and its page.
#[derive(Debug, Clone, Serialize)]
pub struct PageCorrection {
    /// The page.
    pub page: EntityLink,
    /// What was corrected on it.
    pub correction: CorrectionView,
}

/// A reply and its page.
#[derive(Debug, Clone, Serialize)]
pub struct PageReply {
    /// The page.
    pub page: EntityLink,
    /// The reply to it.
    pub reply: ReplyView,
}

impl Viewer<'_> {
    /// What was corrected on a page, the newest first.
    pub(super) fn corrections(&self, facts: &PageFacts) -> Vec<CorrectionView> {
        let mut corrections: Vec<_> = facts.corrections.iter().collect();
        corrections.sort_by_key(|correction| std::cmp::Reverse(correction.date.order()));
        corrections.into_iter().map(|correction| self.correction(correction)).collect()
    }

    /// What those whom a page concerns reply, in the order written.
    pub(super) fn replies(&self, facts: &PageFacts) -> Vec<ReplyView> {
        self.dossier.replies(facts).iter().map(|reply| self.reply(facts, reply)).collect()
    }

    /// One page of all corrections and replies of the dossier.
    #[must_use]
    pub fn corrections_page(&self, nth: usize) -> PageView<CorrectionsView> {
        let dossier = self.dossier;
        let corrected = dossier.corrections.len();
        let count = corrected + dossier.all_replies.len();
        let start = nth.saturating_sub(1) * CORRECTIONS_ON_A_PAGE;
        let end = (start + CORRECTIONS_ON_A_PAGE).min(count);
        let own = start.min(corrected)..end.min(corrected);
        let replies = start.max(corrected) - corrected..end.max(corrected) - corrected;
        let corrections = dossier.corrections.get(own).unwrap_or_default().iter();
        let corrections = corrections.map(|(id, correction)| PageCorrection {
            page: self.link(id),
            correction: self.correction(correction),
        });
        let replies =
            dossier.all_replies.get(replies).unwrap_or_default().iter().filter_map(|(id, reply)| {
                let facts = dossier.page(id)?.facts();
                Some(PageReply { page: self.link(id), reply: self.reply(facts, reply) })
            });
        let pages = count.div_ceil(CORRECTIONS_ON_A_PAGE);
        let view = CorrectionsView {
            corrections: corrections.collect(),
            replies: replies.collect(),
            pager: Pager::of(nth, pages, |nth| self.href(&PageAddress::Corrections(nth))),
        };
        let (title, description) =
            (self.words.get("title-corrections"), self.words.get("description-corrections"));
        PageView { frame: self.frame("corrections", title, description), view }
    }

    fn correction(&self, correction: &Correction) -> CorrectionView {
        CorrectionView {
            date: self.date(&correction.date),
            what: paragraphs(&correction.what),
            why: paragraphs(&correction.why),
        }
    }

    fn reply(&self, facts: &PageFacts, public: &PublicReply) -> ReplyView {
        let reply = &public.reply;
        let (state, state_label, text) = match &reply.answer {
            Answer::Text(text) => ("replied", "reply-replied-state", paragraphs(text)),
            Answer::Declined => ("declined", "reply-declined", Vec::new()),
            Answer::None if public.withheld => ("withheld", "reply-withheld", Vec::new()),
            Answer::None => ("silent", "reply-silent", Vec::new()),
        };
        let sources = reply.sources.iter().filter_map(|citation| {
            match self.dossier.resolve(facts, &citation.source.target) {
                Resolution::Page(id) if self.dossier.is_source(id) => {
                    Some(ReplySource { link: self.link(id), locator: citation.locator.to_string() })
                }
                _ => None,
            }
        });
        ReplyView {
            by: self.end_link(&public.by),
            state,
            state_label: self.words.get(state_label).to_owned(),
            asked: reply.asked.as_ref().map(|date| self.date(date)),
            date: reply.date.as_ref().map(|date| self.date(date)),
            text,
            sources: sources.collect(),
        }
    }
}

/// Plain words by paragraph: a blank line parts them.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(line);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn a_blank_line_parts_paragraphs() {
        assert_eq!(paragraphs("one\ntwo\n \n\n three \n"), ["one two", "three"]);
        assert_eq!(paragraphs(" \n"), [""; 0]);
    }
}
