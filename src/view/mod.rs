//! What templates see: finished values in a fixed order, never functions that fetch.
//!
//! Every page hands its template one [`PageView`]: the [`Frame`] that all pages share, and the page's own
//! value under `view`. Everything in it is decided (addresses relative to this very page, dates in words,
//! HTML made safe), so a template only places things. These are the only types that serialise for templates;
//! changing one is changing the interface of every dossier's own templates (`docs/templates.md`).

mod types;

pub use types::*;
