//! Which statements a body has, and what each cites.

use super::*;
use crate::parse::markdown::body_events;

/// Each statement with what it cites: `words < a b`.
fn statements(text: &str) -> Vec<String> {
    let events = body_events(text, "content", RawHtml::default());
    let Paragraphs { paragraphs, lists } = read(&events, text, "content", RawHtml::default());
    let found = paragraphs.iter().map(|paragraph| {
        let words = text[paragraph.words.range()].split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        let cited = paragraph.cited.iter().flat_map(|list| &lists[*list as usize]);
        let cited: Vec<_> = cited.map(ToString::to_string).collect();
        format!("{words} < {}", cited.join(" "))
    });
    found.collect()
}

#[test]
fn a_statement_is_what_a_reader_takes_for_one() {
    for (text, expected) in [
        ("One two [@a].\n\nThree four.", &["One two < a", "Three four. < "][..]),
        ("# Head line [@a]\n\n```\ncode words\n```\n\n![[page]]\n\n---", &[]),
        (
            "- One two [@a]\n\n  More of it.\n- Three four\n  - Five six [@b]",
            &["One two < a", "Five six < b", "Three four < "],
        ),
        (
            "- [[one]]\n- [[two|label]], [three](https://a.example)\n- [[one]] with words",
            &["[[one]] with < "],
        ),
        ("- [ ] a task\n- [x] done [@a]", &[]),
        (
            "| a | b |\n|---|---|\n| one two [@a] | three |\n| four five | six |",
            &["one two < a", "four five < "],
        ),
        ("| a [@a] | b |\n|---|---|\n| one two | three [@b] |", &["one two < b a"]),
        ("> One two\n>\n> - three [@a]", &["One two < a"]),
        ("> One two\n\n[@a]", &["One two < a"]),
        ("> One two\n\n[@a] says more.", &["One two < a", "[@a] says < a"]),
        ("> One two\n\nMore words [@a].", &["One two < ", "More words < a"]),
    ] {
        assert_eq!(statements(text), expected, "{text}");
    }
}

#[test]
fn what_is_attached_to_a_statement_cites_for_it() {
    for (text, expected) in [
        ("One {==two==}{>>see [@a]<<} three.", &["One {==two==}{>>see < a"][..]),
        ("{==One==}{>>why<<}", &["{==One==}{>>why<<} < "]),
        ("One two.[^n]\n\n[^n]: Why so [@a].\n\n    - and [@b]", &["One two. < a b"]),
        ("> [!note] Title [@a]\n> One two.\n>\n> Three four [@b].", &["One two. < a", "Three four < b a"]),
        ("> [!supports] [@a]\n> > “One two”", &["“One two” < a"]),
        ("These are listed [@a]:\n\n- One two\n- Three four [@b]", &["One two < a", "Three four < b a"]),
        ("So it stands:\n\n> One two [@a]", &["One two < a"]),
        ("So it stands:\n\nOne two [@a].", &["So it < ", "One two < a"]),
        ("- On this:\n  - one two [@a]", &["one two < a"]),
        ("It ends here:", &["It ends < "]),
    ] {
        assert_eq!(statements(text), expected, "{text}");
    }
}

#[test]
fn what_is_cited_for_many_statements_is_kept_once() {
    let rows = "| one two | three |\n".repeat(50);
    let text =
        format!("| a [@a; @b] | c [@c] |\n|---|---|\n{rows}\nWords.[^n]\n\nMore.[^n]\n\n[^n]: [@d] and [@e]");
    let events = body_events(&text, "content", RawHtml::default());
    let found = read(&events, &text, "content", RawHtml::default());
    assert_eq!(found.lists.iter().map(|list| list.len()).collect::<Vec<_>>(), [3, 2]);
    let covered = |key: &str| found.covered(|target| target.to_string() == key).filter(|(_, is)| *is).count();
    assert_eq!(["b", "e", "f"].map(covered), [50, 2, 0]);
}
