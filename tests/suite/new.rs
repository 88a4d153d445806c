//! `redstring new`: a page of any kind passes `check` as it is, and takes nothing's place.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::program::{REDSTRING, alone};

fn redstring(args: &[&str], root: &Path) -> Output {
    let (command, rest) = args.split_first().unwrap();
    let mut program = alone(Command::new(REDSTRING));
    program.arg(command).arg("--root").arg(root).args(rest).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn dossier() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("content/people")).unwrap();
    fs::write(root.path().join("content/index.md"), "---\ntitle: Home\n---\n").unwrap();
    let settings = "[kinds.vessel]\nfolder = \"vessels\"\ndates = [\"launched\"]\n\n\
                    [relations.sails_for]\nlabel = \"sails for\"\ninverse = \"sends out\"\nfrom = [\"vessel\"]\nto = [\"organisation\"]\n";
    fs::write(root.path().join("site.toml"), settings).unwrap();
    root
}

fn assert_no_problems(root: &Path) {
    let checked = redstring(&["check"], root);
    assert!(said(&checked).contains("no problems"), "{}", said(&checked));
}

#[test]
fn a_new_page_of_every_kind_has_no_problems() {
    let root = dossier();
    for (kind, folder) in [
        ("person", "people/"),
        ("organisation", "organisations/"),
        ("event", "events/"),
        ("place", "places/"),
        ("product", "products/"),
        ("source", "sources/"),
        ("claim", "claims/"),
        ("vessel", "vessels/"),
        ("page", ""),
    ] {
        let made = redstring(&["new", kind, &format!("The {kind} itself")], root.path());
        assert_eq!(made.status.code(), Some(0), "{kind}: {}", said(&made));
        let file = root.path().join(format!("content/{folder}the-{kind}-itself.md"));
        assert_eq!(String::from_utf8_lossy(&made.stdout).trim(), file.to_str().unwrap());
    }
    // Only a claim asks for something at once: what it rests on.
    let claim = root.path().join("content/claims/the-claim-itself.md");
    let bare = fs::read_to_string(&claim).unwrap();
    let unsaid = redstring(&["check"], root.path());
    assert!(said(&unsaid).contains("claim-without-evidence"), "{}", said(&unsaid));
    fs::write(&claim, bare.replace("# reported_by: \"[[id]]\"", "reported_by: \"[[the-source-itself]]\""))
        .unwrap();
    assert_no_problems(root.path());
    let read = |file: &str| fs::read_to_string(root.path().join("content").join(file)).unwrap();
    let vessel = read("vessels/the-vessel-itself.md");
    assert!(vessel.contains("\nlaunched:\n"), "{vessel}");
    assert!(vessel.contains("\n# sails_for: \"[[id]]\"  # organisation\n"), "{vessel}");
    assert!(!vessel.contains("works_for"), "{vessel}");
    assert!(read("people/the-person-itself.md").contains("\nborn:\ndied:\n"));
    // Every relation can be put to use by taking its `#` away.
    let used = vessel.replace("# sails_for: \"[[id]]\"", "sails_for: \"[[the-organisation-itself]]\"");
    let used = used.replace("sources: []", "sources: [the-source-itself]");
    fs::write(root.path().join("content/vessels/the-vessel-itself.md"), used).unwrap();
    assert_no_problems(root.path());
}

#[test]
fn titles_come_back_as_they_were_given() {
    let root = dossier();
    let titles = [
        "Levy: the “man” with 'quotes' and \"more\"",
        "- # & * ! | > % @ ` {a} [b], c",
        "no",
        "2017-12-01",
        "C:\\path\\new",
        "Łódź 🎉 国家",
        "---",
        "true: false # not a comment",
        "  spread \t over\nlines ",
    ];
    for (n, title) in titles.iter().enumerate() {
        let made = redstring(&["new", "person", "--id", &format!("p{n}"), "--", title], root.path());
        assert_eq!(made.status.code(), Some(0), "{title}: {}", said(&made));
    }
    assert_no_problems(root.path());
    let built = redstring(&["build"], root.path());
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    for (n, title) in titles.iter().enumerate() {
        let page = fs::read_to_string(root.path().join(format!("public/people/p{n}.html"))).unwrap();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown =
            page.split("<h1").nth(1).unwrap().split_once('>').unwrap().1.split("</h1>").next().unwrap();
        let shown = shown
            .replace("&quot;", "\"")
            .replace("&#x27;", "'")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        assert_eq!(shown.trim(), title);
    }
}

