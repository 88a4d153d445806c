//! Reading an attachment: its opening first, and the rest only where that is wanted.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::text::{ContentPath, Diagnostic};

/// How many bytes at the beginning of a file tell what it is.
const OPENING: u64 = 16;

/// All bytes of an attachment if `wanted` says so of its first sixteen (or fewer, where it has fewer): a film
/// that only has to be copied is not held in memory to find out.
///
/// # Errors
/// A diagnostic, when the file cannot be read.
pub fn read_attachment(
    root: &Path,
    path: &ContentPath,
    wanted: impl FnOnce(&[u8]) -> bool,
) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
    read(&root.join(path.as_str()), wanted).map_err(|error| Box::new(super::unreadable(path, &error)))
}

fn read(path: &Path, wanted: impl FnOnce(&[u8]) -> bool) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    file.by_ref().take(OPENING).read_to_end(&mut bytes)?;
    if !wanted(&bytes) {
        return Ok(None);
    }
    file.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanted_is_read_whole_and_what_is_not_is_judged_by_its_opening() {
        let root = tempfile::tempdir().unwrap();
        let text = "0123456789abcdef and the rest";
        std::fs::write(root.path().join("long"), text).unwrap();
        std::fs::write(root.path().join("short"), "ab").unwrap();
        let read = |name: &str, wanted: bool| {
            let mut opening = Vec::new();
            let bytes = read_attachment(root.path(), &ContentPath::new(name), |bytes| {
                opening = bytes.to_vec();
                wanted
            });
            (String::from_utf8(opening).unwrap(), bytes.unwrap())
        };
        assert_eq!(read("long", false), ("0123456789abcdef".into(), None));
        assert_eq!(read("long", true), ("0123456789abcdef".into(), Some(text.into())));
        assert_eq!(read("short", true), ("ab".into(), Some("ab".into())));
        let missing = read_attachment(root.path(), &ContentPath::new("missing"), |_| true).unwrap_err();
        assert_eq!(missing.rule.name, "unreadable-file");
    }
}
