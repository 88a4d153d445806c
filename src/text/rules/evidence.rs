//! Rules about what statements rest on: quotations, copies of sources, origins, coverage.

use super::{
    Rule,
    Severity::{Error, Warning},
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

/// `site.toml` asks for a citation style that is not there.
pub static UNKNOWN_CITATION_STYLE: Rule = Rule {
    code: "R841",
    name: "unknown-citation-style",
    severity: Error,
    locked: false,
    what: r#"`site.toml` asks for a citation style that does not exist or cannot be used."#,
    why: r#"Citations would go out in another form than the one that was asked for."#,
    example: r#"[citations]
style = "chigaco-notes""#,
    fix: r#"Correct the name; `docs/settings.md` lists the styles. A style of your own is a file of CSL in the folder `styles` beside `site.toml`: `style = "styles/name.csl"`."#,
};

/// All rules of this file.
pub(super) static ALL: &[&Rule] = &[&UNCLOSED_QUOTATION, &UNKNOWN_CITATION_STYLE];
