//! YAML text → a tree of nodes that know their places, for front matter.
//!
//! Scalars stay text as written: `no`, `007` and `2017-12-01` mean what their field takes them to mean, never what
//! a YAML reader guesses. Anchors, aliases, tags and further documents are refused: flat front matter needs none,
//! and they can make a few bytes into gigabytes.

use std::collections::HashSet;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as YamlSpan};

use crate::text::{Rule, Span, rules};

/// How deep front matter may be nested: a field, a list, a map of qualifiers, a list in it, and one to spare.
const MAX_DEPTH: usize = 6;

/// A YAML value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its place in the file; quotation marks belong to it.
    pub span: Span,
}

/// A YAML value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing: `key:`, `~` or `null`.
    Null,
    /// Text as written, without its quotation marks.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A map; keys as written with their places, in order.
    Map(Vec<(Key, Node)>),
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// As written.
    pub text: String,
    /// Its place in the file.
    pub span: Span,
}

/// Why a text is no front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlError {
    /// The rule it breaks.
    pub rule: &'static Rule,
    /// What is wrong.
    pub message: String,
    /// Where.
    pub span: Span,
    /// What to do; may be empty.
    pub help: String,
}

/// Read `text`, which begins at byte `offset` of its file.
///
/// # Errors
/// The first thing that is wrong, at its place in the file.
pub fn parse(text: &str, offset: usize) -> Result<Vec<(Key, Node)>, YamlError> {
    let mut reader = Reader { events: Parser::new_from_str(text), places: Places::new(text, offset) };
    let mut root = None;
    while let Some((event, span)) = reader.next()? {
        match event {
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd | Event::Nothing => {}
            Event::DocumentStart(_) if root.is_some() => {
                return Err(reader.refused("the front matter holds a second YAML document", span));
            }
            Event::DocumentStart(_) => {}
            event => root = Some(reader.node(event, span, 0)?),
        }
    }
    match root {
        None => Ok(Vec::new()),
        Some(Node { value: Value::Null, .. }) => Ok(Vec::new()),
        Some(Node { value: Value::Map(fields), .. }) => Ok(fields),
        Some(node) => Err(YamlError {
            rule: &rules::front_matter::YAML_SYNTAX,
            message: "the front matter is not a list of `field: value` lines".into(),
            span: node.span,
            help: "write one field on each line: `title: Ian Levy`".into(),
        }),
    }
}

/// How many quotation marks are looked at to find one that is not closed.
const MOST_MARKS: usize = 100;

