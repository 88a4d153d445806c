//! Rules about files as such: whether they can be read at all, and where they lie.

use super::{
    Rule,
    Severity::{Error, Warning},
};

/// A text file is not UTF-8.
pub static NOT_UTF_8: Rule = Rule {
    code: "R101",
    name: "not-utf-8",
    severity: Error,
    locked: true,
    what: r#"A text file is not UTF-8."#,
    why: r#"Guessing an encoding corrupts names and quotations silently, so the file is left out until it is converted."#,
    example: r#"people/jose.md saved as Windows-1252"#,
    fix: r#"Save the file as UTF-8. `iconv -f WINDOWS-1252 -t UTF-8 old.md > new.md` converts one."#,
};

/// A file or folder of the dossier cannot be read.
pub static UNREADABLE_FILE: Rule = Rule {
    code: "R102",
    name: "unreadable-file",
    severity: Error,
    locked: true,
    what: r#"A file or folder of the dossier cannot be read."#,
    why: r#"A page that silently drops out of the dossier is lost work, and every link to it would break."#,
    example: r#"content/people/ian-levy.md without read permission"#,
    fix: r#"Give yourself read permission, or move the file out of the dossier."#,
};

/// A symbolic link lies in the dossier.
pub static SYMBOLIC_LINK: Rule = Rule {
    code: "R103",
    name: "symbolic-link",
    severity: Error,
    locked: true,
    what: r#"A symbolic link lies in the dossier."#,
    why: r#"Links can lead out of the folder (and publish what lies there) or in circles, so Redstring follows none."#,
    example: r#"content/people/shared -> /home/editor/notes"#,
    fix: r#"Put the file itself there, or keep the link outside `content/`, `templates/` and `theme/`."#,
};

/// A file is larger than Redstring reads.
pub static FILE_TOO_LARGE: Rule = Rule {
    code: "R104",
    name: "file-too-large",
    severity: Error,
    locked: true,
    what: r#"A file is larger than Redstring reads: a text or a file of the theme of more than 32 MiB, an SVG drawing of more than 16 MiB, another image of more than 256 MiB."#,
    why: r#"A text of that size is never a page that a person wrote, and an image is read whole to clean it: reading it would exhaust memory."#,
    example: r#"a 200 MB log saved as .md"#,
    fix: r#"Attach it as a file that a page links to, or split it; make an image smaller."#,
};

/// A content file is empty.
pub static EMPTY_FILE: Rule = Rule {
    code: "R105",
    name: "empty-file",
    severity: Warning,
    locked: false,
    what: r#"A content file is empty."#,
    why: r#"It makes a page that says nothing, usually by accident."#,
    example: r#"content/people/new.md with 0 bytes"#,
    fix: r#"Write at least a title, or delete the file."#,
};

/// A file name cannot be used on every system.
pub static UNSAFE_FILE_NAME: Rule = Rule {
    code: "R106",
    name: "unsafe-file-name",
    severity: Error,
    locked: true,
    what: r#"A file name cannot be used on every system."#,
    why: r#"Colons, control characters, a closing dot or space, and names such as `con` or `nul` break on Windows: a colleague could not check the dossier out."#,
    example: r#"content/events/hearing: day 1.md"#,
    fix: r#"Rename the file; the title may keep the characters."#,
};

/// A content file lies in a folder that belongs to no kind.
pub static UNKNOWN_FOLDER: Rule = Rule {
    code: "R107",
    name: "unknown-folder",
    severity: Error,
    locked: false,
    what: r#"A content file lies in a folder that belongs to no kind."#,
    why: r#"The first folder below `content/` says what an entity is; without a kind it would be on no index."#,
    example: r#"content/persons/ian-levy.md"#,
    fix: r#"Move the file into the folder of its kind, set `kind:` in its front matter, or add a kind to `site.toml`."#,
};

/// A content file has no front matter.
pub static BARE_FRONT_MATTER: Rule = Rule {
    code: "R108",
    name: "bare-front-matter",
    severity: Warning,
    locked: false,
    what: r#"A content file has no front matter."#,
    why: r#"Its title is then the name of the file, and nothing about it can be searched or dated."#,
    example: r#"content/people/ian-levy.md that begins with a paragraph"#,
    fix: r#"Begin the file with `---`, `title: …`, `---`."#,
};

/// A folder has nearly the name of one that is read.
pub static MISNAMED_FOLDER: Rule = Rule {
    code: "R109",
    name: "misnamed-folder",
    severity: Warning,
    locked: false,
    what: r#"A folder beside `content/` has nearly the name of one that is read."#,
    why: r#"Its templates, styles or theme files are passed over, and the built-in ones are used in their place."#,
    example: r#"`template/` for `templates/`, `themes/` for `theme/`"#,
    fix: r#"Rename the folder; if it belongs to something else, turn the rule off."#,
};

/// All of them, by code.
pub(super) static ALL: &[&Rule] = &[
    &NOT_UTF_8,
    &UNREADABLE_FILE,
    &SYMBOLIC_LINK,
    &FILE_TOO_LARGE,
    &EMPTY_FILE,
    &UNSAFE_FILE_NAME,
    &UNKNOWN_FOLDER,
    &BARE_FRONT_MATTER,
    &MISNAMED_FOLDER,
];
