//! Entries by themselves, said by a style that is fitted to the form of the source.
//!
//! Sources have few forms: those of one type that are given with the same particulars have one, and share the style
//! that is fitted to it.

use std::sync::OnceLock;

use hayagriva::citationberg::json::Item;
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChildren, Rendered,
};

use super::fitted::Known;
use super::html::plain;
use super::style::Style;

/// For how many forms a style is fitted; seldom are there more than a few dozen.
const MOST_FORMS: usize = 200;

/// The forms that the sources of a dossier have.
#[derive(Debug, Default)]
pub(super) struct Forms {
    own: Vec<Form>,
    /// That of all sources beyond.
    other: Form,
}

/// Where among the forms one is; none where there are too many.
pub(super) type FormIndex = Option<usize>;

/// What sources of one type have in common that are given with the same particulars.
#[derive(Debug, Default)]
struct Form {
    known: Option<Known>,
    /// What says their entries in a list.
    listed: OnceLock<Style>,
    /// What says them in a note, for styles that list nothing.
    noted: OnceLock<Style>,
}

impl Forms {
    /// The form of this source.
    pub(super) fn of(&mut self, item: &Item) -> FormIndex {
        let known = Some(Known::of([item]));
        self.own.iter().position(|form| form.known == known).or_else(|| {
            (self.own.len() < MOST_FORMS).then(|| {
                self.own.push(Form { known, ..Form::default() });
                self.own.len() - 1
            })
        })
    }

    /// An entry by itself. Styles of notes have no list, or leave letters and the like out of it: the first note says
    /// all there is.
    pub(super) fn alone(&self, form: FormIndex, item: &Item, style: &Style) -> ElemChildren {
        let form = form.and_then(|index| self.own.get(index)).unwrap_or(&self.other);
        let listed = said(item, form.listed.get_or_init(|| form.fitted(style.of_entries())));
        let listed = listed.bibliography.and_then(|list| list.items.into_iter().next());
        match listed.map(|item| item.content).filter(says_something) {
            Some(content) => content,
            None => {
                let noted = said(item, form.noted.get_or_init(|| form.fitted(style.clone())));
                noted.citations.into_iter().next().map(|said| said.citation).unwrap_or_default()
            }
        }
    }
}

impl Form {
    fn fitted(&self, style: Style) -> Style {
        self.known.as_ref().map_or_else(|| style.clone(), |known| style.fitted(known))
    }
}

fn said(item: &Item, style: &Style) -> Rendered {
    let mut driver = BibliographyDriver::new();
    driver.citation(request(style, vec![CitationItem::with_entry(item)], None));
    finish(driver, style)
}

/// Whether there is more than marks.
pub(super) fn says_something(children: &ElemChildren) -> bool {
    plain(children).contains(char::is_alphanumeric)
}

/// What a style is asked to cite at one place.
pub(super) fn request<'s>(
    style: &'s Style,
    items: Vec<CitationItem<'s, Item>>,
    note: Option<usize>,
) -> CitationRequest<'s, Item> {
    CitationRequest::new(items, &style.csl, Some(style.locale.clone()), &style.words, note)
}

/// All that was asked, said.
pub(super) fn finish(driver: BibliographyDriver<'_, Item>, style: &Style) -> Rendered {
    driver.finish(BibliographyRequest::new(&style.csl, Some(style.locale.clone()), &style.words))
}
