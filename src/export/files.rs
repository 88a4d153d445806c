//! Files that go out beside the pages.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::{annotations, attachment, calendar, chains, feed, marks, network, previews, sitemap, timeline};
use crate::citation::{Citations, bibtex, csl_json};
use crate::link::{BIBLIOGRAPHY_FILES, CALENDAR_FILE, CHANGES_FEED, CORRECTIONS_FEED, Corpus, NETWORK_FILES};
use crate::load::{BUNDLE_STYLE, ThemeFile};
use crate::markup::Material;
use crate::text::{ContentPath, Diagnostic};

/// A file of the site that is not a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteFile<'a> {
    /// One whose bytes are at hand.
    Bytes(String, Cow<'a, [u8]>),
    /// An attachment, named by where it goes and where it lies in the dossier.
    Attachment(String, ContentPath),
}

/// What a file of the site holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content<'a> {
    /// These bytes.
    Bytes(Cow<'a, [u8]>),
    /// What this file on disk holds, to be copied as it is.
    CopyOf(PathBuf),
}

impl SiteFile<'static> {
    /// A file of this text.
    pub(super) fn text(path: impl Into<String>, text: String) -> Self {
        Self::Bytes(path.into(), Cow::Owned(text.into_bytes()))
    }
}

impl SiteFile<'_> {
    /// Where it goes in the site: `files/people/portrait.jpg`.
    #[must_use]
    pub fn path(&self) -> &str {
        let (Self::Bytes(path, _) | Self::Attachment(path, _)) = self;
        path
    }

    /// What it holds, for the dossier in `root`.
    ///
    /// # Errors
    /// A diagnostic, when an attachment cannot be read, or is an image that cannot be cleaned: it may not go out.
    pub fn content(&self, root: &Path) -> Result<Content<'_>, Box<Diagnostic>> {
        match self {
            Self::Bytes(_, bytes) => Ok(Content::Bytes(Cow::Borrowed(bytes))),
            Self::Attachment(_, path) => attachment::content(root, path),
        }
    }
}

/// Files that are made together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileGroup {
    /// The marks that hosts look for.
    Marks,
    /// The theme.
    Theme,
    /// The bibliography for other programs.
    Bibliography,
    /// The map of the network.
    Network,
    /// The feeds.
    Feeds,
    /// The sitemap, and where it is found.
    Sitemap,
    /// The calendar.
    Calendar,
    /// The attachments in use.
    Attachments,
    /// The annotations of sources.
    Annotations,
    /// The cards that links show.
    Previews,
    /// What the script for chains needs.
    Chains,
    /// A long timeline as data.
    Timeline,
}

impl FileGroup {
    /// All, in the order of their files.
    pub const ALL: [Self; 12] = [
        Self::Marks,
        Self::Theme,
        Self::Bibliography,
        Self::Network,
        Self::Feeds,
        Self::Sitemap,
        Self::Calendar,
        Self::Attachments,
        Self::Annotations,
        Self::Previews,
        Self::Chains,
        Self::Timeline,
    ];

    /// Its files, in a fixed order.
    #[must_use]
    pub fn files<'a>(self, material: &Material, theme: &'a [ThemeFile]) -> Vec<SiteFile<'a>> {
        let dossier = &material.dossier;
        match self {
            Self::Marks => marks::files(dossier.settings.base_url.as_deref()),
            Self::Theme => {
                // The style sheet of bundles stands in each bundle, and no page asks for it.
                let theme = theme.iter().filter(|file| *file.name != *BUNDLE_STYLE);
                let named = |file: &'a ThemeFile| {
                    SiteFile::Bytes(format!("theme/{}", file.name), Cow::Borrowed(&*file.bytes))
                };
                theme.map(named).collect()
            }
            Self::Bibliography => bibliography(&material.citations),
            Self::Network => {
                let drawn = network::files(dossier).into_iter();
                drawn.map(|(path, bytes)| SiteFile::Bytes(path, Cow::Owned(bytes))).collect()
            }
            Self::Feeds => feed::files(dossier),
            Self::Sitemap => sitemap::files(dossier),
            Self::Calendar => calendar::file(material).into_iter().collect(),
            Self::Attachments => {
                let used = dossier.outgoing.attachments.iter();
                used.map(|path| SiteFile::Attachment(Corpus::file_of_attachment(path), path.clone()))
                    .collect()
            }
            Self::Annotations => annotations::files(material),
            Self::Previews => previews::files(material),
            Self::Chains => chains::files(material),
            Self::Timeline => timeline::files(material),
        }
    }

    /// Whether a file of this group can stand at `path`; whether one does, only its files tell.
    #[must_use]
    pub fn may_hold(self, path: &str) -> bool {
        match self {
            Self::Marks => marks::FILES.contains(&path),
            Self::Theme => path.starts_with("theme/"),
            Self::Bibliography => BIBLIOGRAPHY_FILES.contains(&path),
            Self::Network => NETWORK_FILES.contains(&path),
            Self::Feeds => [CHANGES_FEED, CORRECTIONS_FEED].contains(&path),
            Self::Sitemap => path.starts_with("sitemap") || path == "robots.txt",
            Self::Calendar => path == CALENDAR_FILE,
            Self::Attachments => path.starts_with("files/"),
            Self::Annotations => path.contains(".annotations."),
            Self::Previews => path.starts_with("previews/"),
            Self::Chains => path.starts_with("chains/"),
            Self::Timeline => path.starts_with("timeline/data/"),
        }
    }

    /// Whether its files follow from facts alone, and not from what a text says besides.
    #[must_use]
    pub fn follows_from_facts(self) -> bool {
        self != Self::Annotations
    }
}

/// All such files, in a fixed order.
#[must_use]
pub fn files<'a>(material: &Material, theme: &'a [ThemeFile]) -> Vec<SiteFile<'a>> {
    FileGroup::ALL.into_iter().flat_map(|group| group.files(material, theme)).collect()
}

/// The bibliography for other programs, where there are sources.
fn bibliography(citations: &Citations) -> Vec<SiteFile<'static>> {
    if citations.records().next().is_none() {
        return Vec::new();
    }
    let texts = [bibtex::file(citations.records()), csl_json::file(citations.records())];
    let files = BIBLIOGRAPHY_FILES.into_iter().zip(texts);
    files.map(|(path, text)| SiteFile::text(path, text)).collect()
}
