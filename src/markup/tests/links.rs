use super::{body, check, check_text};

const LEVY: (&str, &str) = ("people/ian-levy.md", "---\ntitle: Ian & Levy\n---\n# Early *life*\n\n# Über");
const NCSC: (&str, &str) = ("organisations/ncsc.md", "---\ntitle: NCSC\n---\n");
const SECRET: (&str, &str) = (
    "people/mole.md",
    "---\ntitle: Harry Hidden\naliases: [Nightingale]\npublish: false\npublic_name: a witness\n---\n# Hideout\n\nclassified",
);
const UNNAMED: (&str, &str) = ("people/ghost.md", "---\ntitle: Greta Ghost\npublish: false\n---\n");

/// Nothing that only the private pages know may be in the HTML.
#[track_caller]
fn assert_silent(html: &str) {
    for word in
        ["mole", "Harry", "Hidden", "Nightingale", "Hideout", "hideout", "classified", "ghost", "Greta"]
    {
        assert!(!html.contains(word), "{word} in {html}");
    }
}

#[test]
fn links_into_the_dossier() {
    let files = |text: &'static str| {
        [("people/me.md", text), LEVY, NCSC, ("people/index.md", ""), ("index.md", ""), ("about.md", "")]
    };
    for (text, expected) in [
        ("[[ian-levy]]", "<a class=\"link\" href=\"ian-levy.html\" data-kind=\"person\">Ian &amp; Levy</a>"),
        (
            "[[NCSC|the *centre*]]",
            "<a class=\"link\" href=\"../organisations/ncsc.html\" data-kind=\"organisation\">the <em>centre</em></a>",
        ),
        ("[x](ian-levy.md)", "<a class=\"link\" href=\"ian-levy.html\" data-kind=\"person\">x</a>"),
        (
            "[](ian-levy.md)",
            "<a class=\"link\" href=\"ian-levy.html\" data-kind=\"person\">Ian &amp; Levy</a>",
        ),
        (
            "[[ian-levy#Early life]]",
            "<a class=\"link\" href=\"ian-levy.html#early-life\" data-kind=\"person\">Ian &amp; Levy § Early life</a>",
        ),
        (
            "[[ian-levy#über|x]]",
            "<a class=\"link\" href=\"ian-levy.html#%C3%BCber\" data-kind=\"person\">x</a>",
        ),
        (
            "[[ian-levy#No such]]",
            "<a class=\"link\" href=\"ian-levy.html\" data-kind=\"person\">Ian &amp; Levy</a>",
        ),
        ("[a](index.md)", "<a class=\"link\" href=\"index.html\" data-kind=\"page\">a</a>"),
        ("[](index.md)", "<a class=\"link\" href=\"index.html\" data-kind=\"page\">People</a>"),
        ("[a](../index.md)", "<a class=\"link\" href=\"../index.html\" data-kind=\"page\">a</a>"),
        ("[[about]]", "<a class=\"link\" href=\"../about.html\" data-kind=\"page\">about</a>"),
    ] {
        check(&files(text), "me", &format!("<p>{expected}</p>"));
    }
}

#[test]
fn links_on_the_page_itself() {
    let html = body(&[("page.md", "[[#A b]], [x](#a-b), [[page#A b]]\n\n## A b")], "page").html;
    let first = html.lines().next().unwrap_or_default();
    assert_eq!(
        first,
        "<p><a class=\"link\" href=\"#a-b\" data-kind=\"page\">A b</a>, <a class=\"link\" href=\"#a-b\" data-kind=\"page\">x</a>, \
         <a class=\"link\" href=\"#a-b\" data-kind=\"page\">page § A b</a></p>"
    );
}

