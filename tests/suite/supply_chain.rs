//! What is built into the program: under which licences, from where, and what for. The same file that `cargo deny` reads
//! says what is allowed; this needs neither that program nor the network. Advisories and double versions are its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use toml::Table;

fn text(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn table(name: &str) -> Table {
    text(name).parse().unwrap()
}

/// Every crate in the graph: its name and what its manifest says.
fn crates() -> Vec<(String, Value)> {
    let cargo = env!("CARGO");
    let said = Command::new(cargo).arg("-vV").output().unwrap().stdout;
    let said = String::from_utf8(said).unwrap();
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let mut metadata = Command::new(cargo);
    // Of other systems nothing need be here.
    metadata.args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host]);
    let said = metadata.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    let packages = said["packages"].as_array().unwrap().iter();
    packages.map(|package| (package["name"].as_str().unwrap().to_owned(), package.clone())).collect()
}

fn words(list: &toml::Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

/// Whether an SPDX expression can be met by these licences. An old manifest writes `/` for `OR`.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let spaced = spaced.replace(" WITH ", "\u{a0}WITH\u{a0}");
    let words: Vec<String> =
        spaced.split(' ').filter(|word| !word.is_empty()).map(|word| word.replace('\u{a0}', " ")).collect();
    let mut rest = words.as_slice();
    let met = any(&mut rest, allowed);
    assert!(rest.is_empty(), "`{expression}` is no licence expression");
    met
}

fn any(words: &mut &[String], allowed: &[String]) -> bool {
    let mut met = all(words, allowed);
    while words.first().is_some_and(|word| word == "OR") {
        *words = &words[1..];
        met |= all(words, allowed);
    }
    met
}

fn all(words: &mut &[String], allowed: &[String]) -> bool {
    let mut met = one(words, allowed);
    while words.first().is_some_and(|word| word == "AND") {
        *words = &words[1..];
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut &[String], allowed: &[String]) -> bool {
    let (first, rest) = words.split_first().unwrap();
    *words = rest;
    if first != "(" {
        return allowed.contains(first);
    }
    let met = any(words, allowed);
    let (close, rest) = words.split_first().unwrap();
    assert_eq!(close, ")");
    *words = rest;
    met
}

#[test]
fn licence_expressions_are_understood() {
    let allowed = ["MIT", "BSD-3-Clause", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for (expression, met) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("Apache-2.0/MIT", true),
        ("Apache-2.0 AND MIT", false),
        ("(Apache-2.0 OR MIT) AND BSD-3-Clause", true),
        ("(Apache-2.0 OR GPL-2.0-only) AND MIT", false),
        ("Apache-2.0 WITH LLVM-exception OR X", true),
        ("Apache-2.0 OR X", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}

#[test]
fn every_crate_has_a_licence_that_is_allowed_and_comes_from_the_registry() {
    let deny = table("deny.toml");
    let licences = &deny["licenses"];
    let mut exceptions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for exception in licences["exceptions"].as_array().unwrap() {
        exceptions.insert(exception["crate"].as_str().unwrap().to_owned(), words(&exception["allow"]));
    }
    let allowed = words(&licences["allow"]);
    let crates = crates();
    assert!(crates.len() > 200, "the graph is found: {}", crates.len());
    for (name, package) in crates {
        let Some(source) = package["source"].as_str() else { continue };
        assert!(source.starts_with("registry+"), "{name} comes from {source}");
        let mut allowed = allowed.clone();
        allowed.extend(exceptions.get(&name).into_iter().flatten().cloned());
        let licence = package["license"].as_str().unwrap_or_else(|| panic!("{name} names no licence"));
        assert!(is_met(licence, &allowed), "{name} is under {licence}, which deny.toml does not allow");
    }
}

#[test]
fn every_exception_has_its_reason() {
    let deny = table("deny.toml");
    for (section, lists) in [("bans", &["skip", "skip-tree"][..]), ("advisories", &["ignore"])] {
        for exception in lists.iter().flat_map(|list| deny[section][*list].as_array().unwrap()) {
            let reason = exception.get("reason").and_then(toml::Value::as_str).unwrap_or_default();
            assert!(!reason.is_empty(), "{exception} has no reason");
        }
    }
}

#[test]
fn what_each_dependency_is_for_is_said() {
    let manifest = table("Cargo.toml");
    let unix = manifest["target"]["cfg(unix)"].as_table().unwrap();
    let mut named: Vec<_> = [&manifest, unix]
        .into_iter()
        .flat_map(|table| table["dependencies"].as_table().unwrap().keys().cloned())
        .collect();
    named.sort();
    let page = text("ARCHITECTURE.md");
    let rows: BTreeMap<_, _> = page
        .lines()
        .skip_while(|line| *line != "## The supply chain")
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "))
        .filter_map(|(name, rest)| Some((name.to_owned(), rest.rsplit_once(" | ")?.1.trim_end_matches(" |"))))
        .collect();
    assert_eq!(
        rows.keys().cloned().collect::<Vec<_>>(),
        named,
        "the table in ARCHITECTURE.md and Cargo.toml"
    );
    for (name, package) in crates() {
        let Some(licence) = rows.get(&name) else { continue };
        assert_eq!(package["license"].as_str().unwrap().replace('/', " OR "), *licence, "{name}");
    }
}
