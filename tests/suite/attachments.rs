//! Attachments on their way from a dossier to its site.

use std::fs;

use redstring::pipeline::{Edition, Unwatched, Wishes};
use redstring::write::{Overwrite, Staging};

const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\
    \0\0\0\x0DIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3A\x7E\x9B\x55\
    \0\0\0\x0DIDAT\x78\x01\x01\x02\0\xFD\xFF\0\0\0\x02\0\x01\x7E\x05\x0D\xD2\
    \0\0\0\0IEND\xAE\x42\x60\x82";

#[test]
fn images_go_out_clean_or_not_at_all_and_check_says_what_a_build_says() {
    let root = tempfile::tempdir().unwrap();
    let people = root.path().join("content/people");
    fs::create_dir_all(&people).unwrap();
    let page = "---\ntitle: Ada\n---\n\n![a](whole.png) ![b](broken.png) [c](notes.txt)\n";
    fs::write(people.join("ada.md"), page).unwrap();
    fs::write(people.join("whole.png"), [PNG, b"qzxuncroppedok"].concat()).unwrap();
    fs::write(people.join("broken.png"), &PNG[..40]).unwrap();
    fs::write(people.join("notes.txt"), "as they are").unwrap();

    let edition = Edition::read(root.path(), &Wishes::default(), &Unwatched).unwrap().value;
    let checked = edition.check(&Unwatched);
    let target = root.path().join("public");
    let staging = Staging::begin(&target, root.path(), Overwrite::OwnOnly).unwrap();
    let published = edition.publish(&staging, None, &Unwatched).unwrap().problems;
    staging.commit().unwrap();

    assert_eq!(checked, published);
    let found: Vec<_> = published
        .iter()
        .map(|problem| (problem.rule.name, problem.place.as_ref().unwrap().path.to_string()))
        .collect();
    assert_eq!(found, [("unreadable-image", "content/people/broken.png".to_owned())]);
    let files = target.join("files/people");
    assert_eq!(fs::read(files.join("whole.png")).unwrap(), PNG);
    assert_eq!(fs::read(files.join("notes.txt")).unwrap(), b"as they are");
    assert!(!files.join("broken.png").exists());
}
