//! Whole sites: a dossier in `sites/NAME`, and all that is made of it in `sites/NAME/expected`.
//!
//! `SNAPSHOTS=overwrite cargo test --test suite sites::` writes what is made in place of what was expected. Read the difference.
//! The theme is not part of a snapshot: its files go out as they are; nor is the index of the search, which holds what the
//! pages hold, and is looked into by `spec/search.md`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::program::{REDSTRING, alone};

type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn minimal() {
    check("minimal", &[], 0);
}

#[test]
fn full() {
    check("full", &[], 0);
}

#[test]
fn broken() {
    let place = tempfile::tempdir().unwrap();
    let output = build("broken", place.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!place.path().join("site").exists(), "nothing is written");
    let left = fs::read_dir(place.path()).unwrap().count();
    assert_eq!(left, 0, "and nothing is left behind");
    check("broken", &["--keep-going"], 1);
}

#[test]
fn what_is_deleted_or_made_private_leaves_the_site() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("dossier");
    copy(&dossier("full"), &root);
    let site = place.path().join("site");
    let build = || {
        alone(Command::new(REDSTRING))
            .arg("build")
            .arg("--root")
            .arg(&root)
            .arg("--output")
            .arg(&site)
            .arg("--keep-going")
            .output()
            .unwrap()
    };
    build();
    assert!(site.join("places/quay.html").exists() && site.join("vessels/aurora.html").exists());
    assert!(site.join("files/attachments/gazette.txt").exists());
    fs::remove_file(root.join("content/places/quay.md")).unwrap();
    let aurora = root.join("content/vessels/aurora.md");
    let text = fs::read_to_string(&aurora).unwrap();
    fs::write(&aurora, text.replacen("title: Aurora", "title: Aurora\npublish: false", 1)).unwrap();
    let gazette = root.join("content/sources/gazette.md");
    let text = fs::read_to_string(&gazette).unwrap();
    fs::write(&gazette, text.replace("publish_copy: true", "publish_copy: false")).unwrap();
    build();
    assert!(!site.join("places").exists() && !site.join("vessels").exists());
    assert!(!site.join("files/attachments/gazette.txt").exists());
    let holding: Vec<_> = read(&site)
        .into_iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("vessels/aurora"))
        .map(|(path, _)| path)
        .collect();
    assert!(holding.is_empty(), "{holding:?}");
}

#[test]
fn a_second_build_changes_nothing() {
    let place = tempfile::tempdir().unwrap();
    build("full", place.path(), &[]);
    let again = String::from_utf8(build("full", place.path(), &[]).stdout).unwrap();
    assert!(again.contains("Nothing has changed"), "{again}");
}

/// In these dossiers, which the browser's tests use too, whatever may not go out holds a word that begins with `qzx`:
/// every sort of private page, comment and field, names of files, metadata of images.
#[test]
fn nothing_private_is_in_a_site_or_in_a_public_log() {
    for (name, least) in [("private", 40), ("private-unclear", 10)] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/fixtures").join(name);
        let all: usize = read(&root).iter().map(|(path, bytes)| secrets(path) + secrets(&plain(bytes))).sum();
        assert!(all > least, "the dossier holds its secrets: {all}");
        let place = tempfile::tempdir().unwrap();
        let site = place.path().join("site");
        let run = |command: &str, arguments: &[&str], ci: &str| {
            let mut program = alone(Command::new(REDSTRING));
            program.arg(command).arg("--root").arg(&root).args(arguments).env("CI", ci);
            if command == "build" {
                program.arg("--keep-going").arg("--output").arg(&site);
            }
            let output = program.output().unwrap();
            format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
        };
        run("build", &[], "");
        let made = read(&site);
        assert!(made.len() > 5, "{name} makes a site");
        for (path, bytes) in &made {
            assert_eq!(secrets(path) + secrets(&plain(bytes)), 0, "{name}: {path}");
        }
        for (command, more) in [("check", &[][..]), ("check", &["--coverage"][..]), ("build", &[][..])] {
            for (format, ci) in [("github", ""), ("text", "true"), ("json", "1")] {
                let arguments: Vec<_> = ["--format", format].iter().chain(more).copied().collect();
                let said = run(command, &arguments, ci);
                assert_eq!(secrets(&said), 0, "{command} {arguments:?} CI={ci}:\n{said}");
            }
        }
        // What is looked for would be found: at home all is said.
        assert!(secrets(&run("check", &["--show-private"], "true")) > 0);
    }

    fn secrets(text: &str) -> usize {
        text.to_lowercase().matches("qzx").count()
    }

    /// Unpacked, and without zero bytes, so that UTF-16 reads as ASCII.
    fn plain(bytes: &[u8]) -> String {
        let mut unpacked = Vec::new();
        let whole = flate2::read::GzDecoder::new(bytes).read_to_end(&mut unpacked);
        let bytes = if whole.is_ok() { &unpacked } else { bytes };
        let bytes: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// Build a dossier; its site, and what is said, are as expected.
fn check(name: &str, arguments: &[&str], status: i32) {
    let place = tempfile::tempdir().unwrap();
    let output = build(name, place.path(), arguments);
    assert_eq!(output.status.code(), Some(status), "{}", String::from_utf8_lossy(&output.stderr));
    let mut made = read(&place.path().join("site"));
    made.retain(|path, _| !path.starts_with("theme/") && !path.starts_with("pagefind/"));
    made.retain(|path, _| ![".redstring-site", ".nojekyll", "manifest.json"].contains(&path.as_str()));
    made.insert("said.txt".into(), output.stderr);
    // A new version of the program is no new site.
    for (_, bytes) in made.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(std::mem::take(bytes)).unwrap();
        *bytes = html
            .replace(concat!("Redstring ", env!("CARGO_PKG_VERSION")), "Redstring [VERSION]")
            .into_bytes();
    }
    let expected = dossier(name).join("expected");
    if std::env::var("SNAPSHOTS").is_ok_and(|wish| wish == "overwrite") {
        let _ = fs::remove_dir_all(&expected);
        for (path, bytes) in &made {
            let path = expected.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let wanted = read(&expected);
    assert_eq!(wanted.keys().collect::<Vec<_>>(), made.keys().collect::<Vec<_>>(), "the files of the site");
    for (path, bytes) in made {
        match (String::from_utf8(bytes.clone()), std::str::from_utf8(&wanted[&path])) {
            (Ok(made), Ok(wanted)) => {
                let wanted = snapbox::Data::text(wanted).raw();
                snapbox::Assert::new().eq(snapbox::Data::text(made).raw(), wanted);
            }
            _ => assert!(bytes == wanted[&path], "{path} differs"),
        }
    }
}

fn build(name: &str, place: &Path, arguments: &[&str]) -> Output {
    let root = dossier(name);
    let target = place.join("site");
    alone(Command::new(REDSTRING))
        .arg("build")
        .arg("--root")
        .arg(root)
        .arg("--output")
        .arg(target)
        .args(arguments)
        .output()
        .unwrap()
}

fn dossier(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name)
}

fn read(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in read(from).iter().filter(|(path, _)| !path.starts_with("expected/")) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
