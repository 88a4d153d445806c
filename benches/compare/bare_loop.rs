//! The least that a generator of a linked dossier has to do: what the time of Redstring is compared with.
//!
//! It reads a dossier, splits off the front matter, resolves wiki links by id, title and alias, parses Markdown, and
//! writes a page for each document, with navigation, facts and backlinks, a list for each folder and a timeline. There
//! is no YAML, no template, no check and no error message: front matter is cut at line ends and colons, pages are put
//! together by hand. What stands in double brackets and names nothing stays as it is.
//!
//! `bare-loop DOSSIER OUTPUT`; the output folder has to be empty or absent.
#![allow(clippy::disallowed_methods, reason = "it reads and writes, as a whole program in one file")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;

const FOLDERS: [(&str, &str); 7] = [
    ("people", "People"),
    ("organisations", "Organisations"),
    ("events", "Events"),
    ("places", "Places"),
    ("products", "Products"),
    ("claims", "Claims"),
    ("sources", "Sources"),
];

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [dossier, output] = arguments.as_slice() else {
        eprintln!("bare-loop DOSSIER OUTPUT");
        return ExitCode::from(2);
    };
    match run(dossier, output) {
        Ok(pages) => {
            println!("{pages} pages");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// One document, read and split.
struct Document {
    folder: &'static str,
    id: String,
    title: String,
    aliases: Vec<String>,
    date: Option<String>,
    text: String,
    /// Where the body begins in `text`.
    body: usize,
}

impl Document {
    fn file(&self) -> String {
        format!("{}/{}.html", self.folder, self.id)
    }

    fn body(&self) -> &str {
        &self.text[self.body..]
    }
}

fn run(dossier: &Path, output: &Path) -> io::Result<usize> {
    let documents = read(&dossier.join("content"))?;

    let mut names: HashMap<&str, usize> = HashMap::new();
    for (number, document) in documents.iter().enumerate() {
        let own = [document.id.as_str(), document.title.as_str()];
        for name in own.into_iter().chain(document.aliases.iter().map(String::as_str)) {
            names.entry(name).or_insert(number);
        }
    }
    let targets: Vec<Vec<usize>> = documents
        .par_iter()
        .map(|document| {
            let mut targets: Vec<_> =
                links(document.body()).filter_map(|link| names.get(link.target).copied()).collect();
            targets.sort_unstable();
            targets.dedup();
            targets
        })
        .collect();
    let mut backlinks: Vec<Vec<usize>> = vec![Vec::new(); documents.len()];
    for (from, targets) in targets.iter().enumerate() {
        for target in targets {
            backlinks[*target].push(from);
        }
    }

    for (folder, _) in FOLDERS {
        fs::create_dir_all(output.join(folder))?;
    }
    documents.par_iter().zip(&backlinks).try_for_each(|(document, backlinks)| {
        let from = backlinks.iter().map(|from| &documents[*from]);
        fs::write(output.join(document.file()), page(document, &documents, &names, from))
    })?;
    for (folder, heading) in FOLDERS {
        let mut members: Vec<_> = documents.iter().filter(|document| document.folder == folder).collect();
        members.sort_by(|a, b| a.title.cmp(&b.title));
        fs::write(output.join(folder).join("index.html"), list(heading, "../", &members))?;
    }
    let mut dated: Vec<_> = documents.iter().filter(|document| document.date.is_some()).collect();
    dated.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
    fs::write(output.join("timeline.html"), list("Timeline", "", &dated))?;
    fs::write(output.join("index.html"), list("Dossier", "", &[]))?;
    Ok(documents.len())
}

fn read(content: &Path) -> io::Result<Vec<Document>> {
    let mut files = Vec::new();
    for (folder, _) in FOLDERS {
        let Ok(listed) = fs::read_dir(content.join(folder)) else { continue };
        for entry in listed {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "md") {
                files.push((folder, path));
            }
        }
    }
    files.sort();
    files
        .into_par_iter()
        .map(|(folder, path)| Ok(document(folder, &path, fs::read_to_string(&path)?)))
        .collect()
}

/// Front matter, one field a line.
fn document(folder: &'static str, path: &Path, text: String) -> Document {
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let mut document = Document {
        folder,
        title: id.clone(),
        id,
        aliases: Vec::new(),
        date: None,
        text: String::new(),
        body: 0,
    };
    if let Some(rest) = text.strip_prefix("---\n")
        && let Some(end) = rest.find("\n---\n")
    {
        for line in rest[..end].lines() {
            let Some((field, value)) = line.split_once(':') else { continue };
            let value = value.trim().trim_matches('"');
            match field {
                "id" => value.clone_into(&mut document.id),
                "title" => value.clone_into(&mut document.title),
                "date" => document.date = Some(value.to_owned()),
                "aliases" => {
                    let list = value.trim_matches(['[', ']']).split(',');
                    document.aliases = list.map(|alias| alias.trim().trim_matches('"').to_owned()).collect();
                    document.aliases.retain(|alias| !alias.is_empty());
                }
                _ => {}
            }
        }
        document.body = 4 + end + 5;
    }
    document.text = text;
    document
}

/// `[[target]]` or `[[target|label]]`, and where it stands.
struct Link<'a> {
    start: usize,
    end: usize,
    target: &'a str,
    label: Option<&'a str>,
}

