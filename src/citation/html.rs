//! What a style says → HTML: elements and classes, no inline styles, every word escaped.

use hayagriva::citationberg::{Display, FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use hayagriva::{ElemChild, ElemChildren, ElemMeta, Formatted};

use crate::text::escape;

/// A title that leads to the source's page.
#[derive(Clone, Copy)]
pub(super) struct LinkedTitle<'a> {
    /// The title.
    pub(super) title: &'a str,
    /// The page.
    pub(super) href: &'a str,
    /// What a link says that stands behind an entry whose style has changed the title.
    pub(super) source_page: &'a str,
}

/// Writes what a style says of one source.
pub(super) struct Writer<'a> {
    /// The year that the style was given, and the words to show for it.
    date_words: Option<&'a (String, String)>,
    /// The source's title and its page, until the title has become a link to it.
    title: Option<LinkedTitle<'a>>,
    /// Whether addresses are links. Within a citation, which is a link itself, they cannot be.
    addresses: bool,
    out: String,
}

impl<'a> Writer<'a> {
    /// For a citation.
    pub(super) fn citation(date_words: Option<&'a (String, String)>) -> Self {
        Self { date_words, title: None, addresses: false, out: String::new() }
    }

    /// For an entry, with the source's title and where its page is.
    pub(super) fn entry(date_words: Option<&'a (String, String)>, title: Option<LinkedTitle<'a>>) -> Self {
        Self { date_words, title, addresses: true, out: String::new() }
    }

    /// Write these.
    pub(super) fn children(&mut self, children: &ElemChildren) {
        for child in &children.0 {
            self.child(child);
        }
    }

    /// Write one.
    pub(super) fn child(&mut self, child: &ElemChild) {
        match child {
            ElemChild::Text(text) => self.text(text),
            ElemChild::Markup(words) => escape::push_text(&mut self.out, words),
            ElemChild::Link { text, url } if self.addresses && is_web(url) => {
                self.out.push_str("<a href=\"");
                self.out.push_str(&escape::attribute(&escape::address(url)));
                self.out.push_str("\">");
                self.formatted(text, &text.text);
                self.out.push_str("</a>");
            }
            ElemChild::Link { text, .. } => self.formatted(text, &text.text),
            ElemChild::Transparent { .. } => {}
            ElemChild::Elem(elem) => {
                let class = elem.display.map(|display| match display {
                    Display::Block => "csl-block",
                    Display::LeftMargin => "csl-left-margin",
                    Display::RightInline => "csl-right-inline",
                    Display::Indent => "csl-indent",
                });
                if let Some(class) = class {
                    self.out.push_str(&format!("<span class=\"{class}\">"));
                }
                match self.words_for_date(elem.meta.as_ref(), &elem.children) {
                    Some(words) => escape::push_text(&mut self.out, &words),
                    None => self.children(&elem.children),
                }
                if class.is_some() {
                    self.out.push_str("</span>");
                }
            }
        }
    }

    /// Write the field that stands in the margin of an entry: its number.
    pub(super) fn margin(&mut self, child: &ElemChild) {
        self.out.push_str("<span class=\"csl-left-margin\">");
        self.child(child);
        self.out.push_str("</span> ");
    }

    /// Write words of our own.
    pub(super) fn words(&mut self, words: &str) {
        escape::push_text(&mut self.out, words);
    }

    /// All that was written. A title that was not found, because the style has changed it, is followed by a link.
    pub(super) fn finish(mut self) -> String {
        if let Some(LinkedTitle { title, href, source_page }) = self.title.take() {
            self.out.push_str(" <a class=\"source-page\" href=\"");
            self.out.push_str(&escape::attribute(href));
            self.out.push_str("\" aria-label=\"");
            self.out.push_str(&escape::attribute(title));
            self.out.push_str("\">");
            escape::push_text(&mut self.out, source_page);
            self.out.push_str("</a>");
        }
        // The processor sets what stands between two parts also where the second is empty.
        self.out.trim().replace(",)", ")").replace(".”.", ".”")
    }

