//! The specification of the content format, in examples: `spec/*.md`.
//!
//! A page of it is prose and fenced blocks; every heading begins a new example. Blocks whose info string ends in a path of a
//! dossier (`content/…`, `templates/…`, `theme/…`, `site.toml`, `evidence.lock`) are its files; the others say what is expected of it,
//! where the site is made with all its problems, as `--keep-going` does:
//!
//! | block | holds |
//! |---|---|
//! | `diagnostics` | every problem, one a line, `private` before those that a public log masks; without the block there is none |
//! | `diagnostics help` | the same with the advice below each |
//! | `files` | the path of every file of the site but the theme's, the search index's and the manifest |
//! | `html people/a.html SELECTOR` | the element of that class (`.facts`) or tag (`main`) |
//! | `contains people/a.html` | lines that stand in the file |
//! | `lacks people/a.html`, `lacks` | lines that do not; or in no file and no path of the site |
//!
//! The file `pagefind` is the whole index of the search, unpacked.
//!
//! `today` holds the day on which it is checked, for what depends on one.
//!
//! Files that cannot be written down: `bytes PATH` (with the escapes `\xff`, `\t`, `\r`, `\n`, and no line ends
//! but these), `symlink PATH` (holds where it leads), `folder PATH` (an empty one), `sized PATH` (holds how many zero
//! bytes), `repeated 300 PATH` (its last line so many times).
//!
//! `REDSTRING_BLESS=1 cargo test --test suite spec::` rewrites `diagnostics`, `files` and `html` blocks. Read the difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

mod dossier;

use dossier::{Site, make};

#[test]
fn every_example_is_as_it_says() {
    let bless = std::env::var_os("REDSTRING_BLESS").is_some();
    let pages = pages();
    let next = AtomicUsize::new(0);
    let work = || {
        let mine = std::iter::from_fn(|| pages.get(next.fetch_add(1, Ordering::Relaxed)));
        mine.flat_map(|page| wrong_in(page, bless)).collect::<Vec<_>>()
    };
    let threads = thread::available_parallelism().map_or(1, Into::into);
    let wrong: Vec<_> = thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        all.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is not as the examples of a page say; or rewrites what they say.
fn wrong_in(page: &Path, bless: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let name = page.file_name().unwrap().to_string_lossy();
    let text = fs::read_to_string(page).unwrap();
    let mut blessed = text.clone();
    // From the end, so that places before stay where they are.
    for example in examples(&text).iter().rev() {
        let site = make(&example.files, example.today.as_deref());
        for block in example.expected.iter().rev() {
            let Err(problem) = check(block, &site) else { continue };
            match problem.made {
                Some(made) if bless => blessed.replace_range(block.inside.clone(), &made),
                _ => wrong.push(format!(
                    "{name}:{}: {}: {}",
                    text[..block.inside.start].lines().count(),
                    example.heading,
                    problem.words
                )),
            }
        }
        if !example.expects("diagnostics") && !site.diagnostics.is_empty() {
            wrong.push(format!(
                "{name}: {}: has no `diagnostics`, and there are:\n{}",
                example.heading,
                site.diagnostics_in_words(true)
            ));
        }
    }
    if blessed != text {
        fs::write(page, blessed).unwrap();
    }
    wrong
}

/// Rules that no page of examples can break: they take a repository (`tracked.rs`), or files of 100 MB
/// (`export/limits.rs`).
const BROKEN_ELSEWHERE: [&str; 3] = ["tracked-private", "large-file", "large-site"];

#[test]
fn every_rule_has_an_example_that_breaks_it() {
    let broken: BTreeSet<String> = pages()
        .iter()
        .map(|page| fs::read_to_string(page).unwrap())
        .flat_map(|text| {
            let expected = examples(&text).into_iter().flat_map(|example| example.expected);
            let diagnostics = expected.filter(|block| block.what[0] == "diagnostics");
            diagnostics.flat_map(|block| names_of_rules(&block.text)).collect::<Vec<_>>()
        })
        .collect();
    let missing: Vec<_> = dossier::rules()
        .into_iter()
        .filter(|rule| !broken.contains(*rule) && !BROKEN_ELSEWHERE.contains(rule))
        .collect();
    assert!(missing.is_empty(), "no example breaks {missing:?}");
}

#[test]
fn every_block_is_understood_and_every_example_expects_something() {
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        let examples = examples(&text);
        assert!(!examples.is_empty(), "{}", page.display());
        for example in examples {
            let place = format!("{}: {}", page.display(), example.heading);
            assert!(
                example.files.iter().any(|file| file.path.starts_with("content/")),
                "{place}: no content"
            );
            assert!(!example.expected.is_empty(), "{place}: nothing is expected");
            for block in &example.expected {
                assert!(is_known(block), "{place}: a block of no known sort: {:?}", block.what);
            }
        }
    }
}

