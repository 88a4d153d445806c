//! The pages of a long list: where one is among them, and the ways to the others.
//!
//! A list can have thousands of pages, so none of them leads to all. From each the first and the last can be reached, the
//! ones around it, and some at wider and wider distances: any page is a few steps away, and a page stays short.

use serde::Serialize;

use super::viewer::Viewer;
use crate::link::PageAddress;

/// The pages of a long list.
#[derive(Debug, Clone, Serialize)]
pub struct Pager {
    /// This page, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Ways to more pages, in order, this one among them; empty where there are only two.
    pub jumps: Vec<PageJump>,
}

/// A page of a long list, as one leads to it from another.
#[derive(Debug, Clone, Serialize)]
pub struct PageJump {
    /// Which it is, from 1.
    pub page: usize,
    /// Its address.
    pub href: String,
    /// What it begins with: "Kowalczyk, Ines"; may be empty.
    pub begins: String,
    /// Whether it is this page.
    pub current: bool,
}

/// A jump to a heading of a list, on this page or another.
#[derive(Debug, Clone, Serialize)]
pub struct Jump {
    /// The heading.
    pub label: String,
    /// Where it stands.
    pub href: String,
}

/// How many pages follow each other among the ways, and how many steps there are of each distance.
const STEPS: usize = 12;

/// How many headings are offered as jumps at most.
const MOST_JUMPS: usize = 100;

impl Pager {
    /// The pages around the `nth`; none where there is one alone.
    pub(super) fn of(nth: usize, pages: usize, href: impl Fn(usize) -> String) -> Option<Self> {
        Self::beginning(nth, pages, href, |_| None)
    }

    /// The same where it is known what a page begins with.
    pub(super) fn beginning(
        nth: usize,
        pages: usize,
        href: impl Fn(usize) -> String,
        begins: impl Fn(usize) -> Option<String>,
    ) -> Option<Self> {
        let jump = |page: usize| PageJump {
            page,
            href: href(page),
            begins: begins(page).unwrap_or_default(),
            current: page == nth,
        };
        (pages > 1).then(|| Self {
            page: nth,
            pages,
            previous: (nth > 1).then(|| href(nth - 1)),
            next: (nth < pages).then(|| href(nth + 1)),
            jumps: if pages > 2 { ways(nth, pages).into_iter().map(jump).collect() } else { Vec::new() },
        })
    }
}

impl Viewer<'_> {
    /// The pages of a list around the `nth`, with what each begins with; none where there is one alone.
    pub(super) fn pager_with(
        &self,
        nth: usize,
        pages: usize,
        address: impl Fn(usize) -> PageAddress,
        begins: impl Fn(usize) -> Option<String>,
    ) -> Option<Pager> {
        Pager::beginning(nth, pages, |nth| self.href(&address(nth)), begins)
    }
}

/// The pages to which the `nth` leads: those of its own dozen, the first of each dozen around it, and so on.
fn ways(nth: usize, pages: usize) -> Vec<usize> {
    let mut found = vec![1, nth, pages];
    let mut distance = 1_usize;
    while distance < pages {
        let block = distance.saturating_mul(STEPS);
        let first = nth.saturating_sub(1) / block * block + 1;
        found.extend((0..STEPS).map(|step| first + step * distance).filter(|page| *page <= pages));
        distance = block;
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Some of very many headings, evenly spread; all where they are few.
pub(super) fn thinned<T>(headings: &[T]) -> impl Iterator<Item = &T> {
    headings.iter().step_by(headings.len().div_ceil(MOST_JUMPS).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_leads_to_those_around_it_and_to_some_further_away() {
        assert_eq!(ways(2, 3), [1, 2, 3]);
        assert_eq!(ways(30, 40), [1, 13, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 40]);
    }

    proptest! {
        #[test]
        fn any_page_is_a_few_steps_from_any_other(
            pages in 1_usize..200_000,
            from in any::<prop::sample::Index>(),
            to in any::<prop::sample::Index>(),
        ) {
            let (mut at, to) = (from.index(pages) + 1, to.index(pages) + 1);
            for _ in 0..6 {
                let ways = ways(at, pages);
                prop_assert!(ways.len() <= 3 + STEPS * 5);
                prop_assert!(ways.iter().all(|page| (1..=pages).contains(page)));
                // As a reader does it: to the last page offered that does not lie behind what is looked for.
                at = ways.into_iter().rfind(|page| *page <= to).unwrap_or(1);
            }
            prop_assert_eq!(at, to);
        }
    }
}
