//! A dossier's own files of words → [`WordFile`]s, with everything that would leave a hole in a sentence.
//!
//! A message is left to the next language if it cannot be read, so a page is never without words; but the person who
//! wrote the file is told, at the place.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
};
use fluent_syntax::parser;

use super::suggest::nearest;
use crate::model::language::{fallbacks, is_well_formed};
use crate::model::words::{WordFile, built_in};
use crate::text::nesting::deepest;
use crate::text::{Checked, ContentFile, Diagnostic, Span, rules};

/// How deep braces may be nested.
const MAX_DEPTH: usize = 100;
/// How many missing messages are named.
const NAMED: usize = 5;

/// The keys of all messages that the theme says, and the gaps of each. English has all of them.
static ENGLISH: LazyLock<BTreeMap<String, BTreeSet<String>>> =
    LazyLock::new(|| gaps_of(&read(built_in::text("en").unwrap_or_default()).0));

/// Read the files of `theme/words/`.
#[must_use]
pub(super) fn parse_words(files: &[ContentFile]) -> Checked<Vec<WordFile>> {
    let mut diagnostics = Vec::new();
    let mut own = Vec::new();
    for file in files {
        let name = file.path.below("theme/words").unwrap_or_default();
        let tag = name.strip_suffix(".ftl").map(str::to_ascii_lowercase).filter(|tag| is_well_formed(tag));
        let Some(language) = tag else {
            let message = format!("`{name}` is not named by a language");
            let help = "name it by the language's tag, as in `fr.ftl` or `pt-br.ftl`";
            diagnostics
                .push(Diagnostic::new(&rules::words::BROKEN_WORDS, message).in_file(&file.path).help(help));
            continue;
        };
        // The reader calls itself for every level.
        if deepest(&file.text, b'{', b'}') > MAX_DEPTH {
            let message = format!("braces are nested more than {MAX_DEPTH} levels deep");
            let help = "look for a brace that is not closed; nothing of this file is used";
            diagnostics
                .push(Diagnostic::new(&rules::words::BROKEN_WORDS, message).in_file(&file.path).help(help));
            continue;
        }
        diagnostics.extend(faults(file, &language));
        own.push(WordFile { language, text: file.text.clone() });
    }
    Checked::new(own, diagnostics)
}

/// What a language of the dossier's own does not say, where English has to stand in.
pub(super) fn missing(files: &[ContentFile], own: &[WordFile], language: &str) -> Option<Diagnostic> {
    let asked = fallbacks(language);
    if asked.iter().any(|tag| built_in::text(tag).is_some()) {
        return None;
    }
    let spoken: Vec<_> = own.iter().filter(|file| asked.contains(&file.language)).collect();
    let said: BTreeSet<_> = spoken.iter().flat_map(|file| gaps_of(&read(&file.text).0).into_keys()).collect();
    let file = files.iter().find(|file| spoken.iter().any(|own| own.text == file.text))?;
    let missing: Vec<_> =
        ENGLISH.keys().filter(|key| !said.contains(*key)).map(|key| format!("`{key}`")).collect();
    let named = missing.get(..NAMED).unwrap_or(&missing).join(", ");
    let list = match missing.len() {
        0 => return None,
        1..=NAMED => named,
        more => format!("{named} and {} more", more - NAMED),
    };
    let message = "this language lacks some of the words, which are said in English";
    let diagnostic = Diagnostic::new(&rules::words::MISSING_WORDS, message).in_file(&file.path);
    Some(diagnostic.help(format!("add {list}; `theme/words/en.ftl` of Redstring has all of them")))
}

/// A message that the theme does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnMessage<'a> {
    /// Its key.
    pub key: &'a str,
    /// Where the key stands in the file.
    pub at: Span,
    /// The key of the theme's that is nearest, if any is near.
    pub near: Option<String>,
}

/// The messages of a file of words that the theme does not have, and no other message of the file places: for templates
/// of the dossier's own, or misspelt.
#[must_use]
pub fn own_messages(text: &str) -> Vec<OwnMessage<'_>> {
    if deepest(text, b'{', b'}') > MAX_DEPTH {
        return Vec::new();
    }
    let (resource, _) = read(text);
    let mut used = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => message.value.iter().for_each(|value| in_pattern(value, &mut used)),
            Entry::Term(term) => in_pattern(&term.value, &mut used),
            _ => {}
        }
    }
    let placed: BTreeSet<_> =
        used.iter().filter(|used| used.sort == Sort::Message).map(|used| used.name).collect();
    let keys = resource.body.iter().filter_map(name_of).filter(|(sort, _)| *sort == Sort::Message);
    let own = keys.map(|(_, key)| key).filter(|key| !ENGLISH.contains_key(*key) && !placed.contains(key));
    let near = |key| nearest(key, ENGLISH.keys().map(String::as_str)).map(str::to_owned);
    own.map(|key| OwnMessage { key, at: span_in(text, key), near: near(key) }).collect()
}

fn read(text: &str) -> (Resource<&str>, Vec<parser::ParserError>) {
    match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    }
}

