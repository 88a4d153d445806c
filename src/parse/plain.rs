//! Fields that hold plain words: nothing in them is a link.
//!
//! A wikilink or a citation there would go out as it stands, with the name of what may be a private page. So it is
//! an error, and until it is mended only a label is shown of it.

use std::sync::Arc;

use super::fields::{Fields, Text};
use crate::text::{Diagnostic, rules};

/// What is shown for a link that brings no words of its own.
const HIDDEN: &str = "…";

impl Fields<'_> {
    /// A field that holds plain words.
    pub fn plain(&mut self, name: &str) -> Option<Text> {
        let text = self.text(name)?;
        Some(self.without_links(text, name))
    }

    /// A field that holds plain words or a list of them.
    pub fn plains(&mut self, name: &str) -> Vec<Text> {
        self.texts(name).into_iter().map(|text| self.without_links(text, name)).collect()
    }

    /// A field that holds plain words or a list of them, without those that hold a link: what is left of a tag would
    /// be another tag.
    pub fn plains_or_none(&mut self, name: &str) -> Vec<Text> {
        let written = self.texts(name);
        let plain = written.into_iter().map(|text| (text.text.clone(), self.without_links(text, name)));
        plain.filter(|(written, plain)| *written == plain.text).map(|(_, plain)| plain).collect()
    }

    /// The words without links, which are reported.
    pub fn without_links(&mut self, text: Text, name: &str) -> Text {
        let Some(words) = without_links(&text.text) else { return text };
        let diagnostic = Diagnostic::new(
            &rules::privacy::LINK_IN_TEXT_FIELD,
            format!("`{name}` holds a link, and only plain words can stand there"),
        )
        .at(self.path, text.span)
        .help("write the words that readers shall see, without `[[…]]` or `[@…]`")
        // Which page it names, and whether that one is private, is not known here.
        .private(true);
        self.links.push(diagnostic);
        Text { text: words, span: text.span }
    }
}

/// The words with every `[[link|label]]` replaced by its label and every `[[link]]` and `[@citation]` by an
/// ellipsis; `None` where there are none.
pub(super) fn without_links(text: &str) -> Option<Arc<str>> {
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some(start) = [rest.find("[["), rest.find("[@")].into_iter().flatten().min() {
        let close = if rest[start..].starts_with("[[") { "]]" } else { "]" };
        let Some(length) = rest[start + 2..].find(close) else {
            // What is never closed is no link, but what opens later may be.
            out.push_str(&rest[..start + 2]);
            rest = &rest[start + 2..];
            continue;
        };
        let inside = &rest[start + 2..start + 2 + length];
        let label = inside.split_once('|').filter(|_| close == "]]").map_or("", |(_, label)| label.trim());
        let safe = !label.is_empty() && !label.contains("[[") && !label.contains("[@");
        out.push_str(rest[..start].strip_suffix('!').unwrap_or(&rest[..start]));
        out.push_str(if safe { label } else { HIDDEN });
        rest = &rest[start + 2 + length + close.len()..];
        found = true;
    }
    out.push_str(rest);
    found.then(|| out.into())
}

#[cfg(test)]
mod tests {
    use super::without_links;

    #[test]
    fn of_a_link_only_its_label_is_left() {
        for (written, expected) in [
            ("plain [words] here", None),
            ("[[secret", None),
            ("a [[secret]] b", Some("a … b")),
            ("a [[secret|friend]] b", Some("a friend b")),
            ("![[secret]] and [@secret, p. 1].", Some("… and ….")),
            ("[[a|see [[secret]]", Some("…")),
            ("[[[[secret]]]]", Some("…]]")),
            ("[@open [[secret]]", Some("…]")),
            ("[[open [@secret]", Some("[[open …")),
        ] {
            assert_eq!(without_links(written).as_deref(), expected, "{written}");
        }
    }
}
