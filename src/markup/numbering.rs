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
}

impl Numbering {
    /// Nothing is cited yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    /// One citation more; which it is.
    pub fn cite(&mut self, request: Request) -> usize {
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
