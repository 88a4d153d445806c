//! What the editors have verified, where the copies are not at hand: the matter of `evidence.lock`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::EntityId;
use super::date::EdtfDate;

/// A quotation as a lock knows it. Its words are in the one form in which quotations are compared, so that another
/// spelling of the same quotation is the same entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LockKey {
    /// The source.
    pub source: EntityId,
    /// SHA-256 of the copy that was read, hexadecimal.
    pub sha256: Arc<str>,
    /// The words.
    pub words: Arc<str>,
}

/// Where and when a quotation was verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    /// For each piece of it the bytes of the copy's text, from 0.
    pub at: Vec<Range<usize>>,
    /// Whether words in brackets were put in by the editors.
    pub inserted: bool,
    /// The day: it stays for as long as copy, words and place do.
    pub day: EdtfDate,
}

/// All of `evidence.lock`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvidenceLock {
    /// What was verified, in order.
    pub entries: BTreeMap<LockKey, Locked>,
}
