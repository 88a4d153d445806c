//! What a real HTML parser makes of a body: the elements that were written and no others.
//!
//! Cleaning can be undone by the browser: what reads as text in one place is a tag in another (mutation). So the
//! result is held against html5ever, which reads HTML as browsers do.

use proptest::prelude::*;
use scraper::{Html, Node};

use super::{ATTRIBUTES, body};

/// Every element that a body may hold.
const ELEMENTS: [&str; 56] = [
    "a",
    "abbr",
    "aside",
    "b",
    "bdi",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "del",
    "details",
    "div",
    "dfn",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
    "html",
    "time",
    "head",
    "body",
];

/// Where the parser is in another mode, or was once tricked into one.
const TRICKS: &[&str] = &[
    "<math>",
    "<mtext>",
    "<mglyph>",
    "<annotation-xml encoding=\"text/html\">",
    "<svg>",
    "<foreignObject>",
    "<desc>",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<textarea>",
    "</textarea>",
    "<noscript>",
    "</noscript>",
    "<xmp>",
    "<template>",
    "</template>",
    "<select>",
    "<option>",
    "<table>",
    "<caption>",
    "<tr>",
    "<td>",
    "</table>",
    "<form>",
    "</form>",
    "<p>",
    "</p>",
    "<a href=\"https://x.example/\">",
    "</a>",
    "<b title=\"",
    "'",
    "\">",
    "`",
    "<!--",
    "-->",
    "--!>",
    "<![CDATA[",
    "]]>",
    "<?",
    "<img src=x onerror=alert(1)>",
    "<img title=\"</style><img src onerror=x>\">",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&#60;script&#62;",
    "&amp;lt;",
    "<script>",
    "</script>",
    "alert(1)",
    "\u{0}",
    "\u{c}",
    "<s",
    "<a href=",
    "javascript:alert(1)",
    "<iframe srcdoc=\"",
    "<br/",
    "</br>",
    "</p",
    "<plaintext>",
    "<frameset>",
    "<body onload=x>",
    "<html lang=x>",
    "<details open ontoggle=x>",
    "<summary>",
    "<ul>",
    "<li>",
    "\n\n",
    "> ",
    "- ",
    "**",
    "[",
    "](javascript:x)",
    "`",
    "é",
    "a ",
];

fn start_tags(html: &str) -> usize {
    html.match_indices('<')
        .filter(|(at, _)| html[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()))
        .count()
}

/// The elements in a parsed piece, but for those that the parser writes where they may be left out.
fn elements(parsed: &Html) -> usize {
    let nodes = parsed.tree.nodes().filter_map(|node| node.value().as_element());
    nodes.filter(|element| !["html", "head", "body", "tbody"].contains(&element.name())).count()
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let html = body(&[("page.md", text), ("c.svg", "")], "page").html;
    let parsed =
        Html::parse_document(&format!("<!DOCTYPE html><html><head></head><body>{html}</body></html>"));
    for node in parsed.tree.nodes() {
        match node.value() {
            Node::Element(element) => {
                prop_assert!(ELEMENTS.contains(&element.name()), "<{}> in {html}", element.name());
                for (name, value) in element.attrs() {
                    prop_assert!(ATTRIBUTES.contains(&name), "{name} in {html}");
                    let scheme = value.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
                    let is_address = ["href", "src"].contains(&name);
                    let safe = scheme.is_none_or(|(scheme, _)| {
                        ["http", "https", "mailto", "tel"].contains(&&*scheme.to_ascii_lowercase())
                    });
                    prop_assert!(!is_address || safe, "{value} in {html}");
                }
            }
            Node::Comment(_) | Node::ProcessingInstruction(_) => {
                prop_assert!(false, "{:?} in {html}", node.value());
            }
            _ => {}
        }
    }
    let own = start_tags(&html) - html.matches("<tbody").count();
    prop_assert_eq!(own, elements(&parsed), "the parser sees other elements in {}", html);
    // The line break at the beginning of a `<pre>` is dropped each time it is read.
    let bare = |html: &str| html.replace('\n', "");
    let once = parsed.html();
    prop_assert_eq!(bare(&Html::parse_document(&once).html()), bare(&once), "{} is not stable", html);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_browser_reads_what_was_written(pieces in proptest::collection::vec(proptest::sample::select(TRICKS), 0..25)) {
        holds(&pieces.concat())?;
    }
}

#[test]
fn known_mutations_stay_harmless() {
    for text in [
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
        "<svg><![CDATA[><image xlink:href=\"]]><img src=x onerror=alert(1)//\"></svg>",
        "<table><td><table><td></td></table></table><a href=\"javascript&colon;alert(1)\">x</a>",
        "<a title=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">x</a>",
        "<p><a href=\"https://x.example/\"><p><a href=\"https://x.example/\">x",
        "<b><table><tr><td><b>x</table>y",
    ] {
        holds(text).unwrap();
    }
}
