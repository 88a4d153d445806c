//! What has to carry a source and does not: relations, claims, addresses on the web without an archived copy.

use super::coverage::{Coverage, Uncovered};
use crate::link::relations::OtherEnd;
use crate::link::{Dossier, PublishedPage};
use crate::model::vocabulary;
use crate::text::{Diagnostic, rules};

/// All findings.
#[must_use]
pub(super) fn check(dossier: &Dossier, coverage: &Coverage) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<_> = coverage
        .gaps()
        .filter_map(|(page, gap, place)| {
            // Looked up where it is asked: most gaps are paragraphs, and of these nothing is said here.
            let facts = || dossier.page(page).map(PublishedPage::facts);
            let diagnostic = match gap {
                Uncovered::Claim => Diagnostic::new(
                    &rules::review::CLAIM_WITHOUT_EVIDENCE,
                    "no source reports, supports or contradicts this claim",
                )
                .help("write `reported_by:` with the id of a source, or `> [!supports] [@source, para. 4]` in the text"),
                // A claim says by its evidence who said it, and that it has none is said already. Who has no source
                // yet is not told so once for each relation.
                Uncovered::Relation(end) => {
                    if facts()?.claim.is_some() || !dossier.has_sources() {
                        return None;
                    }
                    let (other, to) = match &end.other {
                        OtherEnd::Page(id) => (id.to_string(), id.as_str()),
                        OtherEnd::Words(words) => (words.to_string(), "…"),
                    };
                    let message = format!("`{}` to `{other}` has no source", end.relation);
                    Diagnostic::new(&rules::review::UNCITED_RELATION, message).help(format!(
                        "write `{}: {{to: {to}, sources: […]}}`, or `sources:` for the whole page",
                        end.relation
                    ))
                }
                Uncovered::Fact(_) | Uncovered::Paragraph(_) => return None,
            };
            Some(diagnostic.at(&facts()?.path, place))
        })
        .collect();
    diagnostics.extend(dossier.of_kind(vocabulary::SOURCE).iter().filter_map(unarchived));
    diagnostics
}

fn unarchived(page: &PublishedPage) -> Option<Diagnostic> {
    let facts = page.facts();
    let source = facts.source.as_ref()?;
    let lasts = source.url.is_empty() || !source.archived.is_empty() || source.file.is_some();
    (!lasts).then(|| {
        Diagnostic::new(&rules::review::UNARCHIVED_SOURCE, "this address has no archived copy")
            .at(&facts.path, page.parsed().field("url"))
            .help("have it archived and give the copy's address as `archived:`, or keep a copy as `file:`")
    })
}
