//! PNG.

use super::samples::{exif, png_chunk, png_with};
use super::{CANARY, cleaned, refusal};
use crate::export::images::clean;

fn with_canary(before: &[u8]) -> Vec<u8> {
    [before, CANARY.as_bytes()].concat()
}

#[test]
fn nothing_stays_of_what_programs_wrote() {
    let bare = png_with(b"", b"");
    for (kind, content) in [
        (b"tEXt", with_canary(b"Author\0")),
        (b"zTXt", with_canary(b"Comment\0\0")),
        (b"iTXt", with_canary(b"XML:com.adobe.xmp\0\0\0\0\0")),
        (b"eXIf", with_canary(b"MM\0*\0\0\0\x08\0\0")),
        (b"tIME", with_canary(b"")),
        (b"sPLT", with_canary(b"name\0")),
        (b"caBX", with_canary(b"c2pa")),
        (b"prVt", with_canary(b"an editor's own")),
        (b"fdAT", with_canary(b"\0\0\0\0a frame of no animation")),
        (b"iCCP", with_canary(b"no profile ")),
    ] {
        let planted = png_chunk(kind, &content);
        assert_eq!(cleaned(&png_with(&planted, b"")), bare, "{}", kind.escape_ascii());
        assert_eq!(cleaned(&png_with(b"", &planted)), bare, "{} after", kind.escape_ascii());
    }
    assert_eq!(cleaned(&with_canary(&bare)), bare, "after the end");
    let uncropped = png_with(&png_chunk(b"tEXt", CANARY.as_bytes()), b"");
    assert_eq!(cleaned(&[bare.clone(), uncropped].concat()), bare);
    let mut wrong_sum = png_chunk(b"tEXt", b"");
    wrong_sum[8..].copy_from_slice(&CANARY.as_bytes()[..4]);
    assert_eq!(clean(&png_with(&wrong_sum, b"")).unwrap(), bare, "in a checksum");
}

#[test]
fn of_exif_the_orientation_stays() {
    let upright_again = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let kept = png_chunk(b"eXIf", upright_again);
    let planted = png_chunk(b"eXIf", &exif(CANARY));
    assert_eq!(cleaned(&png_with(&planted, &planted)), png_with(&kept, b""));
}

#[test]
fn what_the_picture_needs_stays() {
    let chunk = |kind: &[u8; 4], length: usize| png_chunk(kind, &vec![7; length]);
    let colours = [
        chunk(b"gAMA", 4),
        chunk(b"cHRM", 32),
        chunk(b"sRGB", 1),
        png_chunk(b"iCCP", b"icc\0\0compressed"),
        chunk(b"cICP", 4),
        chunk(b"sBIT", 1),
        chunk(b"pHYs", 9),
        chunk(b"PLTE", 6),
        chunk(b"tRNS", 2),
    ];
    let animation = [chunk(b"acTL", 8), chunk(b"fcTL", 26)].concat();
    let frames = [chunk(b"fcTL", 26), chunk(b"fdAT", 9), chunk(b"fdAT", 5)].concat();
    let image = png_with(&[colours.concat(), animation].concat(), &frames);
    assert_eq!(clean(&image).unwrap(), image);
    // Only the first of each: decoders pass over others.
    let again = png_with(&colours.concat(), &colours.concat());
    assert_eq!(clean(&again).unwrap(), png_with(&colours.concat(), b""));
}

#[test]
fn a_colour_profile_loses_its_name() {
    let named = png_chunk(b"iCCP", &[CANARY.as_bytes(), b"\0\0compressed"].concat());
    let kept = png_chunk(b"iCCP", b"icc\0\0compressed");
    assert_eq!(cleaned(&png_with(&named, b"")), png_with(&kept, b""));
}

#[test]
fn broken_files_are_refused() {
    let whole = png_with(b"", b"");
    for length in 8..whole.len() {
        assert!(clean(&whole[..length]).is_err(), "cut off at {length}");
    }
    assert_eq!(refusal(&whole[..40]), "this PNG image cannot be read: it ends before the picture does");
    let mut flipped = whole.clone();
    flipped[45] ^= 1;
    assert!(refusal(&flipped).ends_with("its checksums do not fit its data"));
    let header = png_chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    let text = png_chunk(b"tEXt", b"between");
    let data = png_chunk(b"IDAT", b"");
    for (planted, problem) in [
        (png_chunk(b"IEND", b""), "no picture"),
        (png_chunk(b"pHYs", CANARY.as_bytes()), "wrong length"),
        (png_chunk(b"CgBI", b"\x30\0\x20\x06"), "browsers do not show"),
        (header, "more than one picture"),
        ([data, text].concat(), "in pieces"),
    ] {
        let problem_found = refusal(&png_with(&planted, b""));
        assert!(problem_found.contains(problem), "{problem_found}");
    }
    assert!(refusal(&[&whole[..8], &png_chunk(b"sRGB", b"\0")].concat()).ends_with("has no size"));
}
