//! Words from a dossier made safe to print.
//!
//! What a person wrote, or was sent, can hold characters that steer a terminal (escape sequences), turn the
//! reading order round (bidirectional controls, the "Trojan source" trick) or show nothing at all. Printed raw
//! they could rewrite the very report that warns of them, so they are spelled out: `\u{1b}`. The joiners that
//! Persian, Hindi and emoji are written with stay as they are.

use std::borrow::Cow;

/// Whether a character acts on what displays it, or hides, instead of showing itself.
pub(super) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// The text with every hidden character spelled out, but for those that `keep` lets through.
fn spelled_out(text: &str, keep: impl Fn(char) -> bool) -> Cow<'_, str> {
    let hides = |character: char| is_hidden(character) && !keep(character);
    if !text.contains(hides) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if hides(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// A piece of a source line: tabs stay, because the renderer gives them their width.
pub(super) fn source(text: &str) -> Cow<'_, str> {
    spelled_out(text, |character| character == '\t')
}

/// A text of several lines, cut after `most` characters.
pub(super) fn lines(text: &str, most: usize) -> String {
    spelled_out(&cut(text, most), |character| matches!(character, '\n' | '\t')).replace('\t', "    ")
}

/// A text on one line, cut after `most` characters. A line end becomes a space: words quoted from a page
/// cannot pass for a further line of the report.
pub(super) fn one_line(text: &str, most: usize) -> String {
    let text = cut(text.trim_end(), most);
    let flat = text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ");
    spelled_out(&flat, |_| false).into_owned()
}

/// At most so many characters, with `…` for what was cut.
fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((at, _)) => Cow::Owned(format!("{}…", &text[..at])),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_out_what_would_act_or_hide() {
        assert_eq!(one_line("a\u{1b}[31mb", 99), r"a\u{1b}[31mb");
        assert_eq!(one_line("a\u{202e}b\u{9b}c\u{200b}", 99), r"a\u{202e}b\u{9b}c\u{200b}");
        assert_eq!(source("a\tb\rc"), "a\tb\\u{d}c");
    }

    #[test]
    fn leaves_every_script_as_it_is() {
        let words = "می\u{200c}خواهم 👩\u{200d}🔬 Ðorđe 東京 é";
        assert_eq!(one_line(words, 99), words);
    }

    #[test]
    fn keeps_to_one_line_and_to_the_length() {
        assert_eq!(one_line("one\nerror[R501]: two\r\nthree", 99), "one error[R501]: two three");
        assert_eq!(lines("éénes\nmeer", 7), "éénes\nm…");
    }
}
