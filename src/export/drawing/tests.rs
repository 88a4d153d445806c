//! What a drawing loses, what it keeps, and when it is refused.

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::clean;

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:o=\"http://other\">{inside}</svg>"
    )
}

/// What stays of this in a drawing.
fn kept(inside: &str) -> String {
    let cleaned = clean(svg(inside).as_bytes()).unwrap();
    let inside = cleaned.strip_prefix("<svg xmlns=\"http://www.w3.org/2000/svg\">").unwrap();
    inside.strip_suffix("</svg>\n").unwrap().to_owned()
}

#[test]
fn what_is_seen_stays_as_it_was() {
    for same in [
        "<g id=\"a\" transform=\"rotate(45 10 10) scale(1.5)\"><path d=\"M0 0L10 10Z\" fill=\"url(#b)\"></path></g>",
        "<text x=\"1\" xml:space=\"preserve\">a &lt; b <tspan font-weight=\"bold\">c</tspan></text>",
        "<style>.a{fill:#f00}.b:hover{stroke:rgb(1,2,3)} @media (min-width:1px){ .c &gt; .d{fill:url(&quot;#b&quot;)} }</style>",
        "<linearGradient id=\"b\"><stop offset=\"0\" stop-color=\"#fff\" style=\"stop-opacity:1\"></stop></linearGradient>",
        "<use href=\"#a\" x=\"3\"></use>",
        "<a href=\"https://example.org/?a=1&amp;b=2\"><text>source</text></a>",
        "<filter id=\"f\"><feGaussianBlur in=\"SourceGraphic\" stdDeviation=\"2\"></feGaussianBlur></filter>",
        "<switch><text systemLanguage=\"de\">Hafen</text><text>Harbour</text></switch>",
    ] {
        assert_eq!(kept(same), same);
    }
    assert_eq!(kept("<use xlink:href=\"#a\"/>"), "<use href=\"#a\"></use>");
    assert_eq!(kept("<text><![CDATA[a < b & c]]></text>"), "<text>a &lt; b &amp; c</text>");
    assert_eq!(kept("<text title='\"'>&#97;&amp;</text>"), "<text>a&amp;</text>");
}

