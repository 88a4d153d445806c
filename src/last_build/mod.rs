//! What the last build was made of and what it found, so that one with nothing to do can say so without doing it all, and
//! one after which only words of some pages are others makes only what shows these.
//!
//! ```text
//! ContentTree, Wishes, program ──▶ Inputs ──┐
//!                                           ├─▶ LastBuild ──keep──▶ .redstring/last-build
//! what pages know of each other, what was   │                              │
//! read of attachments, manifest, what was   │                              ▼
//! counted, problems ────────────────────────┘        Inputs of this build ──compare──▶ Compared
//!
//! Compared::Unchanged   inputs, attachments and the site are the same: it is said again what was said
//! Compared::Changed     all is read and linked, and then LastSite ──▶ pipeline: where texts of pages alone are others, and
//!                       the pages know the same of each other, pages that cannot look different stay; and parts of
//!                       the search's index that hold what they held
//! Compared::First       a build as if nothing had been kept
//! ```
//!
//! Of the content nothing is believed: the dossier is read anew and compared, byte for byte by its digests, and so is whatever
//! of the site stays, with its manifest. What is believed is that a program makes the same of the same ([`Inputs`]). Whatever
//! is not the same, or cannot be read, is a build as if nothing had been kept.
//!
//! It tells of what is private (problems name files, a digest lets a guess be tested), so it stays where it is kept: in
//! [`write::kept`], for the owner alone. No floor but this reads it, and none writes any of it into a site.

mod inputs;
mod known;
mod problem;

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

pub use inputs::Inputs;

use crate::export::manifest::{Checksum, Hash, MANIFEST, Manifest};
use crate::link::Dossier;
use crate::load::{self, ContentTree};
use crate::model::vocabulary;
use crate::pipeline::{Edition, LastSite, Reach, Summary};
use crate::proof::{Finding, Folder, Proof, against_known_manifest};
use crate::text::{ContentPath, Diagnostic, HashMap};
use crate::write::{self, Staging};
use problem::Problem;

/// The name under which it is kept.
const NAME: &str = "last-build";

/// What its first line begins with; the hash of all other lines follows.
const FORMAT: &str = "redstring-last-build 2";

/// The last build of a dossier.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastBuild {
    inputs: Inputs,
    /// What its pages know of each other.
    known: Hash,
    /// What the parts of the search's index hold.
    search_parts: Vec<Hash>,
    /// Every attachment and copy that was read, by its path. Which these are follows from the inputs.
    read: Vec<(String, Hash)>,
    manifest: Checksum,
    summary: Summary,
    problems: Vec<Problem>,
}

/// What a build finds when it looks at the last one.
#[derive(Debug)]
pub enum Compared {
    /// It would do and say the same again.
    Unchanged(Box<Unchanged>),
    /// The dossier is another, or the site is not what the last build made; some of that may be of use all the same.
    Changed(Box<Changed>),
    /// There is none that could be read.
    First,
}

/// The last build, where it is not to be repeated: what is needed to leave some of its site.
#[derive(Debug)]
pub struct Changed {
    manifest: Checksum,
    known: Hash,
    /// None where another program made them.
    search_parts: Vec<Hash>,
    /// The pages whose texts are others; `None` where anything else is.
    texts: Option<Vec<ContentPath>>,
}

/// A build that would change nothing, and what it would have said.
#[derive(Debug)]
pub struct Unchanged {
    /// What is in the dossier.
    pub summary: Summary,
    /// What is wrong with it; none is an error.
    pub problems: Vec<Diagnostic>,
    /// How many files the site has.
    pub files: usize,
    /// How large they are together, in bytes.
    pub bytes: u64,
}

impl LastBuild {
    /// Of a build that is about to publish a site with this manifest: `None` where there is an error, or a file that it
    /// read cannot be read any more.
    #[must_use]
    pub fn of(
        inputs: Inputs,
        edition: &Edition,
        summary: Summary,
        manifest: Checksum,
        search_parts: Vec<Hash>,
        problems: &[Diagnostic],
    ) -> Option<Self> {
        if problems.iter().any(Diagnostic::is_error) {
            return None;
        }
        let files: Vec<_> = files_read(edition).into_iter().collect();
        let read = files
            .par_iter()
            .map(|path| Some((path.as_str().to_owned(), hash(edition.root(), path.as_str())?)));
        Some(Self {
            inputs,
            known: known::of(&edition.material.dossier),
            search_parts,
            read: read.collect::<Option<_>>()?,
            manifest,
            summary,
            problems: problems.iter().map(Problem::from).collect(),
        })
    }

