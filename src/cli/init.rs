//! `redstring init`: a new dossier in a new folder, whole or not at all.
//!
//! All files are written into a folder that nobody looks at, on the same disk, and moved into place at the end. Whatever
//! fails, what was made is removed, and nothing else: every folder and file is made new or not at all.

#![expect(clippy::disallowed_methods, reason = "a new dossier is written where there was nothing")]

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::interruption::Interruption;
use super::starter::{self, WORKFLOW};
use super::{Failure, Outcome, output};

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  redstring init my-dossier\n  redstring init my-dossier --publish branch   only the site will leave the folder\n  redstring init .          in a folder that is empty, or a fresh clone of an empty repository"
)]
pub(super) struct Init {
    /// The folder to make; it must not exist, or be empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// How the site is to be published
    #[arg(long, value_enum, default_value_t = Way::Actions)]
    publish: Way,
}

/// How a site is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Way {
    /// GitHub builds it from a repository, in which everything is public: with a workflow for that
    Actions,
    /// `redstring publish` sends the built site alone to a branch; the dossier stays in a private folder
    Branch,
    /// By other means, or not at all
    None,
}

impl Way {
    /// Path and text of each file of the new dossier.
    fn files(self) -> impl Iterator<Item = (&'static str, String)> {
        starter::files().filter(move |(path, _)| self == Self::Actions || *path != WORKFLOW)
    }

    /// What to do to publish.
    fn steps(self) -> &'static str {
        match self {
            Self::Actions => {
                "To publish it on GitHub Pages, fill in REDSTRING_SOURCE in .github/workflows/pages.yml and push.\n\
                 Everything in a public repository is public, private pages too. If that must not be, keep this folder\n\
                 private and publish the site alone: `redstring publish --help`; README.md says more."
            }
            Self::Branch => {
                "To publish it on GitHub Pages, make an empty repository there for the site alone. Then each time:\n  \
                 redstring build --base-url https://NAME.github.io/REPOSITORY/\n  \
                 redstring publish https://github.com/NAME/REPOSITORY.git --base-url https://NAME.github.io/REPOSITORY/\n\
                 Do not push this folder to a public repository; README.md says more."
            }
            Self::None => "The site is the folder public/; README.md says how it can be published.",
        }
    }
}

impl Init {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let interruption = Interruption::listen(|| {});
        let there = look(&self.folder)?;
        let made = interruption.undisturbed(|| match there {
            There::Nothing => make_new(&self.folder, self.publish),
            There::EmptyFolder => fill(&self.folder, self.publish),
        });
        made.map_err(|error| {
            Failure(format!(
                "cannot make a dossier in {}: {error}\n  nothing was written",
                self.folder.display()
            ))
        })?;
        output::result(&self.next_steps());
        Ok(Outcome::Clean)
    }

    fn next_steps(&self) -> String {
        let folder = self.folder.display().to_string();
        let plain = folder.chars().all(|c| c.is_alphanumeric() || "-_./\\:~".contains(c));
        let enter = match () {
            () if self.folder == Path::new(".") => String::new(),
            () if plain => format!("  cd {folder}\n"),
            () => format!("  cd \"{folder}\"\n"),
        };
        format!(
            "Made a dossier in {folder}, with an example to look at and delete\n\nNext:\n{enter}  \
             redstring serve                   write, and see every change in the browser\n  \
             redstring new person \"Ian Levy\"   a page of your own\n  \
             redstring build                   the site, in public/\n\n{}",
            self.publish.steps()
        )
    }
}

/// What is where the dossier shall be.
enum There {
    Nothing,
    EmptyFolder,
}

fn look(folder: &Path) -> Result<There, Failure> {
    let shown = folder.display();
    let cannot = |error: io::Error| Failure(format!("cannot look into {shown}: {error}"));
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(There::Nothing),
        Err(error) => return Err(cannot(error)),
        // A link that leads nowhere is something as well.
        Ok(_) if !folder.is_dir() => {
            return Err(Failure(format!("{shown} is no folder\n  name one that does not exist yet")));
        }
        Ok(_) => {}
    }
    let listed: io::Result<Vec<OsString>> =
        fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect());
    let mut names = listed.map_err(cannot)?;
    // A clone of an empty repository is where many dossiers begin.
    names.retain(|name| name != ".git");
    if names.is_empty() {
        return Ok(There::EmptyFolder);
    }
    names.sort();
    let shown_names: Vec<_> = names.iter().take(5).map(|name| name.to_string_lossy()).collect();
    let more = match names.len() - shown_names.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let mut message = format!("{shown} is not empty: it holds {}{more}\n  ", shown_names.join(", "));
    message.push_str(match names.iter().any(|name| name == "content") {
        true => "it looks like a dossier already: `redstring serve` shows it",
        false => "name a folder that does not exist yet; `redstring init` overwrites nothing",
    });
    Err(Failure(message))
}

/// Make the folder, with everything in it, from one moment to the next.
fn make_new(folder: &Path, way: Way) -> io::Result<()> {
    let name = folder.file_name().ok_or_else(|| io::Error::other("it does not name a folder"))?;
    let parent = match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let above = make_folders(parent)?;
    let staging = parent.join(staging_name(name));
    // A folder cannot be renamed over one that has come meanwhile and is not empty: the system sees to that.
    let made = write_all(&staging, way)
        .and_then(|()| fs::rename(&staging, folder).inspect_err(|_| remove(&staging)));
    if made.is_err() {
        for made in above.iter().rev() {
            let _ = fs::remove_dir(made);
        }
    }
    made
}

/// Fill a folder that is there and empty. It stays the folder that it is: somebody may stand in it, and it may be a
/// disk of its own.
fn fill(folder: &Path, way: Way) -> io::Result<()> {
    let staging = folder.join(staging_name("dossier".as_ref()));
    write_all(&staging, way)?;
    let mut moved: Vec<PathBuf> = Vec::new();
    let result = fs::read_dir(&staging).and_then(|entries| {
        for entry in entries {
            let entry = entry?;
            let to = folder.join(entry.file_name());
            if fs::symlink_metadata(&to).is_ok() {
                return Err(io::Error::other(format!("{} has come meanwhile", to.display())));
            }
            fs::rename(entry.path(), &to)?;
            moved.push(to);
        }
        fs::remove_dir(&staging)
    });
    if result.is_err() {
        moved.iter().for_each(|path| remove(path));
        remove(&staging);
    }
    result
}

/// Write all files into the new folder `staging`; where one cannot be written, the folder goes again.
fn write_all(staging: &Path, way: Way) -> io::Result<()> {
    fs::create_dir(staging)?;
    let written = way.files().try_for_each(|(path, text)| {
        let to = staging.join(path);
        fs::create_dir_all(to.parent().unwrap_or(staging))?;
        fs::File::create_new(&to)?.write_all(text.as_bytes())
    });
    if written.is_err() {
        remove(staging);
    }
    written
}

/// Make a folder and those above it; which had to be made, the highest first.
fn make_folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let missing: Vec<_> = folder
        .ancestors()
        .take_while(|above| !above.as_os_str().is_empty() && !above.exists())
        .map(Path::to_path_buf)
        .collect();
    fs::create_dir_all(folder)?;
    Ok(missing.into_iter().rev().collect())
}

/// Remove what this run has made. What cannot be removed now is hidden, and bears the program's name.
fn remove(path: &Path) {
    let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
}

/// Not even an earlier run that was killed has a folder of this name.
fn staging_name(name: &std::ffi::OsStr) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".redstring-init-{}", std::process::id()));
    hidden
}
