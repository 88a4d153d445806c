//! Tags: one for each name, however it is spelt.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::corpus::Corpus;
use crate::model::{EntityId, FoldedName, fold, slug};

/// A tag and the pages that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// As first written, in page order.
    pub label: Arc<str>,
    /// The name in the form in which tags are compared.
    pub name: FoldedName,
    /// The name of its page, unique among tags.
    pub slug: Arc<str>,
    /// The pages, in page order.
    pub pages: Vec<EntityId>,
}

/// All tags, by name.
#[must_use]
pub(super) fn gather(corpus: &Corpus) -> Vec<Tag> {
    let mut tags: BTreeMap<FoldedName, Tag> = BTreeMap::new();
    for page in corpus.pages() {
        for label in page.facts().tags.iter().filter(|label| !label.is_empty()) {
            let name = fold(label);
            let tag = tags.entry(name.clone()).or_insert_with(|| Tag {
                label: label.clone(),
                name,
                slug: "".into(),
                pages: Vec::new(),
            });
            if tag.pages.last() != Some(&page.facts().id) {
                tag.pages.push(page.facts().id.clone());
            }
        }
    }
    let mut taken = HashSet::from(["index".to_owned()]);
    let mut tags: Vec<_> = tags.into_values().collect();
    for tag in &mut tags {
        let base = slug(&tag.label);
        let base = if base.is_empty() { "tag".to_owned() } else { base };
        let mut unique = base.clone();
        let mut nth = 1;
        while !taken.insert(unique.clone()) {
            nth += 1;
            unique = format!("{base}-{nth}");
        }
        tag.slug = unique.into();
    }
    tags
}
