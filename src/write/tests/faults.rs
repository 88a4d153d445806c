//! Every single step of the disk fails once, or is the last before the process dies: the target is the
//! old site or the new one, and the next build ends as if nothing had happened.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::disk::{Disk, Entry, RealDisk};
use super::*;
use crate::export::manifest::Checksum;

/// How a step fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// The system returns an error, once.
    Error,
    /// The process dies: the step is not done, or half done, and none after it.
    Death,
}

/// A disk whose n-th step fails.
struct FaultyDisk {
    step: AtomicUsize,
    fails_at: usize,
    fault: Fault,
    exchange: bool,
    hard_links: bool,
}

impl FaultyDisk {
    /// Count a step, and let it fail if it is its turn.
    fn step(&self) -> io::Result<()> {
        let step = self.step.fetch_add(1, Ordering::SeqCst);
        if step == self.fails_at || (self.fault == Fault::Death && step > self.fails_at) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(())
    }

    /// Whether the step that failed was the one in which a file was being written.
    fn is_half_way(&self) -> bool {
        self.step.load(Ordering::SeqCst) == self.fails_at + 1
    }

    /// A disk on which all goes well.
    fn sound() -> Arc<dyn Disk> {
        let (fault, fails_at) = (Fault::Error, usize::MAX);
        Arc::new(Self { step: AtomicUsize::new(0), fails_at, fault, exchange: true, hard_links: true })
    }

    fn reached(&self) -> bool {
        self.step.load(Ordering::SeqCst) > self.fails_at
    }
}

macro_rules! faulty {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $out:ty;)*) => {$(
        fn $name(&self, $($arg: $kind),*) -> io::Result<$out> {
            self.step()?;
            RealDisk.$name($($arg),*)
        }
    )*};
}

impl Disk for FaultyDisk {
    faulty! {
        entry(path: &Path) -> Option<Entry>;
        list(folder: &Path) -> Vec<(OsString, Entry)>;
        real_path(path: &Path) -> PathBuf;
        read(path: &Path) -> Vec<u8>;
        open(path: &Path) -> File;
        holds(path: &Path, bytes: &[u8]) -> bool;
        holds_same(path: &Path, other: &mut File) -> Option<Checksum>;
        checksum(path: &Path) -> Checksum;
        create_folder(path: &Path) -> ();
        create_folders(path: &Path) -> ();
        create_private_folder(path: &Path) -> ();
        write_private(path: &Path, bytes: &[u8]) -> ();
        copy_new(from: &mut File, to: &Path) -> Checksum;
        same_permissions(from: &Path, to: &Path) -> ();
        rename(from: &Path, to: &Path) -> ();
        remove_file(path: &Path) -> ();
        remove_folder(path: &Path) -> ();
        allow_removal(folder: &Path) -> ();
        lock(path: &Path) -> Option<File>;
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step().inspect_err(|_| {
            if self.is_half_way() {
                fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
            }
        })?;
        RealDisk.write_new(path, bytes)
    }

