//! The words of the theme: every one that is used is there in every language, none is there for nothing, and a gap of a
//! message has one name in all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::Entry;
use redstring::model::claim::{CREDIBILITY, RELIABILITY, Status};
use redstring::model::words::built_in::LANGUAGES;
use redstring::model::{Words, vocabulary};

/// How the key of a message is named where it is said.
const CALLS: [&str; 6] =
    ["word(key=\"", "words.get(\"", "words.count(\"", "words.fill(\"", "words().get(\"", "words().fill(\""];

#[test]
fn every_language_has_a_file_and_every_file_is_a_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("theme/words");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let known: Vec<_> = LANGUAGES.iter().map(|(tag, _)| format!("{tag}.ftl")).collect();
    assert_eq!(known, files);
}

#[test]
fn all_languages_have_the_same_messages_with_the_same_gaps() {
    let english = messages("en");
    for (tag, _) in LANGUAGES {
        let own = messages(tag);
        let keys = |all: &BTreeMap<String, BTreeSet<String>>| all.keys().cloned().collect::<BTreeSet<_>>();
        let missing: Vec<_> = keys(&english).difference(&keys(&own)).cloned().collect();
        let odd: Vec<_> = keys(&own).difference(&keys(&english)).cloned().collect();
        assert!(missing.is_empty() && odd.is_empty(), "{tag}.ftl lacks {missing:?} and has besides {odd:?}");
        for (key, gaps) in &own {
            assert!(gaps.is_subset(&english[key]), "{tag}.ftl: `{key}` has {gaps:?}, not {:?}", english[key]);
        }
    }
}

#[test]
fn every_key_that_is_used_is_there() {
    let known = messages("en");
    let missing: Vec<_> = sources()
        .iter()
        .flat_map(|(path, text)| named_in(text).into_iter().map(move |key| format!("{path}: `{key}`")))
        .filter(|named| !named.split('`').nth(1).is_some_and(|key| known.contains_key(key)))
        .collect();
    assert!(missing.is_empty(), "said and not in theme/words/en.ftl:\n{}", missing.join("\n"));
}

/// What is put together of a family and a word of the model has its message, too.
#[test]
fn every_word_of_the_model_is_said() {
    let known = messages("en");
    let missing: Vec<_> = of_the_model().into_iter().filter(|key| !known.contains_key(key)).collect();
    assert!(missing.is_empty(), "not in theme/words/en.ftl: {missing:?}");
}

#[test]
fn no_message_is_there_for_nothing() {
    let sources = sources();
    let of_the_model = of_the_model();
    let unused: Vec<_> = messages("en")
        .into_keys()
        .filter(|key| !of_the_model.contains(key))
        .filter(|key| !sources.iter().any(|(_, text)| text.contains(&format!("\"{key}\""))))
        .collect();
    assert!(unused.is_empty(), "in theme/words/en.ftl and never said: {unused:?}");
}

#[test]
fn what_the_tests_look_for_is_found() {
    assert_eq!(named_in("{{ word(key=\"a-b\") }} self.words.count( \"c\", 3)"), ["a-b", "c"]);
    assert_eq!(messages("en")["made-with"], BTreeSet::from(["generator".to_owned()]));
}

/// The keys that a source names where it says words.
fn named_in(text: &str) -> Vec<String> {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("( \"", "(\"");
    let mut found: Vec<_> = CALLS
        .iter()
        .flat_map(|call| plain.match_indices(call).map(|(at, call)| at + call.len()).collect::<Vec<_>>())
        .collect();
    found.sort_unstable();
    found.into_iter().map(|at| plain[at..].split('"').next().unwrap_or_default().to_owned()).collect()
}

/// The keys of kinds, relations, fields and steps of scales.
fn of_the_model() -> BTreeSet<String> {
    let words = Words::english();
    let mut keys = BTreeSet::new();
    for kind in vocabulary::kinds(&words) {
        keys.extend([format!("kind-{}", kind.id), format!("kind-{}-plural", kind.id)]);
        keys.extend(kind.dates.iter().map(|date| format!("date-{}", date.field)));
    }
    for id in vocabulary::relations(&words).keys() {
        keys.extend(
            ["relation-{}", "relation-{}-inverse", "says-{}"].map(|family| family.replace("{}", id.as_str())),
        );
    }
    for status in Status::ALL.map(Status::word) {
        keys.extend([format!("status-{status}"), format!("status-{status}-meaning")]);
    }
    keys.extend(CREDIBILITY.iter().map(|(mark, _)| format!("credibility-{mark}")));
    keys.extend(RELIABILITY.iter().map(|(mark, _)| format!("reliability-{}", mark.to_lowercase())));
    keys
}

/// Templates, and code without its tests.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["templates", "src"].into_iter().flat_map(|folder| walkdir::WalkDir::new(root.join(folder)));
    files
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "html" || end == "rs"))
        .map(|entry| {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let path = entry.path().strip_prefix(root).unwrap().display().to_string();
            (path, text.split("#[cfg(test)]").next().unwrap_or_default().to_owned())
        })
        .filter(|(path, _)| !path.contains("tests"))
        .collect()
}

/// Each message of a language and the names of its gaps.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = LANGUAGES.iter().find(|(known, _)| *known == tag).unwrap().1;
    let resource =
        fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{tag}: {errors:?}"));
    let found = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name.to_owned(), gaps(&format!("{:?}", message.value)))),
        _ => None,
    });
    let all: Vec<_> = found.collect();
    let map: BTreeMap<_, _> = all.iter().cloned().collect();
    assert_eq!(map.len(), all.len(), "{tag}.ftl has a message twice");
    map
}

/// The names of variables, as the parser's own debugging form shows them.
fn gaps(tree: &str) -> BTreeSet<String> {
    let name = "VariableReference { id: Identifier { name: \"";
    tree.split(name).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}
