//! What the fuzzer has found worth keeping, replayed: `fuzz/corpus/TARGET/` through the function of that target, which
//! says what has to hold. Needs no fuzzer.
#![allow(unreachable_pub, reason = "what the fuzzer calls is public there")]

use std::fs;
use std::path::Path;

#[path = "../../fuzz/src/lib.rs"]
mod entries;

/// What a target calls.
type Entry = fn(&[u8]);

/// Every target.
const TARGETS: [(&str, Entry); 9] = [
    ("bibtex", entries::bibtex),
    ("body", entries::body),
    ("configuration", entries::configuration),
    ("copies", entries::copies),
    ("dates", entries::dates),
    ("evidence_lock", entries::evidence_lock),
    ("front_matter", entries::front_matter),
    ("images", entries::images),
    ("quotation", entries::quotation),
];

/// All corpora together stay small enough to be read with a change.
const MOST_FILES: usize = 200;
const MOST_BYTES: usize = 300_000;

fn names(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn input(target: &str, name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target).join(name)).unwrap()
}

/// Replay the corpus of one target; a failure names the input.
fn replay(target: &str) {
    let (_, call) = TARGETS.iter().find(|(name, _)| *name == target).unwrap();
    let inputs = names(&format!("corpus/{target}"));
    assert!(inputs.len() >= 3, "hardly anything to replay: {inputs:?}");
    for name in inputs {
        let bytes = input(target, &name);
        let held = std::panic::catch_unwind(|| call(&bytes));
        assert!(held.is_ok(), "fuzz/corpus/{target}/{name} does not hold: {}", bytes.escape_ascii());
    }
}

#[test]
fn every_target_has_a_corpus_and_all_of_them_are_small() {
    let known: Vec<_> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names("corpus"), known);
    let targets: Vec<_> = known.iter().map(|name| format!("{name}.rs")).collect();
    assert_eq!(names("fuzz_targets"), targets);
    let sizes = TARGETS.iter().flat_map(|(target, _)| {
        let inputs = names(&format!("corpus/{target}")).into_iter();
        inputs.map(|name| input(target, &name).len())
    });
    let sizes: Vec<_> = sizes.collect();
    assert!(sizes.len() <= MOST_FILES, "{} files", sizes.len());
    assert!(sizes.iter().sum::<usize>() <= MOST_BYTES, "{} bytes", sizes.iter().sum::<usize>());
}

/// What the functions ask for can be refused: none of them holds of everything.
#[test]
fn what_has_to_hold_can_fail() {
    let harmless = |html: &str| std::panic::catch_unwind(|| entries::is_harmless(html)).is_ok();
    assert!(harmless("<p>a <a href=\"b.html#c\">b</a> <img src=\"c.png\" alt=\"\"></p>"));
    for html in [
        "<p><script>a</script></p>",
        "<img src=\"x\" onerror=\"a\">",
        "<a href=\"java\tscript:a\">b</a>",
        "<p style=\"color: red\">a</p>",
        "<svg><a>b</a></svg>",
        "<img src=\"https://example.org/a.png\">",
    ] {
        assert!(!harmless(html), "{html}");
    }
}

#[test]
fn bibtex() {
    replay("bibtex");
}

#[test]
fn body() {
    replay("body");
}

#[test]
fn configuration() {
    replay("configuration");
}

#[test]
fn copies() {
    replay("copies");
}

#[test]
fn dates() {
    replay("dates");
}

#[test]
fn evidence_lock() {
    replay("evidence_lock");
}

#[test]
fn front_matter() {
    replay("front_matter");
}

#[test]
fn images() {
    replay("images");
}

#[test]
fn quotation() {
    replay("quotation");
}
