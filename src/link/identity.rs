//! Who is who over the whole dossier, private pages included: one id, one address, one page.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use crate::model::{Settings, folded};
use crate::parse::ParsedPage;
use crate::parse::facts::{PageRole, Visibility};
use crate::text::{Diagnostic, HashMap, Place, Span, rules};

/// Pages that Redstring makes at the top of the site, now or in a coming version.
pub(super) const RESERVED_PAGES: [&str; 14] = [
    "index",
    "404",
    "timeline",
    "tags",
    "search",
    "network",
    "chains",
    "ledger",
    "bibliography",
    "coverage",
    "corrections",
    "feed",
    "manifest",
    "sitemap",
];

/// Pages that Redstring makes in the folder of a kind.
const RESERVED_IN_KIND: [&str; 2] = ["index", "by-date"];

/// Report ids that two files share, that differ only in case, or that are reserved.
#[must_use]
pub(super) fn check(settings: &Settings, pages: &[Arc<ParsedPage>]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut owners: HashMap<Cow<'_, str>, &ParsedPage> = HashMap::default();
    for page in pages {
        let facts = &page.facts;
        match owners.entry(folded(facts.id.as_str())) {
            Entry::Occupied(first) => diagnostics.push(clash(first.get(), page)),
            Entry::Vacant(slot) => {
                slot.insert(page);
            }
        }
        diagnostics.extend(reserved(settings, page));
    }
    diagnostics
}

fn clash(first: &ParsedPage, second: &ParsedPage) -> Diagnostic {
    let same = first.facts.id == second.facts.id;
    let (rule, message) = if same {
        (&rules::identity::DUPLICATE_ID, format!("the id `{}` is taken", second.facts.id))
    } else {
        let message = format!("the id `{}` differs from `{}` only in case", second.facts.id, first.facts.id);
        (&rules::identity::CASE_CLASHING_ID, message)
    };
    let there = Place { path: first.file.path.clone(), span: id_place(first) };
    let diagnostic = Diagnostic::new(rule, message);
    let diagnostic = match id_place(second) {
        Some(span) => diagnostic.at(&second.file.path, span),
        None => diagnostic.in_file(&second.file.path),
    };
    let private = [first, second].iter().any(|page| page.facts.visibility == Visibility::Private);
    diagnostic
        .label(there, "it belongs to this page")
        .help("give one of them an `id:` of its own, or another file name")
        .private(private)
}

fn id_place(page: &ParsedPage) -> Option<Span> {
    page.names.iter().find(|(name, _)| **name == *page.facts.id.as_str()).map(|(_, span)| *span)
}

fn reserved(settings: &Settings, page: &ParsedPage) -> Option<Diagnostic> {
    let id = page.facts.id.as_str().to_lowercase();
    let taken = match &page.facts.role {
        PageRole::Home | PageRole::KindIntro(_) => false,
        PageRole::Plain => {
            RESERVED_PAGES.contains(&id.as_str()) || settings.kinds.iter().any(|kind| *kind.folder == *id)
        }
        PageRole::Entity(_) => {
            RESERVED_IN_KIND.contains(&id.as_str()) || settings.kinds.iter().any(|kind| *kind.folder == *id)
        }
    };
    taken.then(|| {
        let diagnostic = Diagnostic::new(
            &rules::identity::RESERVED_NAME,
            format!("the id `{}` is the name of a page that Redstring makes itself", page.facts.id),
        )
        .help("rename the file, or give it another `id:`")
        .private(page.facts.visibility == Visibility::Private);
        match id_place(page) {
            Some(span) => diagnostic.at(&page.file.path, span),
            None => diagnostic.in_file(&page.file.path),
        }
    })
}
