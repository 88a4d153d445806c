//! What the statements of a dossier rest on, tested: [`Evidence`].
//!
//! `link` knows who cites whom; this floor looks whether what is cited bears it out.
//!
//! 1. [`copies`] reads the local copies of sources, and holds them against their hashes.
//! 2. [`quotation`] searches words in a copy: exactly, never by likeness.
//! 3. `verification` does so for all that published pages quote, or asks the lock where a copy is not at hand.
//! 4. [`annotated`] finds the words that the annotations on a source's page are about.
//! 5. [`coverage`] counts what is cited, `uncited` reports what has to be and is not.
//!
//! Nothing of a private page comes here: a lock, which is committed, can give nothing of it away.

pub mod annotated;
pub mod copies;
pub mod coverage;
mod locator;
pub mod quotation;
mod uncited;
mod verification;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::link::Dossier;
use crate::model::date::EdtfDate;
use crate::model::{EntityId, EvidenceLock, LockKey, Locked};
use crate::parse::copy::Nature;
use crate::text::Checked;
use annotated::{Annotated, AnnotatedCopy};
use copies::{Copies, SourceCopy};
use coverage::Coverage;
use verification::{Tested, quoted};

/// What is known of the evidence of a dossier.
#[derive(Debug, Default)]
pub struct Evidence {
    /// How much of it is cited.
    pub coverage: Coverage,
    copies: Copies,
    lock: Arc<EvidenceLock>,
    annotated: BTreeMap<EntityId, Arc<Annotated>>,
    tested: BTreeMap<EntityId, Arc<Tested>>,
    tally: Tally,
}

/// A quotation that a lock may hold: which, where it stands, and what the lock has had of it.
#[derive(Debug, Clone)]
struct Confirmed {
    key: LockKey,
    at: Vec<Range<usize>>,
    inserted: bool,
    /// The day on which it was verified, where a lock has it so.
    day: Option<EdtfDate>,
}

/// How many quotations there are, by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// That stand in their sources.
    pub verified: usize,
    /// That could not be compared with anything.
    pub unverified: usize,
    /// That do not stand in their sources.
    pub not_found: usize,
}

/// What became of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The words stand in the source.
    Verified(Proof),
    /// There was nothing to compare them with.
    Unverified,
    /// They do not stand in the source.
    NotFound,
}

/// What shows that a quotation is exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// The editors found it in the copy, on this day.
    Editors(EdtfDate),
    /// It stands in the copy that is at hand; nobody has locked it yet.
    Copy(Nature),
}

impl Evidence {
    /// Hold what published pages quote against these copies, and against the lock where a copy is not at hand.
    ///
    /// What was found `before`, in an earlier state of the dossier, holds for all that rests on the same pages and copies.
    #[must_use]
    pub fn gather(
        dossier: &Dossier,
        copies: Copies,
        lock: Arc<EvidenceLock>,
        before: Option<(&Dossier, &Self)>,
    ) -> Checked<Self> {
        let same = before.filter(|(before, _)| before.shares_statements_with(dossier));
        let coverage = match same {
            Some((before, evidence)) => evidence.coverage.after(before, dossier),
            None => Coverage::of(dossier),
        };
        let mut diagnostics = uncited::check(dossier, &coverage);
        let before = before.map(|(_, evidence)| evidence);
        let tests = before.filter(|before| before.lock == lock).map(|before| &before.tested);
        let quoted: Vec<_> = quoted(dossier).into_iter().collect();
        let tested: Vec<_> = quoted
            .into_par_iter()
            .map(|(source, quoted)| {
                let before = tests.and_then(|tests| tests.get(&source));
                let tested = Tested::new(dossier, &source, copies.get(&source), &quoted, &lock, before);
                (source, tested)
            })
            .collect();
        let annotated = annotated::annotate(dossier, &copies, before.map(|before| &before.annotated));
        diagnostics.extend(annotated.values().flat_map(|annotated| annotated.diagnostics.iter().cloned()));
        let mut evidence = Self { coverage, copies, lock, annotated, ..Self::default() };
        for (source, tested) in tested {
            evidence.tally.join(tested.tally);
            diagnostics.extend(tested.diagnostics.iter().cloned());
            evidence.tested.insert(source, tested);
        }
        Checked::new(evidence, diagnostics)
    }

    /// Whether both say the same of all that both were asked, and show the same copies: what one of them says besides
    /// stands only on pages whose text is another.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        let same_copies = self.copies.len() == other.copies.len()
            && self
                .copies
                .iter()
                .zip(&other.copies)
                .all(|((id, copy), (other_id, other))| id == other_id && Arc::ptr_eq(copy, other));
        let mut both =
            self.tested.iter().filter_map(|(source, tested)| Some((tested, other.tested.get(source)?)));
        same_copies && both.all(|(one, other)| Arc::ptr_eq(one, other) || one.agrees_with(other))
    }

    /// What became of these words, quoted from this source; `None` where no page quotes them.
    #[must_use]
    pub fn verdict(&self, source: &EntityId, words: &str) -> Option<&Verdict> {
        self.tested.get(source)?.verdicts.get(words)
    }

    /// Whether the words in brackets in this quotation were put in by the editors.
    #[must_use]
    pub fn has_insertions(&self, source: &EntityId, words: &str) -> bool {
        self.tested.get(source).is_some_and(|tested| tested.inserted.contains(words))
    }

    /// The copy of a source, where it is at hand.
    #[must_use]
    pub fn copy(&self, source: &EntityId) -> Option<&SourceCopy> {
        self.copies.get(source).map(|copy| &**copy)
    }

    /// The text of a source whose copy goes out, with its annotations.
    #[must_use]
    pub fn annotated(&self, source: &EntityId) -> Option<AnnotatedCopy<'_>> {
        let annotated = self.annotated.get(source).filter(|annotated| annotated.goes_out)?;
        let text = self.copies.get(source)?.text.as_ref().ok()?;
        Some(AnnotatedCopy { text, annotations: &annotated.placed })
    }

    /// The sources whose copies go out, in order.
    pub fn shown_sources(&self) -> impl Iterator<Item = &EntityId> {
        self.annotated.iter().filter(|(_, annotated)| annotated.goes_out).map(|(source, _)| source)
    }

    /// How many quotations there are.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The lock as it stands now: what is quoted no more is dropped, and what was found for the first time, or
    /// elsewhere than before, gets this day.
    #[must_use]
    pub fn renewed_lock(&self, day: &EdtfDate) -> EvidenceLock {
        let confirmed = self.tested.values().flat_map(|tested| &tested.confirmed);
        let entries = confirmed.map(|confirmed| {
            let Confirmed { key, at, inserted, day: verified } = confirmed.clone();
            (key, Locked { at, inserted, day: verified.unwrap_or_else(|| day.clone()) })
        });
        EvidenceLock { entries: entries.collect() }
    }
}

impl Tally {
    fn join(&mut self, other: Self) {
        self.verified += other.verified;
        self.unverified += other.unverified;
        self.not_found += other.not_found;
    }

    fn add(&mut self, verdicts: &[(Arc<str>, Verdict)]) {
        for (_, verdict) in verdicts {
            match verdict {
                Verdict::Verified(_) => self.verified += 1,
                Verdict::Unverified => self.unverified += 1,
                Verdict::NotFound => self.not_found += 1,
            }
        }
    }
}
