//! Rules about links, relations, citations, transclusions and attachments.

use super::{
    Rule,
    Severity::{Error, Warning},
};

/// A link names no page of the dossier.
pub static BROKEN_LINK: Rule = Rule {
    code: "R501",
    name: "broken-link",
    severity: Error,
    locked: false,
    what: r#"A link names no page of the dossier."#,
    why: r#"A reader who follows it finds nothing; a relation to it is lost."#,
    example: r#"[[ian-lévy]]"#,
    fix: r#"Correct the name, or write the missing page."#,
};

/// A link names several pages at the same rank.
pub static AMBIGUOUS_LINK: Rule = Rule {
    code: "R502",
    name: "ambiguous-link",
    severity: Error,
    locked: false,
    what: r#"A link names several pages at the same rank."#,
    why: r#"It could lead to the wrong person."#,
    example: r#"[[Kaspersky]], an alias of a person and of a company"#,
    fix: r#"Link by id: `[[eugene-kaspersky|Kaspersky]]`."#,
};

/// A link names a heading that its page does not have.
pub static BROKEN_ANCHOR: Rule = Rule {
    code: "R503",
    name: "broken-anchor",
    severity: Error,
    locked: false,
    what: r#"A link names a heading that its page does not have."#,
    why: r#"The reader lands at the top of the page, not at the words meant."#,
    example: r#"[[ncsc#Histroy]]"#,
    fix: r#"Correct the heading, or link to the page alone."#,
};

/// A page links to itself.
pub static SELF_LINK: Rule = Rule {
    code: "R504",
    name: "self-link",
    severity: Warning,
    locked: false,
    what: r#"A page links to itself."#,
    why: r#"It leads nowhere; often another page was meant."#,
    example: r#"[[ncsc]] in content/organisations/ncsc.md"#,
    fix: r#"Remove the link, or name the page that was meant."#,
};

/// A citation names a page that is not a source.
pub static NOT_A_SOURCE: Rule = Rule {
    code: "R505",
    name: "not-a-source",
    severity: Error,
    locked: false,
    what: r#"A citation names a page that is not a source."#,
    why: r#"Only sources can be cited: a person or event is no evidence."#,
    example: r#"[@ian-levy, para. 4]"#,
    fix: r#"Cite the source that reports it."#,
};

/// Pages transclude each other in a circle.
pub static TRANSCLUSION_CYCLE: Rule = Rule {
    code: "R506",
    name: "transclusion-cycle",
    severity: Error,
    locked: false,
    what: r#"Pages transclude each other in a circle."#,
    why: r#"The text would never end."#,
    example: r#"a.md holds ![[b]], b.md holds ![[a]]"#,
    fix: r#"Remove one of the transclusions."#,
};

/// A page uses a file that is not in the dossier.
pub static MISSING_ATTACHMENT: Rule = Rule {
    code: "R507",
    name: "missing-attachment",
    severity: Error,
    locked: false,
    what: r#"A page uses a file that is not in the dossier."#,
    why: r#"The reader sees a broken image or a dead link."#,
    example: r#"![chart](chart.png)"#,
    fix: r#"Put the file beside the page, or correct its name."#,
};

/// A relation joins kinds that it does not join.
pub static RELATION_KINDS: Rule = Rule {
    code: "R508",
    name: "relation-kinds",
    severity: Warning,
    locked: false,
    what: r#"A relation joins kinds that it does not join."#,
    why: r#"It is often a link to the wrong page."#,
    example: r#"works_for: london"#,
    fix: r#"Correct the target, or widen the relation in `site.toml`."#,
};

/// The same relation to the same target is written twice.
pub static DUPLICATE_RELATION: Rule = Rule {
    code: "R509",
    name: "duplicate-relation",
    severity: Warning,
    locked: false,
    what: r#"The same relation to the same target is written twice."#,
    why: r#"It would show twice."#,
    example: r#"works_for: [ncsc, "[[NCSC]]"]"#,
    fix: r#"Remove one."#,
};

