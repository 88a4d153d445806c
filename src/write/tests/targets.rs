//! Which targets are replaced, and which are not.

use std::path::Path;

use super::*;

fn begin(target: &Path, root: &Path, overwrite: Overwrite) -> Result<Staging, WriteError> {
    Staging::begin(target, root, overwrite)
}

#[track_caller]
fn refused(target: &Path, root: &Path) {
    for overwrite in [Overwrite::OwnOnly, Overwrite::Force] {
        match begin(target, root, overwrite) {
            Err(WriteError::Refused { .. }) => {}
            Err(error) => panic!("{}: {error}", target.display()),
            Ok(_) => panic!("{} was taken", target.display()),
        }
    }
}

#[test]
fn a_foreign_folder_is_refused_with_its_names_and_replaced_by_force() {
    let base = tempfile::tempdir().unwrap();
    let target = base.path().join("public");
    let thesis: Files = (0..12).map(|n| (format!("chapter-{n:02}.tex"), vec![n])).collect();
    lay(&target, &thesis);
    lay(&target, &files(&[("notes/a/b.txt", "x"), ("notes/c.txt", "y")]));
    let site = files(&[("index.html", "home")]);
    let error = build(base.path(), &site, Overwrite::OwnOnly).unwrap_err();
    let WriteError::Foreign { entries, count, marked: is_marked, .. } = &error else { panic!("{error}") };
    assert_eq!((entries.len(), *count, *is_marked), (10, 13, false));
    assert!(error.to_string().contains("chapter-00.tex, chapter-01.tex, "), "{error}");
    assert!(error.to_string().contains(" and 3 more; "), "{error}");
    assert_eq!(on_disk(&target).len(), 14);
    assert_eq!(names(base.path()), ["public"]);
    let published = build(base.path(), &site, Overwrite::Force).unwrap();
    assert_eq!(published.removed, 13);
    assert_eq!(on_disk(&target), marked(&site));
    assert_eq!(names(base.path()), ["public"]);
}

#[test]
fn an_empty_folder_is_taken() {
    let base = tempfile::tempdir().unwrap();
    fs::create_dir(base.path().join("public")).unwrap();
    build(base.path(), &files(&[("index.html", "home")]), Overwrite::OwnOnly).unwrap();
    assert_eq!(names(base.path()), ["public"]);
}

#[test]
fn a_file_laid_into_the_site_is_foreign_and_litter_is_not() {
    let base = tempfile::tempdir().unwrap();
    let target = base.path().join("public");
    let site = files(&[("index.html", "home"), ("a/b.html", "b")]);
    build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    lay(&target, &files(&[("a/.DS_Store", "finder")]));
    build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    lay(&target, &files(&[("a/draft.docx", "weeks of work"), ("mine/x", "x")]));
    let error = build(base.path(), &site, Overwrite::OwnOnly).unwrap_err();
    let WriteError::Foreign { entries, count: 2, marked: true, .. } = &error else { panic!("{error}") };
    assert_eq!(entries, &["a/draft.docx", "mine/"]);
    build(base.path(), &site, Overwrite::Force).unwrap();
    assert_eq!(on_disk(&target), marked(&site));
}

#[test]
fn a_file_laid_into_the_site_during_the_build_stops_it() {
    let base = tempfile::tempdir().unwrap();
    let target = base.path().join("public");
    build(base.path(), &files(&[("index.html", "1")]), Overwrite::OwnOnly).unwrap();
    let staging = begin(&target, Path::new("/nowhere"), Overwrite::OwnOnly).unwrap();
    staging.put("index.html", b"2").unwrap();
    lay(&target, &files(&[("draft.docx", "weeks of work")]));
    assert!(matches!(staging.commit(), Err(WriteError::Foreign { .. })));
    assert_eq!(fs::read(target.join("index.html")).unwrap(), b"1");
    assert!(target.join("draft.docx").exists());
}

