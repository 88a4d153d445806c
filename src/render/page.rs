//! One page.

use serde::Serialize;

use super::{Frames, Templates};
use crate::link::grounds::Grounds;
use crate::link::selection::Selection;
use crate::link::{Dossier, KnownList, PageAddress};
use crate::markup::Material;
use crate::parse::facts::PageRole;
use crate::text::Diagnostic;
use crate::view::{Belongings, PageView, Viewer, bundle};

/// A page of the site, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its file, from the site's top.
    pub file: String,
    /// What it holds.
    pub html: String,
}

/// Make one page.
///
/// # Errors
/// A diagnostic at the place in the template that could not be drawn.
pub fn render(
    material: &Material,
    templates: &Templates,
    frames: &Frames,
    address: &PageAddress,
) -> Result<Page, Box<Diagnostic>> {
    let viewer = Viewer::new(material, address);
    let html = draw(&material.dossier, &Sheet { viewer: &viewer, templates, frames }, address)?;
    Ok(Page { file: viewer.file().to_owned(), html })
}

/// Make the bundle of an entity; none where it has gone since its grounds were looked for.
///
/// # Errors
/// A diagnostic at the place in the template that could not be drawn.
pub fn render_bundle(
    material: &Material,
    templates: &Templates,
    frames: &Frames,
    grounds: &Grounds,
    belongings: &Belongings,
) -> Result<Option<Page>, Box<Diagnostic>> {
    let (Some(view), Some(subject)) = (bundle(material, grounds, belongings), grounds.sections.first())
    else {
        return Ok(None);
    };
    let address = PageAddress::Entity(subject.id.clone());
    let viewer = Viewer::new(material, &address);
    let html = Sheet { viewer: &viewer, templates, frames }.draw("bundle.html", &view)?;
    Ok(Some(Page { file: format!("{}.html", subject.id), html }))
}

/// What one page is drawn with.
struct Sheet<'a> {
    viewer: &'a Viewer<'a>,
    templates: &'a Templates,
    frames: &'a Frames,
}

impl Sheet<'_> {
    fn draw<T: Serialize>(&self, template: &str, page: &PageView<T>) -> Result<String, Box<Diagnostic>> {
        let mut context = self.frames.context(self.viewer, self.templates, &page.frame)?;
        context.insert_value("view", Templates::value(&page.view)?);
        self.templates.render(template, &context)
    }
}

