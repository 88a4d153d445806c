//! PNG: chunks, each with its length, its kind and a checksum (W3C PNG, third edition).

use super::Reason;
use super::exif::Orientation;
use super::reader::Reader;

type Kind = [u8; 4];

/// The picture alone. All after its end stays behind: careless editors leave the uncropped picture there.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Reason> {
    let mut reader = Reader::new(bytes);
    let mut out = reader.take(8)?.to_vec();
    let mut seen = Seen::default();
    loop {
        let length = reader.length_be()?;
        let kind: Kind = reader.array()?;
        let content = reader.take(length)?;
        let sum = u32::from_be_bytes(reader.array()?);
        if seen.is_kept(kind, content)? {
            if checksum(kind, content) != sum {
                return Err("its checksums do not fit its data");
            }
            match &kind {
                b"eXIf" => {
                    if let Some(orientation) = Orientation::of(content) {
                        put(&mut out, kind, &orientation.block());
                    }
                }
                b"iCCP" => {
                    if let Some(profile) = nameless(content) {
                        put(&mut out, kind, &profile);
                    }
                }
                _ => put(&mut out, kind, content),
            }
        }
        if kind == *b"IEND" {
            return Ok(out);
        }
        seen.last = kind;
    }
}

/// What has come by.
#[derive(Debug, Default)]
struct Seen {
    kinds: Vec<Kind>,
    last: Kind,
}

impl Seen {
    /// Whether a chunk goes out.
    fn is_kept(&mut self, kind: Kind, content: &[u8]) -> Result<bool, Reason> {
        let Some(is_whole) = is_whole(kind, content.len()) else {
            // The case of its first letter says whether the picture can be shown without a chunk.
            return if kind[0].is_ascii_lowercase() {
                Ok(false)
            } else {
                Err("it is of a kind that browsers do not show")
            };
        };
        if !is_whole {
            return Err("one of its chunks has the wrong length");
        }
        let is_again = self.kinds.contains(&kind);
        match &kind {
            b"IHDR" if !self.kinds.is_empty() => return Err("it holds more than one picture"),
            b"IEND" if !self.kinds.contains(b"IDAT") => return Err("there is no picture in it"),
            // Without what lies between them they would be one.
            b"IDAT" if is_again && self.last != *b"IDAT" => return Err("its picture is in pieces"),
            // Where nothing says that it is animated its frames are never shown.
            b"fcTL" | b"fdAT" if !self.kinds.contains(b"acTL") => return Ok(false),
            b"IDAT" | b"fcTL" | b"fdAT" => {}
            _ if is_again => return Ok(false),
            _ => {}
        }
        if self.kinds.is_empty() && kind != *b"IHDR" {
            return Err("its picture has no size");
        }
        if !is_again {
            self.kinds.push(kind);
        }
        Ok(true)
    }
}

/// For a kind that goes out, whether this is a length that it can have.
fn is_whole(kind: Kind, length: usize) -> Option<bool> {
    Some(match &kind {
        b"IHDR" => length == 13,
        b"PLTE" => (3..=768).contains(&length) && length.is_multiple_of(3),
        b"IDAT" | b"eXIf" | b"iCCP" => true,
        b"IEND" => length == 0,
        b"tRNS" => (1..=256).contains(&length),
        b"sRGB" => length == 1,
        b"gAMA" | b"cICP" => length == 4,
        b"cHRM" => length == 32,
        b"mDCV" | b"mDCv" => length == 24,
        b"cLLI" | b"cLLi" => length == 8,
        b"sBIT" => (1..=4).contains(&length),
        b"pHYs" => length == 9,
        b"acTL" => length == 8,
        b"fcTL" => length == 26,
        b"fdAT" => length >= 4,
        _ => return None,
    })
}

/// A colour profile without the name that somebody gave it; `None` for what is none.
fn nameless(content: &[u8]) -> Option<Vec<u8>> {
    let end = content.iter().position(|byte| *byte == 0)?;
    Some([b"icc".as_slice(), &content[end..]].concat())
}

fn checksum(kind: Kind, content: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&kind);
    hasher.update(content);
    hasher.finalize()
}

fn put(out: &mut Vec<u8>, kind: Kind, content: &[u8]) {
    // A chunk is never longer than it was, but for the EXIF block and the profile's name, which are short.
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    out.extend(length.to_be_bytes());
    out.extend(kind);
    out.extend(content);
    out.extend(checksum(kind, content).to_be_bytes());
}
