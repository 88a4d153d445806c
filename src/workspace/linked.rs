//! The linked dossier, and what is wrong between its pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::pages::{Pages, Renewed};
use crate::link::attachments::Attachments;
use crate::link::{Dossier, Findings, PublishedPage, Renamed, check};
use crate::load::ContentTree;
use crate::model::Settings;
use crate::parse::ParsedPage;
use crate::parse::facts::Visibility;
use crate::text::{ContentPath, Diagnostic};

/// A dossier with its problems, those of single pages apart.
#[derive(Debug)]
pub(super) struct Linked {
    dossier: Dossier,
    findings: Findings,
    of_pages: BTreeMap<ContentPath, Vec<Diagnostic>>,
}

impl Linked {
    /// Link all pages.
    pub(super) fn all(tree: &ContentTree, settings: &Arc<Settings>, pages: &Pages) -> Self {
        let files = tree.attachments().map(|file| (file.path, file.bytes));
        let attachments = Attachments::new(files, settings);
        let unreadable: Vec<_> = tree.unreadable().cloned().collect();
        let (dossier, findings) =
            Dossier::link_with_findings(settings.clone(), pages.in_order(tree), attachments, &unreadable);
        let of_pages = check::pages(&dossier).into_iter().collect();
        Self { dossier, findings, of_pages }
    }

    pub(super) fn with_map_of(self, before: &Self) -> Self {
        Self { dossier: self.dossier.with_map_of(&before.dossier), ..self }
    }

    pub(super) fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.all().chain(self.of_pages.values().flatten())
    }

    /// Exchange these pages, whose facts are as before, or other in names alone; whether that is all there is to do.
    pub(super) fn renew(&mut self, renewed: &Renewed) -> bool {
        if renewed.listing {
            return false;
        }
        if renewed.other_facts.is_empty() {
            return self.with_texts(&renewed.pages);
        }
        // What becomes of a page that was private, or is now, is for all of them to say.
        if renewed.other_facts.iter().any(|page| page.facts.visibility != Visibility::Public) {
            return false;
        }
        let pages: Vec<_> = public(&renewed.pages).chain(renewed.other_facts.iter().cloned()).collect();
        let wrong: Vec<_> = self.of_pages.keys().collect();
        let Some(renamed) = self.dossier.renamed(&pages, &self.findings, &wrong) else { return false };
        let Renamed { dossier, findings, touched } = renamed;
        for page in touched.iter().filter_map(|id| dossier.page(id)) {
            look_again(&mut self.of_pages, &dossier, page);
        }
        self.dossier = dossier.with_map_of(&self.dossier);
        self.findings = findings;
        true
    }

    fn with_texts(&mut self, pages: &[Arc<ParsedPage>]) -> bool {
        // A problem of the whole that stands on such a page may stand at another place now.
        if self.findings.any_stands_on(|path| pages.iter().any(|page| page.facts.path == *path)) {
            return false;
        }
        let pages: Vec<_> = public(pages).collect();
        let Some(dossier) = self.dossier.with_texts(&pages) else { return false };
        for page in pages.iter().filter_map(|page| dossier.page(&page.facts.id)) {
            look_again(&mut self.of_pages, &dossier, page);
        }
        self.dossier = dossier;
        true
    }
}

fn public(pages: &[Arc<ParsedPage>]) -> impl Iterator<Item = Arc<ParsedPage>> {
    pages.iter().filter(|page| page.facts.visibility == Visibility::Public).cloned()
}

/// Find out anew what is wrong on one page.
fn look_again(
    of_pages: &mut BTreeMap<ContentPath, Vec<Diagnostic>>,
    dossier: &Dossier,
    page: &PublishedPage,
) {
    let problems = check::of_page(dossier, page);
    if problems.is_empty() {
        of_pages.remove(&page.facts().path);
    } else {
        of_pages.insert(page.facts().path.clone(), problems);
    }
}
