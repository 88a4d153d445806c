//! Words → HTML, where a template places them.

use std::io::{self, Write};

/// The bytes that are not written as they are.
const MARKUP: [bool; 256] = {
    let mut markup = [false; 256];
    let mut at = 0;
    while at < 5 {
        markup[b"&<>\"'"[at] as usize] = true;
        at += 1;
    }
    markup
};

/// Write words as HTML, in an element or an attribute. It is what Tera does by itself, but a stretch at a time and not a
/// byte: most words hold no markup.
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
            _ => b"&#39;",
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
        fn it_is_what_tera_does(words in "[&<>\"'a-c/é\u{0}]{0,40}") {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            escape(&words, &mut ours).unwrap();
            tera::escape_html(&words, &mut theirs).unwrap();
            prop_assert_eq!(ours, theirs);
        }
    }
}