#[test]
fn what_runs_asks_or_is_not_seen_goes() {
    for (written, stays) in [
        ("<script>alert(1)</script><g/>", "<g></g>"),
        ("<o:script>alert(1)</o:script>", ""),
        ("<script xmlns=\"http://www.w3.org/1999/xhtml\">x</script>", ""),
        ("<g xmlns=\"http://www.w3.org/1999/xhtml\"><path xmlns=\"http://www.w3.org/2000/svg\"/></g>", ""),
        ("<g onload=\"x()\" ONCLICK=\"y\" o:onload=\"z\"/>", "<g></g>"),
        ("<metadata>qzx</metadata><o:namedview o:a=\"qzx\"/>", ""),
        ("<!-- qzx --><?xml-stylesheet href=\"https://x.example/\"?>", ""),
        ("<g>hidden words <path/></g>", "<g><path></path></g>"),
        ("<g data-source=\"qzx\" o:label=\"qzx\"/>", "<g></g>"),
        ("<use href=\"https://x.example/a.svg#b\"/>", "<use></use>"),
        ("<use href=\"other.svg#b\" xlink:href=\"data:image/svg+xml,x\"/>", "<use></use>"),
        ("<image href=\"https://x.example/a.png\"/>", ""),
        ("<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>", ""),
        ("<feImage href=\"https://x.example/\"/>", ""),
        ("<a href=\"javascript:alert(1)\"><text>a</text></a>", "<a><text>a</text></a>"),
        ("<a href=\" java&#10;script:alert(1)\"/>", "<a></a>"),
        ("<a xlink:href=\"data:text/html,x\"/>", "<a></a>"),
        ("<a href=\"../people/mole.html\"/>", "<a></a>"),
        ("<a><set attributeName=\"href\" to=\"javascript:alert(1)\"/></a>", "<a></a>"),
        ("<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>", ""),
        ("<handler type=\"text/javascript\">x</handler><iframe/><embed/>", ""),
        ("<path fill=\"url(https://x.example/#a)\"/>", "<path fill=\" none \"></path>"),
        ("<path fill=\"u\\72l(https://x.example/#a)\"/>", "<path fill=\" none \"></path>"),
        ("<path style=\"fill:url('https://x.example/')\"/>", "<path style=\"fill: none \"></path>"),
        ("<path cursor=\"image-set('x.png' 1x)\"/>", "<path cursor=\" none \"></path>"),
        ("<style>@import 'https://x.example/a.css'; .a{fill:red}</style>", "<style> .a{fill:red}</style>"),
        ("<style>@\\69mport url(//x.example);a{b:c}</style>", "<style>a{b:c}</style>"),
        ("<style>a{b:c/* qzx */d}</style>", "<style>a{b:c/**/d}</style>"),
        (
            "<style>a{b:src('x')}@font-face{src:url(//x.example)}</style>",
            "<style>a{b: none }@font-face{src: none }</style>",
        ),
        (
            "<style>&lt;/style>&lt;script>alert(1)&lt;/script></style>",
            "<style>&lt;/style&gt;&lt;script&gt; none &lt;/script&gt;</style>",
        ),
        ("<text>&lt;script>x&lt;/script>]]&gt;</text>", "<text>&lt;script&gt;x&lt;/script&gt;]]&gt;</text>"),
        ("<g id='\"&gt;&lt;script>'/>", "<g id=\"&quot;&gt;&lt;script&gt;\"></g>"),
        ("<text>&#0;a\u{1}</text>", ""),
    ] {
        // A reference to a character that no text has is an error in itself.
        if written.contains("&#0;") {
            assert!(clean(svg(written).as_bytes()).is_err());
        } else {
            assert_eq!(kept(written), stays, "{written}");
        }
    }
}

#[test]
fn a_picture_in_a_drawing_is_cleaned_like_any_other() {
    use base64::Engine as _;
    let encode = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
    let jpeg = crate::export::images::samples::jpeg();
    let told = encode(&[jpeg.as_slice(), b"a canary"].concat());
    let image = |data: &str| format!("<image href=\"data:image/jpeg;base64,{data}\"></image>");
    assert_eq!(kept(&image(&told)), image(&encode(&jpeg)));
}

#[test]
fn what_cannot_be_read_for_certain_is_refused() {
    let entities = "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>";
    let deep = format!("{}{}", "<g>".repeat(100_000), "</g>".repeat(100_000));
    let bomb: String = (1..20)
        .map(|n| format!("<g id=\"g{n}\">{}</g>", format!("<use xlink:href=\"#g{}\"/>", n - 1).repeat(10)))
        .collect();
    let crowded: String = (0..300).map(|n| format!(" xmlns:n{n}=\"x\"")).collect();
    for (written, why) in [
        (format!("{entities}{}", svg("&b;")), "entities of its own"),
        (svg("<text>&xxe;</text>"), "`&xxe;`"),
        (svg("<g>"), "not well-formed"),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"><g>".into(), "breaks off"),
        (svg("<g></p>"), "not well-formed"),
        ("<svg/>".into(), "no browser shows it"),
        ("<html/>".into(), "no browser shows it"),
        ("words".into(), "outside"),
        (String::new(), "breaks off"),
        (format!("{}{}", svg(""), svg("")), "two drawings"),
        (
            svg("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">a</p></foreignObject>"),
            "words as HTML",
        ),
        (svg(&deep), "levels deep"),
        (svg(&bomb), "so often"),
        (svg("<g id=\"a\"><use href=\"#a\"/></g>"), "so often"),
        (svg(&format!("<g{crowded}/>")), "namespaces"),
    ] {
        let refused = clean(written.as_bytes()).unwrap_err().to_string();
        assert!(refused.contains(why), "{refused}");
    }
    assert!(clean(b"\x1F\x8B\x08").unwrap_err().to_string().contains("compressed"));
    assert!(clean(b"\xFF\xFE<\0s\0v\0g\0").unwrap_err().to_string().contains("UTF-8"));
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(vec![
        "<g>",
        "</g>",
        "<g/>",
        "<text>",
        "</text>",
        "<style>",
        "</style>",
        "<script>",
        "</script>",
        "<a href=\"",
        "javascript:alert(1)",
        "#a",
        "\">",
        "\"/>",
        "'",
        "\"",
        " onload=",
        "url(",
        ")",
        "\\75",
        "rl(",
        "@import",
        ";",
        "{",
        "}",
        "/*",
        "*/",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&lt;",
        "&gt;",
        "&#60;",
        "&",
        "<",
        ">",
        "<o:g>",
        "</o:g>",
        "<image href=\"data:image/png;base64,",
        "https://x.example/",
        " style=\"",
        " fill=\"",
        "<set to=\"",
        "<!DOCTYPE svg",
        "<?xml",
        "?>",
        "\u{0}",
        "a",
        " ",
    ]);
    proptest::collection::vec(piece, 0..25).prop_map(|pieces| pieces.concat())
}

