//! Citations and wikilinks that open and are none, most because they never close: Markdown leaves them in the text as typed, and nobody sees that
//! they were meant as links.

use std::ops::Range;

use memchr::memchr2;
use pulldown_cmark::{Event, Tag, TagEnd};

use super::inline::is_inline;
use super::markdown::{BodyEvent, BodyProblem};

/// How many letters may stand before the `@` of what was meant as a citation: "see also".
const LONGEST_PREFIX: usize = 12;

/// What opens in these events and is none, or is not closed in its block.
pub(super) fn unclosed(
    events: &[(BodyEvent<'_>, Range<usize>)],
    text: &str,
) -> Vec<(BodyProblem, Range<usize>)> {
    let mut reader = Reader { text, ..Reader::default() };
    if memchr::memchr(b'[', text.as_bytes()).is_none() {
        return reader.found;
    }
    let mut in_code = false;
    for (event, range) in events {
        match event {
            BodyEvent::Markdown(Event::Text(words)) if !in_code && text[range.clone()] == **words => {
                reader.words(range);
            }
            BodyEvent::Markdown(Event::Start(Tag::CodeBlock(_))) => in_code = true,
            BodyEvent::Markdown(Event::End(TagEnd::CodeBlock)) => in_code = false,
            BodyEvent::Markdown(event) if !is_inline(event) => reader.end_of_block(),
            BodyEvent::CalloutStart(_) | BodyEvent::CalloutTitleEnd | BodyEvent::CalloutEnd => {
                reader.end_of_block();
            }
            _ => {}
        }
    }
    reader.end_of_block();
    reader.found
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    /// The brackets that are open in this block, the innermost last.
    open: Vec<Open>,
    found: Vec<(BodyProblem, Range<usize>)>,
}

struct Open {
    at: Range<usize>,
    meant: Meant,
}

/// What a bracket opens.
#[derive(Clone, Copy, PartialEq)]
enum Meant {
    Citation,
    /// A link that two brackets close, or one where the other has come.
    Link,
    HalfLink,
    /// Words in brackets.
    Words,
}

impl Reader<'_> {
    /// Words that stand in the text as they are. A bracket that is a link's is none of them.
    fn words(&mut self, range: &Range<usize>) {
        let mut at = range.start;
        while let Some(found) = memchr2(b'[', b']', &self.text.as_bytes()[at..range.end]) {
            let place = at + found;
            at = place + 1;
            if self.text.as_bytes()[place] == b']' {
                self.close();
            } else if !self.is_escaped(place) {
                self.open(place);
            }
        }
    }

    fn open(&mut self, place: usize) {
        let rest = &self.text[place + 1..];
        // To behind the name, however it may go on.
        let end = |name: &str| {
            let length = name.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'));
            self.text.len() - name.len() + length.unwrap_or(name.len())
        };
        if let Some(key) = cited(rest) {
            let at = place..end(key);
            return self.open.push(Open { at, meant: Meant::Citation });
        }
        let link_end = rest.starts_with(char::is_alphanumeric).then(|| end(rest));
        match (self.open.last_mut(), link_end) {
            (Some(open), Some(end)) if open.at == (place - 1..place) && open.meant == Meant::Words => {
                *open = Open { at: open.at.start..end, meant: Meant::Link };
            }
            _ => self.open.push(Open { at: place..place + 1, meant: Meant::Words }),
        }
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open { at, meant: Meant::Link }) => self.open.push(Open { at, meant: Meant::HalfLink }),
            // It is closed and yet no citation: there are brackets in it.
            Some(Open { at, meant: Meant::Citation }) => {
                self.found.push((BodyProblem::MalformedCitation, at))
            }
            _ => {}
        }
    }

    fn end_of_block(&mut self) {
        self.found.extend(self.open.drain(..).filter_map(|open| match open.meant {
            Meant::Citation => Some((BodyProblem::UnclosedCitation, open.at)),
            Meant::Link | Meant::HalfLink => Some((BodyProblem::UnclosedLink, open.at)),
            Meant::Words => None,
        }));
    }

    fn is_escaped(&self, place: usize) -> bool {
        let before = &self.text[..place];
        (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
    }
}

/// The key and all behind it, where what follows a bracket begins as a citation does: `@key`, `-@key`, `see @key`.
fn cited(rest: &str) -> Option<&str> {
    let at = rest.bytes().take(LONGEST_PREFIX).position(|byte| byte == b'@')?;
    let (prefix, key) = (&rest[..at], &rest[at + 1..]);
    let bare = prefix.strip_suffix('-').unwrap_or(prefix);
    let is_prefix = bare.is_empty()
        || bare.ends_with(' ') && bare.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '.');
    (is_prefix && key.starts_with(char::is_alphanumeric)).then_some(key)
}

#[cfg(test)]
mod tests {
    use crate::model::RawHtml;
    use crate::parse::markdown::{BodyProblem, body_events};

    fn found(text: &str) -> Vec<&str> {
        let problems = body_events(text, "content", RawHtml::default()).problems.into_iter();
        let unclosed = problems.filter(|(problem, _)| {
            use BodyProblem::{MalformedCitation, UnclosedCitation, UnclosedLink};
            matches!(problem, MalformedCitation | UnclosedCitation | UnclosedLink)
        });
        unclosed.map(|(_, range)| &text[range]).collect()
    }

    #[test]
    fn what_opens_and_never_closes_is_found_and_nothing_else() {
        for (text, expected) in [
            ("Words “quoted” [@s, p. 3 and the rest.", &["[@s"][..]),
            ("[see @s, p. 3\nand the rest.", &["[see @s"]),
            ("It is [[s and the rest.", &["[[s"]),
            ("It is [[s] and the rest.", &["[[s"]),
            ("It is [[s and the rest of [[ada]].", &["[[s"]),
            ("It is [@s and the rest of [@t].", &["[@s"]),
            ("> [!supports] [@s, p. 3\n> “words”", &["[@s"]),
            ("| a |\n|---|\n| [[s|words]] |", &["[[s"]),
            ("- [@s, p. 3\n- more]", &["[@s"]),
            ("a \\[@ada and \\[[ada and \\[\\[ada", &[]),
            ("write to a@example.org [or a@example.org", &[]),
            ("`[@s` and `[[s`\n\n```\n[@s\n[[s\n```\n\n    [[s\n", &[]),
            ("[@s] [[s]] [[s|words]] [words](a.md) [[…] words] [[sic] words] [sic", &[]),
            ("[@s, p. 3\nand p. 4] [[]] [[words](a.md)] [[s]](more)", &[]),
            ("[@s, p. 3 [sic]] and [@s, p. 3 [sic] and", &["[@s", "[@s"]),
            ("It is [[s and [[…] words]", &["[[s"]),
            ("\\\\[@s, p. 3", &["[@s"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in "[\\[\\]@a\\\\ é|\n`>*-]{0,30}") {
            let _ = found(&text);
        }
    }
}
