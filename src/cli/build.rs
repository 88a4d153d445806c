//! `redstring build`: the site.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use clap::Args;

use super::dossier::{BaseUrlArg, DossierArgs, FormatArg, outcome};
use super::interruption::{Interruption, as_it_was};
use super::watch::{TimingsArg, Watch};
use super::{Failure, Outcome, output, program};
use crate::export::manifest::MANIFEST;
use crate::last_build::{Compared, Inputs, LastBuild, Unchanged};
use crate::load::{self, Change, Stamps};
use crate::pipeline::{Edition, Made, Phase, Summary, Watcher};
use crate::report::{self, Texts};
use crate::text::{Diagnostic, counted};
use crate::write::{Overwrite, Published, Staging, WriteError};

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring build\n  redstring build --base-url https://name.github.io/dossier/\n  redstring build --root ../dossier --output /tmp/site"
)]
pub(super) struct Build {
    #[command(flatten)]
    dossier: DossierArgs,
    /// The folder to write; `public` in the dossier's folder by default
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    address: BaseUrlArg,
    /// Replace a folder that Redstring did not make
    #[arg(long)]
    force: bool,
    /// Write the site without the parts that are wrong, and still exit with 1
    #[arg(long)]
    keep_going: bool,
    #[command(flatten)]
    timings: TimingsArg,
}

impl Build {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let watch = Watch::start();
        let outcome = self.run_watched(&watch);
        watch.finish(&self.timings);
        outcome
    }

    fn run_watched(&self, watch: &Watch) -> Result<Outcome, Failure> {
        let program = program::this_file();
        let interruption = Interruption::listen(watch.clearing());
        let root = self.dossier.root();
        let before = load::stamps(root);
        let wishes = self.address.wishes()?;
        let target = self.target();
        watch.begins(Phase::Load, 0);
        let tree = load::load(root)?;
        watch.begins(Phase::Compare, 0);
        let inputs = program.and_then(|program| Inputs::of(&tree, &wishes, &program));
        let compared = inputs.as_ref().map_or(Compared::First, |inputs| Compared::of(&tree, inputs, &target));
        if let Compared::Unchanged(unchanged) = compared {
            self.is_as_read(&before, &target)?;
            let Unchanged { summary, problems, files, bytes } = *unchanged;
            let published = Published { unchanged: files, bytes, ..Published::default() };
            self.tell(&problems, &tree, &summary, &published, watch);
            return Ok(outcome(&problems));
        }
        let checked = Edition::of(tree, &wishes, watch)?;
        // The program ends with it. To give its memory back piece by piece would take a while that nobody has any use of.
        let edition = ManuallyDrop::new(checked.value);
        let mut diagnostics = checked.diagnostics;
        if outcome(&diagnostics) == Outcome::Problems && !self.keep_going {
            // Templates are drawn all the same, so that one run shows everything there is to mend.
            diagnostics.extend(edition.check(watch));
            return Ok(self.nothing_written(&diagnostics, &edition));
        }
        let overwrite = if self.force { Overwrite::Force } else { Overwrite::OwnOnly };
        let unpublished = |error| unpublished(&error, &target);
        watch.begins(Phase::Compare, 0);
        let begin = || Staging::begin(&target, root, overwrite);
        let staging = interruption.site(&target, begin).map_err(unpublished)?;
        let last = match compared {
            Compared::Changed(changed) => changed.site(&edition, &staging),
            Compared::Unchanged(_) | Compared::First => None,
        };
        let Made { problems, search_parts } =
            edition.publish(&staging, last.as_ref(), watch).map_err(unpublished)?;
        diagnostics.extend(problems);
        if outcome(&diagnostics) == Outcome::Problems && !self.keep_going {
            return Ok(self.nothing_written(&diagnostics, &edition));
        }
        watch.begins(Phase::Publish, 0);
        let summary = Summary::of(&edition);
        // Before the look whether anything changed: attachments are read once more.
        let kept = inputs.zip(staging.checksum(MANIFEST)).and_then(|(inputs, manifest)| {
            LastBuild::of(inputs, &edition, summary.clone(), manifest, search_parts, &diagnostics)
        });
        self.is_as_read(&before, &target)?;
        let published = staging.commit().map_err(unpublished)?;
        if let Some(kept) = kept {
            kept.keep(root);
        }
        self.tell(&diagnostics, &*edition, &summary, &published, watch);
        Ok(outcome(&diagnostics))
    }

    /// Say what is wrong, what there is, and what became of it.
    fn tell(
        &self,
        diagnostics: &[Diagnostic],
        texts: &dyn Texts,
        summary: &Summary,
        published: &Published,
        watch: &Watch,
    ) {
        self.dossier.show(diagnostics, texts);
        if self.dossier.format != FormatArg::Text {
            return;
        }
        let found = report::summary(diagnostics);
        if !found.is_empty() {
            output::remark(&found);
        }
        output::result(&format!("{}\n{}", summary.in_words(watch.elapsed()), summary.counts()));
        output::result(&written(published));
        let target = self.target();
        if published.signature_gone {
            output::remark(&format!(
                "The signature of the site before went with it; sign {} anew",
                target.join(MANIFEST).display()
            ));
        }
        output::result(&format!("Open {}", target.join("index.html").display()));
    }

    /// The folder that the site stands in.
    fn target(&self) -> PathBuf {
        self.output.clone().unwrap_or_else(|| self.dossier.site())
    }

    /// What was read is what there is now: a site of some old and some new files would say what nobody ever wrote.
    fn is_as_read(&self, before: &Stamps, target: &Path) -> Result<(), Failure> {
        let what = match before.first_change(self.dossier.root()) {
            None => return Ok(()),
            // The name of a private file must not stand in a public log.
            Some(Change::Of(path)) if !self.dossier.masks() => format!("{path} changed"),
            Some(Change::Of(_)) => "a file of the dossier changed".to_owned(),
            Some(Change::Gone) => "a file of the dossier was removed".to_owned(),
        };
        Err(Failure(format!(
            "{what} while the site was made of it; build again, once nothing is being saved or copied\n  {}",
            as_it_was(target)
        )))
    }

    fn nothing_written(&self, diagnostics: &[Diagnostic], edition: &Edition) -> Outcome {
        self.dossier.show(diagnostics, edition);
        if self.dossier.format == FormatArg::Text {
            let found = report::summary(diagnostics);
            output::remark(&format!(
                "{found}; nothing was written\n  `redstring explain NAME` says more on a problem; `--keep-going` writes the site without the parts that are wrong"
            ));
        }
        Outcome::Problems
    }
}

/// What kept the site from being written, and what stands in its place.
fn unpublished(error: &WriteError, target: &Path) -> Failure {
    match error {
        WriteError::Disk { .. } => Failure(format!("{error}\n  {}", as_it_was(target))),
        // The others tell of the target themselves.
        error => Failure(error.to_string()),
    }
}

fn written(published: &Published) -> String {
    let size = published.bytes as f64 / 1_000_000.0;
    if published.written == 0 && published.removed == 0 {
        return format!("Nothing has changed: {} files, {size:.1} MB", published.unchanged);
    }
    let files = counted(published.written, "file");
    format!(
        "Wrote {files} ({} unchanged, {} removed), {size:.1} MB in all",
        published.unchanged, published.removed
    )
}
