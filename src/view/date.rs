//! Dates, in words and for machines.

use serde::Serialize;

use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::model::date::{Certainty, EdtfDate, Extent};
use crate::parse::facts::PageFacts;
/// A date, in words and for machines.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// "around September 2017".
    pub words: String,
    /// As written: `2017-09~`.
    pub edtf: String,
    /// A valid `datetime` attribute, where HTML knows one for it.
    pub machine: Option<String>,
    /// `certain`, `approximate`, `uncertain`, `approximate-uncertain`.
    pub certainty: &'static str,
    /// `day`, `month`, `season`, `year`, `years`, `interval`, `one-of`, `all-of`.
    pub extent: &'static str,
    /// `open-start`, `open-end`, both, or nothing: for intervals.
    pub open: &'static str,
}

/// One dated field in the facts panel.
#[derive(Debug, Clone, Serialize)]
pub struct DateFact {
    /// "Born", "Published".
    pub label: String,
    /// The date.
    pub date: DateView,
    /// The entry on the timeline, where it has one.
    pub href: Option<String>,
}

impl Viewer<'_> {
    /// A date as readers see it.
    pub(super) fn date(&self, date: &EdtfDate) -> DateView {
        let (extent, open) = match date.extent() {
            Extent::Day => ("day", ""),
            Extent::Month => ("month", ""),
            Extent::Season => ("season", ""),
            Extent::Year => ("year", ""),
            Extent::Years => ("years", ""),
            Extent::Interval { open_start, open_end } => ("interval", openness(open_start, open_end)),
            Extent::OneOf => ("one-of", ""),
            Extent::AllOf => ("all-of", ""),
        };
        DateView {
            words: date.words(self.language),
            edtf: date.as_written().to_owned(),
            machine: date.machine(),
            certainty: match date.certainty() {
                Certainty::Certain => "certain",
                Certainty::Approximate => "approximate",
                Certainty::Uncertain => "uncertain",
                Certainty::ApproximateAndUncertain => "approximate-uncertain",
            },
            extent,
            open,
        }
    }

    /// The dates of an entity, for its facts panel.
    pub(super) fn dates(&self, facts: &PageFacts) -> Vec<DateFact> {
        // When a source was looked at stands with its other whereabouts.
        let apart = |field: &str| facts.source.is_some() && field == "accessed";
        facts
            .dates
            .iter()
            .filter(|dated| !apart(&dated.field))
            .map(|dated| {
                let entry = self.dossier.entries_of(&facts.id).find(|entry| entry.field == dated.field);
                DateFact {
                    label: self.field_label(facts, &dated.field),
                    date: self.date(&dated.date),
                    href: entry
                        .filter(|_| self.bundled.is_none())
                        .map(|entry| format!("{}#{}", self.href(&PageAddress::Timeline), entry.anchor)),
                }
            })
            .collect()
    }

    /// What readers see for a field of the facts panel.
    pub(super) fn field_label(&self, facts: &PageFacts, field: &str) -> String {
        let settings = &self.dossier.settings;
        let kind = facts.kind().and_then(|kind| settings.kind(kind.as_str()));
        let dates = kind.map(|kind| kind.dates.as_slice()).unwrap_or_default();
        let own = dates.iter().find(|date| &*date.field == field);
        let label = own.map(|date| &date.label).or_else(|| settings.fields.get(field));
        label.map_or_else(|| self.words.get("facts-date").to_owned(), ToString::to_string)
    }
}

fn openness(start: bool, end: bool) -> &'static str {
    match (start, end) {
        (true, true) => "open-start open-end",
        (true, false) => "open-start",
        (false, true) => "open-end",
        (false, false) => "",
    }
}
