//! Reading the local copies of sources: their hash always, their bytes where a text may be in them.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

/// The largest copy that is read for its text, in bytes; of a larger one only the hash is taken.
pub const MAX_COPY_BYTES: usize = 64 * 1024 * 1024;

/// A copy as it lies on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyFile {
    /// SHA-256 of all of it, hexadecimal, in lower case.
    pub sha256: String,
    /// What it holds; `None` where it is larger than [`MAX_COPY_BYTES`].
    pub bytes: Option<Vec<u8>>,
}

/// Read one copy.
///
/// # Errors
/// When there is no such file, or it cannot be read.
pub fn read_copy_file(path: &Path) -> io::Result<CopyFile> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut bytes = Some(Vec::new());
    let mut buffer = vec![0; 1 << 16];
    loop {
        let count = match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hash.update(&buffer[..count]);
        bytes = bytes.filter(|kept: &Vec<u8>| kept.len() + count <= MAX_COPY_BYTES).map(|mut kept| {
            kept.extend_from_slice(&buffer[..count]);
            kept
        });
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(CopyFile { sha256, bytes })
}

/// Every regular file below a folder in which copies may lie, in order of their paths; no link is followed.
///
/// # Errors
/// When the folder, or one in it, cannot be listed.
pub fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            error.into_io_error().unwrap_or_else(|| io::Error::other("a link leads round in a circle"))
        })?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_known_by_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("b")).unwrap();
        std::fs::write(folder.path().join("b/abc"), "abc").unwrap();
        std::fs::write(folder.path().join("a"), "").unwrap();
        let files = files_below(folder.path()).unwrap();
        let hashes: Vec<_> = files.iter().map(|path| read_copy_file(path).unwrap()).collect();
        // FIPS 180-2, appendix B.1.
        assert_eq!(hashes[1].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(hashes[1].bytes.as_deref(), Some(b"abc".as_slice()));
        assert_eq!(hashes[0].bytes.as_deref(), Some(b"".as_slice()));
        assert_eq!(read_copy_file(&folder.path().join("c")).unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn of_a_copy_that_is_too_large_for_a_text_only_the_hash_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("film");
        File::create(&path).unwrap().set_len(MAX_COPY_BYTES as u64 + 1).unwrap();
        let copy = read_copy_file(&path).unwrap();
        assert_eq!((copy.bytes, copy.sha256.len()), (None, 64));
    }
}
