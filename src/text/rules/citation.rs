//! Rules about how sources are cited.

use super::{Rule, Severity::Error};

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
pub(super) static ALL: &[&Rule] = &[&UNKNOWN_CITATION_STYLE];
