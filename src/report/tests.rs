//! What every format must hold to: what it looks like, what it hides, what it survives.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::text::rules::{front_matter, identity, links, privacy};
use crate::text::{Place, Span};

const FORMATS: [Format; 3] = [Format::Text, Format::Json, Format::Github];

fn plain() -> Appearance<'static> {
    Appearance { width: 100, ..Appearance::default() }
}

fn masked() -> Appearance<'static> {
    Appearance { mask_private: true, ..plain() }
}

fn texts(files: &[(&str, &str)]) -> BTreeMap<ContentPath, Arc<str>> {
    files.iter().map(|(path, text)| (ContentPath::new(path), Arc::from(*text))).collect()
}

fn path(path: &str) -> ContentPath {
    ContentPath::new(path)
}

/// The first time these words stand in the text.
fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).expect("the words stand in the text");
    Span::new(at, at + words.len())
}

fn drawn(diagnostics: &[Diagnostic], files: &[(&str, &str)]) -> String {
    report(diagnostics, &texts(files), Format::Text, &plain())
}

const LEVY: &str = "---\ntitle: Ian Levy\nid: ian-levy\n---\n\nHé left [[nsc]] and joined [[ncsc]].\n";
const OTHER: &str = "---\nid: ian-levy\n---\n";

/// A broken link, a name used twice with a place in another file, and a problem of no place.
fn examples() -> Vec<Diagnostic> {
    let (a, b) = (path("content/people/ian-levy.md"), path("content/people/levy.md"));
    let first = Place { path: a.clone(), span: Some(span(LEVY, "ian-levy")) };
    vec![
        Diagnostic::new(&identity::DUPLICATE_ID, "two pages have the id `ian-levy`")
            .at(&b, span(OTHER, "ian-levy"))
            .caption("used again")
            .label(first, "first used here"),
        Diagnostic::new(&links::BROKEN_LINK, "no page is called `nsc`, 100% sure")
            .at(&a, span(LEVY, "[[nsc]]"))
            .caption("not found")
            .help("did you mean `ncsc`?")
            .help("or write content/organisations/nsc.md"),
        Diagnostic::new(&links::SELF_LINK, "the page links to itself").in_file(&a),
        Diagnostic::new(&front_matter::UNKNOWN_FIELD, "nothing to point at").help("look around"),
    ]
}

fn example_files() -> BTreeMap<ContentPath, Arc<str>> {
    texts(&[("content/people/ian-levy.md", LEVY), ("content/people/levy.md", OTHER)])
}

#[test]
fn text_shows_the_words_as_a_compiler_does() {
    let expected = r#"warning[R203 unknown-field]: nothing to point at
 |
 = help: look around

warning[R504 self-link]: the page links to itself
--> content/people/ian-levy.md

error[R501 broken-link]: no page is called `nsc`, 100% sure
 --> content/people/ian-levy.md:6:9
  |
6 | Hé left [[nsc]] and joined [[ncsc]].
  |         ^^^^^^^ not found
  |
  = help: did you mean `ncsc`?
  = help: or write content/organisations/nsc.md

error[R401 duplicate-id]: two pages have the id `ian-levy`
 --> content/people/levy.md:2:5
  |
2 | id: ian-levy
  |     ^^^^^^^^ used again
  |
 ::: content/people/ian-levy.md:3:5
  |
3 | id: ian-levy
  |     -------- first used here
"#;
    assert_eq!(report(&examples(), &example_files(), Format::Text, &plain()), expected);
}

#[test]
fn json_is_one_object_a_line() {
    let expected = r#"{"code":"R203","name":"unknown-field","severity":"warning","message":"nothing to point at","file":null,"line":null,"column":null,"end_line":null,"end_column":null,"byte_start":null,"byte_end":null,"caption":"","help":["look around"],"labels":[],"withheld":false}
{"code":"R504","name":"self-link","severity":"warning","message":"the page links to itself","file":"content/people/ian-levy.md","line":null,"column":null,"end_line":null,"end_column":null,"byte_start":null,"byte_end":null,"caption":"","help":[],"labels":[],"withheld":false}
{"code":"R501","name":"broken-link","severity":"error","message":"no page is called `nsc`, 100% sure","file":"content/people/ian-levy.md","line":6,"column":9,"end_line":6,"end_column":16,"byte_start":47,"byte_end":54,"caption":"not found","help":["did you mean `ncsc`?","or write content/organisations/nsc.md"],"labels":[],"withheld":false}
{"code":"R401","name":"duplicate-id","severity":"error","message":"two pages have the id `ian-levy`","file":"content/people/levy.md","line":2,"column":5,"end_line":2,"end_column":13,"byte_start":8,"byte_end":16,"caption":"used again","help":[],"labels":[{"file":"content/people/ian-levy.md","line":3,"column":5,"message":"first used here"}],"withheld":false}
"#;
    assert_eq!(report(&examples(), &example_files(), Format::Json, &plain()), expected);
}

