//! `redstring publish`: the site, and nothing but the site, to a branch of another repository.
//!
//! ```text
//! public/ ⇄ what the content yields (proof) ─▶ files ─▶ a repository of our own ⇄ the branch ─▶ one commit ─▶ push
//! ```
//!
//! What is sent is what was built and could be looked at: `publish` builds nothing, it proves that `public/` is what the
//! dossier yields. The repository that holds the dossier is never sent from, so none of its objects can go along.

mod branch;

use std::collections::BTreeSet;
use std::io::{BufRead as _, IsTerminal as _};
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use clap::Args;

use self::branch::{Plan, Signed, Target, Tip};
use super::dossier::{BaseUrlArg, DossierArgs, outcome};
use super::git::Scratch;
use super::today::seconds;
use super::{Failure, Outcome, output};
use crate::audit::Audit;
use crate::export::limits::Excess;
use crate::export::manifest::{MANIFEST, Manifest, SIGNATURE, this_program};
use crate::pipeline::{Edition, Unwatched};
use crate::proof::{Finding, Folder, Proof, Site as _, Wanted, against_content};
use crate::report::{self, Against};
use crate::text::Diagnostic;
use crate::write::MARKER;

/// So many names of a list are shown.
const MOST: usize = 10;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring publish https://github.com/name/dossier.git --dry-run\n  redstring publish origin --branch gh-pages\n\nOnly the built site is sent, as one commit on top of what the branch holds; nothing is ever forced. A site that was\nbuilt with --base-url needs it here too. What was once published stays in the branch's history: docs/publishing.md\nsays what that means."
)]
pub(super) struct Publish {
    /// Where to: a remote of the dossier's repository by its name, or the address of a repository
    #[arg(value_name = "REMOTE")]
    remote: String,
    /// The branch from which the site is served
    #[arg(long, value_name = "BRANCH", default_value = "gh-pages")]
    branch: String,
    #[command(flatten)]
    dossier: DossierArgs,
    #[command(flatten)]
    address: BaseUrlArg,
    /// The folder that was built; `public` in the dossier's folder by default
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Say what would be published, and publish nothing
    #[arg(long)]
    dry_run: bool,
    /// Publish without asking
    #[arg(long)]
    yes: bool,
    /// Publish although the audit found private names in what goes out: you looked at each place
    #[arg(long)]
    despite_audit: bool,
    /// Take over a branch that holds what Redstring did not write; that is removed, and stays in its history
    #[arg(long)]
    adopt: bool,
    /// Who is named in the commit; nobody by default
    #[arg(long, value_name = "NAME <ADDRESS>", default_value = "Redstring <redstring@localhost>", value_parser = author)]
    author: (String, String),
}

/// `Name <address>`.
fn author(written: &str) -> Result<(String, String), String> {
    let parts = written.trim().strip_suffix('>').and_then(|written| written.split_once('<'));
    let plain = |part: &str| !part.contains(['<', '>', '\n', '\0']);
    match parts.map(|(name, address)| (name.trim(), address.trim())) {
        Some((name, address)) if !name.is_empty() && plain(name) && plain(address) => {
            Ok((name.to_owned(), address.to_owned()))
        }
        _ => Err("write it as \"Name <address>\"".to_owned()),
    }
}

