//! Words → HTML text, attribute values, addresses.

use std::fmt::Write as _;

/// Write words as text: nothing in them is markup any more.
pub fn push_text(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if is_forbidden(c) => {}
            c => out.push(c),
        }
    }
}

/// Words as text.
pub fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    push_text(&mut out, words);
    out
}

/// Words as the value of an attribute, between double quotes.
pub fn attribute(words: &str) -> String {
    text(words).replace('"', "&quot;")
}

/// JSON as what a `<script>` of HTML may hold: what could end the element, or is forbidden in HTML, is written as JSON's
/// own escape. Outside of its strings JSON has none of these characters, so it still says the same.
pub fn json(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    for c in written.chars() {
        if matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') || is_forbidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Characters that HTML forbids in any form (HTML Standard §13.2.3.5): controls and noncharacters.
pub fn is_forbidden(c: char) -> bool {
    let noncharacter = (c as u32) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    noncharacter || (c.is_control() && !matches!(c, '\t' | '\n'))
}

/// An address that leads out of the dossier, as a valid URL: what a URL may not hold is percent-encoded, what is
/// encoded already stays.
pub fn address(written: &str) -> String {
    let authority = written.find("://").map_or(0, |at| {
        let rest = &written[at + 3..];
        at + 3 + rest.find(['/', '?', '#']).unwrap_or(rest.len())
    });
    encode(written, |at, c| {
        c.is_alphanumeric()
            || "!$&'()*+,-./:;=?@_~#".contains(c)
            || (at < authority && "[]".contains(c))
            || (c == '%' && is_escape(&written[at..]))
    })
}

/// What comes after `#` in an address, for `href`.
pub fn fragment(words: &str) -> String {
    encode(words, |_, c| (c.is_ascii_alphanumeric()) || "-._~!$&'()*+,;=:@/?".contains(c))
}

fn encode(words: &str, stays: impl Fn(usize, char) -> bool) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        if stays(at, c) {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

fn is_escape(rest: &str) -> bool {
    rest.as_bytes().get(1..3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_for_their_context() {
        assert_eq!(text("a < b & \"c\"\0\u{7f}"), "a &lt; b &amp; \"c\"");
        assert_eq!(attribute("\"><script>"), "&quot;&gt;&lt;script&gt;");
    }

    #[test]
    fn json_cannot_end_its_element_and_says_the_same() {
        let words = "</script><!-- & \u{2028}\u{7f}\u{1fffe} \\u003c";
        let written = json(&serde_json::to_string(words).unwrap());
        assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{7f}', '\u{1fffe}']), "{written}");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), words);
    }

    #[test]
    fn addresses_are_valid() {
        for (written, expected) in [
            ("https://a.example/b c?d=[1]#e", "https://a.example/b%20c?d=%5B1%5D#e"),
            ("https://[::1]/100%/%20", "https://[::1]/100%25/%20"),
            ("https://münchen.example/\u{a0}", "https://münchen.example/%C2%A0"),
        ] {
            assert_eq!(address(written), expected, "{written}");
        }
        assert_eq!(fragment("page=4"), "page=4");
        assert_eq!(fragment("über uns"), "%C3%BCber%20uns");
    }
}