    /// The words in place of a year that stands for a date which the style cannot say. A letter that tells two years
    /// apart stays.
    fn words_for_date(&self, meta: Option<&ElemMeta>, children: &ElemChildren) -> Option<String> {
        let (year, words) = self.date_words.filter(|_| meta == Some(&ElemMeta::Date))?;
        let said = plain(children);
        let at = said.find(year.as_str())?;
        let (before, after) = (&said[..at], &said[at + year.len()..]);
        let only_year = !before.contains(|c: char| c.is_alphanumeric())
            && (after.chars().filter(|c| c.is_alphanumeric()).count() <= 2 || is_era(after));
        only_year.then(|| {
            let after = if is_era(after) { "" } else { after };
            format!("{before}{words}{after}")
        })
    }

    fn text(&mut self, text: &Formatted) {
        let Some(LinkedTitle { title, href, .. }) = self.title else {
            return self.formatted(text, &text.text);
        };
        let Some((start, end)) = place_of(title, &text.text) else { return self.formatted(text, &text.text) };
        self.title = None;
        self.formatted(text, &text.text[..start]);
        self.out.push_str("<a href=\"");
        self.out.push_str(&escape::attribute(href));
        self.out.push_str("\">");
        self.formatted(text, &text.text[start..end]);
        self.out.push_str("</a>");
        self.formatted(text, &text.text[end..]);
    }

    fn formatted(&mut self, format: &Formatted, words: &str) {
        if words.is_empty() {
            return;
        }
        let format = &format.formatting;
        let mut ends = Vec::new();
        let mut open = |out: &mut String, start: &str, end: &'static str| {
            out.push_str(start);
            ends.push(end);
        };
        if format.font_style != FontStyle::Normal {
            open(&mut self.out, "<em>", "</em>");
        }
        if format.font_weight == FontWeight::Bold {
            open(&mut self.out, "<strong>", "</strong>");
        }
        if format.font_variant == FontVariant::SmallCaps {
            open(&mut self.out, "<span class=\"small-caps\">", "</span>");
        }
        if format.text_decoration == TextDecoration::Underline {
            open(&mut self.out, "<span class=\"underlined\">", "</span>");
        }
        match format.vertical_align {
            VerticalAlign::Sup => open(&mut self.out, "<sup>", "</sup>"),
            VerticalAlign::Sub => open(&mut self.out, "<sub>", "</sub>"),
            VerticalAlign::None | VerticalAlign::Baseline => {}
        }
        escape::push_text(&mut self.out, words);
        ends.iter().rev().for_each(|end| self.out.push_str(end));
    }
}

/// The words alone.
pub(super) fn plain(children: &ElemChildren) -> String {
    let mut out = String::new();
    for child in &children.0 {
        match child {
            ElemChild::Text(text) | ElemChild::Link { text, .. } => out.push_str(&text.text),
            ElemChild::Markup(words) => out.push_str(words),
            ElemChild::Elem(elem) => out.push_str(&plain(&elem.children)),
            ElemChild::Transparent { .. } => {}
        }
    }
    out
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// "BC" or "AD" after a year.
fn is_era(after: &str) -> bool {
    let era = after.trim().trim_end_matches(')');
    !era.is_empty() && era.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Where a title stands in a text, whatever case the style has put it in.
fn place_of(title: &str, text: &str) -> Option<(usize, usize)> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter_map(|start| Some((start, start + length_of(title, &text[start..])?))).next()
}

/// How much of `text` is `title`, which it begins with.
fn length_of(title: &str, text: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    let mut title = title.chars().peekable();
    title.peek()?;
    let mut end = 0;
    for expected in title {
        let (at, c) = rest.next()?;
        if c != expected && !c.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
        end = at + c.len_utf8();
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_found_in_any_case() {
        assert_eq!(place_of("On the İ", "“On The İ.” "), Some((3, 12)));
        assert_eq!(place_of("Absent", "present"), None);
        assert_eq!(place_of("", "present"), None);
    }
}
