//! Relation fields → [`WrittenRelation`]s: short forms, long forms, lists of either.

use std::sync::Arc;

use super::citation::parse_source;
use super::facts::{MentionRole, WrittenCitation, WrittenRelation};
use super::fields::{Fields, Text};
use super::mentions::Mentions;
use super::page::ParsedPage;
use super::quotation::Quotation;
use super::suggest::nearest;
use super::target::{Destination, Target, wikilink};
use super::yaml::{Node, Value};
use crate::model::{Derivation, RelationId};
use crate::text::{ContentPath, Diagnostic, Span, rules};

/// What the long form of any relation may hold.
const QUALIFIERS: [&str; 10] =
    ["to", "role", "from", "until", "note", "sources", "locator", "quote", "translation", "translator"];

/// Who says that a source rests on another.
const DERIVATION: &str = "derivation";
/// That a source has a claim at first hand.
const FIRST_HAND: &str = "first_hand";

/// What the long form of this relation alone may hold besides.
fn own_qualifier(relation: &RelationId) -> Option<&'static str> {
    match relation.as_str() {
        "based_on" => Some(DERIVATION),
        "reported_by" | "supported_by" => Some(FIRST_HAND),
        _ => None,
    }
}

/// Reads relation fields of one file.
pub(super) struct RelationReader<'r, 'a> {
    pub(super) path: &'a ContentPath,
    pub(super) fields: &'r mut Fields<'a>,
    pub(super) mentions: &'r mut Mentions,
}

