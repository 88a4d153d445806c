//! Where something may have changed on disk, and what was found to be different.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::text::ContentPath;

/// Where something may have changed since the dossier was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Anywhere: nobody watched, or more happened than could be told.
    Anywhere,
    /// At these places and below them, seen from the dossier's folder.
    At(BTreeSet<PathBuf>),
}

impl Default for Changes {
    fn default() -> Self {
        Self::At(BTreeSet::new())
    }
}

impl Changes {
    /// With another place.
    pub fn add(&mut self, place: PathBuf) {
        if let Self::At(places) = self {
            places.insert(place);
        }
    }

    /// Both.
    pub fn join(&mut self, other: Self) {
        match other {
            Self::Anywhere => *self = Self::Anywhere,
            Self::At(places) => places.into_iter().for_each(|place| self.add(place)),
        }
    }
}

/// What is different from before, once the disk was looked at again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Different {
    /// `site.toml`, or the dossier's own words of the theme.
    pub settings: bool,
    /// The templates.
    pub templates: bool,
    /// The citation styles.
    pub styles: bool,
    /// The theme's files.
    pub theme: bool,
    /// `evidence.lock`.
    pub evidence_lock: bool,
    /// Pages that came, went, or say something else.
    pub pages: BTreeSet<ContentPath>,
    /// Whether other files below `content/` came, went, or have another size, or what is there can be read no more.
    pub listing: bool,
    /// Other files below `content/` that may hold something else.
    pub attachments: BTreeSet<ContentPath>,
}
