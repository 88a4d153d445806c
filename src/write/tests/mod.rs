//! The floor's tests: what it promises ([`promises`], [`targets`]), the same with every single step of the
//! disk failing ([`faults`]), and over arbitrary sites ([`any_site`]).
#![expect(clippy::disallowed_methods, reason = "tests look at the disk directly")]

mod any_site;
mod faults;
mod promises;
mod targets;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::ledger::{MARKER, compose};
use super::{Overwrite, Published, Staging, WriteError};

/// A site, or any folder of files: contents by path.
type Files = BTreeMap<String, Vec<u8>>;

fn files(all: &[(&str, &str)]) -> Files {
    all.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// The site with the marker that belongs to it: what the target must hold.
fn marked(site: &Files) -> Files {
    let mut all = site.clone();
    all.insert(MARKER.to_owned(), compose(site.keys().map(String::as_str)));
    all
}

/// What a folder holds; nothing if it is not there.
fn on_disk(folder: &Path) -> Files {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The names in a folder; the lock's file counts only where it is removed.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| cfg!(unix) || name != ".public.redstring-lock")
        .collect();
    names.sort();
    names
}

fn lay(folder: &Path, all: &Files) {
    for (path, bytes) in all {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn fill(staging: &Staging, site: &Files) -> Result<(), WriteError> {
    site.iter().try_for_each(|(path, bytes)| staging.put(path, bytes))
}

/// Build `site` into `base/public`, for a dossier that lies elsewhere.
fn build(base: &Path, site: &Files, overwrite: Overwrite) -> Result<Published, WriteError> {
    let staging = Staging::begin(&base.join("public"), Path::new("/nowhere/dossier"), overwrite)?;
    fill(&staging, site)?;
    staging.commit()
}
