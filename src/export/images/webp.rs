//! WebP: a RIFF file of chunks (RFC 9649).

use super::Reason;
use super::exif::Orientation;
use super::reader::Reader;

type Kind = [u8; 4];

// What an extended file says that it has.
const HAS_PROFILE: u8 = 0x20;
const HAS_ALPHA: u8 = 0x10;
const HAS_EXIF: u8 = 0x08;
const IS_ANIMATED: u8 = 0x02;

/// The picture alone. All after the end that the file names stays behind.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Reason> {
    let mut reader = Reader::new(bytes);
    reader.take(4)?;
    let size = reader.length_le()?;
    let mut reader = Reader::new(reader.take(size)?);
    reader.take(4)?;
    let mut body = b"WEBP".to_vec();
    let (kind, content) = next(&mut reader)?.ok_or(NO_PICTURE)?;
    match &kind {
        b"VP8 " | b"VP8L" => put(&mut body, kind, picture(kind, content)?)?,
        b"VP8X" => extended(&mut body, content, &mut reader)?,
        _ => return Err(NO_PICTURE),
    }
    let mut out = b"RIFF".to_vec();
    out.extend(length(&body)?);
    out.extend(body);
    Ok(out)
}

/// A file with more than one chunk; the first says what is in the others.
fn extended(out: &mut Vec<u8>, header: &[u8], reader: &mut Reader<'_>) -> Result<(), Reason> {
    let [flags, _, _, _, size @ ..]: [u8; 10] = header.try_into().map_err(|_| WRONG_LENGTH)?;
    let is_animated = flags & IS_ANIMATED != 0;
    let mut kept = flags & (HAS_ALPHA | IS_ANIMATED);
    let mut chunks = Vec::new();
    let mut still = Still::default();
    let mut frames = 0;
    let mut has_background = false;
    let mut exif = None;
    while let Some((kind, content)) = next(reader)? {
        match &kind {
            b"ICCP" if kept & HAS_PROFILE == 0 => {
                kept |= HAS_PROFILE;
                put(&mut chunks, kind, content)?;
            }
            b"EXIF" => exif = exif.or(Some(Orientation::of(content))),
            b"ANIM" if is_animated && !has_background => {
                has_background = true;
                put(&mut chunks, kind, content.get(..6).ok_or(WRONG_LENGTH)?)?;
            }
            b"ANMF" if is_animated => {
                frames += 1;
                put(&mut chunks, kind, &frame(content)?)?;
            }
            // In an animated file a picture that stands by itself is never shown.
            _ if !is_animated => still.put(&mut chunks, kind, content)?,
            _ => {}
        }
    }
    if frames == 0 && !still.picture {
        return Err(NO_PICTURE);
    }
    if let Some(orientation) = exif.flatten() {
        kept |= HAS_EXIF;
        put(&mut chunks, *b"EXIF", &orientation.block())?;
    }
    put(out, *b"VP8X", &[&[kept, 0, 0, 0], size.as_slice()].concat())?;
    out.extend(chunks);
    Ok(())
}

/// One frame of an animation: its place and time, and chunks of its own.
fn frame(content: &[u8]) -> Result<Vec<u8>, Reason> {
    let mut reader = Reader::new(content);
    let mut out = reader.take(16)?.to_vec();
    // The last byte has two bits with a meaning.
    out[15] &= 0b11;
    let mut still = Still::default();
    while let Some((kind, content)) = next(&mut reader)? {
        still.put(&mut out, kind, content)?;
    }
    if still.picture { Ok(out) } else { Err("one of its frames is empty") }
}

/// One picture with its transparency, each taken once.
#[derive(Debug, Default)]
struct Still {
    alpha: bool,
    picture: bool,
}

impl Still {
    /// Put a chunk that is a part of the picture, and no other.
    fn put(&mut self, out: &mut Vec<u8>, kind: Kind, content: &[u8]) -> Result<(), Reason> {
        match &kind {
            b"ALPH" if !self.alpha && !self.picture => {
                self.alpha = true;
                put(out, kind, content)
            }
            b"VP8 " | b"VP8L" if !self.picture => {
                self.picture = true;
                put(out, kind, picture(kind, content)?)
            }
            _ => Ok(()),
        }
    }
}

/// A picture's data, if it begins as such data does.
fn picture(kind: Kind, content: &[u8]) -> Result<&[u8], Reason> {
    match content {
        [0x2F, _, _, _, _, ..] if kind == *b"VP8L" => Ok(content),
        [_, _, _, 0x9D, 0x01, 0x2A, _, _, _, _, ..] if kind == *b"VP8 " => Ok(content),
        _ => Err("its picture does not begin as one does"),
    }
}

/// The next chunk, or the end. The last may lack the byte that makes its length even: some programs forget it.
fn next<'a>(reader: &mut Reader<'a>) -> Result<Option<(Kind, &'a [u8])>, Reason> {
    if reader.rest().is_empty() {
        return Ok(None);
    }
    let kind = reader.array()?;
    let length = reader.length_le()?;
    let content = reader.take(length)?;
    if length % 2 == 1 && !reader.rest().is_empty() {
        reader.take(1)?;
    }
    Ok(Some((kind, content)))
}

const NO_PICTURE: Reason = "there is no picture in it";
const WRONG_LENGTH: Reason = "one of its chunks has the wrong length";

fn put(out: &mut Vec<u8>, kind: Kind, content: &[u8]) -> Result<(), Reason> {
    out.extend(kind);
    out.extend(length(content)?);
    out.extend(content);
    if content.len() % 2 == 1 {
        out.push(0);
    }
    Ok(())
}

fn length(bytes: &[u8]) -> Result<[u8; 4], Reason> {
    u32::try_from(bytes.len()).map(u32::to_le_bytes).map_err(|_| WRONG_LENGTH)
}
