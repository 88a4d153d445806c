//! Whatever a file holds: no panic, no stack overflow, no explosion, and the same outcome twice.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use redstring::pipeline::{Edition, Unwatched, Wishes};
use redstring::report::{Appearance, Format, report};

/// What became of a dossier: its pages by path, and all that is said about it.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    pages: BTreeMap<String, String>,
    said: [String; 3],
}

/// Write these files, read the dossier, make all its pages, report all its problems: the one place that uses the library.
fn outcome(files: &[(&str, &str)]) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let checked = Edition::read(folder.path(), &Wishes::default(), &Unwatched).unwrap();
    let (edition, mut problems) = (checked.value, checked.diagnostics);
    let mut pages = BTreeMap::new();
    for address in edition.addresses() {
        match edition.page(address) {
            Ok(page) => drop(pages.insert(page.file, page.html)),
            Err(problem) => problems.push(*problem),
        }
    }
    let said = [Format::Text, Format::Json, Format::Github].map(|format| {
        report(&problems, &edition, format, &Appearance { width: 80, ..Appearance::default() })
    });
    Outcome { pages, said }
}

/// The same twice; and the pages are closed, whatever is on them.
fn holds(files: &[(&str, &str)]) -> Outcome {
    let first = outcome(files);
    assert_eq!(first, outcome(files), "the outcome differs from one time to the next");
    for (path, html) in &first.pages {
        assert!(html.trim_end().ends_with("</html>"), "{path} is cut off");
        for tag in ["main", "article", "table", "blockquote", "ul", "p", "a", "mark", "aside", "pre"] {
            let count = |start: &str| {
                html.match_indices(start)
                    .filter(|(at, _)| !html[at + start.len()..].starts_with(char::is_alphanumeric))
                    .filter(|(at, _)| !html[at + start.len()..].starts_with('-'))
                    .count()
            };
            assert_eq!(count(&format!("<{tag}")), count(&format!("</{tag}")), "<{tag}> in {path}:\n{html}");
        }
        assert!(!html.contains("<script>alert"), "a script of the content's own in {path}");
    }
    first
}

