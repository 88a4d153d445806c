//! What is wrong between pages that no one page can be blamed for: titles, former addresses, settings, files.

use std::collections::HashMap;

use super::{list, suggestion};
use crate::link::address::PageAddress;
use crate::link::dossier::Dossier;
use crate::model::{EntityId, FoldedName, Settings, fold};
use crate::text::{ContentPath, Diagnostic, rules};

/// All findings about the dossier.
pub(super) fn check(dossier: &Dossier) -> Vec<Diagnostic> {
    let mut diagnostics = shared_titles(dossier);
    diagnostics.extend(home_entities(dossier));
    diagnostics.extend(redirects(dossier));
    diagnostics.extend(attachments(dossier));
    diagnostics.extend(private_folders(dossier));
    diagnostics
}

fn shared_titles(dossier: &Dossier) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (name, ids) in dossier.registry.shared_titles() {
        let Some((last, first)) = ids.split_last() else { continue };
        let Some(page) = dossier.page(last) else { continue };
        let others = list(first.iter().map(ToString::to_string));
        let place = page.parsed().names.iter().find(|(own, _)| fold(own) == *name).map(|(_, span)| *span);
        let diagnostic = Diagnostic::new(
            &rules::identity::SHARED_TITLE,
            format!("`{}` is also the title of {others}", name.as_str()),
        )
        .help("a reader cannot tell them apart, and a link by this title is ambiguous: say more in one of the titles");
        diagnostics.push(match place {
            Some(span) => diagnostic.at(&page.facts().path, span),
            None => diagnostic.in_file(&page.facts().path),
        });
    }
    diagnostics
}

fn home_entities(dossier: &Dossier) -> Vec<Diagnostic> {
    let settings = &dossier.settings;
    let keys = settings.key_people.iter().chain(&settings.key_organisations);
    keys.filter(|id| dossier.page(id).is_none())
        .map(|id| {
            let near = dossier.registry.nearest(id.as_str());
            let help = near.first().map_or_else(
                || "remove it, or write the page".to_owned(),
                |(known, id)| suggestion(known, id),
            );
            let private = dossier.private.named(&fold(id.as_str())).is_some();
            Diagnostic::new(
                &rules::site::UNKNOWN_HOME_ENTITY,
                format!("the home page shall show `{id}`, which is no published page"),
            )
            .in_file(&ContentPath::new("site.toml"))
            .help(help)
            .private(private)
        })
        .collect()
}

/// Former addresses must not fall on a page that exists, nor on each other, nor lead out of the site.
fn redirects(dossier: &Dossier) -> Vec<Diagnostic> {
    let mut taken: HashMap<String, EntityId> = dossier
        .pages()
        .map(|page| {
            (
                dossier.file_of(&PageAddress::Entity(page.facts().id.clone())).to_lowercase(),
                page.facts().id.clone(),
            )
        })
        .collect();
    let mut diagnostics = Vec::new();
    for page in dossier.pages() {
        let facts = page.facts();
        for from in &facts.redirects_from {
            let problem = if !is_redirect_path(from) {
                Some(format!("`{from}` cannot be a former address"))
            } else {
                taken
                    .insert(from.to_lowercase(), facts.id.clone())
                    .map(|owner| format!("`{from}` is already an address of `{owner}`"))
            };
            if let Some(message) = problem {
                diagnostics.push(
                    Diagnostic::new(&rules::identity::OUTPUT_CLASH, message).in_file(&facts.path).help(
                        "write the former path from the site's top, ending in `.html`: `people/levy.html`",
                    ),
                );
            }
        }
    }
    diagnostics
}

/// A private folder that names nothing keeps nothing private: most likely it is misspelt.
fn private_folders(dossier: &Dossier) -> Vec<Diagnostic> {
    let holds = |folder: &str| {
        let alone = Settings { private_folders: vec![folder.into()], ..Settings::default() };
        dossier.private.pages.iter().any(|page| alone.is_in_private_folder(&page.path))
            || dossier.attachments.private_paths().any(|path| alone.is_in_private_folder(path))
    };
    let empty = dossier.settings.private_folders.iter().filter(|folder| !holds(folder));
    empty
        .map(|folder| {
            Diagnostic::new(
                &rules::privacy::EMPTY_PRIVATE_FOLDER,
                format!("the private folder `{folder}` holds nothing, so nothing is kept private by it"),
            )
            .in_file(&ContentPath::new("site.toml"))
            .help("correct the path below `content/`, unless the folder is kept elsewhere")
            .private(true)
        })
        .collect()
}

/// Attachments whose paths differ only in case, or in Unicode form, are one file on many disks.
fn attachments(dossier: &Dossier) -> Vec<Diagnostic> {
    let mut seen: HashMap<FoldedName, &ContentPath> = HashMap::new();
    let mut diagnostics = Vec::new();
    for path in dossier.attachments.paths() {
        if let Some(first) = seen.insert(fold(path.as_str()), path) {
            diagnostics.push(
                Diagnostic::new(
                    &rules::identity::OUTPUT_CLASH,
                    format!("the path of this file differs from `{first}` only in case or in Unicode form"),
                )
                .in_file(path)
                .help("rename one of them: on many disks they are one file"),
            );
        }
    }
    diagnostics
}

/// Whether a former address is one that can be written: a relative `.html` path that stays in the site and out of
/// what Redstring makes there itself.
#[must_use]
pub fn is_redirect_path(path: &str) -> bool {
    let parts: Vec<_> = path.split('/').collect();
    let first = parts.first().copied().unwrap_or_default().to_lowercase();
    let plain = |part: &&str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.contains(|c: char| c.is_control() || "\\:?*\"<>|".contains(c))
    };
    path.ends_with(".html")
        && parts.iter().all(plain)
        && parts.iter().rev().skip(1).all(|folder| !folder.to_lowercase().ends_with(".html"))
        && !["theme", "files", "tags", "timeline"].contains(&first.as_str())
        && !["index.html", "404.html", "timeline.html"].contains(&path.to_lowercase().as_str())
        && !matches!(parts.as_slice(), [_, "index.html" | "by-date.html"])
}
