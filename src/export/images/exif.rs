//! The one thing of EXIF that a browser needs: how the picture is to be turned.

/// The tag of the orientation, in the first directory of an EXIF block.
const ORIENTATION: u16 = 0x0112;
/// The type of a value of two bytes.
const SHORT: u16 = 3;

/// How a picture that does not lie upright is to be turned or mirrored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orientation(u8);

impl Orientation {
    /// What an EXIF block says; `None` where the picture lies upright, or the block cannot be read, for then
    /// nothing turns the picture.
    pub(super) fn of(block: &[u8]) -> Option<Self> {
        // Only JPEG asks for these six bytes, but some programs write them everywhere.
        let block = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
        let big_endian = match block.get(..4)? {
            b"MM\0*" => true,
            b"II*\0" => false,
            _ => return None,
        };
        let short = |at: usize| -> Option<u16> {
            let bytes = *block.get(at..)?.first_chunk()?;
            Some(if big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
        };
        let directory = *block.get(4..)?.first_chunk()?;
        let directory =
            if big_endian { u32::from_be_bytes(directory) } else { u32::from_le_bytes(directory) };
        let directory = usize::try_from(directory).ok()?;
        for entry in 0..usize::from(short(directory)?) {
            let at = directory.checked_add(2 + 12 * entry)?;
            if short(at)? == ORIENTATION {
                let value = u8::try_from(short(at + 8)?).ok()?;
                return (short(at + 2)? == SHORT && (2..=8).contains(&value)).then_some(Self(value));
            }
        }
        None
    }

    /// An EXIF block that says this and nothing else.
    pub(super) fn block(self) -> [u8; 26] {
        let mut block = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
        block[19] = self.0;
        block
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_says_what_it_was_made_of() {
        for value in 2..=8 {
            let orientation = Orientation(value);
            assert_eq!(Orientation::of(&orientation.block()), Some(orientation));
        }
    }

    #[test]
    fn the_orientation_is_found_in_either_byte_order_and_behind_other_tags() {
        let little =
            b"II*\0\x0a\0\0\0..\x02\0\x0f\x01\x02\0\x04\0\0\0Cam\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(Orientation::of(little), Some(Orientation(6)));
        assert_eq!(Orientation::of(&[b"Exif\0\0", little.as_slice()].concat()), Some(Orientation(6)));
    }

    #[test]
    fn upright_absurd_and_broken_blocks_say_nothing() {
        for value in [0, 1, 9, 255] {
            assert_eq!(Orientation::of(&Orientation(value).block()), None);
        }
        let block = Orientation(6).block();
        assert!((0..20).all(|length| Orientation::of(&block[..length]).is_none()));
        assert_eq!(Orientation::of(b"MM\0*\xff\xff\xff\xff\0\x01"), None);
    }
}
