//! A word is planted wherever an image can say something beside its picture, and must be gone.

mod any;
mod gif;
mod jpeg;
mod png;
mod webp;

use super::{clean, samples};

/// The planted word.
const CANARY: &str = "qzxcanaryok";

/// Whether a word is anywhere in these bytes.
fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// The image cleaned; the canary was in it, in ASCII or UTF-16, and is not.
fn cleaned(image: &[u8]) -> Vec<u8> {
    let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert!(holds(image, CANARY.as_bytes()) || holds(image, &wide), "nothing was planted");
    let cleaned = clean(image).unwrap();
    assert!(!holds(&cleaned, CANARY.as_bytes()) && !holds(&cleaned, &wide), "{}", cleaned.escape_ascii());
    assert_eq!(clean(&cleaned).unwrap(), cleaned, "what is clean stays as it is");
    cleaned
}

/// The words of the refusal.
fn refusal(image: &[u8]) -> String {
    clean(image).unwrap_err().to_string()
}
