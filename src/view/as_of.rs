//! The slider of the timeline: the dossier as a reader of some day could have known it.

use serde::Serialize;

use super::viewer::Viewer;
use crate::link::knowledge::Period;
use crate::link::{KnownList, PageAddress, ReadingOrder};
use crate::model::words::capitalised;

/// The stops of the slider, and what it counts.
#[derive(Debug, Clone, Serialize)]
pub struct AsOfView {
    /// The stops, in order: the ends of the months in which an entry became known.
    pub stops: Vec<AsOfStop>,
    /// How many entries the timeline has.
    pub total: usize,
    /// How many of them are never known, because nothing says when a source for them was published.
    pub never: usize,
}

/// One stop: the end of a month, or of a year where months would be too many.
#[derive(Debug, Clone, Serialize)]
pub struct AsOfStop {
    /// As it stands in an address: `2017-12`, `bce-45-03`.
    pub name: String,
    /// "December 2017".
    pub label: String,
    /// Its last day, counted from 1 January 1970.
    pub day: i64,
    /// How many entries are known at its end.
    pub known: usize,
    /// What was new then.
    pub href: String,
}

impl Viewer<'_> {
    /// The slider; none where no entry has a day of becoming known.
    pub(super) fn as_of(&self) -> Option<AsOfView> {
        let knowledge = &self.dossier.knowledge;
        let total = self.dossier.timeline.len();
        let stops: Vec<AsOfStop> = knowledge
            .stops()
            .map(|(stop, known)| AsOfStop {
                name: stop.to_string(),
                label: capitalised(stop.words(self.language)),
                day: stop.last_day().days_since_1970(),
                known: *known,
                href: self.news_href(*stop),
            })
            .collect();
        let never = total - knowledge.dated_entries(ReadingOrder::Published);
        (!stops.is_empty()).then_some(AsOfView { stops, total, never })
    }

    /// The page of what was new then, or the nearest that there is.
    fn news_href(&self, period: Period) -> String {
        let year = Period::year_of(period.year());
        let list =
            [period, year].into_iter().find(|period| !self.dossier.knowledge.news_of(*period).is_empty());
        self.href(&PageAddress::Known(list.map_or(KnownList::Periods, KnownList::In), 1))
    }
}
