//! What a page says, for machines: schema.org in JSON-LD, in the head of the page (`docs/metadata.md`).
//!
//! Each page is a small graph: the page itself, what it is about ([`subject`]), and the way to it from the home page. A
//! property is only set where it is true as schema.org defines it ([`vocabulary`]), and a date only where it is beyond
//! doubt. Where `base_url` is not known, things are known by addresses relative to the page.

mod node;
mod subject;
mod vocabulary;

use self::node::{Node, Value, document};
use super::viewer::Viewer;
use crate::link::address::relative;
use crate::link::relations::OtherEnd;
use crate::link::resolution::WITHHELD;
use crate::link::{Corpus, PageAddress, PublishedPage, Resolution};
use crate::model::EntityId;
use crate::parse::facts::{PageFacts, PageRole};

/// What follows a page's address in that of the thing it is about: the two are not one. Templates set no such id, and
/// no heading can have it.
const SUBJECT: &str = "#part.subject";
/// The same for the dossier as a whole, of which the home page speaks.
const SITE: &str = "#part.site";

/// How much of one sort is said to machines: what nobody lists on one page, no machine has to read there.
const MOST_SAID: usize = 200;

impl Viewer<'_> {
    /// The JSON-LD of this page, ready for a `<script>`; empty for pages that only lead elsewhere.
    pub(super) fn structured_data(&self, title: &str, description: &str) -> String {
        let page_type = match self.address {
            PageAddress::NotFound | PageAddress::Redirect(..) => return String::new(),
            PageAddress::Home | PageAddress::Entity(_) => "WebPage",
            _ => "CollectionPage",
        };
        let shown = self.shown_page();
        let mut page = self.page_node(page_type, title, description);
        let mut graph = Vec::new();
        if let Some(shown) = shown {
            let facts = shown.facts();
            page = self.of_page(page, facts);
            match &facts.role {
                PageRole::Entity(kind) => {
                    let (subject, beside) = self.subject(facts, kind.as_str());
                    page = page
                        .nodes("mainEntity", [Node::known(self.iri(&self.file, SUBJECT))])
                        .nodes("mentions", beside.iter().take(MOST_SAID).map(|id| self.stub(id)));
                    graph.push(subject);
                }
                _ => page = page.nodes("primaryImageOfPage", self.image_node(facts)),
            }
        }
        if *self.address == PageAddress::Home {
            graph.push(self.site_node());
        } else {
            page = page.nodes("breadcrumb", [self.breadcrumb(title)]);
        }
        graph.insert(0, page);
        document(graph)
    }

    /// The page of the dossier that stands at this address.
    pub(super) fn shown_page(&self) -> Option<&PublishedPage> {
        match self.address {
            PageAddress::Home => self.dossier.home(),
            PageAddress::Index(kind, 1) => self.dossier.intro(kind),
            PageAddress::Entity(id) => self.dossier.page(id),
            _ => None,
        }
    }

    fn page_node<'n>(&'n self, page_type: &'static str, title: &'n str, description: &'n str) -> Node<'n> {
        let settings = &self.dossier.settings;
        let site =
            Node::new("WebSite").text("@id", self.iri("index.html", SITE)).text("name", &*settings.title);
        Node::new(page_type)
            .text("@id", self.iri(&self.file, ""))
            .maybe("url", self.dossier.absolute(&self.file))
            .text("name", title)
            .text("description", description)
            .text("inLanguage", &*settings.language)
            .nodes("isPartOf", [site])
    }

    /// What the editors say of the page itself: when it changed and was checked, what was wrong, what it cites.
    fn of_page<'n>(&'n self, page: Node<'n>, facts: &'n PageFacts) -> Node<'n> {
        let corrections = facts.corrections.iter().take(MOST_SAID).map(|correction| {
            Node::new("CorrectionComment")
                .text("text", &*correction.what)
                .maybe("datePublished", correction.date.exact())
        });
        let tags = facts.tags.iter().map(|tag| Value::Text((&**tag).into()));
        let page = page
            .maybe("dateModified", facts.updated.as_ref().and_then(|date| date.exact()))
            .maybe("lastReviewed", facts.reviewed.as_ref().and_then(|date| date.exact()))
            .nodes("correction", corrections)
            .nodes("citation", self.cited(facts).iter().take(MOST_SAID).map(|id| self.stub(id)));
        tags.fold(page, |page, tag| page.with("keywords", tag))
    }

    /// The sources that a page names anywhere, in page order.
    fn cited(&self, facts: &PageFacts) -> Vec<EntityId> {
        let by_relations = facts.relations.iter().flat_map(|relation| &relation.sources);
        let evidence = facts.evidence.iter().map(|evidence| &evidence.source);
        let cited = facts.sources.iter().chain(&facts.citations).chain(by_relations).chain(evidence);
        let related = facts.relations.iter().map(|relation| &relation.to);
        let mut ids: Vec<EntityId> = cited
            .map(|citation| &citation.source)
            .chain(related)
            .filter_map(|key| match self.dossier.resolve(facts, &key.target) {
                Resolution::Page(id) if self.dossier.is_source(id) && *id != facts.id => Some(id.clone()),
                _ => None,
            })
            .collect();
        ids.sort_by_key(|id| self.dossier.rank(id));
        ids.dedup();
        ids
    }

    fn site_node(&self) -> Node<'_> {
        let settings = &self.dossier.settings;
        Node::new("WebSite")
            .text("@id", self.iri("index.html", SITE))
            .maybe("url", self.dossier.absolute("index.html"))
            .text("name", &*settings.title)
            .text("description", &*settings.description)
            .text("inLanguage", &*settings.language)
            .text("creditText", &*settings.author)
    }

    /// Home, the index of the kind, this page.
    fn breadcrumb<'n>(&'n self, title: &'n str) -> Node<'n> {
        let settings = &self.dossier.settings;
        let own = self.address.entity().and_then(|id| self.dossier.page(id));
        let kind = own.and_then(|page| page.facts().kind());
        let index = kind.and_then(|kind| settings.kind(kind.as_str())).map(|kind| {
            let file = self.dossier.file_of(&PageAddress::Index(kind.id.clone(), 1));
            (&*kind.plural, self.iri(&file, ""))
        });
        let steps = [(&*settings.title, self.iri("index.html", ""))];
        let steps = steps.into_iter().chain(index).chain([(title, self.iri(&self.file, ""))]);
        let items = steps.zip(1..).map(|((name, iri), position)| {
            Node::new("ListItem")
                .with("position", Value::Number(position))
                .text("name", name)
                .nodes("item", [Node::known(iri)])
        });
        Node::new("BreadcrumbList").nodes("itemListElement", items)
    }

    /// Another page's subject, by its address and name.
    fn stub(&self, id: &EntityId) -> Node<'_> {
        let Some(page) = self.dossier.page(id) else {
            return Node::new("Thing").text("name", id.as_str().to_owned());
        };
        let facts = page.facts();
        // A plain page is about nothing but itself.
        let part = if facts.kind().is_some() { SUBJECT } else { "" };
        Node::new(vocabulary::schema_type(facts))
            .text("@id", self.iri(&self.dossier.file_of_facts(facts), part))
            .text("name", &*facts.title)
    }

    /// The other end of a relation. One who may not be named is there without a name: who said something must not
    /// seem to be the others alone.
    fn end<'n>(&'n self, end: &'n OtherEnd) -> Node<'n> {
        match end {
            OtherEnd::Page(id) => self.stub(id),
            OtherEnd::Words(words) => {
                let unnamed = **words == *self.words.get(WITHHELD);
                Node::new("Thing").text(if unnamed { "description" } else { "name" }, &**words)
            }
        }
    }

    fn image_node<'n>(&'n self, facts: &'n PageFacts) -> Option<Node<'n>> {
        let image = facts.image.as_ref()?;
        let Resolution::Attachment(path) = self.dossier.resolve(facts, &image.file.target) else {
            return None;
        };
        let node = Node::new("ImageObject")
            .text("contentUrl", self.iri(&Corpus::file_of_attachment(path), ""))
            .text("caption", &*image.alt)
            .text("creditText", &*image.credit);
        Some(node)
    }

    /// The address of a file of the site: absolute where that is known, else from this page.
    fn iri(&self, file: &str, part: &str) -> String {
        let mut address = self.dossier.absolute(file).unwrap_or_else(|| relative(&self.file, file));
        address.push_str(part);
        address
    }
}
