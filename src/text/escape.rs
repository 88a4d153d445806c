//! Words → HTML text, attribute values, addresses.

use std::fmt::Write as _;

/// First bytes of the characters that are not always written as they are.
type Suspects = [bool; 256];

const IN_TEXT: Suspects = suspects(b"&<>");
const IN_ATTRIBUTE: Suspects = suspects(b"&<>\"");
/// Besides those of text, what begins the line separators of JavaScript.
const IN_JSON: Suspects = suspects(b"&<>\xe2");

/// These, and what begins a character that is [forbidden](is_forbidden): controls, and the few first bytes that
/// noncharacters have in UTF-8.
const fn suspects(others: &[u8]) -> Suspects {
    let mut suspects = [false; 256];
    let mut byte = 0;
    while byte < suspects.len() {
        suspects[byte] = match byte {
            0x09 | 0x0a => false,
            0..=0x1f | 0x7f | 0xc2 | 0xef | 0xf0..=0xf4 => true,
            _ => false,
        };
        byte += 1;
    }
    let mut at = 0;
    while at < others.len() {
        suspects[others[at] as usize] = true;
        at += 1;
    }
    suspects
}

/// How many bytes are looked at together.
const TOGETHER: usize = 16;

/// Where the first of these bytes stands. Plain words are most of all, so whole stretches of them are passed over.
fn first(suspects: &Suspects, words: &[u8]) -> Option<usize> {
    let is_plain = |byte: u8| {
        (0x20..0x7f).contains(&byte) & (byte != b'&') & (byte != b'<') & (byte != b'>') & (byte != b'"')
    };
    let suspect_in = |stretch: &[u8]| stretch.iter().position(|byte| suspects[usize::from(*byte)]);
    let (stretches, rest) = words.as_chunks::<TOGETHER>();
    for (nth, stretch) in stretches.iter().enumerate() {
        // Without a way out in between, so that it is one step for the machine.
        let plain = stretch.iter().fold(true, |plain, byte| plain & is_plain(*byte));
        if !plain && let Some(at) = suspect_in(stretch) {
            return Some(nth * TOGETHER + at);
        }
    }
    Some(words.len() - rest.len() + suspect_in(rest)?)
}

/// Write words: characters that begin with a suspect byte through `write`, all others as they are.
fn push(out: &mut String, words: &str, suspects: &Suspects, write: impl Fn(&mut String, char)) {
    let mut rest = words;
    while let Some(at) = first(suspects, rest.as_bytes()) {
        let (plain, suspect) = rest.split_at(at);
        out.push_str(plain);
        let mut suspect = suspect.chars();
        if let Some(c) = suspect.next() {
            write(out, c);
        }
        rest = suspect.as_str();
    }
    out.push_str(rest);
}

/// Write words as text: nothing in them is markup any more.
pub fn push_text(out: &mut String, words: &str) {
    push(out, words, &IN_TEXT, push_char);
}

/// Write words as the value of an attribute, between double quotes.
pub fn push_attribute(out: &mut String, words: &str) {
    push(out, words, &IN_ATTRIBUTE, |out, c| match c {
        '"' => out.push_str("&quot;"),
        c => push_char(out, c),
    });
}

fn push_char(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        c if is_forbidden(c) => {}
        c => out.push(c),
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
    let mut out = String::with_capacity(words.len());
    push_attribute(&mut out, words);
    out
}

/// JSON as what a `<script>` of HTML may hold: what could end the element, or is forbidden in HTML, is written as JSON's
/// own escape. Outside of its strings JSON has none of these characters, so it still says the same.
pub fn json(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    push(&mut out, written, &IN_JSON, |out, c| {
        if matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') || is_forbidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    });
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_escaped_for_their_context() {
        assert_eq!(text("a < b & \"c\"\0\u{7f}"), "a &lt; b &amp; \"c\"");
        assert_eq!(attribute("\"><script>"), "&quot;&gt;&lt;script&gt;");
    }

    /// The characters whose first bytes are suspect, and some of those beside them.
    const EDGES: &str = "[\u{0}-\u{ff}\u{2020}-\u{2030}\u{fdc0}-\u{fe00}\u{ffe0}-\u{ffff}\u{1fff0}-\u{20000}\u{ffffe}-\u{10ffff}]{0,60}";

    proptest! {
        #[test]
        fn each_character_is_written_by_the_rule_wherever_it_stands(words in EDGES) {
            let written = |c: char| match c {
                '&' => "&amp;".to_owned(),
                '<' => "&lt;".to_owned(),
                '>' => "&gt;".to_owned(),
                c if is_forbidden(c) => String::new(),
                c => c.to_string(),
            };
            let expected: String = words.chars().map(written).collect();
            prop_assert_eq!(text(&words), &*expected);
            prop_assert_eq!(attribute(&words), expected.replace('"', "&quot;"));
        }
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
