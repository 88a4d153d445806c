//! Rules about what may not go out. None of them can be turned down.

use super::{
    Rule,
    Severity::{Error, Warning},
};

/// `publish`, `private` or `draft` holds a value that is neither yes nor no.
pub static INVALID_PUBLISH: Rule = Rule {
    code: "R301",
    name: "invalid-publish",
    severity: Error,
    locked: true,
    what: r#"`publish`, `private` or `draft` holds a value that is neither yes nor no."#,
    why: r#"A guess could publish a confidential page. The file is treated as private."#,
    example: r#"publish: nope"#,
    fix: r#"Write `true` or `false`."#,
};

/// A field looks like a misspelt `publish`, `private` or `draft`.
pub static MISSPELT_PUBLISH: Rule = Rule {
    code: "R302",
    name: "misspelt-publish",
    severity: Error,
    locked: true,
    what: r#"A field looks like a misspelt `publish`, `private` or `draft`."#,
    why: r#"If it was meant to keep the page private, ignoring it would publish the page. The file is treated as private."#,
    example: r#"pubish: false"#,
    fix: r#"Correct the spelling, or rename the field if it means something else."#,
};

/// A published page links to a private one without a label of its own.
pub static WITHHELD_LINK: Rule = Rule {
    code: "R303",
    name: "withheld-link",
    severity: Warning,
    locked: true,
    what: r#"A published page links to a private one without a label of its own."#,
    why: r#"The link shows the `public_name` of the private page, or "withheld": the sentence may not read as intended."#,
    example: r#"… according to [[source-x]]."#,
    fix: r#"Give the link a label (`[[source-x|a person familiar with the matter]]`), or the private page a `public_name`."#,
};

/// A comment is opened and never closed.
pub static UNCLOSED_COMMENT: Rule = Rule {
    code: "R304",
    name: "unclosed-comment",
    severity: Error,
    locked: true,
    what: r#"A comment (`%%`, or `<!--` of HTML) is opened and never closed."#,
    why: r#"To be safe everything after it is hidden: the rest of the page would be missing."#,
    example: r#"%% ask the lawyer first"#,
    fix: r#"Close the comment with `%%`, one of HTML with `-->` in the same paragraph. To print the signs, put them in `code`."#,
};

/// A published page transcludes a private one.
pub static PRIVATE_TRANSCLUSION: Rule = Rule {
    code: "R305",
    name: "private-transclusion",
    severity: Error,
    locked: true,
    what: r#"A published page transcludes a private one."#,
    why: r#"Transclusion copies text; private text is never copied into a public page."#,
    example: r#"![[source-x]]"#,
    fix: r#"Remove the transclusion, or publish the page it names."#,
};

/// A relation of a published page leads to a private one.
pub static WITHHELD_RELATION: Rule = Rule {
    code: "R306",
    name: "withheld-relation",
    severity: Warning,
    locked: true,
    what: r#"A relation of a published page leads to a private one."#,
    why: r#"The relation is left out of the site. For a speaker or author that changes what the page says, so it shows the `public_name`, or "withheld"."#,
    example: r#"said_by: source-x"#,
    fix: r#"Give the private page a `public_name`, or remove the relation."#,
};

/// A page holds more `%%` comments than can be told apart from code with certainty.
pub static TOO_MANY_COMMENTS: Rule = Rule {
    code: "R307",
    name: "too-many-comments",
    severity: Error,
    locked: true,
    what: r#"A page holds more `%%` comments than can be told apart from code with certainty."#,
    why: r#"To be safe the rest of the page is hidden."#,
    example: r#"thousands of multi-line %% comments"#,
    fix: r#"Move the notes into a private page."#,
};

/// A published page uses a file that may not go out.
pub static PRIVATE_ATTACHMENT: Rule = Rule {
    code: "R308",
    name: "private-attachment",
    severity: Error,
    locked: true,
    what: r#"A published page uses a file that may not go out."#,
    why: r#"It lies in a private folder, or is the local copy of a source that does not publish it; using it elsewhere does not make it public."#,
    example: r#"![scan](../private/scan.png)"#,
    fix: r#"Move the file out of the private folder, set `publish_copy: true` on the source, or remove the link."#,
};

