//! An HTML copy → what a reader of the page sees, read as a browser reads it (`html5ever`, by `scraper`).
//!
//! Style sheets are not looked at: what is hidden by one counts as seen, what is hidden in the page itself does not. Struck
//! words are no words of the source any more, and marks of notes no words; a raised number stays raised.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{Html, Node, node::Element};

use super::writer::{Writer, raised};
use super::{BlockKind, CopyBlock, CopyProblem};
use crate::text::nesting::deepest_element;

/// How deep elements may be nested. Browsers stop at 512; and the parser looks through all that are open for each tag.
const MAX_DEPTH: usize = 2000;

/// The visible words of a page, block by block.
pub(super) fn read(html: &str) -> Result<(String, Vec<CopyBlock>), CopyProblem> {
    if deepest_element(html, closes_by_itself) > MAX_DEPTH {
        let reason = format!("its elements are nested more than {MAX_DEPTH} levels deep");
        return Err(CopyProblem::Malformed(reason));
    }
    Ok(visible(&Html::parse_document(html)))
}

/// Whether an element of this name has no end tag, or may leave it out, as many pages do.
fn closes_by_itself(name: &str) -> bool {
    const NAMES: [&str; 31] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup",
        "caption", "option", "optgroup", "rt", "rp", "html",
    ];
    NAMES.contains(&name)
}

/// The visible words of a piece of a page.
pub(super) fn read_fragment(html: &str) -> (String, Vec<CopyBlock>) {
    visible(&Html::parse_fragment(html))
}

fn visible(html: &Html) -> (String, Vec<CopyBlock>) {
    let mut reader = Reader::default();
    // An iteration and no recursion: a hostile page can be nested as deeply as it is long.
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(node) => reader.open(node),
            Edge::Close(node) => reader.close(node),
        }
    }
    reader.end_block();
    reader.writer.finish()
}

#[derive(Default)]
struct Reader {
    writer: Writer,
    /// The kinds that the open elements give to the blocks in them, innermost last.
    around: Vec<BlockKind>,
    /// How many open elements are not seen, each inside the one before.
    unseen: usize,
    /// How many `<pre>` are open.
    verbatim: usize,
    /// How many `<tr>` are open.
    rows: usize,
    /// How many `<sup>` are open.
    raised: usize,
}

impl Reader {
    fn open(&mut self, node: NodeRef<'_, Node>) {
        match node.value() {
            Node::Element(element) if is_unseen(node, element) => self.unseen += 1,
            _ if self.unseen > 0 => {}
            Node::Text(words) if self.verbatim > 0 => self.writer.verbatim(words),
            Node::Text(words) if self.raised > 0 => self.writer.words(&raised(words)),
            Node::Text(words) => self.writer.words(words),
            Node::Element(element) => {
                let name = element.name();
                match name {
                    "br" => self.writer.line_break(),
                    // In a row the cells stand side by side, and what is a block in them does not part them.
                    _ if self.in_row() => self.writer.words(" "),
                    _ if is_block(name) => self.end_block(),
                    _ => {}
                }
                self.verbatim += usize::from(name == "pre");
                self.rows += usize::from(name == "tr");
                self.raised += usize::from(name == "sup");
                self.around.extend(kind(name));
            }
            _ => {}
        }
    }

    fn close(&mut self, node: NodeRef<'_, Node>) {
        let Node::Element(element) = node.value() else { return };
        if is_unseen(node, element) {
            self.unseen = self.unseen.saturating_sub(1);
        } else if self.unseen == 0 {
            let name = element.name();
            if matches!(name, "td" | "th") {
                self.writer.cell();
            } else if name == "tr" || (is_block(name) && !self.in_row()) {
                self.end_block();
            }
            self.verbatim -= usize::from(name == "pre");
            self.rows -= usize::from(name == "tr");
            self.raised -= usize::from(name == "sup");
            if kind(name).is_some() {
                self.around.pop();
            }
        }
    }

    fn in_row(&self) -> bool {
        self.rows > 0
    }

    fn end_block(&mut self) {
        self.writer.end(self.around.last().copied().unwrap_or(BlockKind::Paragraph));
    }
}

/// What an element makes of the blocks in it.
fn kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" => BlockKind::Heading(1),
        "h2" => BlockKind::Heading(2),
        "h3" => BlockKind::Heading(3),
        "h4" => BlockKind::Heading(4),
        "h5" => BlockKind::Heading(5),
        "h6" => BlockKind::Heading(6),
        "li" | "dt" | "dd" => BlockKind::ListItem,
        "blockquote" => BlockKind::Quote,
        "pre" => BlockKind::Code,
        "tr" => BlockKind::Row,
        _ => return None,
    })
}

/// The elements that browsers show as blocks.
fn is_block(name: &str) -> bool {
    kind(name).is_some()
        || matches!(
            name,
            "address"
                | "article"
                | "aside"
                | "body"
                | "caption"
                | "center"
                | "details"
                | "dialog"
                | "dir"
                | "div"
                | "dl"
                | "fieldset"
                | "figcaption"
                | "figure"
                | "footer"
                | "form"
                | "header"
                | "hgroup"
                | "hr"
                | "html"
                | "legend"
                | "main"
                | "menu"
                | "nav"
                | "ol"
                | "optgroup"
                | "option"
                | "p"
                | "search"
                | "section"
                | "summary"
                | "table"
                | "tbody"
                | "tfoot"
                | "thead"
                | "ul"
        )
}

/// Whether the words in an element are not seen.
fn is_unseen(node: NodeRef<'_, Node>, element: &Element) -> bool {
    let never = matches!(
        element.name(),
        "audio"
            | "canvas"
            | "datalist"
            | "del"
            | "head"
            | "iframe"
            | "noembed"
            | "noframes"
            | "noscript"
            | "object"
            | "rp"
            | "s"
            | "script"
            | "strike"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "video"
    );
    let styled = || {
        let style: String = element.attr("style").unwrap_or_default().split_whitespace().collect();
        let style = style.to_ascii_lowercase();
        let struck =
            style.split(';').any(|part| part.starts_with("text-decoration") && part.contains("line-through"));
        style.contains("display:none") || style.contains("visibility:hidden") || struck
    };
    let closed = element.name() == "dialog" && element.attr("open").is_none();
    never || closed || element.attr("hidden").is_some() || styled() || is_note_mark(node, element)
}

/// Whether an element is the mark of a note: raised, short, and a link to a place on a page or words in brackets.
fn is_note_mark(node: NodeRef<'_, Node>, element: &Element) -> bool {
    /// `[citation needed]`, and not the rest of a page behind a tag that nobody closed.
    const MOST_LETTERS: usize = 20;
    if element.name() != "sup" {
        return false;
    }
    let texts = node.descendants().filter_map(|node| node.value().as_text());
    let words: String = texts.flat_map(|words| words.chars()).take(MOST_LETTERS + 1).collect();
    if words.chars().count() > MOST_LETTERS {
        return false;
    }
    let leads_to_place = |node: NodeRef<'_, Node>| {
        let element = node.value().as_element();
        element.is_some_and(|element| {
            element.name() == "a" && element.attr("href").is_some_and(|href| href.contains('#'))
        })
    };
    let in_brackets = words.trim().strip_prefix('[').is_some_and(|rest| rest.ends_with(']'));
    in_brackets || node.parent().is_some_and(leads_to_place) || node.descendants().any(leads_to_place)
}
