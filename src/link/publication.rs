//! What may go out: the one place where a published page comes into being.
//!
//! A [`PublishedPage`] can be made here and nowhere else, and everything behind this point (links, counts, feeds,
//! pages) takes no other. Of a private page only its names go on, in [`PrivateNames`], so that a link to it can be
//! recognised and withheld; its text is dropped here.

use std::sync::Arc;

use super::registry::own_names;
use crate::model::{FoldedName, fold};
use crate::parse::ParsedPage;
use crate::parse::facts::{PageFacts, Visibility};
use crate::parse::target::Target;
use crate::text::{ByPath, ContentPath, HashMap};

/// A page that may go out.
#[derive(Debug, Clone)]
pub struct PublishedPage(Arc<ParsedPage>);

impl PublishedPage {
    /// Its facts.
    #[must_use]
    pub fn facts(&self) -> &PageFacts {
        &self.0.facts
    }

    /// The same page with another text; none where its facts, and so perhaps whether it may go out, are others.
    pub(super) fn with_text(&self, page: Arc<ParsedPage>) -> Option<Self> {
        (page.facts == self.0.facts).then_some(Self(page))
    }

    /// The same page with other names, links in its text, and dates of change; none where more is another, and so perhaps
    /// whether it may go out.
    pub(super) fn renamed(&self, page: Arc<ParsedPage>) -> Option<Self> {
        page.facts.differ_in_names_and_links_alone(&self.0.facts).then_some(Self(page))
    }

    /// Whether both are one and the same reading of a page.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// All of it: text, places, sentences.
    #[must_use]
    pub fn parsed(&self) -> &ParsedPage {
        &self.0
    }
}

/// What is known of a page that may not go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivatePage {
    /// Its file.
    pub path: ContentPath,
    /// What may be shown in its place: its `public_name`.
    pub public_name: Option<Arc<str>>,
    /// Its id, so that no published page takes it.
    pub id: crate::model::EntityId,
}

/// The names of everything that may not go out, by which links to it are recognised.
#[derive(Debug, Clone, Default)]
pub struct PrivateNames {
    /// Every private page.
    pub pages: Vec<PrivatePage>,
    /// What private sources name as their copies, each with the page that does.
    pub copies: Vec<(ContentPath, Target)>,
    by_name: HashMap<FoldedName, usize>,
    by_path: ByPath<usize>,
    /// By names and paths without case and the marks around them.
    by_loose_name: HashMap<String, usize>,
}

impl PrivateNames {
    /// The private page of this id, title or alias, folded.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&PrivatePage> {
        self.by_name.get(name).map(|index| &self.pages[*index])
    }

    /// The private page that a name or path which belongs to nobody nearly names: `[[secret.]]`, `[[People/Secret]]`.
    /// What is this close was meant for it, and must not be shown.
    #[must_use]
    pub fn nearly(&self, written: &str) -> Option<&PrivatePage> {
        let name = loose(written);
        if name.is_empty() {
            return None;
        }
        self.by_loose_name.get(&name).map(|index| &self.pages[*index])
    }

    /// The private page in this file.
    #[must_use]
    pub fn in_file(&self, path: &ContentPath) -> Option<&PrivatePage> {
        self.by_path.get(path).map(|(_, index)| &self.pages[*index])
    }

    fn add(&mut self, page: &PageFacts) {
        let index = self.pages.len();
        self.pages.push(PrivatePage {
            path: page.path.clone(),
            public_name: page.public_name.clone(),
            id: page.id.clone(),
        });
        self.by_path.insert(page.path.clone(), index);
        let copy = page.source.as_ref().and_then(|source| source.file.as_ref());
        self.copies.extend(copy.map(|file| (page.path.clone(), file.target.clone())));
        for (name, _) in own_names(page) {
            self.by_name.entry(fold(name)).or_insert(index);
            self.by_loose_name.entry(loose(name)).or_insert(index);
        }
        self.by_loose_name.entry(loose(page.path.as_str())).or_insert(index);
    }

    fn add_unreadable(&mut self, path: &ContentPath) {
        let index = self.pages.len();
        let id = crate::model::EntityId::new(&crate::model::slug(path.stem()));
        self.by_name.entry(fold(id.as_str())).or_insert(index);
        self.by_name.entry(fold(path.stem())).or_insert(index);
        self.by_path.insert(path.clone(), index);
        self.by_loose_name.entry(loose(path.stem())).or_insert(index);
        self.by_loose_name.entry(loose(path.as_str())).or_insert(index);
        self.pages.push(PrivatePage { path: path.clone(), public_name: None, id });
    }
}

/// A name or path without case, ending, and the marks around it.
fn loose(written: &str) -> String {
    let folded = fold(written);
    let path = folded.as_str().strip_prefix("content/").unwrap_or(folded.as_str());
    path.strip_suffix(".md").unwrap_or(path).trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Part the pages: those that may go out, in path order, and the names of the others. Files that could not be read
/// count as private.
#[must_use]
pub fn publish(
    pages: Vec<Arc<ParsedPage>>,
    unreadable: &[ContentPath],
) -> (Vec<PublishedPage>, PrivateNames) {
    let mut published = Vec::with_capacity(pages.len());
    let mut private = PrivateNames::default();
    for page in pages {
        match page.facts.visibility {
            Visibility::Public => published.push(PublishedPage(page)),
            Visibility::Private => private.add(&page.facts),
        }
    }
    for path in unreadable {
        private.add_unreadable(path);
    }
    (published, private)
}
