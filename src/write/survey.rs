//! What is in the target now, and which of it Redstring wrote.
//!
//! One read of the marker and one walk over the folders. A folder that holds none of the listed files is
//! one stranger and is not entered, so a mistaken target costs one listing, however large it is.

use std::collections::BTreeSet;
use std::path::Path;

use super::disk::{Disk, Entry};
use super::ledger::{self, MARKER};
use super::{Overwrite, WriteError};
use crate::export::manifest::SIGNATURE;
use crate::text::one_form;

/// How many strangers a message names.
const NAMED: usize = 10;

/// What systems lay into folders by themselves; nobody misses it.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What makes a folder something that no `--force` may delete: a history, or another dossier.
const PRECIOUS: [&str; 5] = [".git", ".hg", ".jj", ".svn", "site.toml"];

/// What is in the target.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Whether there is a target at all.
    pub(super) exists: bool,
    /// The marker's bytes, if a finished marker is there.
    pub(super) marker: Option<Vec<u8>>,
    /// Whether the folder, found under a hidden name, would be known as one to discard.
    pub(super) discardable: bool,
    /// The files that Redstring wrote and that are still there, in one Unicode form.
    pub(super) files: BTreeSet<String>,
    /// Whether somebody signed the manifest. The signature belongs to the site that it signs, and goes with it.
    pub(super) signed: bool,
    /// What it did not write: files, symlinks, whole folders (ending in `/`).
    pub(super) strangers: Vec<String>,
}

impl Survey {
    /// Look at the target.
    pub(super) fn of(disk: &dyn Disk, target: &Path) -> Result<Self, WriteError> {
        match disk.entry(target).map_err(|error| WriteError::disk("look at", target, error))? {
            None => return Ok(Self::default()),
            Some(Entry::Folder) => {}
            Some(Entry::File) => return Err(WriteError::refused(target, "it is a file")),
            Some(Entry::Other) => return Err(WriteError::refused(target, "it is a symlink or a device")),
        }
        let mut survey = Self { exists: true, ..Self::default() };
        let path = target.join(MARKER);
        let mut listed = BTreeSet::new();
        if disk.entry(&path).map_err(|error| WriteError::disk("look at", &path, error))? == Some(Entry::File)
        {
            let bytes = disk.read(&path).map_err(|error| WriteError::disk("read", &path, error))?;
            if let Some(files) = ledger::parse(&bytes) {
                listed = files;
                survey.marker = Some(bytes);
            }
        }
        survey.walk(disk, target, &listed)?;
        Ok(survey)
    }

    /// Sort what is in the target into what is listed and what is not.
    fn walk(&mut self, disk: &dyn Disk, target: &Path, listed: &BTreeSet<String>) -> Result<(), WriteError> {
        let folders: BTreeSet<&str> = listed
            .iter()
            .flat_map(|path| path.match_indices('/').filter_map(|(end, _)| path.get(..end)))
            .collect();
        // Each folder by its path in the one form, and by the names that it really has.
        let mut open = vec![(String::new(), target.to_path_buf())];
        while let Some((prefix, folder)) = open.pop() {
            let names = disk.list(&folder).map_err(|error| WriteError::disk("list", &folder, error))?;
            if prefix.is_empty() {
                self.discardable = discardable(&names);
            }
            for (name, entry) in names {
                let known = name.to_str().map(|name| format!("{prefix}{}", one_form(name)));
                match (entry, known) {
                    (Entry::File, Some(path)) if path == MARKER && self.marker.is_some() => {}
                    (Entry::File, Some(path)) if path == SIGNATURE && self.marker.is_some() => {
                        self.signed = true;
                    }
                    (Entry::File, Some(path)) if listed.contains(&path) => {
                        self.files.insert(path);
                    }
                    (Entry::File, _) if LITTER.iter().any(|litter| name == *litter) => {}
                    (Entry::Folder, Some(path)) if folders.contains(path.as_str()) => {
                        open.push((format!("{path}/"), folder.join(&name)));
                    }
                    (entry, _) => {
                        let close = if entry == Entry::Folder { "/" } else { "" };
                        self.strangers.push(format!("{prefix}{}{close}", name.to_string_lossy()));
                    }
                }
            }
        }
        self.strangers.sort_unstable();
        Ok(())
    }

    /// Whether all of this may be replaced.
    pub(super) fn may_be_replaced(&self, target: &Path, overwrite: Overwrite) -> Result<(), WriteError> {
        let precious = |stranger: &String| {
            let name = stranger.trim_end_matches('/');
            PRECIOUS.contains(&name.rsplit('/').next().unwrap_or(name))
        };
        if self.strangers.iter().any(precious) {
            return Err(WriteError::refused(
                target,
                "it holds a repository or a dossier (a .git folder, a site.toml)",
            ));
        }
        if overwrite == Overwrite::OwnOnly && !self.strangers.is_empty() {
            return Err(WriteError::Foreign {
                target: target.to_path_buf(),
                entries: self.strangers.iter().take(NAMED).cloned().collect(),
                count: self.strangers.len(),
                marked: self.marker.is_some(),
            });
        }
        Ok(())
    }
}

/// Whether a folder of one of our hidden names, holding these, is one we made: it carries a marker, finished
/// or not, or is empty because the marker was the last to go.
pub(super) fn discardable(names: &[(std::ffi::OsString, Entry)]) -> bool {
    names.is_empty() || names.iter().any(|(name, entry)| name == MARKER && *entry == Entry::File)
}
