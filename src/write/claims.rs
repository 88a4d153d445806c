//! The paths of a site as they are put: each a possible one, each once.
//!
//! What the earlier floors should have seen to is held here once more, because here a mistake would cost a
//! file: two paths that differ only in case or Unicode form overwrite each other on many systems, and
//! a path that leads out of the site could overwrite anything.

use std::borrow::Cow;
use std::collections::BTreeMap;

use unicase::UniCase;

use super::WriteError;
use super::ledger::MARKER;
use crate::export::manifest::Checksum;
use crate::text::{HashMap, HashSet, one_form};

/// What became of a file that was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Put {
    /// Begun; still so at the end if writing failed.
    Begun,
    /// The published file holds the same bytes.
    Kept(Checksum),
    /// Written to the staging folder.
    Written(Checksum),
}

impl Put {
    /// By what the file is known, once it is there.
    fn checksum(self) -> Option<Checksum> {
        match self {
            Self::Begun => None,
            Self::Kept(sum) | Self::Written(sum) => Some(sum),
        }
    }
}

/// Every path of the site so far.
#[derive(Debug, Default)]
pub(super) struct Claims {
    /// What was put, by the path as given.
    files: HashMap<String, Put>,
    /// The path as given, by the form in which clashes show: of the folders above files, and of files that are given in
    /// another form.
    names: HashMap<String, (String, Role)>,
    /// The folders of files, as given: most files lie in one that has been looked at.
    folders: HashSet<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    File,
    Folder,
}

impl Claims {
    /// Take a path for a file, if it is a possible one and free.
    pub(super) fn claim(&mut self, path: &str) -> Result<(), WriteError> {
        if let Some(why) = fault(path) {
            return Err(WriteError::BadPath { path: path.to_owned(), why });
        }
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        let new_folder = folder.filter(|folder| !self.folders.contains(*folder));
        let folders = || {
            let above = new_folder.map(|folder| &path[..=folder.len()]).unwrap_or_default();
            above.match_indices('/').filter_map(|(end, _)| path.get(..end))
        };
        // All names are looked up before any is taken, so that a refused path leaves no trace.
        for (name, role) in folders().map(|folder| (folder, Role::Folder)).chain([(path, Role::File)]) {
            let form = folded(name);
            let earlier = match self.names.get(&*form) {
                Some((earlier, taken_as)) => {
                    let same_folder = [role, *taken_as] == [Role::Folder; 2] && earlier == name;
                    (!same_folder).then_some(earlier)
                }
                None => self.files.get_key_value(&*form).map(|(earlier, _)| earlier),
            };
            if let Some(earlier) = earlier {
                return Err(WriteError::Twice { path: name.to_owned(), earlier: earlier.clone() });
            }
        }
        for folder in folders() {
            let name = folded(folder).into_owned();
            self.names.entry(name).or_insert_with(|| (folder.to_owned(), Role::Folder));
        }
        self.folders.extend(new_folder.map(str::to_owned));
        // Of a million files, nearly all have this form already.
        let form = folded(path);
        if form != path {
            self.names.insert(form.into_owned(), (path.to_owned(), Role::File));
        }
        self.files.insert(path.to_owned(), Put::Begun);
        Ok(())
    }

    /// Say what became of a claimed path.
    pub(super) fn settle(&mut self, path: &str, put: Put) {
        if let Some(known) = self.files.get_mut(path) {
            *known = put;
        }
    }

    /// What is written or kept so far, in order.
    pub(super) fn settled(&self) -> BTreeMap<String, Checksum> {
        let settled = self.files.iter();
        settled.filter_map(|(path, put)| Some((path.clone(), put.checksum()?))).collect()
    }

    /// What one path is written or kept as.
    pub(super) fn settled_as(&self, path: &str) -> Option<Checksum> {
        self.files.get(path)?.checksum()
    }

    /// Every path with what became of it, in order.
    pub(super) fn into_files(self) -> BTreeMap<String, Put> {
        self.files.into_iter().collect()
    }
}

/// The form in which paths are held for one by the systems that fold most.
fn folded(path: &str) -> Cow<'_, str> {
    if path.is_ascii() {
        return if path.bytes().any(|byte| byte.is_ascii_uppercase()) {
            path.to_ascii_lowercase().into()
        } else {
            path.into()
        };
    }
    UniCase::new(one_form(path)).to_folded_case().into()
}

/// What is wrong with a path, if anything is.
fn fault(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("it is empty");
    }
    if path.contains('\\') {
        return Some("it holds a backslash");
    }
    // Line ends among them: the marker lists one path a line.
    if path.chars().any(char::is_control) {
        return Some("it holds a control character");
    }
    if path.starts_with('/') || (cfg!(windows) && path.contains(':')) {
        return Some("it is not relative");
    }
    if path.split('/').any(|part| matches!(part, "." | "..")) {
        return Some("it leads elsewhere");
    }
    if path.split('/').any(str::is_empty) {
        return Some("a part of it is empty");
    }
    if path.split('/').next().is_some_and(|first| folded(first) == MARKER) {
        return Some("that name is kept for Redstring's own marker");
    }
    None
}
