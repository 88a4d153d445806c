//! The names of what is private, and where they stand in a text.
//!
//! Looked for are the titles, other names and ids of private pages, and of private people the family name by itself. Left
//! out, and said to be, is what would be found everywhere and mean nothing: names of fewer than three letters, names that
//! a published page has as well, and single words that are part of the name of a published person, organisation or thing
//! (titles of claims, events and sources are sentences, in which a private name may well be spoken). What a private page is
//! called in public ([`PrivatePage::public_name`](crate::link::publication::PrivatePage)) may stand anywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::AhoCorasick;

use super::wording::{Wording, is_unspaced, ties_words};
use crate::link::Corpus;
use crate::model::vocabulary;
use crate::parse::ParsedPage;
use crate::parse::facts::PageRole;
use crate::text::ContentPath;

/// A name of something private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivateName {
    /// As written.
    pub name: Arc<str>,
    /// Whose it is: the file of a private page.
    pub of: ContentPath,
    /// Whether it is a family name by itself.
    pub family: bool,
}

/// A name that is not looked for, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotSought {
    /// Which.
    pub name: PrivateName,
    /// Why.
    pub why: WhyNot,
}

/// Why a name is not looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// It is too short to mean anything.
    Short,
    /// A published page has the same name.
    Published,
    /// It is a word of a published page's name.
    PartOfPublished,
}

/// All names that are looked for.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) sought: Vec<PrivateName>,
    pub(super) not_sought: Vec<NotSought>,
    search: Option<AhoCorasick>,
}

impl Names {
    /// The names of these private pages, among what this corpus publishes. Of a page without a text only the name of its
    /// file is known.
    pub(super) fn of(corpus: &Corpus, private: &[(ContentPath, Option<ParsedPage>)]) -> Self {
        let public = PublicNames::of(corpus);
        let mut sought: BTreeMap<String, PrivateName> = BTreeMap::new();
        let mut not_sought = Vec::new();
        for (path, page) in private {
            let allowed =
                page.as_ref().and_then(|page| page.facts.public_name.as_deref()).unwrap_or_default();
            let allowed = Wording::of(allowed).text;
            for name in names_of(path, page.as_ref()) {
                let words = Wording::of(&name.name).text.trim().to_owned();
                let is_allowed = words == allowed.trim()
                    || !words.contains(' ') && allowed.split(' ').any(|word| word == words);
                if is_allowed || words.is_empty() || sought.contains_key(&words) {
                    continue;
                }
                match public.forbid(&words) {
                    Some(why) => not_sought.push(NotSought { name, why }),
                    None => {
                        sought.insert(words, name);
                    }
                }
            }
        }
        let patterns: Vec<_> = sought.keys().collect();
        // It fails on more patterns than fit into memory alone.
        let search = (!patterns.is_empty()).then(|| AhoCorasick::new(&patterns).ok()).flatten();
        let mut seen = BTreeSet::new();
        not_sought.retain(|left: &NotSought| seen.insert((left.name.of.clone(), left.name.name.clone())));
        Self { sought: sought.into_values().collect(), not_sought, search }
    }

    /// Where names stand in a text as whole words: the number of each, and the stretch of the text. A name within a longer
    /// one is not found again.
    pub(super) fn find(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let Some(search) = &self.search else { return Vec::new() };
        let wording = Wording::of(text);
        let all = search.find_overlapping_iter(&wording.text);
        let mut found: Vec<(usize, Range<usize>)> =
            all.map(|hit| (hit.pattern().as_usize(), hit.range())).collect();
        found.retain(|(_, range)| is_whole(&wording.text, range));
        found.sort_by_key(|(_, range)| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        found.retain(|(_, range)| {
            let outside = range.end > end;
            end = end.max(range.end);
            outside
        });
        found.into_iter().map(|(name, range)| (name, wording.place(range))).collect()
    }
}

/// Whether a stretch of folded text is no part of longer words. An `s` at its end may be a genitive.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let name = &text[range.clone()];
    let (first, last) = (name.chars().next(), name.chars().next_back());
    let before = text[..range.start].rsplit(' ').next().unwrap_or_default();
    let behind = text[range.end..].split(' ').next().unwrap_or_default();
    let tied = first.is_some_and(ties_words) && before.chars().count() <= 2;
    (before.is_empty() || tied || first.is_some_and(is_unspaced))
        && (behind.is_empty() || behind == "s" || last.is_some_and(is_unspaced))
}

