//! Sources that have one and the same copy: perhaps one report that was entered twice, and so counts as two.

use std::collections::hash_map::Entry;

use super::{Derivations, Report, independent};
use crate::link::corpus::Corpus;
use crate::model::{EntityId, vocabulary};
use crate::text::{ContentPath, Diagnostic, HashMap, rules};

/// By what two copies are known to be one.
#[derive(PartialEq, Eq, Hash)]
enum Copy<'a> {
    File(&'a ContentPath),
    Sha256(&'a str),
}

/// Report each source whose copy is that of another, unless the two are one origin by what they rest on.
pub(super) fn check(corpus: &Corpus, derivations: &Derivations) -> Vec<Diagnostic> {
    let mut first: HashMap<Copy<'_>, &EntityId> = HashMap::default();
    let mut found = Vec::new();
    for page in corpus.of_kind(vocabulary::SOURCE) {
        let facts = page.facts();
        let Some(source) = &facts.source else { continue };
        let file = corpus.copy_of(&facts.id).map(Copy::File);
        let hash = (!source.sha256.is_empty()).then_some(Copy::Sha256(&source.sha256));
        let mut other = None;
        for copy in file.into_iter().chain(hash) {
            match first.entry(copy) {
                Entry::Vacant(slot) => {
                    slot.insert(&facts.id);
                }
                Entry::Occupied(known) => other = Some(*known.get()),
            }
        }
        let Some(other) = other.filter(|other| !are_kin(derivations, other, &facts.id)) else { continue };
        let message =
            format!("`{}` has the same copy as `{other}`, and counts as an origin of its own", facts.id);
        let diagnostic = Diagnostic::new(&rules::evidence::SHARED_COPY, message)
            .help(
                "if they are one report, keep one page; if one was made from the other, say so by `based_on`",
            )
            .private(corpus.published_copy(&facts.id).is_none());
        found.push(match &source.file {
            Some(file) => diagnostic.at(&facts.path, page.parsed().place(file)),
            None => diagnostic.in_file(&facts.path),
        });
    }
    found
}

/// Whether two sources are one origin already.
fn are_kin(derivations: &Derivations, one: &EntityId, other: &EntityId) -> bool {
    let reports = [one, other].map(|source| Report { source: source.clone(), first_hand: false });
    independent(derivations, &reports).len() == 1
}
