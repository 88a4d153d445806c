//! The workflows that publish a dossier on GitHub Pages, carried out step by step in a fresh clone.
//!
//! What GitHub's own actions do is done here by stand-ins (`stand_in`), and `rustup` and `cargo` are two small scripts:
//! `cargo` gives the program under test. Every `run:` is run as GitHub runs it, by `bash -e`, with the variables and
//! expressions that the file sets.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::program::{REDSTRING, alone};
use crate::repository::git;
use saphyr_parser::{Event, Parser};
use serde_json::{Map, Value};

/// Where GitHub says that the site will stand.
const ADDRESS: &str = "https://name.github.io/dossier";

/// A YAML file as a value; keys and scalars are words.
fn yaml(text: &str) -> Value {
    let mut open: Vec<(Value, Option<String>)> = vec![(Value::Array(Vec::new()), None)];
    let put = |open: &mut Vec<(Value, Option<String>)>, value: Value| {
        let (above, key) = open.last_mut().unwrap();
        match above {
            Value::Array(all) => all.push(value),
            Value::Object(all) => match key.take() {
                Some(key) => drop(all.insert(key, value)),
                None => *key = Some(value.as_str().unwrap().to_owned()),
            },
            _ => unreachable!(),
        }
    };
    for event in Parser::new_from_str(text) {
        match event.unwrap().0 {
            Event::Scalar(words, ..) => put(&mut open, Value::String(words.into_owned())),
            Event::MappingStart(..) => open.push((Value::Object(Map::new()), None)),
            Event::SequenceStart(..) => open.push((Value::Array(Vec::new()), None)),
            Event::MappingEnd | Event::SequenceEnd => {
                let (value, _) = open.pop().unwrap();
                put(&mut open, value);
            }
            Event::Alias(_) => panic!("GitHub's workflows here have no aliases"),
            _ => {}
        }
    }
    open.pop().unwrap().0[0].take()
}

/// A run of one job.
struct Run {
    folder: PathBuf,
    bin: PathBuf,
    env: BTreeMap<String, String>,
    /// What steps gave, by `steps.ID.outputs.NAME`.
    outputs: BTreeMap<String, String>,
    /// What GitHub's actions were asked for.
    used: Vec<String>,
    uploaded: Option<PathBuf>,
}

impl Run {
    /// Words with `${{ … }}` filled in. An expression that is not known here is an error: it would be tested by nobody.
    fn filled(&self, words: &str) -> String {
        let mut out = String::new();
        let mut rest = words;
        while let Some((before, after)) = rest.split_once("${{") {
            let (expression, after) = after.split_once("}}").unwrap();
            out += before;
            out += &match expression.trim() {
                "runner.os" => "Linux".to_owned(),
                "hashFiles('Cargo.lock')" => "0".repeat(64),
                other => match other.strip_prefix("env.") {
                    Some(name) => self.env.get(name).cloned().unwrap_or_default(),
                    None => self.outputs.get(other).unwrap_or_else(|| panic!("unknown: {other}")).clone(),
                },
            };
            rest = after;
        }
        out + rest
    }

    /// Whether the condition of a step holds.
    fn holds(&self, condition: &str) -> bool {
        let (name, value) = condition.split_once(" != ").unwrap_or_else(|| panic!("unknown: {condition}"));
        self.outputs.get(name).map(String::as_str) != Some(value.trim_matches('\''))
    }

    /// What one of GitHub's actions would do.
    fn stand_in(&mut self, action: &str, step: &Value) {
        self.used.push(action.to_owned());
        let id = step["id"].as_str().unwrap_or_default();
        let with = |name: &str| self.filled(step["with"][name].as_str().unwrap());
        match action.split('@').next().unwrap() {
            "actions/checkout" => {}
            "actions/cache" => drop((with("path"), with("key"))),
            "actions/configure-pages" => {
                self.outputs.insert(format!("steps.{id}.outputs.base_url"), ADDRESS.to_owned());
            }
            "actions/upload-pages-artifact" => self.uploaded = Some(self.folder.join(with("path"))),
            other => panic!("no stand-in for {other}"),
        }
    }

