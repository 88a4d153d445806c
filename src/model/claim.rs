//! The scales on which claims and sources are rated.
//!
//! Two axes that are never merged: the *reliability* of a source (A–F) and the *credibility* of a piece of
//! information (1–6), both of the Admiralty code (NATO AJP-2.1). Words of estimate come from the PHIA
//! probability yardstick (UK) or from ICD-203 (US); a word that both scales hold is read as the PHIA's.

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

/// The PHIA probability yardstick: words and their ranges in per cent.
pub const PHIA: [(&str, &str); 7] = [
    ("remote chance", "up to 5 %"),
    ("highly unlikely", "10–20 %"),
    ("unlikely", "25–35 %"),
    ("realistic possibility", "40–50 %"),
    ("likely", "55–75 %"),
    ("highly likely", "80–90 %"),
    ("almost certain", "95 % and more"),
];

/// The words of ICD-203 (paragraph D.6.e.(2)(a)) and their ranges in per cent.
pub const ICD_203: [(&str, &str); 14] = [
    ("almost no chance", "1–5 %"),
    ("remote", "1–5 %"),
    ("very unlikely", "5–20 %"),
    ("highly improbable", "5–20 %"),
    ("unlikely", "20–45 %"),
    ("improbable", "20–45 %"),
    ("roughly even chance", "45–55 %"),
    ("roughly even odds", "45–55 %"),
    ("likely", "55–80 %"),
    ("probable", "55–80 %"),
    ("very likely", "80–95 %"),
    ("highly probable", "80–95 %"),
    ("almost certainly", "95–99 %"),
    ("nearly certain", "95–99 %"),
];

/// A scale's value with its meaning: "2 – probably true".
#[must_use]
pub fn rating(scale: &[(&'static str, &'static str)], value: &str) -> Option<String> {
    let (value, meaning) = scale.iter().find(|(word, _)| word.eq_ignore_ascii_case(value.trim()))?;
    Some(format!("{value} – {meaning}"))
}

/// A word of estimate with its scale and range: "likely (PHIA: 55–75 %)". The scale can be named before the
/// word: `ICD-203: likely`.
#[must_use]
pub fn likelihood(written: &str) -> Option<String> {
    let (scale, word) = match written.split_once(':') {
        Some((scale, word)) => (scale.trim(), word.trim()),
        None => ("", written.trim()),
    };
    let scales: [(&str, &[(&str, &str)]); 2] = [("PHIA", &PHIA), ("ICD-203", &ICD_203)];
    scales
        .iter()
        .filter(|(name, _)| scale.is_empty() || name.eq_ignore_ascii_case(scale))
        .find_map(|(name, words)| {
            words.iter().find(|(w, _)| w.eq_ignore_ascii_case(word)).map(|found| (name, found))
        })
        .map(|(name, (word, range))| format!("{word} ({name}: {range})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_estimate_name_their_scale() {
        assert_eq!(likelihood("Likely").as_deref(), Some("likely (PHIA: 55–75 %)"));
        assert_eq!(likelihood("ICD-203: likely").as_deref(), Some("likely (ICD-203: 55–80 %)"));
        assert_eq!(likelihood("very likely").as_deref(), Some("very likely (ICD-203: 80–95 %)"));
        assert_eq!(likelihood("maybe"), None);
        assert_eq!(likelihood("PHIA: very likely"), None);
    }
}
