//! Which pages go out and which stay in, with what says so; what stays in of those that go out.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::Event;
use rayon::prelude::*;

use super::{At, place};
use crate::link::PublishedPage;
use crate::parse::markdown::BodyEvent;
use crate::parse::visibility::Ground;
use crate::parse::{ParsedPage, parse_page};
use crate::pipeline::Edition;
use crate::text::{ContentFile, ContentPath, HashMap, Span};

/// A page that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageOut {
    /// Its file.
    pub path: ContentPath,
    /// Its file in the site.
    pub file: String,
    /// What says so.
    pub why: WhyOut,
}

/// What says that a page goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyOut {
    /// Nothing on it says otherwise, and `publish_by_default` is not off.
    Default,
    /// A field of it, here.
    Field(At),
}

/// A page that stays in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageKept {
    /// Its file.
    pub path: ContentPath,
    /// What says so.
    pub why: WhyKept,
}

/// What says that a page stays in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyKept {
    /// `publish_by_default = false`, and nothing on it says otherwise.
    Default,
    /// A field of it, here.
    Field(At),
    /// A private folder.
    Folder,
    /// Its front matter, or all of it, cannot be read.
    Unreadable,
    /// Words here that may have been meant to keep it private.
    Unclear(At),
    /// The settings cannot be read, or not all that they keep private: so everything stays in.
    Settings,
}

/// What of a published page stays in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Its file.
    pub path: ContentPath,
    /// How many comments, of either kind.
    pub comments: usize,
    /// How many private callouts.
    pub callouts: usize,
    /// Where the first of them stands.
    pub first: At,
}

/// A field that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldOut {
    /// Its name.
    pub field: Arc<str>,
    /// On how many pages.
    pub pages: usize,
}

/// A private field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldKept {
    /// Its name, as the settings have it.
    pub field: Arc<str>,
    /// Where it stands.
    pub places: Vec<At>,
}

/// The private pages by path, each read again where there is a text of it.
pub(super) fn private(edition: &Edition) -> Vec<(ContentPath, Option<ParsedPage>)> {
    let dossier = &edition.material.dossier;
    let texts: HashMap<&ContentPath, &ContentFile> =
        edition.texts().iter().map(|file| (&file.path, file)).collect();
    let mut pages: Vec<_> = dossier
        .private_pages()
        .par_iter()
        .map(|page| {
            let parsed = texts.get(&page.path).map(|file| parse_page(file, &dossier.settings).value);
            (page.path.clone(), parsed)
        })
        .collect();
    pages.sort_by(|(a, _), (b, _)| a.cmp(b));
    pages
}

/// The pages that go out.
pub(super) fn out(edition: &Edition) -> Vec<PageOut> {
    let dossier = &edition.material.dossier;
    let mut pages: Vec<_> = dossier
        .pages()
        .map(|page| {
            let parsed = page.parsed();
            let why = match parsed.ground {
                Ground::Field(span) => WhyOut::Field(at(parsed, span)),
                _ => WhyOut::Default,
            };
            PageOut { path: parsed.file.path.clone(), file: dossier.file_of_facts(page.facts()), why }
        })
        .collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    pages
}

/// Why a page stays in.
pub(super) fn kept(edition: &Edition, path: ContentPath, page: Option<&ParsedPage>) -> PageKept {
    let everything = edition.material.dossier.settings.private_folders.iter().any(|folder| folder.is_empty());
    let why = match page.map(|page| (page, page.ground)) {
        None | Some((_, Ground::Unreadable)) => WhyKept::Unreadable,
        Some((_, Ground::Folder)) if everything => WhyKept::Settings,
        Some((_, Ground::Folder)) => WhyKept::Folder,
        Some((_, Ground::Default)) => WhyKept::Default,
        Some((page, Ground::Field(span))) => WhyKept::Field(at(page, span)),
        Some((page, Ground::Unclear(span))) => WhyKept::Unclear(at(page, span)),
    };
    PageKept { path, why }
}

