//! What goes out beside the pages that people wrote: former addresses and attachments, each under a path of its own.
//!
//! On some disks two paths that differ only in case or Unicode form are one file. So every path is claimed here, with
//! its folders, before anything is written; what cannot have its path is reported and left out.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;

use super::address::PageAddress;
use super::corpus::Corpus;
use super::identity::RESERVED_PAGES;
use super::resolution::Resolution;
use crate::load::unsafe_name;
use crate::model::{EntityId, vocabulary};
use crate::parse::facts::MentionRole;
use crate::text::{Checked, ContentPath, Diagnostic, HashMap, rules};

/// Former addresses and attachments that go out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// Former addresses and the pages they lead to, in page order.
    pub redirects: Vec<(Arc<str>, EntityId)>,
    /// The attachments that a published page uses; no other goes out.
    pub attachments: BTreeSet<ContentPath>,
}

/// Gather what goes out.
#[must_use]
pub(super) fn gather(corpus: &Corpus) -> Checked<Outgoing> {
    let mut paths = Paths::default();
    for page in corpus.pages() {
        // Pages of one path have been reported as such.
        let _ = paths.claim(&corpus.file_of(&PageAddress::Entity(page.facts().id.clone())));
    }
    let mut outgoing = Outgoing::default();
    let mut diagnostics = Vec::new();
    for page in corpus.pages() {
        let facts = page.facts();
        for from in &facts.redirects_from {
            let problem = if is_redirect_path(from) {
                paths.claim(from).err().map(|earlier| taken(from, &earlier))
            } else {
                Some(format!("`{from}` cannot be a former address"))
            };
            match problem {
                None => outgoing.redirects.push((from.clone(), facts.id.clone())),
                Some(message) => diagnostics.push(
                    Diagnostic::new(&rules::identity::OUTPUT_CLASH, message).in_file(&facts.path).help(
                        "write the former path from the site's top, ending in `.html`: `people/levy.html`",
                    ),
                ),
            }
        }
    }
    for path in used_attachments(corpus) {
        match paths.claim(&Corpus::file_of_attachment(path)) {
            Ok(()) => {
                outgoing.attachments.insert(path.clone());
            }
            Err(earlier) => diagnostics.push(
                Diagnostic::new(
                    &rules::identity::OUTPUT_CLASH,
                    taken(&Corpus::file_of_attachment(path), &earlier),
                )
                .in_file(path)
                .help("rename the file, or its folder"),
            ),
        }
    }
    Checked::new(outgoing, diagnostics)
}

fn taken(path: &str, earlier: &str) -> String {
    if path == earlier {
        format!("`{path}` is already an address of the site")
    } else {
        format!("`{path}` and `{earlier}` would be one file on some disks")
    }
}

/// The attachments that a published page uses.
fn used_attachments(corpus: &Corpus) -> BTreeSet<&ContentPath> {
    let mut used = BTreeSet::new();
    for page in corpus.pages() {
        let facts = page.facts();
        for mention in facts.mentions.iter().filter(|mention| mention.role == MentionRole::Attachment) {
            if let Resolution::Attachment(path) = corpus.resolve(facts, &mention.key.target) {
                used.insert(path);
            }
        }
    }
    used
}

/// Whether a former address is one that can be written: a relative `.html` path that stays in the site and out of
/// what Redstring makes there itself.
fn is_redirect_path(path: &str) -> bool {
    let lower = path.to_lowercase();
    let parts: Vec<_> = lower.split('/').collect();
    let Some((name, folders)) = parts.split_last() else { return false };
    let first = folders.first().copied().unwrap_or_default();
    path.ends_with(".html")
        && parts
            .iter()
            .all(|part| !part.is_empty() && !part.starts_with('.') && unsafe_name(Some(part)).is_none())
        && folders.iter().all(|folder| !folder.ends_with(".html"))
        && !vocabulary::RESERVED_FOLDERS.contains(&first)
        && !(folders.is_empty() && RESERVED_PAGES.contains(&name.trim_end_matches(".html")))
        && !(folders.len() == 1 && ["index.html", "by-date.html"].contains(name))
        && !is_of_list(name, folders.len())
}

/// Whether a list that goes over several pages could have one of this name.
fn is_of_list(name: &str, folders: usize) -> bool {
    let number = name.strip_prefix("page-").and_then(|rest| rest.strip_suffix(".html"));
    let numbered = number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    (folders > 0 && numbered)
        || (folders > 1 && ["backlinks.html", "relations.html", "timeline.html"].contains(&name))
}

/// The paths that are taken, with the folders above them, in the form in which they clash.
#[derive(Debug, Default)]
struct Paths(HashMap<String, (String, bool)>);

impl Paths {
    /// Take a path for a file, or say what is in its way.
    fn claim(&mut self, path: &str) -> Result<(), String> {
        let folders = || path.match_indices('/').map(|(end, _)| (&path[..end], false));
        for (name, is_file) in folders().chain([(path, true)]) {
            if let Some((earlier, was_file)) = self.0.get(&*folded(name))
                && (is_file || *was_file || earlier != name)
            {
                return Err(earlier.clone());
            }
        }
        for (name, is_file) in folders().chain([(path, true)]) {
            let key = folded(name);
            if !self.0.contains_key(&*key) {
                self.0.insert(key.into_owned(), (name.to_owned(), is_file));
            }
        }
        Ok(())
    }
}

fn folded(path: &str) -> Cow<'_, str> {
    if path.is_ascii() {
        let capitals = path.bytes().any(|byte| byte.is_ascii_uppercase());
        return if capitals { Cow::Owned(path.to_ascii_lowercase()) } else { Cow::Borrowed(path) };
    }
    UniCase::new(path.nfc().collect::<String>()).to_folded_case().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_addresses_stay_in_the_site_and_out_of_what_is_made_there() {
        for path in [
            "people/levy.html",
            "people/page-me.html",
            "page-2.html",
            "people/timeline.html",
            "old/deep/levy.html",
            "Levy.html",
            "été.html",
        ] {
            assert!(is_redirect_path(path), "{path}");
        }
        for path in [
            "",
            "levy",
            "/levy.html",
            "../levy.html",
            "a//b.html",
            ".a/b.html",
            "index.html",
            "INDEX.html",
            "people/Index.html",
            "people/by-date.html",
            "people/index/page-2.html",
            "people/ian-levy/backlinks.html",
            "tags/x.html",
            "ledger.html",
            "ledger/x.html",
            "Pagefind/x.html",
            "con.html",
            "a?b.html",
            "a\\b.html",
            "levy.html/b.html",
            "http://x.html",
        ] {
            assert!(!is_redirect_path(path), "{path}");
        }
    }

    #[test]
    fn what_some_disks_hold_for_one_file_clashes() {
        let mut paths = Paths::default();
        for (path, expected) in [
            ("people/a.html", None),
            ("people/b.html", None),
            ("People/c.html", Some("people")),
            ("people/A.html", Some("people/a.html")),
            ("people/a.html/x.html", Some("people/a.html")),
            ("people", Some("people")),
            ("people/e\u{301}.html", None),
            ("people/\u{e9}.html", Some("people/e\u{301}.html")),
        ] {
            assert_eq!(paths.claim(path).err().as_deref(), expected, "{path}");
        }
    }
}