fn draw(dossier: &Dossier, sheet: &Sheet<'_>, address: &PageAddress) -> Result<String, Box<Diagnostic>> {
    let viewer = sheet.viewer;
    let kind = |id: &crate::model::KindId| dossier.settings.kind(id.as_str());
    match address {
        PageAddress::Home => sheet.draw("home.html", &viewer.home()),
        PageAddress::NotFound => sheet.draw("404.html", &viewer.not_found()),
        PageAddress::Index(id, nth) => match kind(id) {
            Some(kind) => sheet.draw("index.html", &viewer.index_by_name(kind, *nth)),
            None => gone(sheet),
        },
        PageAddress::IndexByDate(id, nth) => match kind(id) {
            Some(kind) => sheet.draw("index.html", &viewer.index_by_date(kind, *nth)),
            None => gone(sheet),
        },
        PageAddress::Backlinks(id, nth) => {
            match dossier.page(id).and_then(|page| viewer.backlinks_page(page, *nth)) {
                Some(view) => sheet.draw("backlinks.html", &view),
                None => gone(sheet),
            }
        }
        PageAddress::EntityTimeline(id, nth) => {
            match dossier.page(id).and_then(|page| viewer.entity_timeline(page, *nth)) {
                Some(view) => sheet.draw("entity-timeline.html", &view),
                None => gone(sheet),
            }
        }
        PageAddress::EntityRelations(id, nth) => {
            match dossier.page(id).and_then(|page| viewer.entity_relations(page, *nth)) {
                Some(view) => sheet.draw("entity-relations.html", &view),
                None => gone(sheet),
            }
        }
        PageAddress::Tags(nth) => sheet.draw("tags.html", &viewer.tags_page(*nth)),
        PageAddress::Tag(slug, nth) => match dossier.tag_at(slug) {
            Some(tag) => sheet.draw("tag.html", &viewer.tag_page(tag, *nth)),
            None => gone(sheet),
        },
        PageAddress::Timeline => timeline(sheet, &Selection::Whole, None),
        PageAddress::TimelineOfKind(kind) => timeline(sheet, &Selection::Kind(kind.clone()), None),
        PageAddress::TimelineOfEntity(id) => timeline(sheet, &Selection::Agent(id.clone()), None),
        PageAddress::TimelineOfTag(slug) => timeline(sheet, &Selection::Tag(slug.clone()), None),
        PageAddress::TimelinePart(selection, name) => timeline(sheet, selection, Some(name)),
        PageAddress::TimelineFilters(sort, nth) => {
            sheet.draw("timeline-filters.html", &viewer.timeline_filters_page(*sort, *nth))
        }
        PageAddress::TimelineBy(order, nth) => {
            sheet.draw("timeline-order.html", &viewer.timeline_by(*order, *nth))
        }
        PageAddress::Known(KnownList::Periods, nth) => sheet.draw("known.html", &viewer.known_periods(*nth)),
        PageAddress::Known(KnownList::In(period), nth) => {
            sheet.draw("known-news.html", &viewer.known_in(*period, *nth))
        }
        PageAddress::Known(KnownList::WithoutDay, nth) => {
            sheet.draw("known-news.html", &viewer.without_day(*nth))
        }
        PageAddress::Ledger(narrowing, nth) => sheet.draw("ledger.html", &viewer.ledger(narrowing, *nth)),
        PageAddress::LedgerFilters(sort, nth) => {
            sheet.draw("ledger-filters.html", &viewer.ledger_filters_page(*sort, *nth))
        }
        PageAddress::Search => sheet.draw("search.html", &viewer.search()),
        PageAddress::Names(key, nth) => match dossier.names().group(key) {
            Some(group) => sheet.draw("names.html", &viewer.names_page(group, *nth)),
            None => gone(sheet),
        },
        PageAddress::Network(nth) => sheet.draw("network.html", &viewer.network(*nth)),
        PageAddress::Bibliography(nth) => sheet.draw("bibliography.html", &viewer.bibliography(*nth)),
        PageAddress::Corrections(nth) => sheet.draw("corrections.html", &viewer.corrections_page(*nth)),
        PageAddress::Coverage => sheet.draw("coverage.html", &viewer.coverage_page()),
        PageAddress::Chains => sheet.draw("chains.html", &viewer.chains_page()),
        PageAddress::Chain(from, to) => match viewer.chain_page(from, to) {
            Some(view) => sheet.draw("chain.html", &view),
            None => gone(sheet),
        },
        PageAddress::Redirect(_, to) => sheet.draw("redirect.html", &viewer.redirect(to)),
        PageAddress::Entity(id) => match dossier.page(id) {
            None => gone(sheet),
            Some(page) => match &page.facts().role {
                PageRole::Entity(id) => match kind(id) {
                    Some(kind) => sheet.draw(&kind.template, &viewer.entity(page, kind)),
                    None => gone(sheet),
                },
                _ => sheet.draw("page.html", &viewer.plain_page(page)),
            },
        },
    }
}

fn timeline(sheet: &Sheet<'_>, selection: &Selection, part: Option<&str>) -> Result<String, Box<Diagnostic>> {
    sheet.draw("timeline.html", &sheet.viewer.timeline(selection, part))
}

/// An address that was listed and is no more: only possible between two states of a dossier that is being edited.
fn gone(sheet: &Sheet<'_>) -> Result<String, Box<Diagnostic>> {
    sheet.draw("404.html", &sheet.viewer.not_found())
}
