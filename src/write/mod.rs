//! The site onto the disk, so that no reader ever meets half of it and nobody's work is lost.
//!
//! Pages come as a stream, from many threads, each written and dropped. [`Staging::begin`] takes a lock
//! beside the target, finishes what an interrupted build left, surveys the target and refuses to replace
//! what Redstring did not make; [`Staging::put`] compares each file with the one that is published and
//! writes only what differs, into a hidden folder beside the target; [`Staging::commit`] completes that
//! folder with hard links to the files that stayed the same and exchanges the two folders.
//!
//! ```text
//! guard ─▶ lock ─▶ recover ─▶ survey ─▶ put … put ─▶ complete ─▶ swap ─▶ discard the old folder
//!   (may it be written?)  (what is there)   (.public.redstring-new)   (public)
//! ```
//!
//! What holds at every step, and is tested by letting each single operation fail:
//!
//! - The target is the old site or the new one, whole. Where the file system cannot exchange two folders,
//!   a journal lies beside the target during the two renames, and the next build finishes them.
//! - No file is ever written in place: a published file may share its bytes with a hard link.
//! - A build can be stopped at any moment ([`Stopper`]): what it wrote goes, and the target is as it was.
//! - A folder is only removed if it carries Redstring's marker, is empty, or stands under a journal.
//!
//! [`is_undisturbed`] looks whether there may be nothing to do at all; [`keep`] and [`kept`] are what Redstring keeps for itself
//! in the dossier's folder.

mod claims;
mod disk;
mod error;
mod gate;
mod guard;
mod kept;
mod ledger;
mod lock;
mod place;
mod recover;
mod single;
mod staging;
mod standing;
mod survey;
mod swap;

#[cfg(test)]
mod tests;

pub use error::WriteError;
pub use gate::{Stopped, Stopper};
pub use kept::{keep, kept};
pub use ledger::{MARKER, compose as marker_of, parse as files_of_marker};
pub use single::{new_files, put_files, replace_file};
pub use staging::{Overwrite, Published, Staging};
pub use standing::is_undisturbed;