struct Reader<'a> {
    events: Parser<'a, saphyr_parser::StrInput<'a>>,
    places: Places,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<Option<(Event<'a>, Span)>, YamlError> {
        match self.events.next_event() {
            None => Ok(None),
            Some(Ok((event, span))) => Ok(Some((event, self.places.span(&span)))),
            Some(Err(error)) => Err(self.syntax(&error)),
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, YamlError> {
        if depth > MAX_DEPTH {
            return Err(YamlError {
                rule: &rules::front_matter::YAML_TOO_DEEP,
                message: format!("the front matter is nested more than {MAX_DEPTH} levels deep"),
                span,
                help: "keep fields flat; a relation may hold one level of qualifiers".into(),
            });
        }
        match event {
            Event::Scalar(text, style, 0, None) => {
                let null =
                    style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let value = if null { Value::Null } else { Value::Scalar(text.into_owned()) };
                Ok(Node { value, span })
            }
            Event::SequenceStart(0, None) => self.list(span, depth),
            Event::MappingStart(0, None) => self.map(span, depth),
            Event::Alias(_) => Err(self.refused("the front matter uses a YAML alias", span)),
            _ => Err(self.refused("the front matter uses a YAML anchor or tag", span)),
        }
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node, YamlError> {
        let mut items = Vec::new();
        while let Some((event, span)) = self.next()? {
            if event == Event::SequenceEnd {
                let end = items
                    .last()
                    .map_or(span.end, |item: &Node| item.span.end.max(span.end.min(item.span.end + 1)));
                return Ok(Node { value: Value::List(items), span: Span { start: start.start, end } });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
        Ok(Node { value: Value::List(items), span: start })
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Node, YamlError> {
        let mut fields: Vec<(Key, Node)> = Vec::new();
        let mut seen = HashSet::new();
        while let Some((event, span)) = self.next()? {
            if event == Event::MappingEnd {
                let end = fields.last().map_or(span.end, |(_, node)| node.span.end);
                return Ok(Node { value: Value::Map(fields), span: Span { start: start.start, end } });
            }
            let key = match self.node(event, span, depth + 1)? {
                Node { value: Value::Scalar(text), span } => Key { text, span },
                Node { span, .. } => {
                    return Err(YamlError {
                        rule: &rules::front_matter::YAML_SYNTAX,
                        message: "the name of a field is missing or not plain text".into(),
                        span,
                        help: String::new(),
                    });
                }
            };
            if !seen.insert(key.text.clone()) {
                return Err(YamlError {
                    rule: &rules::front_matter::DUPLICATE_FIELD,
                    message: format!("the field `{}` stands here a second time", key.text),
                    span: key.span,
                    help: "keep one of them; for several values write a list: `[one, two]`".into(),
                });
            }
            let Some((event, span)) = self.next()? else { break };
            let node = self.node(event, span, depth + 1)?;
            fields.push((key, node));
        }
        Ok(Node { value: Value::Map(fields), span: start })
    }

    fn refused(&self, message: &str, span: Span) -> YamlError {
        YamlError {
            rule: &rules::front_matter::YAML_ALIAS,
            message: message.into(),
            span,
            help: "write the value out; quote text that begins with `&`, `*` or `!`".into(),
        }
    }

    fn syntax(&self, error: &ScanError) -> YamlError {
        let at = self.places.byte(error.marker().index());
        let open_quote = || {
            let of_quotes = error.info().contains("quoted scalar");
            of_quotes.then(|| self.places.open_quote_before(at)).flatten()
        };
        let (place, message, help) = if let Some(tab) = self.places.tab_near(at) {
            let help = "use spaces, or nothing where the line has the same rank as the one before";
            (tab, "a line begins with a tab", help)
        } else if let Some(mark) = open_quote() {
            (mark, "this quotation mark is opened and never closed", "close it at the end of the value")
        } else {
            (self.places.character(at), error.info(), self.places.quoting_help(at))
        };
        YamlError {
            rule: &rules::front_matter::YAML_SYNTAX,
            message: format!("the front matter is not valid YAML: {message}"),
            span: Span::from(place).shifted(self.places.offset),
            help: help.into(),
        }
    }
}

/// The YAML reader counts characters; files are counted in bytes.
struct Places {
    text: String,
    offset: usize,
    /// Byte offset of each character, where the text is not ASCII throughout.
    bytes: Option<Vec<usize>>,
}

impl Places {
    fn new(text: &str, offset: usize) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Self { text: text.to_owned(), offset, bytes }
    }

    fn byte(&self, character: usize) -> usize {
        match &self.bytes {
            None => character.min(self.text.len()),
            Some(bytes) => bytes.get(character).copied().unwrap_or(self.text.len()),
        }
    }

    fn span(&self, span: &YamlSpan) -> Span {
        let (start, end) = (self.byte(span.start.index()), self.byte(span.end.index()));
        Span::new(self.offset + start, self.offset + end)
    }

    fn line_around(&self, at: usize) -> Range<usize> {
        let start = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline);
        start..end
    }

    /// A whole character; at the end the line break behind it.
    fn character(&self, at: usize) -> Range<usize> {
        at..at + self.text[at..].chars().next().map_or(1, char::len_utf8)
    }

    /// A tab at the beginning of the line that cannot be read, or of the next: what is set in by one goes on with the
    /// value above, and there the reader gives up.
    fn tab_near(&self, at: usize) -> Option<Range<usize>> {
        let line = self.line_around(at);
        let next = self.line_around((line.end + 1).min(self.text.len()));
        [line, next].into_iter().find_map(|line| {
            let words = &self.text[line.clone()];
            let blank = &words[..words.len() - words.trim_start().len()];
            blank.find('\t').map(|tab| self.character(line.start + tab))
        })
    }

    /// The quotation mark that opens the last value up to here and is not closed on its line.
    fn open_quote_before(&self, at: usize) -> Option<Range<usize>> {
        let until = self.line_around(at).end;
        let marks = self.text[..until].rmatch_indices(['"', '\'']).map(|(mark, _)| mark);
        let mut starts = marks.take(MOST_MARKS);
        starts.find_map(|mark| {
            let line = self.line_around(mark);
            let before = self.text[line.start..mark].trim_end();
            let opens = before.is_empty() || before.ends_with([':', '-', '[', ',']);
            let closed = self.text[mark + 1..line.end].contains(&self.text[mark..=mark]);
            (opens && !closed).then(|| self.character(mark))
        })
    }

    /// What to do about a line that holds what it may hold in quotation marks alone.
    fn quoting_help(&self, at: usize) -> &'static str {
        if self.text[self.line_around(at)].matches(": ").count() > 1 {
            "put quotation marks around a value that holds `: `"
        } else {
            "put quotation marks around values that hold `: ` or ` #`, or begin with a special character"
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn scalars_stay_as_written_and_know_their_place() {
        let text = "título: Ián\npublish: no\ndate: 2017-12-01\nlist: [a, \"b c\"]\n";
        let fields = parse(text, 10).unwrap();
        let words = |node: &Node| {
            text[node.span.shifted(0).range().start - 10..node.span.range().end - 10].to_owned()
        };
        assert_eq!(fields[0].1.value, Value::Scalar("Ián".into()));
        assert_eq!(words(&fields[0].1), "Ián");
        assert_eq!(fields[1].1.value, Value::Scalar("no".into()));
        assert_eq!(words(&fields[2].1), "2017-12-01");
        let Value::List(items) = &fields[3].1.value else { panic!() };
        assert_eq!(words(&items[1]), "\"b c\"");
    }

    #[test]
    fn what_is_wrong_is_a_whole_character() {
        let text = "a: \"b\" é\n";
        let span = parse(text, 0).unwrap_err().span.range();
        assert_eq!(&text[span], "é");
    }

    #[test]
    fn what_is_wrong_is_told_where_it_stands() {
        let at = |text: &str| {
            let error = parse(text, 0).unwrap_err();
            (error.span.start, error.message, error.help)
        };
        for (text, place, words) in [
            ("title: T\nborn: 1970\n\tdied: 1980\n", 20, "a line begins with a tab"),
            ("a:\n\tb: c\n", 3, "a line begins with a tab"),
            ("title: T\nsummary: \"He left\nborn: 1970\n", 18, "never closed"),
            ("- 'x'\n- 'y\nz: \"w\"\n", 8, "never closed"),
        ] {
            let (found, message, _) = at(text);
            assert!(message.contains(words), "{text:?}: {message}");
            assert_eq!(found, place, "{text:?}");
        }
        assert!(at("a: b: c\n").2.contains("quotation marks around a value"));
    }

    #[test]
    fn what_can_explode_or_hide_is_refused() {
        for (text, rule) in [
            ("a: &x [1]\nb: *x\n", "yaml-alias"),
            ("a: !!str x\n", "yaml-alias"),
            ("a: 1\n---\nb: 2\n", "yaml-alias"),
            ("a: 1\na: 2\n", "duplicate-field"),
            ("a: {b: {c: {d: {e: {f: {g: {h: 1}}}}}}}\n", "yaml-too-deep"),
            ("a: b: c\n", "yaml-syntax"),
            ("- a\n- b\n", "yaml-syntax"),
            ("a:\n\tb: c\n", "yaml-syntax"),
        ] {
            assert_eq!(parse(text, 0).unwrap_err().rule.name, rule, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_places_lie_in_the_text(text in "[a-c:{}\\[\\],'\"&*!|>\\-# \t\né%@]{0,60}") {
            if let Err(error) = parse(&text, 0) {
                let closed = format!("{text}\n");
                prop_assert!(closed.get(error.span.range()).is_some(), "{:?}", error.span);
            }
        }
    }
}
