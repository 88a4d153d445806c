//! Bytes → text: UTF-8 or nothing.

use crate::text::{Checked, ContentFile, ContentPath, Diagnostic, rules};

/// The text of a file: without its byte-order mark, with `\r\n` and lone `\r` as `\n`; `None` (and why) where the
/// bytes are not UTF-8.
pub(super) fn decode(path: &ContentPath, bytes: Vec<u8>) -> Checked<Option<ContentFile>> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Checked::new(None, vec![not_utf_8(path, &error)]),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
    Checked::clean(Some(ContentFile { path: path.clone(), text }))
}

fn not_utf_8(path: &ContentPath, error: &std::string::FromUtf8Error) -> Diagnostic {
    let bytes = error.as_bytes();
    let at = error.utf8_error().valid_up_to();
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let from = if wide { "UTF-16" } else { "WINDOWS-1252" };
    Diagnostic::new(
        &rules::files::NOT_UTF_8,
        format!(
            "this file is not UTF-8: byte {at} (line {line}) is 0x{:02x}",
            bytes.get(at).copied().unwrap_or(0)
        ),
    )
    .in_file(path)
    .help(format!("save it as UTF-8; `iconv -f {from} -t UTF-8` converts it, if {from} is what it is"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_line_ends_do_not_reach_the_text() {
        let file = decode(&ContentPath::new("a.md"), b"\xef\xbb\xbfa\r\nb\rc\n".to_vec());
        assert_eq!(&*file.value.unwrap().text, "a\nb\nc\n");
        assert!(file.diagnostics.is_empty());
    }

    #[test]
    fn other_encodings_are_refused_with_their_place() {
        let file = decode(&ContentPath::new("a.md"), b"one\nJos\xe9\n".to_vec());
        assert!(file.value.is_none());
        assert_eq!(file.diagnostics[0].message, "this file is not UTF-8: byte 7 (line 2) is 0xe9");
    }
}