#[test]
fn ids_and_files_that_are_there_are_left_alone() {
    let root = dossier();
    let people = root.path().join("content/people");
    fs::write(people.join("secret.md"), "---\ntitle: S\nid: The-Source\npublish: false\n---\n").unwrap();
    // Read by nobody, because its name begins where hidden files do; and a folder where a page would be.
    fs::create_dir(people.join("folder.md")).unwrap();
    let before = fs::read_to_string(people.join("secret.md")).unwrap();
    for (args, words) in [
        (&["new", "event", "The source"][..], "the id `The-Source` is taken by content/people/secret.md"),
        (&["new", "claim", "Anything", "--id", "THE-SOURCE"], "is taken by content/people/secret.md"),
        (&["new", "person", "Folder"], "folder.md exists already"),
        (&["new", "page", "Timeline"], "content/timeline.md cannot be made"),
        (&["new", "page", "People"], "content/people.md cannot be made"),
        (&["new", "person", "Con"], "which Windows keeps for a device"),
        (&["new", "person", "…"], "give the page an id with `--id`"),
        (&["new", "person", ""], "the title is empty"),
        (&["new", "person", "A", "--id", "a/../../b"], "cannot be an id"),
        (&["new", "person", "100 %% sure"], "cannot be made"),
    ] {
        let refused = redstring(args, root.path());
        assert_eq!(refused.status.code(), Some(2), "{args:?}: {}", said(&refused));
        assert!(said(&refused).contains(words), "{args:?}: {}", said(&refused));
    }
    assert_eq!(fs::read_to_string(people.join("secret.md")).unwrap(), before);
    assert_eq!(fs::read_dir(&people).unwrap().count(), 2);
    assert_eq!(fs::read_dir(root.path().join("content")).unwrap().count(), 2, "no folder was made");
}

#[test]
fn a_page_is_never_written_over_another() {
    let root = dossier();
    assert_eq!(redstring(&["new", "person", "Ian Levy"], root.path()).status.code(), Some(0));
    let file = root.path().join("content/people/ian-levy.md");
    fs::write(&file, "---\ntitle: Ian Levy\nid: levy\n---\nMine.\n").unwrap();
    let refused = redstring(&["new", "person", "Ian Levy"], root.path());
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert!(said(&refused).contains("ian-levy.md"), "{}", said(&refused));
    assert!(fs::read_to_string(&file).unwrap().ends_with("Mine.\n"));
}

#[test]
fn unknown_kinds_are_answered_with_the_known_ones() {
    let root = dossier();
    for (kind, words) in [
        ("persn", "did you mean `person`?"),
        ("people", "did you mean `person`?"),
        ("vessels", "did you mean `vessel`?"),
        ("xyz", "the kinds are person, organisation, event, place, product, claim, source, vessel, page"),
    ] {
        let refused = redstring(&["new", kind, "A"], root.path());
        assert_eq!(refused.status.code(), Some(2));
        assert!(said(&refused).contains(words), "{kind}: {}", said(&refused));
    }
    let nowhere = redstring(&["new", "person", "A"], &root.path().join("content"));
    assert!(said(&nowhere).contains("it is no dossier"), "{}", said(&nowhere));
}

#[test]
fn a_long_title_gives_a_short_file_name() {
    let root = dossier();
    let title = "The company's growth was told before the attack on it instead of after ".repeat(8);
    let made = redstring(&["new", "claim", &title], root.path());
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    assert!(
        root.path().join("content/claims/the-company-s-growth-was-told-before-the-attack-on-it.md").is_file()
    );
}