/// All names of a private page, the most telling first.
fn names_of(path: &ContentPath, page: Option<&ParsedPage>) -> Vec<PrivateName> {
    let name = |name: &str, family| PrivateName { name: name.into(), of: path.clone(), family };
    let Some(page) = page else { return vec![name(path.stem(), false)] };
    let facts = &page.facts;
    let mut names = Vec::new();
    let is_written = page.names.iter().any(|(written, _)| *written == facts.title);
    let by_file = matches!(facts.role, PageRole::Plain | PageRole::Entity(_));
    if is_written || by_file {
        names.push(name(&facts.title, false));
    }
    names.extend(facts.aliases.iter().map(|alias| name(alias, false)));
    if by_file {
        names.push(name(facts.id.as_str(), false));
    }
    if facts.kind().is_some_and(|kind| kind.as_str() == vocabulary::PERSON) {
        let given =
            facts.person_name.as_ref().map(|parts| &*parts.family).filter(|family| !family.is_empty());
        let last = || facts.title.split_whitespace().skip(1).last();
        names.extend(given.or_else(last).map(|family| name(family, true)));
    }
    names
}

/// The kinds whose titles are no names.
const SENTENCES: [&str; 3] = [vocabulary::CLAIM, vocabulary::EVENT, vocabulary::SOURCE];

/// What published pages are called.
struct PublicNames {
    whole: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl PublicNames {
    fn of(corpus: &Corpus) -> Self {
        let mut names = Self { whole: BTreeSet::new(), words: BTreeSet::new() };
        for page in corpus.pages() {
            let facts = page.facts();
            let is_name = facts.kind().is_some_and(|kind| !SENTENCES.contains(&kind.as_str()));
            let own = [&*facts.title, facts.id.as_str()];
            for name in own.into_iter().chain(facts.aliases.iter().map(|alias| &**alias)) {
                let words = Wording::of(name).text.trim().to_owned();
                if is_name {
                    names.words.extend(words.split(' ').map(str::to_owned));
                }
                names.whole.insert(words);
            }
        }
        names
    }

    /// Why these words are not looked for.
    fn forbid(&self, words: &str) -> Option<WhyNot> {
        let letters = words.chars().filter(|c| *c != ' ').count();
        let enough = if words.chars().any(is_unspaced) { 2 } else { 3 };
        if letters < enough {
            Some(WhyNot::Short)
        } else if self.whole.contains(words) {
            Some(WhyNot::Published)
        } else if self.words.contains(words) {
            Some(WhyNot::PartOfPublished)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Names {
        let sought: Vec<_> = names
            .iter()
            .map(|name| PrivateName {
                name: (*name).into(),
                of: ContentPath::new("content/x.md"),
                family: false,
            })
            .collect();
        let patterns: Vec<_> = names.iter().map(|name| Wording::of(name).text.trim().to_owned()).collect();
        Names { sought, not_sought: Vec::new(), search: Some(AhoCorasick::new(patterns).unwrap()) }
    }

    #[test]
    fn names_are_found_as_whole_words_and_where_they_stand() {
        let names = names(&["Mara Lind", "Lind", "田中", "محمد", "Lind-Berg", "김철수"]);
        for (text, expected) in [
            ("Then MARA\n> *Lind* left", &["MARA\n> *Lind"][..]),
            ("Linda and Lindgren, Blind", &[]),
            ("Linds Haus, Lind’s, Lind.", &["Lind", "Lind", "Lind"]),
            ("mara-lind.jpg", &["mara-lind"]),
            ("die Lind-Berg", &["Lind-Berg"]),
            ("昨日田中さんは", &["田中"]),
            ("김철수는 말했다", &["김철수"]),
            ("قال ومحمد", &["محمد"]),
            ("Mára Lïnd", &["Mára Lïnd"]),
        ] {
            let found: Vec<_> = names.find(text).into_iter().map(|(_, range)| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
