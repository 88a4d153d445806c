//! A text in the form in which names are looked for: without case, accents and signs.
//!
//! Words are parted by single spaces whatever stands between them, so that `Mara Lind`, `MARA  LIND`, `**Mara** Lind`,
//! `mara-lind` and a name that goes over two lines are one. Every byte knows the place in the text that it came from.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text to look for names in.
#[derive(Debug, Default)]
pub(super) struct Wording {
    /// The folded text.
    pub(super) text: String,
    /// Of each byte of it, where in the original the character begins that it stands for.
    from: Vec<u32>,
    /// Where the original ends.
    end: usize,
}

impl Wording {
    /// Fold a text.
    pub(super) fn of(original: &str) -> Self {
        let room = original.len();
        let mut wording =
            Self { text: String::with_capacity(room), from: Vec::with_capacity(room), end: room };
        let mut at = 0;
        while let Some(c) = original.get(at..).and_then(|rest| rest.chars().next()) {
            let mut length = c.len_utf8();
            match c {
                'a'..='z' | '0'..='9' => wording.push(c, at),
                'A'..='Z' => wording.push(c.to_ascii_lowercase(), at),
                '&' => match reference(&original[at..]) {
                    Some((meant, written)) => {
                        wording.push_any(meant, at);
                        length = written;
                    }
                    None => wording.part(at),
                },
                c if c.is_ascii() => wording.part(at),
                c => wording.push_any(c, at),
            }
            at += length;
        }
        wording
    }

    /// Where in the original this stretch of the folded text stands.
    pub(super) fn place(&self, stretch: Range<usize>) -> Range<usize> {
        let at = |place: usize| self.from.get(place).map_or(self.end, |from| *from as usize);
        let last = stretch.end.saturating_sub(1);
        // To the end of the last character, and no further: what follows it may be far away.
        let end = (stretch.end..self.from.len()).find(|place| self.from[*place] != self.from[last]);
        at(stretch.start)..end.map_or(self.end, |place| self.from[place] as usize)
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.from.extend(std::iter::repeat_n(at, c.len_utf8()));
    }

    /// A space, where there is none yet.
    fn part(&mut self, at: usize) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.push(' ', at);
        }
    }

    fn push_any(&mut self, c: char, at: usize) {
        if is_unseen(c) {
            return;
        }
        for c in std::iter::once(c).nfd().filter(|c| !is_accent(*c)) {
            match c {
                'ß' | 'ẞ' => ['s', 's'].into_iter().for_each(|c| self.push(c, at)),
                c if c.is_alphanumeric() || is_combining_mark(c) => {
                    c.to_lowercase().filter(|c| !is_accent(*c)).for_each(|c| self.push(c, at));
                }
                _ => self.part(at),
            }
        }
    }
}

/// A character that is written by its number, or as one of the spaces; and how many bytes that takes.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.get(..text.len().min(12)).or(Some(text))?.find(';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None if matches!(name, "nbsp" | "ensp" | "emsp" | "thinsp" | "amp") => ' ',
        None if matches!(name, "shy" | "zwj" | "zwnj") => '\u{ad}',
        None => return None,
    };
    Some((c, end + 1))
}

/// Whether a character takes no room: it parts no word.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Whether a mark only accents a letter, or says a vowel that is mostly left out.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Whether a script is written without spaces between words, or ties endings to them: a name can begin and end anywhere.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}')
        || matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
        || matches!(c, '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a script ties small words to the beginning of a name.
pub(super) fn ties_words(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_the_same_is_the_same() {
        for (written, expected) in [
            ("Mara  LIND", "mara lind"),
            ("**Mara**\n> Lind", "mara lind"),
            ("mara-lind_2", "mara lind 2"),
            ("Mara&nbsp;Lind &#76;", "mara lind l"),
            ("José / JOSE\u{301}", "jose jose"),
            ("Straße", "strasse"),
            ("Ko\u{ad}wal\u{200b}ski", "kowalski"),
            ("R&D", "r d"),
            ("Łódź", "łodz"),
            ("İzmir", "izmir"),
            ("田中、太郎", "田中 太郎"),
            ("हिन्दी", "हिन्दी"),
        ] {
            assert_eq!(Wording::of(written).text.trim(), expected, "{written}");
        }
    }

    #[test]
    fn every_stretch_leads_back_to_its_words() {
        let text = "Über **Mara**\n  Lind, José.";
        let wording = Wording::of(text);
        for (folded, original) in [("mara lind", "Mara**\n  Lind"), ("uber", "Über"), ("jose", "José")] {
            let start = wording.text.find(folded).unwrap();
            assert_eq!(&text[wording.place(start..start + folded.len())], original);
        }
    }
}
