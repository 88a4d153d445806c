//! Pages and settings: what is private stays in, what goes out is harmless.

use redstring::load::SettingsFile;
use redstring::model::Settings;
use redstring::parse::parse_settings;

use super::dossier::{file, have_places, html, is_published, linked};
use super::html::is_harmless;
use super::text;

/// A word that must not go out. No text holds it by itself.
const SECRET: &str = "zqkcanary";

/// Pages for what the fuzzer writes to link to.
fn others() -> Vec<redstring::text::ContentFile> {
    vec![
        file(
            "content/people/eve.md",
            "---\ntitle: Eve\nworks_for: ada\n---\n[[ada]] ![[ada]] [@s]\n\n## Later\n\nb[^1] {==x==}{>>y<<}\n\n[^1]: z <b>",
        ),
        file(
            "content/people/vault.md",
            &format!("---\ntitle: {SECRET}\naliases: [{SECRET} b]\npublish: false\n---\n{SECRET}\n"),
        ),
        file(
            "content/people/mole.md",
            &format!(
                "---\ntitle: {SECRET} c\npublic_name: the mole\npublish: false\nabout: ada\n---\n[[ada]] {SECRET}\n"
            ),
        ),
        file("content/sources/s.md", "---\ntitle: S\nauthor: vault\n---\n"),
    ]
}

/// Front matter: it is read or the page stays in; and what says `publish: false` in it stays in.
pub fn front_matter(data: &[u8]) {
    let Some(fields) = text(data) else { return };
    let settings = Settings::default();
    // Where the front matter ends by itself, what stands behind it may open a comment that this would close.
    let comment = if fields.contains(['%', '<']) { String::new() } else { format!("%%{SECRET}%%") };
    let page = format!("---\n{fields}\n---\nBody. {comment}\n");
    let mut files = others();
    files.push(file("content/people/ada.md", &page));
    goes_out_harmless(&linked(&settings, &files));
    // A document that ends before its last line does not say what stands there.
    if fields.lines().any(|line| line.trim_end().starts_with("---") || line.starts_with("...")) {
        return;
    }
    let page = format!("---\n{fields}\npublish: false\n---\nBody.\n");
    let files = [file("content/people/ada.md", &page)];
    let material = linked(&settings, &files);
    assert_eq!(material.dossier.pages().count(), 0, "a page goes out that says it must not");
}

/// A whole page: as it is written, and with a secret in each of its comments.
pub fn body(data: &[u8]) {
    let Some(page) = text(data) else { return };
    let settings = Settings::default();
    let mut files = others();
    files.push(file("content/people/ada.md", page));
    goes_out_harmless(&linked(&settings, &files));
    // `\u{1}` opens a comment and closes it. What would be code (in which nothing is a comment), an escape or a comment by
    // the fuzzer's own percent signs is taken out, so that it is known what is in a comment.
    let plain: String = page.chars().filter(|c| !['`', '~', '\\', '%', '\t'].contains(c)).collect();
    let plain = plain.split_inclusive('\n').map(|line| line.trim_start_matches(' ')).collect::<String>();
    let mut plain = plain;
    while plain.contains("  ") {
        plain = plain.replace("  ", " ");
    }
    let mut commented = String::from("---\ntitle: Ada\n---\n");
    for (nth, piece) in plain.split('\u{1}').enumerate() {
        if nth > 0 {
            commented.push_str(" %% ");
        }
        commented.push_str(piece);
        if nth % 2 == 1 {
            commented.push_str(SECRET);
        }
    }
    files.pop();
    files.push(file("content/people/ada.md", &commented));
    goes_out_harmless(&linked(&settings, &files));
}

/// `site.toml`: read, or nothing goes out that does not say so itself.
pub fn configuration(data: &[u8]) {
    let Some(written) = text(data) else { return };
    let mut files = others();
    files.push(file("content/people/ada.md", "---\ntitle: Ada\nborn: 1871\nworks_for: eve\n---\n[[eve]]\n"));
    goes_out_harmless(&linked(&settings(written), &files));
    let closed = settings(&format!("publish_by_default = false\n{written}"));
    assert!(!is_published(&linked(&closed, &files), "ada"), "a page goes out that nobody published");
}

fn settings(written: &str) -> Settings {
    let written = file("site.toml", written);
    let read = || parse_settings(&SettingsFile::Read(written.clone()), &[]);
    let settings = read();
    have_places(&settings.diagnostics, std::slice::from_ref(&written));
    assert_eq!(format!("{settings:?}"), format!("{:?}", read()), "read the same twice");
    settings.value
}

/// No page that is private is shown, and nothing that goes out does harm or holds the secret.
fn goes_out_harmless(material: &redstring::markup::Material) {
    for id in ["vault", "mole"] {
        let pages = material.dossier.pages().filter(|page| page.facts().id.as_str() == id);
        for page in pages {
            assert!(page.facts().path.as_str().ends_with("ada.md"), "{id} goes out");
        }
    }
    for piece in html(material) {
        is_harmless(&piece);
        assert!(!piece.contains(SECRET), "a secret in {piece}");
    }
    for page in material.dossier.pages() {
        let facts = format!("{:?}", page.facts());
        assert!(!facts.contains(SECRET), "a secret in {facts}");
    }
}
