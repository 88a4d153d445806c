//! Which attachments go out, for whom, how clean, and what they say; which stay in, and why.

use rayon::prelude::*;

use super::At;
use super::place;
use crate::export::{Content, FileGroup, SiteFile};
use crate::link::{PublishedPage, Resolution};
use crate::load::{self, MAX_COPY_BYTES};
use crate::parse::copy::{CopyText, Nature, Statement, is_pdf, read_copy, read_statements};
use crate::parse::facts::MentionRole;
use crate::pipeline::Edition;
use crate::text::{ContentPath, HashMap};

/// An attachment that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentOut {
    /// Where it lies.
    pub path: ContentPath,
    /// Where it goes in the site.
    pub file: String,
    /// Its size as it lies there, in bytes.
    pub bytes: u64,
    /// The places that use it, in order.
    pub used: Vec<At>,
    /// How it goes out.
    pub goes_as: GoesAs,
    /// What it says about itself, as it goes out.
    pub statements: Vec<Statement>,
}

/// How an attachment goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoesAs {
    /// Without what it said beside the picture.
    Cleaned,
    /// As it is, and its words were looked through.
    Text,
    /// As it is: a PDF whose words and statements were looked through.
    Document,
    /// As it is, and what it says about itself is not known here.
    Unread,
    /// Not at all: it cannot be read or cleaned.
    Refused(String),
}

/// An attachment that stays in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentKept {
    /// Where it lies.
    pub path: ContentPath,
    /// Why.
    pub why: KeptFor,
}

/// Why an attachment stays in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptFor {
    /// It lies in a private folder.
    Folder,
    /// It is the copy of a source that does not publish it.
    Copy,
    /// No published page uses it.
    Unused,
}

/// Words of an attachment.
#[derive(Debug)]
pub(super) struct Wording {
    pub(super) words: String,
    /// Whether its lines are those of the file; else it is what a reader of the file sees.
    pub(super) has_lines: bool,
}

/// The attachments that go out, each with its words.
pub(super) fn out(edition: &Edition) -> Vec<(AttachmentOut, Vec<Wording>)> {
    let used = users(edition);
    let files = edition.files_of(FileGroup::Attachments);
    files
        .par_iter()
        .filter_map(|file| match file {
            SiteFile::Attachment(to, path) => {
                let used = used.get(path).cloned().unwrap_or_default();
                Some(look(edition, file, to, path, used))
            }
            SiteFile::Bytes(..) => None,
        })
        .collect()
}

fn look(
    edition: &Edition,
    file: &SiteFile<'_>,
    to: &str,
    path: &ContentPath,
    used: Vec<At>,
) -> (AttachmentOut, Vec<Wording>) {
    let size = edition.material.dossier.attachments.bytes(path);
    let out = |goes_as, statements| AttachmentOut {
        path: path.clone(),
        file: to.to_owned(),
        bytes: size,
        used: used.clone(),
        goes_as,
        statements,
    };
    let (bytes, cleaned) = match edition.content(file) {
        Err(problem) => return (out(GoesAs::Refused(problem.message), Vec::new()), Vec::new()),
        Ok(Content::Bytes(bytes)) => (Some(bytes.into_owned()), true),
        Ok(Content::CopyOf(_)) => {
            let small = size <= MAX_COPY_BYTES as u64;
            let read = small.then(|| load::read_attachment(edition.root(), path, |_| true).ok().flatten());
            (read.flatten(), false)
        }
    };
    let Some(bytes) = bytes else { return (out(GoesAs::Unread, Vec::new()), Vec::new()) };
    let mut words: Vec<Wording> = Vec::new();
    if let Ok(text) = std::str::from_utf8(&bytes) {
        words.push(Wording { words: text.to_owned(), has_lines: true });
    }
    let pdf = is_pdf(path.file_name(), &bytes);
    let statements = if pdf { read_statements(&bytes).ok() } else { None };
    if pdf && let Ok(copy) = read_copy(path.file_name(), &bytes) {
        words = vec![Wording { words: copy.text, has_lines: false }];
    }
    // A name can be parted by tags.
    if !pdf && let Ok(CopyText { text, nature: Nature::Html, .. }) = read_copy(path.file_name(), &bytes) {
        words.push(Wording { words: text, has_lines: false });
    }
    let goes_as = if cleaned {
        GoesAs::Cleaned
    } else if statements.is_some() {
        GoesAs::Document
    } else if words.is_empty() || pdf {
        GoesAs::Unread
    } else {
        GoesAs::Text
    };
    (out(goes_as, statements.unwrap_or_default()), words)
}

/// Which places use each attachment that goes out.
fn users(edition: &Edition) -> HashMap<ContentPath, Vec<At>> {
    let dossier = &edition.material.dossier;
    let mut users: HashMap<ContentPath, Vec<At>> = HashMap::default();
    for page in dossier.pages().map(PublishedPage::parsed) {
        let mentions = (0_u32..).zip(&page.facts.mentions);
        for (number, mention) in mentions.filter(|(_, mention)| mention.role == MentionRole::Attachment) {
            let Resolution::Attachment(path) = dossier.resolve(&page.facts, &mention.key.target) else {
                continue;
            };
            let span = page.places.place(number).unwrap_or_default();
            let at = place(&page.file.path, &page.file.text, span.start as usize);
            users.entry(path.clone()).or_default().push(at);
        }
    }
    users
}

/// The attachments that stay in.
pub(super) fn kept(edition: &Edition) -> Vec<AttachmentKept> {
    let dossier = &edition.material.dossier;
    let all = dossier.attachments.paths().chain(dossier.attachments.private_paths());
    let mut kept: Vec<_> = all
        .filter(|path| !dossier.outgoing.attachments.contains(*path))
        .map(|path| {
            let why = if dossier.settings.is_in_private_folder(path) {
                KeptFor::Folder
            } else if dossier.attachments.is_private(path) {
                KeptFor::Copy
            } else {
                KeptFor::Unused
            };
            AttachmentKept { path: path.clone(), why }
        })
        .collect();
    kept.sort_by(|a, b| a.path.cmp(&b.path));
    kept
}
