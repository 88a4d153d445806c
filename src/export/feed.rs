//! The Atom feeds (RFC 4287): which pages changed, and what was corrected, the newest first. Every date is from front
//! matter, and an entry's id is the address of what it tells of, so that a program that follows the dossier knows it again.

use super::SiteFile;
use super::manifest::Hash;
use super::xml::Element;
use crate::link::{CHANGES_FEED, CORRECTIONS_FEED, Dossier};
use crate::model::EntityId;
use crate::model::date::EdtfDate;
use crate::parse::facts::{Correction, PageFacts};

/// The feeds; none where it is not known where the site will stand, because a feed is read away from it.
pub(super) fn files(dossier: &Dossier) -> Vec<SiteFile<'static>> {
    let title = &dossier.settings.title;
    let of_corrections = dossier.settings.words.fill("feed-of-corrections", &[("title", (&**title).into())]);
    let changed = dossier.changes.pages.iter().filter_map(|id| change(dossier, id));
    let corrected =
        dossier.changes.corrections.iter().filter_map(|(id, found)| correction(dossier, id, found));
    let feeds = [
        feed(dossier, CHANGES_FEED, title, "index.html", changed.collect()),
        feed(dossier, CORRECTIONS_FEED, &of_corrections, "corrections.html", corrected.collect()),
    ];
    feeds.into_iter().flatten().collect()
}

/// One entry, and when it is of.
type Entry = (String, Element);

fn feed(
    dossier: &Dossier,
    file: &str,
    title: &str,
    shown_on: &str,
    entries: Vec<Entry>,
) -> Option<SiteFile<'static>> {
    let own = dossier.absolute(file)?;
    let (updated, _) = entries.first()?;
    let settings = &dossier.settings;
    let author = if settings.author.is_empty() { &settings.title } else { &settings.author };
    let mut root = Element::new("feed")
        .attribute("xmlns", "http://www.w3.org/2005/Atom")
        .attribute("xml:lang", &settings.language)
        .with([Element::of("id", &own), Element::of("title", title)]);
    if !settings.description.is_empty() {
        root = root.with([Element::of("subtitle", &settings.description)]);
    }
    let root = root.with([
        Element::of("updated", updated),
        Element::new("author").with([Element::of("name", author)]),
        link("self", &own),
        link("alternate", &dossier.absolute(shown_on)?),
        Element::of("generator", "Redstring"),
    ]);
    let root = root.with(entries.into_iter().map(|(_, entry)| entry));
    Some(SiteFile::text(file, root.document()))
}

fn change(dossier: &Dossier, id: &EntityId) -> Option<Entry> {
    let facts = dossier.page(id)?.facts();
    let address = dossier.absolute(&dossier.file_of_facts(facts))?;
    let entry = entry(&address, &facts.title, facts.updated.as_ref()?)?;
    Some((entry.0, about(dossier, entry.1, facts, &address, &facts.summary)))
}

/// A correction is known by its day and words: by its place on the page it would be another when one is added before it.
fn correction(dossier: &Dossier, id: &EntityId, correction: &Correction) -> Option<Entry> {
    let facts = dossier.page(id)?.facts();
    let address = dossier.absolute(&dossier.file_of_facts(facts))?;
    let words = Hash::of(correction.what.as_bytes()).to_string();
    let id = format!("{address}#correction-{}-{}", correction.date.as_written(), &words[..12]);
    let (when, entry) = entry(&id, &facts.title, &correction.date)?;
    let told = [&*correction.what, &*correction.why].join("\n\n");
    Some((when, about(dossier, entry, facts, &format!("{address}#part.corrections"), told.trim())))
}

fn entry(id: &str, title: &str, date: &EdtfDate) -> Option<Entry> {
    let updated = date.timestamp()?;
    let entry = Element::new("entry").with([
        Element::of("id", id),
        Element::of("title", title),
        Element::of("updated", &updated),
    ]);
    Some((updated, entry))
}

/// With the page that it tells of.
fn about(dossier: &Dossier, entry: Element, facts: &PageFacts, address: &str, words: &str) -> Element {
    let kind = facts.kind().and_then(|kind| dossier.settings.kind(kind.as_str()));
    let category = kind.map(|kind| {
        Element::new("category").attribute("term", kind.id.as_str()).attribute("label", &kind.singular)
    });
    let summary = (!words.is_empty()).then(|| Element::of("summary", words));
    entry.with([link("alternate", address)]).with(category).with(summary)
}

fn link(relation: &str, address: &str) -> Element {
    let kind = if relation == "self" { "application/atom+xml" } else { "text/html" };
    Element::new("link").attribute("rel", relation).attribute("type", kind).attribute("href", address)
}
