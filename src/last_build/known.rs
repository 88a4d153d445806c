//! What the pages of a dossier know of each other, in one number.
//!
//! As long as it stays, a text that is another reaches no further than [`Reach::of_texts`](crate::pipeline::Reach::of_texts)
//! says: whatever is linked, listed and counted follows from facts, and what became of quotations and annotations from these,
//! their copies and the lock.

use std::hash::{Hash as _, Hasher};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::export::manifest::Hash;
use crate::link::{Dossier, PublishedPage};

/// Over the facts of all published pages, and over no place where any of them stands. What they quote and annotate is among
/// it: the evidence of the last build is not kept, so that it agrees has to follow.
pub(super) fn of(dossier: &Dossier) -> Hash {
    let pages: Vec<_> = dossier.all_pages().par_iter().map(of_page).collect();
    Hash::of(&pages.concat())
}

fn of_page(page: &PublishedPage) -> [u8; 32] {
    let mut fed = Fed::default();
    let page = page.parsed();
    page.facts.hash(&mut fed);
    fed.write_usize(page.quotations.len());
    for quotation in &page.quotations {
        (&quotation.words, &quotation.source).hash(&mut fed);
    }
    fed.write_usize(page.annotations.len());
    for annotation in &page.annotations {
        annotation.selector.hash(&mut fed);
    }
    Sha256::digest(&fed.0).into()
}

/// What the standard library feeds hashes: every list with its length, every text with an end. It comes in many small
/// pieces, so it is gathered first.
#[derive(Default)]
struct Fed(Vec<u8>);

impl Hasher for Fed {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Not asked for: the hash is longer.
    fn finish(&self) -> u64 {
        0
    }
}
