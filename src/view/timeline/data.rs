//! A long timeline for scripts: what all entries can be narrowed by, and the words of each.
//!
//! All addresses are as seen from the first page of the timeline, where the script draws what is left of it.

use std::collections::HashMap;

use serde::Serialize;

use super::super::viewer::Viewer;
use super::TimelineEntryView;
use crate::link::address::{relative, timeline_words_file};
use crate::link::timeline::TimelineEntry;
use crate::model::EntityId;
use crate::model::date::Certainty;

/// How many entries one file of words holds.
const ENTRIES_IN_A_FILE: usize = 250;

/// What can be known of all entries without their words.
#[derive(Debug, Serialize)]
pub struct TimelineIndex {
    /// The ids of the kinds.
    pub kinds: Vec<String>,
    /// The people concerned: id, name, address.
    pub people: Vec<[String; 3]>,
    /// The organisations concerned: id, name, address.
    pub organisations: Vec<[String; 3]>,
    /// The tags: slug, label, address.
    pub tags: Vec<[String; 3]>,
    /// The entries in order: the place of the kind, the places of people, organisations and tags; the first and the
    /// last day, where they are known; whether the date is approximate or uncertain; the days by which a source for it
    /// was published and retrieved, where one says so.
    pub entries: Vec<IndexedEntry>,
    /// How many entries each file of words holds.
    pub size: usize,
    /// The files of words.
    pub files: Vec<String>,
    /// Their words, once they are loaded.
    pub shards: Vec<()>,
}

/// One entry of the index.
#[derive(Debug, Serialize)]
pub struct IndexedEntry(
    usize,
    Vec<usize>,
    Vec<usize>,
    Vec<usize>,
    Option<i64>,
    Option<i64>,
    u8,
    Option<i64>,
    Option<i64>,
);

/// The words of one entry.
#[derive(Debug, Serialize)]
pub struct EntryWords {
    href: String,
    date: String,
    machine: Option<String>,
    shape: String,
    kind: String,
    label: String,
    title: String,
    to: String,
    summary: String,
    sources: Vec<[String; 2]>,
    year: String,
}

impl Viewer<'_> {
    /// The index of the whole timeline, and how many files of words belong to it; none where one page holds it all.
    #[must_use]
    pub fn timeline_index(&self) -> Option<TimelineIndex> {
        let dossier = self.dossier;
        let files = dossier.timeline.chunks(ENTRIES_IN_A_FILE).len();
        dossier.timeline.first().filter(|first| first.part.is_some())?;
        let mut index = TimelineIndex {
            kinds: dossier.filters.kinds.iter().map(|(kind, _)| kind.to_string()).collect(),
            people: Vec::new(),
            organisations: Vec::new(),
            tags: Vec::new(),
            entries: Vec::with_capacity(dossier.timeline.len()),
            size: ENTRIES_IN_A_FILE,
            files: (0..files).map(|nth| relative(self.file(), &timeline_words_file(nth))).collect(),
            shards: Vec::new(),
        };
        let mut agents: HashMap<String, usize> = HashMap::new();
        let mut tags: HashMap<String, usize> = HashMap::new();
        for entry in dossier.timeline.iter() {
            let data = self.entry_data(entry, usize::MAX);
            let mut known = |ids: &str, list: &mut Vec<[String; 3]>| -> Vec<usize> {
                let place = |id: &str| match agents.get(id) {
                    Some(place) => *place,
                    None => {
                        let link = self.link(&EntityId::new(id));
                        list.push([id.to_owned(), link.text, link.href.unwrap_or_default()]);
                        agents.insert(id.to_owned(), list.len() - 1);
                        list.len() - 1
                    }
                };
                ids.split_whitespace().map(place).collect()
            };
            let people = known(&data.people, &mut index.people);
            let organisations = known(&data.organisations, &mut index.organisations);
            let mut own_tags: Vec<usize> = Vec::new();
            for tag in entry.tags.iter().filter_map(|name| dossier.tag(name.as_str())) {
                let place = *tags.entry(tag.slug.to_string()).or_insert_with(|| {
                    let view = self.tag(tag);
                    index.tags.push([tag.slug.to_string(), view.label, view.href]);
                    index.tags.len() - 1
                });
                own_tags.push(place);
            }
            let kind = index.kinds.iter().position(|kind| *kind == data.kind).unwrap_or_default();
            let doubtful = u8::from(entry.date.certainty() != Certainty::Certain);
            index.entries.push(IndexedEntry(
                kind,
                people,
                organisations,
                own_tags,
                data.from,
                data.until,
                doubtful,
                data.published,
                data.retrieved,
            ));
        }
        Some(index)
    }

    /// The words of the entries of the n-th file.
    #[must_use]
    pub fn timeline_words(&self, nth: usize) -> Vec<EntryWords> {
        let entries = self.dossier.timeline.chunks(ENTRIES_IN_A_FILE).nth(nth).unwrap_or_default();
        entries.iter().map(|entry| self.entry_words(entry)).collect()
    }

    fn entry_words(&self, entry: &TimelineEntry) -> EntryWords {
        let TimelineEntryView { link, kind_label, label, date, summary, sources, href, .. } =
            self.entry(entry);
        let open = if date.open.is_empty() { String::new() } else { format!(" {}", date.open) };
        let sources = sources.into_iter().map(|link| [link.text, link.href.unwrap_or_default()]);
        EntryWords {
            href,
            date: date.words,
            machine: date.machine,
            shape: format!("entry is-{} spans-{}{open}", date.certainty, date.extent),
            kind: kind_label,
            label,
            title: link.text,
            to: link.href.unwrap_or_default(),
            summary,
            sources: sources.collect(),
            year: self.year_heading(entry).0,
        }
    }
}
