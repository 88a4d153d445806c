//! JPEG: segments, each begun by a marker, and the picture's data between them (ITU T.81, annex B).

use super::Reason;
use super::exif::Orientation;
use super::reader::{CUT_OFF, Reader};

const START: u8 = 0xD8;
const END: u8 = 0xD9;
const HUFFMAN_TABLES: u8 = 0xC4;
const ARITHMETIC_TABLES: u8 = 0xCC;
const QUANTISATION_TABLES: u8 = 0xDB;
const SCAN: u8 = 0xDA;
const LINES: u8 = 0xDC;
const RESTARTS: u8 = 0xDD;
const JFIF: u8 = 0xE0;
const EXIF: u8 = 0xE1;
const COLOUR_PROFILE: u8 = 0xE2;
const ADOBE: u8 = 0xEE;
const COMMENT: u8 = 0xFE;

/// The picture alone. All after its end stays behind: that is where telephones put a film or a second picture.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Reason> {
    let mut reader = Reader::new(bytes);
    reader.take(2)?;
    let mut out = vec![0xFF, START];
    let mut seen = Seen::default();
    loop {
        let marker = next_marker(&mut reader)?;
        match marker {
            END if seen.scan => {
                out.extend([0xFF, END]);
                return Ok(out);
            }
            END => return Err("there is no picture in it"),
            // These stand alone, and between segments mean nothing.
            0x01 | 0xD0..=0xD7 => continue,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes(reader.array()?));
        let content = reader.take(length.checked_sub(2).ok_or("one of its segments has no length")?)?;
        if let JFIF..=0xEF | COMMENT = marker {
            // Decoders know what they need to know by the first scan, and look at nothing like it after.
            if !seen.scan
                && let Some(kept) = seen.application(marker, content)
            {
                put(&mut out, marker, &kept);
            }
            continue;
        }
        if !is_whole(marker, content)? {
            return Err("one of its segments has the wrong length");
        }
        put(&mut out, marker, content);
        match marker {
            SCAN if !seen.frame => return Err("its picture has no size"),
            SCAN => {
                seen.scan = true;
                out.extend(scan(&mut reader)?);
            }
            0xC0..=0xC3 | 0xC9..=0xCB if seen.frame => return Err("it holds more than one picture"),
            0xC0..=0xC3 | 0xC9..=0xCB => seen.frame = true,
            _ => {}
        }
    }
}

/// What has come by.
#[derive(Debug, Default)]
struct Seen {
    frame: bool,
    scan: bool,
    jfif: bool,
    exif: bool,
}

impl Seen {
    /// What stays of the content of an application's segment or a comment, if it stays at all.
    fn application(&mut self, marker: u8, content: &[u8]) -> Option<Vec<u8>> {
        match marker {
            JFIF if content.len() >= 14 && content.starts_with(b"JFIF\0") && !self.jfif => {
                self.jfif = true;
                let density = if content[7] <= 2 { &content[7..12] } else { &[0, 0, 1, 0, 1] };
                // Version 1.2, and a thumbnail of no width and no height.
                Some([b"JFIF\0\x01\x02", density, &[0, 0]].concat())
            }
            EXIF if !self.exif => {
                let block = content.strip_prefix(b"Exif\0\0")?;
                self.exif = true;
                Some([b"Exif\0\0".as_slice(), &Orientation::of(block)?.block()].concat())
            }
            COLOUR_PROFILE => content.starts_with(b"ICC_PROFILE\0").then(|| content.to_vec()),
            // Tells RGB from YCbCr, and CMYK from YCCK.
            ADOBE if content.starts_with(b"Adobe") => content.get(..12).map(<[u8]>::to_vec),
            _ => None,
        }
    }
}

/// The next marker. Decoders pass over whatever stands between segments, so that is left out.
fn next_marker(reader: &mut Reader<'_>) -> Result<u8, Reason> {
    loop {
        while reader.array()? != [0xFF] {}
        let mut marker = 0xFF;
        while marker == 0xFF {
            [marker] = reader.array()?;
        }
        if marker != 0 {
            return Ok(marker);
        }
    }
}

/// Whether a segment that goes out holds just what its kind holds, with no room behind it.
fn is_whole(marker: u8, content: &[u8]) -> Result<bool, Reason> {
    let first = content.first().ok_or("one of its segments is empty")?;
    Ok(match marker {
        0xC0..=0xC3 | 0xC9..=0xCB => {
            content.get(5).is_some_and(|parts| content.len() == 6 + 3 * usize::from(*parts))
        }
        SCAN => content.len() == 4 + 2 * usize::from(*first),
        HUFFMAN_TABLES => are_tables(content, |table| {
            Some(17 + table.get(1..17)?.iter().copied().map(usize::from).sum::<usize>())
        }),
        QUANTISATION_TABLES => are_tables(content, |table| match table.first()? >> 4 {
            0 => Some(1 + 64),
            1 => Some(1 + 128),
            _ => None,
        }),
        ARITHMETIC_TABLES => content.len().is_multiple_of(2),
        LINES | RESTARTS => content.len() == 2,
        _ => return Err("it is of a kind that browsers do not show"),
    })
}

/// Whether the content is tables and nothing else; `length` tells that of the first of some tables.
fn are_tables(mut content: &[u8], length: impl Fn(&[u8]) -> Option<usize>) -> bool {
    while !content.is_empty() {
        match length(content).and_then(|length| content.get(length..)) {
            Some(rest) => content = rest,
            None => return false,
        }
    }
    true
}

/// The data of a scan, up to the marker that ends it.
fn scan<'a>(reader: &mut Reader<'a>) -> Result<&'a [u8], Reason> {
    let rest = reader.rest();
    let mut at = 0;
    loop {
        let from = rest.get(at..).ok_or(CUT_OFF)?;
        let escape = at + from.iter().position(|byte| *byte == 0xFF).ok_or(CUT_OFF)?;
        let fill = rest[escape..].iter().take_while(|byte| **byte == 0xFF).count();
        match rest.get(escape + fill).ok_or(CUT_OFF)? {
            // The byte 0xFF as data, and the marks from which a decoder can start anew.
            0 | 0xD0..=0xD7 => at = escape + fill + 1,
            _ => return reader.take(escape),
        }
    }
}

fn put(out: &mut Vec<u8>, marker: u8, content: &[u8]) {
    // A segment is never longer than it was, but for the EXIF block, which is short.
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xFF, marker]);
    out.extend(length.to_be_bytes());
    out.extend(content);
}
