//! A dossier with much of everything: no file of its site is too large, and what stands on several pages stands there
//! whole, each thing once, with ways from page to page.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use redstring::export::Content;
use redstring::pipeline::{Edition, Unwatched, Wishes};
use redstring::text::Severity;

/// How many there are of each sort: so many that each list would be larger than a page may be.
const MANY: usize = 1_000;

/// What no file of a site may be larger than.
const LARGEST: usize = 1_000_000;

/// The files that grow with the dossier: programs read them, not people, and each has to be whole.
const WHOLE: [&str; 4] = ["bibliography.bib", "bibliography.json", "calendar.ics", "sitemap.xml"];

/// Every page and file of the site, by path.
fn site() -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    let checked = Edition::read(folder.path(), &Wishes::default(), &Unwatched).unwrap();
    let errors = checked.diagnostics.iter().filter(|problem| problem.severity == Severity::Error);
    assert_eq!(errors.map(|error| &*error.message).collect::<BTreeSet<_>>(), BTreeSet::new());
    let edition = checked.value;
    edition.material.dossier.network_map();
    edition.material.citations.filed();
    let addresses = edition.addresses();
    let pages = addresses.par_iter().map(|address| {
        let page = edition.page(address).unwrap();
        (page.file, page.html)
    });
    let mut site: BTreeMap<String, String> = pages.collect();
    assert_eq!(site.len(), addresses.len(), "two pages have one address");
    for file in edition.files() {
        if let Content::Bytes(bytes) = edition.content(&file).unwrap() {
            site.insert(file.path().to_owned(), String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    site
}

fn write(root: &Path) {
    let put = |path: String, text: String| {
        let path = root.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    fs::write(root.join("site.toml"), "title = \"Wide\"\nbase_url = \"https://wide.example/\"\n").unwrap();
    let summary =
        "One of the many of whom it is told here what they did, when they did it, and who has seen them.";
    let mut club = "---\ntitle: The Club\nsources: paper-0\nrelated_to:\n".to_owned();
    let mut claim = "---\ntitle: The Claim\nsaid_by: hub\nreported_by:\n".to_owned();
    for nth in 0..MANY {
        let (year, month, day) = (1950 + nth % 70, 1 + nth % 12, 1 + nth % 28);
        let letter = char::from(b'A' + (nth % 26) as u8);
        put(
            format!("people/person-{nth}.md"),
            format!(
                "---\ntitle: {letter}ndrea Person {nth}\nsummary: {summary}\ntags: [common, tag {nth}]\nworks_for: {{to: hub, role: clerk of the {nth}th rank}}\n\
                 corrections: {{date: {year}-01-02, what: 'Number {nth} was somebody else, and has been corrected.'}}\n---\n\
                 It is said that [[hub]] knew of number {nth} for a long time [@paper-0, p. {nth}].\n"
            ),
        );
        put(
            format!("events/event-{nth}.md"),
            format!(
                "---\ntitle: Event {nth} of its year\nsummary: {summary}\ndate: {year}-{month:02}-{day:02}\nparticipants: [hub, person-{nth}]\n\
                 documented_by: paper-{nth}\n---\n"
            ),
        );
        put(
            format!("sources/paper-{nth}.md"),
            format!(
                "---\ntitle: {letter} Paper of number {nth} and of those after it\nsummary: {summary}\npublished: {year}\n---\n"
            ),
        );
        let _ = writeln!(club, "  - {{to: person-{nth}, note: since the {nth}th meeting}}");
        let _ = writeln!(claim, "  - {{to: paper-{nth}, note: on page {nth}}}");
    }
    for nth in 0..MANY / 4 {
        put(
            format!("claims/claim-{nth}.md"),
            format!(
                "---\ntitle: Claim {nth} of many\nsaid_by: person-{nth}\nabout: hub\nreported_by: paper-{nth}\n---\n"
            ),
        );
    }
    put("organisations/hub.md".into(), "---\ntitle: The Hub\nsources: paper-0\n---\n".into());
    put("organisations/club.md".into(), club + "---\n");
    put("claims/claim.md".into(), claim + "---\n");
}

/// What stands between two texts, each time.
fn between<'a>(html: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let after = html.match_indices(start).map(|(at, _)| &html[at + start.len()..]);
    after.filter_map(|rest| rest.split(end).next()).collect()
}

/// The pages of a list, as one comes from each to the next.
fn pages<'a>(site: &'a BTreeMap<String, String>, first: &str) -> Vec<&'a String> {
    let mut pages = Vec::new();
    let mut at = first.to_owned();
    loop {
        let html = site.get(&at).unwrap_or_else(|| panic!("there is no {at}"));
        pages.push(html);
        let next = html.split("rel=\"next\"").next().filter(|before| before.len() < html.len());
        let Some(href) = next.and_then(|before| before.rsplit("href=\"").next()) else { break };
        at = resolved(&at, href.trim_end_matches("\" "));
    }
    pages
}

