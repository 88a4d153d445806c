//! `redstring publish`: the site and nothing else goes to a branch, on top of what is there, and nothing is forced.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use crate::program::{REDSTRING, alone};
use crate::repository::{git, run_git};

/// A word that stands in everything private.
const CANARY: &str = "qzcanary";

/// A dossier in a repository of its own, with private pages, and an empty repository to publish to.
struct Desk {
    place: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { place: tempfile::tempdir().unwrap() };
        desk.write("content/index.md", "---\ntitle: Home\n---\nHello. %% qzcanary in a comment %%\n");
        desk.write("content/people/ada.md", "---\ntitle: Ada\n---\nShe keeps the light.\n");
        desk.write(
            "content/people/qzcanary.md",
            "---\ntitle: The qzcanary\npublish: false\n---\nqzcanary hides here.\n",
        );
        desk.write("content/qzcanary.txt", "qzcanary\n");
        desk.write("site.toml", "title = \"Harbour\"\n# qzcanary\n");
        desk.write(".gitignore", "/public/\n");
        git(&desk.root(), &["init", "--quiet", "--initial-branch=main"]);
        git(&desk.root(), &["add", "--all"]);
        git(&desk.root(), &["commit", "--quiet", "--message", "qzcanary notes"]);
        git(desk.place.path(), &["init", "--quiet", "--bare", "--initial-branch=main", "remote.git"]);
        desk
    }

    fn root(&self) -> PathBuf {
        let root = self.place.path().join("dossier");
        fs::create_dir_all(&root).unwrap();
        root
    }

    fn remote(&self) -> PathBuf {
        self.place.path().join("remote.git")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn build(&self) {
        let output = redstring(&self.root(), &["build"]);
        assert!(output.status.success(), "{}", said(&output));
    }

    /// Publish; the status and what was said.
    fn publish(&self, arguments: &[&str]) -> (i32, String) {
        let remote = self.remote();
        let all = [&["publish", remote.to_str().unwrap()], arguments].concat();
        let output = redstring(&self.root(), &all);
        (output.status.code().unwrap(), said(&output))
    }

    /// The last commit of a branch of the remote.
    fn tip(&self, branch: &str) -> Option<String> {
        let output =
            run_git(&self.remote(), &["rev-parse", "--verify", "--quiet", &format!("refs/heads/{branch}")]);
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap().trim().to_owned())
    }

    fn files(&self, branch: &str) -> Vec<String> {
        let listed = git(&self.remote(), &["ls-tree", "-r", "--name-only", branch]);
        listed.lines().map(str::to_owned).collect()
    }

    /// Put a commit of somebody else onto a branch of the remote.
    fn somebody_commits(&self, branch: &str, path: &str) {
        let clone = self.place.path().join("clone");
        let _ = fs::remove_dir_all(&clone);
        git(self.place.path(), &["clone", "--quiet", self.remote().to_str().unwrap(), "clone"]);
        if run_git(&clone, &["checkout", "--quiet", branch]).status.success() {
        } else {
            git(&clone, &["checkout", "--quiet", "--orphan", branch]);
        }
        fs::create_dir_all(clone.join(path).parent().unwrap()).unwrap();
        fs::write(clone.join(path), "mine\n").unwrap();
        git(&clone, &["add", "--all"]);
        git(&clone, &["commit", "--quiet", "--message", "mine"]);
        git(&clone, &["push", "--quiet", "origin", branch]);
    }
}

/// A person's settings that would change what is published, if they counted.
fn settings_of_a_person() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("publish-{}", std::process::id()));
        fs::create_dir_all(folder.join("hooks")).unwrap();
        for hook in ["pre-commit", "pre-push", "post-commit", "commit-msg", "post-checkout"] {
            let path = folder.join("hooks").join(hook);
            fs::write(&path, "#!/bin/sh\necho a hook has run >&2\nexit 1\n").unwrap();
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
            }
        }
        let text = format!(
            "[user]\nname = Mallory Qzcanary\nemail = qzcanary@home.example\n[core]\nautocrlf = true\nhooksPath = {}\n\
             [commit]\ngpgSign = true\n[push]\ngpgSign = true\nfollowTags = true\n",
            folder.join("hooks").display()
        );
        fs::write(folder.join("config"), text).unwrap();
        folder
    })
}

fn configured(program: &mut Command) -> &mut Command {
    let config = settings_of_a_person().join("config");
    program.env("GIT_CONFIG_GLOBAL", config).env("GIT_CONFIG_NOSYSTEM", "1").env("TZ", "Asia/Kathmandu")
}

