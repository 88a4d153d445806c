//! The files of a new dossier. They lie in `src/starter/` as they will lie in the dossier.

macro_rules! starter {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../starter/", $name)))),*]
    };
}

/// The workflow by which GitHub builds and publishes the site.
pub(super) const WORKFLOW: &str = ".github/workflows/pages.yml";

/// Path and text of each file.
const FILES: &[(&str, &str)] = starter!(
    ".gitattributes",
    ".github/workflows/pages.yml",
    ".gitignore",
    "README.md",
    "content/claims/vane-was-mended.md",
    "content/events/vane-disappears.md",
    "content/events/vane-returns.md",
    "content/index.md",
    "content/organisations/wick-museum.md",
    "content/people/ada-wren.md",
    "content/people/the-lodger.md",
    "content/places/nether-wick.md",
    "content/sources/wick-gazette.md",
    "content/sources/wick-gazette.txt",
    "content/sources/wren-diary.md",
    "content/sources/wren-diary.txt",
    "site.toml",
);

/// Path and text of each file, for this version of the program.
pub(super) fn files() -> impl Iterator<Item = (&'static str, String)> {
    FILES.iter().map(|(path, text)| (*path, text.replace("@VERSION@", env!("CARGO_PKG_VERSION"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every file of the folder is embedded: none can be forgotten.
    #[test]
    fn all_files_are_embedded() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/starter");
        let mut files: Vec<_> = walkdir::WalkDir::new(&root)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"))
            .collect();
        files.sort();
        let names: Vec<_> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, files);
    }

    #[test]
    fn no_placeholder_is_left() {
        assert!(files().all(|(_, text)| !text.contains("@VERSION@")));
    }
}
