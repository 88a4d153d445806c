//! Whether a build could leave a site as it stands, as far as names tell.
//!
//! It writes nothing, not even the lock: whoever writes meanwhile leaves a whole site, as if he came a moment later.

use std::path::Path;

use super::WriteError;
use super::disk::{Disk, RealDisk};
use super::guard;
use super::place::Place;
use super::survey::Survey;

/// Whether a site of Redstring's stands at `target` with nothing in it that Redstring did not write, nobody writes there, and
/// no build left anything beside it that the next one has to clear away. What cannot be looked at is not so.
#[must_use]
pub fn is_undisturbed(target: &Path, root: &Path) -> bool {
    undisturbed(&RealDisk, target, root).unwrap_or(false)
}

fn undisturbed(disk: &dyn Disk, target: &Path, root: &Path) -> Result<bool, WriteError> {
    let place = Place::of(target)?;
    guard::check(disk, &place, root)?;
    for left in [&place.new, &place.old, &place.journal] {
        if disk.entry(left).map_err(|error| WriteError::disk("look at", left, error))?.is_some() {
            return Ok(false);
        }
    }
    let survey = Survey::of(disk, &place.target)?;
    Ok(survey.marker.is_some() && survey.strangers.is_empty())
}
