//! The first words of a stretch of a body, plain: for lists of what is not cited.

use pulldown_cmark::Event;

use super::links::name;
use crate::link::{Dossier, PublishedPage};
use crate::parse::markdown::{BodyEvent, body_events};

/// How many characters are shown, about.
const LENGTH: usize = 90;

/// The first words of a stretch of a published page's text, as readers of the page see them, without citations and
/// remarks; cut at a word.
#[must_use]
pub fn opening(dossier: &Dossier, page: &PublishedPage, range: std::ops::Range<usize>) -> String {
    let facts = page.facts();
    let text = page.parsed().body_text().get(range).unwrap_or_default();
    let mut words = String::new();
    for (event, _) in &body_events(text, facts.path.folder()).events {
        match event {
            BodyEvent::Markdown(Event::Text(text) | Event::Code(text)) => words.push_str(text),
            BodyEvent::Markdown(Event::SoftBreak | Event::HardBreak | Event::Start(_)) => words.push(' '),
            BodyEvent::LinkStart { to, labelled: false, .. } => {
                words.push_str(&name(dossier, facts, &to.target));
            }
            _ => {}
        }
        if words.chars().count() > 2 * LENGTH {
            break;
        }
    }
    cut(&words)
}

/// White space as one space, none before a full stop that a citation stood at, and no more than can be shown.
fn cut(words: &str) -> String {
    let mut out = String::new();
    for word in words.split_whitespace() {
        let joins = word.starts_with(['.', ',', ';', ':', '!', '?', ')']);
        if !out.is_empty() && !joins {
            out.push(' ');
        }
        if out.chars().count() + word.chars().count() > LENGTH {
            let room = LENGTH.saturating_sub(out.chars().count());
            if out.trim().is_empty() {
                out.extend(word.chars().take(room));
            }
            return format!("{}…", out.trim_end_matches([' ', '.', ',', ';', ':']));
        }
        out.push_str(word);
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
