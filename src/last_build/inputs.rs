//! Everything from which a site and its problems follow, in one number.

use serde::{Deserialize, Serialize};

use crate::export::manifest::{Hash, this_program};
use crate::load::ContentTree;
use crate::pipeline::Wishes;

/// By what a build is known before it has begun: what it was given to read, what it was asked for, and by which program. Neither
/// the day nor anything of the machine is in it, for nothing that a build writes or says hangs on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs(Hash);

impl Inputs {
    /// Of this run of `program`, which is named so that no other has its name, not even one of the same version. `None` where files
    /// are to be read that do not lie in the dossier.
    #[must_use]
    pub fn of(tree: &ContentTree, wishes: &Wishes, program: &str) -> Option<Self> {
        // Named one by one, so that a further wish is not forgotten.
        let Wishes { base_url, copies, today } = wishes;
        let all = (this_program(), program, base_url, today, tree.digest());
        copies.is_empty().then(|| Self(Hash::of(format!("{all:?}").as_bytes())))
    }
}