/// The names of all attributes, in lower case; the same letters among words of a text or a style run nothing.
fn attributes(drawing: &str) -> Vec<String> {
    let mut reader = Reader::from_str(drawing);
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => names
                .extend(tag.attributes().map(|attribute| {
                    String::from_utf8_lossy(attribute.unwrap().key.as_ref()).to_lowercase()
                })),
            Event::Eof => return names,
            _ => {}
        }
    }
}

/// What is read as style; `@import` anywhere else, such as `fill="@import"`, asks for nothing.
fn styles(drawing: &str) -> String {
    let mut reader = Reader::from_str(drawing);
    let (mut styles, mut in_style) = (String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => {
                in_style = tag.name().as_ref() == b"style";
                let own = tag.attributes().map(Result::unwrap);
                for attribute in own.filter(|attribute| attribute.key.as_ref() == b"style") {
                    styles.push_str(&String::from_utf8_lossy(&attribute.value));
                }
            }
            Event::End(_) => in_style = false,
            Event::Text(text) if in_style => styles.push_str(&String::from_utf8_lossy(&text)),
            Event::Eof => return styles,
            _ => {}
        }
    }
}

#[test]
fn an_attribute_is_told_from_words_that_look_like_one() {
    assert_eq!(kept("<style> onload=</style>"), "<style> onload=</style>");
    assert_eq!(attributes(&svg("<style> onload=</style><g ONload=\"a\"/>"))[3..], ["onload"]);
    assert_eq!(styles(&svg("<style>a{}</style><g style=\"b\" fill=\"@import\">@import</g>")), "a{}b");
    assert_eq!(kept("<path fill=\"@import\"/>"), "<path fill=\"@import\"></path>");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What went through once goes through again as it is, and names nothing.
    #[test]
    fn what_is_clean_stays_clean(inside in pieces()) {
        if let Ok(cleaned) = clean(svg(&inside).as_bytes()) {
            prop_assert_eq!(&clean(cleaned.as_bytes()), &Ok(cleaned.clone()));
            let lower = cleaned.to_lowercase();
            for word in ["<script", "<!", "<?", "<set", "<o:", "href=\"j", "url(h"] {
                prop_assert!(!lower.contains(word), "{} in {}", word, cleaned);
            }
            prop_assert!(!styles(&lower).contains("@import"), "{}", cleaned);
            for name in attributes(&cleaned) {
                prop_assert!(!name.starts_with("on"), "{} in {}", name, cleaned);
            }
        }
    }
}
