//! What the fuzzer calls, and what has to hold whatever it comes up with: one function a target, from bytes to a panic
//! where something does not hold.
//!
//! Each takes a way into Redstring that what a stranger wrote can take, and asks more than that nothing panics: that
//! what is private stays in, that what goes out runs nothing, that a quotation found is there.

mod dates;
mod dossier;
mod evidence;
mod files;
mod html;
mod pages;

pub use dates::dates;
pub use evidence::{copies, evidence_lock, quotation};
pub use files::{bibtex, images};
pub use html::is_harmless;
pub use pages::{body, configuration, front_matter};

/// The bytes as text; what is none is nothing to a target that reads text.
fn text(data: &[u8]) -> Option<&str> {
    std::str::from_utf8(data).ok()
}
