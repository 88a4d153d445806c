//! From the files of an example to its site: the one place of the specification's tests that uses the library.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use redstring::model::date::EdtfDate;
use redstring::pipeline::{Edition, Unwatched, Wishes};
use redstring::text::{Diagnostic, LineIndex, rules};
use redstring::write::{Overwrite, Staging};

use super::File;

/// What became of a dossier.
pub(crate) struct Site {
    /// Every problem, in the order in which they are shown.
    pub(crate) diagnostics: Vec<Problem>,
    /// Every file of the site but the theme's, by path.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// One problem, in words.
pub(crate) struct Problem {
    /// `error broken-link content/a.md:4:1 there is no page `b``.
    words: String,
    help: Vec<String>,
}

/// The names of all rules.
pub(crate) fn rules() -> Vec<&'static str> {
    rules::all().map(|rule| rule.name).collect()
}

/// Write these files, read the dossier, make the site, as `redstring build --keep-going` does; with a day, what
/// `redstring check` says on that day as well.
pub(crate) fn make(files: &[File], today: Option<&str>) -> Site {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        write(folder.path(), file);
    }
    let today = today.and_then(|day| EdtfDate::parse(day).unwrap().earliest());
    let wishes = Wishes { today, ..Wishes::default() };
    let checked = Edition::read(folder.path(), &wishes, &Unwatched).unwrap();
    let edition = checked.value;
    let mut problems = checked.diagnostics;
    let target = folder.path().join("public");
    let staging = Staging::begin(&target, folder.path(), Overwrite::OwnOnly).unwrap();
    for problem in edition.publish(&staging, None, &Unwatched).unwrap().problems {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    staging.commit().unwrap();
    let written = walkdir::WalkDir::new(&target).into_iter().map(Result::unwrap);
    let mut files: BTreeMap<String, Vec<u8>> = written
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&target).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .filter(|(path, _)| !path.starts_with("theme/") && !path.starts_with('.'))
        .collect();
    let of_index = |path: &str| path.starts_with("pagefind/");
    let packed = files.iter().filter(|(path, _)| of_index(path) && path.contains(".pf_"));
    let index = packed.flat_map(|(_, bytes)| unpacked(bytes)).collect();
    files.retain(|path, _| !of_index(path));
    files.insert(INDEX.to_owned(), index);
    problems.sort_by(|a, b| a.order().cmp(&b.order()));
    Site { diagnostics: problems.iter().map(|problem| in_words(problem, &edition)).collect(), files }
}

/// The name under which all files of the search index are looked at as one, without the program that reads them.
const INDEX: &str = "pagefind";

/// Every site has it, and what it says hangs on every byte of the others.
const MANIFEST: &str = "manifest.json";

/// What a file of the index holds, unpacked where it is packed.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let whole = flate2::read::GzDecoder::new(bytes).read_to_end(&mut unpacked);
    if whole.is_ok() { unpacked } else { bytes.to_vec() }
}

fn in_words(problem: &Diagnostic, edition: &Edition) -> Problem {
    let place = problem.place.as_ref().map_or_else(
        || "-".to_owned(),
        |place| match (place.span, edition.text(&place.path)) {
            (Some(span), Some(text)) => {
                let at = LineIndex::new(text).locate(span.start as usize);
                format!("{}:{}:{}", place.path, at.line, at.column)
            }
            _ => place.path.to_string(),
        },
    );
    let masked = if problem.private { "private " } else { "" };
    let rule = problem.rule.name;
    Problem {
        words: format!("{masked}{} {rule} {place} {}", problem.severity, problem.message.replace('\n', " ")),
        help: problem.private_help.iter().chain(&problem.help).map(|help| help.replace('\n', " ")).collect(),
    }
}

fn write(root: &Path, file: &File) {
    let path = root.join(&file.path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let text = file.text.trim_end_matches('\n');
    match file.sort.as_str() {
        "bytes" => fs::write(path, unescaped(&file.text)).unwrap(),
        #[cfg(unix)]
        "symlink" => std::os::unix::fs::symlink(text, path).unwrap(),
        "folder" => fs::create_dir_all(path).unwrap(),
        "sized" => fs::File::create(path).unwrap().set_len(text.parse().unwrap()).unwrap(),
        _ => fs::write(path, &file.text).unwrap(),
    }
}

/// `\xff`, `\t`, `\r`, `\n` and `\\`; real line ends do not count.
fn unescaped(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text.replace('\n', "").into_bytes().into_iter();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match rest.next().unwrap() {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'\\' => out.push(b'\\'),
            b'x' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                out.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            }
            other => panic!("no known escape: {:?}", char::from(other)),
        }
    }
    out
}

impl Site {
    /// One problem a line; with their advice below.
    pub(crate) fn diagnostics_in_words(&self, with_help: bool) -> String {
        let mut out = String::new();
        for problem in &self.diagnostics {
            out += &format!("{}\n", problem.words);
            for help in problem.help.iter().filter(|_| with_help) {
                out += &format!("  help: {help}\n");
            }
        }
        out
    }

    /// Every path, one a line.
    pub(crate) fn paths(&self) -> String {
        self.files
            .keys()
            .filter(|path| ![INDEX, MANIFEST].contains(&path.as_str()))
            .map(|path| format!("{path}\n"))
            .collect()
    }

    /// The text of one file.
    pub(crate) fn text(&self, path: &str) -> Option<String> {
        self.files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// The files that hold these words, in any case, in their bytes or their path.
    pub(crate) fn holding(&self, words: &str) -> Vec<&str> {
        let wanted = words.to_lowercase();
        let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase().contains(&wanted);
        let files = self.files.iter().filter(|(path, bytes)| holds(path.as_bytes()) || holds(bytes));
        files.map(|(path, _)| path.as_str()).collect()
    }
}
