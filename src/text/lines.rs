//! Byte offsets to lines and columns, for people.

use std::ops::Range;

/// A place as editors count it: both from 1, columns in Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Bytes between two counted places: a column is never further than this to count, however long the line.
const STRIDE: usize = 512;

/// Where the lines of one text begin. Made only when a place has to be shown.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many characters begin before each multiple of [`STRIDE`].
    counted: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Index the lines of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let counted = std::iter::once(0)
            .chain(text.as_bytes().chunks(STRIDE).scan(0, |sum, chunk| {
                *sum += characters(chunk);
                Some(*sum)
            }))
            .collect();
        Self { text, starts, counted }
    }

    /// The text that was indexed.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The bytes of a line (from 1), without its line end; of the last line, if there are not so many.
    #[must_use]
    pub fn line(&self, line: usize) -> Range<usize> {
        let line = line.clamp(1, self.starts.len());
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        self.starts[line - 1]..end
    }

    /// The line and column of a byte offset; an offset beyond the end, or inside a character, counts as the
    /// nearest place before it.
    #[must_use]
    pub fn locate(&self, offset: usize) -> LineColumn {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        LineColumn { line, column: self.before(offset) - self.before(start) + 1 }
    }

    /// How many characters begin before `offset`.
    fn before(&self, offset: usize) -> usize {
        let mark = offset / STRIDE;
        self.counted[mark] + characters(&self.text.as_bytes()[mark * STRIDE..offset])
    }
}

/// How many characters begin in these bytes, which may start or end inside one.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_not_bytes() {
        let index = LineIndex::new("één\ntwee\n");
        assert_eq!(index.locate(0), LineColumn { line: 1, column: 1 });
        assert_eq!(index.locate("éé".len()), LineColumn { line: 1, column: 3 });
        assert_eq!(index.locate("één\n".len()), LineColumn { line: 2, column: 1 });
        assert_eq!(index.locate(1), LineColumn { line: 1, column: 1 }, "inside a character");
        assert_eq!(index.locate(999), LineColumn { line: 3, column: 1 }, "beyond the end");
    }
    #[test]
    fn counts_through_long_lines() {
        let text = format!("a\n{}", "é".repeat(3 * STRIDE));
        let index = LineIndex::new(&text);
        for characters in [0, 1, STRIDE / 2, STRIDE, 3 * STRIDE] {
            let at = index.locate(2 + 2 * characters);
            assert_eq!(at, LineColumn { line: 2, column: characters + 1 });
        }
    }

    #[test]
    fn knows_the_bytes_of_a_line() {
        let index = LineIndex::new("een\n\ntwee\n");
        assert_eq!(index.line(1), 0..3);
        assert_eq!(index.line(2), 4..4);
        assert_eq!(index.line(3), 5..9);
        assert_eq!(index.line(4), 10..10);
        assert_eq!(index.line(99), 10..10);
    }
}
