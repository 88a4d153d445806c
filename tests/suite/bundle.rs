//! A bundle holds what its subject rests on, all of it and nothing private, whatever the dossier looks like.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use redstring::model::EntityId;
use redstring::pipeline::{Edition, Unwatched, Wishes};

/// The one place that uses the library: the bundle of an entity, and the ids of its exhibits, in order.
fn bundle(root: &Path, id: &str) -> Option<(String, Vec<String>)> {
    let edition = Edition::read(root, &Wishes::default(), &Unwatched).unwrap().value;
    let (page, grounds) = edition.bundle(&EntityId::new(id)).unwrap()?;
    Some((page.html, grounds.exhibits.iter().map(|exhibit| exhibit.id.to_string()).collect()))
}

fn write(root: &Path, files: &[(String, String)]) {
    for (path, text) in files {
        let path = root.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start).filter_map(|(at, _)| html[at + start.len()..].split('"').next()).collect()
}

/// What holds of every bundle.
#[track_caller]
fn assert_sound(html: &str, exhibits: &[String]) {
    let body = html.split("<body").nth(1).unwrap();
    let ids: Vec<&str> = values(body, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice: {ids:?}");
    for href in values(body, "href") {
        match href.strip_prefix('#') {
            Some(id) => assert!(known.contains(id), "`{href}` leads nowhere in {known:?}"),
            None => assert!(href.starts_with("https://"), "`{href}` leads out of the file"),
        }
    }
    for src in values(body, "src") {
        assert!(src.starts_with("data:image/"), "{src}");
    }
    for tag in body.split('<').filter(|tag| tag.contains("class=\"citation\"")) {
        assert!(tag.contains("href=\"#part.exhibit-"), "a citation of no exhibit: {tag}");
    }
    for number in 1..=exhibits.len() {
        assert!(known.contains(format!("part.exhibit-{number}").as_str()), "exhibit {number} is not there");
    }
    assert!(!known.contains(format!("part.exhibit-{}", exhibits.len() + 1).as_str()));
    assert!(!html.to_lowercase().contains("qzx"), "private words went out");
}

/// A page of a drawn dossier: what it says of others is by their numbers.
#[derive(Debug, Clone)]
struct Drawn {
    private: bool,
    /// Relations to claims, events and people, and to sources.
    tied: Vec<usize>,
    sourced: Vec<usize>,
    /// Sources in its text, and a page that is shown in it.
    cited: Vec<usize>,
    linked: Vec<usize>,
    shown: Option<usize>,
}

/// People, events, claims and sources, so many of each.
const OF_EACH: usize = 4;
const FOLDERS: [&str; 4] = ["people", "events", "claims", "sources"];
const RELATIONS: [&str; 4] = ["related_to", "participants", "about", "related_to"];

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let some = || prop::collection::vec(0..OF_EACH * 4, 0..3);
    let sources = || prop::collection::vec(0..OF_EACH, 0..3);
    let page =
        (prop::bool::weighted(0.2), some(), sources(), sources(), some(), prop::option::of(0..OF_EACH * 4));
    let page = page.prop_map(|(private, tied, sourced, cited, linked, shown)| Drawn {
        private,
        tied,
        sourced,
        cited,
        linked,
        shown,
    });
    prop::collection::vec(page, OF_EACH * 4)
}

fn name(nth: usize) -> String {
    format!("{}-{}", FOLDERS[nth / OF_EACH].trim_end_matches('s'), nth % OF_EACH)
}

fn source(nth: usize) -> String {
    name(OF_EACH * 3 + nth)
}

