//! A PDF copy → the text in it, extracted (`lopdf` reads the file, `page` a page's drawing instructions, `lines` puts
//! what they draw together); and what the file says of itself (`information`).
//!
//! A PDF draws glyphs at places and need not say what a word, a line or a paragraph is. Spaces, lines and blank lines
//! are therefore told from distances; a word that is hyphenated at the end of a line stays hyphenated, and running
//! heads stand where they are drawn. Nothing is ever guessed about letters beyond what the file's own encodings say.
//!
//! **What is bounded.** The file ([`MAX_COPY_BYTES`](crate::load::MAX_COPY_BYTES)), what each stream unpacks to, the pages, the
//! drawing instructions, how deeply drawings are nested in each other, and the text. `lopdf` bounds the nesting of
//! objects. The whole runs on a thread of its own with a large stack, and if it panics there the copy is malformed
//! and the program goes on. **What is not**: time, beyond what follows from these bounds, and a recursion in the
//! library that outgrows the stack would end the program.

mod font;
mod information;
mod lines;
mod page;

use std::thread;

use lopdf::{Document, LoadOptions};

use super::writer::Writer;
use super::{BlockKind, CopyBlock, CopyProblem, Statement};

/// What one stream of a file, or the content of one page, may unpack to.
const LARGEST_STREAM: usize = 64 * 1024 * 1024;
/// How many pages are read.
const MOST_PAGES: usize = 5_000;
/// How many drawing instructions are followed in all.
const MOST_INSTRUCTIONS: usize = 10_000_000;
/// How much text is kept.
const LARGEST_TEXT: usize = 32 * 1024 * 1024;
/// The stack of the thread that reads.
const STACK: usize = 64 * 1024 * 1024;

/// The text of a PDF, paragraph by paragraph.
pub(super) fn read(bytes: &[u8]) -> Result<(String, Vec<CopyBlock>), CopyProblem> {
    apart(|| extract(&open(bytes)?))
}

/// What a PDF says of itself.
pub(super) fn statements(bytes: &[u8]) -> Result<Vec<Statement>, CopyProblem> {
    apart(|| Ok(information::statements(&open(bytes)?)))
}

/// On a thread of its own.
fn apart<T: Send>(read: impl FnOnce() -> Result<T, CopyProblem> + Send) -> Result<T, CopyProblem> {
    thread::scope(|scope| {
        let reader = thread::Builder::new().name("pdf".into()).stack_size(STACK).spawn_scoped(scope, read);
        match reader.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(read)) => read,
            Ok(Err(_)) => Err(CopyProblem::Malformed("reading the PDF failed".into())),
            Err(error) => Err(CopyProblem::Malformed(error.to_string())),
        }
    })
}

fn open(bytes: &[u8]) -> Result<Document, CopyProblem> {
    let options = LoadOptions::with_max_decompressed_size(LARGEST_STREAM);
    let document = Document::load_mem_with_options(bytes, options)
        .map_err(|error| CopyProblem::Malformed(format!("no PDF that can be read ({error})")))?;
    if document.is_encrypted() {
        return Err(CopyProblem::Malformed("the PDF is locked by a password".into()));
    }
    Ok(document)
}

fn extract(document: &Document) -> Result<(String, Vec<CopyBlock>), CopyProblem> {
    let mut writer = Writer::default();
    let mut instructions = MOST_INSTRUCTIONS;
    let mut size = 0;
    for (count, page) in document.page_iter().enumerate() {
        let drawn = page::drawn(document, page, &mut instructions);
        size += drawn.iter().map(|piece| piece.text.len()).sum::<usize>();
        // A part of a copy is none: what was quoted from the rest would be said not to be in it.
        if count >= MOST_PAGES || instructions == 0 || size > LARGEST_TEXT {
            return Err(CopyProblem::TooLarge);
        }
        for paragraph in lines::paragraphs(drawn) {
            writer.verbatim(&paragraph);
            writer.end(BlockKind::Paragraph);
        }
    }
    Ok(writer.finish())
}
