//! Scales by which claims and sources are rated, with what their signs mean.

use serde::Serialize;

use super::viewer::Viewer;
use crate::model::Words;
use crate::model::claim::{CREDIBILITY, RELIABILITY, Status};
use crate::model::estimate::Estimate;

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
    pub scale: String,
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
    pub(super) fn new(estimate: &Estimate, words: &Words) -> Self {
        let term = estimate.term;
        let steps = estimate.scale.terms.iter().map(|term| ScaleStep {
            mark: term.words.join(", "),
            words: term.range_in(words),
            current: term == estimate.term,
        });
        Self {
            words: estimate.words(words),
            scale: words.get(estimate.scale.key).to_owned(),
            low: term.low,
            high: term.high,
            width: term.high - term.low,
            steps: steps.collect(),
        }
    }
}

/// One of the two axes of the Admiralty code.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scale {
    /// Of a source.
    Reliability,
    /// Of a piece of information.
    Credibility,
}

impl Scale {
    fn marks(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Reliability => &RELIABILITY,
            Self::Credibility => &CREDIBILITY,
        }
    }

    /// The key of what a mark means.
    fn key(self, mark: &str) -> String {
        match self {
            Self::Reliability => format!("reliability-{}", mark.to_lowercase()),
            Self::Credibility => format!("credibility-{mark}"),
        }
    }
}

impl Viewer<'_> {
    /// The six steps of an axis of the Admiralty code.
    pub(super) fn steps(&self, scale: Scale) -> Vec<ScaleStep> {
        let steps = scale.marks().iter().map(|(mark, _)| ScaleStep {
            mark: (*mark).into(),
            words: self.words.get(&scale.key(mark)).to_owned(),
            current: false,
        });
        steps.collect()
    }

    /// A rating's mark and what it means; both empty where there is none.
    pub(super) fn rating_parts<'a>(&self, scale: Scale, rating: &'a str) -> (&'a str, String) {
        let Some((mark, _)) = rating.split_once(" – ") else { return ("", String::new()) };
        (mark, self.words.get(&scale.key(mark)).to_owned())
    }

    /// A rating with what it means: "2 – probably true"; empty where there is none.
    pub(super) fn rating(&self, scale: Scale, rating: Option<&str>) -> String {
        match self.rating_parts(scale, rating.unwrap_or_default()) {
            ("", _) => String::new(),
            (mark, meaning) => {
                self.words.fill("rating", &[("mark", mark.into()), ("meaning", (&meaning).into())])
            }
        }
    }

    /// Where a claim can stand.
    pub(super) fn statuses(&self) -> Vec<ScaleStep> {
        let steps = Status::ALL.into_iter().map(|status| ScaleStep {
            mark: self.words.get(&format!("status-{}", status.word())).to_owned(),
            words: self.words.get(&format!("status-{}-meaning", status.word())).to_owned(),
            current: false,
        });
        steps.collect()
    }

    /// The word of a status, and how readers see it by itself.
    pub(super) fn status_words(&self, status: Option<Status>) -> (String, String) {
        let Some(status) = status else { return (String::new(), String::new()) };
        let label = self.words.get(&format!("status-{}", status.word())).to_owned();
        (status.word().to_owned(), capitalised(label))
    }
}

/// With a capital at the beginning.
fn capitalised(words: String) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
