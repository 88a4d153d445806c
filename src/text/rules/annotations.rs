//! Rules about annotations of a source's own text.

use super::{Rule, Severity::Error};

/// An annotation of a source marks no words.
pub static ANNOTATION_WITHOUT_SELECTOR: Rule = Rule {
    code: "R831",
    name: "annotation-without-selector",
    severity: Error,
    locked: false,
    what: r#"An annotation on a source's page does not mark the words of the source that it is about."#,
    why: r#"A reader could not tell what the note speaks of."#,
    example: r#"> [!annotation] the agency's own account"#,
    fix: r#"Put the exact words into `{==…==}` in the callout's first line; words before and behind them may help to tell two places apart."#,
};

/// The words that an annotation marks are not in the source.
pub static ANNOTATION_NOT_FOUND: Rule = Rule {
    code: "R832",
    name: "annotation-not-found",
    severity: Error,
    locked: false,
    what: r#"The words that an annotation marks are not in the source's copy, or not with these words around them."#,
    why: r#"The note would speak of words that the source does not have."#,
    example: r#"> [!annotation] {==words that the copy does not have==}"#,
    fix: r#"Copy the words from the source. White space, quotation marks and dashes may differ; nothing else may."#,
};

/// The words that an annotation marks are in several places of the source.
pub static AMBIGUOUS_ANNOTATION: Rule = Rule {
    code: "R833",
    name: "ambiguous-annotation",
    severity: Error,
    locked: false,
    what: r#"The words that an annotation marks stand in several places of the source's copy."#,
    why: r#"The note would stand at a place that was not meant."#,
    example: r#"> [!annotation] {==the agency==}"#,
    fix: r#"Write some of the words that stand before or behind them: `> [!annotation] was by {==the agency==}'s own`."#,
};

/// All rules of this file.
pub(super) static ALL: &[&Rule] =
    &[&ANNOTATION_WITHOUT_SELECTOR, &ANNOTATION_NOT_FOUND, &AMBIGUOUS_ANNOTATION];
