//! The pages of a dossier, parsed, each until its text is another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::load::ContentTree;
use crate::model::Settings;
use crate::parse::{ParsedPage, parse_page};
use crate::pipeline::{Phase, Unwatched, Watcher};
use crate::text::{Checked, ContentFile, ContentPath, Diagnostic, HashMap};

/// All pages, by file.
#[derive(Debug, Default)]
pub(super) struct Pages {
    parsed: HashMap<ContentPath, Arc<ParsedPage>>,
    /// What is wrong in those where anything is.
    problems: BTreeMap<ContentPath, Vec<Diagnostic>>,
}

/// What was parsed anew.
#[derive(Debug, Default)]
pub(super) struct Renewed {
    /// The pages of which the text alone is another.
    pub(super) pages: Vec<Arc<ParsedPage>>,
    /// The pages that have other facts.
    pub(super) other_facts: Vec<Arc<ParsedPage>>,
    /// Whether a page came or went.
    pub(super) listing: bool,
}

impl Pages {
    pub(super) fn read(tree: &ContentTree, settings: &Settings, watcher: &dyn Watcher) -> Self {
        let mut pages = Self::default();
        let files = tree.pages();
        watcher.begins(Phase::Parse, files.len());
        for (file, page) in parse(&files, settings, watcher) {
            pages.put(file.path, page);
        }
        pages
    }

    /// Parse these files anew.
    pub(super) fn renew(
        &mut self,
        tree: &ContentTree,
        settings: &Settings,
        paths: &BTreeSet<ContentPath>,
    ) -> Renewed {
        let mut renewed = Renewed::default();
        let files: Vec<_> = paths.iter().filter_map(|path| tree.page(path).cloned()).collect();
        for (file, page) in parse(&files, settings, &Unwatched) {
            let facts = &page.value.facts;
            match self.parsed.get(&file.path) {
                Some(before) if before.facts == *facts => renewed.pages.push(page.value.clone()),
                Some(_) => renewed.other_facts.push(page.value.clone()),
                None => renewed.listing = true,
            }
            self.put(file.path, page);
        }
        for path in paths.iter().filter(|path| tree.page(path).is_none()) {
            renewed.listing |= self.parsed.remove(path).is_some();
            self.problems.remove(path);
        }
        renewed
    }

    /// All of them, in the order of their files.
    pub(super) fn in_order(&self, tree: &ContentTree) -> Vec<Arc<ParsedPage>> {
        tree.pages().iter().filter_map(|file| self.parsed.get(&file.path).cloned()).collect()
    }

    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems.values().flatten()
    }

    fn put(&mut self, path: ContentPath, page: Checked<Arc<ParsedPage>>) {
        if page.diagnostics.is_empty() {
            self.problems.remove(&path);
        } else {
            self.problems.insert(path.clone(), page.diagnostics);
        }
        self.parsed.insert(path, page.value);
    }
}

fn parse(
    files: &[ContentFile],
    settings: &Settings,
    watcher: &dyn Watcher,
) -> Vec<(ContentFile, Checked<Arc<ParsedPage>>)> {
    let one = |file: &ContentFile| {
        let page = parse_page(file, settings).map(Arc::new);
        watcher.step();
        (file.clone(), page)
    };
    files.par_iter().map(one).collect()
}
