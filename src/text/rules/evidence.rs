//! Rules about what statements rest on: quotations, copies of sources, origins, coverage.

use super::{Rule, Severity::Warning};

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

/// All rules of this file.
pub(super) static ALL: &[&Rule] = &[&UNCLOSED_QUOTATION];
