//! Files that go out beside the pages.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::{annotations, attachment, calendar, chains, feed, network, previews, sitemap, timeline};
use crate::citation::{Citations, bibtex, csl_json};
use crate::link::{BIBLIOGRAPHY_FILES, Corpus};
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

/// All such files, in a fixed order.
#[must_use]
pub fn files<'a>(material: &Material, theme: &'a [ThemeFile]) -> Vec<SiteFile<'a>> {
    // GitHub Pages would otherwise hide names that begin with an underscore, and run the pages through Jekyll.
    let mut files = vec![SiteFile::Bytes(".nojekyll".into(), Cow::Borrowed(b"".as_slice()))];
    // The style sheet of bundles stands in each bundle, and no page asks for it.
    let theme = theme.iter().filter(|file| *file.name != *BUNDLE_STYLE);
    files.extend(
        theme.map(|file| SiteFile::Bytes(format!("theme/{}", file.name), Cow::Borrowed(&*file.bytes))),
    );
    files.extend(bibliography(&material.citations));
    let drawn = network::files(&material.dossier).into_iter();
    files.extend(drawn.map(|(path, bytes)| SiteFile::Bytes(path, Cow::Owned(bytes))));
    files.extend(feed::files(&material.dossier));
    files.extend(sitemap::files(&material.dossier));
    files.extend(calendar::file(material));
    files.extend(
        material
            .dossier
            .outgoing
            .attachments
            .iter()
            .map(|path| SiteFile::Attachment(Corpus::file_of_attachment(path), path.clone())),
    );
    files.extend(annotations::files(material));
    files.extend(previews::files(material));
    files.extend(chains::files(material));
    files.extend(timeline::files(material));
    files
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
