//! What was found about a site, in words and as JSON Lines.
//!
//! Words of the site reach the output through `visible`, as words of a dossier do: whoever served it may have meant to
//! steer a terminal.
//!
//! As JSON, each finding is a line `{"path", "finding", "line", "found", "expected", "why"}`, where `finding` is
//! `missing`, `extra`, `different`, `bad-manifest` or `bad-signature`; the last line is `{"site": {…}}`.

use serde_json::{Value, json};

use super::json::push_escaped;
use super::visible;
use crate::export::manifest::{SIGNATURE, this_program};
use crate::proof::{Difference, Finding, Hint, Proof};
use crate::text::counted;

/// So many findings are shown to people; a program gets them all.
const MOST_FINDINGS: usize = 20;

/// The longest words of a site that are shown.
const MOST_WORDS: usize = 200;

/// What a site was compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// What the dossier yields.
    Content,
    /// Its own manifest.
    Manifest,
}

/// What is wrong, a few lines for each, and why that may be; empty where nothing is.
#[must_use]
pub fn findings_text(proof: &Proof) -> String {
    let mut out = String::new();
    for (path, finding) in proof.findings.iter().take(MOST_FINDINGS) {
        let path = visible::one_line(path, MOST_WORDS);
        out += &match finding {
            Finding::Missing => format!("missing: {path}\n"),
            Finding::Extra => format!("does not belong to it: {path}\n"),
            Finding::Different(None) => format!("different: {path}\n"),
            Finding::Different(Some(difference)) => {
                let Difference { line, found, expected } = difference;
                format!(
                    "different: {path}, from line {line}\n  there is   {}\n  should be  {}\n",
                    shown(found.as_deref()),
                    shown(expected.as_deref())
                )
            }
            Finding::BadManifest(why) | Finding::BadSignature(why) => {
                format!("wrong: {path}: {}\n", visible::one_line(why, MOST_WORDS))
            }
        };
    }
    let more = proof.findings.len().saturating_sub(MOST_FINDINGS);
    if more > 0 {
        out += &format!("and {more} more; `--format json` lists all\n");
    }
    if !proof.holds() {
        for hint in &proof.hints {
            out += &format!("  = help: {}\n", hint_in_words(hint));
        }
    }
    out
}

/// Words of a line, or that there are none.
fn shown(words: Option<&str>) -> String {
    match words {
        None => "(the file ends)".to_owned(),
        // A line end that is another is a difference to be seen.
        Some(words) => {
            format!("`{}`", visible::one_line(&words.replace('\r', "\u{240d}"), MOST_WORDS))
        }
    }
}

fn hint_in_words(hint: &Hint) -> String {
    match hint {
        Hint::OtherProgram(there) => format!(
            "the site was made by {}, and this is {}: another version may write other bytes; verify with that one",
            visible::one_line(there, MOST_WORDS),
            this_program()
        ),
        Hint::OtherAddress(Some(there)) => {
            format!(
                "the site was made for another address: give `--base-url {}`",
                visible::one_line(there, MOST_WORDS)
            )
        }
        Hint::OtherAddress(None) => {
            "the site was made for no address: leave out `--base-url`, and `base_url` in site.toml".to_owned()
        }
    }
}

