//! A rule explained: what `redstring explain` prints.
//!
//! All words come from where the rule is declared; here they are only laid out.

use crate::text::{Rule, Severity, rules};

/// One rule: what it is, why it matters, an example, the fix, and how to change its severity.
#[must_use]
pub fn explain(rule: &Rule) -> String {
    let Rule { code, name, what, why, example, fix, .. } = rule;
    let example = indented(example);
    let severity = severity(rule);
    format!(
        "{name} ({code})\n\n{what}\n\nWhy it matters: {why}\n\nExample:\n\n{example}\n\nHow to mend it: {fix}\n\n{severity}"
    )
}

/// Every rule on a line: code, name, severity, first sentence.
#[must_use]
pub fn explain_all() -> String {
    let widest = rules::all().map(|rule| rule.name.len()).max().unwrap_or(0);
    rules::all()
        .map(|rule| {
            let Rule { code, name, .. } = rule;
            let severity = rule.severity.to_string();
            format!("{code}  {name:widest$}  {severity:7}  {}\n", first_sentence(rule.what))
        })
        .collect()
}

/// What a page would hold, as an indented block.
fn indented(example: &str) -> String {
    let lines: Vec<_> = example
        .lines()
        .map(|line| if line.is_empty() { String::new() } else { format!("    {line}") })
        .collect();
    lines.join("\n")
}

fn severity(rule: &Rule) -> String {
    let Rule { name, severity, locked, .. } = rule;
    let change = |to: &str| format!("In site.toml:\n\n    [rules]\n    {name} = {to}\n");
    match (locked, severity) {
        (true, Severity::Error) => {
            format!("Severity: {severity}, locked: rules about privacy and identity cannot be turned down.\n")
        }
        (true, _) => format!(
            "Severity: {severity}, locked: rules about privacy and identity can be raised, but not turned down. {}",
            change("\"error\"")
        ),
        (false, Severity::Error) => {
            format!("Severity: {severity}. {}", change("\"warning\"  # or \"off\""))
        }
        (false, _) => format!("Severity: {severity}. {}", change("\"error\"  # or \"off\"")),
    }
}

fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| &text[..=first.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explains_a_rule() {
        let expected = r#"broken-link (R501)

A link names no page of the dossier.

Why it matters: A reader who follows it finds nothing; a relation to it is lost.

Example:

    [[ian-lévy]]

How to mend it: Correct the name, or write the missing page.

Severity: error. In site.toml:

    [rules]
    broken-link = "warning"  # or "off"
"#;
        assert_eq!(explain(&rules::links::BROKEN_LINK), expected);
    }

    #[test]
    fn says_when_a_rule_is_locked() {
        let error = explain(&rules::privacy::INVALID_PUBLISH);
        assert!(
            error.ends_with("locked: rules about privacy and identity cannot be turned down.\n"),
            "{error}"
        );
        let warning = explain(&rules::privacy::WITHHELD_LINK);
        assert!(warning.ends_with("withheld-link = \"error\"\n"), "{warning}");
    }

    #[test]
    fn lists_every_rule_on_one_line() {
        let list = explain_all();
        assert_eq!(list.lines().count(), rules::all().count());
        for (line, rule) in list.lines().zip(rules::all()) {
            assert!(line.starts_with(rule.code) && line.contains(rule.name), "{line}");
        }
    }

    #[test]
    fn ends_a_sentence_where_it_ends() {
        assert_eq!(first_sentence("One `site.toml` thing. Then more."), "One `site.toml` thing.");
        assert_eq!(first_sentence("Only one."), "Only one.");
    }
}
