//! The marks that GitHub Pages looks for at the top of a site.

use std::borrow::Cow;
use std::net::IpAddr;

use super::SiteFile;

/// All that there can be.
pub(super) const FILES: [&str; 2] = [NO_JEKYLL, DOMAIN];

/// Without it names that begin with an underscore would be hidden, and the pages run through Jekyll.
const NO_JEKYLL: &str = ".nojekyll";

/// The domain of a site that is published from a branch. Without it each publication would undo the domain that was set.
const DOMAIN: &str = "CNAME";

/// Domains below which hosts give names of their own: for these a domain is nothing to be set.
const HOSTS: [&str; 4] = ["github.io", "gitlab.io", "codeberg.page", "localhost"];

/// The marks of a site for the address `base_url`.
pub(super) fn files<'a>(base_url: Option<&str>) -> Vec<SiteFile<'a>> {
    let mut files = vec![SiteFile::Bytes(NO_JEKYLL.into(), Cow::Borrowed(b"".as_slice()))];
    files.extend(base_url.and_then(own_domain).map(|domain| SiteFile::text(DOMAIN, format!("{domain}\n"))));
    files
}

/// The domain that is the site's own: the whole of it, and no host's.
fn own_domain(base_url: &str) -> Option<&str> {
    let domain = base_url.strip_prefix("https://").or_else(|| base_url.strip_prefix("http://"))?;
    let domain = domain.strip_suffix('/')?;
    let is_name =
        domain.contains('.') && domain.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c));
    let is_of_host = HOSTS.iter().any(|host| {
        domain.strip_suffix(host).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    });
    (is_name && !is_of_host && domain.parse::<IpAddr>().is_err()).then_some(domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_domain_of_ones_own_is_written() {
        for (url, domain) in [
            ("https://dossier.example/", Some("dossier.example")),
            ("http://www.dossier.example/", Some("www.dossier.example")),
            ("https://notgithub.io/", Some("notgithub.io")),
            ("https://dossier.example/crane/", None),
            ("https://name.github.io/", None),
            ("https://name.github.io/dossier/", None),
            ("https://dossier.example:8443/", None),
            ("http://127.0.0.1/", None),
            ("http://localhost/", None),
            ("http://intranet/", None),
            ("https://b\u{fc}ro.example/", None),
        ] {
            assert_eq!(own_domain(url), domain, "{url}");
        }
        assert_eq!(files(None).len(), 1);
        let all = files(Some("https://dossier.example/"));
        assert_eq!(all.iter().map(SiteFile::path).collect::<Vec<_>>(), FILES);
        assert_eq!(all[1], SiteFile::text("CNAME", "dossier.example\n".into()));
    }
}
