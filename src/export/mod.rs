//! What of the site is not a page: the theme, the bibliography for other programs, feeds, sitemap and calendar, the
//! attachments in use, the annotations of sources, the search, the cards that links show, what the script for chains
//! needs, a long timeline as data, the marks that hosts look for, and the manifest of all that.
//!
//! [`files`] lists them, group by group ([`FileGroup`]); [`SiteFile::content`] makes the content of one. Images among the attachments go out
//! without what they say beside the picture ([`images`]).

mod annotations;
mod attachment;
mod calendar;
mod chains;
mod drawing;
mod feed;
mod files;
pub mod images;
pub mod limits;
pub mod manifest;
mod marks;
mod network;
mod previews;
pub mod search;
mod sitemap;
mod timeline;
mod xml;

pub use attachment::picture;
pub use files::{Content, FileGroup, SiteFile, files};