/// Text from the pieces that mean something, so that they meet each other.
fn pieces(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

const BODY: &[&str] = &[
    "a ",
    "é",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "# ",
    "## H\n",
    "> ",
    "> [!note] ",
    "> [!private]\n",
    "- ",
    "1. ",
    "- [x] ",
    "| a | b |\n|---|---|\n",
    "| ",
    "\\|",
    "`",
    "```\n",
    "~~~",
    "*",
    "**",
    "_",
    "~~",
    "[[",
    "]]",
    "[[ada",
    "|",
    "#",
    "![[",
    "[",
    "](",
    ")",
    "![",
    "[@",
    "@s",
    "; ",
    "]",
    "[^1]",
    "[^1]: ",
    "{==",
    "==}",
    "{>>",
    "<<}",
    "%%",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<div>",
    "</div>",
    "<script>alert(1)</script>",
    "<a href=\"javascript:x\">",
    "</a>",
    "<table>",
    "</p>",
    "https://example.org/",
    "www.x.org",
    "\\",
    "&amp;",
    "&#0;",
    "\u{202e}",
    "\u{0}",
    "---\n",
    "***\n",
    ": ",
    "ada.md",
    "\r",
];

const FIELDS: &[&str] = &[
    "title",
    "id",
    "publish",
    "private",
    "aliases",
    "tags",
    "date",
    "born",
    "works_for",
    "sources",
    "image",
    "related_to",
    "redirects_from",
    "updated",
    "kind",
    ": ",
    ":",
    "\n",
    " ",
    "  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "|\n",
    ">\n",
    "[[",
    "]]",
    "@",
    "%%",
    "---\n",
    "...\n",
    "true",
    "no",
    "2017-02-30",
    "1900~",
    "ada",
    "é",
    "\t",
    "person",
    "to",
    "x.html",
    "<<",
    "? ",
    "\\",
    "\u{feff}",
];

const SETTINGS: &[&str] = &[
    "title",
    "base_url",
    "[kinds.",
    "ship",
    "]\n",
    "[relations.",
    "[rules]\n",
    "[fields]\n",
    "[home]\n",
    "folder",
    "dates",
    "label",
    "inverse",
    "from",
    "to",
    " = ",
    "\"",
    "\"x\"",
    "\"people\"",
    "[",
    "]",
    ",",
    "true",
    "\n",
    "#",
    "broken-link",
    "\"off\"",
    "private_folders",
    "template",
    "\"entity.html\"",
    "'",
    "\\",
    "é",
    "1",
    "{",
    "}",
    "publish_by_default",
    ".",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_body(body in pieces(BODY)) {
        let page = format!("---\ntitle: Ada\n---\n{body}");
        let other = format!("---\ntitle: Eve\nrelated_to: ada\n---\n[[ada]] ![[ada]]\n{body}");
        holds(&[("content/people/ada.md", &page), ("content/people/eve.md", &other), ("content/sources/s.md", "---\ntitle: S\n---\n")]);
    }

    #[test]
    fn any_front_matter(fields in pieces(FIELDS), body in "[ -~é]{0,20}") {
        let page = format!("---\n{fields}\n---\n{body}");
        holds(&[("content/people/ada.md", &page), ("content/people/eve.md", "---\ntitle: Eve\n---\n[[ada]]\n")]);
    }

    #[test]
    fn any_settings(settings in pieces(SETTINGS)) {
        holds(&[("site.toml", &settings), ("content/people/ada.md", "---\ntitle: Ada\nborn: 1871\n---\n")]);
    }

    #[test]
    fn any_text_at_all(text in "\\PC{0,80}", more in "(?s).{0,80}") {
        let both = format!("{text}\n{more}");
        holds(&[("content/people/ada.md", &both), ("content/index.md", &more)]);
    }

    #[test]
    fn a_name_means_the_same_in_any_case_and_form(name in "[a-zA-Zé\u{fc}ßøΣ ]{1,12}[a-z]") {
        use unicode_normalization::UnicodeNormalization;
        let name = name.trim();
        let page = format!("---\nid: target\ntitle: {name}\n---\n");
        for written in [name.to_uppercase(), name.to_lowercase(), name.nfd().collect(), format!(" {name} "), name.replace(' ', "  ")] {
            let link = format!("---\nid: other\ntitle: Other one\n---\n[[{written}]]\n");
            let made = outcome(&[("content/people/a.md", &page), ("content/people/b.md", &link)]);
            prop_assert!(made.pages["people/other.html"].contains("href=\"target.html\""), "[[{}]] for {}\n{}", written, name, made.said[0]);
        }
    }

    #[test]
    fn an_id_beats_a_title_and_a_title_an_alias(order in Just(["a", "b", "c"]).prop_shuffle()) {
        let pages = [
            "---\nid: name\ntitle: One\n---\n",
            "---\nid: two\ntitle: Name\n---\n",
            "---\nid: three\ntitle: Three\naliases: [NAME]\n---\n",
        ];
        for (first, meant) in [(0, "name"), (1, "two"), (2, "three")] {
            let mut files: Vec<_> = (first..3).map(|at| (format!("content/people/{}.md", order[at]), pages[at])).collect();
            files.push(("content/people/z.md".into(), "---\nid: reader\ntitle: Reader\n---\n[[name]]\n"));
            let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
            let made = outcome(&files);
            let link = format!("<p><a class=\"link\" href=\"{meant}.html\"");
            prop_assert!(made.pages["people/reader.html"].contains(&link), "{}", made.pages["people/reader.html"]);
        }
    }
}

/// Bodies of a size and shape that no person writes. Each is so large that work which grows with its square would
/// take many minutes, and so deep that recursion would end the program; the test threads have the default stack.
mod hostile {
    use super::outcome;

    fn body(text: &str) -> String {
        let page = format!("---\ntitle: Ada\n---\n{text}");
        let made = outcome(&[
            ("content/people/ada.md", &page),
            ("content/people/eve.md", "---\ntitle: Eve\n---\n[[ada]]\n"),
        ]);
        made.pages["people/ada.html"].clone()
    }

    #[test]
    fn one_line_of_ten_megabytes() {
        assert!(body(&"word ".repeat(2_000_000)).len() > 9_000_000);
    }

    #[test]
    fn a_hundred_thousand_headings() {
        assert!(body(&"# Same\n\n".repeat(100_000)).contains("same-100000"));
    }

    #[test]
    fn a_hundred_thousand_links() {
        assert_eq!(body(&"[[eve]]\n".repeat(100_000)).matches("href=\"eve.html\"").count() / 100_000, 1);
    }

    #[test]
    fn thirty_thousand_broken_links() {
        body(&"[[nobody]] ".repeat(30_000));
    }

    #[test]
    fn a_hundred_thousand_annotations_in_one_paragraph() {
        assert_eq!(body(&"{==a==} ".repeat(100_000)).matches("<mark").count(), 100_000);
    }

    #[test]
    fn a_hundred_thousand_remarks_in_one_paragraph() {
        body(&"{==a==}{>>b<<} ".repeat(100_000));
    }

    #[test]
    fn a_hundred_thousand_footnotes() {
        let notes: String = (0..100_000).map(|n| format!("a[^{n}]\n\n[^{n}]: b\n\n")).collect();
        body(&notes);
    }

    #[test]
    fn thirty_thousand_citations() {
        body(&"[@eve, p. 1] ".repeat(30_000));
    }

    #[test]
    fn a_hundred_thousand_comments_in_lines() {
        assert!(!body(&"a %%secret%% b\n".repeat(100_000)).contains("secret"));
    }

    #[test]
    fn openings_that_never_close() {
        for opening in [
            "[[", "![[", "{==", "{>>", "%%", "[@", "[^", "<!--", "`", "*", "_", "~~", "[", "![", "<", "<a ",
            "&", "\\",
        ] {
            body(&opening.repeat(30_000));
            body(&format!("{opening}a ").repeat(20_000));
            body(&format!("a {opening}\n\n").repeat(20_000));
        }
    }

    #[test]
    fn a_megabyte_of_percent_signs() {
        body(&"%".repeat(1_000_000));
    }

    #[test]
    fn ten_thousand_levels_deep() {
        for (open, close) in [
            (">", ""),
            ("> ", ""),
            ("- ", ""),
            ("[", "]"),
            ("*a ", "*"),
            ("**", "**"),
            ("[[", "]]"),
            ("{==", "==}"),
            ("> [!note]\n", ""),
        ] {
            body(&format!("{}x{}\n", open.repeat(10_000), close.repeat(10_000)));
        }
        let stairs: String = (0..2_000).map(|level| format!("{}- x\n", "  ".repeat(level))).collect();
        body(&stairs);
        body(&format!("{}x{}", "<div>".repeat(10_000), "</div>".repeat(10_000)));
        body(&"<b>x\n\n".repeat(10_000));
    }

    #[test]
    fn a_table_of_a_million_cells() {
        body(&format!(
            "{}\n{}\n{}",
            "|a".repeat(1000),
            "|-".repeat(1000),
            format!("{}\n", "|b".repeat(1000)).repeat(1000)
        ));
    }

    #[test]
    fn front_matter_of_a_hundred_thousand_items() {
        let page = format!(
            "---\ntitle: Ada\naliases: [{}]\ntags: [{}]\n---\n",
            "x, ".repeat(100_000),
            "y, ".repeat(100_000)
        );
        outcome(&[("content/people/ada.md", &page)]);
        let fields: String = (0..20_000).map(|n| format!("field{n}: x\n")).collect();
        outcome(&[("content/people/ada.md", &format!("---\n{fields}---\n"))]);
    }

    #[test]
    fn yaml_ten_thousand_levels_deep() {
        for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")] {
            let page = format!("---\ntitle: {}x{}\n---\n", open.repeat(10_000), close.repeat(10_000));
            assert!(!outcome(&[("content/people/ada.md", &page)]).pages.contains_key("people/ada.html"));
        }
    }

    #[test]
    fn toml_ten_thousand_levels_deep() {
        for (open, close) in [("[", "]"), ("{a=", "}")] {
            outcome(&[("site.toml", &format!("title = {}1{}\n", open.repeat(10_000), close.repeat(10_000)))]);
        }
    }

    #[test]
    fn transclusions_that_double_at_each_step() {
        let pages: Vec<_> = (0..30)
            .map(|n| {
                (
                    format!("content/p{n}.md"),
                    format!("---\ntitle: P {n}\n---\n![[p{m}]]\n\n![[p{m}]]\n", m = n + 1),
                )
            })
            .chain([("content/p30.md".to_owned(), "---\ntitle: P 30\n---\nend\n".to_owned())])
            .collect();
        let pages: Vec<_> = pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        outcome(&pages);
    }
}
