use super::{body, check};

#[test]
fn a_page_shows_inside_another() {
    check(
        &[
            ("page.md", "# Host\n\n![[a]]\n\n## Next"),
            (
                "people/a.md",
                "---\ntitle: A & a\n---\n# Life\n\nsee [[b]], [x](b.md), ![[c.svg]] and [[#Life]]",
            ),
            ("people/b.md", "---\ntitle: B\n---\n"),
            ("people/c.svg", ""),
        ],
        "page",
        "<h2 id=\"host\">Host <a class=\"heading-anchor\" href=\"#host\" aria-label=\"Link to “Host”\">#</a></h2>\n\
         <div class=\"transclusion\"><div class=\"transclusion-body\"><h3>Life</h3>\
         <p>see <a class=\"link\" href=\"people/b.html\" data-kind=\"person\">B</a>, \
         <a class=\"link\" href=\"people/b.html\" data-kind=\"person\">x</a>, \
         <img src=\"files/people/c.svg\" alt=\"\" loading=\"lazy\"> and \
         <a class=\"link\" href=\"people/a.html#life\" data-kind=\"person\">Life</a></p></div>\
         <p class=\"transclusion-source\">From <a class=\"link\" href=\"people/a.html\" data-kind=\"person\">A &amp; a</a></p></div>\n\
         <h3 id=\"next\">Next <a class=\"heading-anchor\" href=\"#next\" aria-label=\"Link to “Next”\">#</a></h3>",
    );
}

#[test]
fn a_section_ends_where_the_next_begins() {
    check(
        &[
            ("page.md", "![[a#two]]"),
            (
                "people/a.md",
                "---\ntitle: A\n---\n# One\n\n1\n\n## Two\n\n2\n\n### Three\n\n3\n\n## Four\n\n4",
            ),
        ],
        "page",
        "<div class=\"transclusion\"><div class=\"transclusion-body\"><h2>Two</h2><p>2</p><h3>Three</h3><p>3</p></div>\
         <p class=\"transclusion-source\">From <a class=\"link\" href=\"people/a.html#two\" data-kind=\"person\">A § Two</a></p></div>",
    );
}

#[test]
fn among_words_it_is_a_link() {
    let a = ("people/a.md", "---\ntitle: A\n---\nwords");
    let link = "<a class=\"link\" href=\"people/a.html\" data-kind=\"person\">A</a>";
    check(&[("page.md", "x ![[a]]"), a], "page", &format!("<p>x {link}</p>"));
    let html = body(&[("page.md", "x[^1]\n\n[^1]: ![[a]]"), a], "page").html;
    assert!(html.contains(&format!("<p>{link}</p>")), "{html}");
}

#[test]
fn circles_end_in_a_link() {
    check(
        &[("people/a.md", "---\ntitle: A\n---\n![[b]]"), ("people/b.md", "---\ntitle: B\n---\n![[a]]")],
        "a",
        "<div class=\"transclusion\"><div class=\"transclusion-body\">\
         <p><a class=\"link\" href=\"a.html\" data-kind=\"person\">A</a></p></div>\
         <p class=\"transclusion-source\">From <a class=\"link\" href=\"b.html\" data-kind=\"person\">B</a></p></div>",
    );
    let own = body(&[("people/a.md", "# X\n\n![[#X]]")], "a").html;
    assert!(own.contains("<p><a class=\"link\" href=\"#x\" data-kind=\"person\">X</a></p>"), "{own}");
}

#[test]
fn notes_and_citations_are_numbered_on_the_page_that_shows_them() {
    let files = [
        ("page.md", "a[^1] [@r]\n\n![[b]]\n\n![[b]]\n\n[^1]: mine"),
        ("people/b.md", "b[^1] {==c==}{>>d<<} [@s] [@r, p. 2]\n\n[^1]: theirs"),
        ("sources/r.md", ""),
        ("sources/s.md", ""),
    ];
    let body = body(&files, "page");
    assert_eq!(body.html.matches("<p>theirs</p>").count(), 2, "{}", body.html);
    assert!(body.html.contains("aria-label=\"Notes 2–3\""), "{}", body.html);
    assert!(body.html.contains("aria-label=\"Notes 4–5\""), "{}", body.html);
    let numbers: Vec<_> = body.citations.iter().map(|citation| citation.number).collect();
    assert_eq!(numbers, [1, 2, 1, 2, 1]);
}

#[test]
fn a_page_that_doubles_at_every_step_is_bounded() {
    let pages: Vec<(String, String)> = (0..15)
        .map(|n| {
            (format!("people/p{n}.md"), format!("{}\n\n![[p{1}]]\n\n![[p{1}]]\n", "x ".repeat(200), n + 1))
        })
        .chain([("people/p15.md".to_owned(), "y ".repeat(5000))])
        .collect();
    let files: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (&**path, &**text)).collect();
    let html = body(&files, "p0").html;
    assert!(html.len() > 1 << 20 && html.len() < 16 << 20, "{}", html.len());
}

#[test]
fn what_lies_too_deep_is_a_link() {
    let pages: Vec<(String, String)> =
        (0..20).map(|n| (format!("people/p{n}.md"), format!("![[p{}]]", n + 1))).collect();
    let files: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (&**path, &**text)).collect();
    let html = body(&files, "p0").html;
    assert_eq!(html.matches("<div class=\"transclusion\">").count(), 16, "{html}");
}
