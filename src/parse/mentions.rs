//! Numbering mentions as they are met, and keeping their places apart from the facts.

use std::sync::Arc;

use super::facts::{Mention, MentionKey, MentionRole};
use super::target::{Destination, Target};
use crate::text::{HashMap, Span};

/// Where the mentions of a page stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MentionPlaces {
    /// In the order of the mentions.
    places: Box<[Span]>,
    /// The numbers of the mentions, in the order of their keys.
    by_key: Box<[u32]>,
}

impl MentionPlaces {
    /// The number of the mention with this key among those of its page.
    #[must_use]
    pub fn number(&self, mentions: &[Mention], key: &MentionKey) -> Option<u32> {
        let own = |number: &u32| mentions.get(*number as usize).map(|mention| &mention.key);
        let at = self.by_key.binary_search_by(|number| own(number).cmp(&Some(key))).ok()?;
        self.by_key.get(at).copied()
    }

    /// Where the mention of this number stands.
    #[must_use]
    pub fn place(&self, number: u32) -> Option<Span> {
        self.places.get(number as usize).copied()
    }
}

/// The mentions of a page, in the order met: front matter first, then the body.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// The facts.
    pub(super) list: Vec<Mention>,
    /// The places, in the same order.
    places: Vec<Span>,
    counts: HashMap<Target, u32>,
}

impl Mentions {
    /// One more mention; its key.
    pub(super) fn add(
        &mut self,
        to: Destination,
        role: MentionRole,
        labelled: bool,
        span: Span,
    ) -> MentionKey {
        let nth = self.counts.entry(to.target.clone()).or_default();
        let key = MentionKey { target: to.target, nth: *nth };
        *nth += 1;
        self.list.push(Mention { key: key.clone(), heading: to.heading, role, labelled });
        self.places.push(span);
        key
    }

    /// The number of the mention that was added last.
    pub(super) fn last(&self) -> u32 {
        u32::try_from(self.list.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// The facts, and apart from them the places.
    pub(super) fn finish(self) -> (Vec<Mention>, MentionPlaces) {
        let Self { list, places, .. } = self;
        let mut by_key: Box<[u32]> = (0..).take(list.len()).collect();
        by_key.sort_unstable_by(|a, b| list[*a as usize].key.cmp(&list[*b as usize].key));
        (list, MentionPlaces { places: places.into(), by_key })
    }

    /// One more mention of a name.
    pub(super) fn add_name(&mut self, name: &str, role: MentionRole, span: Span) -> MentionKey {
        let target = Target::Name(Arc::from(name));
        self.add(Destination { target, heading: None }, role, false, span)
    }
}
