//! The marker: the file by which Redstring knows a folder as its own, and every file in it.
//!
//! It lists what was written, one path a line, so that a file somebody else laid into the folder is seen
//! before a swap would make it vanish; one read tells, however large the site. It says nothing that the
//! site does not show (no clock, no path of the machine), so it may be published with it.

use std::collections::BTreeSet;

use crate::text::one_form;

/// The marker's name, at the top of the target.
pub const MARKER: &str = ".redstring-site";

/// What stands above the list.
const HEADER: &str = "redstring-site 1\n\
    This folder was made by Redstring, and each build replaces it as a whole: keep no file of your own here.\n\
    The files that Redstring wrote:\n\n";

/// What the marker of a folder says that is still being filled.
pub(super) const UNFINISHED: &str = "redstring-site unfinished\n\
    A build was writing here and did not come to its end. The next one removes this folder.\n";

/// The marker of a site of these files, given in order.
#[must_use]
pub fn compose<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut text = String::from(HEADER);
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text.into_bytes()
}

/// The files that a finished marker lists, in one Unicode form; `None` if it is none of ours.
#[must_use]
pub fn parse(bytes: &[u8]) -> Option<BTreeSet<String>> {
    let text = std::str::from_utf8(bytes).ok()?;
    // By lines, not bytes: a folder that went through git on Windows may have other line ends.
    let mut lines = text.lines();
    if lines.next() != HEADER.lines().next() {
        return None;
    }
    lines.by_ref().find(|line| line.is_empty())?;
    Some(lines.filter(|line| !line.is_empty()).map(|line| one_form(line).into_owned()).collect())
}
