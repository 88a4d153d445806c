//! Reading an attachment: its opening first, and the rest only where that is wanted.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use crate::text::{ContentPath, Diagnostic, rules};

/// How many bytes at the beginning of a file tell what it is.
const OPENING: u64 = 512;

/// All bytes of an attachment if `wanted` gives the most that it may have, from its first 512 (or fewer, where it has
/// fewer): a film that only has to be copied is not held in memory to find out.
///
/// # Errors
/// A diagnostic, when the file cannot be read, or is larger.
pub fn read_attachment(
    root: &Path,
    path: &ContentPath,
    wanted: impl FnOnce(&[u8]) -> Option<u64>,
) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
    let too_large = |most: u64| {
        let message =
            format!("this file has more than {} MiB, the most that is read to clean it", most >> 20);
        Box::new(
            Diagnostic::new(&rules::files::FILE_TOO_LARGE, message).in_file(path).help("make it smaller"),
        )
    };
    match read(&root.join(path.as_str()), wanted) {
        Ok(Read::Whole(bytes)) => Ok(Some(bytes)),
        Ok(Read::Unwanted) => Ok(None),
        Ok(Read::Larger(most)) => Err(too_large(most)),
        Err(error) => Err(Box::new(super::unreadable(path, &error))),
    }
}

/// What was read of a file.
enum Read {
    Whole(Vec<u8>),
    Unwanted,
    /// It has more bytes than this.
    Larger(u64),
}

fn read(path: &Path, wanted: impl FnOnce(&[u8]) -> Option<u64>) -> io::Result<Read> {
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    file.by_ref().take(OPENING).read_to_end(&mut bytes)?;
    let Some(most) = wanted(&bytes) else { return Ok(Read::Unwanted) };
    Ok(super::read_rest(file, bytes, most)?.map_or(Read::Larger(most), Read::Whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanted_is_read_whole_and_what_is_not_is_judged_by_its_opening() {
        let root = tempfile::tempdir().unwrap();
        let text = "0123456789abcdef".repeat(40);
        std::fs::write(root.path().join("long"), &text).unwrap();
        std::fs::write(root.path().join("short"), "ab").unwrap();
        let read = |name: &str, wanted: Option<u64>| {
            let mut opening = Vec::new();
            let bytes = read_attachment(root.path(), &ContentPath::new(name), |bytes| {
                opening = bytes.to_vec();
                wanted
            });
            (String::from_utf8(opening).unwrap(), bytes.unwrap())
        };
        assert_eq!(read("long", None), (text[..512].into(), None));
        assert_eq!(read("long", Some(640)), (text[..512].into(), Some(text.clone().into())));
        assert_eq!(read("short", Some(640)), ("ab".into(), Some("ab".into())));
        let read =
            |name: &str, most: u64| read_attachment(root.path(), &ContentPath::new(name), |_| Some(most));
        assert_eq!(read("long", 639).unwrap_err().rule.name, "file-too-large");
        assert_eq!(read("long", 10).unwrap_err().rule.name, "file-too-large");
        assert_eq!(read("missing", 10).unwrap_err().rule.name, "unreadable-file");
    }
}
