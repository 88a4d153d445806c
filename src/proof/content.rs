//! A site against the dossier: every file is made, compared with the one that stands there, and dropped.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::difference::Difference;
use super::folder::pour_file;
use super::{Finding, Proof, ProofError, Site, Wanted, checksum_of, hints, manifest_of, start_of};
use crate::export::Content;
use crate::export::manifest::{Checksum, MANIFEST, Summing};
use crate::pipeline::{Edition, Watcher};
use crate::text::{Checked, Diagnostic};
use crate::write::{MARKER, marker_of};

/// So much further than the file ought to go is read of one that stands there, to show how it goes on.
const BEYOND: usize = 1024;

/// Compare a site with what a dossier yields; with it, what could not be made.
///
/// # Errors
/// When a file cannot be read.
pub fn against_content(
    edition: &Edition,
    site: &dyn Site,
    watcher: &dyn Watcher,
) -> Result<Checked<Proof>, ProofError> {
    let comparison = Comparison { site, seen: Mutex::default() };
    let diagnostics: Vec<Diagnostic> = edition.hand_over(
        |path, content| match content {
            Content::Bytes(bytes) => comparison.bytes(path, &bytes),
            Content::CopyOf(from) => comparison.copy(path, &from),
        },
        watcher,
    )?;
    let sums = locked(&comparison.seen).sums.clone();
    let mut proof = Proof { files: sums.len() + 1, ..Proof::default() };
    let manifest = edition.manifest(sums.clone());
    proof.name = Some(manifest.content);
    comparison.bytes(MANIFEST, manifest.to_json().as_bytes())?;
    let mut expected: BTreeSet<String> = sums.into_keys().collect();
    expected.insert(MANIFEST.to_owned());
    comparison.bytes(MARKER, &marker_of(expected.iter().map(String::as_str)))?;
    expected.insert(MARKER.to_owned());
    let seen = std::mem::take(&mut *locked(&comparison.seen));
    proof.bytes = seen.sums.iter().filter(|(path, _)| *path != MARKER).map(|(_, sum)| sum.size).sum();
    proof.findings = seen.findings;
    if let Ok((there, _)) = manifest_of(site)? {
        proof.hints = hints(&there, manifest.base_url.as_deref());
    }
    proof.complete(site, &expected)?;
    Ok(Checked { value: proof, diagnostics })
}

/// What is compared, from many threads.
struct Comparison<'a> {
    site: &'a dyn Site,
    seen: Mutex<Seen>,
}

/// What was seen so far.
#[derive(Debug, Default)]
struct Seen {
    sums: BTreeMap<String, Checksum>,
    findings: Vec<(String, Finding)>,
}

impl Comparison<'_> {
    /// A file that ought to hold these bytes.
    fn bytes(&self, path: &str, expected: &[u8]) -> Result<(), ProofError> {
        let found = start_of(self.site, path, expected.len() + BEYOND)?;
        let finding = match found {
            None => Some(Finding::Missing),
            Some(found) if found == expected => None,
            Some(found) => Some(Finding::Different(Difference::of(&found, expected))),
        };
        self.note(path, Checksum::of(expected), finding);
        Ok(())
    }

    /// A file that ought to be a copy of this one.
    fn copy(&self, path: &str, from: &Path) -> Result<(), ProofError> {
        let mut sum = Summing::default();
        pour_file(from, &mut |piece| {
            sum.add(piece);
            Wanted::More
        })?;
        let sum = sum.done();
        let finding = match checksum_of(self.site, path)? {
            None => Some(Finding::Missing),
            Some(found) if found == sum => None,
            Some(_) => Some(Finding::Different(None)),
        };
        self.note(path, sum, finding);
        Ok(())
    }

    fn note(&self, path: &str, sum: Checksum, finding: Option<Finding>) {
        let mut seen = locked(&self.seen);
        seen.sums.insert(path.to_owned(), sum);
        seen.findings.extend(finding.map(|finding| (path.to_owned(), finding)));
    }
}

/// That another thread panicked while it held this says nothing about what is only ever added to.
fn locked(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}
