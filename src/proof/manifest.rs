//! A site against its own manifest, where there is no dossier: every file that is listed is there and holds what it
//! held, and nothing else is there.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Finding, Proof, ProofError, Site, checksum_of, manifest_of, start_of};
use crate::export::manifest::{Checksum, Listed, MANIFEST};
use crate::write::{MARKER, marker_of};

/// Compare a site with its manifest.
///
/// # Errors
/// When a file cannot be read.
pub fn against_manifest(site: &dyn Site) -> Result<Proof, ProofError> {
    let (manifest, bytes) = match manifest_of(site)? {
        Ok(read) => read,
        Err(finding) => {
            return Ok(Proof { findings: vec![(MANIFEST.to_owned(), finding)], ..Proof::default() });
        }
    };
    let compared: Vec<_> =
        manifest.files.par_iter().map(|file| compare(site, file)).collect::<Result<_, _>>()?;
    let size: u64 = manifest.files.iter().map(|file| file.size).sum();
    let mut proof = Proof { files: manifest.files.len() + 1, ..Proof::default() };
    proof.name = Some(manifest.content);
    proof.bytes = size + bytes.len() as u64;
    proof.findings = compared.into_iter().flatten().collect();
    let mut expected: BTreeSet<String> = manifest.files.into_iter().map(|file| file.path).collect();
    expected.insert(MANIFEST.to_owned());
    let marker = marker_of(expected.iter().map(String::as_str));
    match start_of(site, MARKER, marker.len() + 1)? {
        Some(found) if found == marker => {}
        Some(_) => proof.findings.push((MARKER.to_owned(), Finding::Different(None))),
        None => proof.findings.push((MARKER.to_owned(), Finding::Missing)),
    }
    expected.insert(MARKER.to_owned());
    proof.complete(site, &expected)?;
    Ok(proof)
}

/// The same, if the site's manifest is this very one and no other; `None` if it is not.
///
/// # Errors
/// When a file cannot be read.
pub fn against_known_manifest(site: &dyn Site, known: &Checksum) -> Result<Option<Proof>, ProofError> {
    match checksum_of(site, MANIFEST)? {
        Some(found) if found == *known => against_manifest(site).map(Some),
        Some(_) | None => Ok(None),
    }
}

fn compare(site: &dyn Site, listed: &Listed) -> Result<Option<(String, Finding)>, ProofError> {
    let finding = match checksum_of(site, &listed.path)? {
        None => Finding::Missing,
        Some(found) if found == listed.checksum() => return Ok(None),
        Some(_) => Finding::Different(None),
    };
    Ok(Some((listed.path.clone(), finding)))
}