impl Publish {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let root = self.dossier.root();
        let target = Target::of(&self.remote, &self.branch, root)?;
        if target.is_own_branch(root) {
            return Err(Failure(format!(
                "{} is where the dossier itself is written\n  name another branch: only the site belongs on it",
                target.shown()
            )));
        }
        let site = self.output.clone().unwrap_or_else(|| self.dossier.site());
        if !site.join(MANIFEST).is_file() {
            return Err(Failure(format!(
                "{} holds no built site\n  `redstring build` makes it; look at it before you publish it",
                site.display()
            )));
        }
        let folder = Folder::of(&site)?;
        let Some((edition, proof)) = self.proven(&folder)? else { return Ok(Outcome::Problems) };
        output::result(&report::proof_summary(&proof, Against::Content));
        let audit = Audit::of(&edition).summary();
        output::text(&report::audit_summary(&audit));
        let manifest = Manifest::read(&self.bytes_of_manifest(&folder)?).map_err(Failure)?;
        for excess in Excess::of(manifest.files.iter().map(|file| (file.path.as_str(), file.size))) {
            output::remark(&format!("warning: {excess}"));
        }
        let scratch = Scratch::new()?;
        let tip = Tip::of(&scratch, &target)?;
        let paths = files_to_send(&manifest, &proof);
        self.admissible(&target, tip.as_ref(), &paths)?;
        let plan = Plan::of(&scratch, &site, &paths, tip.as_ref())?;
        // A build swaps the whole folder, and a site that is another has another manifest.
        if Manifest::read(&self.bytes_of_manifest(&Folder::of(&site)?)?).as_ref() != Ok(&manifest) {
            return Err(Failure(format!("{} has changed meanwhile\n  publish again", site.display())));
        }
        self.show(&target, tip.as_ref(), &plan);
        if plan.is_nothing() {
            output::result("Nothing to publish: the branch holds exactly this site");
            return Ok(Outcome::Clean);
        }
        // What is once pushed cannot be called back, so it is not enough to be told in passing.
        let refused = audit.spoken > 0 && !self.despite_audit;
        if refused {
            output::remark(
                "Not to be published: private names are spoken in what goes out\n  `redstring audit` says where; mend it, or look at each place and publish with --despite-audit",
            );
        }
        if refused || self.dry_run {
            let asked = if self.dry_run { " (--dry-run)" } else { "" };
            output::result(&format!("Nothing was published{asked}"));
            return Ok(if refused { Outcome::Problems } else { Outcome::Clean });
        }
        if !self.yes && !confirmed()? {
            output::result("Nothing was published");
            return Ok(Outcome::Clean);
        }
        let message = format!("Publish the site\n\n{}, content {}\n", this_program(), manifest.content);
        let (name, address) = (self.author.0.as_str(), self.author.1.as_str());
        // The day, in UTC: the hour at which somebody works, and where, is nobody's business.
        let signed = Signed { name, address, seconds: seconds() / 86_400 * 86_400, message: &message };
        let commit = plan.send(&scratch, &target, tip.as_ref(), &signed)?;
        output::result(&format!(
            "Published to {}, as {}",
            target.shown(),
            commit.get(..10).unwrap_or(&commit)
        ));
        Ok(Outcome::Clean)
    }

    /// The dossier and the proof that this is its site; what keeps it from being proven is shown.
    fn proven(&self, folder: &Folder) -> Result<Option<(ManuallyDrop<Edition>, Proof)>, Failure> {
        let checked = self.dossier.read(&self.address.wishes()?, &Unwatched)?;
        // The program ends with it.
        let edition = ManuallyDrop::new(checked.value);
        let mut problems = checked.diagnostics;
        let mut proof = None;
        if outcome(&problems) == Outcome::Clean {
            let checked = against_content(&edition, folder, &Unwatched)?;
            problems.extend(checked.diagnostics);
            proof = Some(checked.value);
        }
        let errors: Vec<Diagnostic> = problems.into_iter().filter(Diagnostic::is_error).collect();
        if !errors.is_empty() {
            self.dossier.show(&errors, &*edition);
            output::remark(&format!("{}; nothing was published", report::summary(&errors)));
            return Ok(None);
        }
        let Some(mut proof) = proof else { return Ok(None) };
        let extra = proof.findings.extract_if(.., |(_, finding)| *finding == Finding::Extra);
        let extra: Vec<_> = extra.map(|(path, _)| path).collect();
        if !extra.is_empty() {
            output::remark(&format!("Not part of the site, and not sent: {}", some_of(&extra)));
        }
        let left_out = std::mem::take(&mut proof.left_out);
        proof.findings.extend(left_out.into_iter().map(|path| (path, Finding::Missing)));
        if !proof.holds() {
            output::problems(&report::findings_text(&proof), false);
            output::remark(&format!(
                "{}\n  `redstring build` makes it anew; look at it, then publish",
                report::proof_summary(&proof, Against::Content)
            ));
            return Ok(None);
        }
        Ok(Some((edition, proof)))
    }

    fn bytes_of_manifest(&self, folder: &Folder) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        folder.pour(MANIFEST, &mut |piece| {
            bytes.extend_from_slice(piece);
            Wanted::More
        })?;
        Ok(bytes)
    }

    /// Whether this branch may be published to.
    fn admissible(
        &self,
        target: &Target,
        tip: Option<&Tip>,
        paths: &BTreeSet<String>,
    ) -> Result<(), Failure> {
        let Some(tip) = tip else { return Ok(()) };
        if tip.is_dossier() {
            return Err(Failure(format!(
                "{} holds a dossier, not a site, and publishing would remove it\n  name another branch",
                target.shown()
            )));
        }
        let foreign: Vec<_> = tip.foreign.iter().filter(|path| !paths.contains(*path)).cloned().collect();
        if foreign.is_empty() || self.adopt {
            return Ok(());
        }
        let domain = if foreign.iter().any(|path| path == "CNAME") {
            "\n  CNAME is the domain of the site: with `base_url` set to that domain the site has one of its own"
        } else {
            ""
        };
        Err(Failure(format!(
            "{} holds what Redstring did not write, and publishing would remove it: {}\n  name another branch, or give --adopt to remove it{domain}",
            target.shown(),
            some_of(&foreign)
        )))
    }

    fn show(&self, target: &Target, tip: Option<&Tip>, plan: &Plan) {
        let state = match tip {
            None => "which is not there yet".to_owned(),
            Some(tip) => format!("now at {}", tip.name()),
        };
        output::result(&format!("To {}, {state}", target.shown()));
        for (what, paths) in [("added", &plan.added), ("changed", &plan.changed), ("removed", &plan.removed)]
        {
            if !paths.is_empty() {
                output::result(&format!("  {} {what}: {}", paths.len(), some_of(paths)));
            }
        }
        output::result(&format!("  {} as they are", plan.same));
        if target.is_own_repository(self.dossier.root()) {
            output::remark(
                "warning: that is the repository in which the dossier itself lies: who can read the branch can read all of it\n  if anything in it is private, the repository has to be, or the site has to go to another one",
            );
        }
    }
}

/// The files of the site: what lies among them besides is not sent.
fn files_to_send(manifest: &Manifest, proof: &Proof) -> BTreeSet<String> {
    let mut paths: BTreeSet<_> = manifest.files.iter().map(|file| file.path.clone()).collect();
    paths.extend([MANIFEST, MARKER].map(str::to_owned));
    if proof.is_signed {
        paths.insert(SIGNATURE.to_owned());
    }
    paths
}

/// The first of these names.
fn some_of(paths: &[String]) -> String {
    let shown: Vec<_> = paths.iter().take(MOST).map(|path| report::one_line(path)).collect();
    let more = paths.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", shown.join(", "))
}

/// Ask the person at the terminal.
fn confirmed() -> Result<bool, Failure> {
    if !std::io::stdin().is_terminal() {
        return Err(Failure(
            "nobody is here to say yes, and nothing was published\n  give --yes to publish without asking, or --dry-run to look".to_owned(),
        ));
    }
    output::question("Publish this? What is published cannot be taken back. [y/N] ");
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
