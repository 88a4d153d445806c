//! Pictures with a secret in every place beside the picture that the formats have.

use std::iter::repeat_n;

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), content].concat()
}

fn tiff(words: &str) -> Vec<u8> {
    let length = u32::try_from(words.len()).unwrap().to_le_bytes();
    [
        b"II*\0\x08\0\0\0\x01\0\x0E\x01\x02\0".as_slice(),
        &length,
        &26_u32.to_le_bytes(),
        &[0; 4],
        words.as_bytes(),
    ]
    .concat()
}

fn xmp(words: &str) -> Vec<u8> {
    format!("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc:creator>{words}</dc:creator></x:xmpmeta>").into_bytes()
}

/// A grey JPEG.
pub(crate) fn jpeg() -> Vec<u8> {
    let huffman = |class: u8| segment(0xC4, &[&[class, 1], [0; 15].as_slice(), &[0]].concat());
    let iptc = [b"\x1C\x02\x50\0\x07".as_slice(), b"qzxiptc"].concat();
    let resource = [b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0C".as_slice(), &iptc].concat();
    [
        b"\xFF\xD8".as_slice(),
        &segment(0xE1, &[b"Exif\0\0".as_slice(), &tiff("qzxexif")].concat()),
        &segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0".as_slice(), &xmp("qzxxmp")].concat()),
        &segment(0xED, &resource),
        &segment(0xDB, &[[0].as_slice(), &[1; 64]].concat()),
        &segment(0xC0, &[8, 0, 8, 0, 16, 1, 1, 0x11, 0]),
        &huffman(0x00),
        &huffman(0x10),
        &segment(0xDD, &[0, 1]),
        &segment(0xDA, &[1, 1, 0, 0, 63, 0]),
        b"\x3F\xFF\xD0\x3F\xFF\xD9",
    ]
    .concat()
}

/// A black PNG.
pub(crate) fn png() -> Vec<u8> {
    let chunk = |kind: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        let mut sum = flate2::Crc::new();
        sum.update(&[kind, content].concat());
        [length.as_slice(), kind, content, &sum.sum().to_be_bytes()].concat()
    };
    [
        b"\x89PNG\r\n\x1A\n".as_slice(),
        &chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
        &chunk(b"tEXt", b"Author\0qzxpngtext"),
        &chunk(b"IDAT", b"\x78\x01\x01\x02\0\xFD\xFF\0\0\0\x02\0\x01"),
        &chunk(b"IEND", b""),
    ]
    .concat()
}

/// A WebP of one pixel.
pub(crate) fn webp() -> Vec<u8> {
    let chunk = |kind: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        [kind, &length, content, &repeat_n(0, content.len() % 2).collect::<Vec<u8>>()].concat()
    };
    let chunks = [
        chunk(b"VP8X", &[0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        chunk(b"VP8L", b"\x2F\0\0\0\x10\x07\x10\x11\x11\x88\x88\xFE\x07"),
        chunk(b"EXIF", &tiff("qzxwebpexif")),
        chunk(b"XMP ", &xmp("qzxwebpxmp")),
    ];
    chunk(b"RIFF", &[b"WEBP".as_slice(), &chunks.concat()].concat())
}

/// A GIF of one pixel.
pub(crate) fn gif() -> Vec<u8> {
    [
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF".as_slice(),
        b"\x21\xFE\x06qzxgif\0",
        b"\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3B",
    ]
    .concat()
}
