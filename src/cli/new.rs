//! `redstring new`: a page of some kind, with the fields that it can have.
//!
//! The page is read and linked with all others before it is written: what would be wrong with it is said instead.

use std::path::Path;
use std::sync::Arc;

use clap::Args;
use rayon::prelude::*;

use super::blank_page::blank_page;
use super::dossier::RootArg;
use super::interruption::Interruption;
use super::{Failure, Outcome, output};
use crate::link::attachments::Attachments;
use crate::link::{Dossier, check};
use crate::load::{self, SettingsFile};
use crate::model::{Kind, Settings, fold, slug, vocabulary};
use crate::parse::suggest::nearest;
use crate::parse::{ParsedPage, parse_page, parse_settings};
use crate::text::{ContentFile, ContentPath, Diagnostic};
use crate::write::{WriteError, new_files};

/// A file's name of more characters than this is cut at a word: titles of claims are sentences.
const LONGEST_ID: usize = 60;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring new person \"Ian Levy\"\n  redstring new claim \"The letter was dated 1 December\" --id letter-dated\n  redstring new page \"How we work\" --root ../dossier\n\nKinds: person, organisation, event, place, product, claim, source, page, and those of site.toml."
)]
pub(super) struct New {
    /// What it is: person, event, claim …; `page` for a plain page
    kind: String,
    /// What it is called; quote it
    title: String,
    /// The page's id and file name; made from the title by default
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    place: RootArg,
}

impl New {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let interruption = Interruption::listen(|| {});
        let root = &self.place.root;
        let tree = load::load(root)?;
        let settings = parse_settings(tree.settings(), tree.words());
        let wrong = settings.diagnostics.iter().any(Diagnostic::is_error);
        if wrong || matches!(tree.settings(), SettingsFile::Unreadable) {
            return Err(Failure(
                "site.toml has errors, and says which kinds there are and where their pages lie\n  \
                 `redstring check` shows them"
                    .into(),
            ));
        }
        let kind = find_kind(&settings.value, &self.kind)?;
        let settings = &settings.value;
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = self.id(&title)?;
        let folder = kind.map_or_else(|| "content".into(), |kind| format!("content/{}", kind.folder));
        let path = ContentPath::new(&format!("{folder}/{id}.md"));
        let pages: Vec<_> =
            tree.pages().par_iter().map(|file| Arc::new(parse_page(file, settings).value)).collect();
        if let Some(other) = pages.iter().find(|page| fold(page.facts.id.as_str()) == fold(&id)) {
            return Err(Failure(format!(
                "the id `{}` is taken by {}\n  give the new page another with `--id`",
                other.facts.id, other.facts.path
            )));
        }
        let text = blank_page(settings, kind, &title);
        let file = ContentFile { path, text: text.into() };
        let same_name = pages.iter().find(|page| bears(page, &title)).map(|page| page.facts.path.clone());
        faults(&file, settings, pages)?;
        interruption.undisturbed(|| write_new(root, &file))?;
        output::result(&root.join(file.path.as_str()).display().to_string());
        if let Some(other) = same_name {
            output::remark(&format!(
                "`{title}` is also a name of {other}\n  link to either by its id: `[[{id}]]`"
            ));
        }
        Ok(Outcome::Clean)
    }

    fn id(&self, title: &str) -> Result<String, Failure> {
        if title.is_empty() {
            return Err(Failure(
                "the title is empty\n  say what the page is called: `redstring new person \"Ian Levy\"`"
                    .into(),
            ));
        }
        if title.chars().any(char::is_control) {
            return Err(Failure("the title holds a control character\n  type it anew".into()));
        }
        let id = match &self.id {
            Some(id) => {
                let safe = slug(id);
                if safe != id.to_lowercase() || safe.is_empty() {
                    let try_this = if safe.is_empty() { String::new() } else { format!(": `{safe}`") };
                    return Err(Failure(format!(
                        "`{id}` cannot be an id\n  write letters, digits and single hyphens{try_this}"
                    )));
                }
                id.clone()
            }
            None => short(&slug(title)).to_owned(),
        };
        if id.is_empty() {
            return Err(Failure(format!(
                "`{title}` holds no letter or digit, so it gives no file name\n  give the page an id with `--id`"
            )));
        }
        if let Some(fault) = load::unsafe_name(Some(&format!("{id}.md"))) {
            return Err(Failure(format!(
                "`{id}.md` cannot be the name of a file: it {fault}\n  give the page another id with `--id`"
            )));
        }
        Ok(id)
    }
}

