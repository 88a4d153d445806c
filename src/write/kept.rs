//! `.redstring/`: what Redstring keeps for itself in a dossier's folder from one run to the next.
//!
//! All of it is safe to delete, and nothing of it is ever needed: where the folder cannot be made, or something else bears
//! its name, nothing is kept and nobody is told. It may tell of what is private, so it is for its owner alone where the
//! system knows owners, and git is told to leave it out.

use std::io::{self, Read as _};
use std::path::Path;

use super::disk::{Disk, Entry, RealDisk};

/// The folder, at the top of a dossier.
pub(super) const KEPT: &str = ".redstring";

/// The largest file that is read from it, in bytes.
const MOST: u64 = 256 << 20;

/// What keeps the folder out of a repository.
const IGNORE: &[u8] =
    b"# Made by Redstring for itself, and safe to delete. It can tell of what is private.\n*\n";

/// What was kept under this name for the dossier in `root`, if anything was.
#[must_use]
pub fn kept(root: &Path, name: &str) -> Option<Vec<u8>> {
    read(&RealDisk, root, name).ok().flatten()
}

/// Keep this under a name, in place of what was kept; whether it was.
pub fn keep(root: &Path, name: &str, bytes: &[u8]) -> bool {
    put(&RealDisk, root, name, bytes).is_ok()
}

fn read(disk: &dyn Disk, root: &Path, name: &str) -> io::Result<Option<Vec<u8>>> {
    let path = root.join(KEPT).join(name);
    // A link leads to what is somebody else's.
    if disk.entry(&root.join(KEPT))? != Some(Entry::Folder) || disk.entry(&path)? != Some(Entry::File) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    disk.open(&path)?.take(MOST + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MOST).then_some(bytes))
}

fn put(disk: &dyn Disk, root: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let folder = root.join(KEPT);
    match disk.entry(&folder)? {
        None => disk.create_private_folder(&folder)?,
        Some(Entry::Folder) => {}
        Some(Entry::File | Entry::Other) => return Err(io::ErrorKind::AlreadyExists.into()),
    }
    // First of all: nothing may lie there that git would take.
    let ignore = folder.join(".gitignore");
    if disk.entry(&ignore)?.is_none() {
        disk.write_new(&ignore, IGNORE)?;
    }
    let (path, new) = (folder.join(name), folder.join(format!("{name}.new")));
    // What a program that was killed has left. Two at once can take each other's file: whoever reads it sees to that.
    let _ = disk.remove_file(&new);
    let written = disk.write_private(&new, bytes).and_then(|()| disk.rename(&new, &path));
    written.inspect_err(|_| {
        let _ = disk.remove_file(&new);
    })
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests lay out what stands in the way")]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_is_kept_is_given_back_and_replaced() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(kept(root.path(), "a"), None);
        assert!(keep(root.path(), "a", b"one") && keep(root.path(), "b", b"two"));
        // Killed while it wrote.
        fs::write(root.path().join(".redstring/a.new"), "thr").unwrap();
        assert!(keep(root.path(), "a", b"three"));
        assert_eq!(kept(root.path(), "a").as_deref(), Some(b"three".as_slice()));
        assert_eq!(kept(root.path(), "b").as_deref(), Some(b"two".as_slice()));
        let names = RealDisk.list(&root.path().join(KEPT)).unwrap();
        let names: Vec<_> = names.iter().map(|(name, _)| name.to_str().unwrap()).collect();
        assert_eq!(names, [".gitignore", "a", "b"]);
        assert!(fs::read(root.path().join(".redstring/.gitignore")).unwrap().ends_with(b"\n*\n"));
    }

    #[test]
    fn it_stays_out_of_repositories_before_anything_lies_in_it() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join(KEPT)).unwrap();
        assert!(keep(root.path(), "a", b"one"));
        assert!(root.path().join(".redstring/.gitignore").is_file(), "in a folder of somebody else, too");
    }

    #[test]
    fn nothing_is_kept_where_something_else_bears_the_name() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(KEPT), "a file").unwrap();
        assert!(!keep(root.path(), "a", b"one"));
        assert_eq!(kept(root.path(), "a"), None);
        assert_eq!(fs::read(root.path().join(KEPT)).unwrap(), b"a file");
        assert!(!keep(&root.path().join("nowhere"), "a", b"one"));
    }

    #[cfg(unix)]
    #[test]
    fn it_is_for_its_owner_alone_and_no_link_is_followed() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let root = tempfile::tempdir().unwrap();
        assert!(keep(root.path(), "a", b"one"));
        for (name, mode) in [(".redstring", 0o700), (".redstring/a", 0o600)] {
            let permissions = root.path().join(name).metadata().unwrap().permissions();
            assert_eq!(permissions.mode() & 0o777, mode, "{name}");
        }
        let other = tempfile::tempdir().unwrap();
        symlink(root.path().join(KEPT), other.path().join(KEPT)).unwrap();
        assert!(!keep(other.path(), "b", b"two"));
        assert_eq!(kept(other.path(), "a"), None);
        assert_eq!(kept(root.path(), "b"), None);
        symlink(root.path().join(".redstring/a"), root.path().join(".redstring/c")).unwrap();
        assert_eq!(kept(root.path(), "c"), None);
    }
}