/// The keys of all messages, and the gaps of each.
fn gaps_of(resource: &Resource<&str>) -> BTreeMap<String, BTreeSet<String>> {
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    });
    messages
        .map(|(key, pattern)| {
            let mut used = Vec::new();
            in_pattern(pattern, &mut used);
            let gaps = used.into_iter().filter(|used| used.sort == Sort::Gap);
            (key.to_owned(), gaps.map(|used| used.name.to_owned()).collect())
        })
        .collect()
}

fn faults(file: &ContentFile, language: &str) -> Vec<Diagnostic> {
    let (resource, errors) = read(&file.text);
    let (known, _) = read(built_in::text(language).unwrap_or_default());
    let broken = |span: Span, message: String| {
        Diagnostic::new(&rules::words::BROKEN_WORDS, message).at(&file.path, span)
    };
    let mut found: Vec<_> = errors
        .iter()
        .map(|error| {
            let message = error.kind.to_string();
            let mut letters = message.chars();
            let lower = letters.next().into_iter().flat_map(char::to_lowercase);
            let message =
                format!("this message cannot be read: {}", lower.chain(letters).collect::<String>());
            broken(Span::from(error.pos.clone()), message)
                .help("docs/languages.md shows the form of the file")
        })
        .collect();
    let named: BTreeSet<(Sort, &str)> = known.body.iter().chain(&resource.body).filter_map(name_of).collect();
    let mut seen = BTreeSet::new();
    for entry in &resource.body {
        let (key, pattern) = match entry {
            Entry::Message(message) => (message.id.name, message.value.as_ref()),
            Entry::Term(term) => (term.id.name, Some(&term.value)),
            _ => continue,
        };
        let place = |word: &str| span_in(&file.text, word);
        if !name_of(entry).is_none_or(|name| seen.insert(name)) {
            found.push(
                broken(place(key), format!("`{key}` stands here a second time")).help("keep one of them"),
            );
        }
        let mut used = Vec::new();
        pattern.iter().for_each(|pattern| in_pattern(pattern, &mut used));
        let gaps = ENGLISH.get(key).filter(|_| matches!(entry, Entry::Message(_)));
        for Used { sort, name } in used {
            let fault = match sort {
                Sort::Gap => gaps.filter(|gaps| !gaps.contains(name)).map(|gaps| {
                    let near = nearest(name, gaps.iter().map(String::as_str));
                    let help = near.map_or_else(
                        || match gaps.len() {
                            0 => format!("`{key}` has no gaps"),
                            _ => format!("it has {}", listed(gaps)),
                        },
                        |near| format!("did you mean `${near}`?"),
                    );
                    broken(place(name), format!("the message `{key}` is given no `${name}`")).help(help)
                }),
                Sort::Function => {
                    Some(broken(place(name), format!("there is no function `{name}`")).help(
                        "numbers are said by `{ $count }`, and their forms chosen by `{ $count -> … }`",
                    ))
                }
                Sort::Message | Sort::Term => (!named.contains(&(sort, name))).then(|| {
                    broken(
                        place(name),
                        format!("there is no message `{name}` in this language to place here"),
                    )
                }),
            };
            found.extend(fault);
        }
    }
    found
}

fn listed(gaps: &BTreeSet<String>) -> String {
    gaps.iter().map(|gap| format!("`${gap}`")).collect::<Vec<_>>().join(", ")
}

/// What a message places of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Gap,
    Message,
    Term,
    Function,
}

struct Used<'a> {
    sort: Sort,
    name: &'a str,
}

fn name_of<'a>(entry: &Entry<&'a str>) -> Option<(Sort, &'a str)> {
    match entry {
        Entry::Message(message) => Some((Sort::Message, message.id.name)),
        Entry::Term(term) => Some((Sort::Term, term.id.name)),
        _ => None,
    }
}

fn in_pattern<'a>(pattern: &Pattern<&'a str>, used: &mut Vec<Used<'a>>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, used);
        }
    }
}

fn in_expression<'a>(expression: &Expression<&'a str>, used: &mut Vec<Used<'a>>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, used),
        Expression::Select { selector, variants } => {
            in_inline(selector, used);
            variants.iter().for_each(|variant| in_pattern(&variant.value, used));
        }
    }
}

fn in_inline<'a>(inline: &InlineExpression<&'a str>, used: &mut Vec<Used<'a>>) {
    let arguments = |given: &CallArguments<&'a str>, used: &mut Vec<Used<'a>>| {
        given.positional.iter().for_each(|argument| in_inline(argument, used));
        given.named.iter().for_each(|argument| in_inline(&argument.value, used));
    };
    match inline {
        InlineExpression::VariableReference { id } => used.push(Used { sort: Sort::Gap, name: id.name }),
        InlineExpression::MessageReference { id, .. } => {
            used.push(Used { sort: Sort::Message, name: id.name })
        }
        InlineExpression::TermReference { id, arguments: given, .. } => {
            used.push(Used { sort: Sort::Term, name: id.name });
            given.iter().for_each(|given| arguments(given, used));
        }
        InlineExpression::FunctionReference { id, arguments: given } => {
            used.push(Used { sort: Sort::Function, name: id.name });
            arguments(given, used);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, used),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

/// Where a piece of a text lies in it.
fn span_in(text: &str, piece: &str) -> Span {
    let start = (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    Span::new(start, start + piece.len())
}
