//! `redstring verify-site`: whether a site that stands somewhere is exactly what the dossier yields.

use std::mem::ManuallyDrop;
use std::path::Path;

use clap::Args;

use super::dossier::{BaseUrlArg, DossierArgs, FormatArg, outcome};
use super::{Failure, Outcome, output};
use crate::export::manifest::MANIFEST;
use crate::pipeline::Unwatched;
use crate::proof::{
    Folder, Proof, PublicKey, Served, Site, Wanted, against_content, against_manifest, signed_by,
};
use crate::report::{self, Against};
use crate::text::Diagnostic;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring verify-site\n  redstring verify-site ../clone-of-gh-pages --base-url https://name.github.io/dossier/\n  redstring verify-site http://127.0.0.1:8000/\n  redstring verify-site downloaded/ --manifest-only --public-key RWQ…\n\nNothing is written. Exit status: 0 it is, 1 it is not, 2 nothing could be said."
)]
pub(super) struct VerifySite {
    /// The folder of the site, or its address on this machine; `public` in the dossier's folder by default
    #[arg(value_name = "DIR|URL")]
    site: Option<String>,
    #[command(flatten)]
    dossier: DossierArgs,
    #[command(flatten)]
    address: BaseUrlArg,
    /// Compare with the site's own manifest.json alone, where there is no dossier
    #[arg(long)]
    manifest_only: bool,
    /// The manifest must be signed by this key, as minisign prints it, or as a file with it
    #[arg(long, value_name = "KEY|FILE")]
    public_key: Option<String>,
}

impl VerifySite {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let key = self.public_key.as_deref().map(PublicKey::read).transpose()?;
        let site: Box<dyn Site> = match &self.site {
            Some(url) if url.contains("://") => Box::new(Served::at(url)?),
            Some(folder) => Box::new(Folder::of(Path::new(folder))?),
            None => Box::new(Folder::of(&self.dossier.site())?),
        };
        // A server that does not answer is told of before a large dossier is read.
        site.pour(MANIFEST, &mut |_| Wanted::Enough)?;
        let against = if self.manifest_only { Against::Manifest } else { Against::Content };
        let mut proof = match against {
            Against::Manifest => against_manifest(&*site)?,
            Against::Content => match self.against_content(&*site)? {
                Some(proof) => proof,
                None => return Ok(Outcome::Problems),
            },
        };
        if let Some(key) = key {
            match signed_by(&*site, &key)? {
                Ok(words) => proof.signed_words = Some(words),
                Err(finding) if !proof.findings.contains(&finding) => proof.findings.push(finding),
                Err(_) => {}
            }
        }
        match self.dossier.format {
            FormatArg::Json => output::text(&report::proof_json(&proof, against)),
            FormatArg::Text | FormatArg::Github => say(&proof, against),
        }
        Ok(if proof.holds() { Outcome::Clean } else { Outcome::Problems })
    }

    /// None where the content has errors, and so yields no site.
    fn against_content(&self, site: &dyn Site) -> Result<Option<Proof>, Failure> {
        let root = self.dossier.root();
        if root == Path::new(".") && !root.join("content").is_dir() {
            return Err(Failure(
                "there is no dossier here to compare the site with\n  go to the dossier's folder or name it with `--root`; `--manifest-only` compares the site with its own manifest"
                    .to_owned(),
            ));
        }
        let checked = self.dossier.read(&self.address.wishes()?, &Unwatched)?;
        // The program ends with it.
        let edition = ManuallyDrop::new(checked.value);
        let proof = match outcome(&checked.diagnostics) {
            Outcome::Clean => Some(against_content(&edition, site, &Unwatched)?),
            Outcome::Problems => None,
        };
        let problems = checked.diagnostics.into_iter();
        let undrawn = proof.iter().flat_map(|proof| proof.diagnostics.iter().cloned());
        let errors: Vec<Diagnostic> = problems.chain(undrawn).filter(Diagnostic::is_error).collect();
        if errors.is_empty() {
            return Ok(proof.map(|proof| proof.value));
        }
        self.dossier.show(&errors, &*edition);
        if self.dossier.format == FormatArg::Text {
            let found = report::summary(&errors);
            output::remark(&format!("{found}: the content yields no site to compare with"));
        }
        Ok(None)
    }
}

fn say(proof: &Proof, against: Against) {
    output::problems(&report::findings_text(proof), false);
    let summary = report::proof_summary(proof, against);
    if !proof.holds() {
        return output::remark(&summary);
    }
    output::result(&summary);
    if let Some(name) = proof.name {
        output::result(&format!("  content {name}"));
    }
    match &proof.signed_words {
        Some(words) => output::result(&format!("  signed with the given key: {}", report::one_line(words))),
        None if proof.is_signed => {
            output::remark("It is signed, and the signature was not looked at: `--public-key` names the key");
        }
        None => {}
    }
    if !proof.left_out.is_empty() {
        output::remark(&format!("Not there, and needed by hosts alone: {}", proof.left_out.join(", ")));
    }
    if !proof.sees_extra {
        output::remark(
            "A server does not tell what else it has: only in the folder could files be seen that do not belong to the site",
        );
    }
}
