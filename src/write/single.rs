//! One file of the dossier itself, replaced whole.

use std::path::Path;

use super::WriteError;
use super::disk::{Disk, RealDisk};

/// Put `bytes` in the place of the file at `path`, which need not be there yet: whoever reads it finds the old file or
/// the new one. Nothing is written where it holds them already; whether something was.
///
/// # Errors
/// When the disk does not take it; the old file is then as it was.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    replace(&RealDisk, path, bytes)
}

fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    if disk.holds(path, bytes).unwrap_or(false) {
        return Ok(false);
    }
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".redstring-new");
    let new = path.with_file_name(name);
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
    fn what_cannot_be_replaced_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("folder");
        RealDisk.create_folders(&path.join("inside")).unwrap();
        assert!(replace_file(&path, b"one").is_err());
        assert_eq!(RealDisk.list(folder.path()).unwrap().len(), 1);
        assert!(replace_file(&folder.path().join("no/such/file"), b"one").is_err());
    }
}
