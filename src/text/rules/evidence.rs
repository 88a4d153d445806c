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

/// A callout has a name that looks like one of those that hold evidence.
pub static MISSPELT_EVIDENCE: Rule = Rule {
    code: "R814",
    name: "misspelt-evidence",
    severity: Warning,
    locked: false,
    what: r#"A callout has a name that looks like `reports`, `supports` or `contradicts` and is another."#,
    why: r#"It is shown as any other callout: what it holds is missing from the evidence for and against the claim, and from the ledger."#,
    example: r#"> [!support] [@report, para. 4]"#,
    fix: r#"Write `[!reports]`, `[!supports]` or `[!contradicts]`. A callout that is no evidence needs a name that is less like these."#,
};

/// A callout of evidence names no source.
pub static EVIDENCE_WITHOUT_SOURCE: Rule = Rule {
    code: "R815",
    name: "evidence-without-source",
    severity: Error,
    locked: false,
    what: r#"A callout `[!reports]`, `[!supports]` or `[!contradicts]` cites no source in its title line."#,
    why: r#"Readers see words for or against a claim that are nobody's; they are compared with nothing, and are missing from the ledger."#,
    example: r#"> [!supports] the harbour master"#,
    fix: r#"Cite the source behind the name: `> [!supports] [@report, para. 4]`. Words before it (`see @report`) make it no source of the quotation."#,
};

/// Two sources have one and the same copy.
pub static SHARED_COPY: Rule = Rule {
    code: "R816",
    name: "shared-copy",
    severity: Warning,
    locked: false,
    what: r#"Two sources have one and the same copy, by its file or its `sha256`, and neither rests on what the other does."#,
    why: r#"Most likely they are one report that was entered twice. Together they look like two independent origins of what they say."#,
    example: r#"file: wire.txt in content/sources/wire.md and in content/sources/wire-again.md"#,
    fix: r#"Keep one of the pages, and let the other's address lead to it by `redirects_from`. If one was made from the other, say so by `based_on`. If the file holds two reports, keep each in a file of its own."#,
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
    &DERIVATION_WITHOUT_GROUNDS,
    &CIRCULAR_REPORTING,
    &SINGLE_ORIGIN,
    &MISSPELT_EVIDENCE,
    &EVIDENCE_WITHOUT_SOURCE,
    &SHARED_COPY,
];
