//! What can go wrong between the program and the disk, told so that a person knows what to do.
//!
//! Whatever the error, the last good site is as it was; the one exception says so itself.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::export::search::IndexError;

/// Why a site was not written.
#[derive(Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// The target holds files that Redstring did not write and that the build would delete.
    Foreign {
        /// The target, as given.
        target: PathBuf,
        /// The first names, in order; a folder ends in `/`.
        entries: Vec<String>,
        /// How many there are in all.
        count: usize,
        /// Whether the folder is Redstring's own, and only these files are not.
        marked: bool,
    },
    /// The target may not be replaced, whatever the user says.
    Refused {
        /// The target, as given.
        target: PathBuf,
        /// Why not.
        why: &'static str,
    },
    /// Files are there already that say something else.
    Exists {
        /// The first of them.
        path: PathBuf,
        /// How many there are in all.
        count: usize,
    },
    /// Another build holds the lock.
    Busy {
        /// The target, as given.
        target: PathBuf,
    },
    /// Something that Redstring did not make has a name that a build needs.
    InTheWay {
        /// What is in the way.
        path: PathBuf,
    },
    /// A build was interrupted during the swap, and since then somebody made a folder in the target's place.
    Unfinished {
        /// The target, as given.
        target: PathBuf,
        /// Where the last good site is.
        old: PathBuf,
    },
    /// A path in the site that no site can have: a mistake in the program.
    BadPath {
        /// The path.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Two files of the site with one path, or with paths that some file systems hold for one.
    Twice {
        /// The second.
        path: String,
        /// The first.
        earlier: String,
    },
    /// A file could not be written, and the site was to be published nevertheless: a mistake in the program.
    Incomplete {
        /// The file.
        path: String,
    },
    /// The search index could not be made: a mistake in the program.
    Search(IndexError),
    /// The system refused.
    Disk {
        /// What was tried, after "cannot".
        doing: &'static str,
        /// With what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl WriteError {
    /// The system refused to do this.
    pub(super) fn disk(doing: &'static str, path: &Path, source: io::Error) -> Self {
        Self::Disk { doing, path: path.to_path_buf(), source }
    }

    /// This target may not be replaced.
    pub(super) fn refused(target: &Path, why: &'static str) -> Self {
        Self::Refused { target: target.to_path_buf(), why }
    }
}

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        if let Self::Disk { source, .. } = self { Some(source) } else { None }
    }
}

impl From<IndexError> for WriteError {
    fn from(error: IndexError) -> Self {
        Self::Search(error)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign { target, entries, count, marked } => {
                let target = target.display();
                if *marked {
                    write!(f, "{target} holds what Redstring did not write, and a build would delete it: ")?;
                } else {
                    write!(
                        f,
                        "{target} was not made by Redstring, and a build would delete what it holds: "
                    )?;
                }
                f.write_str(&entries.join(", "))?;
                if *count > entries.len() {
                    write!(f, " and {} more", count - entries.len())?;
                }
                f.write_str("; move it elsewhere, choose another output folder, or give --force to delete it")
            }
            Self::Refused { target, why } => {
                write!(
                    f,
                    "will not write the site to {}: {why}; choose another output folder",
                    target.display()
                )
            }
            Self::Exists { path, count } => {
                write!(f, "{} is there already and says something else", path.display())?;
                match count - 1 {
                    0 => {}
                    1 => f.write_str(", and so does another file")?,
                    more => write!(f, ", and so do {more} more files")?,
                }
                f.write_str(
                    "; nothing was written: choose another output folder, or give --force to replace it",
                )
            }
            Self::Busy { target } => {
                write!(
                    f,
                    "another build is writing to {}; wait for it to end, or stop it, and build again",
                    target.display()
                )
            }
            Self::InTheWay { path } => {
                write!(
                    f,
                    "{} is in the way and was not made by Redstring; move it elsewhere and build again",
                    path.display()
                )
            }
            Self::Unfinished { target, old } => write!(
                f,
                "a build was interrupted while it replaced {target}, and something else stands there now; \
                 move {target} elsewhere and build again (the last good site is in {old})",
                target = target.display(),
                old = old.display()
            ),
            Self::BadPath { path, why } => write!(f, "no file of the site can be called {path:?}: {why}"),
            Self::Twice { path, earlier } if path == earlier => {
                write!(f, "two files of the site would both be {path}; give one of them another name")
            }
            Self::Twice { path, earlier } => write!(
                f,
                "{path} and {earlier} would be one file on some systems; give one of them another name"
            ),
            Self::Incomplete { path } => {
                write!(f, "{path} could not be written, so the site was not published; build again")
            }
            Self::Search(error) => {
                write!(f, "{error}; this is a fault of Redstring, and nothing was published")
            }
            Self::Disk { doing, path, source } => {
                write!(f, "cannot {doing} {}: {source}", path.display())?;
                match advice(source.kind()) {
                    "" => Ok(()),
                    advice => write!(f, "; {advice}"),
                }
            }
        }
    }
}

/// What to do about an error of the system.
fn advice(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "the disk is full, or holds as many files as it can: free some space and try again"
        }
        io::ErrorKind::PermissionDenied => {
            "check that you may write to it and to the folder that holds it, and that no other program has \
             it open"
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            "the disk can only be read: choose an output folder on another one"
        }
        io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
            "it is in use, or a disk is mounted there: close what uses it, or build into a folder inside it"
        }
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "a file stands where a folder has to be: choose another output folder"
        }
        io::ErrorKind::NotFound => "it has gone: build again",
        io::ErrorKind::InvalidFilename => "its name is too long, or not allowed on this disk",
        _ => "",
    }
}
