//! Rules about the body of a page.

use super::{
    Rule,
    Severity::{Error, Warning},
};

/// An annotation is opened and never closed.
pub static UNCLOSED_ANNOTATION: Rule = Rule {
    code: "R601",
    name: "unclosed-annotation",
    severity: Warning,
    locked: false,
    what: r#"An annotation is opened and never closed."#,
    why: r#"Its marks would be printed, or the remark lost."#,
    example: r#"{==the letter==}{>>dated 1 December"#,
    fix: r#"Close it: `{==text==}{>>remark<<}`, within one paragraph."#,
};

/// A footnote is used but not defined.
pub static UNDEFINED_FOOTNOTE: Rule = Rule {
    code: "R602",
    name: "undefined-footnote",
    severity: Warning,
    locked: false,
    what: r#"A footnote is used but not defined."#,
    why: r#"The reader sees the raw mark."#,
    example: r#"The letter[^3] …"#,
    fix: r#"Add a line `[^3]: …`."#,
};

/// A footnote is defined but never used.
pub static UNUSED_FOOTNOTE: Rule = Rule {
    code: "R603",
    name: "unused-footnote",
    severity: Warning,
    locked: false,
    what: r#"A footnote is defined but never used."#,
    why: r#"Its text would show nowhere."#,
    example: r#"[^3]: …"#,
    fix: r#"Use it in the text, or remove it."#,
};

/// A link has an address of a kind that is not safe to publish.
pub static UNSAFE_ADDRESS: Rule = Rule {
    code: "R604",
    name: "unsafe-address",
    severity: Error,
    locked: true,
    what: r#"A link has an address of a kind that is not safe to publish."#,
    why: r#"Addresses such as `javascript:` run code in the reader’s browser."#,
    example: r#"[click](javascript:alert(1))"#,
    fix: r#"Use `https:`, `http:`, `mailto:` or `tel:`."#,
};

/// A page shows an image that lies on another site.
pub static FOREIGN_IMAGE: Rule = Rule {
    code: "R605",
    name: "foreign-image",
    severity: Warning,
    locked: false,
    what: r#"A page shows an image that lies on another site."#,
    why: r#"Fetching it would tell a third party who reads the dossier; so only its words are shown."#,
    example: r#"![chart](https://example.org/chart.png)"#,
    fix: r#"Save the image beside the page, with its source, and show that."#,
};

/// All of them, by code.
pub(super) static ALL: &[&Rule] =
    &[&UNCLOSED_ANNOTATION, &UNDEFINED_FOOTNOTE, &UNUSED_FOOTNOTE, &UNSAFE_ADDRESS, &FOREIGN_IMAGE];
