//! What a dossier has of its own beside `content/`: settings, templates, styles, theme, the lock.

use std::borrow::Cow;
use std::path::Path;

use super::walk::{Found, not_followed, walk};
use super::{
    EVIDENCE_LOCK, SETTINGS, SettingsFile, ThemeFile, is_link, misnamed, read_bytes, read_own, read_text,
};
use crate::text::{Checked, ContentFile, ContentPath, Diagnostic};

/// The largest file of the theme that is read, in bytes: all of them stay in memory.
const MAX_THEME_BYTES: u64 = 32 * 1024 * 1024;

pub(super) fn settings(root: &Path) -> Checked<SettingsFile> {
    match read_own(root, SETTINGS) {
        None => misnamed::settings(root),
        Some(read) => read.map(|file| file.map_or(SettingsFile::Unreadable, SettingsFile::Read)),
    }
}

pub(super) fn evidence_lock(root: &Path) -> Checked<Option<ContentFile>> {
    read_own(root, EVIDENCE_LOCK).unwrap_or_else(|| Checked::clean(None))
}

/// The texts in a folder that need not be there.
pub(super) fn texts(root: &Path, folder: &str) -> Checked<Vec<ContentFile>> {
    let mut diagnostics = Vec::new();
    let files = files(root, folder, &mut diagnostics);
    let texts = files.iter().filter_map(|path| read_text(root, path).into_value(&mut diagnostics));
    let texts = texts.collect();
    Checked::new(texts, diagnostics)
}

/// The dossier's own files of `theme/`: the words, which are read, and all others, which go out.
pub(super) fn theme(root: &Path) -> Checked<(Vec<ContentFile>, Vec<ThemeFile>)> {
    let mut diagnostics = Vec::new();
    let (mut words, mut theme) = (Vec::new(), Vec::new());
    for path in files(root, "theme", &mut diagnostics) {
        if path.below("theme/words").is_some() {
            words.extend(read_text(root, &path).into_value(&mut diagnostics));
            continue;
        }
        match read_bytes(root, &path, MAX_THEME_BYTES) {
            Ok(bytes) => {
                let name = path.below("theme").unwrap_or_default().into();
                theme.push(ThemeFile { name, bytes: Cow::Owned(bytes) });
            }
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    Checked::new((words, theme), diagnostics)
}

/// The files in a folder that need not be there; a link in its place is reported and not followed.
fn files(root: &Path, folder: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<ContentPath> {
    let here = root.join(folder);
    if is_link(&here) {
        diagnostics.push(not_followed(&ContentPath::new(folder)));
        return Vec::new();
    }
    if !here.is_dir() {
        return Vec::new();
    }
    let mut files = Vec::new();
    for (path, found) in walk(root, folder) {
        match found {
            Found::File => files.push(path),
            Found::Refused(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    files
}
