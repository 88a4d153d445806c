//! Published sources → bibliographic records → words in a style.
//!
//! 1. [`Record`] is what a bibliography can say of a source, made from published pages alone: of a private author there
//!    is the public name and nothing else.
//! 2. [`bibtex`] and [`csl_json`] write a record for other programs.
//!    [`import`] goes the other way: a BibTeX file becomes pages, once `unfolding` has seen that it comes to an end.
//! 3. [`style`] finds the style that `site.toml` asks for, with the words of the dossier's language.
//!    `fitted` takes out of it what it would say of other sources than those at hand, `form` says entries with that.
//! 4. [`Citations`] says a record as an entry, and all that one page cites as that page needs it; [`filed`] is the order
//!    of a bibliography. `locator` reads
//!    "para. 4" as a style wants it, `html` writes what a style says with elements and classes.
//!
//! Without a style in `site.toml` pages keep the numbers that `markup` and `view` give; entries are then in
//! [`style::DEFAULT`].

pub mod bibtex;
mod citations;
pub mod csl_json;
mod date;
pub mod filed;
mod fitted;
mod form;
mod html;
pub mod import;
mod item;
mod locator;
mod record;
pub mod style;
#[cfg(test)]
mod tests;
mod unfolding;

pub use citations::{Citations, Cite, Place, Request, Said, SaidCitation};
pub use record::{Name, Record};