/// A citation cannot be read.
pub static MALFORMED_CITATION: Rule = Rule {
    code: "R510",
    name: "malformed-citation",
    severity: Error,
    locked: false,
    what: r#"A citation cannot be read."#,
    why: r#"The reader would see raw brackets in place of a source."#,
    example: r#"[@; para. 4]"#,
    fix: r#"Write `[@source-id, para. 4]`, several separated by `;`."#,
};

/// An attachment is named that exists in several folders.
pub static AMBIGUOUS_ATTACHMENT: Rule = Rule {
    code: "R511",
    name: "ambiguous-attachment",
    severity: Error,
    locked: false,
    what: r#"An attachment is named that exists in several folders."#,
    why: r#"The wrong file could be shown."#,
    example: r#"![[chart.png]], in two folders"#,
    fix: r#"Write the path from the page: `![chart](../files/chart.png)`."#,
};

/// Transclusions are nested deeper than Redstring follows.
pub static TRANSCLUSION_TOO_DEEP: Rule = Rule {
    code: "R512",
    name: "transclusion-too-deep",
    severity: Error,
    locked: false,
    what: r#"Transclusions are nested deeper than Redstring follows."#,
    why: r#"A few pages that transclude each other twice can grow without bound."#,
    example: r#"sixteen pages, each transcluding the next twice"#,
    fix: r#"Transclude the text that is meant directly."#,
};

/// An image cannot be read, so it cannot be cleaned of what it says beside the picture.
pub static UNREADABLE_IMAGE: Rule = Rule {
    code: "R513",
    name: "unreadable-image",
    severity: Error,
    locked: true,
    what: r#"A page uses an image that cannot be read, or is of a kind that cannot be cleaned."#,
    why: r#"Images go out without what cameras and editors write into them (where, when, by whom). That cannot be taken out of a file that cannot be read, so it is not published."#,
    example: r#"![portrait](portrait.jpg), a download that broke off, or a HEIC photograph renamed"#,
    fix: r#"Open the image and save it anew as JPEG, PNG or WebP, a drawing as plain SVG; if it cannot be opened, fetch it again."#,
};

/// A file is a document that a browser would run, under a name that does not say so.
pub static DISGUISED_DOCUMENT: Rule = Rule {
    code: "R514",
    name: "disguised-document",
    severity: Error,
    locked: true,
    what: r#"A page uses a file that begins as HTML or XML does, under a name that does not say so."#,
    why: r#"Some servers and browsers look into such a file and open it as a page of the site, with its scripts."#,
    example: r#"[the page as saved](saved-page), a file without an ending"#,
    fix: r#"Give it the ending `.html` or `.xml`; then it goes out as text, which anybody can read and nothing runs."#,
};

/// A wikilink is opened and never closed.
pub static UNCLOSED_LINK: Rule = Rule {
    code: "R515",
    name: "unclosed-link",
    severity: Warning,
    locked: false,
    what: r#"`[[` is not closed by `]]` in its paragraph."#,
    why: r#"It is no link: the brackets and the name go out as they are typed."#,
    example: r#"[[ada-wren said so."#,
    fix: r#"Close it. In a table, write `\|` before the label. To print the brackets, write `\[[` or put them in code."#,
};

/// All of them, by code.
pub(super) static ALL: &[&Rule] = &[
    &BROKEN_LINK,
    &AMBIGUOUS_LINK,
    &BROKEN_ANCHOR,
    &SELF_LINK,
    &NOT_A_SOURCE,
    &TRANSCLUSION_CYCLE,
    &MISSING_ATTACHMENT,
    &RELATION_KINDS,
    &DUPLICATE_RELATION,
    &MALFORMED_CITATION,
    &AMBIGUOUS_ATTACHMENT,
    &TRANSCLUSION_TOO_DEEP,
    &UNREADABLE_IMAGE,
    &DISGUISED_DOCUMENT,
    &UNCLOSED_LINK,
];
