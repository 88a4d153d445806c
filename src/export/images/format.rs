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
    /// GIF, animated or not.
    Gif,
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
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            _ => None,
        }
    }
}

impl Format {
    /// Its name on the web: `image/png`.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
            Self::Gif => "GIF",
        })
    }
}

/// The name of an image format that is known, and whose metadata nothing here can remove; by its first sixteen
/// bytes.
#[must_use]
pub(super) fn foreign(opening: &[u8]) -> Option<&'static str> {
    Some(match opening {
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => return foreign_brand(brand.first_chunk()?),
        // TIFF and BigTIFF; most camera raw formats are TIFF inside.
        [b'I', b'I', b'*' | b'+', 0, ..] | [b'M', b'M', 0, b'*' | b'+', ..] => "TIFF or camera raw",
        [b'I', b'I', b'R', b'O' | b'S', ..]
        | [b'M', b'M', b'O', b'R', ..]
        | [b'I', b'I', b'U', 0, ..]
        | [b'F', b'U', b'J', b'I', b'F', b'I', b'L', b'M', b'C', b'C', b'D', ..]
        | [b'F', b'O', b'V', b'b', ..]
        | [0, b'M', b'R', b'M', ..] => "camera raw",
        [0xFF, 0x0A, ..] | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] => "JPEG XL",
        [0xFF, 0x4F, 0xFF, 0x51, ..] | [0, 0, 0, 12, b'j', b'P', b' ', b' ', ..] => "JPEG 2000",
        [b'8', b'B', b'P', b'S', ..] => "Photoshop",
        // Two letters begin many a text, so the size of its header counts, too.
        [b'B', b'M', _, _, _, _, _, _, _, _, _, _, _, _, 12 | 40 | 52 | 56 | 64 | 108 | 124, 0, ..] => "BMP",
        _ => return None,
    })
}

/// The image format of an ISO media file of this brand; films have others.
fn foreign_brand(brand: &[u8; 4]) -> Option<&'static str> {
    Some(match brand {
        b"avif" | b"avis" => "AVIF",
        b"crx " => "camera raw",
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"hevm" | b"hevs" | b"mif1" | b"mif2"
        | b"msf1" | b"miaf" => "HEIF",
        _ => return None,
    })
}

/// Whether a file claims, by its first bytes or by its name, to be an image that must be cleaned or kept in.
///
/// Its bytes count whatever it is called, as they do for a browser. Its name counts too: a telephone's HEIC
/// photograph that somebody called `.jpg` says where it was taken, and no browser shows it.
#[must_use]
pub fn claims_to_be_image(name: &str, opening: &[u8]) -> bool {
    const EXTENSIONS: [&str; 8] = ["jpg", "jpeg", "jpe", "jfif", "pjpeg", "png", "apng", "webp"];
    /// Those that are never cleaned, so that none goes out even where its bytes are not recognised.
    const FOREIGN: [&str; 40] = [
        "heic", "heif", "heics", "heifs", "hif", "avif", "avifs", "tif", "tiff", "bmp", "dib", "jxl", "jp2",
        "j2k", "jpf", "jpx", "dng", "cr2", "cr3", "crw", "nef", "nrw", "arw", "srf", "sr2", "orf", "rw2",
        "raf", "pef", "x3f", "3fr", "iiq", "erf", "kdc", "dcr", "mrw", "srw", "rwl", "psd", "psb",
    ];
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    Format::of(opening).is_some()
        || foreign(opening).is_some()
        || EXTENSIONS.iter().chain(&FOREIGN).any(|own| own.eq_ignore_ascii_case(extension))
}
