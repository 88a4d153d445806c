//! The headings of a body, found by what links write.
//!
//! A page with thousands of headings can be linked to thousands of times, so they are looked up and not gone through. The
//! index is made when a long page is first asked, and is no part of what the page says.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::OnceLock;

use super::facts::Heading;
use crate::model::{FoldedName, fold, slug};
use crate::text::HashMap;

/// With no more headings than this, going through them is cheaper.
const FEW: usize = 16;

/// The headings of a body, in order.
#[derive(Debug, Default)]
pub struct Headings {
    all: Vec<Heading>,
    index: OnceLock<Box<Index>>,
}

/// Where the first heading of each text and of each anchor stands.
#[derive(Debug, Default)]
struct Index {
    by_text: HashMap<FoldedName, usize>,
    by_anchor: HashMap<Box<str>, usize>,
}

impl Headings {
    /// These headings.
    #[must_use]
    pub fn new(mut all: Vec<Heading>) -> Self {
        all.shrink_to_fit();
        Self { all, index: OnceLock::new() }
    }

    /// The heading that a link names: by its words, or by the anchor itself.
    #[must_use]
    pub fn named(&self, written: &str) -> Option<&Heading> {
        let wanted = fold(written);
        let place = if self.all.len() <= FEW {
            self.all.iter().position(|heading| fold(&heading.text) == wanted)
        } else {
            self.index().by_text.get(&wanted).copied()
        };
        let place = place.or_else(|| self.place_of(written)).or_else(|| self.place_of(&slug(written)));
        self.all.get(place?)
    }

    /// Which of them has this anchor.
    #[must_use]
    pub fn place_of(&self, anchor: &str) -> Option<usize> {
        if self.all.len() <= FEW {
            return self.all.iter().position(|heading| *heading.anchor == *anchor);
        }
        self.index().by_anchor.get(anchor).copied()
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for (place, heading) in self.all.iter().enumerate() {
                index.by_text.entry(fold(&heading.text)).or_insert(place);
                index.by_anchor.entry((*heading.anchor).into()).or_insert(place);
            }
            Box::new(index)
        })
    }
}

impl Deref for Headings {
    type Target = [Heading];

    fn deref(&self) -> &[Heading] {
        &self.all
    }
}

impl Hash for Headings {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.all.hash(state);
    }
}

impl Clone for Headings {
    fn clone(&self) -> Self {
        Self { all: self.all.clone(), index: OnceLock::new() }
    }
}

impl PartialEq for Headings {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Eq for Headings {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_looked_up_as_a_short_one_is_gone_through() {
        let heading =
            |text: &str, anchor: &str| Heading { level: 1, text: text.into(), anchor: anchor.into() };
        let first =
            [heading("A", "b"), heading("Same", "same"), heading("SAME", "same-2"), heading("b", "x")];
        let more = (0..FEW).map(|n| heading(&format!("More {n}"), &format!("more-{n}")));
        let short = Headings::new(first.to_vec());
        let long = Headings::new(first.iter().cloned().chain(more).collect());
        for (written, anchor) in [
            ("a", Some("b")),
            ("same", Some("same")),
            ("same-2", Some("same-2")),
            ("B", Some("x")),
            ("none", None),
        ] {
            for headings in [&short, &long] {
                assert_eq!(headings.named(written).map(|heading| &*heading.anchor), anchor, "{written}");
            }
        }
        assert_eq!(long.named("More: 3").map(|heading| &*heading.text), Some("More 3"));
        assert_eq!(long.place_of("more-1"), Some(5));
    }
}
