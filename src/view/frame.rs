//! What every page has: its head, and its place among the pages.

use serde::Serialize;

use super::share::ShareView;
use super::surroundings::Standing;
use super::viewer::Viewer;
use crate::link::PageAddress;
use crate::model::vocabulary;

/// All that one template is given.
#[derive(Debug)]
pub struct PageView<T> {
    /// What every page has.
    pub frame: Frame,
    /// What this page alone has.
    pub view: T,
}

/// What every page has around its own matter.
#[derive(Debug, Clone)]
pub struct Frame {
    /// What it says of itself.
    pub page: HeadView,
    /// Which pages have the same [`Surroundings`](super::surroundings::Surroundings).
    pub standing: Standing,
}

/// What stands in the page's head.
#[derive(Debug, Clone, Serialize)]
pub struct HeadView {
    /// Page type, as `data-page` on `<body>`: `home`, `entity-person`, `entity-timeline`, `entity-relations`, `backlinks`, `index`, `tags`, `tag`, `timeline`,
    /// `timeline-filters`, `timeline-order`, `known`, `known-news`, `network`, `ledger`, `ledger-filters`, `search`, `names`,
    /// `corrections`, `coverage`, `chains`, `chain`, `bibliography`, `not-found`, `page`, `redirect`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The page's title, plain text.
    pub title: String,
    /// One sentence, plain text; may be empty.
    pub description: String,
    /// Absolute address, where `base_url` is known.
    pub canonical: Option<String>,
    /// What programs show where somebody shares the page (Open Graph).
    pub share: ShareView,
    /// What the page says, for machines: schema.org as JSON-LD, to be placed as it is; may be empty.
    pub json_ld: String,
}

impl Viewer<'_> {
    /// What stands around this page.
    pub(super) fn frame(&self, kind: &str, title: &str, description: &str) -> Frame {
        // The further pages of a list are told apart, in tabs as in results of a search engine.
        let nth = self.address.nth();
        let numbered =
            (nth > 1).then(|| self.words.fill("title-nth", &[("title", title.into()), ("page", nth.into())]));
        let (title, description) = match &numbered {
            Some(numbered) => (numbered.as_str(), ""),
            None => (title, description),
        };
        Frame {
            page: HeadView {
                kind: kind.into(),
                title: title.into(),
                description: self.description(title, description),
                canonical: match self.address {
                    PageAddress::NotFound => None,
                    // What has moved is found where it is now.
                    PageAddress::Redirect(_, to) => {
                        self.dossier.absolute(&self.dossier.file_of(&PageAddress::Entity(to.clone())))
                    }
                    _ => self.dossier.absolute(&self.file),
                },
                share: self.share(),
                json_ld: self.structured_data(title, description),
            },
            standing: self.standing(),
        }
    }

    /// What a search engine shows below the title: a page that has no sentence of its own is at least told apart.
    fn description(&self, title: &str, own: &str) -> String {
        let dossier = &*self.dossier.settings.title;
        if !own.is_empty() || title == dossier {
            return own.to_owned();
        }
        self.words.fill("description-part", &[("title", title.into()), ("dossier", dossier.into())])
    }
}

/// The page type of an entity of this kind: `entity-person`.
pub(super) fn page_type(kind: &str) -> String {
    if kind == vocabulary::PAGE { "page".into() } else { format!("entity-{kind}") }
}
