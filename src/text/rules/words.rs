//! Rules about the words of the theme: `theme/words/`.

use super::{Rule, Severity::Error, Severity::Warning};

/// A file of words, or a message in it, cannot be used.
pub static BROKEN_WORDS: Rule = Rule {
    code: "R711",
    name: "broken-words",
    severity: Error,
    locked: false,
    what: r#"A file of words, or a message in it, cannot be used."#,
    why: r#"The message would be said in another language, or with a hole in it."#,
    example: r#"`theme/words/fr.ftl`: skip-to-text Aller au texte"#,
    fix: r#"Mend the message at the place shown; docs/languages.md shows the form of the file."#,
};

/// There are no words of the theme in the dossier's language.
pub static UNTRANSLATED_THEME: Rule = Rule {
    code: "R712",
    name: "untranslated-theme",
    severity: Warning,
    locked: false,
    what: r#"There are no words of the theme in the dossier's language."#,
    why: r#"Menus, headings, labels and dates are in English around a text that is not."#,
    example: r#"language = "fr""#,
    fix: r#"Write `theme/words/fr.ftl`, as docs/languages.md shows, or name a language that is built in."#,
};

/// A language that the dossier brings of its own lacks some of the words.
pub static MISSING_WORDS: Rule = Rule {
    code: "R713",
    name: "missing-words",
    severity: Warning,
    locked: false,
    what: r#"A language that the dossier brings of its own lacks some of the words."#,
    why: r#"What is missing is said in English in the midst of the other language."#,
    example: r#"`theme/words/fr.ftl` without `skip-to-text`"#,
    fix: r#"Add the messages; `theme/words/en.ftl` of Redstring has all of them."#,
};

/// A file of words has a message that nobody says.
pub static UNUSED_WORDS: Rule = Rule {
    code: "R714",
    name: "unused-words",
    severity: Warning,
    locked: false,
    what: r#"A file of words has a message that nobody says."#,
    why: r#"Most often its key is misspelt, and the built-in words are printed in its place."#,
    example: r#"`theme/words/en.ftl`: nav-timline = What happened when"#,
    fix: r#"Correct the key; `theme/words/en.ftl` of Redstring has all that the theme says. A message for a template of your own is said there by its key."#,
};

/// All of them, by code.
pub(super) static ALL: &[&Rule] = &[&BROKEN_WORDS, &UNTRANSLATED_THEME, &MISSING_WORDS, &UNUSED_WORDS];
