//! What the statements of a dossier rest on, tested: [`Evidence`].
//!
//! `link` knows who cites whom; this floor looks whether what is cited bears it out. It reads the linked dossier and
//! the words that published pages quote. [`coverage`] counts what is cited, `uncited` reports what has to be and is not.

pub mod coverage;
pub mod quotation;
mod uncited;

use crate::link::Dossier;
use crate::text::Checked;
use coverage::Coverage;

/// What is known of the evidence of a dossier.
#[derive(Debug, Default)]
pub struct Evidence {
    /// How much of it is cited.
    pub coverage: Coverage,
}

impl Evidence {
    /// Look what a dossier rests on.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Checked<Self> {
        let coverage = Coverage::of(dossier);
        let diagnostics = uncited::check(dossier, &coverage);
        Checked::new(Self { coverage }, diagnostics)
    }
}
