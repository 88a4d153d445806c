//! `redstring check` warns of private files in a repository that looks public: the site hides them, the repository does not.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::{REDSTRING, alone};
use crate::repository::git;

fn check(root: &Path, arguments: &[&str], ci: &str) -> String {
    let mut program = alone(Command::new(REDSTRING));
    let output = program.arg("check").args(arguments).current_dir(root).env("CI", ci).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(0));
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

const WARNING: &str =
    "git keeps 2 pages and 1 other file that do not go out, for a remote that looks public (github.com)";

#[test]
fn private_files_in_a_repository_that_looks_public_are_told_of() {
    let place = tempfile::tempdir().unwrap();
    // The dossier lies in a folder of its repository.
    let root = place.path().join("dossier");
    for (path, text) in [
        ("content/index.md", "---\ntitle: Home\n---\n![a](a.png)\n"),
        ("content/people/qzlodger.md", "---\ntitle: The lodger\npublish: false\n---\nWords.\n"),
        ("content/notes/qztalk.md", "---\ntitle: A talk\n---\nWords.\n"),
        ("content/qzscan.txt", "words"),
        ("content/.obsidian/workspace", "{}"),
        ("content/people/untracked.md", "---\ntitle: Not in git\npublish: false\n---\n"),
        ("site.toml", "private_folders = [\"notes\"]\n"),
        (".gitignore", "untracked.md\n"),
    ] {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let png = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/full/content");
    let png = walkdir::WalkDir::new(png).into_iter().map(Result::unwrap);
    let png = png
        .map(walkdir::DirEntry::into_path)
        .find(|path| path.extension().is_some_and(|e| e == "png"))
        .unwrap();
    fs::copy(png, root.join("content/a.png")).unwrap();

    assert!(!check(&root, &[], "").contains("tracked-private"), "there is no repository");
    git(place.path(), &["init", "--quiet"]);
    git(place.path(), &["add", "--all"]);
    assert!(!check(&root, &[], "").contains("tracked-private"), "there is no remote");
    git(place.path(), &["remote", "add", "home", "ssh://git@server.example/d.git"]);
    assert!(!check(&root, &[], "").contains("tracked-private"), "nothing says that it is public");
    git(place.path(), &["remote", "add", "origin", "git@github.com:name/dossier.git"]);
    let said = check(&root, &[], "");
    assert!(said.contains(WARNING) && said.contains("warning[R708 tracked-private]"), "{said}");
    assert!(!said.contains("qz"), "nothing is named: {said}");
    for (format, ci) in [("text", "true"), ("github", ""), ("json", "1")] {
        let said = check(&root, &["--format", format], ci);
        assert!(said.contains("tracked-private") && !said.contains("2 pages"), "{said}");
    }
    // Who knows that the repository is private says so.
    let settings = "private_folders = [\"notes\"]\n[rules]\ntracked-private = \"off\"\n";
    fs::write(root.join("site.toml"), settings).unwrap();
    assert!(!check(&root, &[], "").contains("tracked-private"));
    // Without private files there is nothing to warn of.
    fs::write(root.join("site.toml"), "private_folders = [\"notes\"]\n").unwrap();
    git(
        place.path(),
        &["rm", "--quiet", "-r", "-f", "--cached", "dossier/content/people", "dossier/content/notes"],
    );
    git(place.path(), &["rm", "--quiet", "--cached", "dossier/content/qzscan.txt"]);
    assert!(!check(&root, &[], "").contains("tracked-private"));
}
