//! What can be read of a source's local copy: a file's bytes → [`CopyText`].
//!
//! 1. [`read_copy`] tells by the file's name and its first bytes what it is.
//! 2. `text`, `markdown`, `html` and `pdf` each give the words that a reader of the copy sees, block by block, to a
//!    `Writer`, which joins them into one text with a blank line between two blocks.
//! 3. Quotations are looked for in [`CopyText::text`]; the blocks give paragraphs their numbers and the source's page
//!    its form.
//!
//! A copy comes from outside and may be hostile. Whatever its bytes are, reading it ends in a text or a
//! [`CopyProblem`]; `pdf` says what is bounded there and what is not.

mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod text;
mod writer;

#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;

use crate::load::MAX_COPY_BYTES;

/// What can be read of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyText {
    /// The words, in order. Of a plain text file its own, with `\n` for every line break and without a byte order
    /// mark; of any other kind what a reader of it sees.
    pub text: String,
    /// The blocks, in order and not overlapping.
    pub blocks: Vec<CopyBlock>,
    /// What the copy is.
    pub nature: Nature,
    /// Which blocks are paragraphs.
    paragraphs: Vec<usize>,
}

/// One block of a copy's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in [`CopyText::text`]; never empty.
    pub range: Range<usize>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, from 1 for the highest to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list, or a paragraph of one.
    ListItem,
    /// A paragraph that is quoted.
    Quote,
    /// Text whose white space counts.
    Code,
    /// A row of a table, its cells parted by tabs.
    Row,
}

/// What a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// A PDF: its text is extracted, and a PDF need not say which words belong together.
    Pdf,
}

/// Why nothing can be read of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyProblem {
    /// Of no kind that is read here.
    Unsupported,
    /// A text that is not UTF-8.
    NotUtf8,
    /// Not what it says it is, and why.
    Malformed(String),
    /// Larger than what is read.
    TooLarge,
    /// No words in it: a scan, say.
    NoText,
}

impl fmt::Display for CopyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsupported => f.write_str("is of no kind that can be read here"),
            Self::NotUtf8 => f.write_str("is not in UTF-8"),
            Self::Malformed(reason) => write!(f, "cannot be read: {reason}"),
            Self::TooLarge => f.write_str("is too large to be read"),
            Self::NoText => f.write_str("holds no text"),
        }
    }
}

/// Read a copy: its kind is told by the file's name, and by its first bytes where they say otherwise.
///
/// # Errors
/// A [`CopyProblem`], when no words can be had from it.
pub fn read_copy(file_name: &str, bytes: &[u8]) -> Result<CopyText, CopyProblem> {
    let nature = nature(file_name, bytes).ok_or(CopyProblem::Unsupported)?;
    if bytes.len() > MAX_COPY_BYTES {
        return Err(CopyProblem::TooLarge);
    }
    let (text, blocks) = match nature {
        Nature::Text => text::read(decoded(bytes)?),
        Nature::Markdown => markdown::read(decoded(bytes)?),
        Nature::Html => html::read(decoded(bytes)?)?,
        Nature::Pdf => read_pdf(bytes)?,
    };
    if blocks.is_empty() {
        return Err(CopyProblem::NoText);
    }
    let is_paragraph = |block: &CopyBlock| !matches!(block.kind, BlockKind::Heading(_));
    let paragraphs =
        (0..).zip(&blocks).filter(|(_, block)| is_paragraph(block)).map(|(nth, _)| nth).collect();
    Ok(CopyText { text, blocks, nature, paragraphs })
}

/// Something that a file says about itself beside what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it is of: `author`, `producer`, `title`.
    pub name: &'static str,
    /// The words.
    pub words: String,
}

/// What a PDF says about itself beside its pages: its title, its author, the programs that made it.
///
/// # Errors
/// A [`CopyProblem`], when it cannot be read as a PDF.
pub fn read_statements(bytes: &[u8]) -> Result<Vec<Statement>, CopyProblem> {
    if bytes.len() > MAX_COPY_BYTES {
        return Err(CopyProblem::TooLarge);
    }
    pdf_statements(bytes)
}

/// Whether a file is a PDF, as it says in its first bytes or by its name.
#[must_use]
pub fn is_pdf(file_name: &str, bytes: &[u8]) -> bool {
    nature(file_name, bytes) == Some(Nature::Pdf)
}

#[cfg(feature = "pdf")]
fn pdf_statements(bytes: &[u8]) -> Result<Vec<Statement>, CopyProblem> {
    pdf::statements(bytes)
}

#[cfg(not(feature = "pdf"))]
fn pdf_statements(_: &[u8]) -> Result<Vec<Statement>, CopyProblem> {
    Err(CopyProblem::Unsupported)
}

#[cfg(feature = "pdf")]
fn read_pdf(bytes: &[u8]) -> Result<(String, Vec<CopyBlock>), CopyProblem> {
    pdf::read(bytes)
}

#[cfg(not(feature = "pdf"))]
fn read_pdf(_: &[u8]) -> Result<(String, Vec<CopyBlock>), CopyProblem> {
    Err(CopyProblem::Unsupported)
}

/// What a file is. A PDF says so in its first bytes, whatever it is called.
fn nature(file_name: &str, bytes: &[u8]) -> Option<Nature> {
    let opening = &bytes[..bytes.len().min(1024)];
    if opening.windows(5).any(|window| window == b"%PDF-") {
        return Some(Nature::Pdf);
    }
    match file_name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).as_deref() {
        Some("txt" | "text") => Some(Nature::Text),
        Some("md" | "markdown") => Some(Nature::Markdown),
        Some("html" | "htm" | "xhtml") => Some(Nature::Html),
        // Read as what it says it is, so that the message tells what is wrong with it.
        Some("pdf") => Some(Nature::Pdf),
        _ => {
            let opening = String::from_utf8_lossy(opening)
                .trim_start_matches('\u{feff}')
                .trim_start()
                .to_ascii_lowercase();
            (opening.starts_with("<!doctype html") || opening.starts_with("<html")).then_some(Nature::Html)
        }
    }
}

fn decoded(bytes: &[u8]) -> Result<&str, CopyProblem> {
    let text = std::str::from_utf8(bytes).map_err(|_| CopyProblem::NotUtf8)?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

impl CopyText {
    /// The range of the n-th paragraph, counted from 1: every block that is not a heading.
    #[must_use]
    pub fn paragraph(&self, n: usize) -> Option<Range<usize>> {
        let block = *self.paragraphs.get(n.checked_sub(1)?)?;
        self.blocks.get(block).map(|block| block.range.clone())
    }

    /// The number of the paragraph in which this place of the text is. What stands between two paragraphs is in
    /// none, and neither is a heading.
    #[must_use]
    pub fn paragraph_at(&self, offset: usize) -> Option<usize> {
        let range = |nth: &usize| self.blocks.get(*nth).map(|block| &block.range);
        let before =
            self.paragraphs.partition_point(|nth| range(nth).is_some_and(|range| range.end <= offset));
        let here = self.paragraphs.get(before).and_then(range);
        here.filter(|range| range.contains(&offset)).map(|_| before + 1)
    }

    /// Whether any of it is known to be a heading.
    #[must_use]
    pub fn has_headings(&self) -> bool {
        self.paragraphs.len() < self.blocks.len()
    }
}
