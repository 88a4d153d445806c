//! What is wrong between pages that no one page can be blamed for: titles and settings.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{list, suggestion};
use crate::link::corpus::Corpus;
use crate::model::{Settings, fold, folded, same_field};
use crate::parse::ParsedPage;
use crate::parse::suggest::nearest;
use crate::text::{ContentPath, Diagnostic, Severity, rules};

/// All findings about the dossier.
pub(super) fn check(corpus: &Corpus) -> Vec<Diagnostic> {
    let mut diagnostics = shared_titles(corpus);
    diagnostics.extend(home_entities(corpus));
    diagnostics.extend(private_folders(corpus));
    diagnostics
}

fn shared_titles(corpus: &Corpus) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (name, ids) in corpus.registry.shared_titles() {
        let Some((last, first)) = ids.split_last() else { continue };
        let Some(page) = corpus.page(last) else { continue };
        let others = list(first.iter(), ToString::to_string);
        let place = page.parsed().names.iter().find(|(own, _)| fold(own) == *name).map(|(_, span)| *span);
        let diagnostic = Diagnostic::new(
            &rules::identity::SHARED_TITLE,
            format!("`{}` is also the title of {others}", page.facts().title),
        )
        .help("a reader cannot tell them apart, and a link by this title is ambiguous: say more in one of the titles");
        diagnostics.push(match place {
            Some(span) => diagnostic.at(&page.facts().path, span),
            None => diagnostic.in_file(&page.facts().path),
        });
    }
    diagnostics
}

fn home_entities(corpus: &Corpus) -> Vec<Diagnostic> {
    let settings = &corpus.settings;
    let keys = settings.key_people.iter().chain(&settings.key_organisations);
    keys.filter(|id| corpus.page(id).is_none())
        .map(|id| {
            let near = corpus.registry.nearest(id.as_str());
            let help = near.first().map_or_else(
                || "remove it, or write the page".to_owned(),
                |(known, id)| suggestion(corpus, known, id),
            );
            let private = corpus.private.named(&folded(id.as_str())).is_some();
            Diagnostic::new(
                &rules::site::UNKNOWN_HOME_ENTITY,
                format!("the home page is to show `{id}`, and no published page has that id"),
            )
            .in_file(&ContentPath::new("site.toml"))
            .help(help)
            .private(private)
        })
        .collect()
}

/// A private folder that names nothing keeps nothing private: most likely it is misspelt.
fn private_folders(corpus: &Corpus) -> Vec<Diagnostic> {
    let holds = |folder: &str| {
        let alone = Settings { private_folders: vec![folder.into()], ..Settings::default() };
        corpus.private.pages.iter().any(|page| alone.is_in_private_folder(&page.path))
            || corpus.attachments.private_paths().any(|path| alone.is_in_private_folder(path))
    };
    // Settings that cannot be read keep all private, which is no folder of theirs.
    let named = corpus.settings.private_folders.iter().filter(|folder| !folder.is_empty());
    let empty = named.filter(|folder| !holds(folder));
    let empty: Vec<_> = empty.collect();
    // There are as many as the dossier is large.
    let known = if empty.is_empty() { BTreeSet::new() } else { folders(corpus) };
    empty
        .into_iter()
        .map(|folder| {
            let near = nearest(folder, known.iter().copied());
            let help = near.map_or_else(
                || "correct the path below `content/`, unless the folder is kept elsewhere".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let mut diagnostic = Diagnostic::new(
                &rules::privacy::EMPTY_PRIVATE_FOLDER,
                format!("the private folder `{folder}` holds nothing, so nothing is kept private by it"),
            );
            // It may be kept elsewhere, unless it nearly has the name of one that is here.
            if near.is_some() {
                diagnostic.severity = Severity::Error;
            }
            diagnostic.in_file(&ContentPath::new("site.toml")).help(help).private(true)
        })
        .collect()
}

/// A private field that no page has keeps nothing private: most likely it is misspelt. Private pages count as well.
pub(in crate::link) fn private_fields(settings: &Settings, pages: &[Arc<ParsedPage>]) -> Vec<Diagnostic> {
    let stands = |field: &str| {
        pages.iter().any(|page| page.facts.withheld_fields.iter().any(|other| same_field(other, field)))
    };
    let unused = settings.private_fields.iter().filter(|field| !stands(field));
    unused
        .map(|field| {
            let fields = settings.fields.keys().map(|field| &**field);
            let known: Vec<_> =
                fields.chain(settings.relations.keys().map(|relation| relation.as_str())).collect();
            // One that is declared is not misspelt: no page has it yet, or any more.
            let is_declared = known.iter().any(|other| same_field(other, field));
            // One that is private already is not what another name was meant to be.
            let open = known.into_iter().filter(|other| !settings.is_private_field(other));
            let near = nearest(field, open).filter(|_| !is_declared);
            let help = near.map_or_else(
                || "correct the name, or remove it from the list".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let message =
                format!("no page has the private field `{field}`, so nothing is kept private by it");
            let mut diagnostic = Diagnostic::new(&rules::privacy::UNUSED_PRIVATE_FIELD, message);
            if near.is_some() {
                diagnostic.severity = Severity::Error;
            }
            diagnostic.in_file(&ContentPath::new("site.toml")).help(help).private(true)
        })
        .collect()
}

/// Every folder below `content/` that holds something, at any depth.
fn folders(corpus: &Corpus) -> BTreeSet<&str> {
    let published = corpus.pages().map(|page| &page.facts().path);
    let private = corpus.private.pages.iter().map(|page| &page.path);
    let attachments = corpus.attachments.paths().chain(corpus.attachments.private_paths());
    // What is private already is not what another name was meant to be.
    let open = published
        .chain(private)
        .chain(attachments)
        .filter(|path| !corpus.settings.is_in_private_folder(path));
    let below = open.filter_map(|path| path.below("content"));
    below.flat_map(|path| path.match_indices('/').filter_map(|(end, _)| path.get(..end))).collect()
}
