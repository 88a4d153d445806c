//! Files that go out beside the pages.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::link::{Dossier, Resolution};
use crate::load::ThemeFile;
use crate::parse::facts::MentionRole;
use crate::text::ContentPath;

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
        used_attachments(dossier)
            .into_iter()
            .map(|path| SiteFile::Attachment(Dossier::file_of_attachment(path), root.join(path.as_str()))),
    );
    files
}

/// The attachments that a published page uses; no other goes out.
fn used_attachments(dossier: &Dossier) -> BTreeSet<&ContentPath> {
    let mut used = BTreeSet::new();
    for page in dossier.pages() {
        let facts = page.facts();
        for mention in facts.mentions.iter().filter(|mention| mention.role == MentionRole::Attachment) {
            if let Resolution::Attachment(path) = dossier.resolve(facts, &mention.key.target) {
                used.insert(path);
            }
        }
    }
    used
}
