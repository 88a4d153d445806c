//! Plain Markdown: blocks, tables, lists, code, and what is simple among words.

use std::fmt::Write as _;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Tag, TagEnd};

use super::ContentsEntry;
use super::body::{Frame, Place, Renderer};
use super::document::{Document, level};
use super::escape;
use crate::parse::markdown::BodyEvent;

/// The table that is open.
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_rows: bool,
}

impl<'a> Renderer<'a> {
    /// Render Markdown; where to go on.
    pub(super) fn markdown(
        &mut self,
        frame: &mut Frame<'a>,
        document: &Document<'a>,
        index: usize,
        event: &Event<'a>,
    ) -> usize {
        match event {
            Event::Start(tag) => return self.start(frame, document, index, tag),
            Event::End(tag) => {
                if matches!(tag, TagEnd::BlockQuote(_))
                    && let Some((_, range)) = document.events.get(index)
                {
                    self.block_verdict(document, range.start);
                }
                self.end(*tag);
            }
            Event::Text(words) => self.quoted_text(document, index, words),
            Event::Code(words) => {
                let code = format!("<code>{}</code>", escape::text(words));
                self.html.push(&code);
            }
            Event::SoftBreak => self.html.push("\n"),
            Event::HardBreak => self.html.push("<br>\n"),
            Event::Rule => {
                self.html.end_words();
                self.html.push("<hr>");
            }
            Event::FootnoteReference(label) => self.footnote(frame, document, label),
            Event::TaskListMarker(done) => {
                let (class, key) =
                    if *done { ("task-done", "task-done") } else { ("task-open", "task-open") };
                let label = escape::attribute(self.words().get(key));
                let html =
                    format!("<span class=\"task-box {class}\" role=\"img\" aria-label=\"{label}\"></span> ");
                self.html.push(&html);
            }
            Event::InlineHtml(html) => self.raw_inline(document, html),
            Event::Html(html) => self.raw_block(document, html),
            // Mathematics is off.
            Event::InlineMath(words) | Event::DisplayMath(words) => self.html.text(words),
        }
        index + 1
    }

