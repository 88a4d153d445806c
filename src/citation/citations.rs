//! What a site cites, said in its style: entries by themselves, and all that one page cites.

use super::html::LinkedTitle;
use crate::model::Words;
use crate::model::date::DateLanguage;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use hayagriva::citationberg::IndependentStyle;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::{
    BibliographyDriver, CitationItem, CitationRequest, ElemChild, ElemChildren, ElemMeta, LocatorPayload,
    RenderedCitation, SpecificLocator,
};

use super::filed::FiledSources;
use super::fitted::Known;
use super::form::{FormIndex, Forms, finish, request, says_something};
use super::html::{Writer, plain};
use super::item::{Prepared, prepare};
use super::locator;
use super::record::Record;
use super::style::{self, Style};
use crate::link::Dossier;
use crate::model::EntityId;
use crate::text::{HashSet, escape};

/// The published sources as records, and the style to say them in.
#[derive(Debug)]
pub struct Citations {
    records: BTreeMap<EntityId, Source>,
    forms: Forms,
    chosen: Option<IndependentStyle>,
    words: Words,
    /// Read when something is said for the first time.
    manner: OnceLock<Option<Manner>>,
    filed: OnceLock<FiledSources>,
}

/// How everything is said.
#[derive(Debug)]
struct Manner {
    /// The chosen style, or the one for entries where none is chosen; fitted to the sources.
    style: Style,
    locators: ShownLocators,
}

/// A source, to be cited.
#[derive(Debug)]
struct Source {
    record: Record,
    prepared: Prepared,
    form: FormIndex,
    /// Its entry by itself: its own page shows it, and the bibliography.
    alone: OnceLock<ElemChildren>,
}

/// What a style does with locators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ShownLocators {
    /// It shows "para. 4".
    WithTheirTerms,
    /// It shows 4, which a reader would take for a page.
    AsNumbers,
    /// It shows none; they are set behind what it says.
    Not,
}

/// One source that a page cites at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// The source.
    pub source: EntityId,
    /// Where in it, as written; may be empty.
    pub locator: Arc<str>,
}

/// One citation of a page: what stands between one pair of brackets, or in one note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// What it cites, in order.
    pub cites: Vec<Cite>,
    /// The number of its note, where it stands in one.
    pub note: Option<usize>,
    /// Where on the page it belongs.
    pub place: Place,
}

/// Where a citation belongs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Place {
    /// To the running text.
    #[default]
    Text,
    /// To a fact in the panel.
    Panel,
    /// To the page as a whole: it is in the list of sources and nowhere else.
    Page,
}

/// All that a page cites, said in the site's style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The citations, in the order of the requests.
    pub citations: Vec<SaidCitation>,
    /// The list of sources, in the order of the style, as HTML.
    pub entries: Vec<(EntityId, String)>,
}

/// One citation, as HTML in its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SaidCitation {
    /// What stands before: an opening bracket.
    pub before: String,
    /// Each source, in order.
    pub items: Vec<String>,
    /// What stands between two of them.
    pub between: String,
    /// What stands behind: a closing bracket.
    pub after: String,
}

impl Citations {
    /// The sources of a dossier, in this style.
    #[must_use]
    pub fn new(dossier: &Dossier, chosen: Option<IndependentStyle>) -> Self {
        let sources = dossier.of_kind(crate::model::vocabulary::SOURCE).iter();
        let records = sources.filter_map(|page| Record::of(dossier, page));
        Self::of(records.collect(), chosen, dossier.settings.words.clone())
    }

    /// These records, in this style and these words.
    pub(super) fn of(records: Vec<Record>, chosen: Option<IndependentStyle>, words: Words) -> Self {
        let language = DateLanguage::of(&words);
        let mut forms = Forms::default();
        let prepared = records.into_iter().map(|record| {
            let prepared = prepare(&record, &language);
            let form = forms.of(&prepared.item);
            (record.id.clone(), Source { record, prepared, form, alone: OnceLock::new() })
        });
        let records = prepared.collect();
        Self { records, forms, chosen, words, manner: OnceLock::new(), filed: OnceLock::new() }
    }

