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

/// A derivation that the editors assess gives no grounds.
pub static DERIVATION_WITHOUT_GROUNDS: Rule = Rule {
    code: "R811",
    name: "derivation-without-grounds",
    severity: Warning,
    locked: false,
    what: r#"The editors assess that one source was made from another, and give no grounds."#,
    why: r#"That a source rests on another lowers what it is worth. Where the source does not say so itself, a reader can only check the assessment by its grounds."#,
    example: r#"based_on: {to: report-a, derivation: assessed}"#,
    fix: r#"Say in `note` what the assessment rests on, or name `sources` that show it."#,
};

/// Sources rest on each other in a circle.
pub static CIRCULAR_REPORTING: Rule = Rule {
    code: "R812",
    name: "circular-reporting",
    severity: Warning,
    locked: false,
    what: r#"Sources are based on each other in a circle."#,
    why: r#"Each seems to confirm the other, and none of them had it from anywhere else. Together they count as one origin."#,
    example: r#"based_on: report-b in content/sources/report-a.md, and based_on: report-a in content/sources/report-b.md"#,
    fix: r#"Find out which came first, and remove the `based_on` that leads the wrong way. If they do draw on each other, say so in the text and turn the rule off for good reason."#,
};

/// A claim that is said to be supported rests on fewer than two independent origins.
pub static SINGLE_ORIGIN: Rule = Rule {
    code: "R813",
    name: "single-origin",
    severity: Warning,
    locked: false,
    what: r#"A claim has the status `supported` or the credibility 1 or 2, and its sources go back to fewer than two independent origins."#,
    why: r#"Many reports of one report confirm nothing. The Admiralty code asks for independent confirmation before information counts as confirmed."#,
    example: r#"status: supported, reported_by: [report-a, report-b], where report-b is based on report-a"#,
    fix: r#"Add a source of another origin, lower the status or the credibility, or write `first_hand: true` for a source that has the claim at first hand."#,
};

/// All rules of this file.
pub(super) static ALL: &[&Rule] =
    &[&UNCLOSED_QUOTATION, &DERIVATION_WITHOUT_GROUNDS, &CIRCULAR_REPORTING, &SINGLE_ORIGIN];
