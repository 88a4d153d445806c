//! Whatever is written, a body is sound: [`body`] checks that.

use proptest::prelude::*;

use super::{body, dossier};
use crate::markup::excerpt;

const OTHERS: [(&str, &str); 5] = [
    ("people/b.md", "# B\n\nb[^1] {==x==}{>>y<<} ![[page]] <div>\n\n<div>\n\n[^1]: z <b>"),
    ("people/mole.md", "---\npublish: false\ntitle: Hidden\n---\nsecret"),
    ("sources/s.md", ""),
    ("c.svg", ""),
    ("d.pdf", ""),
];

fn render(text: &str) -> String {
    let mut files = vec![("page.md", text)];
    files.extend(OTHERS);
    let text = if text.starts_with("---") { format!("\n{text}") } else { text.to_owned() };
    files[0].1 = &text;
    let dossier = dossier(&files);
    for page in dossier.pages() {
        for (number, _) in (0..).zip(&page.facts().mentions) {
            let _ = excerpt(&dossier, page, number);
        }
    }
    body(&files, "page").html
}

/// Pieces of everything that means something.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "a",
            " ",
            "\n",
            "\n\n",
            "# ",
            "## ",
            "> ",
            "- ",
            "1. ",
            "    ",
            "`",
            "```rust\n",
            "*",
            "**",
            "~~",
            "|",
            "\n|-|\n",
            "---\n",
            "[[b]]",
            "[[b|",
            "[[mole]]",
            "[[#B]]",
            "]]",
            "![[b]]",
            "![[b#B]]",
            "![[c.svg]]",
            "![[d.pdf]]",
            "[",
            "](b.md)",
            "](https://x.example)",
            "](javascript:x)",
            "[@s]",
            "[@s, p. 1; @mole]",
            "{==",
            "==}",
            "{>>",
            "<<}",
            "[^1]",
            "[^1]: ",
            "> [!note] ",
            "> [!supports] [@s]\n> ",
            "- [x] ",
            "%%",
            "&amp;",
            "&#60;",
            "\\",
            "\u{fffc}",
            "é",
            "网",
        ])
        .prop_map(str::to_owned),
        proptest::sample::select(vec![
            "<b>",
            "</b>",
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<details>",
            "<summary>",
            "</details>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<ul>",
            "<li>",
            "</ul>",
            "<a href=\"b.md\">",
            "<a href=\"https://x.example\">",
            "</a>",
            "<img src=c.svg>",
            "<img src=x onerror=y>",
            "<script>",
            "</script>",
            "<style>",
            "<!--",
            "-->",
            "<!-->",
            "<![CDATA[",
            "<?",
            "<br/>",
            "<b title=\"",
            "'>",
            "\">",
            "<",
            ">",
            "</",
            "<svg>",
            "<math>",
            "<textarea>",
            "<span style=x onclick=y id=z>",
            "<h1>",
            "<pre>",
            "<blockquote>",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_sound_html(text in pieces()) {
        let html = render(&text);
        prop_assert!(!html.contains("<!--") && !html.to_lowercase().contains("<script"));
        prop_assert!(!html.contains("secret") && !html.contains("Hidden"));
    }

    #[test]
    fn evidence_of_any_text_gives_sound_html(title in pieces(), quoted in pieces(), after in pieces()) {
        let line = title.replace('\n', " ");
        let text = format!("> [!supports] [@s] {line}\n> {}\n\n{after}", quoted.replace('\n', "\n> "));
        let files = [("claims/page.md", &*text), OTHERS[0], OTHERS[1], OTHERS[2], OTHERS[3], OTHERS[4]];
        let rendered = body(&files, "page");
        for lifted in &rendered.evidence {
            let html = format!("{}{}", lifted.title, lifted.html);
            prop_assert!(!html.contains("secret") && !html.contains("Hidden"));
        }
    }

    #[test]
    fn any_bytes_give_sound_html(text in "(?s).{0,200}") {
        render(&text);
    }
}

/// Much of a kind takes time in proportion, not more.
#[test]
fn long_bodies_are_rendered_in_time() {
    for piece in [
        "<b>",
        "<div>\n\n",
        "</b>",
        "<script>",
        "<details>\n\n",
        "<!--",
        "> ",
        "- ",
        "*a ",
        "a[^1] ",
        "{==a==}{>>b<<} ",
        "[[b]] ",
        "![[b]]\n\n",
        "[@s] ",
        "# a\n\n",
        "<a href=\"b.md\">",
        "<td>",
        "&amp;",
        "<img src=\"",
        "|a",
        "![[c.svg]] ",
        "> [!note]\n> a\n\n",
    ] {
        let start = std::time::Instant::now();
        let text = format!("{}\n\n[^1]: words", piece.repeat(20_000 / piece.len()));
        let files = [("page.md", &*text), OTHERS[0], OTHERS[2], OTHERS[3]];
        body(&files, "page");
        let seconds = start.elapsed().as_secs();
        assert!(seconds < 20, "{piece}: {seconds} s");
    }
}
