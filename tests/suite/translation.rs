//! No word of the theme escapes translation.
//!
//! A dossier whose own words are all Greek is made in a language in which every message of the theme is wrapped in ⟦…⟧.
//! Latin letters that a reader can see or hear outside those marks are then words that somebody wrote into a template or
//! into code.

use std::fmt::Write as _;

use fluent_syntax::ast::{Entry, PatternElement};
use redstring::model::words::built_in;
use redstring::pipeline::{Edition, Unwatched, Wishes};
use scraper::{Html, Node};

/// Attributes that are read to somebody.
const HEARD: [&str; 5] = ["aria-label", "title", "placeholder", "aria-description", "aria-roledescription"];

/// Names of forms, which are no words of a language.
const NAMES: [&str; 6] = ["BibTeX", "CSL", "JSON", "PHIA", "likely", "Redstring"];

/// The dossier: each file, and what it holds.
const FILES: &[(&str, &str)] = &[
    (
        "site.toml",
        "title = \"Φάκελος\"\ndescription = \"Περί του γερανού.\"\nlanguage = \"en-x-marked\"\n\n[fields]\nimo = \"Αριθμός\"\n",
    ),
    (
        "content/index.md",
        "---\ntitle: Αρχή\nsummary: Περίληψη.\nupdated: 2017-01-01\n---\nΚείμενο [@daily, p. 3]. [[crane]]\n",
    ),
    (
        "content/method.md",
        "---\ntitle: Μέθοδος\ntags: [λιμάνι]\nown_words: true\n---\n## Ένα\n\nα\n\n## Δύο\n\nβ\n\n## Τρία\n\nγ\n",
    ),
    (
        "content/people/ada.md",
        "---\ntitle: Άννα\naliases: [Αννούλα]\nsummary: Γραφέας.\nborn: 1950-05\ndied: \"2001~\"\nimo: \"77\"\nworks_for: {to: harbour, role: Αρχηγός, from: 1980, until: 1990, sources: [daily]}\nmember_of: [harbour, hidden]\ntags: [λιμάνι]\nupdated: 2018-01-01\nreviewed: 2018-02-02\nredirects_from: [people/anna.html]\ncorrections:\n  - {date: 2018-01-01, what: Λάθος έτος., why: Παλιά πηγή.}\nreplies:\n  - {by: harbour, asked: 2018-01-01, date: 2018-01-05, text: Όχι., sources: [daily]}\n  - {by: hidden, asked: 2018-01-01, text: Ναι.}\n---\n\nΗ [[harbour]] και [[hidden]] και [[crane|ο γερανός]].[^1] {==λέξη==}{>>σχόλιο<<}\n\n[^1]: Σημείωση [@daily].\n\n- [x] έγινε\n- [ ] μένει\n\n| α | β |\n|---|---|\n| γ | δ |\n\n| ε | ζ |\n|---|---|\n| η | θ |\n\n> [!note]\n> Προσοχή.\n\n<details>κρυφό</details>\n\n![[harbour]]\n",
    ),
    ("content/people/hidden.md", "---\ntitle: Κρυφός\npublish: false\n---\n"),
    ("content/organisations/harbour.md", "---\ntitle: Λιμάνι\nfounded: \"1900/..\"\n---\nΤο λιμάνι.\n"),
    ("content/places/quay.md", "---\ntitle: Προβλήτα\n---\nΕδώ.\n"),
    (
        "content/events/crane.md",
        "---\ntitle: Ο γερανός\ndate: 2017-11-28/2017-12-01\nparticipants: [ada, harbour]\nplace: quay\nsources: [daily]\ntags: [λιμάνι, γερανός]\n---\nΈπεσε.\n",
    ),
    ("content/events/later.md", "---\ntitle: Μετά\ndate: \"156X\"\nfollows: crane\n---\n"),
    (
        "content/sources/daily.md",
        "---\ntitle: Ημερησία\npublished: 2017-12-02\naccessed: 2018-01-01\npublisher: harbour\nauthor: Γραφέας\nurl: https://example.org/a\narchived: https://example.org/b\nfile: daily.txt\nrights: Ελεύθερα\nreliability: B\nbased_on: {to: weekly, derivation: assessed, note: Ίδιες λέξεις.}\n---\n> [!annotation] {==έπεσε ο γερανός==}\n> Το λέει.\n",
    ),
    ("content/sources/daily.txt", "Χθες έπεσε ο γερανός στο λιμάνι.\n\nΚανείς δεν ήταν εκεί.\n"),
    ("content/sources/weekly.md", "---\ntitle: Εβδομαδιαία\npublished: \"2017-11~\"\n---\n"),
    (
        "content/claims/fell.md",
        "---\ntitle: Ο γερανός έπεσε μόνος\nstatus: disputed\ncredibility: 2\nlikelihood: likely\nsaid_by: ada\nabout: crane\ndate: 2017-12\ncontradicted_by: {to: weekly, quote: δεν έπεσε, translation: δεν, translator: Άννα}\nreported_by: weekly\n---\n\n> [!supports] [@daily, § 1]\n> έπεσε ο γερανός\n\n«Άγνωστα λόγια» [@weekly].\n",
    ),
    ("content/claims/other.md", "---\ntitle: Άλλο\n---\n"),
];

