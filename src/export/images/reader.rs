//! Bytes, taken from the front.

use super::Reason;

/// What is left of some bytes.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// What has not been taken.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Reason> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(CUT_OFF)?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next bytes, as many as the array holds.
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Reason> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(CUT_OFF)?;
        self.rest = rest;
        Ok(*taken)
    }

    /// The next four bytes as a length, most significant first.
    pub(super) fn length_be(&mut self) -> Result<usize, Reason> {
        usize::try_from(u32::from_be_bytes(self.array()?)).map_err(|_| CUT_OFF)
    }

    /// The next four bytes as a length, least significant first.
    pub(super) fn length_le(&mut self) -> Result<usize, Reason> {
        usize::try_from(u32::from_le_bytes(self.array()?)).map_err(|_| CUT_OFF)
    }
}

/// The commonest thing that is wrong with a file.
pub(super) const CUT_OFF: Reason = "it ends before the picture does";
