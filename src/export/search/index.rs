//! Entries → the files of a pagefind index.
//!
//! The library is fed one entry after the other in the order of the dossier. Entries are made in parallel, a few
//! hundred at a time. It holds all it was fed, and more than once, and works on one thread; so a large index has several
//! parts, of which two are made at a time, and no more are ever in memory.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError, mpsc};

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use rayon::prelude::*;

use super::IndexError;
use super::entry::{self, DateRanks};
use crate::link::Dossier;
use crate::markup::Material;
use crate::view::search_parts::{PartSize, SearchParts, by_date};

/// A file from the site's top, and its bytes.
pub(super) type File = (String, Vec<u8>);

/// How many entries are made at a time.
const AT_A_TIME: usize = 256;

/// How many parts are made at a time. More would be quicker on larger machines, and each takes up to 700 MB.
const AT_ONCE: usize = 2;

/// What pagefind shall not read: signs that lead from the text to its notes and sources, and from those back.
const LEFT_OUT: [&str; 6] =
    [".heading-anchor", ".note-mark", ".note-number", ".para-number", ".back-mark", ".citations:not(.said)"];

/// The language, as pagefind names it.
fn language_of(dossier: &Dossier) -> String {
    dossier.settings.language.to_lowercase()
}

/// All files of the index, by path, those of a part at once; each part is handed to `take` when it is made.
pub(super) fn build<E: From<IndexError>>(
    material: &Material,
    size: PartSize,
    mut take: impl FnMut(Vec<File>) -> Result<(), E>,
) -> Result<(), E> {
    let SearchParts { parts, .. } = SearchParts::of(&material.dossier, size);
    let ranks = date_ranks(&material.dossier);
    let waiting = Mutex::new(parts.iter().enumerate());
    // The lock guards an iterator, which no panic leaves halfway.
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    // The library runs on a runtime of its own, which no thread of another runtime may start; and should it panic,
    // that is an error like others.
    std::thread::scope(|scope| {
        let (send, made) = mpsc::sync_channel(0);
        for _ in 0..AT_ONCE.min(parts.len()) {
            let (send, next, ranks) = (send.clone(), &next, &ranks);
            scope.spawn(move || {
                while let Some((nth, places)) = next() {
                    let part = || {
                        feed(material, places, ranks)
                            .and_then(|index| files_of(index, nth, &material.dossier))
                    };
                    let files = catch_unwind(AssertUnwindSafe(part));
                    // Nobody waits for the rest any more where a part could not be written.
                    if send.send(files.unwrap_or_else(|_| Err(failed("pagefind panicked")))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        made.into_iter().try_for_each(|files| take(files?))
    })
}

fn failed(error: impl fmt::Display) -> IndexError {
    IndexError(error.to_string())
}

fn runtime() -> Result<tokio::runtime::Runtime, IndexError> {
    tokio::runtime::Builder::new_current_thread().build().map_err(failed)
}

/// The index of these pages, which the library has read.
fn feed(material: &Material, places: &[usize], ranks: &[DateRanks]) -> Result<PagefindIndex, IndexError> {
    let runtime = runtime()?;
    let options = PagefindServiceConfig::builder()
        .root_selector("html".to_owned())
        .exclude_selectors(LEFT_OUT.map(String::from).to_vec())
        .force_language(language_of(&material.dossier))
        .keep_index_url(true)
        .build();
    let mut index = PagefindIndex::new(Some(options)).map_err(failed)?;
    for some in places.chunks(AT_A_TIME) {
        let entries: Vec<_> = some
            .par_iter()
            .map(|place| entry::of(material, *place, ranks.get(*place).copied().unwrap_or_default()))
            .collect();
        for entry in entries.into_iter().flatten() {
            runtime.block_on(index.add_html_file(None, Some(entry.href), entry.html)).map_err(failed)?;
        }
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
    let folder = if nth == 0 { "pagefind/".to_owned() } else { format!("pagefind/part-{}/", nth + 1) };
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

/// Where each page stands in the order of dates.
fn date_ranks(dossier: &Dossier) -> Vec<DateRanks> {
    let (dated, undated) = by_date(dossier);
    let mut ranks = vec![DateRanks::default(); dossier.all_pages().len()];
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
