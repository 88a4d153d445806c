//! Entries → the files of a pagefind index.
//!
//! The library is fed one entry after the other in the order of the dossier. It holds all it was fed, and more than once,
//! and works on one thread; so a large index has several parts, of which two are made at a time, and no more are ever in
//! memory. The entries of a part are made by many threads before it is fed with any: by their hash it is known whether its
//! files are those of the last time.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError, mpsc};

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use rayon::prelude::*;

use super::entry::{self, DateRanks, Entry};
use super::{IndexError, Part, folder_of};
use crate::export::manifest::{Hash, Summing};
use crate::link::Dossier;
use crate::markup::Material;
use crate::view::search_parts::{PartSize, SearchParts, by_date};

/// A file from the site's top, and its bytes.
pub(super) type File = (String, Vec<u8>);

/// How many parts are made at a time. More would be quicker on larger machines, and each takes up to half a gigabyte.
const AT_ONCE: usize = 2;

/// What pagefind shall not read: signs that lead from the text to its notes and sources, and from those back.
const LEFT_OUT: [&str; 6] =
    [".heading-anchor", ".note-mark", ".note-number", ".para-number", ".back-mark", ".citations:not(.said)"];

/// The language, as pagefind names it.
fn language_of(dossier: &Dossier) -> String {
    dossier.settings.language.to_lowercase()
}

/// All files of the index, by path, those of a part at once; each part that does not stay is handed to `take` when it is
/// made. What each part holds, in order.
pub(super) fn build<E: From<IndexError> + Send>(
    material: &Material,
    size: PartSize,
    stays: impl Fn(Part) -> Result<bool, E> + Sync,
    mut take: impl FnMut(Vec<File>) -> Result<(), E>,
) -> Result<Vec<Hash>, E> {
    let SearchParts { parts, .. } = SearchParts::of(&material.dossier, size);
    let waiting = Mutex::new(parts.iter().enumerate());
    // The lock guards an iterator, which no panic leaves halfway.
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let make = |nth: usize, places: &[usize]| -> Result<(Part, Vec<File>), E> {
        let entries = entries(material, places);
        let part = Part { nth, holds: hash_of(&entries, &material.dossier) };
        if stays(part)? {
            return Ok((part, Vec::new()));
        }
        let index = feed(entries, &material.dossier)?;
        Ok((part, files_of(index, nth, &material.dossier)?))
    };
    let mut made = vec![None; parts.len()];
    // The library runs on a runtime of its own, which no thread of another runtime may start; and should it panic,
    // that is an error like others.
    std::thread::scope(|scope| -> Result<(), E> {
        let (send, received) = mpsc::sync_channel(0);
        for _ in 0..AT_ONCE.min(parts.len()) {
            let (send, next, make) = (send.clone(), &next, &make);
            scope.spawn(move || {
                while let Some((nth, places)) = next() {
                    let part = catch_unwind(AssertUnwindSafe(|| make(nth, places)));
                    let part = part.unwrap_or_else(|_| Err(failed("pagefind panicked").into()));
                    // Nobody waits for the rest any more where a part could not be written.
                    if send.send(part).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        for part in received {
            let (part, files) = part?;
            take(files)?;
            if let Some(place) = made.get_mut(part.nth) {
                *place = Some(part.holds);
            }
        }
        Ok(())
    })?;
    Ok(made.into_iter().flatten().collect())
}

/// The entries of these pages.
fn entries(material: &Material, places: &[usize]) -> Vec<Entry> {
    let ranks = date_ranks(&material.dossier, places);
    let entries = places.par_iter().zip(ranks).map(|(place, ranks)| entry::of(material, *place, ranks));
    entries.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// The hash of all that the library is told.
fn hash_of(entries: &[Entry], dossier: &Dossier) -> Hash {
    let mut sum = Summing::default();
    let mut add = |bytes: &[u8]| {
        sum.add(&bytes.len().to_le_bytes());
        sum.add(bytes);
    };
    add(language_of(dossier).as_bytes());
    for entry in entries {
        add(entry.href.as_bytes());
        add(entry.html.as_bytes());
    }
    sum.done().sha256
}

fn failed(error: impl fmt::Display) -> IndexError {
    IndexError(error.to_string())
}

fn runtime() -> Result<tokio::runtime::Runtime, IndexError> {
    tokio::runtime::Builder::new_current_thread().build().map_err(failed)
}

/// The index of these entries, which the library has read.
fn feed(entries: Vec<Entry>, dossier: &Dossier) -> Result<PagefindIndex, IndexError> {
    let runtime = runtime()?;
    let options = PagefindServiceConfig::builder()
        .root_selector("html".to_owned())
        .exclude_selectors(LEFT_OUT.map(String::from).to_vec())
        .force_language(language_of(dossier))
        .keep_index_url(true)
        .build();
    let mut index = PagefindIndex::new(Some(options)).map_err(failed)?;
    for entry in entries {
        runtime.block_on(index.add_html_file(None, Some(entry.href), entry.html)).map_err(failed)?;
    }
    Ok(index)
}

/// The files of a part. The first is an index by itself; the others leave to it what is the same for all.
fn files_of(mut index: PagefindIndex, nth: usize, dossier: &Dossier) -> Result<Vec<File>, IndexError> {
    let files = runtime()?.block_on(index.get_files()).map_err(failed)?;
    // The library gives them in the order of a hash map.
    let mut files: BTreeMap<_, _> = files
        .into_iter()
        .map(|file| (file.filename.to_string_lossy().replace('\\', "/"), file.contents))
        .filter(|(path, _)| is_needed(path, nth == 0))
        .collect();
    if files.contains_key(&format!("wasm.{}.pagefind", language_of(dossier))) {
        files.remove("wasm.unknown.pagefind");
    }
    let folder = folder_of(nth);
    Ok(files.into_iter().map(|(path, bytes)| (format!("{folder}{path}"), bytes)).collect())
}

/// The index, and the one script and program that read it: what pagefind brings for pages of its own look stays behind,
/// and so does its worker, which our page does without.
fn is_needed(path: &str, is_first: bool) -> bool {
    match path.rsplit_once('.') {
        Some((_, "css")) => false,
        Some((name, "js")) => is_first && name == "pagefind",
        Some((_, "pagefind")) => is_first,
        _ => true,
    }
}

/// Where each of these pages, which are in order, stands among them in the order of dates. A page elsewhere changes none of
/// it: in an order by date the parts follow each other.
fn date_ranks(dossier: &Dossier, places: &[usize]) -> Vec<DateRanks> {
    let (dated, undated) = by_date(dossier, places.iter().copied());
    let mut ranks = vec![DateRanks::default(); places.len()];
    let at = |place: &usize| places.binary_search(place).unwrap_or_default();
    for (rank, place) in dated.iter().chain(&undated).enumerate() {
        ranks[at(place)].oldest = rank;
    }
    for (rank, place) in dated.iter().rev().chain(&undated).enumerate() {
        ranks[at(place)].newest = rank;
    }
    ranks
}
