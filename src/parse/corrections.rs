//! `corrections:` and `replies:` in front matter → [`Correction`]s and [`Reply`]s: a map, or a list of maps.

use std::sync::Arc;

use super::facts::{Answer, Correction, MentionKey, MentionRole, Reply};
use super::fields::{Fields, Text};
use super::page::PageReader;
use super::relations::{RelationReader, link};
use super::suggest::nearest;
use super::target::{Destination, Target};
use super::yaml::{Key, Node, Value};
use crate::text::{Diagnostic, Rule, Span, rules};

const OF_CORRECTIONS: [&str; 3] = ["date", "what", "why"];
const OF_REPLIES: [&str; 6] = ["by", "asked", "date", "text", "declined", "sources"];

impl<'a> PageReader<'a> {
    pub(super) fn corrections(&mut self) -> Vec<Correction> {
        let mut corrections = Vec::new();
        for (start, mut inner) in self.maps("corrections", "{date: 2026-11-20, what: …, why: …}") {
            let dated = inner.text("date");
            let date = dated.as_ref().and_then(|text| inner.read_date(text));
            let what = inner.words("what");
            let why = inner.words("why");
            let rule = &rules::review::INCOMPLETE_CORRECTION;
            if dated.is_none() {
                self.report(rule, start, "this correction has no `date`", "say when the page was corrected");
            }
            if what.is_empty() {
                self.report(rule, start, "this correction does not say `what` changed", "say what was wrong");
            }
            self.finish(inner, "a correction", &OF_CORRECTIONS);
            if let Some(date) = date.filter(|_| !what.is_empty()) {
                self.placed("corrections", corrections.len(), "date", dated.as_ref());
                corrections.push(Correction { date, what, why });
            }
        }
        corrections
    }

    pub(super) fn replies(&mut self) -> Vec<Reply> {
        let mut replies = Vec::new();
        for (start, mut inner) in self.maps("replies", "{by: some-id, asked: 2026-11-02, text: …}") {
            let by = inner.text("by").filter(|by| !by.text.is_empty());
            let (asked_text, date_text) = (inner.text("asked"), inner.text("date"));
            let asked = asked_text.as_ref().and_then(|text| inner.read_date(text));
            let date = date_text.as_ref().and_then(|text| inner.read_date(text));
            let text = inner.words("text");
            let unsaid = inner.diagnostics.len();
            let declined = inner.flag("declined").unwrap_or(false);
            let sources = inner.take("sources");
            // A reply that is there and cannot be read must never become "has not replied".
            let readable =
                inner.diagnostics.len() == unsaid && inner.rest().is_empty() && date_text.is_none();
            self.finish(inner, "a reply", &OF_REPLIES);
            let rule = &rules::review::UNCLEAR_REPLY;
            let answer = match (text.is_empty(), declined) {
                (true, true) => Answer::Declined,
                (false, false) => Answer::Text(text),
                (true, false) => {
                    if asked_text.is_none() || !readable {
                        let help =
                            "write their words as `text:`, or `declined: true`, or when they were `asked:`";
                        self.report(rule, start, "this reply has no `text`", help);
                        continue;
                    }
                    Answer::None
                }
                (false, true) => {
                    let message = "this reply has a `text` and is `declined` all the same";
                    self.report(rule, start, message, "keep one of them");
                    Answer::Text(text)
                }
            };
            let Some(by) = by else {
                self.report(rule, start, "this reply does not say `by` whom", "name who was asked");
                continue;
            };
            let by = self.replying(&by);
            let sources = sources.map(|(_, node)| self.reply_sources(&node)).unwrap_or_default();
            self.placed("replies", replies.len(), "asked", asked_text.as_ref());
            self.placed("replies", replies.len(), "date", date_text.as_ref());
            replies.push(Reply { by, asked, date, answer, sources });
        }
        replies
    }

    /// The maps of a field, each with where it begins.
    fn maps(&mut self, name: &str, form: &str) -> Vec<(Span, Fields<'a>)> {
        let Some((_, node)) = self.fields.take(name) else { return Vec::new() };
        let items = match node.value {
            Value::List(items) => items,
            _ => vec![node],
        };
        let mut maps = Vec::new();
        for Node { value, span } in items {
            match value {
                Value::Map(pairs) => {
                    let start = pairs.first().map_or(span, |(Key { span, .. }, _)| *span);
                    maps.push((start, Fields::new(&self.file.path, pairs)));
                }
                Value::Null => {}
                Value::Scalar(_) | Value::List(_) => self.fields.misshapen(
                    span,
                    format!("an entry of `{name}` is no map"),
                    format!("write `{name}: {form}`, or a list of such entries"),
                ),
            }
        }
        maps
    }

    /// Who replies: a page, or plain words.
    fn replying(&mut self, by: &Text) -> MentionKey {
        let (mut to, mut labelled) = link(&by.text);
        if let Target::Name(name) = &to.target {
            let words = Text { text: name.clone(), span: by.span };
            let plain = self.fields.without_links(words, "by");
            if plain.text != *name {
                to = Destination { target: Target::Name(plain.text), heading: None };
                labelled = true;
            }
        }
        self.mentions.add(to, MentionRole::Reply, labelled, by.span)
    }

    fn reply_sources(&mut self, node: &Node) -> Vec<super::facts::WrittenCitation> {
        let (fields, mentions) = (&mut self.fields, &mut self.mentions);
        RelationReader { path: &self.file.path, fields, mentions }.sources(node)
    }

    /// Report what is left of an entry, and keep what was wrong in it.
    fn finish(&mut self, mut inner: Fields<'a>, of: &str, known: &[&'static str]) {
        for (key, _) in inner.rest().to_vec() {
            let message = format!("`{}` is not a field of {of}", key.text);
            let diagnostic =
                Diagnostic::new(&rules::front_matter::UNKNOWN_FIELD, message).at(&self.file.path, key.span);
            let help = match nearest(&key.text, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let names = known.iter().map(|name| format!("`{name}`"));
                    format!("its fields are {}", names.collect::<Vec<_>>().join(", "))
                }
            };
            inner.diagnostics.push(diagnostic.help(help));
        }
        self.fields.diagnostics.append(&mut inner.diagnostics);
        self.fields.links.append(&mut inner.links);
    }

    fn report(&mut self, rule: &'static Rule, span: Span, message: &str, help: &str) {
        self.fields.diagnostics.push(Diagnostic::new(rule, message).at(&self.file.path, span).help(help));
    }

    /// Remember where a field of an entry stands: `corrections.0.date`.
    fn placed(&mut self, list: &str, index: usize, name: &str, text: Option<&Text>) {
        let name: Arc<str> = format!("{list}.{index}.{name}").into();
        self.fields.read.extend(text.map(|text| (name, text.span)));
    }
}
