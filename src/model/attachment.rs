//! What browsers and web servers make of an attachment, by the ending of its name.

/// Files that a browser runs when they are opened at the site's address, and those that a web server may run.
const RUN: &[&str] = &[
    // Documents with scripts.
    "htm", "html", "xhtml", "xht", "xhtm", "shtml", "shtm", "stm", "mht", "mhtml", "eml", "hta", "htc",
    // XML in general: with one namespace it holds scripts, with one instruction a style sheet.
    "xml", "xsl", "xslt", "xsd", "rdf", "owl", "rss", "atom", "kml", "gpx", "gml", "xul", "xbl", "mml",
    "mathml", "opml", "wsdl", "plist", "tei", "jspx", // Scripts.
    "js", "mjs", "cjs", "jsx", "vbs", "wsf", // What a server may run before it answers.
    "php", "php3", "php4", "php5", "php7", "php8", "phps", "phtml", "phar", "cgi", "fcgi", "pl", "py", "rb",
    "asp", "aspx", "ashx", "asmx", "jsp", "cfm", "lua", "config",
];

/// Files whose names every browser and server takes for what they are, so that nobody looks into them to find out.
const KNOWN: &[&str] = &[
    "txt", "csv", "tsv", "json", "geojson", "jsonl", "log", "vtt", "ics", "pdf", "png", "jpg", "jpeg", "gif",
    "webp", "svg", "mp3", "mp4", "m4a", "m4v", "ogg", "oga", "ogv", "opus", "wav", "webm", "mov", "zip",
    "gz", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "epub", "css",
];

/// Whether a file of this name would run where it is opened, and therefore goes out as text.
#[must_use]
pub fn goes_out_as_text(name: &str) -> bool {
    ends_in(name, RUN)
}

/// Whether a file of this name is taken for what its name says, whatever it holds.
#[must_use]
pub fn is_known_by_name(name: &str) -> bool {
    ends_in(name, KNOWN)
}

/// Whether a file that begins so is a document to a browser that looks into it (after the WHATWG's "MIME Sniffing",
/// which knows fewer beginnings).
#[must_use]
pub fn looks_like_document(opening: &[u8]) -> bool {
    let opening = opening.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(opening);
    match opening.trim_ascii_start() {
        [] => !opening.is_empty(),
        [b'<', next, ..] => next.is_ascii_alphabetic() || b"!?/".contains(next),
        _ => false,
    }
}

fn ends_in(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    endings.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_is_known_by_its_ending() {
        for name in ["a.html", "A.XHTML", "b.tar.js", ".htm", "x.xml", "x.php"] {
            assert!(goes_out_as_text(name), "{name}");
        }
        for name in ["a.html.txt", "html", "a.pdf", "a.", "a.svg", "letter of html"] {
            assert!(!goes_out_as_text(name), "{name}");
        }
    }

    #[test]
    fn documents_are_known_by_their_beginning() {
        for opening in ["<!doctype html>", " \n\t<HTML>", "\u{feff}<?xml", "<a", "</p>", "   "] {
            assert!(looks_like_document(opening.as_bytes()), "{opening}");
        }
        for opening in ["", "< b", "<3", "words <b>", "{}", "\0<html>"] {
            assert!(!looks_like_document(opening.as_bytes()), "{opening}");
        }
    }
}