/// What is wrong with an expectation, and what would be right where that can be written down.
struct Problem {
    words: String,
    made: Option<String>,
}

fn is_known(block: &Block) -> bool {
    let what: Vec<&str> = block.what.iter().map(String::as_str).collect();
    matches!(
        what[..],
        ["diagnostics"]
            | ["diagnostics", "help"]
            | ["files"]
            | ["html", _, _]
            | ["contains", _]
            | ["lacks"]
            | ["lacks", _]
    )
}

/// Whether the site is as the block says: the one place where an expectation is compared.
fn check(block: &Block, site: &Site) -> Result<(), Problem> {
    let what: Vec<&str> = block.what.iter().map(String::as_str).collect();
    match what[..] {
        ["diagnostics"] => same(&block.text, site.diagnostics_in_words(false)),
        ["diagnostics", "help"] => same(&block.text, site.diagnostics_in_words(true)),
        ["files"] => same(&block.text, site.paths()),
        ["html", path, selector] => match site.text(path).and_then(|html| element(&html, selector)) {
            Some(element) => same(&block.text, element),
            None => Err(fault(format!("there is no `{selector}` in {path}; there are {}", site.paths()))),
        },
        ["contains", path] => {
            let html = site
                .text(path)
                .ok_or_else(|| fault(format!("there is no {path}; there are {}", site.paths())))?;
            let flat = flat(&html);
            each_line(block, |line| flat.contains(&self::flat(line)), &format!("{path} lacks"))
        }
        ["lacks", path] => {
            let html = site
                .text(path)
                .ok_or_else(|| fault(format!("there is no {path}; there are {}", site.paths())))?;
            let flat = flat(&html);
            each_line(block, |line| !flat.contains(&self::flat(line)), &format!("{path} contains"))
        }
        ["lacks"] => each_line(block, |line| site.holding(line).is_empty(), "the site contains"),
        _ => Err(fault(format!("no known sort of block: {what:?}"))),
    }
}

fn each_line(block: &Block, holds: impl Fn(&str) -> bool, words: &str) -> Result<(), Problem> {
    let lines = block.text.lines().filter(|line| !line.trim().is_empty());
    let wrong: Vec<_> = lines.filter(|line| !holds(line)).map(|line| format!("{words} `{line}`")).collect();
    if wrong.is_empty() { Ok(()) } else { Err(fault(wrong.join("\n"))) }
}

fn same(expected: &str, made: String) -> Result<(), Problem> {
    let made = if made.is_empty() { made } else { format!("{}\n", made.trim_end()) };
    if expected == made {
        return Ok(());
    }
    Err(Problem { words: format!("--- expected\n{expected}--- made\n{made}"), made: Some(made) })
}

fn fault(words: String) -> Problem {
    Problem { words, made: None }
}

/// White space as one space, and none between tags.
fn flat(html: &str) -> String {
    html.split_whitespace().collect::<Vec<_>>().join(" ").replace("> <", "><")
}

/// The first element of a tag (`main`) or class (`.facts`), laid out one tag a line where blocks begin.
fn element(html: &str, selector: &str) -> Option<String> {
    let start = match selector.strip_prefix('.') {
        None => html.find(&format!("<{selector}>")).or_else(|| html.find(&format!("<{selector} ")))?,
        Some(class) => {
            let has_class = |at: &usize| {
                let tag = html[*at..].split('>').next().unwrap_or_default();
                let classes = tag.split("class=\"").nth(1).and_then(|rest| rest.split('"').next());
                classes.is_some_and(|classes| classes.split(' ').any(|own| own == class))
            };
            html.match_indices('<').map(|(at, _)| at).find(has_class)?
        }
    };
    let name: String = html[start + 1..].chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut depth = 0;
    let mut at = start;
    loop {
        let next_close = html[at..].find(&close).map(|to| at + to)?;
        let next_open = html[at..].find(&open).map(|to| at + to).filter(|to| *to < next_close);
        match next_open {
            Some(to) => {
                let whole = html[to + open.len()..].starts_with([' ', '>', '\n']);
                depth += usize::from(whole);
                at = to + open.len();
            }
            None => {
                depth -= 1;
                at = next_close + close.len();
                if depth == 0 {
                    return Some(laid_out(&html[start..at]));
                }
            }
        }
    }
}

