//! What becomes of a page's HTML in a bundle.

use super::*;

fn binding() -> Binding {
    let mut binding = Binding::default();
    let bound = |anchor: &str, label: &str, unnumbered| Bound {
        anchor: anchor.into(),
        label: label.into(),
        unnumbered,
    };
    binding.place("people/eve.html".into(), bound("part.section-1", "§ 1", true));
    binding.place("claims/łie.html".into(), bound("part.section-2", "§ 2", false));
    binding.bring("files/a b.png".into(), "data:image/png;base64,AA==".into());
    binding
}

fn bound(html: &str) -> String {
    let here = Bound { anchor: "part.section-3".into(), label: "§ 3".into(), unnumbered: false };
    binding().bind(html, "claims/this.html", &here)
}

#[test]
fn links_lead_into_the_file_and_say_numbers_once() {
    for (html, expected) in [
        (
            "<a class=\"link\" href=\"../people/eve.html\" data-kind=\"person\">Eve</a>",
            "<a href=\"#part.section-1\" class=\"link\" data-kind=\"person\">Eve</a>",
        ),
        (
            "<a href=\"%C5%82ie.html#one\">A <b>lie</b></a> <a href=\"%C5%82ie.html\">again</a>",
            "<a href=\"#part.section-2.one\">A <b>lie</b> <span class=\"see\">(§ 2)</span></a> \
             <a href=\"#part.section-2\">again</a>",
        ),
        ("<a href=\"../people/bob.html\">Bob &amp; I</a>", "<span class=\"unlinked\">Bob &amp; I</span>"),
        ("<a href=\"../../../etc\">x</a>", "<span class=\"unlinked\">x</span>"),
        (
            "<a class=\"external\" href=\"https://example.org/?a=1&amp;b=2\">x</a>",
            "<a class=\"external\" href=\"https://example.org/?a=1&amp;b=2\">x</a>",
        ),
        (
            "<a class=\"citation\" id=\"cite-1\" href=\"#source-4\">E</a>",
            "<a href=\"#part.exhibit-4\" class=\"citation\" id=\"part.section-3.cite-1\">E</a>",
        ),
        ("<a href=\"#note-1\">1</a>", "<a href=\"#part.section-3.note-1\">1</a>"),
    ] {
        assert_eq!(bound(html), expected, "{html}");
    }
}

#[test]
fn ids_headings_and_landmarks_stand_below_the_part() {
    for (html, expected) in [
        (
            "<h2 id=\"a\">A <a class=\"heading-anchor\" href=\"#a\" aria-label=\"x > y\">#</a></h2>",
            "<h3 id=\"part.section-3.a\">A</h3>",
        ),
        ("<h6>x</h6>", "<h6>x</h6>"),
        (
            "<aside class=\"margin-notes\" aria-label=\"Note 1\"><p>x</p></aside>",
            "<div class=\"margin-notes\"><p>x</p></div>",
        ),
        (
            "<div tabindex=\"0\" role=\"region\" aria-label=\"Table\"></div>",
            "<div tabindex=\"0\" role=\"region\" aria-label=\"§ 3, Table\"></div>",
        ),
        ("<details><summary>x</summary></details>", "<details open><summary>x</summary></details>"),
        ("<hr><br>", "<hr><br>"),
    ] {
        assert_eq!(bound(html), expected, "{html}");
    }
}

#[test]
fn pictures_are_in_the_file_or_are_words() {
    for (html, expected) in [
        (
            "<img src=\"../files/a%20b.png\" alt=\"A &lt; B\" loading=\"lazy\">",
            "<img src=\"data:image/png;base64,AA==\" alt=\"A &lt; B\">",
        ),
        ("<img src=\"../files/c.png\" alt=\"C\">", "<span class=\"unlinked\">C</span>"),
    ] {
        assert_eq!(bound(html), expected, "{html}");
    }
}
