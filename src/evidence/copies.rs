//! The local copies of sources: read once, and held against their hashes.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::link::{Corpus, PublishedPage};
use crate::load::{self, CopyFile, LoadError};
use crate::model::{EntityId, vocabulary};
use crate::parse::copy::{CopyProblem, CopyText, read_copy};
use crate::text::{Checked, ContentPath, Diagnostic, Span, rules};

/// A copy that is the one its source's page means.
#[derive(Debug)]
pub struct SourceCopy {
    /// SHA-256 of the file, hexadecimal.
    pub sha256: Arc<str>,
    /// Its words, or why they cannot be read.
    pub text: Result<CopyText, CopyProblem>,
}

/// The copies that are at hand, by source.
pub type Copies = BTreeMap<EntityId, Arc<SourceCopy>>;

/// The files in a dossier that are copies of sources, as they were read.
#[derive(Debug, Default)]
pub struct CopyShelf(HashMap<ContentPath, ReadCopy>);

/// A file and its hash; its words where they were asked for.
#[derive(Debug, Clone)]
struct ReadCopy {
    sha256: Arc<str>,
    copy: Option<Arc<SourceCopy>>,
    /// Whether the file may hold something else by now.
    doubtful: bool,
}

impl CopyShelf {
    /// This file may hold something else by now.
    pub fn doubt(&mut self, path: &ContentPath) {
        if let Some(read) = self.0.get_mut(path) {
            read.doubtful = true;
        }
    }

    /// The copies that lie in the dossier in `root`, read as far as they are not known.
    #[must_use]
    pub fn copies(&mut self, corpus: &Corpus, root: &Path) -> Checked<Copies> {
        let sources = corpus.of_kind(vocabulary::SOURCE);
        let found: Vec<_> = sources.par_iter().map(|page| self.in_dossier(corpus, root, page)).collect();
        let mut diagnostics = Vec::new();
        let mut copies = Copies::new();
        self.0.clear();
        for found in found {
            let Some((path, read, copy)) = found.into_value(&mut diagnostics) else { continue };
            copies.extend(copy);
            // Two sources may name one file, and one of them another hash.
            if read.copy.is_some() || !self.0.contains_key(&path) {
                self.0.insert(path, read);
            }
        }
        Checked::new(copies, diagnostics)
    }

    fn in_dossier(&self, corpus: &Corpus, root: &Path, page: &PublishedPage) -> Checked<Option<OnShelf>> {
        let facts = page.facts();
        let (Some(path), Some(source)) = (corpus.copy_of(&facts.id), &facts.source) else {
            return Checked::clean(None);
        };
        let place = source.file.as_ref().map_or(Span::default(), |file| page.parsed().place(file));
        // What a copy is called that stays in is nobody else's business.
        let withheld = corpus.published_copy(&facts.id).is_none();
        let mut read = match self.read(root, path, &source.sha256) {
            Ok(read) => read,
            Err(error) => {
                return Checked::new(None, vec![unreadable(page, place, &error).private(withheld)]);
            }
        };
        let problem = if source.sha256.is_empty() {
            let message = format!("nothing says that `{}` is still the file that was read", path.file_name());
            Some(
                Diagnostic::new(&rules::evidence::UNLOCKED_COPY, message)
                    .help(format!("add the line `sha256: {}`", read.sha256)),
            )
        } else if *source.sha256 != *read.sha256 {
            read.copy = None;
            let message = format!(
                "`{}` is not the file that was read: its SHA-256 is {}",
                path.file_name(),
                read.sha256
            );
            Some(
                Diagnostic::new(&rules::evidence::COPY_CHANGED, message)
                    .help(format!("put back the file whose SHA-256 is {}", source.sha256))
                    .help(
                        "if the new file is meant: read it, write its `sha256`, and run `redstring verify`",
                    ),
            )
        } else {
            None
        };
        let copy = read.copy.clone().map(|copy| (facts.id.clone(), copy));
        let problem = problem.map(|problem| problem.at(&facts.path, place).private(withheld));
        let diagnostics = problem.into_iter().collect();
        Checked::new(Some((path.clone(), read, copy)), diagnostics)
    }

    /// The file as it is known, or read; with its words where its hash is the one that is wanted, or any is.
    fn read(&self, root: &Path, path: &ContentPath, wanted: &str) -> io::Result<ReadCopy> {
        let is_wanted = |sha256: &str| wanted.is_empty() || sha256 == wanted;
        let known = self.0.get(path);
        let is_enough =
            |known: &&ReadCopy| !known.doubtful && (known.copy.is_some() || !is_wanted(&known.sha256));
        if let Some(known) = known.filter(is_enough) {
            return Ok(known.clone());
        }
        let file = load::read_copy_file(&root.join(path.as_str()))?;
        // Taking the words out of a file takes long.
        let kept = known.filter(|known| *known.sha256 == *file.sha256).and_then(|known| known.copy.clone());
        let copy =
            is_wanted(&file.sha256).then(|| kept.unwrap_or_else(|| copy(path.file_name(), &file).into()));
        Ok(ReadCopy { sha256: file.sha256.into(), copy, doubtful: false })
    }
}

/// A file, what is known of it, and whose copy it is.
type OnShelf = (ContentPath, ReadCopy, Option<(EntityId, Arc<SourceCopy>)>);

/// Add the copies that lie in these folders, whatever their names: a copy is the file whose hash a source's page gives.
///
/// # Errors
/// When a folder cannot be listed. A file in it that cannot be read is nobody's copy.
pub fn add_found(copies: &mut Copies, corpus: &Corpus, folders: &[PathBuf]) -> Result<(), LoadError> {
    let mut wanted: BTreeMap<&str, Vec<&EntityId>> = BTreeMap::new();
    for page in corpus.of_kind(vocabulary::SOURCE) {
        let facts = page.facts();
        if let Some(source) = facts.source.as_ref().filter(|source| !source.sha256.is_empty()) {
            wanted.entry(&source.sha256).or_default().push(&facts.id);
        }
    }
    for folder in folders {
        let files = load::files_below(folder).map_err(|error| LoadError::Io(folder.clone(), error))?;
        for path in files {
            let Ok(file) = load::read_copy_file(&path) else { continue };
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            for source in wanted.get(file.sha256.as_str()).into_iter().flatten() {
                copies.entry((*source).clone()).or_insert_with(|| copy(&name, &file).into());
            }
        }
    }
    Ok(())
}

fn copy(name: &str, file: &CopyFile) -> SourceCopy {
    let text = file.bytes.as_deref().map_or(Err(CopyProblem::TooLarge), |bytes| read_copy(name, bytes));
    SourceCopy { sha256: file.sha256.as_str().into(), text }
}

fn unreadable(page: &PublishedPage, place: Span, error: &io::Error) -> Diagnostic {
    Diagnostic::new(&rules::evidence::UNREADABLE_COPY, format!("the copy cannot be read: {error}"))
        .at(&page.facts().path, place)
        .help("give yourself read permission, or correct `file`")
}
