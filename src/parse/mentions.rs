//! Numbering mentions as they are met, and keeping their places apart from the facts.

use std::sync::Arc;

use super::facts::{Mention, MentionKey, MentionRole};
use super::target::{Destination, Target};
use crate::text::{HashMap, Span};

/// The mentions of a page, in the order met: front matter first, then the body.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// The facts.
    pub(super) list: Vec<Mention>,
    /// The places, in the same order.
    pub(super) places: Vec<(MentionKey, Span)>,
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
        self.places.push((key.clone(), span));
        key
    }

    /// One more mention of a name.
    pub(super) fn add_name(&mut self, name: &str, role: MentionRole, span: Span) -> MentionKey {
        let target = Target::Name(Arc::from(name));
        self.add(Destination { target, heading: None }, role, false, span)
    }
}
