//! Files that go out beside the pages.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::link::Dossier;
use crate::load::ThemeFile;

/// A file of the site that is not a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteFile<'a> {
    /// One whose bytes are at hand.
    Bytes(String, Cow<'a, [u8]>),
    /// An attachment, to be copied from the dossier.
    Attachment(String, PathBuf),
}

/// All such files, in a fixed order.
#[must_use]
pub fn files<'a>(dossier: &Dossier, theme: &'a [ThemeFile], root: &Path) -> Vec<SiteFile<'a>> {
    // GitHub Pages would otherwise hide names that begin with an underscore, and run the pages through Jekyll.
    let mut files = vec![SiteFile::Bytes(".nojekyll".into(), Cow::Borrowed(b"".as_slice()))];
    files.extend(
        theme.iter().map(|file| SiteFile::Bytes(format!("theme/{}", file.name), Cow::Borrowed(&*file.bytes))),
    );
    files.extend(
        dossier
            .outgoing
            .attachments
            .iter()
            .map(|path| SiteFile::Attachment(Dossier::file_of_attachment(path), root.join(path.as_str()))),
    );
    files
}