fn redstring(folder: &Path, arguments: &[&str]) -> Output {
    let mut program = alone(Command::new(REDSTRING));
    program.args(arguments).current_dir(folder);
    configured(&mut program).stdin(std::process::Stdio::null()).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn the_first_publication_makes_the_branch_of_the_site_and_nothing_else() {
    let desk = Desk::new();
    desk.build();
    let (status, words) = desk.publish(&["--dry-run"]);
    assert_eq!(status, 0, "{words}");
    assert!(words.contains("gh-pages") && words.contains("which is not there yet"), "{words}");
    // The audit, in counts: what stays in, and that no private name is spoken in what goes out.
    assert!(words.contains("Goes out:   2 pages") && words.contains("Stays in:   1 page"), "{words}");
    assert!(words.contains("Spoken:     no private name"), "{words}");
    assert!(words.contains("Nothing was published (--dry-run)"), "{words}");
    assert_eq!(desk.tip("gh-pages"), None, "a dry run changes nothing");
    let (status, words) = desk.publish(&["--yes"]);
    assert_eq!(status, 0, "{words}");
    assert!(words.contains("Published to branch gh-pages of "), "{words}");
    let mut files = desk.files("gh-pages");
    files.sort();
    let mut built: Vec<_> = walkdir::WalkDir::new(desk.root().join("public"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            entry.path().strip_prefix(desk.root().join("public")).unwrap().to_str().unwrap().to_owned()
        })
        .collect();
    built.sort();
    assert_eq!(files, built);
    for file in [".nojekyll", "404.html", "index.html", "manifest.json", ".redstring-site"] {
        assert!(files.iter().any(|there| there == file), "{file}");
    }
    // Byte for byte, through a clone.
    let clone = desk.place.path().join("published");
    git(
        desk.place.path(),
        &["clone", "--quiet", "--branch=gh-pages", desk.remote().to_str().unwrap(), "published"],
    );
    let verified = redstring(&desk.root(), &["verify-site", clone.to_str().unwrap()]);
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified));
}

#[test]
fn no_object_of_the_dossier_and_no_name_of_the_person_goes_along() {
    let desk = Desk::new();
    desk.build();
    assert_eq!(desk.publish(&["--yes"]).0, 0);
    desk.write("content/people/ada.md", "---\ntitle: Ada\n---\nShe kept the light. %% qzcanary %%\n");
    desk.build();
    assert_eq!(desk.publish(&["--yes"]).0, 0);
    let remote = desk.remote();
    let all = git(&remote, &["cat-file", "--batch-all-objects", "--batch-check"]);
    let mut commits = 0;
    for line in all.lines() {
        let mut words = line.split(' ');
        let (name, kind) = (words.next().unwrap(), words.next().unwrap());
        let bytes = run_git(&remote, &["cat-file", kind, name]).stdout;
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains(CANARY), "{kind} {name}:\n{text}");
        if kind == "commit" {
            commits += 1;
            let author = text.lines().find(|line| line.starts_with("author ")).unwrap();
            let parts: Vec<_> = author.rsplitn(3, ' ').collect();
            assert_eq!(parts[0], "+0000", "{author}");
            assert!(parts[1].parse::<u64>().unwrap().is_multiple_of(86_400), "the day and no hour: {author}");
            assert_eq!(parts[2], "author redstring <redstring@localhost>");
            assert!(!text.contains(desk.place.path().to_str().unwrap()), "{text}");
        }
    }
    assert_eq!(commits, 2);
    // The objects of the dossier's own repository would have been found.
    let own = git(&desk.root(), &["cat-file", "--batch-all-objects", "--batch-check"]);
    let reachable = own.lines().filter(|line| all.contains(line.split(' ').next().unwrap())).count();
    assert!(own.lines().count() > 6 && reachable == 0, "{reachable}");
    // Whoever wants to be named is.
    desk.write("content/people/ada.md", "---\ntitle: Ada Wren\n---\nShe kept the light.\n");
    desk.build();
    assert_eq!(desk.publish(&["--yes", "--author", "The Desk <desk@example.org>"]).0, 0);
    let author = git(&remote, &["log", "-1", "--format=%an <%ae> %cn", "gh-pages"]);
    assert_eq!(author, "The Desk <desk@example.org> The Desk");
}

