//! Which program this is. While one develops, two have the same version; so it is known by its file.

use std::path::Path;
use std::time::UNIX_EPOCH;

/// The file of the program that runs, as the system tells it apart from every other: its place, its size and when it was last
/// changed, and where the system has them its number on the disk and the time that nobody can set. It is looked at and not
/// read: that would take a tenth of a build that has nothing to do. `None` where the system does not say.
///
/// To be asked for at the beginning: an update may put another file in its place.
pub(super) fn this_file() -> Option<String> {
    let path = std::env::current_exe().ok()?;
    // The file itself, also where there is another at its place by now.
    let own = Path::new("/proc/self/exe");
    let file = own.metadata().or_else(|_| path.metadata()).ok()?;
    let changed = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{path:?} {} {changed:?} {:?}", file.len(), number(&file)))
}

/// Device, number and time of the last change of anything about it.
#[cfg(unix)]
fn number(file: &std::fs::Metadata) -> [i64; 4] {
    use std::os::unix::fs::MetadataExt as _;
    [file.dev().cast_signed(), file.ino().cast_signed(), file.ctime(), file.ctime_nsec()]
}

/// There are none.
#[cfg(not(unix))]
fn number(_: &std::fs::Metadata) -> [i64; 0] {
    []
}
