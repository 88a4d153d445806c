//! Rules about the care that a dossier takes: corrections, replies, reviews, and statements without a source.

use super::{
    Rule,
    Severity::{Error, Warning},
};

/// A correction does not say when or what.
pub static INCOMPLETE_CORRECTION: Rule = Rule {
    code: "R821",
    name: "incomplete-correction",
    severity: Error,
    locked: false,
    what: r#"A correction does not say when the page was corrected, or what changed."#,
    why: r#"A correction that leaves this open tells readers only that something was wrong; it is left out until it is complete."#,
    example: r#"corrections: {why: The archive wrote to us.}"#,
    fix: r#"Give `date` and `what`; `why` is welcome."#,
};

/// A reply does not say who, or what became of the question.
pub static UNCLEAR_REPLY: Rule = Rule {
    code: "R822",
    name: "unclear-reply",
    severity: Error,
    locked: false,
    what: r#"A reply does not say who was asked, or what became of it."#,
    why: r#"“Has not replied” may only be said of someone who was asked, and of whom it is known when."#,
    example: r#"replies: {by: ada}"#,
    fix: r#"Name who was asked with `by`, and write the reply as `text`, or `declined: true`, or the day on which they were `asked`."#,
};

/// The text changed after it was last checked.
pub static CHANGED_SINCE_REVIEW: Rule = Rule {
    code: "R823",
    name: "changed-since-review",
    severity: Warning,
    locked: false,
    what: r#"A page's `updated` is later than its `reviewed`."#,
    why: r#"Its readers are told that the page was checked, and what they read came later."#,
    example: r#"updated: 2026-11-21
reviewed: 2026-10-01"#,
    fix: r#"Check the page again and set `reviewed` to that day."#,
};

/// A page has not been checked for longer than `site.toml` allows.
pub static STALE_REVIEW: Rule = Rule {
    code: "R824",
    name: "stale-review",
    severity: Warning,
    locked: false,
    what: r#"A page was last checked longer ago than `[review] every` in `site.toml` allows, or never."#,
    why: r#"People move, cases are closed, addresses die: what was right then may be wrong now."#,
    example: r#"reviewed: 2019-03-01, with [review] every = "12 months""#,
    fix: r#"Check the page against its sources and set `reviewed`. Only `redstring check` looks for this, because it depends on the day."#,
};

/// A text change, a review, a correction or a reply is dated after today.
pub static FUTURE_DATE: Rule = Rule {
    code: "R825",
    name: "future-date",
    severity: Warning,
    locked: false,
    what: r#"A text change, a review, a correction or a reply is dated after today."#,
    why: r#"Nobody has changed, checked or said anything tomorrow: the date is mistyped."#,
    example: r#"reviewed: 2062-11-21"#,
    fix: r#"Correct the date. Only `redstring check` looks for this, because it depends on the day."#,
};

/// A relation has no source.
pub static UNCITED_RELATION: Rule = Rule {
    code: "R826",
    name: "uncited-relation",
    severity: Warning,
    locked: false,
    what: r#"A relation has no source: neither its own `sources`, nor those of its page."#,
    why: r#"That one person worked for another is a statement like any other, and the reader cannot test it."#,
    example: r#"works_for: ncsc, on a page without `sources`"#,
    fix: r#"Write `works_for: {to: ncsc, sources: ["report-a, para. 4"]}`, or `sources` for the whole page. A dossier without any source is not asked."#,
};

/// A claim has no evidence.
pub static CLAIM_WITHOUT_EVIDENCE: Rule = Rule {
    code: "R827",
    name: "claim-without-evidence",
    severity: Warning,
    locked: false,
    what: r#"A claim names no source that reports, supports or contradicts it."#,
    why: r#"Nobody can tell where it comes from, let alone whether it holds."#,
    example: r#"A page in `claims/` without `reported_by`, `supported_by`, `contradicted_by` and without evidence in its text"#,
    fix: r#"Write `reported_by: report-a`, or `> [!supports] [@report-a, para. 4]` in the text."#,
};

/// A source on the web has no archived copy.
pub static UNARCHIVED_SOURCE: Rule = Rule {
    code: "R828",
    name: "unarchived-source",
    severity: Warning,
    locked: false,
    what: r#"A source has a `url`, and no `archived` copy of it."#,
    why: r#"Pages change and disappear; what they said can then no longer be shown."#,
    example: r#"url: https://example.org/report"#,
    fix: r#"Have the address archived and give the copy's as `archived:`, or keep a copy of your own as `file:`."#,
};

/// All of them, by code.
pub(super) static ALL: &[&Rule] = &[
    &INCOMPLETE_CORRECTION,
    &UNCLEAR_REPLY,
    &CHANGED_SINCE_REVIEW,
    &STALE_REVIEW,
    &FUTURE_DATE,
    &UNCITED_RELATION,
    &CLAIM_WITHOUT_EVIDENCE,
    &UNARCHIVED_SOURCE,
];
