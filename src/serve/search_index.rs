//! The files of the search while it is served: made when the first of them is asked for, since most rounds end before
//! anybody searches, and of a later edition only the parts that hold something else than before.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::stage::Item;
use crate::export::manifest::Hash;
use crate::export::search::{IndexError, Part};
use crate::pipeline::Edition;

/// The search of one edition.
#[derive(Debug, Default, Clone)]
pub(super) struct SearchIndex {
    made: Arc<OnceLock<Made>>,
    /// The last one that was made of an edition before.
    before: Arc<OnceLock<Made>>,
}

/// Once it is made.
#[derive(Debug, Default)]
struct Made {
    parts: Vec<Hash>,
    files: BTreeMap<String, Item>,
}

impl SearchIndex {
    /// That of the edition after this one, which is another.
    pub(super) fn after(&self) -> Self {
        let before = if self.made.get().is_some() { &self.made } else { &self.before };
        Self { made: Arc::default(), before: before.clone() }
    }

    /// Its files by their paths. Where they cannot be made there are none: then the page of the search says that it cannot
    /// search, and shows the names.
    pub(super) fn files(&self, edition: &Edition) -> &BTreeMap<String, Item> {
        let made = || Made::of(edition, self.before.get()).unwrap_or_default();
        &self.made.get_or_init(made).files
    }
}

impl Made {
    fn of(edition: &Edition, before: Option<&Self>) -> Result<Self, IndexError> {
        let held = |part: &Part| before.filter(|before| part.is_among(&before.parts));
        let (files, parts) = edition.search_files(|part| held(&part).is_some())?;
        let mut files: BTreeMap<_, _> = files.into_iter().map(Item::of).collect();
        for (nth, holds) in parts.iter().enumerate() {
            let part = Part { nth, holds: *holds };
            let stays = held(&part).into_iter().flat_map(|before| &before.files);
            files.extend(
                stays.filter(|(path, _)| part.has(path)).map(|(path, item)| (path.clone(), item.clone())),
            );
        }
        Ok(Self { parts, files })
    }
}

#[cfg(test)]
#[cfg(feature = "search")]
#[expect(clippy::disallowed_methods, reason = "the test lays out a dossier")]
mod tests {
    use std::fs;

    use super::*;
    use crate::pipeline::{Unwatched, Wishes};

    /// Where the bytes of each file lie in memory: those that were made anew lie elsewhere.
    fn places(files: &BTreeMap<String, Item>) -> BTreeMap<&String, (*const u8, &[u8])> {
        let places = files.iter().map(|(path, item)| match item {
            Item::Bytes(bytes) => (path, (bytes.as_ptr(), &**bytes)),
            _ => panic!("the search has files of its own alone"),
        });
        places.collect()
    }

    #[test]
    fn what_holds_the_same_stays_and_all_is_what_it_would_be_from_scratch() {
        let folder = tempfile::tempdir().unwrap();
        let edition = |page: &str, template: &str| {
            for (path, text) in [("content/people/ada.md", page), ("templates/hooks/head.html", template)] {
                let path = folder.path().join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            Edition::read(folder.path(), &Wishes::default(), &Unwatched).unwrap().value
        };
        let page = "---\ntitle: Ada\n---\nShe was at the quay.\n";
        let first = SearchIndex::default();
        let before = places(first.files(&edition(page, "")));
        // Two editions of which nobody asked for the search lie between.
        let second = first.after().after().after();
        let same = edition(page, "<meta name=\"x\" content=\"y\">\n");
        let after = places(second.files(&same));
        let index = |(path, _): &(&&String, &(*const u8, &[u8]))| path.starts_with("pagefind/");
        assert!(before.iter().filter(index).count() > 4);
        assert_eq!(
            before.iter().filter(index).collect::<Vec<_>>(),
            after.iter().filter(index).collect::<Vec<_>>()
        );
        let other = edition("---\ntitle: Ada\n---\nShe was at the wharf.\n", "");
        let third = second.after();
        let scratch = SearchIndex::default();
        let bytes = |search: &SearchIndex| -> Vec<(String, Vec<u8>)> {
            let files = places(search.files(&other));
            files.into_iter().map(|(path, (_, bytes))| (path.clone(), bytes.to_vec())).collect()
        };
        assert_eq!(bytes(&third), bytes(&scratch));
    }
}
