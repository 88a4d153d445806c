//! Who wrote a source, where its front matter gives the authors by the parts of their names (`author_names`).
//!
//! Names are words and no links, so they could name somebody whom `author` withholds.

use super::corpus::Corpus;
use super::resolution::Resolution;
use crate::parse::bibliographic::PersonName;
use crate::parse::facts::PageFacts;
use crate::parse::target::Target;

impl Corpus {
    /// The authors of a source by the parts of their names; none where one of the authors is private, and only `author`
    /// can say who may be named and how.
    #[must_use]
    pub fn author_names<'a>(&self, facts: &'a PageFacts) -> &'a [PersonName] {
        let names = facts.source.as_ref().map(|source| source.bibliographic.author_names.as_slice());
        let names = names.unwrap_or_default();
        let is_private = |target: &Target| matches!(self.resolve(facts, target), Resolution::Private(_));
        let mut authors = facts.relations.iter().filter(|written| written.relation.as_str() == "author");
        let is_withheld = !names.is_empty()
            && (authors.any(|author| is_private(&author.to.target))
                || names.iter().any(|name| is_private(&Target::Name(name.in_order().into()))));
        if is_withheld { &[] } else { names }
    }
}
