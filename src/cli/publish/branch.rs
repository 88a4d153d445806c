//! The branch from which the site is served: what it holds, what it would hold, and the one commit between.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::cli::Failure;
use crate::cli::git::{Scratch, ask, complaint, finish, without_secrets};
use crate::export::manifest::SIGNATURE;
use crate::write::{MARKER, files_of_marker};

/// Where the site is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// As git is told.
    pub(super) url: String,
    /// The branch.
    pub(super) branch: String,
}

impl Target {
    /// The remote of this name in the repository that holds the dossier, or this address.
    pub(super) fn of(remote: &str, branch: &str, root: &Path) -> Result<Self, Failure> {
        let plain = ask(Path::new("."), &["check-ref-format", "--branch", branch]);
        if plain.as_deref() != Some(branch) {
            return Err(Failure(format!("`{branch}` is no name of a branch")));
        }
        let branch = branch.to_owned();
        if let Some(url) = ask(root, &["remote", "get-url", "--push", "--", remote]) {
            let top =
                ask(root, &["rev-parse", "--show-toplevel"]).map_or_else(|| root.to_owned(), PathBuf::from);
            return Ok(Self { url: absolute(&url, &top), branch });
        }
        if !remote.contains(['/', ':', '\\']) && !Path::new(remote).is_dir() {
            return Err(Failure(format!(
                "there is no remote `{remote}` here, and it is no address\n  name one with `git remote add {remote} ADDRESS`, or give the address itself"
            )));
        }
        let here = std::env::current_dir().unwrap_or_default();
        Ok(Self { url: absolute(remote, &here), branch })
    }

    /// For people: without what may be a password.
    pub(super) fn shown(&self) -> String {
        format!("branch {} of {}", self.branch, without_secrets(&self.url))
    }

    /// Whether the dossier itself is written on that branch, as far as can be known here.
    pub(super) fn is_own_branch(&self, root: &Path) -> bool {
        let on_it = ask(root, &["symbolic-ref", "--short", "HEAD"]).as_deref() == Some(&self.branch);
        on_it && self.is_own_repository(root)
    }

    /// Whether the dossier's own repository is sent to the same place.
    pub(super) fn is_own_repository(&self, root: &Path) -> bool {
        let top = ask(root, &["rev-parse", "--show-toplevel"]).map(PathBuf::from);
        let remotes = ask(root, &["remote"]).unwrap_or_default();
        let of = |name: &str| {
            ["--push", "--all"]
                .into_iter()
                .find_map(|which| ask(root, &["remote", "get-url", which, "--", name]))
        };
        let mut urls = remotes.lines().filter_map(of);
        let same = |url: String| top.as_ref().is_some_and(|top| absolute(&url, top) == self.url);
        let is_itself = top
            .as_ref()
            .is_some_and(|top| Path::new(&self.url) == top || Path::new(&self.url) == top.join(".git"));
        is_itself || urls.any(same)
    }
}

/// An address that means the same from everywhere: a path below `base` is made whole.
fn absolute(url: &str, base: &Path) -> String {
    let before_slash = url.split('/').next().unwrap_or_default();
    // `host:path` is how git writes addresses for ssh.
    if url.contains("://") || (before_slash.contains(':') && !Path::new(url).is_absolute()) {
        return url.to_owned();
    }
    let path = base.join(url);
    path.canonicalize().unwrap_or(path).to_string_lossy().into_owned()
}

/// What the branch holds now.
#[derive(Debug)]
pub(super) struct Tip {
    /// Its last commit.
    commit: String,
    /// The object of each file, by path.
    files: BTreeMap<String, String>,
    /// The files that Redstring did not write.
    pub(super) foreign: Vec<String>,
}

impl Tip {
    /// Fetch the last state of a branch; none where there is no such branch yet.
    pub(super) fn of(scratch: &Scratch, target: &Target) -> Result<Option<Self>, Failure> {
        let name = format!("refs/heads/{}", target.branch);
        if scratch.run(&["ls-remote", "--", &target.url, &name])?.is_empty() {
            return Ok(None);
        }
        let to = format!("+{name}:refs/published");
        scratch.run(&["fetch", "--quiet", "--no-tags", "--depth=1", "--", &target.url, &to])?;
        let commit = scratch.run(&["rev-parse", "refs/published"])?;
        let listed = scratch.run(&["ls-tree", "-r", "-z", "--full-tree", &commit])?;
        let entry = |line: &str| {
            let (about, path) = line.split_once('\t')?;
            Some((path.to_owned(), about.split(' ').nth(2)?.to_owned()))
        };
        let files: BTreeMap<_, _> = listed.split('\0').filter_map(entry).collect();
        let own = match files.get(MARKER) {
            Some(marker) => files_of_marker(scratch.run(&["cat-file", "blob", marker])?.as_bytes()),
            None => None,
        };
        let own = own.unwrap_or_default();
        let known = |path: &str| own.contains(path) || [MARKER, SIGNATURE].contains(&path);
        let foreign = files.keys().filter(|path| !known(path)).cloned().collect();
        Ok(Some(Self { commit, files, foreign }))
    }

