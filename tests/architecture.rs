//! The house holds its shape: floors stand in order, files stay small, every module says what it is, and only the
//! floors that may do so touch the outside world.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic, also in its own functions")]
#![allow(clippy::disallowed_methods, reason = "the test reads the source")]

use std::fs;
use std::path::Path;

const MOST_LINES: usize = 400;
/// Names that say nothing of what lies in them.
const EMPTY_NAMES: [&str; 9] =
    ["utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "shared"];

/// What a floor may do that others may not: the words, and the floors.
const POWERS: [(&str, &[&str]); 13] = [
    ("std::fs", &["load", "write", "proof", "serve", "cli"]),
    ("File::open", &["load", "write", "proof", "serve", "cli"]),
    ("File::create", &["write", "cli"]),
    ("current_dir", &["load", "write", "serve", "cli"]),
    ("std::env", &["write", "serve", "cli"]),
    ("std::net", &["export", "proof", "serve"]),
    ("std::process", &["serve", "cli", "main"]),
    ("SystemTime", &["serve", "cli"]),
    ("Instant::now", &["serve", "cli"]),
    ("println!", &["cli"]),
    ("print!", &["cli"]),
    ("dbg!", &[]),
    ("unsafe ", &[]),
];

#[test]
fn a_file_imports_only_from_floors_below_its_own() {
    let floors = floors();
    let height = |floor: &str| floors.iter().position(|known| known == floor);
    let wrong = each_file(|file| {
        // `main.rs` stands on the roof, and `lib.rs` is the plan.
        let own = height(&file.floor)?;
        let above = |(_, floor): &(usize, String)| height(floor).is_none_or(|other| other > own);
        let imports: Vec<_> = file.imports().into_iter().filter(above).collect();
        (!imports.is_empty()).then(|| format!("{imports:?}"))
    });
    assert!(wrong.is_empty(), "imports from above, or from no floor:\n{}", wrong.join("\n"));
}

#[test]
fn every_folder_and_file_of_the_source_is_a_floor_of_the_plan() {
    let floors = floors();
    let wrong = each_file(|file| {
        let known = floors.contains(&file.floor) || ["main", "lib"].contains(&file.floor.as_str());
        (!known).then(|| "is on no floor".to_owned())
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(floors.len() >= 14, "the plan in src/lib.rs is read: {floors:?}");
}

#[test]
fn no_file_is_too_long_to_read_in_one_go() {
    let wrong = each_file(|file| {
        let lines = file.text.lines().count();
        (lines > MOST_LINES).then(|| format!("has {lines} lines"))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_say_what_lies_in_them() {
    let wrong = each_file(|file| {
        let parts = file.path.trim_end_matches(".rs").split('/');
        parts.filter(|part| EMPTY_NAMES.contains(part)).map(|part| format!("`{part}` says nothing")).next()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_says_what_it_is() {
    // The tests of a floor are told by their names.
    let wrong = each_file(|file| {
        let tests = file.path.ends_with("tests.rs") || file.path.contains("tests/");
        let text = file.text.trim_start_matches("#![cfg(test)]\n");
        (!tests && !text.starts_with("//! ")).then(|| "does not begin with `//!`".to_owned())
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_exception_from_a_lint_has_its_reason() {
    let wrong = each_file(|file| {
        let attributes = ["allow(", "expect("].into_iter().flat_map(|word| {
            ["#[", "#!["].into_iter().flat_map(move |open| {
                let start = format!("{open}{word}");
                file.text.match_indices(&start).map(|(at, _)| at).collect::<Vec<_>>()
            })
        });
        let bare = |at: &usize| {
            let attribute = &file.text[*at..];
            !attribute.split(")]").next().is_some_and(|attribute| attribute.contains("reason = \""))
        };
        attributes.into_iter().find(bare).map(|at| {
            format!("line {}: a lint is switched off without a reason", file.text[..at].lines().count() + 1)
        })
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_some_floors_touch_the_outside_world() {
    let wrong = each_file(|file| {
        let code = file.code_without_tests();
        let used = POWERS.iter().filter(|(power, floors)| {
            !floors.contains(&file.floor.as_str()) && code.iter().any(|(_, line)| has_word(line, power))
        });
        let used: Vec<_> = used.map(|(power, _)| *power).collect();
        (!used.is_empty()).then(|| format!("uses {used:?}"))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_test_of_the_program_starts_it_alone() {
    // What it says where `CI` is set is another story. So the name of the program stands in one place.
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let name = concat!("CARGO_BIN_", "EXE");
    let entries = walkdir::WalkDir::new(&tests).into_iter().map(Result::unwrap);
    let naming: Vec<_> = entries
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"))
        .filter(|entry| fs::read_to_string(entry.path()).unwrap().contains(name))
        .map(|entry| entry.path().strip_prefix(&tests).unwrap().to_owned())
        .collect();
    assert_eq!(naming, [Path::new("suite/program.rs")]);
}

#[test]
fn what_the_tests_look_for_is_found() {
    let file = Source {
        path: "link/a.rs".into(),
        floor: "link".into(),
        text: "//! Over `crate::cli`.\nuse crate::{model::{self, name}, view as v};\nuse super::super::render;\nfn f() { crate::write::g(); } // crate::lsp\n"
            .into(),
    };
    let found: Vec<_> = file.imports().into_iter().map(|(_, floor)| floor).collect();
    assert_eq!(found, ["model", "view", "write", "render"]);
    assert!(has_word("eprintln!(\"x\")", "println!") && has_word("use std::fs;", "std::fs"));
    assert!(!has_word("std::fs_extra", "std::fs") && !has_word("sprint!()", "print!"));
}

/// One file of `src/`.
struct Source {
    /// Below `src/`.
    path: String,
    /// The folder or file at the top of `src/` that it belongs to.
    floor: String,
    text: String,
}

impl Source {
    /// The lines that are code, numbered from 1, without remarks.
    fn code(&self) -> Vec<(usize, &str)> {
        let lines = (1..).zip(self.text.lines());
        lines
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(number, line)| (number, line.split(" // ").next().unwrap_or(line)))
            .collect()
    }

    /// The same, up to the tests that a file ends with; nothing of a file that is a test.
    fn code_without_tests(&self) -> Vec<(usize, &str)> {
        if self.path.ends_with("tests.rs") || self.path.contains("tests/") {
            return Vec::new();
        }
        self.code().into_iter().take_while(|(_, line)| line.trim() != "#[cfg(test)]").collect()
    }

    /// Every floor that is named by a path, and the line: `crate::x`, `crate::{x, y}`, `super::super::x`.
    fn imports(&self) -> Vec<(usize, String)> {
        // How often `super` leads from here to the top.
        let own = self.path.trim_end_matches("/mod.rs").trim_end_matches(".rs");
        let to_top = "super::".repeat(own.split('/').count());
        let mut found = Vec::new();
        let code = self.code();
        let text: String = code.iter().flat_map(|(_, line)| [line, "\n"]).collect();
        for start in ["crate::", &to_top] {
            for (at, _) in text.match_indices(start) {
                let whole = start == "crate::" || !text[..at].ends_with("super::");
                let word_before = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
                if !whole || word_before {
                    continue;
                }
                let line = code[text[..at].matches('\n').count()].0;
                for floor in first_names(&text[at + start.len()..]) {
                    found.push((line, floor));
                }
            }
        }
        found
    }
}

/// The first name of each path that follows: `a::b` → a; `{a, b::{c, d}}` → a, b.
fn first_names(text: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = text.strip_prefix('{') else { return vec![name(text)] };
    let mut names = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Whether a line holds these words, not as part of a longer name; `e` may stand before `print`.
fn has_word(line: &str, word: &str) -> bool {
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].strip_suffix('e').unwrap_or(&line[..at]);
        let after = &line[at + word.len()..];
        !(before.ends_with(in_name) || word.ends_with(in_name) && after.starts_with(in_name))
    })
}

/// The floors, lowest first, as `src/lib.rs` lists them.
fn floors() -> Vec<String> {
    let plan = fs::read_to_string(source_folder().join("lib.rs")).unwrap();
    let names = plan.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// What `look` says of each file, with the file's path.
fn each_file(look: impl Fn(&Source) -> Option<String>) -> Vec<String> {
    let files = files();
    assert!(files.len() > 100, "the source is found: {}", files.len());
    files.iter().filter_map(|file| look(file).map(|words| format!("src/{}: {words}", file.path))).collect()
}

fn files() -> Vec<Source> {
    let top = source_folder();
    let entries = walkdir::WalkDir::new(&top).sort_by_file_name().into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"))
        .map(|entry| {
            let path = entry.path().strip_prefix(&top).unwrap().to_str().unwrap().replace('\\', "/");
            let floor = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            Source { path, floor, text: fs::read_to_string(entry.path()).unwrap() }
        })
        .collect()
}

fn source_folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}
