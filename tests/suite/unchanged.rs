//! A build with nothing to do writes nothing and says what any build says, and one after which only words are others makes
//! only the pages that show them; whatever is different, it does what a build does for which nothing was kept.
//!
//! Each build is held against its twin: the same dossier with the same site at the same place, and no `.redstring/`. Both have
//! to end with the same status, the same words and the same files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::program::{REDSTRING, alone};
use crate::repository::git;
use proptest::prelude::*;
use proptest::sample::select;
use tempfile::TempDir;

/// What somebody does to a dossier or its site.
type Step = (&'static str, fn(&Path));

/// What may come between two builds.
const STEPS: [Step; 44] = [
    ("nothing", |_| ()),
    ("words are added", |root| append(root, "content/people/ada.md", "\nMore of it.\n")),
    ("a comment is added", |root| append(root, "content/people/ada.md", "\n%% to be checked %%\n")),
    ("a letter is another", |root| change(root, "content/people/ada.md")),
    ("a letter of a private page is another", |root| change(root, "content/notes/todo.md")),
    ("a private page takes a name that nobody had", |root| {
        let text =
            read(root, "content/notes/todo.md").replacen("---\n", "---\naliases: [No Such Place]\n", 1);
        put(root, "content/notes/todo.md", &text);
    }),
    ("words that another page shows", |root| {
        append(root, "content/sources/letter.md", "\nIt is of paper.\n")
    }),
    ("the words of a heading that another page says", |root| {
        let text = read(root, "content/places/quay.md").replace("[[ada]] ada", "ada [[ada]]");
        put(root, "content/places/quay.md", &text);
    }),
    ("a note in the margin", |root| {
        let text = read(root, "content/sources/gazette.md").replace("says so", "said so");
        put(root, "content/sources/gazette.md", &text);
    }),
    ("a page becomes private", |root| {
        let text = read(root, "content/places/quay.md").replacen("---\n", "---\npublish: false\n", 1);
        put(root, "content/places/quay.md", &text);
    }),
    ("a page comes", |root| put(root, "content/people/new.md", "---\ntitle: New\n---\nSee [[ada]].\n")),
    ("a page goes", |root| remove(root, "content/people/stray.md")),
    ("a page is renamed", |root| rename(root, "content/people/stray.md", "content/people/strayed.md")),
    ("a page breaks a link", |root| append(root, "content/method.md", "\n[[nobody-at-all]]\n")),
    ("a page is no text", |root| fs::write(root.join("content/method.md"), b"\xff").unwrap()),
    ("a copy of the same size", |root| change(root, "content/attachments/gazette.txt")),
    ("another copy of the same size", |root| change(root, "content/attachments/letter.txt")),
    ("a picture of the same size", |root| change(root, "content/attachments/ada.png")),
    ("a file that nobody uses", |root| change(root, "content/attachments/unused.txt")),
    ("a file that nobody uses grows", |root| append(root, "content/attachments/unused.txt", "x")),
    ("a file comes", |root| put(root, "content/attachments/more.txt", "more")),
    ("a second file of a name comes", |root| put(root, "content/places/ada.png", "x")),
    ("a used file goes", |root| remove(root, "content/attachments/ada.png")),
    ("the title", |root| put(root, "site.toml", &read(root, "site.toml").replace("harbour\"", "port\""))),
    ("a rule", |root| append(root, "site.toml", "unknown-field = \"off\"\n")),
    ("a template", |root| put(root, "templates/hooks/head.html", "<meta name=\"x\" content=\"y\">\n")),
    ("a template is broken", |root| put(root, "templates/hooks/head.html", "{{ nothing.of.it }}\n")),
    ("the theme", |root| put(root, "theme/style.css", "body { color: black }\n")),
    ("a word", |root| put(root, "theme/words/en.ftl", "nav-timeline = When\n")),
    ("a style", |root| put(root, "styles/house.csl", &STYLE.replace("\"z\"", "\"y\""))),
    ("the lock", |root| put(root, "evidence.lock", "version = 1\n")),
    ("the lock is broken", |root| put(root, "evidence.lock", "version\n")),
    ("of a page of the site a byte", |root| change(root, "public/people/ada.html")),
    ("of a script of the site a byte", |root| change(root, "public/theme/timeline.js")),
    ("white space in the manifest", |root| append(root, "public/manifest.json", "\n")),
    ("the marker", |root| append(root, "public/.redstring-site", "more\n")),
    ("a page of the site goes", |root| remove(root, "public/people/ada.html")),
    ("what hosts look for goes", |root| remove(root, "public/.nojekyll")),
    ("a file lies in the site", |root| put(root, "public/people/mine.html", "mine")),
    ("an empty folder lies in the site", |root| fs::create_dir_all(root.join("public/mine")).unwrap()),
    ("what a system lays there", |root| put(root, "public/.DS_Store", "x")),
    ("a repository lies in the site", |root| put(root, "public/.git/HEAD", "x")),
    ("another site of it stands there", |root| {
        let (page, record) = (read(root, "content/people/ada.md"), read(root, ".redstring/last-build"));
        append(root, "content/people/ada.md", "\nMore of it.\n");
        build(root, &[]);
        put(root, "content/people/ada.md", &page);
        put(root, ".redstring/last-build", &record);
    }),
    ("a build was killed", |root| {
        put(root, ".public.redstring-new/.redstring-site", "redstring-site unfinished\n")
    }),
];

/// A citation style of the dossier's own; a letter of it stands in what a citation says.
const STYLE: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>House</title><id>house</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <bibliography><layout><text variable="title"/></layout></bibliography>
  <citation><layout><text variable="title" suffix="z"/></layout></citation>
</style>
"#;

/// How a build may be asked for; `CI` first, where it is set.
const ASKED: [&[&str]; 8] = [
    &[],
    &["CI"],
    &["CI", "--format", "json"],
    &["--format", "github", "--show-private"],
    &["--base-url", "https://example.net/"],
    &["--keep-going"],
    &["--force"],
    &["--output", "elsewhere/site"],
];

fn path(root: &Path, name: &str) -> PathBuf {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    path
}

fn read(root: &Path, name: &str) -> String {
    fs::read_to_string(root.join(name)).unwrap_or_default()
}

fn put(root: &Path, name: &str, text: &str) {
    fs::write(path(root, name), text).unwrap();
}

fn append(root: &Path, name: &str, text: &str) {
    put(root, name, &(read(root, name) + text));
}

fn remove(root: &Path, name: &str) {
    // A step before may have done so.
    let _ = fs::remove_file(root.join(name));
}

fn rename(root: &Path, from: &str, to: &str) {
    let _ = fs::rename(root.join(from), root.join(to));
}

/// Another byte, and everything else that can be seen from outside as it was.
fn change(root: &Path, name: &str) {
    let path = root.join(name);
    let Ok(mut bytes) = fs::read(&path) else { return };
    let at = bytes.iter().rposition(u8::is_ascii_lowercase).unwrap();
    bytes[at] = if bytes[at] == b'x' { b'y' } else { b'x' };
    let modified = path.metadata().unwrap().modified().unwrap();
    fs::write(&path, bytes).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
}

/// A dossier with warnings, of which one names what is private.
fn dossier() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/full");
    copy(&full, root, &["expected", ".redstring", "public"]);
    let settings = read(root, "site.toml");
    put(
        root,
        "site.toml",
        &format!(
            "search = false\n{settings}\n[citations]\nstyle = \"styles/house.csl\"\n\n[rules]\nbroken-link = \"warning\"\n"
        ),
    );
    append(root, "content/places/quay.md", "It is long.\n\n## [[ada]] ada\n\nOften seen here.\n");
    append(
        root,
        "content/sources/gazette.md",
        "\n> [!annotation] {==awaited in the morning==}\n> The paper says so.\n",
    );
    put(root, "styles/house.csl", STYLE);
    put(
        root,
        "content/people/stray.md",
        "---\ntitle: Stray\nbornn: 1900\n---\nA [[todo]] of [[ada]], and of [[No Such Place]] and [[quay#ada ada]].\n\n![[letter]]\n\n![[ada.png|A]]\n",
    );
    // It stands where a file of the sitemap could.
    put(root, "content/sitemap-of-it.md", "---\ntitle: Where it was\n---\nBy the sea.\n");
    put(root, "content/notes/qzsecret.md", "---\ntitle: Secret\nbornn: 1900\n---\nA qzword.\n");
    folder
}

