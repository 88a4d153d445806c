//! The number of each source on a page, and the citations that a style is asked to say.

use std::collections::HashMap;

use crate::citation::Request;
use crate::model::EntityId;

/// Gives each source its number on one page: from 1, in the order in which they are first cited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbering {
    order: Vec<EntityId>,
    numbers: HashMap<EntityId, usize>,
    /// The citations, in the order met, for a style to say.
    requests: Vec<Request>,
    /// Whether the sources are the exhibits of a bundle.
    exhibits: bool,
}

impl Numbering {
    /// Nothing is cited yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// These sources are the exhibits of a bundle, and have their numbers. Exhibits are cited by number, whatever style
    /// the site cites in.
    #[must_use]
    pub fn of_exhibits(exhibits: impl Iterator<Item = EntityId>) -> Self {
        let mut numbering = Self { exhibits: true, ..Self::default() };
        for exhibit in exhibits {
            numbering.number(&exhibit);
        }
        numbering
    }

    /// Whether the sources are the exhibits of a bundle.
    #[must_use]
    pub fn is_of_exhibits(&self) -> bool {
        self.exhibits
    }

    /// The source's number; a new one, if it has none yet.
    pub fn number(&mut self, source: &EntityId) -> usize {
        if let Some(number) = self.numbers.get(source) {
            return *number;
        }
        self.order.push(source.clone());
        self.numbers.insert(source.clone(), self.order.len());
        self.order.len()
    }

    /// One citation more; which it is. Of exhibits no style says anything.
    pub fn cite(&mut self, request: Request) -> usize {
        if self.exhibits {
            return 0;
        }
        self.requests.push(request);
        self.requests.len() - 1
    }

    /// The citations, in the order met.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// The sources, in the order of their numbers.
    #[must_use]
    pub fn sources(&self) -> &[EntityId] {
        &self.order
    }
}
