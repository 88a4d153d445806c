use super::{body, check, check_text};
use crate::model::EntityId;
use crate::model::claim::Stance;

#[test]
fn words_and_emphasis() {
    check_text(
        "A *b* **c** ~~d~~ `e<f>` & g",
        "<p>A <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;f&gt;</code> &amp; g</p>",
    );
    check_text("one\ntwo  \nthree\n\n---", "<p>one\ntwo<br>\nthree</p>\n<hr>");
    check_text("\u{1}a\u{200b}\u{ffff}b", "<p>a\u{200b}b</p>");
}

#[test]
fn headings_start_at_two_and_never_skip() {
    check_text(
        "# A “b” *c*\n\n#### D\n\n## E",
        "<h2 id=\"a-b-c\">A “b” <em>c</em> <a class=\"heading-anchor\" href=\"#a-b-c\" aria-label=\"Link to “A “b” c”\">#</a></h2>\n\
         <h3 id=\"d\">D <a class=\"heading-anchor\" href=\"#d\" aria-label=\"Link to “D”\">#</a></h3>\n\
         <h3 id=\"e\">E <a class=\"heading-anchor\" href=\"#e\" aria-label=\"Link to “E”\">#</a></h3>",
    );
    check_text("a\n\n#\n\nb", "<p>a</p>\n<p>b</p>");
}

#[test]
fn contents_hold_the_shown_levels_two_and_three() {
    let body = body(
        &[
            ("page.md", "## One\n\n### Two [[ncsc]]\n\n#### Three\n\n## Vier & über"),
            ("organisations/ncsc.md", "---\ntitle: The NCSC\n---\n"),
        ],
        "page",
    );
    let contents: Vec<_> =
        body.contents.iter().map(|entry| (entry.level, &*entry.text, &*entry.anchor)).collect();
    assert_eq!(contents, [(2, "One", "one"), (3, "Two The NCSC", "two"), (2, "Vier & über", "vier-über")]);
    assert!(body.html.contains("<h2 id=\"vier-über\">"), "{}", body.html);
    assert!(body.html.contains("href=\"#vier-%C3%BCber\""), "{}", body.html);
}

#[test]
fn tables_are_written_with_classes() {
    check(
        &[
            (
                "page.md",
                "|   | a | b | c |\n|---|:--|:-:|--:|\n| 1 | [[ncsc\\|the *centre*]] | [[ncsc]] | 4 |",
            ),
            ("organisations/ncsc.md", "---\ntitle: NCSC\n---\n"),
        ],
        "page",
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><thead><tr><td></td>\
         <th scope=\"col\" class=\"align-left\">a</th><th scope=\"col\" class=\"align-center\">b</th>\
         <th scope=\"col\" class=\"align-right\">c</th></tr></thead><tbody><tr><td>1</td>\
         <td class=\"align-left\"><a class=\"link\" href=\"organisations/ncsc.html\" data-kind=\"organisation\">the <em>centre</em></a></td>\
         <td class=\"align-center\"><a class=\"link\" href=\"organisations/ncsc.html\" data-kind=\"organisation\">NCSC</a></td>\
         <td class=\"align-right\">4</td></tr></tbody></table></div>",
    );
    let two = body(&[("page.md", "|a|\n|-|\n\nb\n\n|c|\n|-|\n")], "page").html;
    assert!(two.contains("aria-label=\"Table\"") && two.contains("aria-label=\"Table 2\""), "{two}");
}

#[test]
fn lists_and_tasks() {
    check_text("- a\n- b\n  1. c", "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>");
    check_text("3. a\n\n   b", "<ol start=\"3\"><li><p>a</p><p>b</p></li></ol>");
    check_text(
        "- [x] a\n- [ ] b\n- c",
        "<ul><li class=\"task\"><span class=\"task-box task-done\" role=\"img\" aria-label=\"Done\"></span> a</li>\
         <li class=\"task\"><span class=\"task-box task-open\" role=\"img\" aria-label=\"Open\"></span> b</li><li>c</li></ul>",
    );
    check_text(
        "- [x] a\n\n- b",
        "<ul><li class=\"task\"><p><span class=\"task-box task-done\" role=\"img\" aria-label=\"Done\"></span> a</p></li>\
         <li><p>b</p></li></ul>",
    );
}

