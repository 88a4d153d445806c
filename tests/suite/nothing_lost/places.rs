//! Output folders that are something else than they seem.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::symlink;
use std::process::Command;

use super::dossier::{Dossier, State, failed, files, names, run};
use crate::program::{REDSTRING, alone};

#[test]
fn a_link_in_the_place_of_the_site_is_refused_and_one_on_the_way_to_it_is_followed() {
    let dossier = Dossier::new();
    let folder = dossier.base.join("out");
    fs::create_dir(&folder).unwrap();
    let real = folder.join("real");
    assert_eq!(run(&mut dossier.build(&real)).status, Some(0));
    let old = files(&real);
    symlink("real", folder.join("link")).unwrap();
    symlink("nowhere", folder.join("loose")).unwrap();
    dossier.become_(State::New);
    for name in ["link", "link/", "loose"] {
        let ended = run(&mut dossier.build(&folder.join(name)));
        failed(&ended, &["will not write the site to", "it is a symlink", "choose another output folder"]);
    }
    assert!(files(&real) == old);
    symlink("out", dossier.base.join("way")).unwrap();
    assert_eq!(run(&mut dossier.build(&dossier.base.join("way/real"))).status, Some(0));
    assert!(files(&real) != old);
    assert_eq!(names(&folder), ["link", "loose", "real"]);
}

#[test]
fn a_file_in_the_place_of_the_site_or_above_it_stays() {
    let dossier = Dossier::new();
    let file = dossier.base.join("notes");
    fs::write(&file, "of weeks").unwrap();
    failed(&run(&mut dossier.build(&file)), &["it is a file; choose another output folder"]);
    failed(&run(&mut dossier.build(&file.join("public"))), &["a file stands where a folder has to be"]);
    failed(&run(dossier.build(&file).arg("--force")), &["it is a file"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "of weeks");
}

#[test]
fn somebody_may_stand_in_the_site_or_read_from_it() {
    let dossier = Dossier::new();
    let folder = dossier.base.join("out");
    let target = folder.join("public");
    dossier.become_(State::Old);
    assert_eq!(run(&mut dossier.build(&target)).status, Some(0));
    let page = fs::read_to_string(target.join("index.html")).unwrap();
    let mut reader = File::open(target.join("index.html")).unwrap();
    for (state, output) in [(State::New, "../public"), (State::Old, "../../out/public")] {
        dossier.become_(state);
        let mut build = alone(Command::new(REDSTRING));
        build.current_dir(&target).arg("build").arg("--root").arg(&dossier.root).args(["--output", output]);
        let ended = run(&mut build);
        assert_eq!(ended.status, Some(0), "{ended:?}");
        assert!(
            fs::read_to_string(target.join("index.html")).unwrap().contains(&format!("{state:?} as it is"))
        );
        assert_eq!(names(&folder), ["public"], "built from inside");
    }
    let mut read = String::new();
    reader.read_to_string(&mut read).unwrap();
    assert_eq!(read, page, "who reads an old page reads it to its end");
}
