//! What is wrong between pages, by where it was found: some of it is found again after a change of names, and the rest kept.

use std::sync::Arc;

use crate::text::{ContentPath, Diagnostic};

/// What is wrong between the pages of a dossier.
#[derive(Debug, Default)]
pub struct Findings {
    /// Who is who, and private fields that no page has.
    pub(super) identity: Arc<[Diagnostic]>,
    /// What cannot have its path in the site.
    pub(super) outgoing: Arc<[Diagnostic]>,
    /// What [`check`](crate::link::check) says of the whole.
    pub(super) whole: Vec<Diagnostic>,
    /// The pairs that the settings name.
    pub(super) chains: Vec<Diagnostic>,
    /// Sources that rest on each other in a circle, or are one file.
    pub(super) origins: Vec<Diagnostic>,
    /// What the ledger of claims says.
    pub(super) ledger: Vec<Diagnostic>,
}

impl Findings {
    /// All of them, in the order in which they are told.
    pub fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        let kept = self.kept();
        kept.chain(&self.whole).chain(&self.chains).chain(&self.origins).chain(&self.ledger)
    }

    /// What is kept when names change.
    fn kept(&self) -> impl Iterator<Item = &Diagnostic> {
        self.identity.iter().chain(self.outgoing.iter())
    }

    /// Whether any of these stands on one of these files.
    pub fn any_stands_on(&self, is_one_of_them: impl Fn(&ContentPath) -> bool) -> bool {
        self.all().any(|problem| stands_on(problem, &is_one_of_them))
    }

    /// Whether what is kept when names change can be: nothing of it stands on one of these files.
    pub(super) fn can_be_kept(&self, is_one_of_them: impl Fn(&ContentPath) -> bool) -> bool {
        !self.kept().any(|problem| stands_on(problem, &is_one_of_them))
    }
}

fn stands_on(problem: &Diagnostic, is_one_of_them: &impl Fn(&ContentPath) -> bool) -> bool {
    let labels = problem.labels.iter().map(|label| &label.place);
    labels.chain(&problem.place).any(|place| is_one_of_them(&place.path))
}