/// Each block element on a line of its own, without indentation.
fn laid_out(html: &str) -> String {
    let lines = html.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// One file of an example's dossier.
pub(crate) struct File {
    /// As what it is written: `text`, `bytes`, `symlink`, `folder`, `sized`.
    pub(crate) sort: String,
    /// Where.
    pub(crate) path: String,
    /// What the block holds.
    pub(crate) text: String,
}

/// What is expected of an example.
struct Block {
    /// The info string, by words.
    what: Vec<String>,
    text: String,
    /// Where its lines stand in the page.
    inside: Range<usize>,
}

/// One dossier and what becomes of it.
#[derive(Default)]
struct Example {
    heading: String,
    /// The day on which it is checked.
    today: Option<String>,
    files: Vec<File>,
    expected: Vec<Block>,
}

impl Example {
    fn expects(&self, what: &str) -> bool {
        self.expected.iter().any(|block| block.what[0] == what)
    }
}

/// The examples of a page: what stands below each heading, where there are blocks.
fn examples(page: &str) -> Vec<Example> {
    let mut examples = vec![Example::default()];
    let mut heading = false;
    let mut open: Option<(Vec<String>, String, Range<usize>)> = None;
    for (event, range) in Parser::new_ext(page, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                heading = true;
                examples.push(Example::default());
            }
            Event::End(TagEnd::Heading(_)) => heading = false,
            Event::Text(words) | Event::Code(words) if heading => {
                examples.last_mut().unwrap().heading.push_str(&words);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let start = range.start + page[range.clone()].find('\n').unwrap() + 1;
                open = Some((info.split(' ').map(str::to_owned).collect(), String::new(), start..start));
            }
            Event::Text(words) => {
                if let Some((_, text, inside)) = &mut open {
                    text.push_str(&words);
                    inside.end = range.end;
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                let Some((what, mut text, inside)) = open.take() else { continue };
                let example = examples.last_mut().unwrap();
                if what == ["today"] {
                    example.today = Some(text.trim().to_owned());
                    continue;
                }
                match what.iter().position(|word| is_of_dossier(word)) {
                    Some(at) => {
                        let sort = match what[0].as_str() {
                            sort @ ("bytes" | "symlink" | "folder" | "sized") => sort,
                            "repeated" => {
                                text = with_last_line_repeated(&text, what[1].parse().unwrap());
                                "text"
                            }
                            _ => "text",
                        };
                        // A path may hold spaces.
                        example.files.push(File { sort: sort.to_owned(), path: what[at..].join(" "), text });
                    }
                    None => example.expected.push(Block { what, text, inside }),
                }
            }
            _ => {}
        }
    }
    examples.retain(|example| !example.files.is_empty() || !example.expected.is_empty());
    examples
}

fn with_last_line_repeated(text: &str, times: usize) -> String {
    let start = text.trim_end().rfind('\n').map_or(0, |at| at + 1);
    format!("{}{}", &text[..start], text[start..].repeat(times))
}

fn is_of_dossier(path: &str) -> bool {
    // Names that are nearly right are written by editors, too.
    ["site.toml", "Site.toml", "evidence.lock"].contains(&path)
        || ["content/", "templates/", "template/", "styles/", "theme/"]
            .iter()
            .any(|top| path.starts_with(top))
}

/// `error broken-link content/a.md:4:1 …` → `broken-link`.
fn names_of_rules(diagnostics: &str) -> Vec<String> {
    let lines = diagnostics.lines().filter(|line| !line.starts_with(' '));
    let words = lines.map(|line| line.strip_prefix("private ").unwrap_or(line).split(' '));
    words.filter_map(|mut words| words.nth(1)).map(str::to_owned).collect()
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut pages: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    assert!(pages.len() > 10, "the pages are found");
    pages
}

/// The harness is itself a test that can fail.
#[test]
fn a_wrong_expectation_is_noticed() {
    let page =
        "# T\n\n## E\n\n```markdown content/a.md\n---\ntitle: A\n---\n[[b]]\n```\n\n```lacks\nWord\n```\n";
    let examples = examples(page);
    assert_eq!((examples.len(), examples[0].heading.as_str()), (1, "E"));
    let site = Site {
        diagnostics: Vec::new(),
        files: BTreeMap::from([("a.html".to_owned(), b"<p>A <b>Word</b></p>".to_vec())]),
    };
    assert!(check(&examples[0].expected[0], &site).is_err());
    let block = |what: &str, text: &str| Block {
        what: what.split(' ').map(str::to_owned).collect(),
        text: text.to_owned(),
        inside: 0..0,
    };
    assert!(check(&block("contains a.html", "<b>Word</b>\n"), &site).is_ok());
    assert!(check(&block("contains a.html", "<i>Word</i>\n"), &site).is_err());
    assert!(check(&block("lacks a.html", "Word\n"), &site).is_err());
    assert!(check(&block("lacks b.html", "Word\n"), &site).is_err());
    assert!(check(&block("lacks", "a.htm\n"), &site).is_err());
    assert!(check(&block("html a.html b", "<b>Word</b>\n"), &site).is_ok());
    assert!(check(&block("files", "b.html\n"), &site).is_err());
    assert!(check(&block("diagnostics", "error x y\n"), &site).is_err());
}