    fn start(
        &mut self,
        frame: &mut Frame<'a>,
        document: &Document<'a>,
        index: usize,
        tag: &Tag<'a>,
    ) -> usize {
        match tag {
            Tag::Paragraph => {
                let lone = matches!(document.event(index + 1), Some(BodyEvent::Embed { .. }))
                    && matches!(
                        document.event(index + 2),
                        Some(BodyEvent::Markdown(Event::End(TagEnd::Paragraph)))
                    );
                if lone && self.embed_block(frame, document, index + 1) {
                    return index + 3;
                }
                self.html.open_block("p", "<p>", "</p>");
            }
            Tag::Heading { level: written, .. } => {
                return self.start_heading(frame, document, index, level(*written));
            }
            Tag::BlockQuote(_) => self.html.open_block("blockquote", "<blockquote>", "</blockquote>"),
            Tag::CodeBlock(kind) => return self.code(document, index, kind),
            Tag::HtmlBlock => return self.html_block(document, index),
            Tag::List(None) => self.html.open_block("ul", "<ul>", "</ul>"),
            Tag::List(Some(1)) => self.html.open_block("ol", "<ol>", "</ol>"),
            Tag::List(Some(first)) => self.html.open_block("ol", &format!("<ol start=\"{first}\">"), "</ol>"),
            Tag::Item => {
                let task = (1..=2).any(|ahead| {
                    matches!(
                        document.event(index + ahead),
                        Some(BodyEvent::Markdown(Event::TaskListMarker(_)))
                    )
                });
                self.html.open_block("li", if task { "<li class=\"task\">" } else { "<li>" }, "</li>");
            }
            // Rendered beside the block that refers to it.
            Tag::FootnoteDefinition(_) => return document.block_end(index),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => {
                if let Some(table) = &mut self.table {
                    (table.column, table.in_head) = (0, true);
                }
                self.html.open("thead", "<thead><tr>", "</tr></thead>");
            }
            Tag::TableRow => {
                let first = self.table.as_mut().is_some_and(|table| {
                    table.column = 0;
                    !std::mem::replace(&mut table.has_rows, true)
                });
                if first {
                    self.html.open("tbody", "<tbody>", "</tbody>");
                }
                self.html.open("tr", "<tr>", "</tr>");
            }
            Tag::TableCell => self.start_cell(document, index),
            Tag::Emphasis => self.html.open("em", "<em>", "</em>"),
            Tag::Strong => self.html.open("strong", "<strong>", "</strong>"),
            Tag::Strikethrough => self.html.open("del", "<del>", "</del>"),
            Tag::Link { dest_url, link_type, title, .. } => {
                let email = matches!(link_type, pulldown_cmark::LinkType::Email);
                let address = if email { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                self.external(&address, title);
                if matches!(document.event(index + 1), Some(BodyEvent::Markdown(Event::End(TagEnd::Link)))) {
                    self.html.text(dest_url);
                }
            }
            // Images have become embeds or words; the others are off.
            _ => {}
        }
        index + 1
    }

    fn end(&mut self, tag: TagEnd) {
        let name = match tag {
            TagEnd::Paragraph => "p",
            TagEnd::Heading(_) => return self.end_heading(),
            TagEnd::BlockQuote(_) => "blockquote",
            TagEnd::List(true) => "ol",
            TagEnd::List(false) => "ul",
            TagEnd::Item => "li",
            TagEnd::Table => {
                self.table = None;
                "table"
            }
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.in_head = false;
                }
                "thead"
            }
            TagEnd::TableRow => "tr",
            TagEnd::TableCell => "cell",
            TagEnd::Emphasis => "em",
            TagEnd::Strong => "strong",
            TagEnd::Strikethrough => "del",
            TagEnd::Link => "link",
            _ => return,
        };
        self.html.close(name);
    }

    fn start_heading(
        &mut self,
        frame: &mut Frame<'a>,
        document: &Document<'a>,
        index: usize,
        written: u8,
    ) -> usize {
        let end = document.block_end(index);
        if end <= index + 2 {
            // Without words there is nothing to show, and nothing to read out.
            return end;
        }
        let known = document.heading(index);
        if frame.place == Place::Note {
            // A note is no part of the outline, but may be linked to.
            let id = known.filter(|_| frame.instance == 0);
            let start =
                id.map_or("<p>".to_owned(), |id| format!("<p id=\"{}\">", escape::attribute(&id.anchor)));
            self.html.open_block("heading", &start, "</p>");
            return index + 1;
        }
        let level = frame.levels.open(written);
        let ends = ["</h2>", "</h3>", "</h4>", "</h5>", "</h6>"];
        let tag_end = ends.get(usize::from(level).saturating_sub(2)).copied().unwrap_or("</h6>");
        match known.filter(|_| frame.place == Place::Page) {
            Some(heading) => {
                let start = format!("<h{level} id=\"{}\">", escape::attribute(&heading.anchor));
                self.html.open_block("heading", &start, tag_end);
                let text = self.plain(document, index + 1..end - 1);
                self.heading = Some(ContentsEntry { level, text, anchor: heading.anchor.clone() });
            }
            None => self.html.open_block("heading", &format!("<h{level}>"), tag_end),
        }
        index + 1
    }

    fn end_heading(&mut self) {
        if let Some(entry) = self.heading.take() {
            let link = format!(
                " <a class=\"heading-anchor\" href=\"#{}\" aria-label=\"{}\">#</a>",
                escape::attribute(&escape::fragment(&entry.anchor)),
                escape::attribute(&self.words().fill("heading-link", &[("heading", (&entry.text).into())]))
            );
            self.html.close_inside("heading");
            self.html.push(&link);
            if entry.level <= 3 {
                self.body.contents.push(entry);
            }
        }
        self.html.close("heading");
    }

    fn code(&mut self, document: &Document<'a>, index: usize, kind: &CodeBlockKind<'a>) -> usize {
        let end = document.block_end(index);
        let mut code = String::new();
        for (event, _) in document.events.get(index + 1..end).unwrap_or_default() {
            if let BodyEvent::Markdown(Event::Text(words)) = event {
                code.extend(words.chars().filter(|c| !escape::is_forbidden(*c)));
            }
        }
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', '\t', ',', '{']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        // What is no language's name may be a comment: nothing of it goes out.
        let is_name = language.chars().all(|c| c.is_alphanumeric() || "+-#._".contains(c));
        let language = if is_name { language } else { "" };
        let mut html = String::from("<pre class=\"code\" tabindex=\"0\"><code");
        if !language.is_empty() {
            let _ = write!(html, " class=\"language-{}\"", language.to_lowercase());
        }
        html.push('>');
        html.push_str(
            &self.material.highlighter.highlight(language, &code).unwrap_or_else(|| escape::text(&code)),
        );
        html.push_str("</code></pre>");
        self.html.end_words();
        self.html.push(&html);
        end
    }

    fn html_block(&mut self, document: &Document<'a>, index: usize) -> usize {
        let end = document.block_end(index);
        let mut html = String::new();
        for (event, _) in document.events.get(index + 1..end).unwrap_or_default() {
            if let BodyEvent::Markdown(Event::Html(line) | Event::InlineHtml(line) | Event::Text(line)) =
                event
            {
                html.push_str(line);
            }
        }
        self.raw_block(document, &html);
        end
    }

    fn start_table(&mut self, alignments: &[Alignment]) {
        self.tables += 1;
        let label = match self.tables {
            1 => self.words().get("table").to_owned(),
            nth => self.words().fill("table-nth", &[("number", nth.into())]),
        };
        let label = escape::attribute(&label);
        let start = format!(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>"
        );
        self.html.open_block("table", &start, "</table></div>");
        self.table =
            Some(Table { alignments: alignments.to_vec(), column: 0, in_head: false, has_rows: false });
    }

    fn start_cell(&mut self, document: &Document<'a>, index: usize) {
        let Some(table) = &mut self.table else { return };
        let class = match table.alignments.get(table.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::None) | None => "",
        };
        table.column += 1;
        let empty =
            matches!(document.event(index + 1), Some(BodyEvent::Markdown(Event::End(TagEnd::TableCell))));
        // A header without words heads nothing, and would be read out as if it did.
        if table.in_head && !empty {
            self.html.open("cell", &format!("<th scope=\"col\"{class}>"), "</th>");
        } else {
            self.html.open("cell", &format!("<td{class}>"), "</td>");
        }
    }
}
