use super::{body, check, check_text};

#[test]
fn what_is_harmless_stays() {
    check_text(
        "a <kbd>b</kbd> <sub title=\"c\">d</sub><br>e",
        "<p>a <kbd>b</kbd> <sub title=\"c\">d</sub><br>e</p>",
    );
    check_text("<div>\na &amp; b &copy; < c\n</div>", "<div>\na &amp; b © &lt; c\n</div>");
    check_text(
        "<details>\n<summary>More <b>here</b></summary>\n\nHidden *words*\n\n</details>\n\nafter",
        "<details>\n<summary>More <b>here</b></summary>\n\n<p>Hidden <em>words</em></p>\n</details>\n\n<p>after</p>",
    );
    check_text(
        "<table><tr><th scope=\"row\" style=\"x\">a<td colspan=2>b\n</table>",
        "<table><tr><th scope=\"row\">a</th><td colspan=\"2\">b\n</td></tr></table>",
    );
    check_text("<table><tr><tr><td>a</table>", "<table><tr><td>a</td></tr></table>");
    check_text("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>");
}

#[test]
fn links_and_images_go_the_way_of_those_in_markdown() {
    let files = |text: &'static str| [("people/me.md", text), ("people/b.md", ""), ("people/c.svg", "")];
    check(
        &files("<a href='b.md' onclick=x>b</a>"),
        "me",
        "<p><a class=\"link\" href=\"b.html\" data-kind=\"person\">b</a></p>",
    );
    check(
        &files("<a href=\"https://x.example/\" id=y>b</a>"),
        "me",
        "<p><a class=\"external\" href=\"https://x.example/\" rel=\"noopener noreferrer external\">b</a></p>",
    );
    check(
        &files("<a href=\"none.md\">b</a> <a href=\"jav&#x09;ascript:x\">c</a> <a name=d>d</a>"),
        "me",
        "<p>b c d</p>",
    );
    check(
        &files("x <img src=\"c.svg\" alt='a\"b' style=\"x\" onerror=y> ![](c.svg)"),
        "me",
        "<p>x <img src=\"../files/people/c.svg\" alt=\"a&quot;b\" loading=\"lazy\"> \
         <img src=\"../files/people/c.svg\" alt=\"\" loading=\"lazy\"></p>",
    );
    check(
        &files("x <img src=\"https://x.example/a.png\"> <img src=//x.example/a.png> <img src='data:,x'>"),
        "me",
        "<p>x   </p>",
    );
    // What raw HTML alone uses does not go out, so it is not shown either.
    assert_eq!(body(&files("<img src=\"c.svg\">"), "me").attachments.len(), 0);
}

#[test]
fn what_runs_or_styles_goes() {
    for (text, expected) in [
        ("<script>alert(1)</script>", ""),
        ("a\n\n<ScRiPt>\nalert(1)\n\nb</script>\n\nc", "<p>a</p>\n\n\n<p>c</p>"),
        ("<style>*{}</style>", ""),
        ("<iframe src=\"https://x.example\">x</iframe>", ""),
        ("<div onclick=\"x\" id=\"y\" class=\"z\" style=\"w\">a</div>", "<div>a</div>"),
        ("<svg onload=x><script>1</script></svg>", ""),
        ("<form action=x><input name=y><button>b</button></form>", "b"),
        ("a <b onmouseover=x style=y id=z>c</b>", "<p>a <b>c</b></p>"),
        ("<textarea><p title=\"</textarea><script>x</script>\">", "\"&gt;"),
        (
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "",
        ),
    ] {
        let html = body(&[("page.md", text)], "page").html;
        assert_eq!(html.trim(), expected, "{text}");
    }
}

#[test]
fn nothing_breaks_out_of_its_block() {
    check_text("> a </p></blockquote></div> b\n\nc", "<blockquote><p>a  b</p></blockquote>\n<p>c</p>");
    check_text("a <b>b *c</b> d* e\n\nf", "<p>a <b>b <em>c d</em> e</b></p>\n<p>f</p>");
    check_text("- </ul></li>\n- b", "<ul><li>\n</li><li>b</li></ul>");
    check_text("<b>\n\na", "<b>\n</b>\n<p>a</p>");
    check_text(
        "<div>\n\na[^1]\n\n[^1]: </div></aside> n",
        "<div>\n\n<div class=\"noted\"><p>a<a class=\"note-mark\" id=\"note-mark-1\" href=\"#note-1\" aria-label=\"Note 1\"><sup>1</sup></a></p><aside class=\"margin-notes\" aria-label=\"Note 1\"><div class=\"margin-note\" id=\"note-1\"><a class=\"note-number\" href=\"#note-mark-1\" aria-label=\"Note 1, back to the text\">1</a>  n</div></aside></div>\n</div>",
    );
    check_text("a <div>b</div> <td>c", "<p>a b c</p>");
    check_text("<details>\n\na", "<details><summary>Details</summary>\n\n<p>a</p>\n</details>");
}

