//! One page.

use super::Templates;
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
    address: &PageAddress,
) -> Result<Page, Box<Diagnostic>> {
    let viewer = Viewer::new(material, address);
    let html = draw(&material.dossier, &viewer, templates, address)?;
    Ok(Page { file: viewer.file().to_owned(), html })
}

/// Make the bundle of an entity; none where it has gone since its grounds were looked for.
///
/// # Errors
/// A diagnostic at the place in the template that could not be drawn.
pub fn render_bundle(
    material: &Material,
    templates: &Templates,
    grounds: &Grounds,
    belongings: &Belongings,
) -> Result<Option<Page>, Box<Diagnostic>> {
    let (Some(view), Some(subject)) = (bundle(material, grounds, belongings), grounds.sections.first())
    else {
        return Ok(None);
    };
    let html = templates.render("bundle.html", &view)?;
    Ok(Some(Page { file: format!("{}.html", subject.id), html }))
}

fn draw(
    dossier: &Dossier,
    viewer: &Viewer<'_>,
    templates: &Templates,
    address: &PageAddress,
) -> Result<String, Box<Diagnostic>> {
    let kind = |id: &crate::model::KindId| dossier.settings.kind(id.as_str());
    match address {
        PageAddress::Home => templates.render("home.html", &viewer.home()),
        PageAddress::NotFound => templates.render("404.html", &viewer.not_found()),
        PageAddress::Index(id, nth) => match kind(id) {
            Some(kind) => templates.render("index.html", &viewer.index_by_name(kind, *nth)),
            None => gone(viewer, templates),
        },
        PageAddress::IndexByDate(id, nth) => match kind(id) {
            Some(kind) => templates.render("index.html", &viewer.index_by_date(kind, *nth)),
            None => gone(viewer, templates),
        },
        PageAddress::Backlinks(id, nth) => {
            match dossier.page(id).and_then(|page| viewer.backlinks_page(page, *nth)) {
                Some(view) => templates.render("backlinks.html", &view),
                None => gone(viewer, templates),
            }
        }
        PageAddress::EntityTimeline(id, nth) => {
            match dossier.page(id).and_then(|page| viewer.entity_timeline(page, *nth)) {
                Some(view) => templates.render("entity-timeline.html", &view),
                None => gone(viewer, templates),
            }
        }
        PageAddress::EntityRelations(id, nth) => {
            match dossier.page(id).and_then(|page| viewer.entity_relations(page, *nth)) {
                Some(view) => templates.render("entity-relations.html", &view),
                None => gone(viewer, templates),
            }
        }
        PageAddress::Tags(nth) => templates.render("tags.html", &viewer.tags_page(*nth)),
        PageAddress::Tag(slug, nth) => match dossier.tag_at(slug) {
            Some(tag) => templates.render("tag.html", &viewer.tag_page(tag, *nth)),
            None => gone(viewer, templates),
        },
        PageAddress::Timeline => timeline(viewer, templates, &Selection::Whole, None),
        PageAddress::TimelineOfKind(kind) => {
            timeline(viewer, templates, &Selection::Kind(kind.clone()), None)
        }
        PageAddress::TimelineOfEntity(id) => timeline(viewer, templates, &Selection::Agent(id.clone()), None),
        PageAddress::TimelineOfTag(slug) => timeline(viewer, templates, &Selection::Tag(slug.clone()), None),
        PageAddress::TimelinePart(selection, name) => timeline(viewer, templates, selection, Some(name)),
        PageAddress::TimelineFilters(sort, nth) => {
            templates.render("timeline-filters.html", &viewer.timeline_filters_page(*sort, *nth))
        }
        PageAddress::TimelineBy(order, nth) => {
            templates.render("timeline-order.html", &viewer.timeline_by(*order, *nth))
        }
        PageAddress::Known(KnownList::Periods, nth) => {
            templates.render("known.html", &viewer.known_periods(*nth))
        }
        PageAddress::Known(KnownList::In(period), nth) => {
            templates.render("known-news.html", &viewer.known_in(*period, *nth))
        }
        PageAddress::Known(KnownList::WithoutDay, nth) => {
            templates.render("known-news.html", &viewer.without_day(*nth))
        }
        PageAddress::Ledger(narrowing, nth) => {
            templates.render("ledger.html", &viewer.ledger(narrowing, *nth))
        }
        PageAddress::LedgerFilters(sort, nth) => {
            templates.render("ledger-filters.html", &viewer.ledger_filters_page(*sort, *nth))
        }
        PageAddress::Search => templates.render("search.html", &viewer.search()),
        PageAddress::Names(key, nth) => match dossier.names.group(key) {
            Some(group) => templates.render("names.html", &viewer.names_page(group, *nth)),
            None => gone(viewer, templates),
        },
        PageAddress::Network(nth) => templates.render("network.html", &viewer.network(*nth)),
        PageAddress::Bibliography(nth) => templates.render("bibliography.html", &viewer.bibliography(*nth)),
        PageAddress::Corrections(nth) => templates.render("corrections.html", &viewer.corrections_page(*nth)),
        PageAddress::Coverage => templates.render("coverage.html", &viewer.coverage_page()),
        PageAddress::Chains => templates.render("chains.html", &viewer.chains_page()),
        PageAddress::Chain(from, to) => match viewer.chain_page(from, to) {
            Some(view) => templates.render("chain.html", &view),
            None => gone(viewer, templates),
        },
        PageAddress::Redirect(_, to) => templates.render("redirect.html", &viewer.redirect(to)),
        PageAddress::Entity(id) => match dossier.page(id) {
            None => gone(viewer, templates),
            Some(page) => match &page.facts().role {
                PageRole::Entity(id) => match kind(id) {
                    Some(kind) => templates.render(&kind.template, &viewer.entity(page, kind)),
                    None => gone(viewer, templates),
                },
                _ => templates.render("page.html", &viewer.plain_page(page)),
            },
        },
    }
}

fn timeline(
    viewer: &Viewer<'_>,
    templates: &Templates,
    selection: &Selection,
    part: Option<&str>,
) -> Result<String, Box<Diagnostic>> {
    templates.render("timeline.html", &viewer.timeline(selection, part))
}

/// An address that was listed and is no more: only possible between two states of a dossier that is being edited.
fn gone(viewer: &Viewer<'_>, templates: &Templates) -> Result<String, Box<Diagnostic>> {
    let view: PageView<_> = viewer.not_found();
    templates.render("404.html", &view)
}
