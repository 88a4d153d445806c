//! What a copy has to have for one piece of a quotation: fixed words, and between them choices of a few strings.
//!
//! A choice stands where a bracket stood: the bracket itself, if the copy has it, or what is left without it. The longer
//! is tried first and the first that fits is taken: fixed words next to a choice begin and end in no space and no
//! bracket, so that where the longer fits, the shorter leads nowhere.

use std::ops::Range;

use super::boundary::is_word;
use super::quote::{Kind, spans};

/// One piece of a quotation, as it may stand in a copy.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    atoms: Vec<Atom>,
    /// Which atom is looked for first: the longest fixed words.
    anchor: usize,
}

#[derive(Clone, Debug)]
enum Atom {
    Fixed(String),
    Choice(Vec<String>),
}

impl Pattern {
    /// The piece with its brackets as words of the source.
    pub(super) fn literal(piece: &str) -> Self {
        Self { atoms: vec![Atom::Fixed(piece.to_owned())], anchor: 0 }
    }

    /// The piece with its brackets as insertions; none if nothing else is in it.
    pub(super) fn with_insertions(piece: &str) -> Option<Self> {
        let mut builder = Builder::default();
        for span in spans(piece).ok()? {
            let words = &piece[span.range.clone()];
            match span.kind {
                Kind::Words => builder.words(words),
                Kind::Letter => builder.letter(words, span.inside(piece)),
                Kind::Insertion | Kind::Ellipsis => builder.insertion(words),
            }
        }
        builder.flush();
        let atoms = builder.atoms;
        let fixed = |atom: &Atom| if let Atom::Fixed(words) = atom { words.len() } else { 0 };
        let (anchor, _) = atoms.iter().enumerate().max_by_key(|(_, atom)| fixed(atom))?;
        Some(Self { atoms, anchor })
    }

    /// The words that every place of this piece has.
    pub(super) fn anchor(&self) -> &str {
        match self.atoms.get(self.anchor) {
            Some(Atom::Fixed(words)) => words,
            _ => "",
        }
    }

    /// The place of the whole piece, if it stands around its anchor at `at`.
    pub(super) fn around(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let (before, behind) = self.atoms.split_at_checked(self.anchor)?;
        let mut left = text.get(..at)?;
        for atom in before.iter().rev() {
            left = atom.spellings().iter().find_map(|words| left.strip_suffix(words.as_str()))?;
        }
        let mut right = text.get(at..)?;
        for atom in behind {
            right = atom.spellings().iter().find_map(|words| right.strip_prefix(words.as_str()))?;
        }
        Some(left.len()..text.len() - right.len())
    }
}

impl Atom {
    fn spellings(&self) -> &[String] {
        match self {
            Self::Fixed(words) => std::slice::from_ref(words),
            Self::Choice(spellings) => spellings,
        }
    }
}

/// A pattern while its piece is read.
#[derive(Default)]
struct Builder {
    atoms: Vec<Atom>,
    /// Fixed words since the last choice.
    fixed: String,
    /// Insertions since the fixed words, with the space around them.
    joint: Option<Joint>,
}

#[derive(Default)]
struct Joint {
    written: String,
    spaced: bool,
}

impl Builder {
    fn words(&mut self, words: &str) {
        let Some(joint) = &mut self.joint else { return self.fixed.push_str(words) };
        let trimmed = words.trim_start();
        if trimmed.len() < words.len() {
            joint.written.push(' ');
            joint.spaced = true;
        }
        if !trimmed.is_empty() {
            self.join(trimmed);
            self.fixed.push_str(trimmed);
        }
    }

    fn letter(&mut self, written: &str, letter: &str) {
        self.join(letter);
        self.flush();
        let mut spellings = vec![written.to_owned(), letter.to_owned()];
        for other in [letter.to_uppercase(), letter.to_lowercase()] {
            if other != letter {
                spellings.push(other);
            }
        }
        self.atoms.push(Atom::Choice(spellings));
    }

    fn insertion(&mut self, written: &str) {
        if self.joint.is_none() {
            let spaced = self.fixed.ends_with(' ');
            self.fixed.truncate(self.fixed.trim_end().len());
            self.joint = Some(Joint { written: if spaced { " ".to_owned() } else { String::new() }, spaced });
        }
        if let Some(joint) = &mut self.joint {
            joint.written.push_str(written);
        }
    }

    /// Join what comes next to what was before the insertions. Insertions at the head of a piece leave nothing.
    fn join(&mut self, next: &str) {
        let Some(joint) = self.joint.take() else { return };
        let gaps: &[&str] = match joint.spaced {
            true if closes(next) || opens(&self.fixed) => &[" ", ""],
            true => &[" "],
            false => &[""],
        };
        if self.flush() || !self.atoms.is_empty() {
            let gaps = gaps.iter().map(|gap| (*gap).to_owned());
            self.atoms.push(Atom::Choice(std::iter::once(joint.written).chain(gaps).collect()));
        }
    }

    /// End the fixed words; false if there are none.
    fn flush(&mut self) -> bool {
        if self.fixed.is_empty() {
            return false;
        }
        self.atoms.push(Atom::Fixed(std::mem::take(&mut self.fixed)));
        true
    }
}

/// Whether words begin with punctuation that hangs on the word before: then no space stands before it.
fn closes(words: &str) -> bool {
    let mut chars = words.chars();
    chars.next().is_some_and(|c| ",.;:!?)…'\"".contains(c)) && !chars.next().is_some_and(is_word)
}

/// Whether words end in punctuation that hangs on the word behind.
fn opens(words: &str) -> bool {
    let mut chars = words.chars().rev();
    chars.next().is_some_and(|c| "(¿¡'\"".contains(c)) && !chars.next().is_some_and(is_word)
}
