//! JSON-LD as it is put together: nodes, whose properties keep the order in which they were set.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::text::escape;

/// A thing and what is said of it. What is empty is never said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node<'a>(Vec<(&'static str, Value<'a>)>);

/// What a property holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Value<'a> {
    /// Words, a date or an address.
    Text(Cow<'a, str>),
    /// A number.
    Number(usize),
    /// Another thing.
    Node(Node<'a>),
    /// Several of these.
    Several(Vec<Value<'a>>),
}

/// How much is said of most things, so that room for it is made at once.
const SAID: usize = 4;

impl<'a> Node<'a> {
    /// A thing of this type.
    pub(super) fn new(schema_type: &'static str) -> Self {
        let mut said = Vec::with_capacity(SAID);
        said.push(("@type", Value::Text(schema_type.into())));
        Self(said)
    }

    /// The address by which a thing is known, and nothing more of it.
    pub(super) fn known(iri: String) -> Self {
        Self(vec![("@id", Value::Text(iri.into()))])
    }

    /// With words; empty ones are left out.
    pub(super) fn text(self, property: &'static str, words: impl Into<Cow<'a, str>>) -> Self {
        let words = words.into();
        if words.is_empty() { self } else { self.with(property, Value::Text(words)) }
    }

    /// With words that may be unknown.
    pub(super) fn maybe(self, property: &'static str, words: Option<String>) -> Self {
        self.text(property, words.unwrap_or_default())
    }

    /// With things, or none.
    pub(super) fn nodes(self, property: &'static str, nodes: impl IntoIterator<Item = Self>) -> Self {
        nodes.into_iter().fold(self, |node, value| node.with(property, Value::Node(value)))
    }

    /// With one more value of a property.
    pub(super) fn with(mut self, property: &'static str, value: Value<'a>) -> Self {
        match self.0.iter_mut().find(|(known, _)| *known == property) {
            Some((_, Value::Several(values))) => values.push(value),
            Some((_, held)) => {
                let first = std::mem::replace(held, Value::Several(Vec::new()));
                *held = Value::Several(vec![first, value]);
            }
            None => self.0.push((property, value)),
        }
        self
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(property, value)| (property, value)))
    }
}

/// Nodes as one document, ready for a `<script>`.
pub(super) fn document(graph: Vec<Node<'_>>) -> String {
    let whole = Node(vec![
        ("@context", Value::Text("https://schema.org".into())),
        ("@graph", Value::Several(graph.into_iter().map(Value::Node).collect())),
    ]);
    // Of text, numbers and lists there is nothing that JSON could not write.
    escape::json(&serde_json::to_string(&whole).unwrap_or_default())
}
