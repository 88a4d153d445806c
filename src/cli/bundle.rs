//! `redstring bundle`: an entity with everything it rests on, as one file with numbered exhibits.
//!
//! What nobody may read is treated as what nobody has heard of wherever the log may be read by others: that there is a
//! private page of some name is itself something private.

use std::path::{Path, PathBuf};

use clap::Args;

use super::dossier::{DossierArgs, FormatArg, outcome};
use super::interruption::Interruption;
use super::{Failure, Outcome, output};
use crate::link::{Dossier, Resolution};
use crate::model::{EntityId, vocabulary};
use crate::parse::facts::PageRole;
use crate::parse::suggest::nearest;
use crate::pipeline::{Unwatched, Wishes};
use crate::report;
use crate::text::{Diagnostic, counted};
use crate::write::{Overwrite, put_files};

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring bundle eugene-kaspersky\n  redstring bundle letter-of-1-december no-coincidence --output court/\n  redstring bundle --all-claims\n\nEach file stands by itself: it asks for nothing, and holds no more than the site would publish. Print it, or save it\nas PDF, from a browser."
)]
pub(super) struct Bundle {
    /// Whom or what: a person, a claim, an event, by id or by name
    #[arg(value_name = "ID", required_unless_present = "all_claims")]
    ids: Vec<String>,
    #[command(flatten)]
    dossier: DossierArgs,
    /// The folder to write into, one file for each; `bundle` in the dossier's folder by default
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Every claim, each in a file of its own
    #[arg(long)]
    all_claims: bool,
    /// Replace files that are there and say something else
    #[arg(long)]
    force: bool,
    /// Write the bundle although there are errors in the dossier, and still exit with 1
    #[arg(long)]
    keep_going: bool,
}

/// A bundle that is ready to be written.
struct Made {
    name: String,
    html: String,
    sections: usize,
    exhibits: usize,
}

impl Bundle {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let interruption = Interruption::listen(|| {});
        let checked = self.dossier.read(&Wishes::default(), &Unwatched)?;
        let edition = checked.value;
        let mut diagnostics = checked.diagnostics;
        let subjects = self.subjects(&edition.material.dossier)?;
        let mut made = Vec::new();
        for subject in &subjects {
            match edition.bundle(subject) {
                Ok(bundle) => made.extend(bundle.map(|(page, grounds)| Made {
                    name: page.file,
                    html: page.html,
                    sections: grounds.sections.len(),
                    exhibits: grounds.exhibits.len(),
                })),
                Err(problem) => diagnostics.push(*problem),
            }
        }
        diagnostics.dedup();
        self.dossier.show(&diagnostics, &edition);
        let found = outcome(&diagnostics);
        if found == Outcome::Problems && !self.keep_going {
            self.nothing_written(&diagnostics);
            return Ok(found);
        }
        interruption.undisturbed(|| self.write(&made))?;
        Ok(found)
    }

    fn write(&self, made: &[Made]) -> Result<(), Failure> {
        let folder = self.output.clone().unwrap_or_else(|| {
            let root = self.dossier.root();
            if root == Path::new(".") { PathBuf::from("bundle") } else { root.join("bundle") }
        });
        let overwrite = if self.force { Overwrite::Force } else { Overwrite::OwnOnly };
        let files: Vec<_> = made.iter().map(|made| (made.name.clone(), made.html.as_bytes())).collect();
        let written = put_files(&folder, &files, overwrite)?;
        if self.dossier.format == FormatArg::Text {
            for (made, written) in made.iter().zip(written) {
                output::result(&in_words(&folder.join(&made.name), made, written));
            }
        }
        Ok(())
    }

    /// Whom the bundles are of, each once, in the order given.
    fn subjects(&self, dossier: &Dossier) -> Result<Vec<EntityId>, Failure> {
        let mut subjects: Vec<EntityId> = Vec::new();
        for name in &self.ids {
            let id = self.meant(dossier, name)?;
            if !subjects.contains(id) {
                subjects.push(id.clone());
            }
        }
        if self.all_claims {
            let claims = dossier.of_kind(vocabulary::CLAIM).iter().map(|page| page.facts().id.clone());
            let further: Vec<_> = claims.filter(|id| !subjects.contains(id)).collect();
            subjects.extend(further);
        }
        if subjects.is_empty() {
            return Err(Failure("there is no published claim".into()));
        }
        Ok(subjects)
    }

    fn meant<'a>(&self, dossier: &'a Dossier, name: &str) -> Result<&'a EntityId, Failure> {
        match dossier.named(name) {
            Resolution::Page(id) => {
                let role = dossier.page(id).map(|page| &page.facts().role);
                if matches!(role, Some(PageRole::Entity(_))) {
                    return Ok(id);
                }
                Err(Failure(format!(
                    "`{id}` is a page of text, and rests on nothing that could be bundled\n  name a person, a claim, an event or another entity"
                )))
            }
            Resolution::Private(_) if !self.dossier.masks() => Err(Failure(format!(
                "`{name}` is private, and a bundle holds only what the site may publish\n  nothing was written"
            ))),
            Resolution::Ambiguous(candidates) => Err(Failure(format!(
                "`{name}` is the name of several: {candidates}\n  give the id of the one that is meant"
            ))),
            _ => Err(Failure(unknown(dossier, name))),
        }
    }

    fn nothing_written(&self, diagnostics: &[Diagnostic]) {
        if self.dossier.format == FormatArg::Text {
            output::remark(&format!(
                "{}; nothing was written\n  `redstring explain NAME` says more on a problem; `--keep-going` writes the bundle all the same",
                report::summary(diagnostics)
            ));
        }
    }
}

/// Nothing published has this name; what is near to it and published.
fn unknown(dossier: &Dossier, name: &str) -> String {
    let entities = || dossier.pages().map(|page| page.facts()).filter(|facts| facts.kind().is_some());
    let by_id = nearest(name, entities().map(|facts| facts.id.as_str()));
    let near = by_id.or_else(|| {
        let title = nearest(name, entities().map(|facts| &*facts.title))?;
        entities().find(|facts| *facts.title == *title).map(|facts| facts.id.as_str())
    });
    let help = match near {
        Some(id) => format!("did you mean `{id}`?"),
        None => "give the id of a published page: the name of its file, without `.md`".to_owned(),
    };
    format!("nothing that is published is called `{name}`\n  {help}")
}

fn in_words(path: &Path, made: &Made, written: bool) -> String {
    let path = path.display();
    let (sections, exhibits) = (counted(made.sections, "section"), counted(made.exhibits, "exhibit"));
    let state = if written { "" } else { ", as it was" };
    format!("{path}: {sections}, {exhibits}{state}")
}
