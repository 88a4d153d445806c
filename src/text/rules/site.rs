//! Rules about `site.toml` and the templates.

use super::{
    Rule,
    Severity::{Error, Warning},
};

/// `site.toml` cannot be read, or holds something it may not hold.
pub static INVALID_SETTINGS: Rule = Rule {
    code: "R701",
    name: "invalid-settings",
    severity: Error,
    locked: true,
    what: r#"`site.toml` cannot be read, or holds something it may not hold."#,
    why: r#"A setting that is misread could change what is published; nothing is built until it is mended."#,
    example: r#"titel = "My dossier""#,
    fix: r#"Correct the line; `docs/settings.md` lists every setting."#,
};

/// A template cannot be read or drawn.
pub static TEMPLATE_ERROR: Rule = Rule {
    code: "R702",
    name: "template-error",
    severity: Error,
    locked: true,
    what: r#"A template cannot be read or drawn."#,
    why: r#"A page would be missing or half-drawn."#,
    example: r#"{% if page.title %} without {% endif %}"#,
    fix: r#"Mend the template at the place shown; delete your copy to go back to the built-in one."#,
};

/// `site.toml` names a rule that does not exist.
pub static UNKNOWN_RULE: Rule = Rule {
    code: "R703",
    name: "unknown-rule",
    severity: Error,
    locked: true,
    what: r#"`site.toml` names a rule that does not exist."#,
    why: r#"The setting would have no effect."#,
    example: r#"[rules]
borken-link = "warning""#,
    fix: r#"Correct the name; `redstring explain` lists all rules."#,
};

/// `site.toml` turns down a rule about privacy or identity.
pub static LOCKED_RULE: Rule = Rule {
    code: "R704",
    name: "locked-rule",
    severity: Error,
    locked: true,
    what: r#"`site.toml` turns down a rule about privacy or identity."#,
    why: r#"These rules keep private text in and pages apart; they hold for every dossier."#,
    example: r#"[rules]
unclosed-comment = "off""#,
    fix: r#"Remove the line."#,
};

/// `site.toml` names an entity that is not in the dossier, or is private.
pub static UNKNOWN_HOME_ENTITY: Rule = Rule {
    code: "R705",
    name: "unknown-home-entity",
    severity: Error,
    locked: false,
    what: r#"`site.toml` names an entity that is not in the dossier, or is private."#,
    why: r#"The home page would miss it."#,
    example: r#"key_people = ["ian-lévy"]"#,
    fix: r#"Correct the id."#,
};

/// A file of the site is larger than GitHub takes.
pub static LARGE_FILE: Rule = Rule {
    code: "R706",
    name: "large-file",
    severity: Warning,
    locked: false,
    what: r#"A file of the site is larger than GitHub takes."#,
    why: r#"GitHub refuses files over 100 MiB that come by git, so the site could not be published there."#,
    example: r#"[film](interview.mp4), of 140 MB"#,
    fix: r#"Publish a smaller version of the file, or give the source `publish_copy: false`. For a host that takes more, turn the rule off."#,
};

/// The site is larger than GitHub Pages serves.
pub static LARGE_SITE: Rule = Rule {
    code: "R707",
    name: "large-site",
    severity: Warning,
    locked: false,
    what: r#"The site is larger than GitHub Pages serves."#,
    why: r#"GitHub Pages serves sites of up to 1 GB, and a publication that lasts longer than ten minutes fails."#,
    example: r#"four hundred scans of 3 MB"#,
    fix: r#"Publish fewer or smaller attachments. For a host that takes more, turn the rule off."#,
};

/// Git keeps what does not go out, for a remote that looks public.
pub static TRACKED_PRIVATE: Rule = Rule {
    code: "R708",
    name: "tracked-private",
    severity: Warning,
    locked: false,
    what: r#"Git keeps files that do not go out, and a remote of the repository looks public."#,
    why: r#"The site does not show them, but the repository does: every file in it, `%%comments%%` included, and every earlier version, also of files that are deleted now."#,
    example: r#"a page with `publish: false`, committed to a repository that is pushed to github.com"#,
    fix: r#"Keep what is private elsewhere; or keep the dossier in a private folder, and send the site alone with `redstring publish`. Whether a repository is public cannot be seen from here: if it is private, turn the rule off."#,
};

/// No page is drawn with a template of the dossier's own.
pub static UNUSED_TEMPLATE: Rule = Rule {
    code: "R709",
    name: "unused-template",
    severity: Warning,
    locked: false,
    what: r#"No page is drawn with a template of the dossier's own."#,
    why: r#"Most often its name is misspelt, and the built-in template is used in its place."#,
    example: r#"`templates/entitiy.html`, or `templates/links.html` for `templates/components/links.html`"#,
    fix: r#"Correct the file's name, or name it: in `template` of a kind in `site.toml`, in another template's `extends` or `include`."#,
};

/// All of them, by code.
pub(super) static ALL: &[&Rule] = &[
    &INVALID_SETTINGS,
    &TEMPLATE_ERROR,
    &UNKNOWN_RULE,
    &LOCKED_RULE,
    &UNKNOWN_HOME_ENTITY,
    &LARGE_FILE,
    &LARGE_SITE,
    &TRACKED_PRIVATE,
    &UNUSED_TEMPLATE,
];
