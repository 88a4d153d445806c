//! The pairs that `site.toml` names, each of which gets a page: `[[chains]]`.

use crate::link::check::suggestion;
use crate::link::corpus::Corpus;
use crate::link::resolution::Resolution;
use crate::model::{EntityId, WrittenPair};
use crate::text::{Checked, ContentPath, Diagnostic, rules};

/// A pair whose chains have a page of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedChain {
    /// Where the chains begin.
    pub from: EntityId,
    /// Where they end.
    pub to: EntityId,
}

/// The pairs whose ends are published entities, each once, as written.
pub(in crate::link) fn gather(corpus: &Corpus) -> Checked<Vec<NamedChain>> {
    let mut diagnostics = Vec::new();
    let mut pairs: Vec<NamedChain> = Vec::new();
    for written in &corpus.settings.chains {
        let mut end = |nth: usize| match entity(corpus, written, nth) {
            Ok(id) => Some(id),
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                None
            }
        };
        let (Some(from), Some(to)) = (end(0), end(1)) else { continue };
        if from == to {
            let message = format!("both ends of this chain are `{from}`");
            diagnostics.push(
                Diagnostic::new(&rules::links::BROKEN_LINK, message)
                    .at(&settings_file(), written.ends[1].1)
                    .help("name two entities, or remove the pair"),
            );
            continue;
        }
        let pair = NamedChain { from, to };
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    Checked::new(pairs, diagnostics)
}

/// One end of a pair. What is said of a private page is private itself, as with links to it.
fn entity(corpus: &Corpus, written: &WrittenPair, nth: usize) -> Result<EntityId, Box<Diagnostic>> {
    let (name, place) = &written.ends[nth];
    let problem = |rule, message: String| Diagnostic::new(rule, message).at(&settings_file(), *place);
    let broken = |message| problem(&rules::links::BROKEN_LINK, message);
    let diagnostic = match corpus.resolve_name_alone(name) {
        Resolution::Page(id) if corpus.page(id).is_some_and(|page| page.facts().kind().is_some()) => {
            return Ok(id.clone());
        }
        Resolution::Page(id) => {
            broken(format!("`{id}` is a plain page, and chains link entities")).help("name an entity")
        }
        Resolution::Private(_) => {
            let message = format!("`{name}` is private, so the site has no page of chains for this pair");
            problem(&rules::privacy::WITHHELD_RELATION, message)
                .help("remove the pair, or publish that page")
                .private(true)
        }
        Resolution::Ambiguous(candidates) => {
            problem(&rules::links::AMBIGUOUS_LINK, format!("`{name}` could mean {candidates}"))
                .help("name it by its id")
        }
        Resolution::Broken | Resolution::Attachment(_) | Resolution::PrivateFile => {
            let near = corpus.registry.nearest(name);
            let mut diagnostic = broken(format!("there is no page `{name}`"));
            if near.is_empty() {
                diagnostic = diagnostic.help("write the missing page, or correct the name");
            }
            near.into_iter()
                .fold(diagnostic, |diagnostic, (known, id)| diagnostic.help(suggestion(corpus, known, id)))
        }
    };
    Err(Box::new(diagnostic))
}

fn settings_file() -> ContentPath {
    ContentPath::new("site.toml")
}
