//! What a written target means, seen from one page.

use std::fmt;
use std::sync::Arc;

use super::corpus::Corpus;
use super::publication::PrivatePage;
use super::registry::Lookup;
use crate::model::{EntityId, Words, fold, folded};
use crate::parse::facts::PageFacts;
use crate::parse::target::Target;
use crate::text::ContentPath;

/// What is shown for a private page that has no `public_name`.
pub const WITHHELD: &str = "withheld";

/// What a target means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution<'a> {
    /// A published page.
    Page(&'a EntityId),
    /// A private page: nothing of it may be shown but its `public_name`.
    Private(&'a PrivatePage),
    /// A file that goes out because this page uses it.
    Attachment(&'a ContentPath),
    /// A file that may not go out: it lies in a private folder, or is the copy of a source that does not publish it.
    PrivateFile,
    /// Several pages or files could be meant; those that may be named, in order.
    Ambiguous(Candidates),
    /// Nothing in the dossier.
    Broken,
}

/// Those who could be meant: the first of them, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidates {
    first: Vec<String>,
    count: usize,
}

/// How many of those who could be meant a message names: nobody would read on.
const MOST_NAMED: usize = 6;

impl Candidates {
    /// These, in this order.
    pub fn of(all: impl ExactSizeIterator<Item = String>) -> Self {
        let count = all.len();
        Self { first: all.take(MOST_NAMED).collect(), count }
    }
}

impl fmt::Display for Candidates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, name) in self.first.iter().enumerate() {
            write!(f, "{}`{name}`", if place == 0 { "" } else { ", " })?;
        }
        match self.count - self.first.len() {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

impl PrivatePage {
    /// What is shown in its place.
    #[must_use]
    pub fn shown<'a>(&'a self, words: &'a Words) -> &'a str {
        self.public_name.as_deref().unwrap_or_else(|| words.get(WITHHELD))
    }
}

impl Corpus {
    /// What `target`, written on the page `from`, means.
    #[must_use]
    pub fn resolve<'a>(&'a self, from: &'a PageFacts, target: &Target) -> Resolution<'a> {
        match self.resolve_exactly(from, target) {
            Resolution::Broken => self.or_nearly_private(Resolution::Broken, &target.to_string()),
            found => found,
        }
    }

    /// What a name means that stands on no page, but in `site.toml`.
    pub(super) fn resolve_name_alone(&self, name: &str) -> Resolution<'_> {
        self.or_nearly_private(self.resolve_name(name), name)
    }

    fn or_nearly_private<'a>(&'a self, found: Resolution<'a>, written: &str) -> Resolution<'a> {
        match found {
            Resolution::Broken => {
                self.private.nearly(written).map_or(Resolution::Broken, Resolution::Private)
            }
            found => found,
        }
    }

    /// What a name means that somebody gives who is no page: on the command line.
    #[must_use]
    pub fn named(&self, name: &str) -> Resolution<'_> {
        match self.resolve_name(name) {
            Resolution::Broken => match self.private.nearly(name) {
                Some(private) => Resolution::Private(private),
                None => Resolution::Broken,
            },
            found => found,
        }
    }

    fn resolve_exactly<'a>(&'a self, from: &'a PageFacts, target: &Target) -> Resolution<'a> {
        match target {
            Target::Here => Resolution::Page(&from.id),
            Target::Name(name) => self.resolve_name(name),
            Target::File(path) => {
                let path = ContentPath::new(path);
                match (self.registry.in_file(&path), self.private.in_file(&path)) {
                    // Two files whose names differ only in how they are composed: to be safe the private one is meant.
                    (_, Some(private)) => Resolution::Private(private),
                    (Some(id), None) => Resolution::Page(id),
                    (None, None) => Resolution::Broken,
                }
            }
            Target::Attachment(path) => match self.attachments.get(&ContentPath::new(path)) {
                Some(path) => self.attachment(path),
                None => Resolution::Broken,
            },
            Target::AttachmentName(name) => self.resolve_attachment_name(from, name),
        }
    }

    fn resolve_name(&self, name: &str) -> Resolution<'_> {
        let folded = folded(name);
        let private = self.private.named(&folded);
        match (self.registry.look_up_folded(&folded), private) {
            (Lookup::Found(id), None) => Resolution::Page(id),
            // A published page of that very id is meant; a private one of that title or alias is not.
            (Lookup::Found(id), Some(private))
                if fold(id.as_str()).as_str() == folded && private.id != *id =>
            {
                Resolution::Page(id)
            }
            (Lookup::Unknown, Some(private)) => Resolution::Private(private),
            // A private page shares the name: to be safe it is the one that is meant.
            (_, Some(private)) => Resolution::Private(private),
            (Lookup::Ambiguous(ids), None) => {
                Resolution::Ambiguous(Candidates::of(ids.iter().map(|(_, id)| id.to_string())))
            }
            (Lookup::Unknown, None) => Resolution::Broken,
        }
    }

    fn resolve_attachment_name<'a>(&'a self, from: &PageFacts, name: &str) -> Resolution<'a> {
        let beside = ContentPath::new(&format!("{}/{name}", from.path.folder()));
        if let Some(path) = self.attachments.get(&beside) {
            return self.attachment(path);
        }
        let found: Vec<_> = self.attachments.named(name);
        match found[..] {
            [] => match self.resolve_name(name) {
                Resolution::Broken | Resolution::Ambiguous(_) => Resolution::Broken,
                page => page,
            },
            [path] => self.attachment(path),
            _ => {
                let public = found.into_iter().filter(|path| !self.attachments.is_private(path));
                let public: Vec<_> = public.map(ToString::to_string).collect();
                // Where none of them may be named, there is nothing to choose from.
                if public.is_empty() {
                    Resolution::PrivateFile
                } else {
                    Resolution::Ambiguous(Candidates::of(public.into_iter()))
                }
            }
        }
    }

    /// The one file that a target names, whether it may go out or not.
    pub(super) fn file_meant<'a>(&'a self, from: &ContentPath, target: &Target) -> Option<&'a ContentPath> {
        match target {
            Target::Attachment(path) => self.attachments.get(&ContentPath::new(path)),
            Target::AttachmentName(name) => {
                let beside = ContentPath::new(&format!("{}/{name}", from.folder()));
                self.attachments.get(&beside).or_else(|| match self.attachments.named(name)[..] {
                    [path] => Some(path),
                    _ => None,
                })
            }
            Target::Here | Target::Name(_) | Target::File(_) => None,
        }
    }

    fn attachment<'a>(&self, path: &'a ContentPath) -> Resolution<'a> {
        if self.attachments.is_private(path) { Resolution::PrivateFile } else { Resolution::Attachment(path) }
    }

    /// The anchor of the heading that `written` names on a page: by its words, or by the anchor itself.
    #[must_use]
    pub fn heading<'a>(page: &'a PageFacts, written: &str) -> Option<&'a Arc<str>> {
        // Obsidian writes the way to a nested heading as `Outer#Inner`.
        let written = written.rsplit('#').next().unwrap_or(written);
        page.headings.named(written).map(|heading| &heading.anchor)
    }
}
