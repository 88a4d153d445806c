//! Whatever is edited, and in which order: a workspace that followed every change gives what a reading from scratch
//! gives, byte for byte and problem for problem; what a change is said not to reach has the bytes it had; and nothing
//! private is in any of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::sample::select;
use redstring::export::{Content, FileGroup};
use redstring::link::{Corpus, PageAddress};
use redstring::load::Changes;
use redstring::pipeline::{Edition, Reach, Unwatched, Wishes};
use redstring::text::{Checked, ContentPath};
use redstring::workspace::Workspace;

const PAGES: [&str; 13] = [
    "content/index.md",
    "content/about.md",
    "content/people/index.md",
    "content/people/ada.md",
    "content/people/bea.md",
    "content/people/team/eve.md",
    "content/organisations/bureau.md",
    "content/events/raid.md",
    "content/sources/report.md",
    "content/sources/wire.md",
    "content/claims/theft.md",
    "content/places/wick.md",
    "content/closed/vault.md",
];

const FRONT: [&str; 34] = [
    "title: Ada Wren",
    "title: The Raid",
    "title: Report",
    "aliases: [Wren, ada]",
    "aliases: [The Bureau]",
    "aliases: [raid]",
    "id: bea",
    "summary: Said in one sentence.",
    "tags: [harbour, Night]",
    "tags: [night]",
    "date: 2017-12-01",
    "date: 2017~",
    "published: 2018-02-03",
    "updated: 2020-01-01",
    "reviewed: 2019-01-01",
    "works_for: bureau",
    "works_for: {to: Wren, role: Clerk, from: 2016, sources: [report]}",
    "participants: [ada, bea]",
    "said_by: ada",
    "about: [raid]",
    "status: disputed",
    "reported_by: {to: report, quote: the lamp was out}",
    "supported_by: wire",
    "based_on: report",
    "file: report.txt",
    "url: https://example.org/a",
    "publish_copy: false",
    "sources: [report, wire]",
    "redirects_from: [people/old.html]",
    "corrections: [{date: 2021-03-04, what: A name was wrong}]",
    "image: portrait.svg",
    "born: 1970",
    "public_name: Somebody",
    "no such field: yes",
];

const BODY: [&str; 32] = [
    "The lamp was out. Nobody saw [[ada]] go.",
    "They met [[bureau|the bureau]] and [[Wren]] by night.",
    "[[raid#Later]] was told by [[bea]].",
    "[[vault]] and [[eve]] are linked here.",
    "![[ada]]",
    "![[raid]]",
    "![[bea#Later]]",
    "![[about]]",
    "![[vault]]",
    "It is said so [@report, para. 1].",
    "It is said by two [@report; @wire].",
    "> [!supports] [@report, para. 1]\n> the lamp was out",
    "> [!contradicts] [@wire]\n> the lamp burnt",
    "“the lamp was out” [@report]",
    "“the [old] lamp was out” [@report]",
    "> [!annotation] {==lamp==}\n> A lamp of the harbour.",
    "> [!annotation] the {==lamp==} was\n> Another note.",
    "> [!note] A callout\n> with words.",
    "## Later",
    "## Before",
    "Some {==words==}{>>and a remark<<} here.",
    "%% never shown %%",
    "%% never closed",
    "```rust\nlet lamp = out;\n```",
    "- one\n- two [[bea]]",
    "| a | b |\n|---|---|\n| [[ada\\|A]] | c |",
    "A note[^1].\n\n[^1]: With [[bureau]] in it.",
    "<b>bold</b> and <script>no</script>",
    "[a file](notes.txt) and ![a picture](portrait.svg)",
    "[the wire](../sources/wire.md)",
    "[[nowhere]] leads nowhere.",
    "A last sentence without anything.",
];

const PROSE: [&str; 6] = [
    "A sentence more.",
    "Two more. They stand in one paragraph.",
    "%% nobody sees this %%",
    "> [!note] A callout\n> of its own.",
    "> [!annotation] {==out==}\n> One more note.",
    "“No light” was said.",
];

