//! What keeps a dossier from being served, in words that say what to do.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::load::LoadError;

/// Why a dossier could not be served.
#[derive(Debug)]
pub enum ServeError {
    /// The port cannot be had.
    Port(u16, io::Error),
    /// The folder cannot be watched.
    Watch(PathBuf, notify::Error),
    /// There is no dossier.
    Load(LoadError),
    /// The system's network gave up.
    Network(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port(port, error) if error.kind() == io::ErrorKind::AddrInUse => write!(
                f,
                "port {port} is in use\n  \
                 another `redstring serve` may still run; name another port, or leave `--port` out to get a free one"
            ),
            Self::Port(port, error) if error.kind() == io::ErrorKind::PermissionDenied => {
                write!(f, "port {port} may not be used: {error}\n  name one above 1023")
            }
            Self::Port(port, error) => write!(f, "cannot listen on port {port}: {error}"),
            Self::Watch(root, error) if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) => write!(
                f,
                "the system watches no more folders, so changes in {} would not be seen\n  \
                 raise the limit: `sudo sysctl fs.inotify.max_user_watches=524288`",
                root.display()
            ),
            Self::Watch(root, error) => write!(f, "cannot watch {} for changes: {error}", root.display()),
            Self::Load(error) => error.fmt(f),
            Self::Network(error) => write!(f, "cannot serve: {error}"),
        }
    }
}

impl std::error::Error for ServeError {}
