//! A long timeline for scripts: what all entries can be narrowed by, and the words of each.
//!
//! All addresses are as seen from the first page of the timeline, where the script draws what is left of it.

use std::sync::Arc;

use std::collections::HashMap;

use serde::Serialize;

use super::super::viewer::Viewer;
use super::TimelineEntryView;
use crate::link::address::{relative, timeline_index_part_file, timeline_words_file};
use crate::link::timeline::TimelineEntry;
use crate::model::EntityId;
use crate::model::date::Certainty;

/// How many entries one file of words holds.
const ENTRIES_IN_A_FILE: usize = 250;

/// How many entries one file of the index holds.
const ENTRIES_IN_A_PART: usize = 3_000;

/// What can be known of all entries without their words, in parts: of a very long timeline the further ones lie in files
/// of their own.
#[derive(Debug, Serialize)]
pub struct TimelineIndex {
    /// The ids of the kinds.
    pub kinds: Vec<String>,
    /// The first part.
    #[serde(flatten)]
    pub first: IndexPart,
    /// How many entries each file of words holds.
    pub size: usize,
    /// The files of words.
    pub files: Vec<String>,
    /// Their words, once they are loaded.
    pub shards: Vec<()>,
    /// The files of further parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// What they hold, once they are loaded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<Vec<()>>,
}

/// What can be known of some entries, and of those concerned that no part before names.
#[derive(Debug, Default, Serialize)]
pub struct IndexPart {
    /// The people concerned: id, name, address.
    pub people: Vec<[String; 3]>,
    /// The organisations concerned: id, name, address.
    pub organisations: Vec<[String; 3]>,
    /// The tags: slug, label, address.
    pub tags: Vec<[String; 3]>,
    /// The entries in order: the place of the kind, the places of people, organisations and tags over all parts; the
    /// first and the last day, where they are known; whether the date is approximate or uncertain; the days by which a
    /// source for it was published and retrieved, where one says so.
    pub entries: Vec<IndexedEntry>,
}

/// What was named once, and has a place: over all parts.
#[derive(Debug, Default)]
struct Named {
    places: HashMap<String, usize>,
}

impl Named {
    /// The place of one; the first time it is put on the list of this part.
    fn place(
        &mut self,
        name: &str,
        list: &mut Vec<[String; 3]>,
        said: impl FnOnce() -> [String; 2],
    ) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let [words, href] = said();
        list.push([name.to_owned(), words, href]);
        let place = self.places.len();
        self.places.insert(name.to_owned(), place);
        place
    }
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
    kind: Arc<str>,
    label: Arc<str>,
    title: Arc<str>,
    to: String,
    summary: Arc<str>,
    sources: Vec<(Arc<str>, String)>,
    year: String,
}

impl Viewer<'_> {
    /// The index of the whole timeline, and its further parts; none where one page holds it all.
    #[must_use]
    pub fn timeline_index(&self) -> Option<(TimelineIndex, Vec<IndexPart>)> {
        let dossier = self.dossier;
        let files = dossier.timeline.chunks(ENTRIES_IN_A_FILE).len();
        dossier.timeline.first().filter(|first| first.part.is_some())?;
        let kinds: Vec<String> = dossier.filters.kinds.iter().map(|(kind, _)| kind.to_string()).collect();
        let mut named: [Named; 3] = Default::default();
        let parts = dossier.timeline.chunks(ENTRIES_IN_A_PART);
        let parts = parts.map(|entries| self.index_part(entries, &kinds, &mut named));
        let mut parts: Vec<IndexPart> = parts.collect();
        let further = parts.split_off(1);
        let address = |nth: usize| relative(self.file(), &timeline_index_part_file(nth));
        let index = TimelineIndex {
            kinds,
            first: parts.pop()?,
            size: ENTRIES_IN_A_FILE,
            files: (0..files).map(|nth| relative(self.file(), &timeline_words_file(nth))).collect(),
            shards: Vec::new(),
            parts: (1..=further.len()).map(address).collect(),
            more: (!further.is_empty()).then(Vec::new),
        };
        Some((index, further))
    }

    fn index_part(&self, entries: &[TimelineEntry], kinds: &[String], named: &mut [Named; 3]) -> IndexPart {
        let mut part = IndexPart::default();
        let [people, organisations, tags] = named;
        let agent = |id: &str| {
            let link = self.link(&EntityId::new(id));
            [link.text.to_string(), link.href.unwrap_or_default()]
        };
        for entry in entries {
            let data = self.entry_data(entry, usize::MAX);
            let ids = data.people.split_whitespace();
            let people = ids.map(|id| people.place(id, &mut part.people, || agent(id))).collect();
            let ids = data.organisations.split_whitespace();
            let ids = ids.map(|id| organisations.place(id, &mut part.organisations, || agent(id)));
            let organisations = ids.collect();
            let own_tags = entry.tags.iter().filter_map(|name| self.dossier.tag(name.as_str()));
            let own_tags = own_tags.map(|tag| {
                tags.place(&tag.slug, &mut part.tags, || {
                    let view = self.tag(tag);
                    [view.label.to_string(), view.href]
                })
            });
            let own_tags = own_tags.collect();
            let kind = kinds.iter().position(|kind| *kind == data.kind).unwrap_or_default();
            let doubtful = u8::from(entry.date.certainty() != Certainty::Certain);
            part.entries.push(IndexedEntry(
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
        part
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
        let sources = sources.into_iter().map(|link| (link.text, link.href.unwrap_or_default()));
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
