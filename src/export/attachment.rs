//! What of an attachment goes out.

use std::borrow::Cow;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Content, images};
use crate::load;
use crate::text::{ContentPath, Diagnostic, rules};

/// The content of an attachment as it goes out: an image cleaned, anything else as it is.
///
/// # Errors
/// A diagnostic, when it cannot be read, or is an image that cannot be cleaned.
pub(super) fn content(root: &Path, path: &ContentPath) -> Result<Content<'static>, Box<Diagnostic>> {
    let is_image = |opening: &[u8]| images::claims_to_be_image(path.file_name(), opening);
    let Some(bytes) = load::read_attachment(root, path, is_image)? else {
        return Ok(Content::CopyOf(root.join(path.as_str())));
    };
    match images::clean(&bytes) {
        Ok(cleaned) => Ok(Content::Bytes(Cow::Owned(cleaned))),
        Err(problem) => Err(Box::new(
            Diagnostic::new(&rules::links::UNREADABLE_IMAGE, problem.to_string())
                .in_file(path)
                .help("open it and save it anew as JPEG, PNG or WebP; it is not published as it is"),
        )),
    }
}

/// A picture as an address that holds it, cleaned; none where the file is no picture that a browser can show.
///
/// # Errors
/// A diagnostic, when it cannot be read, or is an image that cannot be cleaned.
pub fn picture(root: &Path, path: &ContentPath) -> Result<Option<String>, Box<Diagnostic>> {
    let drawing = path.file_name().to_ascii_lowercase().ends_with(".svg");
    let (media, bytes) = match content(root, path)? {
        Content::Bytes(bytes) => match images::Format::of(&bytes) {
            Some(format) => (format.media_type(), bytes.into_owned()),
            None => return Ok(None),
        },
        // A drawing goes out as it is; shown as an image it can run nothing and ask for nothing.
        Content::CopyOf(_) if drawing => match load::read_attachment(root, path, |_| true)? {
            Some(bytes) => ("image/svg+xml", bytes),
            None => return Ok(None),
        },
        Content::CopyOf(_) => return Ok(None),
    };
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
        assert_eq!(content("chart.svg", b"<svg/>").unwrap(), Content::CopyOf(root.path().join("chart.svg")));

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
        ] {
            let problem = content(name, bytes).unwrap_err();
            assert_eq!(problem.rule.name, "unreadable-image");
            assert_eq!(problem.place.unwrap().path.as_str(), name);
        }
    }
}
