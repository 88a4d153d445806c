//! Whether git keeps what is private, for a place that looks public.
//!
//! The site does not show it, but the repository does: every file, and every earlier version. The library knows nothing of
//! git; this looks from outside, and only where there is a repository at all.

use std::collections::BTreeSet;
use std::path::Path;

use super::git::ask;
use crate::pipeline::Edition;
use crate::text::{Diagnostic, Severity, rules};

/// Places where anybody may have a repository, and where most are public.
const PUBLIC_HOSTS: [&str; 8] = [
    "github.com",
    "gitlab.com",
    "codeberg.org",
    "bitbucket.org",
    "git.sr.ht",
    "gitea.com",
    "framagit.org",
    "notabug.org",
];

/// What git keeps of what does not go out, if a remote looks public. Nothing of it is named: the log may be public too.
pub(super) fn tracked_private(root: &Path, edition: &Edition) -> Option<Diagnostic> {
    let settings = &edition.material.dossier.settings;
    let rule = &rules::site::TRACKED_PRIVATE;
    let severity = settings.severities.get(rule.name).copied().unwrap_or(rule.severity);
    let root = root.canonicalize().ok()?;
    // Asked of the disk first: most machines that check thousands of dossiers have no repository, and git takes its time.
    if severity == Severity::Off || !root.ancestors().any(|folder| folder.join(".git").exists()) {
        return None;
    }
    let host = public_host(&root)?;
    let tracked = ask(&root, &["ls-files", "-z", "--", "content"])?;
    let dossier = &edition.material.dossier;
    let mut goes_out: BTreeSet<&str> = dossier.pages().map(|page| page.facts().path.as_str()).collect();
    goes_out.extend(dossier.outgoing.attachments.iter().map(|path| path.as_str()));
    let stays = tracked.split('\0').filter(|path| !path.is_empty() && !goes_out.contains(path));
    let visible = stays.filter(|path| !path.split('/').any(|part| part.starts_with('.')));
    let (pages, files): (Vec<_>, Vec<_>) = visible.partition(|path| path.ends_with(".md"));
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    };
    let kept = [counted(pages.len(), "page", "pages"), counted(files.len(), "other file", "other files")];
    let kept: Vec<_> = kept.into_iter().flatten().collect();
    if kept.is_empty() {
        return None;
    }
    let message = format!(
        "git keeps {} that do not go out, for a remote that looks public ({host})",
        kept.join(" and ")
    );
    let mut diagnostic = Diagnostic::new(rule, message)
        .private(true)
        .help("who can read the repository can read them, and every earlier version of them: keep them elsewhere, or publish the site from a private folder with `redstring publish`")
        .help("if the repository is private, say so in site.toml: `[rules]`, `tracked-private = \"off\"`");
    diagnostic.severity = severity;
    Some(diagnostic)
}

/// The first host of a remote that looks public.
fn public_host(root: &Path) -> Option<&'static str> {
    let urls = ask(root, &["config", "--get-regexp", r"^remote\..*\.(push)?url$"])?;
    PUBLIC_HOSTS.into_iter().find(|host| {
        urls.lines().filter_map(|line| line.split_once(' ')).any(|(_, url)| host_of(url) == Some(*host))
    })
}

/// The host of a remote's address: `https://host/…`, `ssh://git@host:22/…`, `git@host:…`.
fn host_of(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split('/').next()?;
    let host = authority.rsplit('@').next()?;
    Some(host.split(':').next()?.trim_start_matches("www."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_every_form_of_address_is_found() {
        for url in [
            "https://github.com/name/dossier.git",
            "https://user:token@github.com/name/dossier",
            "ssh://git@github.com:22/name/dossier.git",
            "git@github.com:name/dossier.git",
            "git://github.com/name/dossier",
        ] {
            assert_eq!(host_of(url), Some("github.com"), "{url}");
        }
        for url in
            ["/srv/github.com/x.git", "../github.com", "https://github.com.evil.example/x", "git@work:x"]
        {
            assert_ne!(host_of(url), Some("github.com"), "{url}");
        }
    }
}
