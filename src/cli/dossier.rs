//! The arguments that every command on a dossier takes, and what they share.

use std::path::{Component, Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Failure, Outcome, output};
use crate::parse::checked_base_url;
use crate::pipeline::{Edition, Watcher, Wishes};
use crate::report::{self, Appearance, Format, Texts};
use crate::text::{Checked, Diagnostic};

/// Where the dossier is.
#[derive(Debug, Args)]
pub(super) struct RootArg {
    /// The dossier's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
}

/// Where the dossier is, and how problems are shown.
#[derive(Debug, Args)]
pub(super) struct DossierArgs {
    #[command(flatten)]
    place: RootArg,
    /// How problems are shown
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
    /// Show what is private in problems, even where others may read them (with CI set, or as GitHub annotations)
    #[arg(long)]
    pub(super) show_private: bool,
}

/// Where the site stands, or will.
#[derive(Debug, Args)]
pub(super) struct BaseUrlArg {
    /// Where the site will stand, for feeds, canonical addresses and the 404 page; over `base_url` in site.toml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

impl BaseUrlArg {
    /// What the run is asked for.
    pub(super) fn wishes(&self) -> Result<Wishes, Failure> {
        let base_url = match &self.base_url {
            None => None,
            Some(url) => Some(checked_base_url(url).ok_or_else(|| {
                Failure(format!(
                    "`{url}` is no address where a site can stand\n  write one such as https://name.github.io/dossier/"
                ))
            })?),
        };
        Ok(Wishes { base_url, ..Wishes::default() })
    }
}

/// How problems are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    /// For people, with the words in question
    Text,
    /// One JSON object a line
    Json,
    /// Annotations in GitHub Actions
    Github,
}

impl DossierArgs {
    /// The dossier's folder.
    pub(super) fn root(&self) -> &Path {
        &self.place.root
    }

    /// Where the site is written when nobody says.
    pub(super) fn site(&self) -> PathBuf {
        if self.root() == Path::new(".") { PathBuf::from("public") } else { self.root().join("public") }
    }

    /// Read the dossier.
    pub(super) fn read(&self, wishes: &Wishes, watcher: &dyn Watcher) -> Result<Checked<Edition>, Failure> {
        Ok(Edition::read(self.root(), wishes, watcher)?)
    }

    /// Show these problems, with words from these texts.
    pub(super) fn show(&self, diagnostics: &[Diagnostic], texts: &dyn Texts) {
        let format = match self.format {
            FormatArg::Text => Format::Text,
            FormatArg::Json => Format::Json,
            FormatArg::Github => Format::Github,
        };
        let colour = self.format == FormatArg::Text;
        let folder = self.folder();
        let appearance =
            Appearance { colour, width: terminal_width(), mask_private: self.masks(), folder: &folder };
        output::problems(&report::report(diagnostics, texts, format, &appearance), format != Format::Text);
    }

    /// The dossier's folder as seen from where the command runs, which in a workflow is the repository's top.
    fn folder(&self) -> String {
        let here = std::env::current_dir().unwrap_or_default();
        let root = self.root().strip_prefix(&here).unwrap_or(self.root());
        let parts = root.components().filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        });
        parts.collect::<Vec<_>>().join("/")
    }

    /// A log that others may read must not print what is private.
    pub(super) fn masks(&self) -> bool {
        !self.show_private && (in_public_log() || self.format == FormatArg::Github)
    }
}

/// Whether others may read what is printed: `CI` is set.
pub(super) fn in_public_log() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

/// Clean unless something is an error.
pub(super) fn outcome(diagnostics: &[Diagnostic]) -> Outcome {
    if diagnostics.iter().any(Diagnostic::is_error) { Outcome::Problems } else { Outcome::Clean }
}

fn terminal_width() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(0)
}
