//! Which words of schema.org say what a dossier says, where they say the same.
//!
//! What has no true counterpart has none here: `leads`, `uses` and `participants` stand for more than any property
//! does, and are `mentions` of the page.

use crate::model::vocabulary::{CLAIM, EVENT, ORGANISATION, PERSON, SOURCE};
use crate::parse::facts::PageFacts;

/// The type of what a page is about.
pub(super) fn schema_type(facts: &PageFacts) -> &'static str {
    let source = facts.source.as_ref().map(|source| &*source.bibliographic.source_type);
    match facts.kind().map(|kind| kind.as_str()) {
        None => "WebPage",
        Some(PERSON) => "Person",
        Some(ORGANISATION) => "Organization",
        Some(EVENT) => "Event",
        Some("place") => "Place",
        Some("product") => "Product",
        Some(CLAIM) => "Claim",
        Some(SOURCE) => source_type(source.unwrap_or_default()),
        Some(_) => "Thing",
    }
}

/// The type of a source, by its type in CSL; what has no counterpart is a work.
fn source_type(csl: &str) -> &'static str {
    match csl {
        "article" | "article-magazine" => "Article",
        "article-newspaper" => "NewsArticle",
        "article-journal" | "paper-conference" => "ScholarlyArticle",
        "report" => "Report",
        "book" => "Book",
        "chapter" => "Chapter",
        "collection" => "Collection",
        "dataset" => "Dataset",
        "legislation" => "Legislation",
        "manuscript" => "Manuscript",
        "map" => "Map",
        "periodical" => "Periodical",
        "post" => "SocialMediaPosting",
        "post-weblog" => "BlogPosting",
        "thesis" => "Thesis",
        "webpage" => "WebPage",
        _ => "CreativeWork",
    }
}

/// Whether a work of this type can say on which pages of another it stands.
pub(super) fn has_pages(schema_type: &str) -> bool {
    schema_type.ends_with("Article") || matches!(schema_type, "BlogPosting" | "Chapter" | "Report")
}

/// The property for a relation that a page of the kind `from` wrote to one of the kind `to`; words have no kind.
pub(super) fn property(from: &str, relation: &str, to: Option<&str>) -> Option<&'static str> {
    const PLACE: &str = "place";
    const PRODUCT: &str = "product";
    Some(match (from, relation, to) {
        (PERSON, "works_for", Some(ORGANISATION)) => "worksFor",
        (PERSON | ORGANISATION, "member_of", Some(ORGANISATION)) => "memberOf",
        (PERSON | ORGANISATION, "owns", Some(PRODUCT)) => "owns",
        (ORGANISATION, "part_of", Some(ORGANISATION)) => "parentOrganization",
        (ORGANISATION | EVENT, "located_in", Some(PLACE)) | (EVENT, "place", Some(PLACE)) => "location",
        (PLACE, "part_of" | "located_in", Some(PLACE)) => "containedInPlace",
        (PRODUCT, "made_by", Some(ORGANISATION)) => "manufacturer",
        (EVENT, "part_of", Some(EVENT)) => "superEvent",
        (EVENT, "organiser", Some(PERSON | ORGANISATION)) => "organizer",
        (EVENT, "documented_by", Some(SOURCE)) => "subjectOf",
        (EVENT | SOURCE | CLAIM, "about", Some(_)) => "about",
        (CLAIM, "said_by", _) | (SOURCE, "author", _) => "author",
        (SOURCE, "publisher", _) => "publisher",
        (SOURCE, "based_on", Some(SOURCE)) => "isBasedOn",
        (SOURCE, "part_of", Some(SOURCE)) => "isPartOf",
        _ => return None,
    })
}

/// The type of node that qualifies a property: in what role, since when, until when.
pub(super) fn role_type(property: &str) -> &'static str {
    match property {
        "worksFor" => "EmployeeRole",
        "memberOf" => "OrganizationRole",
        _ => "Role",
    }
}
