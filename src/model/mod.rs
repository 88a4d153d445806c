//! The field's words: plain data, no IO, no Markdown.
//!
//! What an editor writes about (kinds, relations, dates, claims, sources) in the terms of the field. `parse/`
//! makes these values, `link/` joins them, `view/` shows them; none of them knows where it was written
//! (but the pairs of `[[chains]]`, which can only be judged when all pages are known).

pub mod attachment;
pub mod claim;
pub mod date;
mod derivation;
mod entity;
pub mod estimate;
mod evidence_lock;
pub mod language;
mod name;
mod period;
mod raw_html;
mod settings;
pub mod vocabulary;
pub mod words;

pub use derivation::Derivation;
pub use entity::{EntityId, KindId, RelationId};
pub use evidence_lock::{EvidenceLock, LockKey, Locked};
pub use name::{FoldedName, fold, folded, slug};
pub use period::Period;
pub use raw_html::{RawHtml, is_one_of};
pub use settings::{DateField, Kind, Relation, Settings, WrittenPair, same_field};
pub use words::Words;
