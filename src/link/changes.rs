//! What a reader can follow: which pages changed last, what was corrected last, and which events have a day.
//!
//! Gathered once, because every page says whether there are such feeds, and none may walk the dossier for it. Dates come
//! from front matter alone. One that is not a day beyond doubt has no place in a feed, which knows moments only.

use std::cmp::Reverse;

use super::corpus::Corpus;
use super::timeline::TimelineEntry;
use crate::model::EntityId;
use crate::parse::facts::Correction;

/// How many entries a feed has at most.
const MOST: usize = 50;

/// What feeds and the calendar tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The pages that changed last, the newest first; each has a timestamp as `updated`.
    pub pages: Vec<EntityId>,
    /// What was corrected last and where, the newest first; each has a timestamp as date.
    pub corrections: Vec<(EntityId, Correction)>,
    /// Whether any event is dated.
    pub has_events: bool,
}

/// Gather what changed. `corrections` are all, the newest first.
#[must_use]
pub(super) fn gather(
    corpus: &Corpus,
    timeline: &[TimelineEntry],
    corrections: &[(EntityId, Correction)],
) -> Changes {
    let mut pages: Vec<_> = corpus
        .pages()
        .filter_map(|page| {
            let updated = page.facts().updated.as_ref()?;
            updated.timestamp().map(|_| (updated.order(), &page.facts().id))
        })
        .collect();
    // A stable sort: what changed on one day stays in page order.
    pages.sort_by_key(|(order, _)| Reverse(*order));
    let mut told: Vec<(EntityId, Correction)> = Vec::new();
    for (id, correction) in corrections.iter().filter(|(_, found)| found.date.timestamp().is_some()) {
        // The same words of the same day twice on a page are one correction.
        let same = |(page, known): &(EntityId, Correction)| {
            page == id && known.date == correction.date && known.what == correction.what
        };
        if told.len() < MOST && !told.iter().any(same) {
            told.push((id.clone(), correction.clone()));
        }
    }
    Changes {
        pages: pages.into_iter().take(MOST).map(|(_, id)| id.clone()).collect(),
        corrections: told,
        has_events: timeline.iter().any(|entry| corpus.is_event(&entry.entity)),
    }
}
