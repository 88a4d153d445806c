//! Each quotation against the copy of its source, or against the lock where the copy is not at hand.
//!
//! 1. [`quoted`] gathers what published pages quote, by source.
//! 2. With a copy, the words are searched in it. A miss is an error and shows the nearest passage: it is never taken
//!    for the quotation.
//! 3. Without one, the lock says whether the words were found in the copy of that hash, and when.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::copies::SourceCopy;
use super::locator::paragraphs;
use super::quotation::{Part, Quote, SearchText};
use super::{Confirmed, Proof, Tally, Verdict};
use crate::link::{Corpus, PublishedPage, Resolution};
use crate::model::{EntityId, EvidenceLock, LockKey, Locked};
use crate::parse::copy::CopyText;
use crate::parse::quotation::Quotation;
use crate::text::{Diagnostic, rules};

/// For how many problems of one source the nearest passage is looked for.
const MOST_NEAREST: usize = 50;

/// A quotation and the page that has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quoted<'a> {
    page: &'a PublishedPage,
    /// Which of the page's quotations it is.
    nth: usize,
    quotation: &'a Quotation,
}

/// What published pages quote, by source, in the order of the pages.
pub(super) fn quoted(corpus: &Corpus) -> BTreeMap<EntityId, Vec<Quoted<'_>>> {
    let mut all: BTreeMap<EntityId, Vec<Quoted<'_>>> = BTreeMap::new();
    for page in corpus.pages() {
        for (nth, quotation) in page.parsed().quotations.iter().enumerate() {
            if let Resolution::Page(id) = corpus.resolve(page.facts(), &quotation.source.source.target)
                && corpus.is_source(id)
            {
                all.entry(id.clone()).or_default().push(Quoted { page, nth, quotation });
            }
        }
    }
    all
}

