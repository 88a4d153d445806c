//! All names by which entities and plain pages are known, from A to Z: titles and other names, each leading to its page.
//!
//! Groups are the letters of the Latin alphabet without their accents, then digits, then the letters of other scripts
//! in the order of their code points. Han has one group and kana another, Hangul has one for each leading consonant.

use std::ops::Range;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::corpus::Corpus;
use crate::model::{EntityId, FoldedName, fold};
use crate::parse::facts::{PageFacts, PageRole};

/// Whether this program makes a search, and with it this index.
pub(super) const HAS_SEARCH: bool = cfg!(feature = "search");

/// How many names stand on one page; a dossier with no more has them all on the page of the search.
pub const NAMES_ON_A_PAGE: usize = 400;

/// One name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexedName {
    /// The name, as written.
    pub name: Arc<str>,
    /// Whose it is.
    pub id: EntityId,
    /// Whether it is another name than the title.
    pub is_alias: bool,
}

/// Names that begin alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameGroup {
    /// What they begin with: "K", "0–9", "漢", "ㄱ", "#".
    pub label: String,
    /// The name of its page, and of its place on a page: `k`, `digits`, `u0436`.
    pub key: Arc<str>,
    /// The names, in order.
    pub names: Vec<IndexedName>,
}

impl NameGroup {
    /// How many pages it takes, where groups have pages of their own.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.names.len().div_ceil(NAMES_ON_A_PAGE)
    }

    /// The names on one of its pages, counted from 1.
    #[must_use]
    pub fn on_page(&self, nth: usize) -> &[IndexedName] {
        let start = nth.saturating_sub(1) * NAMES_ON_A_PAGE;
        let range: Range<usize> = start..(start + NAMES_ON_A_PAGE).min(self.names.len());
        self.names.get(range).unwrap_or_default()
    }
}

/// The groups, in order.
#[derive(Debug, Default)]
pub struct NameIndex {
    /// The groups.
    pub groups: Vec<NameGroup>,
    /// How many names there are.
    pub count: usize,
}

impl NameIndex {
    /// Whether groups have pages of their own.
    #[must_use]
    pub fn is_split(&self) -> bool {
        self.count > NAMES_ON_A_PAGE
    }

    /// The group of this key.
    #[must_use]
    pub fn group(&self, key: &str) -> Option<&NameGroup> {
        self.groups.iter().find(|group| &*group.key == key)
    }
}

/// All names of what is published.
#[must_use]
pub(super) fn gather(corpus: &Corpus) -> NameIndex {
    if !corpus.has_search() {
        return NameIndex::default();
    }
    let mut names: Vec<(Initial, FoldedName, IndexedName)> = Vec::new();
    for page in corpus.pages() {
        let facts = page.facts();
        if !matches!(facts.role, PageRole::Plain | PageRole::Entity(_)) {
            continue;
        }
        let title = std::iter::once((&facts.title, false));
        for (name, is_alias) in title.chain(other_names(facts).map(|alias| (alias, true))) {
            let entry = IndexedName { name: name.clone(), id: facts.id.clone(), is_alias };
            names.push((Initial::of(name), bare(name), entry));
        }
    }
    // On this thread alone: another that waits for the names may be one of those that would have to help.
    names.sort_by(|(a_group, a, a_entry), (b_group, b, b_entry)| {
        let rank = |entry: &IndexedName| (entry.is_alias, corpus.rank(&entry.id));
        (a_group, a).cmp(&(b_group, b)).then_with(|| rank(a_entry).cmp(&rank(b_entry)))
    });
    let count = names.len();
    let mut groups: Vec<(Initial, NameGroup)> = Vec::new();
    for (initial, _, entry) in names {
        match groups.last_mut().filter(|(last, _)| *last == initial) {
            Some((_, group)) => group.names.push(entry),
            None => {
                let group = NameGroup { label: initial.label(), key: initial.key(), names: vec![entry] };
                groups.push((initial, group));
            }
        }
    }
    NameIndex { groups: groups.into_iter().map(|(_, group)| group).collect(), count }
}

