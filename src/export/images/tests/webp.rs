//! WebP.

use super::samples::{VP8L, exif, riff_chunk, vp8x, webp};
use super::{CANARY, cleaned, refusal};
use crate::export::images::clean;

const VP8: &[u8] = b"\x10\x02\0\x9D\x01\x2A\x01\0\x01\0data";
const UPRIGHT_AGAIN: &[u8] = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

fn canary(kind: &[u8; 4]) -> Vec<u8> {
    riff_chunk(kind, CANARY.as_bytes())
}

fn frame(chunks: &[Vec<u8>]) -> Vec<u8> {
    riff_chunk(b"ANMF", &[[0; 15].as_slice(), &[0b10], &chunks.concat()].concat())
}

#[test]
fn nothing_stays_of_what_programs_wrote() {
    let picture = riff_chunk(b"VP8L", VP8L);
    let simple = webp(std::slice::from_ref(&picture));
    let extended = webp(&[vp8x(0x10), picture.clone()]);
    for kind in [b"EXIF", b"XMP ", b"prVt", b"VP8X", b"ANMF", b"ALPH", b"VP8L"] {
        let image = webp(&[picture.clone(), canary(kind)]);
        assert_eq!(cleaned(&image), simple, "{}", kind.escape_ascii());
        // With every bit set that says what is in it, but the one for an animation.
        let image = webp(&[vp8x(0xFD), picture.clone(), canary(kind)]);
        assert_eq!(cleaned(&image), extended, "{}, extended", kind.escape_ascii());
    }
    assert_eq!(cleaned(&[simple.as_slice(), CANARY.as_bytes()].concat()), simple, "after the end");
}

#[test]
fn of_exif_the_orientation_stays() {
    let picture = riff_chunk(b"VP8 ", VP8);
    for block in [exif(CANARY), [b"Exif\0\0".as_slice(), &exif(CANARY)].concat()] {
        let image = webp(&[vp8x(0x0C), picture.clone(), riff_chunk(b"EXIF", &block), canary(b"XMP ")]);
        let kept = webp(&[vp8x(0x08), picture.clone(), riff_chunk(b"EXIF", UPRIGHT_AGAIN)]);
        assert_eq!(cleaned(&image), kept);
    }
}

#[test]
fn what_the_picture_needs_stays() {
    let alpha = riff_chunk(b"ALPH", b"alpha");
    let still = webp(&[vp8x(0x30), riff_chunk(b"ICCP", b"profile"), alpha.clone(), riff_chunk(b"VP8 ", VP8)]);
    assert_eq!(clean(&still).unwrap(), still);
    let first = frame(&[alpha, riff_chunk(b"VP8 ", VP8)]);
    let second = frame(&[riff_chunk(b"VP8L", VP8L)]);
    let animated = webp(&[vp8x(0x12), riff_chunk(b"ANIM", b"colour"), first, second]);
    assert_eq!(clean(&animated).unwrap(), animated);
}

#[test]
fn frames_are_cleaned_as_files_are() {
    let picture = riff_chunk(b"VP8L", VP8L);
    let image = webp(&[
        vp8x(0x02),
        riff_chunk(b"ANIM", &[b"colour", CANARY.as_bytes()].concat()),
        canary(b"VP8L"),
        frame(&[canary(b"prVt"), picture.clone(), canary(b"XMP "), canary(b"VP8L")]),
    ]);
    assert_eq!(cleaned(&image), webp(&[vp8x(0x02), riff_chunk(b"ANIM", b"colour"), frame(&[picture])]));
}

#[test]
fn a_missing_last_padding_byte_is_added() {
    let whole = webp(&[riff_chunk(b"VP8L", VP8L)]);
    let mut short = whole[..whole.len() - 1].to_vec();
    short[4] -= 1;
    assert_eq!(clean(&short).unwrap(), whole);
}

#[test]
fn broken_files_are_refused() {
    let whole = webp(&[vp8x(0), riff_chunk(b"VP8L", VP8L)]);
    for length in 12..whole.len() {
        assert!(clean(&whole[..length]).is_err(), "cut off at {length}");
    }
    assert_eq!(refusal(&whole[..40]), "this WebP image cannot be read: it ends before the picture does");
    for (chunks, problem) in [
        (vec![], "no picture"),
        (vec![vp8x(0)], "no picture"),
        (vec![vp8x(2), riff_chunk(b"VP8L", VP8L)], "no picture"),
        (vec![canary(b"VP8L")], "does not begin as one does"),
        (vec![riff_chunk(b"VP8X", b"short")], "wrong length"),
        (vec![vp8x(2), frame(&[])], "is empty"),
    ] {
        let problem_found = refusal(&webp(&chunks));
        assert!(problem_found.contains(problem), "{problem_found}");
    }
}
