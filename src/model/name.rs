//! How names are compared, and how they become ids.
//!
//! Two names are the same when they are equal after Unicode case folding and in one Unicode form (NFC), with
//! runs of white space taken as one space: `Société`, `SOCIÉTÉ` and its decomposed spelling are one name.
//! Compatibility forms stay apart (never NFKC): `②` is not `2`.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;

use unicase::UniCase;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A name in the one form in which names are compared.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoldedName(Arc<str>);

impl FoldedName {
    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for FoldedName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for FoldedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Fold a name for comparison.
#[must_use]
pub fn fold(name: &str) -> FoldedName {
    FoldedName(folded(name).into())
}

/// The folded text alone, to look a name up: most ids are written in this very form, and then nothing is made anew.
#[must_use]
pub fn folded(name: &str) -> Cow<'_, str> {
    let is_trim = |end: Option<&u8>| end.is_some_and(u8::is_ascii_graphic);
    let (first, last) = (name.as_bytes().first(), name.as_bytes().last());
    // To look for space at the ends takes longer than all else.
    let name = if is_trim(first) && is_trim(last) { name } else { name.trim() };
    match plain(name) {
        Some(false) => return Cow::Borrowed(name),
        Some(true) => return Cow::Owned(name.to_ascii_lowercase()),
        None => {}
    }
    let mut spaced = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    // Folding can leave a decomposed sequence, and composing can give a foldable letter: one more round settles it.
    let composed: String = spaced.nfc().collect();
    UniCase::unicode(composed).to_folded_case().nfc().collect()
}

/// Whether a name of ASCII with single spaces holds capitals; `None` for any other name.
fn plain(name: &str) -> Option<bool> {
    let bytes = name.as_bytes();
    // No loop stops early, so that each of them takes many bytes at once.
    let other =
        bytes.iter().fold(false, |other, byte| other | !byte.is_ascii() | matches!(byte, b'\t' | b'\n'));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let spaced = pairs.fold(false, |spaced, (a, b)| spaced | ((*a == b' ') & (*b == b' ')));
    if other || spaced {
        return None;
    }
    let capitals = bytes.iter().fold(false, |capitals, byte| capitals | byte.is_ascii_uppercase());
    Some(capitals)
}

/// The id that a name gives: letters and digits of any script in lower case, everything else as single hyphens.
/// Empty when the name holds neither.
#[must_use]
pub fn slug(name: &str) -> String {
    let lower = if is_nfc_quick(name.chars()) == IsNormalized::Yes {
        name.to_lowercase()
    } else {
        name.nfc().collect::<String>().to_lowercase()
    };
    let mut out = String::with_capacity(lower.len());
    for part in lower.split(|c: char| !(c.is_alphanumeric() || is_mark(c))).filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(part);
    }
    // Lowering can decompose (`İ`): ids are always composed.
    if out.is_ascii() { out } else { out.nfc().collect() }
}

/// Combining marks belong to their letter: without them Devanagari or Thai words would fall apart.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_compared_in_one_form_without_case() {
        for (a, b) in [
            ("Ian Levy", "ian  LEVY"),
            ("Société", "SOCIE\u{301}TE\u{301}"),
            ("Straße", "STRASSE"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος"),
            (" BBC\t", "bbc"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} / {b}");
        }
        assert_ne!(fold("②"), fold("2"));
        assert_ne!(fold("Levy"), fold("Lévy"));
    }

    #[test]
    fn slugs_keep_letters_of_every_script() {
        for (name, expected) in [
            ("Ian Levy", "ian-levy"),
            ("  “Kaspersky”: the warning! ", "kaspersky-the-warning"),
            ("Łukasz Wójcik", "łukasz-wójcik"),
            ("国家网络安全中心", "国家网络安全中心"),
            ("हिन्दी", "हिन्दी"),
            ("---", ""),
            ("2017-12-01", "2017-12-01"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(name in "\\PC{0,40}") {
            let once = fold(&name);
            prop_assert_eq!(fold(once.as_str()), once);
        }

        #[test]
        fn a_slug_is_its_own_slug_and_safe_in_an_address(name in "\\PC{0,40}") {
            let id = slug(&name);
            prop_assert_eq!(slug(&id), id.clone());
            prop_assert!(!id.contains(['/', '\\', '.', ' ', '#', '?', '%', ':', '<', '"', '&']));
            prop_assert!(!id.starts_with('-') && !id.ends_with('-'));
        }
    }
}
