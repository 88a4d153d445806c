//! Words → HTML, where a template places them.

use std::io::{self, Write};

/// The bytes that are not written as they are: markup, and control characters, which no page may hold.
const MARKUP: [bool; 256] = {
    let mut markup = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        markup[control] = control != b'\t' as usize && control != b'\n' as usize;
        control += 1;
    }
    markup[0x7f] = true;
    let mut at = 0;
    while at < 5 {
        markup[b"&<>\"'"[at] as usize] = true;
        at += 1;
    }
    markup
};

/// Write words as HTML, in an element or an attribute. It is what Tera does by itself, but a stretch at a time and not a
/// byte: most words hold no markup. Control characters are left out, as they are in bodies.
pub(super) fn escape(words: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut rest = words.as_bytes();
    while let Some(at) = rest.iter().position(|byte| MARKUP[usize::from(*byte)]) {
        let (plain, from_markup) = rest.split_at(at);
        out.write_all(plain)?;
        let Some((markup, behind)) = from_markup.split_first() else { break };
        out.write_all(match markup {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            b'\'' => b"&#39;",
            _ => b"",
        })?;
        rest = behind;
    }
    out.write_all(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::escape;

    proptest! {
        #[test]
        fn it_is_what_tera_does(words in "[&<>\"'a-c/é\n]{0,40}") {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            escape(&words, &mut ours).unwrap();
            tera::escape_html(&words, &mut theirs).unwrap();
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn control_characters_are_left_out() {
        let mut out = Vec::new();
        escape("a\0\u{1b}[1m\r\u{7f}b\t\n", &mut out).unwrap();
        assert_eq!(out, b"a[1mb\t\n");
    }
}
