//! `redstring init`: a new dossier is whole and without problems, or it is not there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::program::{REDSTRING, alone};

fn redstring(args: &[&str], folder: &Path) -> Output {
    alone(Command::new(REDSTRING)).args(args).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Every file below a folder, and what it holds; folders end with a slash.
fn all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .min_depth(1)
        .into_iter()
        .map(Result::unwrap)
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if entry.file_type().is_dir() {
                (format!("{path}/"), Vec::new())
            } else {
                (path, fs::read(entry.path()).unwrap())
            }
        })
        .collect()
}

#[test]
fn a_new_dossier_builds_without_a_warning() {
    let base = tempfile::tempdir().unwrap();
    let made = redstring(&["init", "some/new dossier"], base.path());
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    for words in ["cd \"some/new dossier\"", "redstring serve", "redstring build", "REDSTRING_SOURCE"] {
        assert!(said(&made).contains(words), "{words}: {}", said(&made));
    }
    let root = base.path().join("some/new dossier");
    let there = fs::read_dir(base.path().join("some")).unwrap().count();
    assert_eq!(there, 1, "nothing else is beside it");
    for file in [".gitignore", ".github/workflows/pages.yml", "site.toml", "README.md", "content/index.md"] {
        assert!(root.join(file).is_file(), "{file}");
    }
    let checked = redstring(&["check", "--root", root.to_str().unwrap()], base.path());
    assert!(said(&checked).contains("no problems"), "{}", said(&checked));
    let built = redstring(&["build"], &root);
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    assert_eq!(String::from_utf8_lossy(&built.stderr), "", "a warning");
    assert!(root.join("public/people/ada-wren.html").is_file());
    let site: String =
        all(&root.join("public")).values().map(|file| String::from_utf8_lossy(file).into_owned()).collect();
    for private in ["lodger", "telephone", "second volume"] {
        assert!(!site.contains(private), "{private} is private");
    }
}

#[test]
fn how_it_is_published_is_chosen() {
    let base = tempfile::tempdir().unwrap();
    for (way, words, workflow) in [
        ("actions", "Everything in a public repository is public", true),
        ("branch", "redstring publish https://github.com/NAME/REPOSITORY.git", false),
        ("none", "The site is the folder public/", false),
    ] {
        let made = redstring(&["init", way, "--publish", way], base.path());
        assert_eq!(made.status.code(), Some(0), "{}", said(&made));
        assert!(said(&made).contains(words), "{}", said(&made));
        assert_eq!(base.path().join(way).join(".github").exists(), workflow, "{way}");
        assert!(base.path().join(way).join("content/index.md").is_file());
    }
    assert_eq!(redstring(&["init", "other", "--publish", "ftp"], base.path()).status.code(), Some(2));
}

#[test]
fn an_empty_folder_or_a_fresh_clone_is_filled() {
    for git in [false, true] {
        let base = tempfile::tempdir().unwrap();
        if git {
            fs::create_dir(base.path().join(".git")).unwrap();
            fs::write(base.path().join(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
        }
        let made = redstring(&["init", "."], base.path());
        assert_eq!(made.status.code(), Some(0), "{}", said(&made));
        assert!(!said(&made).contains("cd "), "{}", said(&made));
        let mut names: Vec<_> =
            fs::read_dir(base.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names.retain(|name| name != ".git");
        assert_eq!(names, [".gitattributes", ".github", ".gitignore", "README.md", "content", "site.toml"]);
        assert_eq!(base.path().join(".git/HEAD").is_file(), git);
    }
}

#[test]
fn what_is_there_is_named_and_left_alone() {
    let base = tempfile::tempdir().unwrap();
    fs::create_dir(base.path().join("full")).unwrap();
    for name in ["notes.md", "a b.txt"] {
        fs::write(base.path().join("full").join(name), name).unwrap();
    }
    fs::write(base.path().join("file"), "mine").unwrap();
    let before = all(base.path());
    for (args, words) in [
        (["init", "full"], "full is not empty: it holds a b.txt, notes.md"),
        (["init", "file"], "file is no folder"),
        (["init", "file/below"], "cannot look into file/below"),
        (["init", ".."], "is not empty"),
    ] {
        let refused = redstring(&args, &base.path().join(if args[1] == ".." { "full" } else { "." }));
        assert_eq!(refused.status.code(), Some(2), "{args:?}: {}", said(&refused));
        assert!(said(&refused).contains(words), "{args:?}: {}", said(&refused));
        assert_eq!(all(base.path()), before, "{args:?}");
    }
}

#[test]
fn a_failure_leaves_nothing_behind() {
    let base = tempfile::tempdir().unwrap();
    // A name that a system can just hold, and the staging folder's longer one not.
    let name = format!("a/b/{}", "n".repeat(250));
    let failed = redstring(&["init", &name], base.path());
    assert_eq!(failed.status.code(), Some(2), "{}", said(&failed));
    assert!(said(&failed).contains("nothing was written"), "{}", said(&failed));
    assert_eq!(all(base.path()), BTreeMap::new());
}

/// The address of the source cannot be known when the dossier is made: the workflow says so, first of all.
#[cfg(unix)]
#[test]
fn the_workflow_stops_while_it_does_not_know_where_redstring_comes_from() {
    let base = tempfile::tempdir().unwrap();
    redstring(&["init", "d"], base.path());
    let workflow = fs::read_to_string(base.path().join("d/.github/workflows/pages.yml")).unwrap();
    let script = workflow.split("run: |\n").nth(1).unwrap().split("\n      - ").next().unwrap();
    assert!(script.contains("::error"), "{script}");
    let run = |source: &str| {
        Command::new("bash").args(["-e", "-c", script]).env("REDSTRING_SOURCE", source).output().unwrap()
    };
    let stopped = run("");
    assert_eq!(stopped.status.code(), Some(1));
    assert!(said(&stopped).contains("Fill in REDSTRING_SOURCE"), "{}", said(&stopped));
    assert_eq!(run("https://example.org/redstring").status.code(), Some(0));
    assert!(workflow.contains(&format!("REDSTRING_VERSION: \"{}\"", env!("CARGO_PKG_VERSION"))));
}