impl<'a> RelationReader<'_, 'a> {
    /// All relations that one field holds.
    pub(super) fn read(&mut self, relation: &RelationId, node: &Node) -> Vec<WrittenRelation> {
        match &node.value {
            Value::List(items) if is_unquoted_wikilink(node) => self.unquoted(relation, items, node),
            Value::List(items) => items.iter().filter_map(|item| self.one(relation, item)).collect(),
            _ => self.one(relation, node).into_iter().collect(),
        }
    }

    /// The sources that a field or qualifier names.
    pub(super) fn sources(&mut self, node: &Node) -> Vec<WrittenCitation> {
        let items = match &node.value {
            Value::List(items) if !is_unquoted_wikilink(node) => items.iter().collect(),
            _ => vec![node],
        };
        items.into_iter().filter_map(|item| self.source(item)).collect()
    }

    fn source(&mut self, node: &Node) -> Option<WrittenCitation> {
        if let Value::Map(pairs) = &node.value {
            let mut inner = Fields::new(self.path, pairs.clone());
            let id = inner.text("id").or_else(|| inner.text("source")).or_else(|| inner.text("to"));
            let locator = inner.words("locator");
            for (key, _) in inner.rest().to_vec() {
                let message = format!("`{}` says nothing of a source that is cited", key.text);
                let diagnostic = Diagnostic::new(&rules::front_matter::UNKNOWN_FIELD, message);
                let help = match nearest(&key.text, ["id", "locator"].into_iter()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "write `{id: some-source, locator: p. 3}`".to_owned(),
                };
                inner.diagnostics.push(diagnostic.at(self.path, key.span).help(help));
            }
            self.fields.diagnostics.append(&mut inner.diagnostics);
            self.fields.links.append(&mut inner.links);
            let Some(id) = id else {
                self.fields.wrong_shape(node.span, "this source has no `id`".into(), "sources");
                return None;
            };
            let item = parse_source(&id.text);
            let source = self.mentions.add_name(&item.key, MentionRole::Citation, id.span);
            return Some(WrittenCitation { source, locator });
        }
        let text = self.link_text(node, "sources")?;
        let item = parse_source(&text.text);
        let source = self.mentions.add_name(&item.key, MentionRole::Citation, text.span);
        let locator = Text { text: item.locator, span: text.span };
        let locator = self.fields.without_links(locator, "sources").text;
        Some(WrittenCitation { source, locator })
    }

    fn one(&mut self, relation: &RelationId, node: &Node) -> Option<WrittenRelation> {
        match &node.value {
            Value::Map(_) => self.long(relation, node),
            Value::List(items) if is_unquoted_wikilink(node) => self.unquoted(relation, items, node).pop(),
            Value::Null => None,
            _ => {
                let text = self.link_text(node, relation.as_str())?;
                Some(self.short(relation, &text))
            }
        }
    }

    fn short(&mut self, relation: &RelationId, text: &Text) -> WrittenRelation {
        let (mut to, mut labelled) = link(&text.text);
        if let Target::Name(name) = &to.target {
            // Words around a link, or several links, are no name: an author without a page would be shown by them.
            let words = Text { text: name.clone(), span: text.span };
            let plain = self.fields.without_links(words, relation.as_str());
            if plain.text != *name {
                to = Destination { target: Target::Name(plain.text), heading: None };
                labelled = true;
            }
        }
        let to = self.mentions.add(to, MentionRole::Relation(relation.clone()), labelled, text.span);
        WrittenRelation {
            relation: relation.clone(),
            to,
            role: "".into(),
            from: None,
            until: None,
            note: "".into(),
            quote: "".into(),
            translation: "".into(),
            translator: "".into(),
            sources: Vec::new(),
            derivation: Derivation::default(),
            first_hand: false,
        }
    }

    fn long(&mut self, relation: &RelationId, node: &Node) -> Option<WrittenRelation> {
        let Value::Map(pairs) = &node.value else { return None };
        let mut inner = Fields::new(self.path, pairs.clone());
        let Some(to) = inner.text("to") else {
            self.fields.misshapen(
                node.span,
                format!("this `{relation}` does not say `to` whom"),
                format!(
                    "write `{relation}: {{to: some-id, role: …}}`, or only the id: `{relation}: some-id`"
                ),
            );
            return None;
        };
        let role = inner.words("role");
        let from = inner.text("from").and_then(|text| inner.read_date(&text));
        // `until: ..` says that it goes on: there is no end to show.
        let end = inner.text("until").filter(|text| &*text.text != "..");
        let until = end.as_ref().and_then(|text| inner.read_date(text));
        if let (Some(from), Some(until), Some(text)) = (&from, &until, &end) {
            inner.in_order(("from", from), ("until", until), text);
        }
        let note = inner.words("note");
        let locator = inner.words("locator");
        let quote = inner.words("quote");
        let translation = inner.words("translation");
        let translator = inner.words("translator");
        let sources = inner.take("sources");
        let own = own_qualifier(relation);
        let derivation = (own == Some(DERIVATION)).then(|| inner.text(DERIVATION)).flatten();
        let derived = derivation.as_ref().and_then(|text| {
            let read = Derivation::from_word(&text.text);
            if read.is_none() {
                inner.invalid(DERIVATION, text, "`stated`, where the source says so itself, or `assessed`");
            }
            read
        });
        let first_hand = own == Some(FIRST_HAND) && inner.flag(FIRST_HAND).unwrap_or(false);
        for (key, _) in inner.rest().to_vec() {
            let mut diagnostic = Diagnostic::new(
                &rules::front_matter::UNKNOWN_FIELD,
                format!("`{}` does not qualify a relation", key.text),
            )
            .at(self.path, key.span);
            if let Some(near) = nearest(&key.text, QUALIFIERS.into_iter().chain(own)) {
                diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
            }
            inner.diagnostics.push(diagnostic);
        }
        self.fields.diagnostics.append(&mut inner.diagnostics);
        self.fields.links.append(&mut inner.links);
        let mut written = self.short(relation, &to);
        written.sources = sources.map(|(_, node)| self.sources(&node)).unwrap_or_default();
        let quoting = !locator.is_empty() || !quote.is_empty();
        if quoting && written.sources.is_empty() {
            let shown_by = match shows_it(relation) {
                Shows::Target if !locator.is_empty() => Some(written.to.clone()),
                Shows::Writer => {
                    let here = Destination { target: Target::Here, heading: None };
                    Some(self.mentions.add(here, MentionRole::Citation, false, to.span))
                }
                Shows::Target | Shows::Nobody => None,
            };
            written.sources.extend(shown_by.map(|source| WrittenCitation { source, locator }));
        }
        let derivation_place = derivation.map_or(node.span, |text| text.span);
        let derivation = derived.unwrap_or_default();
        let written = WrittenRelation {
            role,
            from,
            until,
            note,
            quote,
            translation,
            translator,
            derivation,
            first_hand,
            ..written
        };
        self.grounds(&written, derivation_place);
        Some(written)
    }

    /// What the editors assess needs grounds, or a reader can only believe it.
    fn grounds(&mut self, written: &WrittenRelation, span: Span) {
        if written.derivation == Derivation::Assessed && written.note.is_empty() && written.sources.is_empty()
        {
            let diagnostic = Diagnostic::new(
                &rules::evidence::DERIVATION_WITHOUT_GROUNDS,
                "this derivation is assessed by the editors, and nothing says on what grounds",
            )
            .at(self.path, span)
            .help("add a `note` that gives the grounds, or `sources` that show them");
            self.fields.diagnostics.push(diagnostic);
        }
    }

    fn unquoted(&mut self, relation: &RelationId, items: &[Node], node: &Node) -> Vec<WrittenRelation> {
        let words: Vec<Text> = items
            .iter()
            .filter_map(|item| match &item.value {
                Value::List(inner) => {
                    inner.first().and_then(|name| self.fields.scalar(name, relation.as_str()))
                }
                _ => None,
            })
            .collect();
        if let Some(first) = words.first() {
            let name: &Arc<str> = &first.text;
            let diagnostic = Diagnostic::new(
                &rules::front_matter::UNQUOTED_WIKILINK,
                format!("the wikilink to `{name}` stands without quotation marks"),
            )
            .at(self.path, node.span)
            .help(format!("write `{relation}: \"[[{name}]]\"`"));
            self.fields.diagnostics.push(diagnostic);
        }
        words.iter().map(|text| self.short(relation, text)).collect()
    }

    fn link_text(&mut self, node: &Node, name: &str) -> Option<Text> {
        if let Value::List(items) = &node.value
            && is_unquoted_wikilink(node)
            && let Some(Node { value: Value::List(inner), .. }) = items.first()
            && let Some(first) = inner.first()
        {
            return self.fields.scalar(first, name);
        }
        self.fields.scalar(node, name)
    }
}

