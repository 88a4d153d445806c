//! `git`, as a program beside ours: with no settings, hooks or filters that could change or add anything.
//!
//! Everything that is sent is made in an empty repository of our own, below the system's folder for temporary files. So
//! nothing of the repository that holds the dossier can ever go along: its objects are not there.
#![expect(
    clippy::disallowed_methods,
    reason = "a repository of our own is made, and removed, at the edge of the program"
)]

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::Failure;
use crate::report;

/// Variables of git's own that may come through: how to reach a server, and whose settings count.
const PASSED_ON: [&str; 8] = [
    "GIT_SSH",
    "GIT_SSH_COMMAND",
    "GIT_SSH_VARIANT",
    "GIT_ASKPASS",
    "GIT_TERMINAL_PROMPT",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
];

/// Settings that hold whatever the person has set: none of them may reach what is published.
const SETTINGS: [&str; 12] = [
    "core.autocrlf=false",
    "core.safecrlf=false",
    "core.attributesFile=",
    "core.excludesFile=",
    "core.fsmonitor=false",
    "core.quotePath=false",
    "gc.auto=0",
    "commit.gpgSign=false",
    "push.gpgSign=false",
    "push.followTags=false",
    "push.recurseSubmodules=no",
    "advice.pushUpdateRejected=false",
];

/// The program, for some folder, before its arguments.
pub(super) fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    let own = std::env::vars_os().map(|(name, _)| name);
    for name in own.filter(|name| name.to_string_lossy().starts_with("GIT_")) {
        if !PASSED_ON.iter().any(|passed| name == *passed) {
            git.env_remove(name);
        }
    }
    // What git says is read here, and the zone of the machine is nobody's business.
    git.env("LC_ALL", "C").env("TZ", "UTC").arg("-C").arg(folder);
    git
}

/// What git says in a folder, if it can say it.
pub(super) fn ask(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = finish(git(folder).args(arguments), &[]).ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
}

/// An empty repository of our own; it goes when this is dropped.
#[derive(Debug)]
pub(super) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Make it.
    pub(super) fn new() -> Result<Self, Failure> {
        let folder = new_private_folder()?;
        let scratch = Self { folder };
        std::fs::create_dir(scratch.folder.join("no-hooks"))
            .and_then(|()| std::fs::create_dir(scratch.folder.join("no-template")))
            .map_err(|error| Failure(format!("cannot make {}: {error}", scratch.folder.display())))?;
        let template = format!("--template={}", scratch.folder.join("no-template").display());
        scratch.run(&["init", "--quiet", "--bare", &template, "repository"])?;
        Ok(scratch)
    }

    /// The program on this repository, in another folder.
    pub(super) fn command(&self, folder: &Path) -> Command {
        let mut git = git(folder);
        let hooks = format!("core.hooksPath={}", self.folder.join("no-hooks").display());
        for setting in SETTINGS.into_iter().chain([hooks.as_str()]) {
            git.arg("-c").arg(setting);
        }
        let repository = self.folder.join("repository");
        if repository.is_dir() {
            git.arg("--git-dir").arg(repository);
        }
        git
    }

    /// Run it; what it writes, without the last line end.
    pub(super) fn run(&self, arguments: &[&str]) -> Result<String, Failure> {
        let output = finish(self.command(&self.folder).args(arguments), &[])?;
        succeeded(&output, arguments.first())?;
        Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
    }

    /// The same in another folder, with something to read.
    pub(super) fn feed(&self, folder: &Path, arguments: &[&str], input: &[u8]) -> Result<String, Failure> {
        let output = finish(self.command(folder).args(arguments), input)?;
        succeeded(&output, arguments.first())?;
        Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed now holds nothing but the site, which is public.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A folder that nobody else has made: somebody who had could put hooks into it.
fn new_private_folder() -> Result<PathBuf, Failure> {
    let within = std::env::temp_dir();
    // One that a run left that was killed may be in the way, where the system gives its number again.
    for nth in 0..100 {
        let folder = within.join(format!("redstring-publish-{}-{nth}", std::process::id()));
        match private_folder(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Failure(format!("cannot make {}: {error}", folder.display()))),
        }
    }
    Err(Failure(format!("{} is full of folders that other runs left; remove them", within.display())))
}

#[cfg(unix)]
fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn private_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir(folder)
}

/// Run to the end, with this to read.
pub(super) fn finish(command: &mut Command, input: &[u8]) -> Result<Output, Failure> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Failure(
            "there is no program `git` on this machine\n  install it: it is what sends the site".to_owned(),
        ),
        _ => Failure(format!("cannot run git: {error}")),
    };
    let streams = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = streams.spawn().map_err(failed)?;
    let stdin = child.stdin.take();
    std::thread::scope(|scope| {
        // From a thread of its own: git may write before it has read all.
        scope.spawn(move || {
            if let Some(mut stdin) = stdin {
                // Who ends before he has read all says himself why.
                let _ = stdin.write_all(input);
            }
        });
        child.wait_with_output().map_err(failed)
    })
}

/// What git said, if it failed.
fn succeeded(output: &Output, what: Option<&&str>) -> Result<(), Failure> {
    if output.status.success() {
        return Ok(());
    }
    let what = what.copied().unwrap_or_default();
    Err(Failure(format!("`git {what}` failed, and nothing was published\n{}", complaint(output))))
}

/// The last words of a program, indented and safe to print.
pub(super) fn complaint(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<_> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let last = &lines[lines.len().saturating_sub(6)..];
    last.iter()
        .map(|line| format!("  git: {}", without_secrets(&report::one_line(line))))
        .collect::<Vec<_>>()
        .join("\n")
}

/// An address without what may be a password in it.
pub(super) fn without_secrets(address: &str) -> String {
    let Some((before, rest)) = address.split_once("://") else { return address.to_owned() };
    let end = rest.find(['/', ' ', '\'']).unwrap_or(rest.len());
    match rest[..end].rfind('@') {
        Some(at) => format!("{before}://…@{}", &rest[at + 1..]),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_not_shown() {
        for (written, shown) in [
            ("https://ann:secret@host.example/x.git", "https://…@host.example/x.git"),
            ("https://token@host.example/a@b", "https://…@host.example/a@b"),
            ("https://host.example/a@b", "https://host.example/a@b"),
            ("git@github.com:name/dossier.git", "git@github.com:name/dossier.git"),
            ("/srv/git/dossier.git", "/srv/git/dossier.git"),
            ("fatal: 'https://t@h/x' not found", "fatal: 'https://…@h/x' not found"),
        ] {
            assert_eq!(without_secrets(written), shown);
        }
    }
}