#[test]
fn what_is_private_is_withheld() {
    for (text, expected) in [
        ("[[mole]]", "<p><span class=\"withheld\">a witness</span></p>"),
        ("[[Nightingale#Hideout]]", "<p><span class=\"withheld\">a witness</span></p>"),
        ("[[ghost]]", "<p><span class=\"withheld\">withheld</span></p>"),
        ("[[mole|someone *else*]]", "<p>someone <em>else</em></p>"),
        ("[someone](people/mole.md#hideout)", "<p>someone</p>"),
        ("[](people/mole.md)", "<p><span class=\"withheld\">a witness</span></p>"),
        ("![[mole]]", "<p><span class=\"withheld\">a witness</span></p>"),
        ("a ![[ghost#Hideout]]", "<p>a <span class=\"withheld\">withheld</span></p>"),
        (
            "[@mole, p. 4; @ghost]",
            "<p><span class=\"citations\">[<span class=\"withheld\">a witness</span>; <span class=\"withheld\">withheld</span>]</span></p>",
        ),
        ("<a href=\"people/mole.md\">x</a>", "<p>x</p>"),
        ("<a href=\"people/../people/mole.md#Hideout\" title=\"y\">x</a>", "<p>x</p>"),
    ] {
        let files = [("page.md", text), SECRET, UNNAMED];
        check(&files, "page", expected);
        assert_silent(&body(&files, "page").html);
    }
}

#[test]
fn a_heading_does_not_tell_who_is_withheld() {
    let files =
        [("page.md", "## About [[mole]] now\n\n[[#About mole now]]\n\n## [[ghost]]"), SECRET, UNNAMED];
    let body = body(&files, "page");
    assert_silent(&body.html);
    assert_silent(&format!("{:?}", body.contents));
    assert!(
        body.html.contains("<h2 id=\"about-now\">About <span class=\"withheld\">a witness</span> now"),
        "{}",
        body.html
    );
    assert!(
        body.html.contains("href=\"#about-now\" data-kind=\"page\">About a witness now</a>"),
        "{}",
        body.html
    );
}

#[test]
fn what_leads_nowhere_is_marked() {
    let files = [("page.md", "[[no & such]] [[x#y|*words*]] ![[nothing]] [@none] [@ncsc]"), NCSC];
    check(
        &files,
        "page",
        "<p><span class=\"broken\">no &amp; such</span> <span class=\"broken\"><em>words</em></span> \
         <span class=\"broken\">nothing</span> <span class=\"citations\">[<span class=\"broken\">@none</span>]</span> \
         <span class=\"citations\">[<span class=\"broken\">@ncsc</span>]</span></p>",
    );
    let same = [
        ("page.md", "[[Twin]]"),
        ("people/a.md", "---\ntitle: Twin\n---\n"),
        ("people/b.md", "---\ntitle: Twin\n---\n"),
    ];
    check(&same, "page", "<p><span class=\"broken\">Twin</span></p>");
}

#[test]
fn links_out_of_the_dossier() {
    let external = |href: &str, words: &str| {
        format!(
            "<p><a class=\"external\" href=\"{href}\" rel=\"noopener noreferrer external\">{words}</a></p>"
        )
    };
    check_text("[a](<https://b.example/x y?z&q>)", &external("https://b.example/x%20y?z&amp;q", "a"));
    check_text("https://b.example/", &external("https://b.example/", "https://b.example/"));
    check_text("[](https://b.example/)", &external("https://b.example/", "https://b.example/"));
    check_text("<mail@b.example>", "<p><a href=\"mailto:mail@b.example\">mail@b.example</a></p>");
    check_text("[a](tel:+44)", "<p><a href=\"tel:+44\">a</a></p>");
    check_text("[a](javascript:alert(1)) [b](data:text/html,x)", "<p>a b</p>");
    check_text("![words](https://b.example/x.png)", "<p>words</p>");
}

