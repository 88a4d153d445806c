//! What the statements of a dossier rest on, tested: [`Evidence`].
//!
//! `link` knows who cites whom; this floor looks whether what is cited bears it out. It reads the linked dossier and
//! the words that published pages quote.

pub mod quotation;

/// What is known of the evidence of a dossier.
#[derive(Debug, Default)]
pub struct Evidence {}
