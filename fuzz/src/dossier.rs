//! A small dossier around what the fuzzer wrote, linked in memory.

use std::sync::Arc;

use redstring::evidence::Evidence;
use redstring::link::attachments::Attachments;
use redstring::link::{Dossier, check};
use redstring::markup::{Material, Numbering, excerpt, render_body};
use redstring::model::{EntityId, Settings};
use redstring::parse::parse_page;
use redstring::text::{ContentFile, ContentPath, Diagnostic};

/// A file of a dossier.
pub(crate) fn file(path: &str, text: &str) -> ContentFile {
    ContentFile { path: ContentPath::new(path), text: text.into() }
}

/// These pages and a few attachments, linked; every problem found is at a place that its file has.
pub(crate) fn linked(settings: &Settings, files: &[ContentFile]) -> Material {
    let mut diagnostics = Vec::new();
    let mut pages = Vec::new();
    for file in files {
        let page = parse_page(file, settings);
        let again = parse_page(file, settings);
        assert_eq!(page.value.facts, again.value.facts, "a page is read the same twice");
        assert_eq!(page.diagnostics, again.diagnostics, "a page is read the same twice");
        pages.push(Arc::new(page.into_value(&mut diagnostics)));
    }
    let attachments = ["content/people/c.svg", "content/d.pdf", "content/closed/e.png"];
    let attachments = attachments.map(|path| (ContentPath::new(path), 1234));
    let attachments = Attachments::new(attachments.into_iter(), settings);
    let dossier = Dossier::link(settings.clone(), pages, attachments, &[]).into_value(&mut diagnostics);
    diagnostics.extend(check::pages(&dossier).into_iter().flat_map(|(_, found)| found));
    let evidence = Evidence::gather(&dossier, [].into(), Arc::default(), None).into_value(&mut diagnostics);
    have_places(&diagnostics, files);
    Material::new(dossier, evidence, None)
}

/// Every place of these diagnostics is one of the file's own, and every message says something.
pub(crate) fn have_places(diagnostics: &[Diagnostic], files: &[ContentFile]) {
    for diagnostic in diagnostics {
        assert!(!diagnostic.message.is_empty(), "{diagnostic:?}");
        let labels = diagnostic.labels.iter().map(|label| &label.place);
        for place in diagnostic.place.iter().chain(labels) {
            let Some(file) = files.iter().find(|file| file.path == place.path) else { continue };
            let span = place.span.unwrap_or_default().range();
            assert!(file.text.get(span).is_some(), "no such place: {diagnostic:?}");
        }
    }
}

/// All HTML that the bodies of published pages and the excerpts from them become.
pub(crate) fn html(material: &Material) -> Vec<String> {
    let mut pieces = Vec::new();
    for page in material.dossier.pages() {
        let mut body = render_body(material, page, &mut Numbering::new());
        pieces.extend(body.pieces().map(|piece| piece.clone()));
        let numbers = (0..).zip(&page.facts().mentions).map(|(number, _)| number);
        pieces.extend(numbers.filter_map(|number| excerpt(&material.dossier, page, number)));
    }
    pieces
}

/// Whether the page with this id goes out.
pub(crate) fn is_published(material: &Material, id: &str) -> bool {
    material.dossier.page(&EntityId::new(id)).is_some()
}
