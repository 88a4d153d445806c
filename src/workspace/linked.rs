//! The linked dossier, and what is wrong between its pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::pages::Pages;
use crate::link::attachments::Attachments;
use crate::link::{Dossier, check};
use crate::load::ContentTree;
use crate::model::Settings;
use crate::parse::ParsedPage;
use crate::parse::facts::Visibility;
use crate::text::{Checked, ContentPath, Diagnostic};

/// A dossier with its problems, those of single pages apart.
#[derive(Debug)]
pub(super) struct Linked {
    whole: Checked<Dossier>,
    of_pages: BTreeMap<ContentPath, Vec<Diagnostic>>,
}

impl Linked {
    /// Link all pages.
    pub(super) fn all(tree: &ContentTree, settings: &Arc<Settings>, pages: &Pages) -> Self {
        let files = tree.attachments().map(|file| (file.path, file.bytes));
        let attachments = Attachments::new(files, settings);
        let unreadable: Vec<_> = tree.unreadable().cloned().collect();
        let whole = Dossier::link(settings.clone(), pages.in_order(tree), attachments, &unreadable);
        let of_pages = check::pages(&whole.value).into_iter().collect();
        Self { whole, of_pages }
    }

    pub(super) fn with_map_of(self, before: &Self) -> Self {
        let whole = self.whole.map(|dossier| dossier.with_map_of(&before.whole.value));
        Self { whole, ..self }
    }

    pub(super) fn dossier(&self) -> &Dossier {
        &self.whole.value
    }

    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.whole.diagnostics.iter().chain(self.of_pages.values().flatten())
    }

    /// Exchange the words of these pages, whose facts are as before; whether that is all there is to do.
    pub(super) fn renew(&mut self, pages: &[Arc<ParsedPage>]) -> bool {
        let is_one_of_them = |path: &ContentPath| pages.iter().any(|page| page.facts.path == *path);
        let stands_there = |problem: &Diagnostic| {
            let labels = problem.labels.iter().map(|label| &label.place);
            labels.chain(&problem.place).any(|place| is_one_of_them(&place.path))
        };
        // A problem of the whole that stands on such a page may stand at another place now.
        if self.whole.diagnostics.iter().any(stands_there) {
            return false;
        }
        let public = pages.iter().filter(|page| page.facts.visibility == Visibility::Public);
        let public: Vec<_> = public.cloned().collect();
        let Some(dossier) = self.whole.value.with_texts(&public) else { return false };
        for page in &public {
            let path = &page.facts.path;
            self.of_pages.remove(path);
            let problems = dossier.page(&page.facts.id).map(|page| check::of_page(&dossier, page));
            if let Some(problems) = problems.filter(|problems| !problems.is_empty()) {
                self.of_pages.insert(path.clone(), problems);
            }
        }
        self.whole.value = dossier;
        true
    }
}
