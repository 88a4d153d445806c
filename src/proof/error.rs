//! What keeps a site from being looked at, in words that say what to do.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::export::search::IndexError;

/// Why nothing could be proven.
#[derive(Debug)]
pub enum ProofError {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// A file or folder cannot be read.
    Disk(PathBuf, io::Error),
    /// This is no address that could be asked.
    BadAddress(String),
    /// The address is not of this machine.
    Elsewhere(String),
    /// The server does not answer.
    Silent(String, String),
    /// The server answers with something that is neither a file nor that there is none.
    Status(String, u16),
    /// The content of the dossier could not be made into a site.
    Search(IndexError),
    /// This is no public key.
    BadKey(String),
}

impl From<IndexError> for ProofError {
    fn from(error: IndexError) -> Self {
        Self::Search(error)
    }
}

impl Error for ProofError {}

impl fmt::Display for ProofError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(path) => write!(
                f,
                "{} is no folder\n  name the folder of a built site, or its address on this machine, such as http://127.0.0.1:8000/",
                path.display()
            ),
            Self::Disk(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::BadAddress(address) => {
                write!(f, "`{address}` is no address of a site\n  write one such as http://127.0.0.1:8000/")
            }
            Self::Elsewhere(address) => write!(
                f,
                "`{address}` is not on this machine, and Redstring asks no other\n  \
                 download the site first, and verify the folder: `git clone` its branch, or take every file that its\n  \
                 manifest.json lists; docs/publishing.md says how"
            ),
            Self::Silent(address, why) => {
                write!(f, "{address} does not answer: {why}\n  is the server running?")
            }
            Self::Status(address, status) => write!(
                f,
                "the server answers {status} for {address}\n  it has to give each file at its own address, without redirects"
            ),
            Self::Search(error) => write!(f, "{error}; this is a fault of Redstring"),
            Self::BadKey(key) => write!(
                f,
                "`{key}` is neither a public key of minisign nor a file with one\n  it looks like RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"
            ),
        }
    }
}
