//! Files of others: pictures, and bibliographies.

use redstring::citation::import;
use redstring::export::images;
use redstring::model::Settings;
use redstring::parse::parse_page;

use super::dossier::{file, have_places};
use super::text;

/// A picture: what was cleaned is clean.
pub fn images(data: &[u8]) {
    let claims = images::claims_to_be_image("scan", data);
    if let Ok(cleaned) = images::clean(data) {
        assert!(claims, "cleaned, and yet no image");
        assert!(cleaned.len() <= data.len() + 100, "it grew");
        assert_eq!(images::clean(&cleaned).as_ref(), Ok(&cleaned), "cleaned again, it is another");
    }
}

/// A BibTeX file: each entry becomes a page that can be read, whatever its fields hold.
pub fn bibtex(data: &[u8]) {
    let Some(text) = text(data) else { return };
    match import::sources(text) {
        Ok(sources) => {
            for source in sources {
                let page = file("content/sources/source.md", &source.text);
                let parsed = parse_page(&page, &Settings::default());
                have_places(&parsed.diagnostics, std::slice::from_ref(&page));
                let fault = |rule: &str| parsed.diagnostics.iter().find(|found| found.rule.name == rule);
                for rule in ["invalid-front-matter", "unclosed-comment", "duplicate-field"] {
                    assert!(fault(rule).is_none(), "{:?} in\n{}", fault(rule), page.text);
                }
                assert!(
                    parsed.value.body_text().trim().is_empty(),
                    "a field goes out as text:\n{}",
                    page.text
                );
            }
        }
        Err(error) => {
            assert!(text.is_char_boundary(error.offset) && !error.message.is_empty(), "{error:?}");
        }
    }
}
