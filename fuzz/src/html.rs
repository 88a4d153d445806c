//! What holds of all HTML that goes out, as a browser's parser reads it.

use scraper::{ElementRef, Html};

/// Elements that run something, load something, or change what stands around them.
const REFUSED: [&str; 18] = [
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "base",
    "meta",
    "link",
    "svg",
    "math",
    "template",
    "noscript",
    "frame",
    "applet",
    "textarea",
    "button",
    "plaintext",
];

/// Nothing in it runs, asks for anything elsewhere, or is read in another way when it is read again.
pub fn is_harmless(html: &str) {
    let fragment = Html::parse_fragment(html);
    for element in fragment.root_element().descendants().filter_map(ElementRef::wrap) {
        let name = element.value().name();
        assert!(!REFUSED.contains(&name), "<{name}> in {html}");
        for (attribute, value) in element.value().attrs() {
            assert!(!attribute.starts_with("on") && attribute != "style", "{attribute} in {html}");
            if ["href", "src", "cite", "action", "srcset"].contains(&attribute) {
                assert!(is_safe(attribute, value), "{attribute}={value:?} in {html}");
            }
        }
    }
    let once = fragment.root_element().inner_html();
    let twice = Html::parse_fragment(&once).root_element().inner_html();
    assert_eq!(once, twice, "read again, it is something else: {html}");
}

/// Whether an address has a harmless scheme or none. Browsers pass over white space and control characters.
fn is_safe(attribute: &str, value: &str) -> bool {
    let value: String = value.chars().filter(|c| *c > ' ').collect::<String>().to_ascii_lowercase();
    let scheme = value.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
    let allowed: &[&str] = if attribute == "src" { &[] } else { &["http", "https", "mailto", "tel"] };
    scheme.is_none_or(|(scheme, _)| allowed.contains(&scheme))
}