fn file(nth: usize, page: &Drawn) -> (String, String) {
    let kind = nth / OF_EACH;
    let mut text = String::from("---\n");
    if page.private {
        text.push_str("publish: false\ntitle: Qzxtitle\nsummary: qzxsummary\n");
    } else {
        let _ = writeln!(text, "title: The {}", name(nth));
    }
    let list = |names: Vec<String>| {
        names.iter().map(|name| format!("\"[[{name}]]\"")).collect::<Vec<_>>().join(", ")
    };
    let tied: BTreeSet<usize> = page.tied.iter().copied().filter(|other| *other != nth).collect();
    let _ = writeln!(text, "{}: [{}]", RELATIONS[kind], list(tied.into_iter().map(name).collect()));
    let sourced: BTreeSet<usize> =
        page.sourced.iter().copied().filter(|other| OF_EACH * 3 + other != nth).collect();
    let sourced = list(sourced.into_iter().map(source).collect());
    let relation = match FOLDERS[kind] {
        "claims" => "reported_by",
        "sources" => "based_on",
        "events" => "documented_by",
        _ => "sources",
    };
    let _ = writeln!(text, "{relation}: [{sourced}]\n---");
    for cited in &page.cited {
        let _ = writeln!(text, "Words [@{}, para. 4]. %%qzxcomment%%\n", source(*cited));
        if FOLDERS[kind] == "claims" {
            let _ = writeln!(text, "> [!supports] [@{}]\n> “quoted”\n", source(*cited));
        }
    }
    for linked in &page.linked {
        let _ = writeln!(text, "See [[{}]] and a note {{>>on [[{}]]<<}}.\n", name(*linked), name(*linked));
    }
    if let Some(shown) = page.shown {
        let _ = writeln!(text, "![[{}]]", name(shown));
    }
    (format!("{}/{}.md", FOLDERS[kind], name(nth)), text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_citation_has_its_exhibit_and_no_exhibit_is_uncited(pages in drawn()) {
        let folder = tempfile::tempdir().unwrap();
        let files: Vec<_> = pages.iter().enumerate().map(|(nth, page)| file(nth, page)).collect();
        write(folder.path(), &files);
        let edition = Edition::read(folder.path(), &Wishes::default(), &Unwatched).unwrap().value;
        for (nth, page) in pages.iter().enumerate() {
            let made = edition.bundle(&EntityId::new(&name(nth))).unwrap();
            prop_assert_eq!(made.is_none(), page.private, "what is private has no bundle, what is published has one");
            let Some((made, grounds)) = made else { continue };
            let exhibits: Vec<String> = grounds.exhibits.iter().map(|exhibit| exhibit.id.to_string()).collect();
            assert_sound(&made.html, &exhibits);
            // Each exhibit but the subject itself is named by a part that is there.
            let parts = || grounds.sections.iter().chain(&grounds.exhibits);
            for exhibit in &grounds.exhibits {
                let named = parts().any(|part| part.sources.contains(&exhibit.id));
                prop_assert!(named || exhibit.id == grounds.sections[0].id, "{} is uncited", exhibit.id);
            }
            // Spelled out: what a published page of the bundle cites or rests on, and is published, is an exhibit.
            for part in parts() {
                let nth = (0..pages.len()).find(|nth| name(*nth) == part.id.to_string()).unwrap();
                let named = pages[nth].sourced.iter().chain(&pages[nth].cited);
                for wanted in named.filter(|source| !pages[OF_EACH * 3 + **source].private).map(|nth| source(*nth)) {
                    prop_assert!(exhibits.contains(&wanted), "{} names {wanted}, which is no exhibit", part.id);
                }
            }
        }
    }
}

#[test]
fn exhibits_are_numbered_as_they_are_first_named_and_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        (
            "claims/lie.md",
            "---\ntitle: A lie\nsaid_by: \"[[ada]]\"\nsources: [\"[[late]]\"]\n---\nSee [@gazette, p. 2] and [@diary].",
        ),
        ("people/ada.md", "---\ntitle: Ada\n---\nShe wrote [@diary, p. 1]."),
        ("sources/gazette.md", "---\nbased_on: \"[[wire]]\"\n---\n"),
        ("sources/diary.md", "---\nurl: https://example.org/diary\n---\n"),
        ("sources/late.md", "---\n---\n"),
        ("sources/wire.md", "---\n---\n"),
        ("sources/unused.md", "---\n---\n"),
    ];
    let files: Vec<_> = files.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    write(folder.path(), &files);
    let (html, exhibits) = bundle(folder.path(), "lie").unwrap();
    assert_eq!(exhibits, ["late", "gazette", "diary", "wire"]);
    assert_sound(&html, &exhibits);
    assert!(html.contains("Exhibit\u{a0}2,\u{a0}p.\u{a0}2</a>"), "{html}");
    assert!(html.contains(">https://example.org/diary</a>"), "addresses are written out");
    assert_eq!(bundle(folder.path(), "lie").unwrap().0, html);
    let (html, exhibits) = bundle(folder.path(), "ada").unwrap();
    assert_eq!(exhibits, ["diary", "late", "gazette", "wire"]);
    assert!(html.contains("A lie"), "what she said is told with her");
    assert_eq!(bundle(folder.path(), "nobody"), None);
}

#[test]
fn copies_and_pictures_are_in_the_file_only_where_the_site_publishes_them() {
    let folder = tempfile::tempdir().unwrap();
    let page = |publish: bool, file: &str| format!("---\nfile: {file}\npublish_copy: {publish}\n---\n");
    let files = [
        (
            "claims/lie.md".to_owned(),
            "---\ntitle: A lie\n---\n[@open] [@shut] [@scan] [@held]\n\n![A drawing](map.svg)\n".to_owned(),
        ),
        ("sources/open.md".to_owned(), page(true, "open.txt")),
        ("sources/open.txt".to_owned(), "Plainly said.\n".to_owned()),
        ("sources/shut.md".to_owned(), page(false, "shut.txt")),
        ("sources/shut.txt".to_owned(), "qzxshut\n".to_owned()),
        ("sources/scan.md".to_owned(), page(true, "scan.svg")),
        ("sources/scan.svg".to_owned(), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_owned()),
        ("sources/held.md".to_owned(), page(false, "held.svg")),
        (
            "sources/held.svg".to_owned(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>held</text></svg>".to_owned(),
        ),
        ("claims/map.svg".to_owned(), "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>".to_owned()),
    ];
    write(folder.path(), &files);
    let (html, exhibits) = bundle(folder.path(), "lie").unwrap();
    assert_sound(&html, &exhibits);
    assert!(html.contains("Plainly said."), "the copy that goes out is in the file");
    assert_eq!(
        html.matches("src=\"data:image/svg+xml;base64,").count(),
        2,
        "the scan that goes out, and the drawing"
    );
    assert!(!html.contains("PHRleHQ+aGVsZDwv"), "the scan that is held back");
}
