//! Listing one folder of a dossier.

use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use crate::text::{Checked, ContentPath, Diagnostic, rules};

/// What lies in a folder, in path order.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Regular files.
    pub(super) files: Vec<Found>,
    /// Places that could not be looked at, or are not followed.
    pub(super) unreadable: Vec<ContentPath>,
}

/// One regular file.
#[derive(Debug)]
pub(super) struct Found {
    /// Where.
    pub(super) path: ContentPath,
    /// Its size.
    pub(super) bytes: u64,
}

/// List `root/folder`, all the way down.
pub(super) fn walk(root: &Path, folder: &str) -> Checked<Listing> {
    let mut listing = Listing::default();
    let mut diagnostics = Vec::new();
    let entries = WalkDir::new(root.join(folder))
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map_or_else(|| ContentPath::new(folder), |path| inside(root, path));
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                diagnostics.push(
                    Diagnostic::new(&rules::files::UNREADABLE_FILE, format!("this cannot be read: {reason}"))
                        .in_file(&path),
                );
                listing.unreadable.push(path);
                continue;
            }
        };
        let path = inside(root, entry.path());
        if entry.path_is_symlink() && entry.depth() > 0 {
            diagnostics.push(not_followed(&path));
            listing.unreadable.push(path);
            continue;
        }
        if entry.depth() > 0
            && let Some(problem) = unsafe_name(entry.file_name().to_str())
        {
            diagnostics.push(
                Diagnostic::new(&rules::files::UNSAFE_FILE_NAME, format!("the name of this file {problem}"))
                    .in_file(&path)
                    .help("rename it; the title may keep the characters"),
            );
            listing.unreadable.push(path);
            continue;
        }
        if entry.file_type().is_file() {
            let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
            listing.files.push(Found { path, bytes });
        }
    }
    Checked::new(listing, diagnostics)
}

/// A symbolic link lies here.
pub(super) fn not_followed(path: &ContentPath) -> Diagnostic {
    Diagnostic::new(&rules::files::SYMBOLIC_LINK, "this is a symbolic link, and none is followed")
        .in_file(path)
        .help("put the file itself there, or move the link out of the dossier")
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn inside(root: &Path, path: &Path) -> ContentPath {
    ContentPath::new(&path.strip_prefix(root).unwrap_or(path).to_string_lossy())
}

/// What is wrong with a name that some system cannot hold (after Microsoft's "Naming Files, Paths, and
/// Namespaces", the narrowest of them).
#[must_use]
pub fn unsafe_name(name: Option<&str>) -> Option<String> {
    const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
    let Some(name) = name else { return Some("is not UTF-8".into()) };
    if let Some(c) = name.chars().find(|c| c.is_control() || "<>:\"\\|?*".contains(*c)) {
        return Some(format!("holds {c:?}, which Windows does not allow"));
    }
    if name.ends_with(['.', ' ']) {
        return Some("ends with a dot or a space, which Windows drops".into());
    }
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().any(|device| {
        stem.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_digit()))
    });
    (DEVICES.contains(&stem.as_str()) || numbered)
        .then(|| format!("is `{stem}`, which Windows keeps for a device"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_break_on_windows_are_refused() {
        for name in ["hearing: day 1.md", "con.md", "LPT1.txt", "a?.md", "end.", "tab\t.md", "back\\slash.md"]
        {
            assert!(unsafe_name(Some(name)).is_some(), "{name}");
        }
        for name in ["ian-levy.md", "console.md", "com10.md", "été – 2017.md", "国家.md"] {
            assert_eq!(unsafe_name(Some(name)), None, "{name}");
        }
    }
}
