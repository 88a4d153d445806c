//! The first words of a stretch of a body, plain: for lists of what is not cited.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::links::name;
use crate::link::{Dossier, PublishedPage};
use crate::parse::markdown::BodyEvent;

/// How many characters are shown, about.
const LENGTH: usize = 90;

/// The first words of a stretch of a published page's text, as readers of the page see them, without citations and
/// remarks; cut at a word.
#[must_use]
pub fn opening(dossier: &Dossier, page: &PublishedPage, range: &Range<usize>) -> String {
    let (facts, parsed) = (page.facts(), page.parsed());
    let mut words = String::with_capacity(4 * LENGTH);
    for event in parsed.events.within(range, parsed.body_text()) {
        match event {
            BodyEvent::Markdown(Event::Text(text) | Event::Code(text)) => words.push_str(&text),
            BodyEvent::Markdown(Event::SoftBreak | Event::HardBreak) => words.push(' '),
            BodyEvent::Markdown(Event::Start(Tag::TableCell)) if !words.is_empty() => words.push_str(" | "),
            // The words of two blocks do not run together.
            BodyEvent::Markdown(Event::Start(_)) if event.boundary().is_some() => words.push(' '),
            BodyEvent::LinkStart { to, labelled: false, .. } => {
                words.push_str(&name(dossier, facts, &to.target));
            }
            _ => {}
        }
        if words.len() > 2 * LENGTH && words.chars().count() > 2 * LENGTH {
            break;
        }
    }
    cut(&words)
}

/// White space as one space, none before a full stop that a citation stood at, and no more than can be shown.
fn cut(words: &str) -> String {
    let mut out = String::with_capacity(2 * LENGTH);
    let mut length = 0;
    for word in words.split_whitespace() {
        let joins = word.starts_with(['.', ',', ';', ':', '!', '?', ')']);
        if !out.is_empty() && !joins {
            out.push(' ');
            length += 1;
        }
        let word_length = word.chars().count();
        if length + word_length > LENGTH {
            if out.trim().is_empty() {
                out.extend(word.chars().take(LENGTH.saturating_sub(length)));
            }
            return format!("{}…", out.trim_end_matches([' ', '.', ',', ';', ':']));
        }
        out.push_str(word);
        length += word_length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn words_are_cut_between_words() {
        assert_eq!(cut("  One  two ."), "One two.");
        assert_eq!(cut(&"word ".repeat(30)), format!("{}…", "word ".repeat(18).trim_end()));
        assert_eq!(cut(&"字".repeat(200)), format!("{}…", "字".repeat(90)));
    }
}
