//! The level at which a heading is shown: from 2, and never one that skips.

/// The written levels of the headings that are open, the outermost first.
#[derive(Debug, Clone)]
pub(super) struct Levels {
    /// The shown level that everything here lies below.
    base: u8,
    open: Vec<u8>,
}

impl Levels {
    /// Headings below one that is shown at `base`; the page's own title is 1.
    pub(super) fn below(base: u8) -> Self {
        Self { base, open: Vec::new() }
    }

    /// A heading written at this level opens; the level at which it is shown.
    pub(super) fn open(&mut self, written: u8) -> u8 {
        while self.open.last().is_some_and(|open| *open >= written) {
            self.open.pop();
        }
        self.open.push(written);
        self.shown()
    }

    /// The shown level of the heading that is open now.
    pub(super) fn shown(&self) -> u8 {
        // At most six levels are written, so their count fits.
        (self.base + u8::try_from(self.open.len()).unwrap_or(6)).min(6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_levels_start_at_two_and_never_skip() {
        let mut levels = Levels::below(1);
        let shown: Vec<u8> = [1, 3, 6, 3, 2, 1, 2].into_iter().map(|level| levels.open(level)).collect();
        assert_eq!(shown, [2, 3, 4, 3, 3, 2, 3]);
        let mut deep = Levels::below(6);
        assert_eq!(deep.open(1), 6);
    }
}
