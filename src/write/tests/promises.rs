//! What a build does to the target, and what it leaves alone.

use std::path::Path;
use std::time::SystemTime;

use super::*;
use crate::export::manifest::Checksum;

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

#[test]
fn a_first_build_makes_the_site_and_leaves_nothing_beside_it() {
    let base = tempfile::tempdir().unwrap();
    let site = files(&[("index.html", "home"), ("people/ian-levy.html", "Ian"), (".nojekyll", "")]);
    let published = build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    assert_eq!(
        published,
        Published { written: 3, unchanged: 0, removed: 0, bytes: 7, signature_gone: false }
    );
    assert_eq!(on_disk(&base.path().join("public")), marked(&site));
    assert_eq!(names(base.path()), ["public"]);
}

#[test]
fn an_unchanged_build_touches_nothing() {
    let base = tempfile::tempdir().unwrap();
    let site = files(&[("index.html", "home"), ("a/b.html", "b")]);
    build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    let target = base.path().join("public");
    // Held open, so that another folder could not be given its number.
    #[cfg(unix)]
    let folder = fs::File::open(&target).unwrap();
    let before = (modified(&target), modified(&target.join("index.html")));
    let published = build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    assert_eq!(
        published,
        Published { written: 0, unchanged: 2, removed: 0, bytes: 5, signature_gone: false }
    );
    assert_eq!((modified(&target), modified(&target.join("index.html"))), before);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(folder.metadata().unwrap().ino(), fs::metadata(&target).unwrap().ino());
    }
    assert_eq!(names(base.path()), ["public"]);
}

#[test]
fn stale_pages_go_and_changed_ones_change() {
    let base = tempfile::tempdir().unwrap();
    let first = files(&[("index.html", "home"), ("gone/only.html", "x"), ("same.html", "same")]);
    build(base.path(), &first, Overwrite::OwnOnly).unwrap();
    let second = files(&[("index.html", "new home"), ("same.html", "same")]);
    let published = build(base.path(), &second, Overwrite::OwnOnly).unwrap();
    assert_eq!(
        published,
        Published { written: 1, unchanged: 1, removed: 1, bytes: 12, signature_gone: false }
    );
    assert_eq!(on_disk(&base.path().join("public")), marked(&second));
    assert!(!base.path().join("public/gone").exists());
}

#[test]
fn a_build_that_is_dropped_leaves_the_target_as_it_was() {
    let base = tempfile::tempdir().unwrap();
    let site = files(&[("index.html", "home")]);
    build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    let target = base.path().join("public");
    let staging = Staging::begin(&target, base.path().join("d").as_path(), Overwrite::OwnOnly).unwrap();
    staging.put("index.html", b"other").unwrap();
    drop(staging);
    assert_eq!(on_disk(&target), marked(&site));
    assert_eq!(names(base.path()), ["public"]);
}

#[test]
fn a_file_of_the_site_that_was_deleted_or_edited_comes_back() {
    let base = tempfile::tempdir().unwrap();
    let site = files(&[("index.html", "home"), ("a.html", "a"), ("b.html", "b")]);
    build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    fs::remove_file(base.path().join("public/a.html")).unwrap();
    fs::write(base.path().join("public/b.html"), "B").unwrap();
    let published = build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    assert_eq!((published.written, published.unchanged), (2, 1));
    assert_eq!(on_disk(&base.path().join("public")), marked(&site));
}

