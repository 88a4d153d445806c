//! How it is known that one source was made from another.

/// Who says that a source rests on another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Derivation {
    /// The source itself: it names what it rests on.
    #[default]
    Stated,
    /// The editors, who give their grounds.
    Assessed,
}

impl Derivation {
    /// The derivation of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Stated, Self::Assessed].into_iter().find(|kind| kind.word().eq_ignore_ascii_case(word.trim()))
    }

    /// The word an editor writes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Assessed => "assessed",
        }
    }

    /// The key of what readers see.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Stated => "derivation-stated",
            Self::Assessed => "derivation-assessed",
        }
    }
}