#[test]
fn files_and_images() {
    let files = |text: &'static str| {
        [("people/me.md", text), ("people/a b.jpg", ""), ("files/report.pdf", ""), ("people/c.svg", "")]
    };
    for (text, expected) in [
        (
            "![A \"b\"](<a b.jpg> \"By <c>\")",
            "<figure><img src=\"../files/people/a%20b.jpg\" alt=\"A &quot;b&quot;\" loading=\"lazy\"><figcaption>By &lt;c&gt;</figcaption></figure>",
        ),
        ("![[c.svg]]", "<figure><img src=\"../files/people/c.svg\" alt=\"\" loading=\"lazy\"></figure>"),
        (
            "![[c.svg|300x200]]",
            "<figure><img src=\"../files/people/c.svg\" alt=\"\" width=\"300\" loading=\"lazy\"></figure>",
        ),
        ("x ![[c.svg|words]]", "<p>x <img src=\"../files/people/c.svg\" alt=\"words\" loading=\"lazy\"></p>"),
        (
            "- ![[c.svg]]",
            "<ul><li><figure><img src=\"../files/people/c.svg\" alt=\"\" loading=\"lazy\"></figure></li></ul>",
        ),
        (
            "![[report.pdf]]",
            "<p><a class=\"link\" href=\"../files/files/report.pdf\">report.pdf (2 kB)</a></p>",
        ),
        (
            "[[report.pdf#page=4]]",
            "<p><a class=\"link\" href=\"../files/files/report.pdf#page=4\">report.pdf</a></p>",
        ),
        (
            "[the report](../files/report.pdf)",
            "<p><a class=\"link\" href=\"../files/files/report.pdf\">the report</a></p>",
        ),
        (
            "[![a](c.svg)](https://b.example/)",
            "<p><a class=\"external\" href=\"https://b.example/\" rel=\"noopener noreferrer external\"><img src=\"../files/people/c.svg\" alt=\"a\" loading=\"lazy\"></a></p>",
        ),
    ] {
        check(&files(text), "me", expected);
    }
    let used = body(&files("![[c.svg]] [[report.pdf]] ![](c.svg)"), "me").attachments;
    let used: Vec<_> = used.iter().map(ToString::to_string).collect();
    assert_eq!(used, ["content/people/c.svg", "content/files/report.pdf"]);
}

#[test]
fn citations_are_numbered_by_source() {
    let files = [
        ("page.md", "---\n---\nOne [see @a, para. 4; @b] two [@a].\n\n- three [@c, p. <5>]"),
        ("sources/a.md", ""),
        ("sources/b.md", ""),
        ("sources/c.md", ""),
    ];
    check(
        &files,
        "page",
        "<p>One <span class=\"citations\">[see <a class=\"citation\" id=\"cite-1\" href=\"#source-1\">1,\u{a0}para.\u{a0}4</a>; \
         <a class=\"citation\" id=\"cite-2\" href=\"#source-2\">2</a>]</span> two \
         <span class=\"citations\">[<a class=\"citation\" id=\"cite-3\" href=\"#source-1\">1</a>]</span>.</p>\n\
         <ul><li>three <span class=\"citations\">[<a class=\"citation\" id=\"cite-4\" href=\"#source-3\">3,\u{a0}p.\u{a0}&lt;5&gt;</a>]</span></li></ul>",
    );
    let citations = body(&files, "page").citations;
    let citations: Vec<_> =
        citations.iter().map(|c| (c.number, c.source.as_str(), &*c.locator, &*c.id)).collect();
    assert_eq!(
        citations,
        [
            (1, "a", "para. 4", "cite-1"),
            (2, "b", "", "cite-2"),
            (1, "a", "", "cite-3"),
            (3, "c", "p. <5>", "cite-4")
        ]
    );
}

#[test]
fn a_link_holds_no_link() {
    let files = [("page.md", "[a {==b==}{>>c<<} d](https://x.example/) [[ncsc|e[^1]]] f\n\n[^1]: g"), NCSC];
    let html = body(&files, "page").html;
    assert!(html.contains("d</a><a class=\"note-mark\" id=\"note-mark-1\""), "{html}");
}
