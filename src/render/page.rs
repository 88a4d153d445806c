//! One page.

use super::Templates;
use crate::link::grounds::Grounds;
use crate::link::{Dossier, PageAddress};
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
        PageAddress::Index(id) => match kind(id) {
            Some(kind) => templates.render("index.html", &viewer.index_by_name(kind)),
            None => gone(viewer, templates),
        },
        PageAddress::IndexByDate(id) => match kind(id) {
            Some(kind) => templates.render("index.html", &viewer.index_by_date(kind)),
            None => gone(viewer, templates),
        },
        PageAddress::Tags => templates.render("tags.html", &viewer.tags_page()),
        PageAddress::Tag(slug) => match dossier.tags.iter().find(|tag| tag.slug == *slug) {
            Some(tag) => templates.render("tag.html", &viewer.tag_page(tag)),
            None => gone(viewer, templates),
        },
        PageAddress::Timeline
        | PageAddress::TimelineOfKind(_)
        | PageAddress::TimelineOfEntity(_)
        | PageAddress::TimelineOfTag(_) => templates.render("timeline.html", &viewer.timeline()),
        PageAddress::Ledger(narrowing, nth) => {
            templates.render("ledger.html", &viewer.ledger(narrowing, *nth))
        }
        PageAddress::Bibliography => templates.render("bibliography.html", &viewer.bibliography()),
        PageAddress::Corrections => templates.render("corrections.html", &viewer.corrections_page()),
        PageAddress::Coverage => templates.render("coverage.html", &viewer.coverage_page()),
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

/// An address that was listed and is no more: only possible between two states of a dossier that is being edited.
fn gone(viewer: &Viewer<'_>, templates: &Templates) -> Result<String, Box<Diagnostic>> {
    let view: PageView<_> = viewer.not_found();
    templates.render("404.html", &view)
}
