//! Filling the gaps of a language's patterns, and lists.

use super::DateLanguage;

/// The pattern with each `{name}` replaced by its text. What is filled in is not searched again, and a gap that
/// nobody fills stays empty.
pub(in crate::model::date) fn fill(pattern: &str, gaps: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some((before, name, after)) = next_gap(rest) {
        filled.push_str(before);
        if let Some((_, text)) = gaps.iter().find(|(gap, _)| *gap == name) {
            filled.push_str(text);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn next_gap(text: &str) -> Option<(&str, &str, &str)> {
    let (before, gap) = text.split_once('{')?;
    let (name, after) = gap.split_once('}')?;
    Some((before, name, after))
}

/// "a, b and c", with the language's comma and the given last joint.
pub(super) fn list<T: AsRef<str>>(items: &[T], last_joint: &str, language: &DateLanguage) -> String {
    let mut text = String::new();
    for (at, item) in items.iter().enumerate() {
        let joint = if at + 1 == items.len() { last_joint } else { &language.several.comma };
        let item = item.as_ref();
        text = if at == 0 { item.to_owned() } else { fill(joint, &[("first", &text), ("last", item)]) };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_once() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "x")]), "{b} of x");
        assert_eq!(fill("{missing}, {a}", &[("a", "x")]), ", x");
        assert_eq!(fill("open {a", &[("a", "x")]), "open {a");
    }

    #[test]
    fn lists_end_in_their_last_joint() {
        let english = DateLanguage::english();
        assert_eq!(list(&["a"], "{first} or {last}", &english), "a");
        assert_eq!(list(&["a", "b"], "{first} or {last}", &english), "a or b");
        assert_eq!(list(&["a", "b", "c"], "{first} and {last}", &english), "a, b and c");
    }
}
