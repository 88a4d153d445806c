//! Rules about what statements rest on: quotations, copies of sources, origins, coverage.

use super::{
    Rule,
    Severity::{Error, Warning},
};

/// Words in quotation marks do not stand in the source that is cited for them.
pub static QUOTATION_NOT_FOUND: Rule = Rule {
    code: "R801",
    name: "quotation-not-found",
    severity: Error,
    locked: false,
    what: r#"Words in quotation marks do not stand in the copy of the source that is cited for them."#,
    why: r#"A reader, and the person quoted, will hold you to every word."#,
    example: r#"“hard proof of espionage” [@report, para. 4], where the report has “no hard proof of espionage”"#,
    fix: r#"Copy the words from the source. Mark what is left out with `[…]`, and what you add with `[brackets]`. For words that are no quotation use single marks."#,
};

/// A quotation can be compared with nothing.
pub static UNVERIFIED_QUOTATION: Rule = Rule {
    code: "R802",
    name: "unverified-quotation",
    severity: Warning,
    locked: false,
    what: r#"No copy of the source is at hand, and `evidence.lock` does not hold the quotation."#,
    why: r#"Nobody has tested the words; the page says so to its readers."#,
    example: r#"“rather weak” [@report], written after the last `redstring verify`"#,
    fix: r#"Give the source a copy (`file`, `sha256`), run `redstring verify --copies FOLDER` where the copies lie, and commit `evidence.lock`."#,
};

/// A quotation stands elsewhere in the source than its locator says.
pub static WRONG_LOCATOR: Rule = Rule {
    code: "R803",
    name: "wrong-locator",
    severity: Warning,
    locked: false,
    what: r#"A quotation stands in the source, but not in the paragraph that its locator names."#,
    why: r#"A reader who looks it up will not find it."#,
    example: r#"“rather weak” [@report, para. 4], where it is in paragraph 6"#,
    fix: r#"Correct the locator. Paragraphs are counted from 1; in plain text they are what stands between empty lines."#,
};

/// A quotation mark is never closed.
pub static UNCLOSED_QUOTATION: Rule = Rule {
    code: "R804",
    name: "unclosed-quotation",
    severity: Warning,
    locked: false,
    what: r#"A quotation mark opens before a citation and is never closed in its paragraph."#,
    why: r#"What it quotes cannot be told, and so is not compared with the source."#,
    example: r#"He called it “rather weak [@report]."#,
    fix: r#"Close it. For a quotation of several paragraphs use a block quote (`>`)."#,
};

/// The local copy of a source is not the one that was locked.
pub static COPY_CHANGED: Rule = Rule {
    code: "R805",
    name: "copy-changed",
    severity: Error,
    locked: false,
    what: r#"The local copy of a source has another SHA-256 than its page says."#,
    why: r#"What was quoted and verified may not be what the file holds now."#,
    example: r#"sha256: 96d6…, and the file has 1f40…"#,
    fix: r#"Put the former file back; or, if the new one is meant, read it and write its `sha256`."#,
};

/// The local copy of a source is not locked by its hash.
pub static UNLOCKED_COPY: Rule = Rule {
    code: "R806",
    name: "unlocked-copy",
    severity: Warning,
    locked: false,
    what: r#"A source has a local copy and no `sha256`."#,
    why: r#"If the file changes, nobody will notice."#,
    example: r#"file: report.txt"#,
    fix: r#"Add the line `sha256: …` that the message shows."#,
};

/// The local copy of a source cannot be read.
pub static UNREADABLE_COPY: Rule = Rule {
    code: "R807",
    name: "unreadable-copy",
    severity: Warning,
    locked: false,
    what: r#"The local copy of a source is of a kind that cannot be read, or is damaged."#,
    why: r#"Quotations from it cannot be compared with it."#,
    example: r#"file: scan.tiff"#,
    fix: r#"Keep the words as text, Markdown, HTML or PDF with text."#,
};

/// The local copy of a source is not there.
pub static MISSING_COPY: Rule = Rule {
    code: "R808",
    name: "missing-copy",
    severity: Warning,
    locked: false,
    what: r#"A source names a local copy that is not there, and no `sha256` that would tell which file it was."#,
    why: r#"Nothing can be compared with it, here or on another machine."#,
    example: r#"file: report.txt, and there is no such file"#,
    fix: r#"Put the file there. Where it may not be in the repository, give its `sha256` and `publish_copy: false`, and run `redstring verify --copies FOLDER` where it lies."#,
};

/// `evidence.lock` cannot be read.
pub static INVALID_LOCK: Rule = Rule {
    code: "R809",
    name: "invalid-lock",
    severity: Error,
    locked: false,
    what: r#"`evidence.lock` cannot be read, or an entry of it is not what `redstring verify` writes."#,
    why: r#"What was verified is no longer known."#,
    example: r#"<<<<<<< HEAD in evidence.lock"#,
    fix: r#"Take one side of the conflict, or delete the file, and run `redstring verify --copies FOLDER`."#,
};

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
pub(super) static ALL: &[&Rule] = &[
    &QUOTATION_NOT_FOUND,
    &UNVERIFIED_QUOTATION,
    &WRONG_LOCATOR,
    &UNCLOSED_QUOTATION,
    &COPY_CHANGED,
    &UNLOCKED_COPY,
    &UNREADABLE_COPY,
    &MISSING_COPY,
    &INVALID_LOCK,
    &ANNOTATION_WITHOUT_SELECTOR,
    &ANNOTATION_NOT_FOUND,
    &AMBIGUOUS_ANNOTATION,
];
