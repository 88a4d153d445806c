//! The one form in which copies and quotations are compared, and the way back to the bytes that it was made from.
//!
//! Text is taken apart into clusters: what NFC composes or reorders together, or a run of white space. Each cluster
//! gives its normalised characters, and a normalised place leads back to whole clusters only. So a range that is found
//! never holds half of an accent, and normalising the bytes at the range gives again the words that were looked for.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text in normalised form, with its map.
#[derive(Clone, Debug, Default)]
pub(super) struct Normalised {
    text: String,
    runs: Vec<Run>,
    /// Where dashes stand that part words (en, em, horizontal bar); other hyphens join.
    parting: Vec<usize>,
    /// Where a space stands for white space with a line break, right after a hyphen.
    broken: Vec<usize>,
}

/// A stretch of normalised text that begins at `at` and was made from `from..to`. Where both are of one length, byte
/// answers byte; where not, the stretch is one cluster.
#[derive(Clone, Copy, Debug)]
struct Run {
    at: usize,
    from: usize,
    to: usize,
}

impl Normalised {
    pub(super) fn new(text: &str) -> Self {
        let mut normalised = Self { text: String::with_capacity(text.len()), ..Self::default() };
        let mut chars = text.char_indices().filter(|(_, c)| !is_invisible(*c)).peekable();
        let mut cluster = String::new();
        while let Some((from, first)) = chars.next() {
            let mut to = from + first.len_utf8();
            cluster.clear();
            cluster.push(first);
            if first.is_whitespace() {
                while let Some((at, c)) = chars.next_if(|(_, c)| c.is_whitespace()) {
                    to = at + c.len_utf8();
                }
                normalised.note_line_break(&text[from..to]);
            } else if is_parting_dash(first) {
                normalised.parting.push(normalised.text.len());
            }
            while let Some((at, c)) = chars.next_if(|(_, c)| attaches(*c)) {
                to = at + c.len_utf8();
                cluster.push(c);
            }
            normalised.push(&cluster, from..to);
        }
        normalised
    }

    /// The normalised text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the hyphen or dash at this place parts the words around it.
    pub(super) fn parts_words(&self, at: usize) -> bool {
        self.parting.binary_search(&at).is_ok()
    }

    /// Whether the space at this place is where a line ended in a hyphen.
    pub(super) fn breaks_line(&self, at: usize) -> bool {
        self.broken.binary_search(&at).is_ok()
    }

    /// The bytes of the original that a normalised range was made from; none if an end lies inside a cluster.
    pub(super) fn original(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let last =
            range.end.checked_sub(1).filter(|last| *last >= range.start && range.end <= self.text.len())?;
        let (first, first_end) = self.run(range.start)?;
        let from = match range.start - first.at {
            0 => first.from,
            inside => first.is_even(first_end).then_some(first.from + inside)?,
        };
        let (run, run_end) = self.run(last)?;
        let to = match run_end == range.end {
            true => run.to,
            false => run.is_even(run_end).then_some(run.from + (range.end - run.at))?,
        };
        Some(from..to)
    }

    /// The normalised text that was wholly made from these bytes of the original.
    pub(super) fn within(&self, original: &Range<usize>) -> Range<usize> {
        let first = self.runs.partition_point(|run| run.to <= original.start);
        let mut start = self.runs.get(first).map_or(self.text.len(), |run| {
            let end = self.end_of(first);
            match original.start.saturating_sub(run.from) {
                0 => run.at,
                inside if run.is_even(end) => run.at + inside,
                _ => end,
            }
        });
        let after = self.runs.partition_point(|run| run.from < original.end);
        let mut end = after.checked_sub(1).and_then(|last| Some((last, self.runs.get(last)?))).map_or(
            0,
            |(last, run)| {
                let end = self.end_of(last);
                if run.to <= original.end {
                    end
                } else if run.is_even(end) {
                    run.at + (original.end - run.from)
                } else {
                    run.at
                }
            },
        );
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        start..end.max(start)
    }

    /// The run that holds a normalised place, and where it ends.
    fn run(&self, at: usize) -> Option<(Run, usize)> {
        let index = self.runs.partition_point(|run| run.at <= at).checked_sub(1)?;
        Some((*self.runs.get(index)?, self.end_of(index)))
    }

    fn end_of(&self, run: usize) -> usize {
        self.runs.get(run + 1).map_or(self.text.len(), |next| next.at)
    }

    fn note_line_break(&mut self, space: &str) {
        if self.text.ends_with('-') && space.contains(is_line_break) {
            self.broken.push(self.text.len());
        }
    }

    fn push(&mut self, cluster: &str, from: Range<usize>) {
        let at = self.text.len();
        if is_nfc_quick(cluster.chars()) == IsNormalized::Yes {
            self.text.extend(cluster.chars().map(fold));
        } else {
            self.text.extend(cluster.nfc().map(fold));
        }
        let even = self.text.len() - at == from.len();
        if let Some(last) = self.runs.last_mut()
            && even
            && last.is_even(at)
            && last.to == from.start
        {
            last.to = from.end;
        } else {
            self.runs.push(Run { at, from: from.start, to: from.end });
        }
    }
}

impl Run {
    /// Whether byte answers byte, when the run ends here.
    fn is_even(self, end: usize) -> bool {
        end - self.at == self.to - self.from
    }
}

/// Soft hyphen, zero width space, word joiner, byte order mark. Joiners (U+200C, U+200D) spell words and stay.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a character may change, or be changed by, what stands before it when NFC is made.
fn attaches(c: char) -> bool {
    if c < '\u{300}' {
        return false;
    }
    let mut first = None;
    // What decomposes is known by what it begins with.
    decompose_canonical(c, |part| first = first.or(Some(part)));
    let first = first.unwrap_or(c);
    canonical_combining_class(first) != 0 || is_nfc_quick(std::iter::once(first)) != IsNormalized::Yes
}

/// One character for all of its shapes.
fn fold(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn is_parting_dash(c: char) -> bool {
    matches!(c, '–' | '—' | '―')
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
