//! What of the site is not a page: the theme, the bibliography for other programs, feeds, sitemap and calendar, the
//! attachments in use, the annotations of sources, and the marks that hosts look for.
//!
//! [`files`] lists them; [`SiteFile::content`] makes the content of one. Images among the attachments go out
//! without what they say beside the picture ([`images`]).

mod annotations;
mod attachment;
mod calendar;
mod feed;
mod files;
pub mod images;
mod sitemap;
mod xml;

pub use attachment::picture;
pub use files::{Content, SiteFile, files};