/// The other names of a page; the name of its file is one for links, not for readers.
pub fn other_names(facts: &PageFacts) -> impl Iterator<Item = &Arc<str>> {
    let stem = facts.path.stem();
    facts.aliases.iter().filter(move |alias| &***alias != stem)
}

/// A name without its accents, so that É stands among the E.
fn bare(name: &str) -> FoldedName {
    if name.is_ascii() {
        return fold(name.trim_start_matches(|c: char| !c.is_alphanumeric()));
    }
    let bare: String = name.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    fold(bare.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// What a name begins with; the variants stand in the order of the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Initial {
    /// A to Z.
    Latin(char),
    /// Any digit.
    Digit,
    /// Another letter, or a letter that stands for a whole script.
    Letter(char),
    /// Neither letter nor digit.
    Other,
}

/// Stands for all Chinese characters.
const HAN: char = '漢';
/// Stands for all kana.
const KANA: char = 'か';
/// The leading consonants of Hangul, in the order of its syllables.
const CONSONANTS: [char; 19] = [
    'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ',
    'ㅍ', 'ㅎ',
];
/// How many syllables begin with one consonant.
const SYLLABLES: u32 = 588;

impl Initial {
    fn of(name: &str) -> Self {
        let Some(first) = name.nfc().find(|c| c.is_alphanumeric()) else { return Self::Other };
        match u32::from(first) {
            syllable @ 0xAC00..=0xD7A3 => {
                let nth = (syllable - 0xAC00) / SYLLABLES;
                return Self::Letter(CONSONANTS.get(nth as usize).copied().unwrap_or('ㅇ'));
            }
            0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF => {
                return Self::Letter(HAN);
            }
            0x3041..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9F => return Self::Letter(KANA),
            _ => {}
        }
        if first.is_numeric() {
            return Self::Digit;
        }
        let base = std::iter::once(first).nfd().next().unwrap_or(first);
        let upper = base.to_uppercase().next().unwrap_or(base);
        if upper.is_ascii_alphabetic() { Self::Latin(upper) } else { Self::Letter(upper) }
    }

    fn label(self) -> String {
        match self {
            Self::Latin(letter) | Self::Letter(letter) => letter.to_string(),
            Self::Digit => "0–9".to_owned(),
            Self::Other => "#".to_owned(),
        }
    }

    /// Plain ASCII, so that every system takes it as the name of a file, and none that stands for a device.
    fn key(self) -> Arc<str> {
        match self {
            Self::Latin(letter) => letter.to_ascii_lowercase().to_string().into(),
            Self::Letter(letter) => format!("u{:04x}", u32::from(letter)).into(),
            Self::Digit => "digits".into(),
            Self::Other => "other".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_under_their_first_letter_in_any_script() {
        for (name, label, key) in [
            ("Ian Levy", "I", "i"),
            ("Émile", "E", "e"),
            ("“Quoted”", "Q", "q"),
            ("Øresund", "Ø", "u00d8"),
            ("1 December", "0–9", "digits"),
            ("٣", "0–9", "digits"),
            ("жук", "Ж", "u0416"),
            ("أحمد", "ا", "u0627"),
            ("東京", "漢", "u6f22"),
            ("トウキョウ", "か", "u304b"),
            ("한국", "ㅎ", "u314e"),
            ("가나", "ㄱ", "u3131"),
            ("…", "#", "other"),
        ] {
            let initial = Initial::of(name);
            assert_eq!((initial.label().as_str(), &*initial.key()), (label, key), "{name}");
        }
        assert!(Initial::of("zz") < Initial::of("1") && Initial::of("1") < Initial::of("Я"));
        assert!(Initial::of("Я") < Initial::of("—"));
    }

    #[test]
    fn accents_do_not_part_what_belongs_together() {
        let mut names = ["Ez", "Éa", "eb", "(Ec)"];
        names.sort_by_key(|name| bare(name));
        assert_eq!(names, ["Éa", "eb", "(Ec)", "Ez"]);
    }
}
