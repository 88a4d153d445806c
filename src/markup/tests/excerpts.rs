use super::dossier;
use crate::markup::excerpt;
use crate::model::EntityId;
use crate::parse::facts::MentionKey;
use crate::parse::target::Target;

const NCSC: (&str, &str) = ("organisations/ncsc.md", "---\ntitle: The <NCSC>\n---\n");
const SECRET: (&str, &str) =
    ("people/mole.md", "---\ntitle: Harry Hidden\npublish: false\npublic_name: a witness\n---\n");

fn of(text: &str, name: &str, nth: u32) -> Option<String> {
    let dossier = dossier(&[("page.md", text), NCSC, SECRET, ("report.pdf", "")]);
    let page = dossier.page(&EntityId::new("page")).expect("the page is published");
    let number = page.parsed().mention(&MentionKey { target: Target::Name(name.into()), nth })?;
    excerpt(&dossier, page, number)
}

#[track_caller]
fn check(text: &str, name: &str, nth: u32, expected: &str) {
    assert_eq!(of(text, name, nth).as_deref(), Some(expected), "{text}");
}

#[test]
fn the_sentence_with_the_mention_in_bold() {
    check(
        "Before. He joined [[ncsc]] & left. After.",
        "ncsc",
        0,
        "He joined <b>The &lt;NCSC&gt;</b> &amp; left.",
    );
    check("He joined *the* [[ncsc|old **centre**]].", "ncsc", 0, "He joined the <b>old centre</b>.");
    check("Said “so” [@ncsc, p. 4].", "ncsc", 0, "Said “so”.");
    check("Said so [@ncsc, p. 4] twice.", "ncsc", 0, "Said so twice.");
}

#[test]
fn only_the_mention_asked_for_is_bold() {
    let text = "[[ncsc]] met [[mole]], then [[ncsc]], [[gone]], [[mole|him]] and [[report.pdf]].";
    let rest = ", gone, him and report.pdf.";
    check(text, "ncsc", 0, &format!("<b>The &lt;NCSC&gt;</b> met a witness, then The &lt;NCSC&gt;{rest}"));
    check(text, "ncsc", 1, &format!("The &lt;NCSC&gt; met a witness, then <b>The &lt;NCSC&gt;</b>{rest}"));
    assert_eq!(of(text, "ncsc", 2), None);
}

#[test]
fn a_long_sentence_is_cut_at_words() {
    let text = format!("{} [[ncsc]] {}", "before ".repeat(60).trim(), "after ".repeat(60).trim());
    let html = of(&text, "ncsc", 0).unwrap_or_default();
    assert!(html.starts_with("…before before") && html.ends_with("after after…"), "{html}");
    assert!(html.contains(" <b>The &lt;NCSC&gt;</b> "), "{html}");
    let length = html.chars().count();
    assert!((240..=310).contains(&length), "{length}: {html}");
    let text = format!("[[ncsc]] {}", "after ".repeat(60).trim());
    let html = of(&text, "ncsc", 0).unwrap_or_default();
    assert!(html.starts_with("<b>") && html.ends_with("after…") && html.chars().count() > 240, "{html}");
    let html =
        of(&format!("{}[[ncsc]]{}", "网".repeat(300), "络".repeat(300)), "ncsc", 0).unwrap_or_default();
    assert!(html.starts_with("…网") && html.ends_with("络…"), "{html}");
}

#[test]
fn a_mention_without_a_sentence_has_no_excerpt() {
    assert_eq!(of("[@ncsc]", "ncsc", 0), None);
    assert_eq!(of("words", "ncsc", 0), None);
}
