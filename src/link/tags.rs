//! Tags: one for each name, however it is spelt.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::corpus::Corpus;
use crate::load::unsafe_name;
use crate::model::{EntityId, FoldedName, fold, slug};
use crate::text::{HashMap, HashSet};

/// How many tags stand on one page of the list of all.
pub const TAGS_ON_A_PAGE: usize = 1_000;

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
    let mut taken = HashSet::from_iter(["index".to_owned()]);
    let mut tags: Vec<_> = tags.into_values().collect();
    for tag in &mut tags {
        let base = file_name(slug(&tag.label));
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

/// Where each tag stands among all, by its slug.
#[must_use]
pub(super) fn places(tags: &[Tag]) -> HashMap<Arc<str>, usize> {
    tags.iter().enumerate().map(|(place, tag)| (tag.slug.clone(), place)).collect()
}

/// The most bytes of a tag that its page's name takes.
const MAX_BYTES: usize = 120;

/// A slug that every system takes as a file's name, and that is the same in every build.
fn file_name(slug: String) -> String {
    if slug.is_empty() {
        return "tag".to_owned();
    }
    if slug.len() > MAX_BYTES {
        // The whole slug tells apart what begins alike.
        let end = (0..=MAX_BYTES.min(slug.len())).rev().find(|at| slug.is_char_boundary(*at)).unwrap_or(0);
        let cut = &slug[..end];
        return format!("{}-{:08x}", cut.trim_end_matches('-'), crc32fast::hash(slug.as_bytes()));
    }
    if unsafe_name(Some(&slug)).is_some() { format!("{slug}-tag") } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_can_hold_the_page_of_a_tag() {
        for (slug, expected) in [("", "tag"), ("con", "con-tag"), ("lpt1", "lpt1-tag"), ("ships", "ships")] {
            assert_eq!(file_name(slug.to_owned()), expected);
        }
        let long = |end: &str| file_name(format!("a{}{end}", "ж".repeat(150)));
        assert!(long("x").len() <= MAX_BYTES + 9 && long("x") == long("x") && long("x") != long("y"));
    }
}