#[test]
fn what_is_published_already_is_not_published_again_and_changes_are_counted() {
    let desk = Desk::new();
    desk.build();
    assert_eq!(desk.publish(&["--yes"]).0, 0);
    let first = desk.tip("gh-pages").unwrap();
    let (status, words) = desk.publish(&["--yes"]);
    assert!(status == 0 && words.contains("Nothing to publish"), "{words}");
    assert_eq!(desk.tip("gh-pages").as_deref(), Some(first.as_str()));
    fs::remove_file(desk.root().join("content/people/ada.md")).unwrap();
    desk.write("content/people/ben.md", "---\ntitle: Ben\n---\nHe mends it.\n");
    desk.build();
    let (status, words) = desk.publish(&["--dry-run"]);
    assert!(status == 0 && words.contains("people/ben.html") && words.contains("people/ada.html"), "{words}");
    for words_of in [" added: ", " changed: ", " removed: ", " as they are"] {
        assert!(words.contains(words_of), "{words_of}: {words}");
    }
    assert_eq!(desk.publish(&["--yes"]).0, 0);
    let parent = git(&desk.remote(), &["rev-parse", "gh-pages^"]);
    assert_eq!(parent, first, "on top of what was there");
    assert!(!desk.files("gh-pages").contains(&"people/ada.html".to_owned()));
}

#[test]
fn where_private_names_are_spoken_nothing_goes_before_somebody_looked() {
    let desk = Desk::new();
    desk.write("content/people/ada.md", "---\ntitle: Ada\n---\nShe met the Qzcanary.\n");
    desk.write("content/people/lodger.md", "---\ntitle: The Qzcanary\npublish: false\n---\nWords.\n");
    fs::remove_file(desk.root().join("content/people/qzcanary.md")).unwrap();
    desk.build();
    let (status, words) = desk.publish(&["--dry-run"]);
    assert!(status == 1 && words.contains("Spoken:     private names, in 1 place"), "{words}");
    assert!(words.contains("`redstring audit` says where"), "{words}");
    assert!(!words.to_lowercase().contains(CANARY), "it names none: {words}");
    let (status, words) = desk.publish(&["--yes"]);
    assert!(status == 1 && words.contains("Nothing was published"), "{words}");
    assert_eq!(desk.tip("gh-pages"), None);
    assert_eq!(desk.publish(&["--yes", "--despite-audit"]).0, 0);
    assert!(desk.tip("gh-pages").is_some());
}

#[test]
fn nobody_is_asked_where_nobody_is() {
    let desk = Desk::new();
    desk.build();
    let (status, words) = desk.publish(&[]);
    assert!(status == 2 && words.contains("--yes"), "{words}");
    assert_eq!(desk.tip("gh-pages"), None);
}

#[test]
fn only_what_was_built_from_the_dossier_as_it_is_is_published() {
    let desk = Desk::new();
    let (status, words) = desk.publish(&["--yes"]);
    assert!(status == 2 && words.contains("holds no built site"), "{words}");
    desk.build();
    desk.write(
        "content/people/ada.md",
        "---\ntitle: Ada\npublish: false\n---\nShe asked us to take it down.\n",
    );
    let (status, words) = desk.publish(&["--yes"]);
    assert!(status == 1 && words.contains("`redstring build` makes it anew"), "{words}");
    desk.write("content/people/ada.md", "---\ntitle: Ada\n---\n[[nobody]]\n");
    let (status, words) = desk.publish(&["--yes"]);
    assert!(
        status == 1 && words.contains("broken-link") && words.contains("nothing was published"),
        "{words}"
    );
    desk.write("content/people/ada.md", "---\ntitle: Ada\n---\nShe keeps the light.\n");
    fs::write(desk.root().join("public/.DS_Store"), "qzcanary").unwrap();
    let (status, words) = desk.publish(&["--yes"]);
    assert!(status == 0 && words.contains("not sent: .DS_Store"), "{words}");
    assert!(!desk.files("gh-pages").contains(&".DS_Store".to_owned()));
}

