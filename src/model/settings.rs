//! What `site.toml` says, made meaningful: every default filled in, every name checked.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{EntityId, KindId, Period, RawHtml, RelationId, Words, fold, folded};
use crate::text::{ContentPath, Severity, Span};

/// A field that dates an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateField {
    /// The front matter field: `born`.
    pub field: Arc<str>,
    /// What readers see: "Born". Empty for the plain `date`.
    pub label: Arc<str>,
    /// Whether it makes an entry on the timeline.
    pub on_timeline: bool,
}

/// A kind of entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its id: `person`.
    pub id: KindId,
    /// The folder below `content/`, and of the site: `people`.
    pub folder: Arc<str>,
    /// "Person".
    pub singular: Arc<str>,
    /// "People".
    pub plural: Arc<str>,
    /// A short sign; may be empty.
    pub icon: Arc<str>,
    /// The template of its pages: `entity.html`.
    pub template: Arc<str>,
    /// The fields that date it, the most important first. Every kind also has `date`.
    pub dates: Vec<DateField>,
}

/// A directed, typed relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its id, the field an editor writes: `works_for`.
    pub id: RelationId,
    /// What the writing side shows: "works for".
    pub label: Arc<str>,
    /// What the other side shows: "employs". Equal to `label` where the relation is symmetric.
    pub inverse: Arc<str>,
    /// The kinds it leads from; empty for any.
    pub from: Vec<KindId>,
    /// The kinds it leads to; empty for any.
    pub to: Vec<KindId>,
    /// Whether a value that names no entity is plain words (an author without a page) and not a broken link.
    pub plain_words: bool,
}

/// A pair of entities for which `site.toml` wants a page of chains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenPair {
    /// Both ends as written, and where: whether they exist is only known when all pages are.
    pub ends: [(Arc<str>, Span); 2],
}

/// All settings of a dossier.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The dossier's name.
    pub title: Arc<str>,
    /// One sentence on it; may be empty.
    pub description: Arc<str>,
    /// BCP 47 tag: `en`.
    pub language: Arc<str>,
    /// What pages say of their own, in that language.
    pub words: Words,
    /// Who answers for the dossier, in words; may be empty.
    pub author: Arc<str>,
    /// Where the site will stand, with a closing `/`; only feeds, canonical addresses and the 404 page use it.
    pub base_url: Option<Arc<str>>,
    /// Whether a page is published when it does not say.
    pub publish_by_default: bool,
    /// Whether the site has a search, with the names from A to Z.
    pub search: bool,
    /// Folders below `content/` in which everything is private; the empty one is `content/` itself.
    pub private_folders: Vec<Arc<str>>,
    /// Front matter fields that go out on no page; relations and qualifiers of relations of that name as well.
    pub private_fields: Vec<Arc<str>>,
    /// The people shown on the home page; the most referred to where empty.
    pub key_people: Vec<EntityId>,
    /// The organisations shown on the home page; the most referred to where empty.
    pub key_organisations: Vec<EntityId>,
    /// The kinds, in the order of the navigation.
    pub kinds: Vec<Kind>,
    /// The relations, by id.
    pub relations: BTreeMap<RelationId, Relation>,
    /// Further fields and what readers see for them: `imo` → "IMO number". They show in the facts panel.
    pub fields: BTreeMap<Arc<str>, Arc<str>>,
    /// The pairs that have a page of how they are linked.
    pub chains: Vec<WrittenPair>,
    /// What becomes of HTML that is written in a body.
    pub raw_html: RawHtml,
    /// How often each page has to be checked.
    pub review_every: Option<Period>,
    /// Severities that differ from the rules' own, by rule name.
    pub severities: BTreeMap<&'static str, Severity>,
}

impl Settings {
    /// Settings that nobody could read: what they would have kept private cannot be known, so everything is.
    #[must_use]
    pub fn unreadable() -> Self {
        Self { publish_by_default: false, private_folders: vec!["".into()], ..Self::default() }
    }

    /// Whether a page reads the same under both: the vocabulary, what is private, and what HTML is left out, are all that
    /// `parse` asks for.
    #[must_use]
    pub fn read_alike(&self, other: &Self) -> bool {
        let Self {
            kinds,
            relations,
            fields,
            publish_by_default,
            private_folders,
            private_fields,
            raw_html,
            ..
        } = self;
        (kinds, relations, fields) == (&other.kinds, &other.relations, &other.fields)
            && (publish_by_default, private_folders) == (&other.publish_by_default, &other.private_folders)
            && (private_fields, raw_html) == (&other.private_fields, &other.raw_html)
    }

    /// Whether a field of this name is private; neither case counts nor the sign between words.
    #[must_use]
    pub fn is_private_field(&self, field: &str) -> bool {
        let same = |private: &Arc<str>| same_field(private, field);
        !self.private_fields.is_empty() && self.private_fields.iter().any(same)
    }

    /// Whether this file of the dossier lies in a private folder; as on disks that ignore it, case does not count.
    #[must_use]
    pub fn is_in_private_folder(&self, path: &ContentPath) -> bool {
        let Some(below) = path.below("content") else { return false };
        self.private_folders.iter().any(|folder| {
            let mut parts = below.split('/');
            folder
                .split('/')
                .filter(|part| !part.is_empty())
                .all(|private| parts.next().is_some_and(|part| fold(part) == fold(private)))
                && parts.next().is_some()
        })
    }

    /// The kind of this id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id.as_str() == id)
    }

    /// The kind whose files lie in this folder below `content/`.
    #[must_use]
    pub fn kind_of_folder(&self, folder: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| &*kind.folder == folder)
    }
}

/// Whether two names of fields are one: in any case, with `-`, `_` or a space between words.
#[must_use]
pub fn same_field(one: &str, other: &str) -> bool {
    let plain = |name: &str| folded(name).replace(['-', ' '], "_");
    plain(one) == plain(other)
}

impl Default for Settings {
    fn default() -> Self {
        Self::in_words(Words::english())
    }
}

impl Settings {
    /// The defaults, in these words and their language.
    #[must_use]
    pub fn in_words(words: Words) -> Self {
        Self {
            title: "Dossier".into(),
            description: "".into(),
            language: words.language().into(),
            author: "".into(),
            base_url: None,
            publish_by_default: true,
            search: true,
            private_folders: Vec::new(),
            private_fields: Vec::new(),
            key_people: Vec::new(),
            key_organisations: Vec::new(),
            kinds: super::vocabulary::kinds(&words),
            relations: super::vocabulary::relations(&words),
            fields: BTreeMap::new(),
            chains: Vec::new(),
            raw_html: RawHtml::default(),
            review_every: None,
            severities: BTreeMap::new(),
            words,
        }
    }
}
