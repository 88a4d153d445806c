//! GIF: what is beside the pictures.

use super::{CANARY, cleaned, refusal};

/// A picture of one pixel with these blocks before it, and this after the end.
fn gif(before: &[u8], after: &[u8]) -> Vec<u8> {
    [
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF".as_slice(),
        before,
        b"\x21\xF9\x04\x01\x0A\0\0\0",
        b"\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0",
        b"\x3B",
        after,
    ]
    .concat()
}

fn extension(label: u8, blocks: &[&[u8]]) -> Vec<u8> {
    let mut out = vec![0x21, label];
    for block in blocks {
        out.push(u8::try_from(block.len()).unwrap());
        out.extend(*block);
    }
    out.push(0);
    out
}

#[test]
fn comments_other_programs_words_and_what_follows_the_end_stay_behind() {
    let words = CANARY.as_bytes();
    let text = [0; 12];
    for before in [
        extension(0xFE, &[words]),
        extension(0xFF, &[b"XMP DataXMP", words]),
        extension(0x01, &[&text, words]),
        extension(0x77, &[words]),
        extension(0xF9, &[words]),
    ] {
        assert_eq!(cleaned(&gif(&before, b"")), gif(b"", b""));
    }
    assert_eq!(cleaned(&gif(b"", words)), gif(b"", b""));
}

#[test]
fn how_often_a_film_runs_is_kept() {
    let times = extension(0xFF, &[b"NETSCAPE2.0", &[1, 0, 0]]);
    let more = extension(0xFF, &[b"NETSCAPE2.0", &[1, 0, 0], CANARY.as_bytes()]);
    assert_eq!(cleaned(&gif(&more, b"")), gif(&times, b""));
}

#[test]
fn what_is_no_whole_picture_is_refused() {
    assert_eq!(
        refusal(&gif(b"", b"")[..30]),
        "this GIF image cannot be read: it ends before the picture does"
    );
    assert_eq!(
        refusal(&gif(b"?", b"")),
        "this GIF image cannot be read: one of its blocks is of no known kind"
    );
    assert_eq!(
        refusal(b"GIF89a\x01\0\x01\0\0\0\0\x3B"),
        "this GIF image cannot be read: there is no picture in it"
    );
}