/// A link in front matter: `[[name]]`, `[[name|label]]` or a bare name; and whether it has words of its own.
pub(super) fn link(written: &str) -> (Destination, bool) {
    match written.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
        Some(inside) => match inside.split_once('|') {
            Some((name, _)) => (wikilink(name), true),
            None => (wikilink(inside), false),
        },
        // A bare name is its own words: an author without a page is shown by them.
        None => (wikilink(written), true),
    }
}

/// The words that a page's relations quote.
pub(super) fn quotations(page: &ParsedPage) -> Vec<Quotation> {
    let quoting = page.facts.relations.iter().filter(|relation| !relation.quote.is_empty());
    let of_relation = |relation: &Arc<WrittenRelation>| {
        let place = page.place(&relation.to);
        let words = relation.quote.clone();
        let sources = relation.sources_quoted().into_iter();
        sources.map(move |source| Quotation { words: words.clone(), source, place })
    };
    quoting.flat_map(of_relation).collect()
}

impl WrittenRelation {
    /// The sources that the words are from which it quotes: those that it names, or its target where that is a source
    /// itself.
    #[must_use]
    pub fn sources_quoted(&self) -> Vec<WrittenCitation> {
        match self.sources.as_slice() {
            [] if shows_it(&self.relation) == Shows::Target => {
                vec![WrittenCitation { source: self.to.clone(), locator: "".into() }]
            }
            named => named.to_vec(),
        }
    }
}

/// Which end of a relation shows it by its own words, so that a locator says where in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// `reported_by: {to: report-a, locator: para. 4}`: the source that is named.
    Target,
    /// `based_on: {to: report-a, locator: para. 4}`: the source that says of itself what it rests on.
    Writer,
    Nobody,
}

fn shows_it(relation: &RelationId) -> Shows {
    match relation.as_str() {
        "reported_by" | "supported_by" | "contradicted_by" | "documented_by" => Shows::Target,
        "based_on" => Shows::Writer,
        _ => Shows::Nobody,
    }
}

/// `[[x]]` without quotation marks is a list in a list to YAML.
fn is_unquoted_wikilink(node: &Node) -> bool {
    match &node.value {
        Value::List(items) => {
            !items.is_empty()
                && items.iter().all(|item| match &item.value {
                    Value::List(inner) => inner.len() == 1 && matches!(inner[0].value, Value::Scalar(_)),
                    _ => false,
                })
        }
        _ => false,
    }
}