/// What it comes to, in one line.
#[must_use]
pub fn proof_summary(proof: &Proof, against: Against) -> String {
    let size = proof.bytes as f64 / 1_000_000.0;
    if proof.holds() {
        let files = counted(proof.files, "file");
        return match against {
            Against::Content => format!("The site is exactly what the content yields: {files}, {size:.1} MB"),
            Against::Manifest => {
                format!("The site is exactly what its manifest lists: {files}, {size:.1} MB")
            }
        };
    }
    if proof.findings.iter().all(|(path, _)| path == SIGNATURE) {
        return match against {
            Against::Content => {
                "The files are what the content yields, but the signature does not hold".to_owned()
            }
            Against::Manifest => {
                "The files are what the manifest lists, but the signature does not hold".to_owned()
            }
        };
    }
    let of = |kind: fn(&Finding) -> bool| proof.findings.iter().filter(|(_, finding)| kind(finding)).count();
    let parts = [
        (of(|finding| matches!(finding, Finding::Missing)), "missing"),
        (of(|finding| matches!(finding, Finding::Extra)), "too much"),
        (of(|finding| matches!(finding, Finding::Different(_))), "different"),
        (of(|finding| matches!(finding, Finding::BadManifest(_) | Finding::BadSignature(_))), "wrong"),
    ];
    let parts: Vec<_> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let what = match against {
        Against::Content => "what the content yields",
        Against::Manifest => "what its manifest lists",
    };
    format!("The site is not {what}: {}", parts.join(", "))
}

/// The same for a program.
#[must_use]
pub fn proof_json(proof: &Proof, against: Against) -> String {
    let mut out = String::new();
    let mut push = |value: Value| {
        push_escaped(&mut out, &value.to_string());
        out.push('\n');
    };
    for (path, finding) in &proof.findings {
        let (kind, difference, why) = match finding {
            Finding::Missing => ("missing", None, None),
            Finding::Extra => ("extra", None, None),
            Finding::Different(difference) => ("different", difference.as_ref(), None),
            Finding::BadManifest(why) => ("bad-manifest", None, Some(why)),
            Finding::BadSignature(why) => ("bad-signature", None, Some(why)),
        };
        push(json!({
            "path": path,
            "finding": kind,
            "line": difference.map(|at| at.line),
            "found": difference.and_then(|at| at.found.as_ref()),
            "expected": difference.and_then(|at| at.expected.as_ref()),
            "why": why,
        }));
    }
    push(json!({ "site": {
        "holds": proof.holds(),
        "against": match against { Against::Content => "content", Against::Manifest => "manifest" },
        "files": proof.files,
        "bytes": proof.bytes,
        "content": proof.name,
        "sees_extra": proof.sees_extra,
        "left_out": proof.left_out,
        "is_signed": proof.is_signed,
        "signed_words": proof.signed_words,
        "hints": proof.hints.iter().map(hint_in_words).collect::<Vec<_>>(),
    } }));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proof(findings: Vec<(&str, Finding)>) -> Proof {
        let findings = findings.into_iter().map(|(path, finding)| (path.to_owned(), finding)).collect();
        Proof { files: 3, bytes: 1_240_000, findings, ..Proof::default() }
    }

    #[test]
    fn what_a_site_says_does_not_steer_the_terminal() {
        let difference =
            Difference { line: 2, found: Some("a\u{1b}[2J\r\n".into()), expected: Some("a\n".into()) };
        let proof = proof(vec![("x\u{202e}.html", Finding::Different(Some(difference)))]);
        let expected =
            "different: x\\u{202e}.html, from line 2\n  there is   `a\\u{1b}[2J\u{240d}`\n  should be  `a`\n";
        assert_eq!(findings_text(&proof), expected);
        let json = proof_json(&proof, Against::Content);
        assert!(!json.contains('\u{1b}') && !json.contains('\u{202e}'), "{json}");
        let first: Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
        assert_eq!((&first["path"], &first["line"]), (&json!("x\u{202e}.html"), &json!(2)));
    }

    #[test]
    fn many_findings_are_counted() {
        let many = (0..25).map(|_| ("a", Finding::Missing)).chain([("b", Finding::Extra)]).collect();
        let proof = proof(many);
        assert!(findings_text(&proof).ends_with("and 6 more; `--format json` lists all\n"));
        let summary = proof_summary(&proof, Against::Content);
        assert_eq!(summary, "The site is not what the content yields: 25 missing, 1 too much");
        assert_eq!(proof_json(&proof, Against::Manifest).lines().count(), 27);
    }
}
