//! What of a dossier goes out and why, what stays in and why, and where private names are still spoken in what goes out.
//!
//! ```text
//! Edition ──▶ pages        what goes out, by which word of the page; what stays in, and why
//!         ──▶ attachments  which go out, for whom, how clean; which stay in
//!         ──▶ names        what private things are called ──spoken──▶ where published texts say so
//! ```
//!
//! The audit decides nothing: it tells what `parse` and `link` decided. It is the one floor above them that reads private
//! pages again, from the texts of the edition, and what it holds is for the editors alone.

mod attachments;
mod names;
mod pages;
mod spoken;
mod wording;

use std::sync::Arc;

pub use attachments::{AttachmentKept, AttachmentOut, GoesAs, KeptFor};
pub use names::{NotSought, PrivateName, WhyNot};
pub use pages::{FieldKept, FieldOut, Hidden, PageKept, PageOut, WhyKept, WhyOut};
pub use spoken::{Said, Spoken};

use crate::pipeline::Edition;
use crate::text::{ContentPath, LineIndex};

/// All that is known of what goes out and what stays in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audit {
    /// The pages that go out, by path.
    pub pages: Vec<PageOut>,
    /// The fields of the front matter that go out, by name.
    pub fields: Vec<FieldOut>,
    /// The attachments that go out, by path.
    pub attachments: Vec<AttachmentOut>,
    /// The pages that stay in, by path.
    pub kept_pages: Vec<PageKept>,
    /// What stays in of pages that go out, by path.
    pub hidden: Vec<Hidden>,
    /// The private fields, by name.
    pub kept_fields: Vec<FieldKept>,
    /// The attachments that stay in, by path.
    pub kept_attachments: Vec<AttachmentKept>,
    /// Private names that are spoken in what goes out, by file and place.
    pub spoken: Vec<Spoken>,
    /// Private names that were not looked for.
    pub not_sought: Vec<NotSought>,
}

/// How much an audit found: nothing of this names anything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pages that go out.
    pub pages_out: usize,
    /// Attachments that go out.
    pub attachments_out: usize,
    /// Of these, files that say something about themselves and go out as they are.
    pub attachments_speaking: usize,
    /// Of these, files that go out as they are, and into which nobody looked.
    pub attachments_unread: usize,
    /// Pages that stay in.
    pub pages_kept: usize,
    /// Comments and private callouts of pages that go out.
    pub passages_kept: usize,
    /// Private fields, wherever they stand.
    pub fields_kept: usize,
    /// Attachments that stay in.
    pub attachments_kept: usize,
    /// Places where a private name is spoken in what goes out.
    pub spoken: usize,
    /// Private names that were not looked for.
    pub not_sought: usize,
}

/// A place for people: a file, and the line and column where these are known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The file.
    pub path: ContentPath,
    /// Line and column, both from 1.
    pub spot: Option<(usize, usize)>,
}

impl Audit {
    /// Look at a dossier. Attachments that go out are read, as far as they hold words.
    #[must_use]
    pub fn of(edition: &Edition) -> Self {
        let dossier = &edition.material.dossier;
        let private = pages::private(edition);
        let names = names::Names::of(dossier, &private);
        let attachments = attachments::out(edition);
        let mut spoken = spoken::in_pages(edition, &names);
        spoken.extend(spoken::in_settings(edition, &names));
        spoken.extend(spoken::in_own_files(edition, &names));
        spoken.extend(attachments.iter().flat_map(|(out, texts)| spoken::in_attachment(out, texts, &names)));
        spoken.sort_by(|a, b| (&a.at, &a.name.name).cmp(&(&b.at, &b.name.name)));
        spoken.dedup();
        Self {
            pages: pages::out(edition),
            fields: pages::fields(edition),
            attachments: attachments.into_iter().map(|(out, _)| out).collect(),
            hidden: pages::hidden(edition),
            kept_fields: pages::kept_fields(edition, &private),
            kept_attachments: attachments::kept(edition),
            kept_pages: private
                .into_iter()
                .map(|(path, page)| pages::kept(edition, path, page.as_ref()))
                .collect(),
            spoken,
            not_sought: names.not_sought,
        }
    }

    /// How much was found.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let out = self.attachments.iter();
        Summary {
            pages_out: self.pages.len(),
            attachments_out: self.attachments.len(),
            attachments_speaking: out.clone().filter(|out| !out.statements.is_empty()).count(),
            attachments_unread: out.filter(|out| out.goes_as == GoesAs::Unread).count(),
            pages_kept: self.kept_pages.len(),
            passages_kept: self.hidden.iter().map(|hidden| hidden.comments + hidden.callouts).sum(),
            fields_kept: self.kept_fields.iter().map(|field| field.places.len()).sum(),
            attachments_kept: self.kept_attachments.len(),
            spoken: self.spoken.len(),
            not_sought: self.not_sought.len(),
        }
    }
}

/// The places of these offsets in a text.
fn places(path: &ContentPath, text: &Arc<str>, offsets: impl Iterator<Item = usize>) -> Vec<At> {
    let index = LineIndex::new(text);
    offsets
        .map(|offset| {
            let found = index.locate(offset);
            At { path: path.clone(), spot: Some((found.line, found.column)) }
        })
        .collect()
}

/// The place of one offset in a text.
fn place(path: &ContentPath, text: &str, offset: usize) -> At {
    let found = LineIndex::new(text).locate(offset);
    At { path: path.clone(), spot: Some((found.line, found.column)) }
}
