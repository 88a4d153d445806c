//! The evidence of a claim's own page, lifted out of its text: it stands before the prose, for and against side by
//! side, and not where the editor happened to write it.

use std::ops::Range;

use super::LiftedEvidence;
use super::body::{Frame, Renderer};
use crate::model::EntityId;
use crate::model::claim::Stance;
use crate::parse::markdown::BodyEvent;

impl<'a> Renderer<'a> {
    /// What evidence the block at `index` holds, where this is the page of a claim.
    pub(super) fn evidence_at(&self, frame: &Frame<'a>, index: usize) -> Option<Stance> {
        self.page.facts().claim.as_ref()?;
        match frame.document.event(index)? {
            BodyEvent::CalloutStart(name) => Stance::of_callout(name),
            _ => None,
        }
    }

    /// Render a callout of evidence as any other, and take it out of the text again: its title and its words apart,
    /// with the notes on them.
    pub(super) fn lift(&mut self, frame: &mut Frame<'a>, stance: Stance, block: Range<usize>) {
        let document = frame.document.clone();
        let title_end =
            block.clone().find(|at| matches!(document.event(*at), Some(BodyEvent::CalloutTitleEnd)));
        let title_end = title_end.unwrap_or(block.end);
        let cited = self.body.citations.len();
        let start = self.html.len();
        self.walk(frame, block.start..block.start + 1);
        // A note takes back the space before its mark, and would take it from what is cut off here.
        self.html.take_space_back();
        let title = self.html.len();
        self.walk(frame, block.start + 1..title_end);
        self.drop_words_behind_title();
        let mut sources: Vec<EntityId> = Vec::new();
        for used in self.body.citations.get(cited..).unwrap_or_default() {
            if !sources.contains(&used.source) {
                sources.push(used.source.clone());
            }
        }
        self.walk(frame, title_end..block.end);
        let end = self.html.len();
        self.aside();
        let notes = self.html.split_off(end);
        let callout = self.html.split_off(title);
        self.html.split_off(start);
        // What is left of the callout is `TITLE</p><blockquote>WORDS</blockquote></div>`.
        let callout = callout.strip_suffix("</div>").unwrap_or(&callout);
        let (title, words) = callout.split_once("</p>").unwrap_or(("", callout));
        let html = format!("{words}{notes}");
        self.body.evidence.push(LiftedEvidence { stance, sources, title: title.trim().to_owned(), html });
    }
}
