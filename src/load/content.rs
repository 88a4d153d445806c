//! What lies below `content/`, place by place: each is read by itself, so each can be read again by itself.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::walk::{Found, walk, walk_at};
use super::{Different, is_link, read_text};
use crate::text::{Checked, ContentFile, ContentPath};

/// The folder of all pages and attachments.
pub(super) const CONTENT: &str = "content";

/// What lies at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// A page.
    Page(ContentFile),
    /// Another file of so many bytes.
    Attachment(u64),
    /// What is there and cannot be read.
    Unreadable,
}

/// A place in the order of the walk: folder by folder, each by the names in it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct InOrder(ContentPath);

impl Ord for InOrder {
    fn cmp(&self, other: &Self) -> Ordering {
        let (own, other) = (self.0.as_str().as_bytes(), other.0.as_str().as_bytes());
        // A name ends before any other goes on.
        let rank = |byte: u8| if byte == b'/' { 0 } else { byte };
        match own.iter().zip(other).find(|(own, other)| own != other) {
            Some((own, other)) => rank(*own).cmp(&rank(*other)),
            None => own.len().cmp(&other.len()),
        }
    }
}

impl PartialOrd for InOrder {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// All that lies below `content/`, with what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct Content(Items);

type Items = BTreeMap<InOrder, Checked<Item>>;

impl Content {
    pub(super) fn read(root: &Path) -> Self {
        Self(read(root, walk(root, CONTENT)))
    }

    pub(super) fn items(&self) -> impl Iterator<Item = (&ContentPath, &Checked<Item>)> {
        self.0.iter().map(|(path, item)| (&path.0, item))
    }

    pub(super) fn get(&self, path: &ContentPath) -> Option<&Checked<Item>> {
        self.0.get(&InOrder(path.clone()))
    }

    /// Read again what lies at this place and below it.
    pub(super) fn look_again(&mut self, root: &Path, place: &str, different: &mut Different) {
        let Some(place) = seen_from_above(root, place) else { return };
        if place == CONTENT {
            let before = std::mem::take(&mut self.0);
            self.replace(before, Self::read(root).0, different);
            return;
        }
        let found = walk_at(root, place);
        // The folder it lies in cannot be listed any more.
        if found.iter().any(|(path, _)| !is_at_or_below(path, place)) {
            let folder = place.rsplit_once('/').map_or(CONTENT, |(folder, _)| folder);
            self.look_again(root, folder, different);
            return;
        }
        let known = self.0.range(InOrder(ContentPath::new(place))..).map(|(path, _)| path);
        let known: Vec<_> = known.take_while(|path| is_at_or_below(&path.0, place)).cloned().collect();
        let before = known.into_iter().filter_map(|path| self.0.remove_entry(&path)).collect();
        self.replace(before, read(root, found), different);
    }

    /// Put `now` where `before` was. What did not change stays the same object.
    fn replace(&mut self, mut before: Items, now: Items, different: &mut Different) {
        for (path, item) in now {
            let was = before.remove(&path);
            match was {
                Some(was) if was == item => {
                    // One of the same size may hold something else.
                    if matches!(item.value, Item::Attachment(_)) {
                        different.attachments.insert(path.0.clone());
                    }
                    self.0.insert(path, was);
                }
                was => {
                    note(&path.0, was.iter().chain([&item]), different);
                    self.0.insert(path, item);
                }
            }
        }
        for (path, was) in before {
            note(&path.0, [&was].into_iter(), different);
        }
    }
}

/// At this place, what was there and what is there differ.
fn note<'a>(path: &ContentPath, items: impl Iterator<Item = &'a Checked<Item>>, different: &mut Different) {
    for item in items {
        match item.value {
            Item::Page(_) => {
                different.pages.insert(path.clone());
            }
            Item::Attachment(_) => {
                different.listing = true;
                different.attachments.insert(path.clone());
            }
            Item::Unreadable => different.listing = true,
        }
    }
}

fn is_at_or_below(path: &ContentPath, place: &str) -> bool {
    path.as_str() == place || path.below(place).is_some()
}

/// The place itself, or the first one on the way down to it that is no folder of its own: that is where the walk would
/// end. None where the walk would pass it by.
fn seen_from_above<'a>(root: &Path, place: &'a str) -> Option<&'a str> {
    let ends = place.match_indices('/').map(|(end, _)| end).chain([place.len()]);
    for end in ends {
        let way = &place[..end];
        if way.rsplit('/').next().is_some_and(|name| name.starts_with('.')) {
            return None;
        }
        let here = root.join(way);
        if is_link(&here) || !here.is_dir() {
            return Some(way);
        }
    }
    Some(place)
}

fn read(root: &Path, found: Vec<(ContentPath, Found)>) -> Items {
    let mut read: Vec<_> = found
        .into_par_iter()
        .map(|(path, found)| (InOrder(path.clone()), item(root, &path, found)))
        .collect();
    // They come in order. From a list a map is made at once, and its leaves are full.
    read.sort_by(|(one, _), (other, _)| one.cmp(other));
    read.dedup_by(|(path, item), (before, there)| {
        let same = path == before;
        if same {
            // A folder with a name that is refused, and that cannot be listed either.
            there.diagnostics.append(&mut item.diagnostics);
        }
        same
    });
    read.into_iter().collect()
}

fn item(root: &Path, path: &ContentPath, found: Found) -> Checked<Item> {
    let mut read = match found {
        Found::File if is_markdown(path) => {
            read_text(root, path).map(|file| file.map_or(Item::Unreadable, Item::Page))
        }
        Found::File => {
            let size = root.join(path.as_str()).symlink_metadata().map_or(0, |metadata| metadata.len());
            Checked::clean(Item::Attachment(size))
        }
        Found::Refused(diagnostic) => Checked::new(Item::Unreadable, vec![diagnostic]),
    };
    // What cannot be read may be private, and then its name is, too.
    if read.value == Item::Unreadable {
        read.diagnostics.iter_mut().for_each(|diagnostic| diagnostic.private = true);
    }
    read
}

fn is_markdown(path: &ContentPath) -> bool {
    Path::new(path.as_str()).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_names_folder_by_folder(one in "[a/é.-]{0,8}", other in "[a/é.-]{0,8}") {
            let [one, other] = [one, other].map(|path| ContentPath::new(&path));
            let by_names = one.as_str().split('/').cmp(other.as_str().split('/'));
            prop_assert_eq!(InOrder(one).cmp(&InOrder(other)), by_names);
        }
    }
}
