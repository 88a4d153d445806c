//! What one language says: Project Fluent's bundle, kept in one place.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use unic_langid::LanguageIdentifier;

use super::{Gap, Unsaid};
use crate::model::language::fallbacks;

/// A piece of a message that is words and gaps and nothing else.
pub(super) enum Piece {
    Words(Box<str>),
    Gap(Box<str>),
}

/// One language.
pub(super) struct Spoken {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

impl Spoken {
    /// A language by these files; where two have the same message, the later one says it.
    pub(super) fn new(tag: &str, texts: &[&str]) -> Self {
        // Plural forms are known by language and region; the rest of a tag is nothing to them.
        let language = fallbacks(tag).iter().find_map(|tag| tag.parse::<LanguageIdentifier>().ok());
        let mut bundle = FluentBundle::new_concurrent(vec![language.unwrap_or_default()]);
        // Invisible marks around every gap would stand in copied text and in attributes; templates isolate names.
        bundle.set_use_isolating(false);
        let mut keys = BTreeSet::new();
        for text in texts {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            keys.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) if message.value.is_some() => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, keys }
    }

    /// The keys of all messages.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    /// A message in pieces; nothing where its words hang on what stands in a gap, as plural forms do.
    pub(super) fn pieces(&self, key: &str) -> Option<Box<[Piece]>> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let pieces = pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => Some(Piece::Words((*value).into())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Piece::Gap(id.name.into())),
            PatternElement::Placeable { .. } => None,
        });
        pieces.collect()
    }

    /// One message, its gaps filled.
    pub(super) fn say(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> Result<String, Unsaid> {
        let pattern =
            self.bundle.get_message(key).and_then(|message| message.value()).ok_or(Unsaid::Unknown)?;
        let mut args = FluentArgs::with_capacity(gaps.len());
        for (name, gap) in gaps {
            match gap {
                Gap::Text(text) => args.set(*name, *text),
                Gap::Count(count) => args.set(*name, *count),
            }
        }
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut faults);
        match faults.first() {
            None => Ok(text.into_owned()),
            Some(fault) => Err(Unsaid::Incomplete(fault.to_string())),
        }
    }
}
