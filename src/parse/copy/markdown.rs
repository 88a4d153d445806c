//! A Markdown copy → what a reader of the rendered page sees.
//!
//! It is read as CommonMark with GFM's tables, footnotes, strikethrough and task lists, and not as a page of the
//! dossier: `[[…]]` and `[@…]` are words of the source like all others. Front matter, alternative texts and the
//! address of a link are not seen, nor are struck words. HTML inside it is read as HTML.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::writer::{Writer, raised};
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
    /// Whether HTML among the words of this block has raised or struck what follows, and not ended it.
    raised: bool,
    struck: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::InlineHtml(raw) if self.unseen == 0 => self.inline_html(&raw),
            _ if self.unseen > 0 || self.struck => {}
            Event::Text(words) if self.raised => self.writer.words(&raised(&words)),
            Event::Text(words) if self.code => self.writer.verbatim(&words),
            Event::Text(words) => self.writer.words(&words),
            Event::Code(words) => self.writer.verbatim(&words),
            Event::SoftBreak => self.writer.words("\n"),
            Event::HardBreak => self.writer.line_break(),
            Event::Html(raw) => self.raw.push_str(&raw),
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::MetadataBlock(_) | Tag::Image { .. } | Tag::Strikethrough => self.unseen += 1,
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

    /// A tag among words.
    fn inline_html(&mut self, raw: &str) {
        let inside = raw.trim_start_matches('<');
        let opens = !inside.starts_with('/');
        let name = inside.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next();
        match name.unwrap_or_default().to_ascii_lowercase().as_str() {
            "br" if !self.struck => self.writer.line_break(),
            "sup" => self.raised = opens,
            "del" | "s" | "strike" => self.struck = opens,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if !matches!(
            tag,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
        ) {
            (self.raised, self.struck) = (false, false);
        }
        match tag {
            TagEnd::MetadataBlock(_) | TagEnd::Image | TagEnd::Strikethrough => {
                self.unseen = self.unseen.saturating_sub(1);
            }
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
