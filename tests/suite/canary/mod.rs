//! Nothing private is in any byte that leaves: not in the site, not in what `serve` answers, not in the lock, not in a
//! log that others read, however the dossier came to be as it is.
//!
//! One dossier holds a secret word in every private place there is (`dossier`, with the list of places). Each secret is
//! shown to stand in the dossier and to be found there; then it is looked for in every page and file of the site, in their
//! names, in packed files as well (`looking`), in what the server answers and in what the commands print and write.

mod dossier;
mod images;
mod looking;
mod served;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::{REDSTRING, alone};
use crate::repository::git;
use dossier::{ADA, PLACES, PRIVATE_PERSON, SETTINGS, faulty, lay, sound};
use looking::{assert_none, files_below, secrets};
use redstring::export::Content;
use redstring::load::Changes;
use redstring::model::date::EdtfDate;
use redstring::parse::lock_file;
use redstring::pipeline::{Edition, Unwatched, Wishes};
use redstring::workspace::Workspace;

fn laid_out(files: &[(&str, Vec<u8>)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), files);
    folder
}

fn all() -> Vec<(&'static str, Vec<u8>)> {
    sound().into_iter().chain(faulty()).collect()
}

#[test]
fn every_secret_stands_in_the_dossier_and_would_be_found() {
    let mut found = BTreeSet::new();
    for (path, bytes) in all() {
        found.extend(secrets(path.as_bytes()));
        found.extend(secrets(&bytes));
    }
    let missing: Vec<_> = PLACES.iter().filter(|(_, secret)| !found.contains(secret)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let twice: Vec<_> = PLACES
        .iter()
        .flat_map(|(_, one)| PLACES.iter().map(move |(_, other)| (one, other)))
        .filter(|(one, other)| one != other && other.contains(*one))
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
    assert_eq!(secrets(b"\xff\xfeq\0z\0x\0e\0x\0i\0f\0").len(), 1, "as cameras write it");
}

/// Run the program; its status, and all that it prints.
fn run(arguments: &[&str], root: &Path, ci: bool) -> (i32, Vec<u8>) {
    let mut command = alone(Command::new(REDSTRING));
    command.args(arguments).current_dir(root).env("COLUMNS", "200");
    if ci {
        command.env("CI", "true").env("GITHUB_ACTIONS", "true");
    }
    let output = command.output().unwrap();
    (output.status.code().unwrap(), [output.stdout, output.stderr].concat())
}

#[test]
fn a_build_publishes_none_and_its_public_log_says_none() {
    for (files, status) in [(sound(), 0), (all(), 1)] {
        let folder = laid_out(&files);
        let root = folder.path();
        let (code, said) = run(&["build", "--keep-going"], root, true);
        assert_eq!(code, status, "{}", String::from_utf8_lossy(&said));
        assert_none("what is published", &files_below(&root.join("public")));
        assert_eq!(secrets(&said), BTreeSet::new(), "{}", String::from_utf8_lossy(&said));
        // Unmasked, the same log does speak of what is private: the mask is what keeps it in.
        let (_, said) = run(&["build", "--keep-going"], root, false);
        assert!(secrets(&said).len() > 2, "{}", String::from_utf8_lossy(&said));
        // What that build has kept for itself does, too, and a public log gets none of it.
        if status == 0 {
            let kept = fs::read(root.join(".redstring/last-build")).unwrap();
            assert!(secrets(&kept).len() > 2, "{}", String::from_utf8_lossy(&kept));
        }
        let (code, said) = run(&["build", "--keep-going"], root, true);
        assert_eq!(code, status, "{}", String::from_utf8_lossy(&said));
        assert_none("what is published", &files_below(&root.join("public")));
        assert_eq!(secrets(&said), BTreeSet::new(), "{}", String::from_utf8_lossy(&said));
    }
}

#[test]
fn no_public_log_and_no_file_that_is_committed_says_any() {
    for files in [sound(), all()] {
        let folder = laid_out(&files);
        let root = folder.path();
        let beside = tempfile::tempdir().unwrap();
        let remote = beside.path().to_str().unwrap();
        git(beside.path(), &["init", "--quiet", "--bare", remote]);
        for arguments in [
            &["check"][..],
            &["check", "--coverage"],
            &["check", "--format", "json", "--coverage"],
            &["check", "--format", "github"],
            &["build", "--keep-going", "--format", "json"],
            &["verify-site"],
            &["verify-site", "--format", "json"],
            &["publish", remote, "--dry-run"],
            &["publish", remote, "--yes"],
            &["publish", remote, "--yes", "--despite-audit"],
            &["verify"],
            &["verify", "--format", "json"],
            &["audit"],
            &["audit", "--all"],
            &["audit", "--format", "json"],
            &["bundle", "--all-claims", "--output", "bundles"],
            &["bundle", "ada", "--output", "bundles"],
        ] {
            let (_, said) = run(arguments, root, true);
            assert_eq!(secrets(&said), BTreeSet::new(), "{arguments:?}: {}", String::from_utf8_lossy(&said));
        }
        // Annotations on GitHub are public wherever they are made.
        let (_, said) = run(&["check", "--format", "github"], root, false);
        assert_eq!(secrets(&said), BTreeSet::new(), "{}", String::from_utf8_lossy(&said));
        let lock = fs::read(root.join("evidence.lock")).unwrap_or_default();
        assert_eq!(secrets(&lock), BTreeSet::new(), "{}", String::from_utf8_lossy(&lock));
        let bundles = root.join("bundles");
        if bundles.exists() {
            assert_none("bundles", &files_below(&bundles));
        }
    }
}

/// All that can be seen of an edition: its pages and files, those of the search, and the lock that it would write.
fn seen(edition: &Edition) -> BTreeMap<String, Vec<u8>> {
    let mut seen = BTreeMap::new();
    for address in edition.addresses() {
        if let Ok(page) = edition.page(address) {
            seen.insert(page.file, page.html.into_bytes());
        }
    }
    for file in edition.files().iter().chain(&edition.search_files(|_| false).unwrap().0) {
        let bytes = match edition.content(file) {
            Ok(Content::Bytes(bytes)) => bytes.into_owned(),
            Ok(Content::CopyOf(path)) => fs::read(path).unwrap(),
            Err(_) => continue,
        };
        seen.insert(file.path().to_owned(), bytes);
    }
    let day = EdtfDate::parse("2026-01-02").unwrap();
    let lock = lock_file(&edition.material.evidence.renewed_lock(&day));
    seen.insert("evidence.lock".into(), lock.into_bytes());
    seen
}

/// What makes something private public: the file, what stands there then, and a secret that then goes out.
fn disclosures() -> Vec<(&'static str, String, &'static str)> {
    let shown = |text: &str| text.replace("publish: false\n", "publish: true\n");
    let claim =
        "---\ntitle: Qzxclaim\nsaid_by: ada\nstatus: disputed\ndate: 2017-12-02\nreported_by: gazette\n---\n";
    let file = |path: &str| {
        let files = sound();
        let (_, bytes) = files.iter().find(|(other, _)| *other == path).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    };
    vec![
        (
            "content/people/qzxfilename.md",
            shown(PRIVATE_PERSON).replace("qzxprivatefile.jpg", "harbour.jpg"),
            "qzxbody",
        ),
        ("content/claims/qzxclaim.md", claim.into(), "qzxclaim"),
        ("content/events/qzxevent.md", shown(&file("content/events/qzxevent.md")), "qzxevent"),
        ("content/people/qzxspeaker.md", "---\ntitle: Qzxspeaker\n---\n".into(), "qzxspeaker"),
        ("content/sources/qzxpaper.md", shown(&file("content/sources/qzxpaper.md")), "qzxlocator"),
        (
            "content/sources/letter.md",
            file("content/sources/letter.md").replace("author", "publish_copy: true\nauthor"),
            "qzxverbatim",
        ),
        ("content/people/ada.md", ADA.replace("%%", " "), "qzxcomment"),
        ("content/people/ada.md", ADA.replace("[!private]", "[!note]"), "qzxcallout"),
        ("content/index.md", "---\ntitle: Home\n---\n[it](attachments/qzxunused.txt)\n".into(), "qzxunused"),
        ("site.toml", SETTINGS.replace("private_folders", "# private_folders"), "qzxinner"),
        ("site.toml", SETTINGS.replace("private_fields", "# private_fields"), "qzxphone"),
    ]
}

#[test]
fn what_was_public_for_a_while_is_private_again_in_every_byte() {
    let folder = laid_out(&sound());
    let root = folder.path();
    let mut workspace = Workspace::open(root, &Wishes::default(), &Unwatched).unwrap();
    let start = seen(&workspace.edition().value);
    assert_none("at the start", &start);
    let mut edit = |path: &str, bytes: &[u8]| {
        fs::write(root.join(path), bytes).unwrap();
        let mut changes = Changes::default();
        changes.add(path.into());
        workspace.update(&changes).unwrap();
        seen(&workspace.edition().value)
    };
    for (path, disclosed, secret) in disclosures() {
        let before = fs::read(root.join(path)).unwrap();
        let public = edit(path, disclosed.as_bytes());
        let told: BTreeSet<_> = public.values().flat_map(|bytes| secrets(bytes)).collect();
        assert!(told.contains(secret), "{path}: {secret} goes out when it is public: {told:?}");
        let again = edit(path, &before);
        assert_none(&format!("after {path} is private again"), &again);
        let different: Vec<_> = start.keys().filter(|name| start.get(*name) != again.get(*name)).collect();
        assert!(different.is_empty() && start.len() == again.len(), "{path}: {different:?}");
    }
    // A file that cannot be read any more takes what it said along.
    let broken = edit("content/people/bea.md", b"---\ntitle: Qzxbroken\na: [\n---\nQzxbroken\n");
    assert_none("with a page that cannot be read", &broken);
    let unknown = edit("site.toml", b"private_folders = \"qzxfolder\"\n");
    assert!(unknown.values().all(|bytes| secrets(bytes).is_empty()));
    assert!(!unknown.contains_key("people/ada.html"), "settings that cannot be read keep everything in");
}
