//! The languages that Redstring speaks of its own accord. A new one is one more file and one more line here.

/// Each language and its file of words, by tag.
pub const LANGUAGES: &[(&str, &str)] = &[
    ("de", include_str!("../../../theme/words/de.ftl")),
    ("en", include_str!("../../../theme/words/en.ftl")),
];

/// The words of the language of this tag, in lower case.
#[must_use]
pub fn text(tag: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(known, _)| *known == tag).map(|(_, text)| *text)
}
