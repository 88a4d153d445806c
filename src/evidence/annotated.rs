//! Annotated sources: the annotations on a source's page, each at its place in the source's copy.
//!
//! The selector of each annotation is looked up in the copy. What selects nothing, or several places, is reported and
//! keeps its place in the body of the page; a note is never shown at a place that was guessed.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::copies::{Copies, SourceCopy};
use super::quotation::{Quote, SearchText};
use crate::link::{Dossier, PublishedPage};
use crate::model::EntityId;
use crate::parse::copy::CopyText;
use crate::parse::source_annotation::{Selector, WrittenAnnotation};
use crate::text::{Checked, Diagnostic, rules};

/// How much of the nearest passage a message shows.
const LONGEST_PASSAGE: usize = 160;

/// The text of a source as its page shows it.
#[derive(Debug, Clone, Copy)]
pub struct AnnotatedCopy<'a> {
    /// The text.
    pub text: &'a CopyText,
    /// The annotations that have a place in it, in the order in which they end.
    pub annotations: &'a [PlacedAnnotation],
}

/// An annotation and the words that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedAnnotation {
    /// Which of the annotations in the page's body it is, from 0.
    pub nth: usize,
    /// The words in the copy's text.
    pub range: Range<usize>,
}

/// The annotations of one source, and what their places rest on.
#[derive(Debug)]
pub(super) struct Annotated {
    page: PublishedPage,
    copy: Arc<SourceCopy>,
    /// Whether the copy is one of the site's files; the annotations of others are tested all the same, and not shown.
    pub(super) goes_out: bool,
    pub(super) placed: Vec<PlacedAnnotation>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Place the annotations of every source in its copy, as far as copies can be read, unless that was done `before` with
/// the same page and copy.
pub(super) fn annotate(
    dossier: &Dossier,
    copies: &Copies,
    before: Option<&BTreeMap<EntityId, Arc<Annotated>>>,
) -> BTreeMap<EntityId, Arc<Annotated>> {
    let mut annotated = BTreeMap::new();
    for (id, copy) in copies {
        let (Some(page), Ok(text)) = (dossier.page(id), &copy.text) else { continue };
        let goes_out = goes_out(dossier, id);
        let before = before.and_then(|before| before.get(id)).filter(|before| {
            before.page.is(page) && Arc::ptr_eq(&before.copy, copy) && before.goes_out == goes_out
        });
        let found = before.cloned().unwrap_or_else(|| {
            let Checked { value: placed, diagnostics } = match page.parsed().annotations.is_empty() {
                true => Checked::clean(Vec::new()),
                false => place_annotations(page, text, goes_out),
            };
            Arc::new(Annotated { page: page.clone(), copy: copy.clone(), goes_out, placed, diagnostics })
        });
        annotated.insert(id.clone(), found);
    }
    annotated
}

/// Whether the copy of a source is one of the site's files.
fn goes_out(dossier: &Dossier, source: &EntityId) -> bool {
    dossier.copy_of(source).is_some_and(|path| dossier.outgoing.attachments.contains(path))
}

/// The annotations of a source's page that have a place in the copy, in the order in which they end.
fn place_annotations(
    page: &PublishedPage,
    copy: &CopyText,
    goes_out: bool,
) -> Checked<Vec<PlacedAnnotation>> {
    let search = SearchText::new(&copy.text);
    let mut placed = Vec::new();
    let mut diagnostics = Vec::new();
    for (nth, annotation) in page.parsed().annotations.iter().enumerate() {
        let Some(selector) = &annotation.selector else { continue };
        let mut places = search.select(&selector.prefix, &selector.exact, &selector.suffix);
        match (places.pop(), places.len()) {
            (Some(range), 0) => placed.push(PlacedAnnotation { nth, range }),
            (Some(_), others) => diagnostics.push(ambiguous(page, annotation, selector, others + 1)),
            (None, _) => diagnostics.push(not_found(page, annotation, selector, copy, &search)),
        }
    }
    // What a copy says that does not go out must not stand in a public log.
    let diagnostics = diagnostics.into_iter().map(|diagnostic| diagnostic.private(!goes_out)).collect();
    placed.sort_by_key(|annotation| (annotation.range.end, annotation.range.start, annotation.nth));
    Checked::new(placed, diagnostics)
}

fn ambiguous(
    page: &PublishedPage,
    annotation: &WrittenAnnotation,
    selector: &Selector,
    places: usize,
) -> Diagnostic {
    let message = format!("“{}” stands in {places} places of the source", shortened(&selector.exact));
    Diagnostic::new(&rules::annotations::AMBIGUOUS_ANNOTATION, message)
        .at(&page.facts().path, annotation.place)
        .help("write words that stand before or behind them: `> [!annotation] before {==the words==} behind`")
}

fn not_found(
    page: &PublishedPage,
    annotation: &WrittenAnnotation,
    selector: &Selector,
    copy: &CopyText,
    search: &SearchText,
) -> Diagnostic {
    let elsewhere = search.select("", &selector.exact, "");
    let (message, help) = match elsewhere.first() {
        Some(place) => (
            "the source does not have these words with what stands around them here".to_owned(),
            Some(format!("it has them here: “{}”", around(copy, place))),
        ),
        None => {
            let nearest = Quote::read(&selector.exact).ok().and_then(|quote| search.nearest(&quote));
            let passage = nearest.and_then(|near| copy.text.get(near.passage));
            (
                format!("the source does not have “{}”", shortened(&selector.exact)),
                passage.map(|passage| format!("the nearest passage is “{}”", shortened(passage))),
            )
        }
    };
    let diagnostic = Diagnostic::new(&rules::annotations::ANNOTATION_NOT_FOUND, message)
        .at(&page.facts().path, annotation.place);
    diagnostic.help(help.unwrap_or_else(|| "copy the words from the source as they stand there".into()))
}

/// The words at a place with a few around them.
fn around(copy: &CopyText, place: &Range<usize>) -> String {
    const AROUND: usize = 30;
    let text = &copy.text;
    let start =
        (0..=place.start.saturating_sub(AROUND)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = (place.end + AROUND..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    shortened(&text[start..end])
}

/// Words on one line, and not too many of them.
fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST_PASSAGE) {
        Some((end, _)) => format!("{} …", &words[..end]),
        None => words,
    }
}
