//! Which targets are refused whatever the user says: a folder whose loss could not be made good.
//!
//! `--force` means "these files in my output folder may go", and is typed in haste. It is never taken to
//! mean a home folder, a dossier, or what a dossier is made of.

use std::path::{Component, Path, PathBuf};

use super::WriteError;
use super::disk::Disk;
use super::kept::KEPT;
use super::place::Place;

/// The folders of a dossier that hold what people wrote.
const WRITTEN_BY_PEOPLE: [&str; 3] = ["content", "templates", "theme"];

/// Refuse a target that is, holds, or lies within what must not be lost.
pub(super) fn check(disk: &dyn Disk, place: &Place, root: &Path) -> Result<(), WriteError> {
    let refuse = |why| Err(WriteError::refused(&place.target, why));
    let target = real(disk, &place.target);
    let root = real(disk, root);
    // Only in what does not exist yet, where the system could not say what it means.
    if target.components().any(|part| part == Component::ParentDir) {
        return refuse("it leads through a folder that does not exist");
    }
    if target.parent().is_none() {
        return refuse("it is the root of the file system");
    }
    if target == root {
        return refuse("it is the dossier itself");
    }
    if root.starts_with(&target) {
        return refuse("the dossier lies inside it");
    }
    if let Some(home) = std::env::home_dir().filter(|home| home.is_absolute())
        && real(disk, &home).starts_with(&target)
    {
        return refuse("it is your home folder, or holds it");
    }
    if let Ok(inside) = target.strip_prefix(&root)
        && WRITTEN_BY_PEOPLE.iter().any(|folder| inside.starts_with(folder))
    {
        return refuse("it is, or lies in, a folder of the dossier that people write in");
    }
    if target.starts_with(root.join(KEPT)) {
        return refuse("it is, or lies in, the folder that Redstring keeps for itself");
    }
    if target.components().any(|part| part.as_os_str() == ".git") {
        return refuse("it lies in a git repository's own folder");
    }
    Ok(())
}

/// The path with every symlink resolved, as far as it exists; what does not exist yet is kept as written.
fn real(disk: &dyn Disk, path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    for ancestor in absolute.ancestors() {
        if let Ok(known) = disk.real_path(ancestor) {
            return match absolute.strip_prefix(ancestor) {
                Ok(rest) if !rest.as_os_str().is_empty() => known.join(rest),
                _ => known,
            };
        }
    }
    absolute
}
