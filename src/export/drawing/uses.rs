//! How much a drawing shows when all that it uses again is counted.
//!
//! `<use>` shows a part of the drawing a second time, and with it what that part uses. Twenty parts that each use the one
//! before ten times are few bytes in the file, and more than any browser can draw.

use std::collections::HashMap;

/// How many elements a drawing may show.
const MOST: usize = 200_000;
/// How long a chain of parts may be of which each is in the other, or uses it.
const LONGEST: usize = 400;

/// The parts of a drawing that have an id, and what each of them uses.
#[derive(Debug, Default)]
pub(super) struct Uses {
    parts: Vec<Part>,
    by_id: HashMap<String, usize>,
    /// The parts that are open, the innermost last.
    open: Vec<usize>,
}

#[derive(Debug, Default)]
struct Part {
    /// Those that are in no smaller part.
    elements: usize,
    /// The smaller parts.
    inside: Vec<usize>,
    used: Vec<String>,
}

impl Uses {
    /// An element begins; whether it is a part of its own, to be [ended](Self::end).
    pub(super) fn start(&mut self, id: Option<&str>, used: Option<&str>) -> bool {
        let is_part = id.is_some() || self.parts.is_empty();
        if is_part {
            let number = self.parts.len();
            self.parts.push(Part::default());
            if let Some(around) = self.open.last().and_then(|open| self.parts.get_mut(*open)) {
                around.inside.push(number);
            }
            self.open.push(number);
            self.by_id.entry(id.unwrap_or_default().to_owned()).or_insert(number);
        }
        if let Some(part) = self.open.last().and_then(|open| self.parts.get_mut(*open)) {
            part.elements += 1;
            part.used.extend(used.and_then(|used| used.strip_prefix('#')).map(str::to_owned));
        }
        is_part
    }

    /// A part ends.
    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// Whether it is too much for a browser.
    pub(super) fn are_too_many(&self) -> bool {
        let mut known = vec![None; self.parts.len()];
        !self.parts.is_empty() && self.shown(0, LONGEST, &mut known).is_none()
    }

    /// How many elements a part shows; none where these are too many.
    fn shown(&self, part: usize, longest: usize, known: &mut [Option<usize>]) -> Option<usize> {
        if let Some(shown) = known[part] {
            return Some(shown);
        }
        let longest = longest.checked_sub(1)?;
        let mut shown = self.parts[part].elements;
        let used = self.parts[part].used.iter().filter_map(|used| self.by_id.get(used));
        for other in self.parts[part].inside.iter().chain(used) {
            shown += self.shown(*other, longest, known)?;
            if shown > MOST {
                return None;
            }
        }
        known[part] = Some(shown);
        Some(shown)
    }
}
