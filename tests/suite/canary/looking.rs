//! Looking for secrets in bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

use super::dossier::PLACES;

/// The secrets in these bytes, in any case, as UTF-16 too, and in what is packed.
pub(crate) fn secrets(bytes: &[u8]) -> BTreeSet<&'static str> {
    let mut unpacked = Vec::new();
    if bytes.starts_with(&[0x1F, 0x8B]) {
        flate2::read::MultiGzDecoder::new(bytes).read_to_end(&mut unpacked).unwrap();
    }
    let mut found = BTreeSet::new();
    for bytes in [bytes, &unpacked] {
        // Without its zeros, UTF-16 reads as ASCII; addresses and scripts may spell letters out, but never plain ones.
        let text: Vec<u8> = bytes.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
        let text = String::from_utf8_lossy(&text);
        if text.contains("qzx") {
            found.extend(PLACES.iter().map(|(_, secret)| *secret).filter(|secret| text.contains(secret)));
            let at = text.find("qzx").unwrap_or_default();
            let around: String =
                text.chars().skip(text[..at].chars().count().saturating_sub(200)).take(400).collect();
            assert!(!found.is_empty(), "a secret that is on no list: {around}");
        }
    }
    found
}

/// No secret in any of these files, nor in their names.
pub(crate) fn assert_none(what: &str, files: &BTreeMap<String, Vec<u8>>) {
    let mut leaks = Vec::new();
    for (name, bytes) in files {
        let found: Vec<_> = secrets(name.as_bytes()).into_iter().chain(secrets(bytes)).collect();
        if !found.is_empty() {
            leaks.push(format!("{name}: {found:?}"));
        }
    }
    assert!(leaks.is_empty(), "{what}:\n{}", leaks.join("\n"));
    let told = files.values().any(|bytes| String::from_utf8_lossy(bytes).to_lowercase().contains("plainly"));
    assert!(told, "{what}: what is public is there");
}

/// All files below a folder, by their paths.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}
