//! Small images for tests, built part by part, so that a test can lay a part of its own between them.

/// A segment of a JPEG.
pub(in crate::export) fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), content].concat()
}

/// A grey picture of 16 × 8 pixels: tables, frame, and one scan with a restart in it.
pub(in crate::export) fn jpeg() -> Vec<u8> {
    jpeg_with(&[], &[])
}

/// The same, with more behind its start and between its scan and its end.
pub(in crate::export) fn jpeg_with(before: &[u8], after: &[u8]) -> Vec<u8> {
    let huffman = |class: u8| segment(0xC4, &[&[class, 1], [0; 15].as_slice(), &[0]].concat());
    [
        b"\xFF\xD8",
        before,
        &segment(0xDB, &[[0].as_slice(), &[1; 64]].concat()),
        &segment(0xC0, &[8, 0, 8, 0, 16, 1, 1, 0x11, 0]),
        &huffman(0x00),
        &huffman(0x10),
        &segment(0xDD, &[0, 1]),
        &segment(0xDA, &[1, 1, 0, 0, 63, 0]),
        b"\x3F\xFF\xD0\x3F",
        after,
        b"\xFF\xD9",
    ]
    .concat()
}

/// A chunk of a PNG.
pub(in crate::export) fn png_chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    // Bit by bit, so as not to ask the code under test.
    let sum = !kind.iter().chain(content).fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    });
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [length.as_slice(), kind, content, &sum.to_be_bytes()].concat()
}

/// A black picture of one pixel, with these chunks before its data and these after.
pub(in crate::export) fn png_with(before: &[u8], after: &[u8]) -> Vec<u8> {
    [
        b"\x89PNG\r\n\x1A\n",
        png_chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]).as_slice(),
        before,
        &png_chunk(b"IDAT", b"\x78\x01\x01\x02\0\xFD\xFF\0\0\0\x02\0\x01"),
        after,
        &png_chunk(b"IEND", b""),
    ]
    .concat()
}

/// A lossless picture of one pixel, as WebP stores it.
pub(in crate::export) const VP8L: &[u8] = b"\x2F\0\0\0\x10\x07\x10\x11\x11\x88\x88\xFE\x07";

/// A chunk of a WebP.
pub(in crate::export) fn riff_chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_le_bytes();
    let padding: &[u8] = if content.len() % 2 == 1 { &[0] } else { &[] };
    [kind, length.as_slice(), content, padding].concat()
}

/// A WebP of these chunks.
pub(in crate::export) fn webp(chunks: &[Vec<u8>]) -> Vec<u8> {
    riff_chunk(b"RIFF", &[b"WEBP", chunks.concat().as_slice()].concat())
}

/// The chunk that says what an extended WebP of one pixel has.
pub(in crate::export) fn vp8x(flags: u8) -> Vec<u8> {
    riff_chunk(b"VP8X", &[flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

/// An EXIF block of orientation 6, with a description, a place, and a thumbnail behind it.
pub(in crate::export) fn exif(canary: &str) -> Vec<u8> {
    let length = u32::try_from(canary.len()).unwrap().to_le_bytes();
    let entry = |tag: u16, kind: u16, count: [u8; 4], value: u32| {
        [&tag.to_le_bytes(), &kind.to_le_bytes(), count.as_slice(), &value.to_le_bytes()].concat()
    };
    let one = 1_u32.to_le_bytes();
    [
        b"II*\0\x08\0\0\0\x03\0",
        entry(0x010E, 2, length, 68).as_slice(),
        &entry(0x0112, 3, one, 6),
        &entry(0x8825, 4, one, 50),
        &[0; 4],
        // The directory of the place.
        b"\x01\0",
        &entry(0x001B, 7, length, 68),
        &[0; 4],
        canary.as_bytes(),
        &jpeg(),
    ]
    .concat()
}