fn links(text: &str) -> impl Iterator<Item = Link<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find("[[")?;
        let inner = start + 2;
        let end = inner + text[inner..].find("]]")?;
        at = end + 2;
        let (target, label) = match text[inner..end].split_once('|') {
            Some((target, label)) => (target, Some(label)),
            None => (&text[inner..end], None),
        };
        Some(Link { start, end: at, target, label })
    })
}

/// The body with its wiki links as ordinary ones.
fn linked(document: &Document, documents: &[Document], names: &HashMap<&str, usize>) -> String {
    let body = document.body();
    let mut text = String::with_capacity(body.len() + body.len() / 4);
    let mut done = 0;
    for link in links(body) {
        let Some(target) = names.get(link.target).map(|number| &documents[*number]) else { continue };
        text.push_str(&body[done..link.start]);
        let label = link.label.unwrap_or(&target.title);
        text.extend(["[", label, "](../", target.folder, "/", &target.id, ".html)"]);
        done = link.end;
    }
    text.push_str(&body[done..]);
    text
}

fn page<'a>(
    document: &Document,
    documents: &[Document],
    names: &HashMap<&str, usize>,
    backlinks: impl ExactSizeIterator<Item = &'a Document>,
) -> String {
    let markdown = linked(document, documents, names);
    let mut page = String::with_capacity(markdown.len() * 3 / 2 + 2048);
    head(&mut page, &document.title, "../");
    page.push_str("<dl>\n");
    fact(&mut page, "Kind", document.folder);
    fact(&mut page, "Id", &document.id);
    if let Some(date) = &document.date {
        fact(&mut page, "Date", date);
    }
    for alias in &document.aliases {
        fact(&mut page, "Also known as", alias);
    }
    page.push_str("</dl>\n<article>\n");
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    html::push_html(&mut page, Parser::new_ext(&markdown, options | Options::ENABLE_TASKLISTS));
    page.push_str("</article>\n");
    if backlinks.len() > 0 {
        page.push_str("<section>\n<h2>Mentioned in</h2>\n<ul>\n");
        for from in backlinks {
            item(&mut page, "../", from, false);
        }
        page.push_str("</ul>\n</section>\n");
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn list(heading: &str, top: &str, members: &[&Document]) -> String {
    let mut page = String::with_capacity(members.len() * 128 + 2048);
    head(&mut page, heading, top);
    page.push_str("<ul>\n");
    for member in members {
        item(&mut page, top, member, heading == "Timeline");
    }
    page.push_str("</ul>\n</main>\n</body>\n</html>\n");
    page
}

fn head(page: &mut String, title: &str, top: &str) {
    page.push_str("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    escape(page, title);
    page.extend([
        " - Dossier</title>\n<link rel=\"stylesheet\" href=\"",
        top,
        "style.css\">\n</head>\n<body>\n",
    ]);
    page.extend(["<header>\n<nav>\n<a href=\"", top, "index.html\">Dossier</a>\n"]);
    for (folder, heading) in FOLDERS {
        page.extend(["<a href=\"", top, folder, "/index.html\">", heading, "</a>\n"]);
    }
    page.extend(["<a href=\"", top, "timeline.html\">Timeline</a>\n</nav>\n</header>\n<main>\n<h1>"]);
    escape(page, title);
    page.push_str("</h1>\n");
}

fn fact(page: &mut String, name: &str, value: &str) {
    page.extend(["<dt>", name, "</dt><dd>"]);
    escape(page, value);
    page.push_str("</dd>\n");
}

fn item(page: &mut String, top: &str, document: &Document, dated: bool) {
    page.push_str("<li>");
    if let Some(date) = document.date.as_deref().filter(|_| dated) {
        page.extend(["<time datetime=\"", date, "\">", date, "</time> "]);
    }
    page.extend(["<a href=\"", top, document.folder, "/", &document.id, ".html\">"]);
    escape(page, &document.title);
    page.push_str("</a></li>\n");
}

fn escape(page: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            _ => page.push(letter),
        }
    }
}
