//! The sitemap (sitemaps.org) of all pages that a search engine may list, and where it is found.

use super::SiteFile;
use super::xml::Element;
use crate::link::{Dossier, PageAddress};
use crate::render::addresses;

/// How many addresses one sitemap may list. Names of files are short enough for its other limit, 50 MiB, to be kept with
/// them.
const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The sitemap, in parts where it is long; and `robots.txt`, which names it, where the site is a whole domain: elsewhere
/// nobody reads one. None of them without `base_url`.
pub(super) fn files(dossier: &Dossier) -> Vec<SiteFile<'static>> {
    let Some(base) = &dossier.settings.base_url else { return Vec::new() };
    let urls: Vec<_> = addresses(dossier).iter().filter_map(|page| url(dossier, page)).collect();
    let mut files: Vec<_> =
        in_parts(base, urls, MOST).into_iter().map(|(path, text)| SiteFile::text(path, text)).collect();
    let is_domain = base.split_once("://").is_some_and(|(_, rest)| rest.find('/') == Some(rest.len() - 1));
    if is_domain {
        let robots = format!("Sitemap: {base}sitemap.xml\n");
        files.push(SiteFile::text("robots.txt", robots));
    }
    files
}

/// One sitemap, or an index of several.
fn in_parts(base: &str, urls: Vec<Element>, most: usize) -> Vec<(String, String)> {
    let list = |urls: &[Element]| {
        Element::new("urlset").attribute("xmlns", NAMESPACE).with(urls.iter().cloned()).document()
    };
    if urls.len() <= most {
        return vec![("sitemap.xml".into(), list(&urls))];
    }
    let parts: Vec<_> =
        urls.chunks(most).zip(1..).map(|(part, nth)| (format!("sitemap-{nth}.xml"), list(part))).collect();
    let index = parts
        .iter()
        .map(|(path, _)| Element::new("sitemap").with([Element::of("loc", &format!("{base}{path}"))]));
    let index = Element::new("sitemapindex").attribute("xmlns", NAMESPACE).with(index).document();
    [("sitemap.xml".into(), index)].into_iter().chain(parts).collect()
}

fn url(dossier: &Dossier, page: &PageAddress) -> Option<Element> {
    let shown = match page {
        PageAddress::NotFound | PageAddress::Redirect(..) => return None,
        PageAddress::Home => dossier.home(),
        PageAddress::Index(kind, 1) => dossier.intro(kind),
        PageAddress::Entity(id) => dossier.page(id),
        _ => None,
    };
    let updated = shown.and_then(|page| page.facts().updated.as_ref()?.exact_days());
    let url = Element::new("url").with([Element::of("loc", &dossier.absolute(&dossier.file_of(page))?)]);
    // A month or year would be valid too, but many readers take days alone.
    Some(
        url.with(
            updated
                .filter(|(first, last)| first == last)
                .map(|(day, _)| Element::of("lastmod", &day.to_string())),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sitemap_is_an_index_of_its_parts() {
        let urls = |count: usize| (0..count).map(|n| Element::of("url", &n.to_string())).collect::<Vec<_>>();
        let paths = |count| -> Vec<String> {
            in_parts("https://a.example/", urls(count), 2).into_iter().map(|(path, _)| path).collect()
        };
        assert_eq!(paths(0), ["sitemap.xml"]);
        assert_eq!(paths(2), ["sitemap.xml"]);
        assert_eq!(paths(5), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
        let made = in_parts("https://a.example/", urls(3), 2);
        assert!(made[0].1.contains("<loc>https://a.example/sitemap-2.xml</loc>"), "{}", made[0].1);
        assert!(made[2].1.contains("<url>2</url>") && !made[1].1.contains("<url>2</url>"));
    }
}
