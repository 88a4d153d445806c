//! The data of a timeline that is too long for one page, as scripts that assign it: pages on a disk may not fetch.
//!
//! The index says what each entry can be narrowed by, and is loaded when somebody narrows, in several files where it is
//! long; the words of the entries lie
//! in further files, loaded as they are shown.

use rayon::prelude::*;

use super::SiteFile;
use crate::link::PageAddress;
use crate::link::address::{TIMELINE_INDEX_FILE, timeline_index_part_file, timeline_words_file};
use crate::markup::Material;
use crate::view::Viewer;

/// All files of this data; none where one page holds the whole timeline.
pub(super) fn files(material: &Material) -> Vec<SiteFile<'static>> {
    let viewer = Viewer::new(material, &PageAddress::Timeline);
    let Some((index, parts)) = viewer.timeline_index() else { return Vec::new() };
    let words = |nth: usize| {
        let text = format!("window.redstringTimeline.shards[{nth}]={};\n", json(&viewer.timeline_words(nth)));
        SiteFile::text(timeline_words_file(nth), text)
    };
    let mut files =
        vec![SiteFile::text(TIMELINE_INDEX_FILE, format!("window.redstringTimeline={};\n", json(&index)))];
    files.extend(parts.iter().enumerate().map(|(place, part)| {
        let text = format!("window.redstringTimeline.more[{place}]={};\n", json(part));
        SiteFile::text(timeline_index_part_file(place + 1), text)
    }));
    files.par_extend((0..index.files.len()).into_par_iter().map(words));
    files
}

/// Texts, numbers and lists alone cannot fail to be written.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
