//! What of an attachment goes out.
//!
//! A picture goes out cleaned ([`images`], [`drawing`]) or not at all. Documents that a browser would run go out under a
//! name by which they are text ([`Corpus::file_of_attachment`](crate::link::Corpus::file_of_attachment)), byte for byte,
//! so that their hash is that of the copy. Everything else is copied as it is.

use std::borrow::Cow;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Content, drawing, images};
use crate::load;
use crate::model::attachment::{goes_out_as_text, is_known_by_name, looks_like_document};
use crate::text::{ContentPath, Diagnostic, rules};

/// The largest picture that is read to clean it, in bytes.
const MAX_IMAGE_BYTES: u64 = 256 * 1024 * 1024;

/// What has to be done with an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nature {
    Image,
    Drawing,
    /// What a browser that looks into it would open as a document, under a name that does not say so.
    Disguised,
    Other,
}

/// The content of an attachment as it goes out: a picture cleaned, anything else as it is.
///
/// # Errors
/// A diagnostic, when it cannot be read, or is a picture that cannot be cleaned, or a document under a name that does
/// not say so.
pub(super) fn content(root: &Path, path: &ContentPath) -> Result<Content<'static>, Box<Diagnostic>> {
    let mut nature = Nature::Other;
    let read = load::read_attachment(root, path, |opening| {
        nature = nature_of(path.file_name(), opening);
        match nature {
            Nature::Image => Some(MAX_IMAGE_BYTES),
            Nature::Drawing => Some(drawing::MAX_BYTES),
            Nature::Disguised | Nature::Other => None,
        }
    })?;
    let refused = |reason: String, help: &'static str| {
        Box::new(Diagnostic::new(&rules::links::UNREADABLE_IMAGE, reason).in_file(path).help(help))
    };
    match (nature, read) {
        (Nature::Disguised, _) => Err(Box::new(
            Diagnostic::new(
                &rules::links::DISGUISED_DOCUMENT,
                "this file begins as HTML or XML does, and its name does not say so",
            )
            .in_file(path)
            .help("give it the ending `.html` or `.xml`, then it goes out as text; or keep it in"),
        )),
        (Nature::Drawing, Some(bytes)) => drawing::clean(&bytes)
            .map(|cleaned| Content::Bytes(Cow::Owned(cleaned.into_bytes())))
            .map_err(|problem| refused(problem.to_string(), problem.help)),
        (_, Some(bytes)) => {
            images::clean(&bytes).map(|cleaned| Content::Bytes(Cow::Owned(cleaned))).map_err(|problem| {
                let help = "open it and save it anew as JPEG, PNG or WebP; it is not published as it is";
                refused(problem.to_string(), help)
            })
        }
        (_, None) => Ok(Content::CopyOf(root.join(path.as_str()))),
    }
}

fn nature_of(name: &str, opening: &[u8]) -> Nature {
    match () {
        () if images::claims_to_be_image(name, opening) => Nature::Image,
        () if goes_out_as_text(name) => Nature::Other,
        () if drawing::claims_to_be_drawing(name, opening) => Nature::Drawing,
        () if !is_known_by_name(name) && looks_like_document(opening) => Nature::Disguised,
        () => Nature::Other,
    }
}

/// A picture as an address that holds it, cleaned; none where the file is no picture that a browser can show.
///
/// # Errors
/// A diagnostic, when it cannot be read, or is a picture that cannot be cleaned.
pub fn picture(root: &Path, path: &ContentPath) -> Result<Option<String>, Box<Diagnostic>> {
    let Content::Bytes(bytes) = content(root, path)? else { return Ok(None) };
    let media = images::Format::of(&bytes).map_or("image/svg+xml", images::Format::media_type);
    Ok(Some(format!("data:{media};base64,{}", STANDARD.encode(bytes))))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests lay out a dossier")]
mod tests {
    use super::*;

    #[test]
    fn what_claims_to_be_an_image_is_cleaned_or_refused_and_the_rest_is_copied() {
        let root = tempfile::tempdir().unwrap();
        let content = |name: &str, bytes: &[u8]| {
            std::fs::write(root.path().join(name), bytes).unwrap();
            super::content(root.path(), &ContentPath::new(name))
        };
        assert_eq!(content("notes.txt", b"words").unwrap(), Content::CopyOf(root.path().join("notes.txt")));
        assert_eq!(content("page.html", b"<p>").unwrap(), Content::CopyOf(root.path().join("page.html")));
        assert_eq!(content("list.csv", b"<p>").unwrap(), Content::CopyOf(root.path().join("list.csv")));
        for name in ["page", "page.dat", "page.xyz"] {
            assert_eq!(content(name, b" <p>").unwrap_err().rule.name, "disguised-document");
        }
        let drawing = b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'><script/></svg>";
        let cleaned = Content::Bytes(Cow::Borrowed(b"<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n"));
        for name in ["chart.svg", "CHART.SVG", "chart", "chart.dat"] {
            assert_eq!(content(name, drawing).unwrap(), cleaned, "{name}");
        }

        let whole = [images::samples::jpeg().as_slice(), b"and a canary"].concat();
        let cleaned = Content::Bytes(Cow::Owned(images::samples::jpeg()));
        assert_eq!(content("whole.jpg", &whole).unwrap(), cleaned);
        assert_eq!(content("named-wrongly.PNG", &whole).unwrap(), cleaned);
        assert_eq!(content("not-named-at-all", &whole).unwrap(), cleaned);

        for (name, bytes) in [
            ("broken.bin", &whole[..40]),
            ("phone.jpeg", b"....ftypheic".as_slice()),
            ("empty.webp", b""),
            ("a.HEIC", b"?"),
            ("scan", b"II*\0"),
            ("chart.svg", b"<svg"),
            ("chart.svgz", b"\x1F\x8B"),
        ] {
            let problem = content(name, bytes).unwrap_err();
            assert_eq!(problem.rule.name, "unreadable-image");
            assert_eq!(problem.place.unwrap().path.as_str(), name);
        }
    }
}
