//! What a page shows of itself elsewhere: where somebody shares it, and in programs that follow the dossier.

use serde::Serialize;

use super::viewer::Viewer;
use crate::link::{CALENDAR_FILE, CHANGES_FEED, CORRECTIONS_FEED, Corpus, PageAddress, Resolution};
use crate::parse::facts::PageFacts;

/// What programs show where somebody shares the page (Open Graph).
#[derive(Debug, Clone, Serialize)]
pub struct ShareView {
    /// `website` or `article`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// `en_GB`; none where the dossier's language names no region.
    pub locale: Option<String>,
    /// When the page changed: `2026-11-21T00:00:00Z`; only of articles, and where it is a day beyond doubt.
    pub modified: Option<String>,
    /// The page's picture, where `base_url` is known.
    pub image: Option<ShareImage>,
}

/// A picture for other sites.
#[derive(Debug, Clone, Serialize)]
pub struct ShareImage {
    /// Absolute address.
    pub url: String,
    /// Alternative text; may be empty.
    pub alt: String,
}

/// Something that a reader can follow in a program.
#[derive(Debug, Clone, Serialize)]
pub struct FollowLink {
    /// What it says: "Changes (feed)".
    pub label: String,
    /// Where it is, relative to this page.
    pub href: String,
    /// Its media type.
    #[serde(rename = "type")]
    pub media_type: &'static str,
}

impl Viewer<'_> {
    /// What other programs show of this page.
    pub(super) fn share(&self) -> ShareView {
        let facts = self.shown_page().map(|page| page.facts());
        let article = matches!(self.address, PageAddress::Entity(_));
        let updated = facts.filter(|_| article).and_then(|facts| facts.updated.as_ref());
        ShareView {
            kind: if article { "article" } else { "website" },
            locale: locale(&self.dossier.settings.language),
            modified: updated.and_then(|date| date.timestamp()),
            image: facts.and_then(|facts| self.share_image(facts)),
        }
    }

    fn share_image(&self, facts: &PageFacts) -> Option<ShareImage> {
        let image = facts.image.as_ref()?;
        let Resolution::Attachment(path) = self.dossier.resolve(facts, &image.file.target) else {
            return None;
        };
        let url = self.dossier.absolute(&Corpus::file_of_attachment(path))?;
        Some(ShareImage { url, alt: image.alt.to_string() })
    }

    /// The feeds, which need absolute addresses, and the calendar.
    pub(super) fn follow(&self) -> Vec<FollowLink> {
        const ATOM: &str = "application/atom+xml";
        let changes = &self.dossier.changes;
        let feeds = self.dossier.settings.base_url.is_some();
        let files = [
            (feeds && !changes.pages.is_empty(), "follow-changes", CHANGES_FEED, ATOM),
            (feeds && !changes.corrections.is_empty(), "follow-corrections", CORRECTIONS_FEED, ATOM),
            (changes.has_events, "follow-events", CALENDAR_FILE, "text/calendar"),
        ];
        let there = files.into_iter().filter(|(there, ..)| *there);
        there
            .map(|(_, label, file, media_type)| FollowLink {
                label: self.words.get(label).to_owned(),
                href: self.rooted_file(file),
                media_type,
            })
            .collect()
    }
}

/// A language with its region as Open Graph writes it. A language without one stands for no region.
fn locale(tag: &str) -> Option<String> {
    let mut parts = tag.split('-');
    let language = parts.next()?.to_lowercase();
    // What follows `x` or another single letter is no region.
    let region = parts
        .take_while(|part| part.len() > 1)
        .find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic()))?;
    Some(format!("{language}_{}", region.to_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::locale;

    #[test]
    fn a_locale_needs_a_region() {
        for (tag, expected) in [
            ("en", None),
            ("en-GB", Some("en_GB")),
            ("zh-Hant-tw", Some("zh_TW")),
            ("de-x-ch", None),
            ("es-419", None),
            ("", None),
        ] {
            assert_eq!(locale(tag).as_deref(), expected, "{tag}");
        }
    }
}
