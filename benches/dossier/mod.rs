//! A dossier as large as one likes, made by chance and the same on every machine: what speed is measured on.
//!
//! ```text
//! Options ─▶ plan (kinds, names, who is named often) ─┬─▶ facts  front matter ─┬─▶ files
//!                      chance, words, dates           ├─▶ prose  body          │
//!                                                     └─▶ copies of sources ───┘
//! ```
//!
//! Nothing is kept of a page once it is written, so that a million of them need little memory.

mod chance;
mod copies;
mod dates;
mod facts;
mod plan;
mod prose;
#[rustfmt::skip]
mod words;

use std::path::Path;
use std::{fs, io};

use rayon::prelude::*;

use plan::{Entity, Kind, Plan};

/// How much of what Redstring knows the dossier uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// People, organisations, events and sources with names, days and links: what other generators can do too.
    Plain,
    /// All kinds, relations, citations, evidence and copies; hubs, long pages, chains of transclusions, wide timelines.
    Full,
}

/// For which program it is written. The pages are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Redstring,
    /// Of a plain dossier alone.
    Hugo,
}

/// Which dossier is made.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// How many pages it has; up to a million have names of their own.
    pub(crate) n: usize,
    pub(crate) seed: u64,
    pub(crate) profile: Profile,
    pub(crate) format: Format,
    /// In a full dossier, how many pages name its hub.
    pub(crate) hub: usize,
}

impl Options {
    /// A dossier of so many pages in Redstring's format.
    pub(crate) const fn new(n: usize, profile: Profile) -> Self {
        Self { n, seed: 1, profile, format: Format::Redstring, hub: 10_000 }
    }
}

/// Write the dossier into a folder.
///
/// # Errors
/// What the disk did not take.
pub(crate) fn write(options: &Options, root: &Path) -> io::Result<()> {
    let plan = Plan::new(options);
    let content = root.join("content");
    let kinds = Kind::ALL.into_iter().filter(|kind| plan.count(*kind) > 0);
    for kind in kinds.clone() {
        fs::create_dir_all(content.join(kind.folder()))?;
    }
    match options.format {
        Format::Redstring => {
            fs::write(root.join("site.toml"), settings(options))?;
            let words = format!("---\ntitle: A dossier by chance\n---\n\n{} pages.\n", options.n);
            fs::write(content.join("index.md"), words)?;
        }
        Format::Hugo => {
            fs::write(content.join("_index.md"), "---\ntitle: A dossier by chance\n---\n")?;
            for kind in kinds {
                let folder = kind.folder();
                let words =
                    format!("---\ntitle: {}{}\n---\n", folder[..1].to_ascii_uppercase(), &folder[1..]);
                fs::write(content.join(folder).join("_index.md"), words)?;
            }
            fs::write(content.join("timeline.md"), "---\ntitle: Timeline\nlayout: timeline\n---\n")?;
        }
    }
    (0..options.n).into_par_iter().with_min_len(64).try_for_each(|number| {
        let page = Entity(number);
        let folder = content.join(plan.kind(page).folder());
        let id = plan.id(page);
        let text = facts::front_matter(&plan, page) + &prose::body(&plan, page);
        fs::write(folder.join(format!("{id}.md")), text)?;
        if options.profile == Profile::Full && copies::has_copy(&plan, page) {
            fs::write(folder.join(format!("{id}.txt")), copies::copy(&plan, page))?;
        }
        Ok(())
    })
}

fn settings(options: &Options) -> String {
    let title = "title = \"A dossier by chance\"\n";
    match options.profile {
        Profile::Plain => title.to_owned(),
        Profile::Full => format!("{title}base_url = \"https://dossier.example/\"\n"),
    }
}
