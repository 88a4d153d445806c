//! All that was read of a dossier, in a few numbers: whether it is what it was when something was made of it, and whether
//! only words of pages are others.
//!
//! The digests are over what the other floors are given (texts as they are decoded, names and sizes of attachments, what could
//! not be read) and not over the bytes on the disk: two trees of the same digests are the same to all of them. What an attachment
//! holds is not read with the tree; [`digest_of_file`] takes the digest of one.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{ContentTree, SettingsFile};
use crate::text::ContentFile;

/// So many files are hashed one behind the other, on one thread.
const TOGETHER: usize = 64;

/// A file with all that it holds.
type Part<'a> = (&'a str, &'a [u8]);

impl ContentTree {
    /// SHA-256 over the text of each page, in order.
    #[must_use]
    pub fn digests_of_pages(&self) -> Vec<[u8; 32]> {
        self.pages().par_iter().map(|page| Sha256::digest(page.text.as_bytes()).into()).collect()
    }

    /// SHA-256 over all the rest, which pages there are among it, but for what attachments hold.
    #[must_use]
    pub fn digest_beside_texts(&self) -> [u8; 32] {
        let mut whole = Sha256::new();
        let pages = self.pages();
        add(&mut whole, &pages.iter().map(|page| (page.path.as_str(), [].as_slice())).collect::<Vec<_>>());
        // Lists and not one list: a template is no page, whatever its name.
        for files in [self.templates(), self.styles(), self.words()] {
            add(&mut whole, &files.iter().map(text).collect::<Vec<_>>());
        }
        let theme = self.theme().iter().map(|file| (&*file.name, &*file.bytes));
        add(&mut whole, &theme.collect::<Vec<_>>());
        let (settings, state) = match self.settings() {
            SettingsFile::Absent => (None, "absent"),
            SettingsFile::Read(file) => (Some(file), "read"),
            SettingsFile::Unreadable => (None, "unreadable"),
        };
        add(&mut whole, &[("settings", state.as_bytes())]);
        for own in [settings, self.evidence_lock()] {
            add(&mut whole, &own.map(text).into_iter().collect::<Vec<_>>());
        }
        let sizes: Vec<_> = self.attachments().map(|file| (file.path, file.bytes.to_le_bytes())).collect();
        let sizes = sizes.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        add(&mut whole, &sizes.collect::<Vec<_>>());
        // Of a file that cannot be read there is a problem, and what the system said of it.
        let problems: Vec<_> = self.diagnostics().map(|problem| format!("{problem:?}")).collect();
        let problems = problems.iter().map(|problem| ("", problem.as_bytes()));
        add(&mut whole, &problems.collect::<Vec<_>>());
        whole.finalize().into()
    }
}

fn text(file: &ContentFile) -> Part<'_> {
    (file.path.as_str(), file.text.as_bytes())
}

/// Add a list: how many there are, and each with its length, so that no two lists look alike.
fn add(whole: &mut Sha256, parts: &[Part<'_>]) {
    whole.update(parts.len().to_le_bytes());
    let hash = |some: &[Part<'_>]| {
        let mut hash = Sha256::new();
        for bytes in some.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]) {
            hash.update(bytes.len().to_le_bytes());
            hash.update(bytes);
        }
        hash.finalize()
    };
    let hashes: Vec<_> = parts.par_chunks(TOGETHER).map(hash).collect();
    hashes.iter().for_each(|hash| whole.update(hash));
}

/// SHA-256 of all that a file holds.
///
/// # Errors
/// When it cannot be read.
pub fn digest_of_file(path: &Path) -> io::Result<[u8; 32]> {
    let mut hashing = Hashing(Sha256::new());
    io::copy(&mut File::open(path)?, &mut hashing)?;
    Ok(hashing.0.finalize().into())
}

/// A hash as something to write into.
struct Hashing(Sha256);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;
    use crate::load::load;

    fn write(root: &Path, path: &str, bytes: &[u8]) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    #[test]
    fn whatever_is_read_makes_another_digest_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let digest = || {
            let tree = load(root).unwrap();
            (tree.digest_beside_texts(), tree.digests_of_pages())
        };
        write(root, "content/people/a.md", b"a");
        write(root, "content/people/b.md", b"b");
        write(root, "content/scan.pdf", b"123");
        let mut seen = vec![digest()];
        for (path, bytes) in [
            ("content/people/a.md", b"ab".as_slice()),
            ("content/people/c.md", b""),
            ("content/scan.pdf", b"1234"),
            ("content/second.pdf", b"1234"),
            ("content/people/c.md", b"\xff"),
            ("content/people/c.md", b"\xfe"),
            ("site.toml", b""),
            ("site.toml", b"title = \"x\""),
            ("site.toml", b"\xff"),
            ("evidence.lock", b""),
            ("templates/home.html", b"x"),
            ("styles/own.csl", b"x"),
            ("theme/style.css", b"x"),
            ("theme/own.css", b"x"),
            ("theme/words/en.ftl", b"x"),
            ("theme/words/en.ftl", b"xy"),
        ] {
            write(root, path, bytes);
            let now = digest();
            assert!(!seen.contains(&now), "{path}");
            assert_eq!(now, digest());
            seen.push(now);
        }
        // Of a text that is another, only its own digest is.
        let before = digest();
        write(root, "content/people/b.md", b"c");
        let after = digest();
        assert_eq!((before.0, before.1[0]), (after.0, after.1[0]));
        assert_ne!(before.1[1], after.1[1]);
        write(root, "content/people/b.md", b"b");
        fs::rename(root.join("content/people/a.md"), root.join("content/people/d.md")).unwrap();
        let renamed = digest();
        assert!(!seen.contains(&renamed));
        // Neither is what a text is on the disk, nor what lies elsewhere.
        write(root, "content/people/b.md", b"\xef\xbb\xbfb");
        write(root, "public/index.html", b"x");
        write(root, ".redstring/build.json", b"x");
        write(root, "content/.hidden.md", b"x");
        // What it holds is not of the tree: it is read when it is used.
        write(root, "content/scan.pdf", b"4321");
        assert_eq!(digest(), renamed);
    }

    #[test]
    fn a_file_is_known_by_all_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path: PathBuf = folder.path().join("film");
        let bytes = vec![7; 64 * 1024 + 1];
        fs::write(&path, &bytes).unwrap();
        assert_eq!(digest_of_file(&path).unwrap(), <[u8; 32]>::from(Sha256::digest(bytes)));
        assert!(digest_of_file(&folder.path().join("none")).is_err());
    }
}
