//! Listing one folder of a dossier, or what lies at one place in it.

use std::ffi::OsStr;
use std::path::Path;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::text::{ContentPath, Diagnostic, rules};

/// What lies at one place.
#[derive(Debug)]
pub(super) enum Found {
    /// A regular file.
    File,
    /// What could not be looked at, or is not followed, and why.
    Refused(Diagnostic),
}

/// List `root/folder`, all the way down, each folder by the names in it.
pub(super) fn walk(root: &Path, folder: &str) -> Vec<(ContentPath, Found)> {
    list(root, WalkDir::new(root.join(folder)), &|entry| entry.depth() == 0 || !is_hidden(entry))
}

/// List what lies at `root/place`, which is in a folder that is listed by [`walk`], and below it; nothing where it is not
/// there. It is looked for among the names of its folder: a disk that ignores case would also find it by another.
pub(super) fn walk_at(root: &Path, place: &str) -> Vec<(ContentPath, Found)> {
    let (folder, name) = place.rsplit_once('/').unwrap_or(("", place));
    let walk = WalkDir::new(root.join(folder));
    list(root, walk, &|entry| match entry.depth() {
        0 => true,
        1 => entry.file_name() == OsStr::new(name) && !is_hidden(entry),
        _ => !is_hidden(entry),
    })
}

fn list(root: &Path, walk: WalkDir, wanted: &dyn Fn(&DirEntry) -> bool) -> Vec<(ContentPath, Found)> {
    let entries: Vec<_> = walk.sort_by_file_name().into_iter().filter_entry(wanted).collect();
    entries.into_par_iter().filter_map(|entry| found(root, entry)).collect()
}

/// What an entry of a folder is for a dossier; nothing where it is itself a folder.
fn found(root: &Path, entry: walkdir::Result<DirEntry>) -> Option<(ContentPath, Found)> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => {
            let path = inside(root, error.path()?);
            let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            let message = format!("this cannot be read: {reason}");
            let diagnostic = Diagnostic::new(&rules::files::UNREADABLE_FILE, message).in_file(&path);
            return Some((path, Found::Refused(diagnostic)));
        }
    };
    let path = inside(root, entry.path());
    if entry.path_is_symlink() && entry.depth() > 0 {
        let refused = not_followed(&path);
        return Some((path, Found::Refused(refused)));
    }
    if entry.depth() > 0
        && let Some(problem) = unsafe_name(entry.file_name().to_str())
    {
        let message = format!("the name of this file {problem}");
        let refused = Diagnostic::new(&rules::files::UNSAFE_FILE_NAME, message)
            .in_file(&path)
            .help("rename it; the title may keep the characters");
        return Some((path, Found::Refused(refused)));
    }
    entry.file_type().is_file().then_some((path, Found::File))
}

/// A symbolic link lies here.
pub(super) fn not_followed(path: &ContentPath) -> Diagnostic {
    Diagnostic::new(&rules::files::SYMBOLIC_LINK, "this is a symbolic link, and none is followed")
        .in_file(path)
        .help("put the file itself there, or move the link out of the dossier")
}

/// Whether a file or folder is an editor's or a system's own, which no dossier is made of.
pub(super) fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// A path as the dossier in `root` knows it.
pub(super) fn inside(root: &Path, path: &Path) -> ContentPath {
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
