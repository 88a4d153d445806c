//! An index of several parts holds what an index of one part holds, and is the same each time.
#![cfg(feature = "search")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use redstring::export::SiteFile;
use redstring::export::manifest::{Checksum, Hash, Manifest};
use redstring::export::search::{IndexError, Part, make_in_parts};
use redstring::markup::Material;
use redstring::pipeline::{Edition, LastSite, Reach, Unwatched, Wishes};
use redstring::view::search_parts::PartSize;
use redstring::write::{Overwrite, Staging};

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

/// Pages, by where they stand, and what stands in them.
type Pages = Vec<(String, String)>;

/// What the parts of the dossier hold whose people and events these are.
fn parts_of(root: &Path, pages: &Pages) -> Vec<Hash> {
    let _ = fs::remove_dir_all(root.join("content"));
    for (path, text) in pages {
        let path = root.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let edition = Edition::read(root, &Wishes::default(), &Unwatched).unwrap().value;
    let kept = |_: Part| Ok::<bool, IndexError>(true);
    make_in_parts(&edition.material, SMALL, kept, |_| Ok(())).unwrap()
}

#[test]
fn a_change_changes_the_parts_alone_that_hold_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut pages: Pages = (0..30)
        .map(|nth| {
            let text = format!("---\ntitle: Event {nth}\ndate: {}\n---\nIt was seen.\n", 1900 + nth);
            (format!("events/e{nth:02}.md"), text)
        })
        .collect();
    pages.extend((0..10).map(|nth| (format!("people/p{nth}.md"), format!("---\ntitle: P {nth}\n---\n"))));
    let before = parts_of(folder.path(), &pages);
    assert_eq!(before.len(), 7, "40 pages, those with dates apart");
    let other = |change: &dyn Fn(&mut Pages)| -> Vec<usize> {
        let mut pages = pages.clone();
        change(&mut pages);
        let after = parts_of(folder.path(), &pages);
        (0..after.len().max(before.len())).filter(|nth| after.get(*nth) != before.get(*nth)).collect()
    };
    assert_eq!(other(&|_| ()), [0_usize; 0]);
    assert_eq!(other(&|pages| pages[10].1.push_str("Not by all.\n")), [1]);
    // It stands among the newest, and how many are older than others is nothing to these.
    assert_eq!(other(&|pages| pages[29].1 = pages[29].1.replace("date: 1929", "date: 2001")), [4]);
    assert_eq!(other(&|pages| pages.push(("people/p99.md".into(), "---\ntitle: Zed\n---\n".into()))), [6]);
    // Who refers to a page is not searched there.
    assert_eq!(other(&|pages| pages[39].1.push_str("See [[e00]].\n")), [6]);
    // A title is shown where it is linked.
    assert_eq!(
        other(&|pages| {
            pages[0].1.push_str("With [[p9]].\n");
            pages[39].1 = pages[39].1.replace("P 9", "Pia");
        }),
        [0, 6]
    );
}

#[test]
fn a_part_that_holds_what_it_held_stays_as_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("public");
    let edition = edition();
    let publish = |last: Option<&LastSite>| {
        let staging = Staging::begin(&target, Path::new("/nowhere/dossier"), Overwrite::OwnOnly).unwrap();
        let made = edition.publish(&staging, last, &Unwatched).unwrap();
        let sums = staging.checksums();
        staging.commit().unwrap();
        (made.search_parts, sums)
    };
    let (parts, sums) = publish(None);
    let (path, sum) = sums.iter().find(|(path, _)| path.ends_with(".pf_fragment")).unwrap();
    let fragment = target.join(path);
    let bytes = fs::read(&fragment).unwrap();
    let last = |other: &[u8], parts: &[Hash]| {
        let mut sums = sums.clone();
        sums.insert(path.clone(), Checksum::of(other));
        LastSite::new(Manifest::of(sums, None), Reach::Everything, parts.to_vec())
    };
    // Nobody but the test writes another file and its checksum: so it shows whether it was made.
    for (name, stands, listed, parts, stays) in [
        ("as it was", "other", "other", &parts[..], true),
        ("touched", "other", "another", &parts, false),
        ("of other content", "other", "other", &[Hash::of(b"other")], false),
        ("of another program", "other", "other", &[], false),
    ] {
        fs::write(&fragment, stands).unwrap();
        let (after, _) = publish(Some(&last(listed.as_bytes(), parts)));
        assert_eq!(fs::read(&fragment).unwrap() == stands.as_bytes(), stays, "{name}");
        assert_eq!(after.len(), 1);
        assert!(stays || fs::read(&fragment).unwrap() == bytes, "{name}");
    }
    assert_eq!(sum.size, bytes.len() as u64);
}

#[test]
fn a_part_that_cannot_be_taken_ends_the_making() {
    let edition = edition();
    let mut taken = 0;
    let made = make_in_parts(
        &edition.material,
        SMALL,
        |_| Ok(false),
        |_| {
            taken += 1;
            if taken == 3 { Err(Full) } else { Ok(()) }
        },
    );
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
    let made = make_in_parts(
        material,
        size,
        |_| Ok(false),
        |files| -> Result<(), IndexError> {
            for file in files {
                if let SiteFile::Bytes(path, bytes) = file {
                    assert!(all.insert(path, bytes.into_owned()).is_none());
                }
            }
            Ok(())
        },
    );
    made.unwrap();
    all
}
