//! Whatever a file holds, it is cleaned or refused; and what went through goes through again unchanged.

use proptest::prelude::*;

use super::samples::{VP8L, exif, jpeg_with, png_chunk, png_with, riff_chunk, segment, vp8x, webp};
use super::{CANARY, refusal};
use crate::export::images::{claims_to_be_image, clean};

/// Each kind of image, with as much in it as can be.
fn full() -> Vec<Vec<u8>> {
    let block = exif(CANARY);
    let exif_segment = segment(0xE1, &[b"Exif\0\0".as_slice(), &block].concat());
    let animation = [png_chunk(b"acTL", &[0; 8]), png_chunk(b"eXIf", &block)].concat();
    let frame = [[0; 16].as_slice(), &riff_chunk(b"VP8L", VP8L)].concat();
    vec![
        jpeg_with(&exif_segment, &segment(0xFE, CANARY.as_bytes())),
        png_with(&animation, &png_chunk(b"fcTL", &[0; 26])),
        webp(&[vp8x(0x08), riff_chunk(b"VP8L", VP8L), riff_chunk(b"EXIF", &block)]),
        webp(&[vp8x(0x02), riff_chunk(b"ANIM", &[0; 6]), riff_chunk(b"ANMF", &frame)]),
    ]
}

fn openings() -> impl Strategy<Value = &'static [u8]> {
    prop::sample::select(vec![
        b"".as_slice(),
        b"\xFF\xD8\xFF",
        b"\x89PNG\r\n\x1A\n",
        b"RIFF\x40\0\0\0WEBP",
        b"RIFF\xFF\xFF\xFF\xFFWEBPVP8X\x0A\0\0\0",
    ])
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(opening in openings(), rest in prop::collection::vec(any::<u8>(), 0..300)) {
        let bytes = [opening, &rest].concat();
        prop_assert!(claims_to_be_image("a", &bytes) || clean(&bytes).is_err());
        if let Ok(cleaned) = clean(&bytes) {
            prop_assert_eq!(clean(&cleaned), Ok(cleaned.clone()));
        }
    }

    #[test]
    fn damaged_and_cut_off_images_never_panic(
        image in prop::sample::select(full()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        length in any::<prop::sample::Index>(),
    ) {
        let mut bytes = image;
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        for bytes in [&bytes[..length.index(bytes.len() + 1)], &bytes] {
            if let Ok(cleaned) = clean(bytes) {
                prop_assert_eq!(clean(&cleaned), Ok(cleaned.clone()));
            }
        }
    }
}

#[test]
fn whole_images_with_everything_in_them_are_cleaned() {
    for image in full() {
        assert!(clean(&image).is_ok(), "{}", image.escape_ascii());
    }
}

#[test]
fn images_are_known_by_their_bytes_or_by_their_names() {
    for image in full() {
        assert!(claims_to_be_image("scan.bin", &image[..16]));
    }
    for name in
        ["a.jpg", "a.JPEG", "a.png", "a.WebP", "a.b.jpe", "a.jfif", "a.HEIC", "a.tif", "a.avif", "a.nef"]
    {
        assert!(claims_to_be_image(name, b""), "{name}");
    }
    for name in ["a.svg", "a.gif", "png", ".webp", "a.jpg.txt", "a"] {
        assert!(!claims_to_be_image(name, b"RIFF....WAVE"), "{name}");
    }
    for opening in [
        b"\0\0\0\x18ftypavif".as_slice(),
        b"\0\0\0\x18ftypcrx ",
        b"II*\0\x08\0\0\0",
        b"MM\0*\0\0\0\x08",
        b"\xFF\x0A",
        b"\0\0\0\x0CJXL \r\n\x87\n",
        b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0",
        b"8BPS\0\x01",
    ] {
        assert!(claims_to_be_image("scan.bin", opening), "{}", opening.escape_ascii());
        assert!(refusal(opening).ends_with("cannot be removed"), "{}", opening.escape_ascii());
    }
    for opening in [b"\0\0\0\x18ftypisom".as_slice(), b"BMW is a maker of", b"%PDF-1.7", b"MM\0\0"] {
        assert!(!claims_to_be_image("film.bin", opening), "{}", opening.escape_ascii());
    }
    assert_eq!(
        refusal(b"\0\0\0\x18ftypheic"),
        "this is a HEIF image, and what it says beside the picture cannot be removed"
    );
    assert_eq!(
        refusal(b"words"),
        "this file has the name of an image, but it does not begin as a JPEG, PNG or WebP image does"
    );
}
