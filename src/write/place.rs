//! Where everything lies: the target, and the hidden names beside it that a build uses.
//!
//! They are siblings of the target because only there is it certain that a rename stays within one file
//! system. The paths keep the form in which the user gave the target, so that messages speak his language.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::WriteError;

/// The target and its neighbours.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The published site: `public`.
    pub(super) target: PathBuf,
    /// The folder that holds the target; empty for the working folder.
    pub(super) parent: PathBuf,
    /// The site being built: `.public.redstring-new`.
    pub(super) new: PathBuf,
    /// The last site, between the two renames of a swap by journal: `.public.redstring-old`.
    pub(super) old: PathBuf,
    /// Says that a swap has begun: `.public.redstring-journal`.
    pub(super) journal: PathBuf,
    /// Held by the one build that may write: `.public.redstring-lock`.
    pub(super) lock: PathBuf,
}

impl Place {
    /// The neighbours of `target`, which must end in a name: `.` and `/` and `site/..` have no neighbours.
    pub(super) fn of(target: &Path) -> Result<Self, WriteError> {
        let (Some(name), Some(parent)) = (target.file_name(), target.parent()) else {
            return Err(WriteError::refused(target, "it does not name a folder of its own"));
        };
        let beside = |suffix: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(".redstring-");
            hidden.push(suffix);
            parent.join(hidden)
        };
        Ok(Self {
            // Without a closing slash: with one, the system would follow a symlink before we see it.
            target: parent.join(name),
            parent: parent.to_path_buf(),
            new: beside("new"),
            old: beside("old"),
            journal: beside("journal"),
            lock: beside("lock"),
        })
    }

    /// The folder that holds the target, as a path the system understands.
    pub(super) fn parent_on_disk(&self) -> &Path {
        if self.parent.as_os_str().is_empty() { Path::new(".") } else { &self.parent }
    }
}
