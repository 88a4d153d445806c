//! Plain text → its own words, and a block for each stretch between blank lines.

use super::{BlockKind, CopyBlock};

/// The text with `\n` for every line break, and its paragraphs. Nothing else of it is changed.
pub(super) fn read(text: &str) -> (String, Vec<CopyBlock>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut blocks: Vec<CopyBlock> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let end = at + words.len();
        match blocks.last_mut() {
            _ if words.is_empty() => open = false,
            Some(block) if open => block.range.end = end,
            _ => {
                let start = end - words.trim_start().len();
                blocks.push(CopyBlock { kind: BlockKind::Paragraph, range: start..end });
                open = true;
            }
        }
        at += line.len();
    }
    (text, blocks)
}
