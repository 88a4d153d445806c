//! Scales by which claims and sources are rated, with what their signs mean.

use serde::Serialize;

use crate::model::claim::{CREDIBILITY, RELIABILITY, Status};
use crate::model::estimate::{Estimate, Scale};

/// One step of a scale.
#[derive(Debug, Clone, Serialize)]
pub struct ScaleStep {
    /// What stands for it: "B", "2", "likely".
    pub mark: String,
    /// What it means: "usually reliable", "55–75 %".
    pub words: String,
    /// Whether it is the one that the page shows.
    pub current: bool,
}

/// A word of estimate on its scale.
#[derive(Debug, Clone, Serialize)]
pub struct EstimateView {
    /// The word with the scale's name and the range: "likely (PHIA: 55–75 %)".
    pub words: String,
    /// "PHIA probability yardstick (UK)".
    pub scale: &'static str,
    /// Where the range begins, in per cent.
    pub low: u8,
    /// Where the range ends, in per cent.
    pub high: u8,
    /// How wide the range is, in per cent.
    pub width: u8,
    /// All steps of the scale.
    pub steps: Vec<ScaleStep>,
}

impl EstimateView {
    pub(super) fn new(estimate: &Estimate) -> Self {
        let term = estimate.term;
        Self {
            words: estimate.words(),
            scale: estimate.scale.title,
            low: term.low,
            high: term.high,
            width: term.high - term.low,
            steps: steps_of(estimate.scale, estimate),
        }
    }
}

fn steps_of(scale: &Scale, estimate: &Estimate) -> Vec<ScaleStep> {
    let steps = scale.terms.iter().map(|term| ScaleStep {
        mark: term.words.join(", "),
        words: term.range.into(),
        current: term == estimate.term,
    });
    steps.collect()
}

/// The Admiralty code's six steps of a source's reliability.
pub(super) fn reliability() -> Vec<ScaleStep> {
    admiralty(&RELIABILITY)
}

/// The Admiralty code's six steps of a piece of information's credibility.
pub(super) fn credibility() -> Vec<ScaleStep> {
    admiralty(&CREDIBILITY)
}

fn admiralty(scale: &[(&str, &str)]) -> Vec<ScaleStep> {
    let steps = scale.iter().map(|(mark, words)| ScaleStep {
        mark: (*mark).into(),
        words: (*words).into(),
        current: false,
    });
    steps.collect()
}

/// Where a claim can stand.
pub(super) fn statuses() -> Vec<ScaleStep> {
    let steps = Status::ALL.into_iter().map(|status| ScaleStep {
        mark: status.word().into(),
        words: status.meaning().into(),
        current: false,
    });
    steps.collect()
}
