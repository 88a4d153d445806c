//! What the page of an entity is about: a person, an event, a source, a claim.

use super::node::Node;
use super::{MOST_SAID, SUBJECT, vocabulary};
use crate::link::Corpus;
use crate::link::name_index::other_names;
use crate::link::relations::{OtherEnd, RelationEnd};
use crate::model::claim::Stance;
use crate::model::{Derivation, EntityId};
use crate::parse::bibliographic::PersonName;
use crate::parse::facts::{PageFacts, SourceFacts, WrittenRelation};
use crate::text::escape;
use crate::view::viewer::Viewer;

/// The date fields of the built-in kinds that schema.org has a property for.
const DATES: [(&str, &str); 5] = [
    ("born", "birthDate"),
    ("died", "deathDate"),
    ("founded", "foundingDate"),
    ("dissolved", "dissolutionDate"),
    ("released", "releaseDate"),
];

impl Viewer<'_> {
    /// The subject of a page, and those it has to do with in a way that schema.org has no property for.
    pub(super) fn subject<'n>(&'n self, facts: &'n PageFacts, kind: &str) -> (Node<'n>, Vec<EntityId>) {
        let mut node = Node::new(vocabulary::schema_type(facts))
            .text("@id", self.iri(&self.file, SUBJECT))
            .nodes("mainEntityOfPage", [Node::known(self.iri(&self.file, ""))])
            .text("name", &*facts.title);
        for alias in other_names(facts) {
            node = node.text("alternateName", &**alias);
        }
        node = node.text("description", &*facts.summary).nodes("image", self.image_node(facts));
        if let Some(name) = &facts.person_name {
            node = person_name(node, name);
        }
        node = self.of_kind(node, facts, kind);
        if let Some(source) = &facts.source {
            node = self.of_source(node, facts, source);
        }
        let mut beside = Vec::new();
        let own = self.dossier.relations(&facts.id).iter().take_while(|end| !end.inverse);
        for end in own.take(MOST_SAID) {
            match self.qualified(facts, kind, end) {
                Some((property, value)) => node = node.nodes(property, [value]),
                None => beside.extend(match &end.other {
                    OtherEnd::Page(id) => Some(id.clone()),
                    OtherEnd::Words(_) => None,
                }),
            }
        }
        // Sources are cited, not mentioned.
        beside.retain(|id| !self.dossier.is_source(id) && *id != facts.id);
        beside.sort_by_key(|id| self.dossier.rank(id));
        beside.dedup();
        (node, beside)
    }

    /// What dates it.
    fn of_kind<'n>(&'n self, node: Node<'n>, facts: &PageFacts, kind: &str) -> Node<'n> {
        use crate::model::vocabulary::{CLAIM, EVENT, ORGANISATION, PERSON};
        let date = |field: &str| facts.date(field).and_then(|date| date.exact());
        match kind {
            PERSON | ORGANISATION | "product" => {
                DATES.iter().fold(node, |node, (field, property)| node.maybe(property, date(field)))
            }
            EVENT => {
                let (start, end) = facts.date("date").map(|date| date.exact_ends()).unwrap_or_default();
                node.maybe("startDate", start).maybe("endDate", end)
            }
            CLAIM => {
                let reports = self.reports(facts);
                let first = self.first_of(&reports);
                node.maybe("dateCreated", date("date"))
                    .nodes("appearance", reports.iter().take(MOST_SAID).map(|id| self.stub(id)))
                    .nodes("firstAppearance", first.map(|id| self.stub(id)))
            }
            _ => node,
        }
    }

    /// The sources that report a claim, in front matter or in evidence, in page order.
    fn reports(&self, facts: &PageFacts) -> Vec<&EntityId> {
        let told = self.dossier.ledger_line(&facts.id).map(|line| line.testimonies.as_slice());
        let reports = told.unwrap_or_default().iter().filter(|told| told.stance == Stance::Reports);
        let mut reports: Vec<_> = reports.map(|told| &told.source).collect();
        reports.sort_by_key(|id| self.dossier.rank(id));
        reports.dedup();
        reports
    }

    /// The one of these sources that was published first: only where the dates of all leave no doubt which it is.
    fn first_of<'i>(&self, reports: &[&'i EntityId]) -> Option<&'i EntityId> {
        let mut dated = Vec::new();
        for id in reports {
            let published = self.dossier.page(id)?.facts().date("published")?;
            dated.push((published.earliest()?, published.latest()?, *id));
        }
        let (_, latest, first) = dated.iter().min_by_key(|(_, latest, _)| *latest)?;
        dated.iter().all(|(earliest, _, id)| id == first || latest < earliest).then_some(*first)
    }

    fn of_source<'n>(&'n self, node: Node<'n>, facts: &'n PageFacts, source: &'n SourceFacts) -> Node<'n> {
        let written = &source.bibliographic;
        let schema_type = vocabulary::schema_type(facts);
        let published = facts.date("published").or_else(|| facts.date("date"));
        let copy = self.dossier.published_copy(&facts.id);
        let copy = copy.map(|path| self.iri(&Corpus::file_of_attachment(path), ""));
        let doi = (!written.doi.is_empty()).then(|| format!("https://doi.org/{}", written.doi));
        let container = (!written.container.is_empty()).then(|| {
            let known_by = if written.issn.is_empty() { "CreativeWork" } else { "Periodical" };
            Node::new(known_by).text("name", &*written.container).text("issn", &*written.issn)
        });
        let authors = self.dossier.author_names(facts).iter().map(|name| {
            // A name without parts may be that of an organisation.
            let known = if name.given.is_empty() { "Thing" } else { "Person" };
            let node = Node::new(known).text("name", name.in_order());
            if name.given.is_empty() { node } else { person_name(node, name) }
        });
        node.maybe("datePublished", published.and_then(|date| date.exact()))
            .text("url", escape::address(&source.url))
            .text("archivedAt", escape::address(&source.archived))
            .maybe("sameAs", doi.map(|doi| escape::address(&doi)))
            .nodes("author", authors)
            .nodes("isPartOf", container)
            .text("pagination", if vocabulary::has_pages(schema_type) { &*written.pages } else { "" })
            .text("isbn", if schema_type == "Book" { &*written.isbn } else { "" })
            .text("copyrightNotice", &*source.rights)
            .nodes("encoding", copy.map(|file| Node::new("MediaObject").text("contentUrl", file)))
    }

    /// A relation as a property and its value, where schema.org has one that is true of it.
    fn qualified<'n>(
        &'n self,
        facts: &PageFacts,
        kind: &str,
        end: &'n RelationEnd,
    ) -> Option<(&'static str, Node<'n>)> {
        let written = &end.written;
        let to = match &end.other {
            OtherEnd::Page(id) => Some(self.dossier.page(id)?.facts().kind()?.as_str()),
            OtherEnd::Words(_) => None,
        };
        let property = vocabulary::property(kind, end.relation.as_str(), to)?;
        // That a source rests on another may be the editors' own assessment: their page says so, and a property cannot.
        // And who is named by their parts under `author_names` is not named twice.
        let assessed = property == "isBasedOn" && written.derivation == Derivation::Assessed;
        let by_parts =
            || property == "author" && to.is_none() && !self.dossier.author_names(facts).is_empty();
        if assessed || by_parts() {
            return None;
        }
        let value = self.end(&end.other);
        Some((property, in_role(property, value, written)?))
    }
}

/// What qualifies a relation, between the two. None for one that has ended at a time that cannot be said exactly: it
/// would read as going on.
fn in_role<'n>(property: &'static str, value: Node<'n>, written: &'n WrittenRelation) -> Option<Node<'n>> {
    let plain = written.role.is_empty()
        && written.note.is_empty()
        && written.from.is_none()
        && written.until.is_none();
    if plain {
        return Some(value);
    }
    let until = match &written.until {
        Some(until) => Some(until.exact()?),
        None => None,
    };
    let role = Node::new(vocabulary::role_type(property))
        .nodes(property, [value])
        .text("roleName", &*written.role)
        .maybe("startDate", written.from.as_ref().and_then(|from| from.exact()))
        .maybe("endDate", until)
        .text("description", &*written.note);
    Some(role)
}

fn person_name<'n>(node: Node<'n>, name: &'n PersonName) -> Node<'n> {
    node.text("givenName", &*name.given).text("familyName", &*name.family)
}