#[test]
fn what_must_never_be_lost_is_refused_even_with_force() {
    let base = tempfile::tempdir().unwrap();
    let root = base.path().join("work/dossier");
    lay(&root, &files(&[("content/people/a.md", "a"), ("site.toml", ""), (".git/HEAD", "ref")]));
    refused(Path::new("/"), &root);
    refused(Path::new("."), &root);
    refused(Path::new(""), &root);
    refused(&root.join("public/.."), &root);
    refused(&root.join("missing/../content"), &root);
    refused(&root, &root);
    refused(&base.path().join("work"), &root);
    refused(&root.join("content"), &root);
    refused(&root.join("content/people"), &root);
    refused(&root.join("theme/out"), &root);
    refused(&root.join(".git"), &root);
    refused(&root.join(".git/public"), &root);
    // Another dossier, or a repository, even if this one is elsewhere.
    refused(&root, &base.path().join("elsewhere"));
    if let Some(home) = std::env::home_dir() {
        refused(&home, &root);
        if let Some(homes) = home.parent() {
            refused(homes, &root);
        }
    }
    assert_eq!(names(&base.path().join("work")), ["dossier"]);
    assert_eq!(names(&root), [".git", "content", "site.toml"]);
}

#[test]
fn a_file_is_no_target() {
    let base = tempfile::tempdir().unwrap();
    lay(base.path(), &files(&[("public", "a file")]));
    refused(&base.path().join("public"), Path::new("/nowhere"));
    assert_eq!(names(base.path()), ["public"]);
}

#[cfg(unix)]
#[test]
fn a_symlink_is_no_target_and_none_is_followed() {
    use std::os::unix::fs::symlink;
    let base = tempfile::tempdir().unwrap();
    let content = base.path().join("content");
    lay(&content, &files(&[("a.md", "text")]));
    symlink(&content, base.path().join("public")).unwrap();
    refused(&base.path().join("public"), Path::new("/nowhere"));
    refused(&base.path().join("public/"), Path::new("/nowhere"));
    fs::remove_file(base.path().join("public")).unwrap();
    // A link inside the site is foreign, and force removes the link, not what it leads to.
    let site = files(&[("x/a.md", "text")]);
    build(base.path(), &site, Overwrite::OwnOnly).unwrap();
    let target = base.path().join("public");
    fs::remove_dir_all(target.join("x")).unwrap();
    symlink(&content, target.join("x")).unwrap();
    assert!(matches!(build(base.path(), &site, Overwrite::OwnOnly), Err(WriteError::Foreign { .. })));
    build(base.path(), &site, Overwrite::Force).unwrap();
    assert_eq!(on_disk(&content), files(&[("a.md", "text")]));
    fs::write(target.join("x/a.md"), "edited").unwrap();
    assert_eq!(on_disk(&content), files(&[("a.md", "text")]));
}

#[test]
fn what_has_the_name_of_a_leftover_but_is_none_stays() {
    for name in [".public.redstring-new", ".public.redstring-old"] {
        let base = tempfile::tempdir().unwrap();
        lay(base.path(), &files(&[(&format!("{name}/mine.txt"), "mine")]));
        let error = build(base.path(), &Files::new(), Overwrite::Force).unwrap_err();
        assert!(matches!(error, WriteError::InTheWay { .. }), "{error}");
        assert_eq!(names(base.path()), [name]);
    }
    let base = tempfile::tempdir().unwrap();
    lay(base.path(), &files(&[(".public.redstring-journal", "Dear diary")]));
    assert!(matches!(build(base.path(), &Files::new(), Overwrite::Force), Err(WriteError::InTheWay { .. })));
}

#[test]
fn messages_name_the_path_as_given_and_what_to_do() {
    let said = |kind: std::io::ErrorKind| {
        WriteError::disk("write", Path::new("public/a.html"), kind.into()).to_string()
    };
    assert_eq!(
        said(std::io::ErrorKind::StorageFull),
        "cannot write public/a.html: no storage space; the disk is full, or holds as many files as it can: free some space and try again"
    );
    assert!(said(std::io::ErrorKind::ReadOnlyFilesystem).contains("can only be read"));
    assert_eq!(
        WriteError::Busy { target: "public".into() }.to_string(),
        "another build is writing to public; wait for it to end, or stop it, and build again"
    );
}
