//! The parts of a long timeline: their list, and the ways from one to the next.

use serde::Serialize;

use super::super::span::{Precision, words};
use super::super::viewer::Viewer;
use crate::link::PageAddress;
use crate::link::parts::{Part, PartUnit};
use crate::link::selection::{Selected, Selection};
use crate::model::date::DatePlace;

/// A part of a long timeline.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodView {
    /// "1990 to 1994", "March 2017".
    pub label: String,
    /// Its page.
    pub href: String,
    /// How many entries it has.
    pub count: usize,
}

/// The ways from a part of a long timeline to others.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodPager {
    /// The part before.
    pub previous: Option<PeriodView>,
    /// The part after.
    pub next: Option<PeriodView>,
    /// The first page, with the overview of all.
    pub overview_href: String,
}

impl Viewer<'_> {
    /// All parts, on the first page.
    pub(super) fn periods(
        &self,
        selection: &Selection,
        selected: &Selected,
        part: Option<&Part>,
    ) -> Vec<PeriodView> {
        if part.is_some() {
            return Vec::new();
        }
        selected.parts.iter().map(|part| self.period(selection, part)).collect()
    }

    /// The ways from one part to its neighbours.
    pub(super) fn period_pager(
        &self,
        selection: &Selection,
        selected: &Selected,
        part: &Part,
    ) -> PeriodPager {
        let at = selected.parts.partition_point(|other| other.entries.start < part.entries.start);
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| selected.parts.get(at)).map(|part| self.period(selection, part))
        };
        PeriodPager {
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(Some(at + 1)),
            overview_href: self.href(&selection.address()),
        }
    }

    fn period(&self, selection: &Selection, part: &Part) -> PeriodView {
        PeriodView {
            label: self.part_words(part),
            href: self.href(&PageAddress::TimelinePart(selection.clone(), part.name.clone())),
            count: part.entries.len(),
        }
    }

    /// What a part holds: "1990 to 1994", "March 2017", "3 March 2017 (from entry 401)".
    pub(super) fn part_words(&self, part: &Part) -> String {
        let precision = match part.unit {
            PartUnit::Years => Precision::Year,
            PartUnit::Months => Precision::Month,
            PartUnit::Days | PartUnit::Entries(_) => Precision::Day,
        };
        let period = match (part.first, part.last) {
            (DatePlace::On(first), DatePlace::On(last)) => self.span_words(first, last, precision),
            (_, DatePlace::On(last)) => {
                let date = words(self.language, last, last, precision);
                self.words.fill("timeline-period-up-to", &[("date", (&date).into())])
            }
            (DatePlace::On(first), _) => {
                let date = words(self.language, first, first, precision);
                self.words.fill("timeline-period-from", &[("date", (&date).into())])
            }
            _ => self.words.get("timeline-open").to_owned(),
        };
        match part.unit {
            PartUnit::Entries(nth) if nth > 1 => {
                let gaps = [("period", (&period).into()), ("number", nth.into())];
                self.words.fill("timeline-period-numbered", &gaps)
            }
            _ => period,
        }
    }
}
