//! The first place in which two files differ, for a person to look at.

/// So many characters of a line are shown from where it differs.
const SHOWN: usize = 60;

/// So many characters before that.
const BEFORE: usize = 20;

/// Where two texts first differ.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The line, from 1.
    pub line: usize,
    /// The words that stand there; `None` where the file ends before.
    pub found: Option<String>,
    /// The words that ought to stand there.
    pub expected: Option<String>,
}

impl Difference {
    /// Between what was found and what was expected; `None` where they are equal, or one is no text.
    pub(super) fn of(found: &[u8], expected: &[u8]) -> Option<Self> {
        let mut at = found.iter().zip(expected).take_while(|(one, other)| one == other).count();
        if at == found.len() && at == expected.len() {
            return None;
        }
        // Back to where a character begins: its first bytes may be those of another.
        while expected.get(at).or(found.get(at)).is_some_and(|byte| byte & 0xc0 == 0x80) && at > 0 {
            at -= 1;
        }
        let same = &expected[..at];
        let start = same.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let line = 1 + same.iter().filter(|byte| **byte == b'\n').count();
        Some(Self { line, found: words(found, start, at)?, expected: words(expected, start, at)? })
    }
}

/// The words around the byte `at` of the line that begins at `start`: none where the text ends there, `None` where it
/// is no text.
fn words(bytes: &[u8], start: usize, at: usize) -> Option<Option<String>> {
    if at == bytes.len() {
        return Some(None);
    }
    // What was read may end in the midst of a character, and so may what is the same in both.
    let line = bytes.get(start..)?.split_inclusive(|byte| *byte == b'\n').next()?;
    if line.contains(&0) {
        return None;
    }
    let readable = line.utf8_chunks().all(|chunk| chunk.invalid().is_empty());
    let cut_off = start + line.len() == bytes.len();
    if !readable && !cut_off {
        return None;
    }
    let text = String::from_utf8_lossy(line);
    let before = String::from_utf8_lossy(&line[..at - start]);
    let from = before.chars().count().saturating_sub(BEFORE);
    let mut shown: String = text.chars().skip(from).take(BEFORE + SHOWN).collect();
    if from > 0 {
        shown.insert(0, '…');
    }
    if text.chars().count() > from + BEFORE + SHOWN {
        shown.push('…');
    }
    Some(Some(shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(found: &str, expected: &str) -> (usize, Option<String>, Option<String>) {
        let difference = Difference::of(found.as_bytes(), expected.as_bytes()).unwrap();
        (difference.line, difference.found, difference.expected)
    }

    #[test]
    fn the_first_line_that_differs_is_shown_around_the_place() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(of("a\nb c\nd", "a\nb x\nd"), (2, some("b c\n"), some("b x\n")));
        assert_eq!(of("a\n", "a\nmore"), (2, None, some("more")));
        assert_eq!(of("more", ""), (1, some("more"), None));
        assert_eq!(of("a\r\nb", "a\nb"), (1, some("a\r\n"), some("a\n")));
        let long = "0123456789".repeat(20);
        let (_, found, _) = of(&format!("{long}é{long}"), &format!("{long}è{long}"));
        assert_eq!(found.unwrap(), format!("…01234567890123456789é{}…", &long[..59]));
    }

    #[test]
    fn what_is_no_text_is_not_shown_and_equal_files_differ_nowhere() {
        assert_eq!(Difference::of(b"a\0b", b"a\0c"), None);
        assert_eq!(Difference::of(b"\xff\xfe\nx", b"\xff\xff\nx"), None);
        assert_eq!(Difference::of(b"same", b"same"), None);
    }
}
