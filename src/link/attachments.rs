//! The files that pages can use, by path and by name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::text::ContentPath;

/// All attachments of a dossier.
#[derive(Debug, Default)]
pub struct Attachments {
    by_path: BTreeMap<ContentPath, u64>,
    by_name: HashMap<String, BTreeSet<ContentPath>>,
}

impl Attachments {
    /// Index these files, each with its size in bytes.
    #[must_use]
    pub fn new(files: impl Iterator<Item = (ContentPath, u64)>) -> Self {
        let mut attachments = Self::default();
        for (path, bytes) in files {
            attachments.by_name.entry(path.file_name().to_lowercase()).or_default().insert(path.clone());
            attachments.by_path.insert(path, bytes);
        }
        attachments
    }

    /// The file of this path.
    #[must_use]
    pub fn get(&self, path: &ContentPath) -> Option<&ContentPath> {
        self.by_path.get_key_value(path).map(|(path, _)| path)
    }

    /// The files of this name, in any folder, in path order.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<&ContentPath> {
        self.by_name.get(&name.to_lowercase()).into_iter().flatten().collect()
    }

    /// The size of a file in bytes.
    #[must_use]
    pub fn bytes(&self, path: &ContentPath) -> u64 {
        self.by_path.get(path).copied().unwrap_or(0)
    }

    /// All paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &ContentPath> {
        self.by_path.keys()
    }
}