    fn script(&self, step: &Value) -> Output {
        let script = self.filled(step["run"].as_str().unwrap());
        let mut bash = Command::new("bash");
        bash.args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", &script]).current_dir(&self.folder);
        let path = format!("{}:/usr/local/bin:/usr/bin:/bin", self.bin.display());
        bash.env_clear()
            .env("PATH", path)
            .env("HOME", &self.folder)
            .env("CI", "true")
            .env("GITHUB_ACTIONS", "true");
        bash.env("REDSTRING_UNDER_TEST", REDSTRING).envs(&self.env);
        for (name, value) in step["env"].as_object().into_iter().flatten() {
            bash.env(name, self.filled(value.as_str().unwrap()));
        }
        bash.output().unwrap()
    }

    /// Carry out the steps of a job, up to the first that fails.
    fn job(&mut self, job: &Value) -> Result<(), String> {
        for step in job["steps"].as_array().unwrap() {
            if let Some(condition) = step["if"].as_str()
                && !self.holds(condition)
            {
                continue;
            }
            match step["uses"].as_str() {
                Some(action) => self.stand_in(action, step),
                None => {
                    let output = self.script(step);
                    if !output.status.success() {
                        let said = [output.stdout, output.stderr].concat();
                        return Err(String::from_utf8_lossy(&said).into_owned());
                    }
                }
            }
        }
        Ok(())
    }
}