/// The kind of this name; `None` for plain pages.
fn find_kind<'a>(settings: &'a Settings, name: &str) -> Result<Option<&'a Kind>, Failure> {
    if name == vocabulary::PAGE {
        return Ok(None);
    }
    if let Some(kind) = settings.kind(name) {
        return Ok(Some(kind));
    }
    // People also write `people` for `person`: the folder's name, or what readers see.
    let names = settings.kinds.iter().flat_map(|kind| {
        [kind.id.as_str(), &*kind.folder, &*kind.singular, &*kind.plural].map(|name| (name, kind.id.as_str()))
    });
    let names: Vec<_> =
        names.chain([(vocabulary::PAGE, vocabulary::PAGE), ("pages", vocabulary::PAGE)]).collect();
    let near = nearest(name, names.iter().map(|(name, _)| *name))
        .and_then(|near| names.iter().find(|(name, _)| *name == near));
    let mut message = format!("there is no kind `{name}`");
    if let Some((_, id)) = near {
        message.push_str(&format!("\n  did you mean `{id}`?"));
    }
    let kinds = settings.kinds.iter().map(|kind| kind.id.as_str()).chain([vocabulary::PAGE]);
    message.push_str(&format!("\n  the kinds are {}", kinds.collect::<Vec<_>>().join(", ")));
    Err(Failure(message))
}

/// Cut an id at the end of a word.
fn short(id: &str) -> &str {
    match id.char_indices().nth(LONGEST_ID) {
        None => id,
        Some((end, _)) => {
            let cut = &id[..end];
            cut.rsplit_once('-').map_or(cut, |(whole, _)| whole)
        }
    }
}

fn bears(page: &ParsedPage, name: &str) -> bool {
    let facts = &page.facts;
    let mut names = facts.aliases.iter().chain([&facts.title]);
    names.any(|own| fold(own) == fold(name))
}

/// What would be an error in the new page: a name that Redstring keeps, an unclosed `%%` in the title.
fn faults(file: &ContentFile, settings: &Settings, mut pages: Vec<Arc<ParsedPage>>) -> Result<(), Failure> {
    let page = parse_page(file, settings);
    let mut diagnostics = page.diagnostics;
    pages.push(Arc::new(page.value));
    let dossier = Dossier::link(settings.clone(), pages, Attachments::default(), &[]);
    let dossier = dossier.into_value(&mut diagnostics);
    diagnostics.extend(check::pages(&dossier).into_iter().flat_map(|(_, found)| found));
    let here = |diagnostic: &&Diagnostic| {
        diagnostic.is_error() && diagnostic.place.as_ref().is_some_and(|place| place.path == file.path)
    };
    match diagnostics.iter().find(here) {
        None => Ok(()),
        Some(diagnostic) => Err(Failure(format!(
            "{} cannot be made: {}\n  choose another title, or give the page another id with `--id`",
            file.path, diagnostic.message
        ))),
    }
}

fn write_new(root: &Path, file: &ContentFile) -> Result<(), Failure> {
    let to = root.join(file.path.as_str());
    new_files(&[(to, file.text.as_bytes())]).map_err(|error| match error {
        WriteError::Exists { path, .. } => Failure(format!(
            "{} exists already, and is left as it is\n  give the new page another id with `--id`",
            path.display()
        )),
        error => error.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_ids_end_with_a_whole_word() {
        assert_eq!(short("ian-levy"), "ian-levy");
        let id = slug("The company's growth in the third quarter was told before the attack on it");
        assert_eq!(short(&id), "the-company-s-growth-in-the-third-quarter-was-told-before");
        assert_eq!(short(&"国".repeat(80)), "国".repeat(60));
    }
}
