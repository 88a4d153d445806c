//! What a link points at, as written, before anyone knows whether it exists.

use std::fmt;
use std::sync::Arc;

/// What a link inside the dossier points at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A name to be looked up: id, title or alias, as written.
    Name(Arc<str>),
    /// A Markdown file of the dossier: `content/people/ian-levy.md`.
    File(Arc<str>),
    /// Another file of the dossier: `content/people/portrait.jpg`.
    Attachment(Arc<str>),
    /// An attachment by its name alone, wherever it lies: `portrait.jpg`.
    AttachmentName(Arc<str>),
    /// The page itself: `#heading`.
    Here,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(text) | Self::File(text) | Self::Attachment(text) | Self::AttachmentName(text) => {
                f.write_str(text)
            }
            Self::Here => f.write_str("this page"),
        }
    }
}

/// A target with the heading it names, if any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// The page or file.
    pub target: Target,
    /// The heading, as written after `#`.
    pub heading: Option<Arc<str>>,
}

/// Where an address written in Markdown leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// Into the dossier.
    Inside(Destination),
    /// Out of it, by a scheme that is safe to publish.
    Outside,
    /// Out of it, by a scheme that is not.
    Unsafe,
}

/// Schemes that only lead somewhere, and never run anything.
const SAFE_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Extensions by which a wikilink is known to mean a file and not a page.
const ATTACHMENT_EXTENSIONS: [&str; 25] = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "pdf", "csv", "tsv", "txt", "json", "xml", "html",
    "htm", "mp3", "wav", "ogg", "mp4", "webm", "zip", "xlsx", "docx", "odt", "ods",
];

/// The destination of `[[target#heading]]`.
#[must_use]
pub fn wikilink(written: &str) -> Destination {
    // In a table the label's bar is written `\|`, and the backslash stays with the name.
    let written = written.strip_suffix('\\').unwrap_or(written).trim();
    let (name, heading) = match written.split_once('#') {
        Some((name, heading)) => (name.trim(), Some(heading.trim().into())),
        None => (written, None),
    };
    let target = if name.is_empty() {
        Target::Here
    } else if has_attachment_extension(name) {
        if name.contains('/') {
            Target::Attachment(below_content(name.trim_start_matches('/')))
        } else {
            Target::AttachmentName(name.into())
        }
    } else if let Some(path) =
        name.contains('/').then(|| name.trim_start_matches('/').trim_end_matches(".md"))
    {
        Target::File(below_content(&format!("{path}.md")))
    } else {
        Target::Name(name.trim_end_matches(".md").into())
    };
    Destination { target, heading }
}

/// Where an ordinary Markdown address leads, written in a file of `folder` (`content/people`).
#[must_use]
pub fn address(written: &str, folder: &str) -> Address {
    if let Some(scheme) = scheme(written) {
        let safe = SAFE_SCHEMES.contains(&scheme.as_str());
        return if safe { Address::Outside } else { Address::Unsafe };
    }
    if written.starts_with("//") || written.starts_with("\\") {
        return Address::Unsafe;
    }
    let (path, heading) = match written.split_once('#') {
        Some((path, heading)) => (path, Some(decode(heading).into())),
        None => (written, None),
    };
    let path = decode(path.split('?').next().unwrap_or(path));
    if path.is_empty() {
        return Address::Inside(Destination { target: Target::Here, heading });
    }
    let path = match path.strip_prefix('/') {
        Some(absolute) => normalise("content", absolute),
        None => normalise(folder, &path),
    };
    let target = match path {
        // A path that leads out of the dossier names nothing in it; as written it can be reported.
        None => Target::Attachment(written.into()),
        Some(path) if path.to_ascii_lowercase().ends_with(".md") => Target::File(path.into()),
        Some(path) => Target::Attachment(path.into()),
    };
    Address::Inside(Destination { target, heading })
}

/// The scheme of an address (RFC 3986 §3.1), in lower case. White space and control characters that browsers
/// ignore inside a scheme are ignored here as well, so that `java\nscript:` is seen for what it is.
fn scheme(written: &str) -> Option<String> {
    let bare: String = written
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .take_while(|c| !"/?#".contains(*c))
        .collect();
    let (scheme, _) = bare.split_once(':')?;
    let letters = scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    // Anything before a colon that is no plain path is treated as a scheme, and so as unsafe.
    Some(if letters { scheme.to_ascii_lowercase() } else { String::from("?") })
}

fn has_attachment_extension(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, extension)| ATTACHMENT_EXTENSIONS.iter().any(|e| e.eq_ignore_ascii_case(extension)))
}

fn below_content(path: &str) -> Arc<str> {
    let path = path.strip_prefix("content/").unwrap_or(path);
    format!("content/{path}").into()
}

/// `path` seen from `folder`, with `.` and `..` worked out; `None` where it would leave `content/`.
fn normalise(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
                parts.first()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Percent-decoding (RFC 3986 §2.1); what does not decode to UTF-8 stays as written.
fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(written: &str) -> Target {
        match address(written, "content/people") {
            Address::Inside(destination) => destination.target,
            other => panic!("{written}: {other:?}"),
        }
    }

    #[test]
    fn relative_addresses_are_seen_from_their_folder() {
        assert_eq!(inside("ian-levy.md"), Target::File("content/people/ian-levy.md".into()));
        assert_eq!(inside("../events/a%20b.md#x"), Target::File("content/events/a b.md".into()));
        assert_eq!(inside("/method.md"), Target::File("content/method.md".into()));
        assert_eq!(inside("./p.jpg?raw=1"), Target::Attachment("content/people/p.jpg".into()));
        assert_eq!(inside("#top"), Target::Here);
        assert_eq!(inside("../../../etc/passwd"), Target::Attachment("../../../etc/passwd".into()));
    }

    #[test]
    fn only_harmless_schemes_lead_out() {
        for written in ["https://a.example/x.md", "HTTP://a", "mailto:a@b.example", "tel:+44"] {
            assert_eq!(address(written, "content"), Address::Outside, "{written}");
        }
        for written in [
            "javascript:alert(1)",
            "java\nscript:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example",
            "x y:z",
        ] {
            assert_eq!(address(written, "content"), Address::Unsafe, "{written}");
        }
    }

    #[test]
    fn wikilinks_name_pages_files_and_headings() {
        assert_eq!(wikilink("NCSC").target, Target::Name("NCSC".into()));
        assert_eq!(wikilink("ncsc\\").target, Target::Name("ncsc".into()));
        assert_eq!(wikilink("ncsc#History").heading.as_deref(), Some("History"));
        assert_eq!(wikilink("#History").target, Target::Here);
        assert_eq!(wikilink("people/ian-levy").target, Target::File("content/people/ian-levy.md".into()));
        assert_eq!(wikilink("chart.PNG").target, Target::AttachmentName("chart.PNG".into()));
        assert_eq!(
            wikilink("Smith v. Jones, no. 4.5").target,
            Target::Name("Smith v. Jones, no. 4.5".into())
        );
    }
}