/// A private folder in `site.toml` names no file.
pub static EMPTY_PRIVATE_FOLDER: Rule = Rule {
    code: "R309",
    name: "empty-private-folder",
    severity: Warning,
    locked: true,
    what: r#"A private folder in `site.toml` names no file."#,
    why: r#"A misspelt folder keeps nothing private. Where there is one of nearly that name, it is an error."#,
    example: r#"private_folders = ["secrte"]"#,
    fix: r#"Correct the path. Where the folder is kept out of the repository on purpose, the warning can be left."#,
};

/// A page looks as if it had front matter, and Redstring finds none there.
pub static SUSPECT_FRONT_MATTER: Rule = Rule {
    code: "R310",
    name: "suspect-front-matter",
    severity: Error,
    locked: true,
    what: r#"A page looks as if it had front matter, or more of it, where Redstring reads none."#,
    why: r#"A `publish: false` that is not read as a field would be published as text, and the page with it. The file is treated as private."#,
    example: r#"--- # notes
publish: false
---"#,
    fix: r#"Begin the file with a line that holds only `---` and close the front matter with another. To begin a body with a rule, write `***`; put words such as `publish:` that are text in `code` or later in the line."#,
};

/// `[!private]` stands where it opens no callout.
pub static STRAY_PRIVATE_MARKER: Rule = Rule {
    code: "R311",
    name: "stray-private-marker",
    severity: Error,
    locked: true,
    what: r#"`[!private]` stands where it opens no callout, or in part inside a comment."#,
    why: r#"It was meant to keep something private, and what cannot be told. To be safe the rest of the page is hidden."#,
    example: r#"A remark. [!private] Not for readers."#,
    fix: r#"Write `> [!private]` at the beginning of a block quote of its own, or put the marker in `code`."#,
};

/// A link stands in a front matter field that holds plain words.
pub static LINK_IN_TEXT_FIELD: Rule = Rule {
    code: "R312",
    name: "link-in-text-field",
    severity: Error,
    locked: true,
    what: r#"A link or a citation stands in a front matter field that holds plain words."#,
    why: r#"Nothing in such a field is a link: the name in it would go out as written, even that of a private page. Only a label is shown of it; a tag with a link in it is left out."#,
    example: r#"summary: "Met [[source-x]] in 2017.""#,
    fix: r#"Write the words that readers shall see: `summary: Met a diplomat in 2017.`"#,
};

/// A private field in `site.toml` stands on no page.
pub static UNUSED_PRIVATE_FIELD: Rule = Rule {
    code: "R313",
    name: "unused-private-field",
    severity: Warning,
    locked: true,
    what: r#"A private field in `site.toml` stands on no page."#,
    why: r#"A misspelt name keeps nothing private. Where a field or relation of nearly that name is declared, it is an error."#,
    example: r#"private_fields = ["sorce_contact"]"#,
    fix: r#"Correct the name, or remove it from the list if no page has such a field any more."#,
};

/// A callout looks as if it was meant to be private.
pub static MISSPELT_PRIVATE_CALLOUT: Rule = Rule {
    code: "R314",
    name: "misspelt-private-callout",
    severity: Error,
    locked: true,
    what: r#"A callout has a name that looks like a misspelt `private`, or means the same."#,
    why: r#"A callout may have any name, and readers see it. If this one was meant to stay private, they would read the note. It is hidden."#,
    example: r#"> [!privat] Ask the lawyer first."#,
    fix: r#"Write `> [!private]`, or give the callout another name if readers shall see it."#,
};

/// All of them, by code.
pub(super) static ALL: &[&Rule] = &[
    &INVALID_PUBLISH,
    &MISSPELT_PUBLISH,
    &WITHHELD_LINK,
    &UNCLOSED_COMMENT,
    &PRIVATE_TRANSCLUSION,
    &WITHHELD_RELATION,
    &TOO_MANY_COMMENTS,
    &PRIVATE_ATTACHMENT,
    &EMPTY_PRIVATE_FOLDER,
    &SUSPECT_FRONT_MATTER,
    &STRAY_PRIVATE_MARKER,
    &LINK_IN_TEXT_FIELD,
    &UNUSED_PRIVATE_FIELD,
    &MISSPELT_PRIVATE_CALLOUT,
];
