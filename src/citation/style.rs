//! The style that `site.toml` asks for, with the words of the dossier's language.

use std::sync::Arc;

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::{self, IndependentStyle, Locale, LocaleCode, StyleClass};

use super::fitted::{Known, fitted};
use crate::load::SettingsFile;
use crate::parse::suggest::nearest;
use crate::parse::written_citation_style;
use crate::text::nesting::deepest_element;
use crate::text::{Checked, ContentFile, Diagnostic, rules};

/// The style of entries where `site.toml` names none.
pub const DEFAULT: &str = "chicago-author-date";

/// A style, and the words that it uses.
#[derive(Debug, Clone)]
pub(super) struct Style {
    pub(super) csl: IndependentStyle,
    /// The language of its words.
    pub(super) locale: LocaleCode,
    /// Its words in that language, and in English where that has none.
    pub(super) words: Arc<[Locale]>,
}

impl Style {
    /// This style in this language. What a citation says stands as an editor wrote it: in that order, each source by
    /// itself, so that each can be a link.
    pub(super) fn new(mut csl: IndependentStyle, language: &str) -> Self {
        csl.citation.sort = None;
        csl.citation.collapse = None;
        csl.citation.cite_group_delimiter = None;
        let (locale, words) = words_of(language);
        Self { csl, locale, words }
    }

    /// The same for entries alone: the processor says every citation several times over before it comes to the list.
    pub(super) fn of_entries(&self) -> Self {
        let mut style = self.clone();
        style.csl.citation.layout.elements.clear();
        style
    }

    /// The same for these sources alone.
    pub(super) fn fitted(&self, known: &Known) -> Self {
        Self { csl: fitted(&self.csl, known), locale: self.locale.clone(), words: self.words.clone() }
    }

    /// Whether citations stand in notes.
    pub(super) fn is_of_notes(&self) -> bool {
        self.csl.settings.class == StyleClass::Note
    }
}

/// The style that entries have where none is chosen.
pub(super) fn default() -> Option<IndependentStyle> {
    bundled(DEFAULT)
}

/// How deep the elements of a style may be nested.
const MAX_DEPTH: usize = 200;

/// The style that `site.toml` names: one of the bundled ones, or a file of the dossier's `styles/`.
#[must_use]
pub fn chosen(settings: &SettingsFile, files: &[ContentFile]) -> Checked<Option<IndependentStyle>> {
    let Some((name, span)) = written_citation_style(settings) else { return Checked::clean(None) };
    let read = if name.ends_with(".csl") || name.contains(['/', '\\']) {
        own(&name, files)
    } else {
        bundled(&name).ok_or_else(|| {
            let near = nearest(&name, ArchivedStyle::all().iter().flat_map(|style| style.names()).copied());
            let help = near.map_or_else(
                || "docs/settings.md says which styles there are".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            (format!("there is no citation style `{name}`"), help)
        })
    };
    match read {
        Ok(style) => Checked::clean(Some(style)),
        Err((message, help)) => {
            let diagnostic = Diagnostic::new(&rules::citation::UNKNOWN_CITATION_STYLE, message)
                .at(&crate::text::ContentPath::new(crate::load::SETTINGS), span)
                .help(help);
            Checked::new(None, vec![diagnostic])
        }
    }
}

pub(super) fn bundled(name: &str) -> Option<IndependentStyle> {
    match ArchivedStyle::by_name(name)?.get() {
        citationberg::Style::Independent(style) => Some(style),
        citationberg::Style::Dependent(_) => None,
    }
}

/// A style in a file of the dossier; why it cannot be used, and what to do.
fn own(name: &str, files: &[ContentFile]) -> Result<IndependentStyle, (String, String)> {
    let path = name.trim_start_matches("./");
    let Some(file) = files.iter().find(|file| file.path.as_str() == path) else {
        let near = nearest(path, files.iter().map(|file| file.path.as_str()));
        let help = near.map_or_else(
            || {
                "put the file into the folder `styles` beside `site.toml`: `style = \"styles/name.csl\"`"
                    .to_owned()
            },
            |near| format!("did you mean `{near}`?"),
        );
        return Err((format!("there is no file `{name}` that holds a citation style"), help));
    };
    // The reader calls itself for every level.
    if deepest_element(&file.text, |_| false) > MAX_DEPTH {
        return Err((
            format!("`{name}` is nested more than {MAX_DEPTH} levels deep"),
            "write a style of CSL 1.0, such as those of https://www.zotero.org/styles".into(),
        ));
    }
    match citationberg::Style::from_xml(&file.text) {
        Err(error) => {
            let error = error.source.to_string().replace('\n', ", ");
            Err((
                format!("`{name}` is not a citation style: {error}"),
                "write a style of CSL 1.0, such as those of https://www.zotero.org/styles".into(),
            ))
        }
        Ok(citationberg::Style::Dependent(style)) => {
            let parent = style.parent_link.href.rsplit('/').next().unwrap_or_default().to_owned();
            let help = if bundled(&parent).is_some() {
                format!("write `style = \"{parent}\"`")
            } else {
                format!("put the style `{parent}` into `styles/`, and name that")
            };
            Err((format!("`{name}` is no style of its own: it stands for `{parent}`"), help))
        }
        Ok(citationberg::Style::Independent(_)) if calls_itself(&file.text) => Err((
            format!("`{name}` has a macro that calls itself"),
            "take the call out; a citation in it would never end".into(),
        )),
        Ok(citationberg::Style::Independent(style)) => Ok(style),
    }
}

/// Whether a macro leads back to itself: whoever follows it never comes to an end.
fn calls_itself(xml: &str) -> bool {
    let macros: Vec<(&str, Vec<&str>)> = xml
        .split("<macro")
        .skip(1)
        .filter_map(|rest| {
            let body = rest.split("</macro").next()?;
            Some((attribute(body, "name=")?, attributes(body, "macro=")))
        })
        .collect();
    let called = |name: &str| -> Vec<&str> {
        macros.iter().filter(|(own, _)| *own == name).flat_map(|(_, calls)| calls.iter().copied()).collect()
    };
    // What can be reached from a macro in one step more each time; there are no longer ways than macros.
    macros.iter().any(|(name, calls)| {
        let mut reached: Vec<&str> = calls.clone();
        let mut next = 0;
        while let Some(call) = reached.get(next).copied() {
            let further: Vec<_> = called(call).into_iter().filter(|name| !reached.contains(name)).collect();
            reached.extend(further);
            next += 1;
        }
        reached.contains(name)
    })
}

fn attribute<'x>(xml: &'x str, name: &str) -> Option<&'x str> {
    attributes(xml, name).into_iter().next()
}