    /// Whether they are the sources of this dossier.
    #[must_use]
    pub fn are_of(&self, dossier: &Dossier) -> bool {
        let sources = dossier.of_kind(crate::model::vocabulary::SOURCE);
        let mut records = sources.iter().filter_map(|page| Record::of(dossier, page));
        self.records.len() == sources.len() && records.all(|record| self.record(&record.id) == Some(&record))
    }

    /// How this dossier says its sources; none where it has no source.
    fn manner(&self) -> Option<&Manner> {
        let read = || {
            let Source { prepared, .. } = self.records.values().next()?;
            let csl = self.chosen.clone().or_else(style::default)?;
            let all = Known::of(self.records.values().map(|source| &source.prepared.item));
            let style = Style::new(csl, self.words.language()).fitted(&all);
            let locators = shown_locators(&style, &prepared.item);
            Some(Manner { style, locators })
        };
        self.manner.get_or_init(read).as_ref()
    }

    /// Whether the site has chosen a style; otherwise pages number their sources.
    #[must_use]
    pub fn are_styled(&self) -> bool {
        self.chosen.is_some() && !self.records.is_empty()
    }

    /// Whether citations stand in notes.
    #[must_use]
    pub fn are_notes(&self) -> bool {
        self.are_styled() && self.manner().is_some_and(|manner| manner.style.is_of_notes())
    }

    /// What is known of a source.
    #[must_use]
    pub fn record(&self, id: &EntityId) -> Option<&Record> {
        self.records.get(id).map(|source| &source.record)
    }

