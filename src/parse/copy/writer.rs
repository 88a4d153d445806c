//! Words, piece by piece → one text and its blocks.
//!
//! What reads Markdown, HTML or a PDF says where a block ends and what it is, and hands over words. [`Writer`] treats
//! white space as a browser shows it, parts blocks by a blank line and drops those without words.

use std::borrow::Cow;

use super::{BlockKind, CopyBlock};

/// Gathers the text of a copy.
#[derive(Debug, Default)]
pub(super) struct Writer {
    text: String,
    blocks: Vec<CopyBlock>,
    /// Words of the block that is being written.
    block: String,
    /// Whether white space stands between what was written of this block and what comes.
    space: bool,
}

impl Writer {
    /// Words whose white space is shown as one space each time.
    pub(super) fn words(&mut self, words: &str) {
        for c in words.chars() {
            // What only says where a line may break is not seen.
            if matches!(c, '\u{ad}' | '\u{200b}') {
                continue;
            }
            // The white space of HTML: a no-break space is a character of its own.
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.space = true;
            } else {
                self.settle_space();
                self.block.push(c);
            }
        }
    }

    /// Words whose white space counts.
    pub(super) fn verbatim(&mut self, words: &str) {
        self.settle_space();
        self.block.push_str(words);
    }

    /// A line break inside a block.
    pub(super) fn line_break(&mut self) {
        self.space = false;
        self.block.push('\n');
    }

    /// The end of a cell: the next one of the row stands behind a tab.
    pub(super) fn cell(&mut self) {
        self.space = false;
        self.block.push('\t');
    }

    /// The block ends here, and it was of this kind.
    pub(super) fn end(&mut self, kind: BlockKind) {
        self.space = false;
        let block = std::mem::take(&mut self.block);
        let trimmed = match kind {
            BlockKind::Code => block.trim_end().trim_start_matches(['\n', '\r']),
            _ => block.trim_matches(|c: char| c.is_ascii_whitespace()),
        };
        if trimmed.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(trimmed);
        self.blocks.push(CopyBlock { kind, range: start..self.text.len() });
    }

    /// Blocks that were read apart.
    pub(super) fn append(&mut self, text: &str, blocks: &[CopyBlock]) {
        for block in blocks {
            self.block.push_str(&text[block.range.clone()]);
            self.end(block.kind);
        }
    }

    /// The text and its blocks; what was not ended is not in it.
    pub(super) fn finish(self) -> (String, Vec<CopyBlock>) {
        (self.text, self.blocks)
    }

    fn settle_space(&mut self) {
        if std::mem::take(&mut self.space) && !self.block.is_empty() && !self.block.ends_with(['\n', '\t']) {
            self.block.push(' ');
        }
    }
}

/// Raised words as they stand on a line: of a number its raised digits, for `10` and a raised `6` are not 106; all others
/// as they are, as in `19th`.
pub(super) fn raised(words: &str) -> Cow<'_, str> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |c: char| match c {
        '+' => Some('⁺'),
        '-' | '−' | '–' => Some('⁻'),
        c if c.is_ascii_whitespace() => Some(c),
        c => c.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)).copied(),
    };
    words.chars().map(raise).collect::<Option<String>>().map_or(words.into(), Cow::Owned)
}
