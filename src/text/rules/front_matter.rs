//! Rules about front matter: its YAML, its fields, their values.

use super::{
    Rule,
    Severity::{Error, Warning},
};

/// The front matter is not valid YAML.
pub static YAML_SYNTAX: Rule = Rule {
    code: "R201",
    name: "yaml-syntax",
    severity: Error,
    locked: true,
    what: r#"The front matter is not valid YAML."#,
    why: r#"Whether the file is private stands in the front matter. A file whose front matter cannot be read is therefore treated as private, and nothing of it is published."#,
    example: r#"title: Ian Levy: technical director"#,
    fix: r#"Put quotation marks around values that hold `: `, `#` or begin with a special character; indent with spaces, never with tabs."#,
};

/// The front matter opens with `---` and never closes.
pub static UNCLOSED_FRONT_MATTER: Rule = Rule {
    code: "R202",
    name: "unclosed-front-matter",
    severity: Error,
    locked: true,
    what: r#"The front matter opens with `---` and never closes."#,
    why: r#"Everything would count as front matter, or as body; either could publish what was meant to stay. The file is treated as private."#,
    example: r#"---
title: Ian Levy

Ian Levy is …"#,
    fix: r#"Close the front matter with a line that holds only `---`."#,
};

/// A front matter field is neither a common field, nor one of the kind, nor a relation.
pub static UNKNOWN_FIELD: Rule = Rule {
    code: "R203",
    name: "unknown-field",
    severity: Warning,
    locked: false,
    what: r#"A front matter field is neither a common field, nor one of the kind, nor a relation."#,
    why: r#"A misspelt field is silently lost: the fact never shows."#,
    example: r#"alias: [NCSC]"#,
    fix: r#"Correct the spelling, or declare the relation in `site.toml`."#,
};

/// A field holds a value of the wrong shape.
pub static WRONG_SHAPE: Rule = Rule {
    code: "R204",
    name: "wrong-shape",
    severity: Error,
    locked: false,
    what: r#"A field holds a value of the wrong shape."#,
    why: r#"A list where one value belongs (or a map where text belongs) cannot be shown faithfully."#,
    example: r#"title: [Ian, Levy]"#,
    fix: r#"Write the field as the help shows."#,
};

/// A date is not valid EDTF, or does not exist.
pub static INVALID_DATE: Rule = Rule {
    code: "R205",
    name: "invalid-date",
    severity: Error,
    locked: false,
    what: r#"A date is not valid EDTF, or does not exist."#,
    why: r#"A dossier must never show a date that is not in its sources, nor drop one unseen."#,
    example: r#"date: 2017-02-30"#,
    fix: r#"Write an EDTF date: `2017-12-01`, `2017-12`, `2017`, `2017-09~` (around), `2017-12?` (uncertain), `2017-11-28/2017-12-01` (from … to)."#,
};

/// A field stands twice in one front matter.
pub static DUPLICATE_FIELD: Rule = Rule {
    code: "R206",
    name: "duplicate-field",
    severity: Error,
    locked: true,
    what: r#"A field stands twice in one front matter."#,
    why: r#"YAML readers disagree on which of the two counts; for `publish` that would decide what is public. The file is treated as private."#,
    example: r#"title: A
title: B"#,
    fix: r#"Keep one of them; use a list for several values."#,
};

/// The front matter uses YAML anchors, aliases, tags or several documents.
pub static YAML_ALIAS: Rule = Rule {
    code: "R207",
    name: "yaml-alias",
    severity: Error,
    locked: true,
    what: r#"The front matter uses YAML anchors, aliases, tags or several documents."#,
    why: r#"They can multiply a few bytes into gigabytes and are never needed in flat front matter. The file is treated as private."#,
    example: r#"a: &x [1]
b: *x"#,
    fix: r#"Write the value out."#,
};

/// A field holds a word that is not one of those it may hold.
pub static INVALID_VALUE: Rule = Rule {
    code: "R208",
    name: "invalid-value",
    severity: Error,
    locked: false,
    what: r#"A field holds a word that is not one of those it may hold."#,
    why: r#"A rating or status outside its scale cannot be explained to a reader."#,
    example: r#"status: proven"#,
    fix: r#"Use one of the words that the help lists."#,
};

/// A wikilink in front matter stands without quotation marks.
pub static UNQUOTED_WIKILINK: Rule = Rule {
    code: "R209",
    name: "unquoted-wikilink",
    severity: Warning,
    locked: false,
    what: r#"A wikilink in front matter stands without quotation marks."#,
    why: r#"YAML reads `[[x]]` as a list in a list; other tools will lose the link."#,
    example: r#"works_for: [[ncsc]]"#,
    fix: r#"Put it in quotation marks: `works_for: "[[ncsc]]"`."#,
};

/// The front matter is nested deeper than Redstring reads.
pub static YAML_TOO_DEEP: Rule = Rule {
    code: "R210",
    name: "yaml-too-deep",
    severity: Error,
    locked: true,
    what: r#"The front matter is nested deeper than Redstring reads."#,
    why: r#"Front matter is flat; deep nesting is an accident or an attack. The file is treated as private."#,
    example: r#"a: {b: {c: {d: {e: {f: {g: {h: 1}}}}}}}"#,
    fix: r#"Keep fields flat; a relation may hold one level of qualifiers."#,
};

/// A date is before the one that it has to follow.
pub static DATES_OUT_OF_ORDER: Rule = Rule {
    code: "R211",
    name: "dates-out-of-order",
    severity: Warning,
    locked: false,
    what: r#"A date is before the one that it has to follow."#,
    why: r#"Nobody dies before they are born: one of the two is mistyped, and the timeline would show it."#,
    example: r#"born: 1962
died: 1926"#,
    fix: r#"Look both up in the source. It is asked of `born` and `died`, `founded` and `dissolved`, `released` and `discontinued`, `published` and `accessed`, and of `from` and `until` of a relation; not of an estimate (`~`)."#,
};

/// All of them, by code.
pub(super) static ALL: &[&Rule] = &[
    &YAML_SYNTAX,
    &UNCLOSED_FRONT_MATTER,
    &UNKNOWN_FIELD,
    &WRONG_SHAPE,
    &INVALID_DATE,
    &DUPLICATE_FIELD,
    &YAML_ALIAS,
    &INVALID_VALUE,
    &UNQUOTED_WIKILINK,
    &YAML_TOO_DEEP,
    &DATES_OUT_OF_ORDER,
];