#[test]
fn code_is_highlighted_where_its_language_is_known() {
    check_text(
        "```no\"such<b> x\n<i>\n```",
        "<pre class=\"code\" tabindex=\"0\"><code>&lt;i&gt;\n</code></pre>",
    );
    check_text(
        "```NoSuch x\n<i>\n```",
        "<pre class=\"code\" tabindex=\"0\"><code class=\"language-nosuch\">&lt;i&gt;\n</code></pre>",
    );
    check_text("    a < b", "<pre class=\"code\" tabindex=\"0\"><code>a &lt; b</code></pre>");
    let html = body(&[("page.md", "```rust\nlet a = \"<b>\";\n```")], "page").html;
    assert!(html.starts_with("<pre class=\"code\" tabindex=\"0\"><code class=\"language-rust\"><span class=\"hl-source hl-rust\">"), "{html}");
    assert!(html.contains("&lt;b&gt;"), "{html}");
}

#[test]
fn quotes_and_callouts() {
    check_text("> a\n>\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>");
    check_text(
        "> [!see-also] Words *here*\n> and matter",
        "<div class=\"callout callout-see-also\" role=\"note\"><p class=\"callout-title\">Words <em>here</em></p><p>and matter</p></div>",
    );
    check_text(
        "> [!See-Also]-\n>\n> a",
        "<div class=\"callout callout-see-also\" role=\"note\"><p class=\"callout-title\">See also</p><p>a</p></div>",
    );
    check_text(
        "> [!note]",
        "<div class=\"callout callout-note\" role=\"note\"><p class=\"callout-title\">Note</p></div>",
    );
}

#[test]
fn evidence_is_headed_by_its_source_and_quoted() {
    let files = [
        (
            "people/c.md",
            "> [!supports] [@report, para. 4]\n> “It **was** so.”\n>\n> And more.\n\n> [!contradicts]\n> b",
        ),
        ("sources/report.md", ""),
    ];
    check(
        &files,
        "c",
        "<div class=\"callout evidence evidence-supports\"><p class=\"callout-title\">Supported by \
         <span class=\"citations\">[<a class=\"citation\" id=\"cite-1\" href=\"#source-1\">1,\u{a0}para.\u{a0}4</a>]</span></p>\
         <blockquote><p>“It <strong>was</strong> so.”</p><p>And more.</p></blockquote></div>\n\
         <div class=\"callout evidence evidence-contradicts\"><p class=\"callout-title\">Contradicted</p>\
         <blockquote><p>b</p></blockquote></div>",
    );
}

#[test]
fn evidence_of_a_claim_is_lifted_out_of_its_text() {
    let text = "a{>>first<<}[@other]\n\n> [!supports] [@report, para. 4]\n> b{>>second<<}\n\n> [!note] c";
    let files = [("claims/c.md", text), ("sources/report.md", ""), ("sources/other.md", "")];
    let body = body(&files, "c");
    let [lifted] = &body.evidence[..] else { panic!("{:?}", body.evidence) };
    assert_eq!((lifted.stance, &lifted.sources[..]), (Stance::Supports, &[EntityId::new("report")][..]));
    // It stands first on the page, so it counts first.
    assert_eq!(
        lifted.title,
        "<span class=\"citations\">[<a class=\"citation\" id=\"cite-1\" href=\"#source-1\">1,\u{a0}para.\u{a0}4</a>]</span>"
    );
    assert!(
        lifted.html.starts_with("<blockquote><p>b<a class=\"note-mark\" id=\"note-mark-1\""),
        "{}",
        lifted.html
    );
    assert!(
        lifted.html.contains("</blockquote><aside class=\"margin-notes\" aria-label=\"Note 1\">"),
        "{}",
        lifted.html
    );
    assert!(lifted.html.ends_with("<p>second</p></div></aside>"), "{}", lifted.html);
    assert!(body.html.contains("id=\"note-2\"") && body.html.contains("id=\"cite-2\""), "{}", body.html);
    assert!(!body.html.contains("second") && body.html.contains("callout-note"), "{}", body.html);
}
