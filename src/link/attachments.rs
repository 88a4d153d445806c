//! The files that pages can use, by path and by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{FoldedName, Settings, fold, folded};
use crate::text::{ByPath, ContentPath, HashMap};

/// All attachments of a dossier.
#[derive(Debug, Clone, Default)]
pub struct Attachments {
    by_path: BTreeMap<ContentPath, u64>,
    /// Those that may not go out, whoever uses them.
    private: BTreeSet<ContentPath>,
    by_name: HashMap<FoldedName, BTreeSet<ContentPath>>,
    places: ByPath<()>,
}

impl Attachments {
    /// Index these files, each with its size in bytes. What lies in a private folder may not go out.
    #[must_use]
    pub fn new(files: impl Iterator<Item = (ContentPath, u64)>, settings: &Settings) -> Self {
        let mut attachments = Self::default();
        for (path, bytes) in files {
            if settings.is_in_private_folder(&path) {
                attachments.private.insert(path.clone());
            }
            attachments.by_name.entry(fold(path.file_name())).or_default().insert(path.clone());
            attachments.places.insert(path.clone(), ());
            attachments.by_path.insert(path, bytes);
        }
        attachments
    }

    /// Keep a file in: no page can show it or link to it any more.
    pub(super) fn withhold(&mut self, path: &ContentPath) {
        self.private.insert(path.clone());
    }

    /// Whether a file may not go out.
    #[must_use]
    pub fn is_private(&self, path: &ContentPath) -> bool {
        self.private.contains(path)
    }

    /// The file of this path.
    #[must_use]
    pub fn get(&self, path: &ContentPath) -> Option<&ContentPath> {
        self.places.get(path).map(|(path, ())| path)
    }

    /// The files of this name, in any folder, in path order.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<&ContentPath> {
        self.by_name.get(&*folded(name)).into_iter().flatten().collect()
    }

    /// The size of a file in bytes.
    #[must_use]
    pub fn bytes(&self, path: &ContentPath) -> u64 {
        self.by_path.get(path).copied().unwrap_or(0)
    }

    /// The paths of all that may not go out, in order.
    pub fn private_paths(&self) -> impl Iterator<Item = &ContentPath> {
        self.private.iter()
    }

    /// The paths of all that may go out, in order.
    pub fn paths(&self) -> impl Iterator<Item = &ContentPath> {
        self.by_path.keys().filter(|path| !self.is_private(path))
    }
}
