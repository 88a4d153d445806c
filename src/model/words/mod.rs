//! The words of the theme, in the language of the dossier.
//!
//! What pages say of their own ("Skip to the text", "3 references") is not in templates or in code: it has a key, and
//! one file per language says it (`theme/words/en.ftl`, in the form of [Project Fluent](https://projectfluent.org),
//! which knows plural forms and gaps). Several files answer for one key, the nearest first: the dossier's own of its
//! language, the [built-in](built_in) one, the same for what the language falls back to, and English at last.
//!
//! Which file says what is decided once. A message without gaps is then a text that is looked up, and most of those with
//! gaps are pieces to be put side by side; only one whose words hang on what stands in a gap is worked out when it is
//! said.

pub mod built_in;
mod spoken;

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::sync::{Arc, LazyLock};

use self::spoken::{Piece, Spoken};
use super::language::fallbacks;

/// A file of words: of which language, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordFile {
    /// The language's tag, in lower case.
    pub language: String,
    /// In the form of Project Fluent; what cannot be read of it is left out.
    pub text: Arc<str>,
}

/// What stands in a gap of a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gap<'a> {
    /// Words.
    Text(&'a str),
    /// How many: the language's plural forms depend on it.
    Count(usize),
}

impl<'a> From<&'a str> for Gap<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Gap<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Arc<str>> for Gap<'a> {
    fn from(text: &'a Arc<str>) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Gap<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// Words as they begin a heading.
#[must_use]
pub fn capitalised(words: String) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Why there are no words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsaid {
    /// No file has a message of this key.
    Unknown,
    /// The message has a gap that nothing was given for, or another fault; in Fluent's words.
    Incomplete(String),
}

/// The words of one edition; cheap to clone.
#[derive(Clone)]
pub struct Words(Arc<Said>);

struct Said {
    /// The language that was asked for.
    language: Arc<str>,
    /// Whether there is a file of it, or of one that it falls back to.
    known: bool,
    /// The languages that are spoken, English first and the nearest last.
    spoken: Vec<Spoken>,
    messages: BTreeMap<Box<str>, Message>,
}

enum Message {
    /// The same words always.
    Plain(Box<str>),
    /// Words with gaps, by the place of its language in `spoken`; in pieces where they are all there is to it.
    WithGaps(usize, Option<Box<[Piece]>>),
}

/// Marks the place of a gap; no text holds it (a private-use area).
const SEAT: &str = "\u{f0000}";

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::new("en", &[]));

impl Words {
    /// The words of a language, with a dossier's `own` files over the built-in ones.
    #[must_use]
    pub fn new(language: &str, own: &[WordFile]) -> Self {
        let asked = fallbacks(language);
        let mut spoken = Vec::new();
        let mut known = false;
        let english = Some("en").filter(|english| !asked.iter().any(|tag| tag == english));
        for tag in english.into_iter().chain(asked.iter().rev().map(String::as_str)) {
            let own = own.iter().filter(|file| file.language == tag).map(|file| &*file.text);
            let texts: Vec<_> = built_in::text(tag).into_iter().chain(own).collect();
            known |= !texts.is_empty() && Some(tag) != english;
            // A file may place messages of those before it, and what it gets wrong is left to them.
            spoken.extend((1..=texts.len()).filter_map(|until| Some(Spoken::new(tag, texts.get(..until)?))));
        }
        let mut messages = BTreeMap::new();
        for (at, language) in spoken.iter().enumerate() {
            for key in language.keys() {
                match language.say(key, &[]) {
                    Ok(text) => messages.insert(key.into(), Message::Plain(text.into())),
                    // What has no gaps elsewhere is given nothing to fill them with.
                    Err(_) if matches!(messages.get(key), Some(Message::Plain(_))) => continue,
                    Err(_) => messages.insert(key.into(), Message::WithGaps(at, language.pieces(key))),
                };
            }
        }
        Self(Arc::new(Said { language: language.into(), known, spoken, messages }))
    }

    /// The built-in English words.
    #[must_use]
    pub fn english() -> Self {
        ENGLISH.clone()
    }

    /// The tag of the language that was asked for.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// Whether there are words of the language that was asked for; where there are none, all is said in English.
    #[must_use]
    pub fn are_known(&self) -> bool {
        self.0.known
    }