#[test]
fn attachments_are_copied_and_never_share_their_bytes_with_the_content() {
    let base = tempfile::tempdir().unwrap();
    let scan = base.path().join("scan.pdf");
    let bytes: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
    fs::write(&scan, &bytes).unwrap();
    let target = base.path().join("public");
    let put = || {
        let staging = Staging::begin(&target, Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
        staging.put_copy("files/scan.pdf", &scan).unwrap();
        staging.commit().unwrap()
    };
    assert_eq!(
        put(),
        Published { written: 1, unchanged: 0, removed: 0, bytes: 200_000, signature_gone: false }
    );
    assert_eq!(
        put(),
        Published { written: 0, unchanged: 1, removed: 0, bytes: 200_000, signature_gone: false }
    );
    fs::write(&scan, "changed").unwrap();
    assert_eq!(fs::read(target.join("files/scan.pdf")).unwrap(), bytes);
    assert_eq!(put(), Published { written: 1, unchanged: 0, removed: 0, bytes: 7, signature_gone: false });
    assert_eq!(fs::read(target.join("files/scan.pdf")).unwrap(), b"changed");
}

#[test]
fn an_attachment_that_is_not_there_is_named_and_keeps_the_site_from_being_published() {
    let base = tempfile::tempdir().unwrap();
    let target = base.path().join("public");
    let staging = Staging::begin(&target, Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
    let error = staging.put_copy("scan.pdf", Path::new("content/scan.pdf")).unwrap_err().to_string();
    assert!(error.starts_with("cannot read content/scan.pdf: "), "{error}");
    assert!(staging.put_copy("folder.pdf", base.path()).is_err());
    assert!(matches!(staging.commit(), Err(WriteError::Incomplete { .. })));
    assert!(names(base.path()).is_empty());
}

#[test]
fn a_path_is_taken_once_however_it_is_written() {
    let base = tempfile::tempdir().unwrap();
    let staging =
        Staging::begin(&base.path().join("public"), Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
    staging.put("people/Ian.html", b"").unwrap();
    staging.put("people/\u{e9}.html", b"").unwrap();
    for twice in [
        "people/Ian.html",
        "people/ian.html",
        "People/other.html",
        "people/e\u{301}.html",
        "people",
        "people/Ian.html/below",
    ] {
        assert!(matches!(staging.put(twice, b""), Err(WriteError::Twice { .. })), "{twice}");
    }
    staging.put("people/other.html", b"").unwrap();
}

#[test]
fn a_path_that_no_site_can_have_is_refused() {
    let base = tempfile::tempdir().unwrap();
    let staging =
        Staging::begin(&base.path().join("public"), Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
    for bad in [
        "",
        "/etc/passwd",
        "../out",
        "a/../../out",
        "a/./b",
        "a//b",
        "a/",
        "a\\b",
        "a\0b",
        "a\nb",
        ".redstring-site",
        ".Redstring-Site/x",
    ] {
        assert!(matches!(staging.put(bad, b""), Err(WriteError::BadPath { .. })), "{bad:?}");
    }
}

#[test]
fn paths_in_any_unicode_form_are_kept_and_known_again() {
    let base = tempfile::tempdir().unwrap();
    let site = files(&[("e\u{301}/e\u{301}.html", "decomposed"), ("\u{fc}.html", "composed")]);
    build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    assert_eq!(build(base.path(), &site, Overwrite::OwnOnly).unwrap().unchanged, 2);
    let smaller = files(&[("\u{fc}.html", "composed")]);
    assert_eq!(build(base.path(), &smaller, Overwrite::OwnOnly).unwrap().removed, 1);
}

#[test]
fn many_threads_put_at_once() {
    use rayon::prelude::*;
    let base = tempfile::tempdir().unwrap();
    let target = base.path().join("public");
    let site: Files = (0..500).map(|n| (format!("f{}/{n}.html", n % 7), format!("{n}").into())).collect();
    for round in 0..2 {
        let staging = Staging::begin(&target, Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
        site.par_iter().try_for_each(|(path, bytes)| staging.put(path, bytes)).unwrap();
        assert_eq!(staging.commit().unwrap().unchanged, round * 500);
        assert_eq!(on_disk(&target), marked(&site));
    }
}

#[test]
fn two_builds_at_once_are_one_too_many() {
    let base = tempfile::tempdir().unwrap();
    let first =
        Staging::begin(&base.path().join("public"), Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
    let error = build(base.path(), &Files::new(), Overwrite::OwnOnly).unwrap_err();
    assert!(matches!(error, WriteError::Busy { .. }));
    assert!(error.to_string().starts_with("another build is writing to "), "{error}");
    first.put("index.html", b"first").unwrap();
    first.commit().unwrap();
    build(base.path(), &Files::new(), Overwrite::OwnOnly).unwrap();
    assert_eq!(names(base.path()), ["public"]);
}

#[cfg(unix)]
#[test]
fn the_folder_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let base = tempfile::tempdir().unwrap();
    build(base.path(), &files(&[("a", "1")]), Overwrite::OwnOnly).unwrap();
    let target = base.path().join("public");
    fs::set_permissions(&target, fs::Permissions::from_mode(0o2770)).unwrap();
    build(base.path(), &files(&[("a", "2")]), Overwrite::OwnOnly).unwrap();
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o7777, 0o2770);
}

#[test]
fn a_signature_stays_while_the_site_does_and_goes_with_it() {
    let base = tempfile::tempdir().unwrap();
    let signature = base.path().join("public/manifest.json.minisig");
    build(base.path(), &files(&[("a", "1")]), Overwrite::OwnOnly).unwrap();
    fs::write(&signature, "signed").unwrap();
    let published = build(base.path(), &files(&[("a", "1")]), Overwrite::OwnOnly).unwrap();
    assert!(signature.exists() && !published.signature_gone);
    let published = build(base.path(), &files(&[("a", "2")]), Overwrite::OwnOnly).unwrap();
    assert!(!signature.exists() && published.signature_gone && published.removed == 0);
    // In a folder that is not ours, a file of that name is somebody's.
    let foreign = tempfile::tempdir().unwrap();
    lay(&foreign.path().join("public"), &files(&[("manifest.json.minisig", "mine")]));
    let refused = build(foreign.path(), &files(&[("a", "1")]), Overwrite::OwnOnly).unwrap_err();
    assert!(matches!(refused, WriteError::Foreign { .. }), "{refused}");
}

#[test]
fn every_file_is_known_by_its_checksum_however_it_came() {
    let base = tempfile::tempdir().unwrap();
    let scan = base.path().join("scan.pdf");
    fs::write(&scan, vec![7; 200_000]).unwrap();
    for round in 0..2 {
        let target = base.path().join("public");
        let staging = Staging::begin(&target, Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
        staging.put("a.html", b"abc").unwrap();
        staging.put_copy("files/scan.pdf", &scan).unwrap();
        let sums = staging.checksums();
        assert_eq!(sums.keys().collect::<Vec<_>>(), ["a.html", "files/scan.pdf"]);
        assert_eq!(sums["a.html"], Checksum::of(b"abc"));
        assert_eq!(sums["files/scan.pdf"], Checksum::of(&[7; 200_000]));
        assert_eq!(staging.commit().unwrap().unchanged, round * 2);
    }
}

#[test]
fn a_build_that_is_stopped_leaves_the_site_as_it_was_and_one_that_is_over_cannot_be() {
    let base = tempfile::tempdir().unwrap();
    let target = base.path().join("public");
    build(base.path(), &files(&[("a", "1")]), Overwrite::OwnOnly).unwrap();
    let old = on_disk(&target);
    let staging = Staging::begin(&target, Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
    let stopper = staging.stopper();
    staging.put("a", b"2").unwrap();
    staging.put("b/c", b"3").unwrap();
    let stopped = stopper.stop();
    assert!(stopped.is_some());
    assert_eq!((names(base.path()), on_disk(&target)), (vec!["public".to_owned()], old));
    drop(stopped);
    drop(staging);
    let staging = Staging::begin(&target, Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
    let stopper = staging.stopper();
    staging.put("a", b"2").unwrap();
    staging.commit().unwrap();
    assert!(stopper.stop().is_none());
    assert_eq!(on_disk(&target), marked(&files(&[("a", "2")])));
}
