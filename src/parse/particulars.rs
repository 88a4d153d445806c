//! What only some pages have: a picture, a claim's ratings, a source's whereabouts.

use std::sync::Arc;

use super::facts::{ClaimFacts, ImageFacts, MentionKey, MentionRole, SourceFacts};
use super::fields::Text;
use super::page::PageReader;
use super::target::{Address, Destination, Target, address, wikilink};
use crate::model::claim::{self, Status};
use crate::model::estimate::Estimate;
use crate::text::{Diagnostic, rules};

impl PageReader<'_> {
    pub(super) fn image(&mut self) -> Option<ImageFacts> {
        let image = self.fields.text("image");
        let alt = self.fields.words("image_alt");
        let credit = self.fields.words("image_credit");
        let file = self.attachment(&image?, "image")?;
        Some(ImageFacts { file, alt, credit })
    }

    fn attachment(&mut self, text: &Text, field: &str) -> Option<MentionKey> {
        let destination = match text.text.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
            Some(name) => wikilink(name),
            None => match address(&text.text, self.file.path.folder()) {
                Address::Inside(Destination { target: Target::File(path), .. }) => {
                    Destination { target: Target::Attachment(path), heading: None }
                }
                Address::Inside(destination) => destination,
                Address::Outside | Address::Unsafe => {
                    self.fields.invalid(
                        field,
                        text,
                        "the path of a file in the dossier, from this page's folder",
                    );
                    return None;
                }
            },
        };
        let destination = match destination.target {
            Target::Name(name) => Destination { target: Target::AttachmentName(name), heading: None },
            _ => destination,
        };
        Some(self.mentions.add(destination, MentionRole::Attachment, true, text.span))
    }

    pub(super) fn claim(&mut self) -> ClaimFacts {
        let statuses = Status::ALL.map(|status| format!("`{}`", status.word())).join(", ");
        ClaimFacts {
            status: self.fields.one_of("status", &statuses, Status::from_word),
            credibility: self.fields.one_of(
                "credibility",
                "a number from 1 (confirmed) to 6 (cannot be judged)",
                |word| claim::rating(&claim::CREDIBILITY, word).map(Arc::from),
            ),
            likelihood: self.fields.one_of(
                "likelihood",
                "a word of the PHIA yardstick or of ICD-203, such as `likely` or `ICD-203: very likely`",
                Estimate::read,
            ),
        }
    }

    pub(super) fn source(&mut self) -> SourceFacts {
        let url = self.web_address("url");
        let archived = self.web_address("archived");
        let file = self.fields.text("file").and_then(|text| self.attachment(&text, "file"));
        SourceFacts {
            url,
            archived,
            file,
            sha256: self
                .fields
                .one_of("sha256", "the 64 hexadecimal digits that `sha256sum FILE` prints", |word| {
                    (word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit()))
                        .then(|| word.to_ascii_lowercase().into())
                })
                .unwrap_or_else(|| "".into()),
            publish_copy: self.fields.flag("publish_copy").unwrap_or(false),
            rights: self.fields.words("rights"),
            reliability: self.fields.one_of(
                "reliability",
                "a letter from A (completely reliable) to F (cannot be judged)",
                |word| claim::rating(&claim::RELIABILITY, word).map(Arc::from),
            ),
        }
    }

    fn web_address(&mut self, field: &str) -> Arc<str> {
        let Some(text) = self.fields.text(field) else { return "".into() };
        let web = text.text.starts_with("https://") || text.text.starts_with("http://");
        if web && address(&text.text, "content") == Address::Outside {
            return text.text;
        }
        let diagnostic =
            Diagnostic::new(&rules::body::UNSAFE_ADDRESS, format!("`{}` is not a web address", text.text))
                .at(&self.file.path, text.span)
                .help("write an address that begins with `https://` or `http://`");
        self.fields.diagnostics.push(diagnostic);
        "".into()
    }
}
