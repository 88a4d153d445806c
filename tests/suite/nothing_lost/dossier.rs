//! A dossier to build, and what became of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::program::{REDSTRING, alone};
use tempfile::TempDir;

/// What a folder holds, by path; a folder that is not there holds nothing.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A dossier in a folder of its own, with two states.
pub(crate) struct Dossier {
    pub(crate) base: PathBuf,
    pub(crate) root: PathBuf,
    _removed: Option<TempDir>,
}

/// The two states of a dossier: all their pages differ, much else is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Old,
    New,
}

impl State {
    pub(crate) fn other(self) -> Self {
        if self == Self::Old { Self::New } else { Self::Old }
    }
}

/// How a command ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: Option<i32>,
    pub(crate) said: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self { status: output.status.code(), said: String::from_utf8(output.stderr).unwrap() }
    }
}

impl Dossier {
    pub(crate) fn new() -> Self {
        let base = tempfile::tempdir().unwrap();
        let mut dossier = Self::in_folder(base.path());
        dossier._removed = Some(base);
        dossier
    }

    /// One in a folder that is there.
    pub(crate) fn in_folder(base: &Path) -> Self {
        let dossier = Self { base: base.to_owned(), root: base.join("dossier"), _removed: None };
        let made = alone(Command::new(REDSTRING)).arg("init").arg(&dossier.root).output().unwrap();
        assert!(made.status.success(), "{made:?}");
        dossier
    }

    /// Bring it into a state.
    pub(crate) fn become_(&self, state: State) {
        let settings = self.root.join("site.toml");
        let written = fs::read_to_string(&settings).unwrap();
        let lines = written.lines().map(|line| match line.starts_with("title") {
            true => format!("title = \"{state:?} as it is\""),
            false => line.to_owned(),
        });
        fs::write(settings, lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
    }

    /// The command that builds it.
    pub(crate) fn build(&self, target: &Path) -> Command {
        let mut command = self.command("build");
        command.arg("--output").arg(target);
        command
    }

    /// A command on it.
    pub(crate) fn command(&self, name: &str) -> Command {
        let mut command = alone(Command::new(REDSTRING));
        command.arg(name).arg("--root").arg(&self.root);
        command
    }

    /// The site of a state.
    pub(crate) fn site(&self, state: State) -> Files {
        self.become_(state);
        let target = self.base.join("as-it-should-be");
        let built = Ended::from(self.build(&target).output().unwrap());
        assert_eq!(built.status, Some(0), "{built:?}");
        let site = files(&target);
        fs::remove_dir_all(target).unwrap();
        site
    }
}

/// What a folder holds.
pub(crate) fn files(folder: &Path) -> Files {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap_or_default())
        })
        .collect()
}

/// The names in a folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Run a command to its end.
pub(crate) fn run(command: &mut Command) -> Ended {
    command.output().unwrap().into()
}

/// It failed by the world outside, and said these words.
#[track_caller]
pub(crate) fn failed(ended: &Ended, words: &[&str]) {
    assert_eq!(ended.status, Some(2), "{}", ended.said);
    for words in words {
        assert!(ended.said.contains(words), "`{words}` is not in: {}", ended.said);
    }
}
