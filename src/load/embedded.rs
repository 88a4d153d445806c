//! The templates and the theme that the binary brings along, so that it works in an empty folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::ThemeFile;
use crate::text::{ContentFile, ContentPath};

macro_rules! embedded {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../", $folder, "/", $name)))),*]
    };
}

/// Name and bytes of each built-in file of one folder.
type Embedded = &'static [(&'static str, &'static [u8])];

/// The built-in templates, by name.
pub const TEMPLATES: Embedded = embedded!("templates": "404.html", "backlinks.html", "base.html", "bibliography.html", "bundle.html", "chain.html", "chains.html", "components/backlinks.html", "components/bundle.html", "components/chains.html", "components/cite.html", "components/copy.html", "components/corrections.html", "components/coverage.html", "components/date.html", "components/evidence.html", "components/facts.html", "components/index.html", "components/known.html", "components/ledger.html", "components/links.html", "components/names.html", "components/neighbourhood.html", "components/network.html", "components/sources.html", "components/status.html", "components/strip.html", "components/timeline-tools.html", "components/timeline.html", "corrections.html", "coverage.html", "entity-relations.html", "entity-timeline.html", "entity.html", "frame.html", "home.html", "hooks/footer.html", "hooks/head.html", "index.html", "known-news.html", "known.html", "ledger-filters.html", "ledger.html", "names.html", "network.html", "page.html", "redirect.html", "search.html", "tag.html", "tags.html", "timeline-filters.html", "timeline-order.html", "timeline.html");

/// The style sheet of bundles, which goes on top of `style.css`.
pub const BUNDLE_STYLE: &str = "bundle.css";

/// The style sheet of pages.
pub const STYLE: &str = "style.css";

/// The built-in theme, by name.
pub const THEME: Embedded = embedded!("theme": "as-of.css", "as-of.js", "bundle.css", "chains.css", "chains.js", "favicon.svg", "keys.js", "known.css", "network-controls.js", "network-moves.js", "network.css", "network.js", "preview.js", "search-without-script.css", "search.css", "search.js", "style.css", "timeline-strip.js", "timeline-tools.js", "timeline.css", "timeline.js");

/// All templates in name order, the dossier's own in place of built-in ones.
pub(super) fn templates(own: Vec<ContentFile>) -> Vec<ContentFile> {
    let mut by_path: BTreeMap<ContentPath, Arc<str>> = TEMPLATES
        .iter()
        .map(|(name, bytes)| {
            let text = String::from_utf8_lossy(bytes).into_owned().into();
            (ContentPath::new(&format!("templates/{name}")), text)
        })
        .collect();
    by_path.extend(own.into_iter().map(|file| (file.path, file.text)));
    by_path.into_iter().map(|(path, text)| ContentFile { path, text }).collect()
}

/// All theme files in name order, the dossier's own in place of built-in ones.
pub(super) fn theme(own: Vec<ThemeFile>) -> Vec<ThemeFile> {
    let mut by_name: BTreeMap<Arc<str>, Cow<'static, [u8]>> =
        THEME.iter().map(|(name, bytes)| ((*name).into(), Cow::Borrowed(*bytes))).collect();
    by_name.extend(own.into_iter().map(|file| (file.name, file.bytes)));
    by_name.into_iter().map(|(name, bytes)| ThemeFile { name, bytes }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every file of the folders is embedded: a new template cannot be forgotten.
    #[test]
    fn all_files_are_embedded() {
        for (folder, embedded) in [("templates", TEMPLATES), ("theme", THEME)] {
            let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            let mut files: Vec<_> = walkdir::WalkDir::new(&root)
                .into_iter()
                .filter_map(Result::ok)
                .filter(|entry| entry.file_type().is_file())
                // The words are kept by `model::words::built_in`, and do not go out.
                .filter(|entry| !entry.path().starts_with(root.join("words")))
                .filter_map(|entry| Some(entry.path().strip_prefix(&root).ok()?.to_str()?.to_owned()))
                .collect();
            files.sort();
            let mut names: Vec<_> = embedded.iter().map(|(name, _)| (*name).to_owned()).collect();
            names.sort();
            assert_eq!(names, files);
        }
    }
}
