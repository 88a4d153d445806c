//! JPEG.

use super::samples::{exif, jpeg, jpeg_with, segment};
use super::{CANARY, cleaned, refusal};
use crate::export::images::clean;

const ICC: &[u8] = b"ICC_PROFILE\0\x01\x01profile";
const UPRIGHT_AGAIN: &[u8] = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

fn with_canary(before: &[u8]) -> Vec<u8> {
    [before, CANARY.as_bytes()].concat()
}

#[test]
fn nothing_stays_of_what_applications_wrote() {
    let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for planted in [
        segment(0xE1, &with_canary(b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>")),
        segment(0xE1, &with_canary(b"http://ns.adobe.com/xmp/extension/\0")),
        segment(0xED, &with_canary(b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x12\x1C\x02\x50\0\x0B")),
        segment(0xFE, CANARY.as_bytes()),
        segment(0xFE, &wide),
        segment(0xE0, &with_canary(b"JFXX\0\x10")),
        segment(0xE2, &with_canary(b"MPF\0")),
        segment(0xE2, &with_canary(b"FPXR\0")),
        segment(0xEB, &with_canary(b"JP\0\x01jumb c2pa")),
        segment(0xE1, &with_canary(b"Exif\0\0no TIFF")),
        // Between segments.
        with_canary(b"\xFF\xFE\0\x02"),
    ] {
        assert_eq!(cleaned(&jpeg_with(&planted, b"")), jpeg());
        assert_eq!(cleaned(&jpeg_with(b"", &planted)), jpeg(), "after the scan");
    }
    assert_eq!(cleaned(&with_canary(&jpeg())), jpeg(), "after the end");
    assert_eq!(cleaned(&[jpeg(), jpeg_with(&segment(0xFE, CANARY.as_bytes()), b"")].concat()), jpeg());
}

#[test]
fn of_exif_the_orientation_stays() {
    let block = [b"Exif\0\0".as_slice(), &exif(CANARY)].concat();
    let image = jpeg_with(&[segment(0xE1, &block), segment(0xE1, &block)].concat(), b"");
    assert_eq!(cleaned(&image), jpeg_with(&segment(0xE1, UPRIGHT_AGAIN), b""));
}

#[test]
fn of_headers_what_the_picture_needs_stays() {
    // A thumbnail of 1 × 4 pixels whose colours are the canary and a byte.
    let jfif = b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x04";
    let thumbnail = segment(0xE0, &[jfif.as_slice(), CANARY.as_bytes(), b"."].concat());
    let bare = segment(0xE0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0");
    let adobe = b"Adobe\0\x64\0\0\0\0\x01";
    let more = segment(0xEE, &with_canary(adobe));
    let kept = [segment(0xEE, adobe), segment(0xE2, ICC)].concat();
    let image = jpeg_with(&[thumbnail.clone(), thumbnail, more, segment(0xE2, ICC)].concat(), b"");
    assert_eq!(cleaned(&image), jpeg_with(&[bare, kept].concat(), b""));
    // What is no density is taken for none.
    let image = jpeg_with(&segment(0xE0, &with_canary(b"JFIF\0")), b"");
    assert_eq!(cleaned(&image), jpeg_with(&segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"), b""));
}

#[test]
fn all_scans_of_a_picture_stay_as_they_are() {
    let second = |between: &[u8]| {
        [between, &segment(0xDA, &[1, 1, 0, 1, 63, 0]), b"\xFF\0\x12\xFF\xFF\0\x34\xFF\xD7\x56"].concat()
    };
    let image = jpeg_with(b"", &second(&segment(0xFE, CANARY.as_bytes())));
    assert_eq!(cleaned(&image), jpeg_with(b"", &second(b"")));
}

#[test]
fn fill_bytes_before_markers_are_not_kept() {
    let image = jpeg_with(b"\xFF\xFF\xFF\xFF", b"\xFF\xFF");
    assert_eq!(clean(&image).unwrap(), jpeg());
}

#[test]
fn broken_files_are_refused() {
    let whole = jpeg();
    for length in 3..whole.len() {
        assert!(clean(&whole[..length]).is_err(), "cut off at {length}");
    }
    assert_eq!(refusal(&whole[..40]), "this JPEG image cannot be read: it ends before the picture does");
    assert!(refusal(b"\xFF\xD8\xFF\xD9").ends_with("there is no picture in it"));
    for (planted, problem) in [
        (segment(0xDB, &[0; 66]), "wrong length"),
        (segment(0xC4, &with_canary(&[0; 17])), "wrong length"),
        (segment(0xDD, CANARY.as_bytes()), "wrong length"),
        (segment(0xDB, b""), "is empty"),
        (b"\xFF\xE1\0\x01".to_vec(), "has no length"),
        (segment(0xC0, &[8, 0, 8, 0, 16, 1, 1, 0x11, 0]), "more than one picture"),
        (segment(0xC5, &[8, 0, 8, 0, 16, 1, 1, 0x11, 0]), "browsers do not show"),
        (segment(0xF7, CANARY.as_bytes()), "browsers do not show"),
        (segment(0xDA, &[1, 1, 0, 0, 63, 0]), "has no size"),
    ] {
        let problem_found = refusal(&jpeg_with(&planted, b""));
        assert!(problem_found.contains(problem), "{problem_found}");
    }
}
