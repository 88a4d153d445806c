//! Front matter fields → typed values, with a place for every problem.
//!
//! A [`Fields`] hands out each field once, by name; what is left at the end is unknown. Comments are taken
//! out of every text, as in bodies.

use std::borrow::Cow;
use std::sync::Arc;

use super::value_comments::{end_at_open_comment, without_comments};
use super::yaml::{Key, Node, Value};
use crate::model::Settings;
use crate::model::date::EdtfDate;
use crate::text::{ContentPath, Diagnostic, Span, rules};

/// The fields of one file.
#[derive(Debug)]
pub struct Fields<'a> {
    pub(super) path: &'a ContentPath,
    fields: Vec<(Key, Node)>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Links where plain words belong; on a private page they do no harm.
    pub links: Vec<Diagnostic>,
    /// What was taken out: the name of each field and where it stands.
    pub read: Vec<(Arc<str>, Span)>,
}

/// A text and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What it says.
    pub text: Arc<str>,
    /// Where.
    pub span: Span,
}

impl<'a> Fields<'a> {
    /// The fields of the file at `path`.
    #[must_use]
    pub fn new(path: &'a ContentPath, mut fields: Vec<(Key, Node)>) -> Self {
        for (_, node) in &mut fields {
            end_at_open_comment(node);
        }
        Self { path, fields, diagnostics: Vec::new(), links: Vec::new(), read: Vec::new() }
    }

    /// Take out every private field at any depth, before anything else looks at them: the name of each and where it
    /// stands.
    pub fn withhold(&mut self, settings: &Settings) -> Vec<(Arc<str>, Span)> {
        let mut withheld = Vec::new();
        if !settings.private_fields.is_empty() {
            withhold(&mut self.fields, settings, &mut withheld);
        }
        withheld
    }

    /// Take a field out, whatever it holds. A field without a value counts as absent.
    pub fn take(&mut self, name: &str) -> Option<(Key, Node)> {
        self.take_even_empty(name).filter(|(_, node)| node.value != Value::Null)
    }

    /// Take a field out, even one without a value: an empty `private:` was meant to say something.
    pub fn take_even_empty(&mut self, name: &str) -> Option<(Key, Node)> {
        let at = self.fields.iter().position(|(key, _)| key.text == name)?;
        let (key, node) = self.fields.remove(at);
        self.read.push((key.text.as_str().into(), key.span));
        Some((key, node))
    }

    /// What nobody asked for.
    #[must_use]
    pub fn rest(&self) -> &[(Key, Node)] {
        &self.fields
    }

    /// A field that holds one text.
    pub fn text(&mut self, name: &str) -> Option<Text> {
        let (_, node) = self.take(name)?;
        self.scalar(&node, name)
    }

    /// A field that holds plain words, or the empty text.
    pub fn words(&mut self, name: &str) -> Arc<str> {
        self.plain(name).map(|text| text.text).unwrap_or_default()
    }

    /// A field that holds one text or a list of them.
    pub fn texts(&mut self, name: &str) -> Vec<Text> {
        match self.take(name) {
            None => Vec::new(),
            Some((_, Node { value: Value::List(items), .. })) => {
                items.iter().filter_map(|item| self.scalar(item, name)).collect()
            }
            Some((_, node)) => self.scalar(&node, name).into_iter().collect(),
        }
    }

    /// A field that holds a date.
    pub fn date(&mut self, name: &str) -> Option<EdtfDate> {
        let text = self.text(name)?;
        self.read_date(&text)
    }

    /// A field that holds a yes or a no.
    pub fn flag(&mut self, name: &str) -> Option<bool> {
        let text = self.text(name)?;
        let flag = yes_or_no(&text.text);
        if flag.is_none() {
            self.invalid(name, &text, "`true` or `false`");
        }
        flag
    }

    /// A field that holds one of some words, which `read` knows; `allowed` names them for the message.
    pub fn one_of<T>(
        &mut self,
        name: &str,
        allowed: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name)?;
        let value = read(&text.text);
        if value.is_none() {
            self.invalid(name, &text, allowed);
        }
        value
    }

    /// The text that a node holds.
    pub fn scalar(&mut self, node: &Node, name: &str) -> Option<Text> {
        match &node.value {
            Value::Scalar(text) => {
                let text = self.without_comments(text, node.span);
                Some(Text { text: text.trim().into(), span: node.span })
            }
            Value::Null => None,
            Value::List(_) => {
                self.wrong_shape(node.span, format!("`{name}` holds a list where one text belongs"), name);
                None
            }
            Value::Map(_) => {
                self.wrong_shape(node.span, format!("`{name}` holds a map where text belongs"), name);
                None
            }
        }
    }

    /// Report a value of the wrong shape where one text belongs.
    pub fn wrong_shape(&mut self, span: Span, message: String, name: &str) {
        let help = format!(
            "write `{name}: value`, with quotation marks around a value that holds `: ` or begins with `[`"
        );
        self.misshapen(span, message, help);
    }

    /// Report a value of the wrong shape, and say how it is written.
    pub fn misshapen(&mut self, span: Span, message: String, help: String) {
        let rule = &rules::front_matter::WRONG_SHAPE;
        self.diagnostics.push(Diagnostic::new(rule, message).at(self.path, span).help(help));
    }

    /// Report a value that is none of the allowed ones.
    pub fn invalid(&mut self, name: &str, text: &Text, allowed: &str) {
        let diagnostic = Diagnostic::new(
            &rules::front_matter::INVALID_VALUE,
            format!("`{}` is not a value of `{name}`", text.text),
        )
        .at(self.path, text.span)
        .help(format!("write {allowed}"));
        self.diagnostics.push(diagnostic);
    }

    fn without_comments<'t>(&mut self, text: &'t str, span: Span) -> Cow<'t, str> {
        let (text, open) = without_comments(text);
        if let Some((mark, close)) = open {
            let message = format!("this value opens a `{mark}` comment and never closes it");
            let diagnostic = Diagnostic::new(&rules::privacy::UNCLOSED_COMMENT, message)
                .at(self.path, span)
                .help(format!("close the comment with `{close}`"));
            self.diagnostics.push(diagnostic);
        }
        text
    }
}

fn withhold(fields: &mut Vec<(Key, Node)>, settings: &Settings, withheld: &mut Vec<(Arc<str>, Span)>) {
    fields.retain(|(key, _)| {
        let private = settings.is_private_field(&key.text);
        if private {
            withheld.push((key.text.as_str().into(), key.span));
        }
        !private
    });
    for (_, node) in fields {
        withhold_in(node, settings, withheld);
    }
}

fn withhold_in(node: &mut Node, settings: &Settings, withheld: &mut Vec<(Arc<str>, Span)>) {
    match &mut node.value {
        Value::Map(fields) => withhold(fields, settings, withheld),
        Value::List(items) => items.iter_mut().for_each(|item| withhold_in(item, settings, withheld)),
        Value::Scalar(_) | Value::Null => {}
    }
}

/// Any YAML spelling of yes and no, of any version, quoted or not.
#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "t" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "f" | "0" => Some(false),
        _ => None,
    }
}