const WORDS: [[&str; 2]; 6] = [
    ["lamp", "light"],
    ["the lamp was out", "the lamp burnt"],
    ["night", "day"],
    ["[old]", "[new]"],
    ["words", "letters and words"],
    ["Nobody", "Somebody\nor nobody"],
];

const SETTINGS: [&str; 11] = [
    "",
    "title = \"Another\"\n",
    "language = \"de\"\n",
    "private_folders = [\"closed\"]\n",
    "private_folders = [\"people\"]\nbase_url = \"https://example.org/d/\"\n",
    "private_fields = [\"summary\", \"participants\", \"role\"]\n",
    "private_fields = [\"tags\", \"works_for\", \"nowhere\"]\n",
    "publish_by_default = false\n",
    "[rules]\nbroken-link = \"off\"\n\n[citations]\nstyle = \"apa\"\n",
    "[kinds.place]\nfolder = \"places\"\ntemplate = \"place.html\"\n\n[chains]\nbetween = [[\"ada\", \"bea\"]]\n",
    "title = [\n",
];

/// Names that pages have in turn: some are what others are called, what links say, or near to what nobody is called.
const NAMES: [&str; 12] = [
    "Ada Wren",
    "Wren",
    "The Raid",
    "The Bureau",
    "Report",
    "ada",
    "now here",
    "Zoë",
    "Aaron",
    "Vault",
    "wick",
    "Eve",
];

/// Front matter of a page that is sound: one line of each.
static SOUND: [[&str; 4]; 7] = [
    ["", "aliases: [Wren]", "aliases: [The Bureau, raid]", "aliases: [now her]"],
    ["", "tags: [harbour, Night]", "tags: [night]", "tags: [Harbour]"],
    ["", "date: 2017-12-01", "date: 2017-12-01", "date: 2017~"],
    ["", "works_for: bureau", "participants: [ada, bea]", "about: [raid]\nreported_by: [report, wire]"],
    ["", "published: 2018-02-03", "updated: 2020-01-01", "born: 1970"],
    ["", "sources: [report, wire]", "sources: [Report]", "redirects_from: [people/old.html]"],
    ["", "", "related_to: Wren", "corrections: [{date: 2021-03-04, what: A name was wrong}]"],
];

/// Sentences that lead to pages by their ids, their titles and their other names.
const LINKS: [&str; 12] = [
    "Nobody saw [[ada]] go.",
    "They met [[bureau|the bureau]] and [[Wren]] by night.",
    "[[The Raid#Later]] was told by [[bea]].",
    "[[Ada Wren]] and [[The Bureau]], [[Zoë]] and [[Aaron]].",
    "[[now here]] leads nowhere, [[Aarom]] neither.",
    "![[raid]]",
    "![[Wren]]",
    "[[Vault]] and [[wick]].",
    "It is said so [@report, para. 1].",
    "It is said by another [@Report].",
    "[[eve]] came, and [[eve]] went. [[Eve]] stayed.",
    "## Later",
];

/// Files beside the pages, and what they can hold; empty for a file that is not there.
const OTHERS: [(&str, [&str; 4]); 10] = [
    (
        "content/sources/report.txt",
        ["", "The lamp was out.\n", "At night the lamp was out, he said.\n", "No light.\n"],
    ),
    ("content/people/portrait.svg", ["", "<svg/>", "<svg></svg>", "<svg>\n</svg>"]),
    ("content/people/notes.txt", ["", "notes", "words", "more notes"]),
    ("templates/hooks/footer.html", ["", "<p>footer</p>", "{{ view.no_such_key.at_all }}", "{% if %}"]),
    ("templates/place.html", ["", "{% extends \"entity.html\" %}", "place", "{{ }}"]),
    ("theme/style.css", ["", "a{}", "b{}", "c{}"]),
    ("theme/words/en.ftl", ["", "nav-timeline = When\n", "withheld = not told\n", "= broken\n"]),
    ("site.toml.txt", ["", "", "", "private_folders = [\"closed\"]\n"]),
    ("content/site.toml", ["", "", "", "private_folders = [\"closed\"]\n"]),
    ("evidence.lock", ["", "version = 1\n", "broken = [\n", "# nothing\n"]),
];