    fn write_mark(&self, path: &Path, text: &[u8]) -> io::Result<()> {
        self.step().inspect_err(|_| {
            if self.is_half_way() {
                fs::write(path, &text[..text.len() / 2]).unwrap();
            }
        })?;
        // Without waiting for the disk: these tests build some thousand times.
        fs::write(path, text)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        if !self.hard_links {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        RealDisk.hard_link(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step()?;
        if !self.exchange {
            return Err(io::ErrorKind::Unsupported.into());
        }
        RealDisk.exchange(one, other)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.step().inspect_err(|_| {
            // Half done: one of its files is gone already.
            let some = walkdir::WalkDir::new(path).into_iter().filter_map(Result::ok);
            if self.is_half_way()
                && let Some(file) = some.filter(|entry| entry.file_type().is_file()).last()
            {
                fs::remove_file(file.path()).unwrap();
            }
        })?;
        RealDisk.remove_tree(path)
    }
}

/// What was in the target, and how the build that fails was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    EmptyFolder,
    OldSite,
    OldSiteAndStrangers,
    ForeignFolder,
}

/// Begin on a sound disk, for a user who did not say `--force`.
fn begin(target: &Path) -> Result<Staging, WriteError> {
    Staging::begin_on(FaultyDisk::sound(), target, Path::new("/nowhere/dossier"), Overwrite::OwnOnly)
}

fn build_on(disk: Arc<dyn Disk>, base: &Path, site: &Files, scan: &Path) -> Result<Published, WriteError> {
    let root = Path::new("/nowhere/dossier");
    let staging = Staging::begin_on(disk, &base.join("public"), root, Overwrite::Force)?;
    for (path, bytes) in site {
        if path.ends_with(".pdf") {
            staging.put_copy(path, scan)?;
        } else {
            staging.put(path, bytes)?;
        }
    }
    staging.commit()
}

/// Let the n-th step fail, for every n until the build gets through.
fn every_step_fails(before: Before, fault: Fault, exchange: bool, hard_links: bool) {
    let old = files(&[("a.html", "old"), ("p/same.html", "same"), ("p/gone.html", "g"), ("s.pdf", "scan")]);
    let new = files(&[("a.html", "new!"), ("p/same.html", "same"), ("q/more.html", "m"), ("s.pdf", "scan")]);
    let strangers = files(&[("thesis/one.tex", "1"), ("thesis/two.tex", "2"), ("z.txt", "z")]);
    for fails_at in 0.. {
        let context = format!("{before:?} {fault:?} exchange:{exchange} links:{hard_links} step {fails_at}");
        let base = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let scan = elsewhere.path().join("s.pdf");
        fs::write(&scan, "scan").unwrap();
        let target = base.path().join("public");
        match before {
            Before::Nothing => {}
            Before::EmptyFolder => fs::create_dir(&target).unwrap(),
            Before::OldSite | Before::OldSiteAndStrangers => {
                build_on(FaultyDisk::sound(), base.path(), &old, &scan).unwrap();
            }
            Before::ForeignFolder => {}
        }
        if matches!(before, Before::ForeignFolder | Before::OldSiteAndStrangers) {
            lay(&target, &strangers);
        }
        let was = on_disk(&target);
        let faulty =
            Arc::new(FaultyDisk { step: AtomicUsize::new(0), fails_at, fault, exchange, hard_links });
        let result = build_on(Arc::clone(&faulty) as Arc<dyn Disk>, base.path(), &new, &scan);
        let got_through = !faulty.reached();
        let stands = on_disk(&target);
        let is_new = stands == marked(&new);
        if exchange || fault == Fault::Error || target.exists() || before == Before::Nothing {
            assert!(is_new || stands == was, "{context}: {stands:?}");
        }
        if fault == Fault::Error {
            assert_eq!(result.is_ok(), is_new, "{context}: {result:?}");
        }
        // The next build may find foreign files that the failed one was allowed to delete and did not.
        let begun = begin(&target).map(drop);
        let stands = on_disk(&target);
        assert!(stands == was || stands == marked(&new), "{context}: after the next began: {stands:?}");
        let foreign = stands == was && matches!(before, Before::ForeignFolder | Before::OldSiteAndStrangers);
        assert_eq!(matches!(begun, Err(WriteError::Foreign { .. })), foreign, "{context}: {begun:?}");
        assert_eq!(begun.is_ok(), !foreign, "{context}: {begun:?}");
        let nothing: &[&str] = if target.exists() { &["public"] } else { &[] };
        assert_eq!(names(base.path()), nothing, "{context}: leftovers");
        build_on(FaultyDisk::sound(), base.path(), &new, &scan).unwrap();
        assert_eq!(on_disk(&target), marked(&new), "{context}");
        assert_eq!(names(base.path()), ["public"], "{context}: leftovers");
        if got_through {
            assert!(fails_at > 20, "{context}: so few steps cannot be all of them");
            return;
        }
    }
}

fn every_step_fails_in_every_way(before: Before) {
    for fault in [Fault::Error, Fault::Death] {
        every_step_fails(before, fault, true, true);
        every_step_fails(before, fault, false, true);
        // Hard links are made to what is kept, so only where there is something to keep.
        if before == Before::OldSite {
            every_step_fails(before, fault, true, false);
        }
    }
}

#[test]
fn a_first_build_survives_every_fault() {
    every_step_fails_in_every_way(Before::Nothing);
}

#[test]
fn a_build_into_an_empty_folder_survives_every_fault() {
    every_step_fails_in_every_way(Before::EmptyFolder);
}

#[test]
fn a_later_build_survives_every_fault() {
    every_step_fails_in_every_way(Before::OldSite);
}

#[test]
fn a_forced_build_over_strangers_survives_every_fault() {
    every_step_fails_in_every_way(Before::OldSiteAndStrangers);
}

#[test]
fn a_forced_build_over_a_foreign_folder_survives_every_fault() {
    every_step_fails_in_every_way(Before::ForeignFolder);
}

#[test]
fn recovery_itself_survives_every_death() {
    // A swap by journal, dead between its two renames; then the recovery dies at each of its own steps.
    let (old, new) = (files(&[("a.html", "old")]), files(&[("a.html", "new")]));
    let dead = |fails_at| FaultyDisk {
        step: AtomicUsize::new(0),
        fails_at,
        fault: Fault::Death,
        exchange: false,
        hard_links: true,
    };
    let scan = Path::new("/nowhere/s.pdf");
    let mut holes = 0;
    for first in 0.. {
        let hole = |base: &Path| {
            build_on(FaultyDisk::sound(), base, &old, scan).unwrap();
            let disk = Arc::new(dead(first));
            let _ = build_on(Arc::clone(&disk) as Arc<dyn Disk>, base, &new, scan);
            disk.reached()
        };
        for second in 0.. {
            let base = tempfile::tempdir().unwrap();
            if !hole(base.path()) {
                assert!(holes > 0, "no death left a hole");
                return;
            }
            let target = base.path().join("public");
            if target.exists() {
                break;
            }
            holes += 1;
            let disk = Arc::new(dead(second));
            let _ = build_on(Arc::clone(&disk) as Arc<dyn Disk>, base.path(), &new, scan);
            drop(begin(&target).unwrap());
            assert_eq!(on_disk(&target), marked(&new), "{first} {second}");
            assert_eq!(names(base.path()), ["public"], "{first} {second}");
            if !disk.reached() {
                break;
            }
        }
    }
}

#[test]
fn a_folder_made_during_the_hole_is_not_touched() {
    let base = tempfile::tempdir().unwrap();
    let (old, new) = (files(&[("a.html", "old")]), files(&[("a.html", "new")]));
    build(base.path(), &new, Overwrite::OwnOnly).unwrap();
    let beside = |name: &str| base.path().join(format!(".public.redstring-{name}"));
    // As it is between the two renames …
    lay(&beside("old"), &marked(&old));
    fs::rename(base.path().join("public"), beside("new")).unwrap();
    fs::write(beside("journal"), super::super::recover::JOURNAL).unwrap();
    // … and then somebody makes the folder anew.
    lay(&base.path().join("public"), &files(&[("mine.txt", "mine")]));
    let error = build(base.path(), &new, Overwrite::Force).unwrap_err();
    assert!(matches!(error, WriteError::Unfinished { .. }), "{error}");
    assert_eq!(on_disk(&base.path().join("public")), files(&[("mine.txt", "mine")]));
    fs::remove_file(base.path().join("public/mine.txt")).unwrap();
    build(base.path(), &new, Overwrite::OwnOnly).unwrap();
    assert_eq!(on_disk(&base.path().join("public")), marked(&new));
    assert_eq!(names(base.path()), ["public"]);
}
