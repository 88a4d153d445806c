//! The dossiers that speed is measured on: the same for the same seed, and with nothing wrong in them.

#[path = "../../benches/dossier/mod.rs"]
mod dossier;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use dossier::{Format, Options, Profile};
use redstring::pipeline::{Edition, Unwatched, Wishes};
use tempfile::TempDir;

#[test]
fn a_dossier_made_by_chance_has_no_problems() {
    for profile in [Profile::Plain, Profile::Full] {
        let folder = made(&Options::new(200, profile));
        let checked = Edition::read(folder.path(), &Wishes::default(), &Unwatched).unwrap();
        let mut problems = checked.diagnostics;
        problems.extend(checked.value.check(&Unwatched));
        let messages: Vec<_> = problems.iter().map(|problem| (problem.rule.name, &problem.message)).collect();
        assert!(messages.is_empty(), "{profile:?}: {messages:?}");
        assert!(checked.value.addresses().len() > 200, "{profile:?}: there is a page for each entity");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_gives_others() {
    for profile in [Profile::Plain, Profile::Full] {
        let options = Options::new(200, profile);
        let first = files(made(&options).path());
        assert!(first == files(made(&options).path()), "{profile:?} differs from one time to the next");
        assert!(first != files(made(&Options { seed: 2, ..options }).path()), "{profile:?} knows no seed");
    }
}

#[test]
fn the_dossier_for_another_program_has_the_same_pages() {
    let options = Options::new(200, Profile::Plain);
    let pages = |folder: &TempDir| -> BTreeSet<PathBuf> {
        let entities = files(folder.path()).into_keys().filter(|path| path.components().count() == 3);
        entities.filter(|path| path.file_name().is_some_and(|name| name != "_index.md")).collect()
    };
    let own = pages(&made(&options));
    assert_eq!(own.len(), 200);
    assert_eq!(own, pages(&made(&Options { format: Format::Hugo, ..options })));
}

fn made(options: &Options) -> TempDir {
    let folder = TempDir::new().unwrap();
    dossier::write(options, folder.path()).unwrap();
    folder
}

fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                found.insert(path.strip_prefix(root).unwrap().to_owned(), bytes);
            }
        }
    }
    found
}
