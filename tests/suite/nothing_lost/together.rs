//! Several builds at once, and a clock that is wrong.

use std::fs::{self, File};
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use super::dossier::{Dossier, Ended, State, failed, files, names, run};

#[test]
fn of_several_builds_at_once_one_writes_and_the_others_say_so() {
    let dossier = Dossier::new();
    let folder = dossier.base.join("out");
    let target = folder.join("public");
    let (old, new) = (dossier.site(State::Old), dossier.site(State::New));
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
    let mut busy = 0;
    for round in 0..8 {
        let state = if round % 2 == 0 { State::Old } else { State::New };
        dossier.become_(state);
        let builds: Vec<_> = (0..3)
            .map(|_| dossier.build(&target).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap())
            .collect();
        for build in builds {
            let ended = Ended::from(build.wait_with_output().unwrap());
            if ended.status != Some(0) {
                failed(&ended, &["another build is writing to", "public; wait for it to end"]);
                busy += 1;
            }
        }
        assert!(
            files(&target) == if state == State::Old { old.clone() } else { new.clone() },
            "round {round}"
        );
        assert_eq!(names(&folder), ["public"], "round {round}");
    }
    assert!(busy > 0, "no two builds met");
}

#[test]
fn a_clock_that_was_set_back_hides_no_change() {
    let dossier = Dossier::new();
    let target = dossier.base.join("public");
    let new = dossier.site(State::New);
    dossier.become_(State::Old);
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
    let set = |folder: &std::path::Path, time: SystemTime| {
        for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap) {
            File::open(entry.path()).unwrap().set_modified(time).unwrap();
        }
    };
    dossier.become_(State::New);
    // The site is from the future, and all that is written is older than it.
    set(&target, SystemTime::now() + Duration::from_secs(400 * 86_400));
    set(&dossier.root, SystemTime::UNIX_EPOCH + Duration::from_secs(1));
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
    assert!(files(&target) == new, "an old file was taken for a new one");
    fs::remove_dir_all(&target).unwrap();
}
