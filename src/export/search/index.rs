//! Entries → the files of a pagefind index.
//!
//! The library is fed one entry after the other in the order of the dossier. Entries are made in parallel, a few
//! hundred at a time, so neither all pages nor all entries are ever in memory beside the index.

use std::collections::BTreeMap;
use std::fmt;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use rayon::prelude::*;

use super::IndexError;
use super::entry::{self, DateRanks};
use crate::link::Dossier;
use crate::markup::Material;

/// A file from the site's top, and its bytes.
pub(super) type File = (String, Vec<u8>);

/// How many entries are made at a time.
const AT_A_TIME: usize = 256;

/// What pagefind shall not read: signs that lead from the text to its notes and sources, and from those back.
const LEFT_OUT: [&str; 6] =
    [".heading-anchor", ".note-mark", ".note-number", ".para-number", ".back-mark", ".citations:not(.said)"];

/// The language, as pagefind names it.
fn language_of(dossier: &Dossier) -> String {
    dossier.settings.language.to_lowercase()
}

/// All files of the index, by path.
pub(super) fn build(material: &Material) -> Result<Vec<File>, IndexError> {
    // The library runs on a runtime of its own, which no thread of another runtime may start; and should it panic,
    // the site is written without a search instead of not at all.
    let thread = std::thread::scope(|scope| scope.spawn(|| on_this_thread(material)).join());
    thread.unwrap_or_else(|_| Err(IndexError("pagefind panicked".to_owned())))
}

fn on_this_thread(material: &Material) -> Result<Vec<File>, IndexError> {
    let failed = |error: &dyn fmt::Display| IndexError(error.to_string());
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| failed(&error))?;
    let options = PagefindServiceConfig::builder()
        .root_selector("html".to_owned())
        .exclude_selectors(LEFT_OUT.map(String::from).to_vec())
        .force_language(language_of(&material.dossier))
        .keep_index_url(true)
        .build();
    let mut index = PagefindIndex::new(Some(options)).map_err(|error| failed(&error))?;
    let ranks = date_ranks(&material.dossier);
    for (nth, some) in ranks.chunks(AT_A_TIME).enumerate() {
        let places = some.par_iter().enumerate();
        let entries: Vec<_> =
            places.map(|(at, ranks)| entry::of(material, nth * AT_A_TIME + at, *ranks)).collect();
        for entry in entries.into_iter().flatten() {
            let added = index.add_html_file(None, Some(entry.href), entry.html);
            runtime.block_on(added).map_err(|error| failed(&error))?;
        }
    }
    let files = runtime.block_on(index.get_files()).map_err(|error| failed(&error))?;
    // The library gives them in the order of a hash map.
    let mut files: BTreeMap<_, _> = files
        .into_iter()
        .map(|file| (file.filename.to_string_lossy().replace('\\', "/"), file.contents))
        .filter(|(path, _)| is_needed(path))
        .collect();
    if files.contains_key(&format!("wasm.{}.pagefind", language_of(&material.dossier))) {
        files.remove("wasm.unknown.pagefind");
    }
    Ok(files.into_iter().map(|(path, bytes)| (format!("pagefind/{path}"), bytes)).collect())
}

/// The index, and the one script that reads it: what pagefind brings for pages of its own look stays behind, and so does
/// its worker, which our page does without.
fn is_needed(path: &str) -> bool {
    match path.rsplit_once('.') {
        Some((_, "css")) => false,
        Some((name, "js")) => name == "pagefind",
        _ => true,
    }
}

/// Where each page stands in the order of dates.
fn date_ranks(dossier: &Dossier) -> Vec<DateRanks> {
    let pages = dossier.all_pages();
    let date = |place: &usize| pages.get(*place).and_then(|page| page.facts().dates.first());
    let (mut dated, undated): (Vec<usize>, Vec<usize>) =
        (0..pages.len()).partition(|place| date(place).is_some());
    dated.sort_by_cached_key(|place| date(place).map(|dated| dated.date.order()));
    let mut ranks = vec![DateRanks { newest: 0, oldest: 0 }; pages.len()];
    for (rank, place) in dated.iter().chain(&undated).enumerate() {
        if let Some(ranks) = ranks.get_mut(*place) {
            ranks.oldest = rank;
        }
    }
    for (rank, place) in dated.iter().rev().chain(&undated).enumerate() {
        if let Some(ranks) = ranks.get_mut(*place) {
            ranks.newest = rank;
        }
    }
    ranks
}
