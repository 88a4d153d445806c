//! `redstring import`: the entries of a BibTeX file as pages of sources.
//!
//! All pages are read and linked with those that are there before one of them is written: if any would be wrong, none
//! is. What is there already is left as it is.

#![expect(clippy::disallowed_methods, reason = "a file from outside the dossier is read")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use rayon::prelude::*;

use super::dossier::RootArg;
use super::interruption::Interruption;
use super::{Failure, Outcome, output};
use crate::citation::import::{self, ImportedSource};
use crate::link::attachments::Attachments;
use crate::link::{Dossier, check};
use crate::load;
use crate::model::{Settings, fold, vocabulary};
use crate::parse::{ParsedPage, parse_page, parse_settings};
use crate::text::{ContentFile, ContentPath, Diagnostic, LineIndex, counted};
use crate::write::{WriteError, new_files};

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring import library.bib\n  redstring import library.bib --dry-run   what would be made, and nothing else"
)]
pub(super) struct Import {
    /// A BibTeX or BibLaTeX file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Say what would be made, and make nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: RootArg,
}

impl Import {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let interruption = Interruption::listen(|| {});
        let sources = self.read()?;
        let root = &self.place.root;
        let tree = load::load(root)?;
        let settings = parse_settings(tree.settings(), tree.words()).value;
        let pages: Vec<_> =
            tree.pages().par_iter().map(|file| Arc::new(parse_page(file, &settings).value)).collect();
        let (new, skipped) = part(sources, &settings, &pages, root);
        for (source, why) in &skipped {
            output::remark(&format!("`{}` is skipped: {why}", source.key));
        }
        let files: Vec<&ContentFile> = new.iter().map(|(_, file)| file).collect();
        faults(&files, &settings, pages)?;
        if !self.dry_run {
            interruption.undisturbed(|| write_all(root, &files))?;
        }
        for (source, file) in &new {
            output::result(&root.join(file.path.as_str()).display().to_string());
            if !source.kept.is_empty() {
                output::remark(&format!(
                    "  not taken over, and kept in a comment: {}",
                    source.kept.join(", ")
                ));
            }
        }
        let would = if self.dry_run { "would be " } else { "" };
        let count = counted(new.len(), "source");
        let skips = if skipped.is_empty() { String::new() } else { format!(", {} skipped", skipped.len()) };
        output::remark(&format!("{count} {would}made{skips}"));
        Ok(Outcome::Clean)
    }

    fn read(&self) -> Result<Vec<ImportedSource>, Failure> {
        let shown = self.file.display();
        let bytes = fs::read(&self.file).map_err(|error| Failure(format!("cannot read {shown}: {error}")))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure(format!("{shown} is not UTF-8\n  save it as UTF-8, and import it again")))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let sources = import::sources(text).map_err(|error| {
            let place = LineIndex::new(text).locate(error.offset);
            Failure(format!(
                "{shown}:{}:{}: {}\n  {}; nothing was made",
                place.line, place.column, error.message, error.help
            ))
        })?;
        if sources.is_empty() {
            return Err(Failure(format!("{shown} holds no entry\n  name a file of BibTeX or BibLaTeX")));
        }
        Ok(sources)
    }
}

type New = Vec<(ImportedSource, ContentFile)>;

/// What is new, with its file, and what is not, with the reason.
fn part(
    sources: Vec<ImportedSource>,
    settings: &Settings,
    pages: &[Arc<ParsedPage>],
    root: &Path,
) -> (New, Vec<(ImportedSource, String)>) {
    let folder = settings.kind(vocabulary::SOURCE).map_or("sources", |kind| &*kind.folder);
    let mut new = Vec::new();
    let mut skipped = Vec::new();
    for source in sources {
        let path = ContentPath::new(&format!("content/{folder}/{}.md", source.id));
        let taken = pages.iter().find(|page| fold(page.facts.id.as_str()) == fold(&source.id));
        if source.id.is_empty() {
            skipped.push((source, "its key holds no letter or digit, so it gives no file name".into()));
        } else if let Some(fault) = load::unsafe_name(Some(&format!("{}.md", source.id))) {
            skipped.push((source, format!("its key cannot be the name of a file: it {fault}")));
        } else if let Some(page) = taken {
            skipped.push((source, format!("its id is taken by {}", page.facts.path)));
        } else if fs::symlink_metadata(root.join(path.as_str())).is_ok() {
            skipped.push((source, format!("{path} exists already")));
        } else {
            let text = source.text.as_str().into();
            new.push((source, ContentFile { path, text }));
        }
    }
    (new, skipped)
}

/// What would be an error in a new page.
fn faults(
    files: &[&ContentFile],
    settings: &Settings,
    mut pages: Vec<Arc<ParsedPage>>,
) -> Result<(), Failure> {
    let mut diagnostics = Vec::new();
    for file in files {
        pages.push(Arc::new(parse_page(file, settings).into_value(&mut diagnostics)));
    }
    let dossier = Dossier::link(settings.clone(), pages, Attachments::default(), &[]);
    let dossier = dossier.into_value(&mut diagnostics);
    diagnostics.extend(check::pages(&dossier).into_iter().flat_map(|(_, found)| found));
    let of_new = |diagnostic: &&Diagnostic| {
        let place = diagnostic.place.as_ref();
        diagnostic.is_error() && place.is_some_and(|place| files.iter().any(|file| file.path == place.path))
    };
    let faults: Vec<String> = diagnostics
        .iter()
        .filter(of_new)
        .filter_map(|diagnostic| Some(format!("{}: {}", diagnostic.place.as_ref()?.path, diagnostic.message)))
        .collect();
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure(format!(
        "these pages would not be right:\n  {}\n  mend the entries, and import them again; nothing was made",
        faults.join("\n  ")
    )))
}

/// Write all of them, or none.
fn write_all(root: &Path, files: &[&ContentFile]) -> Result<(), Failure> {
    let files: Vec<_> =
        files.iter().map(|file| (root.join(file.path.as_str()), file.text.as_bytes())).collect();
    new_files(&files).map_err(|error| match error {
        WriteError::Exists { path, .. } => {
            Failure(format!("{} has come meanwhile\n  nothing was made", path.display()))
        }
        error => Failure(format!("{error}\n  nothing was made")),
    })
}