/// Where a relative address leads from a file.
fn resolved(from: &str, href: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        if part == ".." {
            let _ = parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn nothing_is_too_large_and_nothing_is_lost() {
    let site = site();
    let large = site.iter().filter(|(path, text)| text.len() > LARGEST && !WHOLE.contains(&path.as_str()));
    let large: Vec<_> = large.map(|(path, text)| format!("{path}: {}", text.len())).collect();
    assert_eq!(large, [""; 0]);

    // Each of a list stands on one of its pages, and on one alone.
    for (first, start, count) in [
        ("people/index.html", "<p class=\"card-title\" data-no-preview>", MANY),
        ("events/by-date.html", "<p class=\"card-title\" data-no-preview>", MANY),
        ("tags/common.html", "<p class=\"card-title\" data-no-preview>", MANY),
        ("tags/index.html", "<a class=\"chip\" href=", MANY + 1),
        ("organisations/hub/timeline.html", "<p class=\"entry-title\" data-no-preview>", MANY),
        ("organisations/club/relations.html", "<li><a class=\"link\" href=", MANY),
        ("claims/claim/relations.html", "<li><a class=\"link\" href=", MANY + 1),
        ("bibliography.html", "<li id=\"source-", MANY),
        ("corrections.html", "<p class=\"gathered-page\">", MANY),
        ("ledger/sources.html", "<a class=\"chip\" href=", MANY),
        ("ledger.html", "<th scope=\"row\">", MANY / 4 + 1),
    ] {
        let listed: Vec<_> =
            pages(&site, first).into_iter().flat_map(|html| between(html, start, "</")).collect();
        let once: BTreeSet<_> = listed.iter().map(|item| item.replace("../", "")).collect();
        assert_eq!((listed.len(), once.len()), (count, count), "{first}");
    }

    // All who refer to a page: each once in each way.
    let html = &site["organisations/hub.html"];
    assert!(html.contains(&format!("All {MANY}: mentioned by")), "the page says how many there are");
    let titles = pages(&site, "organisations/hub/backlinks.html")
        .into_iter()
        .flat_map(|html| between(html, "<p class=\"backlink-title\">", "</p>"));
    // As an employer, by those who take part in events, in claims, and in texts.
    assert_eq!(titles.count(), MANY + MANY + MANY / 4 + 1 + MANY);

    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        check_page(&site, path, html);
    }
    let titles: BTreeSet<_> = pages(&site, "people/index.html")
        .iter()
        .flat_map(|html| between(html, "<title>", "</title>"))
        .collect();
    assert_eq!(titles.len(), MANY.div_ceil(400), "{titles:?}");
}

/// What holds of every page: it says where it is, and no way on it leads nowhere.
fn check_page(site: &BTreeMap<String, String>, path: &str, html: &str) {
    if path != "404.html" {
        let canonical = between(html, "<link rel=\"canonical\" href=\"https://wide.example/", "\"");
        assert_eq!(canonical, [if path == "index.html" { "" } else { path }], "{path}");
    }
    let leads_there = |href: &str| {
        let (file, anchor) = href.split_once('#').unwrap_or((href, ""));
        let file = file.split('?').next().unwrap_or_default();
        let to = if file.is_empty() { path.to_owned() } else { resolved(path, file) };
        let there = site.get(&to);
        there.is_some_and(|html| anchor.is_empty() || html.contains(&format!("id=\"{anchor}\"")))
    };
    // The ways of a list; those of the texts are held by other tests.
    for list in ["<ol class=\"pager-jumps\">", "<nav class=\"jumps\"", "<p class=\"onward\">"] {
        for part in between(html, list, "</ol>").into_iter().flat_map(|part| part.split("</nav>").next()) {
            let part = part.split("</p>\n<").next().unwrap_or_default();
            for href in between(part, "href=\"", "\"") {
                assert!(leads_there(href), "{path}: {href}");
            }
        }
    }
}