#[test]
fn github_gets_one_command_a_line() {
    let expected = "\
::warning title=unknown-field (R203)::nothing to point at%0Ahelp: look around
::warning file=content/people/ian-levy.md,title=self-link (R504)::the page links to itself
::error file=content/people/ian-levy.md,line=6,col=9,endLine=6,endColumn=16,title=broken-link (R501)::\
no page is called `nsc`, 100%25 sure%0Ahelp: did you mean `ncsc`?%0Ahelp: or write content/organisations/nsc.md
::error file=content/people/levy.md,line=2,col=5,endLine=2,endColumn=13,title=duplicate-id (R401)::\
two pages have the id `ian-levy`%0Acontent/people/ian-levy.md:3:5: first used here
";
    assert_eq!(report(&examples(), &example_files(), Format::Github, &plain()), expected);
}

#[test]
fn words_over_several_lines_show_first_and_last() {
    let text = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";
    let found = Diagnostic::new(&privacy::UNCLOSED_COMMENT, "a comment is not closed")
        .at(&path("a.md"), Span::new(5, text.find("ten").expect("ten")))
        .caption("all this is hidden");
    let expected = r#"error[R304 unclosed-comment]: a comment is not closed
 --> a.md:2:2
  |
2 |   two
  |  __^
3 | | three
4 | | four
5 | | five
... |
8 | | eight
9 | | nine
  | |____^ all this is hidden
"#;
    assert_eq!(drawn(&[found], &[("a.md", text)]), expected);
}

#[test]
fn many_lines_show_the_first() {
    let text = "a line\n".repeat(5000);
    let found = Diagnostic::new(&privacy::UNCLOSED_COMMENT, "a comment is not closed")
        .at(&path("a.md"), Span::new(9, text.len()));
    let expected = r#"error[R304 unclosed-comment]: a comment is not closed
 --> a.md:2:3
  |
2 | a line
  |   ^^^^ from here to line 5000
"#;
    assert_eq!(drawn(&[found], &[("a.md", &text)]), expected);
}

#[test]
fn further_places_in_one_file_share_the_excerpt_when_near() {
    let text = format!("one\ntwo\nthree\n{}last\n", "\n".repeat(500));
    let place = |words: &str| Place { path: path("a.md"), span: Some(span(&text, words)) };
    let found = Diagnostic::new(&identity::DUPLICATE_ID, "twice")
        .at(&path("a.md"), span(&text, "three"))
        .label(place("one"), "near")
        .label(place("last"), "far")
        .label(Place { path: path("b.md"), span: None }, "whole file")
        .help("choose");
    let expected = r#"error[R401 duplicate-id]: twice
   --> a.md:3:1
    |
  1 | one
    | --- near
  2 | two
  3 | three
    | ^^^^^
    |
   ::: a.md:504:1
    |
504 | last
    | ---- far
    |
    = note: b.md: whole file
    = help: choose
"#;
    assert_eq!(drawn(&[found], &[("a.md", &text)]), expected);
}

#[test]
fn a_long_line_is_cut_around_the_words() {
    let text = format!("{}[[nsc]]{}", "é".repeat(5_000_000), "x".repeat(5_000_000));
    let at = span(&text, "[[nsc]]");
    let diagnostics: Vec<_> = (0..500)
        .map(|_| Diagnostic::new(&links::BROKEN_LINK, "no such page").at(&path("a.md"), at))
        .collect();
    let files = texts(&[("a.md", &text)]);
    for format in FORMATS {
        let all = report(&diagnostics, &files, format, &plain());
        assert!(all.len() < 500 * 500, "{format:?}: {}", all.len());
        assert!(format == Format::Text || all.contains("5000001"), "{format:?}");
    }
    let one = report(&diagnostics[..1], &files, Format::Text, &plain());
    assert!(one.contains("--> a.md:1:5000001\n"), "{one}");
    let lines: Vec<_> = one.lines().collect();
    let words = lines[3].chars().position(|character| character == '[');
    assert_eq!(words, lines[4].chars().position(|character| character == '^'), "{one}");
    assert_eq!(lines[4].matches('^').count(), "[[nsc]]".len());
}

