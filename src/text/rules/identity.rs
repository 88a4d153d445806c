//! Rules about who is who: ids, names and addresses. None of the errors can be turned down.

use super::{
    Rule,
    Severity::{Error, Warning},
};

/// Two files have the same id.
pub static DUPLICATE_ID: Rule = Rule {
    code: "R401",
    name: "duplicate-id",
    severity: Error,
    locked: true,
    what: r#"Two files have the same id."#,
    why: r#"A link to it could mean either; one page would overwrite the other."#,
    example: r#"people/smith.md and organisations/smith.md"#,
    fix: r#"Give one of them an `id:` of its own."#,
};

/// Two ids differ only in upper and lower case, or in Unicode form.
pub static CASE_CLASHING_ID: Rule = Rule {
    code: "R402",
    name: "case-clashing-id",
    severity: Error,
    locked: true,
    what: r#"Two ids differ only in upper and lower case, or in Unicode form."#,
    why: r#"On many disks they are one file: one page would overwrite the other."#,
    example: r#"people/Smith.md and people/smith.md"#,
    fix: r#"Give one of them another `id:`."#,
};

/// Two things would be written to one file of the site.
pub static OUTPUT_CLASH: Rule = Rule {
    code: "R403",
    name: "output-clash",
    severity: Error,
    locked: true,
    what: r#"Two things would be written to one file of the site."#,
    why: r#"One would silently overwrite the other."#,
    example: r#"redirects_from: people/smith.html, where that page exists"#,
    fix: r#"Change the id, the file name, or the redirect of one of them."#,
};

/// An id or folder has a name that Redstring uses for a page of its own.
pub static RESERVED_NAME: Rule = Rule {
    code: "R404",
    name: "reserved-name",
    severity: Error,
    locked: true,
    what: r#"An id or folder has a name that Redstring uses for a page of its own."#,
    why: r#"The page would overwrite the timeline, the search or an index."#,
    example: r#"content/timeline.md"#,
    fix: r#"Choose another id."#,
};

/// Two entities have the same title.
pub static SHARED_TITLE: Rule = Rule {
    code: "R405",
    name: "shared-title",
    severity: Warning,
    locked: false,
    what: r#"Two entities have the same title."#,
    why: r#"A reader cannot tell them apart in lists, and a link by that title is ambiguous. (An alias may be shared: it is reported where a link uses it.)"#,
    example: r#"title: John Smith, on two people"#,
    fix: r#"Say more in one of the titles: John Smith (auditor)."#,
};

/// An id holds characters that cannot stand in an address.
pub static INVALID_ID: Rule = Rule {
    code: "R406",
    name: "invalid-id",
    severity: Error,
    locked: true,
    what: r#"An id cannot stand in an address, or as the name of a file on every system."#,
    why: r#"The id becomes a file name and an address."#,
    example: r#"id: "smith/john""#,
    fix: r#"Use letters, digits and hyphens, at most 200 bytes, and no name that Windows keeps for a device."#,
};

/// All of them, by code.
pub(super) static ALL: &[&Rule] =
    &[&DUPLICATE_ID, &CASE_CLASHING_ID, &OUTPUT_CLASH, &RESERVED_NAME, &SHARED_TITLE, &INVALID_ID];
