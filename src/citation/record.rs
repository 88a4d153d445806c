//! A published source → what a bibliography can say of it.

use std::sync::Arc;

use crate::link::relations::OtherEnd;
use crate::link::{Dossier, PublishedPage};
use crate::model::EntityId;
use crate::model::date::EdtfDate;
use crate::parse::bibliographic::{BibliographicFacts, PersonName};

/// What a bibliography can say of one source; a text that is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The source's id.
    pub id: EntityId,
    /// A type of CSL: `article-newspaper`.
    pub source_type: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// Who wrote it.
    pub authors: Vec<Name>,
    /// Who published it; several are joined.
    pub publisher: String,
    /// When it was published.
    pub issued: Option<EdtfDate>,
    /// When it was looked at.
    pub accessed: Option<EdtfDate>,
    /// Where it was found.
    pub url: Arc<str>,
    /// Volume, pages and the like.
    pub bibliographic: BibliographicFacts,
}

/// A name in a bibliography.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// As it stands: an organisation, or a person whose page does not say which name is which.
    Literal(Arc<str>),
    /// A person's, in its parts.
    Parts {
        /// By which it is sorted.
        family: Arc<str>,
        /// The others; may be empty.
        given: Arc<str>,
    },
}

impl Record {
    /// What is known of this page; `None` where it is no source.
    #[must_use]
    pub fn of(dossier: &Dossier, page: &PublishedPage) -> Option<Self> {
        let facts = page.facts();
        let source = facts.source.as_ref()?;
        let publishers = names(dossier, &facts.id, "publisher");
        let publishers: Vec<_> = publishers.iter().map(Name::in_order).collect();
        let source_type = match &*source.bibliographic.source_type {
            "" if source.url.is_empty() => "document".into(),
            "" => "webpage".into(),
            _ => source.bibliographic.source_type.clone(),
        };
        Some(Self {
            id: facts.id.clone(),
            source_type,
            title: facts.title.clone(),
            authors: match dossier.author_names(facts) {
                [] => names(dossier, &facts.id, "author"),
                written => written.iter().map(Name::of).collect(),
            },
            publisher: publishers.join(", "),
            issued: facts.date("published").or_else(|| facts.date("date")).cloned(),
            accessed: facts.date("accessed").cloned(),
            url: source.url.clone(),
            bibliographic: source.bibliographic.clone(),
        })
    }
}

impl Name {
    fn of(name: &PersonName) -> Self {
        if name.given.is_empty() {
            return Self::Literal(name.family.clone());
        }
        Self::Parts { family: name.family.clone(), given: name.given.clone() }
    }

    /// As a reader says it: "Ian Levy".
    #[must_use]
    pub fn in_order(&self) -> String {
        match self {
            Self::Literal(name) => name.to_string(),
            Self::Parts { family, given } if given.is_empty() => family.to_string(),
            Self::Parts { family, given } => format!("{given} {family}"),
        }
    }
}

/// Whom a source names by one relation. `link` has put in place of a private page what may be shown of it.
fn names(dossier: &Dossier, source: &EntityId, relation: &str) -> Vec<Name> {
    let ends = dossier.relations(source).iter();
    ends.filter(|end| !end.inverse && end.relation.as_str() == relation)
        .map(|end| match &end.other {
            OtherEnd::Words(words) => Name::Literal(words.clone()),
            OtherEnd::Page(id) => match dossier.page(id) {
                None => Name::Literal(id.as_str().into()),
                Some(page) => match &page.facts().person_name {
                    Some(name) => Name::of(name),
                    None => Name::Literal(page.facts().title.clone()),
                },
            },
        })
        .collect()
}
