//! GIF: a header, then blocks in chains of at most 255 bytes each (GIF89a specification).

use super::Reason;
use super::reader::Reader;

/// What begins an extension.
const EXTENSION: u8 = 0x21;
/// What begins a picture.
const PICTURE: u8 = 0x2C;
/// What ends the file.
const END: u8 = 0x3B;

/// The pictures, how long each is shown and how often all of them: no comment, no XMP, no text, nothing after the
/// end.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Reason> {
    let mut reader = Reader::new(bytes);
    let mut out = reader.take(6)?.to_vec();
    let screen: [u8; 7] = reader.array()?;
    out.extend(screen);
    out.extend(reader.take(palette(screen[4]))?);
    let mut pictures = 0_usize;
    loop {
        match reader.array()? {
            [END] if pictures == 0 => return Err("there is no picture in it"),
            [END] => {
                out.push(END);
                return Ok(out);
            }
            [EXTENSION] => {
                let [label] = reader.array()?;
                let blocks = chain(&mut reader)?;
                match (label, blocks.as_slice()) {
                    (0xF9, [control]) if control.len() == 4 => {
                        out.extend([EXTENSION, label]);
                        put(&mut out, &blocks);
                    }
                    // Of what may follow these names, only how often the film runs is for the browser.
                    (0xFF, [name @ (b"NETSCAPE2.0" | b"ANIMEXTS1.0"), times @ [1, _, _], ..]) => {
                        out.extend([EXTENSION, label]);
                        put(&mut out, &[*name, *times]);
                    }
                    _ => {}
                }
            }
            [PICTURE] => {
                pictures += 1;
                let place: [u8; 9] = reader.array()?;
                out.push(PICTURE);
                out.extend(place);
                out.extend(reader.take(palette(place[8]))?);
                out.extend(reader.take(1)?);
                put(&mut out, &chain(&mut reader)?);
            }
            _ => return Err("one of its blocks is of no known kind"),
        }
    }
}

/// How many bytes of colours follow what these flags belong to.
fn palette(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// The blocks of one chain, without the empty one that ends it.
fn chain<'a>(reader: &mut Reader<'a>) -> Result<Vec<&'a [u8]>, Reason> {
    let mut blocks = Vec::new();
    loop {
        let [length] = reader.array()?;
        if length == 0 {
            return Ok(blocks);
        }
        blocks.push(reader.take(usize::from(length))?);
    }
}

fn put(out: &mut Vec<u8>, blocks: &[&[u8]]) {
    for block in blocks {
        // A block came with its length in one byte.
        out.push(u8::try_from(block.len()).unwrap_or(u8::MAX));
        out.extend(*block);
    }
    out.push(0);
}
