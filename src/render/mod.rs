//! Views + templates → pages.
//!
//! 1. [`addresses`] lists every page of the site, in a fixed order.
//! 2. [`Templates`] are compiled once; an error in one is a diagnostic at its place in the template.
//!    [`unused`] tells which of the dossier's own no page is drawn with.
//! 3. [`Frames`] keeps what stands around pages and is the same on many of them; it is drawn once.
//! 4. [`render`] makes one page: its view, drawn by its template. Pages are independent of each other, so they can be
//!    made in any order, in parallel, or one alone when a browser asks for it. [`render_bundle`] makes the one page that
//!    is not of the site.

mod escape;
mod frames;
mod page;
mod site;
mod templates;
mod unused;
mod words;

pub use frames::Frames;
pub use page::{Page, render, render_bundle};
pub use site::addresses;
pub use templates::Templates;
pub use unused::unused;
