//! What is read of copies of each kind, and that nothing brings the reader down.

mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;

use proptest::prelude::*;

use super::*;

/// The blocks of a copy: `p: words`, `h2: words`, and so on.
fn blocks(name: &str, bytes: &[u8]) -> Vec<String> {
    let copy = read_copy(name, bytes).unwrap();
    let kind = |kind| match kind {
        BlockKind::Heading(level) => format!("h{level}"),
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::ListItem => "li".to_owned(),
        BlockKind::Quote => "q".to_owned(),
        BlockKind::Code => "code".to_owned(),
        BlockKind::Row => "row".to_owned(),
    };
    copy.blocks
        .iter()
        .map(|block| format!("{}: {}", kind(block.kind), &copy.text[block.range.clone()]))
        .collect()
}

#[test]
fn plain_text_is_its_own_words_in_stretches_between_blank_lines() {
    let written = "\u{feff}  One,\r\n\ttwo \r\n \r\n\r\nthree\r\r";
    assert_eq!(blocks("a.txt", written.as_bytes()), ["p: One,\n\ttwo", "p: three"]);
    let copy = read_copy("a.txt", written.as_bytes()).unwrap();
    assert_eq!(copy.text, "  One,\n\ttwo \n \n\nthree\n\n");
    assert_eq!(copy.nature, Nature::Text);
}

#[test]
fn paragraphs_are_counted_without_headings() {
    let copy = read_copy("a.md", b"# Head\n\nOne\n\n- two\n\n## More\n\nthree").unwrap();
    let words = |n| copy.paragraph(n).map(|range| &copy.text[range]);
    assert_eq!(
        [words(0), words(1), words(2), words(3), words(4)],
        [None, Some("One"), Some("two"), Some("three"), None]
    );
    let at = |words: &str| copy.paragraph_at(copy.text.find(words).unwrap());
    assert_eq!(
        [at("Head"), at("One"), at("wo"), at("\n\nthree"), at("three")],
        [None, Some(1), Some(2), None, Some(3)]
    );
}

#[test]
fn a_copy_is_told_by_its_name_and_by_its_first_bytes() {
    for (name, bytes, expected) in [
        ("a.txt", &b"words"[..], Ok(Nature::Text)),
        ("a.MD", b"words", Ok(Nature::Markdown)),
        ("a.htm", b"words", Ok(Nature::Html)),
        ("page", b"\n<!DOCTYPE html><p>words", Ok(Nature::Html)),
        ("a.docx", b"PK", Err(CopyProblem::Unsupported)),
        ("a", b"words", Err(CopyProblem::Unsupported)),
        ("a.txt", b"caf\xe9", Err(CopyProblem::NotUtf8)),
        ("a.txt", b"\xff\xfew\0", Err(CopyProblem::NotUtf8)),
        ("a.txt", b" \n", Err(CopyProblem::NoText)),
        ("a.html", b"<script>words</script>", Err(CopyProblem::NoText)),
    ] {
        assert_eq!(read_copy(name, bytes).map(|copy| copy.nature), expected, "{name}");
    }
    assert_eq!(read_copy("a.txt", &vec![b'a'; MAX_COPY_BYTES + 1]), Err(CopyProblem::TooLarge));
}

/// What holds of every text that is read, whatever it is read from.
fn is_sound(copy: &CopyText) {
    let mut end = 0;
    for block in &copy.blocks {
        assert!(block.range.start >= end && !block.range.is_empty());
        assert!(!copy.text[block.range.clone()].trim().is_empty());
        end = block.range.end;
    }
    for n in 1.. {
        let Some(range) = copy.paragraph(n) else { break };
        assert_eq!(copy.paragraph_at(range.start), Some(n));
    }
}

proptest! {
    #[test]
    fn no_bytes_bring_the_reader_down(name in prop::sample::select(vec!["a.txt", "a.md", "a.html", "a.pdf"]), bytes: Vec<u8>) {
        if let Ok(copy) = read_copy(name, &bytes) {
            is_sound(&copy);
        }
    }

    #[test]
    fn no_text_brings_the_reader_down(
        name in prop::sample::select(vec!["a.txt", "a.md", "a.html"]),
        text in "([a-z <>/&;#*>|`\\-\\n\\r\\t]|<p>|</p>|<li>|<pre>|<table>|<tr>|<td>|<br>|<div hidden>|</div>|é|&shy;|\n\n|> |- |```\n){0,60}",
    ) {
        if let Ok(copy) = read_copy(name, text.as_bytes()) {
            is_sound(&copy);
        }
    }
}