#[test]
fn all_that_readers_see_or_hear_of_the_theme_is_translated() {
    let folder = tempfile::tempdir().unwrap();
    let marked = marked(built_in::text("en").unwrap());
    for (path, text) in FILES.iter().copied().chain([("theme/words/en-x-marked.ftl", marked.as_str())]) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let edition = Edition::read(folder.path(), &Wishes::default(), &Unwatched).unwrap();
    let faults: Vec<_> = edition.diagnostics.iter().filter(|found| found.is_error()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    let edition = edition.value;
    let mut report = String::new();
    let mut marks = 0;
    for address in edition.addresses() {
        let page = edition.page(address).unwrap();
        marks += page.html.matches('⟦').count();
        for words in untranslated(&page.html) {
            writeln!(report, "{}: {words}", page.file).unwrap();
        }
    }
    assert!(report.is_empty(), "words that no language says:\n{report}");
    assert!(marks > 1000, "the marked language is spoken: {marks}");
}

#[test]
fn a_word_outside_the_marks_is_noticed() {
    assert_eq!(untranslated("<p>⟦Made by ⟦Ada⟧ of⟧ Άννα</p>"), Vec::<String>::new());
    assert_eq!(untranslated("<p>⟦Made⟧ by</p>"), ["⟦Made⟧ by"]);
    assert_eq!(untranslated("<p>⟦Made by <b>Άννα</b> today⟧ and</p>"), ["today⟧ and"]);
    assert_eq!(untranslated("<p aria-label=\"Note\">α</p>"), ["aria-label=Note"]);
    assert_eq!(untranslated("<p>a <script>let x</script><code>let x</code> A</p>"), Vec::<String>::new());
}

/// The file of words with every message between marks.
fn marked(text: &str) -> String {
    let mut resource = fluent_syntax::parser::parse(text).unwrap();
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &mut message.value
        {
            pattern.elements.insert(0, PatternElement::TextElement { value: "⟦" });
            pattern.elements.push(PatternElement::TextElement { value: "⟧" });
        }
    }
    fluent_syntax::serializer::serialize(&resource)
}

/// What a page says in Latin letters outside the marks, in text and in attributes that are heard. A letter by itself is a
/// sign: a rating, or a way back. Code is in nobody's language, what a citation style says is the style's, and the words of
/// a scale of estimates are those of its publisher.
fn untranslated(html: &str) -> Vec<String> {
    // Where scripts are on, as the parser takes them to be, what stands in <noscript> is one text.
    let page = Html::parse_document(&html.replace("<noscript>", "").replace("</noscript>", ""));
    let mut found = Vec::new();
    // A message can hold a link: its marks then stand in two texts.
    let mut depth = 0;
    for node in page.tree.root().descendants() {
        let within = |names: &[&str], class: &str| {
            node.ancestors()
                .filter_map(|above| above.value().as_element().cloned())
                .any(|above| names.contains(&above.name()) || above.classes().any(|own| own == class))
        };
        match node.value() {
            Node::Text(text) => {
                let words = outside(text, &mut depth);
                let code = within(&["script", "style", "code", "pre"], "cite-entry");
                let foreign = code || within(&[], "said") || within(&[], "scale-key");
                found.extend((words && !foreign).then(|| text.trim().to_owned()));
            }
            Node::Element(element) => {
                let heard =
                    element.attrs().filter(|(name, value)| HEARD.contains(name) && outside(value, &mut 0));
                found.extend(heard.map(|(name, value)| format!("{name}={value}")));
            }
            _ => {}
        }
    }
    found
}

/// Whether a text has a word of Latin letters outside the marks.
fn outside(text: &str, depth: &mut i32) -> bool {
    let kept: String = text
        .chars()
        .map(|c| {
            *depth += i32::from(c == '⟦');
            *depth -= i32::from(c == '⟧');
            if *depth == 0 && c != '⟧' { c } else { ' ' }
        })
        .collect();
    let mut words = kept.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1);
    words.any(|word| !NAMES.contains(&word))
}
