//! Who says that the manifest is right: a signature as `minisign` makes it, over the manifest's bytes.
#![expect(clippy::disallowed_methods, reason = "a public key may be given as a file")]

use std::fmt;
use std::path::Path;

use minisign_verify::{PublicKey as Key, Signature};

use super::{Finding, ProofError, Site, manifest_of, start_of};
use crate::export::manifest::{MANIFEST, SIGNATURE};

/// A signature is four short lines.
const LARGEST_SIGNATURE: usize = 64 * 1024;

/// The public key of whoever is to have signed.
pub struct PublicKey(Key);

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublicKey")
    }
}

impl PublicKey {
    /// From its letters, or from a file that holds it.
    ///
    /// # Errors
    /// When it is neither.
    pub fn read(written: &str) -> Result<Self, ProofError> {
        let in_file = || {
            let text = std::fs::read_to_string(Path::new(written)).ok()?;
            Key::decode(&text).or_else(|_| Key::from_base64(text.trim())).ok()
        };
        let key = Key::from_base64(written.trim()).ok().or_else(in_file);
        key.map(Self).ok_or_else(|| ProofError::BadKey(written.to_owned()))
    }
}

/// Whether the manifest that stands there is signed by this key: the words that were signed with it, or what is wrong.
///
/// # Errors
/// When a file cannot be read.
pub fn signed_by(site: &dyn Site, key: &PublicKey) -> Result<Result<String, (String, Finding)>, ProofError> {
    let bad = |why: &str| Ok(Err((SIGNATURE.to_owned(), Finding::BadSignature(why.to_owned()))));
    let manifest = match manifest_of(site)? {
        Ok((_, bytes)) => bytes,
        Err(finding) => return Ok(Err((MANIFEST.to_owned(), finding))),
    };
    let Some(signature) = start_of(site, SIGNATURE, LARGEST_SIGNATURE)? else {
        return Ok(Err((SIGNATURE.to_owned(), Finding::Missing)));
    };
    let Some(signature) = std::str::from_utf8(&signature).ok().and_then(|text| Signature::decode(text).ok())
    else {
        return bad("it is no signature of minisign");
    };
    match key.0.verify(&manifest, &signature, false) {
        Ok(()) => Ok(Ok(signature.trusted_comment().to_owned())),
        Err(minisign_verify::Error::UnexpectedKeyId) => bad("it was made with another key"),
        Err(_) => bad("it is not a signature of this manifest"),
    }
}
