//! The scales on which claims and sources are rated.
//!
//! Two axes that are never merged: the *reliability* of a source (A–F) and the *credibility* of a piece of
//! information (1–6), both of the Admiralty code (NATO AJP-2.1).

/// Where a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nobody has tested it.
    Unverified,
    /// Independent evidence speaks for it.
    Supported,
    /// Evidence or statements stand on both sides.
    Disputed,
    /// The party concerned denies it.
    Denied,
    /// Evidence shows that it is false.
    Refuted,
}

impl Status {
    /// All, in the order in which legends list them.
    pub const ALL: [Self; 5] =
        [Self::Unverified, Self::Supported, Self::Disputed, Self::Denied, Self::Refuted];

    /// The word an editor writes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Supported => "supported",
            Self::Disputed => "disputed",
            Self::Denied => "denied",
            Self::Refuted => "refuted",
        }
    }

    /// The status of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word().eq_ignore_ascii_case(word.trim()))
    }
}

/// How a source bears on a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It tells that the claim was made.
    Reports,
    /// What it says speaks for the claim.
    Supports,
    /// What it says speaks against the claim.
    Contradicts,
}

impl Stance {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Reports, Self::Supports, Self::Contradicts];

    /// The name of the callout that holds such evidence.
    #[must_use]
    pub fn callout(self) -> &'static str {
        match self {
            Self::Reports => "reports",
            Self::Supports => "supports",
            Self::Contradicts => "contradicts",
        }
    }

    /// The relation from the claim to the source.
    #[must_use]
    pub fn relation(self) -> &'static str {
        match self {
            Self::Reports => "reported_by",
            Self::Supports => "supported_by",
            Self::Contradicts => "contradicted_by",
        }
    }

    /// The stance of a callout of this name.
    #[must_use]
    pub fn of_callout(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.callout() == name)
    }

    /// The stance of this relation.
    #[must_use]
    pub fn of_relation(relation: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.relation() == relation)
    }
}

/// Credibility of information, Admiralty code, 1 to 6.
pub const CREDIBILITY: [(&str, &str); 6] = [
    ("1", "confirmed"),
    ("2", "probably true"),
    ("3", "possibly true"),
    ("4", "doubtful"),
    ("5", "improbable"),
    ("6", "cannot be judged"),
];

/// Reliability of a source, Admiralty code, A to F.
pub const RELIABILITY: [(&str, &str); 6] = [
    ("A", "completely reliable"),
    ("B", "usually reliable"),
    ("C", "fairly reliable"),
    ("D", "not usually reliable"),
    ("E", "unreliable"),
    ("F", "cannot be judged"),
];

/// A scale's value with its meaning: "2 – probably true".
#[must_use]
pub fn rating(scale: &[(&'static str, &'static str)], value: &str) -> Option<String> {
    let (value, meaning) = scale.iter().find(|(word, _)| word.eq_ignore_ascii_case(value.trim()))?;
    Some(format!("{value} – {meaning}"))
}
