//! Everything from which a site and its problems follow, in a few numbers.

use serde::{Deserialize, Serialize};

use crate::export::manifest::{Hash, this_program};
use crate::load::ContentTree;
use crate::pipeline::Wishes;

/// By what a build is known before it has begun: what it was given to read, what it was asked for, and by which program. Neither
/// the day nor anything of the machine is in it, for nothing that a build writes or says hangs on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs {
    /// The program.
    pub(super) program: Hash,
    /// All else but the texts of pages: which pages there are is among it.
    beside: Hash,
    /// The text of each page, in order.
    texts: Vec<Hash>,
}

impl Inputs {
    /// Of this run of `program`, which is named so that no other has its name, not even one of the same version. `None` where files
    /// are to be read that do not lie in the dossier.
    #[must_use]
    pub fn of(tree: &ContentTree, wishes: &Wishes, program: &str) -> Option<Self> {
        // Named one by one, so that a further wish is not forgotten.
        let Wishes { base_url, copies, today } = wishes;
        if !copies.is_empty() {
            return None;
        }
        let program = (this_program(), program);
        let beside = (base_url, today, tree.digest_beside_texts());
        let texts = tree.digests_of_pages();
        Some(Self {
            program: Hash::of(format!("{program:?}").as_bytes()),
            beside: Hash::of(format!("{beside:?}").as_bytes()),
            texts: texts.into_iter().map(Hash::from).collect(),
        })
    }

    /// The pages, by their places in order, whose texts are others than `before`; `None` where anything else is, too.
    pub(super) fn other_texts(&self, before: &Self) -> Option<Vec<usize>> {
        if self.program != before.program
            || self.beside != before.beside
            || self.texts.len() != before.texts.len()
        {
            return None;
        }
        let both = self.texts.iter().zip(&before.texts).enumerate();
        Some(both.filter(|(_, (now, was))| now != was).map(|(place, _)| place).collect())
    }
}