/// Copy a folder with all it holds, but for these names at its top.
fn copy(from: &Path, to: &Path, without: &[&str]) {
    let entries = walkdir::WalkDir::new(from).min_depth(1).into_iter();
    let wanted = |entry: &walkdir::DirEntry| {
        entry.depth() != 1 || !without.iter().any(|name| entry.file_name() == *name)
    };
    for entry in entries.filter_entry(wanted).map(Result::unwrap) {
        let to = to.join(entry.path().strip_prefix(from).unwrap());
        match entry.file_type() {
            kind if kind.is_dir() => fs::create_dir_all(to).unwrap(),
            #[cfg(unix)]
            kind if kind.is_symlink() => {
                std::os::unix::fs::symlink(fs::read_link(entry.path()).unwrap(), to).unwrap();
            }
            _ => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
}

fn copied(from: &Path, without: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(from, folder.path(), without);
    folder
}

/// How a build ended, and what it said, but for how long it took.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ended {
    status: i32,
    said: String,
}

impl Ended {
    /// What it would have said, had everything been there already.
    fn with_nothing_written(&self) -> String {
        let lines =
            self.said.lines().filter(|line| !line.starts_with("Wrote ") && !line.starts_with("Nothing has"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn build(root: &Path, asked: &[&str]) -> Ended {
    build_with(Path::new(REDSTRING), root, asked)
}

fn build_with(program: &Path, root: &Path, asked: &[&str]) -> Ended {
    let mut command = alone(Command::new(program));
    command.arg("build").current_dir(root);
    let options = match asked {
        ["CI", options @ ..] => {
            command.env("CI", "true");
            options
        }
        options => options,
    };
    let output = command.args(options).output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    // `The harbour: 42 pages in 0.12 s`
    let timeless = |line: &str| match line.split_once(" pages in ") {
        Some((before, _)) => before.to_owned(),
        None => line.to_owned(),
    };
    let said = said.lines().map(timeless).collect::<Vec<_>>().join("\n");
    Ended { status: output.status.code().unwrap(), said }
}

/// What lies in a folder, but for what Redstring keeps for itself.
fn files(root: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let entries = walkdir::WalkDir::new(root).min_depth(1).into_iter();
    let entries = entries.filter_entry(|entry| entry.file_name() != ".redstring").map(Result::unwrap);
    entries
        .map(|entry| {
            let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()).unwrap());
            (entry.path().strip_prefix(root).unwrap().to_owned(), bytes)
        })
        .collect()
}

/// Everything in a folder, folders and what is kept among it, as the system knows it: what was written shows here, even if it
/// went again.
fn as_the_system_knows_it(root: &Path) -> BTreeMap<PathBuf, (SystemTime, u64, u64)> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    entries
        .map(|entry| {
            let metadata = entry.metadata().unwrap();
            let number = number(&metadata);
            (entry.into_path(), (metadata.modified().unwrap(), metadata.len(), number))
        })
        .collect()
}

#[cfg(unix)]
fn number(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> u64 {
    0
}

/// Build, and hold it against the twin.
#[track_caller]
fn build_as_its_twin(root: &Path, asked: &[&str], after: &str) -> Ended {
    let twin = copied(root, &[".redstring"]);
    let (built, expected) = (build(root, asked), build(twin.path(), asked));
    assert_eq!(built, expected, "after: {after}");
    assert!(files(root) == files(twin.path()), "other files after: {after}");
    built
}

/// Build again, with nothing changed.
#[track_caller]
fn build_again(root: &Path, asked: &[&str], before: &Ended, after: &str) {
    let there = as_the_system_knows_it(root);
    let again = build(root, asked);
    assert_eq!(again.status, 0, "{after}: {again:?}");
    assert_eq!(again.with_nothing_written(), before.with_nothing_written(), "{after}");
    let now = as_the_system_knows_it(root);
    let written: Vec<_> = now.iter().filter(|(path, known)| there.get(*path) != Some(known)).collect();
    assert!(written.is_empty() && now.len() == there.len(), "after {after} was written: {written:?}");
}

#[test]
fn a_build_with_nothing_to_do_writes_nothing_and_says_the_same() {
    for asked in ASKED {
        let folder = dossier();
        let built = build_as_its_twin(folder.path(), asked, "nothing");
        assert_eq!(built.status, 0, "{built:?}");
        build_again(folder.path(), asked, &built, &format!("{asked:?}"));
        let text = !asked.contains(&"--format");
        assert_eq!(built.said.contains("Wrote "), text);
        // Private in one way and the other: named to the editor, withheld where others read.
        let open = !asked.contains(&"CI");
        assert_eq!(built.said.contains("qzsecret"), open, "{}", built.said);
        // How much is wrong is shown to everyone.
        assert!(built.said.contains("unknown-field"), "{}", built.said);
        assert!(!built.said.contains("qzword") || open, "{}", built.said);
        // It looks at the disk alone: what another way of asking makes of it is made of what was read.
        if text {
            let other = build_as_its_twin(folder.path(), &["CI", "--format", "json"], "another format");
            assert!(!other.said.contains("qzsecret") && other.said.starts_with('{'), "{}", other.said);
        }
    }
}

#[test]
fn after_every_single_change_a_build_does_what_one_does_without_a_record() {
    let built = dossier();
    build(built.path(), &[]);
    for (name, step) in STEPS {
        let folder = copied(built.path(), &[]);
        step(folder.path());
        let ended = build_as_its_twin(folder.path(), &[], name);
        if ended.status == 0 {
            build_again(folder.path(), &[], &ended, name);
        }
    }
    for asked in ASKED {
        let folder = copied(built.path(), &[]);
        build_as_its_twin(folder.path(), asked, &format!("{asked:?}"));
    }
}

/// Build, and say how many pages were made.
fn build_and_count(root: &Path) -> (Ended, u64) {
    let mut ended = build(root, &["--timings", "json"]);
    let is_times = |line: &&str| line.starts_with("{\"timings\"");
    let times: serde_json::Value = serde_json::from_str(ended.said.lines().find(is_times).unwrap()).unwrap();
    let pages = times["timings"].as_array().unwrap().iter().find(|time| time["phase"] == "pages");
    let made = pages.map_or(0, |time| time["steps"].as_u64().unwrap());
    ended.said = ended.said.lines().filter(|line| !is_times(line)).collect::<Vec<_>>().join("\n");
    (ended, made)
}

#[test]
fn of_words_that_are_others_only_the_pages_are_made_that_show_them() {
    let folder = dossier();
    let root = folder.path();
    let (_, all) = build_and_count(root);
    let pages = files(&root.join("content")).into_keys();
    let pages = pages.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    let (mut few, mut many) = (Vec::new(), Vec::new());
    for page in pages {
        let page = Path::new("content").join(page).to_str().unwrap().to_owned();
        let another = |root: &Path, page: &str| change(root, page);
        let more = |root: &Path, page: &str| append(root, page, "\nA word more.\n");
        for write in [another as fn(&Path, &str), more] {
            let before = read(root, &page);
            write(root, &page);
            let twin = copied(root, &[".redstring"]);
            let (ended, made) = build_and_count(root);
            let (expected, _) = build_and_count(twin.path());
            assert_eq!(ended, expected, "{page}");
            assert!(files(root) == files(twin.path()), "other files after {page}");
            if ended.status != 0 {
                // A letter of a name, of which something hangs.
                put(root, &page, &before);
                build(root, &[]);
            } else if made < all / 3 {
                few.push((page.clone(), made));
            } else {
                many.push((page.clone(), made));
            }
        }
    }
    assert!(few.len() > many.len(), "of {all}, few pages were made after {few:?}, and many after {many:?}");
    assert!(few.iter().any(|(_, made)| *made > 1), "{few:?}");
}

#[cfg(feature = "search")]
#[test]
fn the_index_of_the_search_is_what_it_would_be_without_a_record() {
    let folder = dossier();
    let root = folder.path();
    put(root, "site.toml", &read(root, "site.toml").replacen("search = false\n", "", 1));
    build(root, &[]);
    let steps =
        ["words are added", "a page comes", "the title", "another site of it stands there", "a template"];
    let named = |name: &&str| STEPS.into_iter().find(|(step, _)| step == name).unwrap();
    let in_the_index: [Step; 2] = [
        ("of the index a file goes", |root| remove(root, "public/pagefind/pagefind-entry.json")),
        ("of the index a byte", |root| change(root, "public/pagefind/pagefind-entry.json")),
    ];
    for (name, step) in steps.iter().map(named).chain(in_the_index) {
        step(root);
        let ended = build_as_its_twin(root, &[], name);
        assert_eq!(ended.status, 0, "{name}");
        assert!(root.join("public/pagefind/pagefind-entry.json").is_file());
    }
    put(root, "site.toml", &format!("search = false\n{}", read(root, "site.toml")));
    build_as_its_twin(root, &[], "no search");
    assert!(!root.join("public/pagefind").exists());
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_file_or_of_the_site_is_mended_or_refused_as_ever() {
    use std::os::unix::fs::symlink;
    let built = dossier();
    build(built.path(), &[]);
    for (moved, asked) in
        [("public/people/ada.html", &[][..]), ("public/people", &[]), ("public", &["--force"])]
    {
        let folder = copied(built.path(), &[]);
        let away = folder.path().join("away");
        fs::rename(folder.path().join(moved), &away).unwrap();
        symlink(&away, folder.path().join(moved)).unwrap();
        // In the twin it leads to its own file, which holds the same.
        build_as_its_twin(folder.path(), asked, moved);
    }
}

#[test]
fn a_record_that_is_not_the_last_builds_own_is_passed_over() {
    let built = dossier();
    let root = built.path();
    build(root, &[]);
    let record = fs::read(root.join(".redstring/last-build")).unwrap();
    let other = copied(root, &[]);
    change(other.path(), "content/people/ada.md");
    build(other.path(), &[]);
    let others = fs::read(other.path().join(".redstring/last-build")).unwrap();
    let text = String::from_utf8(record.clone()).unwrap();
    let (first, json) = text.split_once('\n').unwrap();
    // Whole, and not written by this version.
    let later = format!("{}\n{json}", first.replace("build 2 ", "build 3 "));
    let mut broken: Vec<(String, Vec<u8>)> = vec![
        ("empty".into(), Vec::new()),
        ("of another dossier".into(), others),
        ("of another version".into(), later.into_bytes()),
        ("no text".into(), vec![0xff; 100]),
    ];
    for at in [10, first.len() - 1, first.len() + 1, record.len() / 2, record.len() - 1] {
        broken.push((format!("cut at {at}"), record[..at].to_vec()));
        let mut flipped = record.clone();
        flipped[at] ^= 1;
        broken.push((format!("another byte at {at}"), flipped));
    }
    for (name, bytes) in broken {
        let folder = copied(root, &[]);
        fs::write(folder.path().join(".redstring/last-build"), bytes).unwrap();
        let there = as_the_system_knows_it(folder.path());
        let ended = build_as_its_twin(folder.path(), &[], &name);
        assert!(as_the_system_knows_it(folder.path()) != there, "{name}: a record that is none was believed");
        build_again(folder.path(), &[], &ended, &name);
    }
    // Where nothing can be kept, each is a build like the first, and nobody is told.
    let folder = copied(root, &[".redstring"]);
    put(folder.path(), ".redstring", "a file of somebody's");
    for _ in 0..2 {
        build_as_its_twin(folder.path(), &[], "a file in its place");
    }
    assert_eq!(read(folder.path(), ".redstring"), "a file of somebody's");
}

#[test]
fn another_program_of_the_same_version_makes_everything_itself() {
    let folder = dossier();
    let built = build(folder.path(), &[]);
    let beside = tempfile::tempdir().unwrap();
    let other = beside.path().join("redstring");
    fs::copy(REDSTRING, &other).unwrap();
    let there = as_the_system_knows_it(folder.path());
    let ended = build_with(&other, folder.path(), &[]);
    assert_eq!(ended.with_nothing_written(), built.with_nothing_written());
    assert!(as_the_system_knows_it(folder.path()) != there, "what another program had kept was believed");
    // It replaced what was kept.
    let there = as_the_system_knows_it(folder.path());
    build(folder.path(), &[]);
    assert!(as_the_system_knows_it(folder.path()) != there);
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_for_the_owner_alone_and_git_leaves_it_out() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = dossier();
    let root = folder.path();
    build(root, &[]);
    for (name, mode) in [(".redstring", 0o700), (".redstring/last-build", 0o600)] {
        assert_eq!(root.join(name).metadata().unwrap().permissions().mode() & 0o777, mode, "{name}");
    }
    // It does tell of what is private, or none of this would matter.
    assert!(read(root, ".redstring/last-build").contains("qzsecret"));
    git(root, &["init", "--quiet"]);
    git(root, &["add", "."]);
    let kept = git(root, &["ls-files"]);
    assert!(kept.contains("content/people/ada.md") && !kept.contains(".redstring/"), "{kept}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_between_builds_each_is_as_its_twin(
        steps in proptest::collection::vec(
            (proptest::collection::vec(select(STEPS.to_vec()), 0..3), select(ASKED.to_vec())),
            1..5,
        )
    ) {
        let folder = dossier();
        let root = folder.path();
        build(root, &[]);
        for (between, asked) in steps {
            between.iter().for_each(|(_, step)| step(root));
            let names: Vec<_> = between.iter().map(|(name, _)| *name).collect();
            let ended = build_as_its_twin(root, asked, &format!("{names:?}, {asked:?}"));
            if ended.status == 0 {
                let site = if asked.contains(&"elsewhere/site") { "elsewhere/site" } else { "public" };
                let fresh = copied(root, &[".redstring", "public", "elsewhere", ".public.redstring-new"]);
                prop_assert_eq!(build(fresh.path(), asked).status, 0);
                let made = files(&fresh.path().join(site));
                let mut stands = files(&root.join(site));
                stands.retain(|path, _| !path.ends_with(".DS_Store"));
                prop_assert!(made == stands, "not what a first build makes: {:?}", names);
            }
        }
    }
}
