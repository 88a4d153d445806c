//! Whether a site is exactly what a dossier yields, or what its own manifest says.
//!
//! ```text
//! Edition ──every file, as it is made──▶ content ──┐
//!                                                  ├─▶ Proof: what is missing, too much, different
//! folder, served ──Site──▶ manifest ───────────────┘
//! ```
//!
//! Nothing is written: each file is made, compared with the one that stands there, and dropped. A [`Site`] is a
//! [`Folder`] or what a web server of this machine gives ([`Served`]). [`against_content`] needs the dossier and proves
//! the most; [`against_manifest`] needs the site alone, and proves that it is whole; [`signed_by`] proves who says so.

mod content;
mod difference;
mod error;
mod folder;
mod manifest;
mod served;
mod signature;

use std::collections::BTreeSet;

pub use content::against_content;
pub use difference::Difference;
pub use error::ProofError;
pub use folder::Folder;
pub use manifest::{against_known_manifest, against_manifest};
pub use served::Served;
pub use signature::{PublicKey, signed_by};

use crate::export::manifest::{Checksum, Hash, MANIFEST, Manifest, SIGNATURE, Summing, this_program};
use crate::text::one_form;
use crate::write::MARKER;

/// Files that only hosts and the next build look for: a reader's copy of the site may lack them.
const FOR_HOSTS: [&str; 2] = [".nojekyll", MARKER];

/// A site that stands somewhere.
pub trait Site: Sync {
    /// Everything in it, by path; what is no regular file ends in words that say so. `None` where nobody can tell.
    fn paths(&self) -> Option<BTreeSet<String>>;

    /// Hand on what a file holds, piece by piece, until it ends or `take` has had enough; whether there is such a file.
    ///
    /// # Errors
    /// When the disk or the server does not give it.
    fn pour(&self, path: &str, take: &mut dyn FnMut(&[u8]) -> Wanted) -> Result<bool, ProofError>;
}

/// Whether somebody wants more of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The next piece.
    More,
    /// Nothing more.
    Enough,
}

/// One thing in which a site is not what it ought to be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// A file is not there.
    Missing,
    /// There is a file that does not belong to it.
    Extra,
    /// A file holds something else; where it first does, if both are text.
    Different(Option<Difference>),
    /// The manifest cannot be used: why.
    BadManifest(String),
    /// The signature does not prove what it should: why.
    BadSignature(String),
}

/// What comes to mind on seeing the manifest that stands there: it may explain all differences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The site was made by this program.
    OtherProgram(String),
    /// The site was made for this address, or for none.
    OtherAddress(Option<String>),
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many files the site ought to have.
    pub files: usize,
    /// How large they are together, in bytes.
    pub bytes: u64,
    /// The name of the whole: what the manifest calls `content`.
    pub name: Option<Hash>,
    /// What is wrong, by path.
    pub findings: Vec<(String, Finding)>,
    /// Why that may be.
    pub hints: Vec<Hint>,
    /// Whether files that do not belong to the site would have been seen.
    pub sees_extra: bool,
    /// Files for hosts alone that are not there.
    pub left_out: Vec<String>,
    /// Whether there is a signature.
    pub is_signed: bool,
    /// The words that were signed with the manifest, where the signature was tested and holds.
    pub signed_words: Option<String>,
}

impl Proof {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.findings.is_empty()
    }

    /// Look for what the site holds besides these files, and bring everything into order.
    fn complete(&mut self, site: &dyn Site, expected: &BTreeSet<String>) -> Result<(), ProofError> {
        let paths = site.paths();
        self.sees_extra = paths.is_some();
        self.is_signed = match &paths {
            Some(paths) => paths.contains(SIGNATURE),
            None => site.pour(SIGNATURE, &mut |_| Wanted::Enough)?,
        };
        let expected: BTreeSet<_> = expected.iter().map(|path| one_form(path)).collect();
        let known = |path: &String| expected.contains(path.as_str()) || path == SIGNATURE;
        let extra = paths.into_iter().flatten().filter(|path| !known(path));
        self.findings.extend(extra.map(|path| (path, Finding::Extra)));
        let (left_out, findings): (Vec<_>, Vec<_>) = std::mem::take(&mut self.findings)
            .into_iter()
            .partition(|(path, finding)| *finding == Finding::Missing && FOR_HOSTS.contains(&path.as_str()));
        self.left_out = left_out.into_iter().map(|(path, _)| path).collect();
        self.left_out.sort();
        self.findings = findings;
        self.findings.sort();
        Ok(())
    }
}

/// The start of a file, at most so long; `None` where there is none.
fn start_of(site: &dyn Site, path: &str, most: usize) -> Result<Option<Vec<u8>>, ProofError> {
    let mut bytes = Vec::new();
    let there = site.pour(path, &mut |piece| {
        bytes.extend_from_slice(&piece[..piece.len().min(most - bytes.len())]);
        if bytes.len() < most { Wanted::More } else { Wanted::Enough }
    })?;
    Ok(there.then_some(bytes))
}

/// By what a file is known; `None` where there is none.
fn checksum_of(site: &dyn Site, path: &str) -> Result<Option<Checksum>, ProofError> {
    let mut sum = Summing::default();
    let there = site.pour(path, &mut |piece| {
        sum.add(piece);
        Wanted::More
    })?;
    Ok(there.then(|| sum.done()))
}

/// The largest manifest that is read: a million files have one of 130 MB.
const LARGEST_MANIFEST: usize = 512 << 20;

/// The manifest that stands there, with its bytes; what is wrong with it.
fn manifest_of(site: &dyn Site) -> Result<Result<(Manifest, Vec<u8>), Finding>, ProofError> {
    let Some(bytes) = start_of(site, MANIFEST, LARGEST_MANIFEST)? else { return Ok(Err(Finding::Missing)) };
    Ok(match Manifest::read(&bytes) {
        Ok(manifest) => Ok((manifest, bytes)),
        Err(why) => Err(Finding::BadManifest(why)),
    })
}

/// What the manifest that stands there says of how it was made, where that is not how this program makes it.
fn hints(there: &Manifest, base_url: Option<&str>) -> Vec<Hint> {
    let program = (there.generator != this_program()).then(|| Hint::OtherProgram(there.generator.clone()));
    let address = (there.base_url.as_deref() != base_url).then(|| Hint::OtherAddress(there.base_url.clone()));
    program.into_iter().chain(address).collect()
}