fn attributes<'x>(xml: &'x str, name: &str) -> Vec<&'x str> {
    xml.match_indices(name)
        .filter_map(|(at, _)| {
            let value = &xml[at + name.len()..];
            let quote = value.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
            value[1..].split(quote).next()
        })
        .collect()
}

/// How far into the words of a language its name stands, at most: the archive begins with it.
const HEAD: usize = 32;

/// The words of a language: of its region, of the language, and English ones for what they lack.
fn words_of(language: &str) -> (LocaleCode, Arc<[Locale]>) {
    let mut wanted = vec![LocaleCode(language.to_owned())];
    wanted.extend(LocaleCode(language.to_owned()).fallback());
    let english = LocaleCode::en_us();
    let own = wanted.iter().find_map(archived);
    let locale = own.as_ref().and_then(|words| words.lang.clone()).unwrap_or_else(|| english.clone());
    let others = (locale != english || own.is_none()).then(|| archived(&english)).flatten();
    (locale, own.into_iter().chain(others).collect())
}

/// The words of one language, where the archive has them. Reading all sixty would cost more than a small dossier.
fn archived(code: &LocaleCode) -> Option<Locale> {
    let LocaleCode(code) = code;
    // A short text in CBOR is its length and then its bytes.
    let length = u8::try_from(code.len()).ok().filter(|length| *length < 24)?;
    let is_it = |some: &[u8]| match some.split_first() {
        Some((first, text)) => *first == 0x60 | length && text.eq_ignore_ascii_case(code.as_bytes()),
        None => false,
    };
    let begins_with_it = |bytes: &&&[u8]| {
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        head.windows(code.len() + 1).any(is_it)
    };
    let mut read = archive::LOCALES.iter().filter(begins_with_it).filter_map(|bytes| {
        let words: Locale = ciborium::from_reader(*bytes).ok()?;
        Some(words)
    });
    read.find(|words| words.lang.as_ref().is_some_and(|lang| lang.0.eq_ignore_ascii_case(code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_archive_is_found_alone() {
        for words in archive::locales() {
            let code = words.lang.clone().unwrap();
            assert_eq!(archived(&LocaleCode(code.0.to_lowercase())), Some(words), "{code:?}");
        }
        assert_eq!(archived(&LocaleCode("e".into())), None);
    }
}
