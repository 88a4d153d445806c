//! An index of several parts holds what an index of one part holds, and is the same each time.
#![cfg(feature = "search")]
#![allow(clippy::unwrap_used, reason = "a test may panic, also in its own functions")]

use std::collections::BTreeMap;
use std::path::Path;

use redstring::export::SiteFile;
use redstring::export::search::{IndexError, make_in_parts};
use redstring::markup::Material;
use redstring::pipeline::{Edition, Unwatched, Wishes};
use redstring::view::search_parts::PartSize;

const SMALL: PartSize = PartSize { pages: 7, bytes: usize::MAX };
const WHOLE: PartSize = PartSize { pages: usize::MAX, bytes: usize::MAX };

#[test]
fn parts_hold_what_the_whole_holds() {
    let edition = edition();
    let whole = files(&edition.material, WHOLE);
    let parts = files(&edition.material, SMALL);
    // What is found of a page, by the hash of what it holds.
    let fragments = |files: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        let mut names: Vec<_> = files
            .keys()
            .filter(|path| path.ends_with(".pf_fragment"))
            .map(|path| path.rsplit('/').next().unwrap().to_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(fragments(&parts), fragments(&whole));
    let entries = |files: &BTreeMap<String, Vec<u8>>| {
        files.keys().filter(|path| path.ends_with("pagefind-entry.json")).count()
    };
    assert_eq!(entries(&whole), 1);
    assert!(entries(&parts) >= fragments(&whole).len() / 7, "{}", entries(&parts));
    assert_eq!(parts.keys().filter(|path| path.contains("wasm.") || path.ends_with(".js")).count(), 3);
    assert!(whole.keys().all(|path| !path.contains("part-")));
}

#[test]
fn the_same_dossier_gives_the_same_parts() {
    let edition = edition();
    assert_eq!(files(&edition.material, SMALL), files(&edition.material, SMALL));
}

#[test]
fn a_part_that_cannot_be_taken_ends_the_making() {
    let edition = edition();
    let mut taken = 0;
    let made = make_in_parts(&edition.material, SMALL, |_| {
        taken += 1;
        if taken == 3 { Err(Full) } else { Ok(()) }
    });
    assert_eq!((made, taken), (Err(Full), 3));
}

#[derive(Debug, PartialEq)]
struct Full;

impl From<IndexError> for Full {
    fn from(_: IndexError) -> Self {
        Self
    }
}

fn edition() -> Edition {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Edition::read(root, &Wishes::default(), &Unwatched).unwrap().value
}

fn files(material: &Material, size: PartSize) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let made = make_in_parts(material, size, |files| -> Result<(), IndexError> {
        for file in files {
            if let SiteFile::Bytes(path, bytes) = file {
                assert!(all.insert(path, bytes.into_owned()).is_none());
            }
        }
        Ok(())
    });
    made.unwrap();
    all
}