    /// Words without gaps. A key that nobody knows stands for itself.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        match self.0.messages.get(key) {
            Some(Message::Plain(text)) => text,
            _ => key,
        }
    }

    /// Words that hang on a number, in the gap `count`.
    #[must_use]
    pub fn count(&self, key: &str, count: usize) -> String {
        self.fill(key, &[("count", count.into())])
    }

    /// Words with gaps, filled. A key that nobody knows stands for itself.
    #[must_use]
    pub fn fill(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> String {
        self.say(key, gaps).unwrap_or_else(|_| key.to_owned())
    }

    /// What stands before one gap and behind it, where its matter is written apart.
    #[must_use]
    pub fn around(&self, key: &str, gap: &str) -> (String, String) {
        let text = self.fill(key, &[(gap, SEAT.into())]);
        let (before, behind) = text.split_once(SEAT).unwrap_or((&text, ""));
        (before.to_owned(), behind.to_owned())
    }

    /// The same as `fill`, for a key from outside this program.
    ///
    /// # Errors
    /// Where the key is not known, or a gap stays empty.
    pub fn say(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> Result<String, Unsaid> {
        match self.0.messages.get(key) {
            None => Err(Unsaid::Unknown),
            Some(Message::Plain(text)) => Ok(text.to_string()),
            Some(Message::WithGaps(at, pieces)) => {
                if let Some(text) = pieces.as_ref().and_then(|pieces| put_together(pieces, gaps)) {
                    return Ok(text);
                }
                let nearest_first = self.0.spoken.get(..=*at).unwrap_or_default().iter().rev();
                let mut said = nearest_first.map(|language| language.say(key, gaps));
                let first = said.next().unwrap_or(Err(Unsaid::Unknown));
                first.or_else(|unsaid| said.find_map(Result::ok).ok_or(unsaid))
            }
        }
    }

    /// The messages without gaps: each key and what it says.
    pub fn plain(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.messages.iter().filter_map(|(key, message)| match message {
            Message::Plain(text) => Some((&**key, &**text)),
            Message::WithGaps(..) => None,
        })
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.messages.keys().map(AsRef::as_ref)
    }
}

/// For how many bytes there is room at once: most sentences have less.
const LENGTH: usize = 128;

/// Pieces side by side; nothing where a gap stays empty.
fn put_together(pieces: &[Piece], gaps: &[(&str, Gap<'_>)]) -> Option<String> {
    let mut text = String::with_capacity(LENGTH);
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Gap(name) => match gaps.iter().find(|(gap, _)| *gap == &**name)?.1 {
                Gap::Text(words) => text.push_str(words),
                Gap::Count(count) => write!(text, "{count}").ok()?,
            },
        }
    }
    Some(text)
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("language", &self.0.language).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: &str, own: &[(&str, &str)]) -> Words {
        let own: Vec<_> = own
            .iter()
            .map(|(tag, text)| WordFile { language: (*tag).into(), text: (*text).into() })
            .collect();
        Words::new(language, &own)
    }

    #[test]
    fn the_nearest_file_that_has_a_message_says_it() {
        let own = [("de-at", "nav-main = Oben\n"), ("en", "ours = Ours\n"), ("de", "ours = Unser\n")];
        let austrian = words("de-AT", &own);
        assert_eq!(austrian.get("nav-main"), "Oben");
        assert_eq!(austrian.get("ours"), "Unser");
        assert_eq!(austrian.get("nav-timeline"), "Zeitleiste");
        assert!(austrian.are_known());
        let french = words("fr", &own);
        assert_eq!(french.get("ours"), "Ours");
        assert_eq!(french.get("nav-timeline"), "Timeline");
        assert!(!french.are_known());
        assert!(words("en-GB", &[]).are_known() && words("fr-CA", &[("fr", "a = b\n")]).are_known());
    }

    #[test]
    fn what_a_file_gets_wrong_is_left_to_the_one_before_it() {
        let own =
            [("de", "nav-main = { nobody }\nmade-with = { $program } war es\nnav-tags = { nav-main } 2\n")];
        let german = words("de", &own);
        assert_eq!(german.get("nav-main"), "Hauptnavigation");
        assert_eq!(german.fill("made-with", &[("generator", "X".into())]), "Erstellt mit X.");
    }

    #[test]
    fn pieces_say_what_the_library_says() {
        for tag in ["en", "de"] {
            let words =
                words(tag, &[("en", "lines = one\n    { $a } two{ $b }\n      three { \"{\" }{ $a }\n")]);
            let pieces = words.0.messages.iter().filter_map(|(key, message)| match message {
                Message::WithGaps(at, Some(pieces)) => Some((key, &words.0.spoken[*at], pieces)),
                _ => None,
            });
            let mut seen = 0;
            for (key, language, pieces) in pieces {
                let names = pieces.iter().filter_map(|piece| match piece {
                    Piece::Gap(name) => Some(&**name),
                    Piece::Words(_) => None,
                });
                let gap = |nth| if nth % 2 == 0 { Gap::Count(1_234_567 * nth) } else { "<Ada>\n".into() };
                let gaps: Vec<_> = names.enumerate().map(|(nth, name)| (name, gap(nth))).collect();
                assert_eq!(put_together(pieces, &gaps), language.say(key, &gaps).ok(), "{key}");
                assert_eq!(put_together(pieces, &[]), None, "{key}");
                seen += 1;
            }
            assert!(seen > 100, "{seen}");
        }
    }

    #[test]
    fn plural_forms_are_those_of_the_language_that_speaks() {
        let polish = "many = { $count ->\n    [one] { $count } strona\n    [few] { $count } strony\n   *[many] { $count } stron\n}\n";
        let words = words("pl-PL", &[("pl", polish)]);
        let said: Vec<_> = [1, 3, 5, 22].into_iter().map(|count| words.count("many", count)).collect();
        assert_eq!(said, ["1 strona", "3 strony", "5 stron", "22 strony"]);
    }

    #[test]
    fn what_cannot_be_said_is_told_apart() {
        let words = words("en", &[("en", "a = { $who } says\nb = { a } it\n")]);
        assert_eq!(words.say("none", &[]), Err(Unsaid::Unknown));
        assert!(matches!(words.say("a", &[]), Err(Unsaid::Incomplete(_))));
        assert_eq!(words.get("a"), "a");
        assert_eq!(words.fill("b", &[("who", "Ada".into())]), "Ada says it");
    }
}
