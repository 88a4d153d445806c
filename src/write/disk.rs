//! Every call to the disk that writing a site makes, so that a test can let any one of them fail.
//!
//! [`RealDisk`] is the only one the program uses. Nothing here decides anything: each method is one step,
//! and files are only ever created anew, never written in place (the marker of an unfinished folder apart).
#![expect(clippy::disallowed_methods, reason = "this is the one file of the program that writes the site")]

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::export::manifest::{Checksum, Summing};

/// How many bytes of a file are looked at together: attachments may be larger than memory.
const PIECE: usize = 64 * 1024;

/// What stands under a name; a symlink is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symlink, a device, a socket.
    Other,
}

/// The disk, one method a step.
pub(crate) trait Disk: Send + Sync {
    /// What stands at `path`, if anything does.
    fn entry(&self, path: &Path) -> io::Result<Option<Entry>>;
    /// The names in a folder, in order.
    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, Entry)>>;
    /// The path with all symlinks resolved.
    fn real_path(&self, path: &Path) -> io::Result<PathBuf>;
    /// A whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// A regular file to copy from.
    fn open(&self, path: &Path) -> io::Result<File>;
    /// Whether a file holds exactly these bytes.
    fn holds(&self, path: &Path, bytes: &[u8]) -> io::Result<bool>;
    /// By what a file is known that holds exactly what `other` does; leaves `other` at its start.
    fn holds_same(&self, path: &Path, other: &mut File) -> io::Result<Option<Checksum>>;
    /// By what a file is known.
    fn checksum(&self, path: &Path) -> io::Result<Checksum>;
    /// Create a folder that is not there yet.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Create a folder and those above it, where they are missing.
    fn create_folders(&self, path: &Path) -> io::Result<()>;
    /// Create a file that is not there yet.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Create a folder that is not there yet, which its owner alone may enter.
    fn create_private_folder(&self, path: &Path) -> io::Result<()>;
    /// Create a file that is not there yet, which its owner alone may read.
    fn write_private(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Create a file that is not there yet from an open one, and say by what it is known.
    fn copy_new(&self, from: &mut File, to: &Path) -> io::Result<Checksum>;
    /// Write a marker or a journal, and wait until it is on the disk.
    fn write_mark(&self, path: &Path, text: &[u8]) -> io::Result<()>;
    /// Give a file a second name.
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Give one folder the permissions of another.
    fn same_permissions(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Rename to a name that is free.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchange two names in one step; `Unsupported` where the system or the file system cannot.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Remove a file or a symlink.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Remove an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Remove a folder with all it holds, following no symlink.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;
    /// Let the owner of a folder remove what is in it and below it, where that was forbidden.
    fn allow_removal(&self, folder: &Path) -> io::Result<()>;
    /// Open and lock a file; `None` if somebody else has it locked.
    fn lock(&self, path: &Path) -> io::Result<Option<File>>;
}

/// The disk of the machine.
pub(crate) struct RealDisk;

impl Disk for RealDisk {
    fn entry(&self, path: &Path) -> io::Result<Option<Entry>> {
        match fs::symlink_metadata(path) {
            Ok(found) => Ok(Some(kind(found.file_type()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, Entry)>> {
        let mut names = Vec::new();
        for found in fs::read_dir(folder)? {
            let found = found?;
            names.push((found.file_name(), kind(found.file_type()?)));
        }
        names.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Ok(names)
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        // Looked at before it is opened: opening a named pipe would wait for ever.
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        File::open(path)
    }

    fn holds(&self, path: &Path, bytes: &[u8]) -> io::Result<bool> {
        let mut file = File::open(path)?;
        if file.metadata()?.len() != bytes.len() as u64 {
            return Ok(false);
        }
        let mut found = vec![0; bytes.len().min(PIECE)];
        for piece in bytes.chunks(PIECE) {
            let found = &mut found[..piece.len()];
            file.read_exact(found)?;
            if found != piece {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn holds_same(&self, path: &Path, other: &mut File) -> io::Result<Option<Checksum>> {
        let file = File::open(path)?;
        if file.metadata()?.len() != other.metadata()?.len() {
            return Ok(None);
        }
        let same = equal(file, &mut *other)?;
        other.rewind()?;
        Ok(same)
    }

    fn checksum(&self, path: &Path) -> io::Result<Checksum> {
        pour(&mut File::open(path)?, |_| Ok(()))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn create_folders(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
    }

    fn create_private_folder(&self, path: &Path) -> io::Result<()> {
        private_folder().create(path)
    }

    fn write_private(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        private_file().write(true).create_new(true).open(path)?.write_all(bytes)
    }

    fn copy_new(&self, from: &mut File, to: &Path) -> io::Result<Checksum> {
        // Not `fs::copy`, which would carry the source's permissions over: a read-only scan stays a
        // problem for whoever has to delete the site. What is summed is what is written: the source may change meanwhile.
        let mut to = OpenOptions::new().write(true).create_new(true).open(to)?;
        pour(from, |piece| to.write_all(piece))
    }

    fn write_mark(&self, path: &Path, text: &[u8]) -> io::Result<()> {
        let mut file = File::create(path)?;
        file.write_all(text)?;
        file.sync_all()
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn same_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(from)?.permissions())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|error| {
            if [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP].contains(&error) {
                io::ErrorKind::Unsupported.into()
            } else {
                error.into()
            }
        })
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn allow_removal(&self, folder: &Path) -> io::Result<()> {
        may_be_emptied(folder)?;
        for found in fs::read_dir(folder)? {
            let found = found?;
            if found.file_type()?.is_dir() {
                self.allow_removal(&found.path())?;
            } else {
                may_go(&found.path())?;
            }
        }
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<File>> {
        loop {
            let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                // Some network file systems know no locks; a build there is better than none.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }
            // Between opening and locking, the build before us may have removed the file: then this
            // lock is on something nobody else can find, and does not count.
            if still_named(&file, path)? {
                return Ok(Some(file));
            }
        }
    }
}

/// How a folder is made for its owner alone.
#[cfg(unix)]
fn private_folder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut folder = DirBuilder::new();
    folder.mode(0o700);
    folder
}

/// Whose it is follows from where it lies.
#[cfg(not(unix))]
fn private_folder() -> DirBuilder {
    DirBuilder::new()
}

/// How a file is opened that is for its owner alone.
#[cfg(unix)]
fn private_file() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file = OpenOptions::new();
    file.mode(0o600);
    file
}

/// Whose it is follows from where it lies.
#[cfg(not(unix))]
fn private_file() -> OpenOptions {
    OpenOptions::new()
}

/// Let the owner of a folder list it and remove what is in it.
#[cfg(unix)]
fn may_be_emptied(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut permissions = fs::metadata(folder)?.permissions();
    permissions.set_mode(permissions.mode() | 0o700);
    fs::set_permissions(folder, permissions)
}

/// Of a folder nothing is asked here but of the files in it.
#[cfg(not(unix))]
fn may_be_emptied(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a file may be removed is asked of its folder alone, and its permissions may be shared with a published one.
#[cfg(unix)]
fn may_go(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Let a file be removed that may only be read.
#[cfg(not(unix))]
fn may_go(file: &Path) -> io::Result<()> {
    let mut permissions = fs::symlink_metadata(file)?.permissions();
    permissions.set_readonly(false);
    fs::set_permissions(file, permissions)
}

/// What stands under a name, from the system's word for it.
fn kind(kind: fs::FileType) -> Entry {
    if kind.is_file() {
        Entry::File
    } else if kind.is_dir() {
        Entry::Folder
    } else {
        Entry::Other
    }
}

/// Hand on all that a file holds, piece by piece; by what that is known.
fn pour(from: &mut File, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<Checksum> {
    let mut sum = Summing::default();
    // Most files are smaller than a piece; one byte more shows that a file has grown meanwhile.
    let size = usize::try_from(from.metadata()?.len()).unwrap_or(PIECE);
    let mut piece = vec![0; PIECE.min(size.saturating_add(1))];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(sum.done()),
            Ok(count) => {
                take(&piece[..count])?;
                sum.add(&piece[..count]);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// By what both are known, if two streams hold the same bytes.
fn equal(mut one: impl Read, mut other: impl Read) -> io::Result<Option<Checksum>> {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut sum = Summing::default();
    loop {
        left.clear();
        right.clear();
        one.by_ref().take(PIECE as u64).read_to_end(&mut left)?;
        other.by_ref().take(PIECE as u64).read_to_end(&mut right)?;
        if left != right {
            return Ok(None);
        }
        if left.is_empty() {
            return Ok(Some(sum.done()));
        }
        sum.add(&left);
    }
}

/// Whether `path` still names the open file.
#[cfg(unix)]
fn still_named(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let held = file.metadata()?;
    match fs::metadata(path) {
        Ok(named) => Ok(named.dev() == held.dev() && named.ino() == held.ino()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Where a lock's file is never removed, it keeps its name.
#[cfg(not(unix))]
fn still_named(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}
