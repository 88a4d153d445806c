//! What a file claims to be.

use std::fmt;
use std::path::Path;

/// An image format whose files are cleaned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JPEG, with JFIF or EXIF around it or bare.
    Jpeg,
    /// PNG, animated or not.
    Png,
    /// WebP, lossy, lossless or animated.
    Webp,
}

impl Format {
    /// What these bytes begin as; the first sixteen suffice.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            // Browsers look at a third byte, but other decoders do without.
            [0xFF, 0xD8, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            _ => None,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
        })
    }
}

/// Whether a file claims, by its first bytes or by its name, to be an image of a format that is cleaned.
///
/// Its bytes count whatever it is called, as they do for a browser. Its name counts too: a telephone's HEIC
/// photograph that somebody called `.jpg` says where it was taken, and no browser shows it.
#[must_use]
pub fn claims_to_be_image(name: &str, opening: &[u8]) -> bool {
    const EXTENSIONS: [&str; 8] = ["jpg", "jpeg", "jpe", "jfif", "pjpeg", "png", "apng", "webp"];
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    Format::of(opening).is_some() || EXTENSIONS.iter().any(|own| own.eq_ignore_ascii_case(extension))
}
