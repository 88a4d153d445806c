//! What the statements of a dossier rest on, tested: [`Evidence`].
//!
//! `link` knows who cites whom; this floor looks whether what is cited bears it out. It reads the linked dossier and
//! the words that published pages quote.

pub mod annotated;
pub mod quotation;

use std::collections::BTreeMap;

use annotated::AnnotatedCopy;

use crate::model::EntityId;

/// What is known of the evidence of a dossier.
#[derive(Debug, Default)]
pub struct Evidence {
    /// The sources whose copies go out: their texts, and the annotations in them.
    pub annotated: BTreeMap<EntityId, AnnotatedCopy>,
}