#[test]
fn long_words_show_both_ends() {
    let text = format!("before START{}END after", "x".repeat(10_000_000));
    let found = Diagnostic::new(&links::BROKEN_LINK, "no such page")
        .at(&path("a.md"), Span::new("before ".len(), text.len() - " after".len()));
    let one = drawn(&[found], &[("a.md", &text)]);
    assert!(one.contains("STARTxxx") && one.contains("…") && one.contains("xxxEND"), "{one}");
    assert!(one.len() < 1000, "{}", one.len());
}

#[test]
fn long_messages_are_cut_for_people() {
    let words = "long ".repeat(1_000_000);
    let found = Diagnostic::new(&links::BROKEN_LINK, &words).caption(&words).help(&words);
    for format in [Format::Text, Format::Github] {
        assert!(report(std::slice::from_ref(&found), &texts(&[]), format, &plain()).len() < 4000);
    }
}

#[test]
fn off_is_not_shown_or_counted() {
    let mut found = examples();
    for diagnostic in &mut found {
        diagnostic.severity = Severity::Off;
    }
    for format in FORMATS {
        assert_eq!(report(&found, &example_files(), format, &plain()), "");
    }
    assert_eq!(summary(&found), "");
}

#[test]
fn the_summary_counts() {
    assert_eq!(summary(&examples()), "2 errors, 2 warnings in 2 files");
    assert_eq!(summary(&examples()[..1]), "1 error in 1 file");
    assert_eq!(summary(&examples()[3..]), "1 warning");
    assert_eq!(summary(&[]), "");
}

#[test]
fn colour_only_adds_escapes() {
    let coloured =
        report(&examples(), &example_files(), Format::Text, &Appearance { colour: true, ..plain() });
    assert!(coloured.contains("\u{1b}["));
    let stripped = anstream::adapter::strip_str(&coloured).to_string();
    assert_eq!(stripped, report(&examples(), &example_files(), Format::Text, &plain()));
}

#[test]
fn help_with_words_that_are_not_published_is_left_out_when_masked() {
    let mut problem = Diagnostic::new(&privacy::WITHHELD_LINK, "a message").help("open advice");
    problem.private_help.push("the nearest passage: SECRET".into());
    for format in FORMATS {
        let (local, public) = (
            report(std::slice::from_ref(&problem), &texts(&[]), format, &plain()),
            report(std::slice::from_ref(&problem), &texts(&[]), format, &masked()),
        );
        assert!(local.contains("SECRET") && local.contains("open advice"), "{local}");
        assert!(!public.contains("SECRET"), "{public}");
        assert!(public.contains("a message") && public.contains("open advice"), "{public}");
    }
}

#[test]
fn nothing_private_is_shown_when_masked() {
    let secret = "SECRET";
    let file = path("content/SECRET.md");
    let text = "a SECRET stands here\n";
    let place = Place { path: file.clone(), span: Some(span(text, secret)) };
    let everywhere = Diagnostic::new(&privacy::WITHHELD_LINK, "SECRET")
        .at(&file, span(text, secret))
        .caption("SECRET")
        .label(place, "SECRET")
        .label(Place { path: file.clone(), span: None }, "SECRET")
        .help("SECRET");
    let files = texts(&[("content/SECRET.md", text)]);
    let open = [everywhere.clone()];
    let private = [everywhere.private(true)];
    for format in FORMATS {
        assert!(report(&private, &files, format, &plain()).contains(secret));
        let hidden = report(&private, &files, format, &masked());
        assert!(!hidden.contains(secret), "{hidden}");
        assert!(
            hidden.contains("R303") && hidden.contains("withheld-link") && hidden.contains("--show-private")
        );
        assert!(report(&open, &files, format, &masked()).contains(secret), "only what is private is masked");
    }
    assert_eq!(
        report(&private, &files, Format::Text, &masked()),
        "warning[R303 withheld-link]: A published page links to a private one without a label of its own. \
         (details withheld where others may read: see your own terminal, or add --show-private)\n"
    );
    assert_eq!(
        report(&private, &files, Format::Github, &masked()),
        "::warning title=withheld-link (R303)::A published page links to a private one without a label of its own. \
         (details withheld where others may read: see your own terminal, or add --show-private)\n"
    );
}

