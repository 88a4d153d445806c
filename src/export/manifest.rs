//! `manifest.json`: every file of the site by its SHA-256 and size, so that anyone can see that a site is what was
//! published.
//!
//! ```text
//! bytes as they are written ──Checksum──▶ Manifest ──▶ manifest.json, the last file of a build
//! ```
//!
//! Only what is published goes in, and of that only what everybody who reads the site could work out himself: a hash
//! over anything else (a page with its comments, the target of a link that is withheld) would let a guess at it be
//! tested. So `content`, the name of the whole, is a hash over the list of the files and not over the dossier.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// Where it stands, from the site's top.
pub const MANIFEST: &str = "manifest.json";

/// Where its signature stands, if somebody signed it: the name that `minisign -S` gives.
pub const SIGNATURE: &str = "manifest.json.minisig";

/// The first line's word for what this is.
const FORMAT: &str = "redstring-manifest 1";

/// The SHA-256 of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// As 64 digits.
    fn digits(&self) -> [u8; 64] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [b'0'; 64];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
        digits
    }

    /// From its 64 digits.
    fn read(digits: &str) -> Option<Self> {
        let mut hash = [0; 32];
        if digits.len() != 64 || !digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        for (byte, nth) in hash.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(digits.get(nth..nth + 2)?, 16).ok()?;
        }
        Some(Self(hash))
    }
}

impl From<[u8; 32]> for Hash {
    fn from(hash: [u8; 32]) -> Self {
        Self(hash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.digits()))
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        Self::read(&digits).ok_or_else(|| serde::de::Error::custom("a SHA-256 has 64 digits from 0 to f"))
    }
}

/// By what a file is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checksum {
    /// The hash of all it holds.
    pub sha256: Hash,
    /// How many bytes that are.
    pub size: u64,
}

impl Checksum {
    /// Of a file that holds these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { sha256: Hash::of(bytes), size: bytes.len() as u64 }
    }
}

/// A checksum in the making: of a file that is too large to be held, piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Summing {
    hash: Sha256,
    size: u64,
}

impl Summing {
    /// The next piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.hash.update(piece);
        self.size += piece.len() as u64;
    }

    /// That was all of it.
    #[must_use]
    pub fn done(self) -> Checksum {
        Checksum { sha256: Hash(self.hash.finalize().into()), size: self.size }
    }
}

/// A file of the site as the manifest lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// From the site's top, with `/`.
    pub path: String,
    /// The hash of all it holds.
    pub sha256: Hash,
    /// How many bytes that are.
    pub size: u64,
}

impl Listed {
    /// By what it is known.
    #[must_use]
    pub fn checksum(&self) -> Checksum {
        Checksum { sha256: self.sha256, size: self.size }
    }
}

/// What a site consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    /// The program that made the site: `redstring 0.1.0`. Another version may write other bytes.
    pub generator: String,
    /// The address for which it was made, where one was given.
    pub base_url: Option<String>,
    /// The name of the whole: SHA-256 over a line `HASH  PATH` for each file, as `sha256sum` prints them.
    pub content: Hash,
    /// Every file but this one, the marker of the folder and a signature, by path.
    pub files: Vec<Listed>,
}

impl Manifest {
    /// Of these files, for the address `base_url`.
    #[must_use]
    pub fn of(files: BTreeMap<String, Checksum>, base_url: Option<&str>) -> Self {
        let listed = |(path, sum): (String, Checksum)| Listed { path, sha256: sum.sha256, size: sum.size };
        let files: Vec<_> = files.into_iter().map(listed).collect();
        Self {
            format: FORMAT.to_owned(),
            generator: this_program(),
            base_url: base_url.map(str::to_owned),
            content: name_of(&files),
            files,
        }
    }

    /// From the file; in words what is wrong with it.
    ///
    /// # Errors
    /// Where it is no manifest that this version can read, or its name is not that of its list.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let read: Self =
            serde_json::from_slice(bytes).map_err(|error| format!("it is no manifest ({error})"))?;
        if read.format != FORMAT {
            return Err(format!("it is written as `{}`, and this version reads `{FORMAT}`", read.format));
        }
        if !read.files.is_sorted_by(|one, other| one.path < other.path) {
            return Err("its files are not in order, or one is in it twice".into());
        }
        if read.content != name_of(&read.files) {
            return Err("its `content` is not the hash of its list of files".into());
        }
        Ok(read)
    }

    /// As the file: a line for each file of the site, so that two of them are easy to compare.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = format!(
            "{{\n  \"format\": {},\n  \"generator\": {},\n  \"base_url\": {},\n  \"content\": {},\n  \"files\": [",
            json(&self.format),
            json(&self.generator),
            json(&self.base_url),
            json(&self.content)
        );
        for (nth, file) in self.files.iter().enumerate() {
            text.push_str(if nth == 0 { "\n    " } else { ",\n    " });
            text.push_str(&json(file));
        }
        text.push_str("\n  ]\n}\n");
        text
    }
}

/// The program, as a manifest names it.
#[must_use]
pub fn this_program() -> String {
    format!("redstring {}", env!("CARGO_PKG_VERSION"))
}

/// The name of these files together.
fn name_of(files: &[Listed]) -> Hash {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.sha256.digits());
        hash.update(b"  ");
        hash.update(&file.path);
        hash.update(b"\n");
    }
    Hash(hash.finalize().into())
}

/// A value as JSON. Words and numbers always serialise: there is no failure to report.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn manifest() -> Manifest {
        let files = [("b/\"x\".html", "abc"), ("a.html", "")];
        let files = files.map(|(path, text)| (path.to_owned(), Checksum::of(text.as_bytes())));
        Manifest::of(files.into(), Some("https://x.example/"))
    }

    #[test]
    fn it_says_what_sha256sum_says_and_is_read_as_it_was_written() {
        let text = manifest().to_json();
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let name = Hash::of(format!("{empty}  a.html\n{ABC}  b/\"x\".html\n").as_bytes());
        let expected = format!(
            r#"{{
  "format": "redstring-manifest 1",
  "generator": "{}",
  "base_url": "https://x.example/",
  "content": "{name}",
  "files": [
    {{"path":"a.html","sha256":"{empty}","size":0}},
    {{"path":"b/\"x\".html","sha256":"{ABC}","size":3}}
  ]
}}
"#,
            this_program()
        );
        assert_eq!(text, expected);
        assert_eq!(Manifest::read(text.as_bytes()), Ok(manifest()));
    }

    #[test]
    fn what_was_touched_is_not_read() {
        let text = manifest().to_json();
        for (from, to, words) in [
            ("manifest 1", "manifest 2", "this version reads"),
            ("a.html", "c.html", "not in order"),
            ("a.html", "a.htm", "`content` is not the hash"),
            (ABC, &ABC.replace('b', "B"), "64 digits"),
            (ABC, &ABC[1..], "64 digits"),
            ("\"files\"", "\"filed\"", "no manifest"),
        ] {
            let touched = text.replace(from, to);
            assert_ne!(touched, text, "{from}");
            let why = Manifest::read(touched.as_bytes()).unwrap_err();
            assert!(why.contains(words), "{from}: {why}");
        }
    }

    #[test]
    fn a_checksum_is_the_same_in_one_piece_and_in_many() {
        let bytes: Vec<u8> = (0..100_000_u32).map(|n| (n % 253) as u8).collect();
        let mut summing = Summing::default();
        bytes.chunks(777).for_each(|piece| summing.add(piece));
        assert_eq!(summing.done(), Checksum::of(&bytes));
        assert_eq!(Checksum::of(b"abc").sha256.to_string(), ABC);
    }
}