/// Commit what lies in `dossier`, and carry its workflow out in a fresh clone.
fn carried_out(place: &Path, dossier: &Path) -> (Run, Value, Result<(), String>) {
    git(dossier, &["init", "--quiet", "--initial-branch=main"]);
    git(dossier, &["add", "--all"]);
    git(dossier, &["commit", "--quiet", "--message", "All"]);
    let clone = place.join("clone");
    let _ = fs::remove_dir_all(&clone);
    git(place, &["clone", "--quiet", "--depth=1", &format!("file://{}", dossier.display()), "clone"]);
    let bin = place.join("bin");
    fs::create_dir_all(&bin).unwrap();
    for (name, script) in [
        ("rustup", "#!/bin/sh\n[ \"$1 $2 $3\" = \"toolchain install stable\" ]\n"),
        (
            "cargo",
            "#!/bin/sh\ncase \"$*\" in\n\
             '+stable install --locked --git https://github.com/name/redstring redstring')\n\
             \tln -s \"$REDSTRING_UNDER_TEST\" \"$(dirname \"$0\")/redstring\";;\n\
             'run --release --locked -- '*)\n\tshift 4; exec \"$REDSTRING_UNDER_TEST\" \"$@\";;\n\
             *) echo \"cargo $*\"; exit 1;;\nesac\n",
        ),
    ] {
        fs::write(bin.join(name), script).unwrap();
        fs::set_permissions(bin.join(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
    let workflow = yaml(&fs::read_to_string(clone.join(".github/workflows/pages.yml")).unwrap());
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let env =
        workflow["env"].as_object().into_iter().flatten().map(|(name, value)| (name.clone(), word(value)));
    let mut run = Run {
        folder: clone,
        bin,
        env: env.collect(),
        outputs: BTreeMap::new(),
        used: Vec::new(),
        uploaded: None,
    };
    let result = run.job(&workflow["jobs"]["build"]);
    (run, workflow, result)
}

/// What comes out is the site for the address that GitHub named, and it can be verified.
fn is_published(run: &Run) {
    let site = run.uploaded.as_ref().unwrap();
    let home = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(home.contains(&format!("<link rel=\"canonical\" href=\"{ADDRESS}/\">")), "{home}");
    // A page that is not there is asked for at any depth.
    let not_found = fs::read_to_string(site.join("404.html")).unwrap();
    assert!(not_found.contains("href=\"/dossier/theme/style.css\""), "{not_found}");
    let own: Vec<_> = not_found.split(['"', '\'']).filter(|word| word.starts_with("../")).collect();
    assert!(own.is_empty(), "{own:?}");
    assert!(site.join(".nojekyll").exists() && !site.join("CNAME").exists());
    let mut verify = alone(Command::new(REDSTRING));
    let verify =
        verify.args(["verify-site", "--base-url", ADDRESS]).current_dir(&run.folder).output().unwrap();
    assert!(verify.status.success(), "{}", String::from_utf8_lossy(&verify.stderr));
}

/// Only what is needed is allowed, and what deploys waits for what builds.
fn is_careful(workflow: &Value) {
    assert_eq!(workflow["permissions"], serde_json::json!({ "contents": "read" }));
    let jobs = &workflow["jobs"];
    assert_eq!(jobs["build"]["permissions"], serde_json::json!({ "contents": "read", "pages": "read" }));
    assert_eq!(jobs["deploy"]["permissions"], serde_json::json!({ "pages": "write", "id-token": "write" }));
    assert_eq!(jobs["deploy"]["needs"], "build");
    assert_eq!(
        jobs["deploy"]["steps"][0]["uses"].as_str().unwrap().split('@').next(),
        Some("actions/deploy-pages")
    );
    assert_eq!(jobs["deploy"]["environment"]["name"], "github-pages");
}

#[test]
fn the_workflow_of_a_new_dossier_publishes_it_from_a_fresh_clone() {
    let place = tempfile::tempdir().unwrap();
    let dossier = place.path().join("dossier");
    let init = alone(Command::new(REDSTRING)).arg("init").arg(&dossier).output().unwrap();
    assert!(init.status.success());
    let (_, _, result) = carried_out(place.path(), &dossier);
    let said = result.unwrap_err();
    assert!(said.contains("Fill in REDSTRING_SOURCE"), "{said}");

    let path = dossier.join(".github/workflows/pages.yml");
    let text = fs::read_to_string(&path).unwrap();
    let filled = "REDSTRING_SOURCE: \"https://github.com/name/redstring\"";
    fs::write(&path, text.replace("REDSTRING_SOURCE: \"\"", filled)).unwrap();
    let (run, workflow, result) = carried_out(place.path(), &dossier);
    result.unwrap();
    is_published(&run);
    is_careful(&workflow);
    let used: Vec<_> = run.used.iter().map(|action| action.split('@').next().unwrap()).collect();
    let expected =
        ["actions/checkout", "actions/cache", "actions/configure-pages", "actions/upload-pages-artifact"];
    assert_eq!(used, expected);

    // With an error nothing is uploaded: the site that was published stays.
    fs::write(dossier.join("content/people/ben.md"), "---\ntitle: Ben\n---\n[[nobody]]\n").unwrap();
    fs::remove_file(run.bin.join("redstring")).unwrap();
    let (run, _, result) = carried_out(place.path(), &dossier);
    let said = result.unwrap_err();
    assert!(said.contains("::error file=content/people/ben.md"), "{said}");
    assert_eq!(run.uploaded, None);
}

#[test]
fn the_workflow_of_this_repository_publishes_its_own_dossier() {
    let place = tempfile::tempdir().unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dossier = place.path().join("dossier");
    for name in ["content", "site.toml", "evidence.lock", "templates", "theme", ".github"] {
        for entry in walkdir::WalkDir::new(own.join(name)).into_iter().map(Result::unwrap) {
            let to = dossier.join(entry.path().strip_prefix(own).unwrap());
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            if entry.file_type().is_file() {
                fs::copy(entry.path(), to).unwrap();
            }
        }
    }
    fs::write(dossier.join(".gitignore"), "/public/\n").unwrap();
    let (run, workflow, result) = carried_out(place.path(), &dossier);
    result.unwrap();
    is_published(&run);
    is_careful(&workflow);
}
