use super::{body, check, check_text};

fn mark(number: usize) -> String {
    format!(
        "<a class=\"note-mark\" id=\"note-mark-{number}\" href=\"#note-{number}\" aria-label=\"Note {number}\"><sup>{number}</sup></a>"
    )
}

fn note(number: usize, html: &str) -> String {
    format!(
        "<div class=\"margin-note\" id=\"note-{number}\"><a class=\"note-number\" href=\"#note-mark-{number}\" aria-label=\"Back to the text\">{number}</a> {html}</div>"
    )
}

fn noted(block: &str, label: &str, notes: &[String]) -> String {
    format!(
        "<div class=\"noted\">{block}<aside class=\"margin-notes\" aria-label=\"{label}\">{}</aside></div>",
        notes.concat()
    )
}

#[test]
fn remarks_stand_beside_their_block() {
    check_text(
        "a {==b *c*==}{>>d **e**<<} f\n\ng",
        &(noted(
            &format!("<p>a <mark class=\"annotated\">b <em>c</em></mark>{} f</p>", mark(1)),
            "Note 1",
            &[note(1, "<p>d <strong>e</strong></p>")],
        ) + "\n<p>g</p>"),
    );
    check_text("a {==b==} c", "<p>a <mark class=\"annotated\">b</mark> c</p>");
    check_text("a{>>b<<}", &noted(&format!("<p>a{}</p>", mark(1)), "Note 1", &[note(1, "<p>b</p>")]));
}

#[test]
fn footnotes_and_remarks_are_numbered_together() {
    check_text(
        "[^b]: B\n\na[^a] {>>r<<} b[^b] a[^a]\n\n[^a]: One\n\n    Two",
        &noted(
            &format!(
                "<p>a{} {} b{} a<a class=\"note-mark\" id=\"note-mark-1-2\" href=\"#note-1\" aria-label=\"Note 1\"><sup>1</sup></a></p>",
                mark(1),
                mark(2),
                mark(3)
            ),
            "Notes 1–3",
            &[note(1, "<p>One</p><p>Two</p>"), note(2, "<p>r</p>"), note(3, "<p>B</p>")],
        ),
    );
}

#[test]
fn notes_inside_notes_follow_them() {
    check_text(
        "a[^a] b{>>r<<}\n\n[^a]: x{>>y<<} [^c] [^a]\n\n[^c]: z",
        &noted(
            &format!("<p>a{} b{}</p>", mark(1), mark(2)),
            "Notes 1–4",
            &[
                note(
                    1,
                    &format!(
                        "<p>x{} {} <a class=\"note-mark\" id=\"note-mark-1-2\" href=\"#note-1\" aria-label=\"Note 1\"><sup>1</sup></a></p>",
                        mark(3),
                        mark(4)
                    ),
                ),
                note(2, "<p>r</p>"),
                note(3, "<p>y</p>"),
                note(4, "<p>z</p>"),
            ],
        ),
    );
}

#[test]
fn notes_hold_links_and_citations() {
    check(
        &[("page.md", "- a{>>see [[r]] [@r, p. 1]<<}"), ("sources/r.md", "---\ntitle: R\n---\n")],
        "page",
        &noted(
            &format!("<ul><li>a{}</li></ul>", mark(1)),
            "Note 1",
            &[note(
                1,
                "<p>see <a class=\"link\" href=\"sources/r.html\" data-kind=\"source\">R</a> \
                 <span class=\"citations\">[<a class=\"citation\" id=\"cite-1\" href=\"#source-1\">1, p. 1</a>]</span></p>",
            )],
        ),
    );
}

#[test]
fn every_kind_of_block_can_be_noted() {
    for text in [
        "# a[^1]",
        "> a[^1]",
        "> [!note] a[^1]\n> b",
        "|a[^1]|\n|-|\n|b|",
        "1. a[^1]",
        "> [!supports] a\n> b[^1]",
    ] {
        let html = body(&[("page.md", &*format!("{text}\n\n[^1]: n"))], "page").html;
        assert!(html.starts_with("<div class=\"noted\"><"), "{html}");
        assert!(html.trim_end().ends_with("<p>n</p></div></aside></div>"), "{html}");
    }
}

#[test]
fn a_heading_is_not_confused_with_a_note() {
    let html = body(
        &[("page.md", "# Note mark 1 2\n\n# Note 1\n\n# Cite 1\n\na[^1] b[^1]\n\n[^1]: # H\n\n    x")],
        "page",
    )
    .html;
    assert!(html.contains("<p id=\"h\">H</p>"), "{html}");
}

#[test]
fn a_remark_is_no_part_of_the_outline() {
    let files = [("page.md", "{>># Remark<<} a\n\n# Heading\n\n[[#Heading]]")];
    let html = body(&files, "page").html;
    assert!(html.contains("<p>Remark</p>"), "{html}");
    assert!(html.contains("<h2 id=\"heading\">Heading "), "{html}");
}

#[test]
fn footnotes_are_found_in_any_case() {
    let html = body(&[("page.md", "a[^Note]\n\n[^note]: words")], "page").html;
    assert!(html.contains("<p>words</p>"), "{html}");
}
