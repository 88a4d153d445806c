//! The same dossier gives the same bytes: on another machine, for another person, on another day, from another folder.
//!
//! Each run has an environment of its own, and the files lie on the disk in another order and with other times. What
//! the machine and its user are called is in no byte of what comes out.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::program::{REDSTRING, alone};

type Files = BTreeMap<String, Vec<u8>>;

/// A machine and who sits at it.
struct Desk {
    env: &'static [(&'static str, &'static str)],
    umask: &'static str,
    /// Where the dossier lies, below the folder of the run.
    place: &'static str,
    /// Whether the files were made from the last to the first.
    backwards: bool,
    /// How old the files are.
    age: Duration,
}

const DESKS: [Desk; 3] = [
    Desk {
        env: &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C"), ("COLUMNS", "80")],
        umask: "022",
        place: "qzone-home/dossier",
        backwards: false,
        age: Duration::ZERO,
    },
    Desk {
        env: &[
            ("RAYON_NUM_THREADS", "7"),
            ("TZ", "Pacific/Kiritimati"),
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("COLUMNS", "200"),
            ("HOME", "/home/qzmallory"),
            ("USER", "qzmallory"),
            ("LOGNAME", "qzmallory"),
            ("HOSTNAME", "qzmachine"),
            ("SOURCE_DATE_EPOCH", "86400"),
        ],
        umask: "077",
        place: "a much longer qzone path/with \u{fc}/spaces",
        backwards: true,
        age: Duration::from_secs(40 * 365 * 86400),
    },
    Desk {
        env: &[
            ("RAYON_NUM_THREADS", "2"),
            ("TZ", "America/St_Johns"),
            ("LC_ALL", "ar_EG.UTF-8"),
            ("CI", "true"),
        ],
        umask: "002",
        place: "qzone",
        backwards: true,
        age: Duration::from_secs(3600),
    },
];

fn read(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// Lay the dossier out as it lies at this desk.
fn lay_out(files: &Files, root: &Path, desk: &Desk) {
    let mut files: Vec<_> = files.iter().collect();
    if desk.backwards {
        files.reverse();
    }
    for (path, bytes) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::now() - desk.age).unwrap();
    }
}

/// Build at this desk; the site.
fn built(files: &Files, desk: &Desk) -> Files {
    let folder = tempfile::Builder::new().prefix("qzone-").tempdir().unwrap();
    let root: PathBuf = folder.path().join(desk.place);
    lay_out(files, &root, desk);
    let mut program = alone(if cfg!(unix) {
        let mut shell = Command::new("sh");
        let script = format!("umask {} && exec \"$0\" \"$@\"", desk.umask);
        shell.arg("-c").arg(script).arg(REDSTRING);
        shell
    } else {
        Command::new(REDSTRING)
    });
    program.arg("build").arg("--root").arg(&root).envs(desk.env.iter().copied());
    let output = program.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    read(&root.join("public"))
}

#[test]
fn the_same_dossier_gives_the_same_bytes_at_every_desk_and_names_none() {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/full");
    let mut files = read(&full);
    files.retain(|path, _| !path.starts_with("expected/"));
    let sites: Vec<Files> = DESKS.iter().map(|desk| built(&files, desk)).collect();
    let first = &sites[0];
    assert!(first.len() > 60 && first.keys().any(|path| path.starts_with("pagefind/fragment/")));
    for site in &sites[1..] {
        assert_eq!(site.keys().collect::<Vec<_>>(), first.keys().collect::<Vec<_>>());
        let different: Vec<_> = site.iter().filter(|(path, bytes)| first[*path] != **bytes).collect();
        assert!(different.is_empty(), "{:?}", different.iter().map(|(path, _)| path).collect::<Vec<_>>());
    }
    let own_folder = env!("CARGO_MANIFEST_DIR");
    for (path, bytes) in first {
        let text = unpacked(bytes);
        for name in ["qzone", "qzmallory", "qzmachine", own_folder] {
            assert!(!path.contains(name) && !text.contains(name), "{path} names {name}");
        }
    }
}

/// As text, and unpacked where it is packed: the files of the search are.
fn unpacked(bytes: &[u8]) -> String {
    let mut text = Vec::new();
    let whole = flate2::read::GzDecoder::new(bytes).read_to_end(&mut text);
    String::from_utf8_lossy(if whole.is_ok() { &text } else { bytes }).into_owned()
}