    /// Whether a dossier is written there.
    pub(super) fn is_dossier(&self) -> bool {
        self.foreign.iter().any(|path| path == "site.toml" || path.starts_with("content/"))
    }

    /// The first letters of its last commit.
    pub(super) fn name(&self) -> &str {
        self.commit.get(..10).unwrap_or(&self.commit)
    }
}

/// What the branch would hold.
#[derive(Debug)]
pub(super) struct Plan {
    tree: String,
    /// Files that are not there yet.
    pub(super) added: Vec<String>,
    /// Files that hold something else there.
    pub(super) changed: Vec<String>,
    /// Files that go.
    pub(super) removed: Vec<String>,
    /// Files that stay as they are.
    pub(super) same: usize,
}

impl Plan {
    /// Bring these files of the site into our repository, and compare them with what the branch holds.
    pub(super) fn of(
        scratch: &Scratch,
        site: &Path,
        paths: &BTreeSet<String>,
        tip: Option<&Tip>,
    ) -> Result<Self, Failure> {
        let lines: String = paths.iter().map(|path| format!("{path}\n")).collect();
        let hash = ["hash-object", "-w", "--no-filters", "--stdin-paths"];
        let hashes = scratch.feed(site, &hash, lines.as_bytes())?;
        let ours: BTreeMap<_, _> = paths.iter().zip(hashes.lines()).collect();
        if ours.len() != paths.len() {
            return Err(Failure("git did not take all files, and nothing was published".to_owned()));
        }
        let index: String = ours.iter().map(|(path, hash)| format!("100644 {hash}\t{path}\0")).collect();
        scratch.feed(site, &["update-index", "-z", "--index-info"], index.as_bytes())?;
        let tree = scratch.run(&["write-tree"])?;
        let nothing = BTreeMap::new();
        let theirs = tip.map_or(&nothing, |tip| &tip.files);
        let mut plan = Self { tree, added: vec![], changed: vec![], removed: vec![], same: 0 };
        for (path, hash) in &ours {
            match theirs.get(*path) {
                None => plan.added.push((*path).clone()),
                Some(there) if there == hash => plan.same += 1,
                Some(_) => plan.changed.push((*path).clone()),
            }
        }
        plan.removed = theirs.keys().filter(|path| !paths.contains(*path)).cloned().collect();
        Ok(plan)
    }

    /// Whether the branch holds exactly this already.
    pub(super) fn is_nothing(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    /// Make the commit and send it; its name. Nothing is forced: if the branch has moved, it stays as it is.
    pub(super) fn send(
        &self,
        scratch: &Scratch,
        target: &Target,
        tip: Option<&Tip>,
        signed: &Signed<'_>,
    ) -> Result<String, Failure> {
        let parent = tip.map(|tip| ["-p", tip.commit.as_str()]);
        let mut commit = scratch.command(Path::new("."));
        commit.arg("commit-tree").arg(&self.tree).args(parent.iter().flatten()).args(["-m", signed.message]);
        for role in ["AUTHOR", "COMMITTER"] {
            commit.env(format!("GIT_{role}_NAME"), signed.name);
            commit.env(format!("GIT_{role}_EMAIL"), signed.address);
            commit.env(format!("GIT_{role}_DATE"), format!("{} +0000", signed.seconds));
        }
        let made = finish(&mut commit, &[])?;
        if !made.status.success() {
            return Err(Failure(format!(
                "git made no commit, and nothing was published\n{}",
                complaint(&made)
            )));
        }
        let commit = String::from_utf8_lossy(&made.stdout).trim().to_owned();
        let to = format!("{commit}:refs/heads/{}", target.branch);
        let mut push = scratch.command(Path::new("."));
        push.args(["push", "--porcelain", "--no-verify", "--no-signed", "--", &target.url, &to]);
        let pushed = finish(&mut push, &[])?;
        if pushed.status.success() {
            return Ok(commit);
        }
        let said = format!("{}{}", String::from_utf8_lossy(&pushed.stdout), complaint(&pushed));
        let moved = ["fetch first", "non-fast-forward", "stale info", "cannot lock ref"];
        if moved.iter().any(|words| said.contains(words)) {
            return Err(Failure(format!(
                "{} has changed meanwhile, and nothing was published\n  somebody else may have published: look at it, and publish again",
                target.shown()
            )));
        }
        Err(Failure(format!(
            "{} was not taken, and nothing was published\n{}",
            target.shown(),
            complaint(&pushed)
        )))
    }
}

/// What a commit says of itself.
#[derive(Debug)]
pub(super) struct Signed<'a> {
    pub(super) name: &'a str,
    pub(super) address: &'a str,
    /// Unix time.
    pub(super) seconds: u64,
    pub(super) message: &'a str,
}
