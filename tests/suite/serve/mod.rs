//! `redstring serve`, driven as a browser would, and as a browser must not.
//!
//! Each test runs the program on a port of its own and speaks to it by hand, so that requests can be ones that no
//! client library would send. Nothing waits for a fixed time: what shall happen is waited for, up to a generous deadline.

mod browser;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::program::{REDSTRING, alone};
use browser::{DEADLINE, Serving, state_of};

fn dossier() -> (tempfile::TempDir, PathBuf) {
    let base = tempfile::tempdir().unwrap();
    let root = base.path().join("d");
    let made = alone(Command::new(REDSTRING)).arg("init").arg(&root).output().unwrap();
    assert!(made.status.success());
    fs::write(base.path().join("outside.txt"), "OUTSIDE").unwrap();
    (base, root)
}

fn person(title: &str) -> String {
    format!("---\ntitle: {title}\n---\n")
}

#[test]
fn only_this_machine_is_answered_under_its_own_names() {
    let (_base, root) = dossier();
    let serving = Serving::start(&root);
    let port = serving.port;
    for host in [format!("localhost:{port}"), format!("127.0.0.1:{port}"), format!("[::1]:{port}")] {
        let answer = serving.ask("GET", "/", &host);
        assert_eq!(answer.status, 200, "{host}");
        for header in [
            "content-type: text/html; charset=utf-8",
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "cross-origin-resource-policy: same-origin",
        ] {
            assert!(answer.head.contains(header), "{header}: {}", answer.head);
        }
    }
    for host in
        ["evil.example".into(), format!("evil.example:{port}"), "localhost".into(), "localhost:1".into()]
    {
        for target in ["/", "/__redstring/events", "/theme/style.css"] {
            let answer = serving.ask("GET", target, &host);
            assert_eq!(answer.status, 421, "{host} {target}");
            assert!(!answer.body.contains("Nether Wick"));
        }
    }
    // The address in the request line counts as well.
    let own = format!("localhost:{port}");
    assert_eq!(serving.ask("GET", "http://evil.example/", &own).status, 421);
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = serving.ask(method, "/", &own);
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.head.contains("allow: get, head"));
    }
    let head = serving.ask("HEAD", "/", &own);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(serving.get("/theme/style.css").head.contains("content-type: text/css; charset=utf-8"));
}

#[test]
fn no_path_leads_out_of_the_site() {
    let (_base, root) = dossier();
    let serving = Serving::start(&root);
    for target in [
        "/../outside.txt",
        "/../../outside.txt",
        "/%2e%2e/outside.txt",
        "/..%2foutside.txt",
        "/files/..%2f..%2foutside.txt",
        "/theme/../../outside.txt",
        "/..%5coutside.txt",
        "//outside.txt",
        "/site.toml",
        "/content/index.md",
        "/.gitignore",
        "/%00",
        "/%ff",
        "/people/ada-wren.html%00.css",
    ] {
        let answer = serving.get(target);
        assert!([400, 404].contains(&answer.status), "{target}: {}", answer.status);
        assert!(!answer.body.contains("OUTSIDE") && !answer.body.contains("language ="), "{target}");
    }
}

#[test]
fn missing_pages_are_missing_and_lead_home() {
    let (_base, root) = dossier();
    fs::write(root.join("site.toml"), "title = \"T\"\nbase_url = \"https://example.org/far/away/\"\n")
        .unwrap();
    let serving = Serving::start(&root);
    let answer = serving.get("/no/such/page.html");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("href=\"/theme/style.css\""), "{}", answer.body);
    assert!(answer.body.contains("href=\"/index.html\""), "{}", answer.body);
    assert!(!answer.body.contains("far/away"), "{}", answer.body);
    // What is served has the reload script in it: it is not the site, and no manifest says that it is.
    assert_eq!(serving.get("/manifest.json").status, 404);
    let folder = serving.get("/people");
    assert_eq!(folder.status, 307);
    assert!(folder.head.contains("location: /people/"), "{}", folder.head);
    assert_eq!(serving.get("/people/?query=1").status, 200);
}