#[test]
fn what_stands_around_the_words_is_not_shown_when_masked() {
    let text = "%% SECRET %%\nSECRET [[nsc]] SECRET\n%% SECRET %%\n[[a %% SECRET %%]]\n[[b]]\n";
    let broken = |words: &str| {
        Diagnostic::new(&links::BROKEN_LINK, "no such page")
            .at(&path("a.md"), span(text, words))
            .caption("this")
    };
    let lines = Diagnostic::new(&links::BROKEN_LINK, "lines").at(&path("a.md"), Span::new(0, text.len()));
    let near = Place { path: path("a.md"), span: Some(span(text, "[[b]]")) };
    let found =
        [lines, broken("[[nsc]]"), broken("[[a %% SECRET %%]]"), broken("[[nsc]]").label(near, "and this")];
    let shown = report(&found, &texts(&[("a.md", text)]), Format::Text, &masked());
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(shown.contains("2 | …[[nsc]]…\n  |  ^^^^^^^ this\n"), "{shown}");
    assert!(shown.contains("5 | [[b]]\n"), "{shown}");
}

#[test]
fn withheld_problems_do_not_stand_among_their_neighbours() {
    let at = |file: &str| Diagnostic::new(&links::BROKEN_LINK, "broken").in_file(&path(file));
    let found = [at("a.md").private(true), at("b.md")];
    let shown = report(&found, &texts(&[]), Format::Json, &masked());
    assert!(shown.find("b.md") < shown.find("show-private"), "{shown}");
}

#[test]
fn nothing_steers_the_terminal() {
    let evil = "\u{1b}[2J\u{9b}31m\u{202e}\u{2066}\r\u{7}\u{7f}\u{200b}\u{e0041}";
    let text = format!("{evil}\n{evil}[[nsc]]{evil}\n");
    let file = path(&format!("content/{evil}.md"));
    let found = Diagnostic::new(&links::BROKEN_LINK, evil)
        .at(&file, span(&text, "[[nsc]]"))
        .caption(evil)
        .label(Place { path: file.clone(), span: Some(Span::new(0, 3)) }, evil)
        .label(Place { path: file.clone(), span: None }, evil)
        .help(evil);
    let files = BTreeMap::from([(file, Arc::from(text.as_str()))]);
    for format in FORMATS {
        let shown = report(std::slice::from_ref(&found), &files, format, &plain());
        let raw = shown.chars().find(|character| *character != '\n' && visible::is_hidden(*character));
        assert_eq!(raw, None, "{shown}");
    }
    let json = report(&[found], &files, Format::Json, &plain());
    let read: serde_json::Value = serde_json::from_str(&json).expect("a JSON object");
    assert_eq!(read["message"], evil);
}

#[test]
fn a_message_cannot_pass_for_another_problem() {
    let found =
        Diagnostic::new(&links::BROKEN_LINK, "x\nerror[R999 fake]: y\n::error::z").help("a\n::error::b");
    for format in FORMATS {
        let shown = report(std::slice::from_ref(&found), &texts(&[]), format, &plain());
        assert!(shown.lines().skip(1).all(|line| line.starts_with(' ')), "{shown}");
    }
}

fn any_span() -> impl Strategy<Value = Option<Span>> {
    let small = (0usize..80, 0usize..80).prop_map(|(start, end)| Span::new(start, end));
    let wild = (any::<u32>(), any::<u32>()).prop_map(|(start, end)| Span { start, end });
    prop_oneof![6 => small.prop_map(Some), 1 => wild.prop_map(Some), 1 => Just(None)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn any_place_in_any_text_is_reported(
        text in prop_oneof!["(.|\n){0,60}", "[a東é\u{301}\t\n \u{1b}%]{0,60}", "(\n|é){0,300}"],
        place in any_span(),
        labels in prop::collection::vec((any_span(), any::<bool>(), "[a-z é\n]{0,12}"), 0..5),
        caption in "\\PC{0,12}",
        width in prop_oneof![0usize..200, any::<usize>()],
        colour: bool,
        mask_private: bool,
    ) {
        let (a, b) = (path("a.md"), path("b.md"));
        let mut found = Diagnostic::new(&links::BROKEN_LINK, &caption).caption(&caption);
        found.place = Some(Place { path: a.clone(), span: place });
        for (span, same, words) in labels {
            found = found.label(Place { path: if same { a.clone() } else { b.clone() }, span }, words);
        }
        let files = BTreeMap::from([(a, Arc::from(text.as_str())), (b, Arc::from(text.as_str()))]);
        for format in FORMATS {
            let shown = report(std::slice::from_ref(&found), &files, format, &Appearance { colour, width, mask_private, folder: "" });
            prop_assert!(shown.contains("R501") && shown.ends_with('\n'));
            prop_assert!(format == Format::Text || shown.lines().count() == 1);
        }
    }
}
