//! Files of the dossier itself, each made or replaced whole.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, RealDisk};
use super::{Overwrite, WriteError};

/// Put `bytes` in the place of the file at `path`, which need not be there yet: whoever reads it finds the old file or
/// the new one. Nothing is written where it holds them already; whether something was.
///
/// # Errors
/// When the disk does not take it; the old file is then as it was.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    replace(&RealDisk, path, bytes)
}

/// Put these files into a folder, which is made where there is none: whole, and none in place of a file that says
/// something else, unless that is forced. Nothing is written where one of them is refused; which were.
///
/// # Errors
/// When a file is in the way, or the disk does not take one.
pub fn put_files(
    folder: &Path,
    files: &[(String, &[u8])],
    overwrite: Overwrite,
) -> Result<Vec<bool>, WriteError> {
    put(&RealDisk, folder, files, overwrite)
}

fn put(
    disk: &dyn Disk,
    folder: &Path,
    files: &[(String, &[u8])],
    overwrite: Overwrite,
) -> Result<Vec<bool>, WriteError> {
    let differs = |path: &Path, bytes: &[u8]| {
        matches!(disk.entry(path), Ok(Some(_)) | Err(_)) && !disk.holds(path, bytes).unwrap_or(false)
    };
    let mut taken = files.iter().map(|(name, bytes)| (folder.join(name), bytes));
    if overwrite == Overwrite::OwnOnly
        && let Some((path, _)) = taken.find(|(path, bytes)| differs(path, bytes))
    {
        let count = 1 + taken.filter(|(path, bytes)| differs(path, bytes)).count();
        return Err(WriteError::Exists { path, count });
    }
    disk.create_folders(folder).map_err(|error| WriteError::disk("make", folder, error))?;
    files.iter().map(|(name, bytes)| replace(disk, &folder.join(name), bytes)).collect()
}

/// Make these files, none of which is there yet, with the folders above them: all of them or none, each whole from the
/// first moment on, and none in the place of another file.
///
/// # Errors
/// When one of them is there already, or the disk does not take one.
pub fn new_files(files: &[(PathBuf, &[u8])]) -> Result<(), WriteError> {
    make(&RealDisk, files)
}

fn make(disk: &dyn Disk, files: &[(PathBuf, &[u8])]) -> Result<(), WriteError> {
    for (at, (path, bytes)) in files.iter().enumerate() {
        if let Err(error) = make_one(disk, path, bytes) {
            for (made, _) in &files[..at] {
                let _ = disk.remove_file(made);
            }
            return Err(match error.kind() {
                io::ErrorKind::AlreadyExists => WriteError::Exists { path: path.clone(), count: 1 },
                _ => WriteError::disk("write", path, error),
            });
        }
    }
    Ok(())
}

/// Write a file beside the place where it is to stand, and give it its name once it is whole. A second name is never
/// given where there is one already, which of renaming cannot be said.
fn make_one(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        disk.create_folders(folder)?;
    }
    let new = beside(path);
    // What a program that was killed has left there.
    let _ = disk.remove_file(&new);
    let made = disk.write_new(&new, bytes).and_then(|()| match disk.hard_link(&new, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            // Some disks know no second names (memory sticks).
            disk.write_new(path, bytes).inspect_err(|error| {
                if error.kind() != io::ErrorKind::AlreadyExists {
                    let _ = disk.remove_file(path);
                }
            })
        }
        linked => linked,
    });
    let _ = disk.remove_file(&new);
    made
}

/// Where a file is written before it has its name.
fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".redstring-new");
    path.with_file_name(name)
}

fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    if disk.holds(path, bytes).unwrap_or(false) {
        return Ok(false);
    }
    let new = beside(path);
    let written = disk.write_mark(&new, bytes).and_then(|()| disk.rename(&new, path));
    if let Err(error) = written {
        // What is left of it says nothing to anybody.
        let _ = disk.remove_file(&new);
        return Err(WriteError::disk("write", path, error));
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_only_where_it_differs() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("evidence.lock");
        for (bytes, written) in [("one", true), ("one", false), ("two", true)] {
            assert_eq!(replace_file(&path, bytes.as_bytes()).unwrap(), written, "{bytes}");
            assert_eq!(RealDisk.read(&path).unwrap(), bytes.as_bytes());
        }
        assert_eq!(RealDisk.list(folder.path()).unwrap().len(), 1);
    }

    #[test]
    fn no_file_is_overwritten_unless_it_is_forced_and_all_are_looked_at_first() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("deep/bundle");
        let files = |two: &'static str| {
            [("a.html".to_owned(), b"one".as_slice()), ("b.html".to_owned(), two.as_bytes())]
        };
        assert_eq!(put_files(&folder, &files("two"), Overwrite::OwnOnly).unwrap(), [true, true]);
        assert_eq!(put_files(&folder, &files("two"), Overwrite::OwnOnly).unwrap(), [false, false]);
        RealDisk.remove_file(&folder.join("a.html")).unwrap();
        let refused = put_files(&folder, &files("three"), Overwrite::OwnOnly).unwrap_err();
        assert!(matches!(refused, WriteError::Exists { count: 1, .. }), "{refused}");
        assert_eq!(RealDisk.list(&folder).unwrap().len(), 1, "nothing is written where one is refused");
        assert_eq!(put_files(&folder, &files("three"), Overwrite::Force).unwrap(), [true, true]);
        assert_eq!(RealDisk.read(&folder.join("b.html")).unwrap(), b"three");
    }

    #[test]
    fn new_files_are_all_made_or_none_and_never_in_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        new_files(&[(at("a/one.md"), b"one"), (at("a/two.md"), b"two")]).unwrap();
        assert_eq!(RealDisk.list(&at("a")).unwrap().len(), 2, "nothing is left beside them");
        let refused = new_files(&[(at("b/three.md"), b"three"), (at("a/two.md"), b"other")]).unwrap_err();
        assert!(matches!(&refused, WriteError::Exists { path, .. } if *path == at("a/two.md")), "{refused}");
        assert_eq!(RealDisk.read(&at("a/two.md")).unwrap(), b"two");
        assert_eq!(RealDisk.list(&at("b")).unwrap().len(), 0, "the first of them went again");
        // Killed while it wrote.
        RealDisk.write_new(&at("b/.three.md.redstring-new"), b"thr").unwrap();
        new_files(&[(at("b/three.md"), b"three")]).unwrap();
        assert_eq!(RealDisk.read(&at("b/three.md")).unwrap(), b"three");
        assert_eq!(RealDisk.list(&at("b")).unwrap().len(), 1);
    }

    #[test]
    fn what_cannot_be_replaced_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("folder");
        RealDisk.create_folders(&path.join("inside")).unwrap();
        assert!(replace_file(&path, b"one").is_err());
        assert_eq!(RealDisk.list(folder.path()).unwrap().len(), 1);
        assert!(replace_file(&folder.path().join("no/such/file"), b"one").is_err());
    }
}
