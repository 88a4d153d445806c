//! Text, places in it, and what can be wrong with it.
//!
//! The lowest floor. A [`ContentFile`] is one file as read; a [`Span`] is a stretch of its bytes; a
//! [`LineIndex`] turns bytes into lines and columns when a person has to be told. A [`Diagnostic`] is one
//! problem at such a place, an instance of a documented [`Rule`]; and [`Checked`] is how every phase returns
//! a value together with the problems it met, so that bad content never stops a build half-way.
//! [`escape`] writes words so that HTML takes them as words, [`counted`](fn@counted) says how many there are of a thing;
//! [`HashMap`] is the map by short texts that all floors use.

mod checked;
mod content_file;
mod counted;
mod diagnostic;
pub mod escape;
mod lines;
mod maps;
pub mod nesting;
pub mod rules;
mod span;

pub use checked::Checked;
pub use content_file::{ByPath, ContentFile, ContentPath, one_form};
pub use counted::counted;
pub use diagnostic::{Diagnostic, Label, Place};
pub use lines::{LineColumn, LineIndex};
pub use maps::{HashMap, HashSet};
pub use rules::{Rule, Severity};
pub use span::Span;
