//! Over arbitrary sites: a sequence of builds ends with exactly the files of the last, and what has not
//! changed is the very file it was.

use proptest::prelude::*;

use super::*;

const PATHS: [&str; 9] = [
    "index.html",
    ".nojekyll",
    "people/a.html",
    "people/b.html",
    "people/deep/er/c.html",
    "events/\u{e9}t\u{e9}.html",
    "events/x.html",
    "files/a b&c.pdf",
    "files/\u{4eba}.txt",
];

fn any_site() -> impl Strategy<Value = Files> {
    proptest::collection::btree_map(
        proptest::sample::select(PATHS.to_vec()).prop_map(str::to_owned),
        proptest::sample::select(vec![b"".to_vec(), b"one".to_vec(), b"two".to_vec(), vec![0xff; 70_000]]),
        0..PATHS.len(),
    )
}

/// What tells one file from another that holds the same.
#[cfg(unix)]
fn identity(path: &Path) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    let found = fs::metadata(path).unwrap();
    (found.ino(), found.mtime(), found.mtime_nsec())
}

/// Elsewhere a time alone must do.
#[cfg(not(unix))]
fn identity(path: &Path) -> std::time::SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn builds_end_with_exactly_the_last_site(sites in proptest::collection::vec(any_site(), 1..5)) {
        let base = tempfile::tempdir().unwrap();
        let target = base.path().join("public");
        let mut before = Files::new();
        for site in sites {
            let kept: Vec<_> = site.iter().filter(|(path, bytes)| before.get(*path) == Some(bytes)).collect();
            let identities: Vec<_> = kept.iter().map(|(path, _)| identity(&target.join(path))).collect();
            let published = build(base.path(), &site, Overwrite::OwnOnly).unwrap();
            prop_assert_eq!(on_disk(&target), marked(&site));
            let after: Vec<_> = kept.iter().map(|(path, _)| identity(&target.join(path))).collect();
            prop_assert_eq!(identities, after);
            prop_assert_eq!(published.unchanged, kept.len());
            prop_assert_eq!(published.written, site.len() - kept.len());
            prop_assert_eq!(published.removed, before.keys().filter(|path| !site.contains_key(*path)).count());
            prop_assert_eq!(published.bytes, site.values().map(|bytes| bytes.len() as u64).sum::<u64>());
            prop_assert_eq!(names(base.path()), ["public"]);
            before = site;
        }
    }
}