/// What became of the quotations from one source, and what that rests on.
#[derive(Debug)]
pub(super) struct Tested {
    basis: Basis,
    /// By the words as written.
    pub(super) verdicts: HashMap<Arc<str>, Verdict>,
    /// Those in which words in brackets are the editors', not the source's.
    pub(super) inserted: HashSet<Arc<str>>,
    /// What a lock may say of them now.
    pub(super) confirmed: Vec<Confirmed>,
    /// How many there are.
    pub(super) tally: Tally,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// All that a verdict rests on but the lock: while this is the same, the verdicts are.
#[derive(Debug)]
struct Basis {
    source: Option<PublishedPage>,
    copy: Option<Arc<SourceCopy>>,
    copy_goes_out: bool,
    /// Each quotation: its page, and which of the page's it is.
    quoted: Vec<(PublishedPage, usize)>,
}

impl Basis {
    fn new(
        corpus: &Corpus,
        source: &EntityId,
        copy: Option<&Arc<SourceCopy>>,
        quoted: &[Quoted<'_>],
    ) -> Self {
        Self {
            source: corpus.page(source).cloned(),
            copy: copy.cloned(),
            copy_goes_out: corpus.published_copy(source).is_some(),
            quoted: quoted.iter().map(|quoted| (quoted.page.clone(), quoted.nth)).collect(),
        }
    }

    fn is(&self, other: &Self) -> bool {
        let same_page = |one: &Option<PublishedPage>, other: &Option<PublishedPage>| match (one, other) {
            (Some(one), Some(other)) => one.is(other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let same_copy = match (&self.copy, &other.copy) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let mut quoted = self.quoted.iter().zip(&other.quoted);
        same_page(&self.source, &other.source)
            && same_copy
            && self.copy_goes_out == other.copy_goes_out
            && self.quoted.len() == other.quoted.len()
            && quoted.all(|((one, nth), (other, other_nth))| one.is(other) && nth == other_nth)
    }
}

impl Tested {
    /// Test what is quoted from `source`, unless that was done `before` on the same basis.
    pub(super) fn new(
        corpus: &Corpus,
        source: &EntityId,
        copy: Option<&Arc<SourceCopy>>,
        quoted: &[Quoted<'_>],
        lock: &EvidenceLock,
        before: Option<&Arc<Self>>,
    ) -> Arc<Self> {
        let basis = Basis::new(corpus, source, copy, quoted);
        if let Some(before) = before.filter(|before| before.basis.is(&basis)) {
            return before.clone();
        }
        let done = Verification::run(corpus, source, copy.map(|copy| &**copy), quoted, lock);
        let mut tally = Tally::default();
        tally.add(&done.verdicts);
        Arc::new(Self {
            basis,
            verdicts: done.verdicts.into_iter().collect(),
            inserted: done.inserted.into_iter().collect(),
            confirmed: done.confirmed,
            tally,
            diagnostics: done.diagnostics,
        })
    }
}

impl Tested {
    /// Whether both say the same of all quotations that both have.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        #[expect(clippy::iter_over_hash_type, reason = "whether all agree hangs on no order")]
        for (words, verdict) in &self.verdicts {
            let same = other.verdicts.get(words).is_none_or(|other_verdict| {
                verdict == other_verdict && self.inserted.contains(words) == other.inserted.contains(words)
            });
            if !same {
                return false;
            }
        }
        true
    }
}

/// What became of the quotations from one source.
#[derive(Debug, Default)]
struct Verified {
    verdicts: Vec<(Arc<str>, Verdict)>,
    inserted: Vec<Arc<str>>,
    confirmed: Vec<Confirmed>,
    diagnostics: Vec<Diagnostic>,
}

/// The quotations from `source`, one after the other.
struct Verification<'a> {
    corpus: &'a Corpus,
    source: &'a EntityId,
    lock: &'a EvidenceLock,
    done: Verified,
}

impl<'a> Verification<'a> {
    /// Against the copy, where there is one that can be read.
    fn run(
        corpus: &'a Corpus,
        source: &'a EntityId,
        copy: Option<&SourceCopy>,
        quoted: &[Quoted<'_>],
        lock: &'a EvidenceLock,
    ) -> Verified {
        let mut this = Self { corpus, source, lock, done: Verified::default() };
        match copy.map(|copy| (copy, &copy.text)) {
            Some((copy, Ok(text))) => {
                let search = SearchText::new(&text.text);
                for quoted in quoted {
                    this.in_copy(copy, text, &search, *quoted);
                }
            }
            Some((_, Err(problem))) => {
                this.unreadable(&problem.to_string());
                this.by_lock(quoted);
            }
            None => this.by_lock(quoted),
        }
        this.done
    }

    fn in_copy(
        &mut self,
        copy: &SourceCopy,
        text: &CopyText,
        search: &SearchText,
        Quoted { page, quotation, .. }: Quoted<'_>,
    ) {
        let quote = match Quote::read(&quotation.words) {
            Ok(quote) => quote,
            Err(problem) => {
                let message = format!("this quotation cannot be read: {problem}");
                self.miss(page, quotation, message, Vec::new());
                return;
            }
        };
        let named = paragraphs(&quotation.source.locator);
        let cited: Vec<_> = named
            .iter()
            .filter_map(|numbers| {
                let (first, last) = (text.paragraph(*numbers.start())?, text.paragraph(*numbers.end())?);
                Some(first.start..last.end)
            })
            .collect();
        let in_place = cited.iter().find_map(|place| search.find_within(&quote, place.clone()));
        let Some(at) = in_place.or_else(|| search.find(&quote)) else {
            let (message, help) = self.nearest(quotation, text, search, &quote);
            self.miss(page, quotation, message, help);
            return;
        };
        if !named.is_empty() && !is_in(&at, &cited) {
            self.elsewhere(page, quotation, text, &at);
        }
        let words = quote.normalised().into();
        let key = LockKey { source: self.source.clone(), sha256: copy.sha256.clone(), words };
        let inserted = has_insertions(&quote, text, &at);
        let entry = self.lock.entries.get(&key);
        let proof = entry.map_or(Proof::Copy(text.nature), |locked| Proof::Editors(locked.day.clone()));
        self.verified(quotation, proof, inserted);
        // The day stays for as long as copy, words and place do.
        let day = entry.filter(|locked| locked.at == at).map(|locked| locked.day.clone());
        self.done.confirmed.push(Confirmed { key, at, inserted, day });
    }

    fn by_lock(&mut self, quoted: &[Quoted<'_>]) {
        let source = self.corpus.page(self.source).and_then(|page| page.facts().source.as_ref());
        let sha256 = source.map(|source| source.sha256.clone()).unwrap_or_default();
        let mut open: BTreeMap<usize, Vec<Quoted<'_>>> = BTreeMap::new();
        for quoted in quoted {
            let Quoted { page, quotation, .. } = *quoted;
            let locked = Quote::read(&quotation.words).ok().and_then(|quote| {
                let words = quote.normalised().into();
                let key = LockKey { source: self.source.clone(), sha256: sha256.clone(), words };
                self.lock.entries.get_key_value(&key)
            });
            match locked {
                Some((key, locked)) if !sha256.is_empty() => {
                    let (key, Locked { at, inserted, day }) = (key.clone(), locked.clone());
                    self.verified(quotation, Proof::Editors(day.clone()), inserted);
                    self.done.confirmed.push(Confirmed { key, at, inserted, day: Some(day) });
                }
                _ => {
                    open.entry(self.corpus.rank(&page.facts().id)).or_default().push(*quoted);
                    self.done.verdicts.push((quotation.words.clone(), Verdict::Unverified));
                }
            }
        }
        for quoted in open.values() {
            self.unverified(quoted, sha256.is_empty());
        }
    }

    fn verified(&mut self, quotation: &Quotation, proof: Proof, inserted: bool) {
        self.done.verdicts.push((quotation.words.clone(), Verdict::Verified(proof)));
        if inserted {
            self.done.inserted.push(quotation.words.clone());
        }
    }

    /// One message for a page: where copies are missing, they are missing for all of them.
    fn unverified(&mut self, quoted: &[Quoted<'_>], unlocked: bool) {
        let Some(Quoted { page, quotation: first, .. }) = quoted.first() else { return };
        let source = self.source;
        let message = match quoted.len() {
            1 => format!("this quotation from `{source}` is not verified"),
            count => {
                format!("{count} quotations from `{source}` on this page are not verified, this one first")
            }
        };
        let help = if unlocked {
            format!(
                "give `{source}` a copy: `file`, `sha256`, and `publish_copy: false` if it may not go out"
            )
        } else {
            "run `redstring verify --copies FOLDER` where the copy lies, and commit `evidence.lock`"
                .to_owned()
        };
        self.done.diagnostics.push(
            Diagnostic::new(&rules::evidence::UNVERIFIED_QUOTATION, message)
                .at(&page.facts().path, first.place)
                .help(help),
        );
    }

    fn unreadable(&mut self, problem: &str) {
        let Some(page) = self.corpus.page(self.source) else { return };
        let file = page.facts().source.as_ref().and_then(|source| source.file.as_ref());
        let diagnostic = Diagnostic::new(
            &rules::evidence::UNREADABLE_COPY,
            format!("this copy {problem}, so nothing can be compared with it"),
        )
        .help("keep its words as text, Markdown, HTML or PDF with text");
        self.done.diagnostics.push(match file {
            Some(file) => diagnostic.at(&page.facts().path, page.parsed().place(file)),
            None => diagnostic.in_file(&page.facts().path),
        });
    }

    fn miss(&mut self, page: &PublishedPage, quotation: &Quotation, message: String, help: Vec<String>) {
        let mut diagnostic = Diagnostic::new(&rules::evidence::QUOTATION_NOT_FOUND, message)
            .at(&page.facts().path, quotation.place);
        // The words of a copy that stays here are for the editors' eyes.
        let published = self.corpus.published_copy(self.source).is_some();
        *(if published { &mut diagnostic.help } else { &mut diagnostic.private_help }) = help;
        diagnostic.help.push(
            "copy the words from the source: `[…]` for what is left out, `[words]` for what you add; for words that are no quotation use single marks".into(),
        );
        self.done.diagnostics.push(diagnostic);
        self.done.verdicts.push((quotation.words.clone(), Verdict::NotFound));
    }

    fn nearest(
        &self,
        quotation: &Quotation,
        text: &CopyText,
        search: &SearchText,
        quote: &Quote,
    ) -> (String, Vec<String>) {
        let message = format!("these words do not stand in the copy of `{}`", self.source);
        // It reads the whole copy: where very many are amiss, the first show the editor what is wrong.
        let missed = self.done.diagnostics.len();
        let Some(nearest) = (missed < MOST_NEAREST).then(|| search.nearest(quote)).flatten() else {
            return (message, Vec::new());
        };
        let passage = in_context(&text.text, &nearest.passage);
        let place = text
            .paragraph_at(nearest.passage.start)
            .map(|number| format!(" (para. {number})"))
            .unwrap_or_default();
        let mut help = vec![format!("the nearest passage{place}: “{passage}”")];
        let (own, theirs) = (
            one_line(&quotation.words[nearest.in_quote.clone()]),
            one_line(&text.text[nearest.in_passage.clone()]),
        );
        if !own.is_empty() && !theirs.is_empty() && own != theirs {
            help.push(format!("they part where you have “{own}” and the source “{theirs}”"));
        }
        (message, help)
    }

    fn elsewhere(
        &mut self,
        page: &PublishedPage,
        quotation: &Quotation,
        text: &CopyText,
        at: &[Range<usize>],
    ) {
        let first = at.first().and_then(|range| text.paragraph_at(range.start));
        let place = first.map_or_else(|| "elsewhere".to_owned(), |number| format!("in para. {number}"));
        let message =
            format!("in `{}` these words stand {place}, not in {}", self.source, quotation.source.locator);
        // Plain text does not tell a headline from a paragraph.
        let counted = if text.has_headings() { "without headings" } else { "a headline among them" };
        self.done.diagnostics.push(
            Diagnostic::new(&rules::evidence::WRONG_LOCATOR, message)
                .at(&page.facts().path, quotation.place)
                .help(format!("correct the locator; paragraphs are counted from 1, {counted}")),
        );
    }
}

/// Whether words in brackets were put in by the editors: the source has no brackets there.
fn has_insertions(quote: &Quote, text: &CopyText, at: &[Range<usize>]) -> bool {
    let put_in = quote.parts().iter().any(|part| matches!(part, Part::Insertion(_)));
    put_in && !at.iter().any(|piece| text.text[piece.clone()].contains('['))
}

/// Whether every piece touches one of these places.
fn is_in(at: &[Range<usize>], places: &[Range<usize>]) -> bool {
    at.iter().all(|piece| places.iter().any(|place| piece.start < place.end && place.start < piece.end))
}

/// A passage with a few words around it.
fn in_context(text: &str, passage: &Range<usize>) -> String {
    const SPACES: usize = 5;
    let spaces_before = &mut text[..passage.start].rmatch_indices(char::is_whitespace);
    let spaces_after = &mut text[passage.end..].match_indices(char::is_whitespace);
    let (left, start) = spaces_before.nth(SPACES).map_or(("", 0), |(at, space)| ("… ", at + space.len()));
    let (right, end) = spaces_after.nth(SPACES).map_or(("", text.len()), |(at, _)| (" …", passage.end + at));
    format!("{left}{}{right}", one_line(&text[start..end]))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
