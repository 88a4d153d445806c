//! PDF copies, made here: a few objects, and no table of them, which the reader makes itself.

use proptest::prelude::*;

use super::super::{CopyProblem, Nature, read_copy};
use super::blocks;

const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/// A PDF of one page for each content, with a font `F` and a form `X`.
fn pdf(pages: &[&str], form: &str) -> Vec<u8> {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 5 + 2 * n)).collect();
    objects.push(format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()));
    objects.push(FONT.to_owned());
    let resources = "/Resources << /Font << /F 3 0 R >> /XObject << /X 4 0 R >> >>";
    objects.push(format!(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] {resources} /Length {} >>\nstream\n{form}\nendstream",
        form.len()
    ));
    for (n, content) in pages.iter().enumerate() {
        objects.push(format!("<< /Type /Page /Parent 2 0 R {resources} /Contents {} 0 R >>", 6 + 2 * n));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (n, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let start = file.len();
    file.push_str(&table);
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

fn check(content: &str, expected: &[&str]) {
    assert_eq!(blocks("copy.pdf", &pdf(&[content], "")), expected, "{content}");
}

#[test]
fn lines_and_paragraphs_are_told_from_steps() {
    check(
        "BT /F 10 Tf 72 700 Td (First line) Tj 0 -12 Td (and second.) Tj 0 -12 Td (Third.) Tj 0 -20 Td (A new one) Tj \
         0 -12 Td (ends here.) Tj ET",
        &["p: First line\nand second.\nThird.", "p: A new one\nends here."],
    );
    check(
        "BT /F 20 Tf 72 700 Td (Head) Tj /F 10 Tf 0 -12 Td (Words) Tj 12 TL (more) ' ET",
        &["p: Head", "p: Words\nmore"],
    );
}

#[test]
fn spaces_are_told_from_gaps() {
    check("BT /F 10 Tf 72 700 Td [(W) 80 (or) -20 (ds) -300 (apart)] TJ ET", &["p: Words apart"]);
    check(
        "BT /F 10 Tf 1 0 0 1 72 700 Tm (ab) Tj 1 0 0 1 82 700 Tm (c) Tj 1 0 0 1 95 700 Tm (d) Tj ET",
        &["p: abc d"],
    );
    check("BT /F 10 Tf 72 700 Td (raised) Tj 4 Ts /F 6 Tf (1) Tj ET", &["p: raised1"]);
}

#[test]
fn a_turned_page_and_a_scaled_one_read_like_any_other() {
    check("0 1 -1 0 600 0 cm BT /F 10 Tf 72 700 Td (One) Tj 0 -12 Td (two) Tj ET", &["p: One\ntwo"]);
    check("q 0.1 0 0 0.1 0 0 cm BT /F 100 Tf 720 7000 Td (One) Tj 0 -120 Td (two) Tj ET Q", &["p: One\ntwo"]);
}

#[test]
fn letters_are_what_the_encoding_of_the_font_says() {
    check("BT /F 10 Tf 72 700 Td (caf\\351 \\223x\\224) Tj ET", &["p: café “x”"]);
}

#[test]
fn drawings_inside_drawings_are_followed_but_not_for_ever() {
    let file = pdf(&["/X Do", "BT /F 10 Tf (Page two) Tj ET"], "BT /F 10 Tf 0 700 Td (Nested) Tj ET");
    assert_eq!(blocks("copy.pdf", &file), ["p: Nested", "p: Page two"]);
    let endless = pdf(&["/X Do"], "BT /F 10 Tf 0 700 Td (Nested) Tj ET /X Do /X Do /X Do");
    assert!(read_copy("copy.pdf", &endless).is_ok());
}

#[test]
fn a_pdf_is_told_by_its_bytes_and_one_without_words_or_sense_is_refused() {
    let file = pdf(&["BT /F 10 Tf (Words) Tj ET"], "");
    assert_eq!(read_copy("report.txt", &file).map(|copy| copy.nature), Ok(Nature::Pdf));
    assert_eq!(read_copy("scan.pdf", &pdf(&["0 0 10 10 re f"], "")), Err(CopyProblem::NoText));
    for bytes in [&b"words"[..], b"%PDF-1.4\n", b"%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>startxref\n4%%EOF"] {
        let read = read_copy("copy.pdf", bytes);
        assert!(matches!(read, Err(CopyProblem::Malformed(_) | CopyProblem::NoText)), "{read:?}");
    }
}

proptest! {
    #[test]
    fn no_damage_brings_the_reader_down(cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut file = pdf(&["BT /F 10 Tf 72 700 Td [(Words) -300 (here)] TJ ET /X Do"], "q BT /F 9 Tf (more) Tj ET Q");
        for (at, byte) in cuts {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let _ = read_copy("copy.pdf", &file);
    }

    #[test]
    fn no_instructions_bring_the_reader_down(content in "(BT |ET |q |Q |/F 1 Tf |/X Do |[0-9]{1,3} |-[0-9]{1,9} |\\(a b\\) Tj |T\\* |Td |Tm |cm |' |\\[\\(a\\) -9 \\(b\\)\\] TJ |<41|> ){0,40}") {
        let _ = read_copy("copy.pdf", &pdf(&[&content], &content));
    }
}
