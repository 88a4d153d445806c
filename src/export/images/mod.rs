//! An image's bytes → the same picture with nothing in the file but the picture.
//!
//! Cameras and editors write where and when a photograph was taken, by whom and with what, and often the picture
//! as it was before it was cropped. None of that is seen on the page, and all of it would be published.
//!
//! What goes out is built anew from a list of the parts that a browser needs to show the picture; whatever is not
//! on the list stays behind, known or not. The parts that hold the picture are taken byte for byte and never
//! decoded: the picture keeps its quality, and the same bytes always give the same bytes. Two things are written
//! afresh: how the picture is to be turned ([`exif`]), and a JFIF header without its thumbnail.
//!
//! 1. [`format`](mod@format) tells what a file claims to be.
//! 2. [`jpeg`], [`png`], [`webp`] and [`gif`] take one apart and put it together.
//!
//! What can be hidden in the picture itself (in its pixels, behind the last of them in the compressed data, in a
//! colour profile) is not looked for.

mod exif;
mod format;
mod gif;
mod jpeg;
mod png;
mod reader;
#[cfg(test)]
pub(super) mod samples;
#[cfg(test)]
mod tests;
mod webp;

use std::fmt;

pub use format::{Format, claims_to_be_image};

/// Why a file cannot be read as the image that it claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable {
    /// What its first bytes say that it is; `None` where only its name says that it is an image.
    pub format: Option<Format>,
    /// The format that its first bytes belong to, where it is one that is never cleaned.
    foreign: Option<&'static str>,
    /// What is wrong, as the end of a sentence.
    reason: Reason,
}

/// What is wrong with an image, as the end of a sentence.
type Reason = &'static str;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(foreign) = self.foreign {
            return write!(
                f,
                "this is a {foreign} image, and what it says beside the picture cannot be removed"
            );
        }
        match self.format {
            Some(format) => write!(f, "this {format} image cannot be read: {}", self.reason),
            None => write!(f, "this file has the name of an image, but {}", self.reason),
        }
    }
}

/// The same picture with nothing in the file but the picture.
///
/// # Errors
/// When the bytes are no JPEG, PNG, WebP or GIF image, or a broken one. What cannot be taken apart cannot be known to be
/// clean.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let format = Format::of(bytes);
    let cleaned = match format {
        Some(Format::Jpeg) => jpeg::clean(bytes),
        Some(Format::Png) => png::clean(bytes),
        Some(Format::Webp) => webp::clean(bytes),
        Some(Format::Gif) => gif::clean(bytes),
        None => Err("it does not begin as a JPEG, PNG or WebP image does"),
    };
    cleaned.map_err(|reason| Unreadable { format, foreign: format::foreign(bytes), reason })
}
