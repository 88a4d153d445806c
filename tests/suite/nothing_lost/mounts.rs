//! Disks: full ones, ones that hold no more files, ones that can only be read, ones mounted where the site shall be.
//!
//! They are small and lie in memory. To mount one, the test runs itself again as a child in a name space of its own, which
//! goes with the child. Where the system allows nobody that, the tests say so and show nothing; where
//! `REDSTRING_TEST_MOUNTS` is set (in the workflow of this repository), they fail there.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::Command;

use super::dossier::{Dossier, State, failed, files, names, run};
use crate::program::{REDSTRING, alone, test_name};

const CHILD: &str = "REDSTRING_TEST_MOUNTS_CHILD";

/// Run the test of this name again, in a name space where disks can be mounted; whether this is it already.
fn in_own_name_space(test: &str) -> bool {
    if std::env::var_os(CHILD).is_some() {
        return true;
    }
    // As administrator, or as somebody who is one in there.
    let ways: [&[&str]; 2] = [&["--mount"], &["--user", "--map-root-user", "--mount"]];
    let mounts = |way: &&[&str]| {
        let folder = tempfile::tempdir().unwrap();
        let mut try_it = Command::new("unshare");
        try_it.args(*way).args(["mount", "-t", "tmpfs", "none"]).arg(folder.path());
        try_it.output().is_ok_and(|tried| tried.status.success())
    };
    let Some(way) = ways.into_iter().find(mounts) else {
        assert!(
            std::env::var_os("REDSTRING_TEST_MOUNTS").is_none(),
            "no disk can be mounted here, though REDSTRING_TEST_MOUNTS is set"
        );
        // Past the test harness, which shows nothing of a test that passes.
        let said = format!("skipped: no disk can be mounted here ({test})\n");
        io::stderr().write_all(said.as_bytes()).unwrap();
        return false;
    };
    let name = test_name(module_path!(), test);
    let mut child = Command::new("unshare");
    child.args(way).arg(std::env::current_exe().unwrap()).args([&name, "--exact", "--nocapture"]);
    let ended = child.env(CHILD, "1").output().unwrap();
    let said =
        format!("{}{}", String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    assert!(ended.status.success() && said.contains("1 passed"), "{said}");
    false
}

/// Mount a disk in memory in a folder, which is made.
fn mount(folder: &Path, options: &str) {
    fs::create_dir_all(folder).unwrap();
    let mut mount = Command::new("mount");
    let mounted = mount.args(["-t", "tmpfs", "-o", options, "none"]).arg(folder).output().unwrap();
    assert!(mounted.status.success(), "{mounted:?}");
}

/// Fill what is left of a disk; the file that fills it.
fn fill(disk: &Path) -> (File, u64) {
    let mut file = File::create(disk.join("filling")).unwrap();
    for piece in [1 << 16, 1 << 12] {
        while file.write_all(&vec![b'x'; piece]).is_ok() {}
    }
    let length = file.metadata().unwrap().len();
    (file, length)
}

#[test]
fn a_full_disk_keeps_the_old_site_until_there_is_room_for_the_new_one() {
    if !in_own_name_space("a_full_disk_keeps_the_old_site_until_there_is_room_for_the_new_one") {
        return;
    }
    let dossier = Dossier::new();
    let [old, new] = [State::Old, State::New].map(|state| dossier.site(state));
    let disk = dossier.base.join("disk");
    mount(&disk, "size=8m");
    let target = disk.join("public");
    dossier.become_(State::Old);
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
    dossier.become_(State::New);
    let (filling, mut length) = fill(&disk);
    let mut refused = 0;
    loop {
        let ended = run(&mut dossier.build(&target));
        assert_eq!(names(&disk), ["filling", "public"], "{} bytes free: {ended:?}", (8 << 20) - length);
        if ended.status == Some(0) {
            assert!(files(&target) == new, "a mixture");
            break;
        }
        failed(
            &ended,
            &["No space left", "the disk is full", "nothing was published", "public is as it was"],
        );
        assert!(files(&target) == old, "a mixture");
        refused += 1;
        length = length.checked_sub(120 << 10).expect("eight megabytes are enough");
        filling.set_len(length).unwrap();
    }
    assert!(refused > 3, "so few sizes show nothing: {refused}");
}

#[test]
fn a_disk_that_holds_no_more_files_keeps_the_old_site() {
    if !in_own_name_space("a_disk_that_holds_no_more_files_keeps_the_old_site") {
        return;
    }
    let dossier = Dossier::new();
    let [old, new] = [State::Old, State::New].map(|state| dossier.site(state));
    let disk = dossier.base.join("disk");
    mount(&disk, "size=20m,nr_inodes=600");
    let target = disk.join("public");
    dossier.become_(State::Old);
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
    dossier.become_(State::New);
    let filling = disk.join("filling");
    fs::create_dir(&filling).unwrap();
    let mut more = (0..).map(|nth| filling.join(format!("{nth}")));
    let mut last = 0;
    while File::create(more.next().unwrap()).is_ok() {
        last += 1;
    }
    let mut refused = 0;
    loop {
        let ended = run(&mut dossier.build(&target));
        assert_eq!(names(&disk), ["filling", "public"], "{ended:?}");
        if ended.status == Some(0) {
            assert!(files(&target) == new, "a mixture");
            break;
        }
        failed(&ended, &["No space left", "holds as many files as it can"]);
        assert!(files(&target) == old, "a mixture");
        refused += 1;
        for _ in 0..20 {
            last -= 1;
            fs::remove_file(filling.join(format!("{last}"))).unwrap();
        }
    }
    assert!(refused > 2, "so few numbers show nothing: {refused}");
}

#[test]
fn every_command_that_writes_leaves_a_full_disk_as_it_was() {
    if !in_own_name_space("every_command_that_writes_leaves_a_full_disk_as_it_was") {
        return;
    }
    let base = tempfile::tempdir().unwrap();
    let disk = base.path().join("disk");
    mount(&disk, "size=6m");
    let dossier = Dossier::in_folder(&disk);
    let root = &dossier.root;
    let bib = base.path().join("three.bib");
    let entries = ["one", "two", "three"].map(|key| format!("@book{{{key}, title = {{{key}}}}}\n"));
    fs::write(&bib, entries.concat()).unwrap();
    assert_eq!(run(dossier.command("verify").args(["--today", "2020-01-01"])).status, Some(0));
    assert_eq!(run(dossier.command("bundle").arg("ada-wren")).status, Some(0));
    // The lock has to say something else, and so has the bundle.
    let page = root.join("content/people/ada-wren.md");
    fs::write(&page, format!("{}\nOne more sentence.\n", fs::read_to_string(&page).unwrap())).unwrap();
    let lock = root.join("evidence.lock");
    fs::write(&lock, fs::read_to_string(&lock).unwrap().replace("version = 1\n", "version = 1\n\n")).unwrap();
    let (filling, length) = fill(&disk);
    let before = files(&disk);
    let commands: [(&str, &[&str], &str); 5] = [
        ("verify", &["--today", "2020-01-02"], "cannot write"),
        ("bundle", &["ada-wren", "--force"], "cannot write"),
        ("new", &["person", "Ian Levy"], "cannot write"),
        ("import", &[bib.to_str().unwrap()], "nothing was made"),
        ("build", &[], "nothing was published"),
    ];
    for (name, arguments, words) in commands {
        failed(&run(dossier.command(name).args(arguments)), &["No space left", words]);
        assert!(files(&disk) == before, "{name} changed something");
    }
    let init = |folder: &str| {
        let mut init = alone(Command::new(REDSTRING));
        run(init.arg("init").arg(disk.join(folder)))
    };
    failed(&init("another"), &["No space left", "nothing was written"]);
    assert!(files(&disk) == before && names(&disk) == ["dossier", "filling"], "init left something");
    // Room for a part: of three sources, and of a dossier, none or all.
    filling.set_len(length - (8 << 10)).unwrap();
    let before: Vec<_> = files(&disk).into_keys().collect();
    for ended in [run(dossier.command("import").arg(&bib)), init("another")] {
        failed(&ended, &["No space left"]);
        assert_eq!(files(&disk).into_keys().collect::<Vec<_>>(), before);
    }
    filling.set_len(0).unwrap();
    for (name, arguments, _) in commands {
        let ended = run(dossier.command(name).args(arguments));
        assert_eq!(ended.status, Some(0), "{name}: {ended:?}");
    }
    assert!(files(root).keys().all(|path| !path.contains(".redstring-new")));
}

#[test]
fn a_disk_in_the_place_of_the_site_or_one_that_can_only_be_read_is_told() {
    if !in_own_name_space("a_disk_in_the_place_of_the_site_or_one_that_can_only_be_read_is_told") {
        return;
    }
    let dossier = Dossier::new();
    let folder = dossier.base.join("out");
    let target = folder.join("public");
    mount(&target, "size=8m");
    let ended = run(&mut dossier.build(&target));
    failed(&ended, &["a disk is mounted there", "build into a folder inside it", "nothing was published"]);
    assert_eq!((names(&folder), names(&target)), (vec!["public".to_owned()], vec![]));
    // A folder on it: the site lies on another disk than the dossier.
    dossier.become_(State::Old);
    let site = target.join("site");
    assert_eq!(run(&mut dossier.build(&site)).status, Some(0));
    let old = files(&site);
    dossier.become_(State::New);
    let remount = |how: &str| {
        let mut mount = Command::new("mount");
        assert!(mount.args(["-o", how]).arg(&target).status().unwrap().success());
    };
    remount("remount,ro");
    let ended = run(&mut dossier.build(&site));
    failed(&ended, &["Read-only file system", "choose an output folder on another one"]);
    assert!(files(&site) == old);
    remount("remount,rw");
    assert_eq!(run(&mut dossier.build(&site)).status, Some(0));
    assert!(files(&site) != old);
    assert_eq!(names(&target), ["site"]);
}
