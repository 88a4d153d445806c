//! The local copies of sources: read, and held against their hashes.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::link::{Corpus, PublishedPage};
use crate::load::{self, CopyFile, LoadError};
use crate::model::{EntityId, vocabulary};
use crate::parse::copy::{CopyProblem, CopyText, read_copy};
use crate::text::{Checked, Diagnostic, Span, rules};

/// A copy that is the one its source's page means.
#[derive(Debug)]
pub struct SourceCopy {
    /// SHA-256 of the file, hexadecimal.
    pub sha256: Arc<str>,
    /// Its words, or why they cannot be read.
    pub text: Result<CopyText, CopyProblem>,
}

/// The copies that are at hand, by source.
pub type Copies = BTreeMap<EntityId, SourceCopy>;

/// Read the copies that lie in the dossier in `root`.
#[must_use]
pub fn read_copies(corpus: &Corpus, root: &Path) -> Checked<Copies> {
    let sources = corpus.of_kind(vocabulary::SOURCE);
    let read: Vec<_> = sources.par_iter().map(|page| in_dossier(corpus, root, page)).collect();
    let mut diagnostics = Vec::new();
    let copies = read.into_iter().filter_map(|copy| copy.into_value(&mut diagnostics)).collect();
    Checked::new(copies, diagnostics)
}

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
                copies.entry((*source).clone()).or_insert_with(|| copy(&name, &file));
            }
        }
    }
    Ok(())
}

fn copy(name: &str, file: &CopyFile) -> SourceCopy {
    let text = file.bytes.as_deref().map_or(Err(CopyProblem::TooLarge), |bytes| read_copy(name, bytes));
    SourceCopy { sha256: file.sha256.as_str().into(), text }
}

fn in_dossier(corpus: &Corpus, root: &Path, page: &PublishedPage) -> Checked<Option<(EntityId, SourceCopy)>> {
    let facts = page.facts();
    let (Some(path), Some(source)) = (corpus.copy_of(&facts.id), &facts.source) else {
        return Checked::clean(None);
    };
    let place = source.file.as_ref().map_or(Span::default(), |file| page.parsed().place(file));
    let file = match load::read_copy_file(&root.join(path.as_str())) {
        Ok(file) => file,
        Err(error) => return Checked::new(None, vec![unreadable(page, place, &error)]),
    };
    let mut diagnostics = Vec::new();
    if source.sha256.is_empty() {
        diagnostics.push(
            Diagnostic::new(
                &rules::evidence::UNLOCKED_COPY,
                format!("nothing says that `{}` is still the file that was read", path.file_name()),
            )
            .at(&facts.path, place)
            .help(format!("add the line `sha256: {}`", file.sha256)),
        );
    } else if *source.sha256 != *file.sha256 {
        diagnostics.push(
            Diagnostic::new(
                &rules::evidence::COPY_CHANGED,
                format!(
                    "`{}` is not the file that was read: its SHA-256 is {}",
                    path.file_name(),
                    file.sha256
                ),
            )
            .at(&facts.path, place)
            .help(format!("put back the file whose SHA-256 is {}", source.sha256))
            .help("if the new file is meant: read it, write its `sha256`, and run `redstring verify`"),
        );
        return Checked::new(None, diagnostics);
    }
    Checked::new(Some((facts.id.clone(), copy(path.file_name(), &file))), diagnostics)
}

fn unreadable(page: &PublishedPage, place: Span, error: &io::Error) -> Diagnostic {
    Diagnostic::new(&rules::evidence::UNREADABLE_COPY, format!("the copy cannot be read: {error}"))
        .at(&page.facts().path, place)
        .help("give yourself read permission, or correct `file`")
}
