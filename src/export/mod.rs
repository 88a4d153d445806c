//! What of the site is not a page: the theme, the attachments in use, and the marks that hosts look for.

mod files;

pub use files::{SiteFile, files};
