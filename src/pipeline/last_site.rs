//! The site that the last build made, and what of it need not be made again.
//!
//! ```text
//! LastSite (its files, what can look different) ──leave──▶ what stays as it stands ──▶ Staging
//!                                                  └─────▶ Work: what is made
//! ```
//!
//! A file stays where a build would make the same bytes and the same bytes are still there: each is hashed before it is
//! left. What is not so is made, as if there were no last site.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Edition, Reach};
use crate::export::FileGroup;
use crate::export::manifest::{Checksum, Hash, Manifest};
use crate::export::search::{FOLDER, Part};
use crate::link::PageAddress;
use crate::text::HashSet;
use crate::write::{Staging, WriteError};

/// A site that was made of a dossier, as it was before what can look different changed.
#[derive(Debug)]
pub struct LastSite {
    files: BTreeMap<String, Checksum>,
    reach: Reach,
    /// What the parts of the search's index hold; none where another program made them.
    search_parts: Vec<Hash>,
}

/// What a run makes.
#[derive(Debug)]
pub(super) struct Work<'a> {
    /// Pages.
    pub(super) pages: Cow<'a, [PageAddress]>,
    /// Files beside them.
    pub(super) groups: Vec<FileGroup>,
}

impl<'a> Work<'a> {
    /// All there is.
    pub(super) fn all(edition: &'a Edition) -> Self {
        Self { pages: edition.addresses().into(), groups: FileGroup::ALL.to_vec() }
    }
}

impl LastSite {
    /// The site of this `manifest`, in which what `reach` names can look different now, and nothing else; the attachments that it
    /// names do not matter, because all are compared. `search_parts` is what the parts of its search held, if this
    /// program made them: a part that holds the same has the same files, whatever the reach is.
    #[must_use]
    pub fn new(manifest: Manifest, reach: Reach, search_parts: Vec<Hash>) -> Self {
        let files = manifest.files.into_iter().map(|file| (file.path.clone(), file.checksum()));
        Self { files: files.collect(), reach, search_parts }
    }

    /// Leave what can stay of the site that `staging` is to replace; what is to be made for this edition.
    pub(super) fn leave<'a>(&self, edition: &'a Edition, staging: &Staging) -> Result<Work<'a>, WriteError> {
        let Reach::Only { pages: reached, .. } = &self.reach else { return Ok(Work::all(edition)) };
        let dossier = &edition.material.dossier;
        let pages = edition.addresses().par_iter().map(|page| (dossier.file_of(page), page));
        let pages: Vec<_> = pages.collect();
        let groups = self.leave_groups(&pages, staging)?;
        let stays = |(file, page): &(String, &PageAddress)| match self.files.get(file) {
            Some(sum) if !reached.contains(*page) => staging.leave(&[(file, *sum)]),
            _ => Ok(false),
        };
        let made = pages.par_iter().map(|page| Ok((!stays(page)?).then(|| page.1.clone())));
        let made: Vec<Option<_>> = made.collect::<Result<_, WriteError>>()?;
        Ok(Work { pages: made.into_iter().flatten().collect(), groups })
    }

    /// Leave the files that follow from facts; the groups that are to be made.
    fn leave_groups(
        &self,
        pages: &[(String, &PageAddress)],
        staging: &Staging,
    ) -> Result<Vec<FileGroup>, WriteError> {
        // Attachments are compared with what lies in the dossier, whatever the facts are.
        let follows = |group: &FileGroup| group.follows_from_facts() && *group != FileGroup::Attachments;
        let (left, made): (Vec<_>, Vec<_>) = FileGroup::ALL.into_iter().partition(follows);
        let pages: HashSet<_> = pages.iter().map(|(file, _)| file.as_str()).collect();
        let mut files = Vec::new();
        for (path, sum) in &self.files {
            let may_be_of = |groups: &[FileGroup]| groups.iter().any(|group| group.may_hold(path));
            if pages.contains(path.as_str()) || !may_be_of(&left) {
                continue;
            }
            if may_be_of(&made) {
                // Nobody can tell by its name whether it is made anew.
                return Ok(FileGroup::ALL.to_vec());
            }
            files.push((path.as_str(), *sum));
        }
        Ok(if staging.leave(&files)? { made } else { FileGroup::ALL.to_vec() })
    }

    /// Leave a part of the search's index, if it holds what it held and still stands; whether that is so.
    pub(super) fn leave_part(&self, part: Part, staging: &Staging) -> Result<bool, WriteError> {
        if !part.is_among(&self.search_parts) {
            return Ok(false);
        }
        let index = self.files.range(FOLDER.to_owned()..).take_while(|(path, _)| path.starts_with(FOLDER));
        let files: Vec<_> =
            index.filter(|(path, _)| part.has(path)).map(|(path, sum)| (path.as_str(), *sum)).collect();
        Ok(!files.is_empty() && staging.leave(&files)?)
    }
}
