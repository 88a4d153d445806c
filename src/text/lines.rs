//! Byte offsets to lines and columns, for people.

/// A place as editors count it: both from 1, columns in Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where the lines of one text begin. Made only when a place has to be shown.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Index the lines of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
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
        LineColumn { line, column: self.text[start..offset].chars().count() + 1 }
    }
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
}
