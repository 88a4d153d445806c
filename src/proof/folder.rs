//! A site in a folder.
#![expect(clippy::disallowed_methods, reason = "the site to be proven lies on the disk, and is no dossier")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{ProofError, Site, Wanted};
use crate::text::one_form;

/// How much of a file is looked at together.
const PIECE: usize = 64 * 1024;

/// A folder as it was when it was listed. No link in it is followed.
#[derive(Debug)]
pub struct Folder {
    /// Each file by its path in the site.
    files: BTreeMap<String, PathBuf>,
    /// What is no regular file, or has a name that is no text.
    others: BTreeSet<String>,
    /// Whether it is a clone: what git keeps for itself is no part of the site.
    pub is_clone: bool,
}

impl Folder {
    /// List a folder.
    ///
    /// # Errors
    /// When it, or a folder in it, cannot be listed.
    pub fn of(root: &Path) -> Result<Self, ProofError> {
        if !root.is_dir() {
            return Err(ProofError::NoFolder(root.to_owned()));
        }
        let mut folder = Self { files: BTreeMap::new(), others: BTreeSet::new(), is_clone: false };
        let mut entries = WalkDir::new(root).min_depth(1).into_iter();
        while let Some(entry) = entries.next() {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(root).to_owned();
                let error = error.into_io_error();
                ProofError::Disk(path, error.unwrap_or_else(|| io::Error::other("a link leads round")))
            })?;
            let is_folder = entry.file_type().is_dir();
            if entry.depth() == 1 && entry.file_name() == ".git" {
                folder.is_clone = true;
                if is_folder {
                    entries.skip_current_dir();
                }
                continue;
            }
            if !is_folder {
                folder.add(root, entry.path(), entry.file_type().is_file());
            }
        }
        Ok(folder)
    }

    fn add(&mut self, root: &Path, path: &Path, is_file: bool) {
        let below = path.strip_prefix(root).unwrap_or(path);
        let parts: Option<Vec<_>> = below.iter().map(|part| part.to_str()).collect();
        match parts.map(|parts| parts.join("/")) {
            Some(name) if is_file => {
                self.files.insert(one_form(&name).into_owned(), path.to_owned());
            }
            Some(name) => {
                self.others.insert(format!("{name} (no regular file)"));
            }
            None => {
                self.others.insert(format!("{} (its name is no text)", below.to_string_lossy()));
            }
        }
    }
}

impl Site for Folder {
    fn paths(&self) -> Option<BTreeSet<String>> {
        Some(self.files.keys().chain(&self.others).cloned().collect())
    }

    fn pour(&self, path: &str, take: &mut dyn FnMut(&[u8]) -> Wanted) -> Result<bool, ProofError> {
        let Some(path) = self.files.get(&*one_form(path)) else { return Ok(false) };
        pour_file(path, take)?;
        Ok(true)
    }
}

/// Hand on what a file holds.
pub(super) fn pour_file(path: &Path, take: &mut dyn FnMut(&[u8]) -> Wanted) -> Result<(), ProofError> {
    let failed = |error| ProofError::Disk(path.to_owned(), error);
    let mut file = File::open(path).map_err(failed)?;
    // Most files are small, and to clear a piece takes longer than to read one of them.
    let size = file.metadata().map_or(PIECE, |metadata| usize::try_from(metadata.len()).unwrap_or(PIECE));
    let mut piece = vec![0; size.clamp(1, PIECE)];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(count) if take(&piece[..count]) == Wanted::Enough => return Ok(()),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(error)),
        }
    }
}