#[derive(Debug, Clone)]
enum Edit {
    /// All of a page.
    Page(&'static str, String),
    /// What stands behind the front matter.
    Body(&'static str, Vec<&'static str>),
    /// Words that change no fact: more of them at the top of the text, or others in the place of some.
    Prose(&'static str, &'static str),
    Words(&'static str, [&'static str; 2]),
    /// One line of front matter in the place of that of the same field; none where it is empty.
    Line(&'static str, &'static str, String),
    /// One more line of front matter, at the top.
    Field(&'static str, &'static str),
    /// The text that a page had before the last edit of it.
    Undo(&'static str),
    /// Two at once.
    Both(Box<[Edit; 2]>),
    Delete(&'static str),
    Rename(&'static str, &'static str),
    /// A folder with all that lies in it.
    MoveFolder(&'static str, &'static str),
    Settings(&'static str),
    Other(&'static str, &'static str),
    /// A link in the place of a page, or a file that is not UTF-8.
    Link(&'static str),
    Bytes(&'static str),
}

/// How the change is told.
#[derive(Debug, Clone, Copy)]
enum Told {
    Exactly,
    ByFolder,
    Anywhere,
}

fn page() -> impl Strategy<Value = String> {
    let fields = prop::collection::vec(select(&FRONT[..]), 0..5);
    let hidden = prop_oneof![6 => Just(""), 1 => Just("publish: false\n"), 1 => Just("publsh: no\n"), 1 => Just("a: [\n")];
    (fields, hidden, body()).prop_map(|(fields, hidden, body)| {
        format!(
            "---\n{hidden}{}{}---\n{}\n",
            fields.join("\n"),
            if fields.is_empty() { "" } else { "\n" },
            body.join("\n\n")
        )
    })
}

/// A page in whose front matter nothing is wrong, and that nearly always goes out.
fn sound_page() -> impl Strategy<Value = String> {
    let lines: Vec<_> = SOUND.iter().map(|lines| select(&lines[..])).collect();
    let hidden = prop_oneof![12 => Just(""), 1 => Just("publish: false\n")];
    let title = prop_oneof![1 => Just(None), 3 => select(&NAMES[..]).prop_map(Some)];
    let links = prop::collection::vec(select(&LINKS[..]), 0..6);
    (hidden, title, lines, links).prop_map(|(hidden, title, lines, links)| {
        let title = title.map(|title| format!("title: {title}\n")).unwrap_or_default();
        let lines: String =
            lines.iter().filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect();
        format!("---\n{hidden}{title}{lines}---\n{}\n", links.join("\n\n"))
    })
}

fn line() -> impl Strategy<Value = Edit> {
    let path = || select(&PAGES[..]);
    let title = || select(&NAMES[..]).prop_map(ToString::to_string);
    let names = prop::collection::vec(select(&NAMES[..]), 0..3).prop_map(|names| names.join(", "));
    prop_oneof![
        4 => (path(), title()).prop_map(|(path, title)| Edit::Line(path, "title", title)),
        3 => (path(), names).prop_map(|(path, names)| Edit::Line(path, "aliases", format!("[{names}]"))),
        1 => path().prop_map(|path| Edit::Line(path, "title", String::new())),
        1 => (path(), select(&["", "2020-01-01", "2021-05"][..]))
            .prop_map(|(path, day)| Edit::Line(path, "updated", day.into())),
    ]
}

/// Mostly changes of names, some of them undone at once; between them all else.
fn renaming() -> impl Strategy<Value = Edit> {
    let path = || select(&PAGES[..]);
    prop_oneof![
        12 => line(),
        3 => (line(), line()).prop_map(|(one, other)| Edit::Both(Box::new([one, other]))),
        3 => path().prop_map(Edit::Undo),
        3 => (path(), prop::collection::vec(select(&LINKS[..]), 0..6))
            .prop_map(|(path, links)| Edit::Body(path, links)),
        2 => (path(), select(&["", "false", "true"][..]))
            .prop_map(|(path, publish)| Edit::Line(path, "publish", publish.into())),
        2 => edit(),
    ]
}

fn body() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(select(&BODY[..]), 0..6)
}

fn edit() -> impl Strategy<Value = Edit> {
    let path = || select(&PAGES[..]);
    prop_oneof![
        6 => (path(), page()).prop_map(|(path, text)| Edit::Page(path, text)),
        10 => (path(), body()).prop_map(|(path, body)| Edit::Body(path, body)),
        10 => (path(), select(&PROSE[..])).prop_map(|(path, words)| Edit::Prose(path, words)),
        8 => (path(), select(&WORDS[..])).prop_map(|(path, words)| Edit::Words(path, words)),
        4 => (path(), select(&FRONT[..])).prop_map(|(path, field)| Edit::Field(path, field)),
        2 => path().prop_map(|path| Edit::Field(path, "publish: false")),
        2 => path().prop_map(Edit::Delete),
        2 => (path(), path()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => select(&[("content/people", "content/closed"), ("content/closed", "content/people"),
                ("content/events", "content/.hidden"), ("content/people/team", "content/teams")][..])
            .prop_map(|(from, to)| Edit::MoveFolder(from, to)),
        3 => select(&SETTINGS[..]).prop_map(Edit::Settings),
        5 => (select(&OTHERS[..]), 0..4_usize).prop_map(|((path, texts), nth)| Edit::Other(path, texts[nth])),
        1 => path().prop_map(Edit::Link),
        1 => path().prop_map(Edit::Bytes),
    ]
}

fn told() -> impl Strategy<Value = Told> {
    prop_oneof![8 => Just(Told::Exactly), 2 => Just(Told::ByFolder), 1 => Just(Told::Anywhere)]
}

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let _ = fs::remove_file(&path);
    fs::write(path, bytes).unwrap();
}

/// A file of this text, or none where the text is empty.
fn write_or_remove(root: &Path, path: &str, text: &str) {
    write(root, path, text.as_bytes());
    if text.is_empty() {
        fs::remove_file(root.join(path)).unwrap();
    }
}

/// A page that says its own name in a word of its own: by it one sees where the page is shown.
fn canary(path: &str) -> String {
    format!("canary{}", path.trim_end_matches(".md").replace(['/', '-'], ""))
}

fn with_canary(path: &str, text: &str) -> String {
    format!("{text}\n\nHere is {}.\n", canary(path))
}

impl Edit {
    /// Do it; the places that changed.
    fn make(&self, root: &Path) -> Vec<PathBuf> {
        let read = |path: &str| fs::read_to_string(root.join(path)).unwrap_or_default();
        match self {
            Self::Page(path, text) => {
                write(root, path, with_canary(path, text).as_bytes());
                vec![path.into()]
            }
            Self::Body(path, body) => {
                let text = read(path);
                let front = text.rfind("---\n").map_or("", |end| &text[..end + 4]);
                write(root, path, with_canary(path, &format!("{front}{}", body.join("\n\n"))).as_bytes());
                vec![path.into()]
            }
            Self::Prose(path, words) => {
                let text = read(path);
                let (front, rest) = text.rfind("---\n").map_or(("", &*text), |end| text.split_at(end + 4));
                write(root, path, format!("{front}\n{words}\n\n{rest}").as_bytes());
                vec![path.into()]
            }
            Self::Words(path, [from, to]) => {
                let text = read(path);
                let (front, rest) = text.rfind("---\n").map_or(("", &*text), |end| text.split_at(end + 4));
                write(root, path, format!("{front}{}", rest.replace(from, to)).as_bytes());
                vec![path.into()]
            }
            Self::Line(path, field, value) => {
                let text = read(path);
                write(root, &format!("before/{path}"), text.as_bytes());
                let (front, rest) = text.rfind("---\n").map_or(("---\n", "---\n"), |end| text.split_at(end));
                let begins = format!("{field}:");
                let kept = front.lines().skip(1).filter(|line| !line.starts_with(&begins));
                let kept: String = kept.map(|line| format!("{line}\n")).collect();
                let line = if value.is_empty() { String::new() } else { format!("{field}: {value}\n") };
                write(root, path, format!("---\n{line}{kept}{rest}").as_bytes());
                vec![path.into()]
            }
            Self::Undo(path) => {
                // It lies where nobody looks.
                let before = read(&format!("before/{path}"));
                if !before.is_empty() {
                    write(root, path, before.as_bytes());
                }
                vec![path.into()]
            }
            Self::Both(edits) => edits.iter().flat_map(|edit| edit.make(root)).collect(),
            Self::Field(path, field) => {
                let text = read(path);
                let rest = text.strip_prefix("---\n").unwrap_or("---\n");
                write(root, path, format!("---\n{field}\n{rest}").as_bytes());
                vec![path.into()]
            }
            Self::Delete(path) => {
                let _ = fs::remove_file(root.join(path));
                vec![path.into()]
            }
            Self::Rename(from, to) => {
                fs::create_dir_all(root.join(to).parent().unwrap()).unwrap();
                let _ = fs::rename(root.join(from), root.join(to));
                vec![from.into(), to.into()]
            }
            Self::MoveFolder(from, to) => {
                if !root.join(to).exists() {
                    let _ = fs::rename(root.join(from), root.join(to));
                }
                vec![from.into(), to.into()]
            }
            Self::Settings(text) => {
                write_or_remove(root, "site.toml", text);
                vec!["site.toml".into()]
            }
            Self::Other(path, text) => {
                write_or_remove(root, path, text);
                vec![path.into()]
            }
            Self::Link(path) => {
                write(root, path, b"");
                fs::remove_file(root.join(path)).unwrap();
                #[cfg(unix)]
                std::os::unix::fs::symlink("/etc/hostname", root.join(path)).unwrap();
                vec![path.into()]
            }
            Self::Bytes(path) => {
                write(root, path, b"---\ntitle: \xff\n---\n");
                vec![path.into()]
            }
        }
    }
}

/// All that can be seen of an edition.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    problems: Vec<String>,
    pages: BTreeMap<PageAddress, Result<(String, String), String>>,
    files: BTreeMap<String, (FileGroup, Result<Vec<u8>, String>)>,
}

fn seen(checked: &Checked<Edition>) -> Seen {
    let edition = &checked.value;
    let mut problems: Vec<_> = checked.diagnostics.iter().map(|problem| format!("{problem:?}")).collect();
    problems.sort();
    let pages = edition.addresses().iter().map(|address| {
        let page = edition
            .page(address)
            .map(|page| (page.file, page.html))
            .map_err(|problem| format!("{problem:?}"));
        (address.clone(), page)
    });
    let mut files = BTreeMap::new();
    for group in FileGroup::ALL {
        for file in edition.files_of(group) {
            assert!(group.may_hold(file.path()), "{group:?} does not say that it holds {}", file.path());
            let bytes = match edition.content(&file) {
                Ok(Content::Bytes(bytes)) => Ok(bytes.into_owned()),
                Ok(Content::CopyOf(path)) => Ok(fs::read(path).unwrap()),
                Err(problem) => Err(format!("{problem:?}")),
            };
            files.insert(file.path().to_owned(), (group, bytes));
        }
    }
    Seen { problems, pages: pages.collect(), files }
}

/// What is not reached has the bytes that it had.
fn holds_still(before: &Seen, now: &Seen, reach: &Reach) {
    let Reach::Only { pages, attachments } = reach else { return };
    assert_eq!(
        before.pages.keys().collect::<Vec<_>>(),
        now.pages.keys().collect::<Vec<_>>(),
        "the pages are others"
    );
    for (address, page) in now.pages.iter().filter(|(address, _)| !pages.contains(address)) {
        assert_eq!(before.pages.get(address), Some(page), "{address:?} is not in {pages:?}");
    }
    let attachments: BTreeSet<_> = attachments.iter().map(Corpus::file_of_attachment).collect();
    for (path, (group, bytes)) in &now.files {
        if group.follows_from_facts() && !attachments.contains(path) {
            assert_eq!(before.files.get(path).map(|(_, bytes)| bytes), Some(bytes), "{path}");
        }
    }
}

/// Nothing of a page that may not go out is to be seen.
fn keeps_what_is_private(edition: &Edition, seen: &Seen) {
    let public: BTreeSet<_> =
        edition.material.dossier.pages().map(|page| page.facts().path.clone()).collect();
    let private = PAGES.iter().filter(|path| !public.contains(&ContentPath::new(path)));
    // A page that was moved brings its word along.
    let moved =
        |word: &str| edition.material.dossier.pages().any(|page| page.parsed().body_text().contains(word));
    for word in private.map(|path| canary(path)).filter(|word| !moved(word)) {
        for page in seen.pages.values().flatten() {
            assert!(!page.1.contains(&word), "{word} in {}", page.0);
        }
        for (path, (_, bytes)) in &seen.files {
            let bytes = bytes.as_ref().map_or("".into(), |bytes| String::from_utf8_lossy(bytes));
            assert!(!bytes.contains(&word), "{word} in {path}");
        }
    }
}

fn follows(start: &[(&'static str, String)], edits: &[(Edit, Told)]) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir(root.join("content")).unwrap();
    for (path, text) in start {
        write(root, path, with_canary(path, text).as_bytes());
    }
    let wishes = Wishes::default();
    let mut workspace = Workspace::open(root, &wishes, &Unwatched).unwrap();
    let mut before = seen(&workspace.edition());
    for (nth, (edit, told)) in edits.iter().enumerate() {
        let places = edit.make(root);
        let mut changes = Changes::default();
        for place in places {
            match told {
                Told::Exactly => changes.add(place),
                Told::ByFolder => changes.add(
                    place
                        .parent()
                        .filter(|folder| *folder != Path::new(""))
                        .map_or(place.clone(), Path::to_owned),
                ),
                Told::Anywhere => changes = Changes::Anywhere,
            }
        }
        let reach = workspace.update(&changes).unwrap();
        let fresh = seen(&Edition::read(root, &wishes, &Unwatched).unwrap());
        let followed = workspace.edition();
        let now = seen(&followed);
        if now != fresh {
            let differs = |path: &String| now.files.get(path) != fresh.files.get(path);
            let files: Vec<_> = fresh.files.keys().filter(|path| differs(path)).collect();
            assert_eq!(now.problems, fresh.problems, "the problems after edit {nth}");
            assert_eq!(now.pages, fresh.pages, "the pages after edit {nth}");
            panic!("after edit {nth}, these files: {files:?}");
        }
        holds_still(&before, &now, &reach);
        keeps_what_is_private(&followed.value, &now);
        before = now;
    }
}

/// So many dossiers, unless `PROPTEST_CASES` says otherwise.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12);
    ProptestConfig { cases, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn a_change_of_words_reaches_few_pages_and_a_name_reaches_all() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for (path, text) in [
        ("content/people/ada.md", "---\ntitle: Ada\n---\nShe met [[bea]].\n"),
        ("content/people/bea.md", "---\ntitle: Bea\n---\n"),
        ("content/people/eve.md", "---\ntitle: Eve\n---\n![[ada]]\n"),
        ("content/people/fay.md", "---\ntitle: Fay\n---\n![[eve]]\n"),
        ("content/people/gil.md", "---\ntitle: Gil\n---\n[[ada]]\n"),
    ] {
        write(root, path, text.as_bytes());
    }
    let mut workspace = Workspace::open(root, &Wishes::default(), &Unwatched).unwrap();
    let mut after = |text: &str| {
        write(root, "content/people/ada.md", text.as_bytes());
        let mut changes = Changes::default();
        changes.add("content/people/ada.md".into());
        workspace.update(&changes).unwrap()
    };
    assert!(after("---\ntitle: Ada\n---\nShe met [[bea]].\n").is_nothing());
    let Reach::Only { pages, .. } = after("---\ntitle: Ada\n---\nShe never met [[bea]].\n") else {
        panic!("words reach everything");
    };
    let named = |id: &str| PageAddress::Entity(redstring::model::EntityId::new(id));
    let expected = ["ada", "bea", "eve", "fay"].map(named).into_iter();
    assert_eq!(pages, expected.chain([PageAddress::Home]).collect());
    assert_eq!(after("---\ntitle: Ada Wren\n---\nShe never met [[bea]].\n"), Reach::Everything);
}

/// A link that brings no words says those of the heading, as they stand on the page that it leads to.
#[test]
fn the_words_of_a_heading_reach_whoever_says_them() {
    let heading = |words: &str| format!("---\ntitle: Ada\n---\n## {words}\n\nShe was there.\n");
    let page = |title: &str, body: &str| format!("---\ntitle: {title}\n---\n{body}\n");
    let start = vec![
        ("content/people/ada.md", heading("[[bea]] bea")),
        ("content/people/bea.md", page("Bea Wren", "")),
        ("content/people/eve.md", page("Eve", "See [[ada#bea bea]] and [[gil]].")),
        ("content/people/fay.md", page("Fay", "![[eve]]")),
        ("content/people/gil.md", page("Gil", "")),
    ];
    let words = |words| (Edit::Page("content/people/ada.md", heading(words)), Told::Exactly);
    follows(
        &start,
        &[words("bea [[bea]]"), words("[[bea]] bea ![[bea|old]]"), words("[[bea]] bea ![[bea|new]]")],
    );
}

/// A hub has a list of those who refer to it, over pages of its own, in page order and by kind; in page order stand also
/// those who were first named in one source, and those whom an event concerns.
#[test]
fn names_change_around_a_hub_with_pages_of_backlinks() {
    let raid = "title: Raid\ndate: 2017-12-01\nparticipants: [p119, p120, p121, p122]";
    let mut start = vec![
        ("content/organisations/bureau.md", "---\ntitle: Bureau\n---\n".to_owned()),
        ("content/sources/report.md", "---\ntitle: Report\npublished: 2018-02-03\n---\n".to_owned()),
        ("content/events/raid.md", format!("---\n{raid}\n---\n")),
    ];
    for nth in 0..230 {
        let path: &str = Box::leak(format!("content/people/p{nth:03}.md").into_boxed_str());
        let works = if nth % 3 == 0 { "works_for: bureau\nsources: [report]\n" } else { "" };
        let link = if nth % 50 == 7 { "the office" } else { "bureau" };
        start.push((path, format!("---\ntitle: Person {nth:03}\n{works}---\nSeen at [[{link}]].\n")));
    }
    let named = |path, field, value: &str| (Edit::Line(path, field, value.to_owned()), Told::Exactly);
    follows(
        &start,
        &[
            named("content/people/p120.md", "title", "Aaron"),
            named("content/people/p121.md", "title", "Zoë"),
            named("content/organisations/bureau.md", "aliases", "[The Office]"),
            (Edit::Undo("content/people/p120.md"), Told::Exactly),
            named("content/organisations/bureau.md", "aliases", "[]"),
        ],
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn names_that_change_and_change_back_give_what_a_reading_from_scratch_gives(
        start in prop::collection::vec(sound_page(), PAGES.len()),
        edits in prop::collection::vec((renaming(), told()), 1..14),
    ) {
        let start: Vec<_> = PAGES.into_iter().zip(start).collect();
        follows(&start, &edits);
    }

    #[test]
    fn every_edit_gives_what_a_reading_from_scratch_gives(
        start in prop::collection::vec(page(), PAGES.len()),
        edits in prop::collection::vec((edit(), told()), 1..10),
    ) {
        let start: Vec<_> = PAGES.into_iter().zip(start).collect();
        follows(&start, &edits);
    }
}