#[test]
fn a_branch_that_others_write_is_left_alone() {
    let desk = Desk::new();
    desk.build();
    desk.somebody_commits("gh-pages", "thesis/one.tex");
    let theirs = desk.tip("gh-pages").unwrap();
    let (status, words) = desk.publish(&["--yes"]);
    assert!(status == 2 && words.contains("thesis/one.tex") && words.contains("--adopt"), "{words}");
    assert_eq!(desk.tip("gh-pages").as_deref(), Some(theirs.as_str()));
    let (status, words) = desk.publish(&["--yes", "--adopt"]);
    assert_eq!(status, 0, "{words}");
    assert_eq!(git(&desk.remote(), &["rev-parse", "gh-pages^"]), theirs, "nothing is forced");
    // A file that somebody adds to a published branch is seen too.
    desk.somebody_commits("gh-pages", "CNAME");
    let (status, words) = desk.publish(&["--yes"]);
    assert!(status == 2 && words.contains("CNAME is the domain of the site"), "{words}");
    // With that domain as its address the site has the file itself.
    desk.write("site.toml", "title = \"Harbour\"\nbase_url = \"https://dossier.example/\"\n");
    desk.build();
    let (status, words) = desk.publish(&["--yes"]);
    assert_eq!(status, 0, "{words}");
    assert_eq!(git(&desk.remote(), &["show", "gh-pages:CNAME"]), "dossier.example");
}

#[test]
fn a_branch_with_a_dossier_on_it_is_never_taken_over() {
    let desk = Desk::new();
    desk.build();
    git(&desk.root(), &["remote", "add", "origin", "../remote.git"]);
    git(&desk.root(), &["push", "--quiet", "origin", "main"]);
    let theirs = desk.tip("main").unwrap();
    for remote in ["origin", "../remote.git", &desk.remote().to_string_lossy()] {
        let output = redstring(&desk.root(), &["publish", remote, "--branch", "main", "--yes", "--adopt"]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("where the dossier itself is written"), "{}", said(&output));
    }
    // From another branch, or another clone, it is known by what it holds.
    git(&desk.root(), &["checkout", "--quiet", "-b", "draft"]);
    let (status, words) = desk.publish(&["--branch", "main", "--yes", "--adopt"]);
    assert!(status == 2 && words.contains("holds a dossier, not a site"), "{words}");
    assert_eq!(desk.tip("main").as_deref(), Some(theirs.as_str()));
    // To another branch of the same repository it goes, with a warning.
    let (status, words) = desk.publish(&["--yes"]);
    assert!(status == 0 && words.contains("in which the dossier itself lies"), "{words}");
}

/// The remote moves between the look at it and the push: by a connection of ours, which lets somebody else in first.
#[cfg(unix)]
#[test]
fn a_branch_that_moves_meanwhile_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.build();
    assert_eq!(desk.publish(&["--yes"]).0, 0);
    let before = desk.tip("gh-pages").unwrap();
    desk.somebody_commits("gh-pages", "people/ada.html");
    let theirs = desk.tip("gh-pages").unwrap();
    let reference = "refs/heads/gh-pages";
    git(&desk.remote(), &["update-ref", reference, &before]);
    desk.write("content/people/ada.md", "---\ntitle: Ada\n---\nOther words.\n");
    desk.build();
    let connection = desk.place.path().join("connection");
    let remote = desk.remote();
    let script = format!(
        "#!/bin/sh\nfor last; do :; done\ncase \"$last\" in *receive-pack*)\n\
         git --git-dir={} update-ref {reference} {theirs};;\nesac\nexec sh -c \"$last\"\n",
        remote.display()
    );
    fs::write(&connection, script).unwrap();
    fs::set_permissions(&connection, fs::Permissions::from_mode(0o755)).unwrap();
    let address = format!("ssh://server.example{}", remote.display());
    let publish = |folder: &Path| {
        let mut program = alone(Command::new(REDSTRING));
        program.args(["publish", &address, "--yes"]).current_dir(folder);
        configured(&mut program).env("GIT_SSH", &connection).env("GIT_SSH_VARIANT", "simple");
        program.output().unwrap()
    };
    let output = publish(&desk.root());
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("has changed meanwhile, and nothing was published"), "{}", said(&output));
    assert_eq!(desk.tip("gh-pages").as_deref(), Some(theirs.as_str()), "what the other has published stays");
    // Looked at once more, it is published on top of that.
    let output = publish(&desk.root());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(git(&remote, &["rev-parse", "gh-pages^"]), theirs);
}

#[test]
fn what_cannot_be_reached_is_told() {
    let desk = Desk::new();
    desk.build();
    for (arguments, words) in [
        (&["publish", "nowhere"][..], "there is no remote `nowhere`"),
        (&["publish", "/no/such/repository.git", "--yes"], "nothing was published"),
        (&["publish", "../remote.git", "--branch", "a..b"], "is no name of a branch"),
        (&["publish", "../remote.git", "--branch=-x"], "is no name of a branch"),
        (&["publish", "../remote.git", "--author", "nobody"], "Name <address>"),
    ] {
        let output = redstring(&desk.root(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(words), "{arguments:?}: {}", said(&output));
    }
}
