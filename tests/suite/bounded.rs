//! Whatever a dossier holds, the program comes to an end, in bounded memory.
//!
//! Each case runs the program as a child that may have two gigabytes of addresses and two minutes. What is bounded is work:
//! each case is so large, or so deep, that what grows with its square (or calls itself for each level) could not end
//! within either; what is sound takes seconds.
#![cfg(unix)]

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::program::{REDSTRING, alone};

const ADDRESSES_KB: u64 = 2 * 1024 * 1024;
const DEADLINE: Duration = Duration::from_secs(120);

/// What a file holds.
enum Holds<'a> {
    Text(&'a str),
    /// So many bytes that are nowhere on the disk.
    Nothing(u64),
}
use Holds::{Nothing, Text};

/// Run a command on a dossier of these files; its exit status and what it said.
fn run(command: &[&str], files: &[(&str, Holds<'_>)]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("dossier");
    fs::create_dir_all(root.join("content")).unwrap();
    for (path, holds) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match holds {
            Text(text) => fs::write(path, text).unwrap(),
            Nothing(bytes) => File::create(path).unwrap().set_len(*bytes).unwrap(),
        }
    }
    let said = folder.path().join("said");
    let mut child = alone(Command::new("sh"))
        .args(["-c", &format!("ulimit -v {ADDRESSES_KB}; exec \"$0\" \"$@\"")])
        .arg(REDSTRING)
        .args(command)
        .current_dir(&root)
        .env("RAYON_NUM_THREADS", "2")
        .env("MALLOC_ARENA_MAX", "2")
        .stdout(Stdio::null())
        .stderr(File::create(&said).unwrap())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > DEADLINE {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("it does not end");
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    (status.code(), fs::read_to_string(said).unwrap())
}

/// It ends with a site or with errors, and says this.
#[track_caller]
fn ends(files: &[(&str, Holds<'_>)], says: &str) {
    let (code, said) = run(&["check"], files);
    assert!(matches!(code, Some(0 | 1)), "{code:?}: {}", &said[..said.len().min(2000)]);
    assert!(said.contains(says), "{}", &said[..said.len().min(2000)]);
}

fn page(text: &str) -> String {
    format!("---\ntitle: Ada\n---\n{text}")
}

const GIGABYTES: u64 = 2 << 30;

#[test]
fn files_of_two_gigabytes() {
    let source = "---\ntitle: S\nfile: copy.txt\n---\n“words” [@s].\n";
    let settings = "[citations]\nstyle = \"styles/x.csl\"\n";
    ends(&[("content/a.md", Nothing(GIGABYTES))], "file-too-large");
    ends(&[("site.toml", Nothing(GIGABYTES))], "file-too-large");
    ends(&[("evidence.lock", Nothing(GIGABYTES))], "file-too-large");
    ends(&[("templates/base.html", Nothing(GIGABYTES))], "file-too-large");
    ends(&[("theme/film.mp4", Nothing(GIGABYTES))], "file-too-large");
    ends(&[("theme/words/en.ftl", Nothing(GIGABYTES))], "file-too-large");
    ends(&[("site.toml", Text(settings)), ("styles/x.csl", Nothing(GIGABYTES))], "file-too-large");
    for name in ["a.png", "a.svg", "a.jpg"] {
        let text = page(&format!("![a]({name})"));
        let path = format!("content/{name}");
        ends(&[("content/a.md", Text(&text)), (&path, Nothing(GIGABYTES))], "file-too-large");
    }
    ends(&[("content/a.md", Text(&page("[a](a.mp4)"))), ("content/a.mp4", Nothing(GIGABYTES))], "");
    let copy = Nothing(256 << 20);
    ends(&[("content/sources/s.md", Text(source)), ("content/sources/copy.txt", copy)], "too large");
}

#[test]
fn what_is_nested_very_deep() {
    const DEEP: usize = 200_000;
    let both = |open: &str, close: &str| format!("{}x{}", open.repeat(DEEP), close.repeat(DEEP));
    let source = |file: &str| format!("---\ntitle: S\nfile: {file}\npublish_copy: true\n---\n“x” [@s].\n");
    ends(&[("evidence.lock", Text(&format!("a = {}", both("[", "]"))))], "invalid-lock");
    ends(&[("theme/words/en.ftl", Text(&format!("a = {}\n", both("{ ", " }"))))], "broken-words");
    let style =
        format!("<style xmlns=\"http://purl.org/net/xbiblio/csl\">{}</style>", both("<group>", "</group>"));
    let settings = "[citations]\nstyle = \"styles/x.csl\"\n";
    ends(&[("site.toml", Text(settings)), ("styles/x.csl", Text(&style))], "unknown-citation-style");
    for (name, text) in [
        ("s.html", both("<div>", "")),
        ("s.html", both("<font>", "</font>")),
        ("s.html", both("<table><tr><td>", "")),
        ("s.html", both("<svg><g>", "")),
        ("s.markdown", both("> ", "")),
    ] {
        let path = format!("content/sources/{name}");
        ends(&[("content/sources/s.md", Text(&source(name))), (&path, Text(&text))], "");
    }
    for (template, says) in [
        ("{% if true %}".repeat(DEEP), "template-error"),
        (format!("{{{{ {} }}}}", both("(", ")")), "template-error"),
        ("{% include \"hooks/head.html\" %}".to_owned(), "template-error"),
    ] {
        let files =
            [("content/a.md", Text("---\ntitle: A\n---\n")), ("templates/hooks/head.html", Text(&template))];
        ends(&files, says);
    }
    let svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
    let twice: String = (1..40)
        .map(|n| format!("<g id=\"g{n}\"><use href=\"#g{m}\"/><use href=\"#g{m}\"/></g>", m = n - 1))
        .collect();
    for (drawing, says) in [
        (svg(&both("<g>", "</g>")), "unreadable-image"),
        (svg(&format!("<style>{}</style>", "a{".repeat(DEEP))), ""),
        (svg(&format!("<style>{}</style>", "a{b:calc(".repeat(DEEP))), ""),
        (svg(&twice), "unreadable-image"),
    ] {
        ends(&[("content/a.md", Text(&page("![a](a.svg)"))), ("content/a.svg", Text(&drawing))], says);
    }
}

#[test]
fn a_bibliography_that_would_never_end() {
    let deep = format!("@article{{a, title = {}{}}}", "{".repeat(200_000), "}".repeat(200_000));
    let joined = format!("@article{{a, title = {}}}", ["\"x\""; 200_000].join(" # "));
    let doubled: String = (1..60).map(|n| format!("@string{{s{n} = s{m} # s{m}}}\n", m = n - 1)).collect();
    let doubled = format!("@string{{s0 = \"xxxxxxxx\"}}\n{doubled}@article{{a, title = s59}}");
    for (text, says) in [(deep, "stand in braces"), (joined, "`#`"), (doubled, "abbreviation")] {
        let (code, said) = run(&["import", "a.bib"], &[("a.bib", Text(&text))]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn very_much_of_a_kind_on_one_page() {
    const MANY: usize = 10_000;
    let each = |piece: fn(usize) -> String| (0..MANY).map(piece).collect::<String>();
    let headings = format!("---\ntitle: Eve\n---\n{}", each(|n| format!("# H {n}\n\nx\n\n")));
    let eve = ("content/people/eve.md", Text(&headings));
    let ada = |text: &str, eve: &(&str, Holds<'_>), says: &str| {
        let Text(headings) = eve.1 else { panic!() };
        ends(&[("content/people/ada.md", Text(&page(text))), (eve.0, Text(headings))], says);
    };
    ada(&each(|n| format!("[[eve#H {n}]]\n")), &eve, "");
    ada(&each(|n| format!("[[eve#G {n}]]\n")), &eve, "broken-anchor");
    ada(&each(|n| format!("![[eve#H {n}]]\n\n")), &eve, "");
    ada(&"![[eve]]\n\n".repeat(MANY), &eve, "");
    ada(&each(|n| format!("[a](people/eve-{n}.md) ![b](eve-{n}.csv)\n")), &eve, "missing-attachment");

    let source = ("content/sources/s.md", "---\ntitle: S\nfile: s.txt\n---\n");
    let copy = ("content/sources/s.txt", each(|n| format!("He said words {n} to me.\n\n")));
    for text in [
        each(|n| format!("> [!supports] [@s]\n> He said words {n} to me.\n\n")),
        each(|n| format!("“He said [as] words {n} to me.” [@s, p. {n}]\n\n")),
        each(|n| format!("“said words {n}” [[eve]] ")) + "[@s]",
    ] {
        let claim = page(&text);
        ends(
            &[("content/claims/a.md", Text(&claim)), (source.0, Text(source.1)), (copy.0, Text(&copy.1))],
            "",
        );
    }

    // Each wrong name is like each of a thousand others.
    let names: Vec<_> =
        (0..1000).map(|n| (format!("content/people/person-number-{n}.md"), page(""))).collect();
    let wrong = page(&each(|n| format!("[[person-number-x{n}]]\n")));
    let mut files: Vec<_> = names.iter().map(|(path, text)| (path.as_str(), Text(text))).collect();
    files.push(("content/wrong.md", Text(&wrong)));
    ends(&files, "broken-link");
}

#[test]
fn very_much_of_a_kind_in_one_value_or_paragraph() {
    let each = |many: usize, piece: fn(usize) -> String| (0..many).map(piece).collect::<String>();
    let source = ("content/sources/s.md", "---\ntitle: S\nfile: s.txt\n---\n");
    let copy = ("content/sources/s.txt", each(45_000, |n| format!("word{n} ")) + "end\n");
    let replies = each(65_000, |n| format!("  - {{by: Office, asked: 2990-01-01, text: Thing {n}}}\n"));
    let rows = each(45_000, |n| format!("| x{n} |\n"));
    let noted = each(45_000, |n| format!("Text {n}[^1].\n\n"));
    for (text, says) in [
        (format!("---\ntitle: Ada\nsummary: \"{}\"\n---\n", "%%x%%".repeat(200_000)), ""),
        (format!("---\ntitle: Ada\nreplies:\n{replies}---\n"), "future-date"),
        (page(&format!("{} [@s]", "“a ".repeat(100_000))), "unclosed-quotation"),
        (page(&format!("“{}end” [@s]\n", each(45_000, |n| format!("word{n} [put] ")))), ""),
        (page(&format!("{}a{}", "![".repeat(80_000), "](http://x.example/a.png)".repeat(80_000))), ""),
        (page(&format!("| a {}|\n|---|\n{rows}", "[@s] ".repeat(45_000))), ""),
        (page(&format!("{noted}[^1]: {}\n", "So [@s]. ".repeat(45_000))), ""),
    ] {
        let files =
            [("content/people/ada.md", Text(&text)), (source.0, Text(source.1)), (copy.0, Text(&copy.1))];
        ends(&files, says);
    }
}

/// The limits hold: what is too much for them ends in an error, so the tests above can fail.
#[test]
fn the_limits_are_kept() {
    let limit = format!(
        "ulimit -v {ADDRESSES_KB}; exec head -c 4000000000 /dev/zero | tail -c 3900000000 >/dev/null"
    );
    assert!(Path::new("/bin/sh").exists());
    assert!(
        !alone(Command::new("sh")).args(["-c", &limit]).stderr(Stdio::null()).status().unwrap().success()
    );
}
