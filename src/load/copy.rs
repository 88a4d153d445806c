//! Reading a source's local copy, whole and no larger than it may be.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::text::{ContentPath, Diagnostic};

/// What is known of a copy's file.
#[derive(Debug)]
pub enum CopyFile {
    /// Its bytes.
    Read(Vec<u8>),
    /// There is no such file: copies that are not published may stay on another machine.
    Missing,
    /// It is larger than the limit.
    TooLarge,
    /// It is there and cannot be read.
    Unreadable(Box<Diagnostic>),
}

/// Read the copy at a path of the dossier, if it has at most `limit` bytes. A symbolic link is as good as missing:
/// nothing outside the dossier is read in its place.
#[must_use]
pub fn read_copy_file(root: &Path, path: &ContentPath, limit: u64) -> CopyFile {
    match read(root, path, limit) {
        Ok(Some(bytes)) => CopyFile::Read(bytes),
        Ok(None) => CopyFile::TooLarge,
        Err(error) if is_missing(&error) => CopyFile::Missing,
        Err(error) => CopyFile::Unreadable(Box::new(super::unreadable(path, &error))),
    }
}

/// The bytes, or nothing if there are more than `limit`.
fn read(root: &Path, path: &ContentPath, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut place = root.to_path_buf();
    for part in path.as_str().split('/') {
        place.push(part);
        if place.symlink_metadata()?.is_symlink() {
            return Err(io::ErrorKind::NotFound.into());
        }
    }
    let mut bytes = Vec::new();
    File::open(place)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_read_whole_or_said_to_be_missing_too_large_or_unreadable() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("folder")).unwrap();
        std::fs::write(root.path().join("folder/report.txt"), "twelve bytes").unwrap();
        let read = |path: &str, limit| read_copy_file(root.path(), &ContentPath::new(path), limit);
        assert!(matches!(read("folder/report.txt", 12), CopyFile::Read(bytes) if bytes == b"twelve bytes"));
        assert!(matches!(read("folder/report.txt", 11), CopyFile::TooLarge));
        assert!(matches!(read("folder/other.txt", 12), CopyFile::Missing));
        assert!(matches!(read("nowhere/report.txt", 12), CopyFile::Missing));
        assert!(matches!(read("folder/report.txt/inside", 12), CopyFile::Missing));
        assert!(
            matches!(read("folder", 12), CopyFile::Unreadable(error) if error.rule.name == "unreadable-file")
        );
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_read_through_a_symbolic_link() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("secret.txt"), "secret").unwrap();
        let root = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(outside.path(), root.path().join("files")).unwrap();
        let read = read_copy_file(root.path(), &ContentPath::new("files/secret.txt"), 100);
        assert!(matches!(read, CopyFile::Missing));
    }
}