    /// All records, by id.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values().map(|source| &source.record)
    }

    /// The sources in the order of a bibliography.
    ///
    /// Many threads file them together. So whoever makes many pages at once on rayon's threads asks for it before: a thread
    /// that waits there for the others may begin a page that waits for it.
    pub fn filed(&self) -> &FiledSources {
        self.filed.get_or_init(|| FiledSources::of(self))
    }

    /// A source's entry by itself, as HTML; with `href` its title leads there. The number that some styles give an entry
    /// is one of a list, and not shown.
    #[must_use]
    pub fn entry(&self, id: &EntityId, href: Option<&str>) -> Option<String> {
        let source = self.records.get(id)?;
        let Manner { style, .. } = self.manner()?;
        let words = source.alone.get_or_init(|| self.forms.alone(source.form, &source.prepared.item, style));
        let mut writer = self.entry_writer(source, href);
        writer.children(words);
        Some(writer.finish())
    }

    fn entry_writer<'a>(&'a self, source: &'a Source, href: Option<&'a str>) -> Writer<'a> {
        let linked = href.map(|href| LinkedTitle {
            title: &source.record.title,
            href,
            source_page: self.words.get("source-page"),
        });
        Writer::entry(source.prepared.date_words.as_ref(), linked)
    }

    /// All that a page cites; `href` leads from it to a source's page.
    #[must_use]
    pub fn said(&self, requests: &[Request], href: &dyn Fn(&EntityId) -> String) -> Said {
        if !self.are_styled() || requests.iter().all(|request| request.cites.is_empty()) {
            return Said::default();
        }
        let Some(manner) = self.manner() else { return Said::default() };
        let style = &manner.style;
        let mut driver = BibliographyDriver::new();
        // In notes "ibid." looks at the note before: what is cited elsewhere on the page must not come in between, and
        // what a note cites comes where a reader meets it.
        let apart = |request: &Request| style.is_of_notes() && request.place != Place::Text;
        let mut order: Vec<usize> = (0..requests.len()).filter(|index| !apart(&requests[*index])).collect();
        order.sort_by_key(|index| requests[*index].note);
        for index in &order {
            driver.citation(self.request(manner, &requests[*index]));
        }
        for request in requests.iter().filter(|request| apart(request)) {
            let mut hidden = self.request(manner, request);
            hidden.items.iter_mut().for_each(|item| item.hidden = true);
            driver.citation(hidden);
        }
        let rendered = finish(driver, style);
        let mut places = vec![None; requests.len()];
        order.iter().enumerate().for_each(|(place, index)| places[*index] = Some(place));
        let citations = requests.iter().zip(places).map(|(request, place)| match place {
            Some(place) => self.parts(manner, request, rendered.citations.get(place)),
            None => {
                let mut alone = BibliographyDriver::new();
                alone.citation(self.request(manner, request));
                let alone = finish(alone, style);
                self.parts(manner, request, alone.citations.first())
            }
        });
        let citations = citations.collect();
        let list = rendered.bibliography.map(|list| list.items).unwrap_or_default();
        let mut entries: Vec<(EntityId, String)> = Vec::new();
        for item in list.iter().filter(|item| says_something(&item.content)) {
            let id = EntityId::new(&item.key);
            let Some(source) = self.records.get(&id) else { continue };
            let href = href(&id);
            let mut writer = self.entry_writer(source, Some(&href));
            if let Some(first) = &item.first_field {
                writer.margin(first);
            }
            writer.children(&item.content);
            entries.push((id, writer.finish()));
        }
        let mut listed: HashSet<EntityId> = entries.iter().map(|(id, _)| id.clone()).collect();
        for cite in requests.iter().flat_map(|request| &request.cites) {
            if listed.insert(cite.source.clone())
                && let Some(entry) = self.entry(&cite.source, Some(&href(&cite.source)))
            {
                entries.push((cite.source.clone(), entry));
            }
        }
        Said { citations, entries }
    }

    fn request<'s>(&'s self, manner: &'s Manner, asked: &'s Request) -> CitationRequest<'s, Item> {
        let items = asked.cites.iter().filter_map(|cite| {
            let Source { prepared, .. } = self.records.get(&cite.source)?;
            let mut item = CitationItem::with_locator(&prepared.item, manner.locators.of(&cite.locator));
            item.hidden = asked.place == Place::Page;
            Some(item)
        });
        request(&manner.style, items.collect(), asked.note)
    }

    fn parts(&self, manner: &Manner, request: &Request, said: Option<&RenderedCitation>) -> SaidCitation {
        let children = said.map(|said| said.citation.0.as_slice()).unwrap_or_default();
        let entry = |child: &ElemChild| match child {
            ElemChild::Elem(elem) => match elem.meta {
                Some(ElemMeta::Entry(index)) => Some(index),
                _ => None,
            },
            _ => None,
        };
        let first = children.iter().position(|child| entry(child).is_some()).unwrap_or(0);
        let last = children.iter().rposition(|child| entry(child).is_some()).map_or(0, |at| at + 1);
        let outside = |children: &[ElemChild]| {
            let mut writer = Writer::citation(None);
            children.iter().for_each(|child| writer.child(child));
            writer.finish()
        };
        let items = request.cites.iter().enumerate().map(|(index, cite)| {
            let words = self.records.get(&cite.source).and_then(|source| source.prepared.date_words.as_ref());
            let mut writer = Writer::citation(words);
            children.iter().filter(|child| entry(child) == Some(index)).for_each(|child| writer.child(child));
            if manner.locators == ShownLocators::Not && !cite.locator.is_empty() {
                writer.words(&format!(", {}", cite.locator));
            }
            writer.finish()
        });
        SaidCitation {
            before: outside(&children[..first]),
            items: items.collect(),
            between: escape::text(manner.style.csl.citation.layout.delimiter.as_deref().unwrap_or("; ")),
            after: outside(&children[last..]),
        }
    }
}

impl ShownLocators {
    /// A locator as the style shows it.
    fn of(self, written: &str) -> Option<SpecificLocator<'_>> {
        if written.is_empty() || self == Self::Not {
            return None;
        }
        let read =
            locator::read(written).filter(|(term, _)| self == Self::WithTheirTerms || *term == Locator::Page);
        let (term, words) = read.unwrap_or((Locator::Custom, written));
        Some(SpecificLocator(term, LocatorPayload::Str(words)))
    }
}

/// What a style does with locators, seen by citing something with two of them.
fn shown_locators(style: &Style, item: &Item) -> ShownLocators {
    let said = |term| {
        let mut driver = BibliographyDriver::new();
        let locator = SpecificLocator(term, LocatorPayload::Str("77077"));
        let item = CitationItem::with_locator(item, Some(locator));
        driver.citation(request(style, vec![item], None));
        finish(driver, style).citations.first().map(|said| plain(&said.citation)).unwrap_or_default()
    };
    let (page, paragraph) = (said(Locator::Page), said(Locator::Paragraph));
    match (page.contains("77077") && paragraph.contains("77077"), page == paragraph) {
        (false, _) => ShownLocators::Not,
        (true, true) => ShownLocators::AsNumbers,
        (true, false) => ShownLocators::WithTheirTerms,
    }
}
