//! A build killed at any moment leaves the last good site, or the new one, whole.
//!
//! The test runs itself as a child that builds two sites in turn, for ever, and kills it a hundred times.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use redstring::write::{Overwrite, Staging};

use crate::program::test_name;

const CHILD: &str = "REDSTRING_TEST_KILL_CHILD";
const KILLS: u32 = 100;

type Files = BTreeMap<String, Vec<u8>>;

/// A site of some hundred files, a third of which is in both, the same.
fn site(which: &str) -> Files {
    (0..240)
        .map(|n| match n % 3 {
            0 => (format!("shared/{n}.html"), format!("page {n}").repeat(50).into_bytes()),
            1 => (format!("pages/{n}.html"), format!("page {n} of {which}").repeat(50).into_bytes()),
            _ => (format!("only-{which}/{n}.html"), format!("page {n}").into_bytes()),
        })
        .collect()
}

fn build(target: &Path, site: &Files) {
    let staging = Staging::begin(target, Path::new("/nowhere/dossier"), Overwrite::OwnOnly).unwrap();
    for (path, bytes) in site {
        staging.put(path, bytes).unwrap();
    }
    staging.commit().unwrap();
}

/// What the target holds, without the marker.
fn on_disk(target: &Path) -> Files {
    walkdir::WalkDir::new(target)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file() && entry.file_name() != ".redstring-site")
        .map(|entry| {
            let path = entry.path().strip_prefix(target).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The child: not a test by itself. It begins with the site that does not stand, so that every round has
/// something to replace, and says when it begins, so that no kill is wasted on its start.
#[test]
fn child() {
    let Some(target) = std::env::var_os(CHILD) else { return };
    let target = Path::new(&target);
    let mut sites = [site("a"), site("b")];
    if on_disk(target) == sites[0] {
        sites.reverse();
    }
    writeln!(std::io::stderr(), "begun").unwrap();
    for site in sites.iter().cycle() {
        build(target, site);
    }
}

#[test]
fn a_hundred_kills_leave_the_old_site_or_the_new_one() {
    let base = tempfile::tempdir().unwrap();
    let target = base.path().join("public");
    let (a, b) = (site("a"), site("b"));
    let started = Instant::now();
    build(&target, &a);
    // A kill comes within about two builds, however slow the machine is.
    let span = (2 * started.elapsed()).clamp(Duration::from_millis(20), Duration::from_millis(150));
    let mut random = 0x5eed_u64;
    let mut interrupted = 0;
    for kill in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([&test_name(module_path!(), "child"), "--exact", "--nocapture"])
            .env(CHILD, &target)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        said.read_line(&mut String::new()).unwrap();
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        sleep(span.mul_f64((random >> 40) as f64 / (1_u64 << 24) as f64));
        child.kill().unwrap();
        child.wait().unwrap();
        // It never ends by itself, so whatever it said is why it failed.
        let mut failure = String::new();
        said.read_to_string(&mut failure).unwrap();
        assert_eq!(failure, "", "kill {kill}: the child failed by itself");
        let stands = on_disk(&target);
        assert!(stands == a || stands == b, "kill {kill}: {} files", stands.len());
        interrupted += usize::from(fs::read_dir(base.path()).unwrap().count() > 1);
    }
    assert!(interrupted > 0, "no kill came during a build");
    build(&target, &a);
    assert_eq!(on_disk(&target), a);
    let left: Vec<_> = fs::read_dir(base.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["public"]);
}