    /// Keep it for the next build of the dossier in `root`. Where that is not possible, the next one has more to do.
    pub fn keep(&self, root: &Path) {
        // Words and numbers always serialise.
        let Ok(json) = serde_json::to_vec(self) else { return };
        let first = format!("{FORMAT} {}\n", Hash::of(&json));
        write::keep(root, NAME, &[first.as_bytes(), &json].concat());
    }

    /// What was kept for the dossier in `root`, if it is whole and of this version.
    fn kept(root: &Path) -> Option<Self> {
        let bytes = write::kept(root, NAME)?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (first, json) = (bytes.get(..end)?, bytes.get(end + 1..)?);
        if first != format!("{FORMAT} {}", Hash::of(json)).as_bytes() {
            return None;
        }
        serde_json::from_slice(json).ok()
    }

    /// Whether what it made stands at `target`, whole and with nothing beside it. Whatever is in doubt is not so.
    fn stands(&self, root: &Path, target: &Path) -> Option<Proof> {
        if !write::is_undisturbed(target, root) {
            return None;
        }
        let proof = against_known_manifest(&Folder::of(target).ok()?, &self.manifest).ok()??;
        is_whole(&proof).then_some(proof)
    }

    /// Whether every attachment and copy that was read is what it was.
    fn is_as_read(&self, root: &Path) -> bool {
        self.read.par_iter().all(|(path, known)| hash(root, path) == Some(*known))
    }
}

impl Compared {
    /// The last build of this dossier, whose site is to stand at `target`, with one of these inputs.
    #[must_use]
    pub fn of(tree: &ContentTree, inputs: &Inputs, target: &Path) -> Self {
        let root = tree.root();
        let Some(last) = LastBuild::kept(root) else { return Self::First };
        let other = inputs.other_texts(&last.inputs).filter(|_| last.is_as_read(root));
        if other.as_deref() == Some(&[])
            && let Some(proof) = last.stands(root, target)
        {
            return Self::Unchanged(Box::new(Unchanged {
                summary: last.summary,
                problems: last.problems.into_iter().map(Diagnostic::from).collect(),
                files: proof.files,
                bytes: proof.bytes,
            }));
        }
        let texts = other.map(|places| {
            let pages = tree.pages();
            let pages = places.into_iter().filter_map(|place| pages.get(place));
            pages.map(|page| page.path.clone()).collect()
        });
        let same_program = inputs.program == last.inputs.program;
        let search_parts = if same_program { last.search_parts } else { Vec::new() };
        let LastBuild { manifest, known, .. } = last;
        Self::Changed(Box::new(Changed { manifest, known, search_parts, texts }))
    }
}

impl Changed {
    /// The site that `staging` is to replace, as far as it can look different now that this is the dossier; `None` where it
    /// is another than the last build made.
    #[must_use]
    pub fn site(self, edition: &Edition, staging: &Staging) -> Option<LastSite> {
        let manifest = Manifest::read(&staging.published(MANIFEST, &self.manifest)?).ok()?;
        let reach = self.reach(&edition.material.dossier).unwrap_or(Reach::Everything);
        Some(LastSite::new(manifest, reach, self.search_parts))
    }

    /// How far the change reaches. `None` where more than words are others: a page that is not published may have decided
    /// anything.
    fn reach(&self, dossier: &Dossier) -> Option<Reach> {
        let texts = self.texts.as_ref().filter(|_| known::of(dossier) == self.known)?;
        let published: HashMap<_, _> =
            dossier.all_pages().iter().map(|page| (&page.facts().path, page)).collect();
        let pages: Option<Vec<_>> = texts.iter().map(|path| published.get(path).copied()).collect();
        Some(Reach::of_texts(dossier, &pages?))
    }
}

/// Whether a build would find every file as it writes it. What lies beside them in a site that is undisturbed, systems lay
/// there by themselves, and a build leaves it.
fn is_whole(proof: &Proof) -> bool {
    proof.left_out.is_empty() && proof.findings.iter().all(|(_, finding)| *finding == Finding::Extra)
}

/// The files of the dossier that a build reads when it uses them, beside those that are read first: what goes out, and
/// the copies of sources, whether they go out or not.
fn files_read(edition: &Edition) -> BTreeSet<ContentPath> {
    let dossier = &edition.material.dossier;
    let sources = dossier.of_kind(vocabulary::SOURCE).iter();
    let copies = sources.filter_map(|source| dossier.copy_of(&source.facts().id));
    dossier.outgoing.attachments.iter().chain(copies).cloned().collect()
}

fn hash(root: &Path, path: &str) -> Option<Hash> {
    load::digest_of_file(&root.join(path)).ok().map(Hash::from)
}