/// The fields that were read on published pages.
pub(super) fn fields(edition: &Edition) -> Vec<FieldOut> {
    const DECIDING: [&str; 4] = ["publish", "private", "draft", "publish_copy"];
    let mut fields: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    for page in edition.material.dossier.pages() {
        // Which file a source's copy is shows where the copy does.
        let copy = page.facts().source.as_ref().is_none_or(|source| source.publish_copy);
        let own = page.parsed().field_names();
        let own = own.filter(|field| !field.contains('.') && !DECIDING.contains(&&*field.to_lowercase()));
        let own = own.filter(|field| copy || &***field != "file");
        own.for_each(|field| *fields.entry(field.clone()).or_default() += 1);
    }
    fields.into_iter().map(|(field, pages)| FieldOut { field, pages }).collect()
}

/// The private fields of the settings, and where each stands on any page.
pub(super) fn kept_fields(
    edition: &Edition,
    private: &[(ContentPath, Option<ParsedPage>)],
) -> Vec<FieldKept> {
    let dossier = &edition.material.dossier;
    let published = dossier.pages().map(PublishedPage::parsed);
    let pages: Vec<_> = published.chain(private.iter().filter_map(|(_, page)| page.as_ref())).collect();
    let fields = dossier.settings.private_fields.iter();
    fields
        .map(|field| {
            let mut places: Vec<_> = pages
                .iter()
                .flat_map(|page| page.withheld.iter().map(move |(name, span)| (page, name, span)))
                .filter(|(_, name, _)| crate::model::same_field(name, field))
                .map(|(page, _, span)| at(page, *span))
                .collect();
            places.sort();
            FieldKept { field: field.clone(), places }
        })
        .collect()
}

/// What stays in of published pages.
pub(super) fn hidden(edition: &Edition) -> Vec<Hidden> {
    let mut all: Vec<_> =
        edition.material.dossier.all_pages().par_iter().filter_map(|page| of_page(page.parsed())).collect();
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

fn of_page(page: &ParsedPage) -> Option<Hidden> {
    let file = &page.file;
    let taken = page.body.taken_out();
    let callouts: Vec<_> =
        taken.iter().filter(|span| file.text[span.range()].trim_start().starts_with('>')).collect();
    let body = page.body.text(&file.text);
    let in_html = html_comments(page, body).into_iter().map(|range| page.body.place(range).start as usize);
    let front = &file.text[..file.text.len() - page.body.length()];
    let in_front: Vec<usize> = front.match_indices("%%").map(|(at, _)| at).step_by(2).collect();
    let in_html: Vec<usize> = in_html.collect();
    let comments = taken.len() - callouts.len() + in_html.len() + in_front.len();
    let starts = taken.iter().map(|span| span.start as usize).chain(in_html).chain(in_front);
    let first = place(&file.path, &file.text, starts.min()?);
    Some(Hidden { path: file.path.clone(), comments, callouts: callouts.len(), first })
}

/// The comments of a body that HTML has, in its text: what is left of one that never ends goes on to the end of the HTML.
pub(super) fn html_comments(page: &ParsedPage, body: &str) -> Vec<Range<usize>> {
    let html = page.events.all(body).filter_map(|(event, range)| {
        matches!(event, BodyEvent::Markdown(Event::Html(_) | Event::InlineHtml(_))).then_some(range)
    });
    let mut comments: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    for range in html {
        let mut at = range.start;
        while let Some(found) = body
            .get(at..range.end)
            .and_then(|rest| rest.find(if open.is_some() { "-->" } else { "<!--" }).map(|found| at + found))
        {
            match open.take() {
                Some(start) => comments.push(start..found + 3),
                None => open = Some(found),
            }
            at = found + 3;
        }
    }
    comments.extend(open.map(|start| start..body.len()));
    comments
}

fn at(page: &ParsedPage, span: Span) -> At {
    place(&page.file.path, &page.file.text, span.start as usize)
}
