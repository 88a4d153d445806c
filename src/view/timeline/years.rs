//! The entries of a page of the timeline under their headings: year, month, day.

use std::collections::HashMap;

use serde::Serialize;

use super::super::viewer::Viewer;
use super::TimelineEntryView;
use crate::link::timeline::TimelineEntry;
use crate::model::date::Extent;
use crate::model::slug;
use crate::model::words::capitalised;

/// One year of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineYear {
    /// "2017", "45 BCE", "Open or unknown dates".
    pub label: String,
    /// `year-2017`.
    pub anchor: String,
    /// Its months, in the order of the entries.
    pub months: Vec<TimelineMonth>,
}

/// One month of a year.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineMonth {
    /// "December", "November to December"; empty for entries that are written without a month.
    pub label: String,
    /// The entries, those of one day together.
    pub days: Vec<TimelineDay>,
}

/// Entries of a month that follow each other.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineDay {
    /// "1 December", where several are of this very day; else empty.
    pub label: String,
    /// The entries.
    pub entries: Vec<TimelineEntryView>,
}

impl Viewer<'_> {
    /// Entries by year and month.
    pub(super) fn years(&self, entries: &[&TimelineEntry]) -> Vec<TimelineYear> {
        let mut years: Vec<TimelineYear> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for entry in entries {
            let (label, anchor) = self.year_heading(entry);
            // A vague date may stand between two of one year; the year keeps its one heading all the same.
            let place = *places.entry(anchor.clone()).or_insert_with(|| {
                years.push(TimelineYear { label, anchor, months: Vec::new() });
                years.len() - 1
            });
            let year = &mut years[place];
            // Months follow each other as the entries do; the order of the entries is never changed for a heading.
            let label = entry.date.months().words(self.language).map(capitalised).unwrap_or_default();
            match year.months.last_mut().filter(|month| month.label == label) {
                Some(month) => self.add_to_month(&mut month.days, entry),
                None => {
                    let days =
                        vec![TimelineDay { label: self.day_label(entry), entries: vec![self.entry(entry)] }];
                    year.months.push(TimelineMonth { label, days });
                }
            }
        }
        for month in years.iter_mut().flat_map(|year| &mut year.months) {
            month.days = headed(std::mem::take(&mut month.days));
        }
        years
    }

    /// The heading of an entry's year, and its id.
    pub(super) fn year_heading(&self, entry: &TimelineEntry) -> (String, String) {
        let vague = entry.date.vague_year(self.language).map(capitalised);
        match (vague, entry.date.group().year) {
            (Some(words), _) => (words.clone(), format!("year-{}", slug(&words))),
            (None, Some(year)) if year > 0 => (self.language.year(year), format!("year-{year}")),
            (None, Some(year)) => (self.language.year(year), format!("year-bce-{}", 1 - year)),
            (None, None) => (self.words.get("timeline-open").to_owned(), "year-open".to_owned()),
        }
    }

    fn add_to_month(&self, days: &mut Vec<TimelineDay>, entry: &TimelineEntry) {
        let label = self.day_label(entry);
        match days.last_mut().filter(|day| day.label == label) {
            Some(day) => day.entries.push(self.entry(entry)),
            None => days.push(TimelineDay { label, entries: vec![self.entry(entry)] }),
        }
    }

    /// "1 December" of an entry on one day; of anything wider nothing, since no day is written.
    fn day_label(&self, entry: &TimelineEntry) -> String {
        let day = entry.date.earliest().filter(|_| entry.date.extent() == Extent::Day);
        day.map(|day| self.language.day_of_month(day)).unwrap_or_default()
    }
}

/// A day with one entry alone needs no heading: its date stands beside it.
fn headed(days: Vec<TimelineDay>) -> Vec<TimelineDay> {
    let mut runs: Vec<TimelineDay> = Vec::new();
    for mut day in days {
        if day.entries.len() == 1 {
            day.label.clear();
        }
        match runs.last_mut().filter(|run| run.label.is_empty() && day.label.is_empty()) {
            Some(run) => run.entries.append(&mut day.entries),
            None => runs.push(day),
        }
    }
    runs
}
