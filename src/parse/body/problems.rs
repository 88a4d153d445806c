//! What is wrong in a body, in words.

use crate::model::claim::Stance;
use crate::parse::markdown::BodyProblem;
use crate::parse::suggest::is_near;
use crate::text::{Diagnostic, rules};

/// What is wrong with the syntax of a body, without its place.
pub(super) fn of_syntax(problem: &BodyProblem) -> Diagnostic {
    match problem {
        BodyProblem::MalformedCitation => Diagnostic::new(
            &rules::links::MALFORMED_CITATION,
            "this citation cannot be read",
        )
        .help(
            "write `[@source-id, para. 4]`; several are separated by `;`, and words after an id by a comma",
        ),
        BodyProblem::UnclosedCitation => {
            Diagnostic::new(&rules::links::MALFORMED_CITATION, "this citation is not closed in its paragraph")
                .help("close it with `]`; to print the bracket, write `\\[`")
        }
        BodyProblem::UnclosedLink => {
            Diagnostic::new(&rules::links::UNCLOSED_LINK, "this link is not closed in its paragraph")
                .help("close it with `]]`; in a table write `\\|` before its label; to print the brackets, write `\\[[`")
        }
        BodyProblem::UnclosedAnnotation => Diagnostic::new(
            &rules::body::UNCLOSED_ANNOTATION,
            "this annotation is not closed in its paragraph",
        )
        .help("write `{==text==}{>>remark<<}`; to print the marks themselves, put them in `code`"),
        BodyProblem::UnsafeAddress(address) => Diagnostic::new(
            &rules::body::UNSAFE_ADDRESS,
            format!("the address `{address}` is not safe to publish, so the link is left out"),
        )
        .help("use `https:`, `http:`, `mailto:` or `tel:`, or the path of a file in the dossier"),
        BodyProblem::ForeignImage(address) => Diagnostic::new(
            &rules::body::FOREIGN_IMAGE,
            format!("the image `{address}` lies on another site, so only its words are shown"),
        )
        .help("save the image beside the page and show that"),
        BodyProblem::UndefinedFootnote(label) => Diagnostic::new(
            &rules::body::UNDEFINED_FOOTNOTE,
            format!("the footnote `[^{label}]` is not defined"),
        )
        .help(format!("add a line `[^{label}]: …`")),
    }
}

/// What is wrong with a callout by its name: what is near the name of evidence drops out of the ledger without a word.
pub(super) fn of_callout(name: &str) -> Option<Diagnostic> {
    let meant = meant_evidence(name)?.into_iter();
    let meant: Vec<_> = meant.map(|stance| format!("`[!{}]`", stance.callout())).collect();
    let callout = Diagnostic::new(
        &rules::evidence::MISSPELT_EVIDENCE,
        format!("`[!{name}]` is no callout of evidence, and looks like one"),
    );
    Some(callout.help(format!("did you mean {}?", meant.join(" or "))))
}

/// What is wrong with evidence whose title names no source.
pub(super) fn of_evidence_without_source(stance: Stance) -> Diagnostic {
    let name = stance.callout();
    Diagnostic::new(&rules::evidence::EVIDENCE_WITHOUT_SOURCE, "this evidence names no source").help(format!(
        "cite it in the title line, without words before it: `> [!{name}] [@source-id, para. 4]`"
    ))
}

/// The evidence that a callout of another name was meant to be.
fn meant_evidence(name: &str) -> Option<Vec<Stance>> {
    if Stance::of_callout(name).is_some() {
        return None;
    }
    let bare: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    if ["evidence", "evidences", "proof"].contains(&&*bare) {
        return Some(Stance::ALL.to_vec());
    }
    let near = |stance: &Stance| {
        let relation = stance.relation().replace('_', "");
        // A short word is near too many others.
        let allowed = |word: &str| if word.len() > 7 { 2 } else { 1 };
        [stance.callout(), &relation].into_iter().any(|word| is_near(&bare, word, allowed(word)))
    };
    let found = Stance::ALL.into_iter().find(near)?;
    Some(vec![found])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_known_by_what_it_was_meant_to_be() {
        for (name, expected) in [
            ("support", Some("supports")),
            ("suports", Some("supports")),
            ("supported_by", Some("supports")),
            ("supported-by", Some("supports")),
            ("contradict", Some("contradicts")),
            ("contradics", Some("contradicts")),
            ("contradicted_by", Some("contradicts")),
            ("report", Some("reports")),
            ("reported_by", Some("reports")),
            ("evidence", Some("reports")),
            ("supports", None),
            ("note", None),
            ("imports", None),
            ("important", None),
            ("annotation", None),
            ("translation", None),
        ] {
            let meant = meant_evidence(name);
            let first = meant.iter().flatten().next().map(|stance| stance.callout());
            assert_eq!(first, expected, "{name}");
        }
    }
}