#[test]
fn private_pages_are_never_served() {
    let (_base, root) = dossier();
    let serving = Serving::start(&root);
    assert_eq!(serving.get("/people/the-lodger.html").status, 404);
    let pages =
        ["/", "/people/", "/events/vane-disappears.html", "/timeline.html", "/people/the-lodger.html"];
    for target in pages {
        let body = serving.get(target).body;
        for private in ["lodger", "Mill Lane", "second volume"] {
            assert!(!body.contains(private), "{private} in {target}");
        }
    }
    // Made private while it is served, a page is gone as soon as browsers are told.
    let mut events = serving.events();
    let before = events.next();
    assert_eq!(serving.get("/people/ada-wren.html").status, 200);
    let file = root.join("content/people/ada-wren.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("---\n", "---\npublish: false\n", 1)).unwrap();
    assert_ne!(events.next(), before);
    assert_eq!(serving.get("/people/ada-wren.html").status, 404);
}

#[test]
fn attachments_are_served_as_they_would_be_published() {
    let (_base, root) = dossier();
    let people = root.join("content/people");
    for (name, bytes) in [("used.txt", "USED"), ("unused.txt", "UNUSED"), ("broken.jpg", "no image")] {
        fs::write(people.join(name), bytes).unwrap();
    }
    let text = "---\ntitle: Eve\n---\n[a file](used.txt)\n";
    fs::write(people.join("eve.md"), text).unwrap();
    let serving = Serving::start(&root);
    let used = serving.get("/files/people/used.txt");
    assert_eq!((used.status, used.body.as_str()), (200, "USED"));
    assert!(used.head.contains("content-type: text/plain; charset=utf-8"));
    assert_eq!(serving.get("/files/people/unused.txt").status, 404);
    // What a build would refuse to publish is not served, and told on every page.
    fs::write(people.join("eve.md"), format!("{text}\n![a picture](broken.jpg)\n")).unwrap();
    let home = serving.until("/", |page| page.body.contains("role=\"alert\""));
    assert!(home.body.contains("unreadable-image"), "{}", home.body);
    assert_eq!(serving.get("/files/people/broken.jpg").status, 404);
}

#[test]
fn every_way_of_saving_shows_and_reloads() {
    let (_base, root) = dossier();
    let serving = Serving::start(&root);
    let mut events = serving.events();
    let mut state = events.next();
    assert_eq!(state_of(&serving.get("/")), state);
    let file = root.join("content/people/eve.md");
    let saves: [Save<'_>; 5] = [
        ("a new file", &|text| fs::write(&file, text).unwrap()),
        ("in place", &|text| fs::write(&file, text).unwrap()),
        ("by a hidden file", &|text| {
            let other = file.with_file_name(".eve.md.swp");
            fs::write(&other, text).unwrap();
            fs::rename(&other, &file).unwrap();
        }),
        ("by moving the old file away", &|text| {
            let backup = file.with_file_name("eve.md~");
            fs::rename(&file, &backup).unwrap();
            fs::write(&file, text).unwrap();
            fs::remove_file(&backup).unwrap();
        }),
        ("by a folder that is replaced", &|text| {
            let content = root.join("content");
            fs::rename(&content, root.join("old")).unwrap();
            copy(&root.join("old"), &content);
            fs::write(&file, text).unwrap();
        }),
    ];
    for (n, (how, save)) in saves.iter().enumerate() {
        save(&person(&format!("Eve {n}")));
        let page = serving.until("/people/eve.html", |page| page.body.contains(&format!("Eve {n}")));
        // However many rounds it took, the last name is the one that the page bears.
        while state != state_of(&page) {
            state = events.next();
        }
        assert_eq!(page.status, 200, "{how}");
    }
    // Also what was saved into the folder that came in place of the other.
    fs::write(&file, person("Eve at last")).unwrap();
    serving.until("/people/eve.html", |page| page.body.contains("Eve at last"));
    // And what else a page is made of.
    fs::create_dir_all(root.join("theme")).unwrap();
    fs::write(root.join("theme/style.css"), "/* ours */").unwrap();
    serving.until("/theme/style.css", |sheet| sheet.body == "/* ours */");
    fs::write(root.join("site.toml"), "title = \"Another title\"\n").unwrap();
    serving.until("/", |page| page.body.contains("Another title"));
    fs::remove_file(&file).unwrap();
    serving.until("/people/eve.html", |page| page.status == 404);
}

/// How a person's editor saves a text.
type Save<'a> = (&'a str, &'a dyn Fn(&str));

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn a_checkout_of_many_files_ends_in_the_right_state() {
    let (_base, root) = dossier();
    let serving = Serving::start(&root);
    for n in 0..300 {
        fs::write(root.join(format!("content/people/p{n}.md")), person(&format!("Person {n}"))).unwrap();
    }
    for n in 0..100 {
        fs::remove_file(root.join(format!("content/people/p{n}.md"))).unwrap();
    }
    serving.until("/people/", |page| page.body.contains("Person 299") && !page.body.contains("Person 99<"));
    assert_eq!(serving.get("/people/p299.html").status, 200);
    assert_eq!(serving.get("/people/p99.html").status, 404);
}

#[test]
fn a_broken_edit_keeps_the_last_good_page_and_says_what_is_wrong() {
    let (_base, root) = dossier();
    let serving = Serving::start(&root);
    let mut events = serving.events();
    let good = events.next();
    let file = root.join("content/people/ada-wren.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("Ada Wren", "Ada Renamed") + "\n[[nowhere<b>]]\n").unwrap();
    let broken = events.next();
    assert_ne!(broken, good);
    // On every page: also where the error is not.
    for target in ["/people/ada-wren.html", "/", "/no-such-page.html"] {
        let page = serving.get(target);
        assert!(page.body.contains("role=\"alert\""), "{target}: {}", page.body);
        assert!(page.body.contains("there is no page `nowhere&lt;b&gt;`"), "{target}: {}", page.body);
        assert_eq!(state_of(&page), broken);
    }
    let page = serving.get("/people/ada-wren.html");
    assert!(page.body.contains("Ada Wren") && page.status == 200, "{}", page.body);
    assert!(!page.body.contains("<h1>Ada Renamed"), "{}", page.body);
    serving.says("the last version without errors is still shown");
    fs::write(&file, text.replace("Ada Wren", "Ada Mended")).unwrap();
    assert_ne!(events.next(), broken);
    let page = serving.get("/people/ada-wren.html");
    assert!(page.body.contains("Ada Mended") && !page.body.contains("role=\"alert\""), "{}", page.body);
}

#[test]
fn before_anything_was_good_the_errors_alone_are_shown() {
    let (_base, root) = dossier();
    let file = root.join("content/people/eve.md");
    fs::write(&file, "---\ntitle: Eve\nborn: yesterday\n---\n").unwrap();
    let serving = Serving::start(&root);
    let mut events = serving.events();
    let first = events.next();
    let page = serving.get("/");
    assert_eq!(page.status, 500);
    assert!(page.body.contains("`yesterday` is not a date"), "{}", page.body);
    assert!(page.body.contains("/__redstring/reload.js"), "{}", page.body);
    fs::write(&file, person("Eve")).unwrap();
    assert_ne!(events.next(), first);
    assert_eq!(serving.get("/people/eve.html").status, 200);
}

#[test]
fn a_template_that_cannot_be_drawn_is_told_on_every_page() {
    let (_base, root) = dossier();
    let serving = Serving::start(&root);
    // So that all pages were drawn once before: the page before the error can be shown.
    serving.until("/timeline.html", |page| page.status == 200);
    fs::create_dir_all(root.join("templates")).unwrap();
    // Only timelines are drawn by it, and nobody looks at one.
    fs::write(
        root.join("templates/timeline.html"),
        "{% extends \"base.html\" %}{% block main %}{{ view.nothing }}{% endblock main %}",
    )
    .unwrap();
    let home = serving.until("/", |page| page.body.contains("role=\"alert\""));
    assert!(home.body.contains("templates/timeline.html") && home.status == 200, "{}", home.body);
    let timeline = serving.get("/timeline.html");
    assert!(timeline.body.contains("templates/timeline.html"), "{}", timeline.body);
    fs::remove_file(root.join("templates/timeline.html")).unwrap();
    serving.until("/timeline.html", |page| page.status == 200 && !page.body.contains("role=\"alert\""));
}

#[test]
fn a_folder_that_goes_away_is_waited_for() {
    let (_base, root) = dossier();
    let serving = Serving::start(&root);
    fs::rename(root.join("content"), root.join("away")).unwrap();
    // Copies that go while pages are drawn are missed first; the folder itself in the next round.
    let page = serving.until("/", |page| page.body.contains("holds no `content` folder"));
    assert!(page.body.contains("Nether Wick"), "{}", page.body);
    fs::rename(root.join("away"), root.join("content")).unwrap();
    serving.until("/", |page| !page.body.contains("role=\"alert\""));
}

#[test]
fn nothing_is_written() {
    let (base, root) = dossier();
    let list = || -> Vec<_> {
        walkdir::WalkDir::new(base.path())
            .sort_by_file_name()
            .into_iter()
            .map(|e| e.unwrap().into_path())
            .collect()
    };
    let before = list();
    let serving = Serving::start(&root);
    assert_eq!(serving.get("/").status, 200);
    drop(serving);
    assert_eq!(list(), before);
}

#[test]
fn what_keeps_it_from_serving_is_said() {
    let (base, root) = dossier();
    let serving = Serving::start(&root);
    let serve = |root: &Path, port: u16| {
        alone(Command::new(REDSTRING))
            .args(["serve", "--port", &port.to_string(), "--root"])
            .arg(root)
            .output()
            .unwrap()
    };
    let taken = serve(&root, serving.port);
    assert_eq!(taken.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&taken.stderr).contains("is in use"));
    let nothing = serve(base.path(), 0);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&nothing.stderr).contains("it is no dossier"));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_cleanly() {
    let (_base, root) = dossier();
    let mut serving = Serving::start(&root);
    // An open stream must not keep it.
    let mut events = serving.events();
    events.next();
    // The signals are caught once the server runs, and an answered request shows that it does.
    Command::new("kill").args(["-INT", &serving.child.id().to_string()]).status().unwrap();
    let until = Instant::now() + DEADLINE;
    let status = loop {
        if let Some(status) = serving.child.try_wait().unwrap() {
            break status;
        }
        assert!(Instant::now() < until, "it still runs");
        std::thread::sleep(Duration::from_millis(20));
    };
    assert_eq!(status.code(), Some(0));
    serving.says("Stopped");
}
