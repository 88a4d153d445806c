//! What nearly has the name of something that a dossier is made of: `Site.toml`, `site.toml.txt`, `template/`.
//!
//! It would be passed over, and with settings that is no small matter: what they keep private would go out. Nothing is
//! looked for where the right name is there.

use std::ffi::OsString;
use std::path::Path;

use super::content::CONTENT;
use super::tree::{STYLES, TEMPLATES, THEME};
use super::{SETTINGS, SettingsFile};
use crate::text::{Checked, ContentPath, Diagnostic, rules};

/// What stands for the settings where there is no `site.toml`: nothing, or what was meant to be one. Of that, what it
/// keeps private cannot be known.
pub(super) fn settings(root: &Path) -> Checked<SettingsFile> {
    let mut beside = names_in(root).into_iter().filter(|name| looks_like_settings(name));
    let found = beside.find(|name| root.join(name).is_file()).or_else(|| {
        let inside = names_in(&root.join(CONTENT)).into_iter();
        let mut inside = inside.filter(|name| name.eq_ignore_ascii_case(SETTINGS));
        inside.next().map(|name| format!("{CONTENT}/{name}"))
    });
    let Some(found) = found else { return Checked::clean(SettingsFile::Absent) };
    let message = "this looks like the settings, which are read from `site.toml` beside `content/` alone";
    let diagnostic = Diagnostic::new(&rules::site::INVALID_SETTINGS, message)
        .in_file(&ContentPath::new(&found))
        .help("rename it to `site.toml`, or move it away; until then everything is private");
    Checked::new(SettingsFile::Unreadable, vec![diagnostic])
}

/// The folders that were meant to be `templates/`, `theme/` or `styles/`.
pub(super) fn folders(root: &Path) -> Vec<Diagnostic> {
    // By asking for it and not by its name in the list: there are disks that ignore case.
    let missing = [TEMPLATES, THEME, STYLES].into_iter();
    let missing: Vec<_> = missing.filter(|read| root.join(read).symlink_metadata().is_err()).collect();
    let names = if missing.is_empty() { Vec::new() } else { names_in(root) };
    let near = |read: &str, name: &str| strsim::damerau_levenshtein(&name.to_lowercase(), read) <= 1;
    let found =
        missing.into_iter().filter_map(|read| Some((read, names.iter().find(|name| near(read, name))?)));
    let found = found.filter(|(_, name)| root.join(name).is_dir());
    found
        .map(|(read, name)| {
            let message = format!("nothing of this folder is used: its name is nearly `{read}`");
            Diagnostic::new(&rules::files::MISNAMED_FOLDER, message)
                .in_file(&ContentPath::new(name))
                .help(format!("rename it to `{read}`"))
        })
        .collect()
}

/// Whether a file of this name may be meant as the settings: `Site.toml`, `site.tml`, and what editors and systems put behind
/// a name. `site.html` is as near as `site.yaml`, and something else.
#[must_use]
pub fn looks_like_settings(name: &str) -> bool {
    let lower = name.to_lowercase();
    let holds_settings = [".toml", ".yaml", ".yml"].iter().any(|ending| lower.ends_with(ending));
    let most = if holds_settings { 2 } else { 1 };
    lower.starts_with(SETTINGS) || strsim::damerau_levenshtein(&lower, SETTINGS) <= most
}

/// The names in a folder, in order; those that are no text, and hidden ones, cannot be meant.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let names = entries.map(|entry| entry.file_name()).map(OsString::into_string).filter_map(Result::ok);
    let mut names: Vec<_> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_meant_as_settings() {
        for name in ["Site.toml", "site.tml", "sites.toml", "site.toml.txt", "SITE.TOML~", "site.yaml"] {
            assert!(looks_like_settings(name), "{name}");
        }
        for name in [
            "Cargo.toml",
            "book.toml",
            "config.toml",
            "site",
            "netlify.toml",
            "content",
            "site.html",
            "site.xml",
            "site.com",
        ] {
            assert!(!looks_like_settings(name), "{name}");
        }
    }
}
