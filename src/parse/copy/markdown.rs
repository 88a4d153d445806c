//! A Markdown copy → what a reader of the rendered page sees.
//!
//! It is read as CommonMark with GFM's tables, footnotes, strikethrough and task lists, and not as a page of the
//! dossier: `[[…]]` and `[@…]` are words of the source like all others. Front matter, alternative texts and the
//! address of a link are not seen. HTML inside it is read as HTML.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::writer::Writer;
use super::{BlockKind, CopyBlock, html};

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);

/// The visible words of a Markdown text, block by block.
pub(super) fn read(text: &str) -> (String, Vec<CopyBlock>) {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, OPTIONS) {
        reader.take(event);
    }
    reader.writer.finish()
}

#[derive(Default)]
struct Reader {
    writer: Writer,
    /// The items and block quotes that are open, innermost last.
    around: Vec<BlockKind>,
    /// How many elements are open whose words are not seen.
    unseen: usize,
    /// Whether code is being read, whose white space counts.
    code: bool,
    /// The block of HTML that is being read.
    raw: String,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            _ if self.unseen > 0 => {}
            Event::Text(words) if self.code => self.writer.verbatim(&words),
            Event::Text(words) => self.writer.words(&words),
            Event::Code(words) => self.writer.verbatim(&words),
            Event::SoftBreak => self.writer.words("\n"),
            Event::HardBreak => self.writer.line_break(),
            Event::Html(raw) => self.raw.push_str(&raw),
            Event::InlineHtml(raw) if raw.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")) => {
                self.writer.line_break();
            }
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::MetadataBlock(_) | Tag::Image { .. } => self.unseen += 1,
            Tag::CodeBlock(_) => {
                self.close();
                self.code = true;
            }
            Tag::Item => {
                self.close();
                self.around.push(BlockKind::ListItem);
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.around.push(BlockKind::Quote);
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock | Tag::Table(_) | Tag::List(_) => {
                self.close()
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) | TagEnd::Image => self.unseen = self.unseen.saturating_sub(1),
            TagEnd::Heading(level) => self.writer.end(BlockKind::Heading(level as u8)),
            TagEnd::CodeBlock => {
                self.writer.end(BlockKind::Code);
                self.code = false;
            }
            TagEnd::Paragraph => self.close(),
            TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.close();
                self.around.pop();
            }
            TagEnd::TableCell => self.writer.cell(),
            TagEnd::TableHead | TagEnd::TableRow => self.writer.end(BlockKind::Row),
            TagEnd::HtmlBlock => {
                let (text, blocks) = html::read_fragment(&std::mem::take(&mut self.raw));
                self.writer.append(&text, &blocks);
            }
            _ => {}
        }
    }

    /// What has been written is a block of what it stands in.
    fn close(&mut self) {
        let kind = self.around.last().copied().unwrap_or(BlockKind::Paragraph);
        self.writer.end(kind);
    }
}