#[test]
fn comments_never_go_out() {
    for (text, expected) in [
        ("a <!-- secret --> b", "<p>a  b</p>"),
        ("<!-- secret\n\nsecret -->\n\na", "<p>a</p>"),
        ("<!-- secret", ""),
        // What Markdown and a browser would end in different places ends the page.
        ("<div><!-- secret\n</div>\n\na", "<div></div>"),
        ("<div><!--> secret -->a</div>", "<div></div>"),
        ("<!-- a <!-- secret --> b", " b"),
        ("<?php secret ?>\n\n<![CDATA[ secret ]]>\n\n<!DOCTYPE secret>", ""),
        ("<div title=\"secret\n\na", "<p>a</p>"),
    ] {
        let html = body(&[("page.md", text)], "page").html;
        assert!(!html.contains("secret") && !html.contains("<!"), "{text}: {html}");
        assert_eq!(html.replace('\n', ""), expected.replace('\n', ""), "{text}");
    }
}

mod believed {
    use crate::markup::tests::rendered_with;
    use crate::model::{RawHtml, Settings};

    fn page(raw_html: RawHtml, text: &str) -> String {
        let settings = Settings { raw_html, ..Settings::default() };
        let files = [
            ("people/me.md", text),
            ("people/b.md", "# H"),
            ("people/mole.md", "---\npublish: false\n---\n"),
            ("people/c.svg", ""),
        ];
        rendered_with(settings, &files, "me")
    }

    #[test]
    fn where_it_is_off_only_the_words_stay() {
        for (text, expected) in [
            ("a <b>c</b> <a href=\"b.md\">d</a><br>", "<p>a c d</p>"),
            ("<div>\nwords &amp; more <img src=x>\n</div>", "words &amp; more"),
            ("a <script>x</script> **d**", "<p>a  <strong>d</strong></p>"),
            ("a <!-- qzx --> b", "<p>a  b</p>"),
        ] {
            let html = page(RawHtml::Off, text);
            assert_eq!(html.trim(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_trusted_stays_but_for_what_is_private_or_forbidden() {
        for (text, expected) in [
            (
                "<dl class=\"x\" id=y data-z='\"'><dt>a</dl>",
                "<dl class=\"x\" id=\"y\" data-z=\"&quot;\"><dt>a</dl>",
            ),
            (
                "<svg viewbox=\"0 0 1 1\"><path d=\"M0\"/></svg>",
                "<p><svg viewbox=\"0 0 1 1\"><path d=\"M0\"/></svg></p>",
            ),
            ("<section><!-- qzx --></section>", "<section></section>"),
            ("<div onclick=x style=y srcset=z></div>", "<div></div>"),
            ("<script>qzx</script><style>qzx</style><iframe src=x></iframe>", ""),
            ("<base href=\"https://x.example/\"><meta charset=x><div></div>", "<div></div>"),
            ("<a href=\"b.md#h\" class=x>b</a>", "<p><a href=\"b.html#h\" class=\"x\">b</a></p>"),
            ("<a href=\"mole.md\">b</a>", "<p><a>b</a></p>"),
            ("<a href=\"java&#10;script:x\">b</a>", "<p><a>b</a></p>"),
            ("a <img src=\"c.svg\">", "<p>a <img></p>"),
            (
                "![](c.svg) <img src=\"c.svg\" class=x>",
                "<p><img src=\"../files/people/c.svg\" alt=\"\" loading=\"lazy\"> <img src=\"../files/people/c.svg\" class=\"x\"></p>",
            ),
            ("<a href=\"https://x.example/\">b</a>", "<p><a href=\"https://x.example/\">b</a></p>"),
            ("<div title=\"", ""),
        ] {
            assert_eq!(page(RawHtml::Trusted, text).trim(), expected, "{text}");
        }
    }
}
