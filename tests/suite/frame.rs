//! What stands around pages is drawn once for many, and is still right on each of them.

use redstring::link::PageAddress;
use redstring::pipeline::{Edition, Unwatched, Wishes};

/// A dossier with pages in folders of several depths, below every entry of the navigation.
const FILES: &[(&str, &str)] = &[
    (
        "site.toml",
        "title = \"Harbour\"\ndescription = \"On a crane.\"\nbase_url = \"https://example.org/harbour/\"\n",
    ),
    ("content/index.md", "---\ntitle: Start\nupdated: 2020-01-01\n---\n[[ada]]\n"),
    ("content/method.md", "---\ntitle: Method\n---\nWords.\n"),
    (
        "content/people/ada.md",
        "---\ntitle: Ada\nborn: 1950\nworks_for: harbour\ntags: [port]\nredirects_from: [a/b/c/ada.html]\ncorrections:\n  - {date: 2018-01-01, what: A year.}\n---\n",
    ),
    ("content/people/eve.md", "---\ntitle: Eve\ntags: [port]\n---\n[[ada]]\n"),
    ("content/organisations/harbour.md", "---\ntitle: The harbour\n---\n"),
    ("content/events/crane.md", "---\ntitle: The crane\ndate: 2017-12-01\nparticipants: [ada]\n---\n"),
    ("content/sources/daily.md", "---\ntitle: The Daily\npublished: 2017-12-02\n---\n"),
    ("content/claims/fell.md", "---\ntitle: It fell\nsaid_by: ada\nsources: [daily]\n---\n"),
];

fn dossier(further: &[(&str, &str)]) -> (tempfile::TempDir, Edition) {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in FILES.iter().chain(further) {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let edition = Edition::read(root.path(), &Wishes::default(), &Unwatched).unwrap().value;
    (root, edition)
}

/// Of the pages that have the same around them, once the first draws it and once the last.
#[test]
fn it_makes_no_difference_for_which_page_it_is_drawn() {
    let (_first, forwards) = dossier(&[]);
    let (_second, backwards) = dossier(&[]);
    let addresses = forwards.addresses();
    let made: Vec<_> = addresses.iter().map(|address| forwards.page(address).unwrap()).collect();
    let mut again: Vec<_> = addresses.iter().rev().map(|address| backwards.page(address).unwrap()).collect();
    again.reverse();
    assert!(made.len() > 25, "{}", made.len());
    for (made, again) in made.iter().zip(&again) {
        assert_eq!(made, again, "{}", made.file);
    }
    let currents = |file: &str| {
        let page = made.iter().find(|page| page.file == file).unwrap();
        page.html.matches("aria-current=\"true\"").count()
    };
    assert_eq!(currents("people/ada.html"), 1);
    assert_eq!(currents("index.html"), 0);
}

#[test]
fn a_dossier_can_draw_its_own() {
    let frame = "{% block feeds %}{% endblock %}{% block theme %}{% endblock %}{% block masthead %}\n<p>{{ root }}|{{ site.title }}</p>{% endblock %}{% block colophon %}{% endblock %}{% block imprint %}{% endblock %}";
    let (_root, edition) = dossier(&[("templates/frame.html", frame)]);
    let problems = edition.check(&Unwatched);
    assert_eq!(problems, []);
    // A page that leads elsewhere has nothing around it.
    let addresses = edition.addresses();
    for address in addresses.iter().filter(|address| !matches!(address, PageAddress::Redirect(..))) {
        let page = edition.page(address).unwrap();
        let root = if page.file == "404.html" {
            "/harbour/".to_owned()
        } else {
            "../".repeat(page.file.matches('/').count())
        };
        let mark = format!("<p>{root}|Harbour</p>");
        assert_eq!(page.html.matches(&mark).count(), 1, "{}", page.file);
    }
}

#[test]
fn a_base_of_its_own_needs_nothing_that_is_drawn_once() {
    let base = "{% for item in nav %}[{{ item.href }}{% if item.current %}!{% endif %}]{% endfor %}{% block title %}{% endblock %}{% block head %}{% endblock %}{% block main %}{% endblock %}{% block policy %}{% endblock %}";
    let (_root, edition) = dossier(&[("templates/base.html", base)]);
    let pages: Vec<_> = edition.addresses().iter().map(|address| edition.page(address).unwrap()).collect();
    let ada = pages.iter().find(|page| page.file == "people/ada.html").unwrap();
    assert!(ada.html.contains("[index.html!][../organisations/index.html]"), "{}", ada.html);
}

#[test]
fn what_hangs_on_one_page_is_told_at_its_place_in_the_template_once() {
    let frame = "{% block feeds %}{% endblock %}{% block theme %}{% endblock %}{% block masthead %}{{ page.title }}{% endblock %}{% block colophon %}{% endblock %}{% block imprint %}{% endblock %}";
    let (_root, edition) = dossier(&[("templates/frame.html", frame)]);
    let problems = edition.check(&Unwatched);
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    let place = problem.place.as_ref().unwrap();
    assert_eq!(place.path.as_str(), "templates/frame.html");
    let span = place.span.unwrap();
    assert_eq!(frame.get(span.range()), Some("page"), "{span:?}");
}
