//! What may not be written or read by whoever runs the program.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::dossier::{Dossier, State, failed, files, names, run};
use crate::program::{REDSTRING, alone};

/// Somebody whom permissions bind, which they do not the system's administrator.
struct Somebody {
    program: PathBuf,
    is_root: bool,
}

const NOBODY: &str = "65534";

impl Somebody {
    /// Owner of all of `folder` from now on.
    fn owning(folder: &Path) -> Self {
        let user = Command::new("id").arg("-u").output().unwrap();
        let is_root = user.stdout.starts_with(b"0\n");
        let mut somebody = Self { program: REDSTRING.into(), is_root };
        if is_root {
            // The program may lie where only the administrator may look.
            somebody.program = folder.join("redstring");
            fs::copy(REDSTRING, &somebody.program).unwrap();
            let owner = format!("{NOBODY}:{NOBODY}");
            assert!(Command::new("chown").args(["-R", &owner]).arg(folder).status().unwrap().success());
        }
        somebody
    }

    /// The program, run by them.
    fn redstring(&self, arguments: &[&str], root: &Path) -> Command {
        let mut command = alone(if self.is_root {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]).arg(&self.program);
            command
        } else {
            Command::new(&self.program)
        });
        command.args(arguments).current_dir(root);
        command
    }
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Every folder and file below.
fn allow_all(folder: &Path, folders: u32, of_files: u32) {
    for entry in walkdir::WalkDir::new(folder).contents_first(true).into_iter().map(Result::unwrap) {
        allow(entry.path(), if entry.file_type().is_dir() { folders } else { of_files });
    }
}

#[test]
fn a_site_that_was_made_read_only_is_replaced_and_nothing_of_it_stays() {
    let dossier = Dossier::new();
    let target = dossier.root.join("public");
    let somebody = Somebody::owning(&dossier.base);
    dossier.become_(State::Old);
    assert_eq!(run(&mut somebody.redstring(&["build"], &dossier.root)).status, Some(0));
    let before = names(&dossier.root);
    for state in [State::New, State::Old] {
        allow_all(&target, 0o555, 0o444);
        dossier.become_(state);
        let ended = run(&mut somebody.redstring(&["build"], &dossier.root));
        assert_eq!(ended.status, Some(0), "{ended:?}");
        assert!(
            fs::read_to_string(target.join("index.html")).unwrap().contains(&format!("{state:?} as it is"))
        );
        assert_eq!(names(&dossier.root), before);
    }
}

#[test]
fn where_nothing_may_be_written_nothing_is_and_each_command_says_so() {
    let dossier = Dossier::new();
    let root = &dossier.root;
    let somebody = Somebody::owning(&dossier.base);
    fs::write(dossier.base.join("one.bib"), "@book{one, title = {One}}").unwrap();
    assert_eq!(run(&mut somebody.redstring(&["build"], root)).status, Some(0));
    assert_eq!(run(&mut somebody.redstring(&["verify", "--today", "2020-01-01"], root)).status, Some(0));
    dossier.become_(State::New);
    let lock = fs::read_to_string(root.join("evidence.lock")).unwrap();
    fs::write(
        root.join("evidence.lock"),
        lock.replace("2020-01-01", "2020-01-02").replace("at = ", "at  = "),
    )
    .unwrap();
    let before = files(root);
    let closed = ["", "content/people", "content/sources"].map(|folder| root.join(folder));
    closed.iter().for_each(|folder| allow(folder, 0o555));
    let denied = "Permission denied";
    for (arguments, words) in [
        (&["build"][..], &["public", "check that you may write to it"][..]),
        (&["verify"], &["evidence.lock", "check that you may write to it"]),
        (&["bundle", "ada-wren"], &["bundle", "check that you may write to it"]),
        (&["new", "person", "Ian Levy"], &["content/people/ian-levy.md", "check that you may write to it"]),
        (&["import", "../one.bib"], &["content/sources/one.md", "nothing was made"]),
        (&["init", "content/people/more"], &["content/people/more", "nothing was written"]),
    ] {
        let ended = run(&mut somebody.redstring(arguments, root));
        failed(&ended, words);
        failed(&ended, &[denied]);
        assert!(files(root) == before, "{arguments:?} wrote something");
    }
    closed.iter().for_each(|folder| allow(folder, 0o755));
}

#[test]
fn what_may_not_be_read_stays_in_and_is_told() {
    let dossier = Dossier::new();
    let root = &dossier.root;
    let somebody = Somebody::owning(&dossier.base);
    assert_eq!(run(&mut somebody.redstring(&["build"], root)).status, Some(0));
    let old = files(&root.join("public"));
    for closed in
        ["content/people/ada-wren.md", "content/people", "content/sources/wick-gazette.txt", "site.toml"]
    {
        let path = root.join(closed);
        let mode = path.metadata().unwrap().permissions().mode();
        allow(&path, 0o000);
        let ended = run(&mut somebody.redstring(&["build"], root));
        allow(&path, mode & 0o777);
        assert_eq!(ended.status, Some(1), "{closed}: {}", ended.said);
        assert!(ended.said.contains("cannot be read: Permission denied"), "{closed}: {}", ended.said);
        assert!(ended.said.contains("nothing was written"), "{closed}: {}", ended.said);
        assert!(files(&root.join("public")) == old, "{closed}");
    }
    allow(&root.join("public"), 0o000);
    let ended = run(&mut somebody.redstring(&["build"], root));
    failed(&ended, &["public", "Permission denied"]);
    allow(&root.join("public"), 0o755);
    assert!(files(&root.join("public")) == old);
}
